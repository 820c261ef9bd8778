#include "viet/collation.h"

#include "base/test.h"

/* Every text of the list sorts before the next. */
static void check_order(struct str (*key)(struct arena *, struct str), const char *const *list, size_t n)
{
	struct arena *arena = arena_new();
	for (size_t i = 0; i + 1 < n; i++) {
		struct str a = key(arena, str_of(list[i])), b = key(arena, str_of(list[i + 1]));
		if (str_compare(a, b) >= 0)
			fail_msg("%s (%.*s) is not before %s (%.*s)", list[i], STR_ARG(a), list[i + 1], STR_ARG(b));
	}
	arena_free(arena);
}

static void words_sort_as_in_a_dictionary(void **state)
{
	static const char *const places[] = {"An",      "Áo",       "Ân",       "Ấn",       "Diên Khánh", "Dương",
	                                     "Đô Vinh", "Đông Hải", "Ninh Chử", "Ninh Hòa", "Vạn Ninh",   "Vân An"};
	static const char *const tones[] = {"ma", "mà", "mả", "mã", "má", "mạ", "mạ b", "mai", "mày"};
	static const char *const letters[] = {"1", "2", "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f",
	                                      "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q",
	                                      "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z", "漢"};
	static const char *const levels[] = {"", "Xã", "Xã 1", "xã 10", "Xã 2", "xã An", "xã Bình", "xá Bình", "xạ Bình A"};
	static const char *const cases[] = {"ban", "Ban", "BAN", "bàn", "Bàn"};
	(void)state;
	check_order(viet_collation_key, places, sizeof places / sizeof places[0]);
	check_order(viet_collation_key, tones, sizeof tones / sizeof tones[0]);
	check_order(viet_collation_key, letters, sizeof letters / sizeof letters[0]);
	check_order(viet_collation_key, levels, sizeof levels / sizeof levels[0]);
	check_order(viet_collation_key, cases, sizeof cases / sizeof cases[0]);
}

static void people_sort_by_their_given_names(void **state)
{
	static const char *const people[] = {"Trần Văn An", "Lê Thị Ánh", "Hồ Bình", "Nguyễn Thị Bình", "Phạm Đức", "Võ Minh Ý"};
	(void)state;
	check_order(viet_collation_name_key, people, sizeof people / sizeof people[0]);
}

static void the_same_text_has_the_same_key(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_true(str_eq(viet_collation_key(arena, STR(" Hoa\u0300  Bình")), viet_collation_key(arena, STR("Hoà Bình"))));
	assert_str(viet_collation_key(arena, STR("")), "  ");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(words_sort_as_in_a_dictionary),
	    cmocka_unit_test(people_sort_by_their_given_names),
	    cmocka_unit_test(the_same_text_has_the_same_key),
	};
	return TEST_RUN(cases);
}
