#include "repair/suggest.h"

#include <math.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "repair/case.h"
#include "viet/fold.h"
#include "viet/letter.h"
#include "viet/lower.h"
#include "viet/syllable.h"
#include "viet/tone.h"

/* Costs in 1/64 nat of a person's having typed another word than was meant. */
enum {
	OTHER_MARKS = 5 * REPAIR_NAT,
	OTHER_LETTERS = 6 * REPAIR_NAT, /* beside what the channel says */
	NO_SYLLABLE = 5 * REPAIR_NAT,   /* a word in small letters that nobody knows and that cannot be a syllable */
	BATCH = 256,
	MOST = REPAIR_OPTIONS + REPAIR_CANDIDATES,
	FOLLOWING = REPAIR_ORDER - 1,
	DOUBTED = 1,  /* percent: a word that is as likely as that or less */
	WORTH = 2,    /* percent: a suggestion that is shown */
	LONGEST = 32, /* bytes of a word whose letters may be changed about */
	TEXT_MAX = 256,
};

/* What may have been meant by a piece. */
struct meant {
	uint16_t word;
	int cost;
	bool as_typed;
};

struct guess {
	struct meant at[MOST];
	size_t n;
};

static void add(struct guess *guess, struct meant meant)
{
	size_t i = 0;
	while (i < guess->n && (guess->at[i].word != meant.word || guess->at[i].as_typed))
		i++;
	if (i == guess->n && guess->n < MOST)
		guess->at[guess->n++] = meant;
	else if (i < guess->n && meant.cost < guess->at[i].cost)
		guess->at[i] = meant;
}

/* Words that the typed one is with two neighbouring letters changed about. */
static void add_swapped(struct arena *arena, const struct repair_model *model, struct str typed, struct guess *guess)
{
	struct str small = viet_lower(arena, typed);
	for (size_t at = 0; at < small.len;) {
		struct buf swapped;
		size_t from = at;
		(void)utf8_next(small, &at);
		size_t end = at;
		if (end < small.len)
			(void)utf8_next(small, &end);
		buf_init(&swapped, arena, TEXT_MAX);
		buf_add(&swapped, str_part(small, 0, from));
		buf_add(&swapped, str_part(small, at, end - at));
		buf_add(&swapped, str_part(small, from, at - from));
		buf_add(&swapped, str_from(small, end));
		unsigned word = repair_model_word(model, viet_tone_old_style(arena, buf_str(&swapped)));
		if (word >= REPAIR_FIRST_WORD)
			add(guess, (struct meant){.word = (uint16_t)word, .cost = OTHER_LETTERS});
	}
}

/* What may have been meant, and what was typed. */
static struct guess guess_of(struct arena *arena, struct repair_search *search, struct str text, struct repair_piece piece)
{
	struct guess guess = {0};
	struct repair_options options;
	struct str typed = str_part(text, piece.from, piece.to - piece.from), bare = viet_fold(arena, typed);
	unsigned as_typed = repair_model_word(repair_candidates_model(search), viet_tone_old_style(arena, viet_lower(arena, typed)));
	if (as_typed != REPAIR_UNKNOWN)
		add(&guess, (struct meant){.word = (uint16_t)as_typed, .as_typed = true});
	else if (typed.len <= LONGEST)
		add_swapped(arena, repair_candidates_model(search), typed, &guess);
	const struct repair_candidates *same_letters = repair_candidates_find_accents(search, bare);
	for (size_t i = 0; i < same_letters->n; i++)
		if (same_letters->at[i].word != as_typed)
			add(&guess, (struct meant){.word = same_letters->at[i].word, .cost = OTHER_MARKS});
	int strange = viet_syllable_is_possible(typed) || piece.opens ? 0 : NO_SYLLABLE;
	piece.before = piece.after = 0; /* punctuation is what it is */
	repair_option_list(arena, search, REPAIR_DAMAGE, text, &piece, &options);
	for (size_t i = 0; i < options.n; i++) {
		int cost = (int)repair_option_cost(&options.at[i]);
		bool is_text = options.at[i].text.ptr != NULL;
		if (is_text && as_typed == REPAIR_UNKNOWN)
			add(&guess, (struct meant){.word = options.at[i].word, .cost = cost + strange, .as_typed = true});
		else if (!is_text && options.at[i].word != as_typed)
			add(&guess, (struct meant){.word = options.at[i].word, .cost = OTHER_LETTERS + cost});
	}
	return guess;
}

/* How a piece is written; false where it is a name, an abbreviation or no word of letters, which are the writer's own. */
static bool is_word(struct str text, const struct repair_piece *piece, enum repair_case *ret)
{
	size_t capitals = 0, letters = 0, first = 0;
	for (size_t at = piece->from; at < piece->to; letters++) {
		struct viet_letter letter = viet_letter_of(utf8_next(text, &at));
		if (letter.letter == 0)
			return false;
		capitals += letter.upper;
		first += letter.upper && letters == 0;
	}
	*ret = capitals > 1 ? REPAIR_CAPITALS : first > 0 ? REPAIR_TITLE : REPAIR_SMALL;
	if (piece->kind != REPAIR_WORD_PIECE || letters < 2)
		return false;
	if (capitals > 1)
		return piece->capitals && capitals == letters;
	return capitals == 0 || piece->opens;
}

