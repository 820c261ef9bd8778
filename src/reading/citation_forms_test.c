/* The numbers and names of documents in all their forms; citation_cases.h has the notation. */
#include "reading/citation_cases.h"

static void state_documents_have_a_slash_first(void **state)
{
	static const struct testing_case cases[] = {
	    {"Kế hoạch số 15/KH-UBND", "Kế hoạch 15/KH-UBND"},
	    {"Quyết định số 049/QĐ-BNV ngày 05/02/2026 của Bộ Nội vụ", "Quyết định 049/QĐ-BNV 2026-02-05 (Bộ Nội vụ)"},
	    {"Nghị quyết 8/NQ-CP ngày 01 tháng 3 năm 2024 của Chính phủ", "Nghị quyết 8/NQ-CP 2024-03-01 (Chính phủ)"},
	    {"Tờ trình số 158/TTr-SYT", "Tờ trình 158/TTr-SYT"},
	    {"Thông báo số 78/TB-UBND", "Thông báo 78/TB-UBND"},
	    {"Báo cáo số 223/BC-UBND", "Báo cáo 223/BC-UBND"},
	    {"Kế hoạch số 01/KH-TTPVHCC", "Kế hoạch 01/KH-TTPVHCC"},
	    {"Chương trình số 12/CTr-UBND", "Chương trình 12/CTr-UBND"},
	    {"Công điện số 5/CĐ-TTg của Thủ tướng Chính phủ", "Công điện 5/CĐ-TTg (Thủ tướng Chính phủ)"},
	    {"số 40/KH-SNV", "Kế hoạch 40/KH-SNV"},
	};
	(void)state;
	CHECK(cases);
}

static void letters_of_an_office_have_no_type(void **state)
{
	static const struct testing_case cases[] = {
	    {"Công văn số 77/UBND-TH ngày 04/7/2025", "Công văn 77/UBND-TH 2025-07-04"},
	    {"Văn bản số 581/BNV-CCHC của Bộ Nội vụ", "Văn bản 581/BNV-CCHC (Bộ Nội vụ)"},
	    {"Công văn số 2231/SNV-CCHC&PC", "Công văn 2231/SNV-CCHC&PC"},
	    {"văn bản số 12729/VPCP-KGVX", "Văn bản 12729/VPCP-KGVX"},
	    {"số 30/UBND-NC", "Văn bản 30/UBND-NC"},
	    {"Văn bản số 8/UBND-TH ngày 01/3/2026 của UBND tỉnh; Văn bản số 9/UBND-TH ngày 02/3/2026",
	     "Văn bản 8/UBND-TH 2026-03-01 (UBND tỉnh) | Văn bản 9/UBND-TH 2026-03-02 (UBND tỉnh)"},
	};
	(void)state;
	CHECK(cases);
}

static void normative_documents_have_a_year(void **state)
{
	static const struct testing_case cases[] = {
	    {"Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
	     "Nghị định 30/2020/NĐ-CP 2020-03-05 (Chính phủ)"},
	    {"Thông tư số 07/2021/TT-BNV", "Thông tư 07/2021/TT-BNV"},
	    {"Quyết định số 63/2025/QĐ-CTUBND", "Quyết định 63/2025/QĐ-CTUBND"},
	    {"Nghị quyết số 66.22/2026/NQ-CP", "Nghị quyết 66.22/2026/NQ-CP"},
	    {"Thông tư liên tịch số 01/2014/TTLT-BTC-BNV", "Thông tư liên tịch 01/2014/TTLT-BTC-BNV"},
	    {"Nghị định số 30/2020/NĐ-CP", "Nghị định 30/2020/NĐ-CP"},
	};
	(void)state;
	CHECK(cases);
}

static void the_national_assembly_numbers_by_term(void **state)
{
	static const struct testing_case cases[] = {
	    {"Nghị quyết số 28/2026/QH16 của Quốc hội", "Nghị quyết 28/2026/QH16 (Quốc hội)"},
	    {"Luật số 91/2025/QH15", "Luật 91/2025/QH15"},
	    {"Nghị quyết số 76/2025/UBTVQH15 ngày 14/4/2025 của Ủy ban Thường vụ Quốc hội",
	     "Nghị quyết 76/2025/UBTVQH15 2025-04-14 (Ủy ban Thường vụ Quốc hội)"},
	    {"Nghị quyết số 1678/NQ-UBTVQH15", "Nghị quyết 1678/NQ-UBTVQH15"},
	    {"Luật Lưu trữ số 33/2024/QH15", "Luật 33/2024/QH15"},
	};
	(void)state;
	CHECK(cases);
}

