/* The source beside the review's form: its lines, with the places that the fields of the page were read from. */
#ifndef FEATURE_PLAN_PLAN_REVIEW_SOURCE_H
#define FEATURE_PLAN_PLAN_REVIEW_SOURCE_H

#include "document/document.h"
#include "feature/plan/plan_marks.h"
#include "feature/plan/plan_review_form.h"
#include "feature/plan/plan_review_html.h"
#include "feature/task/task_view.h"

struct plan_review_source {
	struct task_view_source text;
	struct plan_marks_mark_vec marks; /* of this page's fields, in the order of the source */
	struct plan_change_vec changes;   /* words that were restored */
	int64_t first, most;              /* the lines that are shown: the first one's number, and at most how many */
	bool has_pages;                   /* the document below is there: the source can be shown as it looks */
	bool as_pages;                    /* and is */
	struct document document;
};

/* `as_text`: the person wants it as text. */
enum rc plan_review_source_load(struct app_call *call, const struct plan_review_form *form, bool as_text,
                                struct plan_review_source *ret) MUST_USE;

/* The page's lines of the source. */
void plan_review_source_show(struct app_call *call, const struct plan_review_source *source, struct plan_review_html *page);

/* Id of what shows where a control's field was read: its mark; the line or page, where an earlier field was read from the same
 * words. */
struct str plan_review_source_place(struct app_call *call, const struct plan_review_source *source, struct str control,
                                    int64_t begin) MUST_USE;

/* Id of the line or page that byte `at` lies in; empty where the review does not show it. */
struct str plan_review_source_near(struct app_call *call, const struct plan_review_source *source, int64_t at) MUST_USE;

#endif
