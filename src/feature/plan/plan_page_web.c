/* A plan as it stands, printable; each thing in it leads to its place in the source. */
#include "feature/plan/plan_page_web.h"

#include "calendar/schedule.h"
#include "feature/plan/plan_document.h"
#include "feature/plan/plan_marks.h"
#include "feature/plan/plan_page_html.h"
#include "feature/plan/plan_source_html.h"
#include "feature/plan/plan_store.h"
#include "feature/task/task_filter.h"
#include "feature/task/task_store.h"
#include "feature/task/task_view.h"

enum { PAGE_TASKS = 50, SOURCE_LINES = 1000, SURE = 90 };

const struct app_param plan_page_web_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Plan")},
    {.name = "from", .kind = APP_INT, .max = 1000000, .label = MSG("From")},
    {0},
};

const struct app_param plan_page_web_source_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Plan")},
    {.name = "line", .kind = APP_INT, .max = 1000000, .label = MSG("Line")},
    {0},
};

const struct app_param plan_page_web_original_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Plan")},
    {0},
};

const struct app_param plan_page_web_picture_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Plan")},
    {.name = "page", .kind = APP_INT, .required = true, .max = 100000, .label = MSG("Page")},
    {0},
};

enum rc plan_page_web_find(struct app_call *call, struct plan *ret)
{
	struct task_scope own;
	TRY(task_filter_own_scope(call, &own));
	return plan_store_find(call->db, call->arena, own.path_from, own.path_to, app_int(call, "id"), ret);
}

enum rc plan_page_web_find_own(struct app_call *call, struct plan *ret)
{
	struct task_scope own;
	TRY(task_filter_own_scope(call, &own));
	TRY(plan_page_web_find(call, ret));
	return str_has_prefix(ret->unit_path, own.path_from) ? RC_OK : RC_NOT_FOUND;
}

/* ---- the facts ---- */

/* Where a field of the header stands; an empty address where it is not in the source. */
static struct html_url place_url(struct app_call *call, const struct plan *plan, const struct task_view_source *source,
                                 const struct plan_place_vec *places, const char *field)
{
	for (size_t i = 0; i < places->n; i++)
		if (str_eq(places->at[i].field, str_of(field)) && places->at[i].end > places->at[i].begin)
			return task_view_place_url(call->arena, plan->id, source, places->at[i].begin);
	return (struct html_url){0};
}

static enum rc load_facts(struct app_call *call, const struct plan *plan, const struct task_view_source *source,
                          struct plan_page_html *page)
{
	struct plan_place_vec places = {0};
	TRY(plan_store_places(call->db, call->arena, plan->id, &places));
	const struct {
		const char *field, *label;
		struct str value;
	} rows[] = {
	    {"number", MSG("Number"), plan->number},
	    {"issued_on", MSG("Date of issue"), date_format_short(call->arena, plan->issued_on)},
	    {"issuer", MSG("Issuer"), plan->issuer},
	    {"parent_body", MSG("Parent body"), plan->parent_body},
	    {"place", MSG("Place"), plan->place},
	    {"year", MSG("Year"), plan->year != 0 ? str_format(call->arena, "%d", plan->year) : STR("")},
	    {"signer_name", MSG("Signer"), plan->signer_name},
	    {"signer_title", MSG("Signer's title"), plan->signer_title},
	    {"attached_to", MSG("Attached to"), plan->attached_to},
	};
	enum { FACTS = sizeof rows / sizeof *rows };
	struct plan_page_html_fact *facts = ARENA_ARRAY(call->arena, struct plan_page_html_fact, FACTS);
	size_t n = 0;
	for (size_t i = 0; i < FACTS; i++)
		if (rows[i].value.len > 0 || i < 3)
			facts[n++] = (struct plan_page_html_fact){.label = {.id = rows[i].label},
			                                          .value = rows[i].value,
			                                          .place_href = place_url(call, plan, source, &places, rows[i].field)};
	page->facts = facts;
	page->n_facts = n;
	return RC_OK;
}

/* ---- the tasks ---- */

