#include "reading/reading_json.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "reading/defect.h"

static const struct message_catalogue english = {.language = "en"};

/* A jansson call fails only where memory does; json_object_set_new takes such a NULL as an error, which `whole` remembers. */
struct writer {
	struct arena *arena;
	const struct message_catalogue *words; /* a second language for the warnings, or NULL */
	bool broken;
};

static json_t *object(struct writer *w)
{
	json_t *new = json_object();
	w->broken = w->broken || new == NULL;
	return new;
}

static json_t *list(struct writer *w)
{
	json_t *new = json_array();
	w->broken = w->broken || new == NULL;
	return new;
}

static void set(struct writer *w, json_t *into, const char *name, json_t *value)
{
	w->broken = json_object_set_new(into, name, value) != 0 || w->broken;
}

static void append(struct writer *w, json_t *into, json_t *value)
{
	w->broken = json_array_append_new(into, value) != 0 || w->broken;
}

static json_t *text(struct str s)
{
	return s.len > 0 ? json_stringn(s.ptr, s.len) : json_null();
}

static json_t *day(struct writer *w, date_day d)
{
	return text(date_format_iso(w->arena, d));
}

static json_t *number_or_null(int n)
{
	return n != 0 ? json_integer(n) : json_null();
}

static json_t *place(struct writer *w, struct document_span span)
{
	json_t *pair = list(w);
	append(w, pair, json_integer(span.begin));
	append(w, pair, json_integer(span.end));
	return pair;
}

static json_t *texts(struct writer *w, const struct str_vec *all)
{
	json_t *out = list(w);
	for (size_t i = 0; i < all->n; i++)
		append(w, out, text(all->at[i]));
	return out;
}

static json_t *fields(struct writer *w, const struct reading_field_vec *all)
{
	json_t *out = list(w);
	for (size_t i = 0; i < all->n; i++)
		append(w, out, text(all->at[i].text));
	return out;
}

static json_t *schedule(struct writer *w, const struct schedule *s)
{
	if (s->kind == SCHEDULE_NONE)
		return json_null();
	json_t *out = object(w), *due = list(w);
	for (size_t i = 0; i < s->due.n; i++)
		append(w, due, day(w, s->due.at[i]));
	set(w, out, "kind", text(schedule_kind_name(s->kind)));
	set(w, out, "start", day(w, s->start));
	set(w, out, "end", day(w, s->end));
	set(w, out, "due", due);
	set(w, out, "exclusive", json_boolean(s->exclusive));
	set(w, out, "rrule", text(s->rrule));
	set(w, out, "condition", text(s->condition));
	set(w, out, "tentative", json_boolean(s->tentative));
	return out;
}

/* {"confidence": 90, "place": [1, 9]}; where the field lies in several places, the others under "more". */
static json_t *known_of(struct writer *w, const struct reading_field *field)
{
	json_t *known = object(w), *more = field->n_more > 0 ? list(w) : NULL;
	set(w, known, "confidence", json_integer(field->confidence));
	set(w, known, "place", place(w, field->span));
	for (uint32_t i = 0; i < field->n_more; i++)
		append(w, more, place(w, field->more[i]));
	if (more != NULL)
		set(w, known, "more", more);
	return known;
}

/* What is known of several fields at once: {"name": {…}, …}. */
static void add_source(struct writer *w, json_t *into, const char *name, const struct reading_field *field)
{
	if (field->text.len > 0)
		set(w, into, name, known_of(w, field));
}

/* The same for each of a list of fields: {"name": [{…}, …]}. */
static void add_sources(struct writer *w, json_t *into, const char *name, const struct reading_field_vec *fields)
{
	json_t *all = list(w);
	for (size_t i = 0; i < fields->n; i++)
		append(w, all, known_of(w, &fields->at[i]));
	set(w, into, name, all);
}

