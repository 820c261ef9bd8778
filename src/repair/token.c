#include "repair/token.h"

#include <string.h>

#include "base/utf8.h"
#include "viet/letter.h"
#include "viet/punctuation.h"
#include "viet/space.h"

/* What stands at one character. */
enum mark { LETTER, DIGIT, JOINT /* parts the words of a token */, OTHER };

struct character {
	size_t at;
	enum mark mark;
	bool upper;
};

enum { MAX_TOKEN = 512 /* characters: longer ones are left alone */ };

struct reader {
	struct arena *arena;
	struct str text;
	struct repair_tokens *out;
	bool line_begins, after_marker, after_empty;
	bool line_is_new;    /* no piece of the line yet */
	bool after_odd_stop; /* a small letter follows a full stop: a comma or a letter may have been read as one */
	size_t line;
	bool *after_stop;
	struct character characters[MAX_TOKEN + 1];
	size_t n;
};

static struct character character_at(struct str text, size_t *at)
{
	struct character c = {.at = *at, .mark = OTHER};
	uint32_t code = utf8_next(text, at);
	struct viet_letter letter = viet_letter_of(code);
	bool unshown = code == 0xfffd || code == 0x25a1; /* put for a letter */
	if (letter.letter != 0 || unshown || (code >= 0xc0 && code < 0x250 && code != 0xd7 && code != 0xf7)) {
		c.mark = LETTER;
		c.upper = letter.upper;
	} else if (code >= '0' && code <= '9') {
		c.mark = DIGIT;
	} else if (code == '/' || viet_punctuation_plain(code) == '-' || code == '-') {
		c.mark = JOINT;
	}
	return c;
}

static bool is_word_like(const struct character *c)
{
	return c->mark == LETTER || c->mark == DIGIT;
}

struct count {
	size_t letters, upper, digits, joints;
};

static struct count count(const struct character *c, size_t n)
{
	struct count sum = {0};
	for (size_t i = 0; i < n; i++) {
		sum.letters += c[i].mark == LETTER;
		sum.upper += c[i].upper;
		sum.digits += c[i].mark == DIGIT;
		sum.joints += c[i].mark == JOINT;
	}
	return sum;
}

/* What a token with digits is as a whole; a token without is cut into words. */
static enum repair_kind kind_of(struct count sum)
{
	if (sum.letters == 0)
		return REPAIR_NUMBER_PIECE;
	if (sum.digits == 0)
		return REPAIR_WORD_PIECE;
	if (sum.joints > 0 || (sum.upper >= 2 && sum.digits + sum.upper >= sum.letters) || sum.digits > 3)
		return REPAIR_CODE_PIECE;
	return REPAIR_MIXED_PIECE;
}

/* Whether ";" or ":" stands before the piece that begins at `from`, behind the last one. */
static bool is_after_sign(const struct reader *reader, size_t from)
{
	const struct repair_piece_vec *pieces = &reader->out->pieces;
	size_t at = pieces->n > 0 ? pieces->at[pieces->n - 1].to : from;
	for (; at < from; at++)
		if (reader->text.ptr[at] == ';' || reader->text.ptr[at] == ':')
			return true;
	return false;
}

static enum repair_gap gap_before(const struct reader *reader, const struct character *first)
{
	if (reader->after_odd_stop || is_after_sign(reader, first->at))
		return REPAIR_SIGN_GAP;
	return reader->line_is_new && first->upper ? REPAIR_LINE_GAP : REPAIR_NO_GAP;
}

static void add_piece(struct reader *reader, size_t from, size_t to, enum repair_kind kind)
{
	const struct character *c = reader->characters;
	size_t before = from, after = to;
	while (before > 0 && c[before - 1].mark == OTHER)
		before--;
	while (after < reader->n && c[after].mark == OTHER)
		after++;
	size_t before_bytes = c[from].at - c[before].at, after_bytes = c[after].at - c[to].at;
	struct repair_piece piece = {.from = c[from].at,
	                             .to = c[to].at,
	                             .token = reader->out->tokens.n,
	                             .before = before_bytes <= 8 ? (uint8_t)before_bytes : 0,
	                             .after = after_bytes <= 8 ? (uint8_t)after_bytes : 0,
	                             .kind = (uint8_t)kind,
	                             .gap = (uint8_t)gap_before(reader, &c[from]),
	                             .fresh = *reader->after_stop || reader->after_marker,
	                             .opens = *reader->after_stop || reader->after_marker};
	*reader->after_stop = reader->after_marker = reader->line_is_new = reader->after_odd_stop = false;
	VEC_PUSH(reader->arena, &reader->out->pieces, piece);
}

