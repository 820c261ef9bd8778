/* The grammar: times (time_words.h), how often, whether all the time, on what condition; then what these come to together. */
#include "reading/schedule_words.h"

#include "base/buf.h"
#include "reading/time_words.h"
#include "reading/words.h"
#include "viet/space.h"

enum { NOWHERE = 0x7FFFFFFF, MAX_RRULE = 100, MAX_DUE = 400 };

/* How often, finest last. */
enum frequency { NOT_REPEATED, EVERY_YEAR, EVERY_HALF, EVERY_QUARTER, EVERY_MONTH, EVERY_WEEK, EVERY_DAY };

struct parser {
	struct arena *arena;
	struct words words;
	struct time_item_vec times;
	size_t cursor; /* the first of them that ends after the word being read */
	int year;
	enum frequency frequency;
	int interval; /* of months, 1 where each period of the frequency */
	bool ongoing, tentative, last_day;
	int month_of_quarter; /* 1 the first, 3 the last: "tháng cuối quý"; 0 none */
	int weekday;          /* 1 Monday … 7 Sunday; 0 none */
	size_t periodic;      /* "định kỳ" without saying how often; NOWHERE without it */
	size_t condition;     /* its first word; NOWHERE without one */
	size_t tentative_at;  /* "dự kiến" */
	size_t clauses;       /* bullets, or parts between semicolons */
};

static const struct words_phrase each_words[] = {{"hàng", 0}, {"hằng", 0}, {"mỗi", 0}, {"từng", 0}, {"định kỳ", 2}, {"theo", 1}};
static const struct words_phrase unit_words[] = {
    {"ngày", EVERY_DAY}, {"tuần", EVERY_WEEK}, {"tháng", EVERY_MONTH}, {"quý", EVERY_QUARTER}, {"năm", EVERY_YEAR}};
static const struct words_phrase once_words[] = {{"một lần", 1}, {"1 lần", 1},    {"01 lần", 1}, {"/ lần", 1},
                                                 {"/ 1 lần", 1}, {"/ 01 lần", 1}, {"lần", 1}};
static const struct words_phrase ongoing_words[] = {{"thường xuyên", 0}, {"liên tục", 0}, {"thường kỳ", 0}};
static const struct words_phrase tentative_words[] = {{"dự kiến", 0}, {"khoảng", 0}};
static const struct words_phrase condition_words[] = {
    {"sau khi", 0},   {"ngay sau khi", 0}, {"ngay khi", 0},        {"ngay sau", 0},   {"khi", 0},
    {"theo", 0},      {"theo dõi", -1},    {"căn cứ pháp lý", -1}, {"tùy theo", 0},   {"tùy tình hình", 0},
    {"tùy thuộc", 0}, {"phụ thuộc", 0},    {"đột xuất", 0},        {"trong vòng", 0}, {"trong thời hạn", 0},
    {"căn cứ", 0},    {"phù hợp với", 0},  {"kể từ khi", 0},       {"trong suốt", 0}};
static const struct words_phrase weekday_words[] = {
    {"thứ hai", 1}, {"thứ ba", 2}, {"thứ tư", 3}, {"thứ năm", 4}, {"thứ sáu", 5}, {"thứ bảy", 6}, {"chủ nhật", 7},
    {"thứ 2", 1},   {"thứ 3", 2},  {"thứ 4", 3},  {"thứ 5", 4},   {"thứ 6", 5},   {"thứ 7", 6}};

#define MATCH(p, i, table, n) words_match_any(&(p)->words, (i), (table), sizeof(table) / sizeof(table)[0], (n))

/* ---- how often ---- */

static void set_frequency(struct parser *p, enum frequency frequency, int interval)
{
	if (frequency < p->frequency || (frequency == p->frequency && p->interval <= interval))
		return;
	p->frequency = frequency;
	p->interval = interval;
}

/* "N lần/năm" as months between two times, where it divides the period evenly. */
static void set_times_per(struct parser *p, int times, enum frequency unit)
{
	int months = unit == EVERY_YEAR ? 12 : unit == EVERY_HALF ? 6 : unit == EVERY_QUARTER ? 3 : 1;
	if (times <= 1 || unit >= EVERY_WEEK || months % times != 0)
		set_frequency(p, unit, 1);
	else
		set_frequency(p, EVERY_MONTH, months / times);
}

