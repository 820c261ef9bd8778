/* The marks of Markdown that office converters write: headings, bold, whole-line italics, autolinks, escapes, pipe tables.
 *
 * Only what surely is a mark goes; a lone asterisk, a footnote's "(**)" or a filled line "____" is text. Lines are given
 * without their line end, and are NFC. */
#ifndef DOCUMENT_MARKDOWN_H
#define DOCUMENT_MARKDOWN_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

/* "## Title ##" gives 2 and leaves "Title" in *line; any other line 0. `line` is trimmed. */
int markdown_heading(struct str *line);

/* Whether a trimmed line is a row of a pipe table: begins with a pipe and has another one. */
bool markdown_is_row(struct str line);

/* Takes the next cell off a row, with the white space around it. Call markdown_row_start first. False at the row's end. */
struct str markdown_row_start(struct str row);
bool markdown_row_next(struct str *rest, struct str *cell);

/* Whether a row is the line between a table's head and body, "|---|:--:|". `shortest` is the fewest dashes that will do. */
bool markdown_is_separator(struct str row, size_t shortest);

/* Writes `text` without its marks. *bold says whether bold runs on from the text before, and is set for the text after;
 * `rest` is what follows in the source, looked at for the end of a bold that runs on over at most two more lines.
 * True where every word of the text is bold. */
bool markdown_clean(struct buf *out, struct str text, struct str rest, bool *bold);

#endif
