/* What sauro-reader does besides reading: becomes LibreOffice for forms that it cannot read itself, and tells what it finds. */
#ifndef MAIN_READER_OFFICE_H
#define MAIN_READER_OFFICE_H

#include "base/arena.h"
#include "base/rc.h"

/* Copies standard input to FOLDER/original.FORM and becomes LibreOffice, which makes FOLDER/out/original.docx (of "xls":
 * original.xlsx) of it, may write in FOLDER alone and has no network. Returns only where that could not begin, or after
 * answering that LibreOffice is not installed. */
enum rc reader_office_convert(struct arena *arena, const char *form, const char *folder) MUST_USE;

/* Locks itself in as for a form that opens files in `folders`, tries what must not work, and answers with a report. */
enum rc reader_office_examine(struct arena *arena, const char *const *folders) MUST_USE;

#endif
