#include "feature/unit/unit_meaning.h"

#include <string.h>

#include "base/buf.h"
#include "viet/fold.h"

#define KIND(name) (1u << UNIT_##name)

enum { ALL_KINDS = KIND(DEPARTMENT) | KIND(COMMUNE) | KIND(SCHOOL) | KIND(CENTRE) | KIND(DIVISION) | KIND(OTHER) };

enum rc unit_meaning_open(struct db_conn *db, struct arena *arena, int64_t unit_id, struct unit_directory *ret)
{
	struct unit_directory directory = {0};
	TRY(unit_find(db, arena, unit_id, &directory.own));
	TRY(unit_list_above(db, arena, &directory.own, &directory.above));
	TRY(unit_names_list(db, arena, &directory.names));
	for (size_t i = 0; i < directory.above.n; i++)
		if (directory.above.at[i].kind == UNIT_PROVINCE)
			directory.province = directory.above.at[i];
	if (directory.own.kind == UNIT_PROVINCE)
		directory.province = directory.own;
	*ret = directory;
	return RC_OK;
}

/* ---- texts ---- */

static struct str trim_prefix(struct str text, const char *prefix)
{
	return str_has_prefix(text, str_of(prefix)) ? str_from(text, strlen(prefix)) : text;
}

static struct str without_tail(struct str text, struct str tail)
{
	bool has = tail.len > 0 && text.len > tail.len + 1 && str_has_suffix(text, tail) && text.ptr[text.len - tail.len - 1] == ' ';
	return has ? str_part(text, 0, text.len - tail.len - 1) : (struct str){0};
}

/* "so noi vu (ban thi dua)": the body itself. */
static struct str without_bracket(struct str key)
{
	size_t at = key.len;
	while (at > 0 && key.ptr[at - 1] != '(')
		at--;
	return at > 1 && str_has_suffix(key, STR(")")) ? str_trim(str_part(key, 0, at - 1)) : key;
}

/* "tinh lam giang": the province as names end with it. */
static struct str province_tail(const struct unit_directory *d, struct arena *arena)
{
	struct str name = viet_fold(arena, d->province.name);
	return trim_prefix(trim_prefix(name, "uy ban nhan dan "), "ubnd ");
}

/* ---- one unit ---- */

static int64_t by_key(const struct unit_directory *d, struct str key)
{
	return key.len > 0 ? unit_names_meant(&d->names, d->own.path, key) : 0;
}

/* By a name as it stands, or with less or more of a tail: "Sở Nội vụ tỉnh Lam Giang", "Trung tâm Phục vụ hành chính công". */
static int64_t by_name(const struct unit_directory *d, struct arena *arena, struct str key)
{
	struct str province = province_tail(d, arena), place = trim_prefix(trim_prefix(province, "tinh "), "thanh pho ");
	const struct str tries[] = {key,
	                            without_tail(key, province),
	                            without_tail(key, place),
	                            without_tail(key, STR("tinh")),
	                            without_tail(key, STR("thanh pho")),
	                            str_format(arena, "%.*s tinh", STR_ARG(key)),
	                            province.len > 0 ? str_format(arena, "%.*s %.*s", STR_ARG(key), STR_ARG(province))
	                                             : (struct str){0}};
	for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) {
		int64_t id = by_key(d, tries[i]);
		if (id != 0)
			return id;
	}
	return 0;
}

/* What a body and those above it are called in its own papers. */
static int64_t by_role(const struct unit_directory *d, struct str key)
{
	static const struct {
		const char *key;
		enum unit_kind kind;
	} roles[] = {{"ubnd tinh", UNIT_PROVINCE},      {"uy ban nhan dan tinh", UNIT_PROVINCE},
	             {"ubnd thanh pho", UNIT_PROVINCE}, {"uy ban nhan dan thanh pho", UNIT_PROVINCE},
	             {"ubnd xa", UNIT_COMMUNE},         {"uy ban nhan dan xa", UNIT_COMMUNE},
	             {"ubnd phuong", UNIT_COMMUNE},     {"uy ban nhan dan phuong", UNIT_COMMUNE},
	             {"ubnd dac khu", UNIT_COMMUNE},    {"uy ban nhan dan dac khu", UNIT_COMMUNE},
	             {"so", UNIT_DEPARTMENT},           {"nha truong", UNIT_SCHOOL},
	             {"truong", UNIT_SCHOOL},           {"ban giam hieu", UNIT_SCHOOL},
	             {"hieu truong", UNIT_SCHOOL},      {"pho hieu truong", UNIT_SCHOOL},
	             {"trung tam", UNIT_CENTRE},        {"benh vien", UNIT_CENTRE},
	             {"ban giam doc", UNIT_CENTRE},     {"giam doc", UNIT_CENTRE}};
	for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
		if (!str_eq(key, str_of(roles[i].key)))
			continue;
		if (d->own.kind == roles[i].kind)
			return d->own.id;
		for (size_t k = d->above.n; k > 0; k--)
			if (d->above.at[k - 1].kind == roles[i].kind)
				return d->above.at[k - 1].id;
	}
	return 0;
}

