#include "format/xlsx.h"

#include "format/grid.h"
#include "format/xlsx_value.h"
#include "format/zipped.h"
#include "viet/space.h"

enum { MAX_ROWS = 100 * 1000, TABLE_CELLS = 3 };

static int score(struct str bytes)
{
	return zipped_score(bytes, STR("xl/workbook.xml"));
}

struct book {
	struct arena *arena;
	struct zipped zipped;
	struct xlsx_values values;
	struct builder *out;
};

/* A cell that covers others. */
struct merge {
	uint32_t row, column, n_rows, n_columns;
};
VEC_OF(merge, struct merge);

struct sheet {
	struct builder_cell_vec *rows; /* cells that hold something, by row */
	size_t n_rows, room;
	struct merge_vec merges;
};

static enum rc refuse_damaged(struct message *ret_problem)
{
	*ret_problem = (struct message){
	    .id = MSG("The Excel file is damaged. Open it in Excel or LibreOffice, save it anew as XLSX, and send that.")};
	return RC_INVALID;
}

static enum rc load(struct book *book, const char *name, xmlDoc **ret, struct message *ret_problem)
{
	struct str bytes;
	enum rc rc = zipped_read(book->arena, &book->zipped, name, &bytes, ret_problem);
	if (rc != RC_OK)
		return rc;
	return xml_parse(bytes, ret) == RC_OK ? RC_OK : refuse_damaged(ret_problem);
}

/* ---- Places ---- */

/* "BC12" → row 11, column 54. False where it is no place. */
static bool parse_place(struct str place, uint32_t *ret_row, uint32_t *ret_column)
{
	enum { LETTERS = 26, MOST_LETTERS = 3 };
	uint32_t column = 0;
	size_t i = 0;
	for (; i < place.len && i < MOST_LETTERS && place.ptr[i] >= 'A' && place.ptr[i] <= 'Z'; i++)
		column = column * LETTERS + (uint32_t)(place.ptr[i] - 'A') + 1;
	int64_t row;
	if (i == 0 || !str_parse_int(str_from(place, i), &row) || row < 1 || row > INT32_MAX)
		return false;
	*ret_row = (uint32_t)row - 1;
	*ret_column = column - 1;
	return true;
}

static void read_merges(struct arena *arena, const xmlNode *root, struct sheet *sheet)
{
	const xmlNode *node = xml_child(xml_child(root, "mergeCells"), "mergeCell");
	for (; node != NULL && sheet->merges.n < BUILDER_MAX_CELLS; node = xml_next(node, "mergeCell")) {
		struct str rest = xml_attribute(arena, node, "ref"), from, to;
		struct merge merge;
		uint32_t last_row, last_column;
		if (!str_split(&rest, ':', &from) || !str_split(&rest, ':', &to) || !parse_place(from, &merge.row, &merge.column) ||
		    !parse_place(to, &last_row, &last_column) || last_row < merge.row || last_column < merge.column)
			continue;
		merge.n_rows = last_row - merge.row + 1;
		merge.n_columns = last_column - merge.column + 1;
		VEC_PUSH(arena, &sheet->merges, merge);
	}
}

/* ---- Rows ---- */

static struct builder_cell_vec *row_at(struct arena *arena, struct sheet *sheet, uint32_t row)
{
	if (row >= MAX_ROWS)
		return NULL;
	while (row >= sheet->room) {
		size_t room = sheet->room > 0 ? sheet->room * 2 : 64;
		struct builder_cell_vec *rows = ARENA_ARRAY(arena, struct builder_cell_vec, room);
		for (size_t i = 0; i < sheet->n_rows; i++)
			rows[i] = sheet->rows[i];
		sheet->rows = rows;
		sheet->room = room;
	}
	sheet->n_rows = row >= sheet->n_rows ? row + 1 : sheet->n_rows;
	return &sheet->rows[row];
}

static void read_row(struct book *book, struct sheet *sheet, const xmlNode *node, uint32_t row)
{
	uint32_t column = 0, in_row;
	for (const xmlNode *cell = xml_child(node, "c"); cell != NULL; cell = xml_next(cell, "c"), column++) {
		struct str place = xml_attribute(book->arena, cell, "r");
		if (place.len > 0 && !parse_place(place, &in_row, &column))
			continue;
		struct str text = xlsx_value_of(book->arena, &book->values, cell);
		struct builder_cell_vec *cells = row_at(book->arena, sheet, row);
		bool in_order = cells != NULL && (cells->n == 0 || cells->at[cells->n - 1].column < column);
		if (viet_space_trim(text).len > 0 && in_order && column < BUILDER_MAX_COLUMNS)
			VEC_PUSH(book->arena, cells, (struct builder_cell){.text = text, .column = column, .n_columns = 1, .n_rows = 1});
	}
}

