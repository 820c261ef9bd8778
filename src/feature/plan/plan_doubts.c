#include "feature/plan/plan_doubts.h"

struct str plan_doubts_control(struct arena *arena, int64_t task_id, struct str field)
{
	if (str_eq(field, STR("assignment")))
		return str_format(arena, "t%lld-unit-1", (long long)task_id);
	return str_format(arena, "t%lld-%.*s", (long long)task_id, STR_ARG(field));
}

size_t plan_doubts_from(const struct plan_doubt *doubt)
{
	return doubt->at / PLAN_REVIEW_TASKS * PLAN_REVIEW_TASKS;
}

struct html_url plan_doubts_url(struct arena *arena, int64_t plan_id, const struct plan_doubt *doubt)
{
	size_t from = plan_doubts_from(doubt);
	if (from == 0)
		return html_url_format(arena, "/plan/%lld/review#%.*s", (long long)plan_id, STR_ARG(doubt->control));
	return html_url_format(arena, "/plan/%lld/review?from=%zu#%.*s", (long long)plan_id, from, STR_ARG(doubt->control));
}

bool plan_doubts_header(const struct plan_review_form *form, enum plan_review_field field, int64_t *ret_confidence,
                        int64_t *ret_begin, struct str *ret_printed)
{
	const char *name = plan_review_form_row(field)->name;
	for (size_t i = 0; i < form->header_places.n; i++) {
		const struct plan_place *place = &form->header_places.at[i];
		if (!str_eq(place->field, str_of(name)))
			continue;
		/* The date is printed in words that its field does not have. */
		bool untouched = field == PLAN_REVIEW_ISSUED_ON || str_eq(place->printed, form->values[field]);
		*ret_confidence = untouched ? place->confidence : 100;
		*ret_begin = place->begin;
		*ret_printed = untouched ? (struct str){0} : place->printed;
		return true;
	}
	return false;
}

static void find_in_header(struct arena *arena, const struct plan_review_form *form, struct plan_doubt_vec *doubts)
{
	for (int i = 0; i < PLAN_REVIEW_FIELDS; i++) {
		const struct plan_review_row *row = plan_review_form_row((enum plan_review_field)i);
		struct plan_doubt doubt = {.label = row->label, .value = form->values[i]};
		int64_t begin;
		struct str printed;
		if (!plan_doubts_header(form, (enum plan_review_field)i, &doubt.confidence, &begin, &printed) ||
		    doubt.confidence >= PLAN_DOUBTS_SURE)
			continue;
		doubt.control = str_format(arena, "h-%s", row->name);
		VEC_PUSH(arena, doubts, doubt);
	}
}

/* The fields of a task that were read, in the order of its form. */
static const struct {
	const char *name, *label;
} task_fields[] = {
    {"title", MSG("Content")}, {"products", MSG("Products")}, {"channels", MSG("Channels")},
    {"schedule", MSG("Time")}, {"funding", MSG("Funding")},   {"assignment", MSG("Who does it")},
};
enum { TASK_FIELDS = sizeof task_fields / sizeof *task_fields };

static struct str value_of(const struct task *task, int field)
{
	const struct str values[TASK_FIELDS] = {task->title,        task->products, task->channels,
	                                        task->schedule_raw, task->funding,  task->assignment_raw};
	return values[field];
}

/* The places from *at on that are the task's: the least sure of each field counts. */
static void find_in_task(struct arena *arena, const struct plan_review_form *form, size_t task_at, size_t *at,
                         struct plan_doubt_vec *doubts)
{
	const struct task *task = &form->all.at[task_at];
	int64_t least[TASK_FIELDS];
	for (int i = 0; i < TASK_FIELDS; i++)
		least[i] = 100;
	for (; *at < form->places.n && form->places.at[*at].task_id == task->id; (*at)++) {
		const struct task_place *place = &form->places.at[*at];
		for (int i = 0; i < TASK_FIELDS; i++)
			if (str_eq(place->field, str_of(task_fields[i].name)) && place->confidence < least[i])
				least[i] = place->confidence;
	}
	for (int i = 0; i < TASK_FIELDS; i++) {
		if (least[i] >= PLAN_DOUBTS_SURE)
			continue;
		const struct plan_doubt doubt = {
		    .control = plan_doubts_control(arena, task->id, str_of(task_fields[i].name)),
		    .label = task_fields[i].label,
		    .value = value_of(task, i),
		    .task = task,
		    .at = task_at,
		    .confidence = least[i],
		};
		VEC_PUSH(arena, doubts, doubt);
	}
}

void plan_doubts_find(struct arena *arena, const struct plan_review_form *form, struct plan_doubt_vec *ret)
{
	struct plan_doubt_vec doubts = {0};
	size_t at = 0;
	find_in_header(arena, form, &doubts);
	for (size_t i = 0; i < form->all.n; i++)
		find_in_task(arena, form, i, &at, &doubts);
	*ret = doubts;
}
