#include "reading/signature.h"

#include <string.h>

#include "reading/reading_field.h"
#include "reading/words.h"

enum { LONG_LINE = 220, MAX_MISSES = 12, MISS_IN_SIGNATURE = 5, LINES_ABOVE = 4 };

/* What speaks for who signed, in percent (docs/confidence.md). */
enum evidence { POST_AND_NAME = 92, UNSURE = 85 };

/* What the signer's post begins with (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7; with slashes in the Party's documents). */
static const char *const posts[] = {"tm .",
                                    "kt .",
                                    "tl .",
                                    "tuq .",
                                    "q .",
                                    "t / m",
                                    "k / t",
                                    "t / l",
                                    "t / u / q",
                                    "thừa lệnh",
                                    "thừa ủy quyền",
                                    "thay mặt",
                                    "ký thay",
                                    "quyền",
                                    "hiệu trưởng",
                                    "giám đốc",
                                    "chủ tịch",
                                    "phó giám đốc",
                                    "phó hiệu trưởng",
                                    "phó chủ tịch",
                                    "chánh văn phòng",
                                    "phó chánh văn phòng",
                                    "trưởng ban",
                                    "trưởng phòng",
                                    "phó trưởng ban",
                                    "phó trưởng phòng",
                                    "bí thư",
                                    "phó bí thư",
                                    "viện trưởng",
                                    "cục trưởng",
                                    "chi cục trưởng",
                                    "tổng giám đốc",
                                    "bộ trưởng",
                                    "thứ trưởng",
                                    "chánh thanh tra",
                                    "trưởng đoàn",
                                    "thủ trưởng",
                                    "trưởng trạm",
                                    "đội trưởng",
                                    "tổng cục trưởng",
                                    "phó tổng cục trưởng",
                                    "phó cục trưởng",
                                    "vụ trưởng",
                                    "chủ nhiệm",
                                    "phó chủ nhiệm",
                                    "tổng biên tập",
                                    "chỉ huy trưởng",
                                    "trưởng khoa",
                                    "chánh án",
                                    "tổng thư ký",
                                    "phó tổng giám đốc",
                                    "phó viện trưởng",
                                    "trưởng thôn",
                                    "phó trưởng khoa",
                                    "chủ tịch hội đồng",
                                    "thủ tướng"};

struct reader {
	struct arena *arena;
	const struct lines_paragraph_vec *paragraphs;
	struct reading_header *header;
	struct reading_field_vec titles; /* the signer's post, line by line */
	struct reading_field name;
};

static bool is_post(const struct words *words, size_t i)
{
	return words_longest(words, i, posts, sizeof posts / sizeof posts[0]) > 0;
}

/* Family names that most people have: what tells a name in capitals from a post. */
static const char *const family_names[] = {
    "nguyễn", "trần",   "lê",   "phạm",  "hoàng", "huỳnh", "phan",  "vũ",    "võ",     "đặng",  "bùi",   "đỗ",    "hồ",
    "ngô",    "dương",  "lý",   "đinh",  "lâm",   "mai",   "trịnh", "đoàn",  "tạ",     "cao",   "lương", "châu",  "tô",
    "lưu",    "trương", "đào",  "kiều",  "quách", "thạch", "sơn",   "danh",  "y",      "rơ",    "tăng",  "nông",  "hứa",
    "vi",     "triệu",  "lò",   "sùng",  "giàng", "vàng",  "thào",  "lầu",   "lù",     "quàng", "cà",    "tòng",  "cầm",
    "đèo",    "lường",  "hà",   "ksor",  "siu",   "h",     "k",     "niê",   "êban",   "hạng",  "bạch",  "chu",   "doãn",
    "đàm",    "đồng",   "hoa",  "khổng", "la",    "lục",   "ma",    "mạc",   "nghiêm", "ninh",  "ông",   "phùng", "thái",
    "thân",   "tôn",    "tống", "trà",   "từ",    "ung",   "văn",   "vương", "xa",
};

