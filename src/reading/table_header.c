#include "reading/table_header.h"

#include <string.h>

#include "reading/flow_ordinal.h"

/* What a word or two of a header say. */
enum class {
	SAYS_ORDINAL,
	SAYS_TITLE,
	SAYS_BROAD, /* a title where nothing closer to one follows, else what several tasks share */
	SAYS_PRODUCT,
	SAYS_CHANNEL,
	SAYS_SCHEDULE,
	SAYS_BEGIN, /* of two schedule columns, the first */
	SAYS_ASSIGNMENT,
	SAYS_UNIT, /* who; the words after it say in what role */
	SAYS_LEAD,
	SAYS_COORDINATE,
	SAYS_FUNDING,
	SAYS_GROUP,
	SAYS_NOTE,
	SAYS_OVERSEES, /* of a unit: another role than to do the work */
	SAYS_MORE,     /* belongs to the words before */
	SAYS_NOTHING,
};

struct phrase {
	const char *words; /* folded, longest first among those with one beginning */
	enum class class;
};

static const struct phrase phrases[] = {
    {"so thu tu", SAYS_ORDINAL},
    {"so tt", SAYS_ORDINAL},
    {"s tt", SAYS_ORDINAL},
    {"stt", SAYS_ORDINAL},
    {"tt", SAYS_ORDINAL},
    {"nhom nhiem vu", SAYS_GROUP},
    {"linh vuc", SAYS_GROUP},
    {"noi dung cong viec", SAYS_TITLE},
    {"noi dung nhiem vu", SAYS_TITLE},
    {"noi dung hoat dong", SAYS_TITLE},
    {"noi dung tuyen truyen", SAYS_TITLE},
    {"noi dung truyen thong", SAYS_TITLE},
    {"noi dung thuc hien", SAYS_TITLE},
    {"noi dung", SAYS_BROAD},
    {"chu de", SAYS_BROAD},
    {"ten nhiem vu", SAYS_TITLE},
    {"ten cong viec", SAYS_TITLE},
    {"nhiem vu", SAYS_TITLE},
    {"cong viec", SAYS_TITLE},
    {"dau viec", SAYS_TITLE},
    {"hang muc", SAYS_TITLE},
    {"giai phap", SAYS_CHANNEL},
    {"hoat dong", SAYS_TITLE},
    {"ket qua", SAYS_PRODUCT},
    {"san pham", SAYS_PRODUCT},
    {"dau ra", SAYS_PRODUCT},
    {"hinh thuc", SAYS_CHANNEL},
    {"phuong thuc", SAYS_CHANNEL},
    {"cach thuc", SAYS_CHANNEL},
    {"bien phap", SAYS_CHANNEL},
    {"kenh", SAYS_CHANNEL},
    {"thoi gian bat dau", SAYS_BEGIN},
    {"ngay bat dau", SAYS_BEGIN},
    {"bat dau", SAYS_BEGIN},
    {"ket thuc", SAYS_SCHEDULE},
    {"thoi gian", SAYS_SCHEDULE},
    {"thoi han", SAYS_SCHEDULE},
    {"thoi diem", SAYS_SCHEDULE},
    {"han hoan thanh", SAYS_SCHEDULE},
    {"ngay hoan thanh", SAYS_SCHEDULE},
    {"tien do", SAYS_SCHEDULE},
    {"lo trinh", SAYS_SCHEDULE},
    {"ke hoach thoi gian", SAYS_SCHEDULE},
    {"phan cong", SAYS_ASSIGNMENT},
    {"trach nhiem", SAYS_ASSIGNMENT},
    {"phu trach", SAYS_ASSIGNMENT},
    {"to chuc thuc hien", SAYS_ASSIGNMENT},
    {"lanh dao phu trach", SAYS_NOTE},
    {"lanh dao chi dao", SAYS_NOTE},
    {"chu tri", SAYS_LEAD},
    {"phoi hop", SAYS_COORDINATE},
    {"co quan", SAYS_UNIT},
    {"don vi tinh", SAYS_NOTE},
    {"don vi", SAYS_UNIT},
    {"bo phan", SAYS_UNIT},
    {"phong ban", SAYS_UNIT},
    {"to chuc", SAYS_UNIT},
    {"ca nhan", SAYS_UNIT},
    {"can bo", SAYS_UNIT},
    {"nguoi", SAYS_UNIT},
    {"dau moi", SAYS_UNIT},
    {"nguon kinh phi", SAYS_FUNDING},
    {"nguon luc", SAYS_FUNDING},
    {"nguon von", SAYS_FUNDING},
    {"kinh phi", SAYS_FUNDING},
    {"du toan", SAYS_FUNDING},
    {"ngan sach", SAYS_FUNDING},
    {"ghi chu", SAYS_NOTE},
    {"luu y", SAYS_NOTE},
    {"muc tieu", SAYS_NOTE},
    {"chi tieu", SAYS_NOTE},
    {"chi so", SAYS_NOTE},
    {"doi tuong", SAYS_NOTE},
    {"dia diem", SAYS_NOTE},
    {"so luong", SAYS_NOTE},
    {"dvt", SAYS_NOTE},
    {"can cu", SAYS_NOTE},
    {"tham quyen", SAYS_NOTE},
    {"thuc hien", SAYS_MORE},
    {"trien khai", SAYS_MORE},
    {"hoan thanh", SAYS_MORE},
    {"du kien", SAYS_MORE},
    {"cu the", SAYS_MORE},
    {"chu yeu", SAYS_MORE},
    {"trong tam", SAYS_MORE},
    {"can dat", SAYS_MORE},
    {"dat duoc", SAYS_MORE},
    {"tuyen truyen", SAYS_MORE},
    {"truyen thong", SAYS_MORE},
    {"bao dam", SAYS_MORE},
    {"dam bao", SAYS_MORE},
    {"bao cao", SAYS_MORE},
    {"chinh", SAYS_MORE},
    {"yeu cau", SAYS_MORE},
    {"duoc", SAYS_MORE},
    {"chiu", SAYS_MORE},
    {"giao", SAYS_MORE},
    {"va", SAYS_MORE},
    {"cua", SAYS_MORE},
    {"cac", SAYS_MORE},
    {"nam", SAYS_MORE},
    {"theo doi", SAYS_OVERSEES},
    {"kiem tra", SAYS_OVERSEES},
    {"trinh", SAYS_OVERSEES},
    {"phe duyet", SAYS_OVERSEES},
    {"ban hanh", SAYS_OVERSEES},
};

