#include "reading/time_spelling.h"

#include <string.h>

#include "viet/fold.h"
#include "viet/syllable.h"

/* Every word that the grammars of times are written in, by its letters without marks; of two that share them, the one that
 * stands in times. */
static const struct term {
	const char *folded, *key;
} terms[] = {
    {"ban", "ban"},       {"bat", "bắt"},     {"bay", "bảy"},   {"bon", "bốn"},       {"buoi", "buổi"},   {"ca", "cả"},
    {"cac", "các"},       {"can", "căn"},     {"cham", "chậm"}, {"chieu", "chiều"},   {"chin", "chín"},   {"cho", "cho"},
    {"chot", "chót"},     {"chu", "chủ"},     {"cua", "của"},   {"cung", "cùng"},     {"cuoi", "cuối"},   {"cu", "cứ"},
    {"dau", "đầu"},       {"den", "đến"},     {"dinh", "định"}, {"dip", "dịp"},       {"do", "độ"},       {"doan", "đoạn"},
    {"dot", "đột"},       {"du", "dự"},       {"dung", "dung"}, {"gian", "gian"},     {"giai", "giai"},   {"giua", "giữa"},
    {"hai", "hai"},       {"han", "hạn"},     {"hang", "hàng"}, {"hanh", "hành"},     {"hap", "hấp"},     {"het", "hết"},
    {"hoach", "hoạch"},   {"hoan", "hoàn"},   {"hoc", "học"},   {"ke", "kế"},         {"khai", "khai"},   {"khi", "khi"},
    {"khoang", "khoảng"}, {"khong", "không"}, {"kien", "kiến"}, {"ky", "kỳ"},         {"la", "là"},       {"lam", "làm"},
    {"lan", "lần"},       {"lien", "liên"},   {"lich", "lịch"}, {"moi", "mỗi"},       {"mot", "một"},     {"mua", "mùa"},
    {"mung", "mùng"},     {"mong", "mồng"},   {"muoi", "mười"}, {"muon", "muộn"},     {"nam", "năm"},     {"ngay", "ngày"},
    {"nguyen", "nguyên"}, {"nhat", "nhất"},   {"nua", "nửa"},   {"qua", "quá"},       {"quy", "quý"},     {"sang", "sáng"},
    {"sau", "sau"},       {"suot", "suốt"},   {"tam", "tám"},   {"tet", "tết"},       {"thang", "tháng"}, {"thanh", "thành"},
    {"theo", "theo"},     {"thoi", "thời"},   {"thu", "thứ"},   {"thuong", "thường"}, {"tien", "tiến"},   {"tinh", "tính"},
    {"trong", "trong"},   {"truoc", "trước"}, {"tu", "từ"},     {"tuan", "tuần"},     {"tuc", "tục"},     {"tung", "từng"},
    {"uoc", "ước"},       {"va", "và"},       {"vao", "vào"},   {"viec", "việc"},     {"vong", "vòng"},   {"xong", "xong"},
    {"xuat", "xuất"},     {"xuyen", "xuyên"},
};

/* Other ways to spell a word, which are no mistakes or as good as none. */
static const struct term variants[] = {{"quí", "quý"},     {"qúi", "quý"},       {"qúy", "quý"},      {"kì", "kỳ"},
                                       {"trứơc", "trước"}, {"thừơng", "thường"}, {"thưòng", "thường"}};

/* Marks that slip in front of a number or behind "hàng", where nothing else makes sense. */
static const struct term before_numbers[] = {
    {"thang", "tháng"}, {"ngay", "ngày"}, {"nam", "năm"}, {"quy", "quý"}, {"qui", "quý"}, {"tuan", "tuần"},
};

struct mender {
	struct arena *arena;
	struct words words;
	bool mended;
};

static bool is_plain(struct str key)
{
	for (size_t i = 0; i < key.len; i++)
		if ((unsigned char)key.ptr[i] >= 0x80)
			return false;
	return true;
}

