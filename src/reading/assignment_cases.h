/* What the tests of assignments share: a case is what a cell says, and the units in order, each after "L:" (leads), "C:"
 * (coordinates) or "P:" (performs). */
#ifndef READING_ASSIGNMENT_CASES_H
#define READING_ASSIGNMENT_CASES_H

#include "base/buf.h"
#include "reading/assignment.h"
#include "reading/testing.h"

static inline struct str assignment_in_short(struct arena *arena, const struct reading_assignment_vec *all)
{
	static const char *const roles[] = {"L", "C", "P"};
	struct buf out;
	buf_init(&out, arena, 4000);
	for (size_t i = 0; i < all->n; i++)
		buf_add_format(&out, "%s%s:%.*s", i > 0 ? " | " : "", roles[all->at[i].role], STR_ARG(all->at[i].unit));
	return buf_str(&out);
}

static inline void assignment_check(const struct testing_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena *arena = arena_new();
		struct reading_assignment_vec all = {0};
		assignment_parse(arena, str_of(cases[i].text), (struct document_span){0}, &all);
		struct str got = assignment_in_short(arena, &all);
		testing_same(cases[i].text, got, cases[i].expected);
		arena_free(arena);
	}
}

#define CHECK(cases) assignment_check((cases), sizeof(cases) / sizeof(cases)[0])

#endif