/* "giam doc so noi vu" -> "so noi vu": the body that a post heads; no text where the words name no post. */
static struct str headed_by(struct str key)
{
	static const struct {
		const char *post;
		size_t dropped; /* of it; "truong phong noi vu" keeps "phong" */
	} posts[] = {{"pho chu tich ", 13}, {"chu tich ", 9},       {"pho giam doc ", 13},    {"giam doc ", 9},
	             {"lanh dao ", 9},      {"thu truong ", 11},    {"pho hieu truong ", 16}, {"hieu truong ", 12},
	             {"pho bi thu ", 11},   {"bi thu ", 7},         {"pho chanh van ", 10},   {"chanh van ", 6},
	             {"chanh thanh ", 6},   {"pho truong ", 11},    {"truong phong ", 7},     {"truong khoa ", 7},
	             {"truong ban ", 7},    {"truong cong an ", 7}, {"truong tram ", 7},      {"bo truong ", 10}};
	for (size_t i = 0; i < sizeof posts / sizeof posts[0]; i++)
		if (str_has_prefix(key, str_of(posts[i].post)))
			return str_from(key, posts[i].dropped);
	return (struct str){0};
}

/* ---- groups ---- */

/* A word of the name of a group: the kinds that it adds; 0 for words that change nothing. */
static const struct {
	const char *words;
	unsigned kinds;
	bool own; /* they lie below the plan's own body */
} nouns[] = {
    {"co quan chuyen mon", KIND(DEPARTMENT), false},
    {"so", KIND(DEPARTMENT), false},
    {"ban", KIND(DEPARTMENT), false},
    {"nganh", KIND(DEPARTMENT), false},
    {"co quan", KIND(DEPARTMENT), false},
    {"don vi su nghiep", KIND(CENTRE) | KIND(SCHOOL), false},
    {"don vi", KIND(DEPARTMENT) | KIND(CENTRE), false},
    {"dia phuong", KIND(COMMUNE), false},
    {"xa", KIND(COMMUNE), false},
    {"phuong", KIND(COMMUNE), false},
    {"dac khu", KIND(COMMUNE), false},
    {"ubnd cap xa", KIND(COMMUNE), false},
    {"uy ban nhan dan cap xa", KIND(COMMUNE), false},
    {"cap xa", KIND(COMMUNE), false},
    {"ubnd", KIND(COMMUNE), false},
    {"uy ban nhan dan", KIND(COMMUNE), false},
    {"truong hoc", KIND(SCHOOL), false},
    {"truong", KIND(SCHOOL), false},
    {"phong ban", KIND(DIVISION), true},
    {"phong khoa", KIND(DIVISION), true},
    {"phong", KIND(DIVISION), true},
    {"khoa", KIND(DIVISION), true},
    {"to", KIND(DIVISION), true},
    {"bo phan", KIND(DIVISION), true},
    {"trung tam", KIND(CENTRE) | KIND(DIVISION), true},
    {"cac", 0, false},
    {"tat ca", 0, false},
    {"toan the", 0, false},
    {"va", 0, false},
    {"thuoc tinh", 0, false},
    {"thuoc ubnd tinh", 0, false},
    {"truc thuoc tinh", 0, false},
    {"cap tinh", 0, false},
    {"tren dia ban tinh", 0, false},
    {"trong tinh", 0, false},
    {"cua tinh", 0, false},
    {"tinh", 0, false},
};

/* "thuoc truong", "truc thuoc so": the members lie below the plan's own body. */
static bool is_of_own(const struct unit_directory *d, struct str rest)
{
	static const char *const links[] = {"truc thuoc ", "thuoc ", "cua ", "trong toan "};
	static const struct {
		const char *word;
		enum unit_kind kind;
	} bodies[] = {{"truong", UNIT_SCHOOL},   {"nha truong", UNIT_SCHOOL},  {"so", UNIT_DEPARTMENT},    {"trung tam", UNIT_CENTRE},
	              {"xa", UNIT_COMMUNE},      {"phuong", UNIT_COMMUNE},     {"benh vien", UNIT_CENTRE}, {"dac khu", UNIT_COMMUNE},
	              {"ubnd xa", UNIT_COMMUNE}, {"ubnd phuong", UNIT_COMMUNE}};
	if (str_eq(rest, STR("truc thuoc")))
		return true;
	for (size_t i = 0; i < sizeof links / sizeof links[0]; i++)
		for (size_t k = 0; k < sizeof bodies / sizeof bodies[0]; k++)
			if (bodies[k].kind == d->own.kind && str_has_prefix(rest, str_of(links[i])) &&
			    str_eq(str_from(rest, strlen(links[i])), str_of(bodies[k].word)))
				return true;
	return false;
}

