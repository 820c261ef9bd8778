#include "reading/report_duties.h"

#include "reading/assignment.h"
#include "reading/frequency_words.h"
#include "reading/plan_year.h"
#include "reading/reading_field.h"
#include "reading/report_clause.h"
#include "reading/words.h"

enum { MAX_UNITS = 8 };
/* In days: a window longer than a year less a few days says what the work is about; a term is a quarter at most. */
enum { LONG_WINDOW = 360, SHORT_WINDOW = 93 };

/* What speaks for a duty, in percent (docs/confidence.md). It is never surer than its time. */
enum evidence {
	SENT_TO_SOMEONE = 95, /* an act of reporting or sending, with its receiver */
	SENT = 92,
	ASKED_OF_A_UNIT = 91, /* how often or by when, said under a unit that has to do it */
	ROW_THAT_RETURNS = 94,
	ROW_OF_A_REPORT = 93,
	ROW_OF_A_STUDY = 84, /* "Báo cáo khảo sát" may be no more than what comes of the work */
	BESIDE_A_UNIT = 91,  /* in the cell of who does it */
	WITH_ANOTHER = 85,   /* part of another report */
	SAID_ANYWHERE = 84,  /* how often, but not by whom */
	ON_AN_EVENT = 78,    /* once something has happened */
	ON_CONDITION = 75,
};

struct finder {
	struct arena *arena;
	const struct reading *reading;
	struct reading_report_duty_vec out;
	size_t n_body;        /* of `out`, those from the body */
	size_t period_report; /* of `out`, one that names its periods and no days; REPORT_NOWHERE without one */
	int year;
};

#define LONGEST(words, i, table) words_longest((words), (i), (table), sizeof(table) / sizeof(table)[0])

static struct report_time time_in(struct finder *f, const struct report_clause *c, size_t from, size_t to)
{
	return report_clause_time(f->arena, c, from, to, f->year);
}

static void add(struct finder *f, const struct report_clause *c, size_t from, size_t to, const struct report_time *time,
                enum evidence evidence)
{
	struct str receiver = report_clause_receiver(c, from, to);
	if (evidence == SENT && receiver.len > 0)
		evidence = SENT_TO_SOMEONE;
	uint8_t confidence = reading_field_less_sure((uint8_t)evidence, time->confidence);
	VEC_PUSH(f->arena, &f->out,
	         (struct reading_report_duty){.what = report_clause_what(f->arena, c, from, to, confidence),
	                                      .to = receiver,
	                                      .by = c->by,
	                                      .section = c->section,
	                                      .schedule = time->schedule});
}

/* ---- the body ---- */

/* "báo cáo quý, 6 tháng và năm": whether the comma at `i` stands between such periods. */
static bool goes_on(const struct words *words, size_t i)
{
	static const char *const periods[] = {"quý", "năm", "tháng", "9 tháng", "6 tháng", "06 tháng", "09 tháng"};
	return words_is(words, i, ",") && LONGEST(words, i + 1, periods) > 0;
}

/* "trong báo cáo định kỳ cải cách hành chính": inside another report, which comes back when that one does. */
static bool inside_periodic_report(struct finder *f, const struct report_clause *c, size_t from, const struct report_time *whole,
                                   struct report_time *ret)
{
	size_t at = report_clause_find(c, from, "trong báo cáo định kỳ"), end = at;
	/* "định kỳ báo cáo … trong báo cáo cải cách hành chính quý, năm" */
	if (at == REPORT_NOWHERE && report_clause_find(c, c->from, "định kỳ") != REPORT_NOWHERE && whole->schedule.rrule.len == 0)
		at = end = report_clause_find(c, from, "trong báo cáo");
	if (at == REPORT_NOWHERE)
		return false;
	while (end < c->to && (c->words->at[end].kind != WORD_SIGN || goes_on(c->words, end)) &&
	       words_match(c->words, end, "đối với") == 0)
		end++;
	*ret = (struct report_time){.schedule = {.kind = SCHEDULE_RECURRING,
	                                         .start = date_from_parts(f->year, 1, 1),
	                                         .end = date_from_parts(f->year, 12, 31),
	                                         .condition = words_text(c->words, at, end)},
	                            .confidence = WITH_ANOTHER};
	return true;
}

/* "báo cáo quý I, 6 tháng, quý III": reports of this year, whose days a table may say. */
static bool names_a_quarter(const struct report_clause *c)
{
	for (size_t i = c->from; i + 1 < c->to; i++)
		if (words_is(c->words, i, "quý") && (words_roman(c->words->at[i + 1].key) > 0 || words_number(c->words, i + 1) > 0))
			return true;
	return false;
}

