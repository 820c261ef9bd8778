#include "reading/citation_context.h"

#include "reading/time_date.h"
#include "reading/unit_head.h"
#include "reading/unit_name.h"

enum { FIRST_YEAR = 1945, LAST_YEAR = 2100, MAX_ISSUER_WORDS = 20, MAX_TITLE_WORDS = 80, MAX_BETWEEN_WORDS = 14 };

/* What a title begins with. */
static const char *const title_words[] = {
    "về",        "về việc",    "v / v",     "ban hành",   "quy định",  "phê duyệt", "hướng dẫn", "triển khai", "sửa đổi",
    "công bố",   "tăng cường", "đẩy mạnh",  "thực hiện",  "phát động", "thành lập", "kiện toàn", "giao",       "tổ chức",
    "công nhận", "bãi bỏ",     "thông qua", "điều chỉnh", "hợp nhất",  "phân công", "kết luận",
};

#define BEGINS_TITLE(words, i) (words_longest((words), (i), title_words, sizeof title_words / sizeof title_words[0]) > 0)

/* A date from word `i` on that names day, month and year: how many words; 0 for none. */
static size_t whole_date(const struct words *words, size_t i, date_day *ret)
{
	struct date_parts date;
	size_t n = words_is(words, i, "ngày") ? time_date_read(words, i, &date) : 0;
	if (n == 0 || date.year <= 0)
		return 0;
	*ret = date_from_parts(date.year, date.month, date.day);
	return n;
}

/* "ngày     tháng 01 năm 2026": a day left blank. */
static size_t blank_date(const struct words *words, size_t i)
{
	if (!words_is(words, i, "ngày") || !words_is(words, i + 1, "tháng"))
		return 0;
	size_t at = i + 2 + (words_number(words, i + 2) > 0);
	return words_is(words, at, "năm") ? at + 1 + (words_number(words, at + 1) > 0) - i : 0;
}

/* ", ngày 22/12/2024", "(ngày 16 tháng 6 năm 2025)", "năm 2022". */
static bool read_date(const struct words *words, size_t *at, struct reading_citation *citation)
{
	bool bracket = words_is(words, *at, "(");
	size_t i = words_is(words, *at, ",") || bracket ? *at + 1 : *at;
	size_t n = whole_date(words, i, &citation->date);
	int year = words_is(words, i, "năm") ? words_number(words, i + 1) : -1;
	n = n > 0 ? n : blank_date(words, i);
	if (n == 0 && year >= FIRST_YEAR && year < LAST_YEAR) {
		citation->year = year;
		n = 2;
	}
	if (n == 0)
		return false;
	*at = i + n;
	if (bracket && words_is(words, *at, ")"))
		*at += 1;
	return true;
}

static size_t issuer_words(const struct words *words, size_t i)
{
	size_t n = unit_name_at(words, i);
	if (n == 0)
		n = unit_name_bare(words, i);
	return n <= MAX_ISSUER_WORDS ? n : 0;
}

/* ", Ban Bí thư" behind "của Bộ Chính trị": a body that issued the document too, not one that acts on it. */
static size_t second_issuer(const struct words *words, size_t i)
{
	if (!words_is(words, i, ",") && !words_is(words, i, "và"))
		return 0;
	size_t n = unit_name_is_body(words, i + 1) && words->at[i + 1].capital ? unit_name_at(words, i + 1) : 0, behind = i + 1 + n;
	bool ends = behind >= words->n || words_is(words, behind, ";") || words_is(words, behind, ".") ||
	            words_is(words, behind, ")") || words_is(words, behind, "về");
	return n > 0 && n <= MAX_ISSUER_WORDS && ends ? 1 + n : 0;
}

/* "của Chính phủ", ", của UBND tỉnh", "do UBND tỉnh ban hành", or a bare "UBND tỉnh" between a date and a title. */
static bool read_issuer(const struct words *words, size_t *at, struct reading_citation *citation)
{
	size_t i = words_is(words, *at, ",") || words_is(words, *at, ")") ? *at + 1 : *at, n = 0;
	if (words_is(words, i, "của")) {
		n = issuer_words(words, ++i);
	} else if (words_is(words, i, "do")) {
		n = issuer_words(words, ++i);
		n = words_match(words, i + n, "ban hành") > 0 ? n : 0;
	} else if (i == *at && (citation->date != DATE_NONE || citation->year != 0)) {
		n = unit_name_at(words, i);
		n = n <= MAX_ISSUER_WORDS && BEGINS_TITLE(words, i + n) ? n : 0;
	}
	if (n == 0)
		return false;
	n += second_issuer(words, i + n);
	citation->issuer = words_text(words, i, i + n);
	*at = i + n;
	return true;
}

