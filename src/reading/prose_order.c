#include "reading/prose_order.h"

#include "reading/assignment.h"
#include "reading/frequency_words.h"
#include "reading/report_clause.h"
#include "reading/time_spelling.h"
#include "reading/time_words.h"

#define LONGEST(words, i, table) words_longest((words), (i), (table), sizeof(table) / sizeof(table)[0])

/* How well a time says when the work is to be done, best last. */
enum firmness {
	NOT_AT_ALL,
	MENTIONED, /* a day or period that may be part of a name */
	ON_CONDITION,
	HOW_OFTEN,
	PERIOD, /* "trong quý II", "từ … đến …" */
	TERM,   /* "trước ngày …", "chậm nhất …" */
};

struct candidate {
	struct prose_order_words words;
	enum firmness firmness;
};

struct finder {
	struct words words; /* with times' spelling mended */
	bool *named;        /* of each word: inside quotation marks or brackets */
	struct candidate best;
};

static void find_names(struct arena *arena, struct finder *f)
{
	f->named = ARENA_ARRAY(arena, bool, f->words.n + 1);
	int brackets = 0;
	bool quoted = false;
	for (size_t i = 0; i < f->words.n; i++) {
		bool quote = words_is(&f->words, i, "\"");
		brackets += words_is(&f->words, i, "(") ? 1 : 0;
		f->named[i] = quoted || quote || brackets > 0;
		brackets -= words_is(&f->words, i, ")") && brackets > 0 ? 1 : 0;
		quoted = quoted != quote;
	}
}

static void offer(struct finder *f, size_t begin, size_t end, enum firmness firmness)
{
	if (firmness > f->best.firmness)
		f->best = (struct candidate){{begin, end}, firmness};
}

static enum firmness firmness_of(const struct finder *f, const struct time_item *item)
{
	switch (item->bound) {
	case TIME_UNTIL:
	case TIME_LATEST:
	case TIME_BEFORE:
		return TERM;
	case TIME_FROM:
		return PERIOD;
	default:
		break;
	}
	static const char *const within[] = {"trong", "vào", "hoàn thành", "xong"};
	bool bound = item->bound_begin > 0 &&
	             (LONGEST(&f->words, item->bound_begin - 1, within) > 0 || LONGEST(&f->words, item->bound_begin, within) > 0);
	bool vast = item->unit == TIME_YEAR || item->unit == TIME_YEARS || item->unit == TIME_SCHOOL_YEAR; /* of a name, most often */
	return bound ? PERIOD : vast ? NOT_AT_ALL : MENTIONED;
}

/* Whether only "và", a comma or a dash stands between two times. */
static bool are_joined(const struct words *words, const struct time_item *a, const struct time_item *b)
{
	size_t i = a->end_word;
	while (i < b->bound_begin && (words_is(words, i, ",") || words_is(words, i, "và") || words_is(words, i, "-")))
		i++;
	return i == b->bound_begin;
}

/* Days and periods, with what binds them: "bắt đầu từ ngày …", "vào cuối tháng …". */
static void find_times(struct arena *arena, struct finder *f, size_t from, size_t to)
{
	static const char *const before[] = {"bắt đầu", "vào", "trong", "từ"};
	struct time_item_vec items = time_words_find(arena, &f->words, 0);
	for (size_t k = 0, next; k < items.n; k = next) {
		const struct time_item *item = &items.at[k];
		enum firmness firmness = firmness_of(f, item);
		for (next = k + 1; next < items.n && are_joined(&f->words, &items.at[next - 1], &items.at[next]); next++)
			;
		size_t begin = item->bound_begin, end = items.at[next - 1].end_word;
		struct frequency frequency = {0}; /* "ngày 25 hằng tháng" */
		end += end < to ? frequency_words_read(&f->words, end, &frequency) : 0;
		if (begin < from || end > to || f->named[item->begin])
			continue;
		while (begin > from && LONGEST(&f->words, begin - 1, before) == 1)
			begin--;
		if (begin > from + 1 && LONGEST(&f->words, begin - 2, before) == 2)
			begin -= 2;
		offer(f, begin, end, firmness);
	}
}

/* "02 kỳ/tháng", "hằng quý", "vào tuần cuối của mỗi quý": from the number or the preposition on. */
static void find_frequency(struct finder *f, size_t from, size_t to)
{
	enum { COUNTED = 6 };
	static const char *const counts[] = {"tối thiểu", "ít nhất", "định kỳ"};
	for (size_t i = from; i < to; i++) {
		struct frequency frequency = {0};
		size_t n = f->named[i] ? 0 : frequency_words_read(&f->words, i, &frequency), begin = i;
		for (size_t more = n; more > 0 && i + n < to; n += more) /* "thứ Năm", "hằng tuần" */
			more = frequency_words_read(&f->words, i + n, &frequency);
		if (n == 0 || i + n > to || frequency.unit == NOT_REPEATED)
			continue;
		for (size_t k = i; k > from && i - k < COUNTED && f->words.at[k - 1].kind != WORD_SIGN; k--) {
			bool opens = words_number(&f->words, k - 1) > 0 || words_is(&f->words, k - 1, "vào");
			begin = opens ? k - 1 : begin;
			if (opens)
				break;
		}
		if (begin > from + 1 && LONGEST(&f->words, begin - 2, counts) == 2)
			begin -= 2;
		offer(f, begin, i + n, HOW_OFTEN);
		i += n;
	}
}

