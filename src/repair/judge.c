#include "repair/judge.h"

#include <string.h>

#include "base/utf8.h"
#include "viet/letter.h"
#include "viet/lower.h"
#include "viet/syllable.h"
#include "viet/tone.h"

/* Costs in 1/64 nat. */
enum {
	CHANGE = 12 * REPAIR_NAT,      /* of going from sound lines to damaged ones or back */
	CAUTION = REPAIR_NAT,          /* for each word of a damaged line: what is changed must be worth it */
	PROGRAM = 2,                   /* such tokens in a line make it one of a program */
	FAR = 1 << 24,                 /* for a line that surely is sound */
	SURELY_SOUND_PERCENT = 25,     /* words with letters that no other reader puts */
	STRANGE = 11 * REPAIR_NAT / 2, /* for each word of a line as it stands: sound ones have half of it */
	LEAST_STRANGE = 3,             /* words of a line that may be strange */
	KEPT_LETTER =
	    9 * REPAIR_NAT / 2, /* what the channel of a reader without Vietnamese says too much for a letter that was kept */
	UNKNOWN_WORD = 3 * REPAIR_NAT,
	UNKNOWN_LETTER = 110,
	PROPER_MOST = 13 * REPAIR_NAT, /* an unknown word is not dearer than this, however long */
};

/* The next word that is letters alone, four bytes or more where it is in capitals: shorter ones are abbreviations. */
static bool next_plain_word(struct str text, size_t *at, struct str *ret)
{
	enum { LONGEST_ABBREVIATION = 5 };
	while (*at < text.len) {
		size_t from = *at, to;
		bool small = false, plain = true;
		while (from < text.len && (unsigned char)text.ptr[from] <= ' ')
			from++;
		for (to = from; to < text.len && (unsigned char)text.ptr[to] > ' ';)
			to++;
		*at = to;
		while (from < to && strchr("(\"'[*|", text.ptr[from]) != NULL)
			from++;
		while (to > from && strchr(")\"']*|.,;:!?", text.ptr[to - 1]) != NULL)
			to--;
		for (size_t i = from; i < to; i++) {
			unsigned char c = (unsigned char)text.ptr[i];
			small = small || (c >= 'a' && c <= 'z');
			plain = plain && (c >= 0x80 || ((c | 32) >= 'a' && (c | 32) <= 'z'));
		}
		*ret = str_part(text, from, to - from);
		if (plain && ret->len > (small ? 1 : LONGEST_ABBREVIATION))
			return true;
	}
	return false;
}

bool repair_judge_may_be_damaged(struct str text)
{
	enum { PASSAGE = 50, MANY = 6, FEW = 2 }; /* damaged text has ten and more among fifty words, sound text one or two */
	struct str word;
	size_t at = 0, words = 0, odd = 0;
	while (next_plain_word(text, &at, &word)) {
		odd += viet_syllable_cost(word) >= VIET_SYLLABLE_RARE;
		if (odd >= MANY)
			return true;
		if (++words == PASSAGE)
			words = odd = 0;
	}
	return odd >= FEW && odd * PASSAGE >= words * MANY;
}

struct repair_judge repair_judge_begin(void)
{
	return (struct repair_judge){.damaged = 2 * REPAIR_NAT};
}

struct repair_judge repair_judge_sound(void)
{
	return (struct repair_judge){.damaged = CHANGE};
}

/* How many letters are đ ă ơ ư or vowels with two marks, a hook or a dot: outside Latin-1. */
static int own_letters(struct str word)
{
	int n = 0;
	for (size_t at = 0; at < word.len;) {
		uint32_t c = utf8_next(word, &at);
		n += c >= 0x100 && viet_letter_of(c).letter != 0;
	}
	return n;
}

static struct str core_of(struct str text, const struct repair_piece *piece)
{
	return str_part(text, piece->from, piece->to - piece->from);
}

static bool is_word(const struct repair_piece *piece)
{
	return piece->kind == REPAIR_WORD_PIECE || piece->kind == REPAIR_MIXED_PIECE;
}

struct line {
	size_t words, own;     /* words; those with letters that only Vietnamese has */
	int64_t as_is, mended; /* what the line costs as it stands, and restored */
	size_t program;        /* tokens that programs are written with */
};

size_t repair_judge_lines_of(const struct repair_tokens *tokens)
{
	return tokens->tokens.n > 0 ? tokens->tokens.at[tokens->tokens.n - 1].line + 1 : 0;
}

/* What a word costs as it stands. */
static int as_is(struct arena *arena, const struct repair_model *model, struct str text, const struct repair_piece *piece,
                 struct repair_context *context)
{
	struct str core = core_of(text, piece);
	if (!is_word(piece))
		return repair_language_step(model, context, piece->kind == REPAIR_CODE_PIECE ? REPAIR_CODE : REPAIR_NUMBER, context);
	struct str word = viet_tone_old_style(arena, viet_lower(arena, core));
	unsigned number = repair_model_word(model, word);
	int cost = repair_language_step(model, context, number, context);
	if (number == REPAIR_UNKNOWN) {
		int own = UNKNOWN_WORD + (int)utf8_count(core) * UNKNOWN_LETTER;
		cost += own < PROPER_MOST ? own : PROPER_MOST;
	}
	return cost;
}

