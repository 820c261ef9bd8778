#include "app/app_test_client.h"

#include <string.h>

#include "app/app_fixture_sql.h"
#include "app/app_test_form.h"
#include "app/form.h"
#include "sys/file.h"
#include "sys/secret.h"
#include "viet/fold.h"

/* 2026-03-02T08:00:00+07:00. */
static const int64_t start_ms = 1772413200000, year_ms = 365LL * 24 * 60 * 60 * 1000;
static const struct message_catalogue vietnamese = {.language = "vi"}, english = {.language = "en"};

void app_test_client_init(struct app_test_client *client, struct testing *t, const struct app_route *const *routes)
{
	assert_rc(secret_init(), RC_OK);
	*client = (struct app_test_client){.t = t, .clock = {.fixed_ms = start_ms}, .remote = STR("192.0.2.7")};
	client->app = (struct app){.db = t->db,
	                           .clock = &client->clock,
	                           .data_dir = t->folder,
	                           .vietnamese = &vietnamese,
	                           .english = &english,
	                           .routes = routes,
	                           .max_upload_bytes = 1024 * 1024};
}

/* ---- Rows ---- */

int64_t app_test_client_add_unit(struct app_test_client *client, const char *code, const char *name, int64_t parent_id)
{
	struct app_fixture_sql_add_unit_row row;
	struct db_conn *db = testing_begin(client->t, DB_WRITE);
	assert_rc(app_fixture_sql_add_unit(db, client->t->arena, str_of(code), STR("commune"), str_of(name),
	                                   viet_fold(client->t->arena, str_of(name)),
	                                   (struct db_int){.has = parent_id != 0, .value = parent_id}, &row),
	          RC_OK);
	assert_rc(app_fixture_sql_set_unit_path(db, row.id, NULL), RC_OK);
	testing_commit(db);
	return row.id;
}

static void set_cookie(struct app_test_client *client, struct str name, struct str value)
{
	for (size_t i = 0; i < client->cookies.n; i++) {
		if (str_eq(client->cookies.at[i].name, name)) {
			client->cookies.at[i].value = value;
			return;
		}
	}
	VEC_PUSH(client->t->arena, &client->cookies, (struct http_field){.name = name, .value = value});
}

int64_t app_test_client_sign_in_as(struct app_test_client *client, enum app_role role, int64_t unit_id)
{
	struct app_fixture_sql_add_person_row row;
	struct arena *arena = client->t->arena;
	struct str hash, token = secret_token(arena);
	struct str login = str_format(arena, "person%lld", (long long)++client->people);
	assert_rc(secret_hash_password(arena, STR(APP_TEST_PASSWORD), SECRET_COST_LEAST, &hash), RC_OK);
	struct db_conn *db = testing_begin(client->t, DB_WRITE);
	assert_rc(app_fixture_sql_add_person(db, arena, login, STR("Nguyễn Văn An"), STR("nguyen van an"), hash, role_name(role),
	                                     unit_id, &row),
	          RC_OK);
	int64_t now = client->clock.fixed_ms;
	assert_rc(app_fixture_sql_add_session(db, secret_sha256(arena, token), row.id, now, now + year_ms, NULL), RC_OK);
	testing_commit(db);
	client->cookies = (struct http_field_vec){0};
	set_cookie(client, STR("sauro"), token);
	return row.id;
}

void app_test_client_forget(struct app_test_client *client)
{
	client->cookies = (struct http_field_vec){0};
}

/* ---- Requests ---- */

void app_test_client_fail(const struct app_test_client *client, const char *what, const char *text, const char *file, int line)
{
	print_error("the page (%d) %s \"%s\":\n%.*s\n", client->page.status, what, text, STR_ARG(client->page.body));
	_fail(file, line);
}

static void keep_cookies(struct app_test_client *client)
{
	for (size_t i = 0; i < client->page.headers.n; i++) {
		const struct http_field *header = &client->page.headers.at[i];
		struct str rest = header->value, name, value;
		if (!str_eq(header->name, STR("Set-Cookie")) || !str_split(&rest, '=', &name) || !str_split(&rest, ';', &value))
			continue;
		set_cookie(client, name, str_contains(rest, STR("Max-Age=0")) ? STR("") : value);
	}
}

/* The pages are in English unless the browser chose. */
static struct str cookie_header(struct app_test_client *client)
{
	struct str text = STR("");
	if (http_field_find(&client->cookies, STR("sauro_language")).ptr == NULL)
		set_cookie(client, STR("sauro_language"), STR("en"));
	for (size_t i = 0; i < client->cookies.n; i++) {
		const struct http_field *cookie = &client->cookies.at[i];
		text = str_format(client->t->arena, "%.*s%s%.*s=%.*s", STR_ARG(text), i > 0 ? "; " : "", STR_ARG(cookie->name),
		                  STR_ARG(cookie->value));
	}
	return text;
}

