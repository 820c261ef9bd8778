#include "viet/legacy_char.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "viet/legacy_tables.h"
#include "viet/nfc.h"

enum { HIGH = 0x80, PUNCTUATION_END = 0xa0, BYTE_END = 0x100 };

struct str viet_legacy_char_widen(struct arena *arena, struct str bytes)
{
	struct buf out;
	buf_init(&out, arena, bytes.len * 2 + 1);
	for (size_t i = 0; i < bytes.len; i++)
		buf_add_code_point(&out, (unsigned char)bytes.ptr[i]);
	return buf_str(&out);
}

/* The byte that a character stands for, Windows' punctuation too; itself where it is none. */
static uint32_t byte_of(uint32_t c)
{
	for (uint32_t i = 0; i < VIET_LEGACY_TABLES_LOW && c >= BYTE_END; i++)
		if (viet_legacy_tables_cp1252[i] == c)
			return HIGH + i;
	return c;
}

/* What stays of a byte that is no letter: Windows' punctuation. */
static uint32_t punctuation_of(uint32_t c)
{
	bool low = c >= HIGH && c < PUNCTUATION_END;
	return low && viet_legacy_tables_cp1252[c - HIGH] != 0 ? viet_legacy_tables_cp1252[c - HIGH] : c;
}

/* ---- One byte a letter ---- */

static uint32_t map_byte(enum viet_legacy encoding, uint32_t c)
{
	const uint16_t *table = encoding == VIET_LEGACY_TCVN3    ? viet_legacy_tables_tcvn3
	                        : encoding == VIET_LEGACY_VISCII ? viet_legacy_tables_viscii
	                                                         : viet_legacy_tables_cp1258;
	uint32_t byte = encoding == VIET_LEGACY_TCVN3 ? c : byte_of(c);
	for (const struct viet_legacy_pair *pair = viet_legacy_tables_viscii_low; pair->from != 0; pair++)
		if (encoding == VIET_LEGACY_VISCII && pair->from == c)
			return pair->to;
	if (byte < HIGH || byte >= BYTE_END || table[byte - HIGH] == 0)
		return punctuation_of(c);
	return table[byte - HIGH];
}

static struct str decode_bytes(struct arena *arena, struct str text, enum viet_legacy encoding)
{
	struct buf out;
	buf_init(&out, arena, text.len * 2 + 1);
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		if (c != UTF8_INVALID)
			buf_add_code_point(&out, map_byte(encoding, c));
	}
	return viet_nfc(arena, buf_str(&out));
}

/* ---- VNI: a letter and its mark ---- */

enum { GRAVE = 0x300, ACUTE = 0x301, CIRCUMFLEX = 0x302, TILDE = 0x303, BREVE = 0x306, HOOK = 0x309, HORN = 0x31b, DOT = 0x323 };

/* What a mark adds to the letter before it; the small marks stand 0x20 after the capital ones. */
static const struct {
	uint16_t mark, first, second;
} vni_marks[] = {
    {0xd8, GRAVE, 0},         {0xd9, ACUTE, 0},          {0xdb, HOOK, 0},           {0xd5, TILDE, 0},
    {0xcf, DOT, 0},           {0xc2, CIRCUMFLEX, 0},     {0xc0, CIRCUMFLEX, GRAVE}, {0xc1, CIRCUMFLEX, ACUTE},
    {0xc5, CIRCUMFLEX, HOOK}, {0xc3, CIRCUMFLEX, TILDE}, {0xc4, CIRCUMFLEX, DOT},   {0xca, BREVE, 0},
    {0xc8, BREVE, GRAVE},     {0xc9, BREVE, ACUTE},      {0xda, BREVE, HOOK},       {0xdc, BREVE, TILDE},
    {0xcb, BREVE, DOT},
};

/* Letters of one character; the small ones stand 0x20 after the capital ones. */
static const struct {
	uint16_t from, base, mark;
} vni_letters[] = {
    {0xd4, 'O', HORN}, {0xd6, 'U', HORN},  {0xd1, 0x110, 0}, {0xcc, 'I', GRAVE}, {0xcd, 'I', ACUTE},
    {0xc6, 'I', HOOK}, {0xd3, 'I', TILDE}, {0xd2, 'I', DOT}, {0xce, 'Y', DOT},
};

static bool takes_marks(uint32_t c)
{
	return (c < HIGH && c != 0 && strchr("aeouyAEOUY", (int)c) != NULL) || c == 0xd4 || c == 0xd6 || c == 0xf4 || c == 0xf6;
}

static bool add_vni_mark(struct buf *out, uint32_t c)
{
	for (size_t i = 0; i < sizeof vni_marks / sizeof *vni_marks; i++) {
		if (vni_marks[i].mark != c && vni_marks[i].mark + 0x20u != c)
			continue;
		buf_add_code_point(out, vni_marks[i].first);
		if (vni_marks[i].second != 0)
			buf_add_code_point(out, vni_marks[i].second);
		return true;
	}
	return false;
}

static bool add_vni_letter(struct buf *out, uint32_t c)
{
	for (size_t i = 0; i < sizeof vni_letters / sizeof *vni_letters; i++) {
		bool small = vni_letters[i].from + 0x20u == c;
		if (vni_letters[i].from != c && !small)
			continue;
		uint32_t base = vni_letters[i].base;
		buf_add_code_point(out, base + (!small ? 0 : base == 0x110 ? 1 : 0x20));
		if (vni_letters[i].mark != 0)
			buf_add_code_point(out, vni_letters[i].mark);
		return true;
	}
	return false;
}

