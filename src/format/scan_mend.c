#include "format/scan_mend.h"

#include <string.h>

#include "base/buf.h"

/* A word that is a Roman numeral of a V at most and of I: the ones that are read with a stroke too few. */
struct numeral {
	bool has_five;
	uint32_t ones;
	struct str rest; /* a mark behind it */
};

static bool parse(struct str s, struct numeral *ret)
{
	size_t at = s.len > 0 && s.ptr[0] == 'V';
	*ret = (struct numeral){.has_five = at > 0};
	for (; at < s.len && s.ptr[at] == 'I'; at++)
		ret->ones++;
	ret->rest = str_from(s, at);
	return ret->ones > 0 && (ret->rest.len == 0 || (ret->rest.len == 1 && strchr(".:;,)", ret->rest.ptr[0]) != NULL));
}

/* How many strokes a row of pixels crosses between two columns. */
static uint32_t count_strokes(PIX *black, int32_t y, int32_t left, int32_t right)
{
	uint32_t strokes = 0;
	const l_uint32 *row = pixGetData(black) + (size_t)y * (size_t)pixGetWpl(black);
	bool in_stroke = false;
	for (int32_t x = left; x < right; x++) {
		bool is_black = GET_DATA_BIT(row, x);
		strokes += is_black && !in_stroke;
		in_stroke = is_black;
	}
	return strokes;
}

/* The top and bottom of the ink of a word. */
static bool find_height(PIX *black, const struct page_box *box, int32_t *ret_top, int32_t *ret_bottom)
{
	*ret_top = -1;
	for (int32_t y = box->top; y < box->bottom; y++) {
		if (count_strokes(black, y, box->left, box->right) == 0)
			continue;
		*ret_top = *ret_top < 0 ? y : *ret_top;
		*ret_bottom = y + 1;
	}
	return *ret_top >= 0;
}

/* The strokes that most of some rows about the middle of a word cross; 0 where they do not agree. */
static uint32_t strokes_of(PIX *black, const struct page_box *box)
{
	enum { ROWS = 5, NEEDED = 4, MOST = 8 };
	int32_t top, bottom;
	uint32_t votes[MOST + 1] = {0};
	if (!find_height(black, box, &top, &bottom) || bottom - top < 2 * ROWS)
		return 0;
	for (int32_t i = 0; i < ROWS; i++) {
		uint32_t strokes = count_strokes(black, top + (bottom - top) * (ROWS + i) / (3 * ROWS), box->left, box->right);
		if (strokes <= MOST && ++votes[strokes] >= NEEDED)
			return strokes;
	}
	return 0;
}

/* --- quarters of a year --- */

enum { MOST_ONES = 3 };

/* The middles of the first strokes that a row of pixels crosses. */
static uint32_t first_strokes(PIX *black, int32_t y, int32_t left, int32_t right, int32_t *ret, uint32_t most)
{
	uint32_t n = 0;
	const l_uint32 *row = pixGetData(black) + (size_t)y * (size_t)pixGetWpl(black);
	int32_t begin = -1;
	for (int32_t x = left; x <= right && n < most; x++) {
		bool is_black = x < right && GET_DATA_BIT(row, x);
		if (is_black && begin < 0)
			begin = x;
		if (is_black || begin < 0)
			continue;
		ret[n++] = begin + x;
		begin = -1;
	}
	return n;
}

/* How many strokes a word begins with that stand upright, each above itself: those of I are, a slash leans. */
static uint32_t upright_strokes(PIX *black, const struct page_box *box)
{
	enum { MOST = MOST_ONES + 1, LEAN = 3 }; /* half pixels */
	int32_t top, bottom, high[MOST], low[MOST];
	if (!find_height(black, box, &top, &bottom))
		return 0;
	uint32_t n = first_strokes(black, top + (bottom - top) * 35 / 100, box->left, box->right, high, MOST), upright = 0;
	uint32_t m = first_strokes(black, top + (bottom - top) * 65 / 100, box->left, box->right, low, MOST);
	while (upright < n && upright < m && abs(high[upright] - low[upright]) <= LEAN)
		upright++;
	return upright;
}

/* What an upright stroke is read as, or two with a bar that is not there. */
static bool is_stroke(char c)
{
	return c != '\0' && strchr("I1l|H", c) != NULL;
}

/* Whether a bar joins the first strokes of a word, as it does those of an H. */
static bool has_bar(PIX *black, const struct page_box *box, uint32_t strokes)
{
	int32_t top, bottom, middles[MOST_ONES + 1];
	if (!find_height(black, box, &top, &bottom))
		return false;
	for (int32_t y = top + (bottom - top) * 2 / 5; y <= top + (bottom - top) * 3 / 5; y++)
		if (first_strokes(black, y, box->left, box->right, middles, strokes) < strokes)
			return true;
	return false;
}

