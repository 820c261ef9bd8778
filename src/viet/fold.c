#include "viet/fold.h"

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/utf8.h"
#include "viet/letter.h"
#include "viet/nfc.h"
#include "viet/space.h"
#include "viet/tone.h"

/* Output being written into room that is known to be enough. */
struct writer {
	char *ptr;
	size_t len;
};

/* Room for `s` with any of its characters grown from two bytes to three, the most that folding does. */
static struct writer writer_for(struct arena *arena, struct str s)
{
	return (struct writer){.ptr = arena_alloc(arena, s.len + s.len / 2 + 4)};
}

static void put(struct writer *w, uint32_t c)
{
	if (c < 0x80) {
		w->ptr[w->len++] = (char)c;
	} else if (c < 0x800) {
		w->ptr[w->len++] = (char)(0xc0 | c >> 6);
		w->ptr[w->len++] = (char)(0x80 | (c & 0x3f));
	} else {
		if (c < 0x10000) {
			w->ptr[w->len++] = (char)(0xe0 | c >> 12);
		} else {
			w->ptr[w->len++] = (char)(0xf0 | c >> 18);
			w->ptr[w->len++] = (char)(0x80 | (c >> 12 & 0x3f));
		}
		w->ptr[w->len++] = (char)(0x80 | (c >> 6 & 0x3f));
		w->ptr[w->len++] = (char)(0x80 | (c & 0x3f));
	}
}

/* One space for a run of white space, none at the beginning. */
static void put_space(struct writer *w)
{
	if (w->len > 0 && w->ptr[w->len - 1] != ' ')
		w->ptr[w->len++] = ' ';
}

static struct str written(struct writer *w)
{
	if (w->len > 0 && w->ptr[w->len - 1] == ' ')
		w->len--;
	return (struct str){.ptr = w->ptr, .len = w->len};
}

static bool is_invisible(uint32_t c)
{
	return c == 0x00ad || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff;
}

/* The ASCII form of a dash or quote; 0 for anything else. */
static char plain_punctuation(uint32_t c)
{
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2043 || c == 0xfe58 || c == 0xff0d)
		return '-';
	if ((c >= 0x2018 && c <= 0x201b) || c == 0x2032)
		return '\'';
	if ((c >= 0x201c && c <= 0x201f) || c == 0x2033)
		return '"';
	return 0;
}

/* The last base of a character that is none of Vietnamese: "ç" gives "c". */
static uint32_t strip_marks(uint32_t c)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	for (;;) {
		int n = uc_canonical_decomposition(c, parts);
		/* A Korean syllable comes apart into letters, not marks, and stays whole. */
		if (n < 1 || (n > 1 && !uc_is_general_category(parts[1], UC_NON_SPACING_MARK)))
			break;
		c = parts[0];
	}
	return c == 0x00f0 || c == 0x00d0 ? 'd' : c; /* Icelandic eth stands for đ in damaged text */
}

/* Folds a character outside ASCII and the Vietnamese alphabet. */
static void fold_rare(struct writer *w, uint32_t c)
{
	char plain = plain_punctuation(c);
	if (plain != 0) {
		put(w, (uint32_t)plain);
	} else if (c == 0x2026) { /* … */
		for (int i = 0; i < 3; i++)
			put(w, '.');
	} else if (c == UTF8_INVALID || is_invisible(c) || uc_is_general_category(c, UC_NON_SPACING_MARK)) {
		return;
	} else if (viet_space_is(c)) {
		put_space(w);
	} else {
		put(w, uc_tolower(strip_marks(c)));
	}
}

struct str viet_fold(struct arena *arena, struct str s)
{
	struct writer w = writer_for(arena, s);
	for (size_t at = 0; at < s.len;) {
		unsigned char byte = (unsigned char)s.ptr[at];
		if (byte < 0x80) {
			at++;
			if (byte == ' ' || (byte >= '\t' && byte <= '\r'))
				put_space(&w);
			else
				w.ptr[w.len++] = (char)(byte >= 'A' && byte <= 'Z' ? byte + 0x20 : byte);
			continue;
		}
		uint32_t c = utf8_next(s, &at);
		struct viet_letter letter = viet_letter_of(c);
		if (letter.letter != 0)
			w.ptr[w.len++] = viet_letter_base(letter);
		else
			fold_rare(&w, c);
	}
	return written(&w);
}

struct str viet_lower(struct arena *arena, struct str s)
{
	s = viet_nfc(arena, s);
	struct writer w = writer_for(arena, s);
	for (size_t at = 0; at < s.len;) {
		uint32_t c = utf8_next(s, &at);
		struct viet_letter letter = viet_letter_of(c);
		if (letter.upper) {
			letter.upper = false;
			put(&w, viet_letter_compose(letter));
		} else if (letter.letter != 0 || c < 0x80) {
			put(&w, c);
		} else if (c != UTF8_INVALID) {
			put(&w, uc_tolower(c));
		}
	}
	return (struct str){.ptr = w.ptr, .len = w.len};
}

static void normalize_rare(struct writer *w, uint32_t c)
{
	char plain = plain_punctuation(c);
	if (plain != 0)
		put(w, (uint32_t)plain);
	else if (c == 0x00d0)
		put(w, 0x0110); /* Ð is Đ */
	else if (c == UTF8_INVALID || is_invisible(c))
		return;
	else if (viet_space_is(c))
		put_space(w);
	else
		put(w, c);
}

struct str viet_normalize(struct arena *arena, struct str s)
{
	s = viet_tone_old_style(arena, viet_nfc(arena, s));
	struct writer w = writer_for(arena, s);
	for (size_t at = 0; at < s.len;) {
		uint32_t c = utf8_next(s, &at);
		if (viet_letter_of(c).letter != 0)
			put(&w, c);
		else if (c < 0x80 && viet_space_is(c))
			put_space(&w);
		else
			normalize_rare(&w, c);
	}
	return written(&w);
}
