#include "repair/decode.h"

#include <math.h>

#include "repair/case.h"

enum {
	BEAM = 16,
	BEAM_MARGIN = 10 * REPAIR_NAT,
	FOLLOWING = REPAIR_ORDER - 1, /* how many later words a word has a say in */
};

/* What it costs that a sentence goes on over a gap, and that it ends there. */
static const struct {
	int on, end;
} gap_cost[] = {
    [REPAIR_NO_GAP] = {0, 0},
    [REPAIR_LINE_GAP] = {12, 2 * REPAIR_NAT},
    [REPAIR_SIGN_GAP] = {48, 40},
};

struct hypothesis {
	struct repair_context context;
	int64_t cost;
	uint16_t option; /* of its piece */
	uint8_t before;  /* its predecessor, in the beam of the piece before */
	bool begins;     /* a sentence */
};

struct beam {
	struct hypothesis at[BEAM];
	uint8_t n;
	struct repair_option *options;
	size_t options_n;
};

/* Puts a hypothesis among the best; of two with the same context the cheaper stays. */
static void insert(struct beam *beam, struct hypothesis hypothesis)
{
	uint8_t i = 0;
	for (; i < beam->n && beam->at[i].cost <= hypothesis.cost; i++)
		if (repair_language_same(&beam->at[i].context, &hypothesis.context))
			return;
	uint8_t end = beam->n;
	for (uint8_t j = i; j < beam->n; j++) {
		if (repair_language_same(&beam->at[j].context, &hypothesis.context)) {
			end = j;
			break;
		}
	}
	if (end == beam->n && beam->n < BEAM)
		beam->n++;
	if (end == BEAM)
		end--;
	if (i > end)
		return;
	for (uint8_t j = end; j > i; j--)
		beam->at[j] = beam->at[j - 1];
	beam->at[i] = hypothesis;
}

static bool is_worth(const struct beam *beam, int64_t cost)
{
	return (beam->n < BEAM || cost < beam->at[BEAM - 1].cost) && (beam->n == 0 || cost < beam->at[0].cost + BEAM_MARGIN);
}

/* The cost of a word by the language model and by what the memory adds. */
static int step(const struct repair_model *model, const struct repair_memory *memory, const struct repair_context *context,
                unsigned word, struct repair_context *ret_next)
{
	int cost = repair_language_step(model, context, word, ret_next);
	return repair_memory_blend(memory, context, word, cost);
}

/* Whether all signs between the two pieces were read in place of a part of the first. */
static bool is_gap_eaten(const struct repair_piece *before, const struct repair_option *option)
{
	return option->after > 0 && option->after == before->after;
}

/* Goes on from a hypothesis with each option of the next piece, in the same sentence or in a new one. */
static void go_on(const struct repair_model *model, const struct repair_memory *memory, const struct hypothesis *from, uint8_t h,
                  bool begins, int extra, struct beam *to)
{
	const struct repair_context start = repair_language_start();
	int64_t so_far = from->cost + extra + (begins ? repair_language_end(model, &from->context) : 0);
	for (size_t o = 0; o < to->options_n; o++) {
		int64_t cost = so_far + to->options[o].total;
		if (!is_worth(to, cost))
			continue;
		struct hypothesis next = {.option = (uint16_t)o, .before = h, .begins = begins};
		next.cost = cost + step(model, memory, begins ? &start : &from->context, to->options[o].word, &next.context);
		if (is_worth(to, next.cost))
			insert(to, next);
	}
}

static void extend(const struct repair_model *model, const struct repair_memory *memory, const struct repair_piece_vec *pieces,
                   size_t at, const struct beam *from, struct beam *to)
{
	const struct repair_piece *piece = &pieces->at[at];
	for (uint8_t h = 0; h < from->n; h++) {
		const struct hypothesis *before = &from->at[h];
		uint8_t gap = piece->gap;
		if (at > 0 && gap == REPAIR_SIGN_GAP && is_gap_eaten(&pieces->at[at - 1], &from->options[before->option]))
			gap = REPAIR_NO_GAP;
		if (!piece->fresh)
			go_on(model, memory, before, h, false, gap_cost[gap].on, to);
		if (piece->fresh || gap != REPAIR_NO_GAP)
			go_on(model, memory, before, h, true, piece->fresh ? 0 : gap_cost[gap].end, to);
	}
}

