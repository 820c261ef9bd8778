#include "reading/frequency_words.h"

enum { MAX_COUNT = 60, WEEKDAYS = 7, MAX_EACH = 4 };

#define ANY(words, i, table, n)  words_match_any((words), (i), (table), sizeof(table) / sizeof(table)[0], (n))
#define LONGEST(words, i, table) words_longest((words), (i), (table), sizeof(table) / sizeof(table)[0])

/* "hàng", "định kỳ": the unit behind is each of its kind. Behind "theo" it may be one ("theo năm học"). */
static const struct words_phrase each_words[] = {{"hàng", 0}, {"hằng", 0}, {"mỗi", 0},     {"từng", 0},
                                                 {"mọi", 0},  {"theo", 1}, {"định kỳ", 2}, {"định kỳ theo", 2}};
static const struct words_phrase unit_words[] = {{"ngày", EVERY_DAY},          {"tuần", EVERY_WEEK},    {"tháng", EVERY_MONTH},
                                                 {"quý", EVERY_QUARTER},       {"nửa năm", EVERY_HALF}, {"năm", EVERY_YEAR},
                                                 {"ngày làm việc", EVERY_DAY}, {"học kỳ", EVERY_HALF},  {"năm học", EVERY_YEAR}};
static const struct words_phrase count_words[] = {{"một", 1}, {"hai", 2}, {"ba", 3}, {"bốn", 4}, {"năm", 5}, {"sáu", 6}};

/* How long a period of the unit is, about, in days. */
static int length_of(enum frequency_unit unit, int interval)
{
	static const int days[] = {[NOT_REPEATED] = 1000000, [EVERY_YEAR] = 365, [EVERY_HALF] = 182, [EVERY_QUARTER] = 91,
	                           [EVERY_MONTH] = 30,       [EVERY_WEEK] = 7,   [EVERY_DAY] = 1};
	return days[unit] * interval;
}

/* Of several the shortest holds. */
static void set(struct frequency *f, enum frequency_unit unit, int interval)
{
	if (f->unit != NOT_REPEATED && length_of(unit, interval) >= length_of(f->unit, f->interval))
		return;
	f->unit = unit;
	f->interval = interval;
}

/* Every so many months, as a quarter or a year where it is one. */
static void set_months(struct frequency *f, int months)
{
	if (months % 12 == 0)
		set(f, EVERY_YEAR, months / 12);
	else
		set(f, months == 3 ? EVERY_QUARTER : months == 6 ? EVERY_HALF : EVERY_MONTH, months == 3 || months == 6 ? 1 : months);
}

/* A count at word `i` in digits or letters; 0 for none. */
static int count_at(const struct words *words, size_t i)
{
	size_t n = 0;
	const struct words_phrase *word = ANY(words, i, count_words, &n);
	/* "năm" is five only before what it counts */
	if (word != NULL && word->meaning == 5 && !words_is(words, i + 1, "lần") && !words_is(words, i + 1, "tháng"))
		word = NULL;
	int count = word != NULL ? word->meaning : words_number(words, i);
	return count > 0 && count <= MAX_COUNT ? count : 0;
}

static int months_of(enum frequency_unit unit)
{
	static const int months[] = {[EVERY_YEAR] = 12, [EVERY_HALF] = 6, [EVERY_QUARTER] = 3, [EVERY_MONTH] = 1};
	return unit >= EVERY_WEEK ? 0 : months[unit];
}

/* "N lần/năm" as months between two times, where it divides the period evenly. */
static void set_times_per(struct frequency *f, int times, enum frequency_unit unit)
{
	int months = months_of(unit);
	if (times <= 1 || months == 0 || months % times != 0) {
		f->is_uneven = f->is_uneven || times > 1;
		set(f, unit, 1);
		return;
	}
	set_months(f, months / times);
}

/* Every `count` units: "6 tháng", "2 tuần". */
static void set_every(struct frequency *f, int count, enum frequency_unit unit)
{
	if (count <= 1)
		set(f, unit, 1);
	else if (unit >= EVERY_WEEK)
		set(f, unit, count);
	else
		set_months(f, months_of(unit) * count);
}