enum { MAX_HEADER_WORDS = 80, MAX_HEADER_LINES = 24, MAX_UNKNOWN_RUN = 5 };

struct header_word {
	struct str text;
	uint32_t line;
	bool joined; /* to the word before, by a slash, a comma or "và" */
	bool aside;  /* inside brackets */
	bool proper; /* begins with a capital, and is not all capitals */
	bool small;  /* begins with a small letter */
};

struct header_words {
	struct header_word at[MAX_HEADER_WORDS];
	uint32_t n;
	bool cased; /* cells begin with capitals, and only cells */
};

/* The state of one run of columns. */
struct run {
	struct table_header header;
	enum class classes[TABLE_MAX_COLUMNS];
	bool bare[TABLE_MAX_COLUMNS]; /* a role word without a word for who */
	uint32_t joins;               /* of words of different columns: prose has them, headers do not */
	bool full;
};

static bool is_separator(char c)
{
	return strchr(" /,.;:&()-\"", c) != NULL;
}

static void add_word(const struct table_text *text, struct str s, uint32_t line, bool joined, bool aside,
                     struct header_words *words)
{
	uint16_t flags = table_text_flags(s);
	struct str folded = table_text_fold(text->arena, s);
	if (folded.len == 0 || (folded.len == 1 && is_separator(folded.ptr[0])))
		return;
	words->at[words->n++] = (struct header_word){.text = folded,
	                                             .line = line,
	                                             .joined = joined,
	                                             .aside = aside,
	                                             .proper = (flags & TABLE_WORD_UPPER) && !(flags & TABLE_WORD_CAPS),
	                                             .small = flags & TABLE_WORD_LOWER};
}

