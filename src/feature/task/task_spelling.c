#include "feature/task/task_spelling.h"

#include "base/buf.h"
#include "repair/repair.h"
#include "repair/store.h"
#include "repair/suggest.h"

/* A text is taken for Vietnamese without marks where so many of its words, of that many at least, may lack some. */
enum { LEAST_WORDS = 2, BARE_PERCENT = 65 };

/* A second meaning is offered where it is that likely. */
enum { MEANINGS = 2, WORTH_PERCENT = 25, TEXT_MAX = 64 * 1024 };

struct task_spelling {
	bool has_model;
	struct repair_model model;
	struct repair_search *search;
};

enum rc task_spelling_open(struct arena *arena, struct task_spelling **ret)
{
	struct task_spelling *spelling = ARENA_NEW(arena, struct task_spelling);
	enum rc rc = repair_store_open(arena, &spelling->model);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	spelling->has_model = rc == RC_OK;
	if (spelling->has_model)
		spelling->search = repair_candidates_search_new(arena, &spelling->model);
	*ret = spelling;
	return RC_OK;
}

void task_spelling_close(struct task_spelling *spelling)
{
	if (spelling->has_model)
		repair_store_close(&spelling->model);
	spelling->has_model = false;
}

/* ---- the fields that are looked at ---- */

static bool is_noted(struct str look, struct str field)
{
	struct str name;
	while (str_split(&look, ',', &name))
		if (str_eq(name, field))
			return true;
	return false;
}

void task_spelling_note(struct arena *arena, struct str *look, struct str field)
{
	struct str rest = *look, name;
	size_t n = 0;
	while (str_split(&rest, ',', &name))
		n += name.len > 0;
	if (n >= TASK_SPELLING_FIELDS || is_noted(*look, field))
		return;
	*look = str_format(arena, "%.*s%s%.*s", STR_ARG(*look), look->len > 0 ? "," : "", STR_ARG(field));
}

/* ---- what is offered ---- */

/* Whether a word of letters alone may be another one without its marks. */
static bool may_lack_marks(const struct task_spelling *spelling, struct str word)
{
	const struct repair_candidates *found = repair_candidates_find_accents(spelling->search, word);
	for (size_t i = 0; i < found->n; i++)
		if (repair_model_text(&spelling->model, found->at[i].word).len > word.len)
			return true;
	return false;
}

/* Whether a text is Vietnamese that was typed without its marks. */
static bool is_without_marks(const struct task_spelling *spelling, struct str text)
{
	size_t words = 0, bare = 0;
	for (size_t at = 0; at < text.len;) {
		size_t from = at;
		bool letters = true;
		for (; at < text.len && (unsigned char)text.ptr[at] > ' '; at++) {
			if ((unsigned char)text.ptr[at] >= 0x80)
				return false;
			letters = letters && (text.ptr[at] | 32) >= 'a' && (text.ptr[at] | 32) <= 'z';
		}
		if (letters && at > from) {
			words++;
			bare += may_lack_marks(spelling, str_part(text, from, at - from));
		}
		at += at == from;
	}
	return words >= LEAST_WORDS && bare * 100 >= words * BARE_PERCENT;
}

struct writer {
	struct str text;
	struct buf out;
	size_t done;
};

static enum rc write_word(void *context, const struct repair_word *word)
{
	struct writer *writer = context;
	buf_add(&writer->out, str_part(writer->text, writer->done, word->from - writer->done));
	buf_add(&writer->out, word->text);
	writer->done = word->to;
	return RC_OK;
}

/* The text with its marks; as it is where that cannot be said. */
static struct str with_marks(struct arena *arena, const struct task_spelling *spelling, struct str text)
{
	struct writer writer = {.text = text};
	struct repair_sink sink = {.take = write_word, .context = &writer};
	struct str marked;
	if (!is_without_marks(spelling, text))
		return text;
	buf_init(&writer.out, arena, TEXT_MAX);
	if (repair_run(repair_new(arena, &spelling->model), REPAIR_ACCENTS, true, text, &sink) != RC_OK)
		return text;
	buf_add(&writer.out, str_from(text, writer.done));
	return buf_finish(&writer.out, &marked) == RC_OK ? marked : text;
}

