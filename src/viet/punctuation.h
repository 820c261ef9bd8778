/* Marks that mean the same and are written with different characters. */
#ifndef VIET_PUNCTUATION_H
#define VIET_PUNCTUATION_H

#include <stdbool.h>
#include <stdint.h>

/* The ASCII form of a dash or quote: '-', '\'', '"'; 0 for any other character, those of ASCII too. */
char viet_punctuation_plain(uint32_t code_point);

/* Characters that leave no mark on paper: soft hyphen, zero-width ones, byte order mark. */
bool viet_punctuation_is_invisible(uint32_t code_point);

#endif
