#include "document/file_reader.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/utf8.h"
#include "document/document_store.h"
#include "document/reader_frame.h"
#include "document/text_reader.h"
#include "sys/clock.h"
#include "sys/file.h"
#include "sys/process.h"

enum { HEAD_BYTES = 4096, MILLI = 1000, ARGUMENTS = 8, OFFICE_SECONDS = 120 };

static enum rc refuse(struct message *ret_problem, enum rc rc, const char *id, struct str arg)
{
	*ret_problem = (struct message){.id = id, .args = {arg}};
	return rc;
}

static uint32_t or_else(uint32_t value, uint32_t fallback)
{
	return value > 0 ? value : fallback;
}

static struct str number_text(struct arena *arena, uint32_t number)
{
	return str_format(arena, "%u", number);
}

static const char *number_argument(struct arena *arena, uint32_t number)
{
	return str_cstr(arena, number_text(arena, number));
}

/* ---- Talking with the child ---- */

/* A reading under way: what has come, and until when more must. */
struct talk {
	struct arena *arena;
	const struct file_reader *reader;
	uint32_t seconds;
	struct process process;
	struct buf heard;
	struct str rest; /* of what was heard, not yet taken as frames */
	uint32_t done, all;
	int64_t until_ms;
	bool late, has_answer;
	struct reader_frame answer;
};

static void take_frames(struct talk *talk, size_t taken)
{
	enum rc rc = RC_OK;
	talk->rest = str_from(buf_str(&talk->heard), taken);
	while (rc == RC_OK && !talk->has_answer) {
		struct reader_frame frame;
		rc = reader_frame_take(&talk->rest, &frame);
		if (rc == RC_OK && frame.kind == READER_FRAME_PROGRESS) {
			uint32_t before = talk->done;
			rc = reader_frame_progress(frame.payload, &talk->done, &talk->all);
			if (talk->done != before)
				talk->until_ms = clock_monotonic_ms() + (int64_t)talk->seconds * MILLI;
		} else if (rc == RC_OK) {
			talk->answer = frame;
			talk->has_answer = true;
		}
	}
	if (rc == RC_INVALID) /* it is not itself any more: nothing it says counts */
		process_kill(&talk->process);
}

/* Hears it out. RC_CANCELLED where who asked wants no more. */
static enum rc hear(struct talk *talk)
{
	enum { WAIT_MS = 200, CHUNK_BYTES = 64 * 1024 };
	char chunk[CHUNK_BYTES];
	size_t n = 0;
	for (;;) {
		enum rc rc = process_read(&talk->process, chunk, sizeof chunk, WAIT_MS, &n);
		if (rc != RC_OK && rc != RC_BUSY)
			return rc;
		if (rc == RC_OK && n == 0)
			return RC_OK;
		if (rc == RC_OK) {
			size_t taken = talk->heard.len - talk->rest.len;
			buf_add(&talk->heard, (struct str){chunk, n});
			take_frames(talk, taken);
		}
		if (talk->reader->progress != NULL && talk->reader->progress(talk->reader->context, talk->done, talk->all))
			return RC_CANCELLED;
		talk->late = clock_monotonic_ms() > talk->until_ms;
		if (talk->late || talk->heard.overflowed)
			return RC_OK;
	}
}

/* Why a child that gave no answer ended. */
static enum rc explain(struct talk *talk, const struct process_end *end, struct message *ret_problem)
{
	bool hungry = end->exited && end->status == READER_FRAME_EXIT_HUNGRY;
	struct arena *arena = talk->arena;
	uint32_t megabytes = or_else(talk->reader->memory_megabytes, FILE_READER_MEMORY_MEGABYTES);
	if (talk->late || (!end->exited && end->signal == SIGXCPU))
		return refuse(ret_problem, RC_LIMIT,
		              MSG("Reading was stopped because one page took longer than {1} seconds. Try again; if it stops again, "
		                  "split the file, or save it as DOCX and send that."),
		              number_text(arena, talk->seconds));
	if (talk->heard.overflowed || hungry)
		return refuse(
		    ret_problem, RC_LIMIT,
		    MSG("Reading was stopped because the file needs more than {1} MB of memory. Split it, and send the part that "
		        "holds the plan."),
		    number_text(arena, megabytes));
	return refuse(
	    ret_problem, RC_INVALID,
	    MSG("The file could not be read: the reader stopped in the middle of it. Try again; if it stops again, open the "
	        "file, save it as DOCX or PDF, and send that."),
	    (struct str){0});
}

