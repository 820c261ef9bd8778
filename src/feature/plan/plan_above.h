/* What a plan that comes in says against the plans that it carries out, as warnings of its reading. */
#ifndef FEATURE_PLAN_PLAN_ABOVE_H
#define FEATURE_PLAN_PLAN_ABOVE_H

#include "db/db.h"
#include "document/document.h"
#include "reading/reading.h"

/* Compares the reading with the plans that it carries out, where the unit or one above it has put them in: each is known by its
 * number and, where both tell it, its day. */
enum rc plan_above_check(struct db_conn *db, struct arena *arena, int64_t plan_id, int64_t unit_id,
                         const struct document *document, struct reading *reading) MUST_USE;

#endif
