/* What the words of plans mean in a register of one province. */
#include "feature/unit/unit_meaning.h"

#include "app/app_test_client.h"
#include "sys/secret.h"

struct register_ids {
	int64_t province, office, home_affairs, environment, one_stop, ward, commune, school, room, other_room;
};

static int64_t add(struct db_conn *db, struct arena *arena, enum unit_kind kind, const char *code, const char *name,
                   int64_t parent_id)
{
	const struct unit unit = {.code = str_of(code), .name = str_of(name), .kind = kind, .parent_id = parent_id};
	struct message problem;
	const char *field;
	int64_t id = 0;
	assert_rc(unit_add(db, arena, 1, 0, &unit, &id, &problem, &field), RC_OK);
	return id;
}

static struct db_conn *begin(struct testing *t, struct register_ids *ids)
{
	assert_rc(secret_init(), RC_OK);
	struct db_conn *db = testing_begin(t, DB_WRITE);
	ids->province = add(db, t->arena, UNIT_PROVINCE, "S", "Ủy ban nhân dân tỉnh Sơn Hải", 0);
	ids->office = add(db, t->arena, UNIT_DEPARTMENT, "S.VP", "Văn phòng Ủy ban nhân dân tỉnh", ids->province);
	ids->home_affairs = add(db, t->arena, UNIT_DEPARTMENT, "S.NV", "Sở Nội vụ", ids->province);
	ids->environment = add(db, t->arena, UNIT_DEPARTMENT, "S.NNMT", "Sở Nông nghiệp và Môi trường", ids->province);
	ids->one_stop = add(db, t->arena, UNIT_CENTRE, "S.HCC", "Trung tâm Phục vụ hành chính công tỉnh", ids->province);
	ids->ward = add(db, t->arena, UNIT_COMMUNE, "S.TA", "Phường Tân An", ids->province);
	ids->commune = add(db, t->arena, UNIT_COMMUNE, "S.HB", "Ủy ban nhân dân xã Hoà Bình", ids->province);
	ids->school = add(db, t->arena, UNIT_SCHOOL, "S.THCS", "Trường THCS Tân An", ids->ward);
	ids->room = add(db, t->arena, UNIT_DIVISION, "S.NV.VP", "Văn phòng Sở", ids->home_affairs);
	ids->other_room = add(db, t->arena, UNIT_DIVISION, "S.TA.VH", "Phòng Văn hóa - Xã hội", ids->ward);
	return db;
}

struct test_case {
	const char *words;
	int64_t expected; /* a unit, 0 for none */
};

static void check_units(struct testing *t, const struct unit_directory *directory, const struct test_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct unit_meaning got = unit_meaning_of(directory, t->arena, str_of(cases[i].words));
		if (got.unit_id != cases[i].expected)
			print_error("words    \"%s\"\n", cases[i].words);
		assert_int_equal(got.unit_id, cases[i].expected);
	}
}

static void one_unit_goes_by_many_names(void **state)
{
	struct testing *t = testing_of(state);
	struct register_ids ids;
	struct unit_directory directory;
	struct db_conn *db = begin(t, &ids);
	assert_rc(unit_meaning_open(db, t->arena, ids.home_affairs, &directory), RC_OK);
	const struct test_case cases[] = {
	    {"Sở Nội vụ", ids.home_affairs},
	    {"SỞ NỘI VỤ", ids.home_affairs},
	    {"Sở Nội vụ tỉnh", ids.home_affairs},
	    {"Sở Nội vụ tỉnh Sơn Hải", ids.home_affairs},
	    {"SNV", ids.home_affairs},
	    {"Giám đốc Sở Nội vụ", ids.home_affairs},
	    {"Lãnh đạo Sở Nội vụ", ids.home_affairs},
	    {"Sở", ids.home_affairs},
	    {"Sở NN&MT", ids.environment},
	    {"Sở Nông nghiệp và Môi trường", ids.environment},
	    {"Văn phòng UBND tỉnh", ids.office},
	    {"VP UBND tỉnh", ids.office},
	    {"Chánh Văn phòng UBND tỉnh", ids.office},
	    {"UBND tỉnh", ids.province},
	    {"Ủy ban nhân dân tỉnh", ids.province},
	    {"UBND tỉnh Sơn Hải", ids.province},
	    {"Uỷ ban nhân dân tỉnh Sơn Hải", ids.province},
	    {"Chủ tịch UBND tỉnh", ids.province},
	    {"Trung tâm Phục vụ hành chính công", ids.one_stop},
	    {"Trung tâm Phục vụ hành chính công tỉnh", ids.one_stop},
	    {"UBND phường Tân An", ids.ward},
	    {"Ủy ban nhân dân phường Tân An", ids.ward},
	    {"phường Tân An", ids.ward},
	    {"UBND xã Hòa Bình", ids.commune},
	    {"xã Hoà Bình", ids.commune},
	    {"Chủ tịch UBND xã Hòa Bình", ids.commune},
	    {"Trường Trung học cơ sở Tân An", ids.school},
	    {"Văn phòng Sở", ids.room},
	    {"Phòng Văn hóa - Xã hội", 0},
	    {"Sở Tài chính", 0},
	    {"UBND xã", 0},
	    {"Nguyễn Văn An", 0},
	    {"Đoàn Thanh niên", 0},
	    {"", 0},
	};
	check_units(t, &directory, cases, sizeof cases / sizeof cases[0]);
	db_rollback(db);
}

