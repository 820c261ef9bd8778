#include "reading/header.h"

#include "base/buf.h"
#include "reading/header_basis.h"
#include "reading/header_issuer.h"
#include "reading/header_kind.h"
#include "reading/reading_field.h"
#include "reading/signature.h"
#include "reading/time_date.h"
#include "reading/unit_name.h"
#include "reading/words.h"
#include "viet/space.h"

enum { MAX_TOP = 60, MAX_TITLE_PARAGRAPHS = 5, MAX_TITLE = 600, LONG_LINE = 220, NOWHERE = HEADER_ISSUER_NOWHERE };

struct reader {
	struct arena *arena;
	const struct lines_paragraph_vec *paragraphs;
	struct reading_header header;
	size_t kind;        /* the paragraph with the kind of document; NOWHERE without one */
	size_t subject, to; /* of an official letter: "V/v …", "Kính gửi"; NOWHERE without one */
	size_t body, end, resume;
	bool all_capitals; /* the whole document */
};

static const struct lines_paragraph *paragraph_at(const struct reader *r, size_t i)
{
	return &r->paragraphs->at[i];
}

static struct words words_at(const struct reader *r, size_t i)
{
	return paragraph_at(r, i)->words;
}

static struct reading_field field_of_words(const struct reader *r, size_t i, const struct words *words, size_t from, size_t to,
                                           uint8_t confidence)
{
	if (from >= to)
		return (struct reading_field){0};
	return lines_field(r->arena, paragraph_at(r, i), words->at[from].begin, words->at[to - 1].end, confidence);
}

/* Several paragraphs as one field. */
static struct reading_field join_fields(const struct reader *r, size_t first, size_t end, uint8_t confidence)
{
	struct reading_field all = {0};
	for (size_t i = first; i < end; i++) {
		struct reading_field field = lines_field(r->arena, paragraph_at(r, i), 0, paragraph_at(r, i)->text.len, confidence);
		reading_field_add(r->arena, &all, &field, " ");
	}
	return all;
}

/* ---- kind and title ---- */

/* Which kind a paragraph names: all of it, or the begin of a line in capitals. No text for none. */
static struct str kind_of(const struct reader *r, size_t i, size_t *ret_words, bool *ret_whole)
{
	const struct lines_paragraph *p = paragraph_at(r, i);
	if (p->mark != LINES_PLAIN || p->text.len > LONG_LINE * 2)
		return (struct str){0};
	struct words words = words_at(r, i);
	struct str kind = words.n > 0 && words.at[0].capital ? header_kind_at(&words, 0, ret_words) : (struct str){0};
	if (kind.len == 0)
		return kind;
	size_t rest = words.n - *ret_words;
	bool numbered = rest <= 2 && rest > 0 &&
	                words_roman(words_text(&words, *ret_words, *ret_words + 1)) + words_number(&words, *ret_words) > 0;
	*ret_whole = rest == 0 || (rest == 1 && words.at[*ret_words].kind == WORD_SIGN) || numbered;
	return *ret_whole || p->capitals ? kind : (struct str){0};
}

/* An official letter says what it is about below its number, "V/v …", and whom it is to (Phụ lục I, mục II.5b, 9a). */
static void find_letter(struct reader *r)
{
	for (size_t i = 0; i < r->paragraphs->n && i < MAX_TOP; i++) {
		struct str text = paragraph_at(r, i)->text;
		if (words_match(&paragraph_at(r, i)->words, 0, "kính gửi") > 0) {
			r->to = i;
			break;
		}
		if (!header_issuer_is_subject(text) || r->subject != NOWHERE || text.len > MAX_TITLE)
			continue;
		size_t from = str_has_prefix(text, STR("V/v")) ? STR("V/v:").len : 0;
		r->subject = i;
		r->header.title = lines_field(r->arena, paragraph_at(r, i), from, text.len, 90);
	}
	if (r->subject == NOWHERE || r->to == NOWHERE)
		return;
	r->header.kind = lines_field(r->arena, paragraph_at(r, r->subject), 0, STR("V/v").len, 92);
	r->header.kind.text = STR("Công văn");
}

