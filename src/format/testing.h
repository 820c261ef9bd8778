/* What the tests of this folder share: archives made in memory, a form read, what it gave. Included by tests alone. */
#ifndef FORMAT_TESTING_H
#define FORMAT_TESTING_H

#include "base/test.h"

#include <zip.h>

#include "base/buf.h"
#include "document/document.h"
#include "format/format.h"

struct testing_file {
	const char *name;
	struct str content;
};

/* A ZIP archive of the files. */
static inline struct str testing_zip(struct arena *arena, const struct testing_file *files, size_t n)
{
	zip_error_t error;
	zip_stat_t info;
	zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &error);
	assert_non_null(target);
	zip_source_keep(target);
	zip_t *archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
	assert_non_null(archive);
	for (size_t i = 0; i < n; i++) {
		zip_source_t *source = zip_source_buffer(archive, files[i].content.ptr, files[i].content.len, 0);
		assert_true(zip_file_add(archive, files[i].name, source, ZIP_FL_ENC_UTF_8) >= 0);
	}
	assert_int_equal(zip_close(archive), 0);
	assert_int_equal(zip_source_open(target), 0);
	assert_int_equal(zip_source_stat(target, &info), 0);
	char *bytes = arena_alloc(arena, (size_t)info.size);
	assert_int_equal(zip_source_read(target, bytes, info.size), info.size);
	zip_source_close(target);
	zip_source_free(target);
	return (struct str){bytes, (size_t)info.size};
}

static inline enum rc testing_read(struct arena *arena, const struct format *format, struct str bytes, struct document *ret,
                                   struct message *ret_problem)
{
	const struct format_input input = {.bytes = bytes, .max_pages = 100, .seconds_a_page = 60};
	return format->read(arena, &input, ret, ret_problem);
}

/* What was read, one block a line: a row as "a | b | c", with "[2x3]" after a cell that covers several columns or rows and "/"
 * where a paragraph ends in it; "* " before what is emphasised, a line of "--" before a new page. */
static inline struct str testing_dump(struct arena *arena, const struct document *document)
{
	enum { MAX = 1024 * 1024 };
	struct buf out;
	buf_init(&out, arena, MAX);
	for (size_t i = 0; i < document->blocks.n; i++) {
		const struct document_block *block = &document->blocks.at[i];
		buf_add(&out, block->page_before ? STR("--\n") : STR(""));
		buf_add(&out, block->emphasised ? STR("* ") : STR(""));
		if (block->kind == DOCUMENT_LINE)
			buf_add(&out, document_span_text(document, block->span));
		for (uint32_t c = 0; c < block->n_cells; c++) {
			const struct document_cell *cell = &block->cells[c];
			struct str rest = document_span_text(document, cell->span);
			buf_add(&out, c > 0 ? STR(" | ") : STR(""));
			for (size_t at; (at = str_find(rest, STR(DOCUMENT_PARAGRAPH_END), 0)) != SIZE_MAX; rest = str_from(rest, at + 3)) {
				buf_add(&out, str_part(rest, 0, at));
				buf_add_char(&out, '/');
			}
			buf_add(&out, rest);
			if (cell->n_columns > 1 || cell->n_rows > 1)
				buf_add_format(&out, "[%ux%u]", cell->n_columns, cell->n_rows);
		}
		buf_add_char(&out, '\n');
	}
	return buf_str(&out);
}

#endif
