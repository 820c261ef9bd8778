#include "reading/time_period.h"

#include "reading/time_date.h"

enum { MONTHS = 12 };

#define ANY(words, i, table, n) words_match_any((words), (i), (table), sizeof(table) / sizeof(table)[0], (n))

/* ---- parts ---- */

static const struct words_phrase parts[] = {
    {"đầu", TIME_BEGIN},
    {"giữa", TIME_MIDDLE},
    {"cuối", TIME_END},
    {"thượng tuần", TIME_BEGIN},
    {"trung tuần", TIME_MIDDLE},
    {"hạ tuần", TIME_END},
    {"nửa đầu", TIME_FIRST_HALF},
    {"nửa cuối", TIME_LAST_HALF},
    {"nửa sau", TIME_LAST_HALF},
    {"những ngày đầu", TIME_BEGIN},
    {"những ngày cuối", TIME_END},
};

/* ---- months and quarters ---- */

/* "Giêng" to "Mười hai", as months are spelled out; "năm" alone is a year. */
static int spelled_month(const struct words *words, size_t i, size_t *ret_words)
{
	static const struct words_phrase names[] = {{"giêng", 1}, {"một", 1},       {"hai", 2},       {"ba", 3},   {"tư", 4},
	                                            {"bốn", 4},   {"sáu", 6},       {"bảy", 7},       {"tám", 8},  {"chín", 9},
	                                            {"mười", 10}, {"mười một", 11}, {"mười hai", 12}, {"chạp", 12}};
	const struct words_phrase *name = ANY(words, i, names, ret_words);
	if (name != NULL)
		return name->meaning;
	bool may = words_is(words, i, "năm") && words->at[i].capital && !words->at[i].all_capitals;
	if (!may && !(words_is(words, i, "năm") && words_is(words, i + 1, "năm")))
		return 0;
	*ret_words = 1;
	return 5;
}

static int spelled_quarter(const struct words *words, size_t i, size_t *ret_words)
{
	static const struct words_phrase names[] = {{"một", 1}, {"nhất", 1}, {"hai", 2}, {"ba", 3}, {"tư", 4}, {"bốn", 4}};
	const struct words_phrase *name = ANY(words, i, names, ret_words);
	return name != NULL ? name->meaning : 0;
}

/* A month or quarter: "8", "08", "III". 0 for none, and for what counts ("tháng 2 lần"). */
static int period_number(const struct words *words, size_t i, enum time_unit unit, size_t *ret_words)
{
	int limit = unit == TIME_MONTH ? MONTHS : 4, n = words_number(words, i);
	*ret_words = 1;
	if (n < 0 && i < words->n)
		n = words_roman(words->at[i].key);
	if (n <= 0 && i < words->n && words->at[i].kind == WORD_LETTERS)
		n = unit == TIME_MONTH ? spelled_month(words, i, ret_words) : spelled_quarter(words, i, ret_words);
	else if (i < words->n && words->at[i].key.len > 3)
		return 0;
	return n >= 1 && n <= limit && !words_is(words, i + *ret_words, "lần") ? n : 0;
}

static struct time_phrase *add_period(struct time_finder *f, enum time_unit unit, size_t begin, size_t end, int n)
{
	int last = unit == TIME_QUARTER ? 3 * n : n;
	struct time_phrase *p = time_phrase_add_months(f, unit, begin, end, unit == TIME_QUARTER ? last - 2 : last, last);
	p->item.month = last;
	return p;
}

/* What joins two periods: 1 a range, 0 a list, -1 nothing. */
static int joint_at(const struct words *words, size_t i)
{
	if (words_is(words, i, "-") || words_is(words, i, "đến") || words_is(words, i, "tới"))
		return 1;
	return words_is(words, i, ",") || words_is(words, i, "+") || words_is(words, i, "và") || words_is(words, i, "&") ||
	               words_is(words, i, "hoặc")
	           ? 0
	           : -1;
}