/* Starts sauro-reader with the arguments, its input being `in`, and gives its answer. */
static enum rc ask(struct talk *talk, const char *const *arguments, int in, struct message *ret_problem)
{
	const char *argv[ARGUMENTS + 1] = {talk->reader->program};
	struct process_end end;
	enum rc rc = argv[0] != NULL ? RC_OK : process_find_beside(talk->arena, "sauro-reader", &argv[0]);
	for (size_t i = 0; i + 1 < ARGUMENTS && arguments[i] != NULL; i++)
		argv[i + 1] = arguments[i];
	if (rc == RC_OK)
		rc = process_start(argv, in, &talk->process);
	if (rc == RC_NOT_FOUND)
		return refuse(ret_problem, RC_UNSUPPORTED,
		              MSG("Only text can be read: the program sauro-reader is missing beside sauro. Ask your administrator to "
		                  "install it again."),
		              (struct str){0});
	TRY(rc);
	buf_init(&talk->heard, talk->arena, DOCUMENT_STORE_MAX_BYTES);
	talk->until_ms = clock_monotonic_ms() + (int64_t)talk->seconds * MILLI;
	rc = hear(talk);
	if (rc != RC_OK || talk->late || talk->heard.overflowed)
		process_kill(&talk->process);
	enum rc ended = process_end(&talk->process, &end);
	if (rc != RC_OK)
		return rc;
	TRY(ended);
	bool answered = talk->has_answer && end.exited && end.status == 0 && talk->rest.len == 0;
	return answered ? RC_OK : explain(talk, &end, ret_problem);
}

/* What the answer is where it is not the one that was asked for: a problem, or nonsense. */
static enum rc answer_problem(struct talk *talk, struct message *ret_problem)
{
	const struct process_end nonsense = {0};
	enum rc condition;
	if (talk->answer.kind == READER_FRAME_PROBLEM &&
	    reader_frame_problem(talk->arena, talk->answer.payload, &condition, ret_problem) == RC_OK)
		return condition;
	return explain(talk, &nonsense, ret_problem);
}

static struct talk talk_of(struct arena *arena, const struct file_reader *reader)
{
	return (struct talk){.arena = arena, .reader = reader, .seconds = or_else(reader->page_seconds, FILE_READER_PAGE_SECONDS)};
}

/* ---- Forms that an office program makes DOCX of ---- */

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *where)
{
	(void)info, (void)kind, (void)where;
	return remove(path);
}

static enum rc make_folder(struct arena *arena, const struct file_reader *reader, const char **ret)
{
	const char *parent = reader->temporary_folder != NULL ? reader->temporary_folder : "/tmp";
	char real[PATH_MAX];
	if (realpath(parent, real) == NULL)
		return log_fail(RC_IO, "find %s: %s", parent, strerror(errno));
	struct str name = str_format(arena, "%s/office-XXXXXX", real);
	char *path = arena_zalloc(arena, name.len + 1);
	memcpy(path, name.ptr, name.len);
	if (mkdtemp(path) == NULL)
		return log_fail(RC_IO, "make a folder in %s: %s", parent, strerror(errno));
	*ret = path;
	return RC_OK;
}

static enum rc read_with(struct arena *arena, const struct file_reader *reader, int fd, bool may_convert, struct document *ret,
                         struct message *ret_problem);

/* The office program says nothing: where it went well, the DOCX lies in the folder. */
static enum rc convert_in(struct arena *arena, const struct file_reader *reader, int fd, struct str form, const char *folder,
                          struct document *ret, struct message *ret_problem)
{
	struct talk talk = talk_of(arena, reader);
	const char *arguments[] = {"--convert", str_cstr(arena, form), folder, NULL};
	talk.seconds = OFFICE_SECONDS;
	if (lseek(fd, 0, SEEK_SET) != 0)
		return log_fail(RC_IO, "go to the beginning: %s", strerror(errno));
	enum rc rc = ask(&talk, arguments, fd, ret_problem);
	if (rc == RC_OK)
		return answer_problem(&talk, ret_problem);
	const char *path =
	    str_cstr(arena, str_format(arena, "%s/out/original.%s", folder, str_eq(form, STR("xls")) ? "xlsx" : "docx"));
	int converted = rc == RC_INVALID ? open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) : -1;
	if (converted < 0)
		return rc;
	rc = read_with(arena, reader, converted, false, ret, ret_problem);
	close(converted);
	return rc;
}

static enum rc convert(struct arena *arena, const struct file_reader *reader, int fd, struct str form, struct document *ret,
                       struct message *ret_problem)
{
	enum { FOLDERS = 16 };
	const char *folder;
	TRY(make_folder(arena, reader, &folder));
	enum rc rc = convert_in(arena, reader, fd, form, folder, ret, ret_problem);
	if (nftw(folder, remove_one, FOLDERS, FTW_DEPTH | FTW_PHYS) != 0 && rc == RC_OK)
		rc = log_fail(RC_IO, "remove %s: %s", folder, strerror(errno));
	return rc;
}

/* ---- Reading ---- */

