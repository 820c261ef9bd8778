/* Times as they stand together: what bounds them, which make ranges, which year and month they share. */
#include "reading/time_words.h"

#include "reading/time_phrase.h"

enum { MAX_RANGE_GAP = 6, MAX_FILLERS = 8, MAX_BOUND = 5 };

static const struct words_phrase bound_words[] = {{"từ", TIME_FROM},
                                                  {"kể từ", TIME_FROM},
                                                  {"tính từ", TIME_FROM},
                                                  {"bắt đầu từ", TIME_FROM},
                                                  {"bắt đầu", TIME_FROM},
                                                  {"đến", TIME_UNTIL},
                                                  {"tới", TIME_UNTIL},
                                                  {"cho đến", TIME_UNTIL},
                                                  {"cho tới", TIME_UNTIL},
                                                  {"đến hết", TIME_UNTIL},
                                                  {"hết", TIME_UNTIL},
                                                  {"chậm nhất", TIME_LATEST},
                                                  {"muộn nhất", TIME_LATEST},
                                                  {"trễ nhất", TIME_LATEST},
                                                  {"chậm nhất là", TIME_LATEST},
                                                  {"muộn nhất là", TIME_LATEST},
                                                  {"chậm nhất vào", TIME_LATEST},
                                                  {"chậm nhất đến", TIME_LATEST},
                                                  {"chậm nhất trong", TIME_LATEST},
                                                  {"hạn", TIME_LATEST},
                                                  {"thời hạn", TIME_LATEST},
                                                  {"hạn cuối", TIME_LATEST},
                                                  {"hạn cuối cùng", TIME_LATEST},
                                                  {"hạn chót", TIME_LATEST},
                                                  {"hạn nộp", TIME_LATEST},
                                                  {"không quá", TIME_LATEST},
                                                  {"không muộn hơn", TIME_LATEST},
                                                  {"không chậm quá", TIME_LATEST},
                                                  {"không chậm hơn", TIME_LATEST},
                                                  {"trước", TIME_BEFORE},
                                                  {"trước hết", TIME_IN},
                                                  {"đến trước", TIME_BEFORE},
                                                  {"sau", TIME_AFTER},
                                                  {"chậm nhất trước", TIME_BEFORE},
                                                  {"chậm nhất là trước", TIME_BEFORE},
                                                  {"xong trước", TIME_BEFORE},
                                                  {"trước , trong và sau", TIME_IN},
                                                  {"trước trong và sau", TIME_IN},
                                                  {"trước , trong , sau", TIME_IN},
                                                  {"trước và trong", TIME_IN},
                                                  {"trước và sau", TIME_IN},
                                                  {"trong và sau", TIME_IN}};

/* "16h00", "17h", "8g30" */
static bool is_clock(struct str key)
{
	size_t hour = 0;
	for (size_t i = 0; i < key.len; i++) {
		if (key.ptr[i] == 'h' || key.ptr[i] == 'g')
			hour++;
		else if (key.ptr[i] < '0' || key.ptr[i] > '9')
			return false;
	}
	return hour == 1 && key.len <= 5;
}

bool time_words_is_clock(const struct words *words, size_t i)
{
	if (words->at[i].kind == WORD_MIXED)
		return is_clock(words->at[i].key);
	bool of_hour = words_is(words, i + 1, "giờ") || words_is(words, i + 1, "phút") || (i > 0 && words_is(words, i - 1, "giờ"));
	return words_is(words, i, "giờ") || words_is(words, i, "phút") || (words_number(words, i) >= 0 && of_hour);
}

/* Words that may stand between the bounding word and the time: "trước ngày", "chậm nhất trong tháng", "đến hết ngày", "trước 16
 * giờ 30 phút ngày". */
static bool is_filler(const struct words *words, size_t i)
{
	static const char *const fillers[] = {"ngày",   "trong",     "vào", "là",   "hết",   ":",       "giờ",     "phút",
	                                      "khoảng", "thời điểm", "lúc", "sáng", "chiều", "đầu giờ", "cuối giờ"};
	if (words_longest(words, i, fillers, sizeof fillers / sizeof fillers[0]) > 0)
		return true;
	return words_is(words, i, "điểm") || time_words_is_clock(words, i);
}

/* How the phrase that begins at `begin` is bound; *ret_begin: the first word that says so, or `begin`. Looks no further back than
 * `limit`, the end of the phrase before. */
