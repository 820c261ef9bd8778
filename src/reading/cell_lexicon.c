#include "reading/cell_lexicon.h"

#include <assert.h>

#include "reading/cell_phrases.h"
#include "reading/counts.h"

struct entry_keys {
	uint32_t keys[CELL_PHRASES_MOST_WORDS];
	uint32_t n;
	uint32_t next; /* with the same first word; UINT32_MAX at the end */
};

struct cell_lexicon {
	struct entry_keys keys[CELL_PHRASES_ALL];
	struct counts first; /* by first word: 1 + the first entry */
	struct counts last;  /* by kind and the two words */
	bool *is_time;       /* by key: times are made of such words */
	struct counts looks; /* by look and the two words of each; of one word, the word with any after it */
	bool *is_host;       /* by key: the name of a unit may go on with that of another */
	uint32_t n_keys;     /* those keys; later ones are no words of the lexicon */
};

static uint64_t of_look(uint64_t pair, enum table_look look)
{
	enum { LOOKS = 8 };
	return pair * LOOKS + (uint64_t)look;
}

struct cell_lexicon *cell_lexicon_new(struct arena *arena, struct table_text *text)
{
	struct cell_lexicon *lexicon = ARENA_NEW(arena, struct cell_lexicon);
	counts_init(&lexicon->first, arena);
	counts_init(&lexicon->last, arena);
	for (uint32_t i = 0; i < CELL_PHRASES_ALL; i++) {
		struct entry_keys *keys = &lexicon->keys[i];
		struct str rest = str_of(cell_phrases[i].words), part;
		while (str_split(&rest, ' ', &part) && keys->n < CELL_PHRASES_MOST_WORDS)
			keys->keys[keys->n++] = table_text_key(text, part);
		uint32_t head = counts_get(&lexicon->first, keys->keys[0]);
		keys->next = head == 0 ? UINT32_MAX : head - 1;
		counts_add(&lexicon->first, keys->keys[0], (int32_t)(i + 1) - (int32_t)head);
	}
	for (uint32_t i = 0; i < CELL_PHRASES_ENDINGS; i++) {
		struct str rest = str_of(cell_phrases_endings[i].words), before;
		str_split(&rest, ' ', &before);
		uint64_t pair = table_text_pair_of(table_text_key(text, before), table_text_key(text, rest));
		counts_add(&lexicon->last, pair * TABLE_COLUMNS + cell_phrases_endings[i].kind, cell_phrases_endings[i].score);
	}
	counts_init(&lexicon->looks, arena);
	for (uint32_t i = 0; i < CELL_PHRASES_LOOKS; i++) {
		struct str second = str_of(cell_phrases_looks[i].words), first, third;
		str_split(&second, ' ', &first);
		uint32_t after = str_split(&second, ' ', &third) ? table_text_key(text, third) : TABLE_TEXT_ANY_KEY;
		counts_add(&lexicon->looks, of_look(table_text_pair_of(table_text_key(text, first), after), cell_phrases_looks[i].look),
		           1);
	}
	uint32_t times[CELL_PHRASES_TIMES], hosts[CELL_PHRASES_HOSTS];
	for (uint32_t i = 0; i < CELL_PHRASES_TIMES; i++)
		times[i] = table_text_key(text, str_of(cell_phrases_times[i]));
	for (uint32_t i = 0; i < CELL_PHRASES_HOSTS; i++)
		hosts[i] = table_text_key(text, str_of(cell_phrases_hosts[i]));
	lexicon->n_keys = text->n_keys;
	lexicon->is_host = ARENA_ARRAY(arena, bool, lexicon->n_keys);
	for (uint32_t i = 0; i < CELL_PHRASES_HOSTS; i++)
		lexicon->is_host[hosts[i]] = true;
	lexicon->is_time = ARENA_ARRAY(arena, bool, lexicon->n_keys);
	for (uint32_t i = 0; i < CELL_PHRASES_TIMES; i++)
		lexicon->is_time[times[i]] = true;
	return lexicon;
}

static bool is_at(const struct table_text *text, const struct entry_keys *keys, uint32_t first, uint32_t end)
{
	if (first + keys->n > end)
		return false;
	for (uint32_t i = 0; i < keys->n; i++)
		if (text->words.at[first + i].key != keys->keys[i])
			return false;
	return true;
}

/* Leads and coordinators are units as those of an assignment are. */
static enum table_column kind_in_lexicon(enum table_column kind)
{
	return kind == TABLE_LEAD || kind == TABLE_COORDINATE ? TABLE_ASSIGNMENT : kind;
}

float cell_lexicon_score_start(const struct cell_lexicon *lexicon, const struct table_text *text, enum table_column kind,
                               uint32_t first, uint32_t end)
{
	static const float unlike = -0.5F, tenth = 0.1F;
	int best = 0;
	bool known = false;
	kind = kind_in_lexicon(kind);
	if (first < end && text->words.at[first].flags & TABLE_WORD_BULLET && !(text->words.at[first].flags & TABLE_WORD_LETTERS))
		first++;
	if (first >= end)
		return 0;
	uint32_t entry = counts_get(&lexicon->first, text->words.at[first].key);
	for (uint32_t i = entry == 0 ? UINT32_MAX : entry - 1; i != UINT32_MAX; i = lexicon->keys[i].next) {
		if (!is_at(text, &lexicon->keys[i], first, end))
			continue;
		known = true;
		if (cell_phrases[i].kind == kind && cell_phrases[i].start > best)
			best = cell_phrases[i].start;
	}
	if (kind == TABLE_SCHEDULE && text->words.at[first].flags & TABLE_WORD_DATE && best < 25)
		best = 25;
	return best > 0 ? (float)best * tenth : known ? unlike : 0;
}

