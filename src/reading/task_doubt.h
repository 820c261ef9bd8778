/* What speaks against the reading of a table of tasks once it is read: a row whose cells are not what their columns promise, and
 * a table with many such rows. */
#ifndef READING_TASK_DOUBT_H
#define READING_TASK_DOUBT_H

#include <stddef.h>

#include "base/arena.h"
#include "reading/reading.h"
#include "reading/table.h"

/* Lowers the confidence of the fields of tasks, which are those of one table, that have a sign of a wrong reading: a time or a
 * unit that is none, words left over beside them, two times or two units in one cell with nothing between, a product that ends in
 * a unit, a number that does not follow; where the cells were told by their place on the page,
 * also a text that begins small or breaks off, and a cell missing that most tasks have. Where many tasks have one, no field of
 * the table is sure any more; nor is any where rows were put together from columns that came one after the other. Cells that the
 * source itself tells apart are not doubted. */
void task_doubt(struct arena *arena, struct reading_task *tasks, size_t n, enum table_shape shape);

#endif
