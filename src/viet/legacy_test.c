#include "viet/legacy.h"

#include "base/test.h"

static const char sound[] =
    "ỦY BAN NHÂN DÂN xã Đồi Cọ ban hành kế hoạch tuyên truyền cải cách hành chính năm 2026, giao Văn phòng thực hiện.";

static void check(struct str bytes, enum viet_legacy encoding, const char *expected)
{
	struct arena *arena = arena_new();
	struct str text;
	enum viet_legacy found = viet_legacy_decode(arena, bytes, &text);
	if (found != encoding)
		fail_msg("found %.*s: %.*s", STR_ARG(viet_legacy_name(found)), STR_ARG(text));
	assert_str(text, expected);
	arena_free(arena);
}

static void sound_text_stays(void **state)
{
	static const char *const texts[] = {
	    sound,
	    "",
	    "Plan 2026: what's done? It is Mr. Ba's. Don't worry.",
	    "KẾ HOẠCH",
	    "a?b'c^ (x+y)",
	    "Tạm ứng cơm thơm, sốt rét, tốn kém",
	};
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		check(str_of(texts[i]), VIET_LEGACY_NONE, texts[i]);
}

static const char plan[] = "Kế hoạch tuyên truyền cải cách hành chính năm 2026, Đảng ủy xã";

static void one_byte_encodings_are_told_by_their_words(void **state)
{
	(void)state;
	check(STR("K\xd5 ho\xb9"
	          "ch tuy\xaan truy\xd2n c\xb6i c\xb8"
	          "ch h\xb5nh ch\xddnh n\xa8m 2026, \xa7\xb6ng \xf1y x\xb7"),
	      VIET_LEGACY_TCVN3, plan);
	check(STR("Ke\xe1 hoa\xef"
	          "ch tuye\xe2n truye\xe0n ca\xfbi ca\xf9"
	          "ch ha\xf8nh ch\xednh na\xeam 2026, \xd1"
	          "a\xfbng u\xfby xa\xf5"),
	      VIET_LEGACY_VNI, plan);
	check(STR("K\xaa ho\xd5"
	          "ch tuy\xean truy\xabn c\xe4i c\xe1"
	          "ch h\xe0nh ch\xednh n\xe5m 2026, \xd0\xe4ng \xfcy x\xe3"),
	      VIET_LEGACY_VISCII, plan);
	check(STR("K\xea\xec hoa\xf2"
	          "ch tuy\xean truy\xea\xccn ca\xd2i c\xe1"
	          "ch h\xe0nh ch\xednh n\xe3m 2026, \xd0"
	          "a\xd2ng u\xd2y xa\xde"),
	      VIET_LEGACY_CP1258, plan);
}

/* As a text pasted from a document in such a font, or converted as if it were Latin. */
static void the_same_bytes_made_utf8_are_told_too(void **state)
{
	(void)state;
	check(STR("KÕ ho¹ch tuyªn truyÒn c¶i c¸ch hµnh chÝnh n¨m 2026, §¶ng ñy x·"), VIET_LEGACY_TCVN3, plan);
	check(STR("Keá hoaïch tuyeân truyeàn caûi caùch haønh chính naêm 2026, Ñaûng uûy xaõ"), VIET_LEGACY_VNI, plan);
	check(
	    STR("Káº¿ hoáº¡ch tuyÃªn truyá»n cáº£i cÃ¡ch hÃ nh chÃ­nh nÄƒm 2026, Äáº£ng á»§y xÃ£"),
	    VIET_LEGACY_DOUBLE_UTF8, plan);
	check(STR("Ke^' hoa.ch tuye^n truye^`n ca\?i ca'ch ha`nh chi'nh na(m 2026, DDa\?ng u\?y xa~. Ba'o ca'o."), VIET_LEGACY_VIQR,
	      "Kế hoạch tuyên truyền cải cách hành chính năm 2026, Đảng ủy xã. Báo cáo.");
}

static void damage_within_words_is_mended_where_there_is_enough_of_it(void **state)
{
	(void)state;
	check(STR("CỘNG HỊA, PHỊNG Nội vụ, cơng nghệ thơng tin, kiểm sốt, THÀNH ĐỒN; cơm thơm"), VIET_LEGACY_DOUBLE_VNI,
	      "CỘNG HÒA, PHÒNG Nội vụ, công nghệ thông tin, kiểm soát, THÀNH ĐOÀN; cơm thơm");
	check(STR("NGƢỜI DÂN hài lõng, sự hài lòng"), VIET_LEGACY_HOOKED_U, "NGƯỜI DÂN hài lòng, sự hài lòng");
	check(STR("thơng tin"), VIET_LEGACY_NONE, "thơng tin");
}

static void a_font_tells_the_encoding(void **state)
{
	struct arena *arena = arena_new();
	bool capitals;
	(void)state;
	assert_int_equal(viet_legacy_of_font(STR(".VnTimeH"), &capitals), VIET_LEGACY_TCVN3);
	assert_true(capitals);
	assert_str(viet_legacy_from_font(arena, STR("KÕ ho¹ch"), VIET_LEGACY_TCVN3, true), "KẾ HOẠCH");
	assert_int_equal(viet_legacy_of_font(STR("VNI-Times"), &capitals), VIET_LEGACY_VNI);
	assert_false(capitals);
	assert_str(viet_legacy_from_font(arena, STR("Toâi ñi hoïc"), VIET_LEGACY_VNI, false), "Tôi đi học");
	assert_str(viet_legacy_from_font(arena, STR("Kế hoạch"), VIET_LEGACY_TCVN3, false), "Kế hoạch");
	assert_int_equal(viet_legacy_of_font(STR("Times New Roman"), &capitals), VIET_LEGACY_NONE);
	arena_free(arena);
}

static void utf16_is_read_in_both_orders(void **state)
{
	(void)state;
	check(STR("\xff\xfeK\0\xbf\x1e \0\x3d\xd8\x00\xde"), VIET_LEGACY_UTF16, "Kế 😀");
	check(STR("\xfe\xff\0K\x1e\xbf\xd8\x3d"), VIET_LEGACY_UTF16, "Kế\ufffd");
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(sound_text_stays),
	    cmocka_unit_test(one_byte_encodings_are_told_by_their_words),
	    cmocka_unit_test(the_same_bytes_made_utf8_are_told_too),
	    cmocka_unit_test(damage_within_words_is_mended_where_there_is_enough_of_it),
	    cmocka_unit_test(a_font_tells_the_encoding),
	    cmocka_unit_test(utf16_is_read_in_both_orders),
	};
	return TEST_RUN(cases);
}
