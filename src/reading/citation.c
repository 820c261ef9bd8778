#include "reading/citation.h"

#include "reading/citation_context.h"
#include "reading/citation_name.h"
#include "reading/citation_number.h"
#include "reading/citation_register.h"
#include "reading/citation_type.h"
#include "reading/words.h"

enum { MAX_SHORT_DIGITS = 4, LEAST_YEAR = 1900 };

/* A document whose issuer may still be told, once for several. */
struct open_mention {
	size_t document;
	struct str body;
};
VEC_OF(open_mention, struct open_mention);

struct citation_finder {
	struct arena *arena;
	struct citation_register *found;
	struct open_mention_vec open; /* of the clause being read */
};

struct citation_finder *citation_finder_new(struct arena *arena)
{
	struct citation_finder *finder = ARENA_NEW(arena, struct citation_finder);
	finder->arena = arena;
	finder->found = citation_register_new(arena);
	return finder;
}

/* The text being looked through: where it stands, and what a list of documents says once for all of them. */
struct place {
	const struct lines_paragraph *paragraph;
	struct document_span span;
	enum reading_citation_role role;
	const struct citation_type *type; /* named last in this sentence */
	struct str code, issuer;          /* of the last document whose issuer was printed */
};

static struct document_span span_of(const struct citation_finder *f, const struct place *place, const struct words *words,
                                    size_t from, size_t to)
{
	if (place->paragraph == NULL || from >= to)
		return place->span;
	return lines_field(f->arena, place->paragraph, words->at[from].begin, words->at[to - 1].end, 0).span;
}

/* ---- by number ---- */

/* The kind named before a number at word `i`, straight ("Nghị quyết số"), or with what stands between filled in. */
static const struct citation_type *type_named(const struct words *words, size_t i, struct reading_citation *c, size_t *ret_begin)
{
	size_t at = i;
	if (at > 0 && words_is(words, at - 1, ":"))
		at--;
	if (at > 0 && words_is(words, at - 1, "số"))
		at--;
	const struct citation_type *type = citation_type_before(words, at, ret_begin);
	if (type == NULL && at > 0 && citation_context_between(words, i, c, &at))
		type = citation_type_before(words, at, ret_begin);
	if (type == NULL) {
		c->date = DATE_NONE;
		c->issuer = (struct str){0};
	}
	return type;
}

/* How sure a mention by number is: its kind by name and by letters agree, or only one of them tells it. */
static uint8_t sureness(const struct citation_type *named, const struct citation_type *coded,
                        const struct citation_number *number)
{
	if (named == NULL)
		return coded != NULL ? 82 : 75;
	if (coded != NULL && coded != named && !str_has_prefix(str_of(named->printed), str_of(coded->printed)))
		return 80;
	return number->is_mended ? 90 : 97;
}

static struct str loose_key(struct arena *arena, const struct citation_type *type, struct str plain)
{
	return str_format(arena, "%s %.*s", type->keys, STR_ARG(plain));
}

/* What was printed once for several documents: forward to those that follow with the same letters, back to those of the clause.
 */
static void share_issuer(struct citation_finder *f, struct place *place, const struct citation_number *number,
                         const struct reading_citation *c, size_t document)
{
	if (c->issuer.len == 0) {
		VEC_PUSH(f->arena, &f->open, (struct open_mention){.document = document, .body = number->body});
		return;
	}
	place->issuer = c->issuer;
	place->code = number->code;
	for (size_t i = 0; i < f->open.n; i++)
		if (str_eq(f->open.at[i].body, number->body))
			citation_register_share_issuer(f->found, f->open.at[i].document, number->body, c->issuer);
	f->open.n = 0;
}

static size_t add_number(struct citation_finder *f, const struct words *words, size_t i, struct place *place,
                         const struct citation_number *number)
{
	struct reading_citation c = {.number = number->text, .date = DATE_NONE, .role = place->role, .mentions = 1};
	size_t begin = i, at = number->end;
	const struct citation_type *named = type_named(words, i, &c, &begin), *coded = citation_type_of_code(number->code);
	const struct citation_type *type = named != NULL ? named : coded != NULL ? coded : place->type;
	bool announced = type != NULL || (i > 0 && words_is(words, i - 1, "số"));
	if (!announced)
		return i;
	place->type = named != NULL ? named : place->type;
	c.type = type != NULL ? str_of(type->printed) : STR("Văn bản");
	c.confidence = sureness(named, coded, number);
	citation_context_behind(words, &at, &c);
	if (named != NULL)
		citation_context_before(words, begin, &c);
	if (c.issuer.len == 0 && c.date != DATE_NONE && coded == NULL && str_eq(place->code, number->code))
		c.issuer = place->issuer; /* "Văn bản số 8/UBND-TH … của UBND tỉnh; Văn bản số 9/UBND-TH …" */
	c.span = span_of(f, place, words, begin, at);
	struct citation_keys keys = {.exact = words_key(f->arena, number->text), .body = number->body};
	if (type != NULL)
		keys.loose = loose_key(f->arena, type, number->plain);
	share_issuer(f, place, number, &c, citation_register_add(f->found, &c, &keys));
	return at;
}

