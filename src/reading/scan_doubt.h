/* What speaks against a field whose letters were read from a picture: some of them were read with doubt. */
#ifndef READING_SCAN_DOUBT_H
#define READING_SCAN_DOUBT_H

#include "base/arena.h"
#include "document/document.h"
#include "reading/reading.h"

/* Lowers the confidence of every field that holds a word of the document whose letters are unsure: it is not sure any more. */
void scan_doubt(struct arena *arena, const struct document *document, struct reading *reading);

#endif
