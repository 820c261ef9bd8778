#include "reading/plan_year.h"

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

/* ---- the school year ---- */

static bool is_of_school_year(struct arena *arena, const struct reading_header *header)
{
	struct words words = words_of(arena, header->title.text);
	for (size_t i = 0; i < words.n; i++) {
		int first = words_match(&words, i, "năm học") > 0 ? words_number(&words, i + 2) : -1;
		if (first == header->year && words_is(&words, i + 3, "-") && words_number(&words, i + 4) == first + 1)
			return true;
	}
	return false;
}

static bool names_year(struct arena *arena, struct str text, int year)
{
	struct words words = words_of(arena, text);
	for (size_t i = 0; i < words.n; i++)
		if (words_number(&words, i) == year)
			return true;
	return false;
}

static void shift(struct arena *arena, struct schedule *schedule, struct str text, int year)
{
	enum { SEPTEMBER = 9, MAY = 5, LAST_DAY = 31 };
	bool whole = schedule->start == date_from_parts(year, 1, 1) && schedule->end == date_from_parts(year, 12, 31);
	if (!whole || names_year(arena, text, year))
		return;
	schedule->start = date_from_parts(year, SEPTEMBER, 1);
	schedule->end = date_from_parts(year + 1, MAY, LAST_DAY);
}

void plan_year_of_school(struct arena *arena, struct reading *reading)
{
	const int year = reading->header.year;
	if (year == 0 || !is_of_school_year(arena, &reading->header))
		return;
	for (size_t i = 0; i < reading->tasks.n; i++)
		for (size_t k = 0; k < reading->tasks.at[i].parts.n; k++) {
			struct reading_part *part = &reading->tasks.at[i].parts.at[k];
			shift(arena, &part->schedule, part->schedule_raw.text, year);
		}
	for (size_t i = 0; i < reading->report_duties.n; i++) {
		struct reading_report_duty *duty = &reading->report_duties.at[i];
		shift(arena, &duty->schedule, duty->what.text, year);
	}
}
