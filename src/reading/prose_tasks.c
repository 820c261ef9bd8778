#include "reading/prose_tasks.h"

#include "base/buf.h"
#include "reading/assignment.h"
#include "reading/prose_order.h"
#include "reading/reading_field.h"
#include "reading/schedule_words.h"
#include "reading/words.h"

enum { MAX_RAW = 8000, SURE = 90 };

/* What speaks for a field, in percent (docs/confidence.md). A time is no surer than its words. */
enum evidence {
	LABELLED = 93,  /* behind a label and a colon; the title before two labels or more */
	BRACKETED = 91, /* a time that stands in brackets behind its title, every word of it understood */
	LEFT_OVER = 80, /* words that should name a unit name none that is known */
	UNDERSTOOD =
	    91, /* a time or units of an order, each word of them understood; the work, where it fills the sentence between */
	IN_AN_ORDER = 85 /* cut out of a sentence */
};

enum label { PRODUCT, SCHEDULE, LEAD, COORDINATE, PERFORM, FUNDING, CHANNEL, LABELS };

static const struct words_phrase labels[] = {{"sản phẩm", PRODUCT},
                                             {"kết quả", PRODUCT},
                                             {"kết quả , sản phẩm", PRODUCT},
                                             {"sản phẩm , kết quả", PRODUCT},
                                             {"kết quả / sản phẩm", PRODUCT},
                                             {"sản phẩm dự kiến", PRODUCT},
                                             {"sản phẩm hoàn thành", PRODUCT},
                                             {"kết quả đầu ra", PRODUCT},
                                             {"thời gian", SCHEDULE},
                                             {"thời gian thực hiện", SCHEDULE},
                                             {"thời gian hoàn thành", SCHEDULE},
                                             {"thời gian tổ chức", SCHEDULE},
                                             {"thời hạn", SCHEDULE},
                                             {"thời hạn hoàn thành", SCHEDULE},
                                             {"thời hạn thực hiện", SCHEDULE},
                                             {"tiến độ", SCHEDULE},
                                             {"tiến độ thực hiện", SCHEDULE},
                                             {"hoàn thành", SCHEDULE},
                                             {"chủ trì", LEAD},
                                             {"đơn vị chủ trì", LEAD},
                                             {"cơ quan chủ trì", LEAD},
                                             {"chủ trì thực hiện", LEAD},
                                             {"đơn vị đầu mối", LEAD},
                                             {"cơ quan , đơn vị chủ trì", LEAD},
                                             {"phối hợp", COORDINATE},
                                             {"đơn vị phối hợp", COORDINATE},
                                             {"cơ quan phối hợp", COORDINATE},
                                             {"phối hợp thực hiện", COORDINATE},
                                             {"cơ quan , đơn vị phối hợp", COORDINATE},
                                             {"thực hiện", PERFORM},
                                             {"đơn vị thực hiện", PERFORM},
                                             {"cơ quan thực hiện", PERFORM},
                                             {"phân công", PERFORM},
                                             {"phân công thực hiện", PERFORM},
                                             {"người thực hiện", PERFORM},
                                             {"phụ trách", PERFORM},
                                             {"trách nhiệm thực hiện", PERFORM},
                                             {"kinh phí", FUNDING},
                                             {"nguồn kinh phí", FUNDING},
                                             {"kinh phí thực hiện", FUNDING},
                                             {"hình thức", CHANNEL},
                                             {"hình thức thực hiện", CHANNEL},
                                             {"hình thức tuyên truyền", CHANNEL}};

struct item {
	struct reading_task task;
	struct reading_part part;
	struct buf assignment;
	unsigned seen; /* one bit a label */
	enum evidence evidence;
	bool fills_sentence; /* of an order: who, the work and the time are all of its words */
};

struct reader {
	struct arena *arena;
	int year;
	bool in_tasks;  /* in a section of tasks ("Nhiệm vụ trọng tâm") */
	bool in_orders; /* whose items are orders: the next numbered one is one too, without a time or a leader */
	struct reading_task_vec out;
};

