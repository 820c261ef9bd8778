/* One request under way and its answer: for http_server.c alone. Used again and again, so that a request allocates next to
 * nothing.
 *
 *   http_exchange_begin -> http_exchange_feed any number of times -> http_exchange_complete -> the answer -> http_exchange_clear
 */
#ifndef HTTP_HTTP_EXCHANGE_H
#define HTTP_HTTP_EXCHANGE_H

#include <microhttpd.h>

#include "http/http_form.h"
#include "http/http_upload.h"

struct http_exchange {
	bool is_asset;              /* false: what distinguishes it from an asset under way, see http_server.c */
	struct http_exchange *next; /* among the spare ones */
	struct arena *arena;
	struct http_request request;
	struct http_response response;
	struct http_form form;
	struct http_upload_files files;
	bool has_form;
	int64_t taken, most; /* bytes of the body that came, and how many are read before the connection is given up */
};

/* The headers are there. */
void http_exchange_begin(struct http_exchange *exchange, const struct http_options *options, struct MHD_Connection *connection,
                         const char *method);

/* How long the body says that it is; -1 where it does not say. */
int64_t http_exchange_announced(struct MHD_Connection *connection);

/* Takes bytes of the body; what is refused is read and dropped, so that the browser gets its answer. False where it is too much
 * even for that. */
bool http_exchange_feed(struct http_exchange *exchange, struct str bytes);

/* The body is there: fills what is left of the request. */
void http_exchange_complete(struct http_exchange *exchange, struct MHD_Connection *connection, const char *url, const char *peer,
                            struct str proxy);

/* Ready for the next. Removes temporary files. */
void http_exchange_clear(struct http_exchange *exchange);

#endif
