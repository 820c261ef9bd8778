#include "reading/header_phrase.h"

#include <string.h>

#include "base/utf8.h"
#include "viet/space.h"

struct phrase {
	const char *words; /* folded */
	enum header_says says;
};

static const struct phrase phrases[] = {
    {"so thu tu", SAYS_ORDINAL},
    {"thu tu", SAYS_ORDINAL},
    {"so tt", SAYS_ORDINAL},
    {"s tt", SAYS_ORDINAL},
    {"st t", SAYS_ORDINAL},
    {"s t t", SAYS_ORDINAL},
    {"t t", SAYS_ORDINAL},
    {"stt", SAYS_ORDINAL},
    {"chi so dau ra", SAYS_PRODUCT},
    {"tt", SAYS_ORDINAL},
    {"nhom nhiem vu", SAYS_GROUP},
    {"linh vuc", SAYS_GROUP},
    {"noi dung cong viec", SAYS_TITLE},
    {"noi dung nhiem vu", SAYS_TITLE},
    {"noi dung hoat dong", SAYS_TITLE},
    {"noi dung tuyen truyen", SAYS_TITLE},
    {"noi dung truyen thong", SAYS_TITLE},
    {"noi dung thuc hien", SAYS_TITLE},
    {"noi dung", SAYS_BROAD},
    {"chu de", SAYS_BROAD},
    {"ten nhiem vu", SAYS_TITLE},
    {"ten cong viec", SAYS_TITLE},
    {"nhiem vu", SAYS_TITLE},
    {"cong viec", SAYS_TITLE},
    {"dau viec", SAYS_TITLE},
    {"viec can lam", SAYS_TITLE},
    {"viec phai lam", SAYS_TITLE},
    {"viec thuc hien", SAYS_TITLE},
    {"hang muc", SAYS_TITLE},
    {"giai phap", SAYS_CHANNEL},
    {"hoat dong", SAYS_TITLE},
    {"yeu cau dat duoc", SAYS_PRODUCT},
    {"yeu cau can dat", SAYS_PRODUCT},
    {"yeu cau ket qua", SAYS_PRODUCT},
    {"yeu cau san pham", SAYS_PRODUCT},
    {"yeu cau ve san pham", SAYS_PRODUCT},
    {"du kien ket qua", SAYS_PRODUCT},
    {"du kien san pham", SAYS_PRODUCT},
    {"ket qua den nay", SAYS_STATE},
    {"ket qua thuc hien den nay", SAYS_STATE},
    {"tinh hinh thuc hien", SAYS_STATE},
    {"tien do den nay", SAYS_STATE},
    {"ty le", SAYS_AMOUNT},
    {"minh chung", SAYS_PRODUCT},
    {"ho so minh chung", SAYS_PRODUCT},
    {"ket qua", SAYS_PRODUCT},
    {"san pham", SAYS_PRODUCT},
    {"dau ra", SAYS_PRODUCT},
    {"hinh thuc", SAYS_CHANNEL},
    {"phuong thuc", SAYS_CHANNEL},
    {"cach thuc", SAYS_CHANNEL},
    {"bien phap", SAYS_CHANNEL},
    {"kenh", SAYS_CHANNEL},
    {"kenh truyen thong", SAYS_CHANNEL},
    {"phuong tien", SAYS_CHANNEL},
    {"giai phap thuc hien", SAYS_CHANNEL},
    {"moc thoi gian", SAYS_SCHEDULE},
    {"moc hoan thanh", SAYS_SCHEDULE},
    {"du kien thoi gian", SAYS_SCHEDULE},
    {"du kien hoan thanh", SAYS_SCHEDULE},
    {"thoi gian bat dau ket thuc", SAYS_SCHEDULE},
    {"thang", SAYS_SCHEDULE},
    {"tuan", SAYS_SCHEDULE},
    {"ngay thang", SAYS_SCHEDULE},
    {"ngay", SAYS_SCHEDULE},
    {"thoi gian bat dau", SAYS_BEGIN},
    {"ngay bat dau", SAYS_BEGIN},
    {"bat dau", SAYS_BEGIN},
    {"ket thuc", SAYS_SCHEDULE},
    {"thoi gian", SAYS_SCHEDULE},
    {"thoi gian cu the", SAYS_SCHEDULE},
    {"thoi gian cu", SAYS_NOTE}, /* of a plan that changes another: what no longer holds */
    {"thoi gian da giao", SAYS_NOTE},
    {"thoi gian truoc dieu chinh", SAYS_NOTE},
    {"thoi gian theo ke hoach cu", SAYS_NOTE},
    {"thoi han cu", SAYS_NOTE},
    {"tien do cu", SAYS_NOTE},
    {"noi dung cu the", SAYS_TITLE},
    {"noi dung cu", SAYS_NOTE},
    {"don vi cu the", SAYS_UNIT},
    {"don vi cu", SAYS_NOTE},
    {"thoi han", SAYS_SCHEDULE},
    {"thoi diem", SAYS_SCHEDULE},
    {"han hoan thanh", SAYS_SCHEDULE},
    {"ngay hoan thanh", SAYS_SCHEDULE},
    {"tien do", SAYS_SCHEDULE},
    {"lo trinh", SAYS_SCHEDULE},
    {"ke hoach thoi gian", SAYS_SCHEDULE},
    {"phan cong", SAYS_ASSIGNMENT},
    {"trach nhiem", SAYS_ASSIGNMENT},
    {"phu trach", SAYS_ASSIGNMENT},
    {"to chuc thuc hien", SAYS_ASSIGNMENT},
    {"lanh dao phu trach", SAYS_NOTE},
    {"lanh dao chi dao", SAYS_NOTE},
    {"chu tri", SAYS_LEAD},
    {"dau moi", SAYS_LEAD},
    {"chiu trach nhiem chinh", SAYS_LEAD},
    {"trach nhiem chinh", SAYS_LEAD},
    {"phu trach chinh", SAYS_LEAD},
    {"thuc hien chinh", SAYS_LEAD},
    {"phoi hop", SAYS_COORDINATE},
    {"co quan", SAYS_UNIT},
    {"don vi tinh", SAYS_NOTE},
    {"don vi", SAYS_UNIT},
    {"bo phan", SAYS_UNIT},
    {"phong ban", SAYS_UNIT},
    {"to chuc", SAYS_UNIT},
    {"ca nhan", SAYS_UNIT},
    {"can bo", SAYS_UNIT},
    {"nguoi", SAYS_UNIT},
    {"luc luong", SAYS_UNIT},
    {"thanh phan", SAYS_UNIT},
    {"chu the", SAYS_UNIT},
    {"nguon kinh phi", SAYS_FUNDING},
    {"nguon luc", SAYS_FUNDING},
    {"nguon von", SAYS_FUNDING},
    {"kinh phi", SAYS_FUNDING},
    {"du toan", SAYS_FUNDING},
    {"ngan sach", SAYS_FUNDING},
    {"ghi chu", SAYS_NOTE},
    {"luu y", SAYS_NOTE},
    {"muc tieu", SAYS_NOTE},
    {"chi tieu", SAYS_AMOUNT},
    {"chi so", SAYS_NOTE},
    {"doi tuong", SAYS_AUDIENCE},
    {"dia diem", SAYS_PLACE},
    {"dia ban", SAYS_PLACE},
    {"quy mo", SAYS_NOTE},
    {"don gia", SAYS_AMOUNT},
    {"ke hoach", SAYS_NOTE},
    {"tinh trang", SAYS_STATE},
    {"trang thai", SAYS_STATE},
    {"ket qua thuc hien", SAYS_RESULT},
    {"ket qua dat duoc", SAYS_RESULT},
    {"ket qua da dat duoc", SAYS_RESULT},
    {"muc do hoan thanh", SAYS_STATE},
    {"ty le hoan thanh", SAYS_AMOUNT},
    {"co so phap ly", SAYS_NOTE},
    {"so luong", SAYS_AMOUNT},
    {"so tien", SAYS_AMOUNT},
    {"thanh tien", SAYS_AMOUNT},
    {"tong tien", SAYS_AMOUNT},
    {"muc chi", SAYS_AMOUNT},
    {"dvt", SAYS_NOTE},
    {"can cu", SAYS_NOTE},
    {"tham quyen", SAYS_NOTE},
    {"thuc hien", SAYS_PERFORM},
    {"trien khai", SAYS_MORE},
    {"hoan thanh", SAYS_DONE},
    {"du kien", SAYS_MORE},
    {"dieu chinh", SAYS_MORE},
    {"bo sung", SAYS_MORE},
    {"moi", SAYS_MORE},
    {"cu the", SAYS_MORE},
    {"chu yeu", SAYS_MORE},
    {"trong tam", SAYS_MORE},
    {"can dat", SAYS_MORE},
    {"dat duoc", SAYS_MORE},
    {"tuyen truyen", SAYS_MORE},
    {"truyen thong", SAYS_MORE},
    {"bao dam", SAYS_MORE},
    {"dam bao", SAYS_MORE},
    {"bao cao", SAYS_MORE},
    {"chinh", SAYS_MORE},
    {"yeu cau", SAYS_DEMAND},
    {"duoc", SAYS_MORE},
    {"chiu", SAYS_MORE},
    {"giao", SAYS_MORE},
    {"va", SAYS_MORE},
    {"cua", SAYS_MORE},
    {"cac", SAYS_MORE},
    {"nam", SAYS_MORE},
    {"theo doi", SAYS_OVERSEES},
    {"kiem tra", SAYS_OVERSEES},
    {"trinh", SAYS_OVERSEES},
    {"phe duyet", SAYS_OVERSEES},
    {"ban hanh", SAYS_OVERSEES},
};

