#include "feature/plan/plan_review_source.h"

#include "feature/plan/plan_boxes.h"
#include "feature/plan/plan_document.h"
#include "feature/plan/plan_doubts.h"
#include "feature/plan/plan_page_web.h"
#include "feature/plan/plan_store.h"

/* A source of up to so many lines is shown whole; of a longer one the part that the page's tasks come from. */
enum { WHOLE_LINES = 3000, LINES_AROUND = 15 };

static void add_mark(struct arena *arena, struct plan_marks_mark_vec *marks, struct str control, int64_t begin, int64_t end,
                     bool first, bool unsure)
{
	struct plan_marks_mark mark = {.begin = begin, .end = end, .field = control, .unsure = unsure};
	if (first)
		mark.place = str_format(arena, "%.*s-at", STR_ARG(control));
	VEC_PUSH(arena, marks, mark);
}

struct str plan_review_source_place(struct app_call *call, const struct plan_review_source *source, struct str control,
                                    int64_t begin)
{
	struct str own = str_format(call->arena, "%.*s-at", STR_ARG(control));
	for (size_t i = 0; i < source->marks.n; i++)
		if (str_eq(source->marks.at[i].place, own))
			return own;
	return plan_review_source_near(call, source, begin);
}

/* Whether the header's form has the field: what is read of a header is more. */
static bool is_in_form(struct str field)
{
	for (int i = 0; i < PLAN_REVIEW_FIELDS; i++)
		if (str_eq(field, str_of(plan_review_form_row((enum plan_review_field)i)->name)))
			return true;
	return false;
}

static struct plan_marks_mark_vec marks_of(struct app_call *call, const struct plan_review_form *form)
{
	struct plan_marks_mark_vec marks = {0};
	struct str last = STR("");
	size_t at = 0;
	for (size_t i = 0; form->has_header && i < form->header_places.n; i++) {
		const struct plan_place *place = &form->header_places.at[i];
		if (!is_in_form(place->field))
			continue;
		struct str control = str_format(call->arena, "h-%.*s", STR_ARG(place->field));
		add_mark(call->arena, &marks, control, place->begin, place->end, place->seq == 0, place->confidence < PLAN_DOUBTS_SURE);
	}
	for (size_t i = 0; i < form->n_tasks; i++) {
		int64_t id = form->tasks[i].task.id;
		while (at < form->places.n && form->places.at[at].task_id != id)
			at++;
		for (; at < form->places.n && form->places.at[at].task_id == id; at++) {
			const struct task_place *place = &form->places.at[at];
			struct str control = plan_doubts_control(call->arena, id, place->field);
			add_mark(call->arena, &marks, control, place->begin, place->end, !str_eq(control, last),
			         place->confidence < PLAN_DOUBTS_SURE);
			last = control;
		}
	}
	plan_marks_sort(&marks);
	return marks;
}

static struct plan_review_html_line shown_line(struct app_call *call, const struct plan_marks_line *line)
{
	struct arena *arena = call->arena;
	struct plan_review_html_cell *cells = ARENA_ARRAY(arena, struct plan_review_html_cell, line->cells.n);
	for (size_t i = 0; i < line->cells.n; i++) {
		const struct plan_marks_piece_vec *from = &line->cells.at[i].pieces;
		struct plan_review_html_piece *pieces = ARENA_ARRAY(arena, struct plan_review_html_piece, from->n);
		for (size_t j = 0; j < from->n; j++) {
			const struct plan_marks_mark *mark = from->at[j].mark;
			pieces[j].text = from->at[j].text;
			pieces[j].mended = plan_page_web_mended(call, from->at[j].change, &pieces[j].doubtful);
			if (mark == NULL)
				continue;
			pieces[j].field = mark->field;
			pieces[j].unsure = mark->unsure;
			pieces[j].place = from->at[j].first ? mark->place : STR("");
		}
		cells[i] = (struct plan_review_html_cell){.pieces = pieces, .n_pieces = from->n};
	}
	return (struct plan_review_html_line){
	    .number = line->number, .page_before = line->page_before, .row = line->row, .cells = cells, .n_cells = line->cells.n};
}

enum rc plan_review_source_load(struct app_call *call, const struct plan_review_form *form, bool as_text,
                                struct plan_review_source *ret)
{
	struct plan_review_source source = {.first = 1, .most = WHOLE_LINES};
	struct str text;
	TRY(plan_store_source(call->db, call->arena, form->plan.id, &text));
	task_view_source_init(call->arena, text, &source.text);
	TRY(plan_store_changes(call->db, call->arena, form->plan.id, &source.changes));
	source.marks = marks_of(call, form);
	const struct plan_marks_mark_vec *marks = &source.marks;
	if ((int64_t)source.text.starts.n > WHOLE_LINES && marks->n > 0) {
		int64_t first = task_view_line_at(&source.text, marks->at[0].begin) - LINES_AROUND;
		source.first = first > 1 ? first : 1;
		int64_t most = task_view_line_at(&source.text, marks->at[marks->n - 1].end) + LINES_AROUND - source.first;
		source.most = most < WHOLE_LINES ? most : WHOLE_LINES;
	}
	enum rc rc = plan_document_find(call->app, call->arena, form->plan.original_sha256, &source.document);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc_pass(rc, __FILE__, __LINE__);
	source.has_pages = rc == RC_OK && source.document.pages.n > 0;
	source.as_pages = source.has_pages && !as_text;
	*ret = source;
	return RC_OK;
}

struct str plan_review_source_near(struct app_call *call, const struct plan_review_source *source, int64_t at)
{
	if (source->as_pages) {
		struct plan_box_vec boxes = {0};
		plan_boxes_add(call->arena, &source->document, at, at + 1, &boxes);
		return boxes.n > 0 ? str_format(call->arena, "page-%u", boxes.at[0].page) : STR("");
	}
	int64_t line = task_view_line_at(&source->text, at);
	bool shown = line >= source->first && line < source->first + source->most;
	return shown ? str_format(call->arena, "l%lld", (long long)line) : STR("");
}

void plan_review_source_show(struct app_call *call, const struct plan_review_source *source, struct plan_review_html *page)
{
	struct plan_marks_line_vec lines = {0};
	int64_t total = 0;
	plan_marks_lines(call->arena, source->text.text, &source->marks, &source->changes, source->first, source->most, &lines,
	                 &total);
	struct plan_review_html_line *rows = ARENA_ARRAY(call->arena, struct plan_review_html_line, lines.n);
	for (size_t i = 0; i < lines.n; i++)
		rows[i] = shown_line(call, &lines.at[i]);
	page->lines = rows;
	page->n_lines = lines.n;
	if (total > source->most)
		page->lines_range = task_view_range(call->arena, call->words, source->first - 1, (size_t)source->most, total);
}
