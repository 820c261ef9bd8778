/* The model that repairs text: words, a language model of up to four words, and a channel of how letters are misread. It is one
 * file, made by tools/train/train.py and used where it lies: the arrays are mapped, nothing is parsed.
 *
 * The file: "SAUROVN1", the number of sections and of the language model's lengths, (offset, bytes) of each section, the
 * sections. All numbers are little-endian, every section begins at a multiple of 8. Costs are negative natural logarithms: bytes
 * of 5/64 nat in the language model, 16 bits of 1/64 nat in the channel; 1/64 nat is the unit of all costs of this folder.
 *
 * What the file says is not trusted: an index outside its array reads as "not there". */
#ifndef REPAIR_MODEL_H
#define REPAIR_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "base/str.h"

enum {
	REPAIR_UNKNOWN, /* the words before the first real one */
	REPAIR_START,
	REPAIR_END,
	REPAIR_NUMBER, /* digits and what stands between them */
	REPAIR_CODE,   /* digits and letters: 683/QĐ-UBND */
	REPAIR_PIECES, /* begins the pieces of a code, which are a sentence of their own */
	REPAIR_FIRST_WORD,
};

enum {
	REPAIR_NAT = 64,      /* one nat of cost */
	REPAIR_BYTE_COST = 5, /* what one step of a byte costs */
	REPAIR_ORDER = 4,     /* the longest n-gram */
	REPAIR_UNIT_SPAN = 3, /* the most letters on a side of a unit */
};

/* The n-grams of one length, those with the same beginning together, ascending by their last word. */
struct repair_level {
	const uint16_t *word;
	const uint8_t *cost;
	const uint8_t *bow;    /* what it costs to do without a longer one; NULL at the greatest length */
	const uint32_t *start; /* n + 1: where the longer ones begin in the next level; NULL there */
	size_t n;
};

struct repair_model {
	struct str bytes; /* of the whole file */
	size_t words_n;
	const uint32_t *text_at; /* words_n + 1 */
	struct str text;
	const uint8_t *case_cost; /* three for each word: small, title, capitals */

	/* The characters that the channel knows, ascending; a symbol is a place in it + 1. */
	const uint16_t *symbols;
	const uint8_t *small; /* the symbol in lower case */
	size_t symbols_n;

	/* The words as a trie, each between "^" and "$", in breadth-first order: the children of a node stand together. */
	const uint32_t *child; /* nodes_n + 1 */
	const uint8_t *symbol;
	const uint16_t *word; /* 0: none ends here */
	size_t nodes_n;

	/* The units of the channel by what was read: for read[i] the letters and costs at units[i] … units[i + 1]. Up to three
	 * symbols in a number, the first lowest. */
	const uint32_t *read, *units, *letters;
	const uint16_t *unit_cost;
	size_t reads_n, units_n;
	const uint32_t *lost; /* letters that were not read at all, ascending */
	const uint16_t *lost_cost;
	size_t lost_n;

	const uint8_t *bigram_title; /* for each n-gram of two: the share of its second word in title case, of 255 */
	struct repair_level level[REPAIR_ORDER];
	size_t levels_n;
};

/* The model of a file's bytes, which must outlive it and lie at an address that is a multiple of 8. RC_CORRUPT where they are not
 * such a file. */
enum rc repair_model_open(struct str bytes, struct repair_model *ret) MUST_USE;

/* A word as the model spells it: lower case, tone marks in the old place. */
struct str repair_model_text(const struct repair_model *model, unsigned word);

/* The number of a word spelt so; REPAIR_UNKNOWN where there is none. */
unsigned repair_model_word(const struct repair_model *model, struct str spelling);

/* The symbol of a character; 0 where the channel does not know it. */
unsigned repair_model_symbol(const struct repair_model *model, uint32_t code_point);

/* The child of a trie's node by a symbol; 0 where there is none. */
size_t repair_model_child(const struct repair_model *model, size_t node, unsigned symbol);

#endif
