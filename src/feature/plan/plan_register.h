/* What a plan that comes in says against the register of units, as a warning of its reading. */
#ifndef FEATURE_PLAN_PLAN_REGISTER_H
#define FEATURE_PLAN_PLAN_REGISTER_H

#include "db/db.h"
#include "reading/reading.h"

/* Names the units that tasks are given to and that the register does not have, though it has others of the kind. */
enum rc plan_register_check(struct db_conn *db, struct arena *arena, int64_t unit_id, struct reading *reading) MUST_USE;

#endif
