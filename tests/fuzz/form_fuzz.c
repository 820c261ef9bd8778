/* Forms from outside. The first line is the Content-Type, a byte behind it the size of the pieces, the rest the body. It is read
 * twice, whole and in pieces: both must end alike and with the same fields, and within the limits. */
#include <stdlib.h>
#include <string.h>

#include "http/http_form.h"

enum { MAX_BYTES = 4096, MAX_FIELDS = 20, MAX_UPLOAD = 2048, MAX_UPLOADS = 3 };

static void must(bool holds)
{
	if (!holds)
		abort();
}

struct counter {
	int64_t open_bytes; /* -1: none is open */
	int64_t bytes;
};

static enum rc begin(void *context, struct http_upload *upload)
{
	struct counter *counter = context;
	must(counter->open_bytes < 0 && upload->file_name.len > 0);
	counter->open_bytes = 0;
	upload->temporary_path = "";
	return RC_OK;
}

static enum rc write_bytes(void *context, struct str bytes)
{
	struct counter *counter = context;
	must(counter->open_bytes >= 0);
	counter->open_bytes += (int64_t)bytes.len;
	must(counter->open_bytes <= MAX_UPLOAD);
	return RC_OK;
}

static enum rc end(void *context)
{
	struct counter *counter = context;
	must(counter->open_bytes >= 0);
	counter->bytes += counter->open_bytes;
	counter->open_bytes = -1;
	return RC_OK;
}

static enum rc read_form(struct arena *arena, struct str type, struct str body, size_t step, struct http_form *form,
                         struct counter *counter)
{
	const struct http_form_limits limits = {
	    .max_bytes = MAX_BYTES, .max_fields = MAX_FIELDS, .max_upload_bytes = MAX_UPLOAD, .max_uploads = MAX_UPLOADS};
	const struct http_form_sink sink = {.context = counter, .begin = begin, .write = write_bytes, .end = end};
	*counter = (struct counter){.open_bytes = -1};
	TRY(http_form_init(form, arena, type, &limits, &sink));
	for (size_t at = 0; at < body.len; at += step)
		TRY(http_form_feed(form, str_part(body, at, step)));
	return http_form_finish(form);
}

static void must_hold_limits(const struct http_form *form, const struct counter *counter)
{
	size_t bytes = 0;
	int64_t uploaded = 0;
	for (size_t i = 0; i < form->fields.n; i++)
		bytes += form->fields.at[i].name.len + form->fields.at[i].value.len;
	for (size_t i = 0; i < form->uploads.n; i++) {
		must(memchr(form->uploads.at[i].file_name.ptr, '/', form->uploads.at[i].file_name.len) == NULL);
		uploaded += form->uploads.at[i].size;
	}
	must(bytes <= MAX_BYTES && form->fields.n + form->uploads.n <= MAX_FIELDS && form->uploads.n <= MAX_UPLOADS);
	must(uploaded == counter->bytes);
}

static void must_be_alike(const struct http_form *a, const struct http_form *b)
{
	must(a->fields.n == b->fields.n && a->uploads.n == b->uploads.n);
	for (size_t i = 0; i < a->fields.n; i++) {
		must(str_eq(a->fields.at[i].name, b->fields.at[i].name));
		must(str_eq(a->fields.at[i].value, b->fields.at[i].value));
	}
	for (size_t i = 0; i < a->uploads.n; i++) {
		must(str_eq(a->uploads.at[i].file_name, b->uploads.at[i].file_name));
		must(a->uploads.at[i].size == b->uploads.at[i].size);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str input = {.ptr = (const char *)data, .len = size}, type;
	struct http_form whole, cut;
	struct counter whole_counter, cut_counter;
	if (size == 0 || !str_split(&input, '\n', &type) || input.len == 0)
		return 0;
	size_t step = (size_t)(unsigned char)input.ptr[0] % 16 + 1;
	struct str body = str_from(input, 1);
	struct arena *arena = arena_new();
	enum rc rc = read_form(arena, type, body, body.len + 1, &whole, &whole_counter);
	must(read_form(arena, type, body, step, &cut, &cut_counter) == rc);
	if (rc == RC_OK) {
		must_hold_limits(&whole, &whole_counter);
		must_be_alike(&whole, &cut);
	}
	arena_free(arena);
	return 0;
}
