/* What the checks of a reading share: how a defect is noted, and lists of tasks said in few words. */
#ifndef READING_CHECK_H
#define READING_CHECK_H

#include "base/arena.h"
#include "reading/lines.h"
#include "reading/reading.h"
#include "reading/table.h"

struct check {
	struct arena *arena;
	const struct lines_paragraph_vec *paragraphs;
	const struct table_vec *tables;
	struct reading *reading;
};

/* Notes a defect; past CHECKS_MAX_WARNINGS it says nothing new and is left out. */
void check_note(struct check *check, enum reading_defect defect, struct document_span span, struct message message);

struct str check_number(struct check *check, int64_t n);

/* What a task is called in a sentence: its number, or where it has none the begin of its title. */
struct str check_task_name(struct check *check, const struct reading_task *task);

/* The parts of checks_run(): what tasks say and leave out; addresses, dates and citations anywhere in the text; reports. */
void check_tasks_run(struct check *check);
void check_texts_run(struct check *check);
void check_reports_run(struct check *check);

#endif