static void find_kind(struct reader *r)
{
	size_t n = 0;
	bool whole = false;
	struct str found = {0};
	for (int pass = 0; pass < 2 && found.len == 0; pass++)
		for (size_t i = 0; i < r->paragraphs->n && i < MAX_TOP && found.len == 0; i++) {
			found = kind_of(r, i, &n, &whole);
			if (pass == 0 && !whole)
				found = (struct str){0};
			r->kind = found.len > 0 ? i : NOWHERE;
		}
	if (found.len == 0) {
		find_letter(r);
		return;
	}
	struct words words = words_at(r, r->kind);
	r->header.kind = field_of_words(r, r->kind, &words, 0, n, paragraph_at(r, r->kind)->capitals ? 98 : 80);
	r->header.kind.text = found;
	if (!whole)
		r->header.title = field_of_words(r, r->kind, &words, n, words.n, 75);
}

/* A document that is written in capitals from end to end, where they say nothing of what a line is. */
static bool is_all_in_capitals(const struct lines_paragraph_vec *paragraphs)
{
	enum { FEWEST = 12, LOOKED_AT = 80, PERCENT = 95 };
	size_t n = paragraphs->n < LOOKED_AT ? paragraphs->n : LOOKED_AT, capitals = 0;
	for (size_t i = 0; i < n; i++)
		capitals += paragraphs->at[i].capitals;
	return n >= FEWEST && capitals * 100 >= n * PERCENT;
}

static bool is_title_line(const struct reader *r, size_t i, bool first)
{
	const struct lines_paragraph *p = paragraph_at(r, i);
	if (p->mark != LINES_PLAIN || p->text.len > MAX_TITLE || p->text.ptr[0] == '(' || str_has_suffix(p->text, STR(":")) ||
	    str_has_suffix(p->text, STR(";")) || str_has_suffix(p->text, STR(".")))
		return false;
	struct words words = words_at(r, i);
	if (header_basis_begins(&words) && !(first && !words_is(&words, 0, "căn")) && (!p->capitals || r->all_capitals))
		return false;
	if (words_match(&words, 0, "kính gửi") > 0 || header_issuer_acts(&words, 0) > 0 || words_match(&words, 0, "nơi nhận") > 0)
		return false;
	return first || (p->text.len < LONG_LINE && !p->gap_before);
}

/* Where a title printed after the kind ends: lines of the same case, or what was joined to it. */
static size_t read_title(struct reader *r)
{
	size_t i = r->kind + 1, end = i;
	if (r->header.title.text.len > 0)
		return i;
	while (end < r->paragraphs->n && end < i + MAX_TITLE_PARAGRAPHS && is_title_line(r, end, end == i)) {
		bool same_case = end == i || paragraph_at(r, end)->capitals == paragraph_at(r, end - 1)->capitals;
		if (!same_case)
			break;
		end++;
	}
	if (end > i)
		r->header.title = join_fields(r, i, end, end == i + 1 ? 92 : 85);
	return end;
}

/* ---- issuer, number, place and date ---- */

/* "Số: 15/KH-SNV …": the number's words; false where the line has none or it is blank. */
static void read_number(struct reader *r, size_t i, const struct words *words)
{
	if (!words_is(words, 0, "số") || (!words_is(words, 1, ":") && words_number(words, 1) < 0))
		return;
	size_t from = words_is(words, 1, ":") ? 2 : 1, to = from;
	if (words_number(words, from) < 0)
		return;
	while (to < words->n && (to == from || !words->at[to].space_before || words_is(words, to, "-") || words_is(words, to, "/") ||
	                         words_is(words, to - 1, "-") || words_is(words, to - 1, "/")))
		to++;
	if (to <= from + 2)
		return;
	r->header.number = field_of_words(r, i, words, from, to, 95);
	struct buf closed; /* "87 /KH - THPT" */
	buf_init(&closed, r->arena, r->header.number.text.len + 1);
	for (size_t k = from; k < to; k++)
		buf_add(&closed, words_text(words, k, k + 1));
	r->header.number.text = buf_str(&closed);
}