/* The first word of a person's name behind a title of study or a rank: "BSCKII. Phan …", "PGS.TS. Lê …", "Đại tá Phan …". */
static size_t behind_title(const struct words *words)
{
	static const char *const ranks[] = {"thiếu úy",  "trung úy", "thượng úy",   "đại úy",      "thiếu tá",     "trung tá",
	                                    "thượng tá", "đại tá",   "thiếu tướng", "trung tướng", "thượng tướng", "đại tướng"};
	size_t i = words->n > 0 && words->at[0].capital ? words_longest(words, 0, ranks, sizeof ranks / sizeof ranks[0]) : 0;
	while (i + 2 < words->n && i < 6 && words->at[i].kind != WORD_SIGN && words->at[i].capital && words_is(words, i + 1, "."))
		i += 2;
	return i;
}

/* The mark inside names of the Highlands: "K’Brơi", "H'Loan", "Ksor H-Nga". */
static bool is_mark_in_name(const struct words *words, size_t i)
{
	bool mark = words_is(words, i, "'") || words_is(words, i, "’") || words_is(words, i, "-");
	return mark && i > 0 && i + 1 < words->n && words->at[i - 1].kind == WORD_LETTERS && words->at[i + 1].kind == WORD_LETTERS;
}

/* Two to seven capitalised words and nothing else, behind a title or not; in capitals where they begin with a family name. */
static bool is_person(const struct words *words, struct str text)
{
	size_t from = behind_title(words), n = words->n - from;
	for (size_t k = from; k < words->n; k++) {
		bool after_mark = k > from && is_mark_in_name(words, k - 1) && words->at[k].kind == WORD_LETTERS;
		if (!is_mark_in_name(words, k) && !after_mark && (words->at[k].kind != WORD_LETTERS || !words->at[k].capital))
			return false;
	}
	bool capitals = lines_mark_is_capitals(text);
	return n >= 2 && n <= 7 &&
	       (!capitals || (!is_post(words, from) &&
	                      words_longest(words, from, family_names, sizeof family_names / sizeof family_names[0]) > 0));
}

/* Takes a line of the signature: a post in capitals or, after one, a person's name. */
static bool take(struct reader *r, struct reading_field line)
{
	struct words words = words_of(r->arena, line.text);
	bool capitals = lines_mark_is_capitals(line.text) && line.text.len < LONG_LINE && words_match(&words, 0, "phụ lục") == 0;
	bool is_name = r->titles.n > 0 && r->name.text.len == 0 && is_person(&words, line.text);
	if (capitals && !is_name && (r->titles.n > 0 || is_post(&words, 0))) {
		VEC_PUSH(r->arena, &r->titles, line);
		return true;
	}
	if (!is_name)
		return false;
	r->name = line;
	return true;
}

/* "KT." and "K/T" of "KT. GIÁM ĐỐC"; "Thừa lệnh" written out. No text where the signer signs for himself. */
static struct str authority_of(const struct words *words)
{
	static const struct {
		const char *keys[3];
		struct str authority;
	} authorities[] = {
	    {{"tm .", "t / m", "thay mặt"}, STR_INIT("TM")},  {{"kt .", "k / t", "ký thay"}, STR_INIT("KT")},
	    {{"tl .", "t / l", "thừa lệnh"}, STR_INIT("TL")}, {{"tuq .", "t / u / q", "thừa ủy quyền"}, STR_INIT("TUQ")},
	    {{"q .", "quyền", "quyền"}, STR_INIT("Q")},
	};
	for (size_t i = 0; i < sizeof authorities / sizeof authorities[0]; i++)
		if (words_longest(words, 0, authorities[i].keys, 3) > 0)
			return authorities[i].authority;
	return (struct str){0};
}

static void set_signer(struct reader *r)
{
	struct reading_field title = {0};
	if (r->titles.n == 0)
		return;
	for (size_t i = 0; i < r->titles.n; i++)
		reading_field_add(r->arena, &title, &r->titles.at[i], " ");
	r->header->signer_title = title;
	struct words words = words_of(r->arena, title.text);
	r->header->signer_authority = authority_of(&words);
	r->header->signer_name = r->name;
	if (r->name.text.len == 0)
		r->header->signer_title.confidence = UNSURE;
}

