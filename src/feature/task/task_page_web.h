/* The page of one task, and what is done on it: its status, its deadlines. */
#ifndef FEATURE_TASK_TASK_PAGE_WEB_H
#define FEATURE_TASK_TASK_PAGE_WEB_H

#include "app/app.h"

extern const struct app_param task_page_web_params[], task_page_web_status_params[], task_page_web_keep_params[],
    task_page_web_note_params[];

enum rc task_page_web_answer(struct app_call *call) MUST_USE;
enum rc task_page_web_set_status(struct app_call *call) MUST_USE;
enum rc task_page_web_correct_note(struct app_call *call) MUST_USE;
enum rc task_page_web_keep(struct app_call *call) MUST_USE;
enum rc task_page_web_reopen(struct app_call *call) MUST_USE;

#endif