static void party_documents_have_a_dash_first(void **state)
{
	static const struct testing_case cases[] = {
	    {"Chỉ thị số 12-CT/TU ngày 02/4/2025 của Ban Thường vụ Tỉnh ủy", "Chỉ thị 12-CT/TU 2025-04-02 (Ban Thường vụ Tỉnh ủy)"},
	    {"Nghị quyết số 27-NQ/TW của Ban Chấp hành Trung ương", "Nghị quyết 27-NQ/TW (Ban Chấp hành Trung ương)"},
	    {"Hướng dẫn số 05-HD/VPTW", "Hướng dẫn 05-HD/VPTW"},
	    {"Công văn số 138-CV/BTGDVTU", "Công văn 138-CV/BTGDVTU"},
	    {"Quy chế số 05-QC/BTCTU-BNCTU", "Quy chế 05-QC/BTCTU-BNCTU"},
	    {"Chương trình số 09-CTr/TU", "Chương trình 09-CTr/TU"},
	    {"Kết luận số 21-KL/TW", "Kết luận 21-KL/TW"},
	};
	(void)state;
	CHECK(cases);
}

static void damaged_numbers_are_mended(void **state)
{
	static const struct testing_case cases[] = {
	    {"Quyết định số 2892 ‑ QĐ/ĐUK", "Quyết định 2892-QĐ/ĐUK"}, {"Quyết định số 1067/QÐ-HVM", "Quyết định 1067/QĐ-HVM"},
	    {"Kế hoạch số 15/KH—SNV", "Kế hoạch 15/KH-SNV"},           {"Kế hoạch số 15/KH – SNV", "Kế hoạch 15/KH-SNV"},
	    {"Nghị quyết số 5/NQ- CP", "Nghị quyết 5/NQ-CP"},          {"Kế hoạch số:  33 / KH-SNV", "Kế hoạch 33/KH-SNV"},
	};
	(void)state;
	CHECK(cases);
}

static void laws_are_cited_by_name(void **state)
{
	static const struct testing_case cases[] = {
	    {"Luật Lưu trữ", "Luật Luật Lưu trữ"},
	    {"Luật Thi đua, khen thưởng năm 2022", "Luật Luật Thi đua, khen thưởng 2022"},
	    {"Luật Thi đua, khen thưởng và Luật Lưu trữ", "Luật Luật Thi đua, khen thưởng | Luật Luật Lưu trữ"},
	    {"Luật Tiếp công dân ngày 25/11/2013", "Luật Luật Tiếp công dân 2013-11-25"},
	    {"Luật Phòng, chống tham nhũng ngày 20 tháng 11 năm 2018", "Luật Luật Phòng, chống tham nhũng 2018-11-20"},
	    {"Bộ luật Lao động năm 2019", "Bộ luật Bộ luật Lao động 2019"},
	    {"Luật Tổ chức chính quyền địa phương ngày 16/6/2025, Luật Viên chức năm 2010",
	     "Luật Luật Tổ chức chính quyền địa phương 2025-06-16 | Luật Luật Viên chức 2010"},
	    {"Luật Cán bộ, công chức được ban hành", "Luật Luật Cán bộ, công chức"},
	    {"Luật này có hiệu lực", ""},
	    {"các quy định của luật", ""},
	};
	(void)state;
	CHECK(cases);
}

static void projects_are_cited_by_name(void **state)
{
	static const struct testing_case cases[] = {
	    {"Đề án 06", "Đề án Đề án 06"},
	    {"triển khai Đề án 06 trên địa bàn tỉnh", "Đề án Đề án 06"},
	    {"Đề án “Xây dựng xã hội học tập”", "Đề án Đề án “Xây dựng xã hội học tập”"},
	    {"Đề án phát triển du lịch biển giai đoạn 2026-2030, tầm nhìn đến năm 2045 tại tỉnh",
	     "Đề án Đề án phát triển du lịch biển giai đoạn 2026-2030, tầm nhìn đến năm 2045"},
	    {"Đề án đào tạo nghề, việc làm giai đoạn 2026-2030; phát huy kết quả",
	     "Đề án Đề án đào tạo nghề, việc làm giai đoạn 2026-2030"},
	    {"theo tiến độ của Đề án", ""},
	    {"Kế hoạch, Đề án, Dự án liên quan", ""},
	    {"các nhiệm vụ của Đề án này", ""},
	    {"Đề án số 3/ĐA-UBND", "Đề án 3/ĐA-UBND"},
	};
	(void)state;
	CHECK(cases);
}