/* "ngay sau khi …", "không quá 02 ngày làm việc kể từ khi …": up to the next sign. */
static void find_condition(struct finder *f, size_t from, size_t to)
{
	static const char *const openings[] = {"ngay sau khi", "sau khi",      "khi có",  "không quá",
	                                       "trong vòng",   "theo tiến độ", "ngay khi"};
	for (size_t i = from + 1; i < to; i++) {
		bool opens = !f->named[i] && LONGEST(&f->words, i, openings) > 0;
		bool counts = words_is(&f->words, i, "không") || words_match(&f->words, i, "trong vòng") > 0;
		if (!opens || (counts && words_number(&f->words, i + 2) <= 0))
			continue;
		size_t end = i;
		while (end < to && f->words.at[end].kind != WORD_SIGN)
			end++;
		offer(f, i, end, ON_CONDITION);
		return;
	}
}

/* What only leads to the time: ", hoàn thành", "; xong". */
static size_t skip_back(const struct words *words, size_t from, size_t end)
{
	static const char *const leading[] = {"hoàn thành", "xong", "phải hoàn thành", "thời gian", "thời gian thực hiện", "và"};
	for (bool more = true; more && end > from;) {
		more = false;
		for (size_t n = 1; n <= 4 && n <= end - from && !more; n++)
			if (LONGEST(words, end - n, leading) == n) {
				end -= n;
				more = true;
			}
		if (!more && end > from && (words_is(words, end - 1, ",") || words_is(words, end - 1, ";"))) {
			end--;
			more = true;
		}
	}
	return end;
}

/* Whether the time stands in the midst of the work: "công bố hằng tháng kết quả …". */
static bool is_inside(const struct words *words, const struct prose_order_words *time, size_t work_begin, size_t to)
{
	static const char *const further[] = {"đối với", "để", "nhằm", "gắn với", "trên", "tại", "theo", "và", "trình"};
	if (time->end >= to || time->begin == work_begin)
		return time->begin == work_begin && time->end < to;
	bool apart = words_is(words, time->begin - 1, ",") || words_is(words, time->begin - 1, ";");
	return !apart && words->at[time->end].kind != WORD_SIGN && LONGEST(words, time->end, further) == 0;
}

/* Without an address in brackets at the end. */
static size_t drop_address(const struct words *words, size_t from, size_t end)
{
	size_t open = end;
	if (end <= from || !words_is(words, end - 1, ")"))
		return end;
	while (open > from && !words_is(words, open, "("))
		open--;
	bool address = words_is(words, open + 1, "http") || words_is(words, open + 1, "https") || words_is(words, open + 1, "www");
	return open > from && address ? open : end;
}

static size_t word_at(const struct words *words, size_t byte)
{
	size_t i = 0;
	while (i < words->n && words->at[i].begin < byte)
		i++;
	return i;
}

bool prose_order_read(struct arena *arena, const struct lines_paragraph *paragraph, struct prose_order *ret)
{
	const struct words *words = &paragraph->words;
	size_t first = lines_first_word(paragraph), to = first, who = 0;
	if (first >= words->n)
		return false;
	struct prose_order order = {0};
	size_t base = words->at[first].begin;
	struct str text = str_from(words->text, base);
	size_t work = assignment_parse_order(arena, text, paragraph->pieces.at[0].span, &who, &order.assignments);
	while (to < words->n && (words_is(words, to, ";") || !report_clause_ends(words, to)))
		to++;
	order.who = (struct prose_order_words){word_at(words, base + who), word_at(words, base + work)};
	size_t begin = order.who.end + words_is(words, order.who.end, ",");
	if (work == 0 || begin + 1 >= to || words_is(words, begin, ":") || words->at[begin].capital)
		return false;
	bool mended;
	struct finder f = {.words = time_spelling_mend(arena, words, &mended)};
	find_names(arena, &f);
	find_times(arena, &f, begin, to);
	find_frequency(&f, begin, to);
	find_condition(&f, begin, to);
	order.time = f.best.words;
	bool cut = f.best.firmness > NOT_AT_ALL && !is_inside(words, &order.time, begin, to);
	order.work = (struct prose_order_words){begin, cut ? skip_back(words, begin, order.time.begin) : to};
	order.work.end = drop_address(words, begin, order.work.end);
	*ret = order;
	return order.work.end > order.work.begin;
}
