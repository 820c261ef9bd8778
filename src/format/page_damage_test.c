#include "format/page_damage.h"

#include "base/test.h"

static bool is_damaged(const char *text)
{
	struct arena *arena = arena_new();
	struct page page = {0};
	struct str rest = str_of(text), part;
	while (str_split(&rest, ' ', &part))
		VEC_PUSH(arena, &page.words, (struct page_word){.text = part});
	bool damaged = page_damage_is_likely(&page);
	arena_free(arena);
	return damaged;
}

static void vietnamese_is_sound(void **state)
{
	(void)state;
	assert_false(is_damaged("KẾ HOẠCH Tuyên truyền cải cách hành chính năm 2026 của UBND xã: các phòng, ban (và các thôn, bản) "
	                        "phối hợp với Trung tâm Dịch vụ công, Đài Truyền thanh, Facebook, Zalo, Website thực hiện những "
	                        "nội dung sau đây trước ngày 25/12/2026; báo cáo kết quả về Văn phòng HĐND và UBND để tổng hợp."));
}

static void letters_lost_or_changed_are_damage(void **state)
{
	(void)state;
	assert_true(is_damaged("K hoch Tuyên truyn ci cách hành chính năm 2026 ca UBND xã: các phòng, ban (và các thôn, bn) phi hp "
	                       "vi Trung tâm Dch v công, Đài Truyn thanh thc hin nhng ni dung sau đây trưc ngày 25/12/2026; báo "
	                       "cáo kt qu v Văn phòng đ tng hp, trình Ch tch xem xét."));
	assert_true(
	    is_damaged("KÕ ho¹ch Tuyªn truyÒn c¶i c¸ch hµnh chÝnh n¨m 2026 cña x·: c¸c phßng, ban (vµ c¸c th«n, b¶n) phèi hîp "
	               "víi Trung t©m DÞch vô c«ng, §µi TruyÒn thanh thùc hiÖn nh÷ng néi dung sau ®©y tr­íc ngµy 25; b¸o c¸o"));
	assert_true(
	    is_damaged("Ke hoach Tuyen truyen cai each hanh chinh nam 2026 cua xa: cac phong, ban va cac thon, ban phoi hop voi "
	               "Trung tam Dich vy cong, Dai Truyen thanh thirc hi~n nhfrng n9i dung sau day tnroc ngay 25; bao cao "
	               "k6t qua ve Van phong d~ t6ng hqp, trinh Chu tich xem xet."));
}

static void english_is_another_language_and_no_damage(void **state)
{
	(void)state;
	assert_false(is_damaged("The purpose of this plan is to inform citizens and enterprises about the reform of public "
	                        "administration, and to report on the results of each department by the end of the quarter. "
	                        "Heads of departments are responsible for the work that is set out below, with the support of the "
	                        "Office, which has to send a summary to the provincial authorities."));
}

static void few_words_say_nothing(void **state)
{
	(void)state;
	assert_false(is_damaged("K hoch Tuyên truyn ci cách hành chính"));
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(vietnamese_is_sound),
	    cmocka_unit_test(letters_lost_or_changed_are_damage),
	    cmocka_unit_test(english_is_another_language_and_no_damage),
	    cmocka_unit_test(few_words_say_nothing),
	};
	return TEST_RUN(cases);
}