static const char *lookup(const struct term *table, size_t n, struct str folded)
{
	for (size_t i = 0; i < n && folded.len > 0; i++)
		if (table[i].folded[0] == folded.ptr[0] && str_eq(folded, str_of(table[i].folded)))
			return table[i].key;
	return NULL;
}

#define LOOKUP(table, folded) lookup((table), sizeof(table) / sizeof(table)[0], (folded))

/* Whether the words are letters without a single mark, as those of an old e-mail are. */
static bool is_unmarked(const struct words *words)
{
	size_t letters = 0;
	for (size_t i = 0; i < words->n; i++) {
		if (words->at[i].kind == WORD_LETTERS && !is_plain(words->at[i].key))
			return false;
		letters += words->at[i].kind == WORD_LETTERS && words->at[i].key.len > 1;
	}
	return letters > 0;
}

static void set_key(struct mender *m, size_t i, struct str key)
{
	if (str_eq(m->words.at[i].key, key))
		return;
	m->words.at[i].key = key;
	m->mended = true;
}

/* ---- numbers ---- */

/* "l5", "2O26": digits of which a scanner made letters. */
static bool digits_of(char *out, struct str key)
{
	size_t digits = 0;
	if (key.len > 4)
		return false;
	for (size_t i = 0; i < key.len; i++) {
		char c = key.ptr[i];
		digits += c >= '0' && c <= '9';
		if (c == 'l' || c == 'i')
			c = '1';
		else if (c == 'o')
			c = '0';
		if (c < '0' || c > '9')
			return false;
		out[i] = c;
	}
	return digits > 0;
}

/* "Il", "1I", "lll", "H": the Roman one to four behind "quý". */
static bool roman_of(char *out, size_t *len, struct str key)
{
	*len = 0;
	for (size_t i = 0; i < key.len && *len < 4; i++) {
		char c = key.ptr[i];
		if (c != 'i' && c != 'l' && c != '1' && c != 'v' && c != 'h')
			return false;
		if (c == 'h')
			out[(*len)++] = 'i';
		out[(*len)++] = c == 'v' ? 'v' : 'i';
	}
	int value = words_roman((struct str){.ptr = out, .len = *len});
	return value >= 1 && value <= 4;
}

static void mend_number(struct mender *m, size_t i)
{
	struct word *word = &m->words.at[i];
	char *out = arena_alloc(m->arena, 8);
	size_t len;
	bool quarter = i > 0 && words_is(&m->words, i - 1, "quý");
	if (quarter && word->kind != WORD_NUMBER && words_roman(word->key) == 0 && roman_of(out, &len, word->key)) {
		set_key(m, i, (struct str){.ptr = out, .len = len});
		word->kind = WORD_LETTERS;
		return;
	}
	if (word->kind == WORD_MIXED && digits_of(out, word->key)) {
		set_key(m, i, (struct str){.ptr = out, .len = word->key.len});
		word->kind = WORD_NUMBER;
	}
}

/* ---- words ---- */

/* Whether what stands at `i` counts or names a period: "8", "II", "l5". */
static bool is_number_like(const struct words *words, size_t i)
{
	char digits[8];
	if (i >= words->n)
		return false;
	const struct word *word = &words->at[i];
	return (word->kind == WORD_NUMBER && word->key.len <= 4) || (word->kind == WORD_LETTERS && words_roman(word->key) > 0) ||
	       (word->kind == WORD_MIXED && digits_of(digits, word->key));
}

static bool is_year_like(const struct words *words, size_t i)
{
	return i < words->n && words->at[i].kind == WORD_NUMBER && words->at[i].key.len == 4;
}

/* "hang tháng", "hăng quý": only "hàng" stands before a period. */
static bool is_each(const struct words *words, size_t i)
{
	return words_is(words, i + 1, "tháng") || words_is(words, i + 1, "quý") || words_is(words, i + 1, "năm") ||
	       words_is(words, i + 1, "tuần");
}

