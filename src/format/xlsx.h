/* Workbooks of Excel (Office Open XML): lists of tasks and of people, sheet after sheet, with dates as dates and merged cells. */
#ifndef FORMAT_XLSX_H
#define FORMAT_XLSX_H

#include "format/format.h"

extern const struct format xlsx_format;

#endif