/* Whether what stands behind the unit at `behind` says which one it is: "theo tháng 3", "theo năm học"; but "mỗi tháng 02 tin".
 */
static bool is_one_period(const struct words *words, const struct words_phrase *each, enum frequency_unit unit, size_t behind)
{
	enum { FIRST_YEAR = 1900 };
	bool numbered = words_number(words, behind) >= 0 || (behind < words->n && words_roman(words->at[behind].key) > 0);
	if (numbered && each->meaning != 0 && !words_is(words, behind + 1, "lần"))
		return true;
	if (unit == EVERY_YEAR && words_number(words, behind) >= FIRST_YEAR) /* "chi phí bán hàng năm 2026" */
		return true;
	return each->meaning == 1 && (unit == EVERY_YEAR || unit == EVERY_DAY);
}

/* A unit in a list of them: "tháng", "6 tháng", "hằng quý". */
static size_t read_one_unit(const struct words *words, size_t i, struct frequency *f)
{
	size_t n = 0, at = i;
	for (int k = 0; k < MAX_EACH && ANY(words, at, each_words, &n) != NULL; k++)
		at += n;
	int count = count_at(words, at);
	at += count > 0;
	const struct words_phrase *unit = ANY(words, at, unit_words, &n);
	if (unit == NULL || (count > 0 && unit->meaning == EVERY_DAY))
		return 0;
	at += n;
	bool part = words_is(words, at, "đầu") || words_is(words, at, "cuối"); /* "6 tháng đầu năm" */
	if (part && count != 6 && count > 0)
		return 0;
	bool numbered = words_number(words, at) >= 0 || (at < words->n && words_roman(words->at[at].key) > 0);
	if ((numbered && !words_is(words, at + 1, "lần")) || words_is(words, at, "đầu"))
		return 0;
	set_every(f, count, (enum frequency_unit)unit->meaning);
	return at - i;
}

/* "một lần", "2 lần", "ít nhất 01 lần", "/lần" behind a unit: how many times in *ret. */
static size_t read_times(const struct words *words, size_t i, int *ret)
{
	static const char *const least[] = {"ít nhất", "tối thiểu", "ít nhất là", "/"};
	size_t at = i + LONGEST(words, i, least);
	*ret = count_at(words, at);
	at += *ret > 0;
	if (!words_is(words, at, "lần"))
		return 0;
	*ret = *ret > 0 ? *ret : 1;
	return at + 1 - i;
}

static bool is_list_joint(const struct words *words, size_t i)
{
	static const char *const joints[] = {",", "và", "/", ";", "-", "hoặc", "&"};
	return LONGEST(words, i, joints) > 0;
}

/* "hàng tháng", "mỗi quý", "định kỳ 6 tháng", "hàng tháng, quý, năm", "mỗi năm 02 lần", "định kỳ (quý, 6 tháng, năm)". */
static size_t read_each(const struct words *words, size_t i, struct frequency *f)
{
	size_t n = 0, at = i;
	const struct words_phrase *each = NULL, *more;
	for (int k = 0; k < MAX_EACH && (more = ANY(words, at, each_words, &n)) != NULL; k++) {
		each = more;
		at += n;
	}
	if (each == NULL)
		return 0;
	at += each->meaning == 2 && words_is(words, at, "(");
	int count = count_at(words, at), times = 0;
	size_t unit_at = at + (count > 0);
	const struct words_phrase *unit = ANY(words, unit_at, unit_words, &n);
	if (unit == NULL || (count > 0 && unit->meaning == EVERY_DAY) ||
	    is_one_period(words, each, (enum frequency_unit)unit->meaning, unit_at + n))
		return 0;
	at = unit_at + n;
	if (count == 6 && (words_is(words, at, "đầu") || words_is(words, at, "cuối"))) { /* "định kỳ 6 tháng đầu năm" */
		set(f, EVERY_HALF, 1);
		return at - i;
	}
	if ((n = read_times(words, at, &times)) > 0 && count == 0)
		set_times_per(f, times, (enum frequency_unit)unit->meaning);
	else
		set_every(f, count, (enum frequency_unit)unit->meaning);
	at += n;
	while (is_list_joint(words, at) && (n = read_one_unit(words, at + 1, f)) > 0)
		at += 1 + n;
	return at - i;
}

