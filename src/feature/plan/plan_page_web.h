/* A plan as it stands: its page, its source, its original. */
#ifndef FEATURE_PLAN_PLAN_PAGE_WEB_H
#define FEATURE_PLAN_PLAN_PAGE_WEB_H

#include "app/app.h"
#include "feature/plan/plan.h"

/* The picture of a page is so many pixels wide: twice what most screens have room for, so that it is sharp. */
enum { PLAN_PAGE_PICTURE_WIDTH = 1200 };

extern const struct app_param plan_page_web_params[], plan_page_web_source_params[], plan_page_web_original_params[],
    plan_page_web_picture_params[];

/* The plan of the call's field "id": one of the person's scope, or a confirmed one from elsewhere with a task for it. */
enum rc plan_page_web_find(struct app_call *call, struct plan *ret) MUST_USE;

/* The same where the plan is to be changed: RC_NOT_FOUND for one from elsewhere. */
enum rc plan_page_web_find_own(struct app_call *call, struct plan *ret) MUST_USE;

/* What the file has in place of a restored word, as a sentence; no text for NULL. Doubtful: it was not restored surely. */
struct str plan_page_web_mended(struct app_call *call, const struct plan_change *change, bool *ret_doubtful) MUST_USE;

enum rc plan_page_web_answer(struct app_call *call) MUST_USE;
enum rc plan_page_web_source(struct app_call *call) MUST_USE;
enum rc plan_page_web_original(struct app_call *call) MUST_USE;
enum rc plan_page_web_picture(struct app_call *call) MUST_USE;

#endif
