/* What the words of a plan mean in the register: one unit, a group of units, or nothing that can be told.
 *
 * One unit: by any of its names (unit_names_list), with or without "tỉnh" and the province's name behind it, by its initials
 * ("SNV", "VP UBND tỉnh", "Sở NN&MT"), by what the plan's own body and those above it are called in their papers ("UBND tỉnh",
 * "Nhà trường"), or by the post at its head ("Giám đốc Sở Nội vụ"). A group: units of some kinds below one body ("các sở, ban,
 * ngành", "UBND các xã, phường"). A name of several units, and a group that only some belong to who are not told ("các cơ quan
 * liên quan"), mean nothing: it is never guessed. */
#ifndef FEATURE_UNIT_UNIT_MEANING_H
#define FEATURE_UNIT_UNIT_MEANING_H

#include "feature/unit/unit_names.h"

/* What meanings are looked up in, for the papers of one unit. */
struct unit_directory {
	struct unit own;
	struct unit province; /* of the own unit; id 0 where there is none above it */
	struct unit_vec above;
	struct unit_name_vec names;
};

struct unit_meaning {
	int64_t unit_id;  /* the one unit; 0 for none */
	int64_t root_id;  /* of a group: the body below which its members lie; 0 for no group */
	unsigned members; /* of a group: 1 << unit_kind of each kind that belongs to it */
};

/* RC_NOT_FOUND where there is no such unit. */
enum rc unit_meaning_open(struct db_conn *db, struct arena *arena, int64_t unit_id, struct unit_directory *ret) MUST_USE;

/* What `words` mean, as written. All zero where they mean nothing. */
struct unit_meaning unit_meaning_of(const struct unit_directory *directory, struct arena *arena, struct str words);

/* The kinds of a group as stored, "department commune", and back; what is no kind is left out. */
struct str unit_meaning_kinds_text(struct arena *arena, unsigned members);
unsigned unit_meaning_kinds_parse(struct str text);

/* Whether the register has a unit whose name begins with this word, folded: "so" of "Sở Y tế". */
bool unit_meaning_has_kind(const struct unit_directory *directory, struct arena *arena, struct str word);

#endif
