#include "reading/unit_name.h"

#include "reading/unit_lexicon.h"

#define MATCH(words, i, table, ret) words_match_any((words), (i), unit_lexicon_##table.at, unit_lexicon_##table.n, (ret))
#define LONGEST(words, i, table)    words_longest((words), (i), unit_lexicon_##table.at, unit_lexicon_##table.n)

static bool is_letters(const struct words *words, size_t i)
{
	return i < words->n && words->at[i].kind != WORD_SIGN && words->at[i].kind != WORD_NUMBER;
}

static bool is_capital(const struct words *words, size_t i)
{
	return is_letters(words, i) && words->at[i].capital;
}

size_t unit_name_verb(const struct words *words, size_t i)
{
	size_t n = 0;
	const struct words_phrase *verb = MATCH(words, i, verbs, &n);
	if (verb == NULL || LONGEST(words, i, compounds) >= n)
		return 0;
	return words->at[i].capital && verb->meaning == 0 ? 0 : n;
}

static size_t group_noun(const struct words *words, size_t i)
{
	return LONGEST(words, i, group_nouns);
}

/* The head at word `i`: its kind, 0 for none, and its length. */
static enum unit_lexicon_head head_at(const struct words *words, size_t i, size_t *ret_n)
{
	size_t n = 0;
	const struct words_phrase *head = is_letters(words, i) ? MATCH(words, i, heads, &n) : NULL;
	if (head == NULL || head->meaning == HEAD_NOT)
		return 0;
	*ret_n = n;
	enum unit_lexicon_head kind = (enum unit_lexicon_head)head->meaning;
	bool capital = words->at[i].capital;
	if (kind == HEAD_GROUP || kind == HEAD_POST)
		return kind;
	/* "sở, ban, ngành" names a group; a lower-case "phòng Nội vụ" an agency; a lower-case "ban đầu" nothing */
	if (group_noun(words, i) > 0 && (words_is(words, i + n, ",") || (!capital && !is_capital(words, i + n))) &&
	    (words_is(words, i + n, ",") ? group_noun(words, i + n + 1) > 0
	                                 : words_is(words, i + n, "và") && group_noun(words, i + n + 1) > 0))
		return HEAD_GROUP;
	if (!capital && !is_capital(words, i + n) && !(kind == HEAD_WHOLE && n > 1))
		return 0;
	return kind;
}

bool unit_name_begins(const struct words *words, size_t i)
{
	size_t n;
	return head_at(words, i, &n) != 0;
}

/* "(VCCI)": the length of a bracket with an abbreviation of what stands before it. */
static size_t abbreviation(const struct words *words, size_t i)
{
	bool is = words_is(words, i, "(") && i + 1 < words->n && words->at[i + 1].all_capitals && words_is(words, i + 2, ")");
	return is ? 3 : 0;
}

/* After a comma inside a name of an agency: whether "A, B và C" goes on, with no head among them. */
static bool comma_goes_on(const struct words *words, size_t comma)
{
	for (size_t back = 1; back <= 3 && back <= comma; back++)
		if (LONGEST(words, comma - back, comma_names) > back)
			return true;
	if (!is_capital(words, comma + 1) || unit_name_begins(words, comma + 1))
		return false;
	for (size_t i = comma + 1; i < words->n && i < comma + 14; i++) {
		if (words_is(words, i, "và") || words_is(words, i, "&"))
			return is_capital(words, i + 1) && !unit_name_begins(words, i + 1);
		if (words_is(words, i, ",") ? unit_name_begins(words, i + 1) : !is_letters(words, i) && !words_is(words, i, "-"))
			return false;
		if (unit_name_verb(words, i) > 0 || (i > comma + 1 && unit_name_begins(words, i) && words->at[i].capital))
			return false;
	}
	return false;
}

/* "Hành chính - Kế toán", "Hành chính-Quản trị": a dash inside a name, not a bullet before the next. */
static bool dash_goes_on(const struct words *words, size_t dash)
{
	size_t n;
	if (!is_letters(words, dash + 1) || unit_name_verb(words, dash + 1) > 0)
		return false;
	bool tight = !words->at[dash].space_before;
	return (tight || is_capital(words, dash + 1)) &&
	       (tight || head_at(words, dash + 1, &n) == 0 || head_at(words, dash + 1, &n) == HEAD_POST);
}

static bool is_and(const struct words *words, size_t i)
{
	return words_is(words, i, "và") || words_is(words, i, "&");
}

