/* Who has to do what under "Tổ chức thực hiện": a unit's heading with its bullets, or a sentence that begins with the unit. */
#ifndef READING_DUTIES_H
#define READING_DUTIES_H

#include "base/arena.h"
#include "reading/outline.h"

struct reading_duty_vec duties_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs, struct header_body body,
                                    const struct outline_place_vec *places);

#endif
