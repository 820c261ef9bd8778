#include "reading/time_phrase.h"

#include "calendar/lunar.h"
#include "reading/time_date.h"
#include "reading/time_period.h"
#include "reading/time_year.h"

enum { FIRST_YEAR = 1945, LAST_YEAR = 2150, SHORT_YEAR_FROM = 20, SHORT_YEAR_TO = 60, CENTURY = 2000 };

#define ANY(words, i, table, n) words_match_any((words), (i), (table), sizeof(table) / sizeof(table)[0], (n))

struct time_phrase *time_phrase_add(struct time_finder *f, enum time_unit unit, size_t begin, size_t end)
{
	struct time_phrase phrase = {.item = {.unit = unit, .begin = begin, .end_word = end, .bound_begin = begin}};
	VEC_PUSH(f->arena, &f->out, phrase);
	return &f->out.at[f->out.n - 1];
}

struct time_phrase *time_phrase_add_months(struct time_finder *f, enum time_unit unit, size_t begin, size_t end, int first,
                                           int last)
{
	struct time_phrase *p = time_phrase_add(f, unit, begin, end);
	p->first = first;
	p->last = last;
	return p;
}

/* ---- years ---- */

int time_phrase_year_at(const struct words *words, size_t i)
{
	int year = words_number(words, i);
	return i < words->n && words->at[i].key.len == 4 && year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

/* "/26": two digits behind a slash, and nothing behind them. */
static int short_year_at(const struct words *words, size_t i)
{
	int n = words_number(words, i);
	bool ends = i + 1 >= words->n || words->at[i + 1].space_before || !words_is(words, i + 1, "/");
	bool short_form = i < words->n && words->at[i].key.len == 2 && n >= SHORT_YEAR_FROM && n <= SHORT_YEAR_TO;
	return short_form && ends && words_is(words, i - 1, "/") && !words->at[i].space_before ? CENTURY + n : 0;
}

int time_phrase_relative_year(const struct words *words, int default_year, size_t *at)
{
	static const struct words_phrase years[] = {{"năm sau", 1},       {"năm tới", 1},         {"năm kế tiếp", 1},
	                                            {"năm tiếp theo", 1}, {"năm sau liền kề", 1}, {"năm trước", -1},
	                                            {"năm nay", 0},       {"năm kế hoạch", 0}};
	size_t n = 0;
	const struct words_phrase *year = default_year > 0 ? ANY(words, *at, years, &n) : NULL;
	static const char *const bounded[] = {"ngày", "tháng", "quý", "khi", "năm"};
	if (year == NULL || words_longest(words, *at + n, bounded, sizeof bounded / sizeof bounded[0]) > 0 ||
	    words_number(words, *at + n) >= 0)
		return 0; /* "báo cáo năm trước ngày 25/11" */
	*at += n;
	return default_year + year->meaning;
}

int time_phrase_year(const struct words *words, int default_year, size_t *at)
{
	size_t i = *at;
	int year = time_phrase_year_at(words, i);
	if (year != 0) { /* "tháng 3 2026" */
		*at = i + 1;
		return year;
	}
	if (words_is(words, i, ",") && (words_is(words, i + 1, "năm") || time_phrase_year_at(words, i + 1) != 0))
		i++;
	if (words_is(words, i, "của") || words_is(words, i, "trong"))
		i++;
	year = time_phrase_relative_year(words, default_year, &i);
	if (year == 0) {
		if (words_is(words, i, "/") || words_is(words, i, "năm") || words_is(words, i, "-") || words_is(words, i, "."))
			i++;
		else if (i == *at)
			return 0;
		year = time_phrase_year_at(words, i);
		year = year == 0 && i > 0 ? short_year_at(words, i) : year;
		i++;
	}
	if (year != 0)
		*at = i;
	return year;
}

bool time_phrase_is_tail(const struct words *words, size_t i)
{
	return i > 0 && !words->at[i].space_before && words->at[i - 1].kind == WORD_SIGN && !words_is(words, i - 1, "(") &&
	       !words_is(words, i - 1, ":");
}

size_t time_phrase_find(struct time_finder *finder, size_t i)
{
	size_t n = time_date_find(finder, i);
	n = n > 0 ? n : time_period_find(finder, i);
	return n > 0 ? n : time_year_find(finder, i);
}

/* ---- days ---- */

/* A day known by its name. By the ministry's yearly frames schools open on 5 September. */
static void set_event(struct time_phrase *p)
{
	date_day day = DATE_NONE;
	if (p->event == TIME_TET)
		day = lunar_new_year(p->year);
	else if (p->event == TIME_KINGS_DAY)
		day = lunar_kings_day(p->year);
	else if (p->event == TIME_SCHOOL_OPENING)
		day = date_from_parts(p->year, 9, 5);
	p->item.start = p->item.end = day;
}

static void set_date(struct time_phrase *p)
{
	struct time_item *item = &p->item;
	if (p->event != TIME_NO_EVENT) {
		set_event(p);
		return;
	}
	if (item->month == 0 || item->doubt == TIME_IMPOSSIBLE || p->year == 0)
		return;
	if (item->day < 0)
		item->day = date_days_in_month(p->year, item->month);
	item->start = item->end =
	    p->is_lunar ? lunar_to_day(p->year, item->month, item->day) : date_from_parts(p->year, item->month, item->day);
	if (item->start == DATE_NONE)
		item->doubt = TIME_IMPOSSIBLE;
}

static void set_part(struct time_phrase *p)
{
	static const int days[][2] = {[TIME_WHOLE] = {1, 31}, [TIME_BEGIN] = {1, 10},      [TIME_MIDDLE] = {11, 20},
	                              [TIME_END] = {21, 31},  [TIME_FIRST_HALF] = {1, 15}, [TIME_LAST_HALF] = {16, 31}};
	date_day first = p->item.start;
	if (p->part == TIME_WHOLE)
		return;
	p->item.start = first + days[p->part][0] - 1;
	p->item.end = days[p->part][1] == 31 ? p->item.end : first + days[p->part][1] - 1;
}

/* The first term is of the months to December, the second of those from January: where they meet differs by province. */
static void set_school_year(struct time_phrase *p, bool printed)
{
	/* In a calendar year the second term comes first: the one that began in the year before. */
	bool second = p->first == 2 || p->first == 4 || p->first == 6 || p->first == 8;
	int year = !printed && second ? p->year - 1 : p->year;
	/* the year, its terms, its begin and its end, the terms' begins, the terms' ends */
	static const int months[][2] = {{9, 5}, {9, 12}, {1, 5}, {9, 9}, {5, 5}, {9, 9}, {1, 1}, {12, 12}, {5, 5}};
	int first = months[p->first][0], last = months[p->first][1];
	p->item.start = date_from_parts(first >= 9 ? year : year + 1, first, 1);
	p->item.end = date_month_end(last >= 9 ? year : year + 1, last);
}

static void set_week(struct time_phrase *p)
{
	struct time_item *item = &p->item;
	item->start = date_from_parts(p->year, p->first, 1);
	item->end = date_month_end(p->year, p->first);
	if (p->days > 0)
		item->end = item->start + p->days - 1;
	else if (p->days < 0)
		item->start = item->end + p->days + 1;
	if (p->days != 0)
		return;
	item->start = p->last == 5 ? item->end - 6 : date_from_parts(p->year, p->first, (p->last - 1) * 7 + 1);
	if (p->last < 4)
		item->end = item->start + 6;
}

void time_phrase_set_days(struct time_phrase *p)
{
	struct time_item *item = &p->item;
	item->start = item->end = DATE_NONE;
	if (item->unit == TIME_DAY)
		set_date(p);
	else if (p->year == 0)
		return;
	else if (item->unit == TIME_WEEK)
		set_week(p);
	else if (item->unit == TIME_SCHOOL_YEAR)
		set_school_year(p, item->has_year);
	else {
		item->start = date_from_parts(p->year, p->first, 1);
		item->end = date_month_end(p->last_year != 0 ? p->last_year : p->year, p->last);
		set_part(p);
	}
}