/* The label at word `i`, where a clause begins: its row and the word behind its colon. */
static const struct words_phrase *label_at(const struct words *words, size_t i, size_t first, size_t *ret_behind)
{
	size_t n = 0;
	bool starts = i == first || words->at[i].capital || words_is(words, i - 1, ".") || words_is(words, i - 1, ";") ||
	              words_is(words, i - 1, "-");
	const struct words_phrase *label = starts ? words_match_any(words, i, labels, sizeof labels / sizeof labels[0], &n) : NULL;
	if (label == NULL || !words_is(words, i + n, ":"))
		return NULL;
	*ret_behind = i + n + 1;
	return label;
}

/* Words from..to-1 as a field, without a last point. */
static struct reading_field field_of(struct reader *r, const struct lines_paragraph *p, const struct words *words, size_t from,
                                     size_t to)
{
	while (to > from && (words_is(words, to - 1, ".") || words_is(words, to - 1, ";") || words_is(words, to - 1, "-")))
		to--;
	if (to <= from)
		return (struct reading_field){0};
	return lines_field(r->arena, p, words->at[from].begin, words->at[to - 1].end, LABELLED);
}

static void add_products(struct reader *r, const struct lines_paragraph *p, const struct words *words, size_t from, size_t to,
                         struct reading_field_vec *out)
{
	for (size_t i = from; i <= to; i++) {
		if (i < to && !words_is(words, i, ";"))
			continue;
		struct reading_field product = field_of(r, p, words, from, i);
		if (product.text.len > 0)
			VEC_PUSH(r->arena, out, product);
		from = i + 1;
	}
}

static void add_assignment(struct reader *r, struct item *item, struct reading_field raw, struct reading_field value,
                           enum label label)
{
	static const enum reading_role roles[LABELS] = {
	    [LEAD] = READING_LEAD, [COORDINATE] = READING_COORDINATE, [PERFORM] = READING_PERFORM};
	if (item->part.assignment_raw.text.len == 0)
		item->part.assignment_raw = raw;
	else
		buf_add_char(&item->assignment, ' ');
	buf_add(&item->assignment, raw.text);
	struct str left_over = label == PERFORM
	                           ? assignment_parse(r->arena, value.text, value.span, &item->part.assignments)
	                           : assignment_parse_column(r->arena, value.text, value.span, roles[label], &item->part.assignments);
	item->part.units_left_over = item->part.units_left_over.len > 0 ? item->part.units_left_over : left_over;
}

/* One labelled piece: words begin..end-1, the value from `behind` on. */
static void take(struct reader *r, struct item *item, const struct lines_paragraph *p, const struct words *words,
                 enum label label, size_t begin, size_t behind, size_t end)
{
	struct reading_field value = field_of(r, p, words, behind, end);
	struct schedule_notes *notes = &item->part.schedule_notes;
	if (value.text.len == 0)
		return;
	item->seen |= 1u << label;
	switch (label) {
	case PRODUCT:
		add_products(r, p, words, behind, end, &item->part.products);
		return;
	case SCHEDULE:
		item->part.schedule_raw = value;
		item->part.schedule = schedule_words_parse(r->arena, value.text, r->year, notes);
		item->part.schedule_raw.confidence = reading_field_less_sure(notes->confidence, LABELLED);
		return;
	case FUNDING:
		item->part.funding_raw = value;
		VEC_PUSH(r->arena, &item->part.funding, value);
		return;
	case CHANNEL:
		item->task.channels = value;
		return;
	default:
		add_assignment(r, item, lines_field(r->arena, p, words->at[begin].begin, words->at[end - 1].end, LABELLED), value, label);
	}
}

