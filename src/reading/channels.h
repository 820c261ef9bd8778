/* The channels and forms of communication that the section "Hình thức thông tin, tuyên truyền" names. */
#ifndef READING_CHANNELS_H
#define READING_CHANNELS_H

#include "base/arena.h"
#include "reading/outline.h"

/* `places` has one place per paragraph of the body, as outline_read gives them. */
struct reading_channel_vec channels_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs,
                                         struct header_body body, const struct outline_place_vec *places);

#endif
