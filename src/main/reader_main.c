/* sauro-reader: one untrusted file in, one document out. The file is standard input; standard output tells how far it is, and
 * then one answer (document/reader_frame.h). What this program may do it gives up before it looks at the first byte:
 *
 *   sauro-reader --read MEGABYTES SECONDS PAGES
 *   sauro-reader --draw MEGABYTES SECONDS PAGE WIDTH
 *   sauro-reader --convert FORM FOLDER       the file as FOLDER/out/original.docx, by LibreOffice
 *   sauro-reader --examine                   what holds it here, and what it finds
 *
 * Exit codes: 0 an answer was given; 2 wrong usage; 3 a failure that standard error tells; 4 too little memory. It is no command
 * for people. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "document/document_store.h"
#include "document/reader_frame.h"
#include "format/format_list.h"
#include "main/reader_office.h"
#include "repair/store.h"
#include "sys/sandbox.h"

enum { EXIT_ANSWERED = 0, EXIT_USAGE = 2, EXIT_FAILED = 3, ARGUMENTS = 4 };

/* Where the libraries look for fonts, language data and their own settings. */
static const char *const system_folders[] = {
    "/usr/share", "/usr/lib", "/usr/local/share", "/lib", "/etc/fonts", "/var/cache/fontconfig", "/sys/devices/system/cpu", NULL};

struct task {
	struct arena *arena;
	uint32_t numbers[ARGUMENTS];
	struct format_input input;
	struct repair_model model;
	const struct format *format;
	int told; /* standard error, for what this program itself has to say */
};

static bool parse_numbers(struct task *task, char **argv, int n)
{
	for (int i = 0; i < n; i++) {
		int64_t number;
		if (argv[i] == NULL || !str_parse_int(str_of(argv[i]), &number) || number < 0 || number > INT32_MAX)
			return false;
		task->numbers[i] = (uint32_t)number;
	}
	return argv[n] == NULL;
}

/* ---- Want of memory ---- */

/* Whatever runs out of memory aborts, or stumbles over what it did not get. Who asked is told apart from a crash by the exit
 * code: where a quarter of the memory cannot be had, the rest was the cause. */
static size_t quarter; /* waiver(writable): set once, before the handler that reads it */

