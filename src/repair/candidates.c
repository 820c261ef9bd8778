#include "repair/candidates.h"

#include <string.h>

#include "base/utf8.h"
#include "viet/letter.h"

enum {
	LENGTH = REPAIR_WORD_LETTERS + 2,
	SYMBOLS = 256,
	NEVER = UINT16_MAX,
	BUCKETS = 4096,
	STATES = 16384,
	SEEN = 1 << 14,
	POPS = 6000,
	MARGIN = 7 * REPAIR_NAT, /* how much dearer than the cheapest the last candidate may be */
	FLOOR = 10 * REPAIR_NAT, /* what no unit explains: once in a word */
	FOUND = 160,             /* words that a search looks at before it takes the likeliest */
	REMEMBERED = 1 << 14,
	KEY = 24, /* bytes of the longest word that is remembered */
	NONE = -1,
};

enum state_kind { OPEN, FLOORED /* its unexplained steps are due */, DONE };

/* A place in the trie and in what was read. */
struct state {
	uint32_t node;
	int32_t next; /* in its bucket */
	uint16_t cost;
	uint8_t at, mode, kind, floors;
};

struct range {
	uint32_t from, to;
};

/* What may have been read as a part of the word: single letters by their symbol (0: no letter at all), and for each symbol the
 * first unit of several letters that begins with it. */
struct explained {
	uint16_t single[SYMBOLS];
	int32_t runs[SYMBOLS];
	bool any;
};

struct memory {
	char key[KEY];
	uint8_t len; /* 0: empty */
	uint8_t way;
	struct repair_candidates found;
};

struct repair_search {
	const struct repair_model *model;
	unsigned first_symbol, last_symbol; /* "^", "$" */
	uint32_t first_node;                /* after "^" */
	uint8_t capital[SYMBOLS];           /* of a small letter */
	uint16_t lost[SYMBOLS];             /* what it costs that a letter was not read */

	uint8_t symbol[LENGTH];
	size_t n;
	struct explained explained[LENGTH][REPAIR_UNIT_SPAN];
	uint16_t least[LENGTH][SYMBOLS]; /* what the word's part from here on costs at least where it begins with the symbol */
	int32_t *next_run;               /* by unit: the next that explains the same and begins with the same symbol */
	uint16_t rest[LENGTH + 1];       /* what the part from here on costs at least */

	struct state states[STATES];
	size_t states_n;
	int32_t bucket[BUCKETS];
	size_t lowest, limit;
	uint64_t seen[SEEN];
	uint64_t stamp;

	struct repair_candidate all[FOUND];
	size_t all_n;
	struct memory memory[REMEMBERED];
	struct repair_candidates found;
};

struct repair_search *repair_candidates_search_new(struct arena *arena, const struct repair_model *model)
{
	struct repair_search *search = ARENA_NEW(arena, struct repair_search);
	search->model = model;
	search->next_run = ARENA_ARRAY(arena, int32_t, model->units_n + 1);
	search->first_symbol = repair_model_symbol(model, '^');
	search->last_symbol = repair_model_symbol(model, '$');
	search->first_node = (uint32_t)repair_model_child(model, 0, search->first_symbol);
	for (unsigned i = 1; i <= model->symbols_n && i < SYMBOLS; i++) {
		unsigned small = model->small[i - 1];
		if (search->capital[small] == 0 || small != i)
			search->capital[small] = (uint8_t)i;
	}
	memset(search->lost, 0xff, sizeof search->lost);
	for (size_t i = 0; i < model->lost_n; i++)
		if (model->lost[i] < SYMBOLS)
			search->lost[model->lost[i]] = model->lost_cost[i];
	return search;
}

const struct repair_model *repair_candidates_model(const struct repair_search *search)
{
	return search->model;
}

static uint32_t packed(const uint8_t *symbols, size_t n)
{
	uint32_t key = 0;
	for (size_t i = 0; i < n; i++)
		key |= (uint32_t)symbols[i] << 8 * i;
	return key;
}

