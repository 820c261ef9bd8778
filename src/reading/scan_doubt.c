#include "reading/scan_doubt.h"

enum {
	UNSURE = 75,  /* percent: letters that were read less surely */
	DOUBTED = 80, /* percent: how sure a field with such letters is at most */
};

VEC_OF(unsure_word, struct document_span);

/* The words whose letters are unsure, in the order of the text. */
static struct unsure_word_vec find_unsure(struct arena *arena, const struct document *document)
{
	struct unsure_word_vec spans = {0};
	for (size_t i = 0; i < document->words.n; i++)
		if (document->words.at[i].confidence < UNSURE)
			VEC_PUSH(arena, &spans, document->words.at[i].span);
	return spans;
}

static bool is_unsure(const struct unsure_word_vec *words, struct document_span span)
{
	size_t low = 0, high = words->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (words->at[middle].end <= span.begin)
			low = middle + 1;
		else
			high = middle;
	}
	return low < words->n && words->at[low].begin < span.end;
}

static void lower(const struct unsure_word_vec *words, struct document_span span, uint8_t *confidence)
{
	if (*confidence > DOUBTED && is_unsure(words, span))
		*confidence = DOUBTED;
}

static void lower_field(const struct unsure_word_vec *words, struct reading_field *field)
{
	lower(words, field->span, &field->confidence);
	for (uint32_t i = 0; i < field->n_more; i++)
		lower(words, field->more[i], &field->confidence);
}

static void lower_fields(const struct unsure_word_vec *words, struct reading_field_vec *fields)
{
	for (size_t i = 0; i < fields->n; i++)
		lower_field(words, &fields->at[i]);
}

static void lower_header(const struct unsure_word_vec *words, struct reading_header *header)
{
	struct reading_field *const fields[] = {
	    &header->kind,     &header->issuer, &header->parent_body,  &header->number,      &header->place,
	    &header->date_raw, &header->title,  &header->signer_title, &header->signer_name, &header->attached_to};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		lower_field(words, fields[i]);
	lower_fields(words, &header->recipients);
	lower_fields(words, &header->in_execution_of);
}

static void lower_part(const struct unsure_word_vec *words, struct reading_part *part)
{
	lower_fields(words, &part->products);
	lower_fields(words, &part->funding);
	lower_field(words, &part->schedule_raw);
	lower_field(words, &part->assignment_raw);
	lower_field(words, &part->funding_raw);
	if (part->schedule_notes.confidence > part->schedule_raw.confidence)
		part->schedule_notes.confidence = part->schedule_raw.confidence;
	for (size_t i = 0; i < part->assignments.n; i++)
		lower(words, part->assignments.at[i].span, &part->assignments.at[i].confidence);
}

static void lower_tasks(const struct unsure_word_vec *words, struct reading_task_vec *tasks)
{
	for (size_t i = 0; i < tasks->n; i++) {
		struct reading_task *task = &tasks->at[i];
		lower_field(words, &task->title);
		lower_field(words, &task->channels);
		for (size_t p = 0; p < task->parts.n; p++)
			lower_part(words, &task->parts.at[p]);
	}
}

void scan_doubt(struct arena *arena, const struct document *document, struct reading *reading)
{
	struct unsure_word_vec words = find_unsure(arena, document);
	if (words.n == 0)
		return;
	lower_header(&words, &reading->header);
	lower_tasks(&words, &reading->tasks);
	for (size_t i = 0; i < reading->outline.n; i++)
		lower_field(&words, &reading->outline.at[i].title);
	for (size_t i = 0; i < reading->citations.n; i++)
		lower(&words, reading->citations.at[i].span, &reading->citations.at[i].confidence);
	for (size_t i = 0; i < reading->targets.n; i++)
		lower_field(&words, &reading->targets.at[i].text);
	for (size_t i = 0; i < reading->channels.n; i++)
		lower_field(&words, &reading->channels.at[i].name);
	for (size_t i = 0; i < reading->duties.n; i++)
		lower_field(&words, &reading->duties.at[i].text);
	for (size_t i = 0; i < reading->report_duties.n; i++)
		lower_field(&words, &reading->report_duties.at[i].what);
}
