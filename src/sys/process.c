#include "sys/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "sys/file.h"

enum { PATH_BYTES = 4096 };

static enum rc fail(const char *doing, int error)
{
	return log_fail(RC_CHILD, "%s: %s", doing, strerror(error));
}

/* The child's three descriptors and nothing else; signals as a fresh program has them; a group of its own. */
static int prepare(posix_spawn_file_actions_t *files, posix_spawnattr_t *attributes, int in, int out)
{
	sigset_t all, none;
	sigfillset(&all);
	sigemptyset(&none);
	int error = posix_spawn_file_actions_adddup2(files, in, STDIN_FILENO);
	if (error == 0)
		error = posix_spawn_file_actions_adddup2(files, out, STDOUT_FILENO);
	if (error == 0)
		error = posix_spawn_file_actions_addclosefrom_np(files, STDERR_FILENO + 1);
	if (error == 0)
		error = posix_spawnattr_setsigdefault(attributes, &all);
	if (error == 0)
		error = posix_spawnattr_setsigmask(attributes, &none);
	if (error == 0)
		error = posix_spawnattr_setpgroup(attributes, 0);
	if (error == 0)
		error = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
	return error;
}

static int spawn(const char *const *argv, int in, int out, pid_t *ret_pid)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	int error = posix_spawn_file_actions_init(&files);
	if (error != 0)
		return error;
	error = posix_spawnattr_init(&attributes);
	if (error == 0) {
		error = prepare(&files, &attributes, in, out);
		if (error == 0) /* which does not change the words of argv, whatever its type says */
			error = posix_spawn(ret_pid, argv[0], &files, &attributes, (char *const *)(uintptr_t)argv, environ);
		posix_spawnattr_destroy(&attributes);
	}
	posix_spawn_file_actions_destroy(&files);
	return error;
}

enum rc process_start(const char *const *argv, int in, struct process *ret)
{
	int pipe_ends[2];
	pid_t pid;
	if (pipe2(pipe_ends, O_CLOEXEC) != 0)
		return fail("make a pipe", errno);
	int error = spawn(argv, in, pipe_ends[1], &pid);
	close(pipe_ends[1]);
	if (error == 0) {
		*ret = (struct process){.pid = pid, .out = pipe_ends[0]};
		return RC_OK;
	}
	close(pipe_ends[0]);
	return error == ENOENT ? RC_NOT_FOUND : fail(argv[0], error);
}

enum rc process_read(struct process *process, char *ptr, size_t room, int wait_ms, size_t *ret_len)
{
	struct pollfd wanted = {.fd = process->out, .events = POLLIN};
	int ready = poll(&wanted, 1, wait_ms);
	if (ready == 0 || (ready < 0 && errno == EINTR))
		return RC_BUSY;
	if (ready < 0)
		return fail("wait for a child's output", errno);
	ssize_t n = read(process->out, ptr, room);
	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return RC_BUSY;
	if (n < 0)
		return fail("read a child's output", errno);
	*ret_len = (size_t)n;
	return RC_OK;
}

void process_kill(struct process *process)
{
	kill(-process->pid, SIGKILL);
}

enum rc process_end(struct process *process, struct process_end *ret)
{
	siginfo_t info;
	int status;
	close(process->out);
	/* The group is ended while its leader is not yet waited for, so that its number cannot be another's. */
	while (waitid(P_PID, (id_t)process->pid, &info, WEXITED | WNOWAIT) != 0)
		if (errno != EINTR)
			return fail("wait for a child", errno);
	process_kill(process);
	while (waitpid(process->pid, &status, 0) < 0)
		if (errno != EINTR)
			return fail("wait for a child", errno);
	*ret = (struct process_end){.exited = WIFEXITED(status)};
	if (ret->exited)
		ret->status = WEXITSTATUS(status);
	else
		ret->signal = WTERMSIG(status);
	return RC_OK;
}

static enum rc fill(int fd, struct str content)
{
	for (size_t done = 0; done < content.len;) {
		ssize_t n = write(fd, content.ptr + done, content.len - done);
		if (n < 0 && errno != EINTR)
			return log_fail(RC_IO, "write to memory: %s", strerror(errno));
		done += n > 0 ? (size_t)n : 0;
	}
	return lseek(fd, 0, SEEK_SET) == 0 ? RC_OK : log_fail(RC_IO, "go to the beginning: %s", strerror(errno));
}

enum rc process_file_of(struct str content, int *ret_fd)
{
	int fd = memfd_create("content", MFD_CLOEXEC);
	if (fd < 0)
		return log_fail(RC_IO, "make a file in memory: %s", strerror(errno));
	enum rc rc = fill(fd, content);
	if (rc == RC_OK)
		*ret_fd = fd;
	else
		close(fd);
	return rc;
}

enum rc process_find_beside(struct arena *arena, const char *name, const char **ret)
{
	struct str folder;
	TRY(file_program_folder(arena, &folder));
	const char *found = str_cstr(arena, str_format(arena, "%.*s/%s", STR_ARG(folder), name));
	if (access(found, X_OK) != 0)
		return RC_NOT_FOUND;
	*ret = found;
	return RC_OK;
}
