/* Each case: the sections of a plan, and the targets found there, as "value sentence", with "?" after those that are not sure. */
#include "reading/targets.h"

#include "reading/testing.h"

static void show(struct buf *out, const struct reading *reading)
{
	for (size_t i = 0; i < reading->targets.n; i++) {
		const struct reading_target *target = &reading->targets.at[i];
		buf_add_format(out, "%s%.*s %.*s%s", testing_between(out), STR_ARG(target->value), STR_ARG(target->text.text),
		               testing_doubt(target->text.confidence));
	}
}

static void each_percentage_of_a_sentence_is_a_target(void **state)
{
	static const struct testing_case cases[] = {
	    {"II. MỤC TIÊU\n- Đạt 100% số hộ.\n", "100% Đạt 100% số hộ."},
	    {"II. MỤC TIÊU\n- Trên 90 % hộ; đạt 99,5% hồ sơ.\n",
	     "90% Trên 90 % hộ; đạt 99,5% hồ sơ. | 99,5% Trên 90 % hộ; đạt 99,5% hồ sơ."},
	    {"II. MỤC TIÊU\n- Trên 92% người bệnh nội trú, 88.5% ngoại trú, 92% nhân viên.\n",
	     "92% Trên 92% người bệnh nội trú, 88.5% ngoại trú, 92% nhân viên. | "
	     "88.5% Trên 92% người bệnh nội trú, 88.5% ngoại trú, 92% nhân viên."},
	    {"II. MỤC TIÊU\n- Tăng % và 5 người.\n", ""},
	};
	(void)state;
	testing_check(TESTING_HEAD, show, cases, sizeof cases / sizeof cases[0]);
}

static void under_the_aims_a_percentage_is_surely_a_target(void **state)
{
	static const struct testing_case cases[] = {
	    {"II. CHỈ TIÊU\n1. Về hồ sơ\na) 100% đúng hạn.\n", "100% 100% đúng hạn."},
	    {"II. NHIỆM VỤ\n1. Chỉ tiêu\n- 100% đúng hạn.\n2. Kinh phí\n- 30% do xã hội đóng góp.\n",
	     "100% 100% đúng hạn. | 30% 30% do xã hội đóng góp.?"},
	    {"II. NHIỆM VỤ\n- Kiểm tra ít nhất 20% số xã.\n", "20% Kiểm tra ít nhất 20% số xã.?"},
	};
	(void)state;
	testing_check(TESTING_HEAD, show, cases, sizeof cases / sizeof cases[0]);
}

static void products_of_tasks_may_set_targets(void **state)
{
	static const struct testing_case cases[] = {
	    {"II. NHIỆM VỤ\n| STT | Nhiệm vụ | Sản phẩm | Thời gian | Đơn vị thực hiện |\n|---|---|---|---|---|\n"
	     "| 1 | Ký cam kết | 100% công chức ký | Tháng 3/2026 | Văn phòng |\n",
	     "100% 100% công chức ký?"},
	};
	(void)state;
	testing_check(TESTING_HEAD, show, cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_percentage_of_a_sentence_is_a_target),
	    cmocka_unit_test(under_the_aims_a_percentage_is_surely_a_target),
	    cmocka_unit_test(products_of_tasks_may_set_targets),
	};
	return TEST_RUN(tests);
}