/* Whether the title has ended before word `i`: at a full stop, before whoever acts on the document, or the next document. */
static bool ends_title(const struct words *words, size_t i)
{
	if (words_is(words, i, ";") || words_is(words, i, ")") || words_is(words, i, ":"))
		return true;
	if (words_is(words, i, "."))
		return i + 1 >= words->n || (words->at[i + 1].space_before && words->at[i + 1].capital);
	bool joint = words_is(words, i, ",") || words_is(words, i, "và");
	if (!joint)
		return false;
	size_t n = unit_name_at(words, i + 1);
	if (words_is(words, i, ",") && n > 0 && words->at[i + 1].capital && unit_head_verb(words, i + 1 + n) > 0)
		return true;
	for (size_t k = i + 1; k <= i + 4; k++)
		if (words_is(words, k, "số") && words_number(words, k + 1) >= 0)
			return true;
	return false;
}

/* The word behind the title that begins at word `i`; `i` where none does. */
static size_t title_end(const struct words *words, size_t i)
{
	size_t end = i;
	if (!BEGINS_TITLE(words, i))
		return i;
	while (end < words->n && end < i + MAX_TITLE_WORDS && !ends_title(words, end))
		end++;
	if (end == i + MAX_TITLE_WORDS)
		return i;
	return words_is(words, end - 1, ",") ? end - 1 : end;
}

/* "… hướng dẫn quản lý bệnh nghề nghiệp ngày 30/6/2016 của Bộ Y tế": date and issuer behind the title, unless they are another
 * document's. Returns where the title ends. */
static size_t read_date_behind_title(const struct words *words, size_t title, size_t end, struct reading_citation *citation)
{
	for (size_t i = title; i < end && !(words_is(words, i, "số") && words_number(words, i + 1) >= 0); i++) {
		size_t at = i;
		if (words_is(words, i, "ngày") && read_date(words, &at, citation) && citation->date != DATE_NONE) {
			(void)read_issuer(words, &at, citation);
			return i;
		}
	}
	return end;
}

void citation_context_behind(const struct words *words, size_t *at, struct reading_citation *citation)
{
	bool dated = read_date(words, at, citation), issued = read_issuer(words, at, citation);
	if (!dated && issued)
		(void)read_date(words, at, citation);
	size_t title = words_is(words, *at, ",") ? *at + 1 : *at, end = title_end(words, title);
	if (!dated && !issued)
		end = read_date_behind_title(words, title, end, citation);
	citation->title = end > title ? words_text(words, title, end) : (struct str){0};
}

/* The longest name that ends right before word `end`. */
static struct str name_before(const struct words *words, size_t end, size_t *ret_begin)
{
	struct str name = {0};
	for (size_t i = end; i > 0 && i + MAX_BETWEEN_WORDS > end; i--)
		if (unit_name_at(words, i - 1) == end - (i - 1)) {
			*ret_begin = i - 1;
			name = words_text(words, i - 1, end);
		}
	return name;
}

/* "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình …": the body that a post heads. */
static void read_proposer(const struct words *words, size_t end, struct reading_citation *citation)
{
	size_t name = 0;
	if (citation->issuer.len > 0 || name_before(words, end, &name).len == 0)
		return;
	for (size_t i = name; i < name + 4; i++)
		if (words->at[i].capital && unit_name_at(words, i) == end - i && unit_name_is_body(words, i)) {
			citation->issuer = words_text(words, i, end);
			return;
		}
}

void citation_context_before(const struct words *words, size_t begin, struct reading_citation *citation)
{
	size_t at = begin, name = 0;
	if (at > 0 && words_is(words, at - 1, "tại"))
		read_proposer(words, at - 1, citation);
	if (at < 3 || words_match(words, at - 2, "ban hành") == 0)
		return;
	at -= words_is(words, at - 3, "đã") ? 3 : 2;
	struct str issuer = name_before(words, at, &name);
	if (issuer.len == 0)
		return;
	if (citation->issuer.len == 0)
		citation->issuer = issuer;
	for (size_t i = name; citation->date == DATE_NONE && i > 0 && i + MAX_BETWEEN_WORDS > name; i--) {
		date_day day;
		size_t n = whole_date(words, i - 1, &day);
		if (n > 0 && (i - 1 + n == name || (i + n == name && words_is(words, name - 1, ","))))
			citation->date = day;
	}
}

bool citation_context_between(const struct words *words, size_t i, struct reading_citation *citation, size_t *ret_kind_end)
{
	size_t end = i > 0 && words_is(words, i - 1, "số") ? i - 1 : i, name = 0;
	date_day day;
	for (size_t k = end; k > 0 && k + MAX_BETWEEN_WORDS > end; k--)
		if (words_is(words, k - 1, "ngày") && whole_date(words, k - 1, &day) == end - (k - 1)) {
			citation->date = day;
			*ret_kind_end = k - 1;
			return true;
		}
	struct str issuer = name_before(words, end, &name);
	if (issuer.len == 0 || name == 0 || !words_is(words, name - 1, "của"))
		return false;
	citation->issuer = issuer;
	*ret_kind_end = name - 1;
	return true;
}
