#include "feature/unit/unit.h"

#include "app/app_test_cli.h"
#include "app/app_test_client.h"
#include "feature/unit/unit_cli.h"
#include "feature/unit/unit_names.h"
#include "feature/unit/unit_web.h"
#include "sys/file.h"
#include "sys/secret.h"

static const struct app_route *const routes[] = {unit_web_routes, NULL};

/* ---- The rules ---- */

static int64_t add_kind(struct db_conn *db, struct arena *arena, enum unit_kind kind, const char *code, const char *name,
                        int64_t parent_id)
{
	const struct unit unit = {.code = str_of(code), .name = str_of(name), .kind = kind, .parent_id = parent_id};
	struct message problem;
	const char *field;
	int64_t id = 0;
	assert_rc(unit_add(db, arena, 1, 0, &unit, &id, &problem, &field), RC_OK);
	return id;
}

static int64_t add(struct db_conn *db, struct arena *arena, const char *code, const char *name, int64_t parent_id)
{
	return add_kind(db, arena, UNIT_COMMUNE, code, name, parent_id);
}

static int64_t add_division(struct db_conn *db, struct arena *arena, const char *code, const char *name, int64_t parent_id)
{
	return add_kind(db, arena, UNIT_DIVISION, code, name, parent_id);
}

static struct db_conn *begin(struct testing *t)
{
	assert_rc(secret_init(), RC_OK);
	return testing_begin(t, DB_WRITE);
}

