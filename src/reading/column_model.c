#include "reading/column_model.h"

#include "reading/cell_lexicon.h"
#include "reading/flow_ordinal.h"
#include "reading/schedule_words.h"
#include "reading/unit_name.h"
#include "reading/words.h"

enum { MAX_SAMPLES = 40, MOST_SCHEDULE_WORDS = 24 };

/* How a column's cells look, as means over those that are not empty; scores as in cell_model.h. */
struct look {
	float scores[TABLE_COLUMNS];
	float ordinals; /* the share of numbers that stand alone */
	float n_words;
	uint32_t n_cells;
};

/* Kinds that content may tell, and how high a mean must be to do so. */
static const struct {
	enum table_column kind;
	float enough;
} tellable[] = {
    {TABLE_SCHEDULE, 1.5F}, {TABLE_ASSIGNMENT, 1.5F}, {TABLE_FUNDING, 1.2F}, {TABLE_PRODUCT, 0.9F}, {TABLE_CHANNEL, 1.0F},
};

struct model {
	struct arena *scratch;
	struct table_text *text;
	struct cell_lexicon *lexicon;
	struct look looks[TABLE_MAX_COLUMNS];
};

static void look_at_words(struct model *m, const struct table_cell_run *run, struct look *look)
{
	static const float grammar = 1.5F;
	const struct document *document = m->text->document;
	struct document_span span = {m->text->words.at[run->first].span.begin, m->text->words.at[run->end - 1].span.end};
	struct str text = document_span_text(document, span);
	struct schedule_notes notes;
	struct words words = words_of(m->scratch, text);
	if (unit_name_at(&words, 0) > 0)
		look->scores[TABLE_ASSIGNMENT] += grammar;
	if (run->end - run->first <= MOST_SCHEDULE_WORDS && schedule_words_parse(m->scratch, text, 0, &notes).kind != SCHEDULE_NONE)
		look->scores[TABLE_SCHEDULE] += grammar;
}

static void look_at_cell(struct model *m, const struct table_cell_run_vec *cell, struct look *look)
{
	const struct table_cell_run *run = &cell->at[0];
	uint32_t n = run->end - run->first;
	float *inside = ARENA_ARRAY(m->scratch, float, (size_t)(n + 1) * TABLE_MAX_COLUMNS);
	struct flow_ordinal_mark mark;
	cell_lexicon_score_words(m->lexicon, m->text, run->first, run->end, inside);
	for (int kind = 0; kind < TABLE_COLUMNS; kind++) {
		float sum = 0;
		for (uint32_t w = 0; w < n; w++)
			sum += inside[w * TABLE_MAX_COLUMNS + (uint32_t)kind];
		look->scores[kind] +=
		    cell_lexicon_score_start(m->lexicon, m->text, (enum table_column)kind, run->first, run->end) + sum / (float)n;
	}
	look_at_words(m, run, look);
	look->ordinals += n == 1 && flow_ordinal_parse(table_text_word(m->text, run->first), &mark) && mark.kind == ORDINAL_NUMBER;
	for (size_t i = 0; i < cell->n; i++)
		look->n_words += (float)(cell->at[i].end - cell->at[i].first);
	look->n_cells++;
}

static void look_at(struct model *m, struct table_text *text, const struct table_raw_row_vec *rows, uint32_t n_columns)
{
	*m = (struct model){.scratch = arena_new(), .text = text};
	m->lexicon = cell_lexicon_new(m->scratch, text);
	for (size_t r = 0; r < rows->n && r < MAX_SAMPLES; r++)
		for (uint32_t c = 0; c < n_columns; c++)
			if (rows->at[r].cells[c].n > 0)
				look_at_cell(m, &rows->at[r].cells[c], &m->looks[c]);
	for (uint32_t c = 0; c < n_columns; c++) {
		struct look *look = &m->looks[c];
		float n = look->n_cells > 0 ? (float)look->n_cells : 1;
		for (int kind = 0; kind < TABLE_COLUMNS; kind++)
			look->scores[kind] /= n;
		look->ordinals /= n;
		look->n_words /= n;
	}
}

