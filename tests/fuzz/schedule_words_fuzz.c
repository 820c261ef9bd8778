/* Any words as a schedule: what comes out is one that the calendar can work with and tell, and notes that are texts. */
#include <stdlib.h>

#include "base/utf8.h"
#include "reading/schedule_words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct message_catalogue english = {.language = "en"};
	struct arena *arena = arena_new();
	struct str text = {.ptr = (const char *)data, .len = size};
	struct date_day_vec days;
	struct schedule_notes notes;
	struct schedule s = schedule_words_parse(arena, text, 2026, &notes);
	require(notes.confidence <= 100 && (notes.confidence == 0) == (s.kind == SCHEDULE_NONE));
	require(s.kind != SCHEDULE_ONCE || s.due.n > 0);
	require(s.kind != SCHEDULE_RECURRING || s.rrule.len > 0 || s.condition.len > 0);
	for (size_t i = 1; i < s.due.n; i++)
		require(s.due.at[i - 1] < s.due.at[i]);
	require(!utf8_is_valid(text) || utf8_is_valid(s.condition));
	require(!utf8_is_valid(text) || (utf8_is_valid(notes.left_over) && utf8_is_valid(notes.blank) && utf8_is_valid(notes.wrong)));
	require(s.start == DATE_NONE || s.end == DATE_NONE || s.start <= s.end);
	struct str told = schedule_describe(arena, &english, &s);
	require(told.len > 0 && (!utf8_is_valid(text) || told.len > 8000 || utf8_is_valid(told)));
	require(schedule_deadlines(arena, &s, date_from_parts(2026, 1, 1), date_from_parts(2027, 12, 31), 1000, &days) == RC_OK);
	arena_free(arena);
	return 0;
}
