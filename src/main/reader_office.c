#include "main/reader_office.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/message.h"
#include "document/reader_frame.h"
#include "sys/file.h"
#include "sys/sandbox.h"

enum { MAX_BYTES = 256 * 1024 * 1024, REPORT_BYTES = 4096 };

static const char *const office_programs[] = {"/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/local/bin/soffice",
                                              "/opt/libreoffice/program/soffice", NULL};

static const char *const language_data[] = {"/usr/share/tesseract-ocr/5/tessdata/vie.traineddata",
                                            "/usr/share/tesseract-ocr/4.00/tessdata/vie.traineddata",
                                            "/usr/share/tessdata/vie.traineddata", NULL};

/* The first of the files that is there; NULL: none. */
static const char *find_file(const char *const *paths)
{
	while (*paths != NULL && access(*paths, R_OK) != 0)
		paths++;
	return *paths;
}

/* ---- LibreOffice ---- */

/* It may write below its folder alone, and needs what programs find in a running system. */
static enum rc enter_sandbox(const char *folder)
{
	static const char *const folders[] = {"/usr",
	                                      "/lib",
	                                      "/lib64",
	                                      "/bin",
	                                      "/etc",
	                                      "/opt",
	                                      "/proc",
	                                      "/dev",
	                                      "/sys/devices/system/cpu",
	                                      "/var/cache/fontconfig",
	                                      "/var/spool/libreoffice",
	                                      "/var/lib/libreoffice",
	                                      NULL};
	enum { CPU_SECONDS = 100 };
	static const uint64_t memory_bytes = UINT64_C(3) << 30;
	/* it talks with itself through a socket whose folder cannot be chosen */
	const struct sandbox sandbox = {.memory_bytes = memory_bytes,
	                                .cpu_seconds = CPU_SECONDS,
	                                .read_folders = folders,
	                                .write_folder = folder,
	                                .socket_folder = "/tmp",
	                                .runs_programs = true};
	unsigned holds;
	return sandbox_enter(&sandbox, &holds);
}

/* Its output goes nowhere; ours stays open in it under another number, so that who waits for us waits for it. */
static enum rc hide_output(void)
{
	int nowhere = open("/dev/null", O_RDWR);
	if (nowhere < 0 || dup(STDOUT_FILENO) < 0 || dup2(nowhere, STDIN_FILENO) < 0 || dup2(nowhere, STDOUT_FILENO) < 0 ||
	    dup2(nowhere, STDERR_FILENO) < 0)
		return log_fail(RC_IO, "hide the output: %s", strerror(errno));
	return RC_OK;
}

static enum rc become(struct arena *arena, const char *program, const char *folder, const char *file, const char *form)
{
	const char *home = str_cstr(arena, str_format(arena, "HOME=%s", folder));
	const char *temporary = str_cstr(arena, str_format(arena, "TMPDIR=%s", folder));
	const char *profile = str_cstr(arena, str_format(arena, "-env:UserInstallation=file://%s/profile", folder));
	const char *out = str_cstr(arena, str_format(arena, "%s/out", folder));
	const char *argv[] = {program,       "--headless", "--norestore",  "--nolockcheck",
	                      "--nodefault", profile,      "--convert-to", form,
	                      "--outdir",    out,          file,           NULL};
	const char *environment[] = {home, temporary, "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "SAL_USE_VCLPLUGIN=svp", NULL};
	TRY(hide_output());
	TRY(enter_sandbox(folder));
	/* which does not change the words, whatever its type says */
	execve(program, (char *const *)(uintptr_t)argv, (char *const *)(uintptr_t)environment);
	return log_fail(RC_CHILD, "start %s: %s", program, strerror(errno));
}

enum rc reader_office_convert(struct arena *arena, const char *form, const char *folder)
{
	const char *program = find_file(office_programs);
	struct str bytes;
	if (program == NULL) {
		const struct message problem = {
		    .id =
		        MSG("This is an old Word or Excel file or RTF, which this machine cannot read. Open it, save it as DOCX or XLSX, "
		            "and send that; or have LibreOffice installed on this machine.")};
		return reader_frame_send_problem(arena, STDOUT_FILENO, RC_UNSUPPORTED, &problem);
	}
	const char *file = str_cstr(arena, str_format(arena, "%s/original.%s", folder, form));
	TRY(file_read(arena, "/proc/self/fd/0", MAX_BYTES, &bytes));
	TRY(file_write_whole(file, bytes, 0600));
	return become(arena, program, folder, file, strcmp(form, "xls") == 0 ? "xlsx" : "docx");
}

/* ---- The report ---- */

static const char *yes_or_no(bool yes)
{
	return yes ? "yes" : "no";
}

/* What is not below the folders must not open, and the network not either; both are tried. */
static void report_sandbox(struct buf *out, unsigned holds)
{
	int file = open("/etc/passwd", O_RDONLY | O_CLOEXEC), network = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	buf_add_format(out, "limits\t%s\n", yes_or_no(holds & SANDBOX_LIMITS));
	buf_add_format(out, "files\t%s\n", yes_or_no((holds & SANDBOX_FILES) && file < 0));
	buf_add_format(out, "network\t%s\n", yes_or_no((holds & SANDBOX_CALLS) && network < 0));
	if (file >= 0)
		close(file);
	if (network >= 0)
		close(network);
}

enum rc reader_office_examine(struct arena *arena, const char *const *folders)
{
	const struct sandbox sandbox = {.read_folders = folders};
	const char *office = find_file(office_programs), *language = find_file(language_data);
	struct buf out;
	unsigned holds;
	buf_init(&out, arena, REPORT_BYTES);
	TRY(sandbox_enter(&sandbox, &holds));
	report_sandbox(&out, holds);
	buf_add_format(&out, "office\t%s\n", office != NULL ? office : "");
	buf_add_format(&out, "language\t%s\n", language != NULL ? language : "");
	return reader_frame_send(STDOUT_FILENO, READER_FRAME_REPORT, buf_str(&out));
}
