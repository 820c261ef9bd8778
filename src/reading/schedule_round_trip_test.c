/* A schedule told in Vietnamese is read back as the same: thousands of them, made from a fixed seed. */
#include "base/test.h"
#include "locale_vi.h"
#include "reading/schedule_cases.h"

enum { SCHEDULES = 6000, YEAR = 2026, MAX_DUE = 5 };

/* A generator of numbers, the same in every run (xorshift). */
struct maker {
	struct arena *arena;
	uint32_t state;
};

static int pick(struct maker *m, int low, int high)
{
	m->state ^= m->state << 13;
	m->state ^= m->state >> 17;
	m->state ^= m->state << 5;
	return low + (int)(m->state % (uint32_t)(high - low + 1));
}

static date_day pick_day(struct maker *m, int first_year, int last_year)
{
	date_day first = date_from_parts(first_year, 1, 1), last = date_from_parts(last_year, 12, 31);
	return pick(m, first, last);
}

static struct str pick_condition(struct maker *m)
{
	static const char *const conditions[] = {
	    "Theo tiến độ của Đề án",      "Sau khi các chỉ số được công bố",
	    "Khi có văn bản của cấp trên", "Ngay sau khi Kế hoạch được ban hành",
	    "Tùy theo tình hình thực tế",  "Theo yêu cầu của Ủy ban nhân dân tỉnh",
	};
	return str_of(conditions[pick(m, 0, 5)]);
}

/* A span as people name it: a year, a half, quarters, months, or from one day to another. */
static void set_span(struct maker *m, struct schedule *s)
{
	int first = pick(m, 1, 12), last = pick(m, first, 12), year = pick(m, 2025, 2027);
	switch (pick(m, 0, 4)) {
	case 0:
		s->start = date_from_parts(year, 1, 1);
		s->end = date_from_parts(year + pick(m, 0, 4), 12, 31);
		break;
	case 1:
		s->start = date_quarter_start(year, (first + 2) / 3);
		s->end = date_quarter_end(year, (last + 2) / 3);
		break;
	case 2:
		s->start = date_from_parts(year, first, 1);
		s->end = date_month_end(year + pick(m, 0, 1), last);
		break;
	default:
		s->start = pick_day(m, year, year);
		s->end = s->start + pick(m, 1, 200);
	}
}

static void make_once(struct maker *m, struct schedule *s)
{
	date_day day = pick_day(m, 2025, 2027);
	s->kind = SCHEDULE_ONCE;
	s->exclusive = pick(m, 0, 1) == 1;
	for (int n = pick(m, 1, MAX_DUE); n > 0; n--) {
		VEC_PUSH(m->arena, &s->due, day);
		day += pick(m, 1, 120);
	}
}

static void make_window(struct maker *m, struct schedule *s)
{
	s->kind = SCHEDULE_WINDOW;
	set_span(m, s);
	s->exclusive = pick(m, 0, 5) == 0;
}

static struct str make_rule(struct maker *m, bool *ret_before)
{
	static const char *const weekdays[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
	int day = pick(m, 1, 31), month = pick(m, 1, 6), weekday = pick(m, 0, 5);
	bool before = pick(m, 0, 1) == 1;
	*ret_before = false;
	switch (pick(m, 0, 14)) {
	case 0:
		return STR("FREQ=DAILY");
	case 1:
		return STR("FREQ=WEEKLY");
	case 2:
		return STR("FREQ=MONTHLY");
	case 3:
		return STR("FREQ=MONTHLY;INTERVAL=3");
	case 4:
		return STR("FREQ=MONTHLY;INTERVAL=6");
	case 5:
		return STR("FREQ=YEARLY");
	case 6:
		return str_format(m->arena, "FREQ=MONTHLY;INTERVAL=%d", pick(m, 0, 1) == 0 ? 2 : 4);
	case 7:
		return str_format(m->arena, "FREQ=YEARLY;BYMONTH=%d,%d", month, month + pick(m, 1, 6));
	case 8:
		return str_format(m->arena, "FREQ=MONTHLY;BYDAY=%d%s", pick(m, 0, 1) == 0 ? -1 : pick(m, 1, 4), weekdays[weekday]);
	default:
		*ret_before = before;
	}
	switch (pick(m, 0, 5)) {
	case 0:
		return str_format(m->arena, "FREQ=WEEKLY;BYDAY=%s,%s", weekdays[weekday], weekdays[weekday + 1]);
	case 1:
		return str_format(m->arena, "FREQ=MONTHLY;BYMONTHDAY=%d", day);
	case 2:
		return str_format(m->arena, "FREQ=MONTHLY;BYMONTHDAY=%d,%d,-1", pick(m, 1, 10), pick(m, 11, 28));
	case 3:
		return str_format(m->arena, "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=%d", day);
	case 4:
		month = pick(m, 2, 3);
		return str_format(m->arena, "FREQ=YEARLY;BYMONTH=%d,%d,%d,%d;BYMONTHDAY=%d", month, month + 3, month + 6, month + 9, day);
	default:
		return str_format(m->arena, "FREQ=YEARLY;BYMONTH=%d,%d;BYMONTHDAY=%d", month, month + 6, pick(m, 1, 28));
	}
}

static void make_recurring(struct maker *m, struct schedule *s)
{
	s->kind = SCHEDULE_RECURRING;
	set_span(m, s);
	s->rrule = make_rule(m, &s->exclusive);
	if (pick(m, 0, 9) == 0) {
		s->rrule = (struct str){0};
		s->exclusive = false;
		s->condition = STR("Định kỳ");
	}
}

static struct schedule make(struct maker *m)
{
	struct schedule s = {.start = DATE_NONE, .end = DATE_NONE};
	switch (pick(m, 0, 4)) {
	case 0:
		make_once(m, &s);
		break;
	case 1:
		make_window(m, &s);
		break;
	case 2:
		make_recurring(m, &s);
		break;
	case 3:
		s.kind = SCHEDULE_ONGOING;
		set_span(m, &s);
		break;
	default:
		s.kind = SCHEDULE_CONDITIONAL;
		s.condition = pick_condition(m);
		if (pick(m, 0, 1) == 1)
			set_span(m, &s);
	}
	bool may_wait = s.kind != SCHEDULE_CONDITIONAL && s.condition.len == 0;
	if (may_wait && pick(m, 0, 3) == 0)
		s.condition = STR("theo hướng dẫn của Bộ Nội vụ");
	s.tentative = pick(m, 0, 3) == 0;
	return s;
}

static void what_is_told_is_read_back(void **state)
{
	size_t wrong = 0;
	struct maker m = {.state = 20261125};
	(void)state;
	for (int i = 0; i < SCHEDULES; i++) {
		m.arena = arena_new();
		struct schedule made = make(&m);
		struct schedule_notes notes;
		struct str words = schedule_describe(m.arena, &locale_vi, &made);
		struct schedule read = schedule_words_parse(m.arena, words, YEAR, &notes);
		struct str expected = schedule_in_short(m.arena, &made), got = schedule_in_short(m.arena, &read);
		if (!str_eq(expected, got) && wrong++ < 20)
			print_error("words    \"%.*s\"\nexpected \"%.*s\"\ngot      \"%.*s\"\n", STR_ARG(words), STR_ARG(expected),
			            STR_ARG(got));
		arena_free(m.arena);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_told_is_read_back)};
	return TEST_RUN(tests);
}
