#include "reading/cell_lexicon.h"

#include <assert.h>

#include "reading/counts.h"

enum { MAX_PHRASE_WORDS = 4 };

/* Digits are zeros, as in keys. Scores in tenths. */
struct entry {
	const char *words;
	enum table_column kind;
	int8_t start;  /* of a cell that begins with the words */
	int8_t inside; /* of each of the words inside a cell */
};

static const struct entry entries[] = {
    /* schedules */
    {"trong nam", TABLE_SCHEDULE, 30, 6},
    {"trong thang", TABLE_SCHEDULE, 35, 10},
    {"trong quy", TABLE_SCHEDULE, 35, 10},
    {"trong suot", TABLE_SCHEDULE, 30, 6},
    {"trong 00 ngay", TABLE_SCHEDULE, 25, 10},
    {"trong vong", TABLE_SCHEDULE, 25, 10},
    {"thang", TABLE_SCHEDULE, 30, 6},
    {"cac thang", TABLE_SCHEDULE, 20, 5},
    {"quy", TABLE_SCHEDULE, 25, 5},
    {"quy i", TABLE_SCHEDULE, 15, 8},
    {"quy ii", TABLE_SCHEDULE, 15, 8},
    {"quy iii", TABLE_SCHEDULE, 15, 8},
    {"quy iv", TABLE_SCHEDULE, 15, 8},
    {"nam 0000", TABLE_SCHEDULE, 20, 2},
    {"ca nam", TABLE_SCHEDULE, 35, 12},
    {"giai doan", TABLE_SCHEDULE, 15, 0},
    {"thuong xuyen", TABLE_SCHEDULE, 30, 6},
    {"lien tuc", TABLE_SCHEDULE, 15, 4},
    {"hang nam", TABLE_SCHEDULE, 30, 5},
    {"hang quy", TABLE_SCHEDULE, 35, 12},
    {"hang thang", TABLE_SCHEDULE, 35, 12},
    {"hang tuan", TABLE_SCHEDULE, 35, 12},
    {"hang ngay", TABLE_SCHEDULE, 30, 8},
    {"dinh ky", TABLE_SCHEDULE, 20, 4},
    {"dot xuat", TABLE_SCHEDULE, 15, 4},
    {"truoc ngay", TABLE_SCHEDULE, 35, 12},
    {"truoc", TABLE_SCHEDULE, 20, 2},
    {"cham nhat", TABLE_SCHEDULE, 30, 10},
    {"hoan thanh trong", TABLE_SCHEDULE, 25, 5},
    {"hoan thanh truoc", TABLE_SCHEDULE, 30, 8},
    {"xong truoc", TABLE_SCHEDULE, 30, 8},
    {"ngay", TABLE_SCHEDULE, 20, 3},
    {"tu ngay", TABLE_SCHEDULE, 30, 8},
    {"tu 00/0/0000", TABLE_SCHEDULE, 30, 8},
    {"tu 00/00/0000", TABLE_SCHEDULE, 30, 8},
    {"tu 0/0/0000", TABLE_SCHEDULE, 30, 8},
    {"tu 0/00/0000", TABLE_SCHEDULE, 30, 8},
    {"tu 00/0", TABLE_SCHEDULE, 30, 8},
    {"tu 00/00", TABLE_SCHEDULE, 30, 8},
    {"tu 0/0", TABLE_SCHEDULE, 30, 8},
    {"tu thang", TABLE_SCHEDULE, 30, 8},
    {"tu quy", TABLE_SCHEDULE, 30, 8},
    {"den het", TABLE_SCHEDULE, 20, 8},
    {"sau khi", TABLE_SCHEDULE, 25, 4},
    {"ngay sau", TABLE_SCHEDULE, 25, 6},
    {"khi co", TABLE_SCHEDULE, 20, 3},
    {"theo tien do", TABLE_SCHEDULE, 30, 8},
    {"theo thoi gian", TABLE_SCHEDULE, 25, 6},
    {"theo ke hoach", TABLE_SCHEDULE, 15, 2},
    {"theo yeu cau", TABLE_SCHEDULE, 12, 2},
    {"theo quy dinh", TABLE_SCHEDULE, 8, 1},
    {"theo huong dan", TABLE_SCHEDULE, 12, 2},
    {"theo lich", TABLE_SCHEDULE, 25, 6},
    {"du kien", TABLE_SCHEDULE, 20, 4},
    {"du kien quy", TABLE_SCHEDULE, 15, 5},
    {"du kien thang", TABLE_SCHEDULE, 15, 5},
    {"dau nam", TABLE_SCHEDULE, 30, 8},
    {"giua nam", TABLE_SCHEDULE, 30, 8},
    {"cuoi nam", TABLE_SCHEDULE, 30, 8},
    {"cuoi quy", TABLE_SCHEDULE, 30, 8},
    {"cuoi thang", TABLE_SCHEDULE, 30, 8},
    {"0 thang", TABLE_SCHEDULE, 25, 6},
    {"00 thang", TABLE_SCHEDULE, 25, 6},
    {"moi quy", TABLE_SCHEDULE, 30, 8},
    {"moi thang", TABLE_SCHEDULE, 30, 8},
    {"quanh nam", TABLE_SCHEDULE, 30, 10},
    {"tien do", TABLE_SCHEDULE, 5, 4},
    {"trong nam 0000", TABLE_SCHEDULE, 10, 6},
    /* who does it */
    {"so", TABLE_ASSIGNMENT, 25, 4},
    {"cac so", TABLE_ASSIGNMENT, 30, 8},
    {"cac co quan", TABLE_ASSIGNMENT, 25, 4},
    {"cac don vi", TABLE_ASSIGNMENT, 25, 4},
    {"cac phong", TABLE_ASSIGNMENT, 25, 5},
    {"cac ban", TABLE_ASSIGNMENT, 15, 4},
    {"cac khoa", TABLE_ASSIGNMENT, 20, 4},
    {"cac to", TABLE_ASSIGNMENT, 15, 3},
    {"cac xa", TABLE_ASSIGNMENT, 15, 3},
    {"cac dia phuong", TABLE_ASSIGNMENT, 20, 3},
    {"cac truong", TABLE_ASSIGNMENT, 15, 2},
    {"cac nganh", TABLE_ASSIGNMENT, 20, 3},
    {"cac thanh vien", TABLE_ASSIGNMENT, 20, 3},
    {"co quan", TABLE_ASSIGNMENT, 8, 1},
    {"don vi", TABLE_ASSIGNMENT, 8, 1},
    {"phong", TABLE_ASSIGNMENT, 22, 3},
    {"van phong", TABLE_ASSIGNMENT, 28, 5},
    {"van hoa xa hoi", TABLE_ASSIGNMENT, 10, 0},
    {"ubnd", TABLE_ASSIGNMENT, 20, 1},
    {"uy ban", TABLE_ASSIGNMENT, 18, 1},
    {"hdnd", TABLE_ASSIGNMENT, 10, 0},
    {"ban", TABLE_ASSIGNMENT, 14, 0},
    {"ban giam", TABLE_ASSIGNMENT, 15, 3},
    {"bo phan", TABLE_ASSIGNMENT, 20, 3},
    {"trung tam", TABLE_ASSIGNMENT, 16, 0},
    {"cong an", TABLE_ASSIGNMENT, 22, 3},
    {"cong chuc", TABLE_ASSIGNMENT, 10, 0},
    {"cong doan", TABLE_ASSIGNMENT, 15, 1},
    {"doan thanh", TABLE_ASSIGNMENT, 15, 1},
    {"truong", TABLE_ASSIGNMENT, 10, 0},
    {"hieu truong", TABLE_ASSIGNMENT, 22, 3},
    {"giam doc", TABLE_ASSIGNMENT, 22, 3},
    {"chu tich", TABLE_ASSIGNMENT, 15, 1},
    {"lanh dao", TABLE_ASSIGNMENT, 15, 1},
    {"khoa", TABLE_ASSIGNMENT, 15, 1},
    {"to cong", TABLE_ASSIGNMENT, 12, 0},
    {"giao", TABLE_ASSIGNMENT, 12, 1},
    {"thanh tra", TABLE_ASSIGNMENT, 15, 2},
    {"de nghi", TABLE_ASSIGNMENT, 12, 0},
    {"toan the", TABLE_ASSIGNMENT, 12, 0},
    {"bao", TABLE_ASSIGNMENT, 5, 0},
    {"dai phat thanh", TABLE_ASSIGNMENT, 22, 3},
    {"mat tran", TABLE_ASSIGNMENT, 12, 1},
    {"hoi", TABLE_ASSIGNMENT, 4, 0},
    {"chu tri", TABLE_ASSIGNMENT, 15, 12},
    {"phoi hop", TABLE_ASSIGNMENT, 8, 6},
    {"tham muu", TABLE_ASSIGNMENT, 0, 4},
    {"phan cong", TABLE_ASSIGNMENT, 5, 2},
    {"phu trach", TABLE_ASSIGNMENT, 5, 4},
    {"thuc hien", TABLE_ASSIGNMENT, 0, 2},
    {"dau moi", TABLE_ASSIGNMENT, 5, 4},
    {"so nganh", TABLE_ASSIGNMENT, 15, 3},
    {"so ban nganh", TABLE_ASSIGNMENT, 20, 4},
    {"dai truyen", TABLE_ASSIGNMENT, 22, 3},
    {"bao va", TABLE_ASSIGNMENT, 18, 2},
    {"to chuyen mon", TABLE_ASSIGNMENT, 22, 4},
    {"to truong", TABLE_ASSIGNMENT, 20, 3},
    {"cac to chuc", TABLE_ASSIGNMENT, 15, 2},
    {"giao vien", TABLE_ASSIGNMENT, 15, 1},
    {"nhan vien", TABLE_ASSIGNMENT, 12, 1},
    {"can bo", TABLE_ASSIGNMENT, 10, 0},
    {"truong phong", TABLE_ASSIGNMENT, 20, 3},
    {"chanh van phong", TABLE_ASSIGNMENT, 20, 3},
    {"dai", TABLE_ASSIGNMENT, 8, 0},
    {"chi cuc", TABLE_ASSIGNMENT, 18, 3},
    {"cuc", TABLE_ASSIGNMENT, 12, 1},
    {"vu", TABLE_ASSIGNMENT, 8, 0},
    {"bo", TABLE_ASSIGNMENT, 10, 0},
    {"cac bo", TABLE_ASSIGNMENT, 18, 4},
    {"benh vien", TABLE_ASSIGNMENT, 12, 1},
    {"tram y te", TABLE_ASSIGNMENT, 15, 2},
    {"lien quan", TABLE_ASSIGNMENT, 0, 2},
    /* money */
    {"kinh phi", TABLE_FUNDING, 35, 12},
    {"nguon kinh phi", TABLE_FUNDING, 20, 8},
    {"nguon", TABLE_FUNDING, 25, 5},
    {"nguon von", TABLE_FUNDING, 15, 8},
    {"ngan sach", TABLE_FUNDING, 32, 12},
    {"tu nguon", TABLE_FUNDING, 25, 6},
    {"tu ngan sach", TABLE_FUNDING, 20, 6},
    {"ns tinh", TABLE_FUNDING, 25, 8},
    {"nsnn", TABLE_FUNDING, 30, 12},
    {"xa hoi hoa", TABLE_FUNDING, 25, 8},
    {"du toan", TABLE_FUNDING, 25, 10},
    {"chi thuong xuyen", TABLE_FUNDING, 20, 8},
    {"theo phan cap", TABLE_FUNDING, 5, 4},
    {"trieu dong", TABLE_FUNDING, 10, 10},
    {"cap trong", TABLE_FUNDING, 0, 5},
    {"phan bo", TABLE_FUNDING, 0, 4},
    {"kinh phi thuong xuyen", TABLE_FUNDING, 10, 5},
    {"khong", TABLE_FUNDING, 15, 0},
    {"tu chu", TABLE_FUNDING, 10, 4},
    /* what comes of it */
    {"van ban", TABLE_PRODUCT, 18, 3},
    {"ke hoach", TABLE_PRODUCT, 18, 2},
    {"bao cao", TABLE_PRODUCT, 16, 2},
    {"quyet dinh", TABLE_PRODUCT, 16, 1},
    {"cong van", TABLE_PRODUCT, 18, 3},
    {"to trinh", TABLE_PRODUCT, 20, 4},
    {"thong bao", TABLE_PRODUCT, 15, 2},
    {"nghi quyet", TABLE_PRODUCT, 8, 0},
    {"chuong trinh", TABLE_PRODUCT, 8, 0},
    {"de an", TABLE_PRODUCT, 8, 0},
    {"quy che", TABLE_PRODUCT, 14, 1},
    {"quy trinh", TABLE_PRODUCT, 10, 1},
    {"danh muc", TABLE_PRODUCT, 14, 2},
    {"danh sach", TABLE_PRODUCT, 14, 2},
    {"bien ban", TABLE_PRODUCT, 18, 4},
    {"ho so", TABLE_PRODUCT, 10, 1},
    {"tai lieu", TABLE_PRODUCT, 10, 2},
    {"tin", TABLE_PRODUCT, 18, 3},
    {"bai", TABLE_PRODUCT, 14, 3},
    {"tin bai", TABLE_PRODUCT, 12, 3},
    {"tin thoi su", TABLE_PRODUCT, 10, 3},
    {"phong su", TABLE_PRODUCT, 15, 3},
    {"video", TABLE_PRODUCT, 15, 5},
    {"clip", TABLE_PRODUCT, 12, 5},
    {"infographic", TABLE_PRODUCT, 15, 5},
    {"podcast", TABLE_PRODUCT, 12, 5},
    {"e-magazine", TABLE_PRODUCT, 12, 5},
    {"ban tin", TABLE_PRODUCT, 12, 2},
    {"hinh anh", TABLE_PRODUCT, 15, 3},
    {"pano", TABLE_PRODUCT, 12, 4},
    {"ap phich", TABLE_PRODUCT, 12, 4},
    {"bang ron", TABLE_PRODUCT, 12, 4},
    {"to roi", TABLE_PRODUCT, 12, 4},
    {"to gap", TABLE_PRODUCT, 12, 4},
    {"cam nang", TABLE_PRODUCT, 12, 3},
    {"hoi nghi", TABLE_PRODUCT, 16, 2},
    {"hoi thao", TABLE_PRODUCT, 14, 3},
    {"cuoc hop", TABLE_PRODUCT, 10, 3},
    {"cac cuoc", TABLE_PRODUCT, 10, 0},
    {"cac buoi", TABLE_PRODUCT, 10, 1},
    {"cac tin", TABLE_PRODUCT, 15, 3},
    {"cac san pham", TABLE_PRODUCT, 18, 4},
    {"cac van ban", TABLE_PRODUCT, 12, 2},
    {"cac noi dung", TABLE_PRODUCT, 5, 0},
    {"lop tap huan", TABLE_PRODUCT, 12, 2},
    {"cuoc thi", TABLE_PRODUCT, 6, 0},
    {"chuyen muc", TABLE_PRODUCT, 10, 1},
    {"trang thong tin", TABLE_PRODUCT, 8, 1},
    {"cong thong tin", TABLE_PRODUCT, 6, 1},
    {"dang tin", TABLE_PRODUCT, 12, 2},
    {"ket qua", TABLE_PRODUCT, 6, 0},
    {"000%", TABLE_PRODUCT, 15, 3},
    {"ty le", TABLE_PRODUCT, 12, 2},
    {"phieu", TABLE_PRODUCT, 12, 2},
    {"he thong", TABLE_PRODUCT, 6, 0},
    {"co so du lieu", TABLE_PRODUCT, 6, 0},
    {"phan mem", TABLE_PRODUCT, 8, 1},
    {"san pham", TABLE_PRODUCT, 15, 3},
    {"chuyen de", TABLE_PRODUCT, 8, 0},
    {"cac bai", TABLE_PRODUCT, 15, 3},
    {"mo hinh", TABLE_PRODUCT, 5, 0},
    {"pa no", TABLE_PRODUCT, 12, 3},
    /* how */
    {"van ban", TABLE_CHANNEL, 8, 2},
    {"truc tuyen", TABLE_CHANNEL, 12, 2},
    {"truc tiep", TABLE_CHANNEL, 12, 2},
    {"tren", TABLE_CHANNEL, 12, 1},
    {"qua", TABLE_CHANNEL, 14, 2},
    {"thong qua", TABLE_CHANNEL, 16, 3},
    {"trang thong tin", TABLE_CHANNEL, 14, 2},
    {"cong thong tin", TABLE_CHANNEL, 14, 2},
    {"mang xa hoi", TABLE_CHANNEL, 15, 4},
    {"zalo", TABLE_CHANNEL, 12, 3},
    {"facebook", TABLE_CHANNEL, 12, 3},
    {"fanpage", TABLE_CHANNEL, 12, 3},
    {"hoi nghi", TABLE_CHANNEL, 12, 2},
    {"hop giao ban", TABLE_CHANNEL, 14, 4},
    {"sinh hoat", TABLE_CHANNEL, 8, 2},
    {"long ghep", TABLE_CHANNEL, 14, 3},
    {"phat thanh", TABLE_CHANNEL, 10, 2},
    {"truyen thanh", TABLE_CHANNEL, 10, 2},
    {"he thong truyen thanh", TABLE_CHANNEL, 14, 2},
    {"loa", TABLE_CHANNEL, 12, 3},
    {"bang thong tin", TABLE_CHANNEL, 12, 3},
    {"niem yet", TABLE_CHANNEL, 12, 3},
    {"tuyen truyen tren", TABLE_CHANNEL, 14, 3},
    {"tuyen truyen qua", TABLE_CHANNEL, 14, 3},
    {"dang tai", TABLE_CHANNEL, 8, 1},
    {"to chuc hoi nghi", TABLE_CHANNEL, 8, 1},
    {"tap huan", TABLE_CHANNEL, 8, 1},
    {"phat to", TABLE_CHANNEL, 10, 2},
    {"to roi", TABLE_CHANNEL, 14, 3},
    {"pa no", TABLE_CHANNEL, 14, 3},
    {"pano", TABLE_CHANNEL, 14, 3},
    {"ap phich", TABLE_CHANNEL, 12, 3},
    /* what is to be done: verbs */
    {"tuyen truyen", TABLE_TITLE, 15, 1},
    {"pho bien", TABLE_TITLE, 12, 1},
    {"quan triet", TABLE_TITLE, 12, 1},
    {"to chuc", TABLE_TITLE, 12, 0},
    {"xay dung", TABLE_TITLE, 14, 0},
    {"trien khai", TABLE_TITLE, 12, 0},
    {"tiep tuc", TABLE_TITLE, 16, 2},
    {"day manh", TABLE_TITLE, 16, 2},
    {"nang cao", TABLE_TITLE, 14, 1},
    {"tang cuong", TABLE_TITLE, 16, 2},
    {"thuc hien", TABLE_TITLE, 12, 0},
    {"ra soat", TABLE_TITLE, 14, 0},
    {"kiem tra", TABLE_TITLE, 12, 0},
    {"ban hanh", TABLE_TITLE, 12, 0},
    {"tham muu", TABLE_TITLE, 10, 0},
    {"hoan thien", TABLE_TITLE, 12, 1},
    {"viet tin", TABLE_TITLE, 12, 1},
    {"tham gia", TABLE_TITLE, 8, 0},
    {"cong khai", TABLE_TITLE, 12, 1},
    {"cap nhat", TABLE_TITLE, 10, 0},
    {"khao sat", TABLE_TITLE, 12, 1},
    {"danh gia", TABLE_TITLE, 12, 1},
    {"tong ket", TABLE_TITLE, 12, 0},
    {"so ket", TABLE_TITLE, 12, 0},
    {"dao tao", TABLE_TITLE, 12, 0},
    {"boi duong", TABLE_TITLE, 12, 0},
    {"phat dong", TABLE_TITLE, 12, 0},
    {"van hanh", TABLE_TITLE, 10, 0},
    {"ung dung", TABLE_TITLE, 8, 0},
    {"chuan hoa", TABLE_TITLE, 10, 0},
    {"theo doi", TABLE_TITLE, 10, 0},
    {"cu the hoa", TABLE_TITLE, 10, 0},
    {"nghien cuu", TABLE_TITLE, 10, 0},
    {"huong dan", TABLE_TITLE, 8, 0},
    {"tap huan", TABLE_TITLE, 8, 0},
    {"phat huy", TABLE_TITLE, 12, 0},
    {"cong tac", TABLE_TITLE, 10, 0},
    {"truyen thong", TABLE_TITLE, 10, 0},
    {"giam sat", TABLE_TITLE, 12, 0},
    {"khen thuong", TABLE_TITLE, 12, 0},
    {"bien soan", TABLE_TITLE, 12, 0},
    {"phat hanh", TABLE_TITLE, 12, 0},
    {"san xuat", TABLE_TITLE, 12, 0},
    {"thiet ke", TABLE_TITLE, 12, 0},
    {"lap dat", TABLE_TITLE, 12, 0},
    {"niem yet", TABLE_TITLE, 12, 0},
    {"ho tro", TABLE_TITLE, 12, 0},
    {"bo tri", TABLE_TITLE, 12, 0},
    {"thanh lap", TABLE_TITLE, 12, 0},
    {"kien toan", TABLE_TITLE, 12, 0},
    {"doi thoai", TABLE_TITLE, 12, 0},
    {"gioi thieu", TABLE_TITLE, 12, 0},
    {"don doc", TABLE_TITLE, 12, 0},
    {"duy tri", TABLE_TITLE, 12, 0},
    {"toa dam", TABLE_TITLE, 12, 0},
    {"khai thac", TABLE_TITLE, 12, 0},
    {"nhan rong", TABLE_TITLE, 12, 0},
    {"ket hop", TABLE_TITLE, 12, 0},
    {"quang ba", TABLE_TITLE, 12, 0},
    {"viet bai", TABLE_TITLE, 12, 0},
    {"mo chuyen", TABLE_TITLE, 12, 0},
    {"tiep nhan", TABLE_TITLE, 12, 0},
    {"cai tien", TABLE_TITLE, 12, 0},
    {"sua doi", TABLE_TITLE, 12, 0},
    {"lay y kien", TABLE_TITLE, 12, 0},
    {"thi tim hieu", TABLE_TITLE, 12, 0},
    /* what several tasks share, and notes */
    {"cai cach", TABLE_GROUP, 15, 2},
    {"linh vuc", TABLE_GROUP, 15, 2},
    {"nhiem vu moi", TABLE_NOTE, 22, 3},
    {"da hoan thanh", TABLE_NOTE, 22, 3},
    {"chuyen tiep", TABLE_NOTE, 22, 3},
    {"thuc hien theo", TABLE_NOTE, 12, 0},
    {"bo sung", TABLE_NOTE, 12, 0},
    {"da", TABLE_NOTE, 28, 0},
    {"dang", TABLE_NOTE, 28, 0},
    {"chua", TABLE_NOTE, 28, 0},
    {"xong", TABLE_NOTE, 28, 0},
    {"dat", TABLE_NOTE, 12, 0},
    {"vuot", TABLE_NOTE, 15, 0},
    {"cham", TABLE_NOTE, 18, 0},
    {"dung tien do", TABLE_NOTE, 30, 8},
    {"cham tien do", TABLE_NOTE, 25, 8},
    {"dung han", TABLE_NOTE, 25, 6},
    {"qua han", TABLE_NOTE, 25, 6},
};