/* Takes the labelled pieces of a paragraph; returns the word at which the first begins, words.n without one. */
static size_t read_labels(struct reader *r, struct item *item, const struct lines_paragraph *p)
{
	const struct words *words = &p->words;
	size_t first = lines_first_word(p), behind = 0, begin = words->n, found = words->n;
	const struct words_phrase *open = NULL;
	for (size_t i = first; i <= words->n; i++) {
		size_t next = 0;
		const struct words_phrase *label = i < words->n ? label_at(words, i, first, &next) : NULL;
		if (label == NULL && i < words->n)
			continue;
		if (open != NULL)
			take(r, item, p, words, (enum label)open->meaning, begin, behind, i);
		found = open == NULL && label != NULL ? i : found;
		open = label;
		begin = i;
		behind = next;
	}
	return found;
}

/* The time in brackets at the end of a title: "(hoàn thành trước 30/4)", "(Quý II/2026)". Returns where the title before it ends.
 */
static size_t read_bracketed_time(struct reader *r, struct item *item, const struct lines_paragraph *p, size_t from, size_t to)
{
	enum { MAX_TIME = 14, LEAST = 80 };
	const struct words *words = &p->words;
	size_t end = to, open;
	while (end > from && (words_is(words, end - 1, ".") || words_is(words, end - 1, ";")))
		end--;
	if (end <= from || !words_is(words, end - 1, ")"))
		return to;
	for (open = end - 1; open > from && end - open <= MAX_TIME && !words_is(words, open, "("); open--)
		;
	if (open == from || !words_is(words, open, "("))
		return to;
	struct reading_field time = field_of(r, p, words, open + 1, end - 1);
	struct schedule_notes notes = {0};
	struct schedule schedule = schedule_words_parse(r->arena, time.text, r->year, &notes);
	if (schedule.kind == SCHEDULE_NONE || schedule.kind == SCHEDULE_CONDITIONAL || notes.confidence < LEAST)
		return to;
	if ((item->seen & 1u << SCHEDULE) == 0)
		take(r, item, p, words, SCHEDULE, open, open + 1, end - 1);
	item->evidence = BRACKETED;
	return open;
}

/* A paragraph that gives a unit work; an order without a time needs a unit that leads. False where it is none. */
static bool read_order(struct reader *r, struct item *item, const struct lines_paragraph *p)
{
	const struct words *words = &p->words;
	struct prose_order order;
	if (!r->in_tasks || !prose_order_read(r->arena, p, &order))
		return false;
	bool timed = order.time.begin < order.time.end;
	bool as_others = r->in_orders && p->mark >= LINES_NUMBER;
	if (!timed && order.assignments.at[0].role != READING_LEAD && !as_others)
		return false;
	r->in_orders = true;
	if (timed)
		take(r, item, p, words, SCHEDULE, order.time.begin, order.time.begin, order.time.end);
	item->part.assignments = order.assignments;
	item->part.assignment_raw =
	    lines_field(r->arena, p, words->at[order.who.begin].begin, words->at[order.who.end - 1].end, LABELLED);
	buf_add(&item->assignment, item->part.assignment_raw.text);
	item->seen |= 1u << LEAD;
	item->task.title = field_of(r, p, words, order.work.begin, order.work.end);
	item->evidence = IN_AN_ORDER;
	enum { SIGNS = 2 };
	item->fills_sentence = timed && order.work.begin <= order.who.end + 1 && order.time.begin <= order.work.end + 1 &&
	                       order.time.end + SIGNS >= words->n;
	return true;
}

static void begin_item(struct reader *r, struct item *item, const struct lines_paragraph *p)
{
	*item = (struct item){
	    .evidence = LABELLED, .task = {.ordinal = p->number}, .part = {.schedule = {.start = DATE_NONE, .end = DATE_NONE}}};
	buf_init(&item->assignment, r->arena, MAX_RAW);
	if (read_order(r, item, p))
		return;
	size_t end = read_labels(r, item, p);
	end = read_bracketed_time(r, item, p, lines_first_word(p), end);
	item->task.title = field_of(r, p, &p->words, lines_first_word(p), end);
}

