#include "viet/torn_word.h"

#include <string.h>

#include "base/utf8.h"
#include "viet/syllable.h"

/* Without the marks after it. */
static struct str letters_of(struct str word)
{
	while (word.len > 0 && strchr(".,;:!?()\"'", word.ptr[word.len - 1]) != NULL)
		word.len--;
	return word;
}

/* A few capitals: "S", "PG". */
static bool is_abbreviation(struct str word)
{
	enum { LONGEST = 4 };
	for (size_t i = 0; i < word.len; i++)
		if (word.ptr[i] >= 'a' && word.ptr[i] <= 'z')
			return false;
	return utf8_count(word) <= LONGEST && !viet_syllable_is_possible(word);
}

static bool is_broken_syllable(struct str before, struct str after)
{
	char together[VIET_SYLLABLE_MAX_BYTES];
	if (before.len + after.len > sizeof together)
		return false;
	if (viet_syllable_cost(before) < VIET_SYLLABLE_RARE && viet_syllable_cost(after) < VIET_SYLLABLE_RARE)
		return false;
	memcpy(together, before.ptr, before.len);
	memcpy(together + before.len, after.ptr, after.len);
	return viet_syllable_cost((struct str){together, before.len + after.len}) < VIET_SYLLABLE_RARE;
}

bool viet_torn_word_is_one(struct str before, struct str after)
{
	after = letters_of(after);
	if (before.len == 0 || after.len == 0)
		return false;
	return (is_abbreviation(before) && is_abbreviation(after)) || is_broken_syllable(before, after);
}