/* A word of times, a number, a date, or no word at all. */
static bool may_be_of_time(const struct cell_lexicon *lexicon, const struct table_word *word)
{
	if ((word->flags & (TABLE_WORD_DIGIT | TABLE_WORD_DATE)) || !(word->flags & TABLE_WORD_LETTERS))
		return true;
	return word->key < lexicon->n_keys && lexicon->is_time[word->key];
}

void cell_lexicon_score_words(const struct cell_lexicon *lexicon, const struct table_text *text, uint32_t first, uint32_t end,
                              float *ret)
{
	static_assert((int)TABLE_MAX_COLUMNS >= (int)TABLE_COLUMNS, "rows of scores hold every kind");
	static const float tenth = 0.1F, date = 0.8F, ordinal = 0.3F, no_time = -0.5F;
	for (uint32_t w = first; w < end; w++) {
		float *of_word = &ret[(w - first) * TABLE_MAX_COLUMNS];
		if (!may_be_of_time(lexicon, &text->words.at[w]))
			of_word[TABLE_SCHEDULE] += no_time;
		uint32_t entry = counts_get(&lexicon->first, text->words.at[w].key);
		for (uint32_t i = entry == 0 ? UINT32_MAX : entry - 1; i != UINT32_MAX; i = lexicon->keys[i].next)
			if (cell_phrases[i].inside > 0 && is_at(text, &lexicon->keys[i], w, end))
				for (uint32_t n = 0; n < lexicon->keys[i].n; n++)
					of_word[n * TABLE_MAX_COLUMNS + cell_phrases[i].kind] += (float)cell_phrases[i].inside * tenth;
		if (text->words.at[w].flags & TABLE_WORD_DATE)
			of_word[TABLE_SCHEDULE] += w == first ? ordinal : date;
	}
	for (uint32_t w = 0; w < end - first; w++) {
		float *of_word = &ret[w * TABLE_MAX_COLUMNS];
		of_word[TABLE_LEAD] = of_word[TABLE_COORDINATE] = of_word[TABLE_ASSIGNMENT];
	}
}

float cell_lexicon_score_end(const struct cell_lexicon *lexicon, const struct table_text *text, enum table_column kind,
                             uint32_t word)
{
	static const float tenth = 0.1F, date = 1.0F;
	kind = kind_in_lexicon(kind);
	if (kind == TABLE_SCHEDULE && (text->words.at[word].flags & TABLE_WORD_DATE))
		return date;
	if (word == 0)
		return 0;
	return (float)counts_get(&lexicon->last, table_text_pair(text, word - 1) * TABLE_COLUMNS + kind) * tenth;
}

/* "360" after "hằng tháng": no day, month or year has three digits. */
static bool may_be_time(const struct table_text *text, uint32_t word)
{
	enum { DAY_DIGITS = 2 };
	uint16_t flags = text->words.at[word].flags;
	return (flags & TABLE_WORD_DATE) ||
	       ((flags & TABLE_WORD_DIGIT) && text->key_texts[text->words.at[word].key].len <= DAY_DIGITS);
}

bool cell_lexicon_binds(const struct cell_lexicon *lexicon, const struct table_text *text, uint32_t before, uint32_t word)
{
	uint32_t first = text->words.at[before].key, second = text->words.at[word].key;
	uint32_t entry = counts_get(&lexicon->first, first);
	for (uint32_t i = entry == 0 ? UINT32_MAX : entry - 1; i != UINT32_MAX; i = lexicon->keys[i].next) {
		if (lexicon->keys[i].n >= 2 && lexicon->keys[i].keys[1] == second)
			return true;
		bool of_time = cell_phrases[i].kind == TABLE_SCHEDULE && lexicon->keys[i].n == 1;
		if (of_time && may_be_time(text, word))
			return true;
	}
	return false;
}

bool cell_lexicon_begins_unit(const struct cell_lexicon *lexicon, const struct table_text *text, uint32_t word, uint32_t end)
{
	static const float surely = 1.4F;
	const struct table_word *before = &text->words.at[word - 1];
	uint16_t parted = TABLE_WORD_STOPS | TABLE_WORD_COMMA | TABLE_WORD_OPEN | TABLE_WORD_BULLET;
	bool may = (text->words.at[word].flags & TABLE_WORD_UPPER) && !(before->flags & parted);
	if (!may || cell_lexicon_score_start(lexicon, text, TABLE_ASSIGNMENT, word, end) < surely)
		return false;
	return before->key >= lexicon->n_keys || !lexicon->is_host[before->key];
}

bool cell_lexicon_begins_look(const struct cell_lexicon *lexicon, const struct table_text *text, enum table_look look,
                              uint32_t word)
{
	uint32_t first = text->words.at[word].key,
	         second = word + 1 < text->words.n ? text->words.at[word + 1].key : TABLE_TEXT_ANY_KEY;
	return counts_get(&lexicon->looks, of_look(table_text_pair_of(first, second), look)) > 0 ||
	       counts_get(&lexicon->looks, of_look(table_text_pair_of(first, TABLE_TEXT_ANY_KEY), look)) > 0;
}
