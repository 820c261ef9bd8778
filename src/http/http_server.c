/* libmicrohttpd around `serve`.
 *
 * Its access handler is called once when the headers are there, then for every piece of the body, then once more: the answer is
 * queued at that last call. Queued at the first, it makes the library close the connection, at a fifth of the rate; only a body
 * too long to be read is answered that way.
 *
 * What is under way is either an http_exchange or an asset's entry: the first member of both says which. */
#include "http/http.h"

#include <errno.h>
#include <microhttpd.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "http/http_asset.h"
#include "http/http_exchange.h"
#include "http/http_peer.h"
#include "http/http_reply.h"

enum {
	TIMEOUT_SECONDS = 30,
	CONNECTIONS = 4096,
	CONNECTIONS_OF_ONE = 1024,    /* a whole body's machines may come from behind one address, or from a proxy */
	OTHER_FILES = 128,            /* the database's, the log's, … */
	CONNECTION_BYTES = 32 * 1024, /* for request line and headers, and for what is read and sent at once */
	BACKLOG = 1024,
	STOP_MS = 1000, /* for what is under way; one who sends slowly, or no more, keeps nobody longer */
	SPARE_EXCHANGES = 64,
};

/* An asset with its answers, made once. */
struct served_asset {
	bool is_asset; /* true */
	const struct http_asset *asset;
	struct http_reply replies[HTTP_ASSET_VARIANTS];
};

struct http_server {
	struct http_options options;
	struct arena *arena; /* guarded by `lock` once the server runs */
	struct MHD_Daemon *daemon;
	int listen_fd, port;
	int64_t step_ms;
	struct served_asset *assets; /* in the order of options.assets */
	struct arena *peers_arena;
	struct http_peers peers;
	pthread_mutex_t lock;
	struct http_exchange *spare, *bare; /* with an arena, and without */
	size_t n_spare;
	atomic_int under_way;
	atomic_bool stopping;
};

/* ---- Exchanges ---- */

static struct http_exchange *pop(struct http_exchange **list)
{
	struct http_exchange *exchange = *list;
	if (exchange != NULL)
		*list = exchange->next;
	return exchange;
}

static void push(struct http_exchange **list, struct http_exchange *exchange)
{
	exchange->next = *list;
	*list = exchange;
}

static struct http_exchange *take_exchange(struct http_server *server)
{
	pthread_mutex_lock(&server->lock);
	struct http_exchange *exchange = pop(&server->spare);
	if (exchange != NULL)
		server->n_spare--;
	else
		exchange = pop(&server->bare);
	if (exchange == NULL)
		exchange = ARENA_NEW(server->arena, struct http_exchange);
	pthread_mutex_unlock(&server->lock);
	if (exchange->arena == NULL)
		exchange->arena = arena_new();
	return exchange;
}

/* Beyond some, it gives its memory back. */
static void give_exchange_back(struct http_server *server, struct http_exchange *exchange)
{
	http_exchange_clear(exchange);
	pthread_mutex_lock(&server->lock);
	if (server->n_spare < SPARE_EXCHANGES) {
		push(&server->spare, exchange);
		server->n_spare++;
	} else {
		arena_free(exchange->arena);
		exchange->arena = NULL;
		push(&server->bare, exchange);
	}
	pthread_mutex_unlock(&server->lock);
}

static struct http_peer *peer_of(struct MHD_Connection *connection)
{
	return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
}

/* ---- Answers ---- */

static enum MHD_Result queue(struct http_server *server, struct MHD_Connection *connection, const struct http_reply *reply)
{
	http_peer_allow(&server->peers, peer_of(connection), reply->size);
	return MHD_queue_response(connection, reply->status, reply->response);
}

static enum MHD_Result answer_exchange(struct http_server *server, struct MHD_Connection *connection,
                                       struct http_exchange *exchange, const char *url)
{
	struct http_reply reply;
	http_exchange_complete(exchange, connection, url, peer_of(connection)->remote, server->options.proxy);
	server->options.serve(server->options.context, &exchange->request, &exchange->response);
	enum rc rc = http_reply_make(&exchange->response, &reply);
	if (rc != RC_OK) {
		log_failure(rc, "answer");
		reply = http_reply_failure();
	}
	if (reply.response == NULL)
		return MHD_NO;
	if (atomic_load(&server->stopping))
		MHD_add_response_header(reply.response, MHD_HTTP_HEADER_CONNECTION, "close");
	enum MHD_Result queued = queue(server, connection, &reply);
	MHD_destroy_response(reply.response);
	return queued;
}

static enum MHD_Result answer_asset(struct http_server *server, struct MHD_Connection *connection,
                                    const struct served_asset *served)
{
	struct str accepts = str_of(MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_ACCEPT_ENCODING));
	struct str has = str_of(MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_IF_NONE_MATCH));
	return queue(server, connection, &served->replies[http_asset_choose(served->asset, accepts, has)]);
}

