#include "reading/citation_number.h"

#include "base/buf.h"
#include "reading/citation_type.h"

enum { MAX_NUMBER = 80, MAX_CODE = 40, FIRST_YEAR = 1945, LAST_YEAR = 2100 };

static bool is_code_word(const struct words *words, size_t i)
{
	return i < words->n && (words->at[i].kind == WORD_LETTERS || words->at[i].kind == WORD_MIXED) && words->at[i].capital &&
	       words->at[i].end - words->at[i].begin <= MAX_CODE;
}

static bool is_glue(const struct words *words, size_t i)
{
	return words_is(words, i, "-") || words_is(words, i, "/") || words_is(words, i, "&") || words_is(words, i, ".");
}

/* Whether a code word is of letters and figures only as codes have them: "NQ", "UBND", "CTr", "TTBVTV2", not "Hội". */
static bool is_code_like(const struct words *words, size_t i)
{
	if (!is_code_word(words, i))
		return false;
	struct str text = words_text(words, i, i + 1);
	size_t capitals = 0, letters = 0;
	for (size_t k = 0; k < text.len; k++) {
		unsigned char c = (unsigned char)text.ptr[k];
		letters += (c & 0xC0) != 0x80;
		capitals += (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		            (c == 0xC4 && k + 1 < text.len && (unsigned char)text.ptr[k + 1] == 0x90) ||
		            (c == 0xC3 && k + 1 < text.len && (unsigned char)text.ptr[k + 1] == 0x90);
	}
	return capitals * 2 > letters &&
	       (words->at[i].all_capitals || words->at[i].kind == WORD_MIXED || letters <= 4 || capitals * 4 >= letters * 3);
}

/* The figures of "số76": a space was lost. No text where the word is no such thing. */
static struct str glued_digits(const struct words *words, size_t i)
{
	struct str key = words->at[i].key;
	size_t digits = 0;
	while (digits < key.len && key.ptr[key.len - 1 - digits] >= '0' && key.ptr[key.len - 1 - digits] <= '9')
		digits++;
	bool glued = words->at[i].kind == WORD_MIXED && str_eq(str_part(key, 0, key.len - digits), STR("số"));
	return glued ? str_from(key, key.len - digits) : (struct str){0};
}

static bool is_glued_number(const struct words *words, size_t i)
{
	return glued_digits(words, i).len > 0;
}

static void add_word(struct buf *buf, const struct words *words, size_t i)
{
	struct str text = words_text(words, i, i + 1);
	if (words->at[i].kind == WORD_SIGN)
		text = words->at[i].key;
	if (is_glued_number(words, i))
		text = str_from(text, text.len - glued_digits(words, i).len);
	for (size_t k = 0; k < text.len; k++) { /* Ð, as old fonts have it, is Đ */
		if ((unsigned char)text.ptr[k] == 0xC3 && k + 1 < text.len && (unsigned char)text.ptr[k + 1] == 0x90) {
			buf_add(buf, STR("Đ"));
			k++;
		} else {
			buf_add_char(buf, text.ptr[k]);
		}
	}
}

/* The codes from word `at` on: "NQ-CP", "UBND-PVHCC", "SNV-CCHC&PC", "CT/TU". Returns the word behind them. */
static size_t read_codes(const struct words *words, size_t at, struct buf *buf)
{
	if (!is_code_like(words, at))
		return at;
	add_word(buf, words, at++);
	while (is_glue(words, at) && at + 1 < words->n) {
		bool spaced = words->at[at].space_before || words->at[at + 1].space_before;
		bool more =
		    is_code_like(words, at + 1) || (!spaced && is_code_word(words, at + 1) && !words_is(words, at, ".")) ||
		    (!spaced && words->at[at + 1].kind == WORD_NUMBER && words_is(words, at, "-") && words->at[at + 1].key.len < 3);
		if (!more || (words_is(words, at, ".") && spaced))
			break;
		add_word(buf, words, at);
		add_word(buf, words, at + 1);
		at += 2;
	}
	return at;
}

/* "Mẫu số 02/…", "Nhà số 12/…": numbers of other things. */
static bool is_of_other_thing(const struct words *words, size_t i)
{
	static const char *const things[] = {"mẫu",        "biểu",      "biểu mẫu", "phụ lục",   "nhà",       "phòng", "kiệt",
	                                     "hẻm",        "ngõ",       "ngách",    "bảng",      "tài khoản", "lớp",   "xe",
	                                     "điện thoại", "đường dây", "mã",       "phiên bản", "hồ sơ",     "tờ",    "thửa"};
	size_t named = i > 0 && words_is(words, i - 1, "số") ? i - 1 : i;
	for (size_t back = 1; back <= 2 && back <= named; back++)
		if (words_longest(words, named - back, things, sizeof things / sizeof things[0]) == back)
			return true;
	return false;
}

/* Whether a document's number may begin at word `i`: digits that are not the end of another number. */
static bool begins_number(const struct words *words, size_t i)
{
	if (is_glued_number(words, i))
		return true;
	if (words->at[i].kind != WORD_NUMBER || words->at[i].key.len > 5 || is_of_other_thing(words, i))
		return false;
	return i == 0 || words->at[i].space_before || !is_glue(words, i - 1);
}

/* ".22" of "66.22/2026/NQ-CP": moves *at past it. */
static void read_sub_number(const struct words *words, size_t *at, struct buf *buf)
{
	size_t next = *at + 1;
	if (!words_is(words, *at, ".") || words_number(words, next) < 0 || words->at[next].key.len > 3)
		return;
	if (words->at[*at].space_before || words->at[next].space_before)
		return;
	add_word(buf, words, *at);
	add_word(buf, words, next);
	*at += 2;
}

/* "2020/" of "30/2020/NĐ-CP": moves *at past it. */
static bool read_year_part(const struct words *words, size_t *at, struct buf *buf)
{
	int year = words_number(words, *at);
	if (year < FIRST_YEAR || year >= LAST_YEAR || words->at[*at].key.len != 4 || !words_is(words, *at + 1, "/"))
		return false;
	add_word(buf, words, *at);
	add_word(buf, words, *at + 1);
	*at += 2;
	return true;
}

/* "NQ/TW" behind "09-": only the Party sets the slash there. */
static bool has_slash(const struct words *words, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (words_is(words, k, "/"))
			return true;
	return false;
}

/* Figures without leading zeros: "9" of "09". */
static struct str plain_of(struct str digits)
{
	while (digits.len > 1 && digits.ptr[0] == '0')
		digits = str_from(digits, 1);
	return digits;
}

/* The letters that mean the issuer in codes from..to-1: all behind the kind, or the first where no kind is named. */
static struct str body_of(const struct words *words, size_t from, size_t to, bool has_type)
{
	return has_type && from + 2 < to ? words_text(words, from + 2, to) : words_text(words, from, from + 1);
}

static bool has_space_inside(const struct words *words, size_t from, size_t to)
{
	for (size_t k = from + 1; k < to; k++)
		if (words->at[k].space_before)
			return true;
	return false;
}

bool citation_number_at(struct arena *arena, const struct words *words, size_t i, struct citation_number *ret)
{
	struct buf buf;
	size_t at = i + 1;
	if (!begins_number(words, i))
		return false;
	buf_init(&buf, arena, MAX_NUMBER);
	add_word(&buf, words, i);
	read_sub_number(words, &at, &buf);
	bool slash = words_is(words, at, "/");
	if (!slash && !words_is(words, at, "-"))
		return false;
	add_word(&buf, words, at++);
	bool dated = slash && read_year_part(words, &at, &buf);
	size_t code = at;
	at = read_codes(words, at, &buf);
	if (at == code || (!slash && !has_slash(words, code, at)))
		return false;
	bool lone = slash && !dated && at == code + 1 && words->at[code].kind != WORD_MIXED; /* "15/KH": a number cut short */
	if (lone && words_text(words, code, at).len < 3)
		return false;
	struct citation_number number = {.end = at, .is_mended = has_space_inside(words, i, at)};
	number.code = words_text(words, code, code + 1);
	number.plain = plain_of(is_glued_number(words, i) ? glued_digits(words, i) : words->at[i].key);
	number.body = body_of(words, code, at, citation_type_of_code(number.code) != NULL);
	if (buf_finish(&buf, &number.text) != RC_OK)
		return false;
	*ret = number;
	return true;
}

bool citation_number_of_standard(struct arena *arena, const struct words *words, size_t i, struct citation_number *ret)
{
	size_t at = i + 1;
	if (!words_is(words, i, "qcvn") && !words_is(words, i, "tcvn"))
		return false;
	if (words_is(words, at, "iso") || words_is(words, at, "iec"))
		at++;
	size_t digits = at;
	if (words_number(words, at) < 0)
		return false;
	at++;
	if (words_is(words, at, "-") && words_number(words, at + 1) >= 0)
		at += 2;
	if (!words_is(words, at, ":") || words_number(words, at + 1) < FIRST_YEAR)
		return false;
	at += 2;
	if (words_is(words, at, "/") && is_code_word(words, at + 1))
		at += 2;
	*ret = (struct citation_number){.text = str_format(arena, "%.*s", STR_ARG(words_text(words, i, at))),
	                                .plain = plain_of(words->at[digits].key),
	                                .code = words_text(words, i, i + 1),
	                                .end = at};
	return true;
}
