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

static struct reading_citation_vec citations_of(struct arena *arena, const char *text)
{
	struct citation_finder *finder = citation_finder_new(arena);
	struct words words = words_of(arena, str_of(text));
	citation_finder_add(finder, &words, NULL, (struct document_span){0}, READING_MENTION);
	return citation_finder_finish(finder);
}

static void check(const struct test_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena *arena = arena_new();
		struct reading_citation_vec all = citations_of(arena, cases[i].words);
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
	citation_finder_add(finder, &words, NULL, (struct document_span){0}, READING_MENTION);
	assert_int_equal(citation_finder_finish(finder).n, DOCUMENTS);
	arena_free(arena);
}

static void dates_stand_before_or_after(void **state)
{
	static const struct test_case cases[] = {
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
	static const struct test_case cases[] = {
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
	static const struct test_case cases[] = {
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

static void every_kind_of_document_has_its_number(void **state)
{
	static const struct test_case cases[] = {
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
	static const struct test_case cases[] = {
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
	static const struct test_case cases[] = {
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
	static const struct test_case cases[] = {
	    {"Luật Cán bộ, công chức số 80/2025/QH15", "Luật 80/2025/QH15"},
	    {"Luật Giữ gìn nguồn nước tại nông thôn số 12/2026/QH16", "Luật 12/2026/QH16"},
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

static void later_mentions_join_the_first(void **state)
{
	static const struct test_case cases[] = {
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

static void what_only_looks_like_one_is_none(void **state)
{
	static const struct test_case cases[] = {
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

static void titles_stand_before_or_behind_the_date(void **state)
{
	static const struct test_case cases[] = {
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
	    cmocka_unit_test(dates_stand_before_or_after),
	    cmocka_unit_test(issuers_end_where_their_names_end),
	    cmocka_unit_test(several_documents_share_what_is_said_once),
	    cmocka_unit_test(every_kind_of_document_has_its_number),
	    cmocka_unit_test(the_party_writes_the_dash_first),
	    cmocka_unit_test(damaged_signs_are_mended),
	    cmocka_unit_test(laws_have_a_year_a_day_or_a_number),
	    cmocka_unit_test(later_mentions_join_the_first),
	    cmocka_unit_test(what_only_looks_like_one_is_none),
	    cmocka_unit_test(titles_stand_before_or_behind_the_date),
	    cmocka_unit_test(a_title_is_kept_as_printed),
	    cmocka_unit_test(the_strongest_role_stays),
	    cmocka_unit_test(what_is_not_told_is_not_sure),
	};
	return TEST_RUN(tests);
}