/* What cells end with: the last two words. */
struct ending {
	const char *words;
	enum table_column kind;
	int8_t score; /* in tenths */
};

static const struct ending endings[] = {
    {"thuong xuyen", TABLE_SCHEDULE, 8}, {"hang thang", TABLE_SCHEDULE, 12}, {"hang quy", TABLE_SCHEDULE, 12},
    {"hang nam", TABLE_SCHEDULE, 10},    {"hang tuan", TABLE_SCHEDULE, 12},  {"hang ngay", TABLE_SCHEDULE, 10},
    {"trong nam", TABLE_SCHEDULE, 6},    {"ca nam", TABLE_SCHEDULE, 12},     {"dau nam", TABLE_SCHEDULE, 8},
    {"cuoi nam", TABLE_SCHEDULE, 10},    {"quy i", TABLE_SCHEDULE, 8},       {"quy ii", TABLE_SCHEDULE, 8},
    {"quy iii", TABLE_SCHEDULE, 8},      {"quy iv", TABLE_SCHEDULE, 10},     {"dot xuat", TABLE_SCHEDULE, 8},
    {"quy dinh", TABLE_SCHEDULE, 4},     {"cap tren", TABLE_SCHEDULE, 6},    {"tien do", TABLE_SCHEDULE, 4},
    {"lien quan", TABLE_ASSIGNMENT, 6},  {"thuc hien", TABLE_ASSIGNMENT, 8}, {"chu tri", TABLE_ASSIGNMENT, 5},
    {"phoi hop", TABLE_ASSIGNMENT, 4},   {"phan cap", TABLE_FUNDING, 8},     {"ngan sach", TABLE_FUNDING, 4},
    {"tu chu", TABLE_FUNDING, 6},        {"hoi hoa", TABLE_FUNDING, 6},      {"trieu dong", TABLE_FUNDING, 12},
    {"trien khai", TABLE_PRODUCT, 4},    {"thuc hien", TABLE_PRODUCT, 2},    {"phe duyet", TABLE_PRODUCT, 6},
};