/* "tháng 3, 15 người" and "tháng 3 - 2 buổi": a number that counts something. */
static bool counts(const struct words *words, size_t end)
{
	static const char *const not_counted[] = {"và",   "năm", "đến", "tới",  "hàng", "hằng",  "tháng", "quý",
	                                          "theo", "sau", "khi", "hoặc", "của",  "trong", "mỗi"};
	return end < words->n && words->at[end].kind == WORD_LETTERS && words_roman(words->at[end].key) == 0 &&
	       words_longest(words, end, not_counted, sizeof not_counted / sizeof not_counted[0]) == 0;
}

/* "8, 9, 10/2025", "III-IV/2025", "I và III", "quý I/II": further numbers of the same unit; each is a phrase of its own. */
static size_t find_more_periods(struct time_finder *f, size_t at, enum time_unit unit, const char *unit_word)
{
	for (;;) {
		int joint = joint_at(f->words, at);
		bool slash = unit == TIME_QUARTER && words_is(f->words, at, "/");
		size_t next = at + 1, n = 0;
		struct date_parts date;
		if (joint < 0 && !slash)
			return at;
		bool named = words_is(f->words, next, unit_word);
		next += named;
		int number = period_number(f->words, next, unit, &n);
		if (number == 0 || time_date_read(f->words, next, &date) > 0 || (slash && words_number(f->words, next) >= 0))
			return at;
		size_t end = next + n;
		int year = time_phrase_year(f->words, f->default_year, &end);
		if (year == 0 && ((counts(f->words, end) && joint != 1) || (!named && words_is(f->words, end, "/"))))
			return at;
		struct time_phrase *p = add_period(f, unit, next - named, end, number);
		p->year = year;
		p->item.ends_range = joint == 1;
		at = end;
	}
}

static bool is_each(const struct words *words, size_t i)
{
	return i > 0 && (words_is(words, i - 1, "mỗi") || words_is(words, i - 1, "hàng") || words_is(words, i - 1, "hằng") ||
	                 words_is(words, i - 1, "từng"));
}

static size_t find_named(struct time_finder *f, size_t i, enum time_unit unit, const char *unit_word)
{
	size_t n = 0;
	if (!words_is(f->words, i, unit_word) || is_each(f->words, i)) /* "mỗi tháng 02 tin": the number counts */
		return 0;
	size_t at = words_is(f->words, i + 1, ".") || words_is(f->words, i + 1, ":") ? i + 2 : i + 1;
	int number = period_number(f->words, at, unit, &n);
	if (number == 0)
		return 0;
	size_t end = at + n;
	int year = time_phrase_year(f->words, f->default_year, &end);
	if (year == 0 && words_is(f->words, end, "/") && words_number(f->words, end + 1) >= 0)
		return 0; /* "tháng 3/15" */
	add_period(f, unit, i, end, number)->year = year;
	return find_more_periods(f, end, unit, unit_word) - i;
}

static size_t find_month(struct time_finder *f, size_t i)
{
	return find_named(f, i, TIME_MONTH, "tháng");
}

static size_t find_quarter(struct time_finder *f, size_t i)
{
	return find_named(f, i, TIME_QUARTER, "quý");
}

/* The number in a short name: "8" of "T8", "ii" of "QII"; of "T.8" the next word. Moves *end past it. */
static int short_number(const struct words *words, size_t i, struct str prefix, enum time_unit unit, size_t *end)
{
	struct str key = words->at[i].key, rest = str_from(key, prefix.len);
	int64_t n = 0;
	size_t m = 0;
	if (!str_has_prefix(key, prefix) || !words->at[i].capital)
		return 0;
	*end = i + 1;
	if (rest.len == 0) {
		size_t at = words_is(words, i + 1, ".") ? i + 2 : i + 1;
		bool number =
		    words_number(words, at) >= 0 || (unit == TIME_QUARTER && at < words->n && words_roman(words->at[at].key) > 0);
		n = number ? period_number(words, at, unit, &m) : 0;
		*end = at + m;
	} else if (!str_parse_int(rest, &n) && unit == TIME_QUARTER) {
		n = words_roman(rest);
	}
	return n >= 1 && n <= (unit == TIME_MONTH ? MONTHS : 4) ? (int)n : 0;
}

