#include "reading/schedule_compose.h"

#include "reading/schedule_rule.h"
#include "reading/schedule_stretch.h"

enum { MAX_DUE = 400 };

struct composer {
	struct arena *arena;
	struct schedule_clues *clues;
	struct time_item_vec times; /* those not yet used up */
	struct schedule schedule;
};

/* ---- which times count ---- */

static void keep_times(struct composer *c, bool (*keeps)(const struct composer *, size_t))
{
	struct time_item_vec kept = {0};
	for (size_t k = 0; k < c->times.n; k++)
		if (keeps(c, k))
			VEC_PUSH(c->arena, &kept, c->times.at[k]);
	c->times = kept;
}

/* A period with a colon after it only names what the date behind it is for: "Quý I: 05/3", not "Quý I: 01 lớp; quý III: 01 lớp".
 */
static bool is_no_label(const struct composer *c, size_t k)
{
	return !c->times.at[k].is_label || k + 1 == c->times.n || c->times.at[k + 1].is_label;
}

/* Words where the condition's own sentence ends: times behind are when, times in it what ("các chỉ số năm 2025 được công bố"). */
static size_t end_of_condition_phrase(const struct schedule_clues *clues)
{
	for (size_t i = clues->condition; i < clues->words.n; i++)
		if (words_is(&clues->words, i, ",") || words_is(&clues->words, i, "(") || words_is(&clues->words, i, ";") ||
		    i == clues->tentative)
			return i;
	return clues->words.n;
}

static bool condition_comes_first(const struct composer *c)
{
	return c->clues->condition != SCHEDULE_NOWHERE && (c->times.n == 0 || c->clues->condition < c->times.at[0].begin);
}

static void drop_times_of_condition(struct composer *c)
{
	struct time_item_vec kept = {0};
	size_t end = end_of_condition_phrase(c->clues);
	for (size_t k = 0; k < c->times.n; k++) {
		const struct time_item *item = &c->times.at[k];
		bool inside = item->begin >= c->clues->condition && item->begin < end;
		bool is_term = item->bound == TIME_UNTIL || item->bound == TIME_LATEST || item->bound == TIME_BEFORE;
		if (!inside || is_term)
			VEC_PUSH(c->arena, &kept, *item);
		c->clues->is_loose = c->clues->is_loose || (inside && (is_term || !item->has_year));
	}
	c->times = kept;
}

/* "Đợt tuyển quân 2027 (tháng 11, 12/2026)": a year in which none of the other times lies names what the work is about. */
static bool is_year_of_topic(const struct composer *c, size_t k)
{
	const struct time_item *item = &c->times.at[k];
	size_t others = 0;
	if (item->unit < TIME_SCHOOL_YEAR || item->bound != TIME_IN || item->ends_range || item->start == DATE_NONE)
		return false;
	for (size_t i = 0; i < c->times.n; i++) {
		const struct time_item *other = &c->times.at[i];
		if (i == k || other->unit >= TIME_SCHOOL_YEAR)
			continue;
		if (other->end == DATE_NONE || (other->start <= item->end && other->end >= item->start))
			return false;
		others++;
	}
	return others > 0;
}

/* "Quý II (tháng 5)", "Học kỳ I (từ 07/9 đến 16/01)": the days in brackets say more exactly when. */
static bool is_not_made_exact(const struct composer *c, size_t k)
{
	const struct time_item *item = &c->times.at[k], *next = item + 1;
	if (k + 1 == c->times.n || item->bound != TIME_IN || item->ends_range || item->unit <= next->unit)
		return true;
	bool enclosed = next->bound_begin == item->end_word + 1 && words_is(&c->clues->words, item->end_word, "(");
	return !enclosed || item->start == DATE_NONE || next->end == DATE_NONE || next->start > item->end || next->end < item->start;
}

