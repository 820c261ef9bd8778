/* What may be wrong anywhere in a plan's words: addresses, numbers of documents, dates, quotas. */
#include <string.h>

#include "reading/check.h"
#include "reading/citation_number.h"
#include "reading/quotas.h"
#include "reading/time_date.h"
#include "reading/words.h"

/* A text of the document with its places. */
struct text {
	const struct words *words;
	const struct lines_paragraph *paragraph; /* NULL: a cell */
	struct document_span span;
};

/* Quotas of news a period: what was said first. */
struct quotas {
	int first[QUOTA_PERIODS];
};

static struct document_span place_of(struct check *c, const struct text *t, size_t from, size_t to)
{
	const struct words *words = t->words;
	if (t->paragraph == NULL || from >= to)
		return t->span;
	return lines_field(c->arena, t->paragraph, words->at[from].begin, words->at[to - 1].end, 0).span;
}

/* ---- addresses ---- */

static bool is_label(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* "sonoivu.tinh.gov.vn": labels with points between, two at least. */
static bool is_host(struct str s)
{
	struct str part;
	size_t n = 0;
	while (str_split(&s, '.', &part)) {
		if (part.len == 0 || part.ptr[0] == '-' || part.ptr[part.len - 1] == '-')
			return false;
		for (size_t i = 0; i < part.len; i++)
			if (!is_label(part.ptr[i]))
				return false;
		n++;
	}
	return n >= 2;
}

static struct str up_to(struct str s, const char *stops)
{
	size_t n = 0;
	while (n < s.len && strchr(stops, s.ptr[n]) == NULL)
		n++;
	return str_part(s, 0, n);
}

static bool is_broken_address(struct str s)
{
	size_t at = str_find(s, STR("@"), 0);
	if (str_has_prefix(s, STR("http")) || str_has_prefix(s, STR("www"))) {
		size_t scheme = str_find(s, STR("://"), 0);
		if (scheme == SIZE_MAX && !str_has_prefix(s, STR("www.")))
			return str_contains(s, STR("/")) || str_contains(s, STR(":"));
		return !is_host(up_to(scheme == SIZE_MAX ? s : str_from(s, scheme + 3), "/?#:"));
	}
	if (at == SIZE_MAX || at == 0)
		return false;
	return !is_host(str_from(s, at + 1)) && is_label(s.ptr[at - 1]);
}

static void check_addresses(struct check *c, const struct text *t)
{
	struct str rest = t->words->text, token;
	while (str_split(&rest, ' ', &token)) {
		while (token.len > 0 && strchr("([<\"'", token.ptr[0]) != NULL)
			token = str_from(token, 1);
		while (token.len > 0 && strchr(")]>\"'.,;:", token.ptr[token.len - 1]) != NULL)
			token.len--;
		if (!is_broken_address(token))
			continue;
		struct document_span span = t->span;
		if (t->paragraph != NULL) {
			size_t begin = (size_t)(token.ptr - t->paragraph->text.ptr);
			span = lines_field(c->arena, t->paragraph, begin, begin + token.len, 0).span;
		}
		check_note(c, READING_BROKEN_ADDRESS, span,
		           (struct message){.id = MSG("The address “{1}” cannot be opened: part of it is missing or misspelt."),
		                            .args = {token}});
	}
}

/* ---- numbers of documents ---- */

static bool is_blank(const struct words *words, size_t i)
{
	return words_is(words, i, "…") || words_is(words, i, "/") ||
	       (words_is(words, i, ".") && words_is(words, i + 1, ".") && words_is(words, i + 2, "."));
}

/* Where what stands glued to word `i` ends: "573/KH-". */
static size_t end_of_token(const struct words *words, size_t i)
{
	size_t end = i + 1;
	while (end < words->n && !words->at[end].space_before)
		end++;
	while (end > i + 1 && (words_is(words, end - 1, ",") || words_is(words, end - 1, ";") || words_is(words, end - 1, ".") ||
	                       words_is(words, end - 1, ")")))
		end--;
	return end;
}

/* "573/KH-", "12/": begun like a document's number, and broken off. */
static bool is_broken_number(const struct words *words, size_t i, size_t end)
{
	bool slash = false;
	for (size_t k = i; k < end; k++)
		slash = slash || words_is(words, k, "/");
	return slash && (words_is(words, end - 1, "-") || words_is(words, end - 1, "/"));
}

static bool names_kind(const struct words *words, size_t i)
{
	static const char *const kinds[] = {"kế hoạch", "quyết định", "nghị quyết",   "nghị định", "thông tư",  "chỉ thị", "công văn",
	                                    "kết luận", "báo cáo",    "chương trình", "thông báo", "hướng dẫn", "tờ trình"};
	for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++)
		if (i >= 2 && words_match(words, i - 2, kinds[k]) == 2)
			return true;
	return false;
}

