#include "repair/suggest.h"

#include "repair/testing.h"

static void a_slip_is_found_and_the_word_that_was_meant_comes_first(void **state)
{
	(void)state;
	static const struct {
		const char *text, *typed, *meant;
		bool known;
	} table[] = {
	    {"Báo cáo công tác cải cách hành chíng quý I", "chíng", "chính", false},
	    {"Giãi quyết hồ sơ của công dân đúng hạn", "Giãi", "Giải", false},
	    {"Gửi báo cáo trước ngay 25 hằng tháng", "ngay", "ngày", true},
	    {"Tổ chức hội nghị tâp huấn cho công chức", "tâp", "tập", false},
	    {"Viết tin tuyên tryền, đăng tải trên trang", "tryền", "truyền", false},
	    {"Xây dưng kế hoạch tuyên truyền năm 2026", "dưng", "dựng", true},
	    {"QUYẾT ĐỊNH VỀ VIỆC BAN HÀNH KẾ HOẠHC NĂM", "HOẠHC", "HOẠCH", false},
	};
	struct testing_model fixture;
	testing_open(&fixture);
	struct repair_search *search = repair_candidates_search_new(fixture.arena, &fixture.model);
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct str text = str_of(table[i].text);
		struct repair_suspect_vec got = repair_suggest(fixture.arena, search, text);
		assert_int_equal(got.n, 1);
		assert_str(str_part(text, got.at[0].from, got.at[0].to - got.at[0].from), table[i].typed);
		assert_str(got.at[0].at[0].text, table[i].meant);
		assert_true(got.at[0].known == table[i].known);
	}
	testing_close(&fixture);
}

static void suggestions_are_few_and_the_likeliest_comes_first(void **state)
{
	(void)state;
	struct testing_model fixture;
	testing_open(&fixture);
	struct repair_search *search = repair_candidates_search_new(fixture.arena, &fixture.model);
	struct repair_suspect_vec got = repair_suggest(fixture.arena, search, STR("Các xã, thrị trấn, cáx phòng và cảc ban"));
	assert_true(got.n > 0);
	for (size_t i = 0; i < got.n; i++) {
		unsigned sum = 0;
		assert_in_range(got.at[i].n, 1, REPAIR_SUGGESTIONS);
		for (size_t j = 0; j < got.at[i].n; j++) {
			assert_true(j == 0 || got.at[i].at[j].percent <= got.at[i].at[j - 1].percent);
			sum += got.at[i].at[j].percent;
		}
		assert_in_range(sum, 2, 100 + REPAIR_SUGGESTIONS);
	}
	testing_close(&fixture);
}

static void what_is_sound_or_the_writers_own_is_not_doubted(void **state)
{
	(void)state;
	static const char *const table[] = {
	    "",
	    "   \n\t",
	    "Tuyên truyền cải cách hành chính trên trang thông tin điện tử của tỉnh",
	    "Ủy ban nhân dân xã Nậm Xrăng giao bà Lò Thị Páo theo dõi",
	    "Văn bản số 683/QĐ-UBND ngày 15/3/2026",
	    "Hoà giải ở cơ sở; thoả thuận hợp tác",
	    "Phòng VHTT, TTPVHCC cấp huyện",
	};
	struct testing_model fixture;
	testing_open(&fixture);
	struct repair_search *search = repair_candidates_search_new(fixture.arena, &fixture.model);
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		assert_int_equal(repair_suggest(fixture.arena, search, str_of(table[i])).n, 0);
	testing_close(&fixture);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(a_slip_is_found_and_the_word_that_was_meant_comes_first),
	    cmocka_unit_test(suggestions_are_few_and_the_likeliest_comes_first),
	    cmocka_unit_test(what_is_sound_or_the_writers_own_is_not_doubted),
	};
	return TEST_RUN(cases);
}
