/* Any words and rules on any pages: the document made of them keeps what document.h promises; and any picture is looked through
 * for rules. */
#include <stdint.h>
#include <stdlib.h>

#include "format/page_document.h"
#include "format/page_rules.h"
#include "format/page_turn.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

struct bytes {
	const uint8_t *at;
	size_t left;
};

static uint8_t take(struct bytes *bytes)
{
	if (bytes->left == 0)
		return 0;
	bytes->left--;
	return *bytes->at++;
}

/* A length up to about the size of a page; a first byte of 255 makes any number of the next four. */
static int32_t take_length(struct bytes *bytes)
{
	uint8_t high = take(bytes);
	if (high < 255)
		return (int32_t)(high * 256 + take(bytes)) * 2;
	uint32_t any = 0;
	for (int i = 0; i < 4; i++)
		any = any << 8 | take(bytes);
	return (int32_t)any;
}

static struct page take_page(struct arena *arena, struct bytes *bytes)
{
	static const char *const words[] = {"a", "1", "-", "STT", "76/NQ-", "Trang", "tuyên", "chủ", ""};
	struct page page = {.width = take_length(bytes), .height = take_length(bytes)};
	page.is_scan = take(bytes) & 1;
	for (uint8_t kind = take(bytes); bytes->left > 0 && kind != 0 && page.words.n < 500 && page.rules.n < 500;
	     kind = take(bytes)) {
		if (kind & 1) {
			struct page_rule rule = {.is_vertical = kind & 2};
			rule.at = take_length(bytes);
			rule.from = take_length(bytes);
			rule.to = rule.from / 2 + take_length(bytes) / 2;
			if (rule.from >= 0 && rule.to >= rule.from && rule.at >= 0 && rule.to <= PAGE_MAX_LENGTH &&
			    rule.at <= PAGE_MAX_LENGTH)
				VEC_PUSH(arena, &page.rules, rule);
			continue;
		}
		struct page_word word = {.text = str_of(words[kind % 9]), .bold = kind & 2, .confidence = kind};
		word.box.left = take_length(bytes);
		word.box.top = take_length(bytes);
		word.box.right = word.box.left / 2 + take_length(bytes) / 2;
		word.box.bottom = word.box.top / 2 + take_length(bytes) / 2;
		VEC_PUSH(arena, &page.words, word);
	}
	return page;
}

static void check(const struct document *document)
{
	uint32_t end = 0;
	for (size_t i = 0; i < document->blocks.n; i++) {
		const struct document_block *block = &document->blocks.at[i];
		require(block->span.begin >= end && block->span.begin <= block->span.end && block->span.end <= document->text.len);
		end = block->span.end;
		for (uint32_t c = 0; c < block->n_cells; c++) {
			const struct document_cell *cell = &block->cells[c];
			require(cell->span.begin <= cell->span.end && cell->span.end <= document->text.len);
			require(cell->n_columns > 0 && cell->n_rows > 0);
			require(c == 0 || cell->column >= block->cells[c - 1].column + block->cells[c - 1].n_columns);
		}
	}
	for (size_t i = 0; i < document->words.n; i++) {
		const struct document_word *word = &document->words.at[i];
		require(word->span.begin < word->span.end && word->span.end <= document->text.len);
		require(i == 0 || word->span.begin >= document->words.at[i - 1].span.end);
		require(word->page >= 1 && word->page <= document->pages.n);
		require(word->left <= word->right && word->right <= 10000 && word->top <= word->bottom && word->bottom <= 10000);
	}
}

static void look_for_rules(struct arena *arena, struct bytes *bytes)
{
	struct page_rule_vec rules = {0};
	struct page_picture picture = {.dark = bytes->at, .dpi = 20, .is_rough = bytes->left & 1};
	picture.width = (int32_t)(bytes->left % 60 + 1);
	picture.height = (int32_t)(bytes->left / (size_t)picture.width);
	page_rules_find(arena, &picture, &rules);
	for (size_t i = 0; i < rules.n; i++)
		require(rules.at[i].from >= 0 && rules.at[i].to > rules.at[i].from && rules.at[i].at >= 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	enum { PAGES = 5 };
	struct arena *arena = arena_new();
	struct bytes bytes = {data, size};
	struct page pages[PAGES];
	struct document document = {0};
	size_t n = 0;
	look_for_rules(arena, &bytes);
	while (n < PAGES && bytes.left > 0) {
		pages[n] = take_page(arena, &bytes);
		n++;
	}
	require(page_document_write(arena, pages, n, &document) == RC_OK);
	check(&document);
	arena_free(arena);
	return 0;
}
