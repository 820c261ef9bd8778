#include "repair/option.h"

#include "base/utf8.h"
#include "repair/code.h"
#include "repair/roman.h"
#include "viet/letter.h"
#include "viet/lower.h"
#include "viet/tone.h"

/* Costs in 1/64 nat. A text that is no word of the model costs for each of its letters; in capitals less, since abbreviations are
 * many. */
enum {
	UNKNOWN_LETTER = 180,
	UNKNOWN_CAPITAL = 110,
	UNKNOWN_SIGN = 512,
	UNKNOWN_WORD = 256,
	DIGIT_COST = 110,
	DIGIT_WORD = 30,
	SIGN_COST = 20,
	MIXED_LETTER = 130,
	MIXED_WORD = 200,
	KEPT_APART = 10, /* no punctuation is there */
	EATEN = 40,      /* signs after a word are a part of it: rather not, where both are as likely */
	DOUBLE_QUOTE = 400,
	ODD_SIGN = 9 * REPAIR_NAT,
	LETTER_LIKE_SIGN = 12 * REPAIR_NAT,
	LONGEST_NUMBER_WORD = 3,
	OWN_OPTIONS = 2, /* places that are kept for the text itself */
	MOST_EATEN = 2,  /* signs after a word that may be a part of it */
};

unsigned repair_option_cost(const struct repair_option *option)
{
	unsigned least = option->cost[0];
	for (size_t i = 1; i < REPAIR_CASES; i++)
		if (option->cost[i] < least)
			least = option->cost[i];
	return least;
}

static void add_text(struct repair_options *options, unsigned word, struct str text, unsigned cost)
{
	if (options->n == REPAIR_OPTIONS)
		return;
	uint16_t bounded = (uint16_t)(cost < REPAIR_CANDIDATE_NONE ? cost : REPAIR_CANDIDATE_NONE - 1);
	options->at[options->n++] = (struct repair_option){.word = (uint16_t)word, .text = text, .cost = {bounded, bounded, bounded}};
}

/* What it costs that a sign stands beside a word. */
static unsigned sign_cost(uint32_t sign)
{
	static const struct {
		char sign;
		uint16_t cost;
	} costs[] = {{',', 180}, {'.', 190}, {';', 250}, {')', 260}, {':', 280}, {'(', 290}, {'"', 400}, {'/', 420}, {'-', 420}};
	for (size_t i = 0; i < sizeof costs / sizeof *costs; i++)
		if ((uint32_t)costs[i].sign == sign)
			return costs[i].cost;
	if (sign == U'“' || sign == U'”')
		return DOUBLE_QUOTE;
	return sign >= 0x80 || sign == '&' || sign == '@' ? LETTER_LIKE_SIGN : ODD_SIGN;
}

/* What it costs that the signs from `from` to `to`, beside a word, are what they are. */
static unsigned signs_cost(struct str text, size_t from, size_t to)
{
	unsigned cost = 0;
	if (from == to)
		return KEPT_APART;
	for (uint32_t last = 0; from < to;) {
		uint32_t sign = utf8_next(text, &from);
		cost += sign == last && sign != '.' ? ODD_SIGN : sign_cost(sign);
		last = sign;
	}
	return cost;
}

static unsigned around_cost(struct str text, const struct repair_piece *piece, size_t from, size_t to)
{
	return signs_cost(text, piece->from - piece->before, from) + signs_cost(text, to, piece->to + piece->after);
}

struct letters {
	unsigned small, capitals, marked, digits, signs;
};

static struct letters count(struct str text)
{
	struct letters sum = {0};
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		struct viet_letter letter = viet_letter_of(c);
		if (letter.letter == 0)
			*(c >= '0' && c <= '9' ? &sum.digits : &sum.signs) += 1;
		else if (c >= 0x80)
			sum.marked++;
		else if (letter.upper)
			sum.capitals++;
		else
			sum.small++;
	}
	return sum;
}

/* The cost of a text's being just what stands there. */
static unsigned own_cost(struct str text, bool capitals)
{
	struct letters sum = count(text);
	unsigned capital = capitals ? UNKNOWN_LETTER : UNKNOWN_CAPITAL;
	unsigned cost = UNKNOWN_WORD + sum.small * UNKNOWN_LETTER + sum.signs * UNKNOWN_SIGN + sum.marked * UNKNOWN_LETTER;
	/* one capital before small letters is a name's */
	return cost + sum.capitals * (sum.capitals > 1 ? capital : UNKNOWN_LETTER);
}

