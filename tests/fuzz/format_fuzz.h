/* What the targets of packed forms share: the input is the files inside, with a zero byte between two, or, where it begins as an
 * archive does, the archive itself. What comes back keeps what document.h promises: document_store_read() checks it. */
#ifndef TESTS_FUZZ_FORMAT_FUZZ_H
#define TESTS_FUZZ_FORMAT_FUZZ_H

#include <stdint.h>
#include <stdlib.h>

#include <zip.h>

#include "document/document_store.h"
#include "format/format.h"

static inline void format_fuzz_require(bool holds)
{
	if (!holds)
		abort();
}

static inline void format_fuzz_read(struct arena *arena, const struct format *format, struct str bytes)
{
	const struct format_input input = {.bytes = bytes, .max_pages = 100, .seconds_a_page = 60};
	struct document document = {0}, again;
	struct message problem = {0};
	struct str stored;
	enum rc rc = format->read(arena, &input, &document, &problem);
	format_fuzz_require(rc == RC_OK || problem.id != NULL);
	format_fuzz_require(rc == RC_OK || rc == RC_INVALID || rc == RC_LIMIT || (rc == RC_UNSUPPORTED && format->draw_page != NULL));
	if (rc != RC_OK)
		return;
	format_fuzz_require(document_store_write(arena, &document, &stored) == RC_OK);
	format_fuzz_require(document_store_read(arena, stored, &again) == RC_OK);
}

/* An archive whose files have the names, up to a NULL, and the pieces of `data` as their content. */
static inline struct str format_fuzz_pack(struct arena *arena, const char *const *names, struct str data)
{
	zip_error_t error;
	zip_stat_t info;
	zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &error);
	zip_source_keep(target);
	zip_t *archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
	struct str rest = data, piece;
	for (size_t i = 0; names[i] != NULL && str_split(&rest, '\0', &piece); i++) {
		zip_source_t *source = zip_source_buffer(archive, piece.ptr, piece.len, 0);
		zip_int64_t index = zip_file_add(archive, names[i], source, ZIP_FL_ENC_UTF_8);
		format_fuzz_require(index >= 0 && zip_set_file_compression(archive, (zip_uint64_t)index, ZIP_CM_STORE, 0) == 0);
	}
	format_fuzz_require(zip_close(archive) == 0);
	struct str packed = {0};
	if (zip_source_open(target) == 0 && zip_source_stat(target, &info) == 0) {
		char *bytes = arena_alloc(arena, (size_t)info.size + 1);
		packed = (struct str){bytes, (size_t)zip_source_read(target, bytes, info.size)};
		zip_source_close(target);
	}
	zip_source_free(target);
	return packed;
}

static inline int format_fuzz_run(const struct format *format, const char *const *names, const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct str bytes = {(const char *)data, size};
	bool packed = str_has_prefix(bytes, STR("PK\x03\x04"));
	if (size > 0)
		format_fuzz_read(arena, format, packed ? bytes : format_fuzz_pack(arena, names, bytes));
	arena_free(arena);
	return 0;
}

#endif