/* "6 tháng" behind "định kỳ": moves *at past it. */
static bool read_count_of_months(struct parser *p, size_t *at)
{
	int count = words_number(&p->words, *at);
	if (count <= 0 || count > 12 || !words_is(&p->words, *at + 1, "tháng"))
		return false;
	bool half = words_is(&p->words, *at + 2, "đầu") || words_is(&p->words, *at + 2, "cuối"); /* "6 tháng đầu năm" */
	if (half && count != 6)
		return false;
	set_frequency(p, half ? EVERY_HALF : EVERY_MONTH, half ? 1 : count);
	*at += 2;
	return true;
}

/* Whether what stands behind the unit at `at` says which one it is: "theo tháng 3", "theo năm học"; but "mỗi tháng 02 tin". */
static bool is_one_period(const struct parser *p, const struct words_phrase *each, const struct words_phrase *unit, size_t behind)
{
	bool numbered = words_number(&p->words, behind) >= 0 || words_roman(words_text(&p->words, behind, behind + 1)) > 0;
	if (numbered && each->meaning != 0)
		return true;
	return each->meaning == 1 && (unit->meaning == EVERY_YEAR || unit->meaning == EVERY_DAY);
}

/* "hàng tháng", "mỗi quý", "định kỳ 6 tháng", "hàng tháng, quý, năm". */
static size_t read_each(struct parser *p, size_t i)
{
	size_t n = 0, at = i, m = 0;
	const struct words_phrase *each = NULL, *more;
	while ((more = MATCH(p, at, each_words, &n)) != NULL) {
		each = more;
		at += n;
	}
	if (each == NULL)
		return 0;
	if (read_count_of_months(p, &at))
		return at - i;
	const struct words_phrase *unit = MATCH(p, at, unit_words, &n);
	if (unit == NULL || is_one_period(p, each, unit, at + n))
		return 0;
	set_frequency(p, (enum frequency)unit->meaning, 1);
	at += n;
	while (words_is(&p->words, at, ",") || words_is(&p->words, at, "và")) {
		unit = MATCH(p, at + 1, unit_words, &m);
		if (unit == NULL || words_number(&p->words, at + 2) >= 0)
			break;
		set_frequency(p, (enum frequency)unit->meaning, 1);
		at += 1 + m;
	}
	return at - i;
}

/* "6 tháng một lần", "03 tháng/lần", "tháng 1 lần", "2 tuần/lần". */
static size_t read_unit_once(struct parser *p, size_t i)
{
	int count = words_number(&p->words, i);
	size_t at = count > 0 ? i + 1 : i, n = 0, m = 0;
	const struct words_phrase *unit = MATCH(p, at, unit_words, &n);
	if (unit == NULL || count > 12)
		return 0;
	if (MATCH(p, at + n, once_words, &m) == NULL || (m == 1 && count <= 0))
		return 0;
	int months = unit->meaning == EVERY_QUARTER ? 3 : unit->meaning == EVERY_YEAR ? 12 : 1;
	if (count <= 1)
		set_frequency(p, (enum frequency)unit->meaning, 1);
	else if (unit->meaning == EVERY_WEEK)
		set_frequency(p, EVERY_WEEK, count);
	else
		set_frequency(p, EVERY_MONTH, months * count);
	return at + n + m - i;
}

/* "02 lần/năm", "một lần mỗi quý", "1 lần trong tháng", and "01 tin, bài/tháng". */
static size_t read_times_per(struct parser *p, size_t i)
{
	static const struct words_phrase per[] = {{"/", 0},    {"mỗi", 0}, {"trong", 0}, {"một", 0},
	                                          {"trên", 0}, {"/ 1", 0}, {"/ 01", 0}};
	size_t n = 0, m = 0;
	bool times = words_is(&p->words, i, "lần");
	if (!times && !words_is(&p->words, i, "/"))
		return 0;
	size_t at = times ? i + 1 : i;
	if (MATCH(p, at, per, &n) == NULL)
		return 0;
	const struct words_phrase *unit = MATCH(p, at + n, unit_words, &m);
	if (unit == NULL || words_is(&p->words, at + n + m, "lần") || words_number(&p->words, at + n + m) > 0)
		return 0;
	int count = times && i > 0 ? words_number(&p->words, i - 1) : 1;
	if (times && i > 0 && words_is(&p->words, i - 1, "hai"))
		count = 2;
	set_times_per(p, count, (enum frequency)unit->meaning);
	return at + n + m - i;
}