static void numbers_of_other_things_are_no_documents(void **state)
{
	static const struct testing_case cases[] = {
	    {"trực 24/7, tháng 04/2025, quý I/2026", ""},
	    {"Kế hoạch số       /KH-TTYT ngày     tháng 02 năm 2026", ""},
	    {"điện thoại 0258.3822", ""},
	    {"tỷ lệ 1/4 trang, 2/3 số hộ", ""},
	    {"ngày 15/7/2021 của Chính phủ", ""},
	    {"tỉ lệ 95/100 điểm", ""},
	    {"giai đoạn 2026-2030", ""},
	};
	(void)state;
	CHECK(cases);
}

static void every_kind_of_document_has_its_number(void **state)
{
	static const struct testing_case cases[] = {
	    {"Văn bản hợp nhất số 05/VBHN-BGDĐT", "Văn bản hợp nhất 05/VBHN-BGDĐT"},
	    {"Quy chuẩn kỹ thuật quốc gia QCVN 102:2016/BTTTT", "Quy chuẩn QCVN 102:2016/BTTTT"},
	    {"theo TCVN 6909:2001", "Tiêu chuẩn TCVN 6909:2001"},
	    {"tiêu chuẩn TCVN ISO 9001:2015", "Tiêu chuẩn TCVN ISO 9001:2015"},
	    {"Báo cáo thẩm định số 18/BCTĐ-STP", "Báo cáo thẩm định 18/BCTĐ-STP"},
	    {"Đề án số 343/ĐA-CP", "Đề án 343/ĐA-CP"},
	    {"Công văn số 884/CV-UBND ngày 05/5/2026", "Công văn 884/CV-UBND 2026-05-05"},
	    {"Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
	     "Nghị quyết liên tịch 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN"},
	    {"Thông tư số 03/TT-BNV", "Thông tư 03/TT-BNV"},
	    {"Quy chế phối hợp số 05/QCPH-SNV-CAT", "Quy chế phối hợp 05/QCPH-SNV-CAT"},
	    {"Kế hoạch liên tịch số 07/KHLT-SGDĐT-TĐ", "Kế hoạch liên tịch 07/KHLT-SGDĐT-TĐ"},
	    {"Giấy mời số 33/GM-UBND", "Giấy mời 33/GM-UBND"},
	    {"Biên bản số 4/BB-SNV", "Biên bản 4/BB-SNV"},
	    {"Phương án số 6/PA-UBND", "Phương án 6/PA-UBND"},
	    {"Nghị quyết số 206/2025/QH15", "Nghị quyết 206/2025/QH15"},
	    {"Lệnh số 12/2025/L-CTN", "Lệnh 12/2025/L-CTN"},
	    {"Quyết định số 01/2023/QĐ-UBND", "Quyết định 01/2023/QĐ-UBND"},
	    {"Kế hoạch hành động số 20/KH-UBND", "Kế hoạch hành động 20/KH-UBND"},
	    {"Chương trình hành động số 09-CTr/TU", "Chương trình hành động 09-CTr/TU"},
	    {"Chương trình phối hợp số 11/CTrPH-MTTQ-SNV", "Chương trình phối hợp 11/CTrPH-MTTQ-SNV"},
	    {"Nghị quyết số 66.25/2026/NQ-CP", "Nghị quyết 66.25/2026/NQ-CP"},
	};
	(void)state;
	CHECK(cases);
}

