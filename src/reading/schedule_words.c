/* The words in order: times (time_words.h), how often (frequency_words.h), whether all the time, on what condition; what is left
 * over; how sure that makes it. */
#include "reading/schedule_words.h"

#include "base/utf8.h"
#include "reading/reading_field.h"
#include "reading/schedule_compose.h"
#include "reading/time_spelling.h"
#include "viet/nfc.h"
#include "viet/space.h"

enum { NOWHERE = SCHEDULE_NOWHERE };

struct parser {
	struct schedule_clues clues;
	size_t cursor;    /* the first of the times that ends after the word being read */
	bool *understood; /* of each word */
	bool mended;
};

static const struct words_phrase ongoing_words[] = {
    {"thường xuyên", 0}, {"liên tục", 0}, {"thường kỳ", 0},   {"quanh năm", 0}, {"xuyên suốt", 0}, {"24 / 7", 0},  {"24 / 24", 0},
    {"24 / 24h", 0},     {"hằng giờ", 0}, {"thường trực", 0}, {"24h / 7", 0},   {"24h / 24h", 0},  {"24h / 24", 0}};
static const struct words_phrase tentative_words[] = {{"dự kiến", 0}, {"khoảng", 0}, {"ước", 0}, {"dự định", 0}};

/* What begins a condition; -1 where it only looks so, 1 where it is none when a time follows at once. */
static const struct words_phrase condition_words[] = {{"sau khi", 0},
                                                      {"ngay sau khi", 0},
                                                      {"ngay khi", 0},
                                                      {"ngay sau", 0},
                                                      {"khi", 0},
                                                      {"trước khi", 0},
                                                      {"đến khi", 0},
                                                      {"cho đến khi", 0},
                                                      {"từ khi", 0},
                                                      {"kể từ khi", 0},
                                                      {"theo", 1},
                                                      {"theo dõi", -1},
                                                      {"tiếp theo", -1},
                                                      {"kèm theo", -1},
                                                      {"căn cứ pháp lý", -1},
                                                      {"tùy theo", 0},
                                                      {"tùy tình hình", 0},
                                                      {"tùy thuộc", 0},
                                                      {"tùy điều kiện", 0},
                                                      {"phụ thuộc", 0},
                                                      {"đột xuất", 0},
                                                      {"trong vòng", 1},
                                                      {"trong thời hạn", 1},
                                                      {"căn cứ", 0},
                                                      {"phù hợp với", 0},
                                                      {"trong suốt", 1},
                                                      {"trong quá trình", 0},
                                                      {"trong thời gian", 1},
                                                      {"trong dịp", 1},
                                                      {"nhân dịp", 1},
                                                      {"vào dịp", 1},
                                                      {"dịp", 1},
                                                      {"các dịp", 1},
                                                      {"chờ", 0},
                                                      {"trước", 1},
                                                      {"sau", 1},
                                                      {"trước mắt", -1},
                                                      {"trước hết", -1},
                                                      {"trước đây", -1},
                                                      {"sau đó", -1},
                                                      {"trước tiên", -1},
                                                      {"kể từ", 1},
                                                      {"tính từ", 1},
                                                      {"ngay trước", 1},
                                                      {"song song với", 0},
                                                      {"cùng thời điểm", 0},
                                                      {"bảo đảm tiến độ", 0},
                                                      {"trong kỳ", 0},
                                                      {"dịp lễ", 1},
                                                      {"dịp quốc khánh", 1},
                                                      {"dịp lễ quốc khánh", 1},
                                                      {"nhân dịp quốc khánh", 1},
                                                      {"dịp nghỉ lễ", 1},
                                                      {"từ ngày ký", 0},
                                                      {"từ ngày ban hành", 0},
                                                      {"kể từ ngày ký", 0},
                                                      {"kể từ ngày ban hành", 0},
                                                      {"trước , trong và sau", 1},
                                                      {"trước và sau", 1},
                                                      {"trước và trong", 1},
                                                      {"trong và sau", 1}};