static void mend_word(struct mender *m, size_t i)
{
	struct word *word = &m->words.at[i];
	const char *variant = LOOKUP(variants, word->key);
	if (variant != NULL) {
		word->key = str_of(variant);
		return;
	}
	struct str folded = viet_fold(m->arena, word->key);
	const char *known = LOOKUP(before_numbers, folded);
	bool number = is_number_like(&m->words, i + 1);
	if (known != NULL && number && !(str_eq(folded, STR("nam")) && !is_year_like(&m->words, i + 1))) {
		set_key(m, i, str_of(known));
		return;
	}
	if (str_eq(folded, STR("hang")) && !is_plain(word->key) && is_each(&m->words, i)) {
		if (!words_is(&m->words, i, "hằng"))
			set_key(m, i, STR("hàng"));
		return;
	}
	known = LOOKUP(terms, folded);
	if (known != NULL && !is_plain(word->key) && !viet_syllable_is_possible(word->key))
		set_key(m, i, str_of(known));
}

/* ---- glued words ---- */

/* Bytes of the letters that a key of letters and digits begins with, where those name a period: "tháng8", "năm2026". */
static size_t glued_at(struct mender *m, struct str key)
{
	size_t at = 0;
	while (at < key.len && (key.ptr[at] < '0' || key.ptr[at] > '9'))
		at++;
	if (at < 3 || at == key.len)
		return 0;
	for (size_t i = at; i < key.len; i++)
		if (key.ptr[i] < '0' || key.ptr[i] > '9')
			return 0;
	return LOOKUP(before_numbers, viet_fold(m->arena, str_part(key, 0, at))) != NULL ? at : 0;
}

static size_t count_glued(struct mender *m, const struct words *words)
{
	size_t n = 0;
	for (size_t i = 0; i < words->n; i++)
		n += words->at[i].kind == WORD_MIXED && glued_at(m, words->at[i].key) > 0;
	return n;
}

/* Adds the word, as two where a number is glued to it. The key of a digit is as long as its text. */
static void add_apart(struct mender *m, struct word word)
{
	size_t at = word.kind == WORD_MIXED ? glued_at(m, word.key) : 0;
	if (at > 0) {
		struct word name = word, number = word;
		name.kind = WORD_LETTERS;
		name.key = str_part(word.key, 0, at);
		number.kind = WORD_NUMBER;
		number.key = str_from(word.key, at);
		number.begin = name.end = word.end - (uint32_t)number.key.len;
		number.space_before = number.capital = false;
		m->words.at[m->words.n++] = name;
		word = number;
	}
	m->words.at[m->words.n++] = word;
}

struct words time_spelling_mend(struct arena *arena, const struct words *words, bool *ret_mended)
{
	struct mender m = {.arena = arena, .words = {.text = words->text}};
	m.words.at = ARENA_ARRAY(arena, struct word, words->n + count_glued(&m, words));
	for (size_t i = 0; i < words->n; i++)
		add_apart(&m, words->at[i]);
	if (is_unmarked(&m.words))
		for (size_t i = 0; i < m.words.n; i++) {
			const char *known = m.words.at[i].kind == WORD_LETTERS ? LOOKUP(terms, m.words.at[i].key) : NULL;
			if (known != NULL)
				set_key(&m, i, str_of(known));
		}
	/* From the end: what a word is may depend on the one behind it. */
	for (size_t i = m.words.n; i-- > 0;)
		if (m.words.at[i].kind == WORD_LETTERS && m.words.at[i].key.len > 1)
			mend_word(&m, i);
	for (size_t i = 0; i < m.words.n; i++)
		if (m.words.at[i].kind != WORD_SIGN)
			mend_number(&m, i);
	*ret_mended = m.mended;
	return m.words;
}