static void a_code_is_groups_of_digits_and_capitals(void **state)
{
	static const char *const good[] = {"H56",           "H56.03",  "H56.03.12",
	                                   "000.03.12.H56", "Z01.ABC", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXY"};
	static const char *const bad[] = {"",    ".",      "H56.",   ".H56", "H56..03",
	                                  "h56", "H56-03", "H56 03", "Đ56",  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"};
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
		assert_true(unit_is_code(str_of(good[i])));
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(unit_is_code(str_of(bad[i])));
}

static void words_read_back(void **state)
{
	(void)state;
	for (int i = 0; i <= UNIT_OTHER; i++) {
		enum unit_kind kind;
		assert_true(unit_kind_parse(unit_kind_name((enum unit_kind)i), &kind));
		assert_int_equal(kind, i);
	}
	for (int i = 0; i <= UNIT_CLOSED; i++) {
		enum unit_state parsed;
		assert_true(unit_state_parse(unit_state_name((enum unit_state)i), &parsed));
		assert_int_equal(parsed, i);
	}
}

static void a_unit_and_all_below_it_are_one_range(void **state)
{
	struct testing *t = testing_of(state);
	struct db_conn *db = begin(t);
	struct unit unit;
	struct unit_scope scope;
	int64_t root = add(db, t->arena, "H56", "UBND tỉnh", 0), department = add(db, t->arena, "H56.1", "Sở Nội vụ", root);
	int64_t division = add(db, t->arena, "H56.1.1", "Phòng CCHC", department),
	        other = add(db, t->arena, "H56.2", "Sở Y tế", root);
	assert_rc(unit_scope_of(db, t->arena, department, &scope), RC_OK);
	assert_rc(unit_find(db, t->arena, division, &unit), RC_OK);
	assert_true(unit_scope_holds(&scope, unit.path));
	assert_true(str_compare(unit.path, scope.from) >= 0 && str_compare(unit.path, scope.to) < 0);
	assert_rc(unit_find(db, t->arena, other, &unit), RC_OK);
	assert_false(unit_scope_holds(&scope, unit.path));
	assert_false(str_compare(unit.path, scope.from) >= 0 && str_compare(unit.path, scope.to) < 0);
	db_rollback(db);
}

static void what_cannot_be_added_is_told_by_its_field(void **state)
{
	static const struct {
		const char *code;
		int64_t parent_id;
		const char *field;
	} cases[] = {{"h56", 0, "code"}, {"H56", 0, "code"}, {"H57", 9999, "parent"}};
	struct testing *t = testing_of(state);
	struct db_conn *db = begin(t);
	add(db, t->arena, "H56", "UBND tỉnh", 0);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const struct unit unit = {.code = str_of(cases[i].code), .name = STR("Sở"), .parent_id = cases[i].parent_id};
		struct message problem = {0};
		const char *field = NULL;
		int64_t id;
		assert_rc(unit_add(db, t->arena, 1, 0, &unit, &id, &problem, &field), RC_INVALID);
		assert_string_equal(field, cases[i].field);
		assert_non_null(problem.id);
	}
	db_rollback(db);
}

static void a_unit_moves_with_all_below_it(void **state)
{
	struct testing *t = testing_of(state);
	struct db_conn *db = begin(t);
	struct unit unit;
	struct message problem;
	const char *field;
	int64_t root = add(db, t->arena, "H56", "UBND tỉnh", 0), a = add(db, t->arena, "H56.1", "Sở A", root);
	int64_t b = add(db, t->arena, "H56.2", "Sở B", root), below = add(db, t->arena, "H56.1.1", "Phòng", a);
	assert_rc(unit_find(db, t->arena, a, &unit), RC_OK);
	unit.parent_id = b;
	assert_rc(unit_change(db, t->arena, 1, 0, &unit, &problem, &field), RC_OK);
	assert_rc(unit_find(db, t->arena, below, &unit), RC_OK);
	assert_str(unit.path, str_format(t->arena, "/%d/%d/%d/%d/", (int)root, (int)b, (int)a, (int)below).ptr);
	/* And never below itself. */
	assert_rc(unit_find(db, t->arena, b, &unit), RC_OK);
	unit.parent_id = below;
	assert_rc(unit_change(db, t->arena, 1, 0, &unit, &problem, &field), RC_INVALID);
	assert_string_equal(field, "parent");
	db_rollback(db);
}

static void the_second_of_two_changes_is_a_conflict(void **state)
{
	struct testing *t = testing_of(state);
	struct db_conn *db = begin(t);
	struct unit mine, theirs;
	struct message problem;
	const char *field;
	int64_t id = add(db, t->arena, "H56", "UBND tỉnh", 0);
	assert_rc(unit_find(db, t->arena, id, &mine), RC_OK);
	theirs = mine;
	theirs.name = STR("UBND tỉnh (mới)");
	assert_rc(unit_change(db, t->arena, 1, 0, &theirs, &problem, &field), RC_OK);
	assert_rc(unit_change(db, t->arena, 1, 0, &mine, &problem, &field), RC_CONFLICT);
	db_rollback(db);
}

static void a_search_needs_no_accents(void **state)
{
	static const struct {
		const char *words;
		size_t n;
	} cases[] = {{"so noi vu", 1}, {"Nội", 1}, {"SỞ", 2}, {"h56.2", 1}, {"%", 0}, {"_", 0}, {"xyz", 0}};
	struct testing *t = testing_of(state);
	struct db_conn *db = begin(t);
	add(db, t->arena, "H56.1", "Sở Nội vụ", 0);
	add(db, t->arena, "H56.2", "Sở Y tế", 0);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct unit_vec found;
		assert_rc(unit_search(db, t->arena, str_of(cases[i].words), 10, &found), RC_OK);
		assert_int_equal(found.n, cases[i].n);
	}
	db_rollback(db);
}

static bool names(const struct unit_name_vec *all, const char *key, int64_t unit_id)
{
	for (size_t i = 0; i < all->n; i++) {
		if (str_eq(all->at[i].key, str_of(key)) && all->at[i].unit_id == unit_id)
			return true;
	}
	return false;
}