/* "Báo cáo … cho Hiệu trưởng và báo cáo … với Sở … theo quy định": one duty for each; the time is said once for all. */
static bool read_reports(struct finder *f, const struct report_clause *c)
{
	size_t at = report_clause_next(c, c->from);
	struct report_time time;
	if (at == REPORT_NOWHERE)
		return false;
	struct report_time whole = time_in(f, c, c->from, c->to);
	bool nested = inside_periodic_report(f, c, at, &whole, &time);
	if (!nested) {
		time = time_in(f, c, at, c->to);
		bool vague = time.schedule.kind == SCHEDULE_CONDITIONAL && whole.schedule.kind == SCHEDULE_RECURRING;
		if (!report_clause_is_firm(&time.schedule) || vague)
			time = whole;
		if (!report_clause_is_firm(&time.schedule))
			return false;
	}
	for (size_t end; at != REPORT_NOWHERE; at = end == c->to ? REPORT_NOWHERE : end) {
		size_t next = report_clause_next(c, at + 2);
		bool joined =
		    next != REPORT_NOWHERE && !nested && (words_is(c->words, next - 1, "và") || words_is(c->words, next - 1, ","));
		end = joined ? next : c->to;
		struct report_time own = time_in(f, c, at, end);
		add(f, c, at, joined ? end - 1 : end, own.schedule.kind == SCHEDULE_ONCE && !nested ? &own : &time, SENT);
	}
	if (nested && names_a_quarter(c))
		f->period_report = f->out.n - 1;
	return true;
}

/* The word where the clause sets a term, and does not only name a day; REPORT_NOWHERE where it sets none. */
static size_t term_of(const struct report_clause *c)
{
	static const char *const terms[] = {"trước ngày",       "chậm nhất",  "muộn nhất", "hoàn thành trong",
	                                    "hoàn thành trước", "xong trước", "xong trong"};
	for (size_t i = c->from; i < c->to; i++)
		if (LONGEST(c->words, i, terms) > 0 || (words_is(c->words, i, "trước") && words_number(c->words, i + 1) > 0))
			return i;
	return REPORT_NOWHERE;
}

static bool is_term(const struct schedule *s)
{
	return s->kind == SCHEDULE_ONCE || (s->kind == SCHEDULE_WINDOW && s->end - s->start < SHORT_WINDOW && s->start != DATE_NONE);
}

/* What is sent or handed in, where it says when or how often: "gửi … trước ngày …". */
static bool read_sending(struct finder *f, const struct report_clause *c)
{
	if (report_clause_find(c, c->from, "gửi") == REPORT_NOWHERE)
		return false;
	struct report_time time = time_in(f, c, c->from, c->to);
	const struct schedule *s = &time.schedule;
	size_t term = term_of(c);
	if (term != REPORT_NOWHERE && !is_term(s) && s->kind != SCHEDULE_RECURRING)
		time = time_in(f, c, term, c->to);
	bool year = s->kind == SCHEDULE_WINDOW && s->end - s->start > LONG_WINDOW; /* what it is about, not when */
	if (s->kind == SCHEDULE_RECURRING || s->kind == SCHEDULE_ONCE || (s->kind == SCHEDULE_WINDOW && !year))
		add(f, c, c->from, c->to, &time, SENT);
	return true;
}

/* "đăng tải … ngay sau khi …" */
static bool read_publishing(struct finder *f, const struct report_clause *c)
{
	static const char *const verbs[] = {"đăng tải", "công khai", "công bố", "niêm yết", "cập nhật", "thông báo", "báo cáo"};
	size_t soon = report_clause_find(c, c->from, "ngay sau khi");
	for (size_t i = c->from; soon != REPORT_NOWHERE && i < soon; i++) {
		if (LONGEST(c->words, i, verbs) == 0)
			continue;
		struct report_time time = time_in(f, c, soon, c->to);
		if (report_clause_is_firm(&time.schedule))
			add(f, c, i, c->to, &time, ON_AN_EVENT);
		return true;
	}
	return soon != REPORT_NOWHERE;
}

/* Whether the clause says how often in so many words. */
static bool says_how_often(const struct report_clause *c)
{
	static const char *const often[] = {"hằng", "hàng", "mỗi", "định kỳ", "/ tháng", "/ quý", "/ tuần", "một tháng"};
	for (size_t i = c->from; i < c->to; i++)
		if (LONGEST(c->words, i, often) > 0)
			return true;
	return false;
}