/* Whether a word begins with an I and no 1: the one has as much on both sides of its stem at the top as it has, the other more on
 * the left. */
static bool begins_with_i(PIX *black, const struct page_box *box)
{
	int32_t top, bottom, stem[1], cap[1];
	if (!find_height(black, box, &top, &bottom) || bottom - top < 8)
		return false;
	if (first_strokes(black, top + (bottom - top) / 2, box->left, box->right, stem, 1) < 1 ||
	    first_strokes(black, top + (bottom - top) / 10, box->left, box->right, cap, 1) < 1)
		return false;
	return abs(cap[0] - stem[0]) <= 2; /* half pixels */
}

/* The year, with the slash before it left out, that text behind a quarter's number says; no text where there is none. */
static struct str year_of(struct str s)
{
	static const struct str slash = STR_INIT("\xe2\x81\x84"); /* a fraction's */
	enum { YEAR = 4 };
	s = str_has_prefix(s, STR("/")) ? str_from(s, 1) : s;
	s = str_has_prefix(s, slash) ? str_from(s, slash.len) : s;
	return s.len >= YEAR && str_has_prefix(s, STR("20")) ? s : (struct str){0};
}

static bool is_sign(char c)
{
	return strchr(".,;:)-", c) != NULL;
}

/* Whether the word before says that a quarter's number follows: "Quý" itself, or another number behind it. */
static bool follows_quarter(const struct page_word *words, size_t at)
{
	for (size_t back = 1; back <= 3 && back <= at; back++) {
		struct str s = words[at - back].text;
		if (str_eq(s, STR("Quý")) || str_eq(s, STR("quý")) || str_eq(s, STR("QUÝ")))
			return true;
		if (s.len == 0 || strchr("IVH-", s.ptr[0]) == NULL)
			return false;
	}
	return false;
}

/* The strokes that a word begins with; how many of them are surely no digits. */
static size_t leading_strokes(struct str s, size_t *ret_letters)
{
	size_t n = 0;
	*ret_letters = 0;
	for (; n < s.len && is_stroke(s.ptr[n]); n++)
		*ret_letters += s.ptr[n] == 'I' || s.ptr[n] == 'H';
	return n;
}

/* The quarter that a word's strokes are, by the picture; 0 where they are none. `digits`: all were read as digits. */
static uint32_t quarter_of(PIX *black, const struct page_box *box, bool digits)
{
	uint32_t upright = upright_strokes(black, box);
	if (upright > MOST_ONES || has_bar(black, box, upright))
		return 0;
	return digits && upright == 1 && !begins_with_i(black, box) ? 0 : upright;
}

/* "II1/2026" and "H2026" are quarters of the year: strokes before a year, of which one at least is surely no digit, or behind
 * "Quý", are all I, and the picture tells how many. */
static void mend_quarter(struct arena *arena, PIX *black, struct page_word *words, size_t at)
{
	struct page_word *word = &words[at];
	size_t letters, n = leading_strokes(word->text, &letters);
	struct str rest = str_from(word->text, n), year = year_of(rest);
	bool expected = follows_quarter(words, at);
	bool ends = rest.len == 0 || is_sign(rest.ptr[0]) || str_has_prefix(rest, STR("–"));
	if (n == 0 || n > MOST_ONES || (letters == 0 && !expected) || (year.len == 0 && !(expected && ends)))
		return;
	uint32_t quarter = quarter_of(black, &word->box, letters == 0);
	if (quarter > 0)
		word->text =
		    str_format(arena, "%.*s%s%.*s", (int)quarter, "III", year.len > 0 ? "/" : "", STR_ARG(year.len > 0 ? year : rest));
}

/* "H" and "IH" without a bar are "II" and "III". */
static void mend_bars(struct arena *arena, PIX *black, struct page_word *word)
{
	size_t n = 0;
	bool has_bars = false;
	for (; n < word->text.len && (word->text.ptr[n] == 'I' || word->text.ptr[n] == 'H'); n++)
		has_bars = has_bars || word->text.ptr[n] == 'H';
	struct str rest = str_from(word->text, n);
	if (!has_bars || rest.len > 1 || (rest.len == 1 && !is_sign(rest.ptr[0])))
		return;
	uint32_t upright = upright_strokes(black, &word->box);
	if (upright < 2 || upright > MOST_ONES || has_bar(black, &word->box, upright))
		return;
	word->text = str_format(arena, "%.*s%.*s", (int)upright, "III", STR_ARG(rest));
}

/* --- numbers of headings --- */

