#include "base/buf.h"
#include "repair/judge.h"
#include "repair/repair.h"
#include "repair/testing.h"

struct collector {
	struct str text;
	struct buf out;
	size_t done, changed;
	uint8_t least;
};

static enum rc take(void *context, const struct repair_word *word)
{
	struct collector *collector = context;
	buf_add(&collector->out, str_part(collector->text, collector->done, word->from - collector->done));
	buf_add(&collector->out, word->text);
	collector->done = word->to;
	collector->changed += word->changed;
	collector->least = word->confidence < collector->least ? word->confidence : collector->least;
	assert_true(word->changed == !str_eq(word->text, str_part(collector->text, word->from, word->to - word->from)));
	return RC_OK;
}

static struct collector run(struct testing_model *fixture, enum repair_way way, bool all, struct str text)
{
	struct collector collector = {.text = text, .least = 100};
	struct repair_sink sink = {.take = take, .context = &collector, .alternatives = true};
	buf_init(&collector.out, fixture->arena, 64 * 1024 * 1024);
	assert_rc(repair_run(repair_new(fixture->arena, &fixture->model), way, all, text, &sink), RC_OK);
	buf_add(&collector.out, str_from(text, collector.done));
	return collector;
}

static void check(const char *const (*table)[2], size_t n, enum repair_way way)
{
	struct testing_model fixture;
	testing_open(&fixture);
	for (size_t i = 0; i < n; i++) {
		struct collector got = run(&fixture, way, true, str_of(table[i][0]));
		assert_str(buf_str(&got.out), table[i][1]);
	}
	testing_close(&fixture);
}

#define CHECK(table, way) check((table), sizeof(table) / sizeof *(table), (way))

static void misread_sentences_are_restored(void **state)
{
	(void)state;
	static const char *const table[][2] = {
	    {"Uy ban nhan dan tinh ban hanh Quyét dinh vé viéc phé duyét ké hoach.",
	     "Ủy ban nhân dân tỉnh ban hành Quyết định về việc phê duyệt kế hoạch."},
	    {"Chui tich Héi déng nhan dan chiu trach nhiém thi hanh Quyét dinh nay.",
	     "Chủ tịch Hội đồng nhân dân chịu trách nhiệm thi hành Quyết định này."},
	    {"t6 chirc thuc hién c6 hiéu qua cac nhiém vu dugc giao;", "tổ chức thực hiện có hiệu quả các nhiệm vụ được giao;"},
	};
	CHECK(table, REPAIR_DAMAGE);
}