/* A capitalised word, or the number that a ward is called by. */
static bool is_of_place(const struct words *words, size_t i, size_t day)
{
	bool is_number = words->at[i].kind == WORD_NUMBER && i + 2 == day && i > 0 && words->at[i - 1].capital;
	return is_number || (words->at[i].kind == WORD_LETTERS && words->at[i].capital);
}

/* "Bình Minh" before ", ngày": capitalised words up to the comma before word `day`. */
static void read_place(struct reader *r, size_t i, const struct words *words, size_t day)
{
	size_t from = day - 1;
	if (day < 2 || !words_is(words, day - 1, ","))
		return;
	while (from > 0 && is_of_place(words, from - 1, day) && words->at[from - 1].space_before && day - from < 8)
		from--;
	r->header.place = field_of_words(r, i, words, from, day - 1, 92);
}

/* The word behind the dots or strokes that stand for what is to be written in by hand. */
static size_t behind_blank(const struct words *words, size_t i)
{
	while (i < words->n && words->at[i].kind == WORD_SIGN && !words_is(words, i, ","))
		i++;
	return i;
}

/* "ngày … tháng 02 năm 2026", the day left blank, at word `day`. */
static void read_blank_date(struct reader *r, size_t i, const struct words *words, size_t day)
{
	size_t month_at = behind_blank(words, day + 1) + 1;
	int month = words_number(words, month_at);
	size_t year = month > 0 ? month_at + 1 : behind_blank(words, month_at);
	int value = words_is(words, year, "năm") ? words_number(words, year + 1) : 0;
	r->header.partial_month = month > 0 && month <= 12 ? month : 0;
	r->header.partial_year = value > 1900 ? value : 0;
	r->header.date_raw = field_of_words(r, i, words, day, words->n < year + 2 ? words->n : year + 2, 90);
}

/* "Bình Minh, ngày 05 tháng 02 năm 2026", or with the day left blank. */
static void read_place_date(struct reader *r, size_t i, const struct words *words)
{
	for (size_t k = 0; k < words->n; k++) {
		struct date_parts date;
		size_t n = words_is(words, k, "ngày") ? time_date_read(words, k, &date) : 0;
		bool blank = n == 0 && words_is(words, k, "ngày") && words_is(words, behind_blank(words, k + 1), "tháng");
		if (n == 0 && !blank)
			continue;
		read_place(r, i, words, k);
		if (blank) {
			read_blank_date(r, i, words, k);
		} else if (date.year > 0) {
			r->header.date = date_from_parts(date.year, date.month, date.day);
			r->header.date_raw = field_of_words(r, i, words, k, k + n, 95);
		}
		return;
	}
}

static void read_top(struct reader *r)
{
	size_t end = r->kind != NOWHERE ? r->kind : r->to != NOWHERE ? r->to : 0;
	for (size_t i = 0; i < end; i++) {
		struct words words = words_at(r, i);
		if (r->header.number.text.len == 0)
			read_number(r, i, &words);
		if (r->header.date_raw.text.len == 0)
			read_place_date(r, i, &words);
	}
}

/* ---- the end ---- */

/* A plan that the document promulgates follows its signature: its kind in capitals, alone in its line. */
static size_t find_attached(struct reader *r, size_t from)
{
	size_t n = 0;
	for (size_t i = from; i < r->paragraphs->n; i++) {
		bool whole = false;
		struct str kind = paragraph_at(r, i)->capitals ? kind_of(r, i, &n, &whole) : (struct str){0};
		if (kind.len > 0 && whole)
			return str_eq(kind, STR("Phụ lục")) ? r->paragraphs->n : i + 1;
	}
	return r->paragraphs->n;
}

/* The paragraph at or behind `from` with the state's name: the letterhead of an appendix. */
static size_t next_letterhead(const struct reader *r, size_t from)
{
	size_t i = from;
	while (i < r->paragraphs->n && header_issuer_motto(&paragraph_at(r, i)->words) == paragraph_at(r, i)->words.n)
		i++;
	return i;
}

