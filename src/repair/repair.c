#include "repair/repair.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "repair/code.h"
#include "repair/judge.h"
#include "viet/letter.h"
#include "viet/lower.h"
#include "viet/tone.h"

enum {
	BATCH = 256, /* tokens that are decoded together */
	TOKEN_MAX = 1 << 16,
	TWICE_MAX = 4 * 1024 * 1024, /* bytes of a text that is read twice: the second time with what was found the first time */
};

struct repair {
	const struct repair_model *model;
	struct repair_search *search;
	struct repair_memory *memory;
	struct repair_initials initials;
};

struct repair *repair_new(struct arena *arena, const struct repair_model *model)
{
	struct repair *repair = ARENA_NEW(arena, struct repair);
	repair->model = model;
	repair->search = repair_candidates_search_new(arena, model);
	repair->memory = repair_memory_new(arena);
	return repair;
}

/* A word of the model in a case. */
static void write_word(struct buf *out, struct str word, enum repair_case written)
{
	for (size_t at = 0, i = 0; at < word.len; i++) {
		uint32_t c = utf8_next(word, &at);
		struct viet_letter letter = viet_letter_of(c);
		letter.upper = written == REPAIR_CAPITALS || (written == REPAIR_TITLE && i == 0);
		buf_add_code_point(out, letter.letter != 0 ? viet_letter_compose(letter) : c);
	}
}

/* A word in the case of each letter that it was typed with. */
static void write_like(struct buf *out, struct str word, struct str typed)
{
	for (size_t at = 0, from = 0; at < word.len;) {
		uint32_t c = utf8_next(word, &at);
		struct viet_letter letter = viet_letter_of(c);
		letter.upper = from < typed.len && viet_letter_of(utf8_next(typed, &from)).upper;
		buf_add_code_point(out, letter.letter != 0 ? viet_letter_compose(letter) : c);
	}
}

/* "YouTube", "VNeID": a name with a case of its own. */
static bool is_camel(struct str word)
{
	bool small_before = false, small = false, capital_inside = false;
	for (size_t i = 0; i < word.len; i++) {
		bool is_small = word.ptr[i] >= 'a' && word.ptr[i] <= 'z', is_capital = word.ptr[i] >= 'A' && word.ptr[i] <= 'Z';
		capital_inside = capital_inside || (is_capital && small_before);
		small_before = is_small;
		small = small || is_small;
	}
	return small && capital_inside;
}

/* What is no word of the model: codes and abbreviations. */
static struct str restored(const struct repair *repair, struct arena *arena, const struct repair_option *option)
{
	if (option->word == REPAIR_CODE)
		return repair_code_restore(arena, repair->search, &repair->initials, option->text);
	if (option->word == REPAIR_UNKNOWN)
		return repair_code_expand(arena, &repair->initials, option->text);
	return option->text;
}

static void write_option(const struct repair *repair, struct arena *arena, enum repair_way way, struct str typed,
                         const struct repair_option *option, enum repair_case written, struct buf *out)
{
	struct str word = option->text.ptr == NULL ? repair_model_text(repair->model, option->word) : (struct str){0};
	if (option->text.ptr != NULL)
		buf_add(out, way == REPAIR_DAMAGE ? restored(repair, arena, option) : option->text);
	else if (str_eq(viet_tone_old_style(arena, viet_lower(arena, typed)), word) && option->after == 0 && way == REPAIR_ACCENTS)
		buf_add(out, typed);
	else if (is_camel(typed) && str_eq_nocase(typed, word))
		buf_add(out, typed);
	else if (way == REPAIR_ACCENTS)
		write_like(out, word, typed);
	else
		write_word(out, word, written);
}

/* The token with its pieces as chosen, but piece `other` as the option says (NULL: all as chosen). */
static struct str write_token(const struct repair *repair, struct arena *arena, enum repair_way way, struct str text,
                              const struct repair_tokens *tokens, const struct repair_token *token,
                              const struct repair_choice *choices, size_t other, const struct repair_option *option)
{
	struct buf out;
	buf_init(&out, arena, TOKEN_MAX);
	size_t done = token->from;
	for (size_t p = token->piece; p < token->piece + token->pieces_n; p++) {
		const struct repair_piece *piece = &tokens->pieces.at[p];
		const struct repair_option *chosen = option != NULL && p == other ? option : &choices[p].option;
		size_t from = piece->from - chosen->before;
		buf_add(&out, str_part(text, done, from > done ? from - done : 0));
		struct str typed = str_part(text, piece->from, piece->to - piece->from);
		write_option(repair, arena, way, typed, chosen, choices[p].written, &out);
		done = piece->to + chosen->after;
	}
	buf_add(&out, str_part(text, done, token->to - done));
	return buf_str(&out);
}

static void note_initials(struct repair *repair, const struct repair_piece_vec *pieces, const struct repair_choice *choices)
{
	for (size_t i = 0; i < pieces->n; i++)
		if (choices[i].option.text.ptr == NULL)
			repair_code_initials_add(&repair->initials, repair_model_text(repair->model, choices[i].option.word));
}

/* Signs as official texts have them: readers take the dash that they have for a longer one, and a dash that begins an item for
 * "~". */
