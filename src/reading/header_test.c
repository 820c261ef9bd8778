/* Heads and feet of documents as ministries, the Party, schools and communes print them. */
#include "reading/header.h"

#include "reading/testing.h"

struct expected {
	const char *kind, *issuer, *parent, *number, *place, *date, *title, *signer, *authority;
	int year;
};

static void check(struct arena *arena, const char *text, const struct expected *expected)
{
	struct reading reading = testing_read(arena, str_of(text));
	const struct reading_header *h = &reading.header;
	assert_str(h->kind.text, expected->kind);
	assert_str(h->issuer.text, expected->issuer);
	assert_str(h->parent_body.text, expected->parent);
	assert_str(h->number.text, expected->number);
	assert_str(h->place.text, expected->place);
	assert_str(date_format_iso(arena, h->date), expected->date);
	assert_str(h->title.text, expected->title);
	assert_str(h->signer_name.text, expected->signer);
	assert_str(h->signer_authority, expected->authority);
	assert_int_equal(h->year, expected->year);
}

static void the_party_writes_slashes_hyphens_and_a_star(void **state)
{
	(void)state;
	static const char text[] =
	    "   TỈNH ỦY VÍ DỤ                        ĐẢNG CỘNG SẢN VIỆT NAM\n"
	    "  BAN TUYÊN GIÁO              Bình Minh, ngày 14 tháng 3 năm 2026\n"
	    "        *\n"
	    "Số 12-KH/BTG\n"
	    "\n"
	    "                         KẾ HOẠCH\n"
	    "        tuyên truyền cải cách hành chính năm 2026\n"
	    "                          -----\n"
	    "\n"
	    "Thực hiện Nghị quyết số 9-NQ/TU, ngày 22/12/2025 của Tỉnh ủy; Kế hoạch số 8-KH/TU, ngày 10/01/2026 "
	    "của Tỉnh ủy, Ban Tuyên giáo Tỉnh ủy xây dựng Kế hoạch như sau:\n"
	    "I- MỤC ĐÍCH\n"
	    "1- Yêu cầu\n"
	    "Thiết thực.\n"
	    "\n"
	    "Nơi nhận:                                      T/M BAN TUYÊN GIÁO\n"
	    "- Thường trực Tỉnh ủy,                           TRƯỞNG BAN\n"
	    "- Lưu Văn phòng.\n"
	    "                                                Lê Thị Mẫu\n";
	struct arena *arena = arena_new();
	check(arena, text,
	      &(struct expected){"Kế hoạch", "Ban Tuyên giáo", "TỈNH ỦY VÍ DỤ", "12-KH/BTG", "Bình Minh", "2026-03-14",
	                         "tuyên truyền cải cách hành chính năm 2026", "Lê Thị Mẫu", "TM", 2026});
	arena_free(arena);
}

static void a_letter_says_what_it_is_about_below_its_number(void **state)
{
	(void)state;
	static const char text[] = "UBND TỈNH VÍ DỤ\n"
	                           "SỞ VĂN HÓA\n"
	                           "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	                           "Độc lập - Tự do - Hạnh phúc\n"
	                           "Số: 77/SVH-VP\n"
	                           "V/v tuyên truyền cải cách hành chính năm 2026\n"
	                           "Bình Minh, ngày 05 tháng 7 năm 2026\n"
	                           "Kính gửi: Các phòng thuộc Sở.\n"
	                           "Thực hiện Kế hoạch số 7/KH-UBND ngày 15/01/2026 của UBND tỉnh, Sở Văn hóa đề nghị các phòng:\n"
	                           "1. Đăng tin, bài.\n"
	                           "Nơi nhận:\n"
	                           "- Như trên;\n"
	                           "- Lưu: VT.\n"
	                           "TL. GIÁM ĐỐC\n"
	                           "CHÁNH VĂN PHÒNG\n"
	                           "(Đã ký)\n"
	                           "Lê Thị Mẫu\n";
	struct arena *arena = arena_new();
	check(arena, text,
	      &(struct expected){"Công văn", "Sở Văn hóa", "UBND TỈNH VÍ DỤ", "77/SVH-VP", "Bình Minh", "2026-07-05",
	                         "tuyên truyền cải cách hành chính năm 2026", "Lê Thị Mẫu", "TL", 2026});
	arena_free(arena);
}