static struct plan_page_html_task shown_task(struct app_call *call, const struct task *task)
{
	struct plan_page_html_unit *units = ARENA_ARRAY(call->arena, struct plan_page_html_unit, task->assignments.n);
	struct task_view_state state = task_view_state(task->status, task->schedule.kind, DATE_NONE, call->today);
	for (size_t i = 0; i < task->assignments.n; i++)
		units[i] =
		    (struct plan_page_html_unit){task->assignments.at[i].unit, {.id = task_role_label(task->assignments.at[i].role)}};
	struct plan_page_html_task row = {
	    .href = html_url_format(call->arena, "/task/%lld", (long long)task->id),
	    .ordinal =
	        task->part > 1 ? str_format(call->arena, "%.*s.%lld", STR_ARG(task->ordinal), (long long)task->part) : task->ordinal,
	    .title = task->title,
	    .schedule = schedule_describe(call->arena, call->words, &task->schedule),
	    .units = units,
	    .n_units = task->assignments.n,
	    .state = state.name,
	    .state_words = {.id = state.label},
	    .clears_words = task_view_clears(call->arena, call->words, task->clears),
	    .who = task->clears & 1U << TASK_WHO,
	    .work = task->clears & 1U << TASK_WORK,
	    .time = task->clears & 1U << TASK_TIME,
	    .responsibility = task->clears & 1U << TASK_RESPONSIBILITY,
	    .product = task->clears & 1U << TASK_PRODUCT,
	    .authority = task->clears & 1U << TASK_AUTHORITY,
	};
	task_view_lines(call->arena, task->products, &row.products, &row.n_products);
	return row;
}

static enum rc load_tasks(struct app_call *call, const struct plan *plan, struct plan_page_html *page)
{
	struct task_vec tasks = {0};
	int64_t from = app_int(call, "from");
	TRY(task_store_list_of_plan(call->db, call->arena, plan->id, &tasks));
	struct plan_page_html_task *rows = ARENA_ARRAY(call->arena, struct plan_page_html_task, PAGE_TASKS);
	size_t n = 0;
	for (size_t i = 0; i < tasks.n; i++) {
		const struct task *task = &tasks.at[i];
		page->done_in_all += task->status == TASK_DONE;
		page->unclear_in_all += task->clears != (1U << TASK_CLEARS) - 1;
		if ((int64_t)i >= from && n < PAGE_TASKS)
			rows[n++] = shown_task(call, task);
	}
	page->tasks = rows;
	page->n_tasks = n;
	page->tasks_in_all = (int64_t)tasks.n;
	page->range = task_view_range(call->arena, call->words, from, n, (int64_t)tasks.n);
	if (from > 0)
		page->previous = html_url_format(call->arena, "/plan/%lld?from=%lld", (long long)plan->id,
		                                 (long long)(from > PAGE_TASKS ? from - PAGE_TASKS : 0));
	if (from + (int64_t)n < (int64_t)tasks.n)
		page->next = html_url_format(call->arena, "/plan/%lld?from=%lld", (long long)plan->id, (long long)from + PAGE_TASKS);
	return RC_OK;
}

/* ---- the lists ---- */

static struct html_url span_url(struct app_call *call, const struct plan *plan, const struct task_view_source *source,
                                int64_t begin, int64_t end)
{
	return end > begin ? task_view_place_url(call->arena, plan->id, source, begin) : (struct html_url){0};
}

static enum rc load_section(struct app_call *call, const struct plan *plan, const struct task_view_source *source,
                            const char *kind, const char *title, struct plan_page_html_section *ret)
{
	struct plan_item_vec items = {0};
	TRY(plan_store_items(call->db, call->arena, plan->id, str_of(kind), &items));
	struct plan_page_html_item *rows = ARENA_ARRAY(call->arena, struct plan_page_html_item, items.n);
	for (size_t i = 0; i < items.n; i++)
		rows[i] = (struct plan_page_html_item){.text = items.at[i].text,
		                                       .detail = items.at[i].detail,
		                                       .place_href = span_url(call, plan, source, items.at[i].begin, items.at[i].end)};
	*ret = (struct plan_page_html_section){.id = str_of(kind), .title = {.id = title}, .items = rows, .n_items = items.n};
	return RC_OK;
}