static json_t *header(struct writer *w, const struct reading_header *h)
{
	json_t *out = object(w), *sources = object(w);
	set(w, out, "kind", text(h->kind.text));
	set(w, out, "issuer", text(h->issuer.text));
	set(w, out, "parent_body", text(h->parent_body.text));
	set(w, out, "number", text(h->number.text));
	set(w, out, "place", text(h->place.text));
	set(w, out, "date", day(w, h->date));
	if (h->date == DATE_NONE && h->partial_year != 0 && h->partial_month != 0)
		set(w, out, "partial_date", text(str_format(w->arena, "%04d-%02d", h->partial_year, h->partial_month)));
	else
		set(w, out, "partial_date",
		    h->date == DATE_NONE && h->partial_year != 0 ? text(str_format(w->arena, "%04d", h->partial_year)) : json_null());
	set(w, out, "title", text(h->title.text));
	set(w, out, "year", number_or_null(h->year));
	set(w, out, "signer_title", text(h->signer_title.text));
	set(w, out, "signer_name", text(h->signer_name.text));
	set(w, out, "signer_authority", text(h->signer_authority));
	set(w, out, "recipients", fields(w, &h->recipients));
	set(w, out, "in_execution_of", fields(w, &h->in_execution_of));
	set(w, out, "attached_to", text(h->attached_to.text));
	add_source(w, sources, "kind", &h->kind);
	add_source(w, sources, "issuer", &h->issuer);
	add_source(w, sources, "parent_body", &h->parent_body);
	add_source(w, sources, "number", &h->number);
	add_source(w, sources, "place", &h->place);
	add_source(w, sources, "date", &h->date_raw);
	add_source(w, sources, "title", &h->title);
	add_source(w, sources, "signer_title", &h->signer_title);
	add_source(w, sources, "signer_name", &h->signer_name);
	add_sources(w, sources, "recipients", &h->recipients);
	add_sources(w, sources, "in_execution_of", &h->in_execution_of);
	set(w, out, "sources", sources);
	return out;
}

static json_t *outline(struct writer *w, const struct reading_heading_vec *all)
{
	json_t *out = list(w);
	for (size_t i = 0; i < all->n; i++) {
		json_t *one = object(w);
		set(w, one, "number", text(all->at[i].number));
		set(w, one, "level", json_integer(all->at[i].level));
		set(w, one, "title",
		    json_stringn(all->at[i].title.text.ptr != NULL ? all->at[i].title.text.ptr : "", all->at[i].title.text.len));
		set(w, one, "confidence", json_integer(all->at[i].title.confidence));
		set(w, one, "place", place(w, all->at[i].title.span));
		append(w, out, one);
	}
	return out;
}

static const char *role_of_citation(enum reading_citation_role role)
{
	static const char *const names[] = {
	    [READING_MENTION] = "mention", [READING_BASIS] = "basis", [READING_IN_EXECUTION_OF] = "in_execution_of"};
	return names[role];
}

static json_t *citations(struct writer *w, const struct reading_citation_vec *all)
{
	json_t *out = list(w);
	for (size_t i = 0; i < all->n; i++) {
		const struct reading_citation *c = &all->at[i];
		json_t *one = object(w);
		set(w, one, "type", text(c->type));
		set(w, one, "number", text(c->number));
		set(w, one, "name", text(c->name));
		set(w, one, "date", day(w, c->date));
		if (c->year != 0)
			set(w, one, "year", json_integer(c->year));
		set(w, one, "issuer", text(c->issuer));
		set(w, one, "title", text(c->title));
		set(w, one, "role", json_string(role_of_citation(c->role)));
		set(w, one, "mentions", json_integer(c->mentions));
		set(w, one, "confidence", json_integer(c->confidence));
		set(w, one, "place", place(w, c->span));
		append(w, out, one);
	}
	return out;
}

static json_t *targets(struct writer *w, const struct reading_target_vec *all)
{
	json_t *out = list(w);
	for (size_t i = 0; i < all->n; i++) {
		json_t *one = object(w);
		set(w, one, "text", text(all->at[i].text.text));
		set(w, one, "value", text(all->at[i].value));
		set(w, one, "confidence", json_integer(all->at[i].text.confidence));
		set(w, one, "place", place(w, all->at[i].text.span));
		append(w, out, one);
	}
	return out;
}