static void lines_of_a_letterhead_without_blank_lines_stay_apart(void **state)
{
	(void)state;
	static const char text[] = "PHÒNG VĂN HÓA - XÃ HỘI PHƯỜNG 3\n"
	                           "TRƯỜNG TIỂU HỌC HOA MẪU\n"
	                           "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	                           "Độc lập – Tự do – Hạnh phúc\n"
	                           "Số: 45/KH-THHM\n"
	                           "Phường 3, ngày 05 tháng 9 năm 2025\n"
	                           "KẾ HOẠCH\n"
	                           "Năm học 2025 - 2026\n"
	                           "Trường Tiểu học Hoa Mẫu xây dựng kế hoạch như sau:\n"
	                           "A. TÌNH HÌNH\n"
	                           "Tốt.\n"
	                           "Nơi nhận:\n"
	                           "- Lưu: VT.\n"
	                           "HIỆU TRƯỞNG\n"
	                           "Lê Thị Mẫu\n";
	struct arena *arena = arena_new();
	check(arena, text,
	      &(struct expected){"Kế hoạch", "Trường Tiểu học Hoa Mẫu", "PHÒNG VĂN HÓA - XÃ HỘI PHƯỜNG 3", "45/KH-THHM", "Phường 3",
	                         "2025-09-05", "Năm học 2025 - 2026", "Lê Thị Mẫu", "", 2025});
	arena_free(arena);
}

static void a_name_wraps_at_a_word_that_could_begin_one_and_a_board_goes_with_its_body(void **state)
{
	static const struct {
		const char *lines, *parent, *issuer;
	} cases[] = {
	    {"BỘ NÔNG NGHIỆP VÀ MÔI\nTRƯỜNG\nCỤC TRỒNG TRỌT\n", "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Cục Trồng trọt"},
	    {"HỘI PHỤ NỮ VIỆT NAM\nBAN THƯỜNG VỤ\nHỘI PHỤ NỮ TỈNH MẪU\n", "HỘI PHỤ NỮ VIỆT NAM", "Ban Thường vụ Hội Phụ nữ tỉnh Mẫu"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *arena = arena_new();
		struct str text = str_format(arena,
		                             "%sSố: 5/KH-CTT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
		                             "Bình Minh, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nTuyên truyền năm 2026\n"
		                             "%s ban hành Kế hoạch như sau:\nI. MỤC TIÊU\nTốt.\n",
		                             cases[i].lines, cases[i].issuer);
		struct reading reading = testing_read(arena, text);
		assert_str(reading.header.parent_body.text, cases[i].parent);
		assert_str(reading.header.issuer.text, cases[i].issuer);
		arena_free(arena);
	}
}

static void recipients_wrap_and_names_have_titles_or_capitals(void **state)
{
	(void)state;
	static const char text[] = "ỦY BAN NHÂN DÂN\n"
	                           "TỈNH VĨNH MẪU\n"
	                           "Số: 34 /KH - UBND\n"
	                           "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	                           "Độc lập - Tự do - Hạnh phúc\n"
	                           "Bình Minh, ngày 23 tháng 01 năm 2026\n"
	                           "KẾ HOẠCH\n"
	                           "Tuyên truyền trên địa bàn tỉnh Vĩnh Mẫu năm 2026\n"
	                           "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n"
	                           "I. MỤC TIÊU\n"
	                           "Tốt.\n"
	                           "Nơi nhận:\n"
	                           "- Thường trực Tỉnh ủy; Thường trực HĐND\n"
	                           "tỉnh;\n"
	                           "- Các sở, ban, ngành; đơn vị thuộc\n"
	                           "UBND tỉnh;\n"
	                           "- Lưu: VT.\n"
	                           "TM. ỦY BAN NHÂN DÂN\n"
	                           "%s\n"
	                           "PHỤ LỤC\n"
	                           "BẢNG PHÂN CÔNG NHIỆM VỤ\n";
	static const char *const names[] = {"TRẦN VĂN MẪU", "BSCKII. Trần Văn Mẫu"};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct str plan = str_format(arena, text, names[i]);
		check(arena, str_cstr(arena, plan),
		      &(struct expected){"Kế hoạch", "Ủy ban nhân dân tỉnh Vĩnh Mẫu", "", "34/KH-UBND", "Bình Minh", "2026-01-23",
		                         "Tuyên truyền trên địa bàn tỉnh Vĩnh Mẫu năm 2026", names[i], "TM", 2026});
	}
	arena_free(arena);
}