static void a_unit_has_long_and_short_names(void **state)
{
	struct testing *t = testing_of(state);
	struct db_conn *db = begin(t);
	struct unit_name_vec all;
	int64_t id = add(db, t->arena, "H56.9", "UBND phường Đông Hải", 0),
	        other = add(db, t->arena, "H56.8", "Trường THCS Hải An", 0);
	assert_rc(unit_names_list(db, t->arena, &all), RC_OK);
	assert_true(names(&all, "ubnd phuong dong hai", id));
	assert_true(names(&all, "uy ban nhan dan phuong dong hai", id));
	assert_true(names(&all, "h56.9", id));
	assert_true(names(&all, "truong trung hoc co so hai an", other));
	for (size_t i = 1; i < all.n; i++)
		assert_true(str_compare(all.at[i - 1].key, all.at[i].key) <= 0);
	db_rollback(db);
}

static void the_names_of_a_merged_unit_mean_its_successor(void **state)
{
	struct testing *t = testing_of(state);
	struct db_conn *db = begin(t);
	struct unit_name_vec all;
	struct unit unit;
	struct message problem;
	const char *field;
	int64_t old = add(db, t->arena, "H56.9", "UBND xã Hải Tân", 0), fresh = add(db, t->arena, "H56.8", "UBND phường Đông Hải", 0);
	assert_rc(unit_find(db, t->arena, old, &unit), RC_OK);
	unit.state = UNIT_MERGED;
	assert_rc(unit_change(db, t->arena, 1, 0, &unit, &problem, &field), RC_INVALID);
	assert_string_equal(field, "successor");
	unit.successor_id = fresh;
	assert_rc(unit_change(db, t->arena, 1, 0, &unit, &problem, &field), RC_OK);
	assert_rc(unit_names_list(db, t->arena, &all), RC_OK);
	assert_true(names(&all, "ubnd xa hai tan", fresh));
	assert_false(names(&all, "ubnd xa hai tan", old));
	db_rollback(db);
}

static void a_paper_means_its_own_divisions_and_other_bodies_by_their_only_name(void **state)
{
	struct testing *t = testing_of(state);
	struct db_conn *db = begin(t);
	struct unit_name_vec all;
	struct unit school, clinic;
	int64_t school_id = add(db, t->arena, "H1", "Trường Sơn Ca", 0), clinic_id = add(db, t->arena, "H2", "Trạm Bến Gỗ", 0);
	int64_t office = add_division(db, t->arena, "H1.1", "Phòng Hành chính", school_id);
	int64_t kitchen = add_division(db, t->arena, "H1.2", "Phòng Bếp", school_id);
	assert_rc(unit_find(db, t->arena, school_id, &school), RC_OK);
	assert_rc(unit_find(db, t->arena, clinic_id, &clinic), RC_OK);
	assert_rc(unit_names_list(db, t->arena, &all), RC_OK);
	assert_int_equal(unit_names_meant(&all, school.path, STR("phong hanh chinh")), office);
	assert_int_equal(unit_names_meant(&all, school.path, STR("tram ben go")), clinic_id);
	assert_int_equal(unit_names_meant(&all, school.path, STR("truong son ca")), school_id);
	assert_int_equal(unit_names_meant(&all, clinic.path, STR("truong son ca")), school_id);
	/* The school's kitchen is not the clinic's, though there is no other. */
	assert_int_equal(unit_names_meant(&all, clinic.path, STR("phong bep")), 0);
	assert_int_equal(unit_names_meant(&all, school.path, STR("phong bep")), kitchen);
	assert_int_equal(unit_names_meant(&all, school.path, STR("phong")), 0);
	assert_int_equal(unit_names_meant(&all, school.path, STR("zzz")), 0);
	assert_int_equal(unit_names_meant(&all, school.path, STR("")), 0);

	/* Of two offices, each paper means its own; whose has none or both below it, means none. */
	int64_t other = add_division(db, t->arena, "H2.1", "Phòng Hành chính", clinic_id);
	add_division(db, t->arena, "H1.3", "Phòng Bếp", school_id);
	assert_rc(unit_names_list(db, t->arena, &all), RC_OK);
	assert_int_equal(unit_names_meant(&all, school.path, STR("phong hanh chinh")), office);
	assert_int_equal(unit_names_meant(&all, clinic.path, STR("phong hanh chinh")), other);
	assert_int_equal(unit_names_meant(&all, STR("/999/"), STR("phong hanh chinh")), 0);
	assert_int_equal(unit_names_meant(&all, school.path, STR("phong bep")), 0);
	db_rollback(db);
}