static enum rc load_sections(struct app_call *call, const struct plan *plan, const struct task_view_source *source,
                             struct plan_page_html *page)
{
	static const struct {
		const char *kind, *title;
	} kinds[] = {
	    {"in_execution_of", MSG("Carries out")},
	    {"target", MSG("Targets")},
	    {"report_duty", MSG("Reports and other recurring duties")},
	    {"duty", MSG("Duties")},
	    {"channel", MSG("Channels")},
	    {"index", MSG("Indices")},
	    {"url", MSG("Addresses")},
	    {"recipient", MSG("Recipients")},
	};
	enum { KINDS = sizeof kinds / sizeof *kinds };
	struct plan_page_html_section *sections = ARENA_ARRAY(call->arena, struct plan_page_html_section, KINDS);
	for (size_t i = 0; i < KINDS; i++)
		TRY(load_section(call, plan, source, kinds[i].kind, kinds[i].title, &sections[i]));
	page->sections = sections;
	page->n_sections = KINDS;
	return RC_OK;
}

/* "Nghị quyết 76/NQ-CP", or the name of what has no number. */
static struct str citation_name(struct app_call *call, const struct plan_citation *cited)
{
	if (cited->number.len == 0)
		return cited->name.len > 0 ? cited->name : cited->type;
	return str_format(call->arena, "%.*s %.*s", STR_ARG(cited->type), STR_ARG(cited->number));
}

static struct str citation_detail(struct app_call *call, const struct plan_citation *cited)
{
	struct str day = date_format_short(call->arena, cited->issued_on);
	if (day.len == 0 || cited->issuer.len == 0)
		return day.len > 0 ? day : cited->issuer;
	return str_format(call->arena, "%.*s, %.*s", STR_ARG(day), STR_ARG(cited->issuer));
}

static enum rc load_citations(struct app_call *call, const struct plan *plan, const struct task_view_source *source,
                              struct plan_page_html *page)
{
	struct plan_citation_vec citations = {0};
	TRY(plan_store_citations(call->db, call->arena, plan->id, &citations));
	struct plan_page_html_citation *rows = ARENA_ARRAY(call->arena, struct plan_page_html_citation, citations.n);
	for (size_t i = 0; i < citations.n; i++) {
		const struct plan_citation *cited = &citations.at[i];
		rows[i] =
		    (struct plan_page_html_citation){.name = citation_name(call, cited),
		                                     .detail = citation_detail(call, cited),
		                                     .mentions = cited->mentions,
		                                     .place_href = task_view_place_url(call->arena, plan->id, source, cited->begin)};
	}
	page->citations = rows;
	page->n_citations = citations.n;
	return RC_OK;
}

static enum rc load_outline(struct app_call *call, const struct plan *plan, const struct task_view_source *source,
                            struct plan_page_html *page)
{
	struct plan_item_vec headings = {0};
	struct plan_warning_vec warnings = {0};
	TRY(plan_store_headings(call->db, call->arena, plan->id, &headings));
	TRY(plan_store_warnings(call->db, call->arena, plan->id, &warnings));
	struct plan_page_html_heading *outline = ARENA_ARRAY(call->arena, struct plan_page_html_heading, headings.n);
	for (size_t i = 0; i < headings.n; i++)
		outline[i] = (struct plan_page_html_heading){
		    .number = headings.at[i].detail,
		    .title = headings.at[i].text,
		    .level = headings.at[i].level,
		    .place_href = task_view_place_url(call->arena, plan->id, source, headings.at[i].begin)};
	struct plan_page_html_warning *odd = ARENA_ARRAY(call->arena, struct plan_page_html_warning, warnings.n);
	for (size_t i = 0; i < warnings.n; i++)
		odd[i] =
		    (struct plan_page_html_warning){.label = plan_warning_label(call->arena, call->words, &warnings.at[i]),
		                                    .sentence = warnings.at[i].message,
		                                    .place_href = span_url(call, plan, source, warnings.at[i].begin, warnings.at[i].end)};
	page->outline = outline;
	page->n_outline = headings.n;
	page->warnings = odd;
	page->n_warnings = warnings.n;
	return RC_OK;
}