static void what_is_left_to_be_written_by_hand_is_no_obstacle(void **state)
{
	(void)state;
	static const char text[] = "SỞ Y TẾ TỈNH VÍ DỤ\n"
	                           "TRUNG TÂM Y TẾ BẾN MẪU\n"
	                           "Số: ……/BC-TTYT\n"
	                           "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	                           "Độc lập - Tự do - Hạnh phúc\n"
	                           "Bến Mẫu, ngày ….. tháng 12 năm 2026\n"
	                           "BÁO CÁO\n"
	                           "Kết quả truyền thông năm 2026, phương hướng năm 2027\n"
	                           "\n"
	                           "Trung tâm báo cáo như sau:\n"
	                           "I. KẾT QUẢ\n"
	                           "1. Đăng 12 tin, xem tại truyenthong.vidu.gov.vn./.\n"
	                           "\n"
	                           "Nơi nhận:\n"
	                           "- Sở Y tế;\n"
	                           "- Lưu: VT.\n"
	                           "GIÁM ĐỐC\n"
	                           "Ksor H’Mẫu\n";
	struct arena *arena = arena_new();
	struct reading reading = testing_read(arena, str_of(text));
	const struct reading_header *h = &reading.header;
	assert_str(h->place.text, "Bến Mẫu");
	assert_int_equal(h->date, DATE_NONE);
	assert_int_equal(h->partial_month, 12);
	assert_int_equal(h->partial_year, 2026);
	assert_int_equal(h->year, 2026);
	assert_str(h->signer_name.text, "Ksor H’Mẫu");
	assert_int_equal(reading.urls.n, 1);
	assert_str(reading.urls.at[0], "truyenthong.vidu.gov.vn");
	arena_free(arena);
}

static void a_document_all_in_capitals_has_a_title_a_basis_and_a_signer(void **state)
{
	(void)state;
	static const char text[] =
	    "UBND HUYỆN VÍ DỤ\n"
	    "ỦY BAN NHÂN DÂN XÃ NẬM MẪU\n"
	    "SỐ: 21/KH-UBND\n"
	    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	    "ĐỘC LẬP - TỰ DO - HẠNH PHÚC\n"
	    "NẬM MẪU, NGÀY 09 THÁNG 3 NĂM 2026\n"
	    "KẾ HOẠCH\n"
	    "HƯỚNG DẪN NGƯỜI DÂN NỘP HỒ SƠ TRỰC TUYẾN NĂM 2026\n"
	    "THỰC HIỆN CÔNG VĂN SỐ 88/SNV-CCHC NGÀY 02/3/2026 CỦA SỞ NỘI VỤ, ỦY BAN NHÂN DÂN XÃ BAN HÀNH KẾ HOẠCH NHƯ SAU:\n"
	    "I. MỤC ĐÍCH\n"
	    "1. NGƯỜI DÂN BIẾT CÁCH NỘP HỒ SƠ.\n"
	    "2. CÁN BỘ TẬN TÌNH.\n"
	    "II. NHIỆM VỤ\n"
	    "1. MỞ LỚP HƯỚNG DẪN TRƯỚC NGÀY 30/6/2026.\n"
	    "NƠI NHẬN:\n"
	    "- ĐẢNG ỦY XÃ;\n"
	    "- LƯU: VT.\n"
	    "TM. ỦY BAN NHÂN DÂN\n"
	    "CHỦ TỊCH\n"
	    "GIÀNG A MẪU\n";
	struct arena *arena = arena_new();
	struct reading reading = testing_read(arena, str_of(text));
	assert_str(reading.header.title.text, "HƯỚNG DẪN NGƯỜI DÂN NỘP HỒ SƠ TRỰC TUYẾN NĂM 2026");
	assert_int_equal(reading.header.in_execution_of.n, 1);
	assert_str(reading.header.signer_name.text, "GIÀNG A MẪU");
	arena_free(arena);
}