/* Words that add nothing to when. */
static const char *const plain_words[] = {
    "hoàn thành", "thực hiện", "tổ chức",   "triển khai", "báo cáo",  "gửi",     "nộp",      "ban hành",  "tiến hành",
    "xong",       "thời gian", "thời hạn",  "hạn",        "vào",      "trong",   "là",       "ngày",      "và",
    "các",        "kỳ",        "của",       "năm",        "lúc",      "giờ",     "phút",     "sáng",      "chiều",
    "ít nhất",    "tối thiểu", "tin",       "bài",        "phóng sự", "buổi",    "cuộc",     "chuyên đề", "định kỳ",
    "từ nay",     "giai đoạn", "thời điểm", "hoặc",       "tháng",    "trở lên", "kết thúc", "bắt đầu",   "cập nhật",
    "được",       "việc",      "hàng",      "hằng",       "trước",    "đến",     "từ",       "chậm nhất", "quý",
    "mỗi",        "đợt",       "lần",       "mốc",        "phải",     "cần",     "cho",      "để",        "ảnh",
    "kế hoạch",   "trở đi",    "phát sóng", "duy trì",    "cả",       "tối",     "trưa",     "đầu",
};

#define MATCH(p, i, table, n) words_match_any(&(p)->clues.words, (i), (table), sizeof(table) / sizeof(table)[0], (n))
#define LONGEST(p, i, table)  words_longest(&(p)->clues.words, (i), (table), sizeof(table) / sizeof(table)[0])

static void understand(struct parser *p, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < p->clues.words.n; i++)
		p->understood[i] = true;
}

/* ---- the words in order ---- */

/* The time that word `i` or its bounding words belong to; NULL for none. Asked for words in ascending order. */
static const struct time_item *time_at(struct parser *p, size_t i)
{
	const struct time_item_vec *times = &p->clues.times;
	while (p->cursor < times->n && times->at[p->cursor].end_word <= i)
		p->cursor++;
	return p->cursor < times->n && i >= times->at[p->cursor].bound_begin ? &times->at[p->cursor] : NULL;
}

/* Whether a time or its bounding words begin at word `i` or before. */
static bool begins_time(const struct parser *p, size_t i)
{
	return p->cursor < p->clues.times.n && i >= p->clues.times.at[p->cursor].bound_begin;
}

/* "05 ngày làm việc kể từ ngày …", "chậm nhất 03 ngày trước khi …": a term that waits for a day of its own. How many words up
 * to the event, 0 for none. */
static size_t read_term(const struct parser *p, size_t i)
{
	static const char *const before[] = {"chậm nhất", "chậm nhất là", "muộn nhất", "không quá",     "trong",
	                                     "sau",       "trước",        "tối đa",    "chậm nhất sau", "trong tối đa"};
	static const char *const units[] = {"ngày", "ngày làm việc", "tuần", "tháng", "giờ", "giờ làm việc"};
	static const char *const events[] = {"kể từ",   "tính từ", "từ",       "sau",    "trước",     "trước khi",
	                                     "sau khi", "so với",  "tính đến", "từ khi", "kể từ khi", "kể từ ngày"};
	const struct words *words = &p->clues.words;
	size_t at = i + LONGEST(p, i, before);
	at += words_is(words, at, "thời") && words_is(words, at + 1, "hạn") ? 2 : 0;
	if (words_number(words, at) <= 0)
		return 0;
	size_t n = LONGEST(p, at + 1, units);
	at += 1 + n;
	bool working = n > 1;
	if (begins_time(p, at)) /* "báo cáo 6 tháng trước ngày 10/6" */
		return 0;
	return n > 0 && (LONGEST(p, at, events) > 0 || (working && at > i + 1 + n)) ? at - i : 0;
}

/* What makes the words at `i` no condition though they look so: "theo dõi", "trước" with a time behind it, "theo" at the end. */
static bool is_no_condition(const struct parser *p, const struct words_phrase *phrase, size_t behind)
{
	if (phrase->meaning != 1)
		return phrase->meaning < 0;
	return behind >= p->clues.words.n || begins_time(p, behind) || p->clues.words.at[behind].kind == WORD_SIGN;
}

