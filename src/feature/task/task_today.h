/* The page Today. */
#ifndef FEATURE_TASK_TASK_TODAY_H
#define FEATURE_TASK_TASK_TODAY_H

#include "app/app.h"

extern const struct app_param task_today_params[];

enum rc task_today_answer(struct app_call *call) MUST_USE;

#endif
