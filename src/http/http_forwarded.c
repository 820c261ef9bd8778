#include "http/http_forwarded.h"

#include <arpa/inet.h>
#include <string.h>

#include "http/http_address.h"

bool http_forwarded_is_address(struct str text)
{
	char copy[HTTP_ADDRESS_BYTES];
	unsigned char address[sizeof(struct in6_addr)];
	if (text.len == 0 || text.len >= sizeof copy || memchr(text.ptr, '\0', text.len) != NULL)
		return false;
	memcpy(copy, text.ptr, text.len);
	copy[text.len] = '\0';
	return inet_pton(AF_INET, copy, address) == 1 || inet_pton(AF_INET6, copy, address) == 1;
}

struct str http_forwarded_client(const struct http_field_vec *headers, struct str peer, struct str proxy)
{
	struct str client = peer, item;
	if (proxy.len == 0 || !str_eq(peer, proxy))
		return peer;
	/* A server may add to the header that came or write one of its own: either way its word is the last. */
	for (size_t i = 0; i < headers->n; i++) {
		struct str list = headers->at[i].value;
		if (!str_eq(headers->at[i].name, STR("x-forwarded-for")))
			continue;
		client = peer;
		while (str_split(&list, ',', &item))
			client = str_trim(item);
	}
	return http_forwarded_is_address(client) ? client : peer;
}
