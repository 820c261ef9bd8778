#include "reading/plan_year.h"

#include "reading/time_spelling.h"
#include "reading/time_words.h"

int plan_year_of_heading(const struct words *heading, int plan_year)
{
	for (size_t i = 0; i < heading->n && plan_year > 0; i++) {
		int year = words_is(heading, i, "năm") ? words_number(heading, i + 1) : -1;
		if (year == plan_year || year == plan_year + 1)
			return year;
	}
	return plan_year;
}

int plan_year_before(const struct lines_paragraph_vec *paragraphs, uint32_t block, int plan_year)
{
	enum { NEAR = 6 };
	size_t at = paragraphs->n;
	while (at > 0 && paragraphs->at[at - 1].first_block >= block)
		at--;
	for (size_t k = 0; k < NEAR && k < at; k++) {
		const struct lines_paragraph *p = &paragraphs->at[at - 1 - k];
		for (size_t i = 0; p->capitals && i < p->words.n; i++)
			if (words_is(&p->words, i, "năm") && words_number(&p->words, i + 1) > 0)
				return plan_year_of_heading(&p->words, plan_year);
	}
	return plan_year;
}

/* ---- the period ---- */

enum { QUARTER = 92 }; /* days */

struct period {
	date_day start, end;
};

/* Whether a time in the title says for when the plan is: a school year, a quarter, months, days from … to …; a single day is that
 * of an event. */
static bool is_period(const struct time_item_vec *times, size_t k)
{
	const struct time_item *item = &times->at[k];
	bool lasts = item->unit != TIME_DAY || item->ends_range;
	return lasts && item->unit <= TIME_SCHOOL_YEAR && item->bound != TIME_BEFORE && item->start != DATE_NONE;
}

/* The one period that the plan's title names, where it is a school year, or no longer than a quarter, and begins in the plan's
 * year; none of several ("kết quả quý I, nhiệm vụ quý II"). */
static bool find_period(struct arena *arena, const struct reading_header *header, struct period *ret)
{
	bool mended;
	struct words words = words_of(arena, header->title.text);
	struct words spelled = time_spelling_mend(arena, &words, &mended);
	struct time_item_vec times = time_words_find(arena, &spelled, header->year);
	const struct time_item *first = NULL, *last = NULL;
	for (size_t k = 0; k < times.n; k++) {
		if (!is_period(&times, k))
			continue;
		if (last != NULL && !times.at[k].ends_range)
			return false;
		last = &times.at[k];
		first = last->ends_range && k > 0 ? last - 1 : last;
	}
	if (last == NULL)
		return false;
	*ret = (struct period){first->start, last->end};
	return first->start >= date_from_parts(header->year, 1, 1) && first->start <= date_from_parts(header->year, 12, 31) &&
	       last->end >= first->start && (last->end - first->start < QUARTER || last->unit == TIME_SCHOOL_YEAR);
}

static bool names_year(struct arena *arena, struct str text, int year)
{
	struct words words = words_of(arena, text);
	for (size_t i = 0; i < words.n; i++)
		if (words_number(&words, i) == year || words_match(&words, i, "cả năm") > 0)
			return true;
	return false;
}

/* What takes all of the plan's year for want of another time takes its period instead. */
static void narrow(struct arena *arena, struct schedule *schedule, struct str text, int year, const struct period *period)
{
	bool whole = schedule->start == date_from_parts(year, 1, 1) && schedule->end == date_from_parts(year, 12, 31);
	bool yearly = str_has_prefix(schedule->rrule, STR("FREQ=YEARLY"));
	if (!whole || yearly || names_year(arena, text, year))
		return;
	schedule->start = period->start;
	schedule->end = period->end;
}

void plan_year_narrow(struct arena *arena, struct reading *reading)
{
	const int year = reading->header.year;
	struct period period;
	if (year == 0 || !find_period(arena, &reading->header, &period))
		return;
	for (size_t i = 0; i < reading->tasks.n; i++)
		for (size_t k = 0; k < reading->tasks.at[i].parts.n; k++) {
			struct reading_part *part = &reading->tasks.at[i].parts.at[k];
			narrow(arena, &part->schedule, part->schedule_raw.text, year, &period);
		}
	for (size_t i = 0; i < reading->report_duties.n; i++) {
		struct reading_report_duty *duty = &reading->report_duties.at[i];
		narrow(arena, &duty->schedule, duty->what.text, year, &period);
	}
}
