/* The server over real sockets on the loopback: what a browser, and what no browser, sends. */
#include "base/test.h"

#include <arpa/inet.h>
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "http/http.h"
#include "http/http_asset.h"

enum { MAX_UPLOAD = 100 * 1000, REPLY_BYTES = 1 << 20 };

/* ---- The server under test ---- */

static const struct http_asset asset_rows[] = {
    {.name = "a.css",
     .address = "/assets/a.11111111.css",
     .media_type = "text/css",
     .etag = "\"plain\"",
     .bytes = (const unsigned char *)"body{}",
     .size = 6,
     .gzip = (const unsigned char *)"gz",
     .gzip_size = 2,
     .gzip_etag = "\"packed\"",
     .is_immutable = true},
};
static const struct http_asset *const asset_names[] = {&asset_rows[0]};
static const struct http_assets assets = {.by_address = asset_rows, .by_name = asset_names, .n = 1};

struct fixture {
	struct http_server *server;
	struct arena *arena;
	char folder[64];
	atomic_int entered; /* requests that reached "/slow" */
};

static void pause_ms(long ms)
{
	const struct timespec time = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
	nanosleep(&time, NULL);
}

static void echo(const struct http_request *request, struct http_response *response)
{
	static const char *const methods[] = {"GET", "POST", "OTHER"};
	struct buf out;
	buf_init(&out, request->arena, 1 << 18);
	buf_add_format(&out, "%s %.*s from %.*s\n", methods[request->method], STR_ARG(request->path), STR_ARG(request->remote));
	for (size_t i = 0; i < request->query.n; i++)
		buf_add_format(&out, "query %.*s=%.*s\n", STR_ARG(request->query.at[i].name), STR_ARG(request->query.at[i].value));
	for (size_t i = 0; i < request->form.n; i++)
		buf_add_format(&out, "form %.*s=%.*s\n", STR_ARG(request->form.at[i].name), STR_ARG(request->form.at[i].value));
	for (size_t i = 0; i < request->uploads.n; i++) {
		const struct http_upload *upload = &request->uploads.at[i];
		buf_add_format(&out, "upload %.*s %.*s %lld %s\n", STR_ARG(upload->field), STR_ARG(upload->file_name),
		               (long long)upload->size, access(upload->temporary_path, R_OK) == 0 ? upload->temporary_path : "missing");
	}
	buf_add_format(&out, "agent %.*s\n", STR_ARG(http_field_find(&request->headers, STR("user-agent"))));
	response->body = buf_str(&out);
}

static void serve(void *context, struct http_request *request, struct http_response *response)
{
	struct fixture *fixture = context;
	http_response_header(response, STR("Content-Type"), STR("text/plain"));
	if (request->refused != RC_OK) {
		response->status = request->refused == RC_LIMIT ? 413 : request->refused == RC_INVALID ? 400 : 507;
		response->body = STR("refused");
	} else if (str_eq(request->path, STR("/stored"))) {
		response->file_path = str_format(request->arena, "%s/stored", fixture->folder).ptr;
	} else if (str_eq(request->path, STR("/split"))) {
		http_response_header(response, STR("X-Name"), STR("a\r\nSet-Cookie: b=c"));
	} else if (str_eq(request->path, STR("/gone"))) {
		response->status = 204;
	} else {
		if (str_eq(request->path, STR("/slow"))) {
			atomic_fetch_add(&fixture->entered, 1);
			pause_ms(300);
		}
		echo(request, response);
	}
}

static int set_up(void **state)
{
	struct fixture *fixture = test_calloc(1, sizeof *fixture);
	snprintf(fixture->folder, sizeof fixture->folder, "/tmp/http_server_test-XXXXXX");
	assert_non_null(mkdtemp(fixture->folder));
	fixture->arena = arena_new();
	const struct http_options options = {.listen = "127.0.0.1:0",
	                                     .threads = 2,
	                                     .max_form_bytes = 1000,
	                                     .max_upload_bytes = MAX_UPLOAD,
	                                     .max_uploads = 2,
	                                     .temporary_folder = fixture->folder,
	                                     .timeout_seconds = 1,
	                                     .assets = &assets,
	                                     .serve = serve,
	                                     .context = fixture};
	assert_rc(http_server_start(&options, &fixture->server), RC_OK);
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	http_server_stop(fixture->server);
	assert_int_equal(rmdir(fixture->folder), 0); /* no temporary file is left */
	arena_free(fixture->arena);
	test_free(fixture);
	return 0;
}

