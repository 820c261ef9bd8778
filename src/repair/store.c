#include "repair/store.h"

#include "sys/file.h"

enum { MAX_MODEL = 64 * 1024 * 1024 };

enum rc repair_store_open_file(const char *path, struct repair_model *ret)
{
	struct str bytes;
	TRY(file_map(path, MAX_MODEL, &bytes));
	enum rc rc = repair_model_open(bytes, ret);
	if (rc != RC_OK)
		file_unmap(bytes);
	return rc;
}

void repair_store_close(struct repair_model *model)
{
	file_unmap(model->bytes);
}

enum rc repair_store_open(struct arena *arena, struct repair_model *ret)
{
	/* installed; then build/src/main/sauro and the programs of tests, build/src/FOLDER/x_test and build/tests/FOLDER/x */
	static const char *const places[] = {"../share/sauro", "../../model", "../model"};
	struct str folder;
	TRY(file_program_folder(arena, &folder));
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct str path = str_format(arena, "%.*s/%s/vietnamese.model", STR_ARG(folder), places[i]);
		enum rc rc = repair_store_open_file(str_cstr(arena, path), ret);
		if (rc != RC_NOT_FOUND)
			return rc;
	}
	return RC_NOT_FOUND;
}
