/* Text that grows, born with a maximum, in an arena.
 *
 * Passing the maximum is remembered, not acted on: writers write on, and the one who hands the text out asks buf_finish(). */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/arena.h"
#include "base/rc.h"
#include "base/str.h"

struct buf {
	struct arena *arena;
	char *ptr;
	size_t len, room, max;
	bool overflowed;
};

/* An empty buffer that may hold up to `max` bytes. */
void buf_init(struct buf *buf, struct arena *arena, size_t max);

void buf_add(struct buf *buf, struct str s);
void buf_add_char(struct buf *buf, char c);
/* A code point as UTF-8. */
void buf_add_code_point(struct buf *buf, uint32_t code_point);
void buf_add_int(struct buf *buf, int64_t value);
__attribute__((format(printf, 2, 3))) void buf_add_format(struct buf *buf, const char *format, ...);

/* Cuts the text to its first `len` bytes. */
void buf_cut(struct buf *buf, size_t len);

/* The text so far; valid until the next change. */
struct str buf_str(const struct buf *buf);

/* The finished text. RC_LIMIT where the maximum was passed; *ret is then what fitted. */
enum rc buf_finish(const struct buf *buf, struct str *ret) MUST_USE;

#endif
