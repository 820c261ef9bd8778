#include "reading/time_words.h"

enum { FIRST_YEAR = 1945, LAST_YEAR = 2150, MAX_RANGE_GAP = 4 };

/* What a phrase says before years are filled in. */
struct phrase {
	struct time_item item;
	int year, last_year; /* 0: not printed */
	int first, last;     /* months, quarters, halves; weeks of a month */
};
VEC_OF(phrase, struct phrase);

struct finder {
	struct arena *arena;
	const struct words *words;
	struct phrase_vec out;
};

static int year_at(const struct words *words, size_t i)
{
	int year = words_number(words, i);
	return i < words->n && words->at[i].key.len == 4 && year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

/* "/2026", "năm 2026", ", năm 2026", "- 2026" after a period: moves *at past it and returns the year, else 0. */
static int read_year(const struct words *words, size_t *at)
{
	size_t i = *at;
	if (words_is(words, i, ",") && words_is(words, i + 1, "năm"))
		i++;
	if (words_is(words, i, "của"))
		i++;
	if (words_is(words, i, "/") || words_is(words, i, "năm") || words_is(words, i, "-") || words_is(words, i, "."))
		i++;
	else
		return 0;
	int year = year_at(words, i);
	if (year != 0)
		*at = i + 1;
	return year;
}

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

/* Whether day and month without a year behind them at `at` are something else: "12/3/KH", "12/3-4", "24/7" for round the clock.
 */
static bool is_other_number(const struct words *words, size_t i, size_t at)
{
	bool glued =
	    is_separator(words, at) && at + 1 < words->n && !words->at[at + 1].space_before && words->at[at + 1].kind != WORD_SIGN;
	return glued || (at == i + 3 && words_number(words, i) == 24 && words_number(words, i + 2) == 7);
}

size_t time_words_date(const struct words *words, size_t i, struct date_parts *ret)
{
	bool named = words_is(words, i, "ngày");
	size_t at = named ? i + 1 : i;
	int day = words_number(words, at), month = words_number(words, at + 2);
	if (!is_day(day) || !is_month(month) || words->at[at].key.len > 2 || words->at[at + 2].key.len > 2)
		return 0;
	bool spelled = words_is(words, at + 1, "tháng"), slash = words_is(words, at + 1, "/");
	if (!spelled && !is_separator(words, at + 1))
		return 0;
	bool says_so = spelled || slash || (named && words_is(words, at + 1, "-"));
	size_t after = at + 3;
	int year = read_year(words, &after);
	if (year == 0 && (!says_so || (slash && is_other_number(words, i, at + 3))))
		return 0;
	*ret = (struct date_parts){.year = year, .month = month, .day = day};
	return (year != 0 ? after : at + 3) - i;
}

static struct phrase *add(struct finder *f, enum time_unit unit, size_t begin, size_t end)
{
	struct phrase phrase = {.item = {.unit = unit, .begin = begin, .end_word = end}};
	VEC_PUSH(f->arena, &f->out, phrase);
	return &f->out.at[f->out.n - 1];
}

/* "01-15/3/2026", "01 - 15/3": a range of days in one month. */
static size_t find_day_range(struct finder *f, size_t i)
{
	size_t at = words_is(f->words, i, "ngày") ? i + 1 : i;
	struct date_parts last;
	int first = words_number(f->words, at);
	if (!is_day(first) || !words_is(f->words, at + 1, "-"))
		return 0;
	size_t n = time_words_date(f->words, at + 2, &last);
	if (n == 0 || !words_is(f->words, at + 3, "/") || first >= last.day)
		return 0;
	struct phrase *from = add(f, TIME_DAY, i, at + 1);
	from->item.day = first;
	struct phrase *to = add(f, TIME_DAY, at + 2, at + 2 + n);
	to->item.day = last.day;
	to->item.month = last.month;
	to->item.ends_range = true;
	to->year = last.year;
	return at + 2 + n - i;
}

static size_t find_date(struct finder *f, size_t i)
{
	struct date_parts date;
	size_t n = find_day_range(f, i);
	if (n > 0)
		return n;
	n = time_words_date(f->words, i, &date);
	if (n > 0) {
		struct phrase *p = add(f, TIME_DAY, i, i + n);
		p->item.day = date.day;
		p->item.month = date.month;
		p->year = date.year;
		return n;
	}
	int day = words_number(f->words, i + 1);
	if (words_is(f->words, i, "ngày") && is_day(day)) { /* "ngày 20 hàng tháng", "từ ngày 01 đến …" */
		add(f, TIME_DAY, i, i + 2)->item.day = day;
		return 2;
	}
	return 0;
}

/* A month or quarter number: "8", "08", "III", "Mười hai" is not written so. 0 for none. */
static int period_number(const struct words *words, size_t i, enum time_unit unit)
{
	int limit = unit == TIME_MONTH ? 12 : 4;
	int n = words_number(words, i);
	if (n < 0 && unit == TIME_QUARTER && i < words->n)
		n = words_roman(words->at[i].key);
	return n >= 1 && n <= limit && words->at[i].key.len <= 3 ? n : 0;
}

/* "8, 9, 10/2025", "III-IV/2025", "I và III": further numbers of the same unit; each is a phrase of its own. */
static size_t find_more_periods(struct finder *f, size_t at, enum time_unit unit, const char *unit_word)
{
	for (;;) {
		bool range = words_is(f->words, at, "-") || words_is(f->words, at, "đến");
		size_t next =
		    range || words_is(f->words, at, ",") || words_is(f->words, at, "và") || words_is(f->words, at, "&") ? at + 1 : 0;
		if (next == 0)
			return at;
		if (words_is(f->words, next, unit_word))
			next++;
		int n = period_number(f->words, next, unit);
		struct date_parts date;
		if (n == 0 || time_words_date(f->words, next, &date) > 0)
			return at;
		size_t end = next + 1;
		int year = read_year(f->words, &end);
		/* "tháng 3, 15 người" and "tháng 3 - 2 buổi": a number that counts something */
		bool counts = end < f->words->n && f->words->at[end].kind == WORD_LETTERS && !words_is(f->words, end, "và") &&
		              !words_is(f->words, end, "năm") && !words_is(f->words, end, "đến") && !words_is(f->words, end, "hàng") &&
		              !range && !words_is(f->words, end, unit_word);
		if (counts && year == 0)
			return at;
		struct phrase *p = add(f, unit, next, end);
		p->first = p->last = n;
		p->year = year;
		p->item.ends_range = range;
		at = end;
	}
}

static size_t find_period(struct finder *f, size_t i, enum time_unit unit, const char *unit_word)
{
	int n = words_is(f->words, i, unit_word) ? period_number(f->words, i + 1, unit) : 0;
	bool each =
	    i > 0 && (words_is(f->words, i - 1, "mỗi") || words_is(f->words, i - 1, "hàng") || words_is(f->words, i - 1, "hằng"));
	if (n == 0 || each) /* "mỗi tháng 02 tin": the number counts what comes each month */
		return 0;
	size_t end = i + 2;
	int year = read_year(f->words, &end);
	struct phrase *p = add(f, unit, i, end);
	p->first = p->last = n;
	p->year = year;
	return find_more_periods(f, end, unit, unit_word) - i;
}

/* "Q1/2026", "QIII". */
static size_t find_short_quarter(struct finder *f, size_t i)
{
	struct str key = f->words->at[i].key;
	if (key.len < 2 || key.len > 4 || key.ptr[0] != 'q' || !f->words->at[i].capital)
		return 0;
	struct str rest = str_from(key, 1);
	int n = rest.len == 1 && rest.ptr[0] >= '1' && rest.ptr[0] <= '4' ? rest.ptr[0] - '0' : words_roman(rest);
	if (n < 1 || n > 4)
		return 0;
	size_t end = i + 1;
	int year = read_year(f->words, &end);
	struct phrase *p = add(f, TIME_QUARTER, i, end);
	p->first = p->last = n;
	p->year = year;
	return end - i;
}

/* "6 tháng đầu năm 2026", "06 tháng cuối năm", "nửa đầu năm". */
static size_t find_half(struct finder *f, size_t i)
{
	size_t at = 0;
	if (words_number(f->words, i) == 6 && words_is(f->words, i + 1, "tháng"))
		at = i + 2;
	else if (words_is(f->words, i, "nửa"))
		at = i + 1;
	bool first = at > 0 && words_is(f->words, at, "đầu"), last = at > 0 && words_is(f->words, at, "cuối");
	if (!first && !last)
		return 0;
	at++;
	size_t end = at;
	int year = read_year(f->words, &end);
	if (year == 0 && words_is(f->words, end, "năm"))
		end++;
	struct phrase *p = add(f, TIME_HALF, i, end);
	p->first = p->last = first ? 1 : 2;
	p->year = year;
	return end - i;
}

/* "tuần 2 tháng 3/2026", "tuần thứ 2 của tháng 3", "tuần cuối tháng 4". */
static size_t find_week(struct finder *f, size_t i)
{
	static const struct words_phrase ordinals[] = {{"1", 1},    {"2", 2},    {"3", 3},   {"4", 4},   {"i", 1},  {"ii", 2},
	                                               {"iii", 3},  {"iv", 4},   {"đầu", 1}, {"hai", 2}, {"ba", 3}, {"tư", 4},
	                                               {"nhất", 1}, {"cuối", 5}, {"01", 1},  {"02", 2},  {"03", 3}, {"04", 4}};
	if (!words_is(f->words, i, "tuần"))
		return 0;
	size_t at = i + 1, n = 0;
	if (words_is(f->words, at, "thứ") || words_is(f->words, at, "lễ"))
		at++;
	const struct words_phrase *week = words_match_any(f->words, at, ordinals, sizeof ordinals / sizeof ordinals[0], &n);
	if (week == NULL)
		return 0;
	at++;
	if (words_is(f->words, at, "của"))
		at++;
	int month = words_is(f->words, at, "tháng") ? period_number(f->words, at + 1, TIME_MONTH) : 0;
	if (month == 0)
		return 0;
	size_t end = at + 2;
	int year = read_year(f->words, &end);
	struct phrase *p = add(f, TIME_WEEK, i, end);
	p->first = month;
	p->last = week->meaning;
	p->year = year;
	return end - i;
}

/* "đầu năm" is the first quarter, "giữa năm" the second and third, "cuối năm" the last; 0 the whole year. */
static void set_part_of_year(struct phrase *p, int part)
{
	if (part == 0)
		return;
	p->item.unit = TIME_QUARTER;
	p->first = part == 3 ? 4 : part;
	p->last = part == 2 ? 3 : p->first;
}

/* Whether a number of four digits at word `i` is the tail of something longer: "13/2026". */
static bool is_tail(const struct words *words, size_t i)
{
	return i > 0 && !words->at[i].space_before && words->at[i - 1].kind == WORD_SIGN && !words_is(words, i - 1, "(");
}

/* "năm 2026", "trong 2026", "cả năm", "trong năm", "cuối năm 2026", "2026-2030". */
static size_t find_year(struct finder *f, size_t i)
{
	static const struct words_phrase parts[] = {{"đầu năm", 1}, {"giữa năm", 2}, {"cuối năm", 3}, {"trong năm", 0},
	                                            {"cả năm", 0},  {"suốt năm", 0}, {"năm", 0},      {"năm học", 0}};
	size_t n = 0;
	const struct words_phrase *part = words_match_any(f->words, i, parts, sizeof parts / sizeof parts[0], &n);
	size_t at = part != NULL ? i + n : i;
	int year = year_at(f->words, at);
	if (part == NULL ? year == 0 || is_tail(f->words, i) : year == 0 && words_is(f->words, i, "năm"))
		return 0;
	bool range = year != 0 && (words_is(f->words, at + 1, "-") || words_is(f->words, at + 1, "đến"));
	int last = range ? year_at(f->words, at + 2) : 0;
	range = last > year;
	size_t end = year == 0 ? at : range ? at + 3 : at + 1;
	struct phrase *p = add(f, range ? TIME_YEARS : TIME_YEAR, i, end);
	p->year = year;
	p->last_year = range ? last : year;
	if (!range && part != NULL)
		set_part_of_year(p, part->meaning);
	return end - i;
}

static size_t find_one(struct finder *f, size_t i)
{
	size_t n = find_date(f, i);
	n = n > 0 ? n : find_week(f, i);
	n = n > 0 ? n : find_half(f, i);
	n = n > 0 ? n : find_period(f, i, TIME_MONTH, "tháng");
	n = n > 0 ? n : find_period(f, i, TIME_QUARTER, "quý");
	n = n > 0 ? n : find_short_quarter(f, i);
	return n > 0 ? n : find_year(f, i);
}

/* ---- bounds ---- */

static const struct words_phrase bound_words[] = {{"từ", TIME_FROM},
                                                  {"kể từ", TIME_FROM},
                                                  {"bắt đầu từ", TIME_FROM},
                                                  {"bắt đầu", TIME_FROM},
                                                  {"đến", TIME_UNTIL},
                                                  {"tới", TIME_UNTIL},
                                                  {"đến hết", TIME_UNTIL},
                                                  {"hết", TIME_UNTIL},
                                                  {"đến cuối", TIME_UNTIL},
                                                  {"chậm nhất", TIME_LATEST},
                                                  {"muộn nhất", TIME_LATEST},
                                                  {"chậm nhất là", TIME_LATEST},
                                                  {"muộn nhất là", TIME_LATEST},
                                                  {"chậm nhất vào", TIME_LATEST},
                                                  {"chậm nhất đến", TIME_LATEST},
                                                  {"chậm nhất trong", TIME_LATEST},
                                                  {"hạn", TIME_LATEST},
                                                  {"hạn cuối", TIME_LATEST},
                                                  {"hạn chót", TIME_LATEST},
                                                  {"không quá", TIME_LATEST},
                                                  {"trước", TIME_BEFORE},
                                                  {"trước hết", TIME_IN},
                                                  {"đến trước", TIME_BEFORE},
                                                  {"sau", TIME_AFTER},
                                                  {"chậm nhất trước", TIME_BEFORE},
                                                  {"xong trước", TIME_BEFORE}};

/* Words that may stand between the bounding word and the time: "trước ngày", "chậm nhất trong tháng", "đến hết ngày". */
static bool is_filler(const struct words *words, size_t i)
{
	return words_is(words, i, "ngày") || words_is(words, i, "trong") || words_is(words, i, "vào") || words_is(words, i, "là") ||
	       words_is(words, i, "hết") || words_is(words, i, "cuối") || words_is(words, i, "đầu") || words_is(words, i, "giữa") ||
	       words_is(words, i, ":");
}

static enum time_bound bound_before(const struct words *words, size_t begin)
{
	size_t fillers = 0;
	while (begin > 0 && fillers < 3 && is_filler(words, begin - 1) && !words_is(words, begin - 1, "hết")) {
		begin--;
		fillers++;
	}
	for (size_t back = 3; back >= 1; back--) {
		size_t n = 0;
		if (begin < back)
			continue;
		const struct words_phrase *bound =
		    words_match_any(words, begin - back, bound_words, sizeof bound_words / sizeof bound_words[0], &n);
		if (bound != NULL && n == back)
			return (enum time_bound)bound->meaning;
	}
	return TIME_IN;
}

/* Whether a phrase ends the range that the one before it begins: "A - B", "từ A đến B". */
static bool ends_range(const struct words *words, const struct time_item *before, const struct time_item *item)
{
	size_t gap = item->begin - before->end_word;
	if (before->is_label || gap > MAX_RANGE_GAP)
		return false;
	bool alike = item->unit == before->unit && words->at[item->begin].kind == words->at[before->begin].kind;
	bool dash = gap == 1 && words_is(words, before->end_word, "-") && alike;
	return dash || item->bound == TIME_UNTIL || (before->bound == TIME_FROM && item->bound == TIME_BEFORE);
}

/* The months after the first of a list share its bound: "trước tháng 3, 6". */
static bool shares_bound(const struct time_item *before, const struct time_item *item)
{
	bool listed = item->unit == before->unit && item->begin <= before->end_word + 1;
	return listed && item->bound == TIME_IN && !item->ends_range &&
	       (before->bound == TIME_BEFORE || before->bound == TIME_LATEST);
}

static void set_bounds(struct finder *f)
{
	for (size_t k = 0; k < f->out.n; k++) {
		struct time_item *item = &f->out.at[k].item;
		item->is_label = words_is(f->words, item->end_word, ":");
		if (item->ends_range)
			continue;
		item->bound = bound_before(f->words, item->begin);
		item->ends_range = k > 0 && ends_range(f->words, &f->out.at[k - 1].item, item);
	}
	for (size_t k = 1; k < f->out.n; k++)
		if (shares_bound(&f->out.at[k - 1].item, &f->out.at[k].item))
			f->out.at[k].item.bound = f->out.at[k - 1].item.bound;
}

/* ---- years and days ---- */

/* Years are printed once for a list, at its end: "05/3, 05/6 và 05/9/2026"; a lone day takes its month the same way. */
static void fill_years(struct finder *f, int default_year)
{
	int year = 0, month = 0;
	for (size_t k = f->out.n; k-- > 0;) {
		struct phrase *p = &f->out.at[k];
		p->item.has_year = p->year != 0;
		bool joined = k + 1 < f->out.n && f->out.at[k + 1].item.begin <= p->item.end_word + 3;
		year = p->year != 0 ? p->year : year;
		if (p->year == 0)
			p->year = year;
		if (p->item.unit == TIME_DAY && p->item.month == 0 && joined && f->out.at[k + 1].item.ends_range)
			p->item.month = month;
		month = p->item.unit == TIME_DAY ? p->item.month : p->item.unit == TIME_MONTH ? p->first : 0;
	}
	year = 0;
	for (size_t k = 0; k < f->out.n; k++) {
		struct phrase *p = &f->out.at[k];
		if (p->year == 0)
			p->year = year != 0 ? year : default_year;
		year = p->year;
	}
}

static void set_days(struct phrase *p)
{
	struct time_item *item = &p->item;
	item->start = item->end = DATE_NONE;
	switch (item->unit) {
	case TIME_DAY:
		if (item->month != 0)
			item->start = item->end = date_from_parts(p->year, item->month, item->day);
		return;
	case TIME_WEEK:
		item->end = date_month_end(p->year, p->first);
		item->start = p->last == 5 ? item->end - 6 : date_from_parts(p->year, p->first, (p->last - 1) * 7 + 1);
		if (p->last < 4)
			item->end = item->start + 6;
		return;
	case TIME_MONTH:
		item->start = date_from_parts(p->year, p->first, 1);
		item->end = date_month_end(p->year, p->last);
		item->month = p->first;
		return;
	case TIME_QUARTER:
		item->start = date_quarter_start(p->year, p->first);
		item->end = date_quarter_end(p->year, p->last);
		return;
	case TIME_HALF:
		item->start = date_quarter_start(p->year, p->first == 1 ? 1 : 3);
		item->end = date_quarter_end(p->year, p->first == 1 ? 2 : 4);
		return;
	case TIME_YEAR:
	case TIME_YEARS:
		item->start = date_from_parts(p->year, 1, 1);
		item->end = date_from_parts(p->last_year != 0 ? p->last_year : p->year, 12, 31);
		return;
	}
}

/* "từ tháng 11 đến tháng 2/2027": the begin of a range is not after its end. */
static void mend_ranges(struct finder *f)
{
	for (size_t k = 1; k < f->out.n; k++) {
		struct phrase *from = &f->out.at[k - 1], *to = &f->out.at[k];
		if (!to->item.ends_range || from->item.has_year || from->item.start == DATE_NONE || from->item.start <= to->item.end)
			continue;
		from->year--;
		set_days(from);
	}
}

struct time_item_vec time_words_find(struct arena *arena, const struct words *words, int default_year)
{
	struct finder f = {.arena = arena, .words = words};
	struct time_item_vec items = {0};
	for (size_t i = 0; i < words->n;) {
		size_t n = find_one(&f, i);
		i += n > 0 ? n : 1;
	}
	set_bounds(&f);
	fill_years(&f, default_year);
	for (size_t k = 0; k < f.out.n; k++)
		set_days(&f.out.at[k]);
	mend_ranges(&f);
	for (size_t k = 0; k < f.out.n; k++)
		VEC_PUSH(arena, &items, f.out.at[k].item);
	return items;
}
