#include "reading/header_issuer.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "reading/reading_field.h"
#include "reading/unit_name.h"
#include "viet/lower.h"
#include "viet/upper.h"

enum { MAX_ORGS = 6, LONG_LINE = 220, MAX_ABOVE = 8, ONLY_IN_CAPITALS = 85, NOWHERE = HEADER_ISSUER_NOWHERE };

/* What an issuer does in the sentence that opens the body. */
static const struct words_phrase issuing_verbs[] = {{"xây dựng", 0},   {"ban hành", 0},  {"lập", 0},   {"báo cáo", 0},
                                                    {"triển khai", 0}, {"tổ chức", 0},   {"đề ra", 0}, {"thông báo", 0},
                                                    {"hướng dẫn", 0},  {"quyết định", 0}};

#define MATCH(words, i, table, n) words_match_any((words), (i), (table), sizeof(table) / sizeof(table)[0], (n))

struct reader {
	struct arena *arena;
	const struct lines_paragraph_vec *paragraphs;
	size_t kind, body;
	struct header_issuer out;
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
	return lines_field(r->arena, paragraph_at(r, i), words->at[from].begin, words->at[to - 1].end, confidence);
}

size_t header_issuer_acts(const struct words *words, size_t i)
{
	size_t n = unit_name_at(words, i), m = 0;
	return n > 0 && MATCH(words, i + n, issuing_verbs, &m) != NULL ? n : 0;
}

static const char *const motto[] = {"cộng hòa xã hội chủ nghĩa việt nam", "độc lập - tự do - hạnh phúc",
                                    "đảng cộng sản việt nam"};

size_t header_issuer_motto(const struct words *words)
{
	for (size_t i = 0; i < words->n; i++)
		for (size_t k = 0; k < sizeof motto / sizeof motto[0]; k++)
			if (words_match(words, i, motto[k]) > 0)
				return i;
	return words->n;
}

/* Lines in capitals that name agencies; a line that begins with no head goes on with the one before. */
struct orgs {
	struct reading_field at[MAX_ORGS];
	size_t n;
};

/* Whether a line names no more than a board, whose body stands in the next: "BAN THƯỜNG VỤ", "HỘI LIÊN HIỆP PHỤ NỮ TỈNH …". */
static bool is_board(struct reader *r, const struct reading_field *line)
{
	static const char *const boards[] = {"ban thường vụ", "ban chấp hành", "ban thường trực", "đoàn chủ tịch",
	                                     "hội đồng quản trị"};
	struct words words = words_of(r->arena, line->text);
	return words.n > 0 && words_longest(&words, 0, boards, sizeof boards / sizeof boards[0]) == words.n;
}

static void add_org(struct reader *r, struct orgs *orgs, size_t i, const struct words *words, size_t end)
{
	while (end > 0 && words->at[end - 1].kind == WORD_SIGN)
		end--;
	if (end == 0 || !lines_mark_is_capitals(words_text(words, 0, end)) || words_match(words, 0, "phụ lục") > 0 ||
	    words_is(words, 0, "số") || words_is(words, 0, "("))
		return;
	for (size_t k = 1; k < end; k++) /* "… (TNHH MTV)" */
		end = words_is(words, k, "(") ? k : end;
	struct reading_field field = field_of_words(r, i, words, 0, end, 92);
	static const char *const places[] = {"tỉnh", "thành phố", "huyện", "quận", "xã", "phường", "đặc khu", "thị xã", "thị trấn"};
	size_t place = words_longest(words, 0, places, sizeof places / sizeof places[0]);
	bool is_place = place > 0 && !words_is(words, place, "ủy") && !words_is(words, place, "đoàn");
	/* one word is the end of a name that wrapped, whatever it is ("… VÀ MÔI", "TRƯỜNG") */
	bool goes_on = orgs->n > 0 && (is_place || end == 1 || is_board(r, &orgs->at[orgs->n - 1]) || !unit_name_begins(words, 0));
	if (goes_on) {
		reading_field_add(r->arena, &orgs->at[orgs->n - 1], &field, " ");
		return;
	}
	if (orgs->n == 0 && !unit_name_begins(words, 0))
		return;
	if (orgs->n < MAX_ORGS)
		orgs->at[orgs->n++] = field;
}

bool header_issuer_is_subject(struct str text)
{
	return str_has_prefix(text, STR("V/v ")) || str_has_prefix(text, STR("V/v:")) || str_has_prefix(text, STR("Về việc "));
}

/* What stands in the left column of a letterhead: capitals, number, "V/v …". */
static bool is_above_motto(const struct reader *r, size_t i)
{
	struct str text = paragraph_at(r, i)->text;
	return paragraph_at(r, i)->capitals ||
	       (text.len < LONG_LINE && (str_has_prefix(text, STR("Số")) || header_issuer_is_subject(text)));
}

