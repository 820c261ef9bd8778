/* Pages drawn in words: each case puts words and rules somewhere and looks at the document made of them. */
#include "format/page_document.h"

#include "base/test.h"

enum { WIDTH = 59500, HEIGHT = 84200, LETTER = 600, LINE = 1500, LEFT = 8500 };

static void put_word(struct arena *arena, struct page *page, int32_t left, int32_t top, struct str text, bool bold)
{
	struct page_word word = {.text = text, .confidence = 99, .bold = bold};
	word.box = (struct page_box){left, top, left + LETTER * (int32_t)text.len, top + LINE};
	VEC_PUSH(arena, &page->words, word);
}

/* Puts the words of a line side by side. */
static void put(struct arena *arena, struct page *page, int32_t left, int32_t top, const char *line)
{
	struct str rest = str_of(line), word;
	bool bold = str_has_prefix(rest, STR("!"));
	rest = str_from(rest, bold);
	while (str_split(&rest, ' ', &word)) {
		put_word(arena, page, left, top, word, bold);
		left += LETTER * ((int32_t)word.len + 1);
	}
}

static void rule(struct arena *arena, struct page *page, bool is_vertical, int32_t at, int32_t from, int32_t to)
{
	VEC_PUSH(arena, &page->rules, (struct page_rule){.at = at, .from = from, .to = to, .is_vertical = is_vertical});
}

/* Rules around every cell between the places given. */
static void grid(struct arena *arena, struct page *page, const int32_t *columns, size_t n_columns, const int32_t *rows,
                 size_t n_rows)
{
	for (size_t r = 0; r < n_rows; r++)
		rule(arena, page, false, rows[r], columns[0], columns[n_columns - 1]);
	for (size_t c = 0; c < n_columns; c++)
		rule(arena, page, true, columns[c], rows[0], rows[n_rows - 1]);
}

static struct document make(struct arena *arena, struct page *pages, size_t n)
{
	struct document document = {0};
	assert_rc(page_document_write(arena, pages, n, &document), RC_OK);
	return document;
}

static struct str block(const struct document *document, size_t i)
{
	assert_true(i < document->blocks.n);
	return document_span_text(document, document->blocks.at[i].span);
}

static struct str cell(const struct document *document, size_t i, uint32_t n)
{
	assert_true(i < document->blocks.n && n < document->blocks.at[i].n_cells);
	return document_span_text(document, document->blocks.at[i].cells[n].span);
}

static void lines_come_from_the_top_with_blank_lines_between_paragraphs(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct page page = {.width = WIDTH, .height = HEIGHT};
	put(arena, &page, LEFT, 20000 + 2 * LINE + 900, "a paragraph of its own");
	put(arena, &page, LEFT + 1800, 20000, "!the first line of a paragraph is bold and is full");
	put(arena, &page, LEFT, 20000 + LINE + 200, "the second goes on with it");
	struct document d = make(arena, &page, 1);
	assert_int_equal(d.blocks.n, 3);
	assert_str(block(&d, 0), "the first line of a paragraph is bold and is full");
	assert_true(d.blocks.at[0].emphasised);
	assert_int_equal(d.blocks.at[0].indent, 3);
	assert_str(block(&d, 1), "the second goes on with it");
	assert_int_equal(d.blocks.at[1].blank_before, 0);
	assert_false(d.blocks.at[1].emphasised);
	assert_int_equal(d.blocks.at[2].blank_before, 1);
	arena_free(arena);
}

static void every_word_knows_its_place(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct page page = {.width = 10000, .height = 20000};
	put(arena, &page, 1000, 2000, "xin");
	struct document d = make(arena, &page, 1);
	assert_int_equal(d.words.n, 1);
	assert_str(document_span_text(&d, d.words.at[0].span), "xin");
	assert_int_equal(d.words.at[0].page, 1);
	assert_int_equal(d.words.at[0].left, 1000);
	assert_int_equal(d.words.at[0].right, 2800);
	assert_int_equal(d.words.at[0].top, 1000);
	assert_int_equal(d.words.at[0].bottom, 1750);
	assert_int_equal(d.pages.at[0].width, 10000);
	arena_free(arena);
}

