/* A noisy channel of marks alone: for each word, those words of the language model that have the same letters under their marks
 * are weighed with the words before and behind it. What was read stays unless another is far likelier. */
#include "format/scan_language.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "repair/candidates.h"
#include "repair/language.h"
#include "viet/fold.h"
#include "viet/letter.h"
#include "viet/lower.h"
#include "viet/tone.h"

/* By how many 64ths of a nat another word must be likelier than what was read, by how easily its mark is taken for that. */
enum {
	DOT = 26 * REPAIR_NAT / 10,   /* of an i, taken for hỏi */
	ROOF = 28 * REPAIR_NAT / 10,  /* hỏi above â, ê, ô, taken for sắc */
	BELOW = 65 * REPAIR_NAT / 10, /* the dot below a letter, not seen */
	HARDLY = 85 * REPAIR_NAT / 10,
	NAME = 25 * REPAIR_NAT / 10, /* more, for a word with a capital: names are like no other words */
	FOLLOWING = REPAIR_ORDER - 1,
	MOST_LETTERS = 8, /* of a syllable */
	MENDED = 60,      /* percent: how sure a changed word is at most */
	ROOM = 64,        /* bytes that a syllable takes at most, in any spelling */
};

/* Less, where the reader was in doubt, or as good as guessed. */
static const struct {
	uint8_t percent;
	int cost;
} doubts[] = {{30, 75 * REPAIR_NAT / 10}, {60, 35 * REPAIR_NAT / 10}, {75, 25 * REPAIR_NAT / 10}};

/* A run of letters inside a word of the page, or what stands in place of one for the language model. */
struct piece {
	struct page_word *word;
	uint32_t from, len; /* bytes of word->text */
	unsigned number;    /* of the language model's word */
	bool fresh;         /* a sentence begins here */
	bool is_syllable;
};
VEC_OF(piece, struct piece);

struct mender {
	struct arena *arena;
	const struct repair_model *model;
	struct repair_search *search;
	struct piece_vec pieces;
};

static struct str text_of(const struct piece *piece)
{
	return str_part(piece->word->text, piece->from, piece->len);
}

/* --- pieces --- */

static struct str spelling_of(struct arena *arena, struct str text)
{
	return viet_tone_old_style(arena, viet_lower(arena, text));
}

/* The end of the run of letters, or of other characters, that begins at `at`. */
static size_t run_end(struct str s, size_t at, bool *ret_letters)
{
	size_t next = at;
	*ret_letters = viet_letter_of(utf8_next(s, &next)).letter != 0;
	for (at = next; next < s.len; at = next)
		if ((viet_letter_of(utf8_next(s, &next)).letter != 0) != *ret_letters)
			return at;
	return s.len;
}

/* Numbers, and what has them or is made of short forms: "12/QĐ-UBND", "TT/TU". */
static bool is_code(struct str s)
{
	bool small = false, parted = false;
	for (size_t at = 0; at < s.len;) {
		uint32_t c = utf8_next(s, &at);
		struct viet_letter letter = viet_letter_of(c);
		if (c >= '0' && c <= '9')
			return true;
		small = small || (letter.letter != 0 && !letter.upper);
		parted = parted || c == '/';
	}
	return parted && !small;
}

static void add_runs(struct mender *mender, struct page_word *word, bool *fresh)
{
	struct str s = word->text;
	for (size_t at = 0; at < s.len;) {
		bool letters;
		size_t end = run_end(s, at, &letters);
		struct piece piece = {.word = word, .from = (uint32_t)at, .len = (uint32_t)(end - at), .fresh = *fresh};
		struct str run = text_of(&piece);
		if (letters) {
			piece.number = repair_model_word(mender->model, spelling_of(mender->arena, run));
			piece.is_syllable = utf8_count(run) >= 2 && utf8_count(run) <= MOST_LETTERS;
			VEC_PUSH(mender->arena, &mender->pieces, piece);
			*fresh = false;
		} else if (end == s.len && (run.ptr[0] == '.' || run.ptr[0] == ':' || run.ptr[0] == ';')) {
			*fresh = true;
		}
		at = end;
	}
}

/* One word to the language model, and never changed. */
static void add_code(struct mender *mender, struct page_word *word, bool *fresh)
{
	struct piece piece = {.word = word, .len = (uint32_t)word->text.len, .fresh = *fresh, .number = REPAIR_NUMBER};
	for (size_t i = 0; i < word->text.len && piece.number == REPAIR_NUMBER; i++)
		if ((unsigned char)word->text.ptr[i] >= 'A')
			piece.number = REPAIR_CODE;
	VEC_PUSH(mender->arena, &mender->pieces, piece);
	*fresh = str_has_suffix(word->text, STR(".")) || str_has_suffix(word->text, STR(";"));
}

static void collect(struct mender *mender, struct page *pages, size_t n)
{
	bool fresh = true;
	for (size_t p = 0; p < n; p++)
		for (size_t i = 0; pages[p].is_scan && i < pages[p].words.n; i++) {
			struct page_word *word = &pages[p].words.at[i];
			if (is_code(word->text))
				add_code(mender, word, &fresh);
			else
				add_runs(mender, word, &fresh);
		}
}

/* --- marks --- */