/* How likely each option is with the chosen words around it: percent of confidence, and the likeliest others. */
static void weigh(const struct repair_model *model, const struct repair_memory *memory, const struct repair_piece_vec *pieces,
                  const struct beam *beams, const struct repair_context *before, struct repair_choice *choices, size_t at)
{
	double share[REPAIR_OPTIONS], sum = 0, least = INFINITY;
	for (size_t o = 0; o < beams[at].options_n; o++) {
		struct repair_context context = *before;
		int64_t cost = beams[at].options[o].total;
		cost += step(model, memory, &context, beams[at].options[o].word, &context);
		size_t i = at + 1;
		for (; i < pieces->n && i <= at + FOLLOWING && !choices[i].begins; i++)
			cost += step(model, memory, &context, choices[i].option.word, &context);
		if (i < pieces->n && i <= at + FOLLOWING)
			cost += repair_language_end(model, &context);
		share[o] = (double)cost / REPAIR_NAT;
		least = fmin(least, share[o]);
	}
	for (size_t o = 0; o < beams[at].options_n; o++)
		sum += share[o] = exp(least - share[o]);
	struct repair_choice *choice = &choices[at];
	for (size_t o = 0; o < beams[at].options_n; o++) {
		unsigned percent = (unsigned)lrint(100 * share[o] / sum);
		const struct repair_option *option = &beams[at].options[o];
		if (option->word == choice->option.word && option->after == choice->option.after &&
		    str_eq(option->text, choice->option.text)) {
			choice->confidence = (uint8_t)percent;
			continue;
		}
		for (size_t i = 0; i < REPAIR_ALTERNATIVES && percent > 0; i++) {
			if (percent <= choice->likelihood[i])
				continue;
			for (size_t j = REPAIR_ALTERNATIVES - 1; j > i; j--) {
				choice->alternative[j] = choice->alternative[j - 1];
				choice->likelihood[j] = choice->likelihood[j - 1];
			}
			choice->alternative[i] = *option;
			choice->likelihood[i] = (uint8_t)percent;
			break;
		}
	}
}

static struct repair_choice *trace(struct arena *arena, const struct repair_piece_vec *pieces, const struct beam *beams)
{
	struct repair_choice *choices = ARENA_ARRAY(arena, struct repair_choice, pieces->n + 1);
	uint8_t h = 0;
	for (size_t i = pieces->n; i-- > 0;) {
		const struct hypothesis *best = &beams[i].at[h];
		choices[i].option = beams[i].options[best->option];
		choices[i].begins = best->begins;
		choices[i].confidence = 100;
		h = best->before;
	}
	return choices;
}

/* What the reading of a name counts more since it was the same in other places: it is one name, guessed once. */
static int again(const struct repair_memory *memory, struct str text, const struct repair_piece *piece,
                 const struct repair_option *option)
{
	enum { MOST_TIMES = 5 };
	if (!piece->name || option->text.ptr != NULL)
		return 0;
	unsigned times = repair_memory_name_times(memory, str_part(text, piece->from, piece->to - piece->from));
	times = times > MOST_TIMES ? MOST_TIMES : times;
	return times > 1 ? (int)(repair_option_cost(option) * (times - 1) / 2) : 0;
}

struct repair_choice *repair_decode(struct arena *arena, struct repair_search *search, const struct repair_memory *memory,
                                    enum repair_way way, struct str text, const struct repair_piece_vec *pieces,
                                    struct repair_context *context, bool alternatives)
{
	const struct repair_model *model = repair_candidates_model(search);
	struct beam *beams = ARENA_ARRAY(arena, struct beam, pieces->n + 1);
	struct beam first = {.n = 1, .at = {{.context = *context}}};
	for (size_t i = 0; i < pieces->n; i++) {
		struct repair_options options;
		repair_option_list(arena, search, way, text, &pieces->at[i], &options);
		beams[i].options = ARENA_ARRAY(arena, struct repair_option, options.n);
		beams[i].options_n = options.n;
		memcpy(beams[i].options, options.at, options.n * sizeof *options.at);
		for (size_t o = 0; o < options.n; o++)
			beams[i].options[o].total =
			    repair_case_least(model, &pieces->at[i], &options.at[o]) + again(memory, text, &pieces->at[i], &options.at[o]);
		extend(model, memory, pieces, i, i > 0 ? &beams[i - 1] : &first, &beams[i]);
	}
	struct repair_choice *choices = trace(arena, pieces, beams);
	struct repair_context before = *context;
	for (size_t i = 0; i < pieces->n; i++) {
		int ended = 0;
		if (choices[i].begins) {
			ended = repair_language_end(model, &before);
			before = repair_language_start();
		}
		if (alternatives)
			weigh(model, memory, pieces, beams, &before, choices, i);
		choices[i].cost = ended + choices[i].option.total + step(model, memory, &before, choices[i].option.word, &before);
	}
	repair_case_choose(model, pieces, choices);
	*context = before;
	return choices;
}
