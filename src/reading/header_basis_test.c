/* Each case: the sentences between a plan's title and its first heading, and the documents that it carries out. */
#include "reading/header_basis.h"

#include "reading/testing.h"

static const char head[] = "UBND TỈNH LAM GIANG\n"
                           "SỞ VÍ DỤ\n"
                           "Số: 5/KH-SVD\n"
                           "Bình Minh, ngày 05 tháng 01 năm 2026\n"
                           "\n"
                           "KẾ HOẠCH\n"
                           "Tuyên truyền cải cách hành chính năm 2026\n"
                           "\n";

#define END  "\n\nI. MỤC ĐÍCH\nNâng cao nhận thức.\nII. NHIỆM VỤ\n1. Đăng tin.\n"
#define PLAN "Kế hoạch số 12/KH-UBND ngày 10/01/2026 của UBND tỉnh về cải cách hành chính năm 2026"

static void show(struct buf *out, const struct reading *reading)
{
	for (size_t i = 0; i < reading->header.in_execution_of.n; i++)
		buf_add_format(out, "%s%.*s", testing_between(out), STR_ARG(reading->header.in_execution_of.at[i].text));
}

static void a_basis_ends_where_the_issuer_acts(void **state)
{
	static const struct testing_case cases[] = {
	    {"Thực hiện " PLAN ", Sở Ví dụ xây dựng kế hoạch như sau:" END, PLAN},
	    {"Thực hiện " PLAN ", Trường Cao đẳng Hàng hải 2 xây dựng Kế hoạch như sau:" END, PLAN},
	    {"Thực hiện " PLAN ", Bệnh viện Quân y 7 triển khai như sau:" END, PLAN},
	    {"Thực hiện " PLAN ", nhà trường xây dựng kế hoạch như sau:" END, PLAN},
	    {"Thực hiện " PLAN " Trường THPT Lê Lợi xây dựng kế hoạch như sau:" END, PLAN},
	    {"Thực hiện " PLAN ". Sở Ví dụ ban hành kế hoạch như sau:" END, PLAN},
	    {"Thực hiện " PLAN "; Sở Ví dụ đề nghị các đơn vị thực hiện:" END, PLAN},
	    {"Thực hiện " PLAN ", Giám đốc Sở yêu cầu các phòng thực hiện như sau:" END, PLAN},
	    {"Thực hiện " PLAN ", UBND phường Tân An kính báo cáo kết quả như sau:" END, PLAN},
	    {"Thực hiện " PLAN ", Cục Quản lý việc làm ngoài nước điều chỉnh Kế hoạch số 7/KH-CQLV như sau:" END, PLAN},
	    {"Thực hiện " PLAN "; qua kiểm tra, còn 11 xã chưa gửi báo cáo." END, PLAN},
	    {"Thực hiện " PLAN ", nay Sở Ví dụ phát động cuộc thi như sau:" END, PLAN},
	};
	(void)state;
	testing_check(head, show, cases, sizeof cases / sizeof cases[0]);
}

static void what_leads_to_the_issuer_is_no_part_of_it(void **state)
{
	static const struct testing_case cases[] = {
	    {"Triển khai thực hiện " PLAN ", để nâng cao hiệu quả, Sở Ví dụ ban hành Kế hoạch:" END, PLAN},
	    {"Căn cứ " PLAN ", căn cứ tình hình thực tế, Sở Ví dụ xây dựng Kế hoạch:" END, PLAN},
	    {"Thực hiện " PLAN ", sau khi thống nhất với Sở Tài chính, Sở Ví dụ xây dựng kế hoạch:" END, PLAN},
	    {"Thực hiện " PLAN " và xét đề nghị của Văn phòng Sở tại Tờ trình số 8/TTr-VP ngày 02/01/2026, Sở Ví dụ ban hành:" END,
	     PLAN},
	    {"Theo " PLAN ", nhằm đổi mới cách làm, Sở Ví dụ lập kế hoạch:" END, PLAN},
	};
	(void)state;
	testing_check(head, show, cases, sizeof cases / sizeof cases[0]);
}

static void each_document_stands_by_itself(void **state)
{
	static const struct testing_case cases[] = {
	    {"Thực hiện " PLAN " và Kế hoạch số 15/KH-SNV ngày 20/01/2026 của Sở Nội vụ, Sở Ví dụ lập kế hoạch:" END,
	     PLAN " | Kế hoạch số 15/KH-SNV ngày 20/01/2026 của Sở Nội vụ"},
	    {"Thực hiện " PLAN "; Công văn số 7/SNV-CCHC ngày 20/01/2026 của Sở Nội vụ, Sở Ví dụ lập kế hoạch:" END,
	     PLAN " | Công văn số 7/SNV-CCHC ngày 20/01/2026 của Sở Nội vụ"},
	    {"Thực hiện Kế hoạch số 3/KH-UBND ngày 05/01/2026 của UBND tỉnh về thông tin, tuyên truyền năm 2026, Sở Ví dụ lập kế "
	     "hoạch:" END,
	     "Kế hoạch số 3/KH-UBND ngày 05/01/2026 của UBND tỉnh về thông tin, tuyên truyền năm 2026"},
	};
	(void)state;
	testing_check(head, show, cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_basis_ends_where_the_issuer_acts),
	    cmocka_unit_test(what_leads_to_the_issuer_is_no_part_of_it),
	    cmocka_unit_test(each_document_stands_by_itself),
	};
	return TEST_RUN(tests);
}