/* Anything that says how often; of a duty or a report also what has a term of its own. */
static void read_obligation(struct finder *f, const struct report_clause *c, bool is_duty)
{
	size_t term = term_of(c);
	bool may_be_due = term != REPORT_NOWHERE && (is_duty || report_clause_next(c, c->from) != REPORT_NOWHERE);
	if (!may_be_due && !frequency_words_may_be(c->words, c->from, c->to))
		return;
	struct report_time time = time_in(f, c, c->from, c->to);
	bool vague = str_eq(time.schedule.rrule, STR("FREQ=YEARLY")) || str_eq(time.schedule.rrule, STR("FREQ=DAILY"));
	if (!is_duty && vague) /* "Hằng năm nâng cao nhận thức …": an aim; "kênh dùng hằng ngày": no one's work */
		return;
	if (time.schedule.kind == SCHEDULE_RECURRING && time.schedule.rrule.len > 0) {
		add(f, c, c->from, c->to, &time, is_duty && says_how_often(c) ? ASKED_OF_A_UNIT : SAID_ANYWHERE);
		return;
	}
	if (!may_be_due)
		return;
	if (!is_term(&time.schedule)) /* the words before it name something else: "căn cứ Kế hoạch này … trước ngày 20/02" */
		time = time_in(f, c, term, c->to);
	if (is_term(&time.schedule))
		add(f, c, c->from, c->to, &time, is_duty ? ASKED_OF_A_UNIT : SAID_ANYWHERE);
}

static void read_paragraph(struct finder *f, const struct lines_paragraph *p, struct str by, struct str section, bool is_duty)
{
	const struct words *words = &p->words;
	size_t from = lines_first_word(p);
	for (size_t i = from; i <= words->n; i++) {
		if (i < words->n && !report_clause_ends(words, i))
			continue;
		struct report_clause c = {.words = words, .from = from, .to = i, .by = by, .section = section, .paragraph = p};
		if (i > from && !(is_duty && read_reports(f, &c)) && !read_sending(f, &c) && !read_publishing(f, &c))
			read_obligation(f, &c, is_duty);
		from = i + 1;
	}
}

/* The duty whose text lies in the paragraph; NULL for none. Both go on in the order of the document. */
static const struct reading_duty *duty_of(const struct reading *reading, const struct lines_paragraph *p, size_t *cursor)
{
	uint32_t begin = p->pieces.at[0].span.begin, end = p->pieces.at[p->pieces.n - 1].span.end;
	while (*cursor < reading->duties.n && reading->duties.at[*cursor].text.span.end <= begin)
		*cursor += 1;
	if (*cursor < reading->duties.n && reading->duties.at[*cursor].text.span.begin < end)
		return &reading->duties.at[*cursor];
	return NULL;
}

/* Where a task of the body begins and ends: from its title to its last labelled line. */
static struct document_span extent_of(const struct reading_task *task)
{
	struct document_span span = task->title.span;
	for (size_t k = 0; k < task->parts.n; k++) {
		const struct reading_part *part = &task->parts.at[k];
		const struct document_span spans[] = {part->schedule_raw.span, part->assignment_raw.span, part->funding_raw.span};
		for (size_t i = 0; i < sizeof spans / sizeof spans[0]; i++)
			span.end = spans[i].end > span.end ? spans[i].end : span.end;
		for (size_t i = 0; i < part->products.n; i++)
			span.end = part->products.at[i].span.end > span.end ? part->products.at[i].span.end : span.end;
	}
	return span;
}

/* Whether the paragraph belongs to a task, which is read with the tasks. Both go on in the order of the document. */
static bool is_of_task(const struct reading *reading, const struct lines_paragraph *p, size_t *cursor)
{
	uint32_t begin = p->pieces.at[0].span.begin, end = p->pieces.at[p->pieces.n - 1].span.end;
	while (*cursor < reading->tasks.n && extent_of(&reading->tasks.at[*cursor]).end <= begin)
		*cursor += 1;
	return *cursor < reading->tasks.n && reading->tasks.at[*cursor].title.span.begin < end;
}

static void read_body(struct finder *f, const struct lines_paragraph_vec *paragraphs, struct header_body body,
                      const struct outline_place_vec *places)
{
	size_t cursor = 0, task = 0;
	for (size_t k = 0; k < places->n; k++) {
		const struct lines_paragraph *p = &paragraphs->at[body.first + k];
		const struct reading_duty *duty = duty_of(f->reading, p, &cursor);
		if (places->at[k].top != SIZE_MAX)
			f->year = plan_year_of_heading(&paragraphs->at[places->at[k].top].words, f->reading->header.year);
		bool counts = places->at[k].top != SIZE_MAX && p->mark != LINES_ROMAN && !is_of_task(f->reading, p, &task);
		if (counts)
			read_paragraph(f, p, duty != NULL ? duty->unit : (struct str){0}, places->at[k].section, duty != NULL);
	}
	f->n_body = f->out.n;
}