/* ---- A client ---- */

static int connect_to(const struct fixture *fixture)
{
	const struct timeval patience = {.tv_sec = 10};
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)http_server_port(fixture->server))};
	inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(connect(fd, (struct sockaddr *)&address, sizeof address), 0);
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	return fd;
}

static void send_all(int fd, struct str bytes)
{
	while (bytes.len > 0) {
		ssize_t n = send(fd, bytes.ptr, bytes.len, MSG_NOSIGNAL);
		if (n <= 0)
			return; /* the server closed: what was answered says why */
		bytes = str_from(bytes, (size_t)n);
	}
}

struct reply {
	int status;
	struct str head, body;
};

static struct str header_of(struct arena *arena, struct str head, const char *name)
{
	struct str mark = str_format(arena, "\r\n%s: ", name);
	size_t at = str_find(head, mark, 0);
	if (at == SIZE_MAX)
		return (struct str){0};
	return str_part(head, at + mark.len, str_find(head, STR("\r\n"), at + mark.len) - at - mark.len);
}

/* Reads one answer; status 0 where the connection ends without one. */
static struct reply read_reply(struct arena *arena, int fd, bool has_body)
{
	struct buf in;
	int64_t left = 0;
	size_t end = SIZE_MAX;
	char c;
	buf_init(&in, arena, REPLY_BYTES);
	while (end == SIZE_MAX && recv(fd, &c, 1, 0) == 1) {
		buf_add_char(&in, c);
		if (str_has_suffix(buf_str(&in), STR("\r\n\r\n")))
			end = in.len;
	}
	if (end == SIZE_MAX)
		return (struct reply){0};
	struct str head = str_dup(arena, buf_str(&in));
	int64_t status = 0;
	assert_true(str_parse_int(str_part(head, 9, 3), &status));
	if (has_body)
		assert_true(str_parse_int(header_of(arena, head, "Content-Length"), &left));
	for (; left > 0 && recv(fd, &c, 1, 0) == 1; left--)
		buf_add_char(&in, c);
	return (struct reply){.status = (int)status, .head = head, .body = str_from(buf_str(&in), end)};
}

static struct reply ask(const struct fixture *fixture, struct str request)
{
	int fd = connect_to(fixture);
	send_all(fd, request);
	struct reply reply = read_reply(fixture->arena, fd, !str_has_prefix(request, STR("HEAD")));
	close(fd);
	return reply;
}

#define HOST       "Host: localhost\r\n"
#define GET(path)  "GET " path " HTTP/1.1\r\n" HOST "\r\n"
#define MULTIPART  "Content-Type: multipart/form-data; boundary=XX\r\n"
#define URLENCODED "Content-Type: application/x-www-form-urlencoded\r\n"
#define FILE_HEAD  "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"k.txt\"\r\n\r\n"
#define LAST       "\r\n--XX--\r\n"

static struct str post(struct arena *arena, const char *headers, struct str body)
{
	return str_format(arena, "POST /p HTTP/1.1\r\n" HOST "%sContent-Length: %zu\r\n\r\n%.*s", headers, body.len, STR_ARG(body));
}

static struct str repeated(struct arena *arena, const char *before, char c, size_t n, const char *behind)
{
	struct buf out;
	buf_init(&out, arena, 1 << 24);
	buf_add(&out, str_of(before));
	for (size_t i = 0; i < n; i++)
		buf_add_char(&out, c);
	buf_add(&out, str_of(behind));
	return buf_str(&out);
}

/* ---- Tests ---- */

static void a_page_is_answered_with_its_length_and_date(void **state)
{
	struct fixture *fixture = *state;
	struct reply reply = ask(fixture, STR("GET /a%2Fb?x=1%202&y=a+b%2B&z&w=100% HTTP/1.1\r\n" HOST "User-Agent: test\r\n\r\n"));
	assert_int_equal(reply.status, 200);
	assert_str(reply.body, "GET /a%2Fb from 127.0.0.1\nquery x=1 2\nquery y=a b+\nquery z=\nquery w=100%\nagent test\n");
	assert_str(header_of(fixture->arena, reply.head, "Content-Type"), "text/plain");
	assert_true(str_has_suffix(header_of(fixture->arena, reply.head, "Date"), STR("GMT")));
	assert_null(header_of(fixture->arena, reply.head, "Server").ptr);
}