static struct str decode_vni(struct arena *arena, struct str text)
{
	struct buf out;
	uint32_t before = 0;
	buf_init(&out, arena, text.len * 3 + 1);
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		if (c == UTF8_INVALID)
			continue;
		bool marked = takes_marks(before) && add_vni_mark(&out, c);
		if (!marked && !add_vni_letter(&out, c))
			buf_add_code_point(&out, punctuation_of(c));
		before = marked ? 0 : c;
	}
	return viet_nfc(arena, buf_str(&out));
}

/* ---- VIQR: marks of ASCII ---- */

static uint32_t viqr_mark(char c, char letter)
{
	static const struct {
		char sign;
		const char *letters;
		uint16_t mark;
	} marks[] = {
	    {'^', "aeoAEO", CIRCUMFLEX},  {'(', "aA", BREVE},          {'+', "ouOU", HORN},          {'\'', "aeiouyAEIOUY", ACUTE},
	    {'`', "aeiouyAEIOUY", GRAVE}, {'?', "aeiouyAEIOUY", HOOK}, {'~', "aeiouyAEIOUY", TILDE}, {'.', "aeiouyAEIOUY", DOT},
	};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (marks[i].sign == c && letter != '\0' && strchr(marks[i].letters, letter) != NULL)
			return marks[i].mark;
	return 0;
}

static bool ends_word(struct str text, size_t at)
{
	return at >= text.len || text.ptr[at] == ' ' || text.ptr[at] == '\n' || text.ptr[at] == '\r' || text.ptr[at] == '\t';
}

/* A full stop or question mark at the end of a word ends a sentence where a capital or nothing follows it. */
static bool ends_sentence(struct str text, size_t at)
{
	if ((text.ptr[at] != '.' && text.ptr[at] != '?') || !ends_word(text, at + 1))
		return false;
	while (at + 1 < text.len && ends_word(text, at + 1))
		at++;
	return at + 1 >= text.len || (text.ptr[at + 1] >= 'A' && text.ptr[at + 1] <= 'Z');
}

static struct str decode_viqr(struct arena *arena, struct str text)
{
	struct buf out;
	char letter = '\0';
	buf_init(&out, arena, text.len * 2 + 1);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i], next = i + 1 < text.len ? text.ptr[i + 1] : '\0';
		uint32_t mark = ends_sentence(text, i) ? 0 : viqr_mark(c, letter);
		if (mark != 0) {
			buf_add_code_point(&out, mark);
			continue;
		}
		letter = c;
		if ((c == 'd' || c == 'D') && (next == 'd' || next == 'D')) {
			buf_add(&out, c == 'D' ? STR("Đ") : STR("đ"));
			i++;
		} else if (c == '\\' && next != '\0' && strchr("^(+'`?~.\\", next) != NULL) {
			buf_add_char(&out, next);
			letter = '\0';
			i++;
		} else {
			buf_add_char(&out, c);
		}
	}
	return viet_nfc(arena, buf_str(&out));
}

struct str viet_legacy_char_decode(struct arena *arena, struct str text, enum viet_legacy encoding)
{
	if (encoding == VIET_LEGACY_VNI)
		return decode_vni(arena, text);
	return encoding == VIET_LEGACY_VIQR ? decode_viqr(arena, text) : decode_bytes(arena, text, encoding);
}

/* ---- Of Unicode itself ---- */

struct str viet_legacy_char_utf16(struct arena *arena, struct str bytes)
{
	enum { UNIT = 2, HIGH_SURROGATE = 0xd800, LOW_SURROGATE = 0xdc00, SURROGATES_END = 0xe000, LOST = 0xfffd, PLANE = 0x10000 };
	bool big = str_has_prefix(bytes, STR("\xfe\xff"));
	struct buf out;
	uint32_t high = 0;
	buf_init(&out, arena, bytes.len * 2 + 4);
	for (size_t i = UNIT; i + 1 < bytes.len; i += UNIT) {
		uint32_t first = (unsigned char)bytes.ptr[i], second = (unsigned char)bytes.ptr[i + 1];
		uint32_t unit = big ? first << 8 | second : second << 8 | first;
		bool is_low = unit >= LOW_SURROGATE && unit < SURROGATES_END, is_high = unit >= HIGH_SURROGATE && unit < LOW_SURROGATE;
		if (high != 0 && !is_low)
			buf_add_code_point(&out, LOST);
		if (is_low)
			unit = high != 0 ? PLANE + ((high - HIGH_SURROGATE) << 10) + (unit - LOW_SURROGATE) : LOST;
		high = is_high ? unit : 0;
		if (!is_high)
			buf_add_code_point(&out, unit);
	}
	if (high != 0 || bytes.len % UNIT != 0)
		buf_add_code_point(&out, LOST);
	return buf_str(&out);
}

/* The run of characters from *at on that may be bytes of UTF-8: how many bytes it makes. */
static size_t take_run(struct str text, size_t *at, char *bytes, size_t room)
{
	size_t n = 0;
	while (*at < text.len && n < room) {
		size_t next = *at;
		uint32_t byte = byte_of(utf8_next(text, &next));
		if (byte < HIGH || byte >= BYTE_END)
			break;
		bytes[n++] = (char)byte;
		*at = next;
	}
	return n;
}

struct str viet_legacy_char_undouble(struct arena *arena, struct str text)
{
	enum { ROOM = 64 };
	struct buf out;
	char bytes[ROOM];
	buf_init(&out, arena, text.len + 1);
	for (size_t at = 0; at < text.len;) {
		size_t begin = at, n = take_run(text, &at, bytes, sizeof bytes);
		if (n >= 2 && utf8_is_valid((struct str){bytes, n})) {
			buf_add(&out, (struct str){bytes, n});
			continue;
		}
		if (n == 0)
			(void)utf8_next(text, &at);
		buf_add(&out, str_part(text, begin, at - begin));
	}
	return viet_nfc(arena, buf_str(&out));
}
