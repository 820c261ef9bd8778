/* Dates: whole, listed, in ranges, with blank or impossible days. */
#include "reading/time_date.h"

#include "reading/time_phrase.h"

enum { MAX_LIST = 12 };

static bool is_separator(const struct words *words, size_t i)
{
	return words_is(words, i, "/") || words_is(words, i, "-") || words_is(words, i, ".");
}

static bool is_day(int n)
{
	return n >= 1 && n <= 31;
}

static bool is_month(int n)
{
	return n >= 1 && n <= 12;
}

/* Day or month at word `i`, of at most two digits; -1 for none. */
static int small_number(const struct words *words, size_t i)
{
	return i < words->n && words->at[i].key.len <= 2 ? words_number(words, i) : -1;
}

/* "20/3" */
static bool is_day_and_month(const struct words *words, size_t i)
{
	return is_day(small_number(words, i)) && words_is(words, i + 1, "/") && is_month(small_number(words, i + 2));
}

static bool is_and(const struct words *words, size_t i)
{
	return words_is(words, i, ",") || words_is(words, i, "và") || words_is(words, i, "&") || words_is(words, i, "hoặc");
}

/* "24/7" at word `i`, round the clock; in a list of days it is one of them. */
static bool is_round_the_clock(const struct words *words, size_t i)
{
	bool listed = (i > 1 && is_and(words, i - 1) && words_number(words, i - 2) >= 0) ||
	              (is_and(words, i + 3) && words_number(words, i + 4) >= 0);
	return !listed && words_number(words, i) == 24 && words_number(words, i + 2) == 7;
}

/* Whether day and month without a year behind them at `at` are something else: "12/3/KH", "12/3-4", "24/7" for round the clock.
 */
static bool is_other_number(const struct words *words, size_t i, size_t at)
{
	bool glued =
	    is_separator(words, at) && at + 1 < words->n && !words->at[at + 1].space_before && words->at[at + 1].kind != WORD_SIGN;
	if (words_is(words, at, "-") && is_day_and_month(words, at + 1))
		glued = false;
	return glued || (at == i + 3 && is_round_the_clock(words, i));
}

/* How the two numbers of a date are joined at word `at`, the day: the words between, 0 where they are not. */
static size_t joint_of(const struct words *words, size_t at)
{
	if (words_is(words, at + 1, "tháng") || is_separator(words, at + 1))
		return 1;
	return words_match(words, at + 1, "của tháng") > 0 ? 2 : 0;
}

/* The date whose day stands at `at` and that began at `i`; day and month are not looked at. */
static size_t read_numbers(const struct words *words, size_t i, size_t at, struct date_parts *ret)
{
	size_t joint = joint_of(words, at);
	int day = small_number(words, at), month = small_number(words, at + 1 + joint);
	bool named = at > i, slash = words_is(words, at + 1, "/");
	if (joint == 0 || day < 0 || month < 0)
		return 0;
	bool says_so = !is_separator(words, at + 1) || slash || (named && words_is(words, at + 1, "-"));
	size_t behind = at + joint + 2, after = behind;
	if (!named && words_is(words, at + 1, "-") && words_is(words, behind, "/"))
		return 0; /* "3-4/2026": months */
	if (!named && words_is(words, behind, "lần"))
		return 0; /* "3 tháng 1 lần" */
	int year = time_phrase_year(words, 0, &after);
	if (year == 0 && (!says_so || (slash && is_other_number(words, i, behind))))
		return 0;
	*ret = (struct date_parts){.year = year, .month = month, .day = day};
	return (year != 0 ? after : behind) - i;
}

/* "2026-03-05" */
static size_t read_iso(const struct words *words, size_t i, struct date_parts *ret)
{
	int year = time_phrase_year_at(words, i), month = small_number(words, i + 2), day = small_number(words, i + 4);
	if (year == 0 || !words_is(words, i + 1, "-") || !words_is(words, i + 3, "-") || !is_month(month) || !is_day(day))
		return 0;
	*ret = (struct date_parts){.year = year, .month = month, .day = day};
	return 5;
}

