#include "base/test.h"

#include <arpa/inet.h>

#include "http/http_address.h"

static void addresses_have_a_host_in_numbers_and_a_port(void **state)
{
	static const struct {
		const char *text;
		int family, port;
	} table[] = {
	    {"127.0.0.1:8080", AF_INET, 8080},
	    {"0.0.0.0:0", AF_INET, 0},
	    {"[::1]:443", AF_INET6, 443},
	    {"[::]:65535", AF_INET6, 65535},
	};
	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct http_address address;
		assert_rc(http_address_parse(str_of(table[i].text), &address), RC_OK);
		assert_int_equal(address.socket.ss_family, table[i].family);
		in_port_t port = table[i].family == AF_INET ? ((struct sockaddr_in *)&address.socket)->sin_port
		                                            : ((struct sockaddr_in6 *)&address.socket)->sin6_port;
		assert_int_equal(ntohs(port), table[i].port);
	}
}

static void anything_else_is_none(void **state)
{
	static const char *const table[] = {
	    "",
	    ":",
	    ":80",
	    "80",
	    "127.0.0.1",
	    "127.0.0.1:",
	    "127.0.0.1:x",
	    "127.0.0.1:65536",
	    "127.0.0.1:-0",
	    "127.0.0.1:80:80",
	    "1.2.3:80",
	    "localhost:80",
	    "::1:80",
	    "[::1]",
	    "[::1]80",
	    "[::1]:",
	    "[]:80",
	    "[127.0.0.1]:80",
	    "[::1:80",
	    "1111111111111111111111111111111111111111111111111111111111:80",
	};
	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct http_address address;
		assert_rc(http_address_parse(str_of(table[i]), &address), RC_INVALID);
	}
}

static void an_address_is_written_without_its_port(void **state)
{
	static const struct {
		const char *text, *written;
	} table[] = {
	    {"192.0.2.7:1234", "192.0.2.7"},
	    {"[2001:db8::1]:1234", "2001:db8::1"},
	    {"[::ffff:192.0.2.7]:1234", "192.0.2.7"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct http_address address;
		char out[HTTP_ADDRESS_BYTES];
		assert_rc(http_address_parse(str_of(table[i].text), &address), RC_OK);
		http_address_write((const struct sockaddr *)&address.socket, out);
		assert_string_equal(out, table[i].written);
	}
	char out[HTTP_ADDRESS_BYTES];
	http_address_write(&(struct sockaddr){.sa_family = AF_UNIX}, out);
	assert_string_equal(out, "");
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(addresses_have_a_host_in_numbers_and_a_port),
	    cmocka_unit_test(anything_else_is_none),
	    cmocka_unit_test(an_address_is_written_without_its_port),
	};
	return TEST_RUN(cases);
}