/* The length of the longest row of `nouns` at the start of `rest`; its row in *ret. */
static size_t noun_at(struct str rest, size_t *ret)
{
	size_t best = 0;
	for (size_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++) {
		size_t len = strlen(nouns[i].words);
		if (len > best && str_has_prefix(rest, str_of(nouns[i].words)) && (rest.len == len || rest.ptr[len] == ' ')) {
			best = len;
			*ret = i;
		}
	}
	return best;
}

/* Commas and other signs are spaces, and there is one between words. */
static struct str plain_words(struct arena *arena, struct str key)
{
	struct buf out;
	buf_init(&out, arena, key.len + 1);
	for (size_t i = 0; i < key.len; i++) {
		char c = key.ptr[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
		if (letter)
			buf_add_char(&out, c);
		else if (out.len > 0 && buf_str(&out).ptr[out.len - 1] != ' ')
			buf_add_char(&out, ' ');
	}
	return str_trim(buf_str(&out));
}

/* What the words of a group's name come to. */
struct group {
	unsigned members;
	size_t n_nouns;
	bool many;        /* "các", or a noun that is many by itself: "cấp xã" */
	bool own, others; /* nouns of the plan's own body; of others */
	struct str rest;  /* what no noun of the list begins */
};

static struct group read_group(struct str words)
{
	struct group group = {.rest = words};
	size_t row = 0, len;
	while ((len = noun_at(group.rest, &row)) > 0) {
		struct str noun = str_of(nouns[row].words);
		bool counts = nouns[row].kinds != 0;
		group.members |= nouns[row].kinds;
		group.n_nouns += counts;
		group.many = group.many || str_eq(noun, STR("cac")) || str_has_suffix(noun, STR("cap xa"));
		group.own = group.own || nouns[row].own;
		group.others = group.others || (counts && !nouns[row].own);
		group.rest = str_trim(str_from(group.rest, len));
	}
	return group;
}

static struct unit_meaning group_of(const struct unit_directory *d, struct arena *arena, struct str key)
{
	struct group group = read_group(plain_words(arena, key));
	bool below = group.rest.len > 0 && is_of_own(d, group.rest), divisions = group.own && !group.others;
	if ((group.rest.len > 0 && !below) || group.members == 0 || !(group.many || group.n_nouns > 1))
		return (struct unit_meaning){0};
	bool local = d->own.kind != UNIT_PROVINCE && d->own.kind != UNIT_DEPARTMENT;
	if (divisions && !below)
		return (struct unit_meaning){.root_id = d->own.id, .members = group.members};
	if (below || (local && (group.members & KIND(COMMUNE)) == 0))
		return (struct unit_meaning){.root_id = d->own.id, .members = ALL_KINDS};
	return (struct unit_meaning){.root_id = d->province.id, .members = d->province.id != 0 ? group.members : 0};
}

struct unit_meaning unit_meaning_of(const struct unit_directory *d, struct arena *arena, struct str words)
{
	struct str key = without_bracket(viet_fold(arena, words));
	int64_t id = by_name(d, arena, key);
	if (id == 0)
		id = by_role(d, key);
	if (id == 0)
		id = by_key(d, unit_names_initials(arena, words));
	if (id == 0 && headed_by(key).len > 0) {
		id = by_name(d, arena, headed_by(key));
		id = id != 0 ? id : by_role(d, headed_by(key));
	}
	if (id != 0)
		return (struct unit_meaning){.unit_id = id};
	return group_of(d, arena, key);
}

/* ---- stored ---- */

struct str unit_meaning_kinds_text(struct arena *arena, unsigned members)
{
	struct str text = STR("");
	for (int kind = 0; kind <= UNIT_OTHER; kind++)
		if ((members & (1u << kind)) != 0)
			text = str_format(arena, "%.*s%s%.*s", STR_ARG(text), text.len > 0 ? " " : "",
			                  STR_ARG(unit_kind_name((enum unit_kind)kind)));
	return text;
}

unsigned unit_meaning_kinds_parse(struct str text)
{
	unsigned members = 0;
	struct str word;
	enum unit_kind kind;
	while (str_split(&text, ' ', &word))
		if (unit_kind_parse(word, &kind))
			members |= 1u << kind;
	return members;
}

bool unit_meaning_has_kind(const struct unit_directory *directory, struct arena *arena, struct str word)
{
	return unit_names_begin(&directory->names, str_format(arena, "%.*s ", STR_ARG(word)));
}
