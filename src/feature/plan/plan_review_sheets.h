/* The source beside the review's form as its pages look, with boxes around what the fields of the page were read from. */
#ifndef FEATURE_PLAN_PLAN_REVIEW_SHEETS_H
#define FEATURE_PLAN_PLAN_REVIEW_SHEETS_H

#include "document/document.h"
#include "feature/plan/plan_review_source.h"

/* Puts the pages that the marks lie on into the page: all of them where there are few. `here`: the address of the page, which the
 * boxes lead to. */
void plan_review_sheets_show(struct app_call *call, const struct plan_review_form *form, const struct document *document,
                             const struct plan_marks_mark_vec *marks, struct html_url here, struct plan_review_html *page);

#endif
