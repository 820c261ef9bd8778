/* What a line of an official document begins with: the number or bullet that says how it stands to the lines around it. */
#ifndef READING_LINES_MARK_H
#define READING_LINES_MARK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum lines_mark {
	LINES_PLAIN,
	LINES_BULLET,  /* "- ", "+ ", "• " */
	LINES_PART,    /* "Phần I", "Chương II", "Mục 1" */
	LINES_CAPITAL, /* "A. " */
	LINES_ROMAN,   /* "I. " */
	LINES_ARTICLE, /* "Điều 1. " */
	LINES_NUMBER,  /* "1. ", "1) " */
	LINES_DECIMAL, /* "1.2. " */
	LINES_LETTER,  /* "a) " */
};

/* What a line begins with: its mark, number and where the words after it begin. */
enum lines_mark lines_mark_of(struct str line, struct str *ret_number, uint32_t *ret_content);

/* Whether a small letter stands at byte `at`. */
bool lines_mark_is_lower_at(struct str s, size_t at);

/* Whether a text has letters and every one of them is upper-case. */
bool lines_mark_is_capitals(struct str s);

#endif