static void columns_side_by_side_are_read_one_after_the_other(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct page page = {.width = WIDTH, .height = HEIGHT};
	put(arena, &page, LEFT, 10000, "UBND XA");
	put(arena, &page, LEFT, 11700, "DOI CO");
	put(arena, &page, 30000, 10300, "CONG HOA XA HOI");
	put(arena, &page, 31000, 12000, "Doc lap - Tu do");
	put(arena, &page, LEFT, 20000, "a line of text that is as wide as both columns are together");
	struct document d = make(arena, &page, 1);
	assert_int_equal(d.blocks.n, 5);
	assert_str(block(&d, 0), "UBND XA");
	assert_str(block(&d, 1), "DOI CO");
	assert_str(block(&d, 2), "CONG HOA XA HOI");
	assert_str(block(&d, 3), "Doc lap - Tu do");
	arena_free(arena);
}

static void ruled_cells_make_rows_and_their_lines_are_joined(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct page page = {.width = WIDTH, .height = HEIGHT};
	static const int32_t columns[] = {8000, 12000, 30000, 50000}, rows[] = {10000, 12000, 17500};
	grid(arena, &page, columns, 4, rows, 3);
	put(arena, &page, 8500, 10300, "!TT");
	put(arena, &page, 12500, 10300, "!Nhiem vu");
	put(arena, &page, 30500, 10300, "!Thoi gian");
	put(arena, &page, 8500, 12300, "1");
	put(arena, &page, 12500, 12300, "Tuyen truyen ve cai cach");
	put(arena, &page, 12500, 14000, "hanh chinh theo 76/NQ-");
	put(arena, &page, 12500, 15700, "CP");
	put(arena, &page, 30500, 12300, "Quy I;");
	put(arena, &page, 30500, 14000, "Quy II");
	put(arena, &page, LEFT, 20000, "after the table");
	struct document d = make(arena, &page, 1);
	assert_int_equal(d.blocks.n, 3);
	assert_int_equal(d.blocks.at[0].kind, DOCUMENT_ROW);
	assert_int_equal(d.blocks.at[0].n_cells, 3);
	assert_true(d.blocks.at[0].emphasised);
	assert_str(cell(&d, 0, 1), "Nhiem vu");
	assert_str(cell(&d, 1, 0), "1");
	assert_str(cell(&d, 1, 1), "Tuyen truyen ve cai cach hanh chinh theo 76/NQ-CP");
	assert_str(cell(&d, 1, 2), "Quy I;" DOCUMENT_PARAGRAPH_END "Quy II");
	assert_str(block(&d, 2), "after the table");
	arena_free(arena);
}

static void words_that_a_narrow_column_broke_are_whole_again(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct page page = {.width = WIDTH, .height = HEIGHT};
	static const int32_t columns[] = {8000, 9400, 13600, 16600, 21000}, rows[] = {10000, 16000, 26000};
	static const struct {
		int32_t left;
		const char *lines[6];
	} cells[] = {
	    {8400, {"S", "T", "T"}},
	    {9800, {"Bat", "dau -", "ket", "thuc"}},
	    {14000, {"Kin", "h", "phi"}},
	    {17000, {"Phong", "phoi"}},
	};
	grid(arena, &page, columns, 5, rows, 3);
	for (size_t c = 0; c < sizeof cells / sizeof *cells; c++)
		for (size_t i = 0; cells[c].lines[i] != NULL; i++)
			put(arena, &page, cells[c].left, 10000 + 1500 * (int32_t)i, cells[c].lines[i]);
	put(arena, &page, 9800, 16200, "20/5/2");
	put(arena, &page, 9800, 17700, "026 va");
	put(arena, &page, 17000, 16200, "khoang");
	put(arena, &page, 17000, 17700, "xanh");
	struct document d = make(arena, &page, 1);
	assert_int_equal(d.blocks.n, 2);
	assert_str(cell(&d, 0, 0), "STT");
	assert_str(cell(&d, 0, 1), "Bat dau - ket thuc");
	assert_str(cell(&d, 0, 2), "Kinh phi");
	assert_str(cell(&d, 0, 3), "Phong phoi");
	assert_str(cell(&d, 1, 1), "20/5/2026 va");
	assert_str(cell(&d, 1, 3), "khoang xanh");
	arena_free(arena);
}

