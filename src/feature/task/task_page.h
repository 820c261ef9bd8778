/* The page of one task, and what is done on it: its status, its deadlines. */
#ifndef FEATURE_TASK_TASK_PAGE_H
#define FEATURE_TASK_TASK_PAGE_H

#include "app/app.h"

extern const struct app_param task_page_params[], task_page_status_params[], task_page_keep_params[];

enum rc task_page_answer(struct app_call *call) MUST_USE;
enum rc task_page_set_status(struct app_call *call) MUST_USE;
enum rc task_page_keep(struct app_call *call) MUST_USE;

#endif
