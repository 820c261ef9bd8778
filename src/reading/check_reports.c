/* Reports that are due before the time that they report on is over (Nghị định 09/2019/NĐ-CP, Điều 12: the figures of a quarter,
 * of six months and of a year are closed on the 14th of its last month). */
#include "reading/check.h"
#include "reading/words.h"

enum { CLOSING_DAY = 14 };

/* The last month of the period that the words name; 0: none is named, *ret_periodic whether one of several is meant. */
static int last_month_of(const struct words *words, bool *ret_periodic)
{
	static const struct words_phrase periods[] = {
	    {"6 tháng", 6}, {"06 tháng", 6},  {"sáu tháng", 6}, {"9 tháng", 9},   {"09 tháng", 9}, {"chín tháng", 9}, {"quý i", 3},
	    {"quý 1", 3},   {"quý ii", 6},    {"quý 2", 6},     {"quý iii", 9},   {"quý 3", 9},    {"quý iv", 12},    {"quý 4", 12},
	    {"cả năm", 12}, {"hằng năm", 12}, {"hàng năm", 12}, {"tổng kết", 12}, {"năm", 12},
	};
	int month = 0;
	*ret_periodic = false;
	for (size_t i = 0; i < words->n; i++) {
		size_t n = 0;
		const struct words_phrase *period = words_match_any(words, i, periods, sizeof periods / sizeof periods[0], &n);
		bool of_date = words_is(words, i, "năm") && i > 0 && words_number(words, i - 1) >= 0; /* "… tháng 12 năm 2026" */
		period = of_date ? NULL : period;
		*ret_periodic = *ret_periodic || words_match(words, i, "định kỳ") > 0 || words_match(words, i, "quý") > 0;
		if (period != NULL && month != 0 && month != period->meaning)
			*ret_periodic = true;
		month = period != NULL ? period->meaning : month;
	}
	return *ret_periodic ? 0 : month;
}

/* The day on which the figures close of the period that a report due on `due` is about; DATE_NONE where that is not told. */
static date_day closing_of(date_day due, int month, bool periodic)
{
	enum { AHEAD = 2 };
	struct date_parts day = date_to_parts(due);
	if (periodic && day.month % 3 == 0)
		month = day.month;
	/* a report on an earlier period is due long after */
	if (month == 0 || day.month > month || month - day.month > AHEAD)
		return DATE_NONE;
	return date_from_parts(day.year, month, CLOSING_DAY);
}

void check_reports_run(struct check *check)
{
	struct arena *scratch = arena_new();
	for (size_t i = 0; i < check->reading->report_duties.n; i++) {
		const struct reading_report_duty *duty = &check->reading->report_duties.at[i];
		arena_reset(scratch);
		struct words words = words_of(scratch, duty->what.text);
		bool is_report = false, periodic;
		for (size_t k = 0; k < words.n; k++)
			is_report = is_report || words_match(&words, k, "báo cáo") > 0;
		int month = last_month_of(&words, &periodic);
		for (size_t k = 0; is_report && k < duty->schedule.due.n; k++) {
			date_day due = duty->schedule.due.at[k], closing = closing_of(due, month, periodic);
			if (closing == DATE_NONE || due - (duty->schedule.exclusive ? 1 : 0) >= closing)
				continue;
			struct message message = {
			    .id = MSG("A report is due on {1}, but the figures of its period close only on {2}: “{3}”."),
			    .args = {date_format_short(check->arena, due), date_format_short(check->arena, closing), duty->what.text}};
			check_note(check, READING_EARLY_REPORT, duty->what.span, message);
			break;
		}
	}
	arena_free(scratch);
}
