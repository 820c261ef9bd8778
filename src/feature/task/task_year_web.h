/* The year on one page, month by month. */
#ifndef FEATURE_TASK_TASK_YEAR_WEB_H
#define FEATURE_TASK_TASK_YEAR_WEB_H

#include "app/app.h"

extern const struct app_param task_year_web_params[];

enum rc task_year_web_answer(struct app_call *call) MUST_USE;

#endif