static void methods_are_told_apart(void **state)
{
	struct fixture *fixture = *state;
	struct reply reply = ask(fixture, STR("HEAD /h HTTP/1.1\r\n" HOST "\r\n"));
	assert_int_equal(reply.status, 200);
	assert_str(header_of(fixture->arena, reply.head, "Content-Length"), "29");
	assert_true(str_has_prefix(ask(fixture, STR("DELETE /d HTTP/1.1\r\n" HOST "\r\n")).body, STR("OTHER /d")));
	assert_true(str_has_prefix(ask(fixture, STR("BREW /d HTTP/1.1\r\n" HOST "\r\n")).body, STR("OTHER /d")));
	assert_true(
	    str_has_prefix(ask(fixture, STR("GET http://localhost/x/y?z HTTP/1.1\r\n" HOST "\r\n")).body, STR("GET /x/y from")));
	assert_int_equal(ask(fixture, STR("nonsense\r\n\r\n")).status, 0);         /* closed without a word */
	assert_int_equal(ask(fixture, STR("GET / HTTP/1.1\r\n\r\n")).status, 400); /* no Host */
	assert_int_equal(ask(fixture, STR("HEAD /gone HTTP/1.1\r\n" HOST "\r\n")).status, 204);
}

static void one_connection_serves_one_request_after_the_other(void **state)
{
	struct fixture *fixture = *state;
	int fd = connect_to(fixture);
	for (int i = 0; i < 3; i++) {
		send_all(fd, STR(GET("/one")));
		assert_true(str_has_prefix(read_reply(fixture->arena, fd, true).body, STR("GET /one")));
		send_all(fd, post(fixture->arena, URLENCODED, STR("a=1")));
		assert_true(str_contains(read_reply(fixture->arena, fd, true).body, STR("form a=1\n")));
	}
	close(fd);
}

static void requests_sent_together_are_answered_in_order(void **state)
{
	struct fixture *fixture = *state;
	int fd = connect_to(fixture);
	send_all(fd, STR(GET("/1") GET("/assets/a.11111111.css") "POST /3 HTTP/1.1\r\n" HOST URLENCODED
	                                                         "Content-Length: 3\r\n\r\na=b" GET("/4")));
	assert_true(str_has_prefix(read_reply(fixture->arena, fd, true).body, STR("GET /1")));
	assert_str(read_reply(fixture->arena, fd, true).body, "body{}");
	assert_true(str_has_prefix(read_reply(fixture->arena, fd, true).body, STR("POST /3")));
	assert_true(str_has_prefix(read_reply(fixture->arena, fd, true).body, STR("GET /4")));
	close(fd);
}

static void an_upload_lies_in_a_file_until_the_answer(void **state)
{
	struct fixture *fixture = *state;
	struct str body = repeated(fixture->arena, FILE_HEAD, 'x', 50 * 1000, LAST);
	struct reply reply = ask(fixture, post(fixture->arena, MULTIPART, body));
	assert_int_equal(reply.status, 200);
	struct str mark = str_format(fixture->arena, "upload f k.txt 50000 %s/", fixture->folder);
	size_t at = str_find(reply.body, mark, 0);
	assert_int_not_equal(at, SIZE_MAX);
	size_t start = at + mark.len - strlen(fixture->folder) - 1;
	struct str path = str_part(reply.body, start, str_find(reply.body, STR("\n"), start) - start);
	pause_ms(50); /* the answer arrives before its end is noticed */
	assert_int_not_equal(access(str_cstr(fixture->arena, path), F_OK), 0);
}

static void an_upload_that_cannot_be_stored_is_said(void **state)
{
	struct fixture *fixture = *state;
	struct str body = repeated(fixture->arena, FILE_HEAD, 'x', 50 * 1000, LAST);
	assert_int_equal(rmdir(fixture->folder), 0);
	struct reply reply = ask(fixture, post(fixture->arena, MULTIPART, body));
	assert_int_equal(mkdir(fixture->folder, 0700), 0);
	assert_int_equal(reply.status, 507);
}