static void read_sheet(struct book *book, const xmlNode *root, struct sheet *sheet)
{
	uint32_t row = 0;
	size_t n_cells = 0;
	for (const xmlNode *node = xml_child(xml_child(root, "sheetData"), "row"); node != NULL && n_cells <= BUILDER_MAX_CELLS;
	     node = xml_next(node, "row"), row++) {
		int64_t number = xml_number(node, "r", (int64_t)row + 1);
		row = number >= 1 && number <= MAX_ROWS ? (uint32_t)number - 1 : MAX_ROWS;
		if (xml_number(node, "hidden", 0) == 0)
			read_row(book, sheet, node, row);
		n_cells += row < sheet->n_rows ? sheet->rows[row].n : 0;
	}
	read_merges(book->arena, root, sheet);
	for (size_t i = 0; i < sheet->merges.n; i++) {
		const struct merge *merge = &sheet->merges.at[i];
		struct builder_cell_vec *cells = merge->row < sheet->n_rows ? &sheet->rows[merge->row] : NULL;
		for (size_t c = 0; cells != NULL && c < cells->n; c++)
			if (cells->at[c].column == merge->column) {
				cells->at[c].n_columns = merge->n_columns;
				cells->at[c].n_rows = merge->n_rows;
			}
	}
}

/* ---- Writing ---- */

static uint32_t width_of(const struct sheet *sheet, size_t from, size_t to)
{
	uint32_t width = 0;
	for (size_t r = from; r < to; r++)
		for (size_t c = 0; c < sheet->rows[r].n; c++)
			width = sheet->rows[r].at[c].column >= width ? sheet->rows[r].at[c].column + 1 : width;
	return width;
}

/* Rows from..to - 1 as a table: a cell for each column, empty ones too, but for those that merged cells cover. */
static void write_table(struct book *book, const struct sheet *sheet, size_t from, size_t to)
{
	struct grid *grid = ARENA_NEW(book->arena, struct grid);
	uint32_t width = width_of(sheet, from, to);
	grid_init(grid, book->arena);
	grid->ruled = true;
	for (size_t r = from; r < to && !grid_is_full(grid); r++) {
		const struct builder_cell_vec *cells = &sheet->rows[r];
		size_t next = 0;
		grid_begin_row(grid);
		while (grid_next_column(grid) < width) {
			uint32_t column = grid_next_column(grid);
			while (next < cells->n && cells->at[next].column < column)
				next++;
			bool here = next < cells->n && cells->at[next].column == column;
			grid_add_cell(grid, here ? (struct grid_cell){.text = cells->at[next].text,
			                                              .n_columns = cells->at[next].n_columns,
			                                              .n_rows = cells->at[next].n_rows}
			                         : (struct grid_cell){.n_columns = 1});
		}
	}
	grid_write_rows(grid, book->out);
}

static void write_line(struct book *book, const struct builder_cell_vec *cells)
{
	if (cells->n == 0)
		builder_add_blank(book->out);
	for (size_t c = 0; c < cells->n; c++)
		builder_add_lines(book->out, cells->at[c].text, false);
}

/* A table begins with a row of three cells or more and ends before an empty row that no such row follows. */
static size_t table_end(const struct sheet *sheet, size_t from)
{
	size_t end = from + 1;
	for (size_t r = from + 1; r < sheet->n_rows; r++) {
		if (sheet->rows[r].n > 0 && (r == end || sheet->rows[r].n >= TABLE_CELLS))
			end = r + 1;
		else if (sheet->rows[r].n > 0 && r > end)
			break;
	}
	return end;
}

static void write_sheet(struct book *book, const struct sheet *sheet)
{
	for (size_t r = 0; r < sheet->n_rows && !builder_is_full(book->out);) {
		if (sheet->rows[r].n >= TABLE_CELLS) {
			size_t end = table_end(sheet, r);
			write_table(book, sheet, r, end);
			r = end;
		} else {
			write_line(book, &sheet->rows[r++]);
		}
	}
}

/* ---- The book ---- */