/* Whether a point stands at the foot behind the last of some upright strokes, which `box` begins with. */
static bool has_point(PIX *black, const struct page_box *box, uint32_t strokes)
{
	int32_t top, bottom, middles[MOST_ONES + 1];
	if (!find_height(black, box, &top, &bottom) ||
	    first_strokes(black, top + (bottom - top) * 65 / 100, box->left, box->right, middles, strokes) < strokes)
		return false;
	int32_t height = bottom - top, left = middles[strokes - 1] / 2 + height * 3 / 10, right = left + height * 6 / 10;
	right = right < pixGetWidth(black) ? right : pixGetWidth(black);
	uint32_t high = 0, low = 0;
	for (int32_t y = top; y < bottom && left < right; y++)
		*(y < bottom - height / 4 ? &high : &low) += count_strokes(black, y, left, right);
	return low > 0 && high == 0;
}

/* Whether a word is made of what strokes are taken for, an I among them, with or without a point. */
static bool is_of_strokes(struct str s)
{
	static const struct str odd = STR_INIT("Ï");
	bool has_one = false;
	while (s.len > 0 && strchr(".:", s.ptr[s.len - 1]) != NULL)
		s.len--;
	for (size_t at = 0; at < s.len;) {
		bool is_odd = str_has_prefix(str_from(s, at), odd);
		if (!is_odd && !is_stroke(s.ptr[at]) && s.ptr[at] != 'L' && s.ptr[at] != 'H')
			return false;
		has_one = has_one || is_odd || s.ptr[at] == 'I';
		at += is_odd ? odd.len : 1;
	}
	return has_one;
}

static bool is_capitals(struct str s)
{
	size_t letters = 0;
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] >= 'a' && s.ptr[i] <= 'z')
			return false;
		letters += (unsigned char)s.ptr[i] >= 'A';
	}
	return letters >= 2;
}

/* Whether the last ink of a word and of the room behind it, up to `right`, is a point at its foot. */
static bool ends_in_point(PIX *black, const struct page_box *box, int32_t right)
{
	int32_t top, bottom, width = 0;
	bool high = false, low = false;
	if (!find_height(black, box, &top, &bottom))
		return false;
	for (int32_t x = right - 1; x >= box->left && (width == 0 || low || high); x--) {
		bool above = false, below = false;
		for (int32_t y = top; y < bottom; y++)
			*(y < bottom - (bottom - top) / 4 ? &above : &below) |=
			    GET_DATA_BIT(pixGetData(black) + (size_t)y * (size_t)pixGetWpl(black), x) != 0;
		if (!above && !below && width > 0)
			break;
		width += above || below;
		high = high || above;
		low = low || below;
	}
	return low && !high && width * 3 <= bottom - top;
}

/* A Roman numeral without a point behind it. */
static bool is_bare_numeral(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (strchr("IVX", s.ptr[i]) == NULL)
			return false;
	return s.len > 0;
}

/* "IL" and "II" before a title in capitals, with which a line begins, are "I." and "II." where the picture shows so. */
static void mend_heading(struct arena *arena, PIX *black, struct page_word *words, size_t at, size_t n)
{
	struct page_word *word = &words[at];
	bool begins_line = at == 0 || words[at - 1].box.top != word->box.top;
	bool goes_on = at + 1 < n && words[at + 1].box.top == word->box.top && is_capitals(words[at + 1].text);
	if (!begins_line || !goes_on)
		return;
	uint32_t strokes = is_of_strokes(word->text) ? upright_strokes(black, &word->box) : 0;
	if (strokes > 0 && strokes <= MOST_ONES && has_point(black, &word->box, strokes))
		word->text = str_format(arena, "%.*s%s", (int)strokes, "III", str_has_suffix(word->text, STR(":")) ? ":" : ".");
	else if (is_bare_numeral(word->text) && ends_in_point(black, &word->box, words[at + 1].box.left))
		word->text = str_format(arena, "%.*s.", STR_ARG(word->text));
}

void scan_mend_numerals(struct arena *arena, PIX *black, struct page_word_vec *words)
{
	for (size_t i = 0; i < words->n; i++) {
		struct page_word *word = &words->at[i];
		const struct page_box *box = &word->box;
		struct numeral numeral;
		bool inside = box->left >= 0 && box->top >= 0 && box->right <= pixGetWidth(black) && box->bottom <= pixGetHeight(black);
		if (inside) {
			mend_quarter(arena, black, words->at, i);
			mend_bars(arena, black, word);
			mend_heading(arena, black, words->at, i, words->n);
		}
		if (!inside || !parse(word->text, &numeral))
			continue;
		uint32_t five = numeral.has_five ? 2 : 0, strokes = five > 0 ? strokes_of(black, box) : upright_strokes(black, box);
		uint32_t ones = strokes > five ? strokes - five : 0;
		if (ones == 0 || ones > MOST_ONES || ones == numeral.ones)
			continue;
		word->text = str_format(arena, "%s%.*s%.*s", numeral.has_five ? "V" : "", (int)ones, "III", STR_ARG(numeral.rest));
	}
}
