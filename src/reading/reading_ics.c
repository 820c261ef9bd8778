#include "reading/reading_ics.h"

#include "base/buf.h"
#include "calendar/ics.h"

enum { MAX_OUTPUT = 64 * 1024 * 1024, MAX_EVENTS_OF_PART = 370, MAX_TEXT = 64 * 1024, YEARS_AHEAD = 5 };

struct writer {
	struct arena *arena;
	const struct reading *reading;
	const struct message_catalogue *words;
	struct buf out;
	int64_t now_ms;
};

static uint64_t hash(uint64_t h, struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		h = (h ^ (unsigned char)s.ptr[i]) * 1099511628211u;
	return (h ^ 0xFF) * 1099511628211u;
}

static struct str describe(struct writer *w, const struct reading_part *part)
{
	struct buf text;
	buf_init(&text, w->arena, MAX_TEXT);
	buf_add(&text, schedule_describe(w->arena, w->words, &part->schedule));
	for (size_t i = 0; i < part->assignments.n; i++) {
		buf_add_char(&text, '\n');
		buf_add(&text, part->assignments.at[i].unit);
	}
	for (size_t i = 0; i < part->products.n; i++) {
		buf_add(&text, STR("\n- "));
		buf_add(&text, part->products.at[i].text);
	}
	return buf_str(&text);
}

static enum rc write_part(struct writer *w, const struct reading_task *task, size_t index)
{
	const struct reading_part *part = &task->parts.at[index];
	struct date_day_vec days = {0};
	int year = w->reading->header.year;
	if (year == 0 && part->schedule.end == DATE_NONE && part->schedule.due.n == 0)
		return RC_OK;
	if (year == 0)
		year = date_to_parts(part->schedule.due.n > 0 ? part->schedule.due.at[0] : part->schedule.end).year;
	TRY(schedule_deadlines(w->arena, &part->schedule, date_from_parts(year - 1, 1, 1),
	                       date_from_parts(year + YEARS_AHEAD, 12, 31), MAX_EVENTS_OF_PART, &days));
	struct str description = describe(w, part);
	for (size_t i = 0; i < days.n; i++) {
		uint64_t id = hash(hash(hash(14695981039346656037u, w->reading->source), task->ordinal), task->title.text);
		struct str iso = date_format_iso(w->arena, days.at[i]);
		struct ics_event event = {.uid =
		                              str_format(w->arena, "%016llx-%zu-%.*s@sauro", (unsigned long long)id, index, STR_ARG(iso)),
		                          .first = days.at[i],
		                          .last = days.at[i],
		                          .summary = task->title.text,
		                          .description = description};
		ics_event(&w->out, &event, w->now_ms);
	}
	return RC_OK;
}

enum rc reading_ics_write(struct arena *arena, const struct reading *reading, const struct message_catalogue *words,
                          int64_t now_ms, struct str *ret)
{
	static const struct message_catalogue english = {.language = "en"};
	struct writer w = {.arena = arena, .reading = reading, .words = words != NULL ? words : &english, .now_ms = now_ms};
	buf_init(&w.out, arena, MAX_OUTPUT);
	ics_begin(&w.out, reading->header.title.text.len > 0 ? reading->header.title.text : reading->source);
	for (size_t i = 0; i < reading->tasks.n; i++)
		for (size_t k = 0; k < reading->tasks.at[i].parts.n; k++)
			TRY(write_part(&w, &reading->tasks.at[i], k));
	ics_end(&w.out);
	return buf_finish(&w.out, ret);
}