static void the_party_writes_the_dash_first(void **state)
{
	static const struct testing_case cases[] = {
	    {"Kết luận số 14-KL/TW ngày 22/9/2021 của Bộ Chính trị", "Kết luận 14-KL/TW 2021-09-22 (Bộ Chính trị)"},
	    {"Thông báo số 12-TB/TU", "Thông báo 12-TB/TU"},
	    {"Công văn số 138-CV/BTGDVTU", "Công văn 138-CV/BTGDVTU"},
	    {"Quy chế số 05-QC/BTCTU-BNCTU", "Quy chế 05-QC/BTCTU-BNCTU"},
	    {"Quy định số 399-QĐ/TW ngày 09/01/2026", "Quy định 399-QĐ/TW 2026-01-09"},
	    {"Thông tri số 02-TT/TU", "Thông tri 02-TT/TU"},
	    {"Quyết định số 24‑QĐ/TW", "Quyết định 24-QĐ/TW"},
	    {"số 35-CT/TU", "Chỉ thị 35-CT/TU"},
	    {"Nghị quyết số 01-NQ/ĐUK", "Nghị quyết 01-NQ/ĐUK"},
	    {"Kế hoạch số 02-KH/BCĐ", "Kế hoạch 02-KH/BCĐ"},
	    {"Nghị quyết 57-NQ/TW", "Nghị quyết 57-NQ/TW"},
	};
	(void)state;
	CHECK(cases);
}

static void damaged_signs_are_mended(void **state)
{
	static const struct testing_case cases[] = {
	    {"Quyết định số 1067/QĐÐ-HVM", "Quyết định 1067/QĐĐ-HVM"},
	    {"Quyết định số 2892 ‑ QĐ/ĐUK", "Quyết định 2892-QĐ/ĐUK"},
	    {"Kế hoạch số 15/KH—SNV", "Kế hoạch 15/KH-SNV"},
	    {"Quyết định số 12 / QĐ - UBND", "Quyết định 12/QĐ-UBND"},
	    {"Quyết định số: 12/QĐ-UBND", "Quyết định 12/QĐ-UBND"},
	    {"Kế hoạch số 906/KHSYT", "Kế hoạch 906/KHSYT"},
	    {"Nghị quyết số76/NQ-CP", "Nghị quyết 76/NQ-CP"},
	    {"Quyết định số 33/QÐ-UBND", "Quyết định 33/QĐ-UBND"},
	    {"QUYẾT ĐỊNH SỐ 33/QĐ-UBND NGÀY 02/3/2026 CỦA UBND TỈNH", "Quyết định 33/QĐ-UBND 2026-03-02 (UBND TỈNH)"},
	    {"Nghị quyêt số 76/NQ-CP", "Nghị quyết 76/NQ-CP"},
	};
	(void)state;
	CHECK(cases);
}

