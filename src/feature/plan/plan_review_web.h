/* Looking over what was read: source and fields side by side, each field correct in place. */
#ifndef FEATURE_PLAN_PLAN_REVIEW_WEB_H
#define FEATURE_PLAN_PLAN_REVIEW_WEB_H

#include "app/app.h"

extern const struct app_param plan_review_web_params[], plan_review_web_save_params[];

enum rc plan_review_web_answer(struct app_call *call) MUST_USE;

/* Saves what was changed on the page, all of it or nothing; then stays, goes on, adds a task or leads to confirming. */
enum rc plan_review_web_save(struct app_call *call) MUST_USE;

#endif
