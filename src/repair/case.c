#include "repair/case.h"

#include <math.h>

#include "base/utf8.h"
#include "viet/letter.h"

/* Costs in 1/64 nat where a sentence begins: a capital is the rule there. */
enum {
	OPENING_SMALL = 2 * REPAIR_NAT,
	OPENING_TITLE = 8,
	AFTER_GAP_TITLE = 2 * REPAIR_NAT,    /* a capital where a sentence may begin */
	AMONG_CAPITALS = 3 * REPAIR_NAT,     /* what is not in capitals among those that are */
	KNOWN_ABBREVIATION = 4 * REPAIR_NAT, /* by how much an abbreviation that stands as it is written is likelier */
	MOST_BEFORE_CHOICE = 5 * REPAIR_NAT, /* what a strange case counts at most while words are chosen */
	NAME_EIGHTHS = 10,                   /* what the case of a name's part counts instead: words that are no names lose */
	NAME_AS_READ = REPAIR_NAT,           /* by how much a name's part is likelier as it was read, since most names are unknown */
	UNSEEN = 8 * REPAIR_NAT,             /* a case that the search has not come to */
};

/* What the case of a word costs where no sentence begins, after the word before. */
static int prior(const struct repair_model *model, unsigned before, unsigned word, enum repair_case written)
{
	const uint8_t *alone = &model->case_cost[word * REPAIR_CASES];
	if (written == REPAIR_CAPITALS)
		return alone[written] * REPAIR_BYTE_COST;
	size_t bigram = before != REPAIR_UNKNOWN ? repair_language_bigram(model, before, word) : SIZE_MAX;
	if (bigram == SIZE_MAX)
		return alone[written] * REPAIR_BYTE_COST;
	double title = (model->bigram_title[bigram] + 0.5) / 256;
	double other = (1 - title) * exp(-alone[REPAIR_CAPITALS] * REPAIR_BYTE_COST / (double)REPAIR_NAT);
	double share = written == REPAIR_TITLE ? title : 1 - title - other;
	return (int)lrint(-log(fmax(share, 1e-4)) * REPAIR_NAT);
}

static int cost_of(const struct repair_model *model, const struct repair_piece *piece, unsigned before,
                   const struct repair_option *option, enum repair_case written)
{
	int cost = option->cost[written];
	if (cost == REPAIR_CANDIDATE_NONE)
		cost = (int)repair_option_cost(option) + UNSEEN;
	if (piece->capitals)
		return cost + (written == REPAIR_CAPITALS ? 0 : AMONG_CAPITALS);
	if (piece->opens && written != REPAIR_CAPITALS)
		return cost + (written == REPAIR_TITLE ? OPENING_TITLE : OPENING_SMALL);
	int usual = prior(model, before, option->word, written);
	if (piece->gap != REPAIR_NO_GAP && written == REPAIR_TITLE && usual > AFTER_GAP_TITLE)
		usual = AFTER_GAP_TITLE;
	return cost + usual;
}

/* Whether texts have a word in capitals more often than not. */
static bool is_abbreviation(const struct repair_model *model, unsigned word)
{
	const uint8_t *alone = &model->case_cost[word * REPAIR_CASES];
	return alone[REPAIR_CAPITALS] < alone[REPAIR_SMALL] && alone[REPAIR_CAPITALS] < alone[REPAIR_TITLE];
}

int repair_case_least(const struct repair_model *model, const struct repair_piece *piece, const struct repair_option *option)
{
	int least = INT32_MAX;
	if (option->text.ptr != NULL)
		return (int)repair_option_cost(option);
	for (int written = 0; written < REPAIR_CASES; written++) {
		if (option->cost[written] == REPAIR_CANDIDATE_NONE)
			continue;
		int cost = option->cost[written], there = cost_of(model, piece, REPAIR_UNKNOWN, option, (enum repair_case)written) - cost;
		if (piece->name)
			cost += there * NAME_EIGHTHS / 8;
		else
			cost += there < MOST_BEFORE_CHOICE ? there : MOST_BEFORE_CHOICE;
		least = cost < least ? cost : least;
	}
	if (!option->as_read)
		return least;
	return least - (is_abbreviation(model, option->word) ? KNOWN_ABBREVIATION : 0) - (piece->name ? NAME_AS_READ : 0);
}

void repair_case_choose(const struct repair_model *model, const struct repair_piece_vec *pieces, struct repair_choice *choices)
{
	unsigned before = REPAIR_UNKNOWN;
	for (size_t i = 0; i < pieces->n; i++) {
		if (choices[i].begins)
			before = REPAIR_UNKNOWN;
		int least = INT32_MAX;
		for (int written = 0; written < REPAIR_CASES; written++) {
			int cost = cost_of(model, &pieces->at[i], before, &choices[i].option, (enum repair_case)written);
			if (cost < least) {
				least = cost;
				choices[i].written = (enum repair_case)written;
			}
		}
		before = choices[i].option.word;
	}
}

void repair_case_write(struct buf *out, struct str word, enum repair_case written)
{
	for (size_t at = 0, i = 0; at < word.len; i++) {
		uint32_t c = utf8_next(word, &at);
		struct viet_letter letter = viet_letter_of(c);
		letter.upper = written == REPAIR_CAPITALS || (written == REPAIR_TITLE && i == 0);
		buf_add_code_point(out, letter.letter != 0 ? viet_letter_compose(letter) : c);
	}
}