static void a_body_in_chunks_is_put_together(void **state)
{
	struct fixture *fixture = *state;
	struct reply reply = ask(fixture, STR("POST /p HTTP/1.1\r\n" HOST URLENCODED
	                                      "Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n5\r\n23&b=\r\n1\r\n2\r\n0\r\n\r\n"));
	assert_true(str_contains(reply.body, STR("form a=123\nform b=2\n")));
}

static void what_is_malformed_or_too_large_is_refused_and_the_connection_lives(void **state)
{
	struct fixture *fixture = *state;
	struct arena *arena = fixture->arena;
	const struct {
		const char *headers;
		struct str body;
		int status;
	} table[] = {
	    {URLENCODED, STR("a=%zz"), 400},
	    {"Content-Type: application/json\r\n", STR("{}"), 400},
	    {"", STR("a=1"), 400},
	    {MULTIPART, STR("--XX"), 400},
	    {URLENCODED, repeated(arena, "a=", 'x', 5000, ""), 413},
	    {MULTIPART, repeated(arena, FILE_HEAD, 'x', MAX_UPLOAD + 1, LAST), 413},
	    {MULTIPART, repeated(arena, FILE_HEAD, 'x', 3 * 1000 * 1000, LAST), 413},
	    {URLENCODED, STR("a=1"), 200},
	    {"", STR(""), 200},
	};
	int fd = connect_to(fixture);
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		send_all(fd, post(arena, table[i].headers, table[i].body));
		assert_int_equal(read_reply(arena, fd, true).status, table[i].status);
	}
	close(fd);
}

static void a_body_too_long_to_be_read_is_answered_at_once(void **state)
{
	struct fixture *fixture = *state;
	int fd = connect_to(fixture);
	send_all(fd, STR("POST /p HTTP/1.1\r\n" HOST URLENCODED "Content-Length: 99999999999\r\n\r\na=1"));
	assert_int_equal(read_reply(fixture->arena, fd, true).status, 413);
	close(fd);
}

static void headers_have_a_limit(void **state)
{
	struct fixture *fixture = *state;
	struct str request = repeated(fixture->arena, "GET / HTTP/1.1\r\n" HOST "X: ", 'x', 100 * 1000, "\r\n\r\n");
	assert_int_equal(ask(fixture, request).status, 431);
	assert_true(ask(fixture, repeated(fixture->arena, "GET /", 'x', 100 * 1000, " HTTP/1.1\r\n\r\n")).status >= 400);
}

static void assets_are_answered_as_the_browser_wants_them(void **state)
{
	struct fixture *fixture = *state;
	struct arena *arena = fixture->arena;
	int fd = connect_to(fixture);
	send_all(fd, STR("GET /assets/a.11111111.css HTTP/1.1\r\n" HOST "Accept-Encoding: gzip\r\n\r\n"));
	struct reply reply = read_reply(arena, fd, true);
	assert_str(reply.body, "gz");
	assert_str(header_of(arena, reply.head, "Content-Encoding"), "gzip");
	assert_str(header_of(arena, reply.head, "Cache-Control"), "public, max-age=31536000, immutable");
	send_all(fd, STR("GET /assets/a.11111111.css HTTP/1.1\r\n" HOST "If-None-Match: \"plain\"\r\n\r\n"));
	reply = read_reply(arena, fd, false);
	assert_int_equal(reply.status, 304);
	assert_str(header_of(arena, reply.head, "ETag"), "\"plain\"");
	send_all(fd, STR("HEAD /assets/a.11111111.css HTTP/1.1\r\n" HOST "\r\n"));
	reply = read_reply(arena, fd, false);
	assert_str(header_of(arena, reply.head, "Content-Length"), "6");
	send_all(fd, STR("GET /assets/a.css HTTP/1.1\r\n" HOST "\r\n"));
	assert_true(str_has_prefix(read_reply(arena, fd, true).body, STR("GET /assets/a.css from")));
	send_all(fd, post(arena, "", STR("")));
	assert_int_equal(read_reply(arena, fd, true).status, 200);
	close(fd);
}

static void a_file_is_sent_and_a_missing_one_is_a_failure(void **state)
{
	struct fixture *fixture = *state;
	struct str path = str_format(fixture->arena, "%s/stored", fixture->folder);
	assert_int_equal(ask(fixture, STR(GET("/stored"))).status, 500);
	FILE *file = fopen(path.ptr, "w");
	fputs("stored bytes", file);
	fclose(file);
	struct reply reply = ask(fixture, STR(GET("/stored")));
	unlink(path.ptr);
	assert_int_equal(reply.status, 200);
	assert_str(reply.body, "stored bytes");
}

