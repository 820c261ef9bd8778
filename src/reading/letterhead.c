#include "reading/letterhead.h"

#include <string.h>

#include "base/utf8.h"
#include "reading/lines_mark.h"
#include "viet/space.h"

enum { MOST_LINES = 16, LONGEST = 160, GAP = 3, FOOT_SLACK = 12 };

static bool contains_any(struct str line, const char *const *texts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_contains(line, str_of(texts[i])))
			return true;
	return false;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_motto(struct str line)
{
	static const char *const mottos[] = {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA", "Độc lập - Tự do",
	                                     "Độc lập – Tự do",           "ĐẢNG CỘNG SẢN VIỆT NAM",    "Ðộc lập - Tự do"};
	return contains_any(line, mottos, sizeof mottos / sizeof *mottos);
}

/* "Số: 15/KH-SNV", "Số 12-KH/ĐU", "Số:      /KH-UBND". */
static bool is_number(struct str line)
{
	enum { LONGEST_NUMBER = 60 };
	if (!str_has_prefix(line, STR("Số")) || line.len > LONGEST_NUMBER)
		return false;
	struct str rest = viet_space_trim(str_from(line, STR("Số").len));
	bool colon = rest.len > 0 && rest.ptr[0] == ':';
	return (colon || (rest.len > 0 && is_digit(rest.ptr[0]))) && (str_contains(rest, STR("/")) || rest.len <= 1);
}

/* "Lam Giang, ngày 05 tháng 02 năm 2026", the numbers left out or not. */
static bool is_place_date(struct str line)
{
	enum { LONGEST_DATE = 110, LONGEST_PLACE = 48 };
	size_t day = str_find(line, STR(", ngày "), 0), month = str_find(line, STR(" tháng "), 0);
	bool ordered = day != SIZE_MAX && month != SIZE_MAX && day < month && day <= LONGEST_PLACE;
	return ordered && line.len <= LONGEST_DATE && str_find(line, STR(" năm "), month) != SIZE_MAX &&
	       !lines_mark_is_lower_at(line, 0);
}

static bool is_kind(struct str line)
{
	static const char *const kinds[] = {"KẾ HOẠCH",  "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:", "BÁO CÁO",    "CHƯƠNG TRÌNH",
	                                    "THÔNG BÁO", "HƯỚNG DẪN",  "TỜ TRÌNH",    "NGHỊ QUYẾT", "CHỈ THỊ",
	                                    "ĐỀ ÁN",     "PHƯƠNG ÁN",  "KẾT LUẬN",    "PHỤ LỤC"};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_eq(line, str_of(kinds[i])))
			return true;
	return false;
}

bool letterhead_stands_alone(struct str line)
{
	return line.len <= LONGEST && (is_motto(line) || is_number(line) || is_place_date(line) || is_kind(line));
}

/* Where the text behind the first gap begins and how long the text before is, in bytes. False where there is no gap. */
static bool find_gap(struct str line, size_t *ret_left, size_t *ret_right)
{
	for (size_t i = 1, spaces = 0; i < line.len; i++) {
		if (line.ptr[i] == '\t') {
			spaces += GAP;
		} else if (line.ptr[i] == ' ') {
			spaces++;
		} else if (spaces >= GAP) {
			struct str left = viet_space_trim(str_part(line, 0, i));
			*ret_left = left.len;
			*ret_right = i;
			return true;
		} else {
			spaces = 0;
		}
	}
	return false;
}

/* Whether a line below the last of the right column is one of the left: the rest of an agency's name, the number. */
static bool is_left_below(const struct document_block *block, struct str line, uint32_t column)
{
	if (block->kind != DOCUMENT_LINE || is_kind(line) || block->indent + utf8_count(line) >= column)
		return false;
	return lines_mark_is_capitals(line) || is_number(line);
}

struct letterhead letterhead_find(const struct document *document)
{
	struct letterhead head = {0};
	bool motto = false;
	for (uint32_t i = 0; i < document->blocks.n && i < MOST_LINES; i++) {
		const struct document_block *block = &document->blocks.at[i];
		struct str line = document_span_text(document, block->span);
		size_t left, right;
		if (block->kind != DOCUMENT_LINE || is_kind(line) || line.len > LONGEST * 2)
			break;
		if (!find_gap(line, &left, &right))
			continue;
		if (str_has_suffix(str_part(line, 0, left), STR(":"))) /* "Số:      /KH-UBND", its number left out */
			continue;
		uint32_t column = block->indent + (uint32_t)utf8_count(str_part(line, 0, right));
		head.column = head.end_block == 0 || column < head.column ? column : head.column;
		head.end_block = i + 1;
		motto = motto || is_motto(line);
	}
	for (uint32_t i = head.end_block; motto && i < document->blocks.n; i++) {
		const struct document_block *block = &document->blocks.at[i];
		if (!is_left_below(block, document_span_text(document, block->span), head.column))
			break;
		head.end_block = i + 1;
	}
	return motto ? head : (struct letterhead){0};
}

static bool is_recipients(struct str line)
{
	return str_has_prefix(line, STR("Nơi nhận")) || str_has_prefix(line, STR("NƠI NHẬN")) ||
	       str_has_prefix(line, STR("Nơi Nhận"));
}

struct letterhead letterhead_find_closing(const struct document *document, uint32_t first)
{
	enum { MOST_RECIPIENTS = 40, BELOW = 8 };
	struct letterhead foot = {0};
	uint32_t last = first + MOST_RECIPIENTS;
	size_t left, right;
	struct str line = document_span_text(document, document->blocks.at[first].span);
	if (!is_recipients(line) || !find_gap(line, &left, &right))
		return foot;
	foot.column = document->blocks.at[first].indent + (uint32_t)utf8_count(str_part(line, 0, right));
	foot.end_block = first + 1;
	for (uint32_t i = first + 1; i < document->blocks.n && i < last; i++) {
		const struct document_block *block = &document->blocks.at[i];
		if (block->kind != DOCUMENT_LINE || block->page_before)
			break;
		line = document_span_text(document, block->span);
		bool beside = block->indent + FOOT_SLACK >= foot.column;
		bool listed = str_has_prefix(line, STR("-")) || str_has_prefix(line, STR("+")) || lines_mark_is_lower_at(line, 0);
		if (!beside && !listed && !find_gap(line, &left, &right))
			break;
		if (str_contains(line, STR("Lưu")) || str_contains(line, STR("LƯU")))
			last = i + BELOW < last ? i + BELOW : last;
		foot.column = beside && block->indent < foot.column ? block->indent : foot.column;
		foot.end_block = i + 1;
	}
	return foot;
}

void letterhead_split(const struct document *document, const struct letterhead *head, uint32_t block, struct document_span ret[2])
{
	enum { SLACK = 8 };
	const struct document_block *b = &document->blocks.at[block];
	struct str line = document_span_text(document, b->span);
	size_t left = 0, right = 0, from = 0;
	ret[0] = ret[1] = (struct document_span){0};
	/* the gap in which a number was left out is not that between the columns */
	if (str_has_prefix(line, STR("Số:")))
		while (from < line.len && line.ptr[from] != '/')
			from++;
	from = from < line.len ? from : 0;
	if (find_gap(str_from(line, from), &left, &right)) {
		ret[0] = (struct document_span){b->span.begin, b->span.begin + (uint32_t)(from + left)};
		ret[1] = (struct document_span){b->span.begin + (uint32_t)(from + right), b->span.end};
		return;
	}
	ret[b->indent + SLACK >= head->column] = b->span;
}