/* "6 tháng, năm", "sơ kết 6 tháng và tổng kết năm": what is reported on each half of the year, and at its end. */
static size_t read_half_and_year(const struct words *words, size_t i, struct frequency *f)
{
	static const char *const joints[] = {",", "và", "/", "-", ", và"}, *const leads[] = {"tổng kết", "cả",   "báo cáo",
	                                                                                     "một",      "hằng", "hàng"};
	bool listed = i > 0 && words_is(words, i - 1, ","); /* "quý, 6 tháng và năm" */
	if (listed || words_number(words, i) != 6 || !words_is(words, i + 1, "tháng"))
		return 0;
	size_t at = i + 2 + LONGEST(words, i + 2, joints);
	at += at > i + 2 ? LONGEST(words, at, leads) : 0;
	bool ends = at + 1 >= words->n || words->at[at + 1].kind == WORD_SIGN;
	if (at == i + 2 || !words_is(words, at, "năm") || !ends)
		return 0;
	set(f, EVERY_HALF, 1);
	return at + 1 - i;
}

/* "thường niên": what is done every year, without the word for it. */
static size_t read_annual(const struct words *words, size_t i, struct frequency *f)
{
	size_t n = words_match(words, i, "thường niên");
	if (n > 0)
		set(f, EVERY_YEAR, 1);
	return n;
}

/* "6 tháng một lần", "03 tháng/lần", "tháng 1 lần", "1 năm 2 lần", "2 tuần/lần". */
static size_t read_unit_times(const struct words *words, size_t i, struct frequency *f)
{
	int count = count_at(words, i), times = 0;
	size_t at = count > 0 ? i + 1 : i, n = 0;
	const struct words_phrase *unit = ANY(words, at, unit_words, &n);
	size_t behind = at + n, m = unit != NULL ? read_times(words, behind, &times) : 0;
	if (m == 0 || (m == 1 && count == 0))
		return 0;
	if (times > 1 && count <= 1)
		set_times_per(f, times, (enum frequency_unit)unit->meaning);
	else
		set_every(f, count, (enum frequency_unit)unit->meaning);
	return behind + m - i;
}

/* "04 kỳ" of "04 kỳ/năm": so many times; of "02 tin/tháng" how many is another matter. */
static int events_before(const struct words *words, size_t i)
{
	static const char *const events[] = {"kỳ", "cuộc", "đợt", "buổi", "hội nghị", "số", "lớp"};
	for (size_t n = 1; n <= 2 && i > n; n++)
		if (LONGEST(words, i - n, events) == n && count_at(words, i - n - 1) > 0)
			return count_at(words, i - n - 1);
	return 1;
}

/* "02 lần/năm", "một lần mỗi quý", "1 lần trong tháng", and "01 tin, bài/tháng". */
static size_t read_times_per(const struct words *words, size_t i, struct frequency *f)
{
	static const char *const per[] = {"/",    "mỗi",   "trong", "một",  "trên",      "/ 1",
	                                  "/ 01", "/ mỗi", "hàng",  "hằng", "trong một", "trong mỗi"};
	size_t m = 0;
	bool times = words_is(words, i, "lần");
	if (!times && !words_is(words, i, "/"))
		return 0;
	size_t at = times ? i + 1 : i, n = LONGEST(words, at, per);
	const struct words_phrase *unit = n > 0 ? ANY(words, at + n, unit_words, &m) : NULL;
	if (unit == NULL || words_is(words, at + n + m, "lần") || words_number(words, at + n + m) > 0)
		return 0;
	int count = times && i > 0 ? count_at(words, i - 1) : events_before(words, i);
	f->is_uneven = f->is_uneven || (!times && count > 1);
	set_times_per(f, count, (enum frequency_unit)unit->meaning);
	return at + n + m - i;
}

