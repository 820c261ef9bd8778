#include "repair/code.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "repair/language.h"
#include "viet/letter.h"

enum {
	D_WITH_BAR = '~', /* Đ among initials, which are ASCII capitals */
	LEAST_INITIALS = 3,
	MAX_CODE = 4096,
	UNKNOWN_PIECE = 4 * REPAIR_NAT,
	UNKNOWN_LETTER = 96,
	PIECE_MAX_LETTERS = 12,
};

static char initial_of(uint32_t c)
{
	struct viet_letter letter = viet_letter_of(c);
	if (letter.letter == 0)
		return 0;
	char base = (char)(viet_letter_base(letter) - 'a' + 'A');
	letter.upper = false;
	return base == 'D' && viet_letter_compose(letter) != 'd' ? (char)D_WITH_BAR : base;
}

void repair_code_initials_add(struct repair_initials *initials, struct str word)
{
	size_t at = 0;
	char initial = word.len > 0 ? initial_of(utf8_next(word, &at)) : 0;
	if (initial == 0)
		return;
	if (initials->n == REPAIR_INITIALS) {
		memmove(initials->at, initials->at + REPAIR_INITIALS / 2, REPAIR_INITIALS / 2);
		initials->n = REPAIR_INITIALS / 2;
	}
	initials->at[initials->n++] = initial;
}

static bool stands_at(const struct repair_initials *initials, size_t at, const char *letters, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char there = initials->at[at + i];
		if (there != letters[i] && !(letters[i] == 'D' && there == D_WITH_BAR))
			return false;
	}
	return true;
}

struct str repair_code_expand(struct arena *arena, const struct repair_initials *initials, struct str abbreviation)
{
	char letters[PIECE_MAX_LETTERS];
	size_t n = 0;
	for (size_t at = 0; at < abbreviation.len;) {
		char letter = initial_of(utf8_next(abbreviation, &at));
		if (letter == 0 || n == PIECE_MAX_LETTERS)
			return abbreviation;
		letters[n++] = letter;
	}
	if (n < LEAST_INITIALS || memchr(letters, 'D', n) == NULL)
		return abbreviation;
	for (size_t at = initials->n >= n ? initials->n - n + 1 : 0; at-- > 0;) {
		if (!stands_at(initials, at, letters, n))
			continue;
		struct buf out;
		buf_init(&out, arena, MAX_CODE);
		for (size_t i = 0; i < n; i++)
			buf_add_code_point(&out, initials->at[at + i] == D_WITH_BAR ? U'Đ' : (uint32_t)(unsigned char)letters[i]);
		return buf_str(&out);
	}
	return abbreviation;
}

static char digit_like(char c)
{
	static const char alike[][2] = {{'O', '0'}, {'o', '0'}, {'l', '1'}, {'I', '1'},
	                                {'i', '1'}, {'S', '5'}, {'B', '8'}, {'Z', '2'}};
	for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
		if (alike[i][0] == c)
			return alike[i][1];
	return c >= '0' && c <= '9' ? c : 0;
}

struct str repair_code_digits(struct arena *arena, struct str text)
{
	char *digits = arena_alloc(arena, text.len + 1);
	for (size_t i = 0; i < text.len; i++)
		if ((digits[i] = digit_like(text.ptr[i])) == 0)
			return (struct str){0};
	return (struct str){.ptr = digits, .len = text.len};
}

struct str repair_code_term(struct arena *arena, struct str text)
{
	static const struct str before[] = {STR_INIT("UBTVQH"), STR_INIT("QH")};
	for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
		if (!str_has_prefix(text, before[i]))
			continue;
		struct str term = str_from(text, before[i].len);
		if (term.len == 0 || term.len > 2)
			return (struct str){0};
		struct str digits = repair_code_digits(arena, term);
		if (digits.len == 0)
			return (struct str){0};
		return str_format(arena, "%.*s%.*s", STR_ARG(before[i]), STR_ARG(digits));
	}
	return (struct str){0};
}

struct piece {
	struct str text;
	size_t letters, upper, digits;
};

/* The piece that begins at `at`: letters and digits. */
static struct piece piece_at(struct str code, size_t at)
{
	struct piece piece = {.text = {.ptr = code.ptr + at}};
	for (size_t next = at; next < code.len;) {
		uint32_t c = utf8_next(code, &next);
		struct viet_letter letter = viet_letter_of(c);
		bool digit = c >= '0' && c <= '9';
		if (letter.letter == 0 && !digit)
			break;
		piece.letters += letter.letter != 0;
		piece.upper += letter.letter != 0 && letter.upper;
		piece.digits += digit;
		piece.text.len = next - at;
	}
	return piece;
}

