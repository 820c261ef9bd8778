#include "reading/reading_print.h"

#include "base/buf.h"
#include "base/utf8.h"

enum { MAX_OUTPUT = 64 * 1024 * 1024, COLUMNS = 4, MAX_LINES = 400 };

static const size_t widths[COLUMNS] = {4, 50, 26, 34};

struct printer {
	struct arena *arena;
	const struct message_catalogue *words;
	struct buf out;
};

static struct str say(struct printer *p, const char *id)
{
	return message_text(p->words, id);
}

static void pad(struct printer *p, size_t columns)
{
	while (columns-- > 0)
		buf_add_char(&p->out, ' ');
}

/* Takes the text's next line of at most `width` characters off *rest: whole words where they fit. */
static struct str take_line(struct str *rest, size_t width)
{
	size_t at = 0, column = 0, space = 0;
	while (at < rest->len && rest->ptr[at] != '\n') {
		if (column == width)
			break;
		if (rest->ptr[at] == ' ')
			space = at;
		utf8_next(*rest, &at);
		column++;
	}
	size_t end = at < rest->len && rest->ptr[at] != '\n' && rest->ptr[at] != ' ' && space > 0 ? space : at;
	struct str line = str_part(*rest, 0, end);
	*rest = str_from(*rest, end);
	while (rest->len > 0 && (rest->ptr[0] == ' ' || rest->ptr[0] == '\n'))
		*rest = str_from(*rest, 1);
	return line;
}

static void print_row(struct printer *p, struct str cells[COLUMNS])
{
	bool more = true;
	for (size_t line = 0; more && line < MAX_LINES; line++) {
		more = false;
		for (size_t c = 0; c < COLUMNS; c++) {
			struct str part = take_line(&cells[c], widths[c]);
			buf_add(&p->out, part);
			if (c + 1 < COLUMNS)
				pad(p, widths[c] - utf8_count(part) + 2);
			more = more || cells[c].len > 0;
		}
		buf_add_char(&p->out, '\n');
	}
}

static void print_field(struct printer *p, const char *id, struct str value)
{
	if (value.len == 0)
		return;
	struct str name = say(p, id);
	size_t used = utf8_count(name) + 2;
	buf_add(&p->out, name);
	buf_add(&p->out, STR(": "));
	for (bool first = true; value.len > 0; first = false) {
		if (!first)
			pad(p, used);
		buf_add(&p->out, take_line(&value, 118 - used));
		buf_add_char(&p->out, '\n');
	}
}

static void print_header(struct printer *p, const struct reading_header *h)
{
	print_field(p, MSG("Document"), h->kind.text);
	print_field(p, MSG("Title"), h->title.text);
	print_field(p, MSG("Issued by"), h->issuer.text);
	print_field(p, MSG("Number"), h->number.text);
	print_field(p, MSG("Date"), h->date != DATE_NONE ? date_format_short(p->arena, h->date) : h->date_raw.text);
	for (size_t i = 0; i < h->in_execution_of.n; i++)
		print_field(p, MSG("In execution of"), h->in_execution_of.at[i].text);
	print_field(p, MSG("Signed by"), h->signer_name.text);
	buf_add_char(&p->out, '\n');
}

static struct str units_of(struct printer *p, const struct reading_part *part)
{
	static const char *const roles[] = {MSG("leads"), MSG("helps"), MSG("does")};
	struct buf units;
	buf_init(&units, p->arena, 64 * 1024);
	for (size_t i = 0; i < part->assignments.n; i++) {
		struct str role = say(p, roles[part->assignments.at[i].role]);
		buf_add_format(&units, "%s%.*s (%.*s)", i > 0 ? "\n" : "", STR_ARG(part->assignments.at[i].unit), STR_ARG(role));
	}
	return buf_str(&units);
}

static void print_task(struct printer *p, const struct reading_task *task)
{
	for (size_t i = 0; i < task->parts.n; i++) {
		const struct reading_part *part = &task->parts.at[i];
		struct str when = part->schedule.kind == SCHEDULE_NONE ? part->schedule_raw.text
		                                                       : schedule_describe(p->arena, p->words, &part->schedule);
		struct str cells[COLUMNS] = {i == 0 ? task->ordinal : STR(""), i == 0 ? task->title.text : STR(""), when,
		                             units_of(p, part)};
		print_row(p, cells);
		for (size_t k = 0; k < part->products.n; k++) {
			struct str product[COLUMNS] = {STR(""), str_format(p->arena, "→ %.*s", STR_ARG(part->products.at[k].text)), STR(""),
			                               STR("")};
			print_row(p, product);
		}
	}
}

static void print_tasks(struct printer *p, const struct reading_task_vec *tasks)
{
	struct str heads[COLUMNS] = {say(p, MSG("No.")), say(p, MSG("Task and products")), say(p, MSG("When")), say(p, MSG("Who"))};
	if (tasks->n == 0)
		return;
	print_row(p, heads);
	for (size_t c = 0; c < COLUMNS; c++) {
		for (size_t i = 0; i < widths[c]; i++)
			buf_add_char(&p->out, '-');
		buf_add(&p->out, c + 1 < COLUMNS ? STR("  ") : STR("\n"));
	}
	for (size_t i = 0; i < tasks->n; i++)
		print_task(p, &tasks->at[i]);
}

static void print_warnings(struct printer *p, const struct reading_warning_vec *warnings)
{
	for (size_t i = 0; i < warnings->n; i++) {
		struct str text = message_format(p->arena, p->words, &warnings->at[i].message);
		buf_add(&p->out, i == 0 ? STR("\n") : STR(""));
		for (bool first = true; text.len > 0; first = false) {
			buf_add(&p->out, first ? STR("! ") : STR("  "));
			buf_add(&p->out, take_line(&text, 116));
			buf_add_char(&p->out, '\n');
		}
	}
}

enum rc reading_print_write(struct arena *arena, const struct reading *reading, const struct message_catalogue *words,
                            struct str *ret)
{
	static const struct message_catalogue english = {.language = "en"};
	struct printer p = {.arena = arena, .words = words != NULL ? words : &english};
	buf_init(&p.out, arena, MAX_OUTPUT);
	print_header(&p, &reading->header);
	print_tasks(&p, &reading->tasks);
	print_warnings(&p, &reading->warnings);
	return buf_finish(&p.out, ret);
}
