/* How sure it is that a name of a unit was cut where it ends. */
#ifndef READING_UNIT_SURENESS_H
#define READING_UNIT_SURENESS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Percent; 90 and above is sure. A name is doubtful where it runs on through words that names are not known to have, is longer
 * than names are, stops at a word that joins, or says no more than what kind of body it is. */
uint8_t unit_sureness_of(struct arena *arena, struct str name);

#endif
