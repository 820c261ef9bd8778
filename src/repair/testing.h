/* What the tests of this folder share: the model, which is a file of the tree; a tree without it has nothing to test. Included by
 * tests alone. */
#ifndef REPAIR_TESTING_H
#define REPAIR_TESTING_H

#include "base/test.h"

#include "repair/store.h"

struct testing_model {
	struct arena *arena;
	struct repair_model model;
};

/* Skips the test where there is no model. */
static inline void testing_open(struct testing_model *ret)
{
	ret->arena = arena_new();
	enum rc rc = repair_store_open(ret->arena, &ret->model);
	if (rc == RC_NOT_FOUND) {
		print_message("there is no model/vietnamese.model\n");
		arena_free(ret->arena);
		skip();
	}
	assert_rc(rc, RC_OK);
}

static inline void testing_close(struct testing_model *model)
{
	repair_store_close(&model->model);
	arena_free(model->arena);
}

#endif