static struct served_asset *find_asset(struct http_server *server, const char *url, const char *method)
{
	if (server->assets == NULL || (strcmp(method, MHD_HTTP_METHOD_GET) != 0 && strcmp(method, MHD_HTTP_METHOD_HEAD) != 0))
		return NULL;
	const struct http_asset *asset = http_asset_lookup(server->options.assets, str_of(url));
	return asset != NULL ? &server->assets[asset - server->options.assets->by_address] : NULL;
}

/* ---- Callbacks ---- */

static enum MHD_Result begin(struct http_server *server, struct MHD_Connection *connection, const char *url, const char *method,
                             void **under_way)
{
	if (atomic_load(&server->stopping))
		return MHD_NO;
	int64_t announced = http_exchange_announced(connection);
	atomic_fetch_add(&server->under_way, 1);
	http_peer_allow(&server->peers, peer_of(connection), announced > 0 ? announced : 0);
	*under_way = find_asset(server, url, method);
	if (*under_way != NULL)
		return MHD_YES;
	struct http_exchange *exchange = take_exchange(server);
	*under_way = exchange;
	http_exchange_begin(exchange, &server->options, connection, method);
	if (announced <= exchange->most)
		return MHD_YES;
	exchange->request.refused = RC_LIMIT;
	return answer_exchange(server, connection, exchange, url);
}

static enum MHD_Result on_request(void *context, struct MHD_Connection *connection, const char *url, const char *method,
                                  const char *version, const char *bytes, size_t *n_bytes, void **under_way)
{
	struct http_server *server = context;
	(void)version;
	if (*under_way == NULL)
		return begin(server, connection, url, method, under_way);
	bool is_asset = *(const bool *)*under_way;
	if (*n_bytes > 0) {
		struct str piece = {.ptr = bytes, .len = *n_bytes};
		*n_bytes = 0;
		return is_asset || http_exchange_feed(*under_way, piece) ? MHD_YES : MHD_NO;
	}
	if (is_asset)
		return answer_asset(server, connection, *under_way);
	return answer_exchange(server, connection, *under_way, url);
}

static void on_completed(void *context, struct MHD_Connection *connection, void **under_way, enum MHD_RequestTerminationCode how)
{
	struct http_server *server = context;
	(void)how;
	if (*under_way == NULL)
		return;
	if (!*(const bool *)*under_way)
		give_exchange_back(server, *under_way);
	*under_way = NULL;
	http_peer_allow(&server->peers, peer_of(connection), 0);
	atomic_fetch_sub(&server->under_way, 1);
}

static void on_connection(void *context, struct MHD_Connection *connection, void **peer, enum MHD_ConnectionNotificationCode what)
{
	struct http_server *server = context;
	if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
		http_peer_remove(&server->peers, *peer);
		return;
	}
	int fd = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
	*peer =
	    http_peer_add(&server->peers, fd, MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr);
}

/* Paths and queries stay as they were sent: they are decoded where their parts are known. */
static size_t leave_encoded(void *context, struct MHD_Connection *connection, char *s)
{
	(void)context;
	(void)connection;
	return strlen(s);
}

/* ---- Start and stop ---- */

static enum rc make_asset_replies(struct http_server *server)
{
	const struct http_assets *assets = server->options.assets;
	if (assets == NULL || assets->n == 0)
		return RC_OK;
	server->assets = ARENA_ARRAY(server->arena, struct served_asset, assets->n);
	for (size_t i = 0; i < assets->n; i++) {
		server->assets[i].is_asset = true;
		server->assets[i].asset = &assets->by_address[i];
		for (int variant = 0; variant < HTTP_ASSET_VARIANTS; variant++) {
			struct http_response response = {.arena = server->arena};
			http_asset_answer(&assets->by_address[i], (enum http_asset_variant)variant, &response);
			TRY(http_reply_make(&response, &server->assets[i].replies[variant]));
		}
	}
	return RC_OK;
}

static void destroy_asset_replies(struct http_server *server)
{
	for (size_t i = 0; server->assets != NULL && i < server->options.assets->n; i++)
		for (int variant = 0; variant < HTTP_ASSET_VARIANTS; variant++)
			if (server->assets[i].replies[variant].response != NULL)
				MHD_destroy_response(server->assets[i].replies[variant].response);
}