static size_t read_condition(struct parser *p, size_t i)
{
	size_t n = read_term(p, i);
	const struct words_phrase *phrase = n == 0 ? MATCH(p, i, condition_words, &n) : NULL;
	if (phrase != NULL && is_no_condition(p, phrase, i + n)) {
		understand(p, i, begins_time(p, i + n) ? i + n : i);
		return n;
	}
	if (n > 0 && p->clues.condition == NOWHERE)
		p->clues.condition = i;
	return n;
}

/* "02 tin, bài", "1-3 tin" before "/tháng": what is counted, back to its number. */
static void understand_counted(struct parser *p, size_t i)
{
	enum { MAX_COUNTED = 8 };
	const struct words *words = &p->clues.words;
	size_t from = i;
	while (from > 0 && i - from < MAX_COUNTED && words_number(words, from - 1) < 0)
		from--;
	if (from == 0 || words_number(words, from - 1) < 0)
		return;
	bool range = from > 2 && (words_is(words, from - 2, "-") || words_is(words, from - 2, "đến"));
	understand(p, range ? from - 3 : from - 1, i);
}

/* "trước thứ Sáu hằng tuần", "trước ngày cuối cùng của tháng" */
static size_t read_before_frequency(struct parser *p, size_t i)
{
	struct frequency frequency = p->clues.frequency;
	size_t at = i + 1;
	if (!words_is(&p->clues.words, i, "trước"))
		return 0;
	while (at < p->clues.words.n && (time_words_is_clock(&p->clues.words, at) || words_is(&p->clues.words, at, ",")))
		at++; /* "trước 11h00 thứ Năm" */
	if (begins_time(p, at))
		return 0;
	size_t n = frequency_words_read(&p->clues.words, at, &frequency);
	if (n == 0 || (frequency.weekdays == 0 && !frequency.last_day))
		return 0;
	frequency.is_before = true;
	p->clues.frequency = frequency;
	understand(p, i, at + n);
	return at + n - i;
}

static size_t read_word(struct parser *p, size_t i)
{
	size_t n = 0;
	struct schedule_clues *clues = &p->clues;
	const struct time_item *time = time_at(p, i);
	if (time != NULL && i >= time->begin)
		return time->end_word - i;
	/* "trước ngày" bounds a time; "ngày cuối tháng" before it does not */
	if (time == NULL && (n = frequency_words_read(&clues->words, i, &clues->frequency)) > 0) {
		understand_counted(p, i);
		understand(p, i, i + n);
		return n;
	}
	if (MATCH(p, i, ongoing_words, &n) != NULL) {
		clues->ongoing_at = clues->ongoing ? clues->ongoing_at : i;
		clues->ongoing = clues->ongoing || clues->condition == NOWHERE;
		understand(p, i, i + n);
		return n;
	}
	if (MATCH(p, i, tentative_words, &n) != NULL) {
		clues->tentative = clues->tentative == NOWHERE ? i : clues->tentative;
		understand(p, i, i + n);
		return n;
	}
	bool as_set = words_match(&clues->words, i, "theo định kỳ") > 0;
	if (as_set || words_match(&clues->words, i, "định kỳ") > 0) {
		clues->periodic = clues->periodic == NOWHERE ? i + as_set : clues->periodic;
		return 2 + as_set;
	}
	n = time == NULL ? read_before_frequency(p, i) : 0;
	n = n > 0 || time != NULL ? n : read_condition(p, i);
	return n > 0 ? n : 1;
}

static size_t count_clauses(const struct words *words)
{
	size_t clauses = 1;
	bool bullets = words_is(words, 0, "-") || words_is(words, 0, "+");
	for (size_t i = 1; i < words->n; i++) {
		bool bullet =
		    bullets && words_is(words, i, "-") && words->at[i].space_before && i + 1 < words->n && words->at[i + 1].capital;
		clauses += bullet || (words_is(words, i, ";") && i + 1 < words->n);
	}
	return clauses;
}

/* ---- what is left over ---- */

