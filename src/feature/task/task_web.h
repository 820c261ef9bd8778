/* The addresses of tasks. */
#ifndef FEATURE_TASK_TASK_WEB_H
#define FEATURE_TASK_TASK_WEB_H

#include "app/app.h"

extern const struct app_route task_web_routes[];

#endif