static void case_and_punctuation_are_carried_over(void **state)
{
	(void)state;
	static const char *const table[][2] = {
	    {"CONG HOA XA HOI CHU NGHIA VIET NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
	    {"(sau day goi tat la can b6, cong chirc);", "(sau đây gọi tắt là cán bộ, công chức);"},
	    {"Bao cao Bo Noi vu.", "Báo cáo Bộ Nội vụ."},
	};
	CHECK(table, REPAIR_DAMAGE);
}

static void numbers_of_documents_have_a_grammar(void **state)
{
	(void)state;
	static const char *const table[][2] = {
	    {"Nghi dinh s6 30/2020/ND-CP ngay 05/3/2020", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020"},
	    {"Quyét dinh s6 12/QB-TTg ngay 08/01/2024", "Quyết định số 12/QĐ-TTg ngày 08/01/2024"},
	    {"Nghi quyét s6 1234/NQ-UBTVQHIS ngay 16/6/2025", "Nghị quyết số 1234/NQ-UBTVQH15 ngày 16/6/2025"},
	    {"Truong Cao dang Y té ban hanh Ké hoach s6 15/KH-CDYT", "Trường Cao đẳng Y tế ban hành Kế hoạch số 15/KH-CĐYT"},
	};
	CHECK(table, REPAIR_DAMAGE);
}

static void roman_numbers_of_headings_are_restored(void **state)
{
	(void)state;
	static const char *const table[][2] = {
	    {"I11. TO CHUC THUC HIEN", "III. TỔ CHỨC THỰC HIỆN"},
	    {"IL. NOI DUNG", "II. NỘI DUNG"},
	    {"V. KINH PHI", "V. KINH PHÍ"},
	};
	CHECK(table, REPAIR_DAMAGE);
}

static void headings_and_quarters_follow_the_text(void **state)
{
	(void)state;
	static const char *const table[][2] = {
	    {"I. MUC DICH\n\nIl. NOI DUNG\n\nIl. TO CHUC THUC HIEN\n\nIv. KINH PHI",
	     "I. MỤC ĐÍCH\n\nII. NỘI DUNG\n\nIII. TỔ CHỨC THỰC HIỆN\n\nIV. KINH PHÍ"},
	    {"Thdi gian thuc hién: Quy 11/2026.", "Thời gian thực hiện: Quý II/2026."},
	    {"Bdo cdo quy II; 11 bdo cdo.", "Báo cáo quý II; 11 báo cáo."},
	};
	CHECK(table, REPAIR_DAMAGE);
}

static void cells_end_where_a_semicolon_stands(void **state)
{
	(void)state;
	static const char *const table[][2] = {
	    {"Cac xa, phudng; Thang 10; Bdo cdo két qua.", "Các xã, phường; Tháng 10; Báo cáo kết quả."},
	    {"- Céng Thong tin dién tir tinh;\n- Cac sd, ban, nganh.", "- Cổng Thông tin điện tử tỉnh;\n- Các sở, ban, ngành."},
	    {"phat séng 15 - 20 phit/s6", "phát sóng 15 - 20 phút/số"},
	};
	CHECK(table, REPAIR_DAMAGE);
}

/* The same words elsewhere in the text decide where the sentence alone does not. */
static void words_of_a_text_return(void **state)
{
	(void)state;
	struct testing_model fixture;
	testing_open(&fixture);
	struct collector got = run(&fixture, REPAIR_DAMAGE, true,
	                           STR("Uy ban nhan dan tinh Ha Khé bdo cdo. Tinh Ha Khé thuc hién. Dia ban tinh Ha Khé.\n\n"
	                               "Ké hoach cia tinh Ha Khé.\n"));
	assert_str(buf_str(&got.out), "Ủy ban nhân dân tỉnh Hà Khê báo cáo. Tỉnh Hà Khê thực hiện. Địa bàn tỉnh Hà Khê.\n\n"
	                              "Kế hoạch của tỉnh Hà Khê.\n");
	testing_close(&fixture);
}

static void marks_are_put_back(void **state)
{
	(void)state;
	static const char *const table[][2] = {
	    {"Thuc hien cai cach thu tuc hanh chinh", "Thực hiện cải cách thủ tục hành chính"},
	    {"UY BAN NHAN DAN TINH", "ỦY BAN NHÂN DÂN TỈNH"},
	    {"Thực hien Nghị quyet", "Thực hiện Nghị quyết"},
	    {"https://example.org/ke-hoach", "https://example.org/ke-hoach"},
	};
	CHECK(table, REPAIR_ACCENTS);
}

static void sound_text_stays(void **state)
{
	(void)state;
	static const char *const texts[] = {
	    "",
	    "\n\n \t\n",
	    "Ủy ban nhân dân tỉnh ban hành kế hoạch này.\nUBND xã, Facebook, Zalo\n",
	    "The committee shall publish its report before the end of the year, together with the comments of the public.\n",
	    "Rơ Châm H'Nhi, Ksor Y Bưng và Cil Múp K'Brếu có mặt.\n",
	    "12\t345\t6.789\n1,5 %\t2025\t31/12/2025\n",
	    "for (size_t i = 0; i < n; i++) { sum += at[i]; }\n",
	    "return c == U'€' || c == U'¢' || c == U'£' || c == U'®' || c == '&' || c == '@';\n",
	    "😀 👍🏽 ✓ → ★\n",
	    "\xff\xfe bytes \x80\xc3( that are no UTF-8\n",
	};
	struct testing_model fixture;
	testing_open(&fixture);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct collector got = run(&fixture, REPAIR_DAMAGE, false, str_of(texts[i]));
		assert_str(buf_str(&got.out), texts[i]);
		assert_int_equal(got.changed, 0);
	}
	testing_close(&fixture);
}

static void damaged_lines_among_sound_ones_are_found(void **state)
{
	(void)state;
	struct testing_model fixture;
	testing_open(&fixture);
	struct collector got = run(&fixture, REPAIR_DAMAGE, false,
	                           STR("Kế hoạch được ban hành kèm theo Quyết định này.\n\n"
	                               "Uy ban nhan dan tinh chi dao cac so, nganh t6 chirc thuc hién viéc tuyén truyén.\n\n"
	                               "Các đơn vị báo cáo kết quả trước ngày 20 hằng tháng.\n"));
	assert_str(buf_str(&got.out), "Kế hoạch được ban hành kèm theo Quyết định này.\n\n"
	                              "Ủy ban nhân dân tỉnh chỉ đạo các sở, ngành tổ chức thực hiện việc tuyên truyền.\n\n"
	                              "Các đơn vị báo cáo kết quả trước ngày 20 hằng tháng.\n");
	testing_close(&fixture);
}

static void other_damage_than_a_reader_s_is_found(void **state)
{
	(void)state;
	static const char *const table[][2] = {
	    /* some words have lost their marks, all have lost their tones, letters could not be shown */
	    {"Thực hien Nghị quyet của Hoi đồng nhan dan tinh về cải cach hành chinh, tang cường tuyen truyền trên địa ban.\n",
	     "Thực hiện Nghị quyết của Hội đồng nhân dân tỉnh về cải cách hành chính, tăng cường tuyên truyền trên địa bàn.\n"},
	    {"Thưc hiên Nghi quyêt cua Hôi đông nhân dân tinh vê cai cach hanh chinh, tăng cương tuyên truyên.\n",
	     "Thực hiện Nghị quyết của Hội đồng nhân dân tỉnh về cải cách hành chính, tăng cường tuyên truyền.\n"},
	    {"Th\ufffdc hi\ufffdn Ngh\ufffd quy\ufffdt c\ufffda H\ufffdi \ufffd\ufffdng nh\ufffdn d\ufffdn t\ufffdnh.\n",
	     "Thực hiện Nghị quyết của Hội đồng nhân dân tỉnh.\n"},
	    {"Th?c hi?n Ngh? quy?t c?a H?i ??ng nh?n d?n t?nh.\n", "Thực hiện Nghị quyết của Hội đồng nhân dân tỉnh.\n"},
	};
	struct testing_model fixture;
	testing_open(&fixture);
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct collector got = run(&fixture, REPAIR_DAMAGE, false, str_of(table[i][0]));
		assert_str(buf_str(&got.out), table[i][1]);
	}
	testing_close(&fixture);
}

