/* The columns of a header as its phrases are read one after the other: which words belong to the same column, what it holds. */
#ifndef READING_HEADER_RUN_H
#define READING_HEADER_RUN_H

#include "reading/header_phrase.h"
#include "reading/table_header.h"

/* How the words of a phrase stand to those before them. */
enum header_bond {
	HEADER_BOND_NONE,
	HEADER_BOND_JOINED, /* by a slash, a comma, "và", or a small letter where cells begin with capitals */
	HEADER_BOND_FRESH,  /* a capital, where only cells begin with one */
};

struct header_run {
	struct table_header header;
	enum header_says says[TABLE_MAX_COLUMNS];
	bool bare[TABLE_MAX_COLUMNS]; /* a role word without a word for who */
	uint32_t joins;               /* of words of different columns: prose has them, headers do not */
	bool opened;                  /* the last words begin a column without saying of what: "Dự kiến | kinh phí" */
	bool performs;                /* those words are "Thực hiện" */
	uint32_t done_after;          /* 1 + the column that a last "hoàn thành" was read as part of; 0: none */
	bool full;
};

/* Begins a column whose words say this. */
void header_run_begin(struct header_run *run, enum header_says says);

/* Adds the words of a phrase: to the last column, or as a new one. */
void header_run_add(struct header_run *run, enum header_says says, enum header_bond bond);

/* Names the columns: of several titles the last that is one, and the others what their tasks share. */
void header_run_finish(struct header_run *run);

/* Whether words say who does it in what role; whether they only belong to the words before. */
bool header_run_is_unit_role(enum header_says says);
bool header_run_is_more(enum header_says says);

/* What a column with such words holds, and how its cells look. */
enum table_column header_run_column(enum header_says says);
enum table_look header_run_look(enum header_says says);

#endif