static struct range units_of(const struct repair_model *model, uint32_t key)
{
	size_t low = 0, high = model->reads_n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (model->read[middle] < key)
			low = middle + 1;
		else
			high = middle;
	}
	if (low >= model->reads_n || model->read[low] != key)
		return (struct range){0};
	struct range range = {model->units[low], model->units[low + 1]};
	return range.from <= range.to && range.to <= model->units_n ? range : (struct range){0};
}

/* Lets the cost of a symbol's being the next at `i` fall to `cost`. */
static void lower_least(struct repair_search *search, size_t i, unsigned symbol, unsigned cost)
{
	if (cost < search->least[i][symbol])
		search->least[i][symbol] = (uint16_t)cost;
}

/* Takes in what may explain the `span` symbols at `i`; *least falls to the least cost of the word's part from there on. */
static void explain(struct repair_search *search, size_t i, size_t span, unsigned *least)
{
	const struct repair_model *model = search->model;
	struct explained *explained = &search->explained[i][span - 1];
	explained->any = false;
	if (i + span > search->n || memchr(search->symbol + i, 0, span) != NULL)
		return;
	struct range range = units_of(model, packed(search->symbol + i, span));
	if (range.from == range.to)
		return;
	explained->any = true;
	memset(explained->single, 0xff, sizeof explained->single);
	memset(explained->runs, 0xff, sizeof explained->runs);
	for (uint32_t u = range.from; u < range.to; u++)
		if (model->unit_cost[u] + (unsigned)search->rest[i + span] < *least)
			*least = model->unit_cost[u] + (unsigned)search->rest[i + span];
	/* ascending, so that single letters come first */
	for (uint32_t u = range.from; u < range.to; u++)
		lower_least(search, i, model->letters[u] & 0xff, model->unit_cost[u] + (unsigned)search->rest[i + span]);
	for (; range.from < range.to && model->letters[range.from] < SYMBOLS; range.from++)
		explained->single[model->letters[range.from]] = model->unit_cost[range.from];
	for (uint32_t u = range.to; u-- > range.from;) {
		int32_t *first = &explained->runs[model->letters[u] & 0xff];
		search->next_run[u] = *first;
		*first = (int32_t)u;
	}
}

/* Takes the word in: its symbols, what may explain each part, the least cost of each rest. */
static bool begin(struct repair_search *search, struct str read)
{
	const struct repair_model *model = search->model;
	search->n = 0;
	search->symbol[search->n++] = (uint8_t)search->first_symbol;
	for (size_t at = 0; at < read.len;) {
		uint32_t c = utf8_next(read, &at);
		if (search->n + 1 >= LENGTH)
			return false;
		search->symbol[search->n++] = (uint8_t)(c == '^' || c == '$' ? 0 : repair_model_symbol(model, c));
	}
	search->symbol[search->n++] = (uint8_t)search->last_symbol;
	search->rest[search->n] = 0;
	for (size_t i = search->n; i-- > 0;) {
		unsigned least = (unsigned)search->rest[i + 1] + FLOOR;
		memset(search->least[i], 0xff, sizeof search->least[i]);
		for (size_t span = 1; span <= REPAIR_UNIT_SPAN; span++)
			explain(search, i, span, &least);
		search->rest[i] = (uint16_t)(least < BUCKETS ? least : BUCKETS);
	}
	return true;
}

static void push(struct repair_search *search, struct state state)
{
	size_t total = state.cost + (size_t)search->rest[state.at];
	if (state.kind == FLOORED)
		total += FLOOR;
	if (total >= search->limit || search->states_n == STATES)
		return;
	int32_t index = (int32_t)search->states_n++;
	state.next = search->bucket[total];
	search->bucket[total] = index;
	search->states[index] = state;
	if (total < search->lowest)
		search->lowest = total;
}

static int32_t pop(struct repair_search *search)
{
	for (; search->lowest < search->limit; search->lowest++) {
		int32_t index = search->bucket[search->lowest];
		if (index != NONE) {
			search->bucket[search->lowest] = search->states[index].next;
			return index;
		}
	}
	return NONE;
}