/* "Thường xuyên, cao điểm tháng 10", "hằng tháng (trừ tháng 7)": a time within the span, not its bound. */
static bool is_no_emphasis(const struct composer *c, size_t k)
{
	static const char *const leads[] = {"cao điểm", "trọng tâm", "trọng điểm",  "tập trung",     "nhất là",      "đặc biệt",
	                                    "trừ",      "trong đó",  "cao điểm là", "tập trung vào", "cao điểm vào", "cao điểm trong",
	                                    "ưu tiên"};
	const struct time_item *item = &c->times.at[k];
	bool begins = k > 0 && item->begin <= c->times.at[k - 1].end_word + 1; /* one more of a list */
	if (begins && !is_no_emphasis(c, k - 1))
		return false;
	for (size_t n = 1; n <= 3 && n <= item->begin && item->bound == TIME_IN; n++)
		if (words_longest(&c->clues->words, item->begin - n, leads, sizeof leads / sizeof leads[0]) == n)
			return false;
	for (size_t i = c->clues->ongoing_at; c->clues->ongoing && item->bound == TIME_IN && i < item->begin; i++)
		if (words_is(&c->clues->words, i, ";")) /* "thường xuyên; tổng kết tháng 12" */
			return false;
	return true;
}

/* A period without a bounding word beside a deadline says what the work is about ("Báo cáo năm 2026 trước ngày 25/11/2026"). */
static void drop_topics(struct composer *c)
{
	struct time_item_vec kept = {0};
	bool bound = false, day = false;
	for (size_t k = 0; k < c->times.n; k++) {
		bound = bound || c->times.at[k].bound == TIME_BEFORE || c->times.at[k].bound == TIME_LATEST;
		day = day || c->times.at[k].unit == TIME_DAY;
	}
	for (size_t k = 0; k < c->times.n; k++) {
		const struct time_item *item = &c->times.at[k];
		bool free = item->bound == TIME_IN && !item->ends_range && !(k + 1 < c->times.n && c->times.at[k + 1].ends_range);
		bool topic = bound || (day && item->unit >= TIME_SCHOOL_YEAR) || is_year_of_topic(c, k);
		if (!(free && item->unit != TIME_DAY && topic))
			VEC_PUSH(c->arena, &kept, *item);
	}
	c->times = kept;
}

/* ---- windows ---- */

/* Whether a phrase bounds the work at its begin ("từ", "sau") or, alone, at its end ("đến hết", "chậm nhất"). */
static bool opens(const struct time_item *item)
{
	return (item->bound == TIME_FROM || item->bound == TIME_AFTER) && item->unit != TIME_YEARS;
}

static bool closes(const struct time_item *item)
{
	return !item->ends_range && (item->bound == TIME_UNTIL || item->bound == TIME_LATEST || item->bound == TIME_BEFORE);
}

/* Widens the window by a phrase. */
static void widen(struct composer *c, const struct time_item *item, bool first)
{
	struct schedule *s = &c->schedule;
	date_day start = item->bound == TIME_AFTER ? item->end + 1 : item->start;
	date_day end = item->bound == TIME_BEFORE ? item->start : item->end;
	bool apart = !first && !item->ends_range && (start > s->end + 1 || end + 1 < s->start);
	c->clues->is_loose = c->clues->is_loose || apart;
	if (first || start < s->start)
		s->start = start;
	if (first || end > s->end)
		s->end = end;
	s->exclusive = s->exclusive || item->bound == TIME_BEFORE;
}

/* First and last day of all phrases together. */
static void set_window(struct composer *c)
{
	bool open_start = false, open_end = false, first = true;
	for (size_t k = 0; k < c->times.n; k++) {
		const struct time_item *item = &c->times.at[k];
		if (item->end == DATE_NONE)
			continue;
		open_start = open_start || (first && closes(item));
		open_end = opens(item) && (k + 1 == c->times.n || !c->times.at[k + 1].ends_range);
		widen(c, item, first);
		first = false;
	}
	date_day year_end = c->clues->year > 0 ? date_from_parts(c->clues->year, 12, 31) : DATE_NONE;
	if (open_start)
		c->schedule.start = DATE_NONE;
	/* "từ tháng 9": to the plan's end, which the words do not say. */
	c->clues->is_loose = c->clues->is_loose || (open_end && c->schedule.kind == SCHEDULE_WINDOW);
	if (open_end)
		c->schedule.end = year_end >= c->schedule.start ? year_end : DATE_NONE;
}