static void laws_have_a_year_a_day_or_a_number(void **state)
{
	static const struct testing_case cases[] = {
	    {"Luật Cán bộ, công chức số 80/2025/QH15", "Luật 80/2025/QH15"},
	    {"Luật Giữ gìn nguồn nước tại nông thôn số 12/2026/QH16", "Luật 12/2026/QH16"},
	    {"Luật Quản lý và đầu tư vốn nhà nước tại doanh nghiệp số 68/2025/QH15;", "Luật 68/2025/QH15"},
	    {"Luật Bảo hiểm đối với người cao tuổi số 12/2027/QH16", "Luật 12/2027/QH16"},
	    {"Luật Hoạt động cho vay tại cơ sở số 9/2026/QH16 và Luật Lưu trữ", "Luật 9/2026/QH16 | Luật Luật Lưu trữ"},
	    {"Luật Đất đai tại địa phương, báo cáo số 12/BC-UBND", "Luật Luật Đất đai | Báo cáo 12/BC-UBND"},
	    {"Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "Luật Luật Tổ chức chính quyền địa phương 2025-06-16"},
	    {"Căn cứ Luật Tiếp cận thông tin ngày 06/4/2016;", "Luật Luật Tiếp cận thông tin 2016-04-06"},
	    {"Bộ luật Lao động năm 2019", "Bộ luật Bộ luật Lao động 2019"},
	    {"Hiến pháp năm 2013", "Hiến pháp Hiến pháp 2013"},
	    {"Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013",
	     "Hiến pháp Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam 2013"},
	    {"theo Luật Đất đai năm 2024 và Luật Nhà ở năm 2023", "Luật Luật Đất đai 2024 | Luật Luật Nhà ở 2023"},
	    {"Điều 5 Luật Tiếp công dân", "Luật Luật Tiếp công dân"},
	    {"Luật Phòng, chống tham nhũng năm 2018", "Luật Luật Phòng, chống tham nhũng 2018"},
	    {"Luật Bảo vệ dữ liệu cá nhân, Luật Dữ liệu và Luật Chuyển đổi số",
	     "Luật Luật Bảo vệ dữ liệu cá nhân | Luật Luật Dữ liệu | Luật Luật Chuyển đổi số"},
	    {"tuyên truyền Luật Căn cước cho người dân", "Luật Luật Căn cước"},
	    {"Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 16/11/2013",
	     "Luật Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng 2013-11-16"},
	    {"Pháp lệnh Dân số năm 2003", "Pháp lệnh Pháp lệnh Dân số 2003"},
	    {"Đề án 06 của Chính phủ", "Đề án Đề án 06"},
	    {"Đề án 06/CP", "Đề án Đề án 06/CP"},
	    {"Luật Thực hành tiết kiệm, chống lãng phí; Luật Kế toán",
	     "Luật Luật Thực hành tiết kiệm, chống lãng phí | Luật Luật Kế toán"},
	    {"Luật Trật tự, an toàn giao thông đường bộ năm 2024", "Luật Luật Trật tự, an toàn giao thông đường bộ 2024"},
	    {"Luật Chuyển đổi số số 148/2025/QH15 ngày 11/12/2025", "Luật 148/2025/QH15 2025-12-11"},
	};
	(void)state;
	CHECK(cases);
}

static void what_only_looks_like_one_is_none(void **state)
{
	static const struct testing_case cases[] = {
	    {"Hệ thống hoạt động 24/7", ""},
	    {"từ tháng 04/2025 đến quý I/2026", ""},
	    {"Điện thoại: 0258.3822123, 0905 123 456", ""},
	    {"Số tài khoản 1234/5678-90 tại Kho bạc", ""},
	    {"đạt 90/100 điểm", ""},
	    {"ngày 01/01/2026 - 31/12/2026", ""},
	    {"Nhà số 12/3 đường Lê Lợi", ""},
	    {"Mẫu số 02/CCHC-KH", ""},
	    {"Biểu số 01/BC-NV", ""},
	    {"Nghị quyết này có hiệu lực; Luật này; Kế hoạch này", ""},
	    {"Đoàn Luật sư tỉnh, Hội Luật gia", ""},
	    {"Trường Đại học Luật Hà Nội", ""},
	    {"theo quy định pháp luật về đất đai", ""},
	    {"Kế hoạch năm 2026 của Sở", ""},
	    {"tỷ lệ 1/500, 1/2000", ""},
	    {"ISO 9001:2015", ""},
	    {"Kế hoạch số      /KH-UBND", ""},
	    {"Kế hoạch số …/KH-UBND", ""},
	    {"Quyết định 02 nội dung", ""},
	    {"lớp 10/A1, phòng 302/B2", ""},
	    {"Khoản 3 Điều 5 Nghị quyết này", ""},
	    {"số 25/4 đường Trần Phú", ""},
	    {"giai đoạn 2021-2025/2026-2030", ""},
	    {"phiên bản 2.0/VN", ""},
	    {"thông tư, nghị định, quyết định mới", ""},
	};
	(void)state;
	CHECK(cases);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(state_documents_have_a_slash_first),
	    cmocka_unit_test(letters_of_an_office_have_no_type),
	    cmocka_unit_test(normative_documents_have_a_year),
	    cmocka_unit_test(the_national_assembly_numbers_by_term),
	    cmocka_unit_test(party_documents_have_a_dash_first),
	    cmocka_unit_test(damaged_numbers_are_mended),
	    cmocka_unit_test(laws_are_cited_by_name),
	    cmocka_unit_test(projects_are_cited_by_name),
	    cmocka_unit_test(numbers_of_other_things_are_no_documents),
	    cmocka_unit_test(every_kind_of_document_has_its_number),
	    cmocka_unit_test(the_party_writes_the_dash_first),
	    cmocka_unit_test(damaged_signs_are_mended),
	    cmocka_unit_test(laws_have_a_year_a_day_or_a_number),
	    cmocka_unit_test(what_only_looks_like_one_is_none),
	};
	return TEST_RUN(tests);
}