/* "tháng cuối quý", "tháng đầu mỗi quý", "ngày cuối cùng của tháng", "cuối mỗi quý". */
static size_t read_ends(struct parser *p, size_t i)
{
	static const struct words_phrase months[] = {
	    {"tháng đầu quý", 1},         {"tháng đầu của quý", 1},       {"tháng đầu mỗi quý", 1},   {"tháng đầu tiên của quý", 1},
	    {"tháng đầu của mỗi quý", 1}, {"tháng thứ hai của quý", 2},   {"tháng cuối quý", 3},      {"tháng cuối của quý", 3},
	    {"tháng cuối mỗi quý", 3},    {"tháng cuối cùng của quý", 3}, {"tháng cuối hàng quý", 3}, {"tháng cuối của mỗi quý", 3}};
	static const char *const days[] = {"ngày cuối cùng", "ngày cuối", "cuối mỗi", "cuối hàng", "cuối hằng"};
	size_t n = 0;
	const struct words_phrase *month = MATCH(p, i, months, &n);
	if (month != NULL) {
		p->month_of_quarter = month->meaning;
		set_frequency(p, EVERY_QUARTER, 1);
		return n;
	}
	n = words_longest(&p->words, i, days, sizeof days / sizeof days[0]);
	if (n == 0)
		return 0;
	p->last_day = true;
	return words_is(&p->words, i, "cuối") ? 1 : n;
}

/* ---- the words in order ---- */

/* Whether word `i` belongs to a time. Asked for words in ascending order. */
static bool is_in_time(struct parser *p, size_t i)
{
	while (p->cursor < p->times.n && p->times.at[p->cursor].end_word <= i)
		p->cursor++;
	return p->cursor < p->times.n && i >= p->times.at[p->cursor].begin;
}

static size_t read_weekday(struct parser *p, size_t i)
{
	size_t n = 0;
	const struct words_phrase *day = MATCH(p, i, weekday_words, &n);
	if (day != NULL)
		p->weekday = day->meaning;
	return n;
}

static size_t read_frequency(struct parser *p, size_t i)
{
	size_t n = read_each(p, i);
	n = n > 0 ? n : read_unit_once(p, i);
	n = n > 0 ? n : read_times_per(p, i);
	n = n > 0 ? n : read_ends(p, i);
	return n > 0 ? n : read_weekday(p, i);
}

static size_t read_word(struct parser *p, size_t i)
{
	size_t n = is_in_time(p, i) ? 0 : read_frequency(p, i);
	if (n > 0)
		return n;
	if (MATCH(p, i, ongoing_words, &n) != NULL) {
		p->ongoing = p->ongoing || p->condition == NOWHERE;
		return n;
	}
	if (MATCH(p, i, tentative_words, &n) != NULL) {
		p->tentative = true;
		p->tentative_at = p->tentative_at == NOWHERE ? i : p->tentative_at;
		return n;
	}
	if (words_match(&p->words, i, "định kỳ") > 0) {
		p->periodic = p->periodic == NOWHERE ? i : p->periodic;
		return 2;
	}
	const struct words_phrase *condition = is_in_time(p, i) ? NULL : MATCH(p, i, condition_words, &n);
	if (condition != NULL) {
		if (condition->meaning == 0 && p->condition == NOWHERE)
			p->condition = i;
		return n;
	}
	return 1;
}

static size_t count_clauses(const struct words *words)
{
	size_t clauses = 1;
	bool bullets = words_is(words, 0, "-") || words_is(words, 0, "+");
	for (size_t i = 1; i < words->n; i++) {
		bool bullet =
		    bullets && words_is(words, i, "-") && words->at[i].space_before && i + 1 < words->n && words->at[i + 1].capital;
		clauses += bullet || (words_is(words, i, ";") && i + 1 < words->n);
	}
	return clauses;
}

