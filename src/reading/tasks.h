/* The rows of the task tables as tasks: products, schedules, assignments and funding understood. */
#ifndef READING_TASKS_H
#define READING_TASKS_H

#include "base/arena.h"
#include "reading/reading.h"
#include "reading/table.h"

/* The tasks of all tables of tasks, in order; at most READING_MAX_TASKS. `year` is the plan's. *ret_cut: there were more. */
struct reading_task_vec tasks_of_tables(struct arena *arena, const struct table_vec *tables, int year, bool *ret_cut);

#endif