/* ---- the task table ---- */

/* Who does it: all with the role of the first, of the part or else of the task. */
static struct str units_of(struct finder *f, const struct reading_task *task, const struct reading_part *part)
{
	const struct reading_assignment_vec *all = part->assignments.n > 0 ? &part->assignments : &task->parts.at[0].assignments;
	struct str units = {0};
	for (size_t i = 0; i < all->n && i < MAX_UNITS; i++) {
		if (all->at[i].role != all->at[0].role)
			continue;
		units = i == 0 ? all->at[i].unit : str_format(f->arena, "%.*s; %.*s", STR_ARG(units), STR_ARG(all->at[i].unit));
	}
	return units;
}

static bool same_days(const struct date_day_vec *a, const struct date_day_vec *b)
{
	for (size_t i = 0; i < a->n && a->n == b->n; i++)
		if (a->at[i] != b->at[i])
			return false;
	return a->n == b->n;
}

/* Whether the body says the same already. */
static bool is_said(const struct finder *f, const struct schedule *s)
{
	for (size_t i = 0; i < f->n_body; i++) {
		const struct schedule *other = &f->out.at[i].schedule;
		if (s->kind == SCHEDULE_ONCE && other->kind == s->kind && other->exclusive == s->exclusive &&
		    same_days(&other->due, &s->due))
			return true;
	}
	return false;
}

static void add_of_task(struct finder *f, const struct report_clause *c, const struct report_time *time, enum evidence evidence)
{
	if (is_said(f, &time->schedule))
		return;
	if (time->schedule.kind == SCHEDULE_ONCE && time->schedule.due.n > 1 && f->period_report != REPORT_NOWHERE) {
		/* the days of the reports that the body names */
		struct reading_report_duty *named = &f->out.at[f->period_report];
		named->schedule = time->schedule;
		named->what.confidence = reading_field_less_sure(ROW_OF_A_REPORT, time->confidence);
		f->period_report = REPORT_NOWHERE;
		return;
	}
	add(f, c, c->from, c->to, time, evidence);
}

/* The time of the row, as sure as its cell and its words are. */
static struct report_time time_of(const struct reading_part *part)
{
	return (struct report_time){part->schedule,
	                            reading_field_less_sure(part->schedule_raw.confidence, part->schedule_notes.confidence)};
}

static bool has_report(const struct words *words)
{
	struct report_clause c = {.words = words, .from = 0, .to = words->n};
	return report_clause_next(&c, 0) != REPORT_NOWHERE;
}

/* "Báo cáo kết quả khảo sát": what a survey comes to, not a report on work. */
static bool is_survey(const struct words *words)
{
	for (size_t i = 0; i < words->n; i++)
		if (words_match(words, i, "khảo sát") > 0)
			return true;
	return false;
}

/* Whether a report says what was found out, not what was done. */
static bool is_study(const struct words *words)
{
	static const char *const studies[] = {"đánh giá", "rà soát", "phân tích", "nghiên cứu", "kiểm tra"};
	for (size_t i = 0; i < words->n; i++)
		if (LONGEST(words, i, studies) > 0)
			return true;
	return false;
}

/* A product that is a report with a condition of its own ("Báo cáo … theo quy định"), or whose row has days. */
static bool read_products(struct finder *f, const struct reading_part *part, const struct report_clause *task)
{
	const struct report_time row = time_of(part);
	bool any = false;
	for (size_t i = 0; i < part->products.n; i++) {
		struct words words = words_of(f->arena, part->products.at[i].text);
		struct report_clause c = *task;
		c.words = &words;
		c.to = words.n;
		c.title = task->words;
		c.field = &part->products.at[i];
		if (!has_report(&words) || (is_survey(&words) && !has_report(task->words)))
			continue;
		struct report_time own = time_in(f, &c, 0, words.n);
		if (own.schedule.kind == SCHEDULE_CONDITIONAL || own.schedule.kind == SCHEDULE_RECURRING) {
			if (part->schedule.kind == SCHEDULE_ONCE)
				own = row;
			else if (own.schedule.kind == SCHEDULE_RECURRING && own.schedule.rrule.len == 0)
				continue;
			add_of_task(f, &c, &own, part->schedule.kind == SCHEDULE_ONCE ? ROW_OF_A_REPORT : ON_CONDITION);
			any = true;
		} else if (part->schedule.kind == SCHEDULE_ONCE || part->schedule.kind == SCHEDULE_RECURRING) {
			add_of_task(f, &c, &row, is_study(&words) && !has_report(task->words) ? ROW_OF_A_STUDY : ROW_OF_A_REPORT);
			any = true;
		}
	}
	return any;
}

