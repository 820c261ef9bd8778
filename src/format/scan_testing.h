/* What the tests of scans share: a page of words in one line, and its text again. Included by tests alone. */
#ifndef FORMAT_SCAN_TESTING_H
#define FORMAT_SCAN_TESTING_H

#include "base/test.h"

#include "base/buf.h"
#include "format/page.h"

static inline struct page scan_testing_page(struct arena *arena, const char *text, uint8_t confidence)
{
	struct page page = {.is_scan = true};
	struct str rest = str_of(text), part;
	while (str_split(&rest, ' ', &part))
		VEC_PUSH(arena, &page.words, (struct page_word){.text = part, .confidence = confidence});
	return page;
}

static inline struct str scan_testing_text(struct arena *arena, const struct page *page)
{
	enum { ROOM = 4096 };
	struct buf out;
	buf_init(&out, arena, ROOM);
	for (size_t i = 0; i < page->words.n; i++) {
		buf_add(&out, i > 0 ? STR(" ") : STR(""));
		buf_add(&out, page->words.at[i].text);
	}
	return buf_str(&out);
}

#endif
