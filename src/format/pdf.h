/* PDF files: pages with a text layer, and pages that are pictures. */
#ifndef FORMAT_PDF_H
#define FORMAT_PDF_H

#include "format/format.h"

extern const struct format pdf_format;

#endif