static void offer_words(struct arena *arena, const struct task_spelling *spelling, struct str field, struct str text,
                        struct task_spelling_offer_vec *offers)
{
	struct repair_suspect_vec suspects = repair_suggest(arena, spelling->search, text);
	for (size_t i = 0; i < suspects.n; i++) {
		const struct repair_suspect *suspect = &suspects.at[i];
		struct str typed = str_part(text, suspect->from, suspect->to - suspect->from);
		for (size_t j = 0; j < suspect->n && j < MEANINGS && offers->n < TASK_SPELLING_OFFERS; j++) {
			struct str meant = suspect->at[j].text;
			if (j > 0 && suspect->at[j].percent < WORTH_PERCENT)
				break;
			struct str fix =
			    str_format(arena, "%.*s:%zu:%.*s:%.*s", STR_ARG(field), suspect->from, STR_ARG(typed), STR_ARG(meant));
			VEC_PUSH(arena, offers, ((struct task_spelling_offer){.typed = typed, .meant = meant, .fix = fix}));
		}
	}
}

static struct task_spelling_offer_vec offers_for(struct arena *arena, const struct task_spelling *spelling, struct str field,
                                                 struct str text)
{
	struct task_spelling_offer_vec offers = {0};
	if (!spelling->has_model || text.len > TEXT_MAX / 4)
		return offers;
	struct str marked = with_marks(arena, spelling, text);
	if (str_eq(marked, text)) {
		offer_words(arena, spelling, field, text, &offers);
	} else {
		struct str fix = str_format(arena, "%.*s:", STR_ARG(field));
		VEC_PUSH(arena, &offers, ((struct task_spelling_offer){.meant = marked, .fix = fix}));
	}
	return offers;
}

struct task_spelling_offer_vec task_spelling_offers(struct arena *arena, const struct task_spelling *spelling, struct str look,
                                                    struct str field, struct str text)
{
	if (!is_noted(look, field))
		return (struct task_spelling_offer_vec){0};
	return offers_for(arena, spelling, field, text);
}

enum rc task_spelling_worth(struct app_call *call, struct str look, struct str *ret)
{
	struct task_spelling *spelling;
	struct str worth = STR(""), name;
	if (look.len > 0) {
		TRY(task_spelling_open(call->arena, &spelling));
		while (str_split(&look, ',', &name))
			if (offers_for(call->arena, spelling, name, http_field_find(&call->request->form, name)).n > 0)
				task_spelling_note(call->arena, &worth, name);
		task_spelling_close(spelling);
	}
	*ret = worth;
	return RC_OK;
}

/* ---- what was accepted ---- */

/* The first place of a word at or behind `at`, or else anywhere; SIZE_MAX where it is gone. */
static size_t place_of(struct str text, struct str typed, size_t at)
{
	size_t place = at <= text.len ? str_find(text, typed, at) : SIZE_MAX;
	return place != SIZE_MAX ? place : str_find(text, typed, 0);
}

/* "OFFSET:TYPED:MEANT" put into a text, or all its marks where there is no more. */
static struct str fixed(struct arena *arena, const struct task_spelling *spelling, struct str text, struct str fix)
{
	struct str offset, typed;
	int64_t at = 0;
	if (!spelling->has_model)
		return text;
	if (fix.len == 0)
		return with_marks(arena, spelling, text);
	if (!str_split(&fix, ':', &offset) || !str_split(&fix, ':', &typed) || !str_parse_int(offset, &at) || at < 0 ||
	    typed.len == 0)
		return text;
	size_t place = place_of(text, typed, (size_t)at);
	if (place == SIZE_MAX)
		return text;
	struct str rest = str_from(text, place + typed.len);
	return str_format(arena, "%.*s%.*s%.*s", (int)place, text.ptr, STR_ARG(fix), STR_ARG(rest));
}

/* As pages show it: browsers send lines with CR LF. */
static struct str with_plain_lines(struct arena *arena, struct str text)
{
	struct buf out;
	buf_init(&out, arena, text.len + 1);
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] != '\r')
			buf_add_char(&out, text.ptr[i]);
	return buf_str(&out);
}

enum rc task_spelling_accept(struct app_call *call, struct str field, struct str text, struct str *ret)
{
	struct task_spelling *spelling;
	struct str fix = app_text(call, "fix"), of;
	*ret = text;
	if (fix.len == 0 || !str_split(&fix, ':', &of) || !str_eq(of, field) || fix.ptr == NULL)
		return RC_OK;
	TRY(task_spelling_open(call->arena, &spelling));
	*ret = fixed(call->arena, spelling, text, fix);
	task_spelling_close(spelling);
	return RC_OK;
}

enum rc task_spelling_fix(struct app_call *call, struct str *ret_look)
{
	bool accepts = app_text(call, "fix").len > 0;
	*ret_look = accepts ? app_text(call, "look") : STR("");
	for (size_t i = 0; accepts && i < call->request->form.n; i++) {
		struct http_field *sent = &call->request->form.at[i];
		struct str text = with_plain_lines(call->arena, sent->value);
		TRY(task_spelling_accept(call, sent->name, text, &text));
		sent->value = text;
	}
	return RC_OK;
}
