/* What the tests of citations share: a case is a text, and the documents that it cites, as "type number-or-name date issuer
 * xmentions", what is missing left out. */
#ifndef READING_CITATION_CASES_H
#define READING_CITATION_CASES_H

#include "base/buf.h"
#include "reading/citation.h"
#include "reading/testing.h"

static inline struct str citation_in_short(struct arena *arena, const struct reading_citation_vec *all)
{
	struct buf out;
	buf_init(&out, arena, 64 * 1024);
	for (size_t i = 0; i < all->n; i++) {
		const struct reading_citation *c = &all->at[i];
		buf_add_format(&out, "%s%.*s %.*s", i > 0 ? " | " : "", STR_ARG(c->type),
		               STR_ARG(c->number.len > 0 ? c->number : c->name));
		if (c->date != DATE_NONE) {
			struct str day = date_format_iso(arena, c->date);
			buf_add_format(&out, " %.*s", STR_ARG(day));
		}
		if (c->year != 0)
			buf_add_format(&out, " %d", c->year);
		if (c->issuer.len > 0)
			buf_add_format(&out, " (%.*s)", STR_ARG(c->issuer));
		if (c->mentions > 1)
			buf_add_format(&out, " x%d", c->mentions);
	}
	return buf_str(&out);
}

static inline struct reading_citation_vec citations_of(struct arena *arena, const char *text)
{
	struct citation_finder *finder = citation_finder_new(arena);
	struct words words = words_of(arena, str_of(text));
	citation_finder_add(finder, &words, NULL, (struct document_span){0}, READING_MENTION);
	return citation_finder_finish(finder);
}

static inline void citation_check(const struct testing_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena *arena = arena_new();
		struct reading_citation_vec all = citations_of(arena, cases[i].text);
		struct str got = citation_in_short(arena, &all);
		testing_same(cases[i].text, got, cases[i].expected);
		arena_free(arena);
	}
}

#define CHECK(cases) citation_check((cases), sizeof(cases) / sizeof(cases)[0])

#endif