/* A period with a colon after it only names what the date behind it is for. Drops it where such a date follows. */
static void drop_labels(struct parser *p)
{
	struct time_item_vec kept = {0};
	for (size_t k = 0; k < p->times.n; k++)
		if (!p->times.at[k].is_label || k + 1 == p->times.n)
			VEC_PUSH(p->arena, &kept, p->times.at[k]);
	p->times = kept;
}

/* ---- what it comes to ---- */

static struct str condition_text(const struct parser *p)
{
	size_t end = p->words.n, begin = p->condition;
	if (p->clauses > 1 && p->times.n == 0)
		return p->words.text;
	if (p->tentative_at != NOWHERE && p->tentative_at > begin)
		end = p->tentative_at;
	for (size_t i = begin; i < end; i++)
		if (words_is(&p->words, i, ";"))
			end = i;
	while (end > begin && p->words.at[end - 1].kind == WORD_SIGN && !words_is(&p->words, end - 1, ")"))
		end--;
	if (end > begin && words_is(&p->words, end - 1, ")") && p->tentative_at == NOWHERE) {
		bool opened = false;
		for (size_t i = begin; i < end; i++)
			opened = opened || words_is(&p->words, i, "(");
		end -= opened ? 0 : 1;
	}
	return words_text(&p->words, begin, end);
}

static void add_due(struct parser *p, struct schedule *s, date_day day)
{
	size_t at = s->due.n;
	if (day == DATE_NONE || s->due.n >= MAX_DUE)
		return;
	for (size_t i = 0; i < s->due.n; i++)
		if (s->due.at[i] == day)
			return;
	VEC_PUSH(p->arena, &s->due, day);
	for (; at > 0 && s->due.at[at - 1] > day; at--) {
		s->due.at[at] = s->due.at[at - 1];
		s->due.at[at - 1] = day;
	}
}

/* The day by which a phrase asks for the work. */
static date_day due_of(const struct time_item *item)
{
	return item->bound == TIME_BEFORE ? item->start : item->end;
}

static bool is_deadline(const struct time_item *item)
{
	return item->unit == TIME_DAY || item->bound == TIME_BEFORE || item->bound == TIME_LATEST;
}

/* Whether a phrase bounds the work at its begin ("từ", "sau") or, alone, at its end ("đến hết", "chậm nhất"). */
static bool opens(const struct time_item *item)
{
	return item->bound == TIME_FROM || item->bound == TIME_AFTER;
}

static bool closes(const struct time_item *item)
{
	return !item->ends_range && (item->bound == TIME_UNTIL || item->bound == TIME_LATEST || item->bound == TIME_BEFORE);
}

/* Widens the window by a phrase. */
static void widen(struct schedule *s, const struct time_item *item, bool first)
{
	date_day start = item->bound == TIME_AFTER ? item->end + 1 : item->start;
	date_day end = item->ends_range && item->bound == TIME_BEFORE ? item->start : item->end;
	if (first || start < s->start)
		s->start = start;
	if (first || end > s->end)
		s->end = end;
	s->exclusive = s->exclusive || item->bound == TIME_BEFORE;
}

/* First and last day of all phrases together. */
static void set_window(const struct parser *p, struct schedule *s)
{
	bool open_start = false, open_end = false, first = true;
	for (size_t k = 0; k < p->times.n; k++) {
		const struct time_item *item = &p->times.at[k];
		if (item->end == DATE_NONE)
			continue;
		open_start = open_start || (first && closes(item));
		open_end = opens(item) && (k + 1 == p->times.n || !p->times.at[k + 1].ends_range);
		widen(s, item, first);
		first = false;
	}
	date_day year_end = date_from_parts(p->year, 12, 31);
	if (open_start)
		s->start = DATE_NONE;
	if (open_end)
		s->end = year_end >= s->start ? year_end : DATE_NONE;
}

static void set_plan_year(const struct parser *p, struct schedule *s)
{
	s->start = date_from_parts(p->year, 1, 1);
	s->end = date_from_parts(p->year, 12, 31);
}