/* A name before a colon says what its time is for: "Đợt 1: 15/5", "Cấp tỉnh: tháng 3". */
static void understand_labels(struct parser *p)
{
	enum { MAX_LABEL = 8 };
	const struct words *words = &p->clues.words;
	size_t begin = 0;
	for (size_t i = 0; i < words->n; i++) {
		if (words_is(words, i, ":") && i - begin <= MAX_LABEL)
			understand(p, begin, i);
		if (words->at[i].kind == WORD_SIGN && !words_is(words, i, ","))
			begin = i + 1;
	}
}

static bool is_plain(const struct parser *p, size_t i, size_t *ret_words)
{
	const struct words *words = &p->clues.words;
	static const char *const counted[] = {"đợt", "lần", "kỳ", "giai đoạn"};
	bool sign = words->at[i].kind == WORD_SIGN;
	static const char *const countables[] = {"tin", "bài", "phóng sự", "hội nghị", "buổi",       "cuộc",    "lớp",
	                                         "số",  "kỳ",  "video",    "clip",     "chuyên mục", "bản tin", "tháng"};
	bool number = words->at[i].kind == WORD_NUMBER;
	bool numbered = number && ((i > 0 && LONGEST(p, i - 1, counted) > 0) || LONGEST(p, i + 1, countables) > 0);
	bool counted_thing = i > 0 && words->at[i - 1].kind == WORD_NUMBER && (*ret_words = LONGEST(p, i, countables)) > 0;
	if (counted_thing)
		return true;
	*ret_words = sign || numbered || time_words_is_clock(words, i) ? 1 : LONGEST(p, i, plain_words);
	return *ret_words > 0;
}

/* How many words were not understood; the first stretch of them in *ret_text. */
static size_t count_left_over(struct parser *p, struct str *ret_text)
{
	size_t left = 0, begin = NOWHERE, end = 0, n = 0;
	for (size_t i = 0; i < p->clues.words.n;) {
		if (p->understood[i] || is_plain(p, i, &n)) {
			if (begin != NOWHERE && end == 0 && p->understood[i])
				end = i;
			i += p->understood[i] ? 1 : n;
			continue;
		}
		begin = begin == NOWHERE ? i : begin;
		left++;
		i++;
	}
	*ret_text = (struct str){0};
	if (begin != NOWHERE)
		*ret_text = words_text(&p->clues.words, begin, end != 0 ? end : p->clues.words.n);
	return left;
}

/* ---- how sure ---- */

/* What the times themselves give cause to say. */
static uint8_t note_times(const struct parser *p, struct schedule_notes *notes)
{
	static const uint8_t sure[] = {[TIME_SURE] = 96,  [TIME_BY_CUSTOM] = 82,  [TIME_GUESSED] = 75,
	                               [TIME_BLANK] = 50, [TIME_IMPOSSIBLE] = 40, [TIME_BACKWARDS] = 40};
	const struct time_item_vec *times = &p->clues.times;
	uint8_t confidence = 96;
	for (size_t k = 0; k < times->n; k++) {
		const struct time_item *item = &times->at[k];
		struct str text = words_text(&p->clues.words, item->begin, item->end_word);
		confidence = reading_field_less_sure(confidence, sure[item->doubt]);
		if (item->doubt == TIME_BLANK && notes->blank.len == 0)
			notes->blank = text;
		if (item->doubt == TIME_IMPOSSIBLE && notes->wrong.len == 0)
			notes->wrong = text;
		if (item->doubt == TIME_BACKWARDS && k > 0 && notes->wrong.len == 0)
			notes->wrong = words_text(&p->clues.words, times->at[k - 1].bound_begin, item->end_word);
		bool needs_year = !item->has_year && p->clues.year <= 0 && p->clues.frequency.unit == NOT_REPEATED;
		confidence = reading_field_less_sure(confidence, needs_year ? 50 : 96);
	}
	return confidence;
}

static uint8_t confidence_of_kind(const struct parser *p, const struct schedule *s)
{
	if (s->kind == SCHEDULE_CONDITIONAL)
		return p->clues.clauses > 1 ? 60 : 90;
	if (p->clues.clauses > 1 && p->clues.times.n < p->clues.clauses)
		return 70;
	if (p->clues.clauses > 1 && s->kind != SCHEDULE_ONCE)
		return 80;
	return s->condition.len > 0 ? 88 : 96;
}

