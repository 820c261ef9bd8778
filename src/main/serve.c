#include "main/serve.h"

#include <signal.h>
#include <unistd.h>

#include "app/jobs.h"
#include "app/remember.h"
#include "app/settings.h"
#include "base/log.h"
#include "feature/person/person.h"
#include "http/http_forwarded.h"
#include "main/feature_list.h"
#include "main/program.h"
#include "sys/file.h"
#include "sys/secret.h"

enum { WORKERS = 2, THREADS_LEAST = 4, THREADS_MOST = 32, FORM_BYTES = 1024 * 1024, UPLOADS = 20 };

struct options {
	const char *listen;
	const char *proxy; /* NULL: none */
	bool https;
};

/* Twice as many as processors: some wait for the disk. */
static int count_threads(void)
{
	long n = 2 * sysconf(_SC_NPROCESSORS_ONLN);
	return n < THREADS_LEAST ? THREADS_LEAST : n > THREADS_MOST ? THREADS_MOST : (int)n;
}

/* ---- What must be known before the first request ---- */

struct beginning {
	int64_t upload_megabytes;
	bool nobody;
};

static enum rc read_beginning(struct program *program, struct arena *arena, struct beginning *ret)
{
	struct db_conn *db;
	TRY(db_begin(program->app.db, DB_READ, &db));
	enum rc rc = settings_get(db, "upload.max_megabytes", &ret->upload_megabytes);
	if (rc == RC_OK)
		rc = person_is_nobody(db, arena, &ret->nobody);
	db_rollback(db);
	return rc;
}

/* The one-time address of the first steps; it is good until the program ends or someone has an account. */
static struct str open_first_steps(struct program *program, struct arena *arena)
{
	struct str token = secret_token(arena);
	program->app.setup_token_hash = str_cstr(arena, secret_sha256(arena, token));
	return token;
}

/* "127.0.0.1:8080" with the port that was taken. */
static struct str address_of(struct arena *arena, const char *listen, int port)
{
	struct str host = str_of(listen);
	while (host.len > 0 && host.ptr[host.len - 1] != ':')
		host.len--;
	return str_format(arena, "http://%.*s%d", STR_ARG(host), port);
}

static void greet(struct cli *cli, const struct options *options, int port, struct str token)
{
	struct str address = address_of(cli->arena, options->listen, port);
	fprintf(cli->out, "Sáu Rõ: %.*s\n", STR_ARG(address));
	if (token.len > 0)
		fprintf(cli->out,
		        "Chưa có tài khoản nào. Mở địa chỉ này để bắt đầu (chỉ dùng được một lần):\n"
		        "No account exists yet. Open this address to begin (it works once):\n"
		        "%.*s/setup?token=%.*s\n",
		        STR_ARG(address), STR_ARG(token));
	fflush(cli->out);
}

/* ---- Serving ---- */

static enum cli_exit cannot_listen(struct cli *cli, enum rc rc, const char *listen)
{
	struct str address = str_of(listen);
	if (rc == RC_BUSY)
		return cli_say(cli, CLI_CONDITION,
		               (struct message){.id = MSG("Another program listens at {1}: stop it, or give another port with --listen"),
		                                .args = {address}});
	if (rc == RC_INVALID)
		return cli_say(cli, CLI_USAGE,
		               (struct message){.id = MSG("{1} is no address to listen at, like 127.0.0.1:8080"), .args = {address}});
	return cli_exit_of(cli, rc);
}

static const char *temporary_folder(const struct program *program, struct arena *arena)
{
	return str_cstr(arena, str_format(arena, "%s/tmp", program->app.data_dir));
}

/* Serves until SIGINT or SIGTERM, which all threads have blocked. */
static enum cli_exit serve(struct program *program, struct cli *cli, const struct options *options, const sigset_t *endings)
{
	struct beginning beginning;
	struct http_server *server;
	int signal_number;
	enum rc rc = read_beginning(program, cli->arena, &beginning);
	if (rc != RC_OK)
		return cli_exit_of(cli, rc);
	struct str token = beginning.nobody ? open_first_steps(program, cli->arena) : (struct str){0};
	program->app.max_upload_bytes = beginning.upload_megabytes * 1024 * 1024;
	program->app.secure_cookies = options->https;
	const struct http_options http = {.listen = options->listen,
	                                  .threads = count_threads(),
	                                  .max_form_bytes = FORM_BYTES,
	                                  .max_upload_bytes = program->app.max_upload_bytes,
	                                  .max_uploads = UPLOADS,
	                                  .temporary_folder = temporary_folder(program, cli->arena),
	                                  .proxy = str_of(options->proxy != NULL ? options->proxy : ""),
	                                  .assets = program->app.assets,
	                                  .serve = app_serve,
	                                  .context = &program->app};
	program->app.remembered = remember_new();
	rc = jobs_start(&program->app, feature_list_jobs, WORKERS, &program->app.jobs);
	if (rc != RC_OK)
		return cli_exit_of(cli, rc);
	rc = http_server_start(&http, &server);
	if (rc != RC_OK) {
		jobs_stop(program->app.jobs);
		remember_free(program->app.remembered);
		return cannot_listen(cli, rc, options->listen);
	}
	greet(cli, options, http_server_port(server), token);
	sigwait(endings, &signal_number);
	http_server_stop(server);
	jobs_stop(program->app.jobs);
	remember_free(program->app.remembered);
	return CLI_OK;
}

/* One server at a time, since each starts afresh what it finds running. */
static enum cli_exit serve_alone(struct program *program, struct cli *cli, const struct options *options, const sigset_t *endings)
{
	int lock;
	enum rc rc = jobs_lock(&program->app, &lock);
	if (rc == RC_BUSY)
		return cli_say(cli, CLI_CONDITION,
		               (struct message){.id = MSG("Another program works on the data folder {1}: stop it, or wait for its end"),
		                                .args = {str_of(program->app.data_dir)}});
	if (rc != RC_OK)
		return cli_exit_of(cli, rc);
	/* Uploads that a server had under way when it was killed. */
	rc = file_empty_folder(temporary_folder(program, cli->arena));
	enum cli_exit exit = rc == RC_OK ? serve(program, cli, options, endings) : cli_exit_of(cli, rc);
	file_unlock(lock);
	return exit;
}

enum cli_exit serve_run(struct cli *cli)
{
	struct program program;
	struct options options = {
	    .listen = cli_option(cli, "--listen"), .proxy = cli_option(cli, "--proxy"), .https = cli_flag(cli, "--https")};
	sigset_t endings;
	if (options.listen == NULL)
		options.listen = "127.0.0.1:8080";
	if (options.proxy != NULL && !http_forwarded_is_address(str_of(options.proxy)))
		return cli_say(
		    cli, CLI_USAGE,
		    (struct message){.id = MSG("{1} is no address of a server, like 127.0.0.1"), .args = {str_of(options.proxy)}});
	/* Before any thread is there, so that all of them have it. */
	sigemptyset(&endings);
	sigaddset(&endings, SIGINT);
	sigaddset(&endings, SIGTERM);
	pthread_sigmask(SIG_BLOCK, &endings, NULL);
	signal(SIGPIPE, SIG_IGN);
	enum cli_exit exit = program_open(&program, cli, count_threads());
	if (exit != CLI_OK)
		return exit;
	exit = cli_is_done(cli) ? serve_alone(&program, cli, &options, &endings) : CLI_USAGE;
	program_close(&program);
	return exit;
}
