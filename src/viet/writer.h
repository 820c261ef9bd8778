/* Text being written into room that is known to be enough: for the character loops of this folder alone. */
#ifndef VIET_WRITER_H
#define VIET_WRITER_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct viet_writer {
	char *ptr;
	size_t len;
};

/* Room for `s` with any of its characters grown from two bytes to three, the most that a change of case or marks does. */
static inline struct viet_writer viet_writer_for(struct arena *arena, struct str s)
{
	return (struct viet_writer){.ptr = arena_alloc(arena, s.len + s.len / 2 + 4)};
}

static inline void viet_writer_add(struct viet_writer *w, uint32_t c)
{
	if (c < 0x80) {
		w->ptr[w->len++] = (char)c;
		return;
	}
	if (c < 0x800) {
		w->ptr[w->len++] = (char)(0xc0 | c >> 6);
	} else {
		if (c < 0x10000) {
			w->ptr[w->len++] = (char)(0xe0 | c >> 12);
		} else {
			w->ptr[w->len++] = (char)(0xf0 | c >> 18);
			w->ptr[w->len++] = (char)(0x80 | (c >> 12 & 0x3f));
		}
		w->ptr[w->len++] = (char)(0x80 | (c >> 6 & 0x3f));
	}
	w->ptr[w->len++] = (char)(0x80 | (c & 0x3f));
}

/* One space for a run of white space, none at the beginning. */
static inline void viet_writer_add_space(struct viet_writer *w)
{
	if (w->len > 0 && w->ptr[w->len - 1] != ' ')
		w->ptr[w->len++] = ' ';
}

/* What was written, without a space at its end. */
static inline struct str viet_writer_str(struct viet_writer *w)
{
	if (w->len > 0 && w->ptr[w->len - 1] == ' ')
		w->len--;
	return (struct str){.ptr = w->ptr, .len = w->len};
}

#endif
