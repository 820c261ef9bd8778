#include "reading/scan_doubt.h"

#include "reading/testing.h"

enum { SURE = 90 };

/* Reads a plan of which one word was read from its picture with this confidence, all others surely. */
static struct reading read_scan(struct arena *arena, const char *word, uint8_t confidence)
{
	struct document *document = ARENA_NEW(arena, struct document);
	struct reading reading;
	*document =
	    testing_document(arena, STR(TESTING_HEAD "II. NHIỆM VỤ\n\n"
	                                             "| TT | Nhiệm vụ | Sản phẩm | Thời gian | Đơn vị thực hiện |\n"
	                                             "|---|---|---|---|---|\n"
	                                             "| 1 | Tổ chức hội nghị | Hội nghị | Quý II/2026 | Văn phòng Sở |\n"
	                                             "| 2 | Đăng tin, bài | Tin, bài | Tháng 9/2026 | Trung tâm Thông tin |\n"));
	size_t begin = str_find(document->text, str_of(word), 0);
	assert_true(begin != SIZE_MAX);
	const struct document_word words[] = {
	    {.span = {0, 3}, .page = 1, .confidence = 96},
	    {.span = {(uint32_t)begin, (uint32_t)(begin + strlen(word))}, .page = 1, .confidence = confidence},
	};
	VEC_PUSH(arena, &document->words, words[0]);
	VEC_PUSH(arena, &document->words, words[1]);
	assert_rc(reading_of_document(arena, document, STR("vidu.txt"), NULL, NULL, &reading), RC_OK);
	assert_int_equal(reading.tasks.n, 2);
	return reading;
}

static void a_field_with_unsure_letters_is_unsure(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct reading sure = read_scan(arena, "II/2026", 96), unsure = read_scan(arena, "II/2026", 40);
	const struct reading_part *before = &sure.tasks.at[0].parts.at[0], *part = &unsure.tasks.at[0].parts.at[0];
	assert_true(before->schedule_raw.confidence >= SURE && before->schedule_notes.confidence >= SURE);
	assert_true(part->schedule_raw.confidence < SURE && part->schedule_notes.confidence < SURE);
	assert_int_equal(part->products.at[0].confidence, before->products.at[0].confidence);
	assert_int_equal(unsure.tasks.at[1].parts.at[0].schedule_raw.confidence,
	                 sure.tasks.at[1].parts.at[0].schedule_raw.confidence);
	arena_free(arena);
}

static void fields_of_the_header_too(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct reading sure = read_scan(arena, "5/KH-SVD", 96), unsure = read_scan(arena, "5/KH-SVD", 40);
	assert_true(sure.header.number.confidence >= SURE);
	assert_true(unsure.header.number.confidence < SURE);
	assert_int_equal(unsure.header.title.confidence, sure.header.title.confidence);
	arena_free(arena);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(a_field_with_unsure_letters_is_unsure),
	    cmocka_unit_test(fields_of_the_header_too),
	};
	return TEST_RUN(cases);
}