static bool is_separator(char c)
{
	return strchr(" /,.;:&()-\"", c) != NULL;
}

static void add_word(const struct table_text *text, struct str s, uint32_t line, bool joined, bool aside,
                     struct header_words *words)
{
	uint16_t flags = table_text_flags(s);
	struct str folded = table_text_fold(text->arena, s);
	if (folded.len == 0 || (folded.len == 1 && is_separator(folded.ptr[0])))
		return;
	words->at[words->n++] = (struct header_word){.text = folded,
	                                             .line = line,
	                                             .joined = joined,
	                                             .aside = aside,
	                                             .proper = (flags & TABLE_WORD_UPPER) && !(flags & TABLE_WORD_CAPS) && s.len > 1,
	                                             .capitals = flags & TABLE_WORD_CAPS,
	                                             .small = flags & TABLE_WORD_LOWER};
}

void header_phrase_split(const struct table_text *text, struct str s, uint32_t line, bool *aside, struct header_words *words)
{
	bool joined = false;
	for (size_t at = 0; at < s.len && words->n < HEADER_PHRASE_MAX_WORDS;) {
		char c = s.ptr[at];
		size_t space = viet_space_leading(str_from(s, at)); /* one that does not break, too */
		if (space > 0) {
			at += space;
			continue;
		}
		if (is_separator(c)) {
			joined = joined || strchr("/,&", c) != NULL;
			*aside = c == '(' ? true : c == ')' ? false : *aside;
			at++;
			continue;
		}
		size_t end = at;
		while (end < s.len && !is_separator(s.ptr[end]) && viet_space_leading(str_from(s, end)) == 0)
			(void)utf8_next(s, &end);
		add_word(text, str_part(s, at, end - at), line, joined, *aside, words);
		joined = false;
		at = end;
	}
	/* "Kết quả/" ends its line with the slash */
	if (joined && words->n < HEADER_PHRASE_MAX_WORDS)
		words->at[words->n++] = (struct header_word){.text = STR("va"), .line = line, .small = true};
}