/* A signature in lines of its own, from paragraph `from` up to `limit`. */
static void read_below(struct reader *r, size_t from, size_t limit)
{
	size_t misses = 0;
	for (size_t i = from; i < limit && misses < MAX_MISSES && r->name.text.len == 0; i++) {
		const struct lines_paragraph *p = &r->paragraphs->at[i];
		if (p->mark == LINES_BULLET || p->mark >= LINES_NUMBER || words_match(&p->words, 0, "phụ lục") > 0)
			break;
		if (!take(r, lines_field(r->arena, p, 0, p->text.len, POST_AND_NAME)))
			misses += r->titles.n > 0 ? MISS_IN_SIGNATURE : 1;
	}
}

/* Where a second column begins in a line: behind three spaces or more, or a tab. Its length where there is none. */
static size_t second_column(struct str text)
{
	for (size_t i = 1; i + 2 < text.len; i++)
		if (text.ptr[i] == '\t' || (text.ptr[i] == ' ' && text.ptr[i + 1] == ' ' && text.ptr[i + 2] == ' '))
			return i;
	return text.len;
}

/* The first word from `from` on that belongs to the signature beside the recipients: behind a gap, or a post in capitals behind
 * the sign that ends the recipient. words.n where there is none. */
static size_t beside(const struct lines_paragraph *p, size_t from)
{
	const struct words *words = &p->words;
	size_t gap = second_column(p->text);
	for (size_t k = from; k < words->n; k++) {
		if (words->at[k].begin > gap)
			return k;
		bool ended = k > from && (words_is(words, k - 1, ";") || words_is(words, k - 1, ".") || words_is(words, k - 1, ":"));
		if (ended && words->at[k].all_capitals && is_post(words, k))
			return k;
	}
	return words->n;
}

/* Words from..to-1 of a paragraph without the signs that end them. */
static struct reading_field trimmed(struct reader *r, const struct lines_paragraph *p, size_t from, size_t to)
{
	const struct words *words = &p->words;
	while (to > from && (words_is(words, to - 1, ";") || words_is(words, to - 1, ".") || words_is(words, to - 1, "/") ||
	                     words_is(words, to - 1, ",")))
		to--;
	if (to == from)
		return (struct reading_field){0};
	return lines_field(r->arena, p, words->at[from].begin, words->at[to - 1].end, 95);
}

/* A line of the recipients without its bullet; what stands beside it belongs to the signature. */
static void read_recipient(struct reader *r, const struct lines_paragraph *p, bool is_first)
{
	size_t from = lines_first_word(p), split = beside(p, from);
	if (split < p->words.n)
		(void)take(r, lines_field(r->arena, p, p->words.at[split].begin, p->text.len, POST_AND_NAME));
	struct reading_field recipient = trimmed(r, p, from, split);
	if (recipient.text.len > 0 && !is_first)
		VEC_PUSH(r->arena, &r->header->recipients, recipient);
}

/* Whether a line without a bullet goes on with the recipient before it, which no sign ended. */
static bool goes_on(struct reader *r, const struct lines_paragraph *before, const struct lines_paragraph *p)
{
	char end = before->text.ptr[before->text.len - 1];
	return p->mark == LINES_PLAIN && before->mark == LINES_BULLET && strchr(";.,", end) == NULL && r->header->recipients.n > 0 &&
	       second_column(before->text) == before->text.len && !lines_mark_is_capitals(p->text) &&
	       !is_person(&p->words, p->text) && p->text.ptr[0] != '(';
}

static void go_on(struct reader *r, const struct lines_paragraph *p)
{
	struct reading_field *last = &r->header->recipients.at[r->header->recipients.n - 1];
	struct reading_field more = trimmed(r, p, 0, p->words.n);
	reading_field_add(r->arena, last, &more, " ");
	last->confidence = UNSURE;
}

void signature_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs, size_t at, size_t limit,
                    struct reading_header *header)
{
	struct reader r = {.arena = arena, .paragraphs = paragraphs, .header = header};
	size_t k = at + 1;
	read_recipient(&r, &paragraphs->at[at], true);
	for (; k < limit; k++) {
		if (paragraphs->at[k].mark == LINES_BULLET)
			read_recipient(&r, &paragraphs->at[k], false);
		else if (goes_on(&r, &paragraphs->at[k - 1], &paragraphs->at[k]))
			go_on(&r, &paragraphs->at[k]);
		else
			break;
	}
	read_below(&r, k, limit);
	if (r.titles.n == 0 && at > LINES_ABOVE)
		read_below(&r, at - LINES_ABOVE, at);
	set_signer(&r);
}
