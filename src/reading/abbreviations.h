/* Abbreviations that a plan defines where it first uses them: "cải cách hành chính (CCHC)", "Sở Văn hóa và Thể thao (sau đây viết
 * tắt là Sở VHTT)". */
#ifndef READING_ABBREVIATIONS_H
#define READING_ABBREVIATIONS_H

#include "base/arena.h"
#include "reading/lines.h"
#include "reading/reading.h"

/* Each once, in order: capitals in brackets behind words that begin with their letters, and what brackets say the name of a unit
 * before them is called. */
struct reading_abbreviation_vec abbreviations_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs);

/* Sets what the units of all tasks are called in full. */
void abbreviations_spell_out(struct arena *arena, struct reading *reading);

#endif
