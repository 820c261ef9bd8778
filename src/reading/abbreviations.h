/* Abbreviations that a plan defines where it first uses them: "cải cách hành chính (CCHC)". */
#ifndef READING_ABBREVIATIONS_H
#define READING_ABBREVIATIONS_H

#include "base/arena.h"
#include "reading/lines.h"
#include "reading/reading.h"

/* Each once, in order: capitals in brackets behind words that begin with their letters. */
struct reading_abbreviation_vec abbreviations_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs);

#endif
