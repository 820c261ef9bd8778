#include "reading/words.h"

#include "base/buf.h"
#include "base/test.h"

static struct str keys_of(struct arena *arena, const char *text)
{
	return words_key(arena, str_of(text));
}

static void keys_do_not_depend_on_case_tone_style_or_dashes(void **state)
{
	struct arena *arena = arena_new();
	(void)state;
	assert_str(keys_of(arena, "Khánh HOÀ – thuỷ lợi"), "khánh hòa - thủy lợi");
	assert_str(keys_of(arena, "khoẻ, QUÝ, quỵt, toàn"), "khỏe , quý , quỵt , toàn");
	assert_str(keys_of(arena, "QÐ/TU"), "qđ / tu");
	assert_str(keys_of(arena, "“Ơ, Ư, Ặ, Ỹ”"), "\" ơ , ư , ặ , ỹ \"");
	arena_free(arena);
}

static void words_know_their_place_and_kind(void **state)
{
	struct arena *arena = arena_new();
	struct words words = words_of(arena, STR("Số 15/QH15, UBND"));
	(void)state;
	assert_int_equal(words.n, 6);
	assert_int_equal(words.at[0].kind, WORD_LETTERS);
	assert_int_equal(words_number(&words, 1), 15);
	assert_int_equal(words.at[3].kind, WORD_MIXED);
	assert_int_equal(words.at[4].kind, WORD_SIGN);
	assert_true(words.at[5].all_capitals && words.at[5].capital && words.at[5].space_before);
	assert_false(words.at[3].space_before);
	assert_str(words_text(&words, 1, 4), "15/QH15");
	assert_int_equal(words_text(&words, 4, 4).len, 0);
	assert_str(words_text(&words, 5, 99), "UBND");
	assert_int_equal(words_number(&words, 0), -1);
	assert_int_equal(words_number(&words, 99), -1);
	arena_free(arena);
}

static void the_longest_phrase_is_matched(void **state)
{
	static const struct words_phrase phrases[] = {{"phối", 1}, {"phối hợp", 2}, {"phối hợp với", 3}, {"phối hợp vớ", 4}};
	static const char *const plain[] = {"phối", "phối hợp"};
	struct arena *arena = arena_new();
	struct words words = words_of(arena, STR("Phối hợp với Sở"));
	size_t n = 0;
	(void)state;
	assert_int_equal(words_match_any(&words, 0, phrases, 4, &n)->meaning, 3);
	assert_int_equal(n, 3);
	assert_null(words_match_any(&words, 1, phrases, 4, &n));
	assert_null(words_match_any(&words, 4, phrases, 4, &n));
	assert_int_equal(words_longest(&words, 0, plain, 2), 2);
	assert_int_equal(words_longest(&words, 3, plain, 2), 0);
	assert_int_equal(words_match(&words, 2, "với sở y"), 0);
	arena_free(arena);
}

static void roman_numbers_have_a_value(void **state)
{
	static const struct {
		const char *text;
		int value;
	} cases[] = {{"I", 1}, {"iv", 4}, {"VI", 6}, {"IX", 9}, {"XIV", 14}, {"XXI", 21}, {"IIII", 0}, {"", 0}, {"A", 0}, {"VX", 0}};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(words_roman(str_of(cases[i].text)), cases[i].value);
}

static void bytes_that_are_no_text_are_signs(void **state)
{
	struct arena *arena = arena_new();
	struct words words = words_of(arena, STR("a\xff\xc3"));
	(void)state;
	assert_int_equal(words.n, 3);
	assert_int_equal(words.at[1].kind, WORD_SIGN);
	assert_int_equal(words_of(arena, (struct str){0}).n, 0);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keys_do_not_depend_on_case_tone_style_or_dashes),
	    cmocka_unit_test(words_know_their_place_and_kind),
	    cmocka_unit_test(the_longest_phrase_is_matched),
	    cmocka_unit_test(roman_numbers_have_a_value),
	    cmocka_unit_test(bytes_that_are_no_text_are_signs),
	};
	return TEST_RUN(tests);
}
