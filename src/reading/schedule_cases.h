/* What the tests of schedules share: a case is a way to write a time and what it comes to, in short: kind, start..end, "due"
 * days, "before" where exclusive, the rule, "if" the condition, "maybe" where tentative. The plan's year is 2026. */
#ifndef READING_SCHEDULE_CASES_H
#define READING_SCHEDULE_CASES_H

#include "base/buf.h"
#include "base/test.h"
#include "reading/frequency_words.h"
#include "reading/schedule_words.h"

struct schedule_case {
	const char *words, *expected;
};

static inline struct str schedule_in_short(struct arena *arena, const struct schedule *s)
{
	struct buf out;
	buf_init(&out, arena, 4000);
	buf_add(&out, schedule_kind_name(s->kind));
	if (s->start != DATE_NONE || s->end != DATE_NONE) {
		struct str start = date_format_iso(arena, s->start), end = date_format_iso(arena, s->end);
		buf_add_format(&out, " %.*s..%.*s", STR_ARG(start), STR_ARG(end));
	}
	for (size_t i = 0; i < s->due.n; i++) {
		buf_add(&out, i == 0 ? STR(" due ") : STR(","));
		buf_add(&out, date_format_iso(arena, s->due.at[i]));
	}
	if (s->exclusive)
		buf_add(&out, STR(" before"));
	if (s->rrule.len > 0)
		buf_add_format(&out, " %.*s", STR_ARG(s->rrule));
	if (s->condition.len > 0)
		buf_add_format(&out, " if %.*s", STR_ARG(s->condition));
	if (s->tentative)
		buf_add(&out, STR(" maybe"));
	return buf_str(&out);
}

/* Every case is tried, so that one run shows all that are wrong. */
static inline void schedule_cases_check(const struct schedule_case *cases, size_t n)
{
	size_t wrong = 0;
	for (size_t i = 0; i < n; i++) {
		struct arena *arena = arena_new();
		struct schedule_notes notes;
		struct schedule schedule = schedule_words_parse(arena, str_of(cases[i].words), 2026, &notes);
		struct date_day_vec days = {0};
		struct str got = schedule_in_short(arena, &schedule);
		if (!str_eq(got, str_of(cases[i].expected))) {
			print_error("words    \"%s\"\nexpected \"%s\"\ngot      \"%.*s\"\n", cases[i].words, cases[i].expected, STR_ARG(got));
			wrong++;
		}
		assert_rc(schedule_deadlines(arena, &schedule, date_from_parts(2026, 1, 1), date_from_parts(2026, 12, 31), 400, &days),
		          RC_OK);
		struct words words = words_of(arena, str_of(cases[i].words)); /* what comes back is never passed over */
		assert_true(schedule.rrule.len == 0 || frequency_words_may_be(&words, 0, words.n));
		assert_true(notes.confidence <= 100 && (schedule.kind == SCHEDULE_NONE) == (notes.confidence == 0));
		arena_free(arena);
	}
	assert_int_equal(wrong, 0);
}

#define CHECK(cases) schedule_cases_check((cases), sizeof(cases) / sizeof(cases)[0])

#endif
