#include "sys/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/test.h"

/* What was possible inside, as bits; a child that dies of trying gives 0. */
enum { OPENED_OWN = 1, OPENED_OTHER = 2, WROTE = 4, CONNECTED = 8, FORKED = 16, ENTERED = 32, STARVED = 64 };

static int try_all(const struct sandbox *sandbox)
{
	enum { HUGE_BYTES = 1 << 30 };
	unsigned holds = 0;
	int possible = sandbox_enter(sandbox, &holds) == RC_OK && (holds & SANDBOX_LIMITS) ? ENTERED : 0;
	possible |= open("/usr/share", O_RDONLY) >= 0 ? OPENED_OWN : 0;
	possible |= open("/etc/passwd", O_RDONLY) >= 0 && (holds & (SANDBOX_FILES | SANDBOX_CALLS)) ? OPENED_OTHER : 0;
	possible |= open("/tmp/sauro-sandbox-test", O_WRONLY | O_CREAT, 0600) >= 0 ? WROTE : 0;
	possible |= socket(AF_INET, SOCK_STREAM, 0) >= 0 && (holds & SANDBOX_CALLS) ? CONNECTED : 0;
	pid_t child = holds & SANDBOX_CALLS ? fork() : -1;
	if (child == 0)
		_exit(0);
	possible |= child > 0 ? FORKED : 0;
	void *memory = mmap(NULL, HUGE_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return possible | (memory == MAP_FAILED ? STARVED : 0);
}

static int inside(const struct sandbox *sandbox)
{
	int status;
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0)
		_exit(try_all(sandbox));
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

/* Under AddressSanitizer memory is not limited. */
static int without_memory(int possible)
{
	return possible & ~STARVED;
}

static void who_opens_no_files_can_do_nothing_but_compute(void **state)
{
	const struct sandbox sandbox = {.memory_bytes = 256 * 1024 * 1024};
	(void)state;
	int possible = inside(&sandbox);
	assert_int_equal(without_memory(possible), ENTERED);
#ifndef __SANITIZE_ADDRESS__
#if !defined(__clang__)
	assert_true(possible & STARVED);
#endif
#endif
}

static void who_reads_files_reads_those_of_its_folders(void **state)
{
	static const char *const folders[] = {"/usr/share", "/nowhere", NULL};
	const struct sandbox sandbox = {.read_folders = folders, .cpu_seconds = 10};
	(void)state;
	assert_int_equal(inside(&sandbox), ENTERED | OPENED_OWN);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(who_opens_no_files_can_do_nothing_but_compute),
	    cmocka_unit_test(who_reads_files_reads_those_of_its_folders),
	};
	return TEST_RUN(cases);
}
