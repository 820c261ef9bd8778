#include "base/test.h"

#include "base/message.h"

static const struct message_entry entries[] = {
    {"Due {1}", "Hạn {1}"},
    {"{1} of {2}", "{2}, trong đó {1}"},
};
static const struct message_catalogue vietnamese = {.language = "vi", .entries = entries, .n = 2};

static void places_are_filled_in_the_order_of_the_language(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct message message = {.id = "{1} of {2}", .args = {STR("3"), STR("24")}};
	assert_str(message_format(arena, &vietnamese, &message), "24, trong đó 3");
	arena_free(arena);
}

static void a_sentence_that_the_catalogue_lacks_stays_english(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct message message = {.id = "No {9} such {x", .args = {STR("a")}};
	assert_str(message_format(arena, &vietnamese, &message), "No {9} such {x");
	assert_str(message_format(arena, &vietnamese, &(struct message){0}), "");
	arena_free(arena);
}

static void a_message_comes_back_from_its_id_and_its_packed_arguments(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct message message = {.id = "{1} of {2}", .args = {STR("3"), STR("hai mươi tư")}};
	struct message back = message_unpack(arena, STR("{1} of {2}"), message_pack_args(arena, &message));
	assert_str(message_format(arena, &vietnamese, &back), "hai mươi tư, trong đó 3");
	assert_null(message_unpack(arena, (struct str){0}, STR("")).id);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(places_are_filled_in_the_order_of_the_language),
	    cmocka_unit_test(a_sentence_that_the_catalogue_lacks_stays_english),
	    cmocka_unit_test(a_message_comes_back_from_its_id_and_its_packed_arguments),
	};
	return TEST_RUN(cases);
}
