/* Plans coming in: the upload, what became of each file, and the page that shows a reading under way. */
#ifndef FEATURE_PLAN_PLAN_RECEIVE_H
#define FEATURE_PLAN_PLAN_RECEIVE_H

#include "app/app.h"

extern const struct app_param plan_receive_params[], plan_receive_plan_params[];

enum rc plan_receive_form(struct app_call *call) MUST_USE;
enum rc plan_receive_files(struct app_call *call) MUST_USE;
enum rc plan_receive_progress(struct app_call *call) MUST_USE;
enum rc plan_receive_cancel(struct app_call *call) MUST_USE;
enum rc plan_receive_again(struct app_call *call) MUST_USE;

#endif