/* The agencies named above and beside the state's name, which stands in paragraph `i`. Below it go on those that a second column
 * set beside the motto. */
static struct orgs orgs_around(struct reader *r, size_t i)
{
	struct orgs orgs = {0};
	size_t from = i;
	bool beside = false;
	while (from > 0 && i - from < MAX_ABOVE && is_above_motto(r, from - 1))
		from--;
	for (size_t k = from; k < r->paragraphs->n && k < i + 4; k++) {
		struct words words = words_at(r, k);
		size_t end = header_issuer_motto(&words);
		if (k > i && end == words.n && (!beside || k == r->kind))
			break;
		beside = beside || (k >= i && end > 0 && end < words.n);
		add_org(r, &orgs, k, &words, end);
	}
	return orgs;
}

/* The same name as it stands in running text ("Trường Trung cấp nghề …"): the first mention not in capitals. */
static bool find_in_running_text(struct reader *r, struct str capitals, struct reading_field *ret)
{
	struct str key = words_key(r->arena, capitals);
	const char *keys = str_cstr(r->arena, key);
	for (size_t i = 0; i < r->paragraphs->n; i++) {
		if (paragraph_at(r, i)->capitals)
			continue;
		struct words words = words_at(r, i);
		for (size_t k = 0; k < words.n; k++) {
			size_t n = words.at[k].capital ? words_match(&words, k, keys) : 0;
			if (n > 0 && !lines_mark_is_capitals(words_text(&words, k, k + n))) {
				*ret = field_of_words(r, i, &words, k, k + n, 95);
				return true;
			}
		}
	}
	return false;
}

/* The same where running text has the body and the place apart: "Ủy ban nhân dân tỉnh", "tỉnh Vĩnh Mẫu". */
static bool find_in_two_texts(struct reader *r, struct str capitals, struct reading_field *ret)
{
	static const char *const places[] = {"tỉnh", "thành phố", "xã", "phường", "đặc khu", "huyện", "quận", "thị xã", "thị trấn"};
	struct words words = words_of(r->arena, capitals);
	for (size_t i = 1; i < words.n; i++) {
		size_t n = words_longest(&words, i, places, sizeof places / sizeof places[0]);
		struct reading_field body, place;
		if (n == 0 || i + n >= words.n || !find_in_running_text(r, words_text(&words, 0, i), &body) ||
		    !find_in_running_text(r, words_text(&words, i + n, words.n), &place))
			continue;
		struct str of_place = words_key(r->arena, words_text(&words, i, i + n));
		ret->text = str_format(r->arena, "%.*s %.*s %.*s", STR_ARG(body.text), STR_ARG(of_place), STR_ARG(place.text));
		return true;
	}
	return false;
}

/* Each word with a capital: "MƯỜNG LÂU" → "Mường Lâu". */
static struct str as_names(struct arena *arena, const struct words *words, size_t from)
{
	struct buf out;
	buf_init(&out, arena, LONG_LINE * 2);
	for (size_t i = from; i < words->n; i++) {
		struct str word = viet_lower(arena, words_text(words, i, i + 1));
		size_t first = 0;
		(void)utf8_next(word, &first);
		if (i > from && words->at[i].space_before)
			buf_add_char(&out, ' ');
		buf_add(&out, words->at[i].kind == WORD_LETTERS ? viet_upper(arena, str_part(word, 0, first)) : str_part(word, 0, first));
		buf_add(&out, str_from(word, first));
	}
	return buf_str(&out);
}

/* Whether the document has running text that is not all in capitals. */
static bool has_small_letters(const struct reader *r)
{
	size_t n = 0;
	for (size_t i = 0; i < r->paragraphs->n; i++)
		n += !paragraph_at(r, i)->capitals;
	return n * 4 > r->paragraphs->n;
}

/* Bodies whose names Nghị định 30/2020/NĐ-CP (Phụ lục II) writes alike everywhere, but for the place behind them. */
static bool write_as_usual(struct reader *r, struct reading_field *field)
{
	static const struct {
		const char *keys, *printed;
	} bodies[] = {{"ủy ban nhân dân", "Ủy ban nhân dân"}, {"hội đồng nhân dân", "Hội đồng nhân dân"}, {"đảng ủy", "Đảng ủy"}};
	static const char *const places[] = {"tỉnh", "thành phố", "xã", "phường", "đặc khu", "huyện", "quận", "thị xã", "thị trấn"};
	struct words words = words_of(r->arena, field->text);
	for (size_t k = 0; k < sizeof bodies / sizeof bodies[0] && has_small_letters(r); k++) {
		size_t n = words_match(&words, 0, bodies[k].keys);
		size_t place = n > 0 ? words_longest(&words, n, places, sizeof places / sizeof places[0]) : 0;
		if (place == 0 || n + place >= words.n)
			continue;
		struct str of_place = viet_lower(r->arena, words_text(&words, n, n + place));
		field->text = str_format(r->arena, "%s %.*s %.*s", bodies[k].printed, STR_ARG(of_place),
		                         STR_ARG(as_names(r->arena, &words, n + place)));
		field->confidence = ONLY_IN_CAPITALS;
		return true;
	}
	return false;
}