struct entry_keys {
	uint32_t keys[MAX_PHRASE_WORDS];
	uint32_t n;
	uint32_t next; /* with the same first word; UINT32_MAX at the end */
};

struct cell_lexicon {
	struct entry_keys keys[sizeof entries / sizeof *entries];
	struct counts first; /* by first word: 1 + the first entry */
	struct counts last;  /* by kind and the two words */
};

struct cell_lexicon *cell_lexicon_new(struct arena *arena, struct table_text *text)
{
	struct cell_lexicon *lexicon = ARENA_NEW(arena, struct cell_lexicon);
	counts_init(&lexicon->first, arena);
	counts_init(&lexicon->last, arena);
	for (uint32_t i = 0; i < sizeof entries / sizeof *entries; i++) {
		struct entry_keys *keys = &lexicon->keys[i];
		struct str rest = str_of(entries[i].words), part;
		while (str_split(&rest, ' ', &part) && keys->n < MAX_PHRASE_WORDS)
			keys->keys[keys->n++] = table_text_key(text, part);
		uint32_t head = counts_get(&lexicon->first, keys->keys[0]);
		keys->next = head == 0 ? UINT32_MAX : head - 1;
		counts_add(&lexicon->first, keys->keys[0], (int32_t)(i + 1) - (int32_t)head);
	}
	for (uint32_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		struct str rest = str_of(endings[i].words), before;
		str_split(&rest, ' ', &before);
		uint64_t pair = table_text_pair_of(table_text_key(text, before), table_text_key(text, rest));
		counts_add(&lexicon->last, pair * TABLE_COLUMNS + endings[i].kind, endings[i].score);
	}
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
		if (entries[i].kind == kind && entries[i].start > best)
			best = entries[i].start;
	}
	if (kind == TABLE_SCHEDULE && text->words.at[first].flags & TABLE_WORD_DATE && best < 25)
		best = 25;
	return best > 0 ? (float)best * tenth : known ? unlike : 0;
}

void cell_lexicon_score_words(const struct cell_lexicon *lexicon, const struct table_text *text, uint32_t first, uint32_t end,
                              float *ret)
{
	static_assert((int)TABLE_MAX_COLUMNS >= (int)TABLE_COLUMNS, "rows of scores hold every kind");
	static const float tenth = 0.1F, date = 0.8F, ordinal = 0.3F;
	for (uint32_t w = first; w < end; w++) {
		float *of_word = &ret[(w - first) * TABLE_MAX_COLUMNS];
		uint32_t entry = counts_get(&lexicon->first, text->words.at[w].key);
		for (uint32_t i = entry == 0 ? UINT32_MAX : entry - 1; i != UINT32_MAX; i = lexicon->keys[i].next)
			if (entries[i].inside > 0 && is_at(text, &lexicon->keys[i], w, end))
				for (uint32_t n = 0; n < lexicon->keys[i].n; n++)
					of_word[n * TABLE_MAX_COLUMNS + entries[i].kind] += (float)entries[i].inside * tenth;
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
		bool of_time = entries[i].kind == TABLE_SCHEDULE && lexicon->keys[i].n == 1;
		if (of_time && may_be_time(text, word))
			return true;
	}
	return false;
}
