/* A growing list of texts. */
#ifndef BASE_STRS_H
#define BASE_STRS_H

#include "base/str.h"
#include "base/vec.h"

VEC_OF(str, struct str);

#endif