static void set_plan_year(struct composer *c)
{
	if (c->clues->year <= 0)
		return;
	c->schedule.start = date_from_parts(c->clues->year, 1, 1);
	c->schedule.end = date_from_parts(c->clues->year, 12, 31);
}

static void set_window_or_year(struct composer *c)
{
	set_plan_year(c);
	if (c->times.n > 0)
		set_window(c);
	if (c->schedule.start == DATE_NONE && c->schedule.end != DATE_NONE && c->clues->year > 0) {
		date_day begin = date_from_parts(c->clues->year, 1, 1);
		c->schedule.start = begin <= c->schedule.end ? begin : DATE_NONE;
	}
}

/* ---- days ---- */

static void add_due(struct composer *c, date_day day)
{
	struct date_day_vec *due = &c->schedule.due;
	size_t at = due->n;
	if (day == DATE_NONE || due->n >= MAX_DUE)
		return;
	for (size_t i = 0; i < due->n; i++)
		if (due->at[i] == day)
			return;
	VEC_PUSH(c->arena, due, day);
	for (; at > 0 && due->at[at - 1] > day; at--) {
		due->at[at] = due->at[at - 1];
		due->at[at - 1] = day;
	}
}

/* The day by which a phrase asks for the work. */
static date_day due_of(const struct time_item *item)
{
	return item->bound == TIME_BEFORE ? item->start : item->end;
}

static bool is_deadline(const struct time_item *item)
{
	return item->unit == TIME_DAY || closes(item);
}

/* "Tháng 4 và tháng 10/2026": the work is done in each of the periods, not between them. */
static bool set_apart(struct composer *c)
{
	struct date_day_vec ends = {0};
	if (!schedule_stretch_ends(c->arena, &c->times, &ends))
		return false;
	for (size_t i = 0; i < ends.n; i++)
		add_due(c, ends.at[i]);
	c->schedule.kind = SCHEDULE_ONCE;
	c->clues->is_loose = true;
	return true;
}

/* Dates, windows: no word says that the work repeats or goes on. */
static void set_times(struct composer *c)
{
	bool all_deadlines = true, range = false, inclusive = false;
	struct schedule *s = &c->schedule;
	drop_topics(c);
	if (set_apart(c))
		return;
	for (size_t k = 0; k < c->times.n; k++) {
		const struct time_item *item = &c->times.at[k];
		range = range || item->ends_range || opens(item);
		all_deadlines = all_deadlines && is_deadline(item);
	}
	if (range || !all_deadlines) {
		s->kind = SCHEDULE_WINDOW;
		set_window(c);
		if (s->start == DATE_NONE && s->end == DATE_NONE && c->clues->year > 0)
			s->kind = SCHEDULE_NONE; /* "từ ngày 01 đến ngày 04" of which month? */
		return;
	}
	for (size_t k = 0; k < c->times.n; k++) {
		add_due(c, due_of(&c->times.at[k]));
		s->exclusive = s->exclusive || c->times.at[k].bound == TIME_BEFORE;
		inclusive = inclusive || c->times.at[k].bound != TIME_BEFORE;
	}
	c->clues->is_loose = c->clues->is_loose || (s->exclusive && inclusive);
	s->kind = s->due.n > 0 ? SCHEDULE_ONCE : SCHEDULE_NONE;
}

/* ---- what comes back ---- */

static bool stays_out_of_rule(const struct composer *c, size_t k)
{
	return !schedule_rule_takes(c->clues, &c->times.at[k]);
}

/* Days of their own beside what comes back: "Hàng quý; báo cáo năm trước ngày 25/11/2026". */
static bool is_beside(const struct composer *c, size_t k)
{
	const struct time_item *item = &c->times.at[k];
	bool begins = k + 1 < c->times.n && c->times.at[k + 1].ends_range;
	return item->unit == TIME_DAY && !begins && !item->ends_range && !opens(item) && item->bound != TIME_UNTIL &&
	       item->start != DATE_NONE;
}

static bool is_not_beside(const struct composer *c, size_t k)
{
	return !is_beside(c, k);
}