static int letter_cost(struct viet_letter read, struct viet_letter meant)
{
	struct viet_letter plain = {.letter = meant.letter};
	if (read.letter != meant.letter)
		return HARDLY;
	if (read.tone == meant.tone)
		return 0;
	uint32_t vowel = viet_letter_compose(plain);
	if (read.tone == VIET_TONE_HOI && meant.tone == VIET_TONE_NGANG && vowel == U'i')
		return DOT;
	if (read.tone == VIET_TONE_SAC && meant.tone == VIET_TONE_HOI && (vowel == U'â' || vowel == U'ê' || vowel == U'ô'))
		return ROOF;
	return read.tone == VIET_TONE_NGANG && meant.tone == VIET_TONE_NANG ? BELOW : HARDLY;
}

/* How much likelier `meant` must be than what was read: both have the same letters under their marks. */
static int margin(const struct piece *piece, struct str read, struct str meant)
{
	int cost = 0;
	for (size_t a = 0, b = 0; a < read.len && b < meant.len;)
		cost += letter_cost(viet_letter_of(utf8_next(read, &a)), viet_letter_of(utf8_next(meant, &b)));
	if (cost < BELOW)
		return cost;
	size_t at = piece->from, i = 0;
	cost += viet_letter_of(utf8_next(piece->word->text, &at)).upper ? NAME : 0;
	while (i < sizeof doubts / sizeof *doubts && piece->word->confidence >= doubts[i].percent)
		i++;
	return i < sizeof doubts / sizeof *doubts ? cost - doubts[i].cost : cost;
}

/* --- the words around --- */

static struct repair_context context_before(const struct mender *mender, size_t at)
{
	struct repair_context context = repair_language_start();
	size_t first = at;
	while (first > 0 && !mender->pieces.at[first].fresh && at - first < REPAIR_ORDER - 1)
		first--;
	for (; first < at; first++)
		(void)repair_language_step(mender->model, &context, mender->pieces.at[first].number, &context);
	return context;
}

static int language_cost(const struct mender *mender, size_t at, struct repair_context context, unsigned number)
{
	const struct piece_vec *pieces = &mender->pieces;
	int cost = repair_language_step(mender->model, &context, number, &context);
	for (size_t i = at + 1; i < pieces->n && i <= at + FOLLOWING && !pieces->at[i].fresh; i++)
		cost += repair_language_step(mender->model, &context, pieces->at[i].number, &context);
	return cost;
}

/* The word that a piece most likely was; its own where no other is far likelier. */
static unsigned likeliest(const struct mender *mender, size_t at)
{
	const struct piece *piece = &mender->pieces.at[at];
	struct str read = spelling_of(mender->arena, text_of(piece));
	const struct repair_candidates *found = repair_candidates_find_accents(mender->search, viet_fold(mender->arena, read));
	struct repair_context before = context_before(mender, at);
	unsigned best = piece->number;
	int least = language_cost(mender, at, before, piece->number);
	for (size_t i = 0; i < found->n; i++) {
		unsigned number = found->at[i].word;
		if (number == piece->number)
			continue;
		int cost = margin(piece, read, repair_model_text(mender->model, number));
		cost += cost < least ? language_cost(mender, at, before, number) : 0;
		if (cost < least) {
			least = cost;
			best = number;
		}
	}
	return best;
}

/* --- changes --- */

/* Writes the letters of `meant` in the cases of `read`. */
static struct str in_case_of(struct arena *arena, struct str meant, struct str read)
{
	struct buf out;
	buf_init(&out, arena, ROOM);
	for (size_t a = 0, b = 0; a < read.len && b < meant.len;) {
		struct viet_letter letter = viet_letter_of(utf8_next(meant, &b));
		letter.upper = viet_letter_of(utf8_next(read, &a)).upper;
		buf_add_code_point(&out, viet_letter_compose(letter));
	}
	return buf_str(&out);
}

static void change(struct mender *mender, size_t at, unsigned number)
{
	struct piece *piece = &mender->pieces.at[at];
	struct page_word *word = piece->word;
	struct str text = word->text, run = in_case_of(mender->arena, repair_model_text(mender->model, number), text_of(piece));
	uint32_t end = piece->from + piece->len;
	word->text = str_format(mender->arena, "%.*s%.*s%.*s", STR_ARG(str_part(text, 0, piece->from)), STR_ARG(run),
	                        STR_ARG(str_from(text, end)));
	word->confidence = word->confidence < MENDED ? word->confidence : MENDED;
	for (size_t i = at + 1; i < mender->pieces.n && mender->pieces.at[i].word == word; i++)
		mender->pieces.at[i].from = mender->pieces.at[i].from - piece->len + (uint32_t)run.len;
	piece->len = (uint32_t)run.len;
	piece->number = number;
}

void scan_language_mend(struct arena *arena, const struct repair_model *model, struct page *pages, size_t n)
{
	struct mender mender = {.arena = arena, .model = model};
	if (model == NULL)
		return;
	collect(&mender, pages, n);
	if (mender.pieces.n == 0)
		return;
	mender.search = repair_candidates_search_new(arena, model);
	for (size_t i = 0; i < mender.pieces.n; i++) {
		unsigned number = mender.pieces.at[i].is_syllable ? likeliest(&mender, i) : mender.pieces.at[i].number;
		if (number != mender.pieces.at[i].number)
			change(&mender, i, number);
	}
}