static void add_links(struct app_call *call, const struct plan *plan, struct plan_page_html *page)
{
	page->list_href = html_url_path(STR("/plan"));
	page->source_href = html_url_format(call->arena, "/plan/%lld/source", (long long)plan->id);
	page->original_href = html_url_format(call->arena, "/plan/%lld/original", (long long)plan->id);
	if (plan->state == PLAN_REVIEW && role_may(call->who->role, APP_CONFIRM_PLANS)) {
		page->review_href = html_url_format(call->arena, "/plan/%lld/review", (long long)plan->id);
		page->review_words.id = MSG("Look it over");
	}
	if (plan->state == PLAN_CONFIRMED)
		page->today_href = html_url_format(call->arena, "/?plan=%lld", (long long)plan->id);
}

enum rc plan_page_web_answer(struct app_call *call)
{
	struct plan plan;
	struct str text;
	struct task_view_source source;
	TRY(plan_page_web_find(call, &plan));
	if (plan.state != PLAN_REVIEW && plan.state != PLAN_CONFIRMED)
		return app_answer_redirect(call, html_url_format(call->arena, "/plan/%lld/progress", (long long)plan.id), NULL);
	TRY(plan_store_source(call->db, call->arena, plan.id, &text));
	task_view_source_init(call->arena, text, &source);
	struct plan_page_html page = {
	    .title = plan_display_title(&plan),
	    .kind = plan.kind,
	    .number = plan.number,
	    .state = plan_state_name(plan.state),
	    .state_words = {.id = plan_state_label(plan.state)},
	    .unit = plan.unit,
	    .file_name = plan.file_name,
	};
	add_links(call, &plan, &page);
	TRY(load_facts(call, &plan, &source, &page));
	TRY(load_tasks(call, &plan, &page));
	TRY(load_sections(call, &plan, &source, &page));
	TRY(load_citations(call, &plan, &source, &page));
	TRY(load_outline(call, &plan, &source, &page));
	const struct app_page around = {.title_text = page.title, .section = "plan"};
	return app_answer_page(call, 200, &around, plan_page_html_slot(&page));
}

/* ---- the source and the original ---- */

static enum rc load_marks(struct app_call *call, const struct plan *plan, struct plan_marks_mark_vec *ret)
{
	struct task_place_vec places = {0};
	TRY(task_store_places_of_plan(call->db, call->arena, plan->id, &places));
	for (size_t i = 0; i < places.n; i++)
		if (str_eq(places.at[i].field, STR("title")))
			VEC_PUSH(
			    call->arena, ret,
			    (struct plan_marks_mark){.begin = places.at[i].begin, .end = places.at[i].end, .task_id = places.at[i].task_id});
	plan_marks_sort(ret);
	return RC_OK;
}

struct str plan_page_web_mended(struct app_call *call, const struct plan_change *change, bool *ret_doubtful)
{
	*ret_doubtful = change != NULL && change->confidence < SURE;
	if (change == NULL)
		return STR("");
	const struct message words = {.id = MSG("In the file: “{1}”. The restored word is sure to {2} %."),
	                              .args = {change->before, str_format(call->arena, "%lld", (long long)change->confidence)}};
	return message_format(call->arena, call->words, &words);
}

static struct plan_source_html_cell shown_cell(struct app_call *call, const struct plan_marks_cell *cell)
{
	struct plan_source_html_piece *pieces = ARENA_ARRAY(call->arena, struct plan_source_html_piece, cell->pieces.n);
	for (size_t i = 0; i < cell->pieces.n; i++) {
		const struct plan_marks_piece *piece = &cell->pieces.at[i];
		pieces[i].text = piece->text;
		pieces[i].mended = plan_page_web_mended(call, piece->change, &pieces[i].doubtful);
		if (piece->mark != NULL)
			pieces[i].href = html_url_format(call->arena, "/task/%lld", (long long)piece->mark->task_id);
	}
	return (struct plan_source_html_cell){.pieces = pieces, .n_pieces = cell->pieces.n};
}

