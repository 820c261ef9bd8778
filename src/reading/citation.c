#include "reading/citation.h"

#include <string.h>

#include "base/buf.h"
#include "reading/citation_name.h"
#include "reading/time_words.h"
#include "reading/unit_name.h"
#include "reading/words.h"

enum { MAX_NUMBER = 80, MAX_CODE = 40, FIRST_YEAR = 1945, LAST_YEAR = 2100 };

/* The kinds of documents, as texts name them. A citation's type is printed as here. */
static const struct {
	const char *keys, *printed, *code; /* the code in numbers; NULL without one of its own */
} types[] = {{"nghị quyết liên tịch", "Nghị quyết liên tịch", "NQLT"},
             {"thông tư liên tịch", "Thông tư liên tịch", "TTLT"},
             {"nghị quyết", "Nghị quyết", "NQ"},
             {"nghị định", "Nghị định", "NĐ"},
             {"quyết định", "Quyết định", "QĐ"},
             {"kế hoạch", "Kế hoạch", "KH"},
             {"thông tư", "Thông tư", "TT"},
             {"chỉ thị", "Chỉ thị", "CT"},
             {"công văn", "Công văn", NULL},
             {"văn bản", "Văn bản", NULL},
             {"hướng dẫn", "Hướng dẫn", "HD"},
             {"kết luận", "Kết luận", "KL"},
             {"thông báo", "Thông báo", "TB"},
             {"quy định", "Quy định", "QyĐ"},
             {"quy chế", "Quy chế", "QC"},
             {"chương trình", "Chương trình", "CTr"},
             {"báo cáo", "Báo cáo", "BC"},
             {"tờ trình", "Tờ trình", "TTr"},
             {"công điện", "Công điện", "CĐ"},
             {"đề án", "Đề án", "ĐA"},
             {"bộ luật", "Bộ luật", NULL},
             {"luật", "Luật", NULL},
             {"pháp lệnh", "Pháp lệnh", "PL"},
             {"phương án", "Phương án", "PA"},
             {"dự án", "Dự án", "DA"},
             {"văn bản hợp nhất", "Văn bản hợp nhất", "VBHN"},
             {"chương trình hành động", "Chương trình hành động", "CTHĐ"},
             {"quyết nghị", "Quyết nghị", NULL},
             {"giấy mời", "Giấy mời", "GM"},
             {"biên bản", "Biên bản", "BB"},
             {"lệnh", "Lệnh", NULL},
             {"hiệp định", "Hiệp định", NULL}};
enum { N_TYPES = sizeof types / sizeof types[0] };

struct found {
	struct reading_citation citation;
	struct str key; /* of number or name: what makes two mentions one document */
};
VEC_OF(found, struct found);

struct citation_finder {
	struct arena *arena;
	struct found_vec found;
	uint32_t *slots; /* hash table of found, +1 */
	size_t n_slots;
};

struct citation_finder *citation_finder_new(struct arena *arena)
{
	struct citation_finder *finder = ARENA_NEW(arena, struct citation_finder);
	finder->arena = arena;
	return finder;
}

/* ---- numbers ---- */

struct number {
	struct str text; /* tidied: no spaces, "-" for every dash */
	size_t end;      /* word behind it */
	struct str code; /* "NQ" of "76/NQ-CP", "UBND" of "60/UBND-TH", "QH15" */
};

static bool is_code_word(const struct words *words, size_t i)
{
	return i < words->n && (words->at[i].kind == WORD_LETTERS || words->at[i].kind == WORD_MIXED) && words->at[i].capital &&
	       words->at[i].end - words->at[i].begin <= MAX_CODE;
}

static bool is_glue(const struct words *words, size_t i)
{
	return words_is(words, i, "-") || words_is(words, i, "/") || words_is(words, i, "&") || words_is(words, i, ".");
}

