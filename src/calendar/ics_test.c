#include "base/test.h"

#include "calendar/ics.h"

static struct str calendar_of(struct arena *arena, const struct ics_event *event)
{
	struct buf out;
	buf_init(&out, arena, 100 * 1000);
	ics_begin(&out, STR("Việc"));
	ics_event(&out, event, 1772700000000);
	ics_end(&out);
	return buf_str(&out);
}

static void no_line_is_longer_than_75_octets_and_none_is_cut_inside_a_character(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct ics_event event = {.uid = STR("1@x"),
	                          .first = 20000,
	                          .last = 20000,
	                          .summary = STR("Đẩy mạnh tuyên truyền; rà soát, đơn giản hóa thủ tục hành chính và báo cáo kết quả "
	                                         "thực hiện với Ủy ban nhân dân tỉnh\nquý IV")};
	struct str rest = calendar_of(arena, &event), line;
	bool found = false;
	while (str_split(&rest, '\n', &line)) {
		assert_true(line.len <= 76); /* with its CR */
		found |= str_contains(line, STR("truyền\\; rà soát\\, "));
		if (line.len > 1)
			assert_true(((unsigned char)line.ptr[0] & 0xc0) != 0x80);
	}
	assert_true(found);
	arena_free(arena);
}

static void the_end_of_an_all_day_event_is_the_day_after(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct ics_event event = {
	    .uid = STR("1@x"), .first = 20454, .last = 20484, .summary = STR("a"), .rrule = STR("FREQ=MONTHLY")};
	struct str text = calendar_of(arena, &event);
	assert_true(
	    str_contains(text, STR("\r\nDTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260201\r\nRRULE:FREQ=MONTHLY\r\n")));
	assert_true(str_contains(text, STR("\r\nDTSTAMP:20260305T084000Z\r\n")));
	assert_true(str_has_suffix(text, STR("END:VEVENT\r\nEND:VCALENDAR\r\n")));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(no_line_is_longer_than_75_octets_and_none_is_cut_inside_a_character),
	    cmocka_unit_test(the_end_of_an_all_day_event_is_the_day_after),
	};
	return TEST_RUN(cases);
}
