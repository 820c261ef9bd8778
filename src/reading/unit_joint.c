#include "reading/unit_joint.h"

#include "reading/unit_name.h"

#define LONGEST(words, i, table) words_longest((words), (i), unit_lexicon_##table.at, unit_lexicon_##table.n)

/* "(VCCI)": the length of a bracket with an abbreviation of what stands before it. */
size_t unit_joint_abbreviation(const struct words *words, size_t i)
{
	bool is = words_is(words, i, "(") && i + 1 < words->n && words->at[i + 1].all_capitals && words_is(words, i + 2, ")");
	return is ? 3 : 0;
}

/* "(Phòng Ngân sách)": the length of a bracket that holds one name, a part of the body before it, and nothing else. */
static size_t inner_unit(const struct words *words, size_t i)
{
	size_t n = words_is(words, i, "(") && unit_name_is_body(words, i + 1) ? unit_name_at(words, i + 1) : 0;
	return n > 0 && words_is(words, i + 1 + n, ")") ? n + 2 : 0;
}

/* A comma inside a phrase that names are known to have: how many words of the phrase stand from it on; 0 for no such comma. */
size_t unit_joint_known_comma(const struct words *words, size_t comma)
{
	for (size_t back = 1; back <= 3 && back <= comma; back++) {
		size_t n = LONGEST(words, comma - back, comma_names);
		if (n > back)
			return n - back;
	}
	return 0;
}

/* After a comma inside a name of an agency: whether "A, B và C" goes on, with no head among them. */
bool unit_joint_comma_goes_on(const struct words *words, size_t comma)
{
	if (unit_joint_known_comma(words, comma) > 0)
		return true;
	if (!unit_head_is_capital(words, comma + 1) || unit_name_begins(words, comma + 1))
		return false;
	for (size_t i = comma + 1; i < words->n && i < comma + 14; i++) {
		if (words_is(words, i, "và") || words_is(words, i, "&"))
			return unit_head_is_capital(words, i + 1) && !unit_name_begins(words, i + 1);
		if (words_is(words, i, ",") ? unit_name_begins(words, i + 1)
		                            : !unit_head_is_letters(words, i) && !words_is(words, i, "-"))
			return false;
		if (unit_head_verb(words, i) > 0 || (i > comma + 1 && unit_name_begins(words, i) && words->at[i].capital))
			return false;
	}
	return false;
}

/* "Hành chính - Kế toán", "Hành chính-Quản trị": a dash inside a name, not a bullet before the next. */
static bool dash_goes_on(const struct words *words, size_t dash)
{
	size_t n;
	if (!unit_head_is_letters(words, dash + 1) || unit_head_verb(words, dash + 1) > 0)
		return false;
	bool tight = !words->at[dash].space_before;
	return (tight || unit_head_is_capital(words, dash + 1)) &&
	       (tight || unit_head_at(words, dash + 1, &n) == 0 || unit_head_at(words, dash + 1, &n) == HEAD_POST);
}

/* "các khu công nghiệp", "các công trình": what a unit is for, not a group of units. */
bool unit_joint_is_many_things(const struct words *words, size_t i)
{
	size_t n;
	return words_is(words, i, "các") && unit_head_is_letters(words, i + 1) && unit_head_group_noun(words, i + 1) == 0 &&
	       unit_head_at(words, i + 1, &n) == 0 && unit_head_verb(words, i + 1) == 0;
}

/* "và" inside a name ("Khoa học và Công nghệ"), not between names: how many words go on with the name; 0 where it ends. */
size_t unit_joint_and(const struct words *words, size_t at, enum unit_lexicon_head kind)
{
	size_t n = LONGEST(words, at + 1, comma_names);
	if (n > 0)
		return 1 + n;
	bool document = words_is(words, at + 2, "số") || words_is(words, at + 3, "số"); /* "… và Kế hoạch số 5/KH-UBND" */
	if (kind == HEAD_AGENCY && unit_joint_is_many_things(words, at + 1))
		return 2;
	if (words_is(words, at, "&") && !words->at[at].space_before && unit_head_is_capital(words, at + 1)) /* "NN&MT" */
		return 2;
	bool ends = kind == HEAD_WHOLE || unit_name_begins(words, at + 1) || unit_head_verb(words, at + 1) > 0;
	return ends || document || !unit_head_is_letters(words, at + 1) ? 0 : 1;
}

/* "Đội 1, 2 và 3", "Tổ số 4, số 5": the number of one more body of the same name behind the joint at `at`. How many words, 0
 * where the number counts what follows. */
size_t unit_joint_number(const struct words *words, size_t at)
{
	size_t number = at + 1 + words_is(words, at + 1, "số"), behind = number + 1;
	bool joint = words_is(words, at, ",") || unit_head_is_and(words, at);
	if (!joint || at == 0 || words->at[at - 1].kind != WORD_NUMBER || words_number(words, number) <= 0)
		return 0;
	bool ends = behind >= words->n || words->at[behind].kind == WORD_SIGN || unit_head_is_and(words, behind) ||
	            unit_head_verb(words, behind) > 0 || unit_head_is_capital(words, behind);
	return ends && !words_is(words, behind, "/") ? behind - at : 0;
}

/* A sign inside a name: how many words it takes; 0 where it ends the name. */
size_t unit_joint_sign(const struct words *words, size_t at)
{
	bool goes_on = false;
	if (unit_joint_number(words, at) > 0)
		return unit_joint_number(words, at);
	if (unit_joint_known_comma(words, at) > 0)
		return unit_joint_known_comma(words, at);
	if (words_is(words, at, ","))
		goes_on = unit_joint_comma_goes_on(words, at);
	else if (words_is(words, at, "-"))
		goes_on = dash_goes_on(words, at);
	else if (words_is(words, at, "/"))
		goes_on = unit_head_is_letters(words, at + 1) && !words->at[at].space_before && !unit_name_begins(words, at + 1);
	else
		return unit_joint_abbreviation(words, at) > 0 ? unit_joint_abbreviation(words, at) : inner_unit(words, at);
	return goes_on ? 1 : 0;
}