static enum time_bound bound_before(const struct words *words, size_t limit, size_t begin, size_t *ret_begin)
{
	size_t at = begin;
	*ret_begin = begin;
	while (at > limit && begin - at < MAX_FILLERS && is_filler(words, at - 1) && !words_is(words, at - 1, "hết"))
		at--;
	for (size_t back = MAX_BOUND; back >= 1; back--) {
		size_t n = 0;
		if (at < limit + back)
			continue;
		const struct words_phrase *bound =
		    words_match_any(words, at - back, bound_words, sizeof bound_words / sizeof bound_words[0], &n);
		if (bound == NULL || n < back) /* "chậm nhất là": "là" was passed over */
			continue;
		*ret_begin = at - back;
		return (enum time_bound)bound->meaning;
	}
	*ret_begin = at;
	return TIME_IN;
}

/* Whether the text is a list with a dash before each item. */
static bool has_bullets(const struct words *words)
{
	return words_is(words, 0, "-") || words_is(words, 0, "+");
}

/* Whether a phrase ends the range that the one before it begins: "A - B", "từ A đến B". */
static bool ends_range(const struct words *words, const struct time_item *before, const struct time_item *item)
{
	size_t gap = item->begin - before->end_word;
	if (before->is_label || gap > MAX_RANGE_GAP)
		return false;
	for (size_t i = before->end_word; i < item->begin; i++)
		if (words_is(words, i, ";"))
			return false;
	bool bullet = has_bullets(words) && words->at[item->begin - 1].space_before;
	if (gap == 1 && words_is(words, before->end_word, "-"))
		return item->unit == before->unit && !bullet;
	bool from = before->bound == TIME_FROM || before->bound == TIME_AFTER;
	if (item->bound == TIME_UNTIL)
		return from || item->bound_begin <= before->end_word + 1;
	return from && (item->bound == TIME_BEFORE || item->bound == TIME_LATEST);
}

/* The days and months after the first of a list share its bound: "trước tháng 3, 6", "trước ngày 05/3, 05/6". */
static bool shares_bound(const struct time_item *before, const struct time_item *item)
{
	bool listed = item->unit == before->unit && item->begin <= before->end_word + 1;
	return listed && item->bound == TIME_IN && !item->ends_range &&
	       (before->bound == TIME_BEFORE || before->bound == TIME_LATEST);
}

/* "trước Hội nghị tổng kết (15/12/2026)": the date in brackets is the event's, and "trước" bounds it. */
static void bind_event_date(const struct words *words, size_t limit, struct time_item *item)
{
	enum { MAX_EVENT = 12 };
	size_t begin = item->begin;
	if (item->unit != TIME_DAY || item->bound != TIME_IN || begin <= limit || !words_is(words, begin - 1, "(") ||
	    !words_is(words, item->end_word, ")"))
		return;
	for (size_t i = begin - 1; i > limit && begin - i <= MAX_EVENT && words->at[i - 1].kind != WORD_SIGN; i--)
		if (words_is(words, i - 1, "trước")) {
			item->bound = TIME_BEFORE;
			item->bound_begin = i - 1;
			return;
		}
}

/* "Tháng 3/2026 và các tháng tiếp theo": from then on. */
static void open_end(const struct words *words, struct time_item *item)
{
	static const char *const following[] = {"và các tháng tiếp theo", "và những tháng tiếp theo", "và các tháng sau",
	                                        "và các quý tiếp theo",   "và những quý tiếp theo",   "và các quý sau"};
	size_t n = words_longest(words, item->end_word, following, sizeof following / sizeof following[0]);
	if (n == 0 || item->bound != TIME_IN)
		return;
	item->bound = TIME_FROM;
	item->end_word += n;
}

static void set_bounds(struct time_finder *f)
{
	size_t limit = 0;
	for (size_t k = 0; k < f->out.n; k++) {
		struct time_item *item = &f->out.at[k].item;
		item->is_label = words_is(f->words, item->end_word, ":");
		if (!item->ends_range) {
			item->bound = bound_before(f->words, limit, item->begin, &item->bound_begin);
			item->ends_range = k > 0 && ends_range(f->words, &f->out.at[k - 1].item, item);
			bind_event_date(f->words, limit, item);
			open_end(f->words, item);
		}
		limit = item->end_word;
	}
	for (size_t k = f->out.n; k-- > 1;) { /* "Quý I, quý II: …" */
		struct time_item *item = &f->out.at[k - 1].item;
		const struct time_item *next = &f->out.at[k].item;
		item->is_label = item->is_label || (next->is_label && next->unit == item->unit && next->begin <= item->end_word + 1);
	}
	for (size_t k = 1; k < f->out.n; k++)
		if (shares_bound(&f->out.at[k - 1].item, &f->out.at[k].item))
			f->out.at[k].item.bound = f->out.at[k - 1].item.bound;
}

