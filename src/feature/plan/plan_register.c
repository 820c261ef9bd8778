#include "feature/plan/plan_register.h"

#include "base/buf.h"
#include "feature/task/task.h"
#include "reading/checks.h"
#include "viet/fold.h"

/* The first word of a name, folded: "so" of "Sở Y tế". */
static struct str first_word(struct arena *arena, struct str name)
{
	struct str folded = viet_fold(arena, name);
	size_t end = str_find(folded, STR(" "), 0);
	return end == SIZE_MAX ? folded : str_part(folded, 0, end);
}

static bool is_told(struct arena *arena, const struct str_vec *told, struct str key)
{
	for (size_t i = 0; i < told->n; i++)
		if (str_eq(viet_fold(arena, told->at[i]), key))
			return true;
	return false;
}

/* Whether a name means no unit of the register, though it should: it is one body's, of a kind that the register has. */
static bool is_unknown(const struct unit_directory *directory, struct arena *arena, const struct reading_assignment *given)
{
	enum { SURE = 90 };
	struct str word = first_word(arena, given->unit);
	if (given->confidence < SURE || str_eq(word, STR("cac")) || word.len == given->unit.len ||
	    !unit_meaning_has_kind(directory, arena, word))
		return false;
	struct unit_meaning meaning = unit_meaning_of(directory, arena, given->unit);
	return meaning.unit_id == 0 && meaning.root_id == 0;
}

static void tell_unknown(struct arena *arena, const struct str_vec *told, struct document_span first, struct reading *reading)
{
	enum { MOST_BYTES = 4000 };
	struct buf names;
	buf_init(&names, arena, MOST_BYTES);
	for (size_t i = 0; i < told->n; i++)
		buf_add_format(&names, "%s“%.*s”", i > 0 ? ", " : "", STR_ARG(told->at[i]));
	struct reading_warning warning = {
	    .defect = READING_UNKNOWN_UNIT,
	    .span = first,
	    .message = {.id =
	                    MSG("Not in the register of units: {1}. Correct the name in the task, or add the unit to the register."),
	                .args = {buf_str(&names)}}};
	if (told->n > 0 && reading->warnings.n < CHECKS_MAX_WARNINGS)
		VEC_PUSH(arena, &reading->warnings, warning);
}

enum rc plan_register_check(struct db_conn *db, struct arena *arena, int64_t unit_id, struct reading *reading)
{
	struct unit_directory directory;
	struct str_vec told = {0};
	struct document_span first = {0};
	TRY(unit_meaning_open(db, arena, unit_id, &directory));
	for (size_t i = 0; i < reading->tasks.n; i++)
		for (size_t k = 0; k < reading->tasks.at[i].parts.n; k++) {
			const struct reading_assignment_vec *all = &reading->tasks.at[i].parts.at[k].assignments;
			for (size_t a = 0; a < all->n; a++) {
				if (!is_unknown(&directory, arena, &all->at[a]) || is_told(arena, &told, viet_fold(arena, all->at[a].unit)))
					continue;
				first = told.n == 0 ? all->at[a].span : first;
				VEC_PUSH(arena, &told, all->at[a].unit);
			}
		}
	tell_unknown(arena, &told, first, reading);
	return RC_OK;
}
