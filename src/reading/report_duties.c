#include "reading/report_duties.h"

#include "reading/assignment.h"
#include "reading/schedule_words.h"
#include "reading/unit_name.h"
#include "reading/words.h"

enum { MAX_WHAT_WORDS = 80, MAX_UNITS = 8, NOWHERE = 0x7FFFFFFF };
/* In days: a window longer than a year less a few days says what the work is about; a term is a quarter at most. */
enum { LONG_WINDOW = 360, SHORT_WINDOW = 93 };

struct finder {
	struct arena *arena;
	const struct reading *reading;
	struct reading_report_duty_vec out;
	size_t n_body;        /* of `out`, those from the body */
	size_t period_report; /* of `out`, one that names its periods and no days; NOWHERE without one */
	int year;
};

/* A sentence or part of one between semicolons: words from..to-1 of a text, and who has to do it. */
struct clause {
	const struct words *words;
	size_t from, to;
	struct str by, section;
	const struct words *title;               /* of the task that the text is a product of; NULL for none */
	const struct lines_paragraph *paragraph; /* NULL: `field` holds the text */
	const struct reading_field *field;
};

static const char *const to_words[] = {"cho", "về", "với", "tới", "gửi", "lên"};
static const char *const publish_verbs[] = {"đăng tải", "công khai", "công bố", "niêm yết", "cập nhật", "thông báo", "báo cáo"};

#define LONGEST(words, i, table) words_longest((words), (i), (table), sizeof(table) / sizeof(table)[0])

/* ---- parts of a clause ---- */

static size_t find_in(const struct clause *c, size_t from, const char *keys)
{
	for (size_t i = from; i < c->to; i++)
		if (words_match(c->words, i, keys) > 0)
			return i;
	return NOWHERE;
}

static struct schedule parse(struct finder *f, const struct clause *c, size_t from, size_t to)
{
	struct schedule_notes notes;
	struct schedule schedule = schedule_words_parse(f->arena, words_text(c->words, from, to), f->year, &notes);
	if (schedule.rrule.len > 0) /* how often it comes back is said; what it goes by is the report's own matter */
		schedule.condition = (struct str){0};
	return schedule;
}

static bool is_firm(const struct schedule *s)
{
	return s->kind != SCHEDULE_NONE && s->kind != SCHEDULE_ONGOING;
}

/* Whether the words "báo cáo" at `i` are what someone does or hands in, not part of another phrase. */
static bool is_reporting(const struct clause *c, size_t i)
{
	if (words_match(c->words, i, "báo cáo") == 0 || words_match(c->words, i, "báo cáo viên") > 0)
		return false;
	static const char *const not_after[] = {"trong", "với", "của", "các", "mục", "chế độ", "nội dung", "đề cương", "mẫu", "kỳ"};
	bool periodic = i >= c->from + 2 && words_match(c->words, i - 2, "định kỳ") > 0; /* but "kỳ báo cáo" */
	for (size_t k = 0; k < sizeof not_after / sizeof not_after[0]; k++)
		if (i > c->from && !periodic && words_match(c->words, i - 1, not_after[k]) > 0)
			return false;
	return !(i >= c->from + 2 && words_match(c->words, i - 2, "đối với") > 0);
}

/* How many words of the name at `i` are the receiver's: what is reported may follow at once ("báo cáo Sở Y tế kết quả …"). */
static size_t cut_topic(const struct words *words, size_t i, size_t n)
{
	static const char *const topics[] = {"kết quả", "tình hình", "tiến độ", "nội dung",
	                                     "số liệu", "danh sách", "định kỳ", "việc"};
	for (size_t k = 1; k < n; k++)
		if (LONGEST(words, i + k, topics) > 0)
			return k;
	return n;
}

/* To whom: the unit or post behind "cho", "về", "với", or right behind "báo cáo"; no text where none is named. */
static struct str receiver(const struct words *words, size_t from, size_t to)
{
	for (size_t i = from; i + 1 < to; i++) {
		size_t n = LONGEST(words, i, to_words);
		bool reports = n == 0 && words_match(words, i, "báo cáo") > 0;
		n = reports ? 2 : n;
		size_t unit = n > 0 && i + n < to ? unit_name_at(words, i + n) : 0;
		bool named = unit > 0 && (words->at[i + n].capital || words_is(words, i, "cho") || words_is(words, i + n, "lãnh"));
		if (named)
			return words_text(words, i + n, i + n + cut_topic(words, i + n, unit));
	}
	return (struct str){0};
}