size_t time_date_read(const struct words *words, size_t i, struct date_parts *ret)
{
	struct date_parts date;
	bool named = words_is(words, i, "ngày") || words_is(words, i, "mùng") || words_is(words, i, "mồng");
	size_t at = named ? i + 1 : i;
	if (words_is(words, i, "ngày") && (words_is(words, at, "mùng") || words_is(words, at, "mồng")))
		at++;
	size_t n = read_numbers(words, i, at, &date);
	if (n > 0 && (!is_day(date.day) || !is_month(date.month)))
		n = 0;
	n = n > 0 ? n : read_iso(words, i, &date);
	if (n > 0)
		*ret = date;
	return n;
}

static void add_day(struct time_finder *f, size_t begin, size_t end, const struct date_parts *date)
{
	struct time_phrase *p = time_phrase_add(f, TIME_DAY, begin, end);
	p->item.day = date->day;
	p->item.month = date->month;
	p->year = date->year;
}

/* "ngày 25 - 30 hằng tháng", "ngày 01 đến ngày 05 hàng tháng": a range of days in each month. */
static size_t find_bare_range(struct time_finder *f, size_t i, size_t at)
{
	size_t next = at + 2 + words_is(f->words, at + 2, "ngày");
	struct date_parts first = {.day = small_number(f->words, at)}, last = {.day = small_number(f->words, next)};
	if (at == i || !is_day(last.day) || first.day >= last.day || words_is(f->words, next + 1, "/") ||
	    words_is(f->words, next + 1, "-"))
		return 0;
	add_day(f, i, at + 1, &first);
	add_day(f, at + 2, next + 1, &last);
	f->out.at[f->out.n - 1].item.ends_range = true;
	return next + 1 - i;
}

/* "01-15/3/2026", "01 đến ngày 15/3", "từ 05 - 10 tháng 3": a range of days in one month. */
static size_t find_day_range(struct time_finder *f, size_t i)
{
	size_t at = words_is(f->words, i, "ngày") ? i + 1 : i;
	struct date_parts last;
	int first = small_number(f->words, at);
	if (!is_day(first) || !(words_is(f->words, at + 1, "-") || words_is(f->words, at + 1, "đến")))
		return 0;
	size_t n = time_date_read(f->words, at + 2, &last);
	size_t day_at = words_is(f->words, at + 2, "ngày") ? at + 3 : at + 2;
	bool slash = words_is(f->words, day_at + 1, "/") || words_is(f->words, day_at + 1, "tháng");
	if (n == 0)
		return find_bare_range(f, i, at);
	if (!slash || first >= last.day)
		return 0;
	struct date_parts day = {.day = first};
	add_day(f, i, at + 1, &day);
	add_day(f, at + 2, at + 2 + n, &last);
	f->out.at[f->out.n - 1].item.ends_range = true;
	return at + 2 + n - i;
}

/* Whether the number at `i` alone is a day of each month: "05 hằng tháng", "trước 10 hàng tháng"; but "02 tin hằng tháng". */
static bool is_day_of_each_month(const struct words *words, size_t i)
{
	static const char *const monthly[] = {"hằng tháng", "hàng tháng", "mỗi tháng"};
	bool begins = i == 0 || words->at[i - 1].kind == WORD_SIGN || words_is(words, i - 1, "trước");
	return begins && words_longest(words, i + 1, monthly, sizeof monthly / sizeof monthly[0]) > 0;
}

/* "05, 15 và 25/3/2026", "ngày 10 và 20 hàng tháng": the days before the last, whose month comes from it. `at` is the first's
 * number. Returns the word behind them, or `at` where they are no list of days. */
