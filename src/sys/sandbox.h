/* Rights and resources that a process gives up for good before it touches foreign bytes.
 *
 * Three things hold it, of which a kernel may lack the last two: limits (memory, processor time, no file written, no core);
 * Landlock (no file but those below the folders named); a filter of system calls by libseccomp (no network, no program
 * started, no other process touched). */
#ifndef SYS_SANDBOX_H
#define SYS_SANDBOX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/rc.h"

enum sandbox_hold {
	SANDBOX_LIMITS = 1 << 0,
	SANDBOX_FILES = 1 << 1,
	SANDBOX_CALLS = 1 << 2,
};

struct sandbox {
	uint64_t memory_bytes; /* of address space, beyond what is mapped already; 0: no limit. AddressSanitizer takes it all: no
	                          limit under it */
	uint32_t cpu_seconds;  /* 0: no limit */
	const char *const *read_folders; /* ended by NULL; NULL: no file may be opened, not even to read */
	const char *write_folder;        /* the one folder to write in; NULL: none, and no file may grow */
	const char *socket_folder;       /* where it may make sockets and remove its files again; NULL: nowhere */
	bool runs_programs;              /* may start programs, which are held the same; sockets within the machine are left to it */
};

/* Locks the process in. *ret_holds says which of enum sandbox_hold hold now; a kernel that lacks one is no error. */
enum rc sandbox_enter(const struct sandbox *sandbox, unsigned *ret_holds) MUST_USE;

#endif
