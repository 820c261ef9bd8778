/* The list of plans. */
#ifndef FEATURE_PLAN_PLAN_LIST_WEB_H
#define FEATURE_PLAN_PLAN_LIST_WEB_H

#include "app/app.h"

extern const struct app_param plan_list_web_params[];

enum rc plan_list_web_answer(struct app_call *call) MUST_USE;

#endif
