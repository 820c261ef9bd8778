#include "reading/reading_field.h"

static void add_span(struct arena *arena, struct reading_field *field, struct document_span span)
{
	if (span.end <= span.begin)
		return;
	field->more = arena_grow(arena, field->more, field->n_more * sizeof *field->more, (field->n_more + 1) * sizeof *field->more);
	field->more[field->n_more++] = span;
}

void reading_field_add(struct arena *arena, struct reading_field *into, const struct reading_field *more, const char *between)
{
	if (into->text.ptr == NULL) {
		*into = *more;
		return;
	}
	into->text = str_format(arena, "%.*s%s%.*s", STR_ARG(into->text), between, STR_ARG(more->text));
	into->confidence = more->confidence < into->confidence ? more->confidence : into->confidence;
	add_span(arena, into, more->span);
	for (uint32_t i = 0; i < more->n_more; i++)
		add_span(arena, into, more->more[i]);
}
