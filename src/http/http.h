/* The HTTP server: sockets, limits, requests in, responses out. Knows nothing of sessions or of the product.
 *
 * A request is complete when it is handed over: its form is parsed, its uploads lie in temporary files, its sizes are
 * within the limits; where they were not, `refused` says so and the application words the answer. */
#ifndef HTTP_HTTP_H
#define HTTP_HTTP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"
#include "base/str.h"
#include "base/vec.h"

enum http_method { HTTP_GET, HTTP_POST, HTTP_OTHER }; /* HEAD comes as HTTP_GET; its body is not sent */

struct http_field {
	struct str name, value; /* decoded; any bytes */
};
VEC_OF(http_field, struct http_field);

struct http_upload {
	struct str field, file_name; /* the name as the browser gave it, without folders */
	struct str media_type;
	const char *temporary_path; /* gone after the answer unless moved away */
	int64_t size;
};
VEC_OF(http_upload, struct http_upload);

struct http_request {
	struct arena *arena;
	enum http_method method;
	struct str path;                            /* as sent, without the query */
	struct http_field_vec query, form, headers; /* header names in lower case */
	struct http_upload_vec uploads;
	struct str remote; /* the client's address, without the port */
	enum rc refused;   /* RC_LIMIT: body or an upload too large (nothing of it is kept); RC_INVALID: malformed body;
	                      RC_IO: an upload could not be stored (logged) */
};

struct http_response {
	struct arena *arena;
	int status; /* 200 unless set */
	struct http_field_vec headers;
	struct str body;       /* in the arena, or static */
	bool body_is_static;   /* lives as long as the program */
	const char *file_path; /* a file to send in place of the body */
};

/* The first value of a name, or no text. */
struct str http_field_find(const struct http_field_vec *fields, struct str name);
struct str http_cookie_find(const struct http_request *request, struct str name);
void http_response_header(struct http_response *response, struct str name, struct str value);

/* Answers one request. Runs on the server's threads, several at a time. */
typedef void (*http_serve)(void *context, struct http_request *request, struct http_response *response);

struct http_assets;

struct http_options {
	const char *listen; /* "127.0.0.1:8080", "[::1]:8080"; port 0 takes a free one */
	int threads;
	int64_t max_form_bytes;   /* of the fields together; 1 MiB */
	int64_t max_upload_bytes; /* of one upload */
	int max_uploads;          /* per request */
	const char *temporary_folder;
	struct str proxy;    /* the address of a server in front of this one whose X-Forwarded-For is believed; no text: none */
	int timeout_seconds; /* of an idle connection; a request or answer gets twice that and 1 ms per byte. 0: 30 */
	const struct http_assets *assets; /* answered without `serve`; NULL: none */
	http_serve serve;
	void *context;
};

struct http_server;

/* Starts to listen. RC_BUSY where the address is taken, RC_INVALID where it is none. `options` may be gone afterwards, what it
 * points to not. Lets the process open as many files as the system allows it. */
enum rc http_server_start(const struct http_options *options, struct http_server **ret) MUST_USE;
int http_server_port(const struct http_server *server);
/* Takes nothing new, answers what is under way, within a second; stops. NULL is accepted. */
void http_server_stop(struct http_server *server);

#endif