static void split_words(const struct table_text *text, struct str s, uint32_t line, bool *aside, struct header_words *words)
{
	bool joined = false;
	for (size_t at = 0; at < s.len && words->n < MAX_HEADER_WORDS;) {
		char c = s.ptr[at];
		if (is_separator(c)) {
			joined = joined || strchr("/,&", c) != NULL;
			*aside = c == '(' ? true : c == ')' ? false : *aside;
			at++;
			continue;
		}
		size_t end = at;
		while (end < s.len && !is_separator(s.ptr[end]))
			end++;
		add_word(text, str_part(s, at, end - at), line, joined, *aside, words);
		joined = false;
		at = end;
	}
	/* "Kết quả/" ends its line with the slash */
	if (joined && words->n < MAX_HEADER_WORDS)
		words->at[words->n++] = (struct header_word){.text = STR("va"), .line = line, .small = true};
}

/* Whether capitals tell where cells begin: some words have them and some have not. */
static void look_at_case(struct header_words *words)
{
	enum { FEWEST = 3 };
	uint32_t proper = 0, small = 0;
	for (uint32_t i = 0; i < words->n; i++) {
		proper += words->at[i].proper;
		small += words->at[i].small;
	}
	words->cased = proper >= FEWEST && small >= FEWEST;
}

/* The phrase at `at` and how many words it takes; NULL where no phrase begins there. */
static const struct phrase *match_phrase(const struct header_words *words, uint32_t at, uint32_t *ret_n)
{
	const struct phrase *best = NULL;
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
		struct str rest = str_of(phrases[i].words), part;
		uint32_t n = 0;
		bool same = true;
		while (same && str_split(&rest, ' ', &part)) {
			same = at + n < words->n && str_eq(words->at[at + n].text, part) &&
			       !(n > 0 && (words->at[at + n].joined || (words->cased && words->at[at + n].proper)));
			n++;
		}
		if (same && (best == NULL || n > *ret_n)) {
			best = &phrases[i];
			*ret_n = n;
		}
	}
	return best;
}

static bool is_unit_role(enum class class)
{
	return class == SAYS_LEAD || class == SAYS_COORDINATE || class == SAYS_ASSIGNMENT || class == SAYS_OVERSEES;
}

/* What a column called by one class of words is when another follows it as a matter of course; SAYS_NOTHING: another column. */
static enum class followed(enum class now, enum class next) {
	if (next == SAYS_MORE) return now == SAYS_UNIT ? SAYS_ASSIGNMENT : now;
	if (now == SAYS_UNIT && (is_unit_role(next) || next == SAYS_UNIT)) return next;
	if (now == SAYS_ASSIGNMENT && next == SAYS_UNIT) return now;
	bool repeats = now == SAYS_PRODUCT || now == SAYS_SCHEDULE || now == SAYS_FUNDING;
	return now == next && repeats ? now : SAYS_NOTHING;
}

/* Whether `next` belongs to the column of class `now`; *ret_class is what the column then is. */
static bool merges(enum class now, enum class next, bool joined, enum class *ret_class)
{
	*ret_class = followed(now, next);
	if (*ret_class != SAYS_NOTHING)
		return true;
	bool lead_and_more = (now == SAYS_LEAD && next == SAYS_COORDINATE) || (now == SAYS_COORDINATE && next == SAYS_LEAD);
	*ret_class = now == SAYS_BROAD && next == SAYS_TITLE ? next : lead_and_more ? SAYS_ASSIGNMENT : now;
	return joined && now != SAYS_ORDINAL;
}

static void add_phrase(struct run *run, enum class class, bool joined)
{
	struct table_header *header = &run->header;
	enum class merged;
	if (header->n_columns > 0 && merges(run->classes[header->n_columns - 1], class, joined, &merged)) {
		uint32_t last = header->n_columns - 1;
		if (joined && run->classes[last] != class && class != SAYS_UNIT && class != SAYS_MORE && run->classes[last] != SAYS_UNIT)
			run->joins++;
		if (class == SAYS_UNIT)
			run->bare[last] = false;
		run->classes[last] = merged;
		return;
	}
	if (class == SAYS_MORE)
		return;
	if (header->n_columns == TABLE_MAX_COLUMNS) {
		run->full = true;
		return;
	}
	run->bare[header->n_columns] = class != SAYS_UNIT;
	run->classes[header->n_columns++] = class;
}

