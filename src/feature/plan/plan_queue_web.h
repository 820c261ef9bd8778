/* The queue: the files that the person sent, how far the reading of each is, and what can be done with it. */
#ifndef FEATURE_PLAN_PLAN_QUEUE_WEB_H
#define FEATURE_PLAN_PLAN_QUEUE_WEB_H

#include "app/jobs.h"

enum rc plan_queue_web_answer(struct app_call *call) MUST_USE;

/* How far a reading is in pages, and how long it still takes: no message where nothing tells. */
struct message plan_queue_web_pages(struct app_call *call, const struct jobs_job *job) MUST_USE;
struct message plan_queue_web_left(struct app_call *call, const struct jobs_job *job) MUST_USE;

#endif