static void a_body_speaks_of_itself_and_those_above_it(void **state)
{
	struct testing *t = testing_of(state);
	struct register_ids ids;
	struct unit_directory directory;
	struct db_conn *db = begin(t, &ids);
	assert_rc(unit_meaning_open(db, t->arena, ids.school, &directory), RC_OK);
	const struct test_case at_school[] = {{"Nhà trường", ids.school}, {"Hiệu trưởng", ids.school}, {"Ban Giám hiệu", ids.school},
	                                      {"UBND phường", ids.ward},  {"UBND tỉnh", ids.province}, {"Sở", 0}};
	check_units(t, &directory, at_school, sizeof at_school / sizeof at_school[0]);
	assert_rc(unit_meaning_open(db, t->arena, ids.ward, &directory), RC_OK);
	const struct test_case at_ward[] = {{"UBND phường", ids.ward},
	                                    {"Phòng Văn hóa - Xã hội", ids.other_room},
	                                    {"Trưởng phòng Văn hóa - Xã hội", ids.other_room},
	                                    {"Hiệu trưởng", 0}};
	check_units(t, &directory, at_ward, sizeof at_ward / sizeof at_ward[0]);
	db_rollback(db);
}

struct group_case {
	const char *words, *kinds; /* kinds of the group's members; none: it is no group */
	int64_t root;
};

static void check_groups(struct testing *t, const struct unit_directory *directory, const struct group_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct unit_meaning got = unit_meaning_of(directory, t->arena, str_of(cases[i].words));
		struct str kinds = unit_meaning_kinds_text(t->arena, got.members);
		if (!str_eq(kinds, str_of(cases[i].kinds)))
			print_error("words    \"%s\"\n", cases[i].words);
		assert_str(kinds, cases[i].kinds);
		assert_int_equal(got.root_id, cases[i].root);
		assert_int_equal(got.unit_id, 0);
	}
}

static void a_group_has_its_members_by_kind(void **state)
{
	struct testing *t = testing_of(state);
	struct register_ids ids;
	struct unit_directory directory;
	struct db_conn *db = begin(t, &ids);
	assert_rc(unit_meaning_open(db, t->arena, ids.home_affairs, &directory), RC_OK);
	const struct group_case cases[] = {
	    {"các sở, ban, ngành", "department", ids.province},
	    {"Các Sở, ban, ngành", "department", ids.province},
	    {"Sở, ban, ngành", "department", ids.province},
	    {"UBND các xã, phường, đặc khu", "commune", ids.province},
	    {"UBND xã, phường, đặc khu", "commune", ids.province},
	    {"Ủy ban nhân dân các xã, phường", "commune", ids.province},
	    {"UBND cấp xã", "commune", ids.province},
	    {"các xã, phường", "commune", ids.province},
	    {"các sở, ngành, địa phương", "department commune", ids.province},
	    {"Các cơ quan, đơn vị, địa phương", "department commune centre", ids.province},
	    {"các trường học trên địa bàn tỉnh", "school", ids.province},
	    {"các phòng thuộc Sở", "department commune school centre division other", ids.home_affairs},
	    {"các phòng, ban", "division", ids.home_affairs},
	    {"các cơ quan liên quan", "", 0},
	    {"các sở, ngành có liên quan", "", 0},
	    {"các cơ quan báo chí", "", 0},
	    {"các doanh nghiệp", "", 0},
	    {"các tổ chức chính trị - xã hội", "", 0},
	    {"các thôn, khu phố", "", 0},
	};
	check_groups(t, &directory, cases, sizeof cases / sizeof cases[0]);
	assert_rc(unit_meaning_open(db, t->arena, ids.school, &directory), RC_OK);
	const struct group_case at_school[] = {
	    {"các đơn vị thuộc Trường", "department commune school centre division other", ids.school},
	    {"các phòng, khoa", "division", ids.school},
	    {"các đơn vị", "department commune school centre division other", ids.school},
	};
	check_groups(t, &directory, at_school, sizeof at_school / sizeof at_school[0]);
	db_rollback(db);
}

static void the_kinds_of_a_group_read_back(void **state)
{
	struct testing *t = testing_of(state);
	unsigned members = 1u << UNIT_DEPARTMENT | 1u << UNIT_COMMUNE;
	assert_str(unit_meaning_kinds_text(t->arena, members), "department commune");
	assert_int_equal(unit_meaning_kinds_parse(STR("department commune")), members);
	assert_int_equal(unit_meaning_kinds_parse(STR("")), 0);
	assert_int_equal(unit_meaning_kinds_parse(STR("commune nothing")), 1u << UNIT_COMMUNE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TESTING_BOTH(one_unit_goes_by_many_names),
	    TESTING_BOTH(a_body_speaks_of_itself_and_those_above_it),
	    TESTING_BOTH(a_group_has_its_members_by_kind),
	    TESTING_BOTH(the_kinds_of_a_group_read_back),
	};
	return TEST_RUN(tests);
}
