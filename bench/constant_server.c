/* The least that libmicrohttpd can do, with the settings of http/http_server.c: every answer is the same N bytes. What our own
 * work costs is measured beside it. Runs until it is ended by a signal. */
#include <microhttpd.h>
#include <signal.h>

#include "bench/options.h"

static enum MHD_Result answer(void *response, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *bytes, size_t *n_bytes, void **seen)
{
	(void)url;
	(void)method;
	(void)version;
	(void)bytes;
	(void)n_bytes;
	if (*seen == NULL) {
		*seen = response;
		return MHD_YES;
	}
	return MHD_queue_response(connection, MHD_HTTP_OK, response);
}

int main(int argc, char **argv)
{
	struct options options = options_read(argc, argv);
	sigset_t ends;
	int which;
	sigemptyset(&ends);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGINT);
	sigprocmask(SIG_BLOCK, &ends, NULL);
	char *body = malloc((size_t)options.bytes + 1);
	if (body == NULL)
		return 1;
	memset(body, 'x', (size_t)options.bytes);
	struct MHD_Response *response = MHD_create_response_from_buffer((size_t)options.bytes, body, MHD_RESPMEM_MUST_FREE);
	MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, "text/html; charset=utf-8");
	struct MHD_OptionItem pool[] = {
	    {options.threads > 1 ? MHD_OPTION_THREAD_POOL_SIZE : MHD_OPTION_END, (intptr_t)options.threads, NULL},
	    {MHD_OPTION_END, 0, NULL}};
	struct MHD_Daemon *daemon =
	    MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_TURBO | MHD_USE_ITC, (uint16_t)options.port, NULL, NULL, answer,
	                     response, MHD_OPTION_CONNECTION_TIMEOUT, 30u, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)32 * 1024,
	                     MHD_OPTION_ARRAY, pool, MHD_OPTION_END);
	if (daemon == NULL) {
		fprintf(stderr, "constant_server: cannot listen at port %lld\n", (long long)options.port);
		return 1;
	}
	printf("%u\n", MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
	fflush(stdout);
	sigwait(&ends, &which);
	MHD_stop_daemon(daemon);
	MHD_destroy_response(response);
	return 0;
}