/* A section of tasks, not one that says what each unit is responsible for. */
static bool is_of_tasks(const struct words *heading)
{
	static const char *const of_tasks[] = {"nhiệm vụ", "giải pháp", "nội dung thực hiện", "nội dung triển khai",
	                                       "nội dung công việc"};
	static const char *const of_units[] = {"nhiệm vụ của", "nhiệm vụ các", "phân công", "trách nhiệm", "tổ chức"};
	bool found = false;
	for (size_t i = 0; i < heading->n; i++) {
		if (words_longest(heading, i, of_units, sizeof of_units / sizeof of_units[0]) > 0)
			return false;
		found = found || words_longest(heading, i, of_tasks, sizeof of_tasks / sizeof of_tasks[0]) > 0;
	}
	return found;
}

static void lower(struct reading_field *field, enum evidence most)
{
	field->confidence = reading_field_less_sure(field->confidence, (uint8_t)most);
}

static bool are_sure(const struct reading_assignment_vec *assignments)
{
	for (size_t i = 0; i < assignments->n; i++)
		if (assignments->at[i].confidence < SURE)
			return false;
	return assignments->n > 0;
}

/* A task needs to say when or who, and one more thing; in a section of tasks a time in brackets is enough. */
static void end_item(struct reader *r, struct item *item)
{
	bool who = (item->seen & (1u << LEAD | 1u << PERFORM)) != 0, when = (item->seen & 1u << SCHEDULE) != 0;
	unsigned kinds = 0;
	for (unsigned i = 0; i < LABELS; i++)
		kinds += item->seen >> i & 1u;
	bool enough = kinds >= 2 || item->evidence == IN_AN_ORDER || (r->in_tasks && item->evidence == BRACKETED);
	if ((!who && !when) || !enough || item->task.title.text.len == 0 || r->out.n == READING_MAX_TASKS)
		return;
	if (item->part.assignment_raw.text.len > 0)
		item->part.assignment_raw.text = buf_str(&item->assignment);
	enum evidence time = item->evidence, units = item->evidence;
	if (item->evidence == IN_AN_ORDER) {
		time = item->part.schedule_notes.confidence >= SURE ? UNDERSTOOD : IN_AN_ORDER;
		units = are_sure(&item->part.assignments) ? UNDERSTOOD : IN_AN_ORDER;
	}
	bool bounded = item->fills_sentence && time == UNDERSTOOD && units == UNDERSTOOD;
	lower(&item->task.title, bounded ? UNDERSTOOD : item->evidence);
	lower(&item->part.schedule_raw, time);
	lower(&item->part.assignment_raw, item->part.units_left_over.len > 0 ? LEFT_OVER : units);
	VEC_PUSH(r->arena, &item->task.parts, item->part);
	VEC_PUSH(r->arena, &r->out, item->task);
}

/* "- Giao Sở A … trước ngày …": a bullet that is a task of its own. */
static bool is_order_in_list(struct reader *r, const struct lines_paragraph *p)
{
	struct prose_order order;
	return r->in_tasks && p->mark == LINES_BULLET && prose_order_read(r->arena, p, &order) &&
	       (order.time.begin < order.time.end || order.assignments.at[0].role == READING_LEAD);
}

struct reading_task_vec prose_tasks_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs,
                                         struct header_body body, const struct outline_place_vec *places, int year)
{
	struct reader r = {.arena = arena, .year = year};
	struct item item;
	bool open = false;
	for (size_t k = 0; k < places->n; k++) {
		const struct lines_paragraph *p = &paragraphs->at[body.first + k];
		bool outside = places->at[k].top == SIZE_MAX || body.first + k == places->at[k].top;
		if (open && (outside || places->at[k].level > 0)) {
			end_item(&r, &item);
			open = false;
		}
		if (outside) {
			r.in_tasks = is_of_tasks(&p->words);
			r.in_orders = false;
			continue;
		}
		if (places->at[k].level > 0) {
			begin_item(&r, &item, p);
			open = true;
		} else if (is_order_in_list(&r, p)) {
			if (open)
				end_item(&r, &item);
			begin_item(&r, &item, p);
			open = true;
		} else if (open) {
			(void)read_labels(&r, &item, p);
		}
	}
	if (open)
		end_item(&r, &item);
	return r.out;
}
