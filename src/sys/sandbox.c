#include "sys/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/log.h"
#include "base/str.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

static enum rc fail(const char *doing, int error)
{
	return log_fail(RC_CHILD, "%s: %s", doing, strerror(error));
}

/* ---- Limits ---- */

static enum rc set_limit(__rlimit_resource_t what, rlim_t most)
{
	const struct rlimit limit = {.rlim_cur = most, .rlim_max = most};
	return setrlimit(what, &limit) == 0 ? RC_OK : fail("set a limit", errno);
}

/* Bytes of address space that the process has: its program and libraries, and the file that it will read. */
static uint64_t mapped_bytes(void)
{
	enum { LINE = 64 };
	char line[LINE] = "";
	int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
	ssize_t n = file >= 0 ? read(file, line, sizeof line) : 0;
	struct str rest = {line, n > 0 ? (size_t)n : 0}, pages;
	int64_t number = 0;
	if (file >= 0)
		close(file);
	return str_split(&rest, ' ', &pages) && str_parse_int(pages, &number) && number > 0
	           ? (uint64_t)number * (uint64_t)sysconf(_SC_PAGESIZE)
	           : 0;
}

static enum rc set_limits(const struct sandbox *sandbox, uint64_t mapped)
{
	TRY(set_limit(RLIMIT_CORE, 0));
	if (sandbox->memory_bytes > 0 && !SANITIZED)
		TRY(set_limit(RLIMIT_AS, mapped + sandbox->memory_bytes));
	if (sandbox->cpu_seconds > 0)
		TRY(set_limit(RLIMIT_CPU, sandbox->cpu_seconds));
	if (sandbox->write_folder == NULL)
		TRY(set_limit(RLIMIT_FSIZE, 0));
	if (sandbox->read_folders == NULL && sandbox->write_folder == NULL)
		TRY(set_limit(RLIMIT_NOFILE, 0));
	return RC_OK;
}

/* ---- Files, by Landlock ---- */

enum {
	READING = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
	WRITING = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
	          LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SYM |
	          LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO,
	OTHER = LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_BLOCK,
	STARTING = LANDLOCK_ACCESS_FS_EXECUTE,
};

/* A folder that is not there gives no rights. */
static void allow_folder(int rules, const char *path, uint64_t rights)
{
	int folder = open(path, O_PATH | O_CLOEXEC);
	if (folder < 0)
		return;
	struct landlock_path_beneath_attr rule = {.allowed_access = rights, .parent_fd = folder};
	(void)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
	close(folder);
}

static bool lock_files(const struct sandbox *sandbox)
{
	const struct landlock_ruleset_attr handled = {.handled_access_fs = READING | WRITING | OTHER | STARTING};
	long rules = syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0);
	if (rules < 0)
		return false;
	uint64_t reading = READING | (sandbox->runs_programs ? STARTING : 0);
	for (const char *const *folder = sandbox->read_folders; folder != NULL && *folder != NULL; folder++)
		allow_folder((int)rules, *folder, reading);
	if (sandbox->write_folder != NULL)
		allow_folder((int)rules, sandbox->write_folder, READING | WRITING);
	if (sandbox->socket_folder != NULL)
		allow_folder((int)rules, sandbox->socket_folder, LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_REMOVE_FILE);
	bool locked = syscall(SYS_landlock_restrict_self, (int)rules, 0) == 0;
	close((int)rules);
	return locked;
}

/* ---- System calls, by libseccomp ---- */

/* What code that computes needs: memory, threads, the clock, descriptors that are open. */
static const char *const plain_calls[] = {
    "read",
    "write",
    "readv",
    "writev",
    "pread64",
    "lseek",
    "close",
    "fstat",
    "newfstatat",
    "mmap",
    "munmap",
    "mprotect",
    "mremap",
    "brk",
    "madvise",
    "futex",
    "set_robust_list",
    "rseq",
    "exit",
    "exit_group",
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "sigaltstack",
    "clock_gettime",
    "clock_getres",
    "gettimeofday",
    "time",
    "nanosleep",
    "clock_nanosleep",
    "sched_yield",
    "sched_getaffinity",
    "getcpu",
    "getpid",
    "gettid",
    "getrandom",
    "getrusage",
    "sysinfo",
    "uname",
    "poll",
    "ppoll",
    "restart_syscall",
    "getuid",
    "geteuid",
    "getgid",
    "getegid",
    "membarrier",
    "set_tid_address",
};