static size_t find_day_list(struct time_finder *f, size_t i, size_t at)
{
	size_t days[MAX_LIST], n = 0, next = at;
	bool named = at > i;
	struct date_parts date;
	while (n < MAX_LIST && is_day(small_number(f->words, next)) && time_date_read(f->words, next, &date) == 0) {
		days[n++] = next;
		if (!is_and(f->words, next + 1))
			break;
		next += words_is(f->words, next + 2, "ngày") ? 3 : 2;
	}
	bool ends_in_date = n > 0 && n < MAX_LIST && next > days[n - 1] && time_date_read(f->words, next, &date) > 0;
	if (n == 0 || (!named && !ends_in_date && !is_day_of_each_month(f->words, i)))
		return at;
	for (size_t k = 0; k < n; k++) {
		struct date_parts day = {.day = words_number(f->words, days[k])};
		add_day(f, k == 0 ? i : days[k], days[k] + 1, &day);
	}
	return days[n - 1] + 1;
}

/* "ngày cuối cùng của tháng 6/2026", "ngày làm việc cuối cùng của tháng 6": the month's last day. */
static size_t find_last_day(struct time_finder *f, size_t i)
{
	static const char *const forms[] = {"ngày cuối cùng của tháng", "ngày cuối cùng tháng", "ngày cuối tháng",
	                                    "ngày cuối của tháng", "ngày làm việc cuối cùng của tháng"};
	size_t n = words_longest(f->words, i, forms, sizeof forms / sizeof forms[0]);
	int month = n > 0 ? small_number(f->words, i + n) : 0;
	if (!is_month(month))
		return 0;
	size_t end = i + n + 1;
	int year = time_phrase_year(f->words, f->default_year, &end);
	struct time_phrase *p = time_phrase_add(f, TIME_DAY, i, end);
	p->item.day = -1;
	p->item.month = month;
	p->item.doubt = words_is(f->words, i + 1, "làm") ? TIME_BY_CUSTOM : TIME_SURE;
	p->year = year;
	return end - i;
}

/* "ngày 10 các tháng 3, 6, 9/2026", "ngày 15 tháng 6, tháng 12": one day of several months. Without "các" each month is named. */
static size_t find_day_of_months(struct time_finder *f, size_t i)
{
	const struct words *words = f->words;
	size_t months[MAX_LIST], n = 0, at = i + 2 + words_is(words, i + 2, "của");
	int day = words_is(words, i, "ngày") ? small_number(words, i + 1) : 0;
	bool all = words_is(words, at, "các");
	at += all;
	if (!is_day(day) || !words_is(words, at, "tháng"))
		return 0;
	for (at++; n < MAX_LIST && is_month(small_number(words, at)); at++) {
		months[n++] = at;
		bool named = is_and(words, at + 1) && words_is(words, at + 2, "tháng");
		if (!named && !(all && is_and(words, at + 1) && is_month(small_number(words, at + 2))))
			break;
		at += named ? 2 : 1;
	}
	if (n < 2)
		return 0;
	size_t end = months[n - 1] + 1;
	int year = time_phrase_year(words, f->default_year, &end);
	for (size_t k = 0; k < n; k++) {
		struct date_parts date = {.year = year, .month = small_number(words, months[k]), .day = day};
		add_day(f, k == 0 ? i : months[k], k + 1 == n ? end : months[k] + 1, &date);
	}
	return end - i;
}

/* Signs where a number is to be filled in; a lone full stop only ends a sentence. */
static size_t skip_blanks(const struct words *words, size_t i)
{
	size_t at = i, dots = 0;
	while (words_is(words, at, "…") || words_is(words, at, ".") || words_is(words, at, "_"))
		dots += words_is(words, at++, ".");
	return at == i + 1 && dots == 1 ? i : at;
}

