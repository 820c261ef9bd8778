#include "http/http_address.h"

#include <arpa/inet.h>
#include <string.h>

static bool take_port(struct str s, in_port_t *ret)
{
	int64_t port;
	if (s.len == 0 || s.ptr[0] == '-' || !str_parse_int(s, &port) || port > UINT16_MAX)
		return false;
	*ret = htons((uint16_t)port);
	return true;
}

/* A zero-terminated copy for inet_pton; false where it does not fit. */
static bool copy_host(struct str host, char out[HTTP_ADDRESS_BYTES])
{
	if (host.len == 0 || host.len >= HTTP_ADDRESS_BYTES || memchr(host.ptr, '\0', host.len) != NULL)
		return false;
	memcpy(out, host.ptr, host.len);
	out[host.len] = '\0';
	return true;
}

enum rc http_address_parse(struct str s, struct http_address *ret)
{
	struct http_address address = {0};
	char host[HTTP_ADDRESS_BYTES];
	bool is_v6 = s.len > 0 && s.ptr[0] == '[';
	size_t end = str_find(s, is_v6 ? STR("]:") : STR(":"), 0);
	if (end == SIZE_MAX || !copy_host(is_v6 ? str_part(s, 1, end - 1) : str_part(s, 0, end), host))
		return RC_INVALID;
	struct str port = str_from(s, end + (is_v6 ? 2 : 1));
	if (is_v6) {
		struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)&address.socket;
		v6->sin6_family = AF_INET6;
		address.size = sizeof *v6;
		if (inet_pton(AF_INET6, host, &v6->sin6_addr) != 1 || !take_port(port, &v6->sin6_port))
			return RC_INVALID;
	} else {
		struct sockaddr_in *v4 = (struct sockaddr_in *)&address.socket;
		v4->sin_family = AF_INET;
		address.size = sizeof *v4;
		if (inet_pton(AF_INET, host, &v4->sin_addr) != 1 || !take_port(port, &v4->sin_port))
			return RC_INVALID;
	}
	*ret = address;
	return RC_OK;
}

void http_address_write(const struct sockaddr *address, char out[HTTP_ADDRESS_BYTES])
{
	out[0] = '\0';
	if (address->sa_family == AF_INET) {
		inet_ntop(AF_INET, &((const struct sockaddr_in *)(const void *)address)->sin_addr, out, HTTP_ADDRESS_BYTES);
	} else if (address->sa_family == AF_INET6) {
		const struct in6_addr *v6 = &((const struct sockaddr_in6 *)(const void *)address)->sin6_addr;
		if (IN6_IS_ADDR_V4MAPPED(v6))
			inet_ntop(AF_INET, &v6->s6_addr[12], out, HTTP_ADDRESS_BYTES);
		else
			inet_ntop(AF_INET6, v6, out, HTTP_ADDRESS_BYTES);
	}
}

int http_address_port(int fd)
{
	struct sockaddr_storage got;
	socklen_t size = sizeof got;
	if (getsockname(fd, (struct sockaddr *)&got, &size) != 0)
		return 0;
	if (got.ss_family == AF_INET6)
		return ntohs(((struct sockaddr_in6 *)&got)->sin6_port);
	return ntohs(((struct sockaddr_in *)&got)->sin_port);
}
