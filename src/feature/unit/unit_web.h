/* The pages of the register. */
#ifndef FEATURE_UNIT_UNIT_WEB_H
#define FEATURE_UNIT_UNIT_WEB_H

#include "app/app.h"

extern const struct app_route unit_web_routes[];

#endif