static void set_recurring(struct composer *c)
{
	struct schedule *s = &c->schedule;
	s->kind = SCHEDULE_RECURRING;
	bool exclusive = false;
	s->rrule = schedule_rule(c->arena, c->clues, &c->times, &exclusive);
	keep_times(c, stays_out_of_rule);
	for (size_t k = 0; k < c->times.n; k++)
		if (is_beside(c, k)) {
			add_due(c, due_of(&c->times.at[k]));
			exclusive = exclusive || c->times.at[k].bound == TIME_BEFORE;
			c->clues->is_loose = true;
		}
	keep_times(c, is_not_beside);
	for (size_t k = 0; k < c->times.n; k++) /* "quý IV hằng năm" is more than a rule says */
		c->clues->is_loose = c->clues->is_loose || (c->clues->frequency.unit == EVERY_YEAR && !c->times.at[k].has_year &&
		                                            c->times.at[k].unit < TIME_SCHOOL_YEAR);
	set_window_or_year(c);
	s->exclusive = exclusive;
}

/* ---- the kinds ---- */

/* Whether a time beside "định kỳ" says within what span, not when. */
static bool is_span(const struct time_item *item)
{
	if (item->unit == TIME_DAY)
		return item->bound == TIME_FROM || item->ends_range;
	return item->unit >= TIME_SCHOOL_YEAR || item->ends_range || (item->bound_begin < item->begin && !closes(item));
}

/* "định kỳ" with at most a span beside it: repeated, but how often is not said. */
static bool is_periodic(const struct composer *c)
{
	for (size_t k = 0; k < c->times.n; k++)
		if (!is_span(&c->times.at[k]))
			return false;
	return c->clues->periodic != SCHEDULE_NOWHERE &&
	       (c->clues->condition == SCHEDULE_NOWHERE || c->clues->periodic < c->clues->condition);
}

/* The word before which the condition ends that begins at `begin`: the next part of the sentence that says when. */
static size_t end_of_condition(const struct composer *c, size_t begin)
{
	const struct schedule_clues *clues = c->clues;
	size_t end = clues->words.n;
	if (clues->tentative != SCHEDULE_NOWHERE && clues->tentative > begin)
		end = clues->tentative;
	for (size_t k = 0; k < c->times.n; k++)
		if (c->times.at[k].begin > begin && c->times.at[k].bound_begin < end)
			end = c->times.at[k].bound_begin;
	for (size_t i = begin; i < end && clues->clauses > 1 && c->times.n > 0; i++)
		if (words_is(&clues->words, i, ";"))
			return i;
	return end;
}

/* Words from..to-1 without the signs at the end; a closing bracket stays where it was opened. */
static size_t trim_signs(const struct words *words, size_t from, size_t to)
{
	bool opened = false;
	while (to > from && words->at[to - 1].kind == WORD_SIGN && !words_is(words, to - 1, ")"))
		to--;
	for (size_t i = from; i < to; i++)
		opened = opened || words_is(words, i, "(");
	return to > from && words_is(words, to - 1, ")") && !opened ? to - 1 : to;
}

/* The words of the condition from word `begin`; of several clauses without any time all of them. */
static struct str condition_text(struct composer *c, size_t begin)
{
	struct schedule_clues *clues = c->clues;
	bool whole = c->schedule.kind == SCHEDULE_CONDITIONAL && clues->clauses > 1 && c->times.n == 0;
	clues->condition_begin = whole ? 0 : begin;
	clues->condition_end = trim_signs(&clues->words, clues->condition_begin, whole ? clues->words.n : end_of_condition(c, begin));
	return words_text(&clues->words, clues->condition_begin, clues->condition_end);
}

static void set_periodic(struct composer *c)
{
	struct schedule_clues *clues = c->clues;
	size_t periodic = clues->periodic, behind = periodic + 2;
	c->schedule.kind = SCHEDULE_RECURRING;
	set_window_or_year(c);
	bool goes_on = clues->condition != SCHEDULE_NOWHERE && clues->condition >= behind && clues->condition <= behind + 1;
	if (goes_on) { /* "định kỳ theo quy định", "định kỳ hoặc đột xuất" */
		c->schedule.condition = condition_text(c, periodic);
		return;
	}
	clues->condition_begin = periodic;
	clues->condition_end = behind;
	c->schedule.condition = words_text(&clues->words, periodic, behind);
}