static enum table_column column_of(enum class class)
{
	static const enum table_column columns[] = {
	    [SAYS_ORDINAL] = TABLE_ORDINAL,
	    [SAYS_TITLE] = TABLE_TITLE,
	    [SAYS_BROAD] = TABLE_TITLE,
	    [SAYS_PRODUCT] = TABLE_PRODUCT,
	    [SAYS_CHANNEL] = TABLE_CHANNEL,
	    [SAYS_SCHEDULE] = TABLE_SCHEDULE,
	    [SAYS_BEGIN] = TABLE_SCHEDULE,
	    [SAYS_ASSIGNMENT] = TABLE_ASSIGNMENT,
	    [SAYS_UNIT] = TABLE_ASSIGNMENT,
	    [SAYS_LEAD] = TABLE_LEAD,
	    [SAYS_COORDINATE] = TABLE_COORDINATE,
	    [SAYS_FUNDING] = TABLE_FUNDING,
	    [SAYS_GROUP] = TABLE_GROUP,
	    [SAYS_NOTE] = TABLE_NOTE,
	    [SAYS_MORE] = TABLE_NOTE,
	    [SAYS_NOTHING] = TABLE_NOTE,
	    [SAYS_OVERSEES] = TABLE_NOTE,
	};
	return columns[class];
}

/* Of "Phân công thực hiện" above "Chủ trì" and "Phối hợp" only the two below are columns; they stand in its place. */
static void drop_spanning_header(struct run *run)
{
	uint32_t n = run->header.n_columns, above = n, lead = n;
	for (uint32_t i = 0; i < n; i++) {
		if ((run->classes[i] == SAYS_ASSIGNMENT || run->classes[i] == SAYS_UNIT) && above == n)
			above = i;
		if (run->classes[i] == SAYS_LEAD && run->bare[i] && i + 1 < n && run->classes[i + 1] == SAYS_COORDINATE)
			lead = i;
	}
	if (above == n || lead == n || above > lead)
		return;
	enum class kept[TABLE_MAX_COLUMNS];
	uint32_t n_kept = 0;
	for (uint32_t i = 0; i < n; i++) {
		if (i == above) {
			kept[n_kept++] = SAYS_LEAD;
			kept[n_kept++] = SAYS_COORDINATE;
		} else if (i != lead && i != lead + 1) {
			kept[n_kept++] = run->classes[i];
		}
	}
	memcpy(run->classes, kept, n_kept * sizeof *kept);
	run->header.n_columns = n_kept;
}

/* Names the columns: of several titles the last that is one, and the others what their tasks share. */
static void name_columns(struct run *run)
{
	drop_spanning_header(run);
	struct table_header *header = &run->header;
	uint32_t title = TABLE_MAX_COLUMNS;
	for (uint32_t i = 0; i < header->n_columns; i++) {
		header->columns[i] = column_of(run->classes[i]);
		if (header->columns[i] == TABLE_TITLE && (title == TABLE_MAX_COLUMNS || run->classes[i] == SAYS_TITLE))
			title = i;
	}
	for (uint32_t i = 0; i < header->n_columns; i++)
		if (header->columns[i] == TABLE_TITLE && i != title)
			header->columns[i] = i < title ? TABLE_GROUP : TABLE_NOTE;
	/* a table of groups and units has its tasks in the column called by their field */
	for (uint32_t i = 0; title == TABLE_MAX_COLUMNS && i < header->n_columns; i++)
		if (header->columns[i] == TABLE_GROUP) {
			header->columns[i] = TABLE_TITLE;
			title = i;
		}
}

bool table_header_has(const struct table_header *header, enum table_column column)
{
	for (uint32_t i = 0; i < header->n_columns; i++)
		if (header->columns[i] == column)
			return true;
	return false;
}

