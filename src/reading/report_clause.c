#include "reading/report_clause.h"

#include "reading/schedule_words.h"
#include "reading/unit_name.h"

enum { MAX_WHAT_WORDS = 80 };

#define LONGEST(words, i, table) words_longest((words), (i), (table), sizeof(table) / sizeof(table)[0])

/* Words from..to-1 without what stands in quotes: "mô hình “Ngày thứ Bảy không hẹn”" names no Saturdays. */
static struct str without_quotes(struct arena *arena, const struct words *words, size_t from, size_t to)
{
	struct str text = words_text(words, from, to);
	size_t open = from;
	while (open < to && !words_is(words, open, "\""))
		open++;
	for (size_t close = open + 1; close < to; close++)
		if (words_is(words, close, "\"")) {
			struct str before = words_text(words, from, open), behind = words_text(words, close + 1, to);
			return str_format(arena, "%.*s %.*s", STR_ARG(before), STR_ARG(behind));
		}
	return text;
}

struct report_time report_clause_time(struct arena *arena, const struct report_clause *c, size_t from, size_t to, int year)
{
	struct schedule_notes notes;
	struct report_time time = {.schedule = schedule_words_parse(arena, without_quotes(arena, c->words, from, to), year, &notes)};
	if (time.schedule.rrule.len > 0) /* what it goes by is the report's own matter */
		time.schedule.condition = (struct str){0};
	time.confidence = notes.of_times;
	return time;
}

bool report_clause_is_firm(const struct schedule *schedule)
{
	return schedule->kind != SCHEDULE_NONE && schedule->kind != SCHEDULE_ONGOING;
}

size_t report_clause_find(const struct report_clause *c, size_t from, const char *keys)
{
	for (size_t i = from; i < c->to; i++)
		if (words_match(c->words, i, keys) > 0)
			return i;
	return REPORT_NOWHERE;
}

/* Whether the words "báo cáo" at `i` are what someone does or hands in, not part of another phrase. */
static bool is_reporting(const struct report_clause *c, size_t i)
{
	if (words_match(c->words, i, "báo cáo") == 0 || words_match(c->words, i, "báo cáo viên") > 0)
		return false;
	static const char *const not_after[] = {"trong", "với", "của", "các", "mục", "chế độ", "nội dung", "đề cương", "mẫu", "kỳ"};
	bool periodic = i >= c->from + 2 && words_match(c->words, i - 2, "định kỳ") > 0; /* but "kỳ báo cáo" */
	for (size_t k = 0; k < sizeof not_after / sizeof not_after[0]; k++)
		if (i > c->from && !periodic && words_match(c->words, i - 1, not_after[k]) > 0)
			return false;
	return !(i >= c->from + 2 && words_match(c->words, i - 2, "đối với") > 0);
}

size_t report_clause_next(const struct report_clause *c, size_t from)
{
	for (size_t i = from; i < c->to; i++)
		if (is_reporting(c, i))
			return i;
	return REPORT_NOWHERE;
}

/* How many words of the name at `i` are the receiver's: what is reported may follow at once ("báo cáo Sở Y tế kết quả …", "gửi
 * Sở Y tế một bản tổng hợp"). */
static size_t cut_topic(const struct words *words, size_t i, size_t n)
{
	static const char *const topics[] = {"kết quả",   "tình hình", "tiến độ", "nội dung", "số liệu",
	                                     "danh sách", "định kỳ",   "việc",    "một",      "bản"};
	for (size_t k = 1; k < n; k++)
		if (LONGEST(words, i + k, topics) > 0 && !words->at[i + k].capital)
			return k;
	return n;
}

/* The unit or post behind "cho", "về", "với", or right behind "báo cáo". */
static struct str receiver(const struct words *words, size_t from, size_t to)
{
	static const char *const to_words[] = {"cho", "về", "với", "tới", "gửi", "lên"};
	for (size_t i = from; i + 1 < to; i++) {
		size_t n = LONGEST(words, i, to_words);
		bool reports = n == 0 && words_match(words, i, "báo cáo") > 0;
		n = reports ? 2 : n;
		size_t unit = n > 0 && i + n < to ? unit_name_at(words, i + n) : 0;
		bool named = unit > 0 && (words->at[i + n].capital || words_is(words, i, "cho") || words_is(words, i + n, "lãnh"));
		if (named)
			return words_text(words, i + n, i + n + cut_topic(words, i + n, unit));
	}
	return (struct str){0};
}

/* "Tham mưu UBND tỉnh sơ kết, tổng kết …": whose summing up it is. */
static struct str advised(const struct words *words, size_t from, size_t to)
{
	static const char *const summing_up[] = {"sơ kết", "tổng kết", "đánh giá"};
	for (size_t i = from; i + 2 < to; i++) {
		size_t unit = words_match(words, i, "tham mưu") > 0 && words->at[i + 2].capital ? unit_name_at(words, i + 2) : 0;
		if (unit > 0 && LONGEST(words, i + 2 + unit, summing_up) > 0)
			return words_text(words, i + 2, i + 2 + unit);
	}
	return (struct str){0};
}

struct str report_clause_receiver(const struct report_clause *c, size_t from, size_t to)
{
	struct str named = receiver(c->words, from, to);
	named = named.len > 0 ? named : advised(c->words, from, to);
	if (named.len > 0 || c->title == NULL)
		return named;
	return receiver(c->title, 0, c->title->n);
}

struct reading_field report_clause_what(struct arena *arena, const struct report_clause *c, size_t from, size_t to,
                                        uint8_t confidence)
{
	if (from + 1 < to && (words_is(c->words, from, "-") || words_is(c->words, from, "+")))
		from++;
	if (to > from + MAX_WHAT_WORDS)
		to = from + MAX_WHAT_WORDS;
	while (to > from + 1 && c->words->at[to - 1].kind == WORD_SIGN && !words_is(c->words, to - 1, ")"))
		to--;
	if (c->paragraph != NULL)
		return lines_field(arena, c->paragraph, c->words->at[from].begin, c->words->at[to - 1].end, confidence);
	struct reading_field field = *c->field;
	field.text = words_text(c->words, from, to);
	field.confidence = confidence;
	return field;
}

bool report_clause_ends(const struct words *words, size_t i)
{
	if (words_is(words, i, ";"))
		return true;
	return words_is(words, i, ".") && (i + 1 >= words->n || (words->at[i + 1].space_before && words->at[i + 1].capital));
}
