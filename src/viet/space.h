/* White space as office texts have it: besides ASCII's, the no-break, thin and zero-width spaces, and stray byte order marks. */
#ifndef VIET_SPACE_H
#define VIET_SPACE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

bool viet_space_is(uint32_t code_point);

/* How many bytes of white space `s` begins with. */
size_t viet_space_leading(struct str s);

/* Without white space at both ends. */
struct str viet_space_trim(struct str s);

#endif