static struct reading_field what_of(struct finder *f, const struct clause *c, size_t from, size_t to, uint8_t confidence)
{
	if (from + 1 < to && (words_is(c->words, from, "-") || words_is(c->words, from, "+")))
		from++;
	if (to > from + MAX_WHAT_WORDS)
		to = from + MAX_WHAT_WORDS;
	while (to > from + 1 && c->words->at[to - 1].kind == WORD_SIGN && !words_is(c->words, to - 1, ")"))
		to--;
	if (c->paragraph != NULL)
		return lines_field(f->arena, c->paragraph, c->words->at[from].begin, c->words->at[to - 1].end, confidence);
	struct reading_field field = *c->field;
	field.text = words_text(c->words, from, to);
	field.confidence = confidence;
	return field;
}

/* The receiver that the words name, or the task that they are a product of. */
static struct str addressee(const struct clause *c, size_t from, size_t to)
{
	struct str named = receiver(c->words, from, to);
	if (named.len > 0 || c->title == NULL)
		return named;
	return receiver(c->title, 0, c->title->n);
}

static void add(struct finder *f, const struct clause *c, size_t from, size_t to, const struct schedule *schedule,
                uint8_t confidence)
{
	VEC_PUSH(f->arena, &f->out,
	         (struct reading_report_duty){.what = what_of(f, c, from, to, confidence),
	                                      .to = addressee(c, from, to),
	                                      .by = c->by,
	                                      .section = c->section,
	                                      .schedule = *schedule});
}

/* ---- the body ---- */

/* "báo cáo quý, 6 tháng và năm": whether the comma at `i` stands between such periods. */
static bool goes_on(const struct words *words, size_t i)
{
	static const char *const periods[] = {"quý", "năm", "tháng", "9 tháng", "6 tháng", "06 tháng", "09 tháng"};
	return words_is(words, i, ",") && LONGEST(words, i + 1, periods) > 0;
}

/* "trong báo cáo định kỳ cải cách hành chính": inside another report, which comes back when that one does. */
static bool inside_periodic_report(struct finder *f, const struct clause *c, size_t from, struct schedule *ret)
{
	size_t at = find_in(c, from, "trong báo cáo định kỳ"), end = at;
	if (at == NOWHERE && find_in(c, c->from, "định kỳ") != NOWHERE && parse(f, c, c->from, c->to).rrule.len == 0)
		at = end = find_in(c, from, "trong báo cáo"); /* "định kỳ báo cáo … trong báo cáo cải cách hành chính quý, năm" */
	if (at == NOWHERE)
		return false;
	while (end < c->to && (c->words->at[end].kind != WORD_SIGN || goes_on(c->words, end)) &&
	       words_match(c->words, end, "đối với") == 0)
		end++;
	*ret = (struct schedule){.kind = SCHEDULE_RECURRING,
	                         .start = date_from_parts(f->year, 1, 1),
	                         .end = date_from_parts(f->year, 12, 31),
	                         .condition = words_text(c->words, at, end)};
	return true;
}

/* Where the next act of reporting in the clause begins, at or after `from`. */
static size_t next_report(const struct clause *c, size_t from)
{
	for (size_t i = from; i < c->to; i++)
		if (is_reporting(c, i))
			return i;
	return NOWHERE;
}

/* "báo cáo quý I, 6 tháng, quý III": reports of this year, whose days a table may say. */
static bool names_a_quarter(const struct clause *c)
{
	for (size_t i = c->from; i + 1 < c->to; i++)
		if (words_is(c->words, i, "quý") && (words_roman(c->words->at[i + 1].key) > 0 || words_number(c->words, i + 1) > 0))
			return true;
	return false;
}

/* "Báo cáo … cho Hiệu trưởng và báo cáo … với Sở … theo quy định": one duty for each; the time is said once for all. */
static bool read_reports(struct finder *f, const struct clause *c)
{
	size_t at = next_report(c, c->from);
	struct schedule schedule;
	if (at == NOWHERE)
		return false;
	bool nested = inside_periodic_report(f, c, at, &schedule);
	if (!nested) {
		schedule = parse(f, c, at, c->to);
		struct schedule whole = parse(f, c, c->from, c->to);
		if (!is_firm(&schedule) || (schedule.kind == SCHEDULE_CONDITIONAL && whole.kind == SCHEDULE_RECURRING))
			schedule = whole;
		if (!is_firm(&schedule))
			return false;
	}
	for (size_t end; at != NOWHERE; at = end == c->to ? NOWHERE : end) {
		size_t next = next_report(c, at + 2);
		bool joined = next != NOWHERE && !nested && (words_is(c->words, next - 1, "và") || words_is(c->words, next - 1, ","));
		end = joined ? next : c->to;
		add(f, c, at, joined ? end - 1 : end, &schedule, 80);
	}
	if (nested && names_a_quarter(c))
		f->period_report = f->out.n - 1;
	return true;
}

