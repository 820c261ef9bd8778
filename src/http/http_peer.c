#include "http/http_peer.h"

#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

#include "base/log.h"
#include "sys/clock.h"

enum { BYTES_PER_MS = 1 };

/* Shutting down rather than closing: the server, which owns the socket, sees its end and closes it. */
static void end_those_past_their_time(struct http_peers *peers)
{
	int64_t now = clock_monotonic_ms();
	for (struct http_peer *peer = peers->open.next; peer != &peers->open; peer = peer->next)
		if (now > atomic_load_explicit(&peer->deadline_ms, memory_order_relaxed))
			shutdown(peer->fd, SHUT_RDWR);
}

/* The server is told of an end by an edge, and misses it where the end came together with the last bytes. Shutting down what is
 * shut down already changes nothing and tells it again; an answer still goes out. */
static void tell_of_ends(struct http_peers *peers)
{
	for (struct http_peer *peer = peers->open.next; peer != &peers->open; peer = peer->next) {
		struct pollfd end = {.fd = peer->fd, .events = POLLRDHUP};
		if (poll(&end, 1, 0) == 1 && (end.revents & POLLRDHUP))
			shutdown(peer->fd, SHUT_RD);
	}
}

static void *watch(void *context)
{
	struct http_peers *peers = context;
	pthread_mutex_lock(&peers->lock);
	while (!peers->stopping) {
		struct timespec until;
		clock_gettime(CLOCK_MONOTONIC, &until);
		until.tv_sec += 1;
		pthread_cond_timedwait(&peers->wake, &peers->lock, &until);
		end_those_past_their_time(peers);
		tell_of_ends(peers);
	}
	pthread_mutex_unlock(&peers->lock);
	return NULL;
}

enum rc http_peer_start(struct http_peers *peers, struct arena *arena, int64_t step_ms)
{
	pthread_condattr_t attributes;
	*peers = (struct http_peers){.arena = arena, .step_ms = step_ms};
	peers->open.next = peers->open.previous = &peers->open;
	pthread_mutex_init(&peers->lock, NULL);
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&peers->wake, &attributes);
	pthread_condattr_destroy(&attributes);
	int error = pthread_create(&peers->thread, NULL, watch, peers);
	return error == 0 ? RC_OK : log_fail(RC_IO, "start a thread: %s", strerror(error));
}

void http_peer_stop(struct http_peers *peers)
{
	pthread_mutex_lock(&peers->lock);
	peers->stopping = true;
	pthread_cond_signal(&peers->wake);
	pthread_mutex_unlock(&peers->lock);
	pthread_join(peers->thread, NULL);
	pthread_cond_destroy(&peers->wake);
	pthread_mutex_destroy(&peers->lock);
}

struct http_peer *http_peer_add(struct http_peers *peers, int fd, const struct sockaddr *address)
{
	pthread_mutex_lock(&peers->lock);
	struct http_peer *peer = peers->spare;
	if (peer != NULL)
		peers->spare = peer->next;
	else
		peer = ARENA_NEW(peers->arena, struct http_peer);
	peer->fd = fd;
	http_address_write(address, peer->remote);
	http_peer_allow(peers, peer, 0);
	peer->next = peers->open.next;
	peer->previous = &peers->open;
	peer->next->previous = peer;
	peers->open.next = peer;
	pthread_mutex_unlock(&peers->lock);
	return peer;
}

void http_peer_remove(struct http_peers *peers, struct http_peer *peer)
{
	pthread_mutex_lock(&peers->lock);
	peer->next->previous = peer->previous;
	peer->previous->next = peer->next;
	peer->next = peers->spare;
	peers->spare = peer;
	pthread_mutex_unlock(&peers->lock);
}

void http_peer_allow(const struct http_peers *peers, struct http_peer *peer, int64_t bytes)
{
	int64_t deadline = clock_monotonic_ms() + peers->step_ms + bytes / BYTES_PER_MS;
	atomic_store_explicit(&peer->deadline_ms, deadline, memory_order_relaxed);
}