/* ---- The pages ---- */

struct fixture {
	struct app_test_client client;
	int64_t province, department, other;
};

static void set_up(struct fixture *f, void **state)
{
	app_test_client_init(&f->client, testing_of(state), routes);
	f->province = app_test_client_add_unit(&f->client, "H56", "UBND tỉnh", 0);
	f->department = app_test_client_add_unit(&f->client, "H56.1", "Sở Nội vụ", f->province);
	f->other = app_test_client_add_unit(&f->client, "H56.2", "Sở Y tế", f->province);
}

static const char *path_of(struct fixture *f, const char *format, int64_t id)
{
	return str_cstr(f->client.t->arena, str_format(f->client.t->arena, "%s%lld%s", "/unit/", (long long)id, format));
}

static void everyone_sees_the_tree_and_searches_it(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_VIEWER, f.department);
	app_test_client_get(&f.client, "/unit", 200);
	assert_page_has(&f.client, "Sở Y tế");
	assert_page_lacks(&f.client, "/unit/add");
	app_test_client_get(&f.client, "/unit?q=so+noi", 200);
	assert_page_has(&f.client, "Sở Nội vụ</a></th>");
	assert_page_lacks(&f.client, "Sở Y tế");
	app_test_client_get(&f.client, "/unit?q=khong+co", 200);
	assert_page_has(&f.client, "No unit has this in its name or code");
}

static void a_unit_shows_what_is_above_and_below(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_VIEWER, f.department);
	app_test_client_get(&f.client, path_of(&f, "", f.province), 200);
	assert_page_has(&f.client, "Sở Y tế");
	app_test_client_get(&f.client, path_of(&f, "", f.other), 200);
	assert_page_has(&f.client, "UBND tỉnh");
	app_test_client_get(&f.client, "/unit/99999", 404);
	app_test_client_get(&f.client, "/unit/abc", 404);
}

static void an_administrator_adds_a_unit(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_ADMINISTRATOR, f.province);
	app_test_client_get(&f.client, "/unit/add?parent=H56.1", 200);
	assert_str(app_test_client_value(&f.client, "parent"), "H56.1");
	app_test_client_submit(&f.client, "/unit/add",
	                       APP_TEST_FIELDS("name", "Phòng Cải cách hành chính", "code", "h56.1.3", "kind", "division"), 303);
	app_test_client_follow(&f.client, 200);
	assert_page_has(&f.client, "Phòng Cải cách hành chính has been added");
	assert_page_has(&f.client, "H56.1.3");
}

static void a_wrong_form_comes_back_with_all_that_was_typed(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_ADMINISTRATOR, f.province);
	app_test_client_get(&f.client, "/unit/add", 200);
	app_test_client_submit(&f.client, "/unit/add",
	                       APP_TEST_FIELDS("name", "Phòng \"Một\" & Hai", "code", "H56.1", "kind", "division", "parent", "H99"),
	                       422);
	assert_page_has(&f.client, "No unit has the code H99");
	assert_page_has(&f.client, "href=\"#parent\"");
	assert_page_has(&f.client, "id=\"parent-error\"");
	assert_str(app_test_client_value(&f.client, "name"), "Phòng \"Một\" & Hai");
	assert_str(app_test_client_value(&f.client, "kind"), "division");
	app_test_client_submit(&f.client, "/unit/add", APP_TEST_FIELDS("parent", "H56"), 422);
	assert_page_has(&f.client, "The code H56.1 belongs to Sở Nội vụ");
}

