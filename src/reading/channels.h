/* The channels and forms of communication of a plan: those that a section or a line of their own names ("Hình thức tuyên truyền",
 * "Kênh truyền thông: …"); where there is none, those through which its tasks are carried out. */
#ifndef READING_CHANNELS_H
#define READING_CHANNELS_H

#include "base/arena.h"
#include "reading/outline.h"

/* `places` has one place per paragraph of the body, as outline_read gives them. */
struct reading_channel_vec channels_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs,
                                         struct header_body body, const struct outline_place_vec *places);

#endif