/* "và" inside a name ("Khoa học và Công nghệ"), not between names: how many words go on with the name; 0 where it ends. */
static size_t and_step(const struct words *words, size_t at, enum unit_lexicon_head kind)
{
	size_t n = LONGEST(words, at + 1, comma_names);
	if (n > 0)
		return 1 + n;
	bool document = words_is(words, at + 2, "số") || words_is(words, at + 3, "số"); /* "… và Kế hoạch số 5/KH-UBND" */
	bool ends = kind == HEAD_WHOLE || unit_name_begins(words, at + 1) || unit_name_verb(words, at + 1) > 0;
	return ends || document || !is_letters(words, at + 1) ? 0 : 1;
}

/* A sign inside a name: how many words it takes; 0 where it ends the name. */
static size_t sign_step(const struct words *words, size_t at)
{
	bool goes_on = false;
	if (words_is(words, at, ","))
		goes_on = comma_goes_on(words, at);
	else if (words_is(words, at, "-"))
		goes_on = dash_goes_on(words, at);
	else if (words_is(words, at, "/"))
		goes_on = is_letters(words, at + 1) && !words->at[at].space_before;
	else
		return abbreviation(words, at);
	return goes_on ? 1 : 0;
}

/* Words that go on with a name whatever stands around them; SIZE_MAX where they say nothing about it. */
static size_t lexicon_step(const struct words *words, size_t at)
{
	size_t n = LONGEST(words, at, compounds);
	if (n > 0)
		return n;
	if (words->at[at].capital && MATCH(words, at, verbs, &n) != NULL && n > 1 && unit_name_verb(words, at) == 0)
		return n; /* "Tiếp nhận", "Kiểm soát" in capitals: what the unit is for */
	n = LONGEST(words, at, links);
	if (n > 0)
		return is_letters(words, at + n) && unit_name_verb(words, at + n) == 0 ? n : 0;
	return SIZE_MAX;
}

/* How many words of the name of an agency, whole or post stand at word `at`; 0 where the name has ended. */
static size_t name_step(const struct words *words, size_t begin, size_t at, enum unit_lexicon_head kind)
{
	size_t n = lexicon_step(words, at);
	if (n != SIZE_MAX)
		return n;
	if (is_and(words, at))
		return and_step(words, at, kind);
	if (words->at[at].kind == WORD_SIGN)
		return sign_step(words, at);
	if (unit_name_verb(words, at) > 0)
		return 0;
	if (words->at[at].kind == WORD_NUMBER)
		return words_is(words, at - 1, "số") || words->at[at - 1].capital ? 1 : 0;
	if (words_is(words, at, "các"))
		return kind == HEAD_POST || kind == HEAD_WHOLE || words_is(words, at + 1, "cấp") || at == begin + 1 ? 1 : 0;
	return 1;
}

/* "UBND các xã, phường", "Thủ trưởng các cơ quan, đơn vị": whether a comma or "và" joins nouns of the group inside the name. */
static bool joins_group(const struct words *words, size_t at, bool in_group)
{
	return in_group && (words_is(words, at, ",") || is_and(words, at)) && group_noun(words, at + 1) > 0 &&
	       !is_capital(words, at + 1);
}

static size_t name_words(const struct words *words, size_t i, size_t head, enum unit_lexicon_head kind)
{
	bool in_group = false;
	size_t at = i + head;
	while (at < words->n) {
		if (at == i + head && words->at[at].kind == WORD_SIGN && words_is(words, at, ",")) /* "của Trung tâm, …": all of it */
			break;
		in_group = in_group || words_is(words, at, "các") || group_noun(words, at) > 0;
		size_t n = joins_group(words, at, in_group) ? 1 + group_noun(words, at + 1) : name_step(words, i, at, kind);
		if (n == 0)
			break;
		at += n;
	}
	return at - i;
}

/* A comma or "và" inside the name of a group: how many words go on with it; 0 where another name begins. */
static size_t group_joint(const struct words *words, size_t at)
{
	size_t next = at + 1, noun = group_noun(words, next);
	bool capital = is_capital(words, next), begins = unit_name_begins(words, next);
	bool agency = capital && begins && (noun == 0 || (is_capital(words, next + noun) && !words_is(words, next + noun, ",")));
	if (agency || words_is(words, next, "các") || words_is(words, next, "toàn") || !is_letters(words, next))
		return 0;
	if (noun > 0)
		return 1 + noun;
	return unit_name_verb(words, next) > 0 || begins || capital ? 0 : 1;
}

