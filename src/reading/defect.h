/* The kinds of defects of a source: their names in files and for people. */
#ifndef READING_DEFECT_H
#define READING_DEFECT_H

#include "base/str.h"
#include "reading/reading.h"

/* Its name in files: "stale_year". */
const char *defect_name(enum reading_defect defect);

/* What a person calls it, in a few words; a message id. */
const char *defect_label(enum reading_defect defect);

/* The kind of a name in files. False where it is none. */
bool defect_parse(struct str name, enum reading_defect *ret);

#endif