/* What is sent or handed in, where it says when or how often: "gửi … trước ngày …". */
static bool read_sending(struct finder *f, const struct clause *c)
{
	if (find_in(c, c->from, "gửi") == NOWHERE)
		return false;
	struct schedule schedule = parse(f, c, c->from, c->to);
	bool year = schedule.kind == SCHEDULE_WINDOW && schedule.end - schedule.start > LONG_WINDOW; /* what it is about, not when */
	if (schedule.kind == SCHEDULE_RECURRING || schedule.kind == SCHEDULE_ONCE || (schedule.kind == SCHEDULE_WINDOW && !year))
		add(f, c, c->from, c->to, &schedule, 82);
	return true;
}

/* "đăng tải … ngay sau khi …" */
static bool read_publishing(struct finder *f, const struct clause *c)
{
	size_t soon = find_in(c, c->from, "ngay sau khi");
	for (size_t i = c->from; soon != NOWHERE && i < soon; i++) {
		if (LONGEST(c->words, i, publish_verbs) == 0)
			continue;
		struct schedule schedule = parse(f, c, soon, c->to);
		if (is_firm(&schedule))
			add(f, c, i, c->to, &schedule, 78);
		return true;
	}
	return soon != NOWHERE;
}

/* Whether the clause sets a term, and does not only name a day. */
static bool sets_term(const struct clause *c)
{
	static const char *const terms[] = {"trước ngày",       "chậm nhất",  "muộn nhất", "hoàn thành trong",
	                                    "hoàn thành trước", "xong trước", "xong trong"};
	for (size_t i = c->from; i < c->to; i++)
		if (LONGEST(c->words, i, terms) > 0)
			return true;
	return false;
}

/* Anything that says how often; of a duty or a report also what has a term of its own. */
static void read_obligation(struct finder *f, const struct clause *c, bool is_duty)
{
	struct schedule schedule = parse(f, c, c->from, c->to);
	if (!is_duty && str_eq(schedule.rrule, STR("FREQ=YEARLY"))) /* "Hằng năm nâng cao nhận thức …": an aim */
		return;
	if (schedule.kind == SCHEDULE_RECURRING && schedule.rrule.len > 0) {
		add(f, c, c->from, c->to, &schedule, 75);
		return;
	}
	bool due = schedule.kind == SCHEDULE_ONCE ||
	           (schedule.kind == SCHEDULE_WINDOW && schedule.end - schedule.start < SHORT_WINDOW && schedule.start != DATE_NONE);
	if (due && (is_duty || next_report(c, c->from) != NOWHERE) && sets_term(c))
		add(f, c, c->from, c->to, &schedule, 72);
}

static bool ends_sentence(const struct words *words, size_t i)
{
	if (words_is(words, i, ";"))
		return true;
	return words_is(words, i, ".") && (i + 1 >= words->n || (words->at[i + 1].space_before && words->at[i + 1].capital));
}

