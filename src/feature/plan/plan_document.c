#include "feature/plan/plan_document.h"

#include "app/settings.h"
#include "base/log.h"
#include "document/document_store.h"
#include "feature/plan/plan.h"
#include "sys/file.h"
#include "sys/file_prune.h"

enum { MODE = 0600, MAX_PICTURE_BYTES = 64 * 1024 * 1024 };

enum rc plan_document_reader(const struct app *app, struct db_conn *db, struct arena *arena, struct file_reader *ret)
{
	int64_t megabytes, seconds, pages;
	TRY(settings_get(db, "reader.memory_megabytes", &megabytes));
	TRY(settings_get(db, "reader.page_seconds", &seconds));
	TRY(settings_get(db, "reader.max_pages", &pages));
	*ret = (struct file_reader){
	    .temporary_folder = str_cstr(arena, str_format(arena, "%s/tmp", app->data_dir)),
	    .memory_megabytes = (uint32_t)megabytes,
	    .page_seconds = (uint32_t)seconds,
	    .max_pages = (uint32_t)pages,
	};
	return RC_OK;
}

/* The folder of what is derived from an original. */
static const char *folder_of(const struct app *app, struct arena *arena, struct str sha256)
{
	return str_cstr(arena, str_format(arena, "%s/documents/%.2s", app->data_dir, sha256.ptr));
}

static const char *document_path(const struct app *app, struct arena *arena, struct str sha256)
{
	return str_cstr(arena, str_format(arena, "%s/%.*s.document", folder_of(app, arena, sha256), STR_ARG(sha256)));
}

enum rc plan_document_keep(const struct app *app, struct arena *arena, struct str sha256, const struct document *document)
{
	struct str bytes;
	enum rc rc = document_store_write(arena, document, &bytes);
	if (rc == RC_LIMIT) /* pages cannot be shown; all else can */
		return RC_OK;
	TRY(rc);
	TRY(file_make_folder(folder_of(app, arena, sha256)));
	return file_write_whole(document_path(app, arena, sha256), bytes, MODE);
}

enum rc plan_document_find(const struct app *app, struct arena *arena, struct str sha256, struct document *ret)
{
	struct str bytes;
	enum rc rc = file_read(arena, document_path(app, arena, sha256), DOCUMENT_STORE_MAX_BYTES, &bytes);
	if (rc == RC_LIMIT)
		return RC_NOT_FOUND;
	TRY(rc);
	/* spoilt, or kept by another version */
	return document_store_read(arena, bytes, ret) == RC_OK ? RC_OK : RC_NOT_FOUND;
}

enum rc plan_document_draw(const struct app *app, const struct file_reader *reader, struct arena *arena, struct str sha256,
                           uint32_t page, uint32_t width, struct str *ret_png, struct message *ret_problem)
{
	const char *folder = folder_of(app, arena, sha256);
	const char *path = str_cstr(arena, str_format(arena, "%s/%.*s-%u-%u.png", folder, STR_ARG(sha256), page, width));
	enum rc rc = file_read(arena, path, MAX_PICTURE_BYTES, ret_png);
	if (rc == RC_OK)
		file_prune_note_use(path);
	if (rc != RC_NOT_FOUND)
		return rc;
	rc = file_reader_draw(arena, reader, plan_original_path(app, arena, sha256), page, width, ret_png, ret_problem);
	if (rc != RC_OK)
		return rc;
	TRY(file_make_folder(folder));
	return file_write_whole(path, *ret_png, MODE);
}

enum rc plan_document_prune(const struct app *app, struct arena *arena, int64_t megabytes)
{
	enum { MEGABYTE = 1024 * 1024 };
	uint32_t removed;
	const char *folder = str_cstr(arena, str_format(arena, "%s/documents", app->data_dir));
	return file_prune(arena, folder, STR(".png"), megabytes * MEGABYTE, &removed);
}