/* "tháng cuối quý", "tháng đầu tiên của mỗi quý", "tháng đầu quý sau". */
static size_t read_month_of_quarter(const struct words *words, size_t i, struct frequency *f)
{
	static const struct words_phrase places[] = {{"đầu", 1},    {"đầu tiên", 1}, {"thứ nhất", 1},  {"thứ hai", 2}, {"giữa", 2},
	                                             {"thứ ba", 3}, {"cuối", 3},     {"cuối cùng", 3}, {"thứ 2", 2},   {"thứ 3", 3}};
	static const char *const next[] = {"sau", "tiếp theo", "kế tiếp", "liền kề", "báo cáo"};
	size_t n = 0, at = i + 1;
	const struct words_phrase *place = words_is(words, i, "tháng") ? ANY(words, at, places, &n) : NULL;
	if (place == NULL)
		return 0;
	at += n;
	at += words_is(words, at, "của") + words_is(words, at, "trong");
	at += words_is(words, at, "mỗi") || words_is(words, at, "hàng") || words_is(words, at, "hằng") || words_is(words, at, "từng");
	bool of_report = words_is(words, at, "kỳ"); /* of which length is not said; the law's are quarters */
	if ((!of_report && !words_is(words, at, "quý")) || words_number(words, at + 1) > 0)
		return 0;
	f->is_uneven = f->is_uneven || of_report;
	at++;
	at += LONGEST(words, at, next);
	f->month_of_quarter = place->meaning;
	set(f, EVERY_QUARTER, 1);
	return at - i;
}

/* "tuần cuối mỗi tháng", "tuần thứ hai của tháng": each month; which of its days is not said. */
static size_t read_week_of_month(const struct words *words, size_t i, struct frequency *f)
{
	static const char *const weeks[] = {
	    "tuần đầu",     "tuần đầu tiên", "tuần cuối",   "tuần cuối cùng", "tuần thứ nhất",
	    "tuần thứ hai", "tuần thứ 2",    "ngày đầu",    "ngày đầu tiên",  "ngày làm việc đầu tiên",
	    "tuần thứ ba",  "tuần thứ 3",    "tuần thứ tư", "tuần thứ 4"};
	static const char *const months[] = {"mỗi tháng",   "hàng tháng",    "hằng tháng",    "của tháng",
	                                     "trong tháng", "của mỗi tháng", "của hàng tháng"};
	size_t n = LONGEST(words, i, weeks), m = n > 0 ? LONGEST(words, i + n, months) : 0;
	if (m == 0 || words_number(words, i + n + m) > 0)
		return 0;
	f->is_uneven = true;
	set(f, EVERY_MONTH, 1);
	return n + m;
}

/* "ngày cuối cùng của tháng", "cuối mỗi quý", "tháng sau": the month's end, or each month without the word for it. */
static size_t read_ends(const struct words *words, size_t i, struct frequency *f)
{
	static const char *const days[] = {"ngày cuối cùng", "cuối cùng", "ngày cuối", "ngày làm việc cuối cùng"};
	static const struct words_phrase ends[] = {{"cuối mỗi", 0},     {"cuối hàng", 0}, {"cuối hằng", 0},
	                                           {"cuối của mỗi", 0}, {"vào cuối", 0},  {"cuối", 0}};
	static const char *const next_month[] = {"của tháng",     "tháng sau",     "tháng tiếp theo",
	                                         "tháng kế tiếp", "tháng liền kề", "tháng sau liền kề"};
	size_t n = LONGEST(words, i, next_month), m = 0;
	/* "ngày 20 của tháng", not "của tháng 6" nor "kế hoạch của tháng" */
	bool of_month = words_is(words, i, "của");
	struct frequency other = {0};
	if (of_month && (words_number(words, i + n) >= 0 || i == 0 || words_number(words, i - 1) < 0 ||
	                 read_month_of_quarter(words, i + 1, &other) > 0))
		return 0;
	if (n > 0) {
		set(f, EVERY_MONTH, 1);
		return n;
	}
	n = LONGEST(words, i, days);
	bool day = n > 0;
	if (!day && ANY(words, i, ends, &n) == NULL)
		return 0;
	size_t at = i + n + (day && words_is(words, i + n, "của"));
	bool each =
	    words_is(words, at, "mỗi") || words_is(words, at, "hàng") || words_is(words, at, "hằng") || words_is(words, at, "từng");
	const struct words_phrase *unit = ANY(words, at + each, unit_words, &m);
	if (unit == NULL || unit->meaning > EVERY_MONTH || unit->meaning == EVERY_YEAR)
		return 0;
	f->last_day = true;
	/* "cuối tháng": of each? The last working day may come before the last. */
	f->is_uneven = f->is_uneven || !(day || each || n > 1) || words_is(words, i + 1, "làm");
	set(f, (enum frequency_unit)unit->meaning, 1);
	return at + each + m - i;
}