bool table_header_is_of_tasks(const struct table_header *header)
{
	return table_header_has(header, TABLE_TITLE) &&
	       (table_header_has(header, TABLE_SCHEDULE) || table_header_has(header, TABLE_ASSIGNMENT) ||
	        table_header_has(header, TABLE_LEAD));
}

bool table_header_same(const struct table_header *a, const struct table_header *b)
{
	return a->n_columns == b->n_columns && memcmp(a->columns, b->columns, a->n_columns * sizeof *a->columns) == 0;
}

/* --- in a flow of lines --- */

/* Whether a line begins a row rather than going on with the header: "1", "1.", "I.", "I", "A." */
static bool begins_row(const struct table_text *text, const struct table_line *line)
{
	const struct table_word *word = &text->words.at[line->first];
	struct flow_ordinal_mark mark;
	if (word->flags & TABLE_WORD_DIGIT)
		return true;
	return flow_ordinal_parse(table_text_word(text, line->first), &mark);
}

static void gather_words(const struct table_text *text, uint32_t line, struct header_words *words)
{
	bool aside = false;
	for (uint32_t l = line; l < text->lines.n && l < line + MAX_HEADER_LINES; l++) {
		if (l > line && begins_row(text, &text->lines.at[l]))
			break;
		if (l > line && text->lines.at[l].block != text->lines.at[l - 1].block + 1)
			break; /* a row of cells stands between */
		struct str s = document_span_text(text->document, text->document->blocks.at[text->lines.at[l].block].span);
		split_words(text, s, l, &aside, words);
	}
	look_at_case(words);
}

/* Reads phrases for as long as they are phrases of a header; words [0, *ret_end) were read. Lines are taken whole: reading
 * ends after the last line all of whose words belong. */
static void read_phrases(const struct header_words *words, bool has_ordinal, struct run *ret, uint32_t *ret_end_line)
{
	struct run run = {0};
	uint32_t unknown = 0;
	for (uint32_t at = 0; at < words->n && !run.full;) {
		uint32_t n = 1;
		const struct phrase *phrase = match_phrase(words, at, &n);
		if (words->at[at].aside) {
			n = 1;
		} else if (phrase != NULL) {
			bool joined = words->at[at].joined || (at > 0 && str_eq(words->at[at - 1].text, STR("va"))) ||
			              (words->cased && words->at[at].small);
			add_phrase(&run, phrase->class, joined);
			unknown = 0;
		} else {
			if (!has_ordinal || ++unknown > MAX_UNKNOWN_RUN)
				break;
			if (unknown == 1)
				add_phrase(&run, SAYS_NOTE, false);
		}
		at += n;
		bool line_ends = at == words->n || words->at[at].line != words->at[at - 1].line;
		if (line_ends && unknown == 0) {
			*ret = run;
			*ret_end_line = words->at[at - 1].line + 1;
		}
	}
}

/* The line after a row of column numbers that begins at `line`; `line` itself where there is none. */
static uint32_t skip_numbering(const struct table_text *text, uint32_t line, uint32_t n_columns)
{
	uint32_t expected = 1, l = line;
	for (; l < text->lines.n && expected <= n_columns; l++)
		for (uint32_t i = text->lines.at[l].first; i < text->lines.at[l].end; i++) {
			struct str s = table_text_word(text, i);
			while (s.len > 0 && strchr("([", s.ptr[0]) != NULL)
				s = str_from(s, 1);
			while (s.len > 0 && strchr(")].", s.ptr[s.len - 1]) != NULL)
				s.len--;
			int64_t number;
			if (!str_parse_int(s, &number) || number != expected)
				return expected > 3 && i == text->lines.at[l].first ? l : line;
			expected++;
		}
	return expected > 3 ? l : line;
}

