#include "sys/process.h"

#include <signal.h>
#include <unistd.h>

#include "base/log.h"
#include "base/test.h"
#include "sys/clock.h"

static struct process start(const char *script, struct str input)
{
	const char *argv[] = {"/bin/sh", "-c", script, NULL};
	struct process process = {0};
	int in = -1;
	assert_rc(process_file_of(input, &in), RC_OK);
	assert_rc(process_start(argv, in, &process), RC_OK);
	close(in);
	return process;
}

/* All that it writes, in `room`. */
static struct str hear(struct process *process, char *room, size_t size)
{
	size_t len = 0, n = 1;
	while (n > 0 && len < size) {
		enum rc rc = process_read(process, room + len, size - len, 1000, &n);
		assert_true(rc == RC_OK || rc == RC_BUSY);
		len += rc == RC_OK ? n : 0;
	}
	return (struct str){room, len};
}

static void a_program_reads_its_input_and_is_heard(void **state)
{
	char room[64];
	struct process_end end;
	struct process process = start("cat; exit 7", STR("một hai"));
	(void)state;
	assert_str(hear(&process, room, sizeof room), "một hai");
	assert_rc(process_end(&process, &end), RC_OK);
	assert_true(end.exited);
	assert_int_equal(end.status, 7);
}

static void a_program_gets_no_descriptor_of_ours(void **state)
{
	char room[64];
	struct process_end end;
	int mine = dup(STDOUT_FILENO);
	(void)state;
	struct process process = start("for f in 3 4 5 6 7 8 9; do if [ -e /proc/self/fd/$f ]; then echo $f; fi; done", STR(""));
	assert_str(hear(&process, room, sizeof room), "");
	assert_rc(process_end(&process, &end), RC_OK);
	close(mine);
}

static void killing_ends_it_and_what_it_started(void **state)
{
	struct process_end end;
	char byte;
	size_t n;
	struct process process = start("sleep 600 & sleep 600", STR(""));
	(void)state;
	assert_rc(process_read(&process, &byte, 1, 10, &n), RC_BUSY);
	int64_t begin = clock_monotonic_ms();
	process_kill(&process);
	assert_rc(process_read(&process, &byte, 1, 5000, &n), RC_OK); /* both have let go of the pipe */
	assert_int_equal(n, 0);
	assert_rc(process_end(&process, &end), RC_OK);
	assert_false(end.exited);
	assert_int_equal(end.signal, SIGKILL);
	assert_true(clock_monotonic_ms() - begin < 5000);
}

static void a_program_that_is_not_there_is_a_condition(void **state)
{
	const char *argv[] = {"/nowhere/program", NULL};
	struct process process;
	const char *path;
	struct arena *arena = arena_new();
	(void)state;
	assert_rc(process_start(argv, STDIN_FILENO, &process), RC_NOT_FOUND);
	assert_rc(process_find_beside(arena, "no-such-program", &path), RC_NOT_FOUND);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(a_program_reads_its_input_and_is_heard),
	    cmocka_unit_test(a_program_gets_no_descriptor_of_ours),
	    cmocka_unit_test(killing_ends_it_and_what_it_started),
	    cmocka_unit_test(a_program_that_is_not_there_is_a_condition),
	};
	return TEST_RUN(cases);
}