/* ---- weekdays ---- */

/* A weekday's number from 1 at word `i`; `named` by "thứ" before it, which "chủ nhật" does not have. */
static int weekday_at(const struct words *words, size_t i, bool named, size_t *ret_words)
{
	static const struct words_phrase days[] = {{"hai", 1}, {"ba", 2}, {"tư", 3}, {"từ", 3}, {"năm", 4}, {"sáu", 5}, {"sau", 5},
	                                           {"bảy", 6}, {"2", 1},  {"3", 2},  {"4", 3},  {"5", 4},   {"6", 5},   {"7", 6}};
	static const struct words_phrase full[] = {{"chủ nhật", 7}, {"chủ nhất", 7}, {"t2", 1}, {"t3", 2},
	                                           {"t4", 3},       {"t5", 4},       {"t6", 5}, {"t7", 6}};
	const struct words_phrase *day = ANY(words, i, full, ret_words);
	if (day == NULL && named)
		day = ANY(words, i, days, ret_words);
	return day != NULL ? day->meaning : 0;
}

static void add_weekdays(struct frequency *f, int first, int last)
{
	for (int day = first; day <= last && day <= WEEKDAYS; day++)
		f->weekdays |= 1u << (day - 1);
}

/* "thứ Sáu cuối cùng của tháng", "thứ Hai tuần đầu hằng tháng": which of the month's. */
static size_t read_place(const struct words *words, size_t i, struct frequency *f)
{
	static const struct words_phrase places[] = {
	    {"đầu", 1},           {"cuối", -1},       {"đầu tiên", 1},        {"cuối cùng", -1},    {"tuần đầu", 1},
	    {"tuần đầu tiên", 1}, {"tuần cuối", -1},  {"tuần cuối cùng", -1}, {"tuần thứ nhất", 1}, {"tuần thứ hai", 2},
	    {"tuần thứ 2", 2},    {"tuần thứ ba", 3}, {"tuần thứ 3", 3},      {"tuần thứ tư", 4},   {"tuần thứ 4", 4},
	    {"tuần 1", 1},        {"tuần 2", 2},      {"tuần 3", 3},          {"tuần 4", 4}};
	size_t n = 0;
	const struct words_phrase *place = ANY(words, i, places, &n);
	if (place == NULL)
		return 0;
	size_t at = i + n;
	at += words_is(words, at, "của");
	size_t of_quarter = read_month_of_quarter(words, at, f);
	if (of_quarter > 0) {
		f->weekday_place = place->meaning;
		return at + of_quarter - i;
	}
	bool each = words_is(words, at, "mỗi") || words_is(words, at, "hàng") || words_is(words, at, "hằng");
	if (!words_is(words, at + each, "tháng") || words_number(words, at + each + 1) > 0)
		return 0;
	f->weekday_place = place->meaning;
	set(f, EVERY_MONTH, 1);
	return at + each + 1 - i;
}

/* "thứ Sáu", "thứ Hai, thứ Tư và thứ Sáu", "thứ 2 đến thứ 6", "thứ 2, 4, 6". */
static size_t read_weekday_list(const struct words *words, size_t i, struct frequency *f)
{
	bool named = words_is(words, i, "thứ");
	size_t n = 0, at = i + named;
	int day = weekday_at(words, at, named, &n);
	if (day == 0)
		return 0;
	add_weekdays(f, day, day);
	at += n;
	for (;;) {
		bool range = words_is(words, at, "-") || words_is(words, at, "đến");
		if (!range && !words_is(words, at, ",") && !words_is(words, at, "và"))
			return at - i;
		size_t next = at + 1 + words_is(words, at + 1, "thứ");
		int last = weekday_at(words, next, named, &n);
		if (last == 0)
			return at - i;
		add_weekdays(f, range ? day : last, last);
		day = last;
		at = next + n;
	}
}