/* "T2 - T6 hàng tuần": weekdays. */
static bool is_weekday(const struct words *words, size_t i)
{
	enum { MAX_LIST = 12 };
	for (size_t at = i + 1; at < words->n && at <= i + MAX_LIST; at++) {
		if (words_is(words, at, "tuần"))
			return words_is(words, at - 1, "hàng") || words_is(words, at - 1, "hằng") || words_is(words, at - 1, "mỗi");
		if (words_is(words, at, ";"))
			return false;
	}
	return false;
}

/* "T8/2026", "T3-T5/2026", "T.8"; "Q1/2026", "QIII", "Q.II-III/2026", "QuýII". */
static size_t find_short(struct time_finder *f, size_t i)
{
	static const struct {
		struct str prefix;
		enum time_unit unit;
	} forms[] = {{STR_INIT("t"), TIME_MONTH},
	             {STR_INIT("th"), TIME_MONTH},
	             {STR_INIT("quý"), TIME_QUARTER},
	             {STR_INIT("q"), TIME_QUARTER}};
	for (size_t k = 0; k < sizeof forms / sizeof forms[0]; k++) {
		size_t end = i, next;
		int n = short_number(f->words, i, forms[k].prefix, forms[k].unit, &end);
		if (n == 0 || (forms[k].unit == TIME_MONTH && is_weekday(f->words, i)))
			continue;
		int year = time_phrase_year(f->words, f->default_year, &end);
		add_period(f, forms[k].unit, i, end, n)->year = year;
		int joint = joint_at(f->words, end);
		if (joint >= 0 && end + 1 < f->words->n &&
		    (n = short_number(f->words, end + 1, forms[k].prefix, forms[k].unit, &next)) > 0) {
			size_t begin = end + 1;
			end = next;
			year = time_phrase_year(f->words, f->default_year, &end);
			struct time_phrase *p = add_period(f, forms[k].unit, begin, end, n);
			p->year = year;
			p->item.ends_range = joint == 1;
		}
		return find_more_periods(f, end, forms[k].unit, forms[k].unit == TIME_MONTH ? "tháng" : "quý") - i;
	}
	return 0;
}

/* "8/2026", "3-4/2026", "II/2026", "III-IV/2026", without the word before them. */
static size_t find_bare(struct time_finder *f, size_t i)
{
	const struct word *word = &f->words->at[i];
	enum time_unit unit = word->kind == WORD_NUMBER ? TIME_MONTH : TIME_QUARTER;
	size_t n = 0;
	if (time_phrase_is_tail(f->words, i) || word->key.len > 3 ||
	    (unit == TIME_QUARTER && (words_roman(word->key) == 0 || !word->capital)))
		return 0;
	int number = period_number(f->words, i, unit, &n), last = 0;
	size_t behind = i + n, end = behind;
	if (i > 0 && words_is(f->words, i - 1, "số"))
		return 0;
	if (number > 0 && (joint_at(f->words, behind) >= 0))
		last = period_number(f->words, behind + 1, unit, &n);
	if (last > 0)
		end = behind + 1 + n;
	if (number == 0 || !words_is(f->words, end, "/") || time_phrase_year_at(f->words, end + 1) == 0 ||
	    words_is(f->words, end + 2, "/"))
		return 0;
	int year = time_phrase_year_at(f->words, end + 1);
	struct time_phrase *p = add_period(f, unit, i, last > 0 ? behind : end + 2, number);
	p->year = year;
	if (last > 0) {
		p = add_period(f, unit, behind + 1, end + 2, last);
		p->year = year;
		p->item.ends_range = joint_at(f->words, behind) == 1;
	}
	return find_more_periods(f, end + 2, unit, unit == TIME_MONTH ? "tháng" : "quý") - i;
}

/* "đầu tháng 9", "nửa cuối tháng 3/2026", "giữa quý II": a part of what follows. Of a quarter all of it is kept: which months
 * are meant nobody says. */
