#include "reading/check.h"

#include "base/utf8.h"
#include "reading/checks.h"

void check_note(struct check *check, enum reading_defect defect, struct document_span span, struct message message)
{
	struct reading_warning warning = {.defect = defect, .message = message, .span = span};
	if (check->reading->warnings.n < CHECKS_MAX_WARNINGS)
		VEC_PUSH(check->arena, &check->reading->warnings, warning);
}

struct str check_number(struct check *check, int64_t n)
{
	return str_format(check->arena, "%lld", (long long)n);
}

struct str check_task_name(struct check *check, const struct reading_task *task)
{
	enum { MOST_LETTERS = 40 };
	size_t at = 0, letters = 0;
	struct str title = task->title.text;
	if (task->ordinal.len > 0)
		return task->ordinal;
	while (at < title.len && letters++ < MOST_LETTERS)
		utf8_next(title, &at);
	return str_format(check->arena, "“%.*s%s”", STR_ARG(str_part(title, 0, at)), at < title.len ? "…" : "");
}
