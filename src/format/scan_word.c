#include "format/scan_word.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "viet/letter.h"

static bool is_core(struct str s, size_t at)
{
	unsigned char c = (unsigned char)s.ptr[at];
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

struct str scan_word_core(struct str text)
{
	while (text.len > 0 && !is_core(text, 0))
		text = str_from(text, 1);
	while (text.len > 0 && !is_core(text, text.len - 1))
		text.len--;
	return text;
}

void scan_word_put_core(struct arena *arena, struct page_word *word, struct str old, struct str core)
{
	size_t before = (size_t)(old.ptr - word->text.ptr);
	word->text = str_format(arena, "%.*s%.*s%.*s", STR_ARG(str_part(word->text, 0, before)), STR_ARG(core),
	                        STR_ARG(str_from(word->text, before + old.len)));
}

struct scan_word_cases scan_word_cases_of(struct str text)
{
	struct scan_word_cases cases = {0};
	for (size_t at = 0; at < text.len;) {
		struct viet_letter letter = viet_letter_of(utf8_next(text, &at));
		cases.capitals += letter.letter != 0 && letter.upper;
		cases.small += letter.letter != 0 && !letter.upper;
	}
	return cases;
}