/* A word ends at a joint, and at a dot, comma or bracket between letters. Before a small letter ":" and ";" are a misread mark:
 * "phu:ong". */
static bool parts_words(const struct reader *reader, size_t i)
{
	static const char parting[] = ".,()[]+=", mark_like[] = ":;";
	const struct character *c = &reader->characters[i];
	char sign = reader->text.ptr[c->at];
	if (c->mark == OTHER && strchr(mark_like, sign) != NULL)
		return !(i + 1 < reader->n && c[1].mark == LETTER && !c[1].upper);
	return c->mark == JOINT || (c->mark == OTHER && strchr(parting, sign) != NULL);
}

static void cut_words(struct reader *reader, size_t from, size_t to, bool digits)
{
	while (from < to) {
		size_t end = from;
		while (end < to && !parts_words(reader, end))
			end++;
		size_t first = from, last = end;
		while (first < last && !is_word_like(&reader->characters[first]))
			first++;
		while (last > first && !is_word_like(&reader->characters[last - 1]))
			last--;
		if (first < last)
			add_piece(reader, first, last, digits ? kind_of(count(reader->characters + first, last - first)) : REPAIR_WORD_PIECE);
		from = end + 1;
	}
}

/* Whether all of the token but its last character are strokes of Roman numbers, or digits. */
static bool is_number_like(const struct reader *reader)
{
	size_t i = 0;
	while (i + 1 < reader->n && strchr("IVXLTHivxl1|!0123456789", reader->text.ptr[reader->characters[i].at]) != NULL)
		i++;
	return i + 1 == reader->n && strchr("ivx", reader->text.ptr[reader->characters[0].at]) == NULL;
}

/* "1.", "a)", "-", "II.", "II-", "+": what begins an item of a list, at the beginning of a line. */
static bool is_list_marker(const struct reader *reader, struct count sum)
{
	const struct character *last = &reader->characters[reader->n - 1];
	char c = reader->text.ptr[last->at];
	if (sum.letters + sum.digits == 0)
		return true;
	if ((c == '.' || c == '-') && sum.letters + sum.digits <= 4 && sum.digits <= 2 && is_number_like(reader))
		return true;
	return sum.letters + sum.digits <= 5 && (c == '.' || c == ')' || c == '/') &&
	       sum.letters <= (sum.upper == sum.letters ? 5 : 1);
}

/* Whether a sentence ends with the token: a full stop after a word of two letters. */
static bool is_stop(const struct reader *reader)
{
	size_t i = reader->n;
	bool stop = false;
	for (; i > 0 && reader->characters[i - 1].mark == OTHER; i--) {
		char c = reader->text.ptr[reader->characters[i - 1].at];
		stop = stop || c == '.' || c == '!' || c == '?';
	}
	return stop && i >= 2 && reader->characters[i - 1].mark == LETTER && reader->characters[i - 2].mark == LETTER;
}

/* Signs that hardly stand for themselves alone but for a letter that the reader did not know. */
static bool is_letter_like_sign(struct str text, size_t at)
{
	uint32_t c = utf8_next(text, &at);
	return c == U'€' || c == U'¢' || c == U'§' || c == U'£' || c == U'¥' || c == U'®' || c == U'©' || c == '&' || c == '@';
}

/* Addresses of pages and of mail are left as they are. */
static bool is_address(struct str token)
{
	size_t at = str_find(token, STR("@"), 0);
	bool mail = at != SIZE_MAX && at > 0 && str_find(token, STR("."), at) != SIZE_MAX;
	return mail || str_contains(token, STR(":/")) || str_contains(token, STR("www.")) || str_contains(token, STR(".gov.vn"));
}

/* Whether a token with a stroke and digits is words all the same: "phit/s6", "12/thang". */
static bool are_words(const struct reader *reader, struct count sum)
{
	enum { LEAST = 3, DIGITS = 2 };
	return sum.digits == 0 || (sum.joints == 1 && sum.upper == 0 && sum.letters >= LEAST && sum.digits <= DIGITS &&
	                           memchr(reader->text.ptr + reader->characters[0].at, '/',
	                                  reader->characters[reader->n].at - reader->characters[0].at) != NULL);
}

