#include "viet/spacing.h"

#include "base/test.h"

static void spaced_letters_are_closed_up_into_syllables(void **state)
{
	static const struct {
		const char *given, *expected;
	} cases[] = {
	    {"T u y ê n t r u y ề n , v ậ n đ ộ n g n g ư ờ i d â n", "Tuyên truyền, vận động người dân"},
	    {"t h ự c h i ệ n g i a i đ o ạ n 2 ( 2 0 2 6 - 2 0 3 0 ) ", "thực hiện giai đoạn 2 (2026-2030)"},
	    {"Đ ề   á n   0 6", "Đề án 06"},
	    {"p h á t t r i ể n k i n h t ế - x ã h ộ i", "phát triển kinh tế - xã hội"},
	    {"K Ế H O Ạ C H T R U Y Ề N T H Ô N G", "KẾ HOẠCH TRUYỀN THÔNG"},
	    {"S ố : 1 2 / K H - U B N D", "Số: 12/KH - UBND"},
	    {"c ô n g k h a i t h ủ t ụ c h à n h c h í n h .", "công khai thủ tục hành chính."},
	    {"m ộ t c ử a l i ê n t h ô n g ; c ơ q u a n , đ ơ n v ị", "một cửa liên thông; cơ quan, đơn vị"},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_true(viet_spacing_is_spaced(str_of(cases[i].given)));
		assert_str(viet_spacing_close_up(arena, str_of(cases[i].given)), cases[i].expected);
	}
	arena_free(arena);
}

static void ordinary_lines_stay(void **state)
{
	static const char *const cases[] = {
	    "", "Tuyên truyền cải cách hành chính", "a b c", "1 2 3 4 5 6 7 8 9", "ý a là ô ở e như thế", "- Chủ trì: Sở Y tế"};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_false(viet_spacing_is_spaced(str_of(cases[i])));
		assert_ptr_equal(viet_spacing_close_up(arena, str_of(cases[i])).ptr, cases[i]);
	}
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(spaced_letters_are_closed_up_into_syllables),
	    cmocka_unit_test(ordinary_lines_stay),
	};
	return TEST_RUN(cases);
}