/* Whether the state is met for the first time, and so by its cheapest way. */
static bool is_new(struct repair_search *search, const struct state *state)
{
	uint64_t key = (uint64_t)state->node << 12 | (uint64_t)state->at << 6 | (uint64_t)state->mode << 4 |
	               (uint64_t)state->kind << 2 | (state->floors & 3U);
	uint64_t slot = key * 0x9e3779b97f4a7c15ULL >> 50;
	uint64_t mark = search->stamp << 40 | key;
	for (size_t tries = 0; tries < 8; tries++, slot = (slot + 1) % SEEN) {
		if (search->seen[slot] == mark)
			return false;
		if (search->seen[slot] >> 40 != search->stamp) {
			search->seen[slot] = mark;
			return true;
		}
	}
	return true;
}

/* Whether a symbol after the node is in the case of the mode; the ends of the word have none. */
static bool is_in_case(const struct repair_search *search, size_t node, unsigned symbol, unsigned mode)
{
	if (symbol == search->first_symbol || symbol == search->last_symbol)
		return true;
	bool capital = mode == REPAIR_CAPITALS || (mode == REPAIR_TITLE && node == search->first_node);
	return capital == (search->model->small[symbol - 1] != symbol);
}

/* Follows one symbol of a unit's letters; 0 where the trie or the case do not have it. */
static size_t follow(const struct repair_search *search, size_t node, unsigned symbol, unsigned mode)
{
	if (symbol == 0 || symbol > search->model->symbols_n || !is_in_case(search, node, symbol, mode))
		return 0;
	return repair_model_child(search->model, node, search->model->small[symbol - 1]);
}

static void go(struct repair_search *search, const struct state *from, size_t node, unsigned cost, size_t read)
{
	size_t at = from->at + read, total = from->cost + cost + search->rest[at];
	if (cost == NEVER || total >= search->limit)
		return;
	struct state next = *from;
	next.node = (uint32_t)node;
	next.cost = (uint16_t)(from->cost + cost);
	next.at = (uint8_t)at;
	next.kind = at == search->n && search->model->word[node] != 0 ? DONE : OPEN;
	push(search, next);
}

/* A run of letters that was read as a whole, of which the first leads to `node`. */
static void take_run(struct repair_search *search, const struct state *from, size_t node, uint32_t unit, size_t read)
{
	const struct repair_model *model = search->model;
	if (from->cost + (size_t)model->unit_cost[unit] + search->rest[from->at + read] >= search->limit)
		return;
	for (uint32_t letters = model->letters[unit] >> 8; letters != 0; letters >>= 8) {
		node = follow(search, node, letters & 0xff, from->mode);
		if (node == 0)
			return;
	}
	go(search, from, node, model->unit_cost[unit], read);
}

/* The units that begin with the symbol of the node's child. */
static void take_child(struct repair_search *search, const struct state *from, size_t child, unsigned symbol)
{
	bool in_case = symbol != 0 && is_in_case(search, from->node, symbol, from->mode);
	for (size_t span = 0; span < REPAIR_UNIT_SPAN; span++) {
		const struct explained *explained = &search->explained[from->at][span];
		if (!explained->any)
			continue;
		go(search, from, child, explained->single[symbol], span + 1);
		for (int32_t u = in_case ? explained->runs[symbol] : NONE; u != NONE; u = search->next_run[u])
			take_run(search, from, child, (uint32_t)u, span + 1);
	}
}

static void take_units(struct repair_search *search, const struct state *from)
{
	const struct repair_model *model = search->model;
	bool capital = from->mode == REPAIR_CAPITALS || (from->mode == REPAIR_TITLE && from->node == search->first_node);
	size_t end = model->child[from->node + 1] <= model->nodes_n ? model->child[from->node + 1] : 0;
	for (size_t child = model->child[from->node]; child < end; child++) {
		unsigned symbol = capital ? search->capital[model->symbol[child]] : model->symbol[child];
		go(search, from, child, search->lost[symbol], 0);
		if (from->at < search->n && from->cost + (size_t)search->least[from->at][symbol] < search->limit)
			take_child(search, from, child, symbol);
	}
	for (size_t span = 0; span < REPAIR_UNIT_SPAN && from->at < search->n; span++)
		if (search->explained[from->at][span].any)
			go(search, from, from->node, search->explained[from->at][span].single[0], span + 1);
}

