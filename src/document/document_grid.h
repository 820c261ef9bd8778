/* The tables of a document in the columns that a person sees: for reading them cell by cell.
 *
 * Files have grids finer than their columns, cells that reach over several rows, heads of two rows. Here every row of a table has
 * one cell for each column, in order; what a cell above reaches down to is that cell again, marked; of a head in two rows one row
 * is left, with the lower names where there are some. Tables without merged cells stay as they are. */
#ifndef DOCUMENT_DOCUMENT_GRID_H
#define DOCUMENT_DOCUMENT_GRID_H

#include "document/document.h"

/* *ret shares everything with `document` but the blocks. */
void document_grid_align(struct arena *arena, const struct document *document, struct document *ret);

#endif