/* Whether the weekdays from `begin` to `end` are those of a date: "thứ Sáu, ngày 20/3", "20/3/2026 (thứ Sáu)". */
static bool is_of_date(const struct words *words, size_t begin, size_t end)
{
	if (words_is(words, end, "hàng") || words_is(words, end, "hằng"))
		return false;
	bool enclosed = begin > 1 && words_is(words, begin - 1, "(") && words_number(words, begin - 2) >= 0;
	return enclosed || words_is(words, end, "ngày") || words_is(words, end + 1, "ngày") ||
	       (words_is(words, end, "(") && words_number(words, end + 1) > 0);
}

/* Whether a weekday may begin at word `i`: not where it counts ("kỳ họp thứ 5", "đợt thứ hai", "tuần thứ 2 và tuần thứ 4"). */
static bool may_be_weekday(const struct words *words, size_t i, size_t end)
{
	static const char *const leads[] = {"vào", "sáng", "chiều", "tối",  "trước", "nhất", "và",
	                                    "từ",  "ngày", "tuần",  "buổi", "mỗi",   "là"};
	static const char *const each[] = {"hàng", "hằng", "mỗi", "đầu", "cuối", "tuần"};
	if (i == 0 || LONGEST(words, end, each) > 0 || words->at[i - 1].kind == WORD_SIGN || words->at[i - 1].kind == WORD_MIXED)
		return true;
	bool of_month = i > 1 && words_is(words, i - 1, "tuần") && !words_is(words, i - 2, "hàng") &&
	                !words_is(words, i - 2, "hằng") && !words_is(words, i - 2, "mỗi");
	return !of_month && LONGEST(words, i - 1, leads) > 0;
}

/* Each such weekday. An ordinal ("đợt thứ hai") and the weekday of a date say nothing of how often. */
static size_t read_weekdays(const struct words *words, size_t i, struct frequency *f)
{
	static const char *const of_week[] = {"đầu tuần", "cuối tuần"};
	struct frequency found = *f;
	size_t n = read_weekday_list(words, i, &found);
	if (n == 0 || !may_be_weekday(words, i, i + n))
		return 0;
	n += LONGEST(words, i + n, of_week);
	if (is_of_date(words, i, i + n))
		return n;
	*f = found;
	size_t comma = words_is(words, i + n, ","), place = read_place(words, i + n + comma, f);
	place += place > 0 ? comma : 0; /* "thứ Hai, tuần đầu tiên của tháng" */
	bool some_weeks = place == 0 && words_is(words, i + n + words_is(words, i + n, ","), "tuần"); /* "thứ Tư, tuần 2 và tuần 4" */
	f->is_uneven = f->is_uneven || some_weeks;
	if (f->unit == NOT_REPEATED && !some_weeks)
		set(f, EVERY_WEEK, 1);
	return n + place;
}

bool frequency_words_may_be(const struct words *words, size_t from, size_t to)
{
	static const char *const periods[] = {"ngày",  "tuần", "tháng", "quý", "năm", "thứ", "chủ",  "t2",   "t3",
	                                      "t4",    "t5",   "t6",    "t7",  "quí", "qúy", "qúi",  "ngay", "tuan",
	                                      "thang", "quy",  "qui",   "nam", "thu", "chu", "niên", "kỳ",   "kì"};
	for (size_t i = from; i < to; i++)
		if (LONGEST(words, i, periods) > 0)
			return true;
	return false;
}

size_t frequency_words_read(const struct words *words, size_t i, struct frequency *frequency)
{
	static size_t (*const readers[])(const struct words *, size_t, struct frequency *) = {
	    read_each, read_unit_times, read_times_per, read_month_of_quarter, read_week_of_month,
	    read_ends, read_weekdays,   read_annual,    read_half_and_year,
	};
	size_t n = 0;
	for (size_t k = 0; k < sizeof readers / sizeof readers[0] && n == 0; k++)
		n = readers[k](words, i, frequency);
	return n;
}
