/* Plans coming in: the upload, what became of each file, and the page that shows a reading under way. */
#ifndef FEATURE_PLAN_PLAN_RECEIVE_WEB_H
#define FEATURE_PLAN_PLAN_RECEIVE_WEB_H

#include "app/app.h"

extern const struct app_param plan_receive_web_params[], plan_receive_web_plan_params[], plan_receive_web_act_params[];

enum rc plan_receive_web_form(struct app_call *call) MUST_USE;
enum rc plan_receive_web_files(struct app_call *call) MUST_USE;
enum rc plan_receive_web_progress(struct app_call *call) MUST_USE;
enum rc plan_receive_web_cancel(struct app_call *call) MUST_USE;
enum rc plan_receive_web_again(struct app_call *call) MUST_USE;

#endif
