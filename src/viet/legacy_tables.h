/* The letters of the old one-byte encodings, as data: by the byte, from 0x80. 0: no letter of Vietnamese stands there. */
#ifndef VIET_LEGACY_TABLES_H
#define VIET_LEGACY_TABLES_H

#include <stdint.h>

enum { VIET_LEGACY_TABLES_HIGH = 128, VIET_LEGACY_TABLES_LOW = 32 };

struct viet_legacy_pair {
	uint16_t from, to;
};

extern const uint16_t viet_legacy_tables_tcvn3[VIET_LEGACY_TABLES_HIGH], viet_legacy_tables_viscii[VIET_LEGACY_TABLES_HIGH],
    viet_legacy_tables_cp1258[VIET_LEGACY_TABLES_HIGH];
/* The punctuation of Windows, 0x80 to 0x9f. */
extern const uint16_t viet_legacy_tables_cp1252[VIET_LEGACY_TABLES_LOW];
/* The letters of VISCII among the control characters; ends with {0, 0}. */
extern const struct viet_legacy_pair viet_legacy_tables_viscii_low[];

#endif
