#include "reading/unit_sureness.h"

#include "reading/unit_head.h"
#include "reading/unit_lexicon.h"
#include "reading/unit_name.h"
#include "reading/words.h"

#define LONGEST(words, i, table) words_longest((words), (i), unit_lexicon_##table.at, unit_lexicon_##table.n)

enum { SURE = 95, DOUBTFUL = 80, BROKEN = 70, MOST_WORDS = 16, MOST_RUN = 5, MOST_RUN_OF_POST = 3 };

static size_t larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

/* How many words from word `i` on are ones that names are known to have; 0 where it is another. */
static size_t known_words(const struct words *words, size_t i)
{
	size_t n = larger(LONGEST(words, i, tails), LONGEST(words, i, group_nouns));
	n = larger(n, larger(LONGEST(words, i, compounds), LONGEST(words, i, links)));
	n = larger(n, larger(LONGEST(words, i, places), LONGEST(words, i, people)));
	return larger(n, larger(LONGEST(words, i, departments), LONGEST(words, i, comma_names)));
}

/* The longest run of words in lower case that are not known, but for the syllables that a capital begins. */
static size_t longest_run(const struct words *words)
{
	size_t longest = 0, run = 0;
	for (size_t i = 0; i < words->n;) {
		size_t n = known_words(words, i);
		if (n > 0 || words->at[i].capital || words->at[i].kind != WORD_LETTERS) {
			run = 0;
			i += n > 0 ? n : 1;
			continue;
		}
		run++;
		i++;
		longest = larger(longest, run);
	}
	return longest;
}

static bool ends_open(const struct words *words)
{
	static const char *const joints[] = {"và", "-", "của", "thuộc", "các", "&", "/", ",", "(", "trên", "cấp"};
	if (words->n > 1 && words_match(words, words->n - 2, "trực thuộc") > 0)
		return false;
	return words_longest(words, words->n - 1, joints, sizeof joints / sizeof joints[0]) > 0;
}

static bool has_open_bracket(const struct words *words)
{
	size_t open = 0, closed = 0;
	for (size_t i = 0; i < words->n; i++) {
		open += words_is(words, i, "(");
		closed += words_is(words, i, ")");
	}
	return open != closed;
}

/* Whether a second unit follows the first with nothing between, and is none that the first can be part of: "Vụ Tổ chức cán bộ
 * Công đoàn Bộ", "Sở Y tế Sở Tài chính"; but "Văn phòng Sở Y tế", "Trưởng Phòng Nội vụ". */
static bool has_second_unit(const struct words *words)
{
	static const char *const never_inner[] = {"công đoàn", "đoàn thanh niên", "ban giám hiệu", "ban giám đốc"};
	static const char *const rooms[] = {"phòng", "tổ", "khoa", "vụ", "sở"};
	static const char *const outer[] = {"trưởng",    "phó",       "lãnh đạo", "chi bộ",  "công đoàn", "đoàn",
	                                    "văn phòng", "thanh tra", "đảng ủy",  "đảng bộ", "giám đốc",  "chủ tịch",
	                                    "chi đoàn",  "hội",       "ban",      "các"};
	bool may_hold = words_longest(words, 0, outer, sizeof outer / sizeof outer[0]) > 0;
	for (size_t i = 1; i + 1 < words->n; i++) {
		bool led = words->at[i - 1].kind != WORD_LETTERS || words_is(words, i - 1, "và") || words_is(words, i - 1, "của") ||
		           words_is(words, i - 1, "thuộc");
		size_t n = words_longest(words, i, never_inner, sizeof never_inner / sizeof never_inner[0]);
		n = n > 0 || may_hold ? n : words_longest(words, i, rooms, sizeof rooms / sizeof rooms[0]);
		/* "Sở Khoa học": what names a room is followed by a name of its own */
		if (n > 0 && !led && unit_head_is_proper(words, i) && (n > 1 || unit_head_is_proper(words, i + n)))
			return true;
	}
	return false;
}

/* Whether words of another kind follow the name: "Sở Nội vụ Họp báo", "các xã, phường Xe loa"; but "Sở Nội vụ Vĩnh Mẫu". */
static bool has_foreign_words(const struct words *words)
{
	/* what a unit manages or unites goes on its name: "Ban Quản lý Khu kinh tế" */
	static const char *const care[] = {"quản lý",  "xúc tiến", "liên hiệp", "phát triển", "hỗ trợ",  "tư vấn",
	                                   "kiểm tra", "dịch vụ",  "khai thác", "bảo vệ",     "phục vụ", "ứng dụng"};
	bool named = false; /* a capital or a comma behind the head: the name could end here */
	for (size_t i = 1; i + 1 < words->n; i++) {
		bool could_end = named;
		named = named || words->at[i].capital || words_is(words, i, ",");
		bool begins =
		    could_end && unit_head_is_proper(words, i) && words->at[i - 1].kind == WORD_LETTERS && !words->at[i - 1].capital;
		bool cared = i >= 2 && words_longest(words, i - 2, care, sizeof care / sizeof care[0]) == 2;
		bool common = words->at[i + 1].kind == WORD_LETTERS && !words->at[i + 1].capital;
		size_t heads = 0;
		if (begins && common && !cared && !words_is(words, i - 1, "và") && known_words(words, i) == 0 &&
		    unit_head_at(words, i, &heads) == 0)
			return true;
	}
	return false;
}

uint8_t unit_sureness_of(struct arena *arena, struct str name)
{
	struct words words = words_of(arena, name);
	if (words.n == 0 || ends_open(&words) || has_open_bracket(&words))
		return BROKEN;
	/* a group's name is all lower case: each word of it should be known; a body's has syllables behind its capitals */
	bool group =
	    words_longest(&words, 0, unit_lexicon_group_nouns.at, unit_lexicon_group_nouns.n) > 0 || words_is(&words, 0, "các");
	size_t most = unit_name_is_body(&words, 0) ? MOST_RUN : group ? 1 : MOST_RUN_OF_POST;
	if (words.n > MOST_WORDS || has_second_unit(&words) || has_foreign_words(&words) || longest_run(&words) > most ||
	    unit_name_at(&words, 0) != words.n)
		return DOUBTFUL;
	return SURE;
}
