#include "format/scan_tidy.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "viet/letter.h"

enum {
	DOUBTED = 50,     /* percent: a dash that was read less surely is a speck */
	TORN = 60,        /* a piece of a code that was read more surely stands by itself */
	TORN_PERCENT = 50 /* of its height: how far the pieces of a code may lie apart */
};

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] >= '0' && s.ptr[i] <= '9')
			return true;
	return false;
}

/* Whether a word has nothing but what underlines and specks are read as. */
static bool is_speck(const struct page_word *word)
{
	static const char signs[] = "_.,-~'`^|";
	bool line = false;
	for (size_t at = 0; at < word->text.len;) {
		uint32_t c = utf8_next(word->text, &at);
		bool is_ascii = c != 0 && c < 0x80;
		if (c != U'ˆ' && c != U'—' && c != U'–' && !(is_ascii && strchr(signs, (int)c) != NULL))
			return false;
		line = line || c == '_' || c == U'ˆ';
	}
	return line || word->confidence < DOUBTED;
}

/* An underline that was read as a part of the word. */
static void strip_underline(struct page_word *word)
{
	while (word->text.len > 1 && word->text.ptr[0] == '_')
		word->text = str_from(word->text, 1);
}

static bool ends_with_capital(struct str s)
{
	struct viet_letter letter = {0};
	for (size_t at = 0; at < s.len;)
		letter = viet_letter_of(utf8_next(s, &at));
	return letter.upper;
}

/* Whether a text goes on as codes do: capitals, a slash or a dash, a capital. */
static bool goes_on_as_code(struct str s)
{
	enum { MOST = 4 };
	size_t capitals = 0;
	for (size_t at = 0; at < s.len;) {
		uint32_t c = utf8_next(s, &at);
		if (viet_letter_of(c).upper)
			capitals++;
		else
			return (c == '/' || c == '-') && capitals > 0 && capitals <= MOST && at < s.len &&
			       viet_letter_of(utf8_next(s, &at)).upper;
	}
	return false;
}

static bool is_torn(const struct page_word *word, const struct page_word *next)
{
	bool parted = str_contains(word->text, STR("/")) || str_contains(word->text, STR("-"));
	int64_t gap = next->box.left - word->box.right;
	return parted && has_digit(word->text) && ends_with_capital(word->text) && goes_on_as_code(next->text) &&
	       next->confidence < TORN && next->box.top == word->box.top &&
	       gap * 100 <= (int64_t)page_box_height(&word->box) * TORN_PERCENT;
}

static void join(struct arena *arena, struct page_word *word, const struct page_word *next)
{
	word->text = str_format(arena, "%.*s%.*s", STR_ARG(word->text), STR_ARG(next->text));
	word->box.right = next->box.right;
	word->confidence = word->confidence < next->confidence ? word->confidence : next->confidence;
}

void scan_tidy(struct arena *arena, struct page *page)
{
	size_t n = 0;
	for (size_t i = 0; i < page->words.n; i++) {
		struct page_word word = page->words.at[i];
		strip_underline(&word);
		if (is_speck(&word))
			continue;
		if (n > 0 && is_torn(&page->words.at[n - 1], &word))
			join(arena, &page->words.at[n - 1], &word);
		else
			page->words.at[n++] = word;
	}
	page->words.n = n;
}
