#include "reading/time_year.h"

enum { MONTHS = 12 };

#define ANY(words, i, table, n) words_match_any((words), (i), (table), sizeof(table) / sizeof(table)[0], (n))

/* "2025-2026", "2025 - 2026", "2025/2026": two years in a row; 0 for none. */
static int read_school_years(const struct words *words, size_t *at)
{
	int first = time_phrase_year_at(words, *at), last = time_phrase_year_at(words, *at + 2);
	bool joined = words_is(words, *at + 1, "-") || words_is(words, *at + 1, "/") || words_is(words, *at + 1, "đến");
	if (first == 0)
		return 0;
	*at += joined && last == first + 1 ? 3 : 1;
	return first;
}

/* "học kỳ I năm học 2026-2027", "HK2", "năm học 2025-2026". By the ministry's yearly frames a school year runs from September
 * to May, with the terms' turn in the middle of January. */
static size_t find_school_year(struct time_finder *f, size_t i)
{
	static const struct words_phrase terms[] = {
	    {"học kỳ i", 1},       {"học kỳ 1", 1},     {"học kỳ một", 1},  {"học kỳ đầu", 1},    {"hk i", 1},
	    {"hk 1", 1},           {"hk1", 1},          {"hki", 1},         {"học kỳ ii", 2},     {"học kỳ 2", 2},
	    {"học kỳ hai", 2},     {"học kỳ cuối", 2},  {"hk ii", 2},       {"hk 2", 2},          {"hk2", 2},
	    {"hkii", 2},           {"năm học", 0},      {"đầu năm học", 3}, {"cuối năm học", 4},  {"học kỳ thứ nhất", 1},
	    {"học kỳ thứ hai", 2}, {"học kỳ 01", 1},    {"học kỳ 02", 2},   {"trong năm học", 0}, {"cả năm học", 0},
	    {"suốt năm học", 0},   {"toàn năm học", 0},
	};
	size_t n = 0;
	const struct words_phrase *term = ANY(f->words, i, terms, &n);
	static const char *const each[] = {"mỗi", "từng", "hằng", "hàng", "/"};
	if (term == NULL || (i > 0 && term->meaning <= 2 && words_longest(f->words, i - 1, each, sizeof each / sizeof each[0]) > 0))
		return 0;
	size_t end = i + n;
	if (term->meaning != 0) {
		size_t at = end + (words_is(f->words, end, ",") || words_is(f->words, end, "-") || words_is(f->words, end, "của") ||
		                   words_is(f->words, end, "/"));
		at += words_match(f->words, at, "năm học");
		end = time_phrase_year_at(f->words, at) != 0 ? at : end;
	}
	int year = read_school_years(f->words, &end);
	struct time_phrase *p = time_phrase_add(f, TIME_SCHOOL_YEAR, i, end);
	p->first = term->meaning;
	if ((term->meaning == 1 || term->meaning == 2) && i > 0 &&
	    (words_is(f->words, i - 1, "đầu") || words_is(f->words, i - 1, "cuối"))) {
		p->first += words_is(f->words, i - 1, "đầu") ? 4 : 6; /* "cuối học kỳ I" */
		p->item.begin = p->item.bound_begin = i - 1;
	}
	p->year = year;
	p->item.doubt = year == 0 ? TIME_GUESSED : TIME_BY_CUSTOM;
	return end - i;
}

/* "đầu năm" is the first quarter, "giữa năm" the second and third, "cuối năm" the last, "hè" June to August; 0 the whole year. */
static void set_part_of_year(struct time_phrase *p, int part)
{
	static const int months[][2] = {{1, MONTHS}, {1, 3}, {4, 9}, {10, MONTHS}, {6, 8}};
	p->first = months[part][0];
	p->last = months[part][1];
	if (part == 0)
		return;
	p->item.unit = TIME_QUARTER;
	p->item.doubt = TIME_BY_CUSTOM;
}

/* "2026-2030", "2026 đến năm 2030" at word `at`, the first year: the last one, and the word behind it in *ret_end; 0 for none. */
static int last_year_at(const struct words *words, size_t at, size_t *ret_end)
{
	bool joined = words_is(words, at + 1, "-") || words_is(words, at + 1, "đến");
	size_t last_at = at + 2 + words_is(words, at + 2, "năm");
	int last = joined ? time_phrase_year_at(words, last_at) : 0;
	*ret_end = last_at + 1;
	return last > time_phrase_year_at(words, at) ? last : 0;
}

/* Adds the year or years whose number stands at `at`; `part` of the year, 0 for all of it. */
static size_t add_printed_year(struct time_finder *f, size_t i, size_t at, int part)
{
	size_t end = at + 1, behind = 0;
	int last = last_year_at(f->words, at, &behind);
	if (last != 0)
		end = behind;
	struct time_phrase *p = time_phrase_add(f, last != 0 ? TIME_YEARS : TIME_YEAR, i, end);
	p->year = time_phrase_year_at(f->words, at);
	p->last_year = last != 0 ? last : p->year;
	set_part_of_year(p, last != 0 ? 0 : part);
	return end - i;
}