static enum rc listen_at(struct str where, int *ret)
{
	struct http_address address;
	int yes = 1;
	TRY(http_address_parse(where, &address));
	int fd = socket(address.socket.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return log_fail(RC_IO, "socket: %s", strerror(errno));
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
	if (bind(fd, (struct sockaddr *)&address.socket, address.size) != 0 || listen(fd, BACKLOG) != 0) {
		int error = errno;
		close(fd);
		return error == EADDRINUSE ? RC_BUSY : log_fail(RC_IO, "listen at %.*s: %s", STR_ARG(where), strerror(error));
	}
	*ret = fd;
	return RC_OK;
}

/* As many connections as the system lets us open. */
static unsigned connection_limit(void)
{
	struct rlimit files = {0};
	if (getrlimit(RLIMIT_NOFILE, &files) != 0)
		return CONNECTIONS / 8;
	if (files.rlim_cur < files.rlim_max) {
		files.rlim_cur = files.rlim_max;
		setrlimit(RLIMIT_NOFILE, &files);
		getrlimit(RLIMIT_NOFILE, &files);
	}
	if (files.rlim_cur == RLIM_INFINITY || files.rlim_cur > CONNECTIONS + OTHER_FILES)
		return CONNECTIONS;
	return files.rlim_cur > 2 * OTHER_FILES ? (unsigned)files.rlim_cur - OTHER_FILES : OTHER_FILES;
}

static enum rc start_daemon(struct http_server *server)
{
	unsigned threads = server->options.threads > 1 ? (unsigned)server->options.threads : 0;
	unsigned timeout = server->options.timeout_seconds > 0 ? (unsigned)server->options.timeout_seconds : TIMEOUT_SECONDS;
	/* A pool of one is refused, so the option is there only for more. */
	struct MHD_OptionItem pool[] = {{threads > 1 ? MHD_OPTION_THREAD_POOL_SIZE : MHD_OPTION_END, (intptr_t)threads, NULL},
	                                {MHD_OPTION_END, 0, NULL}};
	server->daemon =
	    MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_TURBO | MHD_USE_ITC, 0, NULL, NULL, on_request, server,
	                     /* with: */
	                     MHD_OPTION_LISTEN_SOCKET, server->listen_fd, MHD_OPTION_CONNECTION_LIMIT, connection_limit(),
	                     MHD_OPTION_PER_IP_CONNECTION_LIMIT, (unsigned)CONNECTIONS_OF_ONE, MHD_OPTION_CONNECTION_TIMEOUT, timeout,
	                     MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_BYTES, MHD_OPTION_STRICT_FOR_CLIENT, 1,
	                     MHD_OPTION_NOTIFY_COMPLETED, on_completed, server, MHD_OPTION_NOTIFY_CONNECTION, on_connection, server,
	                     MHD_OPTION_UNESCAPE_CALLBACK, leave_encoded, server, MHD_OPTION_ARRAY, pool, MHD_OPTION_END);
	return server->daemon != NULL ? RC_OK : log_fail(RC_IO, "start the HTTP server: %s", strerror(errno));
}

/* Frees what is there of a server that runs no more, or never did. */
static void release(struct http_server *server)
{
	destroy_asset_replies(server);
	for (struct http_exchange *exchange = server->spare; exchange != NULL; exchange = exchange->next)
		arena_free(exchange->arena);
	if (server->listen_fd >= 0)
		close(server->listen_fd);
	pthread_mutex_destroy(&server->lock);
	arena_free(server->peers_arena);
	arena_free(server->arena);
}

enum rc http_server_start(const struct http_options *options, struct http_server **ret)
{
	struct arena *arena = arena_new();
	struct http_server *server = ARENA_NEW(arena, struct http_server);
	server->arena = arena;
	server->peers_arena = arena_new();
	server->options = *options;
	server->listen_fd = -1;
	pthread_mutex_init(&server->lock, NULL);
	int seconds = options->timeout_seconds > 0 ? options->timeout_seconds : TIMEOUT_SECONDS;
	enum rc rc = listen_at(str_of(options->listen), &server->listen_fd);
	if (rc == RC_OK)
		rc = make_asset_replies(server);
	if (rc == RC_OK)
		rc = http_peer_start(&server->peers, server->peers_arena, 2000 * (int64_t)seconds);
	if (rc == RC_OK) {
		rc = start_daemon(server);
		if (rc != RC_OK)
			http_peer_stop(&server->peers);
	}
	if (rc != RC_OK) {
		release(server);
		return rc;
	}
	server->port = http_address_port(server->listen_fd);
	*ret = server;
	return RC_OK;
}

int http_server_port(const struct http_server *server)
{
	return server->port;
}

void http_server_stop(struct http_server *server)
{
	static const struct timespec moment = {.tv_nsec = 10 * 1000 * 1000};
	if (server == NULL)
		return;
	/* New requests are refused by begin(). Not MHD_quiesce_daemon(): with a pool of threads on epoll, the library may take the
	 * listening socket out of the set twice, and aborts (0.9.75). */
	atomic_store(&server->stopping, true);
	for (int i = 0; i < STOP_MS / 10 && atomic_load(&server->under_way) > 0; i++)
		nanosleep(&moment, NULL);
	MHD_stop_daemon(server->daemon);
	http_peer_stop(&server->peers);
	release(server);
}
