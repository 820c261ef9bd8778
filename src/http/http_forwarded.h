/* Who a request comes from, where a server in front of this one passes it on.
 *
 * X-Forwarded-For is written by whoever likes to: it is read only where the connection comes from the server that was named as
 * trusted, and of it only the last address, which that server has added. */
#ifndef HTTP_HTTP_FORWARDED_H
#define HTTP_HTTP_FORWARDED_H

#include "http/http_field.h"

/* The client's address: `peer`, the connection's other end, unless that is `proxy` (no text: none is trusted) and the headers
 * (names in lower case) say on whose behalf. What is no address counts for nothing. Lent from the headers or `peer`. */
struct str http_forwarded_client(const struct http_field_vec *headers, struct str peer, struct str proxy);

/* Whether the text is an address of IPv4 or IPv6, without a port. */
bool http_forwarded_is_address(struct str text);

#endif