static unsigned word_of(struct arena *arena, const struct repair_model *model, struct str text, const struct repair_piece *piece)
{
	struct str typed = str_part(text, piece->from, piece->to - piece->from);
	if (piece->kind == REPAIR_NUMBER_PIECE)
		return REPAIR_NUMBER;
	if (piece->kind == REPAIR_CODE_PIECE || piece->kind == REPAIR_MIXED_PIECE)
		return REPAIR_CODE;
	return repair_model_word(model, viet_tone_old_style(arena, viet_lower(arena, typed)));
}

/* A batch of pieces, and the words that they are as typed. */
struct batch {
	const struct repair_piece_vec *pieces;
	const unsigned *words;
};

/* The share of each guess with the words around it, as typed. */
static void weigh(const struct repair_model *model, const struct batch *batch, size_t at, struct repair_context before,
                  const struct guess *guess, double *share)
{
	double least = INFINITY, sum = 0;
	for (size_t g = 0; g < guess->n; g++) {
		struct repair_context context = before;
		int64_t cost = guess->at[g].cost + repair_language_step(model, &context, guess->at[g].word, &context);
		for (size_t i = at + 1; i < batch->pieces->n && i <= at + FOLLOWING && !batch->pieces->at[i].fresh; i++)
			cost += repair_language_step(model, &context, batch->words[i], &context);
		share[g] = (double)cost / REPAIR_NAT;
		least = fmin(least, share[g]);
	}
	for (size_t g = 0; g < guess->n; g++)
		sum += share[g] = exp(least - share[g]);
	for (size_t g = 0; g < guess->n; g++)
		share[g] /= sum;
}

static struct str written(struct arena *arena, const struct repair_model *model, unsigned word, enum repair_case in_case)
{
	struct buf out;
	buf_init(&out, arena, TEXT_MAX);
	repair_case_write(&out, repair_model_text(model, word), in_case);
	return buf_str(&out);
}

/* Takes the likeliest guesses as suggestions, unless the word as typed is likely enough. */
static bool suspect(struct arena *arena, const struct repair_model *model, const struct guess *guess, double *share,
                    enum repair_case in_case, struct repair_suspect *ret)
{
	for (size_t g = 0; g < guess->n; g++) {
		if (!guess->at[g].as_typed)
			continue;
		if (100 * share[g] > DOUBTED)
			return false;
		ret->known = guess->at[g].word != REPAIR_UNKNOWN;
		share[g] = 0;
	}
	while (ret->n < REPAIR_SUGGESTIONS) {
		size_t best = 0;
		for (size_t g = 1; g < guess->n; g++)
			if (share[g] > share[best])
				best = g;
		if (guess->n == 0 || 100 * share[best] < WORTH)
			break;
		ret->at[ret->n++] = (struct repair_suggestion){.text = written(arena, model, guess->at[best].word, in_case),
		                                               .percent = (uint8_t)lrint(100 * share[best])};
		share[best] = 0;
	}
	return ret->n > 0;
}

static void look(struct arena *arena, struct repair_search *search, struct str text, const struct repair_piece_vec *pieces,
                 struct repair_suspect_vec *ret)
{
	const struct repair_model *model = repair_candidates_model(search);
	unsigned *words = ARENA_ARRAY(arena, unsigned, pieces->n + 1);
	struct batch batch = {.pieces = pieces, .words = words};
	struct repair_context before = repair_language_start();
	for (size_t i = 0; i < pieces->n; i++)
		words[i] = word_of(arena, model, text, &pieces->at[i]);
	for (size_t i = 0; i < pieces->n; i++) {
		const struct repair_piece *piece = &pieces->at[i];
		struct repair_suspect found = {.from = piece->from, .to = piece->to};
		enum repair_case in_case;
		if (piece->fresh)
			before = repair_language_start();
		if (is_word(text, piece, &in_case)) {
			double share[MOST];
			struct guess guess = guess_of(arena, search, text, *piece);
			weigh(model, &batch, i, before, &guess, share);
			if (suspect(arena, model, &guess, share, in_case, &found))
				VEC_PUSH(arena, ret, found);
		}
		(void)repair_language_step(model, &before, words[i], &before);
	}
}

struct repair_suspect_vec repair_suggest(struct arena *arena, struct repair_search *search, struct str text)
{
	struct repair_suspect_vec suspects = {0};
	struct repair_tokens tokens = {0};
	size_t at = 0;
	bool after_stop = true;
	while (repair_token_next(arena, text, &at, &after_stop, BATCH, &tokens)) {
		look(arena, search, text, &tokens.pieces, &suspects);
		tokens = (struct repair_tokens){0};
	}
	return suspects;
}