/* "Bính Ngọ": a year by its name in the cycle of sixty, the one next to the plan's; 0 for none. */
static int read_named_year(const struct words *words, int default_year, size_t *at)
{
	static const struct words_phrase stems[] = {{"canh", 0}, {"tân", 1},  {"nhâm", 2}, {"quý", 3}, {"giáp", 4},
	                                            {"ất", 5},   {"bính", 6}, {"đinh", 7}, {"mậu", 8}, {"kỷ", 9}};
	static const struct words_phrase branches[] = {{"thân", 0}, {"dậu", 1}, {"tuất", 2}, {"hợi", 3}, {"tý", 4},   {"sửu", 5},
	                                               {"dần", 6},  {"mão", 7}, {"thìn", 8}, {"tỵ", 9},  {"ngọ", 10}, {"mùi", 11}};
	size_t n = 0, m = 0;
	const struct words_phrase *stem = ANY(words, *at, stems, &n), *branch = ANY(words, *at + 1, branches, &m);
	if (stem == NULL || branch == NULL)
		return 0;
	for (int year = default_year - 2; year <= default_year + 5; year++)
		if (year % 10 == stem->meaning && year % 12 == branch->meaning) {
			*at += 2;
			return year;
		}
	return 0;
}

/* "Tết Nguyên đán 2027", "Tết Bính Ngọ", "khai giảng", where "trước" before it makes its day a deadline; after it, or around it,
 * nobody knows for how long. */
static size_t find_event(struct time_finder *f, size_t i)
{
	static const struct words_phrase events[] = {
	    {"tết", TIME_TET},
	    {"tết nguyên đán", TIME_TET},
	    {"tết âm lịch", TIME_TET},
	    {"tết cổ truyền", TIME_TET},
	    {"khai giảng", TIME_SCHOOL_OPENING},
	    {"lễ khai giảng", TIME_SCHOOL_OPENING},
	    {"ngày khai giảng", TIME_SCHOOL_OPENING},
	    {"khai giảng năm học", TIME_SCHOOL_OPENING},
	    {"khai giảng năm học mới", TIME_SCHOOL_OPENING},
	    {"năm học mới", TIME_SCHOOL_OPENING},
	    {"giỗ tổ hùng vương", TIME_KINGS_DAY},
	    {"giỗ tổ", TIME_KINGS_DAY},
	};
	static const char *const before[] = {"trước", "dịp"};
	size_t n = 0;
	const struct words_phrase *event = ANY(f->words, i, events, &n);
	bool bound = i > 0 && words_longest(f->words, i - 1, before, 2) > 0 &&
	             words_is(f->words, i - 1 - words_is(f->words, i - 1, "dịp"), "trước");
	if (event == NULL || !bound)
		return 0;
	size_t end = i + n;
	bool tet = event->meaning == TIME_TET;
	int year = tet ? read_named_year(f->words, f->default_year, &end) : 0;
	if (year == 0)
		year = tet ? time_phrase_year(f->words, f->default_year, &end) : read_school_years(f->words, &end);
	struct time_phrase *p = time_phrase_add(f, TIME_DAY, i, end);
	p->event = (enum time_event)event->meaning;
	p->year = year;
	p->item.doubt = TIME_BY_CUSTOM;
	return end - i;
}

/* "năm 2026", "trong 2026", "cả năm", "trong năm", "cuối năm sau", "2026-2030", "từ năm 2026 đến năm 2030". */
static size_t find_year(struct time_finder *f, size_t i)
{
	enum { NEEDS_NUMBER = 8 };
	static const struct words_phrase forms[] = {{"đầu năm", 1},
	                                            {"giữa năm", 2},
	                                            {"cuối năm", 3},
	                                            {"hè", 4},
	                                            {"mùa hè", 4},
	                                            {"dịp hè", 4},
	                                            {"nghỉ hè", 4},
	                                            {"trong năm", 0},
	                                            {"cả năm", 0},
	                                            {"suốt năm", 0},
	                                            {"các năm", 0},
	                                            {"toàn năm", 0},
	                                            {"năm", NEEDS_NUMBER},
	                                            {"giai đoạn", NEEDS_NUMBER},
	                                            {"trong giai đoạn", NEEDS_NUMBER}};
	size_t n = 0;
	const struct words_phrase *form = ANY(f->words, i, forms, &n);
	if (form == NULL)
		return time_phrase_year_at(f->words, i) != 0 && !time_phrase_is_tail(f->words, i) ? add_printed_year(f, i, i, 0) : 0;
	int part = form->meaning % NEEDS_NUMBER;
	if (time_phrase_year_at(f->words, i + n) != 0)
		return add_printed_year(f, i, i + n, part);
	size_t end = i + n - 1;
	/* "các năm tiếp theo" have no end */
	bool several =
	    words_is(f->words, i, "các") || (i > 0 && (words_is(f->words, i - 1, "những") || words_is(f->words, i - 1, "các")));
	int year = several ? 0 : time_phrase_relative_year(f->words, f->default_year, &end);
	if (several || (year == 0 && form->meaning == NEEDS_NUMBER))
		return 0;
	end = year != 0 ? end : i + n;
	struct time_phrase *p = time_phrase_add(f, TIME_YEAR, i, end);
	p->year = p->last_year = year;
	set_part_of_year(p, part);
	return end - i;
}

size_t time_year_find(struct time_finder *f, size_t i)
{
	size_t n = find_event(f, i);
	n = n > 0 ? n : find_school_year(f, i);
	return n > 0 ? n : find_year(f, i);
}
