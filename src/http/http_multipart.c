/* A delimiter is CR LF "--" and the boundary. No CR stands in it but the first, so when a beginning of it turns out not to be
 * one, all of it is content and the search starts anew at the byte at hand: nothing is looked at twice. */
#include "http/http_multipart.h"

#include <string.h>

#include "http/http_part.h"

/* The characters of RFC 2046, 5.1.1, without the blank, which no program uses. */
static bool is_boundary(struct str s)
{
	if (s.len == 0 || s.len > HTTP_FORM_BOUNDARY_BYTES)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
		if (!is_letter && (c == '\0' || strchr("'()+_,-./:=?", c) == NULL))
			return false;
	}
	return true;
}

enum rc http_multipart_init(struct http_form *form, struct str parameters)
{
	struct str name, value, boundary = {0};
	enum rc rc;
	while (http_part_parameter(&parameters, &name, &value, &rc)) {
		if (!str_eq_nocase(name, STR("boundary")))
			continue;
		if (boundary.ptr != NULL)
			return RC_INVALID;
		boundary = value;
	}
	TRY(rc);
	if (!is_boundary(boundary))
		return RC_INVALID;
	memcpy(form->delimiter, "\r\n--", 4);
	memcpy(form->delimiter + 4, boundary.ptr, boundary.len);
	form->delimiter_size = 4 + boundary.len;
	form->matched = 2; /* the body begins as if behind a line break */
	form->state = HTTP_FORM_BEFORE;
	return RC_OK;
}

/* ---- A part: its head, its content, its end ---- */

static enum rc begin_part(struct http_form *form, struct str lines)
{
	struct http_part part;
	TRY(http_part_parse(form->arena, lines, &part));
	form->used += part.name.len;
	if (form->used > form->limits.max_bytes || form->fields.n + form->uploads.n >= form->limits.max_fields)
		return RC_LIMIT;
	form->part_is_file = part.is_file;
	form->part_has_begun = false;
	form->part_field = (struct http_field){.name = part.name};
	form->part_upload = (struct http_upload){.field = part.name, .file_name = part.file_name, .media_type = part.media_type};
	buf_init(&form->collected, form->arena, form->limits.max_bytes);
	form->matched = 0;
	form->state = HTTP_FORM_CONTENT;
	return RC_OK;
}

/* A file field that was left empty comes as a part without a name and content; it is no upload. */
static enum rc begin_upload(struct http_form *form)
{
	form->part_has_begun = true;
	if (form->part_upload.file_name.len == 0)
		return RC_INVALID;
	if (form->uploads.n >= form->limits.max_uploads)
		return RC_LIMIT;
	return form->sink.begin(form->sink.context, &form->part_upload);
}

static enum rc add_content(struct http_form *form, struct str bytes)
{
	if (bytes.len == 0)
		return RC_OK;
	if (!form->part_is_file) {
		form->used += bytes.len;
		buf_add(&form->collected, bytes);
		return form->used > form->limits.max_bytes ? RC_LIMIT : RC_OK;
	}
	if (!form->part_has_begun)
		TRY(begin_upload(form));
	form->part_upload.size += (int64_t)bytes.len;
	if (form->part_upload.size > form->limits.max_upload_bytes)
		return RC_LIMIT;
	return form->sink.write(form->sink.context, bytes);
}

static enum rc end_part(struct http_form *form)
{
	form->state = HTTP_FORM_BEHIND;
	form->n_behind = 0;
	if (!form->part_is_file) {
		form->part_field.value = buf_str(&form->collected);
		VEC_PUSH(form->arena, &form->fields, form->part_field);
		return RC_OK;
	}
	if (form->part_upload.file_name.len == 0)
		return RC_OK;
	if (!form->part_has_begun)
		TRY(begin_upload(form));
	TRY(form->sink.end(form->sink.context));
	VEC_PUSH(form->arena, &form->uploads, form->part_upload);
	return RC_OK;
}

/* ---- The states ---- */

/* All but the first delimiter: nothing may stand before it. */
static enum rc feed_before(struct http_form *form, struct str *bytes)
{
	if (bytes->ptr[0] != form->delimiter[form->matched])
		return RC_INVALID;
	*bytes = str_from(*bytes, 1);
	if (++form->matched == form->delimiter_size) {
		form->state = HTTP_FORM_BEHIND;
		form->n_behind = 0;
	}
	return RC_OK;
}

static enum rc feed_behind(struct http_form *form, struct str *bytes)
{
	form->behind[form->n_behind++] = bytes->ptr[0];
	*bytes = str_from(*bytes, 1);
	if (form->n_behind < 2)
		return RC_OK;
	form->n_behind = 0;
	if (memcmp(form->behind, "--", 2) == 0) {
		form->state = HTTP_FORM_AFTER;
		return RC_OK;
	}
	buf_init(&form->collected, form->arena, HTTP_FORM_PART_HEAD_BYTES);
	form->state = HTTP_FORM_HEAD;
	return memcmp(form->behind, "\r\n", 2) == 0 ? RC_OK : RC_INVALID;
}

/* Collects up to the next line feed; the empty line ends the head. */
static enum rc feed_head(struct http_form *form, struct str *bytes)
{
	const char *feed = memchr(bytes->ptr, '\n', bytes->len);
	size_t n = feed != NULL ? (size_t)(feed - bytes->ptr) + 1 : bytes->len;
	buf_add(&form->collected, str_part(*bytes, 0, n));
	*bytes = str_from(*bytes, n);
	if (form->collected.overflowed)
		return RC_LIMIT;
	struct str lines = buf_str(&form->collected);
	if (str_has_suffix(lines, STR("\r\n\r\n")))
		return begin_part(form, str_part(lines, 0, lines.len - 4));
	return RC_OK;
}

static enum rc feed_content(struct http_form *form, struct str *bytes)
{
	if (form->matched == 0) {
		const char *cr = memchr(bytes->ptr, '\r', bytes->len);
		size_t n = cr != NULL ? (size_t)(cr - bytes->ptr) : bytes->len;
		TRY(add_content(form, str_part(*bytes, 0, n)));
		form->matched = cr != NULL;
		*bytes = str_from(*bytes, n + form->matched);
		return RC_OK;
	}
	if (bytes->ptr[0] != form->delimiter[form->matched]) {
		struct str not_it = {.ptr = form->delimiter, .len = form->matched};
		form->matched = 0;
		return add_content(form, not_it);
	}
	*bytes = str_from(*bytes, 1);
	return ++form->matched == form->delimiter_size ? end_part(form) : RC_OK;
}

static enum rc feed_after(struct http_form *form, struct str *bytes)
{
	if (form->n_behind >= 2 || bytes->ptr[0] != "\r\n"[form->n_behind])
		return RC_INVALID;
	form->n_behind++;
	*bytes = str_from(*bytes, 1);
	return RC_OK;
}

enum rc http_multipart_feed(struct http_form *form, struct str bytes)
{
	static enum rc (*const feeders[])(struct http_form *, struct str *) = {
	    [HTTP_FORM_BEFORE] = feed_before,   [HTTP_FORM_BEHIND] = feed_behind, [HTTP_FORM_HEAD] = feed_head,
	    [HTTP_FORM_CONTENT] = feed_content, [HTTP_FORM_AFTER] = feed_after,
	};
	while (bytes.len > 0)
		TRY(feeders[form->state](form, &bytes));
	return RC_OK;
}

enum rc http_multipart_finish(struct http_form *form)
{
	return form->state == HTTP_FORM_AFTER && form->n_behind != 1 ? RC_OK : RC_INVALID;
}