/* How many words of the name of a group stand at word `at`. `linked`: the word before is "của", "thuộc" or the like. */
static size_t group_step(const struct words *words, size_t at, bool linked)
{
	if (words_is(words, at, ",") || is_and(words, at))
		return group_joint(words, at);
	size_t n = LONGEST(words, at, compounds);
	n = n > 0 ? n : LONGEST(words, at, links);
	n = n > 0 ? n : abbreviation(words, at);
	if (n > 0)
		return n;
	if (words_is(words, at, "-"))
		return is_letters(words, at + 1) && !unit_name_begins(words, at + 1) && unit_name_verb(words, at + 1) == 0 ? 1 : 0;
	if (words->at[at].kind == WORD_SIGN || unit_name_verb(words, at) > 0 || words_is(words, at, "các"))
		return words_match(words, at, "các cấp");
	bool other = !linked && is_capital(words, at) && unit_name_begins(words, at);
	return other ? 0 : 1;
}

static size_t group_words(const struct words *words, size_t i, size_t head)
{
	size_t at = i + head, noun;
	if (words_is(words, i + head, "các"))
		at++;
	noun = group_noun(words, at);
	at += noun;
	while (at < words->n) {
		bool linked = words_is(words, at - 1, "thuộc") || words_is(words, at - 1, "của") || words_is(words, at - 1, "bàn");
		size_t n = group_step(words, at, linked);
		if (n == 0)
			break;
		at += n;
	}
	return at - i;
}

/* "các" by itself, or with no noun of units behind it, is no name. */
static bool is_bare_group(const struct words *words, size_t i, size_t n)
{
	for (size_t k = i; k < i + n; k++)
		if (group_noun(words, k) > 0)
			return false;
	return true;
}

size_t unit_name_at(const struct words *words, size_t i)
{
	size_t head = 0;
	enum unit_lexicon_head kind = head_at(words, i, &head);
	if (kind == 0)
		return 0;
	size_t n = kind == HEAD_GROUP ? group_words(words, i, head) : name_words(words, i, head, kind);
	if (kind == HEAD_GROUP && is_bare_group(words, i, n))
		return 0;
	return kind == HEAD_AGENCY && n == head && !words->at[i].capital ? 0 : n;
}

size_t unit_name_spread(const struct words *words, size_t i, size_t *ret_head, size_t *ret_head_end)
{
	size_t at = i, n = 0, head = i;
	bool ubnd = words_is(words, at, "ubnd") || words_match(words, at, "ủy ban nhân dân") > 0;
	if (ubnd)
		at += words_is(words, at, "ubnd") ? 1 : 4;
	if (!words_is(words, at, "các"))
		return 0;
	at++;
	head = ubnd ? i : at;
	n = group_noun(words, at);
	if (n == 0)
		return 0;
	size_t after = at + n;
	bool colon = words_is(words, after, ":");
	bool names = is_capital(words, after) && !unit_name_begins(words, after);
	if ((!colon && !names) || (colon && !is_capital(words, after + 1)))
		return 0;
	if (!colon) { /* "các Sở Tài chính, Nội vụ": at least two names without heads */
		size_t first = unit_name_bare(words, after);
		if (!words_is(words, after + first, ",") || !is_capital(words, after + first + 1) ||
		    unit_name_begins(words, after + first + 1))
			return 0;
	}
	*ret_head = ubnd ? i : head;
	*ret_head_end = after;
	return after + (colon ? 1 : 0) - i;
}

/* "tỉnh Khánh Hòa", "thành phố": where the body of a name is. */
static size_t place_words(const struct words *words, size_t i)
{
	size_t n = words_match(words, i, "thành phố");
	if (n == 0 &&
	    (words_is(words, i, "tỉnh") || words_is(words, i, "huyện") || words_is(words, i, "xã") || words_is(words, i, "phường")))
		n = 1;
	while (n > 0 && is_capital(words, i + n) && !unit_name_begins(words, i + n))
		n++;
	return n;
}

size_t unit_name_bare(const struct words *words, size_t i)
{
	size_t n = LONGEST(words, i, departments), at = i;
	if (n > 0)
		return n + place_words(words, i + n);
	if (!is_capital(words, i))
		return 0;
	while (at < words->n) {
		bool ends = words->at[at].kind == WORD_SIGN && !words_is(words, at, "-");
		if (ends && words_is(words, at, ",") && comma_goes_on(words, at))
			ends = false;
		if (ends || unit_name_verb(words, at) > 0 || (at > i && unit_name_begins(words, at)))
			break;
		if (words_is(words, at, "và") && (!is_capital(words, at + 1) || unit_name_begins(words, at + 1)))
			break;
		at++;
	}
	return at - i;
}