static void handle_crash(int number)
{
	bool hungry = quarter > 0 && mmap(NULL, quarter, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED;
	if (hungry)
		_exit(READER_FRAME_EXIT_HUNGRY);
	signal(number, SIG_DFL);
	raise(number);
}

static void watch_memory(uint32_t megabytes)
{
	static const int crashes[] = {SIGABRT, SIGTRAP, SIGSEGV, SIGBUS};
	const struct sigaction action = {.sa_handler = handle_crash};
	quarter = (size_t)megabytes * (1024 * 1024 / 4);
	for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
		sigaction(crashes[i], &action, NULL);
}

static enum rc map_input(struct str *ret)
{
	struct stat info;
	if (fstat(STDIN_FILENO, &info) != 0 || !S_ISREG(info.st_mode))
		return log_fail(RC_IO, "standard input is no file");
	*ret = (struct str){"", 0};
	if (info.st_size == 0)
		return RC_OK;
	void *bytes = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
	if (bytes == MAP_FAILED)
		return log_fail(RC_IO, "map the file: %s", strerror(errno));
	*ret = (struct str){bytes, (size_t)info.st_size};
	return RC_OK;
}

/* What helps to read pictures lies outside the folders that stay open. */
static enum rc open_model(struct task *task)
{
	enum rc rc = repair_store_open(task->arena, &task->model);
	task->input.model = rc == RC_OK ? &task->model : NULL;
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

/* Gives up what the form does not need. The form is told by its first bytes, by code that only compares them. */
static enum rc enter_sandbox(const struct task *task, unsigned *ret_holds)
{
	enum { MEGABYTE = 1024 * 1024 };
	bool opens_files = task->format != NULL && task->format->opens_files;
	const struct sandbox sandbox = {.memory_bytes = (uint64_t)task->numbers[0] * MEGABYTE,
	                                .read_folders = opens_files ? system_folders : NULL};
	return sandbox_enter(&sandbox, ret_holds);
}

static bool tell_progress(void *context, uint32_t done, uint32_t all)
{
	(void)context;
	return reader_frame_send_progress(STDOUT_FILENO, done < all ? done : all, all) != RC_OK;
}

/* The libraries write to standard error what no one reads, "Empty page!!" and the like; it goes nowhere from now on. */
static void hush_libraries(struct task *task)
{
	int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	task->told = nowhere >= 0 ? dup(STDERR_FILENO) : -1;
	if (task->told >= 0)
		dup2(nowhere, STDERR_FILENO);
	if (nowhere >= 0)
		close(nowhere);
}

static enum rc begin(struct task *task)
{
	unsigned holds;
	task->input = (struct format_input){.seconds_a_page = task->numbers[1], .progress = tell_progress};
	TRY(map_input(&task->input.bytes));
	task->format = format_list_find(task->input.bytes);
	if (task->format != NULL && task->format->opens_files)
		TRY(open_model(task));
	hush_libraries(task);
	watch_memory(task->numbers[0]);
	return enter_sandbox(task, &holds);
}

/* A condition is an answer. */
static enum rc answer(struct task *task, enum rc rc, enum reader_frame_kind kind, struct str payload,
                      const struct message *problem)
{
	if (rc == RC_OK)
		return reader_frame_send(STDOUT_FILENO, kind, payload);
	if (rc_is_failure(rc) || rc == RC_CANCELLED)
		return rc;
	return reader_frame_send_problem(task->arena, STDOUT_FILENO, rc, problem);
}

static enum rc read_file(struct task *task)
{
	struct document document;
	struct message problem = {.id = ""};
	struct str bytes = {0};
	TRY(begin(task));
	task->input.max_pages = task->numbers[2];
	if (task->format != NULL && task->format->by_office)
		return reader_frame_send(STDOUT_FILENO, READER_FRAME_OFFICE, str_of(task->format->name));
	enum rc rc = format_list_read(task->arena, &task->input, &document, &problem);
	if (rc == RC_OK && (rc = document_store_write(task->arena, &document, &bytes)) == RC_LIMIT)
		problem =
		    (struct message){.id = MSG("The document is too large to be handed on: it has more than {1} MB of text and places. "
		                               "Split it, and send the part that holds the plan."),
		                     .args = {str_format(task->arena, "%d", DOCUMENT_STORE_MAX_BYTES / 1024 / 1024)}};
	return answer(task, rc, READER_FRAME_DOCUMENT, bytes, &problem);
}

static enum rc draw_page(struct task *task)
{
	struct message problem = {.id = ""};
	struct str png = {0};
	TRY(begin(task));
	enum rc rc = format_list_draw_page(task->arena, &task->input, task->numbers[2], task->numbers[3], &png, &problem);
	return answer(task, rc, READER_FRAME_PICTURE, png, &problem);
}

static int end(const struct task *task, enum rc rc)
{
	if (rc == RC_OK)
		return EXIT_ANSWERED;
	FILE *told = task->told >= 0 ? fdopen(task->told, "w") : NULL;
	stderr = told != NULL ? told : stderr;
	log_failure(rc, "reading a file");
	fflush(stderr);
	return EXIT_FAILED;
}

/* Pages are read side by side, so that one page must not take threads of its own: a library asks for it while it is loaded. */
static void take_one_thread_a_page(char **argv)
{
	if (getenv("OMP_THREAD_LIMIT") == NULL && setenv("OMP_THREAD_LIMIT", "1", 1) == 0)
		execv("/proc/self/exe", argv);
}

int main(int argc, char **argv)
{
	take_one_thread_a_page(argv);
	struct task task = {.arena = arena_new(), .told = -1};
	const char *way = argc > 1 ? argv[1] : "";
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (strcmp(way, "--read") == 0 && parse_numbers(&task, argv + 2, 3))
		return end(&task, read_file(&task));
	if (strcmp(way, "--draw") == 0 && parse_numbers(&task, argv + 2, 4))
		return end(&task, draw_page(&task));
	if (strcmp(way, "--convert") == 0 && argc == 4)
		return end(&task, reader_office_convert(task.arena, argv[2], argv[3]));
	if (strcmp(way, "--examine") == 0 && argc == 2)
		return end(&task, reader_office_examine(task.arena, system_folders));
	fputs("sauro-reader is started by sauro: use “sauro read FILE”\n", stderr);
	return EXIT_USAGE;
}
