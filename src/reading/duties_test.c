/* Each case: what stands under "Tổ chức thực hiện", and the duties found there, as "section unit: words", with "?" behind
 * those that are not sure. */
#include "reading/duties.h"

#include "reading/testing.h"

static const char head[] = TESTING_HEAD "II. TỔ CHỨC THỰC HIỆN\n";

static void show(struct buf *out, const struct reading *reading)
{
	for (size_t i = 0; i < reading->duties.n; i++) {
		const struct reading_duty *duty = &reading->duties.at[i];
		buf_add_format(out, "%s%.*s %.*s: %.*s%s", testing_between(out), STR_ARG(duty->section), STR_ARG(duty->unit),
		               STR_ARG(duty->text.text), testing_doubt(duty->text.confidence));
	}
}

static void a_heading_gives_its_unit_to_what_follows(void **state)
{
	static const struct testing_case cases[] = {
	    {"1. Văn phòng Sở\n- Theo dõi, đôn đốc.\n- Tổng hợp báo cáo.\n2. Các phòng thuộc Sở\n- Gửi tin, bài.\n",
	     "II.1 Văn phòng Sở: Theo dõi, đôn đốc. | II.1 Văn phòng Sở: Tổng hợp báo cáo. | II.2 Các phòng thuộc Sở: Gửi tin, bài."},
	    {"1. Văn phòng Sở có trách nhiệm:\n- Theo dõi, đôn đốc.\n- Tổng hợp báo cáo.\n",
	     "II.1 Văn phòng Sở: Theo dõi, đôn đốc. | II.1 Văn phòng Sở: Tổng hợp báo cáo."},
	    {"1. Phòng Chăm sóc khách hàng (P. CSKH)\n- Theo dõi.\n", "II.1 Phòng Chăm sóc khách hàng: Theo dõi."},
	    {"1. Văn phòng Sở (cơ quan thường trực)\n- Theo dõi.\n", "II.1 Văn phòng Sở: Theo dõi."},
	    {"1. Phòng Kế hoạch - Tài chính\nTham mưu bố trí kinh phí.\n2. Thanh tra Sở\nKiểm tra việc thực hiện.\n",
	     "II.1 Phòng Kế hoạch - Tài chính: Tham mưu bố trí kinh phí. | II.2 Thanh tra Sở: Kiểm tra việc thực hiện."},
	};
	(void)state;
	testing_check(head, show, cases, sizeof cases / sizeof cases[0]);
}

static void a_sentence_tells_its_own_unit(void **state)
{
	static const struct testing_case cases[] = {
	    {"1. Văn phòng Sở theo dõi, đôn đốc các đơn vị.\n2. Giao Phòng Tài chính bố trí kinh phí.\n",
	     "II.1 Văn phòng Sở: Văn phòng Sở theo dõi, đôn đốc các đơn vị. | "
	     "II.2 Phòng Tài chính: Giao Phòng Tài chính bố trí kinh phí."},
	    {"1. Văn phòng Sở: Theo dõi, đôn đốc.\n", "II.1 Văn phòng Sở: Theo dõi, đôn đốc."},
	    {"- Văn phòng Sở theo dõi.\n- Căn cứ Kế hoạch này, các phòng xây dựng kế hoạch của mình.\n",
	     "II Văn phòng Sở: Văn phòng Sở theo dõi. | "
	     "II các phòng: Căn cứ Kế hoạch này, các phòng xây dựng kế hoạch của mình.?"},
	};
	(void)state;
	testing_check(head, show, cases, sizeof cases / sizeof cases[0]);
}

static void what_closes_the_plan_is_no_duty(void **state)
{
	static const struct testing_case cases[] = {
	    {"1. Văn phòng Sở\n- Theo dõi, đôn đốc.\nYêu cầu các phòng thực hiện nghiêm túc Kế hoạch này./.\n",
	     "II.1 Văn phòng Sở: Theo dõi, đôn đốc."},
	    {"1. Văn phòng Sở\n- Theo dõi, đôn đốc.\nTrên đây là Kế hoạch của Sở./.\n\nNơi nhận:\n- Các phòng thuộc Sở;\n- Lưu: "
	     "VT.\n",
	     "II.1 Văn phòng Sở: Theo dõi, đôn đốc."},
	    {"1. Văn phòng Sở\nTheo dõi.\nYêu cầu Thủ trưởng các đơn vị nghiêm túc triển khai./.\n", "II.1 Văn phòng Sở: Theo dõi."},
	    {"Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo Sở.\n", ""},
	};
	(void)state;
	testing_check(head, show, cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_heading_gives_its_unit_to_what_follows),
	    cmocka_unit_test(a_sentence_tells_its_own_unit),
	    cmocka_unit_test(what_closes_the_plan_is_no_duty),
	};
	return TEST_RUN(tests);
}