/* What the lines cost as they stand, without their signs. */
static void weigh_as_is(struct arena *arena, const struct repair_model *model, struct str text,
                        const struct repair_tokens *tokens, struct line *lines)
{
	struct repair_context context = repair_language_start();
	for (size_t p = 0; p < tokens->pieces.n; p++) {
		const struct repair_piece *piece = &tokens->pieces.at[p];
		if (piece->fresh || piece->gap == REPAIR_SIGN_GAP)
			context = repair_language_start();
		lines[tokens->tokens.at[piece->token].line].as_is += as_is(arena, model, text, piece, &context);
	}
}

/* A token that programs are written with, and sentences are not. */
static bool is_of_program(struct str token)
{
	static const char *const signs[] = {"==", "||", "&&", "!=", "->", "=>", "+=", "{", "}", "};", "*/", "/*", "//"};
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (str_eq(token, str_of(signs[i])))
			return true;
	return str_has_suffix(token, STR(");")) || str_has_suffix(token, STR("();"));
}

bool *repair_judge_doubtful(struct arena *arena, const struct repair_model *model, struct str text,
                            const struct repair_tokens *tokens)
{
	size_t n = repair_judge_lines_of(tokens);
	struct line *lines = ARENA_ARRAY(arena, struct line, n + 1);
	bool *doubtful = ARENA_ARRAY(arena, bool, n + 1);
	for (size_t p = 0; p < tokens->pieces.n; p++) {
		const struct repair_piece *piece = &tokens->pieces.at[p];
		struct line *line = &lines[tokens->tokens.at[piece->token].line];
		line->words += is_word(piece);
		line->own += is_word(piece) && own_letters(core_of(text, piece)) > 0;
	}
	for (size_t t = 0; t < tokens->tokens.n; t++) {
		const struct repair_token *token = &tokens->tokens.at[t];
		lines[token->line].program += is_of_program(str_part(text, token->from, token->to - token->from));
	}
	weigh_as_is(arena, model, text, tokens, lines);
	for (size_t i = 0; i < n; i++) {
		bool strange = lines[i].words >= LEAST_STRANGE && lines[i].as_is > (int64_t)lines[i].words * STRANGE;
		doubtful[i] = strange || lines[i].own * 100 < lines[i].words * SURELY_SOUND_PERCENT;
		doubtful[i] = doubtful[i] && lines[i].program < PROGRAM;
	}
	return doubtful;
}

static struct line *weigh(struct arena *arena, const struct repair_model *model, struct str text,
                          const struct repair_tokens *tokens, const struct repair_choice *choices, size_t lines_n)
{
	struct line *lines = ARENA_ARRAY(arena, struct line, lines_n + 1);
	struct repair_context context = repair_language_start();
	for (size_t p = 0; p < tokens->pieces.n; p++) {
		const struct repair_piece *piece = &tokens->pieces.at[p];
		struct line *line = &lines[tokens->tokens.at[piece->token].line];
		if (choices[p].begins) {
			line->as_is += repair_language_end(model, &context);
			context = repair_language_start();
		}
		line->as_is += as_is(arena, model, text, piece, &context) + repair_option_signs(text, piece);
		line->mended += choices[p].cost;
		if (is_word(piece))
			line->mended -= (int64_t)own_letters(core_of(text, piece)) * KEPT_LETTER;
		line->words += is_word(piece);
	}
	return lines;
}

bool *repair_judge_lines(struct arena *arena, struct repair_judge *judge, const struct repair_model *model, struct str text,
                         const struct repair_tokens *tokens, const struct repair_choice *choices, const bool *doubtful,
                         size_t lines_n)
{
	struct line *lines = weigh(arena, model, text, tokens, choices, lines_n);
	bool *worsens = ARENA_ARRAY(arena, bool, lines_n + 1), *heals = ARENA_ARRAY(arena, bool, lines_n + 1);
	bool *damaged = ARENA_ARRAY(arena, bool, lines_n + 1);
	for (size_t i = 0; i < lines_n; i++) {
		/* the cheapest way into each state */
		worsens[i] = judge->sound + CHANGE < judge->damaged;
		heals[i] = judge->damaged + CHANGE < judge->sound;
		int64_t sound = heals[i] ? judge->damaged + CHANGE : judge->sound;
		int64_t bad = worsens[i] ? judge->sound + CHANGE : judge->damaged;
		sound += lines[i].as_is;
		bad += lines[i].mended + (int64_t)lines[i].words * CAUTION + (doubtful[i] ? 0 : FAR);
		int64_t least = sound < bad ? sound : bad;
		*judge = (struct repair_judge){.sound = sound - least, .damaged = bad - least};
	}
	bool state = judge->damaged < judge->sound;
	for (size_t i = lines_n; i-- > 0;) {
		damaged[i] = state;
		state = state ? !worsens[i] : heals[i]; /* before this line */
	}
	return damaged;
}