/* Where the month of a day left open stands: "ngày … tháng 3", "ngày …/3", "…/3"; the word behind what joins them, 0 for none. */
static size_t month_behind_blank(const struct words *words, size_t i)
{
	bool named = words_is(words, i, "ngày");
	size_t at = named ? skip_blanks(words, i + 1) : i;
	bool bare = !named && (words_is(words, i, "…") || words_is(words, i, ".") || words_is(words, i, "_"));
	if (bare)
		return words_is(words, i + 1, "/") ? i + 2 : 0;
	if (!named || !(words_is(words, at, "/") || words_is(words, at, "tháng")))
		return 0;
	bool nothing_open = at == i + 1 && words_is(words, at, "tháng") && skip_blanks(words, at + 1) == at + 1;
	return nothing_open ? 0 : at + 1;
}

/* "ngày … tháng 3 năm 2026", "…/3/2026", "ngày ... tháng ... năm 2026", "tháng …/2026": the month or the year is what is known.
 */
static size_t find_blank(struct time_finder *f, size_t i)
{
	size_t at = month_behind_blank(f->words, i);
	int month = at > 0 ? small_number(f->words, at) : -1;
	bool is_known = is_month(month);
	if (at == 0 && words_is(f->words, i, "tháng") && skip_blanks(f->words, i + 1) > i + 1)
		at = i + 1;
	if (at == 0)
		return 0;
	size_t end = is_known ? at + 1 : skip_blanks(f->words, at);
	int year = time_phrase_year(f->words, f->default_year, &end);
	if (year == 0 && (!is_known || !words_is(f->words, i, "ngày")))
		return 0;
	struct time_phrase *p = time_phrase_add(f, is_known ? TIME_MONTH : TIME_YEAR, i, end);
	p->item.doubt = TIME_BLANK;
	p->first = is_known ? month : 1;
	p->last = is_known ? month : 12;
	p->year = year;
	return end - i;
}

/* "32/13/2026", "ngày 35/4": written as a date, and none. */
static size_t find_impossible(struct time_finder *f, size_t i)
{
	struct date_parts date;
	bool named = words_is(f->words, i, "ngày");
	size_t n = read_numbers(f->words, i, named ? i + 1 : i, &date);
	if (n == 0 || !(named || (date.year != 0 && words_is(f->words, i + 1, "/") && words_is(f->words, i + 3, "/"))))
		return 0;
	if (is_day(date.day) && is_month(date.month))
		return 0;
	time_phrase_add(f, TIME_DAY, i, i + n)->item.doubt = TIME_IMPOSSIBLE;
	return n;
}

/* "âm lịch", "(âm lịch)" behind the date just added. */
static size_t read_lunar(struct time_finder *f, size_t i)
{
	static const char *const forms[] = {"âm lịch", "( âm lịch )", "al", "( al )"};
	size_t n = words_longest(f->words, i, forms, sizeof forms / sizeof forms[0]);
	struct time_phrase *p = &f->out.at[f->out.n - 1];
	p->is_lunar = n > 0;
	p->item.end_word += n;
	return n;
}

size_t time_date_find(struct time_finder *f, size_t i)
{
	struct date_parts date;
	size_t n = find_day_range(f, i);
	if (n > 0)
		return n;
	n = find_day_of_months(f, i);
	if (n > 0)
		return n;
	n = time_date_read(f->words, i, &date);
	if (n > 0) {
		add_day(f, i, i + n, &date);
		return n + read_lunar(f, i + n);
	}
	n = find_blank(f, i);
	n = n > 0 ? n : find_last_day(f, i);
	n = n > 0 ? n : find_impossible(f, i);
	if (n > 0)
		return n;
	bool named = words_is(f->words, i, "ngày") || words_is(f->words, i, "mùng") || words_is(f->words, i, "mồng");
	/* "ngày 20 hàng tháng", "từ ngày 01 đến …"; "ngày 1 lần" counts */
	if (named && words_is(f->words, i + 2, "lần"))
		return 0;
	size_t at = named ? i + 1 : i, end = find_day_list(f, i, at);
	return end == at ? 0 : end - i;
}
