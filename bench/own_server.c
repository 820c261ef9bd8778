/* N bytes through our own server, beside bench/constant_server.c: at /asset as an embedded file, elsewhere as a page with the
 * headers that pages have. Runs until it is ended by a signal. */
#include <signal.h>

#include "base/log.h"
#include "bench/options.h"
#include "http/http.h"
#include "http/http_asset.h"

static void serve(void *context, struct http_request *request, struct http_response *response)
{
	static const struct http_field headers[] = {
	    {STR_INIT("Content-Type"), STR_INIT("text/html; charset=utf-8")},
	    {STR_INIT("Content-Security-Policy"), STR_INIT("default-src 'self'; frame-ancestors 'none'; form-action 'self'")},
	    {STR_INIT("X-Content-Type-Options"), STR_INIT("nosniff")},
	    {STR_INIT("Referrer-Policy"), STR_INIT("same-origin")},
	    {STR_INIT("Cache-Control"), STR_INIT("no-store")},
	};
	(void)request;
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
		http_response_header(response, headers[i].name, headers[i].value);
	response->body = *(const struct str *)context;
}

int main(int argc, char **argv)
{
	struct options options = options_read(argc, argv);
	struct http_server *server;
	sigset_t ends;
	int which;
	sigemptyset(&ends);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGINT);
	sigprocmask(SIG_BLOCK, &ends, NULL);
	struct arena *arena = arena_new();
	char *bytes = arena_alloc(arena, (size_t)options.bytes);
	memset(bytes, 'x', (size_t)options.bytes);
	struct str body = {.ptr = bytes, .len = (size_t)options.bytes};
	const struct http_asset asset = {.name = "asset",
	                                 .address = "/asset",
	                                 .media_type = "text/css",
	                                 .etag = "\"0\"",
	                                 .bytes = (const unsigned char *)bytes,
	                                 .size = body.len,
	                                 .is_immutable = true};
	const struct http_asset *const by_name[] = {&asset};
	const struct http_assets assets = {.by_address = &asset, .by_name = by_name, .n = 1};
	const struct http_options to_start = {.listen = str_format(arena, "127.0.0.1:%lld", (long long)options.port).ptr,
	                                      .threads = (int)options.threads,
	                                      .max_form_bytes = 1 << 20,
	                                      .max_upload_bytes = 1 << 20,
	                                      .max_uploads = 1,
	                                      .temporary_folder = "/tmp",
	                                      .assets = &assets,
	                                      .serve = serve,
	                                      .context = &body};
	enum rc rc = http_server_start(&to_start, &server);
	if (rc != RC_OK) {
		log_failure(rc, "own_server");
		return 1;
	}
	printf("%d\n", http_server_port(server));
	fflush(stdout);
	sigwait(&ends, &which);
	http_server_stop(server);
	arena_free(arena);
	return 0;
}