static unsigned bounded(unsigned cost, unsigned extra)
{
	if (cost == REPAIR_CANDIDATE_NONE)
		return cost;
	cost = cost + extra;
	return cost < REPAIR_CANDIDATE_NONE ? cost : REPAIR_CANDIDATE_NONE - 1U;
}

/* Adds a word, or makes the option that it is already cheaper. When all places are taken, the dearest goes. */
static void add_word(struct repair_options *options, const struct repair_option *option)
{
	size_t at = 0, dearest = 0;
	for (; at < options->n && (options->at[at].word != option->word || options->at[at].after != option->after); at++)
		if (repair_option_cost(&options->at[at]) > repair_option_cost(&options->at[dearest]))
			dearest = at;
	if (at == options->n && options->n + OWN_OPTIONS < REPAIR_OPTIONS) {
		options->at[options->n++] = *option;
		return;
	}
	at = at == options->n ? dearest : at;
	if (repair_option_cost(option) < repair_option_cost(&options->at[at]))
		options->at[at] = *option;
}

/* Adds the candidates of a text with `extra` added to each; `before` and `after` bytes of it are punctuation. */
static void add_candidates(struct repair_options *options, const struct repair_candidates *found, unsigned as_read,
                           unsigned extra, uint8_t before, uint8_t after)
{
	for (size_t i = 0; i < found->n; i++) {
		struct repair_option option = {.word = found->at[i].word, .before = before, .after = after};
		option.as_read = option.word == as_read && as_read != REPAIR_UNKNOWN;
		for (size_t c = 0; c < REPAIR_CASES; c++)
			option.cost[c] = (uint16_t)bounded(found->at[i].cost[c], extra);
		add_word(options, &option);
	}
}

/* Adds the words that the text from `from` to `to`, the piece with signs beside it, may be. */
static void add_wide(struct arena *arena, struct repair_search *search, struct str text, const struct repair_piece *piece,
                     size_t from, size_t to, struct repair_options *options)
{
	struct str read = str_part(text, from, to - from);
	unsigned as_read = repair_model_word(repair_candidates_model(search), viet_tone_old_style(arena, viet_lower(arena, read)));
	const struct repair_candidates *found = repair_candidates_find(search, read, piece->capitals);
	add_candidates(options, found, as_read, around_cost(text, piece, from, to) + (to > piece->to ? EATEN : 0),
	               (uint8_t)(piece->from - from), (uint8_t)(to - piece->to));
}

int repair_option_signs(struct str text, const struct repair_piece *piece)
{
	return (int)around_cost(text, piece, piece->from, piece->to);
}

static bool is_known_sign(const struct repair_search *search, struct str text, size_t at)
{
	return repair_model_symbol(repair_candidates_model(search), utf8_next(text, &at)) != 0;
}

static void add_words(struct arena *arena, struct repair_search *search, enum repair_way way, struct str text,
                      const struct repair_piece *piece, struct repair_options *options)
{
	if (way == REPAIR_ACCENTS) {
		struct str core = str_part(text, piece->from, piece->to - piece->from);
		add_candidates(options, repair_candidates_find_accents(search, core), REPAIR_UNKNOWN, 0, 0, 0);
		return;
	}
	add_wide(arena, search, text, piece, piece->from, piece->to, options);
	size_t to = piece->to, end = piece->to + piece->after;
	for (size_t eaten = 0; eaten < MOST_EATEN && to < end && is_known_sign(search, text, to); eaten++) {
		(void)utf8_next(text, &to);
		add_wide(arena, search, text, piece, piece->from, to, options);
	}
	size_t from = piece->from - piece->before, next = from;
	if (from < piece->from && is_known_sign(search, text, from)) {
		(void)utf8_next(text, &next);
		if (next == piece->from)
			add_wide(arena, search, text, piece, from, piece->to, options);
	}
}

/* Whether what stands before a place may be the word "quý". */
static bool is_after_quarter(struct str text, size_t at)
{
	size_t end, from;
	for (end = at; end > 0 && text.ptr[end - 1] == ' ';)
		end--;
	for (from = end; from > 0 && (unsigned char)text.ptr[from - 1] > ' ';)
		from--;
	struct str word = str_part(text, from, end - from);
	return end < at && word.len >= 3 && word.len <= 5 && strchr("QqGgOo", word.ptr[0]) != NULL && (word.ptr[1] | 32) == 'u' &&
	       strchr("yivgw\xc3\xe1", word.ptr[2]) != NULL;
}

