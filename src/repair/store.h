/* Where the model lies: model/vietnamese.model of the tree, which the build copies to build/model and the installation to
 * PREFIX/share/sauro. The program looks from its own folder, so that neither needs a setting. */
#ifndef REPAIR_STORE_H
#define REPAIR_STORE_H

#include "base/arena.h"
#include "repair/model.h"

/* The model, mapped until repair_store_close(). RC_NOT_FOUND where it is in none of its places. */
enum rc repair_store_open(struct arena *arena, struct repair_model *ret) MUST_USE;
void repair_store_close(struct repair_model *model);

/* The same from a given file. */
enum rc repair_store_open_file(const char *path, struct repair_model *ret) MUST_USE;

#endif