static struct plan_source_html_line shown_line(struct app_call *call, const struct plan_marks_line *line)
{
	struct plan_source_html_cell *cells = ARENA_ARRAY(call->arena, struct plan_source_html_cell, line->cells.n);
	for (size_t i = 0; i < line->cells.n; i++)
		cells[i] = shown_cell(call, &line->cells.at[i]);
	return (struct plan_source_html_line){
	    .number = line->number, .page_before = line->page_before, .row = line->row, .cells = cells, .n_cells = line->cells.n};
}

enum rc plan_page_web_source(struct app_call *call)
{
	struct plan plan;
	struct str source;
	struct plan_marks_mark_vec marks = {0};
	struct plan_change_vec changes = {0};
	struct plan_marks_line_vec lines = {0};
	int64_t total = 0, wanted = app_int(call, "line"), first = wanted > 0 ? (wanted - 1) / SOURCE_LINES * SOURCE_LINES + 1 : 1;
	TRY(plan_page_web_find(call, &plan));
	TRY(plan_store_source(call->db, call->arena, plan.id, &source));
	TRY(load_marks(call, &plan, &marks));
	TRY(plan_store_changes(call->db, call->arena, plan.id, &changes));
	plan_marks_lines(call->arena, source, &marks, &changes, first, SOURCE_LINES, &lines, &total);
	struct plan_source_html_line *rows = ARENA_ARRAY(call->arena, struct plan_source_html_line, lines.n);
	for (size_t i = 0; i < lines.n; i++)
		rows[i] = shown_line(call, &lines.at[i]);
	int64_t shown = total - first + 1 < SOURCE_LINES ? total - first + 1 : SOURCE_LINES;
	struct plan_source_html page = {
	    .title = plan_display_title(&plan),
	    .plan_href = html_url_format(call->arena, "/plan/%lld", (long long)plan.id),
	    .original_href = html_url_format(call->arena, "/plan/%lld/original", (long long)plan.id),
	    .lines = rows,
	    .n_lines = lines.n,
	    .range = task_view_range(call->arena, call->words, first - 1, shown > 0 ? (size_t)shown : 0, total),
	};
	if (first > 1)
		page.previous =
		    html_url_format(call->arena, "/plan/%lld/source?line=%lld", (long long)plan.id, (long long)(first - SOURCE_LINES));
	if (first + SOURCE_LINES <= total)
		page.next =
		    html_url_format(call->arena, "/plan/%lld/source?line=%lld", (long long)plan.id, (long long)(first + SOURCE_LINES));
	const struct app_page around = {.title = MSG("The source"), .section = "plan"};
	return app_answer_page(call, 200, &around, plan_source_html_slot(&page));
}

enum rc plan_page_web_original(struct app_call *call)
{
	struct plan plan;
	TRY(plan_page_web_find(call, &plan));
	/* As a download, never as a page of this server: what others wrote must not run here. */
	TRY(app_answer_body(call, STR("application/octet-stream"), STR("")));
	call->response->file_path = plan_original_path(call->app, call->arena, plan.original_sha256);
	http_response_header(
	    call->response, STR("Content-Disposition"),
	    str_format(call->arena, "attachment; filename*=UTF-8''%.*s", STR_ARG(html_url_escape(call->arena, plan.file_name))));
	return RC_OK;
}

/* A page of the original as it looks. It never changes, so the browser keeps it. */
enum rc plan_page_web_picture(struct app_call *call)
{
	struct plan plan;
	struct file_reader reader;
	struct str png;
	struct message problem = {0};
	uint32_t number = (uint32_t)app_int(call, "page");
	TRY(plan_page_web_find(call, &plan));
	if (app_answer_kept(
	        call, str_format(call->arena, "\"%.*s-%u-%d\"", STR_ARG(plan.original_sha256), number, PLAN_PAGE_PICTURE_WIDTH)))
		return RC_OK;
	TRY(plan_document_reader(call->app, call->db, call->arena, &reader));
	app_release(call);
	enum rc rc = plan_document_draw(call->app, &reader, call->arena, plan.original_sha256, number, PLAN_PAGE_PICTURE_WIDTH, &png,
	                                &problem);
	if (rc == RC_INVALID || rc == RC_LIMIT || rc == RC_UNSUPPORTED)
		return RC_NOT_FOUND;
	TRY(rc);
	return app_answer_body(call, STR("image/png"), png);
}
