/* A program run as a child, with its standard input and output in our hands.
 *
 *   process_start -> process_read … -> process_end (waits; process_kill before it, where its end is not to be waited for)
 *
 * The child has a process group of its own, so that what it started ends with it, and no descriptor of ours but its input and
 * output; standard error is ours. */
#ifndef SYS_PROCESS_H
#define SYS_PROCESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/rc.h"
#include "base/str.h"

struct process {
	int pid;
	int out; /* what it writes comes here */
};

struct process_end {
	bool exited; /* by itself, with `status`; else by `signal` */
	int status, signal;
};

/* `argv` ends with NULL; argv[0] is the path. `in` is its standard input and stays the caller's. RC_NOT_FOUND where there is no
 * such program. */
enum rc process_start(const char *const *argv, int in, struct process *ret) MUST_USE;

/* What it wrote, up to `room` bytes; *ret_len 0: it has closed its output. RC_BUSY where nothing came within `wait_ms`. */
enum rc process_read(struct process *process, char *ptr, size_t room, int wait_ms, size_t *ret_len) MUST_USE;

/* Ends it, and what it started, at once. */
void process_kill(struct process *process);

/* Waits for its end and gives back what it held. What it started and left behind ends as well. */
enum rc process_end(struct process *process, struct process_end *ret) MUST_USE;

/* A file without a name that holds `content`, open for reading from its beginning; close() it. */
enum rc process_file_of(struct str content, int *ret_fd) MUST_USE;

/* The path of a program that stands beside the one that runs. RC_NOT_FOUND where there is none. */
enum rc process_find_beside(struct arena *arena, const char *name, const char **ret) MUST_USE;

#endif