static void read_end(struct reader *r)
{
	r->end = r->resume = r->paragraphs->n;
	for (size_t i = r->body; i < r->paragraphs->n; i++) {
		const struct lines_paragraph *p = paragraph_at(r, i);
		if (p->mark != LINES_PLAIN || p->text.len > LONG_LINE)
			continue;
		struct words words = words_at(r, i);
		bool appendix = p->capitals && words_match(&words, 0, "phụ lục") > 0 && i > r->body;
		if (words_match(&words, 0, "nơi nhận") > 0) {
			r->end = i;
			signature_read(r->arena, r->paragraphs, i, next_letterhead(r, i), &r->header);
			r->resume = find_attached(r, i + 1); /* a page may have its head before the signature beside it */
			return;
		}
		if (appendix) {
			r->end = i;
			return;
		}
	}
}

/* ---- appendix ---- */

/* "(Kèm theo Kế hoạch số … ngày … của …)": what the appendix belongs to; a date or year that is missing above. */
static void read_attachment(struct reader *r)
{
	for (size_t i = 0; i < r->paragraphs->n; i++) {
		const struct lines_paragraph *p = paragraph_at(r, i);
		if (p->text.ptr[0] != '(' || p->text.len > MAX_TITLE)
			continue;
		struct words words = words_at(r, i);
		size_t n = words_match(&words, 1, "kèm theo");
		n = n > 0 ? n : words_match(&words, 1, "ban hành kèm theo");
		if (n == 0)
			continue;
		size_t to = words.n;
		while (to > 0 && words.at[to - 1].kind == WORD_SIGN)
			to--;
		if (r->header.date_raw.text.len == 0) {
			struct reading_field place = r->header.place;
			read_place_date(r, i, &words);
			r->header.place = place;
		}
		if (str_eq(r->header.kind.text, STR("Phụ lục")))
			r->header.attached_to = field_of_words(r, i, &words, n + 1, to, 92);
		return;
	}
}

/* The last year that the text names; of a report the first: what comes after its own is what is to be done next. */
static int year_in(const struct reader *r, struct str text)
{
	struct words words = words_of(r->arena, text);
	bool is_report = str_eq(r->header.kind.text, STR("Báo cáo"));
	int year = 0;
	for (size_t i = 0; i < words.n && (year == 0 || !is_report); i++) {
		int n = words_number(&words, i);
		bool after = i > 0 && (words_is(&words, i - 1, "năm") || words_is(&words, i - 1, "/"));
		if (n >= 2000 && n < 2100 && after && !words_is(&words, i + 1, "-"))
			year = n;
	}
	return year;
}

static void set_year(struct reader *r)
{
	int year = year_in(r, r->header.title.text);
	year = year != 0 ? year : year_in(r, r->header.attached_to.text);
	if (year == 0 && r->header.date != DATE_NONE)
		year = date_to_parts(r->header.date).year;
	year = year != 0 ? year : r->header.partial_year;
	for (size_t i = 0; year == 0 && i < r->header.in_execution_of.n; i++)
		year = year_in(r, r->header.in_execution_of.at[i].text);
	r->header.year = year;
}

struct reading_header header_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs, struct header_body *ret_body)
{
	struct reader r = {.arena = arena,
	                   .paragraphs = paragraphs,
	                   .kind = NOWHERE,
	                   .subject = NOWHERE,
	                   .to = NOWHERE,
	                   .all_capitals = is_all_in_capitals(paragraphs),
	                   .header = {.date = DATE_NONE}};
	find_kind(&r);
	size_t after = r.kind != NOWHERE ? read_title(&r) : r.to != NOWHERE ? r.to + 1 : 0;
	read_top(&r);
	r.body = header_basis_read(arena, paragraphs, after, &r.header.in_execution_of);
	read_end(&r);
	struct header_issuer issuer = header_issuer_find(arena, paragraphs, r.kind, r.body);
	r.header.issuer = issuer.issuer;
	r.header.parent_body = issuer.parent;
	read_attachment(&r);
	set_year(&r);
	*ret_body = (struct header_body){.first = r.body < r.end ? r.body : r.end, .end = r.end, .resume = r.resume};
	return r.header;
}
