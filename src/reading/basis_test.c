/* Each case: what stands before the first heading, and the role of each document named there: "E" carried out, "B" a basis, "M"
 * neither. */
#include "reading/basis.h"

#include "reading/testing.h"

struct test_case {
	const char *preamble, *expected;
};

static void check(const struct test_case *one)
{
	static const char *const roles[] = {[READING_MENTION] = "M", [READING_BASIS] = "B", [READING_IN_EXECUTION_OF] = "E"};
	struct arena *arena = arena_new();
	struct buf got;
	struct str text = str_format(arena,
	                             "SỞ VÍ DỤ\nSố: 5/KH-SVD\nBình Minh, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\n"
	                             "Tuyên truyền cải cách hành chính năm 2026\n\n%s\n\nI. MỤC ĐÍCH\nTheo Chỉ thị số 9/CT-UBND.\n",
	                             one->preamble);
	buf_init(&got, arena, 4000);
	struct reading reading = testing_read(arena, text);
	for (size_t i = 0; i < reading.citations.n; i++) {
		const struct reading_citation *c = &reading.citations.at[i];
		buf_add_format(&got, "%s%s %.*s", i > 0 ? " | " : "", roles[c->role], STR_ARG(c->number.len > 0 ? c->number : c->name));
	}
	testing_same(one->preamble, buf_str(&got), one->expected);
	arena_free(arena);
}

static void a_plan_carries_out_the_plan_above_it(void **state)
{
	static const struct test_case cases[] = {
	    {"Căn cứ Luật Lưu trữ ngày 21/6/2024;\nCăn cứ Kế hoạch số 8/KH-UBND ngày 02/01/2026 của UBND tỉnh;\n",
	     "B Luật Lưu trữ | E 8/KH-UBND | M 9/CT-UBND"},
	    {"Căn cứ Quyết định số 3/QĐ-UBND quy định chức năng, nhiệm vụ của Sở;\n"
	     "Thực hiện Kế hoạch số 8/KH-UBND ngày 02/01/2026 của UBND tỉnh, Sở xây dựng kế hoạch như sau:",
	     "B 3/QĐ-UBND | E 8/KH-UBND | M 9/CT-UBND"},
	    {"Căn cứ Nghị quyết số 76/NQ-CP của Chính phủ ban hành Chương trình tổng thể;\n"
	     "Căn cứ Quyết định số 7/QĐ-BNV ban hành Kế hoạch cải cách hành chính năm 2026;",
	     "B 76/NQ-CP | E 7/QĐ-BNV | M 9/CT-UBND"},
	    {"Thực hiện Nghị quyết số 76/NQ-CP của Chính phủ; Kế hoạch số 8/KH-UBND của UBND tỉnh, Sở xây dựng kế hoạch như sau:",
	     "E 76/NQ-CP | E 8/KH-UBND | M 9/CT-UBND"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		check(&cases[i]);
}

static void without_a_plan_it_carries_out_the_directives(void **state)
{
	static const struct test_case cases[] = {
	    {"Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ;\nCăn cứ Chỉ thị số 4/CT-UBND của UBND tỉnh;",
	     "B 30/2020/NĐ-CP | E 4/CT-UBND | M 9/CT-UBND"},
	    {"Căn cứ Nghị quyết số 2/NQ-CP ngày 08/01/2026 của Chính phủ;\nCăn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính "
	     "phủ;",
	     "E 2/NQ-CP | B 76/NQ-CP | M 9/CT-UBND"},
	    {"Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ;", "B 76/NQ-CP | M 9/CT-UBND"},
	    {"Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư;", "B 30/2020/NĐ-CP | M 9/CT-UBND"},
	    {"Thực hiện Nghị quyết số 76/NQ-CP của Chính phủ; xét đề nghị của Sở Nội vụ tại Tờ trình số 8/TTr-SNV, Sở ban hành kế "
	     "hoạch:",
	     "E 76/NQ-CP | B 8/TTr-SNV | M 9/CT-UBND"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		check(&cases[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_plan_carries_out_the_plan_above_it),
	    cmocka_unit_test(without_a_plan_it_carries_out_the_directives),
	};
	return TEST_RUN(tests);
}
