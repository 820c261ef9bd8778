/* Correcting one task. */
#ifndef FEATURE_TASK_TASK_EDIT_H
#define FEATURE_TASK_TASK_EDIT_H

#include "app/app.h"

extern const struct app_param task_edit_params[], task_edit_save_params[];

enum rc task_edit_answer(struct app_call *call) MUST_USE;
enum rc task_edit_save(struct app_call *call) MUST_USE;

#endif
