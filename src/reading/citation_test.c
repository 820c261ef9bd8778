/* Each case: a text, and the documents that it cites, as "type number-or-name date issuer xmentions", what is missing left out.
 */
#include "reading/citation.h"

#include "reading/citation_cases.h"

static void mentions_of_one_document_are_one(void **state)
{
	static const struct testing_case cases[] = {
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
	static const struct testing_case cases[] = {
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
	citation_finder_add(finder, &words, NULL, (struct document_span){0}, READING_MENTION);
	assert_int_equal(citation_finder_finish(finder).n, DOCUMENTS);
	arena_free(arena);
}

static void dates_stand_before_or_after(void **state)
{
	static const struct testing_case cases[] = {
	    {"Ngày 15/7/2021, Chính phủ ban hành Nghị quyết số 76/NQ-CP", "Nghị quyết 76/NQ-CP 2021-07-15 (Chính phủ)"},
	    {"Nghị quyết của Chính phủ số 76/NQ-CP ngày 15/7/2021", "Nghị quyết 76/NQ-CP 2021-07-15 (Chính phủ)"},
	    {"Quyết định số 141/QĐ-UBND, ngày 10/01/2026", "Quyết định 141/QĐ-UBND 2026-01-10"},
	    {"Quyết định số 141/QĐ-UBND (ngày 10/01/2026) của UBND tỉnh", "Quyết định 141/QĐ-UBND 2026-01-10 (UBND tỉnh)"},
	    {"Kế hoạch số 18/KH-UBND ngày 22-9-2025 của UBND tỉnh", "Kế hoạch 18/KH-UBND 2025-09-22 (UBND tỉnh)"},
	    {"Kế hoạch số 18/KH-UBND ngày 22.9.2025 của UBND tỉnh", "Kế hoạch 18/KH-UBND 2025-09-22 (UBND tỉnh)"},
	    {"Quyết định số 19/2025/QĐ-TTg của Thủ tướng Chính phủ ngày 30/6/2025",
	     "Quyết định 19/2025/QĐ-TTg 2025-06-30 (Thủ tướng Chính phủ)"},
	    {"Chỉ thị ngày 02/9/2021 số 23/CT-TTg", "Chỉ thị 23/CT-TTg 2021-09-02"},
	    {"Kế hoạch số 12/KH-UBND năm 2025", "Kế hoạch 12/KH-UBND 2025"},
	    {"Nghị quyết số 35/NQ-HĐND ngày 31/02/2025", "Nghị quyết 35/NQ-HĐND"},
	    {"Kế hoạch số 12/KH-UBND ngày     tháng 01 năm 2026 của UBND xã", "Kế hoạch 12/KH-UBND (UBND xã)"},
	};
	(void)state;
	CHECK(cases);
}

static void issuers_end_where_their_names_end(void **state)
{
	static const struct testing_case cases[] = {
	    {"Nghị quyết số 1667/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội về việc sắp xếp",
	     "Nghị quyết 1667/NQ-UBTVQH15 2025-06-16 (Ủy ban Thường vụ Quốc hội)"},
	    {"Quyết định số 876/QĐ-BNV ngày 10/11/2022 của Bộ trưởng Bộ Nội vụ phê duyệt Đề án",
	     "Quyết định 876/QĐ-BNV 2022-11-10 (Bộ trưởng Bộ Nội vụ)"},
	    {"Quyết định số 55/QĐ-UBND ngày 05/3/2026 của Chủ tịch UBND tỉnh ban hành Quy chế",
	     "Quyết định 55/QĐ-UBND 2026-03-05 (Chủ tịch UBND tỉnh)"},
	    {"Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII",
	     "Nghị quyết 18-NQ/TW 2017-10-25 (Ban Chấp hành Trung ương Đảng khóa XII)"},
	    {"Nghị quyết số 22/NQ-HĐND ngày 12/12/2025 của HĐND tỉnh khóa VII, kỳ họp thứ 5",
	     "Nghị quyết 22/NQ-HĐND 2025-12-12 (HĐND tỉnh khóa VII)"},
	    {"Chỉ thị số 07/CT-UBND ngày 03/3/2025 của UBND tỉnh Lâm Sơn về tăng cường kỷ luật",
	     "Chỉ thị 07/CT-UBND 2025-03-03 (UBND tỉnh Lâm Sơn)"},
	    {"Thông tư số 09/2024/TT-BGDĐT ngày 03/6/2024 của Bộ Giáo dục và Đào tạo quy định về công khai",
	     "Thông tư 09/2024/TT-BGDĐT 2024-06-03 (Bộ Giáo dục và Đào tạo)"},
	    {"Quyết định số 31/2025/QĐ-UBND ngày 20/6/2025 do UBND tỉnh ban hành",
	     "Quyết định 31/2025/QĐ-UBND 2025-06-20 (UBND tỉnh)"},
	    {"Quyết định số 31/QĐ-UBND ngày 20/6/2025 UBND tỉnh về việc thành lập", "Quyết định 31/QĐ-UBND 2025-06-20 (UBND tỉnh)"},
	    {"Thực hiện Kế hoạch số 27/KH-UBND ngày 15/01/2026, Sở Nội vụ ban hành kế hoạch", "Kế hoạch 27/KH-UBND 2026-01-15"},
	    {"Công văn số 96/SNV-CCHC ngày 20/01/2026 của Sở Nội vụ tỉnh về việc báo cáo",
	     "Công văn 96/SNV-CCHC 2026-01-20 (Sở Nội vụ tỉnh)"},
	    {"Nghị quyết số 02-NQ/ĐU ngày 11/8/2025 của Đảng ủy phường Tân An về chuyển đổi số",
	     "Nghị quyết 02-NQ/ĐU 2025-08-11 (Đảng ủy phường Tân An)"},
	    {"Hướng dẫn số 03-HD/BTGDVTU ngày 02/02/2026 của Ban Tuyên giáo và Dân vận Tỉnh ủy",
	     "Hướng dẫn 03-HD/BTGDVTU 2026-02-02 (Ban Tuyên giáo và Dân vận Tỉnh ủy)"},
	    {"Kế hoạch số 44/KH-VP ngày 12/02/2026 của Văn phòng HĐND và UBND xã",
	     "Kế hoạch 44/KH-VP 2026-02-12 (Văn phòng HĐND và UBND xã)"},
	};
	(void)state;
	CHECK(cases);
}

static void several_documents_share_what_is_said_once(void **state)
{
	static const struct testing_case cases[] = {
	    {"Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 và Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ",
	     "Nghị định 61/2018/NĐ-CP 2018-04-23 (Chính phủ) | Nghị định 107/2021/NĐ-CP 2021-12-06 (Chính phủ)"},
	    {"các Nghị quyết số 57-NQ/TW, 59-NQ/TW, 66-NQ/TW, 68-NQ/TW của Bộ Chính trị",
	     "Nghị quyết 57-NQ/TW (Bộ Chính trị) | Nghị quyết 59-NQ/TW (Bộ Chính trị) | Nghị quyết 66-NQ/TW (Bộ Chính trị) | Nghị "
	     "quyết 68-NQ/TW (Bộ Chính trị)"},
	    {"các Quyết định số 12/QĐ-UBND ngày 01/2/2025, số 15/QĐ-UBND ngày 03/2/2025 của UBND tỉnh",
	     "Quyết định 12/QĐ-UBND 2025-02-01 (UBND tỉnh) | Quyết định 15/QĐ-UBND 2025-02-03 (UBND tỉnh)"},
	    {"Nghị quyết số 76/NQ-CP, Chỉ thị số 23/CT-TTg và Quyết định số 1493/QĐ-TTg",
	     "Nghị quyết 76/NQ-CP | Chỉ thị 23/CT-TTg | Quyết định 1493/QĐ-TTg"},
	    {"Quyết định số 8/QĐ-SNV; Kế hoạch số 9/KH-SNV; Thông báo số 10/TB-SNV",
	     "Quyết định 8/QĐ-SNV | Kế hoạch 9/KH-SNV | Thông báo 10/TB-SNV"},
	    {"Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ; Quyết định số 5/QĐ-SNV ngày 02/3/2026",
	     "Nghị quyết 76/NQ-CP 2021-07-15 (Chính phủ) | Quyết định 5/QĐ-SNV 2026-03-02"},
	    {"Công văn số 11/SNV-VP và số 12/SNV-VP", "Công văn 11/SNV-VP | Công văn 12/SNV-VP"},
	    {"Công văn số 11/SNV-VP, Công văn số 12/STC-NS ngày 04/3/2026 của Sở Tài chính",
	     "Công văn 11/SNV-VP | Công văn 12/STC-NS 2026-03-04 (Sở Tài chính)"},
	};
	(void)state;
	CHECK(cases);
}

static void later_mentions_join_the_first(void **state)
{
	static const struct testing_case cases[] = {
	    {"Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh. Triển khai Kế hoạch số 12/KH-UBND",
	     "Kế hoạch 12/KH-UBND 2026-01-05 (UBND tỉnh) x2"},
	    {"Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh. Triển khai Kế hoạch số 12",
	     "Kế hoạch 12/KH-UBND 2026-01-05 (UBND tỉnh) x2"},
	    {"Nghị quyết số 76/NQ-CP ngày 15/7/2021. Theo Nghị quyết 76 của Chính phủ",
	     "Nghị quyết 76/NQ-CP 2021-07-15 (Chính phủ) x2"},
	    {"Theo Kế hoạch số 12/KH-UBND thì Kế hoạch số 13 được bãi bỏ", "Kế hoạch 12/KH-UBND | Kế hoạch Kế hoạch số 13"},
	    {"Theo Nghị quyết 57 của Bộ Chính trị", "Nghị quyết Nghị quyết 57 (Bộ Chính trị)"},
	    {"Luật Thanh tra năm 2025. Theo Luật Thanh tra, …", "Luật Luật Thanh tra 2025 x2"},
	    {"Nghị quyết số 09-NQ/TW và Nghị quyết số 09-NQ/TW ngày 28/01/2022 của Bộ Chính trị",
	     "Nghị quyết 09-NQ/TW 2022-01-28 (Bộ Chính trị) x2"},
	    {"Luật Lưu trữ số 33/2024/QH15; theo Luật Lưu trữ thì", "Luật 33/2024/QH15 x2"},
	    {"Quyết định số 12/QĐ-UBND và Kế hoạch số 12/KH-UBND; theo Kế hoạch số 12",
	     "Quyết định 12/QĐ-UBND | Kế hoạch 12/KH-UBND x2"},
	};
	(void)state;
	CHECK(cases);
}

static void titles_stand_before_or_behind_the_date(void **state)
{
	static const struct testing_case cases[] = {
	    {"Thông tư số 28/2016/TT-BYT hướng dẫn quản lý bệnh nghề nghiệp ngày 30/6/2016 của Bộ Y tế",
	     "Thông tư 28/2016/TT-BYT 2016-06-30 (Bộ Y tế)"},
	    {"Kế hoạch số 5/KH-UBND về thực hiện Nghị quyết số 09-NQ/TW ngày 28/01/2022 của Bộ Chính trị",
	     "Kế hoạch 5/KH-UBND | Nghị quyết 09-NQ/TW 2022-01-28 (Bộ Chính trị)"},
	    {"Nghị định số 42/2025/NĐ-CP quy định chức năng, nhiệm vụ của Bộ Y tế;", "Nghị định 42/2025/NĐ-CP"},
	    {"Luật đầu tư công và Luật ngân sách nhà nước", "Luật Luật đầu tư công | Luật Luật ngân sách nhà nước"},
	    {"Luật Công an nhân dân về: chế độ", "Luật Luật Công an nhân dân"},
	    {"Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 902/TTr-SNV ngày 05/10/2026",
	     "Tờ trình 902/TTr-SNV 2026-10-05 (Sở Nội vụ)"},
	    {"Theo đề nghị của Chánh Văn phòng UBND tỉnh tại Công văn số 12/VP-TH", "Công văn 12/VP-TH (Văn phòng UBND tỉnh)"},
	};
	(void)state;
	CHECK(cases);
}

static void a_title_is_kept_as_printed(void **state)
{
	static const struct {
		const char *words, *title;
	} cases[] = {
	    {"Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;", "về công tác văn thư"},
	    {"Quyết định số 5/QĐ-SNV ngày 02/3/2026 ban hành Quy chế làm việc, gồm: ba chương", "ban hành Quy chế làm việc, gồm"},
	    {"Kế hoạch số 5/KH-UBND về chuyển đổi số, Sở Nội vụ xây dựng kế hoạch", "về chuyển đổi số"},
	    {"Kế hoạch số 5/KH-UBND V/v tuyên truyền và Kế hoạch số 6/KH-UBND", "V/v tuyên truyền"},
	    {"Kế hoạch số 5/KH-UBND năm 2026 được triển khai", ""},
	    {"Thông tư số 28/2016/TT-BYT hướng dẫn quản lý bệnh nghề nghiệp ngày 30/6/2016 của Bộ Y tế",
	     "hướng dẫn quản lý bệnh nghề nghiệp"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct arena *arena = arena_new();
		struct reading_citation_vec all = citations_of(arena, cases[i].words);
		assert_true(all.n > 0);
		assert_str(all.at[0].title, cases[i].title);
		arena_free(arena);
	}
}

static void the_strongest_role_stays(void **state)
{
	struct arena *arena = arena_new();
	struct citation_finder *finder = citation_finder_new(arena);
	struct words basis = words_of(arena, STR("Nghị quyết số 76/NQ-CP; Luật Lưu trữ")), later = words_of(arena, STR("76/NQ-CP"));
	(void)state;
	citation_finder_add(finder, &basis, NULL, (struct document_span){0}, READING_BASIS);
	citation_finder_add(finder, &later, NULL, (struct document_span){0}, READING_MENTION);
	struct reading_citation_vec all = citation_finder_finish(finder);
	assert_int_equal(all.n, 2);
	assert_int_equal(all.at[0].role, READING_BASIS);
	assert_int_equal(all.at[0].mentions, 2);
	assert_int_equal(all.at[1].role, READING_BASIS);
	arena_free(arena);
}

static void what_is_not_told_is_not_sure(void **state)
{
	static const struct {
		const char *words;
		bool sure;
	} cases[] = {
	    {"Kế hoạch số 5/KH-UBND", true},
	    {"Công văn số 5/UBND-TH", true},
	    {"Luật Thanh tra năm 2025", true},
	    {"số 5/UBND-TH", false},
	    {"theo 5/KH-UBND", false},
	    {"Kế hoạch số 5/QĐ-UBND", false},
	    {"Nghị quyết 57 của Bộ Chính trị", false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct arena *arena = arena_new();
		struct reading_citation_vec all = citations_of(arena, cases[i].words);
		assert_int_equal(all.n, 1);
		assert_int_equal(all.at[0].confidence >= 90, cases[i].sure);
		arena_free(arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(mentions_of_one_document_are_one),  cmocka_unit_test(dates_and_issuers_come_in_any_order),
	    cmocka_unit_test(many_documents_take_no_long_time),  cmocka_unit_test(dates_stand_before_or_after),
	    cmocka_unit_test(issuers_end_where_their_names_end), cmocka_unit_test(several_documents_share_what_is_said_once),
	    cmocka_unit_test(later_mentions_join_the_first),     cmocka_unit_test(titles_stand_before_or_behind_the_date),
	    cmocka_unit_test(a_title_is_kept_as_printed),        cmocka_unit_test(the_strongest_role_stays),
	    cmocka_unit_test(what_is_not_told_is_not_sure),
	};
	return TEST_RUN(tests);
}
