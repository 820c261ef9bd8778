#include "reading/timetable.h"

#include "reading/schedule_words.h"
#include "reading/words.h"

enum { MAX_TIME_WORDS = 16, LEAST_CONFIDENCE = 80, LEAST_TIMES = 2 };

/* What speaks for a task of a timetable, in percent (docs/confidence.md). */
enum evidence { THREE_TIMES = 92, TWO_TIMES = 80 };

/* A time that opens what follows it. */
struct slot {
	struct reading_field time;
	struct schedule schedule;
	struct schedule_notes notes;
	size_t behind; /* the word of the paragraph where what is done begins */
	bool is_line;  /* what is done is said on the line itself, and not below */
	bool has_tasks;
	int level; /* of a numbered paragraph; 0 of others */
};

struct reader {
	struct arena *arena;
	int year;
	int last_month; /* of the slot before, where no year is printed; 0 without one */
	struct slot slot;
	bool open;
	size_t times, first; /* times of the section that have tasks, and the first task of the section */
	struct reading_task_vec out;
};

/* Sections that speak of months without being timetables. */
static bool is_excluded(const struct words *words)
{
	static const char *const others[] = {"tổ chức thực hiện", "mục đích", "mục tiêu", "kinh phí", "chế độ báo cáo"};
	for (size_t i = 0; i < words->n; i++)
		if (words_longest(words, i, others, sizeof others / sizeof others[0]) > 0)
			return true;
	return false;
}

static bool begins_time(const struct words *words, size_t i)
{
	static const char *const units[] = {"tháng",    "các tháng",   "tuần",      "quý",       "học kỳ",
	                                    "từ tháng", "trong tháng", "đầu tháng", "cuối tháng"};
	size_t n = words_longest(words, i, units, sizeof units / sizeof units[0]);
	return n > 0 &&
	       (words_number(words, i + n) >= 0 || (i + n < words->n && words_roman(words_text(words, i + n, i + n + 1)) > 0) ||
	        words_is(words, i + n, "thứ") || words_is(words, i + n, "một"));
}

/* Where the time at the beginning of a paragraph ends: its colon, or the paragraph's end; 0 where it is longer than a time is. */
static size_t time_end(const struct words *words, size_t first)
{
	for (size_t i = first; i < words->n && i <= first + MAX_TIME_WORDS; i++)
		if (words_is(words, i, ":"))
			return i;
	size_t end = words->n;
	while (end > first && (words_is(words, end - 1, ".") || words_is(words, end - 1, ";")))
		end--;
	return end <= first + MAX_TIME_WORDS ? end : 0;
}

/* The words in brackets, which say the days of a week or a term; the whole without them. */
static struct str exact_words(const struct words *words, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (words_is(words, i, "("))
			for (size_t k = i + 1; k < to; k++)
				if (words_is(words, k, ")"))
					return words_text(words, i + 1, k);
	return words_text(words, from, to);
}

/* The first month that a time without a year names; 0 for none. */
static int month_without_year(const struct words *words, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (words_number(words, i) > 1900)
			return 0;
	for (size_t i = from; i + 1 < to; i++)
		if (words_is(words, i, "tháng"))
			return words_number(words, i + 1);
	return 0;
}

/* A list of months that goes on after December is in the next year. */
static void turn_year(struct reader *r, int month)
{
	enum { TURN = 6 };
	if (month <= 0 || month > 12)
		return;
	if (r->last_month - month >= TURN && r->year > 0)
		r->year++;
	r->last_month = month;
}

static bool read_slot(struct reader *r, const struct lines_paragraph *p, const struct outline_place *place)
{
	const struct words *words = &p->words;
	size_t first = lines_first_word(p);
	size_t end = begins_time(words, first) ? time_end(words, first) : 0;
	if (end <= first)
		return false;
	struct slot slot = {.level = place->level, .behind = end < words->n ? end + 1 : end};
	struct str time = exact_words(words, first, end);
	int year = r->year, last_month = r->last_month;
	turn_year(r, month_without_year(words, first, end));
	slot.schedule = schedule_words_parse(r->arena, time, r->year, &slot.notes);
	if (slot.schedule.kind != SCHEDULE_WINDOW || slot.notes.confidence < LEAST_CONFIDENCE || slot.notes.left_over.len > 0) {
		r->year = year;
		r->last_month = last_month;
		return false;
	}
	slot.time = lines_field(r->arena, p, words->at[first].begin, words->at[end - 1].end, slot.notes.confidence);
	r->slot = slot;
	return true;
}

static void add_task(struct reader *r, const struct lines_paragraph *p, size_t from)
{
	const struct words *words = &p->words;
	size_t to = words->n;
	while (to > from && (words_is(words, to - 1, ".") || words_is(words, to - 1, ";")))
		to--;
	if (to <= from || r->out.n == READING_MAX_TASKS)
		return;
	struct reading_part part = {.schedule_raw = r->slot.time, .schedule = r->slot.schedule, .schedule_notes = r->slot.notes};
	struct reading_task task = {.title = lines_field(r->arena, p, words->at[from].begin, words->at[to - 1].end, THREE_TIMES)};
	VEC_PUSH(r->arena, &task.parts, part);
	VEC_PUSH(r->arena, &r->out, task);
	r->times += !r->slot.has_tasks;
	r->slot.has_tasks = true;
}

/* At the end of a section: one time alone is no timetable, two may be a coincidence. */
static void end_section(struct reader *r)
{
	uint8_t most = r->times > LEAST_TIMES ? THREE_TIMES : TWO_TIMES;
	if (r->times < LEAST_TIMES)
		r->out.n = r->first;
	for (size_t i = r->first; i < r->out.n; i++) {
		struct reading_field *time = &r->out.at[i].parts.at[0].schedule_raw;
		r->out.at[i].title.confidence = most;
		time->confidence = time->confidence < most ? time->confidence : most;
	}
	r->first = r->out.n;
	r->times = 0;
	r->last_month = 0;
	r->open = false;
}

static void read_paragraph(struct reader *r, const struct lines_paragraph *p, const struct outline_place *place)
{
	if (read_slot(r, p, place)) {
		r->open = true;
		r->slot.is_line = r->slot.behind < p->words.n;
		add_task(r, p, r->slot.behind);
		return;
	}
	if (r->open && r->slot.level > 0 && place->level > 0 && place->level <= r->slot.level)
		r->open = false;
	if (r->open && !r->slot.is_line)
		add_task(r, p, lines_first_word(p));
}

struct reading_task_vec timetable_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs, struct header_body body,
                                       const struct outline_place_vec *places, int year)
{
	struct reader r = {.arena = arena, .year = year};
	size_t top = SIZE_MAX;
	bool excluded = true;
	for (size_t k = 0; k < places->n; k++) {
		const struct outline_place *place = &places->at[k];
		if (place->top != top) {
			end_section(&r);
			r.year = year;
			top = place->top;
			excluded = top == SIZE_MAX || is_excluded(&paragraphs->at[top].words);
		}
		if (!excluded && body.first + k != top)
			read_paragraph(&r, &paragraphs->at[body.first + k], place);
	}
	end_section(&r);
	for (size_t i = 0; i < r.out.n; i++)
		r.out.at[i].ordinal = str_format(arena, "%zu", i + 1);
	return r.out;
}
