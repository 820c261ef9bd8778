#include "reading/unit_head.h"

#include "viet/syllable.h"

#define MATCH(words, i, table, ret) words_match_any((words), (i), unit_lexicon_##table.at, unit_lexicon_##table.n, (ret))
#define LONGEST(words, i, table)    words_longest((words), (i), unit_lexicon_##table.at, unit_lexicon_##table.n)

bool unit_head_is_letters(const struct words *words, size_t i)
{
	return i < words->n && words->at[i].kind != WORD_SIGN && words->at[i].kind != WORD_NUMBER;
}

bool unit_head_is_capital(const struct words *words, size_t i)
{
	return unit_head_is_letters(words, i) && words->at[i].capital;
}

static bool is_loud(const struct words *words, size_t i)
{
	return unit_head_is_letters(words, i) && words->at[i].all_capitals && viet_syllable_is_possible(words_text(words, i, i + 1));
}

/* Whether a word is in capitals because all of the text is, which says nothing about it; an abbreviation is no syllable. */
bool unit_head_is_shouted(const struct words *words, size_t i)
{
	return is_loud(words, i) && ((i > 0 && is_loud(words, i - 1)) || is_loud(words, i + 1));
}

/* Whether a capital letter marks the word as part of a proper name. */
bool unit_head_is_proper(const struct words *words, size_t i)
{
	return unit_head_is_capital(words, i) && !unit_head_is_shouted(words, i);
}

size_t unit_head_verb(const struct words *words, size_t i)
{
	size_t n = 0;
	const struct words_phrase *verb = MATCH(words, i, verbs, &n);
	if (verb == NULL || LONGEST(words, i, compounds) >= n)
		return 0;
	return unit_head_is_proper(words, i) && verb->meaning != 1 ? 0 : n;
}

/* "SNV", "VP", "CB": a head that only capitals make one. */
static enum unit_lexicon_head short_at(const struct words *words, size_t i, size_t *ret_n)
{
	size_t n = 0;
	const struct words_phrase *head = words->at[i].all_capitals ? MATCH(words, i, shorts, &n) : NULL;
	for (size_t k = i; head != NULL && k < i + n; k++)
		if (unit_head_is_letters(words, k) && !words->at[k].capital)
			return 0;
	if (head == NULL || head->meaning == HEAD_NOT)
		return 0;
	*ret_n = n;
	return (enum unit_lexicon_head)head->meaning;
}

size_t unit_head_group_noun(const struct words *words, size_t i)
{
	size_t n = LONGEST(words, i, group_nouns);
	return n == 0 && i < words->n && short_at(words, i, &n) != HEAD_GROUP ? 0 : n;
}

bool unit_head_is_and(const struct words *words, size_t i)
{
	return words_is(words, i, "và") || words_is(words, i, "&");
}

/* Whether another noun of the kind is joined on behind word `i`: "sở, ban", "công chức và viên chức". */
bool unit_head_joins_noun(const struct words *words, size_t i)
{
	return (words_is(words, i, ",") || unit_head_is_and(words, i)) && unit_head_group_noun(words, i + 1) > 0;
}

/* The kind of head that a row of the lexicon is where it stands. */
static enum unit_lexicon_head head_in_place(const struct words *words, size_t i, size_t n, enum unit_lexicon_head kind)
{
	bool capital = words->at[i].capital;
	switch (kind) {
	case HEAD_POST:
		return LONGEST(words, i, people) == n && unit_head_joins_noun(words, i + n) ? HEAD_GROUP : kind;
	case HEAD_PERSON:
		return unit_head_is_capital(words, i + n) ? kind : 0;
	case HEAD_GROUP:
		return kind;
	default:
		break;
	}
	/* "sở, ban, ngành" names a group; a lower-case "phòng Nội vụ" an agency; a lower-case "ban đầu" nothing */
	if (unit_head_group_noun(words, i) == n && unit_head_joins_noun(words, i + n) &&
	    (words_is(words, i + n, ",") || !unit_head_is_proper(words, i)))
		return HEAD_GROUP;
	if (!capital && !unit_head_is_capital(words, i + n) && !(kind == HEAD_WHOLE && n > 1))
		return 0;
	return kind;
}

/* The head at word `i`: its kind, 0 for none, and its length. */
enum unit_lexicon_head unit_head_at(const struct words *words, size_t i, size_t *ret_n)
{
	size_t n = 0;
	if (!unit_head_is_letters(words, i))
		return 0;
	const struct words_phrase *head = MATCH(words, i, heads, &n);
	if (head == NULL)
		return short_at(words, i, ret_n);
	if (head->meaning == HEAD_NOT)
		return 0;
	*ret_n = n;
	if (words_is(words, i, "các") && n == 1) { /* "các Phó Hiệu trưởng" */
		size_t post = 0;
		if (unit_head_is_letters(words, i + 1) && MATCH(words, i + 1, heads, &post) != NULL &&
		    LONGEST(words, i + 1, people) == 0 && MATCH(words, i + 1, heads, &post)->meaning == HEAD_POST) {
			*ret_n = 1 + post;
			return HEAD_POST;
		}
	}
	return head_in_place(words, i, n, (enum unit_lexicon_head)head->meaning);
}
