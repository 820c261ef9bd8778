#include "format/marks.h"

#include "base/utf8.h"

enum marks_kind marks_kind_of(struct str name, enum marks_kind fallback)
{
	static const enum marks_kind kinds[] = {MARKS_DECIMAL, MARKS_LOWER_LETTER, MARKS_UPPER_LETTER, MARKS_LOWER_ROMAN,
	                                        MARKS_UPPER_ROMAN};
	static const char names[] = "1aAiI";
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (name.len == 1 && name.ptr[0] == names[i])
			return kinds[i];
	return fallback;
}

static void add_letters(struct buf *out, int64_t number, char first)
{
	/* after z comes aa, then bb: the same letter, once more each time round */
	enum { LETTERS = 26, MOST = 8 };
	int64_t times = (number - 1) / LETTERS + 1;
	for (int64_t i = 0; number > 0 && i < times && i < MOST; i++)
		buf_add_char(out, (char)(first + (number - 1) % LETTERS));
}

static void add_roman(struct buf *out, int64_t number, bool upper)
{
	static const struct {
		int value;
		struct str upper, lower;
	} digits[] = {
	    {1000, STR_INIT("M"), STR_INIT("m")},  {900, STR_INIT("CM"), STR_INIT("cm")}, {500, STR_INIT("D"), STR_INIT("d")},
	    {400, STR_INIT("CD"), STR_INIT("cd")}, {100, STR_INIT("C"), STR_INIT("c")},   {90, STR_INIT("XC"), STR_INIT("xc")},
	    {50, STR_INIT("L"), STR_INIT("l")},    {40, STR_INIT("XL"), STR_INIT("xl")},  {10, STR_INIT("X"), STR_INIT("x")},
	    {9, STR_INIT("IX"), STR_INIT("ix")},   {5, STR_INIT("V"), STR_INIT("v")},     {4, STR_INIT("IV"), STR_INIT("iv")},
	    {1, STR_INIT("I"), STR_INIT("i")},
	};
	enum { MOST = 3999 };
	number = number <= MOST ? number : 0;
	for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
		for (; number >= digits[i].value; number -= digits[i].value)
			buf_add(out, upper ? digits[i].upper : digits[i].lower);
}

void marks_add(struct buf *out, enum marks_kind kind, int64_t number)
{
	switch (kind) {
	case MARKS_LOWER_LETTER:
		add_letters(out, number, 'a');
		break;
	case MARKS_UPPER_LETTER:
		add_letters(out, number, 'A');
		break;
	case MARKS_LOWER_ROMAN:
	case MARKS_UPPER_ROMAN:
		add_roman(out, number, kind == MARKS_UPPER_ROMAN);
		break;
	case MARKS_DECIMAL_ZERO:
		buf_add_format(out, "%02lld", (long long)number);
		break;
	case MARKS_NONE:
	case MARKS_BULLET:
		break;
	case MARKS_DECIMAL:
		buf_add_int(out, number);
		break;
	}
}

struct str marks_bullet(struct str text)
{
	size_t at = 0;
	uint32_t c = text.len > 0 ? utf8_next(text, &at) : 0;
	bool is_private = c >= 0xe000 && c <= 0xf8ff;
	if (c == '-' || c == 0xf02d || (c >= 0x2010 && c <= 0x2015))
		return STR("-");
	if (c == 0 || is_private || c == 0xb7)
		return STR("•");
	return c == 'o' && text.len == 1 ? STR("◦") : text;
}