static void one_line_of_a_megabyte_keeps_its_tokens(void **state)
{
	(void)state;
	enum { TIMES = 30 * 1000 };
	struct testing_model fixture;
	struct buf text;
	testing_open(&fixture);
	buf_init(&text, fixture.arena, 4 * 1024 * 1024);
	for (size_t i = 0; i < TIMES; i++)
		buf_add(&text, STR("thuc hién ké hoach cia tinh "));
	struct collector got = run(&fixture, REPAIR_DAMAGE, true, buf_str(&text));
	size_t spaces[2] = {0};
	for (size_t i = 0; i < text.len; i++)
		spaces[0] += text.ptr[i] == ' ';
	for (size_t i = 0; i < got.out.len; i++)
		spaces[1] += got.out.ptr[i] == ' ';
	assert_int_equal(spaces[0], spaces[1]);
	assert_int_equal(got.done, text.len - 1);
	testing_close(&fixture);
}

static void a_look_tells_what_may_be_damaged(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool may_be;
	} cases[] = {
	    {"", false},
	    {"12/2026 - 15.000", false},
	    {"Ủy ban nhân dân xã báo cáo kết quả tuyên truyền trên loa truyền thanh và website của xã.", false},
	    {"UBND, HĐND, CCHC, TTHC, DVCTT, PAKN, SIPAS, PAPI, PCI", false},
	    {"Uy ban nhan dén x4 bdo céo két qua tuyén truyén", true},
	    {"TRUYEN THONG TUYEN TRUYEN CHUYEN DOI KHUYEN KHICH", true},
	    {"Ủy ban nhân dân xã báo cáo kết quả năm qua với cấp trên theo quy định.\nVi¢éc cong tac nam truéc dugc thuc hién t6t, "
	     "nhiéu viéc hoan thanh s6m, ngudi dan tin tudng va dong thuan cao véi chinh quyén",
	     true},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (repair_judge_may_be_damaged(str_of(cases[i].text)) != cases[i].may_be)
			fail_msg("%s", cases[i].text);
}