static size_t find_part(struct time_finder *f, size_t i)
{
	size_t n = 0;
	const struct words_phrase *part = ANY(f->words, i, parts, &n);
	size_t at = i + n + words_is(f->words, i + n, "của"), first = f->out.n;
	if (part == NULL || at >= f->words->n)
		return 0;
	size_t m = find_month(f, at);
	m = m > 0 ? m : find_quarter(f, at);
	m = m > 0 ? m : find_short(f, at);
	m = m > 0 ? m : find_bare(f, at);
	if (m == 0)
		return 0;
	struct time_phrase *p = &f->out.at[first];
	p->item.begin = p->item.bound_begin = i;
	p->item.doubt = TIME_BY_CUSTOM;
	p->part = p->item.unit == TIME_MONTH ? (enum time_part)part->meaning : TIME_WHOLE;
	return at + m - i;
}

/* "6 tháng đầu năm 2026", "06 tháng cuối năm", "nửa đầu năm", "9 tháng đầu năm", "9 tháng năm 2026". */
static size_t find_months_of_year(struct time_finder *f, size_t i)
{
	static const struct words_phrase spelled[] = {{"ba", 3}, {"sáu", 6}, {"chín", 9}};
	size_t n = 0, at = 0;
	const struct words_phrase *word = ANY(f->words, i, spelled, &n);
	int months = word != NULL ? word->meaning : words_number(f->words, i);
	if (months >= 2 && months < MONTHS && words_is(f->words, i + 1, "tháng"))
		at = i + 2;
	else if (words_is(f->words, i, "nửa")) {
		months = 6;
		at = i + 1;
	}
	if (at == 0)
		return 0;
	bool first = words_is(f->words, at, "đầu"),
	     last = words_is(f->words, at, "cuối") || (months == 6 && words_is(f->words, at, "sau"));
	size_t end = first || last ? at + 1 : at;
	int year = time_phrase_year(f->words, f->default_year, &end);
	bool bare_year = year == 0 && words_is(f->words, end, "năm");
	if (!(first || last) && year == 0)
		return 0;
	if (months != 6 && year == 0 && !bare_year)
		return 0;
	end += bare_year;
	time_phrase_add_months(f, TIME_HALF, i, end, last ? MONTHS + 1 - months : 1, last ? MONTHS : months)->year = year;
	return end - i;
}

/* "tháng cuối quý II/2026", "tháng đầu của quý 3", "tháng cuối năm": one month by its place. */
static size_t find_month_by_place(struct time_finder *f, size_t i)
{
	static const struct words_phrase places[] = {{"đầu", 1},    {"đầu tiên", 1}, {"thứ nhất", 1},  {"giữa", 2},  {"thứ hai", 2},
	                                             {"thứ ba", 3}, {"cuối", 3},     {"cuối cùng", 3}, {"thứ 2", 2}, {"thứ 3", 3}};
	size_t n = 0, m = 0;
	const struct words_phrase *place = words_is(f->words, i, "tháng") ? ANY(f->words, i + 1, places, &n) : NULL;
	size_t at = i + 1 + n;
	at += words_is(f->words, at, "của");
	int quarter = place != NULL && words_is(f->words, at, "quý") ? period_number(f->words, at + 1, TIME_QUARTER, &m) : 0;
	size_t end = at + 1 + m;
	bool of_year = place != NULL && words_is(f->words, at, "năm") && place->meaning != 2;
	if (of_year) {
		quarter = place->meaning == 1 ? 1 : 4;
		end = time_phrase_year_at(f->words, at + 1) != 0 ? at : at + 1;
	}
	if (quarter == 0)
		return 0;
	int month = 3 * (quarter - 1) + place->meaning, year = time_phrase_year(f->words, f->default_year, &end);
	add_period(f, TIME_MONTH, i, end, month)->year = year;
	return end - i;
}

/* ---- weeks ---- */