static void set_conditional(struct composer *c)
{
	c->schedule.kind = SCHEDULE_CONDITIONAL;
	if (c->times.n > 0)
		set_window(c);
}

/* Whether a term is set beside what goes on. */
static bool has_term(const struct composer *c)
{
	for (size_t k = 0; k < c->times.n; k++)
		if (!c->times.at[k].ends_range && (c->times.at[k].bound == TIME_BEFORE || c->times.at[k].bound == TIME_LATEST))
			return true;
	return false;
}

/* "thường xuyên, hằng năm": all the time, year after year. */
static bool goes_on_for_years(const struct schedule_clues *clues)
{
	return clues->ongoing && clues->frequency.unit == EVERY_YEAR && clues->times.n == 0;
}

/* "Tháng 3/2026 và duy trì thường xuyên": what goes on after a month or a quarter does so to the plan's end. */
static void go_on_to_the_end(struct composer *c)
{
	const struct schedule_clues *clues = c->clues;
	if (clues->year <= 0 || c->times.n != 1 || c->times.at[0].unit > TIME_HALF || clues->ongoing_at <= c->times.at[0].end_word)
		return;
	for (size_t i = c->times.at[0].end_word; i < clues->ongoing_at; i++)
		if (words_is(&clues->words, i, "và") || words_is(&clues->words, i, "duy") || words_is(&clues->words, i, ";")) {
			date_day year_end = date_from_parts(clues->year, 12, 31);
			c->schedule.end = year_end > c->schedule.end ? year_end : c->schedule.end;
			c->clues->is_loose = true;
		}
}

static void set_kind(struct composer *c)
{
	bool condition_first = condition_comes_first(c);
	if (condition_first)
		drop_times_of_condition(c);
	c->clues->is_loose = c->clues->is_loose || (c->clues->ongoing && c->clues->frequency.unit != NOT_REPEATED);
	if (goes_on_for_years(c->clues))
		c->clues->frequency = (struct frequency){0};
	if (c->clues->ongoing || c->clues->frequency.unit != NOT_REPEATED)
		keep_times(c, is_no_emphasis);
	keep_times(c, is_not_made_exact);
	if (c->clues->frequency.unit != NOT_REPEATED)
		set_recurring(c);
	else if (c->clues->ongoing && has_term(c)) { /* "xong trước 30/6 và duy trì thường xuyên" */
		c->clues->is_loose = true;
		set_times(c);
	} else if (c->clues->ongoing) {
		c->schedule.kind = SCHEDULE_ONGOING;
		set_window_or_year(c);
		go_on_to_the_end(c);
	} else if (is_periodic(c))
		set_periodic(c);
	else if (condition_first)
		set_conditional(c);
	else if (c->times.n > 0)
		set_times(c);
}

/* A time that cannot be leaves nothing to go by: a range that runs backwards. */
static bool is_backwards(const struct composer *c)
{
	for (size_t k = 0; k < c->times.n; k++)
		if (c->times.at[k].doubt == TIME_BACKWARDS)
			return true;
	return false;
}

struct schedule schedule_compose(struct arena *arena, struct schedule_clues *clues)
{
	struct composer c = {
	    .arena = arena, .clues = clues, .times = clues->times, .schedule = {.start = DATE_NONE, .end = DATE_NONE}};
	keep_times(&c, is_no_label);
	if (!is_backwards(&c))
		set_kind(&c);
	if (c.schedule.kind == SCHEDULE_NONE)
		return (struct schedule){.start = DATE_NONE, .end = DATE_NONE};
	if (clues->condition != SCHEDULE_NOWHERE && c.schedule.condition.len == 0)
		c.schedule.condition = condition_text(&c, clues->condition);
	c.schedule.tentative = clues->tentative != SCHEDULE_NOWHERE;
	return c.schedule;
}