static void fill_notes(struct parser *p, const struct schedule *s, struct schedule_notes *notes)
{
	*notes = (struct schedule_notes){0};
	for (size_t k = 0; k < p->clues.times.n; k++)
		understand(p, p->clues.times.at[k].bound_begin, p->clues.times.at[k].end_word);
	understand(p, p->clues.condition_begin, p->clues.condition_end);
	understand_labels(p);
	size_t left = count_left_over(p, &notes->left_over);
	uint8_t confidence = reading_field_less_sure(note_times(p, notes), confidence_of_kind(p, s));
	notes->of_times = s->kind == SCHEDULE_NONE ? 0 : confidence;
	if (left > 0)
		confidence = reading_field_less_sure(confidence, left <= 2 ? 80 : left <= 6 ? 70 : 55);
	if (p->mended || p->clues.is_loose)
		confidence = reading_field_less_sure(confidence, 80);
	if (s->kind == SCHEDULE_NONE)
		notes->left_over = (struct str){0};
	notes->confidence = s->kind == SCHEDULE_NONE ? 0 : confidence;
}

/* "Không tổ chức trong năm 2026": no time, whatever follows. */
static bool is_called_off(const struct words *words)
{
	static const char *const begins[] = {"không tổ chức",  "không thực hiện", "không triển khai",
	                                     "không tiếp tục", "tạm dừng",        "dừng thực hiện",
	                                     "bãi bỏ",         "hủy bỏ",          "hủy"};
	return words_longest(words, 0, begins, sizeof begins / sizeof begins[0]) > 0;
}

/* All that the parsing makes lies in `arena`, and so may what is returned. */
static struct schedule parse(struct arena *arena, struct str text, int plan_year, struct schedule_notes *ret_notes)
{
	struct str trimmed = viet_space_trim(text);
	struct words words = words_of(arena, utf8_is_valid(trimmed) ? viet_nfc(arena, trimmed) : trimmed);
	struct parser p = {.clues = {.year = plan_year, .periodic = NOWHERE, .condition = NOWHERE, .tentative = NOWHERE}};
	p.clues.words = time_spelling_mend(arena, &words, &p.mended);
	p.clues.times = time_words_find(arena, &p.clues.words, plan_year);
	p.clues.clauses = count_clauses(&p.clues.words);
	p.understood = ARENA_ARRAY(arena, bool, p.clues.words.n + 1);
	for (size_t i = 0; i < p.clues.words.n;)
		i += read_word(&p, i);
	struct schedule schedule = schedule_compose(arena, &p.clues);
	if (is_called_off(&p.clues.words))
		schedule = (struct schedule){.kind = SCHEDULE_NONE, .start = DATE_NONE, .end = DATE_NONE};
	fill_notes(&p, &schedule, ret_notes);
	return schedule;
}

/* `part` where it is part of `text`; else a copy. */
static struct str keep(struct arena *arena, struct str text, struct str part)
{
	uintptr_t at = (uintptr_t)part.ptr, begin = (uintptr_t)text.ptr;
	return at >= begin && at + part.len <= begin + text.len ? part : str_dup(arena, part);
}

struct schedule schedule_words_parse(struct arena *arena, struct str text, int plan_year, struct schedule_notes *ret_notes)
{
	struct arena *scratch = arena_new(); /* a text has thousands of sentences to parse, and few times */
	struct schedule schedule = parse(scratch, text, plan_year, ret_notes);
	struct date_day_vec due = {0};
	for (size_t i = 0; i < schedule.due.n; i++)
		VEC_PUSH(arena, &due, schedule.due.at[i]);
	schedule.due = due;
	schedule.rrule = keep(arena, text, schedule.rrule);
	schedule.condition = keep(arena, text, schedule.condition);
	ret_notes->left_over = keep(arena, text, ret_notes->left_over);
	ret_notes->blank = keep(arena, text, ret_notes->blank);
	ret_notes->wrong = keep(arena, text, ret_notes->wrong);
	arena_free(scratch);
	return schedule;
}
