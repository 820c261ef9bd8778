/* Reads plain UTF-8 text and Markdown into a document. */
#ifndef DOCUMENT_TEXT_READER_H
#define DOCUMENT_TEXT_READER_H

#include "document/document.h"

/* Limits, each with its message. */
enum { TEXT_READER_MAX_LINES = 200 * 1000, TEXT_READER_MAX_LINE_BYTES = 1024 * 1024 };

/* `bytes` may be anything. A byte order mark goes; CR LF and CR become LF; text is brought to NFC; NUL and other control
 * characters but tab, line end and form feed refuse the file.
 * RC_INVALID (empty, binary, not UTF-8) and RC_LIMIT, with *ret_problem saying what is wrong and what to do. */
enum rc text_reader_read(struct arena *arena, struct str bytes, struct document *ret, struct message *ret_problem) MUST_USE;

#endif
