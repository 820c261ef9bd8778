/* Each case: a text, and the documents that it cites, as "type number-or-name date issuer xmentions", what is missing left out.
 */
#include "reading/citation.h"

#include "base/buf.h"
#include "base/test.h"

struct test_case {
	const char *words, *expected;
};

static struct str in_short(struct arena *arena, const struct reading_citation_vec *all)
{
	struct buf out;
	buf_init(&out, arena, 64 * 1024);
	for (size_t i = 0; i < all->n; i++) {
		const struct reading_citation *c = &all->at[i];
		buf_add_format(&out, "%s%.*s %.*s", i > 0 ? " | " : "", STR_ARG(c->type),
		               STR_ARG(c->number.len > 0 ? c->number : c->name));
		if (c->date != DATE_NONE) {
			struct str day = date_format_iso(arena, c->date);
			buf_add_format(&out, " %.*s", STR_ARG(day));
		}
		if (c->year != 0)
			buf_add_format(&out, " %d", c->year);
		if (c->issuer.len > 0)
			buf_add_format(&out, " (%.*s)", STR_ARG(c->issuer));
		if (c->mentions > 1)
			buf_add_format(&out, " x%d", c->mentions);
	}
	return buf_str(&out);
}

static void check(const struct test_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena *arena = arena_new();
		struct citation_finder *finder = citation_finder_new(arena);
		struct words words = words_of(arena, str_of(cases[i].words));
		citation_finder_add(finder, &words, NULL, (struct document_span){0});
		struct reading_citation_vec all = citation_finder_finish(finder);
		struct str got = in_short(arena, &all);
		if (!str_eq(got, str_of(cases[i].expected)))
			print_error("words    \"%s\"\n", cases[i].words);
		assert_str(got, cases[i].expected);
		arena_free(arena);
	}
}

#define CHECK(cases) check((cases), sizeof(cases) / sizeof(cases)[0])

static void state_documents_have_a_slash_first(void **state)
{
	static const struct test_case cases[] = {
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
	static const struct test_case cases[] = {
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
	static const struct test_case cases[] = {
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
	static const struct test_case cases[] = {
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
	static const struct test_case cases[] = {
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
	static const struct test_case cases[] = {
	    {"Quyết định số 2892 ‑ QĐ/ĐUK", "Quyết định 2892-QĐ/ĐUK"}, {"Quyết định số 1067/QÐ-HVM", "Quyết định 1067/QĐ-HVM"},
	    {"Kế hoạch số 15/KH—SNV", "Kế hoạch 15/KH-SNV"},           {"Kế hoạch số 15/KH – SNV", "Kế hoạch 15/KH-SNV"},
	    {"Nghị quyết số 5/NQ- CP", "Nghị quyết 5/NQ-CP"},          {"Kế hoạch số:  33 / KH-SNV", "Kế hoạch 33/KH-SNV"},
	};
	(void)state;
	CHECK(cases);
}

static void laws_are_cited_by_name(void **state)
{
	static const struct test_case cases[] = {
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
	static const struct test_case cases[] = {
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

static void mentions_of_one_document_are_one(void **state)
{
	static const struct test_case cases[] = {
	    {"Nghị quyết số 8/NQ-CP và Nghị quyết số 8/NQ-CP ngày 01/3/2024 của Chính phủ",
	     "Nghị quyết 8/NQ-CP 2024-03-01 (Chính phủ) x2"},
	    {"Luật Lưu trữ năm 2024; thi hành Luật Lưu trữ", "Luật Luật Lưu trữ 2024 x2"},
	    {"Nghị quyết số 8/NQ-CP; Nghị quyết số 9/NQ-CP", "Nghị quyết 8/NQ-CP | Nghị quyết 9/NQ-CP"},
	    {"Đề án xây dựng tỉnh Lâm Sơn xanh, Đề án tổng thể về xây dựng Lâm Sơn xanh",
	     "Đề án Đề án xây dựng tỉnh Lâm Sơn xanh x2"},
	};
	(void)state;
	CHECK(cases);
}

static void dates_and_issuers_come_in_any_order(void **state)
{
	static const struct test_case cases[] = {
	    {"Quyết định số 7/QĐ-TTg, ngày 02/01/2025 của Thủ tướng Chính phủ",
	     "Quyết định 7/QĐ-TTg 2025-01-02 (Thủ tướng Chính phủ)"},
	    {"Kế hoạch số 7/KH-SYT của Sở Y tế ngày 02/01/2025", "Kế hoạch 7/KH-SYT 2025-01-02 (Sở Y tế)"},
	    {"Kế hoạch số 7/KH-SYT của Sở Y tế tỉnh về việc khám bệnh", "Kế hoạch 7/KH-SYT (Sở Y tế tỉnh)"},
	    {"Nghị quyết số 8/NQ-CP ngày 01/3/2024 của Chính phủ và Kế hoạch số 2/KH-SNV",
	     "Nghị quyết 8/NQ-CP 2024-03-01 (Chính phủ) | Kế hoạch 2/KH-SNV"},
	    {"Thông tư số 9/2024/TT-BGDĐT của Bộ Giáo dục và Đào tạo ban hành quy định",
	     "Thông tư 9/2024/TT-BGDĐT (Bộ Giáo dục và Đào tạo)"},
	    {"các Nghị quyết: số 8/NQ-CP, số 9/NQ-CP", "Nghị quyết 8/NQ-CP | Nghị quyết 9/NQ-CP"},
	};
	(void)state;
	CHECK(cases);
}

static void numbers_of_other_things_are_no_documents(void **state)
{
	static const struct test_case cases[] = {
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

static void many_documents_take_no_long_time(void **state)
{
	enum { DOCUMENTS = 20000 };
	struct arena *arena = arena_new();
	struct citation_finder *finder = citation_finder_new(arena);
	struct buf text;
	(void)state;
	buf_init(&text, arena, 64 * DOCUMENTS);
	for (int i = 0; i < DOCUMENTS; i++)
		buf_add_format(&text, "Kế hoạch số %d/KH-UBND; ", i + 1);
	struct words words = words_of(arena, buf_str(&text));
	citation_finder_add(finder, &words, NULL, (struct document_span){0});
	assert_int_equal(citation_finder_finish(finder).n, DOCUMENTS);
	arena_free(arena);
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
	    cmocka_unit_test(mentions_of_one_document_are_one),
	    cmocka_unit_test(dates_and_issuers_come_in_any_order),
	    cmocka_unit_test(numbers_of_other_things_are_no_documents),
	    cmocka_unit_test(many_documents_take_no_long_time),
	};
	return TEST_RUN(tests);
}
