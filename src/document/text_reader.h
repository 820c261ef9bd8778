/* Reads plain UTF-8 text and Markdown into a document. */
#ifndef DOCUMENT_TEXT_READER_H
#define DOCUMENT_TEXT_READER_H

#include "document/document.h"
#include "viet/legacy.h"

/* Limits, each with its message. */
enum {
	TEXT_READER_MAX_BYTES = 64 * 1024 * 1024,
	TEXT_READER_MAX_LINES = 200 * 1000,
	TEXT_READER_MAX_LINE_BYTES = 1024 * 1024,
};

/* Whether a file that begins with `head` is for text_reader_read(): it has none of the marks of another form (PDF, Word, a
 * picture, a web page …) and no control characters, unless it is UTF-16. An empty one is. */
bool text_reader_is_text(struct str head);

/* What is said of a text that was converted. */
struct message text_reader_legacy_warning(enum viet_legacy encoding);

/* `bytes` may be anything. Old encodings are converted, with a warning (viet/legacy.h). A byte order mark goes; CR LF and CR
 * become LF; text is brought to NFC; NUL and other ASCII control characters but tab, line end and form feed refuse the file.
 *
 * The marks of Markdown go from the text too: those of headings, bold and whole-line italics, the angle brackets of autolinks,
 * the backslash before an escaped mark. The rows of a pipe table keep their pipes; the line under its head stays in the text but
 * is no block. A table row has the cells that the source gives it, however many its head has; "<br>" in a cell stays as it is.
 *
 * A line that tabs cut into three filled cells or more, as text pasted from a word processor has it, is a row as well, and so is
 * the next line with as many cells.
 *
 * RC_INVALID (empty, binary, not UTF-8) and RC_LIMIT, with *ret_problem saying what is wrong and what to do. */
enum rc text_reader_read(struct arena *arena, struct str bytes, struct document *ret, struct message *ret_problem) MUST_USE;

#endif
