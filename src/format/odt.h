/* OpenDocument texts, as LibreOffice writes them: paragraphs, lists with their numbers, tables with merged cells; tracked changes
 * as accepted. Spreadsheets too: what stands above the table of a sheet becomes lines. */
#ifndef FORMAT_ODT_H
#define FORMAT_ODT_H

#include "format/format.h"

extern const struct format odt_format, odt_flat_format;

#endif