static bool is_digit_at(struct str text, size_t at)
{
	return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

/* Whether digits are what they seem: before ";" and "%", and at one end of "15 - 20". */
static bool is_surely_number(struct str text, const struct repair_piece *piece)
{
	enum { DASH = 3 };
	struct str rest = str_from(text, piece->to), dash = STR(" - ");
	if (str_has_prefix(rest, STR(";")) || str_has_prefix(rest, STR("%")))
		return true;
	if (str_has_prefix(rest, dash) && is_digit_at(rest, DASH))
		return true;
	return piece->from > DASH && str_eq(str_part(text, piece->from - DASH, DASH), dash) &&
	       is_digit_at(text, piece->from - DASH - 1);
}

/* Adds what the grammar of numbers says that the piece is; false where it says nothing, and the words are to be asked. */
static bool add_by_grammar(struct arena *arena, struct str text, const struct repair_piece *piece, unsigned around,
                           struct repair_options *ret)
{
	struct str core = str_part(text, piece->from, piece->to - piece->from), found = {0};
	if (piece->marker)
		found = repair_roman_of(arena, core);
	if (found.len > 0) {
		add_text(ret, REPAIR_NUMBER, found, around);
		return true;
	}
	if (piece->kind == REPAIR_WORD_PIECE)
		found = repair_code_term(arena, core);
	else if (is_after_quarter(text, piece->from) && repair_roman_quarter(arena, core, true).len > 0)
		found = core;
	else if (piece->kind == REPAIR_MIXED_PIECE)
		found = repair_code_term(arena, core);
	if (found.len > 0)
		add_text(ret, REPAIR_CODE, found, around);
	return found.len > 0;
}

/* Adds what a text with digits may be as it stands. */
static void add_digits(struct arena *arena, const struct repair_piece *piece, struct str core, unsigned around,
                       struct repair_options *ret)
{
	struct letters sum = count(core);
	if (piece->kind == REPAIR_NUMBER_PIECE) {
		add_text(ret, REPAIR_NUMBER, core, around + DIGIT_WORD + sum.digits * DIGIT_COST + sum.signs * SIGN_COST);
		return;
	}
	add_text(ret, REPAIR_CODE, core, around + MIXED_WORD + (unsigned)core.len * MIXED_LETTER);
	struct str number = repair_code_digits(arena, core);
	if (number.len > 0)
		add_text(ret, REPAIR_NUMBER, number, around + DIGIT_WORD + (unsigned)number.len * DIGIT_COST + 3 * REPAIR_NAT);
}

static bool may_be_word(struct str text, const struct repair_piece *piece, enum repair_way way)
{
	if (piece->kind != REPAIR_NUMBER_PIECE)
		return true;
	struct str core = str_part(text, piece->from, piece->to - piece->from);
	return way == REPAIR_DAMAGE && core.len <= LONGEST_NUMBER_WORD && count(core).signs == 0 && !is_surely_number(text, piece);
}

void repair_option_list(struct arena *arena, struct repair_search *search, enum repair_way way, struct str text,
                        const struct repair_piece *piece, struct repair_options *ret)
{
	struct str core = str_part(text, piece->from, piece->to - piece->from);
	unsigned around = way == REPAIR_DAMAGE ? around_cost(text, piece, piece->from, piece->to) : 0;
	ret->n = 0;
	if (way == REPAIR_DAMAGE && add_by_grammar(arena, text, piece, around, ret))
		return;
	if (piece->kind == REPAIR_CODE_PIECE) {
		add_text(ret, REPAIR_CODE, core, around);
		return;
	}
	if (may_be_word(text, piece, way))
		add_words(arena, search, way, text, piece, ret);
	if (piece->kind == REPAIR_NUMBER_PIECE || piece->kind == REPAIR_MIXED_PIECE) {
		add_digits(arena, piece, core, around, ret);
		return;
	}
	/* without marks a word that the model does not know is left alone, and one that it knows is never left out */
	add_text(ret, REPAIR_UNKNOWN, core, way == REPAIR_ACCENTS ? 20 * REPAIR_NAT : around + own_cost(core, piece->capitals));
}
