/* Addresses of sockets as text: "127.0.0.1:8080", "[::1]:8080". */
#ifndef HTTP_HTTP_ADDRESS_H
#define HTTP_HTTP_ADDRESS_H

#include <netinet/in.h>
#include <sys/socket.h>

#include "base/rc.h"
#include "base/str.h"

struct http_address {
	struct sockaddr_storage socket;
	socklen_t size;
};

enum { HTTP_ADDRESS_BYTES = INET6_ADDRSTRLEN };

/* Numbers only, no names. RC_INVALID where it is no address with a port. */
enum rc http_address_parse(struct str s, struct http_address *ret) MUST_USE;

/* The address without its port; an IPv4 address in IPv6's clothes comes as IPv4. Empty for other families. */
void http_address_write(const struct sockaddr *address, char out[HTTP_ADDRESS_BYTES]);

/* The port that a listening socket got; 0 where it has none. */
int http_address_port(int fd);

#endif
