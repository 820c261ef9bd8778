#include "feature/task/task_view.h"

#include "base/buf.h"
#include "base/strs.h"
#include "calendar/date_words.h"

struct task_view_state task_view_state(enum task_status status, enum schedule_kind kind, date_day due, date_day today)
{
	if (status == TASK_DONE)
		return (struct task_view_state){STR("done"), MSG("Done")};
	if (status == TASK_CANCELLED)
		return (struct task_view_state){STR("cancelled"), MSG("Cancelled")};
	if (due != DATE_NONE && due < today)
		return (struct task_view_state){STR("overdue"), MSG("Overdue")};
	if (due != DATE_NONE && due <= today + TASK_WEEK_DAYS)
		return (struct task_view_state){STR("soon"), MSG("Due soon")};
	if (status == TASK_DOING)
		return (struct task_view_state){STR("doing"), MSG("Under way")};
	if (due == DATE_NONE && kind == SCHEDULE_CONDITIONAL)
		return (struct task_view_state){STR("waiting"), MSG("Waits for an event")};
	if (due == DATE_NONE && kind == SCHEDULE_ONGOING)
		return (struct task_view_state){STR("ongoing"), MSG("Goes on all year")};
	return (struct task_view_state){STR("open"), MSG("Not started")};
}

struct str task_view_clears(struct arena *arena, const struct message_catalogue *words, unsigned clears)
{
	struct str missing[TASK_CLEARS];
	size_t n = 0;
	for (int i = 0; i < TASK_CLEARS; i++)
		if ((clears & 1U << i) == 0)
			missing[n++] = message_text(words, task_clear_short((enum task_clear)i));
	struct message message = {.id = MSG("All six clear")};
	if (n > 0) {
		message.id = MSG("{1} of 6 clear; not yet: {2}");
		message.args[0] = str_format(arena, "%zu", TASK_CLEARS - n);
		message.args[1] = date_words_join(arena, words, missing, n);
	}
	return message_format(arena, words, &message);
}

void task_view_lines(struct arena *arena, struct str text, const struct str **ret, size_t *ret_n)
{
	struct str_vec lines = {0};
	struct str line;
	while (str_split(&text, '\n', &line))
		if (line.len > 0)
			VEC_PUSH(arena, &lines, line);
	*ret = lines.at;
	*ret_n = lines.n;
}

struct str task_view_range(struct arena *arena, const struct message_catalogue *words, int64_t offset, size_t n, int64_t total)
{
	if (offset == 0 && (int64_t)n >= total)
		return STR("");
	struct message message = {.id = MSG("{1}–{2} of {3}"),
	                          .args = {str_format(arena, "%lld", (long long)(n > 0 ? offset + 1 : offset)),
	                                   str_format(arena, "%lld", (long long)(offset + (int64_t)n)),
	                                   str_format(arena, "%lld", (long long)total)}};
	return message_format(arena, words, &message);
}

void task_view_source_init(struct arena *arena, struct str text, struct task_view_source *ret)
{
	*ret = (struct task_view_source){.text = text};
	VEC_PUSH(arena, &ret->starts, 0);
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == '\n')
			VEC_PUSH(arena, &ret->starts, (int64_t)i + 1);
}

int64_t task_view_line_at(const struct task_view_source *source, int64_t at)
{
	size_t low = 0, high = source->starts.n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (source->starts.at[middle] <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? (int64_t)low : 1;
}

struct html_url task_view_place_url(struct arena *arena, int64_t plan_id, const struct task_view_source *source, int64_t at)
{
	int64_t line = task_view_line_at(source, at);
	return html_url_format(arena, "/plan/%lld/source?line=%lld#l%lld", (long long)plan_id, (long long)line, (long long)line);
}

struct str task_view_moment(struct arena *arena, int64_t at_ms)
{
	enum { DAY_MS = 24 * 3600 * 1000, ZONE_MS = 7 * 3600 * 1000 };
	int64_t local = at_ms + ZONE_MS, minutes = local % DAY_MS / 60000;
	struct str day = date_format_short(arena, (date_day)(local / DAY_MS));
	return str_format(arena, "%02lld:%02lld, %.*s", (long long)(minutes / 60), (long long)(minutes % 60), STR_ARG(day));
}
