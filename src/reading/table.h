/* The tables of a plan: which blocks of the document they cover, and their rows and columns brought back.
 *
 * A table comes in one of three shapes. Where the source tells its cells apart (DOCUMENT_ROW), only rows that a page cut in two
 * are put together. Where it is the text layer of a PDF file, it is a flow of lines: cells follow one another in column order,
 * a line may hold the end of one cell and the begin of the next, a page break cuts the row and repeats the header.
 * Or its columns come one after the other, page by page. What
 * columns there are is told by the words of the header; which words belong to which cell, by a model of what the cells of each
 * column look like that is learned from the table itself. */
#ifndef READING_TABLE_H
#define READING_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"
#include "base/vec.h"
#include "document/document.h"
#include "reading/reading.h"

enum table_column {
	TABLE_ORDINAL,    /* "STT", "TT" */
	TABLE_TITLE,      /* "Nhiệm vụ", "Nội dung công việc" */
	TABLE_PRODUCT,    /* "Kết quả, sản phẩm" */
	TABLE_CHANNEL,    /* "Hình thức" */
	TABLE_SCHEDULE,   /* "Tiến độ", "Thời gian hoàn thành" */
	TABLE_ASSIGNMENT, /* "Phân công thực hiện": units with their roles */
	TABLE_LEAD,       /* "Cơ quan chủ trì": units that all lead */
	TABLE_COORDINATE, /* "Cơ quan phối hợp": units that all coordinate */
	TABLE_FUNDING,    /* "Kinh phí" */
	TABLE_GROUP,      /* "Lĩnh vực": what several tasks share, beside the title */
	TABLE_NOTE,       /* "Ghi chú", and every column of no other kind */
	TABLE_COLUMNS
};

/* One cell. `text` has the words as printed: wrapped lines joined with one space, bullets kept, letter-spaced words closed up;
 * absent (text.ptr NULL) where the cell is empty. `items` are its paragraphs without their bullets ("- ", "+ ", "1. "): one
 * item where the cell has no bullets, none where it is empty. Two columns of one kind share a cell, joined with " - ". */
struct table_cell {
	struct reading_field text;
	struct reading_field_vec items;
};

struct table_row {
	struct table_cell cells[TABLE_COLUMNS]; /* the ordinal as printed, without a final dot or bracket */
	bool continues;                         /* another part of the task in the row before: it has no ordinal and no title */
	bool is_group;                          /* a heading inside the table ("I", "CÔNG TÁC CHỈ ĐẠO"): no task */
	struct document_span span;              /* from its first word to its last: other rows' words are never in between */
};
VEC_OF(table_row, struct table_row);

/* How the source gives a table: what its cells were told by. */
enum table_shape {
	TABLE_TOLD,       /* the source tells them apart */
	TABLE_FLOWING,    /* cells follow one another, row by row */
	TABLE_LAID_OUT,   /* by their place on the line */
	TABLE_BY_COLUMNS, /* columns follow one another */
};

struct table {
	enum table_shape shape;
	uint32_t first_block, end_block; /* document.blocks[first_block … end_block - 1], header and page furniture included */
	struct document_span span;
	bool is_of_tasks; /* has titles, and schedules or assignments; rows of another table are not read */
	uint32_t n_columns;
	enum table_column *columns; /* as they stand in the header, from left to right */
	struct table_row_vec rows;
	struct reading_warning_vec warnings;
};
VEC_OF(table, struct table);

/* Limits: of the words in one row (more are read as part of its last cell, with a warning) and of the columns. */
enum { TABLE_MAX_ROW_WORDS = 4000, TABLE_MAX_COLUMNS = 12 };

/* All tables of the document, in order. What cannot be read is a warning of its table. RC_LIMIT, with what was read until
 * then in *ret, past READING_MAX_TASKS rows. RC_CANCELLED where `progress` (may be NULL) asked for it. */
enum rc table_find_all(struct arena *arena, const struct document *document, reading_progress progress, void *context,
                       struct table_vec *ret) MUST_USE;

#endif