static void an_administrator_keeps_to_their_own_part_of_the_tree(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_ADMINISTRATOR, f.department);
	app_test_client_get(&f.client, path_of(&f, "/edit", f.other), 403);
	app_test_client_get(&f.client, path_of(&f, "/edit", f.department), 200);
	app_test_client_get(&f.client, "/unit/add", 200);
	app_test_client_submit(&f.client, "/unit/add", APP_TEST_FIELDS("name", "Mới", "code", "X1", "parent", "H56.2"), 422);
	assert_page_has(&f.client, "It must lie below Sở Nội vụ");
	app_test_client_submit(&f.client, "/unit/add", APP_TEST_FIELDS("parent", ""), 422);
	app_test_client_submit(&f.client, "/unit/add", APP_TEST_FIELDS("parent", "H56.1"), 303);
}

static void of_two_people_at_one_unit_the_second_sees_what_the_first_did(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_ADMINISTRATOR, f.province);
	const char *edit = path_of(&f, "/edit", f.department);
	app_test_client_get(&f.client, edit, 200);
	struct http_response before = f.client.page;
	app_test_client_submit(&f.client, edit, APP_TEST_FIELDS("name", "Sở Nội vụ (của họ)"), 303);
	f.client.page = before;
	app_test_client_submit(&f.client, edit, APP_TEST_FIELDS("name", "Sở Nội vụ (của tôi)"), 409);
	assert_page_has(&f.client, "Sở Nội vụ (của họ)");
	assert_str(app_test_client_value(&f.client, "name"), "Sở Nội vụ (của tôi)");
	app_test_client_submit(&f.client, edit, NULL, 303);
	app_test_client_follow(&f.client, 200);
	assert_page_has(&f.client, "Sở Nội vụ (của tôi)");
}

static void a_merged_unit_names_its_successor(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_ADMINISTRATOR, f.province);
	const char *edit = path_of(&f, "/edit", f.other);
	app_test_client_get(&f.client, edit, 200);
	app_test_client_submit(&f.client, edit, APP_TEST_FIELDS("state", "merged"), 422);
	assert_page_has(&f.client, "Say which active unit it was merged into");
	app_test_client_submit(&f.client, edit, APP_TEST_FIELDS("successor", "H56.1"), 303);
	app_test_client_follow(&f.client, 200);
	assert_page_has(&f.client, "into <a href=\"/unit/");
}

/* ---- The command ---- */

static enum cli_exit import(struct testing *t, const char *text, struct str *ret_out)
{
	const char *path = str_cstr(t->arena, str_format(t->arena, "%s/units.tsv", t->folder));
	assert_rc(file_write_whole(path, str_of(text), 0600), RC_OK);
	return app_test_cli_run(t, unit_cli_run, "", ret_out, "import", path, NULL);
}

static void a_file_of_units_is_imported_and_listed_as_it_was(void **state)
{
	struct testing *t = testing_of(state);
	struct str out;
	assert_int_equal(import(t,
	                        "\xef\xbb\xbf# mã\tloại\ttên\tchủ quản\r\n"
	                        "H56\tprovince\tUBND tỉnh\t\r\n"
	                        "\n"
	                        "h56.1\tdepartment\tSở Nội vụ\tH56\n"
	                        "H56.1.1\tdivision\tPhòng CCHC\tH56.1",
	                        &out),
	                 CLI_OK);
	assert_int_equal(app_test_cli_run(t, unit_cli_run, "", &out, "list", NULL), CLI_OK);
	assert_str(out, "H56\tprovince\tUBND tỉnh\t\nH56.1\tdepartment\tSở Nội vụ\tH56\nH56.1.1\tdivision\tPhòng CCHC\tH56.1\n");
}

static void the_national_list_of_places_is_imported_as_it_is_published(void **state)
{
	struct testing *t = testing_of(state);
	struct str out;
	assert_int_equal(import(t,
	                        "# province_code\tunit_code\tkind\tfull_name\n"
	                        "56\t\tTỉnh\tTỉnh Sơn Hải\n"
	                        "56\t00123\tPhường\tPhường Tân An\n"
	                        "56\t00124\tĐặc khu\tĐặc khu Hòn Xa\n",
	                        &out),
	                 CLI_OK);
	assert_int_equal(app_test_cli_run(t, unit_cli_run, "", &out, "list", NULL), CLI_OK);
	assert_str(out, "56\tprovince\tTỉnh Sơn Hải\t\n56.00123\tcommune\tPhường Tân An\t56\n"
	                "56.00124\tcommune\tĐặc khu Hòn Xa\t56\n");
}