static void cells_without_a_rule_between_are_one(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct page page = {.width = WIDTH, .height = HEIGHT};
	/* the head: "TT" over two rows; one cell over two columns, which the next row parts */
	rule(arena, &page, false, 10000, 8000, 40000);
	rule(arena, &page, false, 12000, 12000, 40000);
	rule(arena, &page, false, 14000, 8000, 40000);
	rule(arena, &page, true, 8000, 10000, 14000);
	rule(arena, &page, true, 12000, 10000, 14000);
	rule(arena, &page, true, 26000, 12000, 14000);
	rule(arena, &page, true, 40000, 10000, 14000);
	put(arena, &page, 8500, 11200, "TT");
	put(arena, &page, 20000, 10200, "Phan cong");
	put(arena, &page, 12500, 12200, "Chu tri");
	put(arena, &page, 26500, 12200, "Phoi hop");
	struct document d = make(arena, &page, 1);
	assert_int_equal(d.blocks.n, 2);
	assert_int_equal(d.blocks.at[0].n_cells, 2);
	assert_int_equal(d.blocks.at[0].cells[0].n_rows, 2);
	assert_int_equal(d.blocks.at[0].cells[1].n_columns, 2);
	assert_str(cell(&d, 0, 1), "Phan cong");
	assert_int_equal(d.blocks.at[1].n_cells, 2);
	assert_int_equal(d.blocks.at[1].cells[0].column, 1);
	assert_str(cell(&d, 1, 1), "Phoi hop");
	arena_free(arena);
}

static void page_numbers_and_heads_that_repeat_are_left_out(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct page pages[4] = {{0}};
	static const char *const numbers[] = {"1", "2", "3", "4"};
	for (size_t p = 0; p < 4; p++) {
		pages[p] = (struct page){.width = WIDTH, .height = HEIGHT};
		put(arena, &pages[p], 29000, 3000, numbers[p]);
		put(arena, &pages[p], LEFT, 5000, "So Noi vu");
		put(arena, &pages[p], LEFT, 30000, "what the page says");
	}
	struct document d = make(arena, pages, 4);
	assert_int_equal(d.blocks.n, 4);
	for (size_t p = 0; p < 4; p++) {
		assert_str(block(&d, p), "what the page says");
		assert_int_equal(d.blocks.at[p].page_before, p > 0);
	}
	arena_free(arena);
}

static void void_words_are_left_out(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct page page = {.width = WIDTH, .height = HEIGHT};
	VEC_PUSH(arena, &page.words, (struct page_word){.text = STR_INIT("a"), .box = {5, 5, 5, 9}});
	VEC_PUSH(arena, &page.words, (struct page_word){.text = STR_INIT("b"), .box = {-5, 5, 9, 9}});
	VEC_PUSH(arena, &page.words, (struct page_word){.box = {5, 5, 9, 9}});
	struct document d = make(arena, &page, 1);
	assert_int_equal(d.blocks.n, 0);
	assert_int_equal(d.pages.n, 1);
	arena_free(arena);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(lines_come_from_the_top_with_blank_lines_between_paragraphs),
	    cmocka_unit_test(every_word_knows_its_place),
	    cmocka_unit_test(columns_side_by_side_are_read_one_after_the_other),
	    cmocka_unit_test(ruled_cells_make_rows_and_their_lines_are_joined),
	    cmocka_unit_test(words_that_a_narrow_column_broke_are_whole_again),
	    cmocka_unit_test(cells_without_a_rule_between_are_one),
	    cmocka_unit_test(page_numbers_and_heads_that_repeat_are_left_out),
	    cmocka_unit_test(void_words_are_left_out),
	};
	return TEST_RUN(cases);
}