static void a_line_break_in_a_header_is_never_sent(void **state)
{
	struct fixture *fixture = *state;
	struct reply reply = ask(fixture, STR(GET("/split")));
	assert_int_equal(reply.status, 500);
	assert_false(str_contains(reply.head, STR("Set-Cookie")));
}

/* Sends a byte now and then, which keeps the connection from being idle, until the server ends it. */
static void a_client_that_trickles_is_let_go(void **state)
{
	struct fixture *fixture = *state;
	static const struct str beginnings[] = {STR_INIT("GET / HTTP/1.1\r\nX: "),
	                                        STR_INIT("POST / HTTP/1.1\r\n" HOST URLENCODED "Content-Length: 900\r\n\r\n")};
	int fds[2];
	for (int i = 0; i < 2; i++) {
		fds[i] = connect_to(fixture);
		send_all(fds[i], beginnings[i]);
	}
	int open = 2;
	for (int tenths = 0; tenths < 80 && open > 0; tenths++) {
		pause_ms(100);
		open = 0;
		for (int i = 0; i < 2; i++) {
			char c;
			send(fds[i], "x", 1, MSG_NOSIGNAL);
			ssize_t n = recv(fds[i], &c, 1, MSG_DONTWAIT);
			open += n < 0 && errno == EAGAIN;
		}
	}
	assert_int_equal(open, 0);
	close(fds[0]);
	close(fds[1]);
}

static void *ask_slowly(void *context)
{
	static struct reply reply;
	reply = ask(context, STR(GET("/slow")));
	return &reply;
}

static void what_is_under_way_is_answered_before_the_stop(void **state)
{
	struct fixture *fixture = *state;
	pthread_t thread;
	void *reply;
	assert_int_equal(pthread_create(&thread, NULL, ask_slowly, fixture), 0);
	while (atomic_load(&fixture->entered) == 0)
		pause_ms(1);
	http_server_stop(fixture->server);
	fixture->server = NULL;
	pthread_join(thread, &reply);
	assert_int_equal(((struct reply *)reply)->status, 200);
	assert_str(header_of(fixture->arena, ((struct reply *)reply)->head, "Connection"), "close");
}

static void an_address_that_is_taken_or_none_is_said(void **state)
{
	struct fixture *fixture = *state;
	struct http_server *second;
	struct http_options options = {.serve = serve, .max_uploads = 1, .threads = 1};
	options.listen = str_format(fixture->arena, "127.0.0.1:%d", http_server_port(fixture->server)).ptr;
	assert_rc(http_server_start(&options, &second), RC_BUSY);
	static const char *const none[] = {
	    "",      "8080",    "localhost:80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:99999", "127.0.0.1:-1",
	    "[::1]", "[::1:80", "::1:80",       "1.2.3:80",  ":80"};
	for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
		options.listen = none[i];
		assert_rc(http_server_start(&options, &second), RC_INVALID);
	}
	http_server_stop(NULL);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest cases[] = {
	    CASE(a_page_is_answered_with_its_length_and_date),
	    CASE(methods_are_told_apart),
	    CASE(one_connection_serves_one_request_after_the_other),
	    CASE(requests_sent_together_are_answered_in_order),
	    CASE(an_upload_lies_in_a_file_until_the_answer),
	    CASE(an_upload_that_cannot_be_stored_is_said),
	    CASE(a_body_in_chunks_is_put_together),
	    CASE(what_is_malformed_or_too_large_is_refused_and_the_connection_lives),
	    CASE(a_body_too_long_to_be_read_is_answered_at_once),
	    CASE(headers_have_a_limit),
	    CASE(assets_are_answered_as_the_browser_wants_them),
	    CASE(a_file_is_sent_and_a_missing_one_is_a_failure),
	    CASE(a_line_break_in_a_header_is_never_sent),
	    CASE(a_client_that_trickles_is_let_go),
	    CASE(what_is_under_way_is_answered_before_the_stop),
	    CASE(an_address_that_is_taken_or_none_is_said),
	};
	return TEST_RUN(cases);
}