static void a_wrong_line_is_named_and_nothing_is_imported(void **state)
{
	static const char *const texts[] = {
	    "H56\tprovince\tUBND tỉnh\nH57\tempire\tGì đó\n", "H56\tprovince\tUBND tỉnh\nH57\tcommune\tXã\tH99\n",
	    "H56\tprovince\tUBND tỉnh\nH56\tcommune\tXã\n", "H56\tprovince\tUBND tỉnh\nH57 commune Xã\n",
	    "H56\tprovince\tUBND tỉnh\nH57\tcommune\t\tH56\n"};
	struct testing *t = testing_of(state);
	struct str out;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		assert_int_equal(import(t, texts[i], &out), CLI_CONDITION);
		assert_true(str_contains(out, STR("Line 2:")));
		assert_int_equal(app_test_cli_run(t, unit_cli_run, "", &out, "list", NULL), CLI_OK);
		assert_str(out, "");
	}
}

static void a_unit_is_added_by_its_words(void **state)
{
	struct testing *t = testing_of(state);
	struct str out;
	assert_int_equal(
	    app_test_cli_run(t, unit_cli_run, "", &out, "add", "--code", "H56", "--kind", "province", "--name", "UBND tỉnh", NULL),
	    CLI_OK);
	assert_int_equal(
	    app_test_cli_run(t, unit_cli_run, "", &out, "add", "--code", "H56", "--kind", "province", "--name", "UBND tỉnh", NULL),
	    CLI_CONDITION);
	assert_true(str_contains(out, STR("The code H56 belongs to UBND tỉnh")));
	assert_int_equal(app_test_cli_run(t, unit_cli_run, "", &out, "add", "--color", "x", NULL), CLI_USAGE);
	assert_int_equal(app_test_cli_run(t, unit_cli_run, "", &out, NULL), CLI_USAGE);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(a_code_is_groups_of_digits_and_capitals),
	    cmocka_unit_test(words_read_back),
	    TESTING_BOTH(a_unit_and_all_below_it_are_one_range),
	    TESTING_BOTH(what_cannot_be_added_is_told_by_its_field),
	    TESTING_BOTH(a_unit_moves_with_all_below_it),
	    TESTING_BOTH(the_second_of_two_changes_is_a_conflict),
	    TESTING_BOTH(a_search_needs_no_accents),
	    TESTING_BOTH(a_unit_has_long_and_short_names),
	    TESTING_BOTH(the_names_of_a_merged_unit_mean_its_successor),
	    TESTING_BOTH(a_paper_means_its_own_divisions_and_other_bodies_by_their_only_name),
	    TESTING_BOTH(everyone_sees_the_tree_and_searches_it),
	    TESTING_BOTH(a_unit_shows_what_is_above_and_below),
	    TESTING_BOTH(an_administrator_adds_a_unit),
	    TESTING_BOTH(a_wrong_form_comes_back_with_all_that_was_typed),
	    TESTING_BOTH(an_administrator_keeps_to_their_own_part_of_the_tree),
	    TESTING_BOTH(of_two_people_at_one_unit_the_second_sees_what_the_first_did),
	    TESTING_BOTH(a_merged_unit_names_its_successor),
	    TESTING_BOTH(a_file_of_units_is_imported_and_listed_as_it_was),
	    TESTING_BOTH(the_national_list_of_places_is_imported_as_it_is_published),
	    TESTING_BOTH(a_wrong_line_is_named_and_nothing_is_imported),
	    TESTING_BOTH(a_unit_is_added_by_its_words),
	};
	return TEST_RUN(cases);
}
