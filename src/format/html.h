/* Web pages: paragraphs, lists with their numbers, tables with merged cells. What a browser does not show is left out. */
#ifndef FORMAT_HTML_H
#define FORMAT_HTML_H

#include "format/format.h"

extern const struct format html_format;

#endif