bool table_header_in_lines(const struct table_text *text, uint32_t line, struct table_header *ret, uint32_t *ret_end)
{
	const struct table_word *first = &text->words.at[text->lines.at[line].first];
	if (!(first->flags & TABLE_WORD_UPPER))
		return false;
	struct header_words words = {.n = 0};
	gather_words(text, line, &words);
	uint32_t n = 0;
	const struct phrase *phrase = match_phrase(&words, 0, &n);
	if (phrase == NULL || (phrase->class != SAYS_ORDINAL && phrase->class != SAYS_TITLE && phrase->class != SAYS_BROAD &&
	                       phrase->class != SAYS_GROUP))
		return false;
	bool has_ordinal = phrase->class == SAYS_ORDINAL;
	struct run run = {0};
	uint32_t end = line;
	read_phrases(&words, has_ordinal, &run, &end);
	name_columns(&run);
	if (run.header.n_columns < 3 || run.full || !table_header_has(&run.header, TABLE_TITLE))
		return false;
	/* a heading may name the columns of the appendix below it: in prose, not as a header */
	bool in_one_line = end == line + 1;
	if (!has_ordinal && (run.joins > 0 || !table_header_is_of_tasks(&run.header) || (in_one_line && !words.cased)))
		return false;
	*ret = run.header;
	*ret_end = skip_numbering(text, end, run.header.n_columns);
	return true;
}

bool table_header_repeats(const struct table_text *text, uint32_t first, uint32_t first_end, uint32_t line, uint32_t *ret_end)
{
	uint32_t l = line, at = text->lines.at[line].first;
	for (uint32_t w = text->lines.at[first].first; w < text->lines.at[first_end - 1].end; w++, at++) {
		if (at == text->lines.at[l].end) {
			if (++l == text->lines.n)
				return false;
			at = text->lines.at[l].first;
		}
		if (text->words.at[at].key != text->words.at[w].key)
			return false;
	}
	*ret_end = l + 1;
	return at == text->lines.at[l].end;
}

/* --- in a row of cells --- */

static enum table_column column_of_cell(const struct table_text *text, struct document_span span, enum class *ret_class)
{
	struct header_words words = {.n = 0};
	bool aside = false;
	struct run run = {0};
	split_words(text, document_span_text(text->document, span), 0, &aside, &words);
	*ret_class = SAYS_NOTHING;
	for (uint32_t at = 0; at < words.n;) {
		uint32_t n = 1;
		const struct phrase *phrase = match_phrase(&words, at, &n);
		if (phrase == NULL && run.header.n_columns == 0)
			return TABLE_NOTE;
		if (phrase != NULL && !words.at[at].aside)
			add_phrase(&run, phrase->class, true);
		at += n;
	}
	if (run.header.n_columns > 0)
		*ret_class = run.classes[0];
	return column_of(*ret_class);
}

bool table_header_in_row(const struct table_text *text, const struct document_block *row, struct table_header *ret)
{
	enum { MAX_HEADER_CELL_BYTES = 120 };
	struct run run = {0};
	uint32_t known = 0;
	if (row->n_cells < 2 || row->n_cells > TABLE_MAX_COLUMNS)
		return false;
	for (uint32_t i = 0; i < row->n_cells; i++) {
		struct document_span span = row->cells[i].span;
		if (span.end - span.begin > MAX_HEADER_CELL_BYTES)
			return false;
		enum class class;
		column_of_cell(text, span, &class);
		known += class != SAYS_NOTHING && class != SAYS_MORE;
		run.classes[i] = class;
	}
	run.header.n_columns = row->n_cells;
	if (known * 3 < row->n_cells * 2 || known < 2)
		return false;
	uint32_t n_columns = run.header.n_columns;
	name_columns(&run);
	if (run.header.n_columns != n_columns)
		return false;
	*ret = run.header;
	return table_header_has(ret, TABLE_ORDINAL) || table_header_is_of_tasks(ret);
}

bool table_header_is_numbering(const struct table_text *text, const struct document_block *row)
{
	for (uint32_t i = 0; i < row->n_cells; i++) {
		struct str s = str_trim(document_span_text(text->document, row->cells[i].span));
		if (s.len >= 2 && s.ptr[0] == '(' && s.ptr[s.len - 1] == ')')
			s = str_part(s, 1, s.len - 2);
		int64_t number;
		if (!str_parse_int(s, &number) || number != i + 1)
			return false;
	}
	return row->n_cells >= 2;
}
