/* poppler's own header, without the part on attachments: a member in it has a name that base/banned.h forbids. */
#ifndef FORMAT_PDF_POPPLER_H
#define FORMAT_PDF_POPPLER_H

#define __POPPLER_ATTACHMENT_H__
#include <poppler.h>

#endif
