/* The connections that are open, each with the time by which its present step must be done: a client that sends or reads a byte
 * now and then would never be idle long enough to be let go, and hold its place for ever. One thread closes those past their
 * time, and sees within two seconds that a client hung up in the middle of what it sent. */
#ifndef HTTP_HTTP_PEER_H
#define HTTP_HTTP_PEER_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"
#include "http/http_address.h"

struct http_peer {
	struct http_peer *next, *previous;
	int fd;
	_Atomic int64_t deadline_ms; /* by the monotonic clock */
	char remote[HTTP_ADDRESS_BYTES];
};

struct http_peers {
	pthread_mutex_t lock; /* guards all but the deadlines */
	pthread_cond_t wake;
	pthread_t thread;
	struct arena *arena;
	struct http_peer open; /* head of the ring of open ones */
	struct http_peer *spare;
	int64_t step_ms; /* how long a step without content may take */
	bool stopping;
};

/* Starts to watch; peers live in the arena, which must outlive http_peer_stop(). */
enum rc http_peer_start(struct http_peers *peers, struct arena *arena, int64_t step_ms) MUST_USE;
void http_peer_stop(struct http_peers *peers);

/* A connection was accepted; and will be closed, after which the peer is no more. */
struct http_peer *http_peer_add(struct http_peers *peers, int fd, const struct sockaddr *address);
void http_peer_remove(struct http_peers *peers, struct http_peer *peer);

/* A new step begins, in which `bytes` go over the line: at 1 KiB a second or faster. */
void http_peer_allow(const struct http_peers *peers, struct http_peer *peer, int64_t bytes);

#endif