/* The file of a sheet, by the name of its relation. */
static const char *path_of_sheet(struct book *book, const xmlDoc *relations, struct str id)
{
	const xmlNode *node = relations != NULL ? xml_child(xmlDocGetRootElement(relations), "Relationship") : NULL;
	for (; node != NULL; node = xml_next(node, "Relationship")) {
		if (!str_eq(xml_attribute(book->arena, node, "Id"), id))
			continue;
		struct str target = xml_attribute(book->arena, node, "Target");
		bool from_root = str_has_prefix(target, STR("/"));
		return str_cstr(book->arena, from_root ? str_from(target, 1) : str_format(book->arena, "xl/%.*s", STR_ARG(target)));
	}
	return NULL;
}

static enum rc read_one(struct book *book, const char *path, struct message *ret_problem)
{
	struct sheet sheet = {0};
	xmlDoc *doc;
	enum rc rc = load(book, path, &doc, ret_problem);
	if (rc == RC_NOT_FOUND)
		return RC_OK;
	TRY(rc);
	read_sheet(book, xmlDocGetRootElement(doc), &sheet);
	write_sheet(book, &sheet);
	xmlFreeDoc(doc);
	builder_add_page(book->out);
	return RC_OK;
}

static enum rc read_sheets(struct book *book, const struct format_input *input, const xmlDoc *workbook, const xmlDoc *relations,
                           struct message *ret_problem)
{
	const xmlNode *root = xmlDocGetRootElement(workbook), *sheet = xml_child(xml_child(root, "sheets"), "sheet");
	struct str epoch = xml_attribute(book->arena, xml_child(root, "workbookPr"), "date1904");
	book->values.since_1904 = str_eq(epoch, STR("1")) || str_eq(epoch, STR("true"));
	for (uint32_t done = 0; sheet != NULL && done < input->max_pages; sheet = xml_next(sheet, "sheet"), done++) {
		const char *path = path_of_sheet(book, relations, xml_attribute(book->arena, sheet, "id"));
		bool hidden = xml_has_attribute(sheet, "state") && !str_eq(xml_attribute(book->arena, sheet, "state"), STR("visible"));
		if (path != NULL && !hidden)
			TRY(read_one(book, path, ret_problem));
		if (input->progress != NULL && input->progress(input->context, 0, 0))
			return RC_CANCELLED;
	}
	return RC_OK;
}

/* What stands beside the sheets and may be missing or spoilt. */
static enum rc read_beside(struct book *book, struct message *ret_problem)
{
	xmlDoc *styles = NULL, *strings = NULL;
	enum rc rc = load(book, "xl/styles.xml", &styles, ret_problem);
	if (rc != RC_LIMIT)
		rc = load(book, "xl/sharedStrings.xml", &strings, ret_problem);
	xlsx_value_read_styles(book->arena, styles, &book->values);
	xlsx_value_read_strings(book->arena, strings, &book->values);
	xmlFreeDoc(styles);
	xmlFreeDoc(strings);
	return rc == RC_LIMIT ? rc : RC_OK;
}

static enum rc read_book(struct book *book, const struct format_input *input, struct message *ret_problem)
{
	xmlDoc *workbook = NULL, *relations = NULL;
	enum rc rc = load(book, "xl/workbook.xml", &workbook, ret_problem);
	if (rc == RC_NOT_FOUND)
		return refuse_damaged(ret_problem);
	TRY(rc);
	rc = load(book, "xl/_rels/workbook.xml.rels", &relations, ret_problem);
	if (rc == RC_NOT_FOUND)
		rc = refuse_damaged(ret_problem);
	if (rc == RC_OK)
		rc = read_beside(book, ret_problem);
	if (rc == RC_OK)
		rc = read_sheets(book, input, workbook, relations, ret_problem);
	xmlFreeDoc(relations);
	xmlFreeDoc(workbook);
	return rc;
}

static enum rc read(struct arena *arena, const struct format_input *input, struct document *ret, struct message *ret_problem)
{
	struct builder builder;
	struct book book = {.arena = arena, .out = &builder};
	builder_init(&builder, arena);
	TRY(zipped_open(input->bytes, &book.zipped, ret_problem));
	enum rc rc = read_book(&book, input, ret_problem);
	if (rc == RC_OK && zipped_has(&book.zipped, "xl/vbaProject.bin"))
		builder_warn(&builder,
		             (struct message){.id = MSG("The file holds macros; they were not run, and only the text was read.")});
	zipped_release(&book.zipped);
	return rc == RC_OK ? builder_finish(&builder, ret, ret_problem) : rc;
}

const struct format xlsx_format = {.name = "xlsx", .score = score, .read = read};