/* ---- years and days ---- */

/* Whether a day without a month takes it from the phrase behind: "từ 05 đến 20/5", "05, 15 và 25/3". */
static bool shares_month(const struct words *words, const struct time_item *item, const struct time_item *next)
{
	if (next->ends_range)
		return next->begin <= item->end_word + 3;
	size_t gap = next->bound_begin - item->end_word;
	return gap == 1 && next->unit == TIME_DAY && !words_is(words, item->end_word, ";");
}

/* Years are printed once for a list, at its end: "05/3, 05/6 và 05/9/2026"; a lone day takes its month the same way. */
static void fill_years(struct time_finder *f)
{
	int year = 0, month = 0;
	for (size_t k = f->out.n; k-- > 0;) {
		struct time_phrase *p = &f->out.at[k];
		p->item.has_year = p->year != 0;
		year = p->year != 0 ? p->year : year;
		if (p->year == 0)
			p->year = year;
		if (p->item.unit == TIME_DAY && p->item.month == 0 && k + 1 < f->out.n &&
		    shares_month(f->words, &p->item, &f->out.at[k + 1].item))
			p->item.month = month;
		month = p->item.unit == TIME_DAY ? p->item.month : p->item.unit == TIME_MONTH ? p->first : 0;
	}
	year = 0;
	for (size_t k = 0; k < f->out.n; k++) {
		struct time_phrase *p = &f->out.at[k];
		if (p->year == 0)
			p->year = year != 0 ? year : f->default_year;
		year = p->year;
	}
}

/* "từ tháng 11 đến tháng 2/2027": the begin of a range is not after its end; where no year is printed the end lies in the next.
 */
static void mend_ranges(struct time_finder *f)
{
	for (size_t k = 1; k < f->out.n; k++) {
		struct time_phrase *from = &f->out.at[k - 1], *to = &f->out.at[k];
		if (!to->item.ends_range || from->item.start == DATE_NONE || to->item.end == DATE_NONE ||
		    from->item.start <= to->item.end)
			continue;
		if (from->item.has_year) {
			to->item.doubt = TIME_BACKWARDS;
			continue;
		}
		struct time_phrase *moved = to->item.has_year ? from : to;
		moved->year += moved == to ? 1 : -1;
		moved->item.doubt = TIME_GUESSED;
		time_phrase_set_days(moved);
	}
}

/* "số 15/KH-UBND ngày 05/3/2026", "46-KH/ĐU, ngày 02/3/2026": the date of a document that is cited. */
static bool is_of_document(const struct words *words, const struct time_item *item)
{
	size_t at = item->begin;
	at -= at > 0 && words_is(words, at - 1, ",");
	if (item->unit != TIME_DAY || item->bound != TIME_IN || !words_is(words, item->begin, "ngày") || at < 2)
		return false;
	const struct word *code = &words->at[at - 1];
	bool joined = words_is(words, at - 2, "-") || words_is(words, at - 2, "/");
	return joined && !code->space_before && code->capital && code->kind != WORD_NUMBER;
}

struct time_item_vec time_words_find(struct arena *arena, const struct words *words, int default_year)
{
	struct time_finder f = {.arena = arena, .words = words, .default_year = default_year};
	struct time_item_vec items = {0};
	for (size_t i = 0; i < words->n;) {
		size_t n = time_phrase_find(&f, i);
		i += n > 0 ? n : 1;
	}
	set_bounds(&f);
	fill_years(&f);
	for (size_t k = 0; k < f.out.n; k++)
		time_phrase_set_days(&f.out.at[k]);
	mend_ranges(&f);
	for (size_t k = 0; k < f.out.n; k++)
		if (!is_of_document(words, &f.out.at[k].item))
			VEC_PUSH(arena, &items, f.out.at[k].item);
	return items;
}