static void add_header(struct http_request *request, const char *name, struct str value)
{
	VEC_PUSH(request->arena, &request->headers, (struct http_field){.name = str_of(name), .value = value});
}

/* "a=1&b=%20" of an address. */
static void take_query(struct http_request *request, struct str query)
{
	struct str pair;
	while (str_split(&query, '&', &pair)) {
		struct str value = pair, name;
		if (!str_split(&value, '=', &name))
			continue;
		struct http_field field = {.name = app_test_form_decode(request->arena, name),
		                           .value = app_test_form_decode(request->arena, value)};
		VEC_PUSH(request->arena, &request->query, field);
	}
}

static void send(struct app_test_client *client, enum http_method method, const char *path, const struct http_field_vec *form,
                 const struct http_upload *upload, int status)
{
	struct arena *arena = client->t->arena;
	struct http_request request = {.arena = arena, .method = method, .remote = client->remote};
	struct str rest = str_of(path);
	(void)str_split(&rest, '?', &request.path);
	take_query(&request, rest);
	add_header(&request, "host", STR("sauro.example"));
	add_header(&request, "cookie", cookie_header(client));
	if (form != NULL) {
		add_header(&request, "origin", STR("http://sauro.example"));
		request.form = *form;
	}
	if (upload != NULL)
		VEC_PUSH(arena, &request.uploads, *upload);
	client->page = (struct http_response){.arena = arena, .status = 200};
	app_serve(&client->app, &request, &client->page);
	keep_cookies(client);
	if (client->page.status != status) {
		print_error("%s %s was answered %d, not %d:\n%.*s\n", method == HTTP_POST ? "POST" : "GET", path, client->page.status,
		            status, STR_ARG(client->page.body));
		fail();
	}
}

void app_test_client_get(struct app_test_client *client, const char *path, int status)
{
	send(client, HTTP_GET, path, NULL, NULL, status);
}

static void type_over(struct arena *arena, struct http_field_vec *form, const char *const *fields)
{
	for (; fields != NULL && fields[0] != NULL; fields += 2) {
		size_t i = 0;
		while (i < form->n && !str_eq(form->at[i].name, str_of(fields[0])))
			i++;
		if (i < form->n)
			form->at[i].value = str_of(fields[1]);
		else
			VEC_PUSH(arena, form, (struct http_field){.name = str_of(fields[0]), .value = str_of(fields[1])});
	}
}

void app_test_client_post(struct app_test_client *client, const char *path, const char *const *fields, int status)
{
	struct http_field_vec form = {0};
	VEC_PUSH(client->t->arena, &form,
	         (struct http_field){.name = STR(FORM_TOKEN_FIELD), .value = app_test_client_value(client, FORM_TOKEN_FIELD)});
	type_over(client->t->arena, &form, fields);
	send(client, HTTP_POST, path, &form, NULL, status);
}

static struct http_field_vec find_form(struct app_test_client *client, const char *action)
{
	struct http_field_vec form = {0};
	if (!app_test_form_find(client->t->arena, client->page.body, str_of(action), &form))
		app_test_client_fail(client, "has no form that leads to", action, __FILE__, __LINE__);
	return form;
}

void app_test_client_submit(struct app_test_client *client, const char *action, const char *const *fields, int status)
{
	struct http_field_vec form = find_form(client, action);
	type_over(client->t->arena, &form, fields);
	send(client, HTTP_POST, action, &form, NULL, status);
}

void app_test_client_upload(struct app_test_client *client, const char *action, const char *const *fields, const char *field,
                            const char *file_name, struct str content, int status)
{
	struct arena *arena = client->t->arena;
	struct http_field_vec form = find_form(client, action);
	const char *path = str_cstr(arena, str_format(arena, "%s/upload-%d", client->t->folder, (int)client->people));
	assert_rc(file_write_whole(path, content, 0600), RC_OK);
	const struct http_upload upload = {.field = str_of(field),
	                                   .file_name = str_of(file_name),
	                                   .media_type = STR("application/octet-stream"),
	                                   .temporary_path = path,
	                                   .size = (int64_t)content.len};
	type_over(arena, &form, fields);
	send(client, HTTP_POST, action, &form, &upload, status);
	assert_rc(file_remove(path), RC_OK);
}

void app_test_client_follow(struct app_test_client *client, int status)
{
	struct str location = http_field_find(&client->page.headers, STR("Location"));
	if (location.len == 0)
		app_test_client_fail(client, "leads to no", "Location", __FILE__, __LINE__);
	app_test_client_get(client, str_cstr(client->t->arena, location), status);
}

bool app_test_client_has(const struct app_test_client *client, const char *text)
{
	return str_contains(client->page.body, str_of(text));
}

struct str app_test_client_value(const struct app_test_client *client, const char *name)
{
	struct http_field_vec form = {0};
	(void)app_test_form_find(client->t->arena, client->page.body, STR(""), &form);
	return http_field_find(&form, str_of(name));
}
