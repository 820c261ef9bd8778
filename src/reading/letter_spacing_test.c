#include "reading/letter_spacing.h"

#include "base/test.h"

static struct str closed(struct arena *arena, const char *vocabulary, const char *line)
{
	struct counts words;
	struct letter_spacing_word_vec found;
	struct str all = STR("");
	counts_init(&words, arena);
	letter_spacing_learn(arena, str_of(vocabulary), &words);
	letter_spacing_close(arena, str_of(line), &words, &found);
	for (size_t i = 0; i < found.n; i++) {
		struct str word = str_part(str_of(line), found.at[i].begin, found.at[i].end - found.at[i].begin);
		all = str_format(arena, "%.*s%s%.*s", STR_ARG(all), i > 0 ? " " : "", STR_ARG(letter_spacing_squeeze(arena, word)));
	}
	return all;
}

static void wide_gaps_tell_words(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_str(closed(arena, "", "Q u ý   I I   n ă m   2 0 2 6"), "Quý II năm 2026");
	arena_free(arena);
}

static void syllables_tell_words_where_gaps_do_not(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_str(closed(arena, "thực hiện nhiệm vụ", "T h ự c h i ệ n n h i ệ m v ụ , g i a i đ o ạ n 2 ( 2 0 2 6 - 2 0 3 0 )"),
	           "Thực hiện nhiệm vụ, giai đoạn 2 (2026-2030)");
	arena_free(arena);
}

static void only_lines_of_single_letters_are_spaced_out(void **state)
{
	(void)state;
	assert_true(letter_spacing_is(STR("T h ô n g b á o")));
	assert_false(letter_spacing_is(STR("Thông báo")));
	assert_false(letter_spacing_is(STR("1 2 3 4 5 6")));
	assert_false(letter_spacing_is(STR("a b c")));
	assert_false(letter_spacing_is(STR("")));
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(wide_gaps_tell_words),
	    cmocka_unit_test(syllables_tell_words_where_gaps_do_not),
	    cmocka_unit_test(only_lines_of_single_letters_are_spaced_out),
	};
	return TEST_RUN(cases);
}
