/* The addresses of plans. */
#ifndef FEATURE_PLAN_PLAN_WEB_H
#define FEATURE_PLAN_PLAN_WEB_H

#include "app/app.h"

extern const struct app_route plan_web_routes[];

#endif
