/* The lines of a document taken apart into words, for the readers of tables.
 *
 * Words that read alike without accents, case and the values of digits have one key: "Tháng 8/2025" and "tháng 7/2026" are the
 * same two words. The width of a word is that of its letters in Times New Roman, which Nghị định 30/2020/NĐ-CP (Phụ lục I)
 * prescribes: so a line that could have held one word more is known to end a paragraph. */
#ifndef READING_TABLE_TEXT_H
#define READING_TABLE_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "document/document.h"
#include "reading/counts.h"

enum table_word_flag {
	TABLE_WORD_UPPER = 1 << 0,   /* its first letter is a capital */
	TABLE_WORD_LOWER = 1 << 1,   /* its first letter is none, and no digit stands before it */
	TABLE_WORD_DIGIT = 1 << 2,   /* begins with a digit */
	TABLE_WORD_BULLET = 1 << 3,  /* is, or begins with, "-", "+", "•", "*" */
	TABLE_WORD_CAPS = 1 << 4,    /* two letters or more, all capitals */
	TABLE_WORD_STOPS = 1 << 5,   /* ends with ".", ";", ":", "!", "?" or "…" */
	TABLE_WORD_COMMA = 1 << 6,   /* ends with "," or an opening bracket, or is a bare dash */
	TABLE_WORD_DATE = 1 << 7,    /* "8/2025", "25/11/2026", "III-IV/2025", a year */
	TABLE_WORD_LETTERS = 1 << 8, /* has letters */
	TABLE_WORD_OPEN = 1 << 9,    /* hardly ends a sentence: "và", "của", "các"; or begins the name of a unit: "Sở" */
	TABLE_WORD_QUOTES = 1 << 10, /* has “ or ” */
};

struct table_word {
	struct document_span span;
	uint32_t key;        /* folded, without the punctuation around it */
	uint32_t exact;      /* as printed, but for the values of digits */
	uint32_t offset;     /* the widths of all words before it, each with a space */
	uint16_t flags;      /* of enum table_word_flag */
	uint16_t width;      /* thousandths of an em */
	uint16_t head_width; /* of what must stand before a line can break: up to the first hyphen or slash */
};
VEC_OF(table_word, struct table_word);

struct table_line {
	uint32_t block;
	uint32_t first, end; /* words */
};
VEC_OF(table_line, struct table_line);

struct table_text {
	struct arena *arena;
	const struct document *document;
	struct table_word_vec words;
	struct table_line_vec lines; /* one per DOCUMENT_LINE; line_of_block tells which */
	uint32_t *line_of_block;     /* of a DOCUMENT_ROW: the line after it */
	struct table_line_vec cells; /* of every DOCUMENT_ROW, in order; without words where empty */
	uint32_t *cell_of_block;     /* the first cell of a DOCUMENT_ROW */
	struct str *key_texts;       /* by key */
	uint32_t n_keys, room_keys;
	uint32_t *slots; /* hash table of keys by their text */
	uint32_t n_slots;
};

/* What is as wide as a space; a key that no word has, for any word. */
enum { TABLE_TEXT_SPACE_WIDTH = 250, TABLE_TEXT_ANY_KEY = (1 << 28) - 2 };

void table_text_init(struct table_text *text, struct arena *arena, const struct document *document);

/* The key of a text that is folded already; made where it is new. */
uint32_t table_text_key(struct table_text *text, struct str folded);

/* The flags (enum table_word_flag) of a word. */
uint16_t table_text_flags(struct str word);

/* The folded form of any text, as keys have it. */
struct str table_text_fold(struct arena *arena, struct str s);

/* Of words first … end - 1 set in one line. */
uint32_t table_text_width(const struct table_text *text, uint32_t first, uint32_t end);

/* As printed; letters that were spaced out are closed up. */
struct str table_text_word(const struct table_text *text, uint32_t word);

/* Whether words first … end - 1 are what groups of rows are called where the rows are not in capitals: "THÁNG 4". */
bool table_text_is_group(const struct table_text *text, uint32_t first, uint32_t end);

/* Two words side by side, as a key of counts: the word and the next, or any two keys. */
uint64_t table_text_pair(const struct table_text *text, uint32_t word);
uint64_t table_text_pair_of(uint32_t before, uint32_t after);

/* Counts every two words as printed that stand side by side in a line of the document, and each word with any after it. */
void table_text_count_pairs(const struct table_text *text, struct counts *pairs);

#endif