/* What the cell of the assignments asks for beside the task: "(01 tin, bài/tháng)", "báo cáo … theo yêu cầu của …", "định kỳ". */
static void read_assignment_clause(struct finder *f, struct report_clause *c, const struct reading_part *part)
{
	struct report_time own = time_in(f, c, c->from, c->to);
	size_t report = report_clause_next(c, c->from);
	if (own.schedule.kind == SCHEDULE_RECURRING && (own.schedule.rrule.len > 0 || own.schedule.condition.len > 0)) {
		size_t send = report_clause_find(c, c->from, "gửi");
		c->from = send != REPORT_NOWHERE ? send : c->from;
		add_of_task(f, c, &own, send != REPORT_NOWHERE ? BESIDE_A_UNIT : ON_CONDITION);
	} else if (report != REPORT_NOWHERE) {
		own = time_in(f, c, report, c->to);
		if (own.schedule.kind != SCHEDULE_CONDITIONAL)
			return;
		own.schedule.start = part->schedule.start;
		own.schedule.end = part->schedule.end;
		own.schedule.tentative = part->schedule.tentative;
		c->from = report;
		add_of_task(f, c, &own, ON_CONDITION);
	}
}

static void read_assignment_cell(struct finder *f, const struct reading_part *part, struct str section)
{
	struct words words = words_of(f->arena, part->assignment_raw.text);
	size_t from = 0;
	for (size_t i = 0; i <= words.n; i++) {
		bool bullet =
		    i > from && i + 1 < words.n && words_is(&words, i, "-") && words.at[i].space_before && words.at[i + 1].capital;
		if (i < words.n && !report_clause_ends(&words, i) && !bullet)
			continue;
		struct report_clause c = {.words = &words, .from = from, .to = i, .section = section, .field = &part->assignment_raw};
		size_t end;
		struct str text = words_text(&words, words_is(&words, from, "-") ? from + 1 : from, i);
		c.by = i > from ? assignment_first_unit(f->arena, text, &end) : (struct str){0};
		if (i > from)
			read_assignment_clause(f, &c, part);
		from = bullet ? i : i + 1;
	}
}

/* A month or less in which a report is due to someone. */
static bool is_short_window(const struct schedule *s)
{
	enum { MONTH = 31 };
	return s->kind == SCHEDULE_WINDOW && s->start != DATE_NONE && s->end - s->start < MONTH;
}

static void read_part(struct finder *f, const struct reading_task *task, const struct reading_part *part)
{
	struct words title = words_of(f->arena, task->title.text);
	struct str section = str_format(f->arena, "Phụ lục %.*s", STR_ARG(task->ordinal));
	struct report_clause c = {
	    .words = &title, .to = title.n, .by = units_of(f, task, part), .section = section, .field = &task->title};
	const struct report_time time = time_of(part);
	if (part->schedule.kind == SCHEDULE_RECURRING && title.n > 0)
		add_of_task(f, &c, &time, ROW_THAT_RETURNS);
	else if (!read_products(f, part, &c) && has_report(&title)) {
		if (part->schedule.kind == SCHEDULE_ONCE)
			add_of_task(f, &c, &time, ROW_OF_A_REPORT);
		else if (is_short_window(&part->schedule) && report_clause_receiver(&c, 0, title.n).len > 0)
			add_of_task(f, &c, &time, ROW_OF_A_STUDY);
		else if (part->schedule.kind == SCHEDULE_CONDITIONAL)
			add_of_task(f, &c, &time, ON_CONDITION);
	}
	read_assignment_cell(f, part, section);
}

struct reading_report_duty_vec report_duties_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs,
                                                  struct header_body body, const struct outline_place_vec *places,
                                                  const struct reading *reading, int table_year)
{
	struct finder f = {.arena = arena, .reading = reading, .period_report = REPORT_NOWHERE, .year = reading->header.year};
	read_body(&f, paragraphs, body, places);
	f.year = table_year;
	for (size_t i = 0; i < reading->tasks.n; i++)
		for (size_t k = 0; k < reading->tasks.at[i].parts.n; k++)
			read_part(&f, &reading->tasks.at[i], &reading->tasks.at[i].parts.at[k]);
	return f.out;
}
