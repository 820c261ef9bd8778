/* Forms that an office program must make DOCX or XLSX of: the old ones of Word and Excel, and RTF. Here they are recognised. */
#ifndef FORMAT_OFFICE_H
#define FORMAT_OFFICE_H

#include "format/format.h"

extern const struct format office_doc_format, office_xls_format, office_rtf_format, office_locked_format;

#endif