static json_t *channels(struct writer *w, const struct reading_channel_vec *all)
{
	json_t *out = list(w);
	for (size_t i = 0; i < all->n; i++) {
		json_t *one = object(w);
		set(w, one, "name", text(all->at[i].name.text));
		set(w, one, "section", text(all->at[i].section));
		set(w, one, "class", json_string(all->at[i].is_digital ? "digital" : "traditional"));
		set(w, one, "confidence", json_integer(all->at[i].name.confidence));
		set(w, one, "place", place(w, all->at[i].name.span));
		append(w, out, one);
	}
	return out;
}

static json_t *abbreviations(struct writer *w, const struct reading_abbreviation_vec *all)
{
	json_t *out = list(w);
	for (size_t i = 0; i < all->n; i++) {
		json_t *one = object(w);
		set(w, one, "abbreviation", text(all->at[i].abbreviation));
		set(w, one, "meaning", text(all->at[i].meaning.text));
		set(w, one, "confidence", json_integer(all->at[i].meaning.confidence));
		set(w, one, "place", place(w, all->at[i].meaning.span));
		append(w, out, one);
	}
	return out;
}

static json_t *duties(struct writer *w, const struct reading_duty_vec *all)
{
	json_t *out = list(w);
	for (size_t i = 0; i < all->n; i++) {
		json_t *one = object(w);
		set(w, one, "unit", text(all->at[i].unit));
		set(w, one, "text", text(all->at[i].text.text));
		set(w, one, "section", text(all->at[i].section));
		set(w, one, "confidence", json_integer(all->at[i].text.confidence));
		set(w, one, "place", place(w, all->at[i].text.span));
		append(w, out, one);
	}
	return out;
}

static json_t *report_duties(struct writer *w, const struct reading_report_duty_vec *all)
{
	json_t *out = list(w);
	for (size_t i = 0; i < all->n; i++) {
		json_t *one = object(w);
		set(w, one, "what", text(all->at[i].what.text));
		set(w, one, "to", text(all->at[i].to));
		set(w, one, "section", text(all->at[i].section));
		set(w, one, "by", text(all->at[i].by));
		set(w, one, "schedule", schedule(w, &all->at[i].schedule));
		set(w, one, "confidence", json_integer(all->at[i].what.confidence));
		set(w, one, "place", place(w, all->at[i].what.span));
		append(w, out, one);
	}
	return out;
}

/* ---- tasks ---- */

static json_t *ordinal(struct str s)
{
	int64_t n;
	return str_parse_int(s, &n) && n >= 0 ? json_integer(n) : text(s);
}

static const char *role_name(enum reading_role role)
{
	static const char *const names[] = {"lead", "coordinate", "perform"};
	return names[role];
}

static json_t *assignments(struct writer *w, const struct reading_assignment_vec *all)
{
	json_t *out = list(w);
	for (size_t i = 0; i < all->n; i++) {
		json_t *one = object(w);
		set(w, one, "unit", text(all->at[i].unit));
		set(w, one, "role", json_string(role_name(all->at[i].role)));
		set(w, one, "confidence", json_integer(all->at[i].confidence));
		append(w, out, one);
	}
	return out;
}

static void set_part(struct writer *w, json_t *into, const struct reading_part *part)
{
	set(w, into, "schedule_raw", text(part->schedule_raw.text));
	set(w, into, "schedule", schedule(w, &part->schedule));
	set(w, into, "assignment_raw", text(part->assignment_raw.text));
	set(w, into, "assignments", assignments(w, &part->assignments));
	set(w, into, "funding_raw", text(part->funding_raw.text));
	set(w, into, "funding", fields(w, &part->funding));
}