static void check_citations(struct check *c, const struct text *t)
{
	const struct words *words = t->words;
	bool attachment = words->n > 3 && words_is(words, 0, "(") && words_match(words, 1, "kèm theo") > 0;
	for (size_t i = 0; i + 1 < words->n && !attachment; i++) {
		struct citation_number number;
		if (!words_is(words, i, "số") || !names_kind(words, i))
			continue;
		size_t at = words_is(words, i + 1, ":") ? i + 2 : i + 1, end = end_of_token(words, at);
		struct message message = {.args = {words_text(words, i - 2, end)}};
		if (is_blank(words, at))
			message.id = MSG("The number of a document is left blank: “{1}”.");
		else if (words_number(words, at) >= 0 && is_broken_number(words, at, end) &&
		         !citation_number_at(c->arena, words, at, &number))
			message.id = MSG("“{1}” is not the number of a document: part of it is missing.");
		if (message.id != NULL)
			check_note(c, READING_WRONG_CITATION, place_of(c, t, i - 2, end), message);
	}
}

/* ---- dates ---- */

static void check_dates(struct check *c, const struct text *t)
{
	const struct words *words = t->words;
	for (size_t i = 0; t->paragraph != NULL && i < words->n; i++) {
		struct date_parts date;
		size_t n = words_is(words, i, "ngày") ? time_date_read(words, i, &date) : 0;
		if (n == 0 || date.year == 0)
			continue;
		if (date_from_parts(date.year, date.month, date.day) == DATE_NONE)
			check_note(c, READING_WRONG_DATE, place_of(c, t, i, i + n),
			           (struct message){.id = MSG("There is no such day: “{1}”."), .args = {words_text(words, i, i + n)}});
		i += n - 1;
	}
}

/* ---- quotas ---- */

static void check_quotas(struct check *c, const struct text *t, struct quotas *quotas)
{
	const struct words *words = t->words;
	for (size_t i = 0; i < words->n; i++) {
		struct quota quota;
		if (!quotas_at(words, i, &quota))
			continue;
		int *first = &quotas->first[quota.period];
		if (*first != 0 && *first != quota.least)
			check_note(c, READING_QUOTA_DIFFERS, place_of(c, t, quota.begin, quota.end),
			           (struct message){.id = MSG("Two quotas of news are set: {1} elsewhere, here “{2}”."),
			                            .args = {check_number(c, *first), words_text(words, quota.begin, quota.end)}});
		*first = *first == 0 ? quota.least : *first;
	}
}

static void check_text(struct check *c, const struct text *t, struct quotas *quotas)
{
	check_addresses(c, t);
	check_citations(c, t);
	check_dates(c, t);
	check_quotas(c, t, quotas);
}

void check_texts_run(struct check *check)
{
	struct quotas quotas = {{0}};
	for (size_t i = 0; i < check->paragraphs->n; i++) {
		const struct lines_paragraph *p = &check->paragraphs->at[i];
		check_text(check, &(struct text){.words = &p->words, .paragraph = p, .span = p->pieces.at[0].span}, &quotas);
	}
	struct arena *scratch = arena_new();
	for (size_t t = 0; t < check->tables->n; t++)
		for (size_t r = 0; r < check->tables->at[t].rows.n; r++)
			for (size_t k = 0; k < TABLE_COLUMNS; k++) {
				const struct reading_field *cell = &check->tables->at[t].rows.at[r].cells[k].text;
				struct words words = words_of(scratch, cell->text);
				check_text(check, &(struct text){.words = &words, .span = cell->span}, &quotas);
				arena_reset(scratch);
			}
	arena_free(scratch);
}
