/* Any text as a plan: it is read without a failure, every place lies in the text, and the JSON of it can be written. */
#include <stdlib.h>

#include "base/utf8.h"
#include "document/text_reader.h"
#include "reading/check_above.h"
#include "reading/reading_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_field(const struct document *document, const struct reading_field *field)
{
	require(field->span.begin <= field->span.end && field->span.end <= document->text.len);
	require(field->confidence <= 100);
	require(utf8_is_valid(field->text));
}

static void check_tasks(const struct document *document, const struct reading *reading)
{
	for (size_t i = 0; i < reading->tasks.n; i++) {
		const struct reading_task *task = &reading->tasks.at[i];
		require(task->parts.n >= 1);
		check_field(document, &task->title);
		check_field(document, &task->channels);
		for (size_t j = 0; j < task->parts.n; j++) {
			check_field(document, &task->parts.at[j].schedule_raw);
			check_field(document, &task->parts.at[j].assignment_raw);
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct document document = {0};
	struct message problem = {0};
	struct reading reading;
	struct str json;
	if (text_reader_read(arena, (struct str){.ptr = (const char *)data, .len = size}, &document, &problem) == RC_OK) {
		enum rc rc = reading_of_document(arena, &document, STR("plan.txt"), NULL, NULL, &reading);
		require(rc == RC_OK || rc == RC_LIMIT);
		if (rc == RC_OK) {
			check_field(&document, &reading.header.title);
			check_tasks(&document, &reading);
			const struct check_above above = check_above_of(arena, &reading, document.text);
			check_above_run(arena, &above, document.text, &reading);
			require(reading_json_write(arena, &reading, NULL, &json) == RC_OK);
		}
	}
	arena_free(arena);
	return 0;
}
