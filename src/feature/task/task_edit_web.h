/* Correcting one task. */
#ifndef FEATURE_TASK_TASK_EDIT_WEB_H
#define FEATURE_TASK_TASK_EDIT_WEB_H

#include "app/app.h"

extern const struct app_param task_edit_web_params[], task_edit_web_save_params[];

enum rc task_edit_web_answer(struct app_call *call) MUST_USE;
enum rc task_edit_web_save(struct app_call *call) MUST_USE;

#endif