static enum rc read_with(struct arena *arena, const struct file_reader *reader, int fd, bool may_convert, struct document *ret,
                         struct message *ret_problem)
{
	struct talk talk = talk_of(arena, reader);
	const char *arguments[] = {
	    "--read",
	    number_argument(arena, or_else(reader->memory_megabytes, FILE_READER_MEMORY_MEGABYTES)),
	    number_argument(arena, talk.seconds),
	    number_argument(arena, or_else(reader->max_pages, FILE_READER_MAX_PAGES)),
	    NULL,
	};
	TRY(ask(&talk, arguments, fd, ret_problem));
	if (talk.answer.kind == READER_FRAME_OFFICE && may_convert)
		return convert(arena, reader, fd, talk.answer.payload, ret, ret_problem);
	if (talk.answer.kind == READER_FRAME_DOCUMENT && document_store_read(arena, talk.answer.payload, ret) == RC_OK)
		return RC_OK;
	return answer_problem(&talk, ret_problem);
}

static enum rc open_file(const char *path, int *ret)
{
	*ret = open(path, O_RDONLY | O_CLOEXEC);
	if (*ret >= 0)
		return RC_OK;
	return errno == ENOENT || errno == ENOTDIR ? RC_NOT_FOUND : log_fail(RC_IO, "open %s: %s", path, strerror(errno));
}

/* The whole content, into memory; for text, and for what is no file but a pipe. */
static enum rc load(struct arena *arena, const char *path, struct str *ret, struct message *ret_problem)
{
	enum { MEGABYTE = 1024 * 1024 };
	enum rc rc = file_read(arena, path, TEXT_READER_MAX_BYTES, ret);
	if (rc == RC_LIMIT)
		return refuse(ret_problem, RC_LIMIT,
		              MSG("The file is larger than {1} MB. Split it, and read the part that holds the plan."),
		              number_text(arena, TEXT_READER_MAX_BYTES / MEGABYTE));
	return rc;
}

enum rc file_reader_read_bytes(struct arena *arena, const struct file_reader *reader, struct str bytes, struct document *ret,
                               struct message *ret_problem)
{
	int fd;
	if (text_reader_is_text(str_part(bytes, 0, HEAD_BYTES)))
		return text_reader_read(arena, bytes, ret, ret_problem);
	TRY(process_file_of(bytes, &fd));
	enum rc rc = read_with(arena, reader, fd, true, ret, ret_problem);
	close(fd);
	return rc;
}

/* Whether the file is text; *ret_fd is open where it is not. */
static enum rc look(const char *path, bool *ret_is_text, int *ret_fd)
{
	char head[HEAD_BYTES];
	int fd;
	TRY(open_file(path, &fd));
	ssize_t n = pread(fd, head, sizeof head, 0);
	*ret_is_text = n >= 0 && text_reader_is_text((struct str){head, (size_t)n});
	if (n < 0 || *ret_is_text)
		close(fd);
	else
		*ret_fd = fd;
	return n < 0 ? log_fail(RC_IO, "read %s: %s", path, strerror(errno)) : RC_OK;
}

enum rc file_reader_read(struct arena *arena, const struct file_reader *reader, const char *path, struct document *ret,
                         struct message *ret_problem)
{
	struct stat info;
	struct str bytes;
	bool is_text = false, is_pipe = stat(path, &info) == 0 && !S_ISREG(info.st_mode);
	int fd = -1;
	if (!is_pipe)
		TRY(look(path, &is_text, &fd));
	if (is_pipe || is_text) {
		enum rc rc = load(arena, path, &bytes, ret_problem);
		return rc == RC_OK ? file_reader_read_bytes(arena, reader, bytes, ret, ret_problem) : rc;
	}
	enum rc rc = read_with(arena, reader, fd, true, ret, ret_problem);
	close(fd);
	return rc;
}

enum rc file_reader_draw(struct arena *arena, const struct file_reader *reader, const char *path, uint32_t page, uint32_t width,
                         struct str *ret_png, struct message *ret_problem)
{
	struct talk talk = talk_of(arena, reader);
	const char *arguments[] = {
	    "--draw",
	    number_argument(arena, or_else(reader->memory_megabytes, FILE_READER_MEMORY_MEGABYTES)),
	    number_argument(arena, talk.seconds),
	    number_argument(arena, page),
	    number_argument(arena, width),
	    NULL,
	};
	int fd;
	TRY(open_file(path, &fd));
	enum rc rc = ask(&talk, arguments, fd, ret_problem);
	close(fd);
	TRY(rc);
	if (talk.answer.kind != READER_FRAME_PICTURE || !str_has_prefix(talk.answer.payload, STR("\x89PNG\r\n\x1a\n")))
		return answer_problem(&talk, ret_problem);
	*ret_png = talk.answer.payload;
	return RC_OK;
}

enum rc file_reader_examine(struct arena *arena, const struct file_reader *reader, struct str *ret, struct message *ret_problem)
{
	struct talk talk = talk_of(arena, reader);
	const char *arguments[] = {"--examine", NULL};
	int fd;
	TRY(process_file_of((struct str){0}, &fd));
	enum rc rc = ask(&talk, arguments, fd, ret_problem);
	close(fd);
	TRY(rc);
	if (talk.answer.kind != READER_FRAME_REPORT || !utf8_is_valid(talk.answer.payload))
		return answer_problem(&talk, ret_problem);
	*ret = talk.answer.payload;
	return RC_OK;
}