static bool is_taken(const struct table_header *header, enum table_column kind)
{
	for (uint32_t c = 0; c < header->n_columns; c++) {
		enum table_column column = header->columns[c];
		bool of_units = column == TABLE_LEAD || column == TABLE_COORDINATE;
		if (header->is_told[c] && (column == kind || (kind == TABLE_ASSIGNMENT && of_units)))
			return true;
	}
	return false;
}

/* Names untold columns one after the other, the surest first. */
static void tell_best(const struct model *m, struct table_header *header)
{
	for (;;) {
		float best = 0;
		uint32_t column = TABLE_MAX_COLUMNS;
		enum table_column kind = TABLE_NOTE;
		for (size_t k = 0; k < sizeof tellable / sizeof *tellable; k++)
			for (uint32_t c = 0; c < header->n_columns && !is_taken(header, tellable[k].kind); c++) {
				float margin = m->looks[c].scores[tellable[k].kind] - tellable[k].enough;
				if (header->is_told[c] || m->looks[c].n_cells == 0 || margin < best)
					continue;
				best = margin;
				column = c;
				kind = tellable[k].kind;
			}
		if (column == TABLE_MAX_COLUMNS)
			return;
		header->columns[column] = kind;
		header->is_told[column] = true;
	}
}

void column_model_tell(struct table_text *text, const struct table_raw_row_vec *rows, struct table_header *header)
{
	bool all = true;
	for (uint32_t c = 0; c < header->n_columns; c++)
		all = all && header->is_told[c];
	if (all)
		return;
	struct model m;
	look_at(&m, text, rows, header->n_columns);
	tell_best(&m, header);
	arena_free(m.scratch);
}

static void name(struct table_header *header, uint32_t column, enum table_column kind)
{
	if (column >= TABLE_MAX_COLUMNS)
		return;
	header->columns[column] = kind;
	header->is_told[column] = true;
}

/* The column with the longest cells among those untold; TABLE_MAX_COLUMNS where none has sentences. */
static uint32_t longest_column(const struct model *m, const struct table_header *header)
{
	static const float of_a_sentence = 4;
	uint32_t column = TABLE_MAX_COLUMNS;
	float most = of_a_sentence;
	for (uint32_t c = 0; c < header->n_columns; c++)
		if (!header->is_told[c] && m->looks[c].n_words >= most) {
			most = m->looks[c].n_words;
			column = c;
		}
	return column;
}

bool column_model_tell_bare(struct table_text *text, const struct table_raw_row_vec *rows, uint32_t n_columns,
                            struct table_header *ret)
{
	static const float mostly = 0.7F;
	enum { FEWEST_ROWS = 3, FEWEST_COLUMNS = 3 };
	struct model m;
	if (rows->n < FEWEST_ROWS || n_columns < FEWEST_COLUMNS || n_columns > TABLE_MAX_COLUMNS)
		return false;
	struct table_header header = {.n_columns = n_columns};
	for (uint32_t c = 0; c < n_columns; c++)
		header.columns[c] = TABLE_NOTE;
	look_at(&m, text, rows, n_columns);
	if (m.looks[0].ordinals >= mostly)
		name(&header, 0, TABLE_ORDINAL);
	name(&header, longest_column(&m, &header), TABLE_TITLE);
	tell_best(&m, &header);
	arena_free(m.scratch);
	bool who = table_header_has(&header, TABLE_ASSIGNMENT), when = table_header_has(&header, TABLE_SCHEDULE);
	if (!table_header_has(&header, TABLE_TITLE) || !when || !(who || table_header_has(&header, TABLE_ORDINAL)))
		return false;
	*ret = header;
	return true;
}
