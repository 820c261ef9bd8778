/* Any schedule, as a plan or a database may hold it: deadlines stay within what was asked for, and words are UTF-8. The input is
 * a kind, marks, four dates, how many days, the days, and the rest is the rule and the condition. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "calendar/schedule.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MAX_DEADLINES = 400, DATES = 4 };

static void require(bool holds)
{
	if (!holds)
		abort();
}

static date_day take_date(const uint8_t **data, size_t *size)
{
	date_day day = DATE_NONE;
	if (*size < sizeof day)
		return DATE_NONE;
	memcpy(&day, *data, sizeof day);
	*data += sizeof day;
	*size -= sizeof day;
	/* Half of them near our days, where there is more to find. */
	return day % 2 == 0 ? day : 20000 + day % 2000;
}

static uint8_t take_byte(const uint8_t **data, size_t *size)
{
	if (*size == 0)
		return 0;
	*size -= 1;
	return *(*data)++;
}

static void check_deadlines(struct arena *arena, const struct schedule *schedule, date_day first, date_day last)
{
	struct date_day_vec days = {0};
	enum rc rc = schedule_deadlines(arena, schedule, first, last, MAX_DEADLINES, &days);
	require(rc == RC_OK || (rc == RC_INVALID && schedule->kind == SCHEDULE_RECURRING));
	require(days.n <= MAX_DEADLINES);
	for (size_t i = 0; i < days.n; i++) {
		require(days.at[i] >= first && (last == DATE_NONE || days.at[i] <= last));
		require(i == 0 || days.at[i] > days.at[i - 1]);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct message_catalogue english = {.language = "en"};
	struct arena *arena = arena_new();
	struct schedule schedule = {.kind = (enum schedule_kind)(take_byte(&data, &size) % (SCHEDULE_CONDITIONAL + 1))};
	uint8_t marks = take_byte(&data, &size);
	schedule.exclusive = (marks & 1) != 0;
	schedule.tentative = (marks & 2) != 0;
	date_day dates[DATES];
	for (size_t i = 0; i < DATES; i++)
		dates[i] = take_date(&data, &size);
	schedule.start = dates[0];
	schedule.end = dates[1];
	for (uint8_t n = take_byte(&data, &size) % 40; n > 0; n--)
		VEC_PUSH(arena, &schedule.due, take_date(&data, &size));
	schedule.rrule = (struct str){.ptr = (const char *)data, .len = size};
	schedule.condition = str_from(schedule.rrule, size / 2);
	check_deadlines(arena, &schedule, dates[2], dates[3]);
	struct str words = schedule_describe(arena, &english, &schedule);
	require(words.len > 0 || schedule.kind == SCHEDULE_WINDOW);
	require(utf8_is_valid(words) || !utf8_is_valid(schedule.condition) || words.len > 8000);
	arena_free(arena);
	return 0;
}