/* Cuts the token under way into its pieces. */
static void cut(struct reader *reader, struct count sum)
{
	size_t from = reader->characters[0].at, to = reader->characters[reader->n].at;
	size_t first = 0, last = reader->n;
	while (first < last && !is_word_like(&reader->characters[first]))
		first++;
	while (last > first && !is_word_like(&reader->characters[last - 1]))
		last--;
	if (first == last && reader->n == 1 && is_letter_like_sign(reader->text, from))
		add_piece(reader, 0, 1, REPAIR_WORD_PIECE);
	if (reader->n < MAX_TOKEN && first < last && !is_address(str_part(reader->text, from, to - from))) {
		enum repair_kind kind = are_words(reader, sum) ? REPAIR_WORD_PIECE : kind_of(sum);
		if (kind == REPAIR_WORD_PIECE)
			cut_words(reader, first, last, sum.digits > 0);
		else
			add_piece(reader, first, last, kind);
	}
}

/* A sentence goes on behind an empty line where a small letter follows: texts of pages may have one between all lines. */
static bool begins_small(const struct reader *reader)
{
	return reader->n > 0 && reader->characters[0].mark == LETTER && !reader->characters[0].upper;
}

/* A question mark before a letter of the same token was put for a letter. */
static void find_unshown(struct reader *reader)
{
	bool letter_follows = false;
	for (size_t i = reader->n; i-- > 0;) {
		struct character *c = &reader->characters[i];
		if (letter_follows && reader->text.ptr[c->at] == '?')
			c->mark = LETTER;
		letter_follows = c->mark == LETTER;
	}
}

static void take_token(struct reader *reader, size_t from, size_t to)
{
	struct repair_token token = {.from = from, .to = to, .piece = reader->out->pieces.n, .line = reader->line};
	reader->n = 0;
	for (size_t at = from; at < to && reader->n < MAX_TOKEN;)
		reader->characters[reader->n++] = character_at(reader->text, &at);
	reader->characters[reader->n] = (struct character){.at = to, .mark = OTHER};
	find_unshown(reader);
	struct count sum = count(reader->characters, reader->n);
	reader->after_odd_stop = *reader->after_stop && begins_small(reader) && reader->out->pieces.n > 0;
	*reader->after_stop = (*reader->after_stop && !reader->after_odd_stop) || (reader->after_empty && !begins_small(reader));
	reader->after_empty = false;
	bool marker = reader->line_begins && is_list_marker(reader, sum);
	if (marker)
		*reader->after_stop = true;
	cut(reader, sum);
	token.pieces_n = reader->out->pieces.n - token.piece;
	/* what follows the letter of "a)" or "V." is no part of it */
	for (size_t p = token.piece; marker && p < token.piece + token.pieces_n; p++) {
		reader->out->pieces.at[p].marker = true;
		reader->out->pieces.at[p].before = reader->out->pieces.at[p].after = 0;
	}
	VEC_PUSH(reader->arena, &reader->out->tokens, token);
	reader->after_marker = marker;
	if (is_stop(reader))
		*reader->after_stop = true;
	reader->line_begins = reader->line_begins && marker;
}

/* The letters of a piece that may say in which case its line is. */
static struct count letters_of(struct str text, const struct repair_piece *piece)
{
	struct count sum = {0};
	if (piece->kind != REPAIR_WORD_PIECE && piece->kind != REPAIR_MIXED_PIECE)
		return sum;
	for (size_t at = piece->from; at < piece->to;) {
		struct character c = character_at(text, &at);
		sum.letters += c.mark == LETTER;
		sum.upper += c.upper;
	}
	return sum;
}

static bool is_capitals(struct count sum)
{
	enum { LEAST = 2, PERCENT = 70 };
	return sum.letters >= LEAST && sum.upper * 100 >= sum.letters * PERCENT;
}

/* Marks the pieces of one line that stand among capitals: all of a line of capitals, and where only a part
 * of it is in capitals, those whose neighbours are. */
