#include "reading/unit_group.h"

#include "reading/unit_head.h"
#include "reading/unit_joint.h"
#include "reading/unit_name.h"

#define MATCH(words, i, table, ret) words_match_any((words), (i), unit_lexicon_##table.at, unit_lexicon_##table.n, (ret))
#define LONGEST(words, i, table)    words_longest((words), (i), unit_lexicon_##table.at, unit_lexicon_##table.n)

bool unit_group_is_which(const struct words *words, size_t at)
{
	static const char *const duties[] = {"có trách nhiệm", "có nhiệm vụ", "có kế hoạch",  "có văn bản",  "có báo cáo",
	                                     "có ý kiến",      "có thể",      "có hình thức", "có biện pháp"};
	return words_is(words, at, "có") && unit_head_is_letters(words, at + 1) && !words->at[at + 1].capital &&
	       words_longest(words, at, duties, sizeof duties / sizeof duties[0]) == 0;
}

/* "Các trường học, trạm y tế": schools and what cares for health are two kinds of bodies, however small their letters. */
static bool is_other_institution(const struct words *words, size_t at)
{
	static const char *const schools[] = {"trường học", "trường mầm non", "nhà trường", "cơ sở giáo dục", "trường"};
	static const char *const care[] = {"trạm y tế", "cơ sở y tế", "bệnh viện", "trung tâm y tế"};
	bool cares = words_longest(words, at + 1, care, sizeof care / sizeof care[0]) > 0;
	bool teaches = words_longest(words, at + 1, schools, sizeof schools / sizeof schools[0]) > 0;
	for (size_t n = 1; n <= 3 && n <= at && (cares || teaches); n++)
		if (cares ? words_longest(words, at - n, schools, sizeof schools / sizeof schools[0]) == n
		          : words_longest(words, at - n, care, sizeof care / sizeof care[0]) == n)
			return true;
	return false;
}

/* A comma or "và" inside the name of a group: how many words go on with it; 0 where another name begins. */
static size_t group_joint(const struct words *words, size_t at)
{
	size_t next = at + 1, noun = unit_head_group_noun(words, next), head = 0;
	bool capital = unit_head_is_proper(words, next), begins = unit_head_at(words, next, &head) != 0;
	bool named = head > noun || (unit_head_is_proper(words, next + noun) && !words_is(words, next + noun, ","));
	bool agency = capital && begins && (noun == 0 || named);
	static const char *const levels[] = {"thcs", "thpt", "tiểu học", "mầm non", "trung học cơ sở", "trung học phổ thông"};
	size_t level = words_longest(words, next, levels, sizeof levels / sizeof levels[0]);
	if (level > 0)
		return 1 + level;
	if (unit_head_at(words, next, &head) == HEAD_POST && head > noun && noun > 0) /* "các chi bộ, tổ trưởng" */
		return 0;
	if (is_other_institution(words, at))
		return 0;
	if (agency || words_is(words, next, "các") || words_is(words, next, "toàn") || !unit_head_is_letters(words, next))
		return 0;
	if (noun > 0)
		return 1 + noun;
	return unit_head_verb(words, next) > 0 || begins || capital ? 0 : 1;
}

/* "các khoa đào tạo;": what the units of a group are for, behind which nothing follows that they would do. */
static bool is_purpose(const struct words *words, size_t at)
{
	size_t n = 0;
	const struct words_phrase *verb = MATCH(words, at, verbs, &n);
	bool noun = at > 0 && (unit_head_group_noun(words, at - 1) == 1 || (at > 1 && unit_head_group_noun(words, at - 2) == 2));
	bool last = verb != NULL && (at + n >= words->n || (words->at[at + n].kind == WORD_SIGN && !words_is(words, at + n, ":")));
	return last && verb->meaning == 2 && noun && n > 1;
}

/* "Cán bộ, công chức phụ trách CCHC": which of them. */
static bool is_charge_of_group(const struct words *words, size_t at)
{
	bool person = (at > 1 && LONGEST(words, at - 2, people) == 2) || (at > 2 && LONGEST(words, at - 3, people) == 3);
	return person && words_match(words, at, "phụ trách") > 0 && unit_head_is_letters(words, at + 2) &&
	       unit_head_verb(words, at + 2) == 0;
}

/* "chính trị - xã hội", "khoa/phòng" */
static size_t sign_step(const struct words *words, size_t at)
{
	size_t noun = unit_head_group_noun(words, at + 1);
	if (words_is(words, at, "/"))
		return !words->at[at].space_before && noun > 0 ? 1 + noun : 0;
	return unit_head_is_letters(words, at + 1) && !unit_name_begins(words, at + 1) && unit_head_verb(words, at + 1) == 0 ? 1 : 0;
}

/* How many words of the name of a group stand at word `at`. `linked`: the word before is "của", "thuộc" or the like. */
static size_t group_step(const struct words *words, size_t at, bool linked)
{
	if (words_is(words, at, ",") || unit_head_is_and(words, at))
		return unit_joint_number(words, at) > 0 ? unit_joint_number(words, at) : group_joint(words, at);
	size_t n = unit_head_verb(words, at) == 0 ? LONGEST(words, at, compounds) : 0;
	n = n > 0 ? n : LONGEST(words, at, links);
	n = n > 0 ? n : unit_joint_abbreviation(words, at);
	if (n > 0)
		return n;
	if (words_is(words, at, "-") || words_is(words, at, "/"))
		return sign_step(words, at);
	if (unit_group_is_which(words, at))
		return 1;
	if (is_purpose(words, at) || is_charge_of_group(words, at))
		return unit_head_verb(words, at);
	if (words->at[at].kind == WORD_SIGN || unit_head_verb(words, at) > 0 || words_is(words, at, "các"))
		return words_match(words, at, "các cấp");
	bool other = !linked && unit_head_is_proper(words, at) && unit_name_begins(words, at);
	return other ? 0 : 1;
}

/* "các" by itself, or with no noun of units behind it, is no name. */
static bool is_bare_group(const struct words *words, size_t i, size_t n)
{
	for (size_t k = i; k < i + n; k++)
		if (unit_head_group_noun(words, k) > 0)
			return false;
	return true;
}

size_t unit_group_words(const struct words *words, size_t i, size_t head)
{
	size_t at = i + head, noun, n;
	if (words_is(words, i + head, "các"))
		at++;
	else if (unit_head_is_proper(words, at) && unit_head_at(words, at, &n) != 0) /* "Cơ quan Ủy ban Kiểm tra" */
		return head + unit_name_at(words, at);
	noun = unit_head_group_noun(words, at);
	at += noun;
	while (at < words->n) {
		bool linked = words_is(words, at - 1, "thuộc") || words_is(words, at - 1, "của") || words_is(words, at - 1, "bàn");
		n = group_step(words, at, linked);
		if (n == 0)
			break;
		at += n;
	}
	return is_bare_group(words, i, at - i) ? 0 : at - i;
}