/* Whether the words behind a bare number let it stand for a document: "Nghị quyết 57 của …", not "Quyết định 02 nội dung". */
static bool closes_short_form(const struct words *words, size_t i)
{
	static const char *const follow[] = {"của", "ngày", "về", "và", "thì", "được", "đã", "do", "tại", "là", "đến", "cho", "có"};
	if (i >= words->n)
		return true;
	if (words->at[i].kind == WORD_SIGN)
		return !words_is(words, i, "/") && !words_is(words, i, "-") && !words_is(words, i, "%") &&
		       !(words_is(words, i, ".") && words_number(words, i + 1) >= 0 && !words->at[i + 1].space_before);
	return words_longest(words, i, follow, sizeof follow / sizeof follow[0]) > 0;
}

/* "Kế hoạch số 12", "Nghị quyết 57": a mention in short at number word `i`. */
static size_t add_short(struct citation_finder *f, const struct words *words, size_t i, const struct place *place)
{
	bool numbered = i > 0 && words_is(words, i - 1, "số");
	struct reading_citation c = {.date = DATE_NONE, .role = place->role, .mentions = 1, .confidence = 80};
	size_t begin = i, at = i + 1;
	const struct citation_type *type = citation_type_before(words, numbered ? i - 1 : i, &begin);
	if (type == NULL || words->at[i].key.len > MAX_SHORT_DIGITS || !closes_short_form(words, at))
		return i;
	if (!numbered && (!type->short_forms || !words->at[begin].capital || words_number(words, i) > LEAST_YEAR))
		return i;
	struct str digits = words->at[i].key;
	while (digits.len > 1 && digits.ptr[0] == '0')
		digits = str_from(digits, 1);
	c.type = str_of(type->printed);
	c.name = words_text(words, begin, at);
	citation_context_behind(words, &at, &c);
	c.span = span_of(f, place, words, begin, at);
	struct citation_keys keys = {.loose = loose_key(f->arena, type, digits), .is_short = true};
	keys.exact = keys.loose;
	(void)citation_register_add(f->found, &c, &keys);
	return at;
}

static size_t find_number(struct citation_finder *f, const struct words *words, size_t i, struct place *place)
{
	struct citation_number number;
	if (citation_number_at(f->arena, words, i, &number))
		return add_number(f, words, i, place, &number);
	return words->at[i].kind == WORD_NUMBER ? add_short(f, words, i, place) : i;
}

/* "QCVN 102:2016/BTTTT". */
static size_t find_standard(struct citation_finder *f, const struct words *words, size_t i, const struct place *place)
{
	struct citation_number number;
	if (!citation_number_of_standard(f->arena, words, i, &number))
		return i;
	struct reading_citation c = {.number = number.text, .date = DATE_NONE, .role = place->role, .mentions = 1, .confidence = 95};
	c.type = words_is(words, i, "qcvn") ? STR("Quy chuẩn") : STR("Tiêu chuẩn");
	c.span = span_of(f, place, words, i, number.end);
	struct citation_keys keys = {.exact = words_key(f->arena, number.text)};
	(void)citation_register_add(f->found, &c, &keys);
	return number.end;
}

/* ---- by name ---- */

/* A law or project by its name at word `i`. */
static size_t find_name(struct citation_finder *f, const struct words *words, size_t i, const struct place *place)
{
	struct citation_name name;
	if (!citation_name_at(f->arena, words, i, &name))
		return i;
	struct reading_citation c = {.type = str_of(name.type),
	                             .name = name.text,
	                             .date = DATE_NONE,
	                             .role = place->role,
	                             .mentions = 1,
	                             .confidence = name.is_sure ? 92 : 75};
	size_t at = name.end;
	struct citation_number number;
	size_t numbered = words_is(words, at, "số") ? at + 1 : at;
	if (numbered < words->n && citation_number_at(f->arena, words, numbered, &number)) {
		c.number = number.text;
		at = number.end;
	}
	citation_context_behind(words, &at, &c);
	c.issuer = (struct str){0};
	c.span = span_of(f, place, words, i, at);
	int year = c.date != DATE_NONE ? date_to_parts(c.date).year : c.year;
	struct citation_keys keys = {.loose = name.key};
	keys.exact = c.number.len > 0 ? words_key(f->arena, c.number) : str_format(f->arena, "%.*s %d", STR_ARG(name.key), year);
	(void)citation_register_add(f->found, &c, &keys);
	return at;
}

void citation_finder_add(struct citation_finder *f, const struct words *words, const struct lines_paragraph *paragraph,
                         struct document_span span, enum reading_citation_role role)
{
	struct place place = {.paragraph = paragraph, .span = span, .role = role};
	f->open.n = 0;
	for (size_t i = 0; i < words->n;) {
		size_t next = i;
		if (words_is(words, i, "."))
			place.type = NULL;
		if (words_is(words, i, ".") || words_is(words, i, ";"))
			f->open.n = 0;
		if (words->at[i].kind == WORD_NUMBER || words->at[i].kind == WORD_MIXED)
			next = find_number(f, words, i, &place);
		else if (words->at[i].capital)
			next = find_name(f, words, i, &place);
		if (next == i && words->at[i].all_capitals)
			next = find_standard(f, words, i, &place);
		i = next > i ? next : i + 1;
	}
}

struct reading_citation_vec citation_finder_finish(struct citation_finder *f)
{
	return citation_register_finish(f->found);
}