/* "tuần 2 tháng 3/2026", "tuần thứ 2 của tháng 3", "tuần cuối tháng 4", "tuần 1-2 tháng 5". */
static size_t find_week(struct time_finder *f, size_t i)
{
	static const struct words_phrase ordinals[] = {{"1", 1},  {"2", 2},   {"3", 3},    {"4", 4},         {"i", 1},
	                                               {"ii", 2}, {"iii", 3}, {"iv", 4},   {"đầu", 1},       {"hai", 2},
	                                               {"ba", 3}, {"tư", 4},  {"nhất", 1}, {"cuối", 5},      {"01", 1},
	                                               {"02", 2}, {"03", 3},  {"04", 4},   {"cuối cùng", 5}, {"đầu tiên", 1}};
	if (!words_is(f->words, i, "tuần"))
		return 0;
	size_t at = i + 1, n = 0;
	at += words_is(f->words, at, "lễ");
	at += words_is(f->words, at, "thứ");
	const struct words_phrase *week = ANY(f->words, at, ordinals, &n), *last = NULL;
	if (week == NULL)
		return 0;
	at += n;
	if (joint_at(f->words, at) >= 0 && (last = ANY(f->words, at + 1, ordinals, &n)) != NULL)
		at += 1 + n;
	at += words_is(f->words, at, "của") + words_is(f->words, at, "trong");
	bool slash = words_is(f->words, at, "/") && words_number(f->words, at - 1) > 0; /* "tuần 4/9" */
	int month = slash || words_is(f->words, at, "tháng") ? period_number(f->words, at + 1, TIME_MONTH, &n) : 0;
	if (month == 0)
		return 0;
	size_t end = at + 1 + n;
	int year = time_phrase_year(f->words, f->default_year, &end);
	struct time_phrase *p = time_phrase_add_months(f, TIME_WEEK, i, end, month, week->meaning);
	p->year = year;
	p->item.doubt = TIME_BY_CUSTOM;
	if (last != NULL) {
		p = time_phrase_add_months(f, TIME_WEEK, i, end, month, last->meaning);
		p->year = year;
		p->item.doubt = TIME_BY_CUSTOM;
		p->item.ends_range = true;
	}
	return end - i;
}

/* "02 tuần cuối tháng 8/2026", "hai tuần đầu của tháng 5", "10 ngày cuối năm": so many days from the begin or the end. */
static size_t find_stretch(struct time_finder *f, size_t i)
{
	enum { MAX_DAYS = 31, WEEK = 7 };
	static const struct words_phrase spelled[] = {{"một", 1}, {"hai", 2}, {"ba", 3}};
	static const struct words_phrase sides[] = {{"đầu", 1}, {"đầu tiên", 1}, {"cuối", -1}, {"cuối cùng", -1}};
	static const struct words_phrase units[] = {{"tuần", WEEK}, {"tuần lễ", WEEK}, {"ngày", 1}};
	size_t n = 0, m = 0, end = 0;
	if (!words_is(f->words, i + 1, "tuần") && !words_is(f->words, i + 1, "ngày"))
		return 0;
	const struct words_phrase *word = ANY(f->words, i, spelled, &n), *unit = ANY(f->words, i + 1, units, &m);
	const struct words_phrase *side = unit != NULL ? ANY(f->words, i + 1 + m, sides, &n) : NULL;
	int count = word != NULL ? word->meaning : words_number(f->words, i), month = 0;
	if (side == NULL || count <= 0 || count * unit->meaning > MAX_DAYS)
		return 0;
	size_t at = i + 1 + m + n;
	at += words_is(f->words, at, "của");
	if (words_is(f->words, at, "tháng")) {
		month = period_number(f->words, at + 1, TIME_MONTH, &n);
		end = at + 1 + n;
	} else if (words_is(f->words, at, "năm")) {
		month = side->meaning > 0 ? 1 : MONTHS;
		end = at + (time_phrase_year_at(f->words, at + 1) == 0);
	}
	if (month == 0)
		return 0;
	int year = time_phrase_year(f->words, f->default_year, &end);
	struct time_phrase *p = time_phrase_add_months(f, TIME_WEEK, i, end, month, 0);
	p->days = count * unit->meaning * side->meaning;
	p->year = year;
	return end - i;
}

size_t time_period_find(struct time_finder *f, size_t i)
{
	static size_t (*const finders[])(struct time_finder *, size_t) = {
	    find_stretch, find_month_by_place, find_week,  find_part, find_months_of_year,
	    find_month,   find_quarter,        find_short, find_bare,
	};
	size_t n = 0;
	for (size_t k = 0; k < sizeof finders / sizeof finders[0] && n == 0; k++)
		n = finders[k](f, i);
	return n;
}