static void names_that_were_taught_are_known(void **state)
{
	(void)state;
	struct testing_model fixture;
	testing_open(&fixture);
	struct collector collector = {.text = STR("Truong Trung cap nghé Dién Khanh bao cao"), .least = 100};
	struct repair_sink sink = {.take = take, .context = &collector};
	struct repair *repair = repair_new(fixture.arena, &fixture.model);
	buf_init(&collector.out, fixture.arena, 1024);
	repair_teach(repair, STR("Trường Trung cấp nghề Diên Khánh\nHuyện Diên Khánh"));
	assert_rc(repair_run(repair, REPAIR_DAMAGE, true, collector.text, &sink), RC_OK);
	assert_str(buf_str(&collector.out), "Trường Trung cấp nghề Diên Khánh báo cáo");
	testing_close(&fixture);
}

static void names_that_are_unknown_keep_their_letters(void **state)
{
	(void)state;
	static const char *const table[][2] = {
	    {"Uy ban nhan dan tinh Tam Giang ban hanh ké hoach.", "Ủy ban nhân dân tỉnh Tam Giang ban hành kế hoạch."},
	    /* names that the model knows get their marks */
	    {"Uy ban nhan dan tinh Khanh Hoa ban hanh ké hoach.", "Ủy ban nhân dân tỉnh Khánh Hòa ban hành kế hoạch."},
	    {"nhan dan nuéc Viét Nam", "nhân dân nước Việt Nam"},
	};
	CHECK(table, REPAIR_DAMAGE);
}

static void broken_models_are_refused(void **state)
{
	(void)state;
	struct testing_model fixture;
	struct repair_model model;
	testing_open(&fixture);
	static const size_t lengths[] = {0, 7, 15, 16, 100, 250, 1000, 100000};
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
		assert_rc(repair_model_open(str_part(fixture.model.bytes, 0, lengths[i]), &model), RC_CORRUPT);
	assert_rc(repair_model_open(str_from(fixture.model.bytes, 8), &model), RC_CORRUPT);
	testing_close(&fixture);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(misread_sentences_are_restored),
	    cmocka_unit_test(case_and_punctuation_are_carried_over),
	    cmocka_unit_test(numbers_of_documents_have_a_grammar),
	    cmocka_unit_test(roman_numbers_of_headings_are_restored),
	    cmocka_unit_test(headings_and_quarters_follow_the_text),
	    cmocka_unit_test(cells_end_where_a_semicolon_stands),
	    cmocka_unit_test(words_of_a_text_return),
	    cmocka_unit_test(marks_are_put_back),
	    cmocka_unit_test(sound_text_stays),
	    cmocka_unit_test(damaged_lines_among_sound_ones_are_found),
	    cmocka_unit_test(other_damage_than_a_reader_s_is_found),
	    cmocka_unit_test(one_line_of_a_megabyte_keeps_its_tokens),
	    cmocka_unit_test(a_look_tells_what_may_be_damaged),
	    cmocka_unit_test(names_that_were_taught_are_known),
	    cmocka_unit_test(names_that_are_unknown_keep_their_letters),
	    cmocka_unit_test(broken_models_are_refused),
	};
	return TEST_RUN(cases);
}