/* Whether a code word is of letters and figures only as codes have them: "NQ", "UBND", "CTr", "TTBVTV2", not "Hội". */
static bool is_code_like(const struct words *words, size_t i)
{
	if (!is_code_word(words, i))
		return false;
	struct str text = words_text(words, i, i + 1);
	size_t capitals = 0, letters = 0;
	for (size_t k = 0; k < text.len; k++) {
		unsigned char c = (unsigned char)text.ptr[k];
		letters += (c & 0xC0) != 0x80;
		capitals += (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		            (c == 0xC4 && k + 1 < text.len && (unsigned char)text.ptr[k + 1] == 0x90) ||
		            (c == 0xC3 && k + 1 < text.len && (unsigned char)text.ptr[k + 1] == 0x90);
	}
	return capitals * 2 > letters && (words->at[i].all_capitals || words->at[i].kind == WORD_MIXED || letters <= 4);
}

static void add_word(struct buf *buf, const struct words *words, size_t i)
{
	struct str text = words_text(words, i, i + 1);
	if (words->at[i].kind == WORD_SIGN)
		text = words->at[i].key;
	for (size_t k = 0; k < text.len; k++) { /* Ð, as old fonts have it, is Đ */
		if ((unsigned char)text.ptr[k] == 0xC3 && k + 1 < text.len && (unsigned char)text.ptr[k + 1] == 0x90) {
			buf_add(buf, STR("Đ"));
			k++;
		} else {
			buf_add_char(buf, text.ptr[k]);
		}
	}
}

/* The codes from word `at` on: "NQ-CP", "UBND-PVHCC", "SNV-CCHC&PC", "CT/TU". Returns the word behind them. */
static size_t read_codes(const struct words *words, size_t at, struct buf *buf)
{
	if (!is_code_like(words, at))
		return at;
	add_word(buf, words, at++);
	while (is_glue(words, at) && at + 1 < words->n) {
		bool spaced = words->at[at].space_before || words->at[at + 1].space_before;
		bool more =
		    is_code_like(words, at + 1) || (!spaced && is_code_word(words, at + 1) && !words_is(words, at, ".")) ||
		    (!spaced && words->at[at + 1].kind == WORD_NUMBER && words_is(words, at, "-") && words->at[at + 1].key.len < 3);
		if (!more || (words_is(words, at, ".") && spaced))
			break;
		add_word(buf, words, at);
		add_word(buf, words, at + 1);
		at += 2;
	}
	return at;
}

/* Whether a document's number may begin at word `i`: digits that are not the end of another number. */
static bool begins_number(const struct words *words, size_t i)
{
	if (words->at[i].kind != WORD_NUMBER || words->at[i].key.len > 5)
		return false;
	return i == 0 || words->at[i].space_before || !is_glue(words, i - 1);
}

/* ".22" of "66.22/2026/NQ-CP": moves *at past it. */
static void read_sub_number(const struct words *words, size_t *at, struct buf *buf)
{
	size_t next = *at + 1;
	if (!words_is(words, *at, ".") || words_number(words, next) < 0 || words->at[next].key.len > 3)
		return;
	if (words->at[*at].space_before || words->at[next].space_before)
		return;
	add_word(buf, words, *at);
	add_word(buf, words, next);
	*at += 2;
}

/* "2020/" of "30/2020/NĐ-CP": moves *at past it. */
static bool read_year_part(const struct words *words, size_t *at, struct buf *buf)
{
	int year = words_number(words, *at);
	if (year < FIRST_YEAR || year >= LAST_YEAR || words->at[*at].key.len != 4 || !words_is(words, *at + 1, "/"))
		return false;
	add_word(buf, words, *at);
	add_word(buf, words, *at + 1);
	*at += 2;
	return true;
}

/* "NQ/TW" behind "09-": only the Party sets the slash there. */
static bool has_slash(const struct words *words, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (words_is(words, k, "/"))
			return true;
	return false;
}

/* "76/NQ-CP", "30/2020/NĐ-CP", "66.22/2026/NQ-CP", "55/2022/QH15", "09-NQ/TW", "2892 - QĐ/ĐUK". */
static bool number_at(struct arena *arena, const struct words *words, size_t i, struct number *ret)
{
	struct buf buf;
	size_t at = i + 1;
	if (!begins_number(words, i))
		return false;
	buf_init(&buf, arena, MAX_NUMBER);
	add_word(&buf, words, i);
	read_sub_number(words, &at, &buf);
	bool slash = words_is(words, at, "/");
	if (!slash && !words_is(words, at, "-"))
		return false;
	add_word(&buf, words, at++);
	bool dated = slash && read_year_part(words, &at, &buf);
	size_t code = at;
	at = read_codes(words, at, &buf);
	if (at == code || (!slash && !has_slash(words, code, at)))
		return false;
	bool lone = slash && !dated && at == code + 1 && words->at[code].kind != WORD_MIXED; /* "15/KH": a number cut short */
	if (lone && words_text(words, code, at).len < 3)
		return false;
	ret->code = words_text(words, code, code + 1);
	ret->end = at;
	return buf_finish(&buf, &ret->text) == RC_OK;
}

/* ---- what stands around a number ---- */

/* The kind of document named right before word `i` ("Nghị quyết số", "Kế hoạch"), a row of `types`; -1 for none. */
static int type_before(const struct words *words, size_t i, size_t *ret_begin)
{
	size_t at = i;
	if (at > 0 && words_is(words, at - 1, ":"))
		at--;
	if (at > 0 && words_is(words, at - 1, "số"))
		at--;
	int best = -1;
	size_t longest = 0;
	for (size_t k = 0; k < N_TYPES; k++)
		for (size_t back = 2; back <= 4 && back <= at; back++)
			if (words_match(words, at - back, types[k].keys) == back && back > longest) {
				best = (int)k;
				longest = back;
			}
	for (size_t k = 0; best < 0 && k < N_TYPES; k++)
		if (at > 0 && words_match(words, at - 1, types[k].keys) == 1) {
			best = (int)k;
			longest = 1;
		}
	*ret_begin = at - longest;
	return best;
}

/* The kind that a number's own code tells; -1 where it tells none. */
static int type_of_code(struct str code)
{
	for (size_t k = 0; k < N_TYPES; k++)
		if (types[k].code != NULL && str_eq(code, str_of(types[k].code)))
			return (int)k;
	return -1;
}

/* ", ngày 22/12/2024", "ngày 16 tháng 6 năm 2025", "năm 2022": reads it behind word *at. */
static void read_date(const struct words *words, size_t *at, struct reading_citation *citation)
{
	size_t i = words_is(words, *at, ",") || words_is(words, *at, "(") ? *at + 1 : *at;
	struct date_parts date;
	size_t n = words_is(words, i, "ngày") ? time_words_date(words, i, &date) : 0;
	if (n > 0 && date.year > 0) {
		citation->date = date_from_parts(date.year, date.month, date.day);
		*at = i + n;
		return;
	}
	int year = words_is(words, i, "năm") ? words_number(words, i + 1) : -1;
	if (year >= FIRST_YEAR && year < LAST_YEAR && words_is(words, i, "năm")) {
		citation->year = year;
		*at = i + 2;
	}
}

/* "của Chính phủ", ", của UBND tỉnh": the issuer behind word *at. */
static void read_issuer(const struct words *words, size_t *at, struct reading_citation *citation)
{
	size_t i = words_is(words, *at, ",") || words_is(words, *at, ")") ? *at + 1 : *at;
	if (!words_is(words, i, "của"))
		return;
	size_t n = unit_name_at(words, i + 1);
	if (n == 0)
		n = unit_name_bare(words, i + 1);
	if (n == 0 || n > 20)
		return;
	citation->issuer = words_text(words, i + 1, i + 1 + n);
	*at = i + 1 + n;
}

/* ---- collecting ---- */

static uint64_t hash(struct str s)
{
	uint64_t h = 14695981039346656037u;
	for (size_t i = 0; i < s.len; i++)
		h = (h ^ (unsigned char)s.ptr[i]) * 1099511628211u;
	return h;
}

static void grow_slots(struct citation_finder *f)
{
	f->n_slots = f->n_slots > 0 ? f->n_slots * 2 : 64;
	f->slots = ARENA_ARRAY(f->arena, uint32_t, f->n_slots);
	for (size_t i = 0; i < f->found.n; i++) {
		size_t slot = hash(f->found.at[i].key) & (f->n_slots - 1);
		while (f->slots[slot] != 0)
			slot = (slot + 1) & (f->n_slots - 1);
		f->slots[slot] = (uint32_t)i + 1;
	}
}

/* How much a mention says. */
static int fullness(const struct reading_citation *c)
{
	return (c->date != DATE_NONE ? 4 : 0) + (c->issuer.len > 0 ? 2 : 0) + (c->year != 0 ? 1 : 0);
}

static void merge(struct reading_citation *into, const struct reading_citation *mention)
{
	into->mentions += 1;
	if (fullness(mention) > fullness(into))
		into->span = mention->span;
	if (into->date == DATE_NONE)
		into->date = mention->date;
	if (into->issuer.len == 0)
		into->issuer = mention->issuer;
	if (into->year == 0)
		into->year = mention->year;
	if (mention->confidence > into->confidence)
		into->confidence = mention->confidence;
}

static void collect(struct citation_finder *f, const struct reading_citation *mention, struct str key)
{
	if ((f->found.n + 1) * 2 > f->n_slots)
		grow_slots(f);
	size_t slot = hash(key) & (f->n_slots - 1);
	for (; f->slots[slot] != 0; slot = (slot + 1) & (f->n_slots - 1)) {
		struct found *found = &f->found.at[f->slots[slot] - 1];
		if (str_eq(found->key, key)) {
			merge(&found->citation, mention);
			return;
		}
	}
	VEC_PUSH(f->arena, &f->found, (struct found){.citation = *mention, .key = key});
	f->found.at[f->found.n - 1].citation.mentions = 1;
	f->slots[slot] = (uint32_t)f->found.n;
}

/* The text being looked through: where it stands, and what a list of documents says once for all of them. */
struct place {
	const struct lines_paragraph *paragraph;
	struct document_span span;
	int type;                /* a row of `types`, -1 */
	struct str code, issuer; /* of the last document whose issuer was printed */
};

static struct document_span span_of(const struct citation_finder *f, const struct place *place, const struct words *words,
                                    size_t from, size_t to)
{
	if (place->paragraph == NULL || from >= to)
		return place->span;
	return lines_field(f->arena, place->paragraph, words->at[from].begin, words->at[to - 1].end, 0).span;
}

/* A mention by number at word `i`. Returns the word behind it, `i` where there is none. */
static size_t find_number(struct citation_finder *f, const struct words *words, size_t i, struct place *place)
{
	struct number number;
	size_t begin = i;
	if (!number_at(f->arena, words, i, &number))
		return i;
	int before = type_before(words, i, &begin), type = before >= 0 ? before : type_of_code(number.code);
	if (type < 0 && place->type >= 0)
		type = place->type;
	place->type = before >= 0 ? before : place->type;
	struct reading_citation c = {.number = number.text, .date = DATE_NONE, .confidence = before >= 0 ? 97 : 85};
	bool announced = before >= 0 || (i > 0 && words_is(words, i - 1, "số")) || type >= 0;
	if (!announced)
		return i;
	c.type = type >= 0 ? str_of(types[type].printed) : STR("Văn bản");
	size_t at = number.end;
	read_date(words, &at, &c);
	read_issuer(words, &at, &c);
	if (c.date == DATE_NONE && words_is(words, at, "ngày"))
		read_date(words, &at, &c);
	if (c.issuer.len > 0) {
		place->issuer = c.issuer;
		place->code = number.code;
	} else if (c.date != DATE_NONE && type_of_code(number.code) < 0 && str_eq(place->code, number.code)) {
		c.issuer = place->issuer; /* "Văn bản số 8/UBND-TH … của UBND tỉnh; Văn bản số 9/UBND-TH …" */
	}
	c.span = span_of(f, place, words, begin, at);
	collect(f, &c, words_key(f->arena, number.text));
	return at;
}

/* A law or project by its name at word `i`. */
static size_t find_name(struct citation_finder *f, const struct words *words, size_t i, const struct place *place)
{
	struct citation_name name;
	if (!citation_name_at(f->arena, words, i, &name))
		return i;
	struct reading_citation c = {
	    .type = str_of(name.type), .name = name.text, .date = DATE_NONE, .confidence = name.is_sure ? 92 : 75};
	size_t at = name.end;
	struct number number;
	size_t numbered = words_is(words, at, "số") ? at + 1 : at;
	if (numbered < words->n && number_at(f->arena, words, numbered, &number)) {
		c.number = number.text;
		at = number.end;
	}
	read_date(words, &at, &c);
	c.span = span_of(f, place, words, i, at);
	collect(f, &c, c.number.len > 0 ? words_key(f->arena, c.number) : name.key);
	return at;
}

void citation_finder_add(struct citation_finder *f, const struct words *words, const struct lines_paragraph *paragraph,
                         struct document_span span)
{
	struct place place = {.paragraph = paragraph, .span = span, .type = -1};
	for (size_t i = 0; i < words->n;) {
		size_t next = i;
		if (words_is(words, i, "."))
			place.type = -1;
		if (words->at[i].kind == WORD_NUMBER)
			next = find_number(f, words, i, &place);
		else if (words->at[i].capital)
			next = find_name(f, words, i, &place);
		i = next > i ? next : i + 1;
	}
}

struct reading_citation_vec citation_finder_finish(struct citation_finder *f)
{
	struct reading_citation_vec out = {0};
	for (size_t i = 0; i < f->found.n; i++)
		VEC_PUSH(f->arena, &out, f->found.at[i].citation);
	return out;
}
