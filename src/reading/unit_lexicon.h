/* The words of the grammar of unit names (unit_name.h): tables and nothing else. */
#ifndef READING_UNIT_LEXICON_H
#define READING_UNIT_LEXICON_H

#include "reading/words.h"

/* What a head is: the meaning of the rows of unit_lexicon_heads. */
enum unit_lexicon_head {
	HEAD_AGENCY = 1, /* "Sở", "Trung tâm": its functions follow */
	HEAD_WHOLE,      /* "Tỉnh ủy", "Ban Giám hiệu": a name by itself; a place may follow */
	HEAD_POST,       /* "Hiệu trưởng", "Lãnh đạo": whom it heads may follow */
	HEAD_PERSON,     /* "đồng chí", "bà": a person's name follows */
	HEAD_GROUP,      /* "các", "toàn thể": a group */
	HEAD_NOT,        /* begins like a head but is none: "tổ chức", "báo cáo" */
};

struct unit_lexicon_meanings {
	const struct words_phrase *at;
	size_t n;
};

struct unit_lexicon_phrases {
	const char *const *at;
	size_t n;
};

/* What names begin with. */
extern const struct unit_lexicon_meanings unit_lexicon_heads;

/* Heads in capitals only: "SNV", "VP UBND", "CB, GV, NV". */
extern const struct unit_lexicon_meanings unit_lexicon_shorts;

/* Nouns of which groups are made: "các sở, ban, ngành", "cơ quan, đơn vị". */
extern const struct unit_lexicon_phrases unit_lexicon_group_nouns;

/* Verbs and other words that cannot stand inside a name; what a unit does begins with them. Those that mean 1 end a name in
 * capitals too; those that mean 2 may say, right behind a head, what the unit is for ("phòng kiểm soát …"). */
extern const struct unit_lexicon_meanings unit_lexicon_verbs;

/* Words that look like verbs but belong to the name they stand in. */
extern const struct unit_lexicon_phrases unit_lexicon_compounds;

/* Parts of names with a comma where no "và" behind it shows that the name goes on. */
extern const struct unit_lexicon_phrases unit_lexicon_comma_names;

/* Departments, ministries and the like without their head, as Nghị định 150/2025/NĐ-CP and the ones before it name them. */
extern const struct unit_lexicon_phrases unit_lexicon_departments;

/* What leads from a name to the body that it belongs to. */
extern const struct unit_lexicon_phrases unit_lexicon_links;

/* People of whom groups are made: "cán bộ, công chức". */
extern const struct unit_lexicon_phrases unit_lexicon_people;

/* Bodies whose name may say what they are about: "Ban Chỉ đạo … về …". */
extern const struct unit_lexicon_phrases unit_lexicon_boards;

/* Places of which there are many, so that "các" before them goes on with a name: "Trạm Y tế các xã, phường". */
extern const struct unit_lexicon_phrases unit_lexicon_places;

/* Words behind which a number belongs to a name: "khu vực 8". */
extern const struct unit_lexicon_phrases unit_lexicon_number_hosts;

/* Of the words of one syllable among the verbs, those that no syllable of a name is. */
extern const struct unit_lexicon_phrases unit_lexicon_little_words;

/* Words in lower case that names are known to go on with: a name with another one may have run on too far. */
extern const struct unit_lexicon_phrases unit_lexicon_tails;

#endif
