/* Reads a file of any form into a document. Text and Markdown are read here; all other forms by sauro-reader, a program of its
 * own without rights, whose crash, hunger or endless loop is a message and nothing more: what it says is checked byte by byte. */
#ifndef DOCUMENT_FILE_READER_H
#define DOCUMENT_FILE_READER_H

#include "document/document.h"

struct file_reader {
	const char *program;          /* sauro-reader's path; NULL: beside the program that runs */
	const char *temporary_folder; /* where an office program may work; NULL: /tmp */
	uint32_t memory_megabytes;    /* 0, here and below: as FILE_READER_… has it */
	uint32_t page_seconds;        /* without a page done, or for the whole of a form without pages */
	uint32_t max_pages;
	/* Called several times a second, also while nothing is done yet (0 of 0); true stops the reading. May be NULL. */
	bool (*progress)(void *context, uint32_t done, uint32_t all);
	void *context;
};

enum { FILE_READER_MEMORY_MEGABYTES = 512, FILE_READER_PAGE_SECONDS = 60, FILE_READER_MAX_PAGES = 1000 };

/* RC_NOT_FOUND where there is no file. RC_INVALID (no form that is known, damaged, locked by a password, empty), RC_LIMIT (too
 * much of something, or too slow), RC_UNSUPPORTED (a program must be installed first), with *ret_problem saying what is wrong and
 * what to do; the same file may be tried again. RC_CANCELLED where `progress` stopped it. */
enum rc file_reader_read(struct arena *arena, const struct file_reader *reader, const char *path, struct document *ret,
                         struct message *ret_problem) MUST_USE;

/* The same for a file that is in memory. */
enum rc file_reader_read_bytes(struct arena *arena, const struct file_reader *reader, struct str bytes, struct document *ret,
                               struct message *ret_problem) MUST_USE;

/* The picture of a page (from 1), `width` pixels wide, as PNG. RC_NOT_FOUND where there is no such file or page; else as above.
 */
enum rc file_reader_draw(struct arena *arena, const struct file_reader *reader, const char *path, uint32_t page, uint32_t width,
                         struct str *ret_png, struct message *ret_problem) MUST_USE;

/* What holds sauro-reader on this machine, and what else it finds: lines "NAME\tVALUE", for an administrator. */
enum rc file_reader_examine(struct arena *arena, const struct file_reader *reader, struct str *ret,
                            struct message *ret_problem) MUST_USE;

#endif
