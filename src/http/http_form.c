#include "http/http_form.h"

#include "http/http_field.h"
#include "http/http_multipart.h"

/* A byte of a value may be written as three; names, values and what stands between them are counted again when decoded. */
static size_t encoded_max(const struct http_form_limits *limits)
{
	return limits->max_bytes * 3 + limits->max_fields * 2;
}

enum rc http_form_init(struct http_form *form, struct arena *arena, struct str content_type,
                       const struct http_form_limits *limits, const struct http_form_sink *sink)
{
	size_t end = str_find(content_type, STR(";"), 0);
	struct str type = str_trim(str_part(content_type, 0, end)), parameters = str_from(content_type, end);
	*form = (struct http_form){.arena = arena, .limits = *limits, .sink = *sink};
	if (str_eq_nocase(type, STR("application/x-www-form-urlencoded"))) {
		form->state = HTTP_FORM_URLENCODED;
		buf_init(&form->collected, arena, encoded_max(limits));
		return RC_OK;
	}
	form->refused = str_eq_nocase(type, STR("multipart/form-data")) ? http_multipart_init(form, parameters) : RC_INVALID;
	return form->refused;
}

enum rc http_form_feed(struct http_form *form, struct str bytes)
{
	TRY(form->refused);
	if (form->state != HTTP_FORM_URLENCODED) {
		form->refused = http_multipart_feed(form, bytes);
		return form->refused;
	}
	buf_add(&form->collected, bytes);
	form->refused = form->collected.overflowed ? RC_LIMIT : RC_OK;
	return form->refused;
}

static enum rc finish_urlencoded(struct http_form *form)
{
	size_t size = 0;
	TRY(http_field_parse(form->arena, buf_str(&form->collected), HTTP_FIELD_STRICT, form->limits.max_fields, &form->fields));
	for (size_t i = 0; i < form->fields.n; i++)
		size += form->fields.at[i].name.len + form->fields.at[i].value.len;
	return size > form->limits.max_bytes ? RC_LIMIT : RC_OK;
}

enum rc http_form_finish(struct http_form *form)
{
	TRY(form->refused);
	form->refused = form->state == HTTP_FORM_URLENCODED ? finish_urlencoded(form) : http_multipart_finish(form);
	return form->refused;
}