/* The model's word in the case of what was read where their letters are the same but for marks, else in capitals. */
static struct str as_read(struct arena *arena, struct str word, struct str read)
{
	struct buf out;
	buf_init(&out, arena, MAX_CODE);
	bool alike = utf8_count(word) == utf8_count(read);
	for (size_t at = 0, from = 0; at < word.len;) {
		uint32_t c = utf8_next(word, &at);
		struct viet_letter letter = viet_letter_of(c), typed = {0};
		if (alike && from < read.len)
			typed = viet_letter_of(utf8_next(read, &from));
		bool same = typed.letter != 0 && viet_letter_base(typed) == viet_letter_base(letter);
		letter.upper = same ? typed.upper : true;
		buf_add_code_point(&out, letter.letter != 0 ? viet_letter_compose(letter) : c);
	}
	return buf_str(&out);
}

/* Whether a word may be an abbreviation: no marks but the bar of Đ. */
static bool is_plain(struct str word)
{
	for (size_t at = 0; at < word.len;) {
		uint32_t c = utf8_next(word, &at);
		if (c >= 0x80 && c != U'đ')
			return false;
	}
	return true;
}

/* The likeliest abbreviation in the context, which moves on. */
static struct str restore_piece(struct arena *arena, struct repair_search *search, const struct repair_initials *initials,
                                const struct piece *piece, struct repair_context *context)
{
	const struct repair_model *model = repair_candidates_model(search);
	const struct repair_candidates *found = repair_candidates_find(search, piece->text, true);
	struct repair_context after, best_after;
	int best = UNKNOWN_PIECE + (int)piece->letters * UNKNOWN_LETTER;
	best += repair_language_step(model, context, REPAIR_UNKNOWN, &best_after);
	unsigned word = REPAIR_UNKNOWN;
	for (size_t i = 0; i < found->n; i++) {
		unsigned read = found->at[i].cost[REPAIR_CAPITALS];
		if (read == REPAIR_CANDIDATE_NONE || !is_plain(repair_model_text(model, found->at[i].word)))
			continue;
		int cost = (int)read + repair_language_step(model, context, found->at[i].word, &after);
		if (cost < best) {
			best = cost;
			best_after = after;
			word = found->at[i].word;
		}
	}
	*context = best_after;
	if (word == REPAIR_UNKNOWN)
		return repair_code_expand(arena, initials, piece->text);
	return as_read(arena, repair_model_text(model, word), piece->text);
}

static struct str restore_any(struct arena *arena, struct repair_search *search, const struct repair_initials *initials,
                              const struct piece *piece, struct repair_context *context)
{
	struct str restored;
	if (piece->letters == 0)
		return piece->text;
	restored = repair_code_term(arena, piece->text);
	if (restored.len > 0)
		return restored;
	if (piece->digits > 0) {
		restored = repair_code_digits(arena, piece->text);
		return restored.len > 0 && piece->digits >= piece->letters ? restored : piece->text;
	}
	if (piece->letters >= 2 && piece->letters <= PIECE_MAX_LETTERS && piece->upper >= 2)
		return restore_piece(arena, search, initials, piece, context);
	return piece->text;
}

struct str repair_code_restore(struct arena *arena, struct repair_search *search, const struct repair_initials *initials,
                               struct str code)
{
	const struct repair_model *model = repair_candidates_model(search);
	struct repair_context context = repair_language_start(), begun;
	(void)repair_language_step(model, &(struct repair_context){0}, REPAIR_PIECES, &begun);
	context = begun;
	struct buf out;
	buf_init(&out, arena, MAX_CODE);
	for (size_t at = 0; at < code.len;) {
		struct piece piece = piece_at(code, at);
		if (piece.text.len == 0) {
			size_t next = at;
			(void)utf8_next(code, &next);
			buf_add(&out, str_part(code, at, next - at));
			at = next;
			continue;
		}
		buf_add(&out, restore_any(arena, search, initials, &piece, &context));
		at += piece.text.len;
	}
	struct str restored;
	return buf_finish(&out, &restored) == RC_OK ? restored : code;
}
