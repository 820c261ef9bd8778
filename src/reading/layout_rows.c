#include "reading/layout_rows.h"

#include "reading/flow_ordinal.h"

enum { MOST_LINES = 80 };

/* Costs; the cheapest way to cut the page into rows is taken. */
static const float impossible = 1e9F;
static const float row = 0.6F;          /* each row */
static const float wrong_ordinals = 30; /* none, or more than one, where rows have them */
static const float no_title = 6;        /* where rows have none */
static const float small_letter = 3;    /* a cell begins with one */
static const float unfinished = 2.5F;   /* a cell ends in mid-sentence */
static const float hole = 2;            /* an empty line inside a cell */
static const float uneven = 0.8F;       /* each line by which a cell is neither at the top nor in the middle */
static const float not_full = 1.5F;     /* each line that no cell reaches */
static const float begins_anew =
    4.0F; /* where rows have no ordinals: a line inside in which the title and another cell could begin */

struct cut {
	float cost; /* of the best way to cut the lines before */
	uint32_t before;
};

struct finder {
	const struct layout_rows *page;
	bool has_ordinals;
	bool *anew; /* of each line: it looks like the first of a row */
};

static const struct layout_cell *cell_at(const struct layout_rows *page, uint32_t line, uint32_t column)
{
	return &page->cells[line * page->header->n_columns + column];
}

static bool is_filled(const struct layout_rows *page, uint32_t line, uint32_t column)
{
	const struct layout_cell *cell = cell_at(page, line, column);
	return cell->first < cell->end;
}

static bool has_mark(const struct layout_rows *page, uint32_t line, uint32_t column)
{
	const struct layout_cell *cell = cell_at(page, line, column);
	struct flow_ordinal_mark mark;
	return cell->end == cell->first + 1 && flow_ordinal_parse(table_text_word(page->text, cell->first), &mark);
}

/* The cell of a column in lines begin … end - 1; *ret_reach is how many lines of the row it leaves empty. */
static float cell_cost(const struct layout_rows *page, uint32_t column, uint32_t begin, uint32_t end, uint32_t *ret_left)
{
	uint32_t first = begin, last = end;
	*ret_left = end - begin;
	while (first < end && !is_filled(page, first, column))
		first++;
	if (first == end)
		return 0;
	while (!is_filled(page, last - 1, column))
		last--;
	uint32_t above = first - begin, below = end - last, filled = 0;
	for (uint32_t l = first; l < last; l++)
		filled += is_filled(page, l, column);
	*ret_left = above + below;
	uint32_t off_middle = above > below ? above - below : below - above;
	off_middle = off_middle > 1 ? off_middle - 1 : 0;
	float cost = uneven * (float)(above < off_middle ? above : off_middle) + hole * (float)(last - first - filled);
	bool cut_above = begin == 0 && page->goes_on;
	uint16_t flags = page->text->words.at[cell_at(page, first, column)->first].flags;
	if ((flags & TABLE_WORD_LOWER) && !(flags & TABLE_WORD_BULLET) && !cut_above)
		cost += small_letter;
	uint16_t at_end = page->text->words.at[cell_at(page, last - 1, column)->end - 1].flags;
	if ((at_end & (TABLE_WORD_OPEN | TABLE_WORD_COMMA)) && end < page->n_lines)
		cost += unfinished;
	return cost;
}

/* Whether the title and another cell look as if they began with the line: capitals in both, as a row has them. */
static bool looks_like_row(const struct layout_rows *page, uint32_t line)
{
	bool title = false, other = false;
	for (uint32_t c = 0; c < page->header->n_columns; c++) {
		const struct layout_cell *cell = cell_at(page, line, c);
		if (cell->first == cell->end)
			continue;
		uint16_t flags = page->text->words.at[cell->first].flags;
		if (page->header->columns[c] == TABLE_TITLE)
			title = flags & TABLE_WORD_UPPER;
		else
			other = other || (flags & TABLE_WORD_UPPER);
	}
	return title && other;
}

/* Lines begin … end - 1, none of which is a heading, as one row with so many ordinals. */
static float row_cost(const struct finder *f, uint32_t begin, uint32_t end, uint32_t ordinals)
{
	const struct layout_rows *page = f->page;
	float cost = row;
	uint32_t least_left = end - begin, left;
	bool title = false, cut_above = begin == 0 && page->goes_on;
	for (uint32_t c = 0; c < page->header->n_columns; c++) {
		cost += cell_cost(page, c, begin, end, &left);
		least_left = left < least_left ? left : least_left;
		title = title || (page->header->columns[c] == TABLE_TITLE && left < end - begin);
	}
	if (f->has_ordinals && ordinals != 1)
		cost += ordinals == 0 && cut_above ? row : wrong_ordinals;
	if (!f->has_ordinals && !title && !cut_above)
		cost += no_title;
	for (uint32_t l = begin + 1; l < end && !f->has_ordinals; l++)
		cost += f->anew[l] ? begins_anew : 0;
	return cost + not_full * (float)least_left;
}

static uint32_t ordinals_in(const struct layout_rows *page, uint32_t line)
{
	for (uint32_t c = 0; c < page->header->n_columns; c++)
		if (page->header->columns[c] == TABLE_ORDINAL)
			return has_mark(page, line, c);
	return 0;
}

/* The cheapest way to end a row with line `end` - 1. */
static struct cut best_cut(const struct finder *f, const struct cut *cuts, uint32_t end)
{
	const struct layout_rows *page = f->page;
	struct cut best = {.cost = cuts[end - 1].cost, .before = end - 1};
	uint32_t ordinals = 0, first = end > MOST_LINES ? end - MOST_LINES : 0;
	if (page->is_heading[end - 1])
		return best;
	best.cost = impossible * 2;
	for (uint32_t begin = end; begin-- > first && !page->is_heading[begin];) {
		ordinals += ordinals_in(page, begin);
		if (ordinals > 1 && begin + 1 < end)
			break;
		float cost = cuts[begin].cost + row_cost(f, begin, end, ordinals);
		if (cost < best.cost)
			best = (struct cut){.cost = cost, .before = begin};
	}
	return best;
}

void layout_rows_find(struct arena *scratch, const struct layout_rows *page, bool *begins)
{
	struct finder finder = {.page = page};
	struct cut *cuts = ARENA_ARRAY(scratch, struct cut, page->n_lines + 1);
	for (uint32_t l = 0; l < page->n_lines; l++)
		finder.has_ordinals = finder.has_ordinals || ordinals_in(page, l) > 0;
	finder.anew = ARENA_ARRAY(scratch, bool, page->n_lines + 1);
	for (uint32_t l = 0; l < page->n_lines && !finder.has_ordinals; l++)
		finder.anew[l] = looks_like_row(page, l);
	for (uint32_t end = 1; end <= page->n_lines; end++)
		cuts[end] = best_cut(&finder, cuts, end);
	for (uint32_t end = page->n_lines; end > 0; end = cuts[end].before)
		begins[cuts[end].before] = true;
}