static void find_capitals_of_line(struct arena *arena, struct str text, struct repair_piece *pieces, size_t n)
{
	enum { AROUND = 2 };
	struct count *counts = ARENA_ARRAY(arena, struct count, n + 1), line = {0};
	for (size_t i = 0; i < n; i++) {
		counts[i] = letters_of(text, &pieces[i]);
		line.letters += counts[i].letters;
		line.upper += counts[i].upper;
	}
	for (size_t i = 0; i < n; i++) {
		struct count near = {0};
		for (size_t j = i >= AROUND ? i - AROUND : 0; j < n && j <= i + AROUND; j++) {
			near.letters += j != i ? counts[j].letters : 0;
			near.upper += j != i ? counts[j].upper : 0;
		}
		bool small = counts[i].letters >= 3 && counts[i].upper == 0;
		pieces[i].capitals = !small && (is_capitals(line) || (near.letters >= 3 && is_capitals(near)));
	}
}

static void find_capitals(struct arena *arena, struct str text, const struct repair_tokens *tokens)
{
	for (size_t t = 0, end; t < tokens->tokens.n; t = end) {
		size_t pieces = 0;
		for (end = t; end < tokens->tokens.n && tokens->tokens.at[end].line == tokens->tokens.at[t].line; end++)
			pieces += tokens->tokens.at[end].pieces_n;
		if (pieces > 0)
			find_capitals_of_line(arena, text, tokens->pieces.at + tokens->tokens.at[t].piece, pieces);
	}
}

/* Whether a piece is written with one capital, its first letter. */
static bool is_title(struct str text, const struct repair_piece *piece)
{
	size_t at = piece->from;
	return piece->kind == REPAIR_WORD_PIECE && character_at(text, &at).upper && letters_of(text, piece).upper == 1;
}

/* Whether both are parts of one name: in title case, and no sign between them. */
static bool are_beside(struct str text, const struct repair_piece *a, const struct repair_piece *b)
{
	return !b->fresh && b->gap != REPAIR_SIGN_GAP && a->after == 0 && b->before == 0 && is_title(text, a) && is_title(text, b);
}

/* Marks the pieces that are written as parts of a name. */
static void find_names(struct str text, const struct repair_piece_vec *pieces)
{
	for (size_t i = 0; i < pieces->n; i++) {
		struct repair_piece *piece = &pieces->at[i];
		bool beside = (i > 0 && are_beside(text, &piece[-1], piece)) || (i + 1 < pieces->n && are_beside(text, piece, &piece[1]));
		piece->name = beside && !piece->opens && !piece->capitals;
	}
}

/* Moves over white space; whether it holds an empty line, and whether a line ends in it. */
static size_t skip_space(struct str text, size_t at, bool *ret_line, bool *ret_empty)
{
	size_t lines = 0;
	while (at < text.len) {
		size_t next = at;
		if (!viet_space_is(utf8_next(text, &next)))
			break;
		lines += text.ptr[at] == '\n';
		at = next;
	}
	*ret_line = lines > 0;
	*ret_empty = lines > 1;
	return at;
}

static size_t skip_token(struct str text, size_t at)
{
	while (at < text.len) {
		size_t next = at;
		if (viet_space_is(utf8_next(text, &next)))
			break;
		at = next;
	}
	return at;
}

bool repair_token_next(struct arena *arena, struct str text, size_t *at, bool *after_stop, size_t max, struct repair_tokens *ret)
{
	struct reader *reader = ARENA_NEW(arena, struct reader);
	*ret = (struct repair_tokens){0};
	*reader = (struct reader){.arena = arena, .text = text, .out = ret, .after_stop = after_stop, .line_begins = *at == 0};
	for (;;) {
		bool line, empty;
		size_t from = skip_space(text, *at, &line, &empty);
		if ((line && ret->tokens.n >= max) || ret->tokens.n >= 2 * max)
			break;
		*at = from;
		if (from >= text.len)
			break;
		reader->line_begins = reader->line_begins || line;
		reader->line_is_new = reader->line_is_new || line;
		reader->line += line && ret->tokens.n > 0;
		reader->after_empty = reader->after_empty || empty;
		*at = skip_token(text, from);
		take_token(reader, from, *at);
	}
	find_capitals(arena, text, ret);
	find_names(text, &ret->pieces);
	return ret->tokens.n > 0;
}
