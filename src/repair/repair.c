#include "repair/repair.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "repair/case.h"
#include "repair/code.h"
#include "repair/judge.h"
#include "repair/roman.h"
#include "viet/fold.h"
#include "viet/letter.h"
#include "viet/lower.h"
#include "viet/tone.h"

enum {
	BATCH = 256, /* tokens that are decoded together */
	TAUGHT = 3,  /* how often what is taught counts as seen */
	TOKEN_MAX = 1 << 16,
	TWICE_MAX = 4 * 1024 * 1024, /* bytes of a text that is read twice: the second time with what was found the first time */
};

struct repair {
	const struct repair_model *model;
	struct repair_search *search;
	struct repair_memory *memory;
	struct repair_initials initials;
	unsigned heading;        /* the last one with a Roman number */
	unsigned quarter_word;   /* the model's number of "quý" */
	bool quarters_are_roman; /* by one that was found in the text */
};

struct repair *repair_new(struct arena *arena, const struct repair_model *model)
{
	struct repair *repair = ARENA_NEW(arena, struct repair);
	repair->model = model;
	repair->search = repair_candidates_search_new(arena, model);
	repair->memory = repair_memory_new(arena);
	repair->quarter_word = repair_model_word(model, STR("quý"));
	return repair;
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
static struct str restored(const struct repair *repair, struct arena *arena, enum repair_way way,
                           const struct repair_option *option)
{
	if (option->word == REPAIR_CODE) {
		struct str code = repair_code_restore(arena, repair->search, &repair->initials, option->text);
		/* marks alone are put back where marks alone were lost */
		bool same = way == REPAIR_DAMAGE || str_eq(viet_fold(arena, code), viet_fold(arena, option->text));
		return same ? code : option->text;
	}
	if (option->word == REPAIR_UNKNOWN)
		return repair_code_expand(arena, &repair->initials, option->text);
	return option->text;
}

static void write_option(const struct repair *repair, struct arena *arena, enum repair_way way, struct str typed,
                         const struct repair_option *option, enum repair_case written, struct buf *out)
{
	struct str word = option->text.ptr == NULL ? repair_model_text(repair->model, option->word) : (struct str){0};
	if (option->text.ptr != NULL)
		buf_add(out, restored(repair, arena, way, option));
	else if (str_eq(viet_tone_old_style(arena, viet_lower(arena, typed)), word) && option->after == 0 && way == REPAIR_ACCENTS)
		buf_add(out, typed);
	else if (is_camel(typed) && str_eq_nocase(typed, word))
		buf_add(out, typed);
	else if (way == REPAIR_ACCENTS)
		write_like(out, word, typed);
	else
		repair_case_write(out, word, written);
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

/* A batch of tokens, and what became of those that were looked at. */
struct batch {
	struct repair_tokens tokens;
	struct repair_tokens part;      /* those of the lines that were looked at */
	struct repair_choice *choices;  /* of the pieces of `part` */
	const bool *doubtful, *damaged; /* by line; damaged NULL: all are */
};

static bool is_damaged(const struct batch *batch, size_t line)
{
	return batch->damaged == NULL || batch->damaged[line];
}

static enum rc hand_out(const struct repair *repair, struct arena *arena, enum repair_way way, struct str text,
                        const struct batch *batch, const struct repair_sink *sink)
{
	size_t looked_at = 0;
	for (size_t t = 0; t < batch->tokens.tokens.n; t++) {
		const struct repair_token *token = &batch->tokens.tokens.at[t];
		struct repair_word word = {.from = token->from, .to = token->to, .confidence = 100};
		word.text = str_part(text, token->from, token->to - token->from);
		if (batch->choices != NULL && batch->doubtful[token->line]) {
			const struct repair_token *same = &batch->part.tokens.at[looked_at++];
			if (is_damaged(batch, token->line))
				word = mend(repair, arena, way, text, &batch->part, same, batch->choices);
		}
		TRY(sink->take(sink->context, &word));
	}
	return RC_OK;
}

/* The tokens of the doubtful lines; where a line was left out a sentence begins. */
static struct repair_tokens part_of(struct arena *arena, const struct repair_tokens *all, const bool *doubtful)
{
	struct repair_tokens part = {0};
	bool skipped = false;
	for (size_t t = 0; t < all->tokens.n; t++) {
		struct repair_token token = all->tokens.at[t];
		if (!doubtful[token.line]) {
			skipped = true;
			continue;
		}
		size_t from = token.piece;
		token.piece = part.pieces.n;
		for (size_t p = 0; p < token.pieces_n; p++) {
			struct repair_piece piece = all->pieces.at[from + p];
			piece.token = part.tokens.n;
			piece.fresh = piece.fresh || skipped;
			skipped = false;
			VEC_PUSH(arena, &part.pieces, piece);
		}
		VEC_PUSH(arena, &part.tokens, token);
	}
	return part;
}

/* Remembers which words stood together, for a second look at the text. */
static void remember(struct repair *repair, const struct batch *batch)
{
	unsigned first = REPAIR_UNKNOWN, second = REPAIR_START;
	for (size_t i = 0; i < batch->part.pieces.n; i++) {
		const struct repair_piece *piece = &batch->part.pieces.at[i];
		unsigned word = batch->choices[i].option.word;
		if (piece->fresh) {
			first = REPAIR_UNKNOWN;
			second = REPAIR_START;
		}
		if (word >= REPAIR_FIRST_WORD && is_damaged(batch, batch->part.tokens.at[piece->token].line))
			repair_memory_add_word(repair->memory, word);
		bool known = word >= REPAIR_FIRST_WORD && second >= REPAIR_FIRST_WORD;
		if (known && is_damaged(batch, batch->part.tokens.at[piece->token].line))
			repair_memory_add(repair->memory, first >= REPAIR_FIRST_WORD ? first : REPAIR_UNKNOWN, second, word, 1);
		first = second;
		second = word;
	}
}

/* Sets the numbers that are known by what stands before them: of headings, by the last one, and of quarters, by the word. */
static void set_numbers(struct repair *repair, struct arena *arena, struct str text, const struct batch *batch)
{
	bool quarter = false, named = false; /* behind a quarter another may follow, which is no plain number */
	for (size_t i = 0; i < batch->part.pieces.n; i++) {
		const struct repair_piece *piece = &batch->part.pieces.at[i];
		struct repair_option *option = &batch->choices[i].option;
		struct str read = str_part(text, piece->from, piece->to - piece->from), found;
		if (option->text.ptr == NULL) {
			quarter = named = option->word == repair->quarter_word;
			continue;
		}
		if (piece->marker && repair_roman_value(option->text) > 0) {
			option->text = repair_roman_heading(arena, read, repair->heading);
			repair->heading = repair_roman_value(option->text);
		}
		found = quarter ? repair_roman_quarter(arena, read, repair->quarters_are_roman) : (struct str){0};
		quarter = found.len > 0 && (named || piece->kind != REPAIR_NUMBER_PIECE);
		named = false;
		if (!quarter)
			continue;
		option->text = found;
		repair->quarters_are_roman = repair->quarters_are_roman || memchr(found.ptr, 'I', found.len) != NULL;
	}
}

struct pass {
	enum repair_way way;
	bool all; /* every line is taken for damaged */
	struct str text;
	const struct repair_sink *sink; /* NULL: what is found is only remembered */
};

/* Decodes what must be looked at in a batch, and says which of its lines are damaged. */
static void look(struct repair *repair, struct arena *arena, const struct pass *pass, struct repair_context *context,
                 struct repair_judge *judge, struct batch *batch)
{
	size_t lines = repair_judge_lines_of(&batch->tokens);
	bool *doubtful = repair_judge_doubtful(arena, repair->model, pass->text, &batch->tokens);
	if (pass->all)
		memset(doubtful, true, lines);
	batch->doubtful = doubtful;
	batch->part = part_of(arena, &batch->tokens, doubtful);
	if (batch->part.tokens.n == 0) {
		*judge = repair_judge_sound();
		return;
	}
	batch->choices = repair_decode(arena, repair->search, repair->memory, pass->way, pass->text, &batch->part.pieces, context,
	                               pass->sink != NULL && pass->sink->alternatives);
	set_numbers(repair, arena, pass->text, batch);
	note_initials(repair, &batch->part.pieces, batch->choices);
	if (!pass->all)
		batch->damaged =
		    repair_judge_lines(arena, judge, repair->model, pass->text, &batch->part, batch->choices, doubtful, lines);
}

/* One way through the text. *ret_damaged: whether any line is. */
static enum rc run_pass(struct repair *repair, const struct pass *pass, bool *ret_damaged)
{
	struct arena *arena = arena_new();
	struct repair_context context = repair_language_start();
	struct repair_judge judge = repair_judge_begin();
	struct batch batch = {0};
	size_t at = 0;
	bool after_stop = true;
	enum rc rc = RC_OK;
	repair->initials.n = 0;
	repair->heading = 0;
	*ret_damaged = false;
	while (rc == RC_OK && repair_token_next(arena, pass->text, &at, &after_stop, BATCH, &batch.tokens)) {
		look(repair, arena, pass, &context, &judge, &batch);
		for (size_t i = 0; batch.choices != NULL && i < repair_judge_lines_of(&batch.tokens); i++)
			*ret_damaged = *ret_damaged || is_damaged(&batch, i);
		if (pass->sink != NULL)
			rc = hand_out(repair, arena, pass->way, pass->text, &batch, pass->sink);
		else if (batch.choices != NULL)
			remember(repair, &batch);
		arena_reset(arena);
		batch = (struct batch){0};
	}
	arena_free(arena);
	return rc;
}

/* Counts the readings of names. */
static void count_names(struct repair *repair, struct str text)
{
	struct arena *arena = arena_new();
	struct repair_tokens tokens;
	size_t at = 0;
	bool after_stop = true;
	while (repair_token_next(arena, text, &at, &after_stop, BATCH, &tokens)) {
		for (size_t i = 0; i < tokens.pieces.n; i++) {
			const struct repair_piece *piece = &tokens.pieces.at[i];
			if (piece->name)
				repair_memory_add_name(repair->memory, str_part(text, piece->from, piece->to - piece->from));
		}
		arena_reset(arena);
	}
	arena_free(arena);
}

enum rc repair_run(struct repair *repair, enum repair_way way, bool all, struct str text, const struct repair_sink *sink)
{
	struct pass pass = {.way = way, .all = all, .text = text};
	bool damaged;
	if (text.len <= TWICE_MAX) {
		count_names(repair, text);
		TRY(run_pass(repair, &pass, &damaged));
		repair_memory_weigh(repair->memory);
	}
	pass.sink = sink;
	return run_pass(repair, &pass, &damaged);
}

void repair_teach(struct repair *repair, struct str text)
{
	struct arena *arena = arena_new();
	struct repair_tokens tokens;
	size_t at = 0;
	bool after_stop = true;
	while (repair_token_next(arena, text, &at, &after_stop, BATCH, &tokens)) {
		unsigned first = REPAIR_UNKNOWN, second = REPAIR_UNKNOWN;
		for (size_t i = 0; i < tokens.pieces.n; i++) {
			const struct repair_piece *piece = &tokens.pieces.at[i];
			struct str word = viet_lower(arena, str_part(text, piece->from, piece->to - piece->from));
			unsigned third = piece->kind == REPAIR_WORD_PIECE ? repair_model_word(repair->model, viet_tone_old_style(arena, word))
			                                                  : REPAIR_UNKNOWN;
			if (piece->fresh)
				first = second = REPAIR_UNKNOWN;
			if (second != REPAIR_UNKNOWN && third != REPAIR_UNKNOWN)
				repair_memory_add(repair->memory, first, second, third, TAUGHT);
			first = second;
			second = third;
		}
		arena_reset(arena);
	}
	arena_free(arena);
}

enum rc repair_run_if_damaged(struct repair *repair, struct str text, const struct repair_teacher *teacher,
                              const struct repair_sink *sink)
{
	struct pass pass = {.way = REPAIR_DAMAGE, .text = text};
	bool damaged;
	if (!repair_judge_may_be_damaged(text))
		return RC_OK;
	count_names(repair, text);
	TRY(run_pass(repair, &pass, &damaged));
	if (!damaged)
		return RC_OK;
	repair_memory_weigh(repair->memory);
	if (teacher != NULL)
		TRY(teacher->teach(teacher->context, repair));
	pass.sink = sink;
	return run_pass(repair, &pass, &damaged);
}
