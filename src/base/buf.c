#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void buf_init(struct buf *buf, struct arena *arena, size_t max)
{
	*buf = (struct buf){.arena = arena, .max = max};
}

/* Makes room for `more` bytes; returns how many of them fit below the maximum. */
static size_t make_room(struct buf *buf, size_t more)
{
	if (more > buf->max - buf->len) {
		buf->overflowed = true;
		more = buf->max - buf->len;
	}
	if (buf->len + more > buf->room) {
		size_t room = buf->room > 0 ? buf->room * 2 : 256;
		while (room < buf->len + more)
			room *= 2;
		buf->ptr = arena_grow(buf->arena, buf->ptr, buf->room, room);
		buf->room = room;
	}
	return more;
}

void buf_add(struct buf *buf, struct str s)
{
	size_t n = make_room(buf, s.len);
	if (n > 0)
		memcpy(buf->ptr + buf->len, s.ptr, n);
	buf->len += n;
}

void buf_add_char(struct buf *buf, char c)
{
	buf_add(buf, (struct str){.ptr = &c, .len = 1});
}

void buf_add_code_point(struct buf *buf, uint32_t code_point)
{
	char bytes[4];
	size_t n = 0;
	if (code_point < 0x80) {
		bytes[n++] = (char)code_point;
	} else if (code_point < 0x800) {
		bytes[n++] = (char)(0xc0 | code_point >> 6);
		bytes[n++] = (char)(0x80 | (code_point & 0x3f));
	} else if (code_point < 0x10000) {
		bytes[n++] = (char)(0xe0 | code_point >> 12);
		bytes[n++] = (char)(0x80 | (code_point >> 6 & 0x3f));
		bytes[n++] = (char)(0x80 | (code_point & 0x3f));
	} else {
		bytes[n++] = (char)(0xf0 | (code_point >> 18 & 0x07));
		bytes[n++] = (char)(0x80 | (code_point >> 12 & 0x3f));
		bytes[n++] = (char)(0x80 | (code_point >> 6 & 0x3f));
		bytes[n++] = (char)(0x80 | (code_point & 0x3f));
	}
	buf_add(buf, (struct str){.ptr = bytes, .len = n});
}

void buf_add_int(struct buf *buf, int64_t value)
{
	buf_add_format(buf, "%lld", (long long)value);
}

void buf_add_format(struct buf *buf, const char *format, ...)
{
	char small[256];
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(small, sizeof small, format, args);
	va_end(args);
	if (n >= (int)sizeof small) {
		char *large = arena_alloc(buf->arena, (size_t)n + 1);
		vsnprintf(large, (size_t)n + 1, format, again);
		buf_add(buf, (struct str){.ptr = large, .len = (size_t)n});
	} else if (n > 0) {
		buf_add(buf, (struct str){.ptr = small, .len = (size_t)n});
	}
	va_end(again);
}

void buf_cut(struct buf *buf, size_t len)
{
	if (len < buf->len)
		buf->len = len;
}

struct str buf_str(const struct buf *buf)
{
	return (struct str){.ptr = buf->ptr != NULL ? buf->ptr : "", .len = buf->len};
}

enum rc buf_finish(const struct buf *buf, struct str *ret)
{
	*ret = buf_str(buf);
	return buf->overflowed ? RC_LIMIT : RC_OK;
}
