/* Checking a plan once more before it counts. */
#ifndef FEATURE_PLAN_PLAN_CONFIRM_WEB_H
#define FEATURE_PLAN_PLAN_CONFIRM_WEB_H

#include "app/app.h"

extern const struct app_param plan_confirm_web_params[], plan_confirm_web_save_params[];

enum rc plan_confirm_web_answer(struct app_call *call) MUST_USE;
enum rc plan_confirm_web_save(struct app_call *call) MUST_USE;

#endif
