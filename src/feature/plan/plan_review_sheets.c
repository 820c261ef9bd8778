#include "feature/plan/plan_review_sheets.h"

#include "feature/plan/plan_boxes.h"
#include "feature/plan/plan_page_web.h"

/* Sources of up to so many pages are shown whole; of longer ones the pages from the first mark on. */
enum { WHOLE_SHEETS = 60 };

/* A box with the field that it belongs to. */
struct marked {
	struct plan_box box;
	const struct plan_marks_mark *mark;
	bool first;
};
VEC_OF(marked, struct marked);

static struct marked_vec boxes_of(struct arena *arena, const struct document *document, const struct plan_marks_mark_vec *marks)
{
	struct marked_vec all = {0};
	for (size_t i = 0; i < marks->n; i++) {
		struct plan_box_vec boxes = {0};
		plan_boxes_add(arena, document, marks->at[i].begin, marks->at[i].end, &boxes);
		for (size_t j = 0; j < boxes.n; j++)
			VEC_PUSH(arena, &all, (struct marked){.box = boxes.at[j], .mark = &marks->at[i], .first = j == 0});
	}
	return all;
}

static struct plan_review_html_box shown_box(struct arena *arena, const struct marked *marked, struct html_url here)
{
	const struct plan_box *box = &marked->box;
	return (struct plan_review_html_box){
	    .field = marked->mark->field,
	    .href = html_url_format(arena, "%.*s#%.*s", STR_ARG(here.text), STR_ARG(marked->mark->field)),
	    .place = marked->first ? marked->mark->place : STR(""),
	    .left = box->left,
	    .top = box->top,
	    .width = box->right - box->left,
	    .height = box->bottom - box->top,
	    .unsure = marked->mark->unsure,
	};
}

static struct plan_review_html_sheet shown_sheet(struct app_call *call, const struct plan_review_form *form,
                                                 const struct document *document, uint32_t number)
{
	const struct document_page *page = &document->pages.at[number - 1];
	int64_t width = page->width > 0 ? page->width : 1;
	return (struct plan_review_html_sheet){
	    .number = number,
	    .picture = html_url_format(call->arena, "/plan/%lld/page/%u", (long long)form->plan.id, number),
	    .width = PLAN_PAGE_PICTURE_WIDTH,
	    .height = PLAN_PAGE_PICTURE_WIDTH * (int64_t)page->height / width,
	};
}

void plan_review_sheets_show(struct app_call *call, const struct plan_review_form *form, const struct document *document,
                             const struct plan_marks_mark_vec *marks, struct html_url here, struct plan_review_html *page)
{
	struct marked_vec boxes = boxes_of(call->arena, document, marks);
	uint32_t n = (uint32_t)document->pages.n, first = 1;
	if (n > WHOLE_SHEETS && boxes.n > 0) {
		first = boxes.at[0].box.page;
		n = n - first + 1 < WHOLE_SHEETS ? n - first + 1 : WHOLE_SHEETS;
	}
	n = n < WHOLE_SHEETS ? n : WHOLE_SHEETS;
	struct plan_review_html_sheet *sheets = ARENA_ARRAY(call->arena, struct plan_review_html_sheet, n);
	for (uint32_t i = 0; i < n; i++) {
		struct plan_review_html_box *shown = ARENA_ARRAY(call->arena, struct plan_review_html_box, boxes.n);
		size_t n_shown = 0;
		for (size_t j = 0; j < boxes.n; j++)
			if (boxes.at[j].box.page == first + i)
				shown[n_shown++] = shown_box(call->arena, &boxes.at[j], here);
		sheets[i] = shown_sheet(call, form, document, first + i);
		sheets[i].boxes = shown;
		sheets[i].n_boxes = n_shown;
	}
	page->sheets = sheets;
	page->n_sheets = n;
}
