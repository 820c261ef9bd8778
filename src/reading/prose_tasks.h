/* Tasks that stand in the body, not in a table: a numbered paragraph, then lines with labels ("Sản phẩm: …", "Chủ trì: …", "Phối
 * hợp: …", "Thời gian thực hiện: …"), or the same labels inside the paragraph. */
#ifndef READING_PROSE_TASKS_H
#define READING_PROSE_TASKS_H

#include "base/arena.h"
#include "reading/outline.h"

/* The tasks, at most READING_MAX_TASKS. For a document whose tables have none. */
struct reading_task_vec prose_tasks_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs,
                                         struct header_body body, const struct outline_place_vec *places, int year);

#endif
