/* Word documents (Office Open XML): text, automatic numbers, tables, text boxes, footnotes; tracked changes as accepted. Macros
 * are never run; that a file has some is a warning. */
#ifndef FORMAT_DOCX_H
#define FORMAT_DOCX_H

#include "format/format.h"

extern const struct format docx_format;

#endif