void header_phrase_look_at_case(struct header_words *words)
{
	enum { FEWEST = 3 };
	uint32_t proper = 0, small = 0;
	for (uint32_t i = 0; i < words->n; i++) {
		proper += words->at[i].proper;
		small += words->at[i].small;
	}
	words->cased = proper >= FEWEST && small >= FEWEST;
}

/* How many words the phrase takes at `at`; 0 where it does not stand there. Cells are not phrases: none goes over the begin of
 * one. */
static uint32_t match_length(const struct header_words *words, uint32_t at, const struct phrase *phrase)
{
	struct str rest = str_of(phrase->words), part;
	uint32_t n = 0;
	while (str_split(&rest, ' ', &part)) {
		const struct header_word *word = &words->at[at + n];
		if (at + n >= words->n || !str_eq(word->text, part))
			return 0;
		if (n > 0 && (word->joined || (words->cased && word->proper)))
			return 0;
		n++;
	}
	return n;
}

/* Whether the phrase may stand at `at`, which is true of few: the rest is for those. */
static inline bool may_match(const struct header_words *words, uint32_t at, const struct phrase *phrase)
{
	return at < words->n && words->at[at].text.ptr[0] == phrase->words[0];
}

/* The longest phrase of the table at `at`. */
static enum header_says longest_match(const struct header_words *words, uint32_t at, uint32_t *ret_n)
{
	enum header_says says = SAYS_NOTHING;
	*ret_n = 1;
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
		uint32_t n = may_match(words, at, &phrases[i]) ? match_length(words, at, &phrases[i]) : 0;
		if (n > 0 && (says == SAYS_NOTHING || n > *ret_n)) {
			says = phrases[i].says;
			*ret_n = n;
		}
	}
	return says;
}