/* The days and months inside a rule: "ngày 20 hàng tháng", "15/11 hàng năm". */
static void set_rule(struct parser *p, struct schedule *s)
{
	static const char *const names[] = {"YEARLY", "YEARLY", "MONTHLY", "MONTHLY", "MONTHLY", "WEEKLY", "DAILY"};
	static const char *const weekdays[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
	const int months[] = {12, 12, 6, 3, 1, 1, 1};
	const struct time_item *day = NULL;
	struct buf rule;
	for (size_t k = 0; k < p->times.n; k++)
		if (p->times.at[k].unit == TIME_DAY && !p->times.at[k].has_year)
			day = day == NULL ? &p->times.at[k] : day;
	buf_init(&rule, p->arena, MAX_RRULE);
	if (p->month_of_quarter > 1) {
		int m = p->month_of_quarter;
		buf_add_format(&rule, "FREQ=YEARLY;BYMONTH=%d,%d,%d,%d", m, m + 3, m + 6, m + 9);
	} else {
		int interval = p->frequency == EVERY_HALF || p->frequency == EVERY_QUARTER ? months[p->frequency] : p->interval;
		buf_add_format(&rule, "FREQ=%s", names[p->frequency]);
		if (interval > 1)
			buf_add_format(&rule, ";INTERVAL=%d", interval);
	}
	if (p->weekday > 0 && p->frequency == EVERY_WEEK)
		buf_add_format(&rule, ";BYDAY=%s", weekdays[p->weekday - 1]);
	if (day != NULL && p->frequency == EVERY_YEAR && day->month != 0)
		buf_add_format(&rule, ";BYMONTH=%d", day->month);
	if (day != NULL && p->frequency != EVERY_WEEK && p->frequency != EVERY_DAY)
		buf_add_format(&rule, ";BYMONTHDAY=%d", day->day);
	else if (p->last_day && p->frequency < EVERY_WEEK)
		buf_add(&rule, STR(";BYMONTHDAY=-1"));
	s->exclusive = day != NULL && day->bound == TIME_BEFORE;
	s->rrule = buf_str(&rule);
}

static void set_recurring(struct parser *p, struct schedule *s)
{
	struct time_item_vec spans = {0};
	s->kind = SCHEDULE_RECURRING;
	set_rule(p, s);
	bool exclusive = s->exclusive;
	for (size_t k = 0; k < p->times.n; k++)
		if (p->times.at[k].unit != TIME_DAY || p->times.at[k].has_year)
			VEC_PUSH(p->arena, &spans, p->times.at[k]);
	p->times = spans;
	set_plan_year(p, s);
	if (spans.n > 0) {
		set_window(p, s);
		s->start = s->start == DATE_NONE ? date_from_parts(p->year, 1, 1) : s->start;
	}
	s->exclusive = exclusive;
}

/* A period without a bounding word beside a deadline says what the work is about ("Báo cáo năm 2026 trước ngày 25/11/2026"). */
static void drop_topics(struct parser *p)
{
	struct time_item_vec kept = {0};
	bool bound = false, day = false;
	for (size_t k = 0; k < p->times.n; k++) {
		bound = bound || p->times.at[k].bound == TIME_BEFORE || p->times.at[k].bound == TIME_LATEST;
		day = day || p->times.at[k].unit == TIME_DAY;
	}
	for (size_t k = 0; k < p->times.n; k++) {
		const struct time_item *item = &p->times.at[k];
		bool free = item->bound == TIME_IN && !item->ends_range && !(k + 1 < p->times.n && p->times.at[k + 1].ends_range);
		if (!(free && item->unit != TIME_DAY && (bound || (day && item->unit >= TIME_YEAR))))
			VEC_PUSH(p->arena, &kept, *item);
	}
	p->times = kept;
}

/* Dates, windows: no word says that the work repeats or goes on. */
static void set_times(struct parser *p, struct schedule *s)
{
	bool all_deadlines = true, range = false;
	drop_topics(p);
	for (size_t k = 0; k < p->times.n; k++) {
		const struct time_item *item = &p->times.at[k];
		range = range || item->ends_range || item->bound == TIME_FROM || item->bound == TIME_AFTER;
		all_deadlines = all_deadlines && is_deadline(item);
	}
	if (range || !all_deadlines) {
		s->kind = SCHEDULE_WINDOW;
		set_window(p, s);
		return;
	}
	s->kind = SCHEDULE_ONCE;
	for (size_t k = 0; k < p->times.n; k++) {
		add_due(p, s, due_of(&p->times.at[k]));
		s->exclusive = s->exclusive || p->times.at[k].bound == TIME_BEFORE;
	}
	if (s->due.n == 0)
		s->kind = SCHEDULE_NONE;
}

static void set_conditional(struct parser *p, struct schedule *s)
{
	s->kind = SCHEDULE_CONDITIONAL;
	if (p->times.n > 0)
		set_window(p, s);
}

static bool condition_comes_first(const struct parser *p)
{
	return p->condition != NOWHERE && (p->times.n == 0 || p->condition < p->times.at[0].begin);
}

/* Times inside the condition's own words tell what it is about ("Sau khi các chỉ số năm 2025 được công bố"), not when. */
static void drop_times_of_condition(struct parser *p)
{
	struct time_item_vec kept = {0};
	size_t end = p->words.n;
	for (size_t i = p->condition; i < p->words.n; i++)
		if (words_is(&p->words, i, ",") || words_is(&p->words, i, "(") || words_is(&p->words, i, ";") || i == p->tentative_at) {
			end = i;
			break;
		}
	for (size_t k = 0; k < p->times.n; k++)
		if (p->times.at[k].begin < p->condition || p->times.at[k].begin >= end)
			VEC_PUSH(p->arena, &kept, p->times.at[k]);
	p->times = kept;
}

static uint8_t confidence_of(const struct parser *p, const struct schedule *s)
{
	if (s->kind == SCHEDULE_NONE)
		return 0;
	if (s->kind == SCHEDULE_CONDITIONAL)
		return p->clauses > 1 ? 60 : 85;
	if (p->clauses > 1 && p->times.n < p->clauses)
		return 70;
	return p->words.n > 24 ? 80 : 95;
}

/* "định kỳ" with at most a year beside it: repeated, but how often is not said. */
static bool is_periodic(const struct parser *p)
{
	for (size_t k = 0; k < p->times.n; k++)
		if (p->times.at[k].unit < TIME_YEAR)
			return false;
	return p->periodic != NOWHERE && !condition_comes_first(p);
}

static void set_periodic(struct parser *p, struct schedule *s)
{
	s->kind = SCHEDULE_RECURRING;
	set_plan_year(p, s);
	if (p->times.n > 0)
		set_window(p, s);
	s->condition = words_text(&p->words, p->periodic, p->periodic + 2);
}

static void compose(struct parser *p, struct schedule *s)
{
	bool condition_first = condition_comes_first(p);
	if (condition_first)
		drop_times_of_condition(p);
	if (p->frequency != NOT_REPEATED)
		set_recurring(p, s);
	else if (p->ongoing) {
		s->kind = SCHEDULE_ONGOING;
		set_plan_year(p, s);
		if (p->times.n > 0)
			set_window(p, s);
	} else if (is_periodic(p))
		set_periodic(p, s);
	else if (condition_first)
		set_conditional(p, s);
	else if (p->times.n > 0)
		set_times(p, s);
	if (p->condition != NOWHERE && s->kind != SCHEDULE_NONE && s->kind != SCHEDULE_RECURRING)
		s->condition = condition_text(p);
	s->tentative = p->tentative && s->kind != SCHEDULE_NONE;
}

struct schedule schedule_words_parse(struct arena *arena, struct str text, int plan_year, uint8_t *ret_confidence)
{
	struct schedule schedule = {.start = DATE_NONE, .end = DATE_NONE};
	struct parser p = {.arena = arena,
	                   .words = words_of(arena, viet_space_trim(text)),
	                   .year = plan_year,
	                   .interval = 1,
	                   .periodic = NOWHERE,
	                   .condition = NOWHERE,
	                   .tentative_at = NOWHERE};
	p.times = time_words_find(arena, &p.words, plan_year);
	p.clauses = count_clauses(&p.words);
	drop_labels(&p);
	for (size_t i = 0; i < p.words.n;)
		i += read_word(&p, i);
	compose(&p, &schedule);
	*ret_confidence = confidence_of(&p, &schedule);
	return schedule;
}