static json_t *part_sources(struct writer *w, const struct reading_part *part)
{
	json_t *sources = object(w);
	for (size_t i = 0; i < part->products.n && i == 0; i++)
		add_source(w, sources, "products", &part->products.at[i]);
	add_source(w, sources, "schedule", &part->schedule_raw);
	add_source(w, sources, "assignments", &part->assignment_raw);
	add_source(w, sources, "funding", &part->funding_raw);
	return sources;
}

static json_t *task(struct writer *w, const struct reading_task *t)
{
	json_t *out = object(w);
	set(w, out, "ordinal", ordinal(t->ordinal));
	set(w, out, "title", json_stringn(t->title.text.ptr != NULL ? t->title.text.ptr : "", t->title.text.len));
	if (t->parts.n == 1)
		set(w, out, "products", fields(w, &t->parts.at[0].products));
	set(w, out, "channels_cell", text(t->channels.text));
	if (t->parts.n == 1) {
		set_part(w, out, &t->parts.at[0]);
	} else {
		json_t *parts = list(w);
		for (size_t i = 0; i < t->parts.n; i++) {
			json_t *one = object(w);
			set(w, one, "products", fields(w, &t->parts.at[i].products));
			set_part(w, one, &t->parts.at[i]);
			set(w, one, "sources", part_sources(w, &t->parts.at[i]));
			append(w, parts, one);
		}
		set(w, out, "parts", parts);
	}
	json_t *sources = t->parts.n == 1 ? part_sources(w, &t->parts.at[0]) : object(w);
	add_source(w, sources, "channels", &t->channels);
	set(w, out, "sources", sources);
	set(w, out, "confidence", json_integer(t->title.confidence));
	set(w, out, "place", place(w, t->title.span));
	return out;
}

static json_t *tasks(struct writer *w, const struct reading_task_vec *all)
{
	json_t *out = list(w);
	for (size_t i = 0; i < all->n; i++)
		append(w, out, task(w, &all->at[i]));
	return out;
}

static json_t *warnings(struct writer *w, const struct reading_warning_vec *all)
{
	json_t *out = list(w);
	for (size_t i = 0; i < all->n; i++) {
		json_t *one = object(w);
		set(w, one, "defect", json_string(defect_name(all->at[i].defect)));
		set(w, one, "en", text(message_format(w->arena, &english, &all->at[i].message)));
		if (w->words != NULL)
			set(w, one, w->words->language, text(message_format(w->arena, w->words, &all->at[i].message)));
		set(w, one, "place", place(w, all->at[i].span));
		append(w, out, one);
	}
	return out;
}

enum rc reading_json_write(struct arena *arena, const struct reading *r, const struct message_catalogue *words, struct str *ret)
{
	struct writer w = {.arena = arena, .words = words};
	json_t *out = object(&w);
	set(&w, out, "source", text(r->source));
	set(&w, out, "header", header(&w, &r->header));
	set(&w, out, "outline", outline(&w, &r->outline));
	set(&w, out, "citations", citations(&w, &r->citations));
	set(&w, out, "indices", texts(&w, &r->indices));
	set(&w, out, "urls", texts(&w, &r->urls));
	set(&w, out, "targets", targets(&w, &r->targets));
	set(&w, out, "channels", channels(&w, &r->channels));
	set(&w, out, "abbreviations", abbreviations(&w, &r->abbreviations));
	set(&w, out, "duties", duties(&w, &r->duties));
	set(&w, out, "report_duties", report_duties(&w, &r->report_duties));
	set(&w, out, "tasks", tasks(&w, &r->tasks));
	set(&w, out, "warnings", warnings(&w, &r->warnings));
	char *dump = w.broken ? NULL : json_dumps(out, JSON_INDENT(2));
	json_decref(out);
	if (dump == NULL)
		return log_fail(RC_BUG, "a reading could not be written as JSON");
	size_t len = strlen(dump);
	char *line = arena_alloc(arena, len + 1);
	memcpy(line, dump, len);
	line[len] = '\n';
	*ret = (struct str){.ptr = line, .len = len + 1};
	free(dump);
	return RC_OK;
}