/* What is needed besides to look for and read files. */
static const char *const file_calls[] = {
    "stat",   "lstat",   "statx", "access", "faccessat", "faccessat2", "readlink", "readlinkat", "getdents64", "getdents",
    "statfs", "fstatfs", "fcntl", "dup",    "getcwd",    "pipe2",      "eventfd2", "fadvise64",  "flock",
};

/* What a program that runs others must not do: reach the network, other processes, the kernel's inner parts. */
static const char *const harmful_calls[] = {
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "mount",
    "umount2",
    "pivot_root",
    "chroot",
    "bpf",
    "keyctl",
    "add_key",
    "request_key",
    "unshare",
    "setns",
    "perf_event_open",
    "init_module",
    "finit_module",
    "delete_module",
    "kexec_load",
    "reboot",
    "swapon",
    "swapoff",
    "settimeofday",
    "clock_settime",
    "adjtimex",
    "io_uring_setup",
    "userfaultfd",
    "open_by_handle_at",
};

/* A name that this machine does not have is none that can be called. */
static int add_rule(scmp_filter_ctx filter, uint32_t action, const char *name)
{
	int call = seccomp_syscall_resolve_name(name);
	return call == __NR_SCMP_ERROR ? 0 : seccomp_rule_add(filter, action, call, 0);
}

static int add_rules(scmp_filter_ctx filter, uint32_t action, const char *const *names, size_t n)
{
	int error = 0;
	for (size_t i = 0; i < n && error == 0; i++)
		error = add_rule(filter, action, names[i]);
	return error;
}

/* open() with its flags at argument `at`: to read only. */
static int add_opening(scmp_filter_ctx filter, int call, unsigned at)
{
	enum { CHANGING = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND };
	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_CMP(at, SCMP_CMP_MASKED_EQ, CHANGING, 0));
}

/* Calls that are fine with some arguments: a thread but no process, its own limits to look at, a signal to itself. */
static int add_bounded(scmp_filter_ctx filter)
{
	int error =
	    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, SCMP_CMP(0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
	if (error == 0) /* its flags lie in memory, where a filter cannot look: without it, clone is taken */
		error = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
	if (error == 0)
		error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_CMP(2, SCMP_CMP_EQ, 0, 0));
	if (error == 0)
		error =
		    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_CMP(0, SCMP_CMP_EQ, (scmp_datum_t)getpid(), 0));
	if (error == 0)
		error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1, SCMP_CMP(0, SCMP_CMP_EQ, PR_SET_NAME, 0));
	return error;
}

static int fill_strict(scmp_filter_ctx filter, bool opens_files)
{
	int error = add_rules(filter, SCMP_ACT_ALLOW, plain_calls, sizeof plain_calls / sizeof *plain_calls);
	if (error == 0)
		error = add_bounded(filter);
	if (error != 0 || !opens_files)
		return error;
	error = add_rules(filter, SCMP_ACT_ALLOW, file_calls, sizeof file_calls / sizeof *file_calls);
	if (error == 0)
		error = add_opening(filter, SCMP_SYS(openat), 2);
	return error == 0 ? add_opening(filter, SCMP_SYS(open), 1) : error;
}

static int fill_lenient(scmp_filter_ctx filter)
{
	int error = add_rules(filter, SCMP_ACT_ERRNO(EPERM), harmful_calls, sizeof harmful_calls / sizeof *harmful_calls);
	if (error == 0)
		error = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket), 1, SCMP_CMP(0, SCMP_CMP_NE, AF_UNIX, 0));
	return error;
}

static bool lock_calls(const struct sandbox *sandbox)
{
	scmp_filter_ctx filter = seccomp_init(sandbox->runs_programs ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(EPERM));
	if (filter == NULL)
		return false;
	int error = sandbox->runs_programs ? fill_lenient(filter) : fill_strict(filter, sandbox->read_folders != NULL);
	if (error == 0)
		error = seccomp_load(filter);
	seccomp_release(filter);
	return error == 0;
}

enum rc sandbox_enter(const struct sandbox *sandbox, unsigned *ret_holds)
{
	unsigned holds = 0;
	uint64_t mapped = mapped_bytes();
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return fail("give up new rights", errno);
	if (lock_files(sandbox))
		holds |= SANDBOX_FILES;
	/* what is said to a log in a file is lost where no file may grow; nobody dies of it */
	signal(SIGXFSZ, SIG_IGN);
	TRY(set_limits(sandbox, mapped));
	holds |= SANDBOX_LIMITS;
	if (!SANITIZED && lock_calls(sandbox))
		holds |= SANDBOX_CALLS;
	*ret_holds = holds;
	return RC_OK;
}
