#include "http/http_exchange.h"

#include <string.h>
#include <strings.h>

#include "base/log.h"
#include "http/http_field.h"
#include "http/http_forwarded.h"

enum {
	MAX_FIELDS = 1000,
	FRAME_BYTES = 8192,       /* of one part of a multipart form, beside its content */
	DROPPED_BYTES = 64 << 20, /* of a refused body */
};

static struct str header(struct MHD_Connection *connection, const char *name)
{
	return str_of(MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name));
}

static enum http_method method_of(const char *method)
{
	if (strcmp(method, MHD_HTTP_METHOD_GET) == 0 || strcmp(method, MHD_HTTP_METHOD_HEAD) == 0)
		return HTTP_GET;
	return strcmp(method, MHD_HTTP_METHOD_POST) == 0 ? HTTP_POST : HTTP_OTHER;
}

/* Nothing of what was refused is kept. */
static void refuse(struct http_exchange *exchange, enum rc rc)
{
	if (exchange->request.refused != RC_OK)
		return;
	exchange->request.refused = rc;
	http_upload_clear(&exchange->files);
	if (rc_is_failure(rc))
		log_failure(rc, "upload");
}

void http_exchange_begin(struct http_exchange *exchange, const struct http_options *options, struct MHD_Connection *connection,
                         const char *method)
{
	const struct http_form_limits limits = {.max_bytes = (size_t)options->max_form_bytes,
	                                        .max_fields = MAX_FIELDS,
	                                        .max_upload_bytes = options->max_upload_bytes,
	                                        .max_uploads = (size_t)options->max_uploads};
	exchange->request = (struct http_request){.arena = exchange->arena, .method = method_of(method)};
	exchange->response = (struct http_response){.arena = exchange->arena, .status = MHD_HTTP_OK};
	exchange->taken = 0;
	exchange->most = options->max_form_bytes * 3 + (int64_t)options->max_uploads * (options->max_upload_bytes + FRAME_BYTES) +
	                 MAX_FIELDS * (int64_t)FRAME_BYTES + DROPPED_BYTES;
	http_upload_init(&exchange->files, exchange->arena, options->temporary_folder);
	struct str type = header(connection, MHD_HTTP_HEADER_CONTENT_TYPE);
	exchange->has_form = exchange->request.method == HTTP_POST && type.ptr != NULL;
	if (!exchange->has_form)
		return;
	struct http_form_sink sink = http_upload_sink(&exchange->files);
	enum rc rc = http_form_init(&exchange->form, exchange->arena, type, &limits, &sink);
	if (rc != RC_OK)
		refuse(exchange, rc);
}

int64_t http_exchange_announced(struct MHD_Connection *connection)
{
	int64_t length;
	struct str text = header(connection, MHD_HTTP_HEADER_CONTENT_LENGTH);
	return str_parse_int(text, &length) && length >= 0 ? length : -1;
}

bool http_exchange_feed(struct http_exchange *exchange, struct str bytes)
{
	exchange->taken += (int64_t)bytes.len;
	if (exchange->taken > exchange->most)
		return false;
	if (!exchange->has_form) {
		if (exchange->request.method == HTTP_POST)
			refuse(exchange, RC_INVALID);
		return true;
	}
	if (exchange->request.refused == RC_OK) {
		enum rc rc = http_form_feed(&exchange->form, bytes);
		if (rc != RC_OK)
			refuse(exchange, rc);
	}
	return true;
}

/* ---- What libmicrohttpd read ---- */

static enum MHD_Result add_header(void *context, enum MHD_ValueKind kind, const char *name, size_t name_size, const char *value,
                                  size_t value_size)
{
	struct http_request *request = context;
	char *lower = arena_alloc(request->arena, name_size + 1);
	(void)kind;
	for (size_t i = 0; i < name_size; i++)
		lower[i] = (char)(name[i] >= 'A' && name[i] <= 'Z' ? name[i] - 'A' + 'a' : name[i]);
	lower[name_size] = '\0';
	VEC_PUSH(request->arena, &request->headers,
	         (struct http_field){.name = {.ptr = lower, .len = name_size}, .value = {.ptr = value, .len = value_size}});
	return MHD_YES;
}

/* The parts of the query come undecoded but for '+', see leave_encoded() of http_server.c. */
static enum MHD_Result add_query_field(void *context, enum MHD_ValueKind kind, const char *name, size_t name_size,
                                       const char *value, size_t value_size)
{
	struct http_request *request = context;
	struct http_field field;
	(void)kind;
	enum rc rc =
	    http_field_decode(request->arena, (struct str){.ptr = name, .len = name_size}, false, HTTP_FIELD_LENIENT, &field.name);
	if (rc == RC_OK)
		rc = http_field_decode(request->arena, (struct str){.ptr = value != NULL ? value : "", .len = value_size}, false,
		                       HTTP_FIELD_LENIENT, &field.value);
	if (rc == RC_OK)
		VEC_PUSH(request->arena, &request->query, field);
	return MHD_YES;
}

/* A request may name the whole address, "GET http://host/path" (RFC 9112, 3.2.2). */
static struct str path_of(const char *url)
{
	struct str path = str_of(url);
	size_t scheme = str_find(path, STR("://"), 0);
	if (str_has_prefix(path, STR("/")) || scheme == SIZE_MAX)
		return path;
	size_t slash = str_find(path, STR("/"), scheme + 3);
	return slash != SIZE_MAX ? str_from(path, slash) : STR("/");
}

void http_exchange_complete(struct http_exchange *exchange, struct MHD_Connection *connection, const char *url, const char *peer,
                            struct str proxy)
{
	struct http_request *request = &exchange->request;
	request->path = path_of(url);
	MHD_get_connection_values_n(connection, MHD_HEADER_KIND, add_header, request);
	request->remote = http_forwarded_client(&request->headers, str_of(peer), proxy);
	MHD_get_connection_values_n(connection, MHD_GET_ARGUMENT_KIND, add_query_field, request);
	if (exchange->has_form && request->refused == RC_OK) {
		enum rc rc = http_form_finish(&exchange->form);
		if (rc != RC_OK)
			refuse(exchange, rc);
	}
	if (exchange->has_form && request->refused == RC_OK) {
		request->form = exchange->form.fields;
		request->uploads = exchange->form.uploads;
	}
}

void http_exchange_clear(struct http_exchange *exchange)
{
	http_upload_clear(&exchange->files);
	arena_reset(exchange->arena);
}
