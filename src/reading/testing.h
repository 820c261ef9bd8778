/* What the tests of this folder share: a text read, and tables of texts with what is found in them. Included by tests alone. */
#ifndef READING_TESTING_H
#define READING_TESTING_H

#include "base/test.h"

#include "base/buf.h"
#include "document/text_reader.h"
#include "reading/reading.h"

/* The head of a plan of 2026 and its first section; a test's own sections follow it. */
#define TESTING_HEAD                                                                                                             \
	"SỞ VÍ DỤ\n"                                                                                                            \
	"Số: 5/KH-SVD\n"                                                                                                           \
	"Bình Minh, ngày 05 tháng 01 năm 2026\n"                                                                                 \
	"\n"                                                                                                                         \
	"KẾ HOẠCH\n"                                                                                                             \
	"Tuyên truyền cải cách hành chính năm 2026\n"                                                                       \
	"\n"                                                                                                                         \
	"I. MỤC ĐÍCH\n"                                                                                                          \
	"Nâng cao nhận thức qua mọi kênh, nhất là Facebook.\n"

static inline struct document testing_document(struct arena *arena, struct str text)
{
	struct message problem;
	struct document document = {0};
	assert_rc(text_reader_read(arena, text, &document, &problem), RC_OK);
	return document;
}

/* As of a file "vidu.txt". */
static inline struct reading testing_read(struct arena *arena, struct str text)
{
	struct reading reading;
	struct document *document = ARENA_NEW(arena, struct document); /* the reading's places are in it */
	*document = testing_document(arena, text);
	assert_rc(reading_of_document(arena, document, STR("vidu.txt"), NULL, NULL, &reading), RC_OK);
	return reading;
}

/* A text, and what should be found in it in the words of a testing_show. */
struct testing_case {
	const char *text, *expected;
};

/* Compares what was found in a text with what should be; says which text it was. */
static inline void testing_same(const char *text, struct str got, const char *expected)
{
	if (!str_eq(got, str_of(expected)))
		print_error("text \"%s\"\n", text);
	assert_str(got, expected);
}

/* Writes what a test looks at, each item after testing_between(). */
typedef void (*testing_show)(struct buf *out, const struct reading *reading);

static inline const char *testing_between(const struct buf *out)
{
	return out->len > 0 ? " | " : "";
}

/* What a test shows behind a field that is not sure. */
static inline const char *testing_doubt(uint8_t confidence)
{
	enum { SURE = 90 };
	return confidence >= SURE ? "" : "?";
}

/* Reads `head` with each text behind it, and compares what is shown. */
static inline void testing_check(const char *head, testing_show show, const struct testing_case *cases, size_t n)
{
	enum { MAX = 16 * 1024 };
	for (size_t i = 0; i < n; i++) {
		struct arena *arena = arena_new();
		struct reading reading = testing_read(arena, str_format(arena, "%s%s", head, cases[i].text));
		struct buf got;
		buf_init(&got, arena, MAX);
		show(&got, &reading);
		testing_same(cases[i].text, buf_str(&got), cases[i].expected);
		arena_free(arena);
	}
}

#endif
