#include "reading/assignment_role.h"

#include "reading/unit_head.h"

enum { MAX_CHAIN = 6, MAX_LABEL_WORDS = 12 };

enum label { LABEL_NOUN, LABEL_LEAD, LABEL_COORDINATE, LABEL_PERFORM };

/* What a label is made of: "Cơ quan, đơn vị chủ trì", "CQ phối hợp", "Chủ trì thực hiện". */
static const struct words_phrase label_words[] = {{"chủ trì", LABEL_LEAD},
                                                  {"đầu mối", LABEL_LEAD},
                                                  {"chịu trách nhiệm chính", LABEL_LEAD},
                                                  {"phụ trách chính", LABEL_LEAD},
                                                  {"thực hiện chính", LABEL_LEAD},
                                                  {"phối hợp", LABEL_COORDINATE},
                                                  {"thực hiện", LABEL_PERFORM},
                                                  {"tham mưu", LABEL_PERFORM},
                                                  {"triển khai", LABEL_PERFORM},
                                                  {"phụ trách", LABEL_PERFORM},
                                                  {"phân công", LABEL_PERFORM},
                                                  {"chịu trách nhiệm", LABEL_PERFORM},
                                                  {"tham gia", LABEL_COORDINATE},
                                                  {"cơ quan", LABEL_NOUN},
                                                  {"đơn vị", LABEL_NOUN},
                                                  {"cq", LABEL_NOUN},
                                                  {"đv", LABEL_NOUN},
                                                  {"cá nhân", LABEL_NOUN},
                                                  {"bộ phận", LABEL_NOUN},
                                                  {"người", LABEL_NOUN},
                                                  {"tổ chức", LABEL_NOUN},
                                                  {"được giao", LABEL_NOUN},
                                                  {"trách nhiệm", LABEL_NOUN},
                                                  {",", LABEL_NOUN},
                                                  {"và", LABEL_NOUN},
                                                  {"với", LABEL_NOUN},
                                                  {"/", LABEL_NOUN}};

static const struct words_phrase lead_verbs[] = {{"chủ trì", 0},
                                                 {"làm đầu mối", 0},
                                                 {"là đầu mối", 0},
                                                 {"đầu mối", 0},
                                                 {"là cơ quan chủ trì", 0},
                                                 {"là đơn vị chủ trì", 0},
                                                 {"là cơ quan đầu mối", 0},
                                                 {"là đơn vị đầu mối", 0},
                                                 {"là đơn vị chủ trì , phối hợp", 0},
                                                 {"là cơ quan thường trực , chủ trì", 0},
                                                 {"đóng vai trò chủ trì", 0},
                                                 {"được giao chủ trì", 0},
                                                 {"có trách nhiệm chủ trì", 0},
                                                 {"chịu trách nhiệm chủ trì", 0},
                                                 {"chịu trách nhiệm chính", 0}};

static const struct words_phrase coordinate_verbs[] = {{"phối hợp", 0},
                                                       {"phối hợp với", 0},
                                                       {"phối hợp cùng", 0},
                                                       {"phối hợp cùng với", 0},
                                                       {"phối hợp chặt chẽ với", 0},
                                                       {"phối hợp chặt chẽ", 0},
                                                       {"phối hợp chặt chẽ cùng", 0},
                                                       {"cùng phối hợp", 0},
                                                       {"cùng phối hợp với", 0},
                                                       {"có trách nhiệm phối hợp", 0},
                                                       {"có trách nhiệm phối hợp với", 0},
                                                       {"và phối hợp với", 0},
                                                       {"phối hợp đồng bộ với", 0},
                                                       {"là cơ quan phối hợp", 0},
                                                       {"là đơn vị phối hợp", 0},
                                                       {"phối hợp :", 0},
                                                       {"phối hợp và", 0}};

#define MATCH(words, i, table, n) words_match_any((words), (i), (table), sizeof(table) / sizeof(table)[0], (n))

/* "Đơn vị chủ trì:", "CQ phối hợp:" at word `i`: how many words, with the colon; 0 for no label. */
size_t assignment_role_label(const struct words *words, size_t i, enum reading_role *ret_role)
{
	static const enum reading_role roles[] = {
	    [LABEL_LEAD] = READING_LEAD, [LABEL_COORDINATE] = READING_COORDINATE, [LABEL_PERFORM] = READING_PERFORM};
	enum label label = LABEL_NOUN;
	size_t at = i, n = 0;
	while (at < i + MAX_LABEL_WORDS && !words_is(words, at, ":")) {
		const struct words_phrase *word = MATCH(words, at, label_words, &n);
		if (word == NULL || (at == i && words->at[i].kind == WORD_SIGN))
			return 0;
		if (label == LABEL_NOUN)
			label = (enum label)word->meaning;
		at += n;
	}
	if (label == LABEL_NOUN || !words_is(words, at, ":"))
		return 0;
	*ret_role = roles[label];
	return at + 1 - i;
}

/* "(theo phân công)" behind a unit. */
size_t assignment_role_bracket(const struct words *words, size_t i)
{
	if (!words_is(words, i, "("))
		return 0;
	for (size_t k = i + 1; k < words->n && k < i + 40; k++)
		if (words_is(words, k, ")"))
			return k + 1 - i;
	return 0;
}

static bool bracket_has(const struct words *words, size_t i, size_t n, const char *keys)
{
	for (size_t k = i; k < i + n; k++)
		if (words_match(words, k, keys) > 0)
			return true;
	return false;
}

/* Whether the bracket of `n` words at `i` tells a role: "(chủ trì)", "(cơ quan phối hợp)". */
bool assignment_role_in_bracket(const struct words *words, size_t i, size_t n, enum reading_role *ret_role)
{
	if (bracket_has(words, i, n, "chủ trì") || bracket_has(words, i, n, "đầu mối"))
		*ret_role = READING_LEAD;
	else if (bracket_has(words, i, n, "phối hợp"))
		*ret_role = READING_COORDINATE;
	else
		return false;
	return true;
}

/* Where a unit's chain of verbs ("tham gia, phối hợp, cung cấp") has one of these: the word behind it; 0 where it has none. */
static size_t chain_has(const struct words *words, size_t i, const struct words_phrase *verbs, size_t n_verbs)
{
	for (size_t steps = 0; steps < MAX_CHAIN; steps++) {
		size_t n = 0;
		if (words_match_any(words, i, verbs, n_verbs, &n) != NULL)
			return i + n;
		n = unit_head_verb(words, i);
		if (n == 0 || !words_is(words, i + n, ","))
			return 0;
		i += n + 1;
	}
	return 0;
}

size_t assignment_role_leads(const struct words *words, size_t i)
{
	return chain_has(words, i, lead_verbs, sizeof lead_verbs / sizeof lead_verbs[0]);
}

size_t assignment_role_coordinates(const struct words *words, size_t i)
{
	return chain_has(words, i, coordinate_verbs, sizeof coordinate_verbs / sizeof coordinate_verbs[0]);
}

size_t assignment_role_lead_verb(const struct words *words, size_t i)
{
	size_t n = 0;
	return MATCH(words, i, lead_verbs, &n) != NULL ? n : 0;
}

size_t assignment_role_coordinate_verb(const struct words *words, size_t i)
{
	size_t n = 0;
	return MATCH(words, i, coordinate_verbs, &n) != NULL ? n : 0;
}
