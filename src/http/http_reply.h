/* Answers as libmicrohttpd sends them. */
#ifndef HTTP_HTTP_REPLY_H
#define HTTP_HTTP_REPLY_H

#include <microhttpd.h>

#include "http/http.h"

struct http_reply {
	struct MHD_Response *response; /* to be destroyed when queued */
	unsigned status;
	int64_t size; /* of the body */
};

/* The answer as set. Its body is not copied: it must live until it is sent. Fails with RC_IO where its file cannot be read, with
 * RC_BUG where a header holds a line break. */
enum rc http_reply_make(const struct http_response *response, struct http_reply *ret) MUST_USE;

/* An answer in place of one that could not be made. */
struct http_reply http_reply_failure(void);

#endif