static bool says_role(enum header_says says)
{
	return says == SAYS_LEAD || says == SAYS_COORDINATE || says == SAYS_ASSIGNMENT;
}

/* Who works inside a body: "Phòng chủ trì", "Khoa, phòng phối hợp", "Giáo viên thực hiện". The words have other uses, so they are
 * taken only before a role. How many words it takes; 0 where it does not stand there. */
static uint32_t match_inner_unit(const struct header_words *words, uint32_t at)
{
	static const struct phrase inner[] = {
	    {"phong", SAYS_UNIT},     {"khoa", SAYS_UNIT},          {"to", SAYS_UNIT},        {"ban", SAYS_UNIT},
	    {"so", SAYS_UNIT},        {"nganh", SAYS_UNIT},         {"doan the", SAYS_UNIT},  {"truong", SAYS_UNIT},
	    {"giao vien", SAYS_UNIT}, {"nhan vien", SAYS_UNIT},     {"vien chuc", SAYS_UNIT}, {"cong chuc", SAYS_UNIT},
	    {"lanh dao", SAYS_UNIT},  {"to chuyen mon", SAYS_UNIT}, {"trung tam", SAYS_UNIT},
	};
	uint32_t n = 0, role_length;
	for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) {
		uint32_t own = may_match(words, at, &inner[i]) ? match_length(words, at, &inner[i]) : 0;
		n = own > n ? own : n;
	}
	if (n == 0 || at + n >= words->n)
		return 0;
	enum header_says next = longest_match(words, at + n, &role_length);
	bool does = str_eq(words->at[at + n].text, STR("thuc")) && next == SAYS_PERFORM;
	return says_role(next) || does || match_inner_unit(words, at + n) > 0 ? n : 0;
}

enum header_says header_phrase_match(const struct header_words *words, uint32_t at, uint32_t *ret_n)
{
	enum header_says says = longest_match(words, at, ret_n);
	uint32_t inner = match_inner_unit(words, at);
	if (inner == 0 || (says != SAYS_NOTHING && *ret_n >= inner))
		return says;
	*ret_n = inner;
	return SAYS_UNIT;
}