static struct str write_signs(struct arena *arena, struct str token)
{
	struct buf out;
	if (str_eq(token, STR("~")))
		return STR("-");
	if (!str_contains(token, STR("—")))
		return token;
	buf_init(&out, arena, TOKEN_MAX);
	for (size_t at = 0; at < token.len;) {
		uint32_t c = utf8_next(token, &at);
		buf_add_code_point(&out, c == U'—' ? U'–' : c);
	}
	return buf_str(&out);
}

/* A token as the choices make it. */
static struct repair_word mend(const struct repair *repair, struct arena *arena, enum repair_way way, struct str text,
                               const struct repair_tokens *tokens, const struct repair_token *token,
                               const struct repair_choice *choices)
{
	struct repair_word word = {.from = token->from, .to = token->to, .confidence = 100};
	size_t least = token->piece;
	for (size_t p = token->piece; p < token->piece + token->pieces_n; p++)
		if (choices[p].confidence < choices[least].confidence)
			least = p;
	word.text = write_token(repair, arena, way, text, tokens, token, choices, 0, NULL);
	if (way == REPAIR_DAMAGE)
		word.text = write_signs(arena, word.text);
	if (token->pieces_n > 0)
		word.confidence = choices[least].confidence;
	word.changed = !str_eq(word.text, str_part(text, token->from, token->to - token->from));
	for (size_t a = 0; token->pieces_n > 0 && a < REPAIR_ALTERNATIVES && choices[least].likelihood[a] > 0; a++) {
		const struct repair_option *option = &choices[least].alternative[a];
		word.alternatives[word.alternatives_n++] =
		    (struct repair_alternative){.text = write_token(repair, arena, way, text, tokens, token, choices, least, option),
		                                .percent = choices[least].likelihood[a]};
	}
	return word;
}

/* Hands out a batch; without choices as it stands; `damaged` says for each line whether it is (NULL: all are). */
static enum rc hand_out(const struct repair *repair, struct arena *arena, enum repair_way way, struct str text,
                        const struct repair_tokens *tokens, const struct repair_choice *choices, const bool *damaged,
                        const struct repair_sink *sink)
{
	for (size_t t = 0; t < tokens->tokens.n; t++) {
		const struct repair_token *token = &tokens->tokens.at[t];
		struct repair_word word = {.from = token->from, .to = token->to, .confidence = 100};
		word.text = str_part(text, token->from, token->to - token->from);
		if (choices != NULL && (damaged == NULL || damaged[token->line]))
			word = mend(repair, arena, way, text, tokens, token, choices);
		TRY(sink->take(sink->context, &word));
	}
	return RC_OK;
}

/* Remembers which words stood together, for a second look at the text. */
static void remember(struct repair *repair, const struct repair_tokens *tokens, const struct repair_choice *choices,
                     const bool *damaged)
{
	unsigned first = REPAIR_UNKNOWN, second = REPAIR_START;
	for (size_t i = 0; i < tokens->pieces.n; i++) {
		const struct repair_piece *piece = &tokens->pieces.at[i];
		unsigned word = choices[i].option.word;
		if (piece->fresh) {
			first = REPAIR_UNKNOWN;
			second = REPAIR_START;
		}
		if (word >= REPAIR_FIRST_WORD && second >= REPAIR_FIRST_WORD &&
		    (damaged == NULL || damaged[tokens->tokens.at[piece->token].line]))
			repair_memory_add(repair->memory, first >= REPAIR_FIRST_WORD ? first : REPAIR_UNKNOWN, second, word, 1);
		first = second;
		second = word;
	}
}

/* One way through the text. Without a sink it only notes what it finds. */
static enum rc pass(struct repair *repair, enum repair_way way, bool all, struct str text, const struct repair_sink *sink)
{
	struct arena *arena = arena_new();
	struct repair_context context = repair_language_start();
	struct repair_judge judge = repair_judge_begin();
	struct repair_tokens tokens;
	size_t at = 0;
	bool after_stop = true;
	enum rc rc = RC_OK;
	repair->initials.n = 0;
	while (rc == RC_OK && repair_token_next(arena, text, &at, &after_stop, BATCH, &tokens)) {
		struct repair_choice *choices = NULL;
		const bool *damaged = NULL;
		if (all || !repair_judge_is_plainly_sound(&judge, text, &tokens)) {
			choices = repair_decode(arena, repair->search, repair->memory, way, text, &tokens.pieces, &context,
			                        sink != NULL && sink->alternatives);
			note_initials(repair, &tokens.pieces, choices);
			damaged = all ? NULL : repair_judge_lines(arena, &judge, repair->model, text, &tokens, choices);
		}
		if (sink != NULL)
			rc = hand_out(repair, arena, way, text, &tokens, choices, damaged, sink);
		else if (choices != NULL)
			remember(repair, &tokens, choices, damaged);
		arena_reset(arena);
	}
	arena_free(arena);
	return rc;
}

enum rc repair_run(struct repair *repair, enum repair_way way, bool all, struct str text, const struct repair_sink *sink)
{
	repair_memory_clear(repair->memory);
	if (text.len <= TWICE_MAX)
		TRY(pass(repair, way, all, text, NULL));
	return pass(repair, way, all, text, sink);
}