/* Steps that no unit explains: a character too many, a letter too few, one for another. */
static void take_floors(struct repair_search *search, struct state from)
{
	const struct repair_model *model = search->model;
	from.kind = OPEN;
	from.cost = (uint16_t)(from.cost + FLOOR);
	from.floors++;
	bool inner = from.at > 0 && from.at + 1 < (uint8_t)search->n;
	struct state skipped = from;
	skipped.at++;
	if (inner)
		push(search, skipped);
	for (size_t node = model->child[from.node]; from.at > 0 && node < model->child[from.node + 1] && node < model->nodes_n;
	     node++) {
		if (model->symbol[node] == search->last_symbol)
			continue;
		struct state next = from;
		next.node = (uint32_t)node;
		push(search, next);
		next.at++;
		if (inner)
			push(search, next);
	}
}

/* Which cases the word may have been written in, by what was read. */
static unsigned modes_of(const struct repair_search *search, bool capitals)
{
	static const char alike[] = "cosuvwxzkpijlt";
	const struct repair_model *model = search->model;
	unsigned upper = 0, lower = 0, modes = 1 << REPAIR_SMALL;
	for (size_t i = 1; i + 1 < search->n; i++) {
		unsigned symbol = search->symbol[i];
		struct viet_letter letter = viet_letter_of(symbol != 0 ? model->symbols[symbol - 1] : 0);
		upper += letter.letter != 0 && letter.upper;
		lower += letter.letter != 0 && !letter.upper;
		if (i == 1 && (letter.letter == 0 || letter.upper || strchr(alike, viet_letter_base(letter)) != NULL))
			modes |= 1 << REPAIR_TITLE;
	}
	if (capitals || (upper > 0 && upper >= lower))
		modes |= 1 << REPAIR_CAPITALS;
	return modes;
}

static void keep(struct repair_search *search, const struct state *state)
{
	uint16_t word = search->model->word[state->node];
	size_t i = 0;
	while (i < search->all_n && search->all[i].word != word)
		i++;
	if (i == search->all_n) {
		struct repair_candidate fresh = {.word = word};
		memset(fresh.cost, 0xff, sizeof fresh.cost);
		search->all[search->all_n++] = fresh;
	}
	if (state->cost < search->all[i].cost[state->mode])
		search->all[i].cost[state->mode] = state->cost;
}

/* What a candidate costs with no context. */
static unsigned alone(const struct repair_search *search, const struct repair_candidate *candidate)
{
	unsigned least = candidate->cost[0];
	for (size_t i = 1; i < REPAIR_CASES; i++)
		if (candidate->cost[i] < least)
			least = candidate->cost[i];
	return least + search->model->level[0].cost[candidate->word] * (unsigned)REPAIR_BYTE_COST * 3 / 4;
}

/* Takes the likeliest of all that was found. */
static void choose(struct repair_search *search)
{
	struct repair_candidates *found = &search->found;
	unsigned costs[REPAIR_CANDIDATES];
	for (size_t i = 0; i < search->all_n; i++) {
		unsigned cost = alone(search, &search->all[i]);
		if (found->n == REPAIR_CANDIDATES && cost >= costs[found->n - 1])
			continue;
		size_t at = found->n < REPAIR_CANDIDATES ? found->n++ : REPAIR_CANDIDATES - 1U;
		for (; at > 0 && costs[at - 1] > cost; at--) {
			costs[at] = costs[at - 1];
			found->at[at] = found->at[at - 1];
		}
		costs[at] = cost;
		found->at[at] = search->all[i];
	}
}