/* How running text writes words from..to-1 of a name in capitals, whether it begins them with a capital or not; no text where it
 * does not have them. */
static struct str as_in_running_text(struct reader *r, const struct words *name, size_t from, size_t to)
{
	const char *keys = str_cstr(r->arena, words_key(r->arena, words_text(name, from, to)));
	for (size_t i = 0; i < r->paragraphs->n; i++) {
		const struct words *words = &paragraph_at(r, i)->words;
		for (size_t k = 0; k < words->n && !paragraph_at(r, i)->capitals; k++) {
			size_t n = words_match(words, k, keys);
			if (n > 0 && !lines_mark_is_capitals(words_text(words, k, k + n)))
				return words_text(words, k, k + n);
		}
	}
	return (struct str){0};
}

/* "TRUNG TÂM TRỢ GIÚP PHÁP LÝ" where running text has "trung tâm" and "trợ giúp pháp lý": each part of the name as there, with a
 * capital. */
static bool put_together(struct reader *r, struct reading_field *field)
{
	struct words name = words_of(r->arena, field->text);
	struct buf out;
	buf_init(&out, r->arena, LONG_LINE * 4);
	for (size_t from = 0; from < name.n;) {
		size_t to = name.n;
		struct str part = {0};
		bool joint = name.at[from].kind == WORD_SIGN || words_is(&name, from, "và");
		for (; to > from + 1 && part.len == 0 && !joint; to -= part.len == 0)
			part = as_in_running_text(r, &name, from, to);
		if (part.len == 0 && !joint)
			return false;
		if (from > 0 && name.at[from].space_before)
			buf_add_char(&out, ' ');
		to = joint ? from + 1 : to;
		size_t first = 0;
		part = joint ? viet_lower(r->arena, words_text(&name, from, to)) : part;
		(void)utf8_next(part, &first);
		buf_add(&out, joint ? str_part(part, 0, first) : viet_upper(r->arena, str_part(part, 0, first)));
		buf_add(&out, str_from(part, first));
		from = to;
	}
	field->text = buf_str(&out);
	field->confidence = ONLY_IN_CAPITALS;
	return true;
}

/* The issuer where no letterhead tells it: who opens the body, or whose plan the title says it is. */
static void find_issuer_in_text(struct reader *r)
{
	for (size_t i = r->kind == NOWHERE ? 0 : r->kind + 1; i < r->body + 3 && i < r->paragraphs->n; i++) {
		struct words words = words_at(r, i);
		for (size_t k = 0; k < words.n; k++) {
			bool start = k == 0 || words_is(&words, k - 1, ",") || words_is(&words, k - 1, ";");
			size_t n = start && words.at[k].capital ? header_issuer_acts(&words, k) : 0;
			if (n > 1) {
				r->out.issuer = field_of_words(r, i, &words, k, k + n, 88);
				return;
			}
		}
	}
}

struct header_issuer header_issuer_find(struct arena *arena, const struct lines_paragraph_vec *paragraphs, size_t kind,
                                        size_t body)
{
	struct reader reader = {.arena = arena, .paragraphs = paragraphs, .kind = kind, .body = body}, *r = &reader;
	struct orgs orgs = {0};
	for (size_t i = 0; i < r->paragraphs->n && orgs.n == 0; i++) {
		if (paragraph_at(r, i)->text.len > LONG_LINE)
			continue;
		struct words words = words_at(r, i);
		if (header_issuer_motto(&words) < words.n)
			orgs = orgs_around(r, i);
	}
	for (size_t i = 0; orgs.n == 0 && r->kind != NOWHERE && i < r->kind; i++) {
		struct words words = words_at(r, i);
		add_org(r, &orgs, i, &words, words.n);
	}
	if (orgs.n == 0) {
		find_issuer_in_text(r);
		return r->out;
	}
	r->out.issuer = orgs.at[orgs.n - 1];
	if (orgs.n > 1)
		r->out.parent = orgs.at[orgs.n - 2];
	struct reading_field natural;
	if (find_in_running_text(r, r->out.issuer.text, &natural)) {
		r->out.issuer.text = natural.text; /* its place stays that of the letterhead */
		r->out.issuer.confidence = natural.confidence;
	} else if (!find_in_two_texts(r, r->out.issuer.text, &r->out.issuer) && !write_as_usual(r, &r->out.issuer) &&
	           !put_together(r, &r->out.issuer))
		r->out.issuer.confidence = ONLY_IN_CAPITALS;
	return r->out;
}
