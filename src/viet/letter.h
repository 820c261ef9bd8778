/* The letters of Vietnamese, taken apart: which of the alphabet's letters, which tone, which case.
 *
 * The alphabet is a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y, with f j w z in their Latin places. */
#ifndef VIET_LETTER_H
#define VIET_LETTER_H

#include <stdbool.h>
#include <stdint.h>

/* In the order that words are sorted by. */
enum viet_tone {
	VIET_TONE_NGANG,
	VIET_TONE_HUYEN,
	VIET_TONE_HOI,
	VIET_TONE_NGA,
	VIET_TONE_SAC,
	VIET_TONE_NANG,
	VIET_TONES,
};

/* "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz" */
enum { VIET_LETTERS = 33 };

struct viet_letter {
	uint8_t letter; /* its place in the alphabet, from 1; 0: not a letter of Vietnamese */
	uint8_t tone;   /* enum viet_tone */
	bool upper;
};

/* Any code point; {0} for what is no letter of Vietnamese. */
struct viet_letter viet_letter_of(uint32_t code_point);

/* The code point of a letter with a tone and a case; a tone on a consonant is left out. */
uint32_t viet_letter_compose(struct viet_letter letter);

/* The letter without its marks, a…z: 'a' for "ậ", 'd' for "đ". */
char viet_letter_base(struct viet_letter letter);

/* a ă â e ê i o ô ơ u ư y */
bool viet_letter_is_vowel(struct viet_letter letter);

#endif
