#include "base/test.h"

#include "feature/plan/plan_doubts.h"

/* A plan of 52 tasks, so that the last two are on the second page; the places of some of their fields. */
enum { TASKS = 52 };

static void fill(struct arena *arena, struct plan_review_form *form)
{
	const struct plan_place header[] = {
	    {.field = STR("number"), .printed = STR("12/KH-SNV"), .confidence = 60, .begin = 10, .end = 20},
	    {.field = STR("issuer"), .printed = STR("Sở Nội vụ"), .confidence = 95, .begin = 0, .end = 9},
	    {.field = STR("title"), .printed = STR("Tuyên truyen"), .confidence = 70, .begin = 30, .end = 40},
	};
	const struct task_place places[] = {
	    {.task_id = 101, .field = STR("schedule"), .begin = 50, .end = 60, .confidence = 85},
	    {.task_id = 101, .field = STR("title"), .begin = 61, .end = 70, .confidence = 99},
	    {.task_id = 101, .field = STR("assignment"), .begin = 71, .end = 75, .confidence = 95},
	    {.task_id = 101, .field = STR("assignment"), .begin = 76, .end = 80, .confidence = 40},
	    {.task_id = 152, .field = STR("products"), .begin = 90, .end = 99, .confidence = 89},
	    {.task_id = 152, .field = STR("title"), .begin = 80, .end = 89, .confidence = 90},
	};
	*form = (struct plan_review_form){.plan = {.id = 7}};
	form->values[PLAN_REVIEW_NUMBER] = STR("12/KH-SNV");
	form->values[PLAN_REVIEW_ISSUER] = STR("Sở Nội vụ");
	form->values[PLAN_REVIEW_TITLE] = STR("Tuyên truyền");
	for (size_t i = 0; i < sizeof header / sizeof *header; i++)
		VEC_PUSH(arena, &form->header_places, header[i]);
	for (int64_t i = 1; i <= TASKS; i++)
		VEC_PUSH(arena, &form->all, (struct task){.id = 100 + i, .products = STR("02 tin"), .schedule_raw = STR("Quý II")});
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		VEC_PUSH(arena, &form->places, places[i]);
}

static void what_was_not_read_surely_comes_in_the_order_of_the_form(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct plan_review_form form;
	struct plan_doubt_vec doubts = {0};
	fill(arena, &form);
	plan_doubts_find(arena, &form, &doubts);
	assert_int_equal(doubts.n, 4); /* the title of the plan was corrected since */
	assert_str(doubts.at[0].control, "h-number");
	assert_null(doubts.at[0].task);
	assert_str(doubts.at[1].control, "t101-schedule");
	assert_str(doubts.at[1].value, "Quý II");
	assert_str(doubts.at[2].control, "t101-unit-1");
	assert_int_equal(doubts.at[2].confidence, 40); /* the least sure of its places */
	assert_str(doubts.at[3].control, "t152-products");
	arena_free(arena);
}

static void a_doubt_leads_to_the_page_of_its_task(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct plan_review_form form;
	struct plan_doubt_vec doubts = {0};
	fill(arena, &form);
	plan_doubts_find(arena, &form, &doubts);
	assert_str(plan_doubts_url(arena, 7, &doubts.at[0]).text, "/plan/7/review#h-number");
	assert_str(plan_doubts_url(arena, 7, &doubts.at[2]).text, "/plan/7/review#t101-unit-1");
	assert_str(plan_doubts_url(arena, 7, &doubts.at[3]).text, "/plan/7/review?from=50#t152-products");
	arena_free(arena);
}

static void a_corrected_field_of_the_header_is_sure_and_keeps_what_was_read(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct plan_review_form form;
	int64_t confidence, begin;
	struct str printed;
	fill(arena, &form);
	assert_true(plan_doubts_header(&form, PLAN_REVIEW_TITLE, &confidence, &begin, &printed));
	assert_int_equal(confidence, 100);
	assert_int_equal(begin, 30);
	assert_str(printed, "Tuyên truyen");
	assert_false(plan_doubts_header(&form, PLAN_REVIEW_PLACE, &confidence, &begin, &printed));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(what_was_not_read_surely_comes_in_the_order_of_the_form),
	    cmocka_unit_test(a_doubt_leads_to_the_page_of_its_task),
	    cmocka_unit_test(a_corrected_field_of_the_header_is_sure_and_keeps_what_was_read),
	};
	return TEST_RUN(cases);
}