static void read_paragraph(struct finder *f, const struct lines_paragraph *p, struct str by, struct str section, bool is_duty)
{
	const struct words *words = &p->words;
	size_t from = 0;
	for (size_t i = 0; i <= words->n; i++) {
		if (i < words->n && !ends_sentence(words, i))
			continue;
		struct clause c = {.words = words, .from = from, .to = i, .by = by, .section = section, .paragraph = p};
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

static void add_of_task(struct finder *f, const struct clause *c, const struct schedule *schedule, uint8_t confidence)
{
	if (is_said(f, schedule))
		return;
	if (schedule->kind == SCHEDULE_ONCE && schedule->due.n > 1 && f->period_report != NOWHERE) {
		f->out.at[f->period_report].schedule = *schedule; /* the days of the reports that the body names */
		f->period_report = NOWHERE;
		return;
	}
	add(f, c, c->from, c->to, schedule, confidence);
}

static bool has_report(const struct words *words)
{
	struct clause c = {.words = words, .from = 0, .to = words->n};
	return next_report(&c, 0) != NOWHERE;
}

/* A product that is a report with a condition of its own ("Báo cáo … theo quy định"), or whose row has days. */
static bool read_products(struct finder *f, const struct reading_part *part, const struct clause *task)
{
	bool any = false;
	for (size_t i = 0; i < part->products.n; i++) {
		struct words words = words_of(f->arena, part->products.at[i].text);
		struct clause c = {.words = &words,
		                   .to = words.n,
		                   .by = task->by,
		                   .section = task->section,
		                   .title = task->words,
		                   .field = &part->products.at[i]};
		if (!has_report(&words))
			continue;
		struct schedule own = parse(f, &c, 0, words.n);
		if (own.kind == SCHEDULE_CONDITIONAL || own.kind == SCHEDULE_RECURRING) {
			if (part->schedule.kind == SCHEDULE_ONCE)
				own = part->schedule;
			else if (own.kind == SCHEDULE_RECURRING && own.rrule.len == 0)
				continue;
			add_of_task(f, &c, &own, 75);
			any = true;
		} else if (part->schedule.kind == SCHEDULE_ONCE || part->schedule.kind == SCHEDULE_RECURRING) {
			add_of_task(f, &c, &part->schedule, has_report(task->words) ? 85 : 80);
			any = true;
		}
	}
	return any;
}

/* What the cell of the assignments asks for beside the task: "(01 tin, bài/tháng)", "báo cáo … theo yêu cầu của …", "định kỳ". */
static void read_assignment_clause(struct finder *f, struct clause *c, const struct reading_part *part)
{
	struct schedule own = parse(f, c, c->from, c->to);
	size_t report = next_report(c, c->from);
	if (own.kind == SCHEDULE_RECURRING && (own.rrule.len > 0 || own.condition.len > 0)) {
		size_t send = find_in(c, c->from, "gửi");
		c->from = send != NOWHERE ? send : c->from;
		add_of_task(f, c, &own, 75);
	} else if (report != NOWHERE) {
		own = parse(f, c, report, c->to);
		if (own.kind != SCHEDULE_CONDITIONAL)
			return;
		own.start = part->schedule.start;
		own.end = part->schedule.end;
		own.tentative = part->schedule.tentative;
		c->from = report;
		add_of_task(f, c, &own, 70);
	}
}

static void read_assignment_cell(struct finder *f, const struct reading_part *part, struct str section)
{
	struct words words = words_of(f->arena, part->assignment_raw.text);
	size_t from = 0;
	for (size_t i = 0; i <= words.n; i++) {
		bool bullet =
		    i > from && i + 1 < words.n && words_is(&words, i, "-") && words.at[i].space_before && words.at[i + 1].capital;
		if (i < words.n && !ends_sentence(&words, i) && !bullet)
			continue;
		struct clause c = {.words = &words, .from = from, .to = i, .section = section, .field = &part->assignment_raw};
		size_t end;
		struct str text = words_text(&words, words_is(&words, from, "-") ? from + 1 : from, i);
		c.by = i > from ? assignment_first_unit(f->arena, text, &end) : (struct str){0};
		if (i > from)
			read_assignment_clause(f, &c, part);
		from = bullet ? i : i + 1;
	}
}

static void read_part(struct finder *f, const struct reading_task *task, const struct reading_part *part)
{
	struct words title = words_of(f->arena, task->title.text);
	struct str section = str_format(f->arena, "Phụ lục %.*s", STR_ARG(task->ordinal));
	struct clause c = {.words = &title, .to = title.n, .by = units_of(f, task, part), .section = section, .field = &task->title};
	if (part->schedule.kind == SCHEDULE_RECURRING && title.n > 0)
		add_of_task(f, &c, &part->schedule, 85);
	else if (!read_products(f, part, &c) && has_report(&title) && part->schedule.kind == SCHEDULE_ONCE)
		add_of_task(f, &c, &part->schedule, 80);
	read_assignment_cell(f, part, section);
}

struct reading_report_duty_vec report_duties_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs,
                                                  struct header_body body, const struct outline_place_vec *places,
                                                  const struct reading *reading)
{
	struct finder f = {.arena = arena, .reading = reading, .period_report = NOWHERE, .year = reading->header.year};
	read_body(&f, paragraphs, body, places);
	for (size_t i = 0; i < reading->tasks.n; i++)
		for (size_t k = 0; k < reading->tasks.at[i].parts.n; k++)
			read_part(&f, &reading->tasks.at[i], &reading->tasks.at[i].parts.at[k]);
	return f.out;
}
