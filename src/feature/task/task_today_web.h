/* The page Today. */
#ifndef FEATURE_TASK_TASK_TODAY_WEB_H
#define FEATURE_TASK_TASK_TODAY_WEB_H

#include "app/app.h"

extern const struct app_param task_today_web_params[];

enum rc task_today_web_answer(struct app_call *call) MUST_USE;

#endif
