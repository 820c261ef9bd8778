/* The targets of a plan that can be measured: percentages, each with the sentence that sets it. */
#ifndef READING_TARGETS_H
#define READING_TARGETS_H

#include "base/arena.h"
#include "reading/outline.h"

/* The targets of all paragraphs, then those among the products of the tasks. `places` has one place per paragraph of the body, as
 * outline_read gives them: what stands under the aims of a plan is surely a target. */
struct reading_target_vec targets_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs, struct header_body body,
                                       const struct outline_place_vec *places, const struct reading_task_vec *tasks);

#endif
