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

static bool is_stroke(char c)
{
	return c == 'I' || c == '1' || c == 'l' || c == '|';
}

/* "II1/2026" and "II2026" are the third quarter of the year: strokes before a year of which one at least is surely an I are all
 * I, and the picture tells how many. */
static void mend_quarter(struct arena *arena, PIX *black, struct page_word *word)
{
	enum { YEAR = 4 };
	static const struct str slash = STR_INIT("\xe2\x81\x84"); /* a fraction's */
	struct str s = word->text;
	size_t n = 0, ones = 0;
	while (n < s.len && is_stroke(s.ptr[n]))
		ones += s.ptr[n++] == 'I';
	if (ones == 0 || n > MOST_ONES)
		return;
	struct str year = str_from(s, n);
	year = str_has_prefix(year, STR("/")) ? str_from(year, 1) : year;
	year = str_has_prefix(year, slash) ? str_from(year, slash.len) : year;
	if (year.len < YEAR || !str_has_prefix(year, STR("20")))
		return;
	uint32_t upright = upright_strokes(black, &word->box);
	n = upright > 0 && upright <= MOST_ONES ? upright : n;
	word->text = str_format(arena, "%.*s/%.*s", (int)n, "III", STR_ARG(year));
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

/* "IL" and "II" before a title in capitals, with which a line begins, are "I." and "II." where the picture shows so. */
static void mend_heading(struct arena *arena, PIX *black, struct page_word *words, size_t at, size_t n)
{
	struct page_word *word = &words[at];
	bool begins_line = at == 0 || words[at - 1].box.top != word->box.top;
	bool goes_on = at + 1 < n && words[at + 1].box.top == word->box.top && is_capitals(words[at + 1].text);
	if (!begins_line || !goes_on || !is_of_strokes(word->text))
		return;
	uint32_t strokes = upright_strokes(black, &word->box);
	if (strokes == 0 || strokes > MOST_ONES || !has_point(black, &word->box, strokes))
		return;
	word->text = str_format(arena, "%.*s%s", (int)strokes, "III", str_has_suffix(word->text, STR(":")) ? ":" : ".");
}

void scan_mend_numerals(struct arena *arena, PIX *black, struct page_word_vec *words)
{
	for (size_t i = 0; i < words->n; i++) {
		struct page_word *word = &words->at[i];
		const struct page_box *box = &word->box;
		struct numeral numeral;
		bool inside = box->left >= 0 && box->top >= 0 && box->right <= pixGetWidth(black) && box->bottom <= pixGetHeight(black);
		if (inside) {
			mend_quarter(arena, black, word);
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