static void search_words(struct repair_search *search, bool capitals)
{
	memset(search->bucket, 0xff, sizeof search->bucket);
	search->states_n = search->all_n = 0;
	search->lowest = search->limit = BUCKETS;
	search->stamp = (search->stamp + 1) & 0xffffff;
	unsigned modes = modes_of(search, capitals);
	for (uint8_t mode = 0; mode < REPAIR_CASES; mode++)
		if (modes >> mode & 1)
			push(search, (struct state){.mode = mode});
	for (size_t pops = 0; pops < POPS && search->all_n < FOUND; pops++) {
		int32_t index = pop(search);
		if (index == NONE)
			break;
		struct state state = search->states[index];
		if (!is_new(search, &state))
			continue;
		if (state.kind == DONE) {
			keep(search, &state);
			if (state.cost + (size_t)MARGIN < search->limit)
				search->limit = state.cost + (size_t)MARGIN;
		} else if (state.kind == FLOORED) {
			take_floors(search, state);
		} else {
			take_units(search, &state);
			if (state.floors == 0) {
				state.kind = FLOORED;
				push(search, state);
			}
		}
	}
	choose(search);
}

/* How a word is looked for. */
enum way { AMONG_SMALL, AMONG_CAPITALS, ACCENTS };

static struct memory *remembered(struct repair_search *search, struct str read, enum way way)
{
	if (read.len == 0 || read.len > KEY)
		return NULL;
	uint64_t hash = way + 1;
	for (size_t i = 0; i < read.len; i++)
		hash = (hash ^ (uint8_t)read.ptr[i]) * 0x100000001b3ULL;
	return &search->memory[(hash * 0x9e3779b97f4a7c15ULL) >> 50];
}

static bool is_same(const struct memory *memory, struct str read, enum way way)
{
	return memory != NULL && memory->len != 0 && memory->way == way && str_eq((struct str){memory->key, memory->len}, read);
}

static const struct repair_candidates *remember(struct repair_search *search, struct memory *memory, struct str read,
                                                enum way way)
{
	if (memory == NULL)
		return &search->found;
	memcpy(memory->key, read.ptr, read.len);
	memory->len = (uint8_t)read.len;
	memory->way = (uint8_t)way;
	memory->found = search->found;
	return &memory->found;
}

const struct repair_candidates *repair_candidates_find(struct repair_search *search, struct str read, bool capitals)
{
	enum way way = capitals ? AMONG_CAPITALS : AMONG_SMALL;
	struct memory *memory = remembered(search, read, way);
	if (is_same(memory, read, way))
		return &memory->found;
	search->found.n = 0;
	if (begin(search, read))
		search_words(search, capitals);
	return remember(search, memory, read, way);
}

/* Goes on with all words below `node` that have the letters of what was read from `at` on. */
static void walk_accents(struct repair_search *search, size_t node, size_t at)
{
	const struct repair_model *model = search->model;
	if (at == search->n) {
		if (model->word[node] != 0 && search->found.n < REPAIR_CANDIDATES)
			search->found.at[search->found.n++] = (struct repair_candidate){.word = model->word[node]};
		return;
	}
	unsigned symbol = search->symbol[at];
	if (symbol == 0)
		return;
	symbol = model->small[symbol - 1];
	uint32_t read = model->symbols[symbol - 1];
	for (size_t child = model->child[node]; child < model->child[node + 1] && child < model->nodes_n; child++) {
		uint32_t written = model->symbol[child] != 0 ? model->symbols[model->symbol[child] - 1] : 0;
		struct viet_letter letter = viet_letter_of(written);
		if (model->symbol[child] == symbol || (letter.letter != 0 && (uint32_t)viet_letter_base(letter) == read))
			walk_accents(search, child, at + 1);
	}
}

const struct repair_candidates *repair_candidates_find_accents(struct repair_search *search, struct str read)
{
	struct memory *memory = remembered(search, read, ACCENTS);
	if (is_same(memory, read, ACCENTS))
		return &memory->found;
	search->found.n = 0;
	if (begin(search, read))
		walk_accents(search, 0, 0);
	return remember(search, memory, read, ACCENTS);
}