static void names_wrap_in_a_letterhead_and_the_signature_stands_beside_the_recipients(void **state)
{
	(void)state;
	static const char text[] = "ĐẢNG BỘ THÀNH PHỐ HỒNG                        ĐẢNG CỘNG SẢN VIỆT NAM\n"
	                           "          LAM                          Bến Sỏi, ngày 18 tháng 3 năm 2026\n"
	                           "ĐẢNG ỦY PHƯỜNG BẾN SỎI\n"
	                           "\n"
	                           "     Số 7-KH/ĐU\n"
	                           "                                 KẾ HOẠCH\n"
	                           "                   vận động trồng cây năm 2026\n"
	                           "I- MỤC ĐÍCH\n"
	                           "Phường có thêm cây xanh, nhà nào cũng góp công cho đường phố đẹp hơn mỗi ngày.\n"
	                           "Nơi nhận:                                        T/M BAN THƯỜNG VỤ\n"
	                           "- Ban Thường vụ Thành ủy,                          PHÓ BÍ THƯ\n"
	                           "- Các đồng chí Đảng ủy viên Đảng bộ\n"
	                           "phường,\n"
	                           "                                                  THƯỜNG TRỰC\n"
	                           "- Các chi bộ,\n"
	                           "- Lưu Văn phòng.                                  Trần Thị Mẫu\n";
	struct arena *arena = arena_new();
	check(arena, text,
	      &(struct expected){"Kế hoạch", "Đảng ủy phường Bến Sỏi", "ĐẢNG BỘ THÀNH PHỐ HỒNG LAM", "7-KH/ĐU", "Bến Sỏi",
	                         "2026-03-18", "vận động trồng cây năm 2026", "Trần Thị Mẫu", "TM", 2026});
	struct reading reading = testing_read(arena, str_of(text));
	assert_int_equal(reading.header.recipients.n, 4);
	assert_str(reading.header.recipients.at[1].text, "Các đồng chí Đảng ủy viên Đảng bộ phường");
	assert_str(reading.header.signer_title.text, "T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ THƯỜNG TRỰC");
	arena_free(arena);
}

static void a_rank_is_no_post_and_capitals_become_the_names_of_running_text(void **state)
{
	(void)state;
	static const char text[] = "BỘ QUỐC PHÒNG\n"
	                           "NHÀ MÁY SỬA CHỮA TÀU BẾN MẪU\n"
	                           "Số: 8/KH-NM\n"
	                           "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	                           "Độc lập - Tự do - Hạnh phúc\n"
	                           "Bến Mẫu, ngày 09 tháng 3 năm 2026\n"
	                           "\n"
	                           "KẾ HOẠCH\n"
	                           "Tuyên truyền năm 2026\n"
	                           "\n"
	                           "I. MỤC ĐÍCH\n"
	                           "1. Người lao động trong nhà máy hiểu quy trình sửa chữa tàu tại Bến Mẫu.\n"
	                           "2. Mọi phân xưởng cùng làm.\n"
	                           "\n"
	                           "Nơi nhận:\n"
	                           "- Các phân xưởng;\n"
	                           "- Lưu: VT.\n"
	                           "KT. GIÁM ĐỐC\n"
	                           "PHÓ GIÁM ĐỐC\n"
	                           "Trung tá Lê Mẫu\n";
	struct arena *arena = arena_new();
	struct reading reading = testing_read(arena, str_of(text));
	assert_str(reading.header.issuer.text, "Nhà máy Sửa chữa tàu Bến Mẫu");
	assert_str(reading.header.signer_title.text, "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC");
	assert_str(reading.header.signer_name.text, "Trung tá Lê Mẫu");
	arena_free(arena);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(the_party_writes_slashes_hyphens_and_a_star),
	    cmocka_unit_test(a_document_all_in_capitals_has_a_title_a_basis_and_a_signer),
	    cmocka_unit_test(a_rank_is_no_post_and_capitals_become_the_names_of_running_text),
	    cmocka_unit_test(what_is_left_to_be_written_by_hand_is_no_obstacle),
	    cmocka_unit_test(a_letter_says_what_it_is_about_below_its_number),
	    cmocka_unit_test(a_name_wraps_at_a_word_that_could_begin_one_and_a_board_goes_with_its_body),
	    cmocka_unit_test(recipients_wrap_and_names_have_titles_or_capitals),
	    cmocka_unit_test(lines_of_a_letterhead_without_blank_lines_stay_apart),
	    cmocka_unit_test(names_wrap_in_a_letterhead_and_the_signature_stands_beside_the_recipients),
	};
	return TEST_RUN(cases);
}
