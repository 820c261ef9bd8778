#include "reading/assignment.h"

#include "base/buf.h"
#include "reading/assignment_role.h"
#include "reading/unit_head.h"
#include "reading/unit_name.h"
#include "reading/unit_sureness.h"
#include "reading/words.h"

enum { MAX_UNIT_BYTES = 1000, MAX_LEAD_IN_WORDS = 20 };

struct scanner {
	struct arena *arena;
	struct words words;
	struct document_span span;
	struct reading_assignment_vec *out;
	size_t at;
	enum reading_role label; /* the last label's; READING_PERFORM before one */
	size_t rest;             /* where, behind its parties, a clause says what they do */
	size_t apart;            /* how many units of the last list stand before its first semicolon; 0 without one */
};

static const struct words_phrase prefixes[] = {{"đề nghị", 0},
                                               {"giao", 0},
                                               {"do", 0},
                                               {"giao cho", 0},
                                               {"yêu cầu", 0},
                                               {"phân công", 0},
                                               {"phân công cho", 0},
                                               {"-", 0},
                                               {"+", 0},
                                               {"•", 0},
                                               {"*", 0},
                                               {"giao nhiệm vụ cho", 0},
                                               {"trân trọng đề nghị", 0},
                                               {"kính đề nghị", 0}};

/* What stands between a body and the one that it gives the work to: "UBND xã giao Công an xã …". */
static const struct words_phrase handing_verbs[] = {{"giao", 0},          {"giao cho", 0},     {"phân công", 0},
                                                    {"phân công cho", 0}, {"ủy quyền cho", 0}, {"giao nhiệm vụ cho", 0}};

/* What a lead-in before the first unit begins with: "Theo nhiệm vụ được giao, các cơ quan …". */
static const struct words_phrase lead_ins[] = {
    {"theo", 0},      {"căn cứ", 0},   {"trên cơ sở", 0}, {"hằng năm", 0}, {"hàng năm", 0}, {"định kỳ", 0},  {"hằng", 0},
    {"hàng", 0},      {"trong", 0},    {"trước", 0},      {"sau khi", 0},  {"khi", 0},      {"để", 0},       {"ngoài ra", 0},
    {"đồng thời", 0}, {"bên cạnh", 0}, {"đối với", 0},    {"tùy theo", 0}, {"ngay sau", 0}, {"chậm nhất", 0}};

#define MATCH(s, i, table, n) words_match_any(&(s)->words, (i), (table), sizeof(table) / sizeof(table)[0], (n))

/* ---- units ---- */

static void add(struct scanner *s, struct str_vec *units, struct str unit)
{
	if (unit.len > 0)
		VEC_PUSH(s->arena, units, unit);
}

/* The head's words without "các", and then the name: "Sở" "Tài chính". */
static struct str with_head(struct scanner *s, size_t head, size_t head_end, struct str name)
{
	struct buf text;
	buf_init(&text, s->arena, MAX_UNIT_BYTES);
	for (size_t i = head; i < head_end; i++) {
		if (words_is(&s->words, i, "các"))
			continue;
		buf_add(&text, words_text(&s->words, i, i + 1));
		buf_add_char(&text, ' ');
	}
	buf_add(&text, name);
	return buf_str(&text);
}

/* How many separating words stand at `i` before another unit; 0 where none follows. */
static size_t separator(const struct scanner *s, size_t i, bool semicolons)
{
	static const struct words_phrase separators[] = {
	    {",", 0},    {"và", 0},  {", và", 0},       {"&", 0}, {"cùng", 0}, {"cùng với", 0}, {", cùng", 0},
	    {"hoặc", 0}, {"với", 0}, {", cùng với", 0}, {"/", 0}, {"+", 0},    {"và /", 0},     {"và / hoặc", 0}};
	size_t n = 0;
	if (words_is(&s->words, i, ";")) {
		enum reading_role role;
		bool labelled = assignment_role_label(&s->words, i + 1, &role) > 0;
		return (semicolons || unit_name_begins(&s->words, i + 1)) && !labelled ? 1 : 0;
	}
	if (words_is(&s->words, i, "+") && s->words.at[i].space_before && i > 0 && words_is(&s->words, i - 1, "."))
		return 0;
	return MATCH(s, i, separators, &n) != NULL ? n : 0;
}

/* "Các Sở: Tài chính; Công Thương; …": adds each with the head before it. Leaves s->at behind the last. */
static void read_spread(struct scanner *s, size_t head, size_t head_end, struct str_vec *units)
{
	for (;;) {
		size_t n = unit_name_bare(&s->words, s->at);
		if (n == 0)
			return;
		add(s, units, with_head(s, head, head_end, words_text(&s->words, s->at, s->at + n)));
		s->at += n;
		size_t sep = separator(s, s->at, true);
		if (sep == 0 || unit_name_begins(&s->words, s->at + sep) || unit_name_bare(&s->words, s->at + sep) == 0)
			return;
		s->at += sep;
	}
}

/* Reads one unit or enumeration at s->at. *semicolons is set where semicolons part the units of this list. */
static bool read_unit(struct scanner *s, struct str_vec *units, bool *semicolons)
{
	size_t head, head_end, n = unit_name_spread(&s->words, s->at, &head, &head_end);
	if (n > 0) {
		size_t before = units->n;
		*semicolons = words_is(&s->words, head_end, ":");
		s->at += n;
		read_spread(s, head, head_end, units);
		return units->n > before;
	}
	n = unit_name_at(&s->words, s->at);
	if (n == 0)
		return false;
	add(s, units, words_text(&s->words, s->at, s->at + n));
	s->at += n;
	return true;
}

/* The list of units at s->at. */
static struct str_vec read_units(struct scanner *s)
{
	struct str_vec units = {0};
	bool semicolons = false;
	s->apart = 0;
	while (read_unit(s, &units, &semicolons)) {
		size_t after = s->at, skipped = assignment_role_bracket(&s->words, after);
		enum reading_role role;
		if (skipped > 0 && assignment_role_in_bracket(&s->words, after, skipped, &role))
			return units;
		if (skipped > 0 && separator(s, after + skipped, false) > 0)
			after += skipped;
		size_t sep = separator(s, after, semicolons);
		bool direct = sep == 0 && after < s->words.n && s->words.at[after].capital;
		if ((sep == 0 && !direct) || !unit_name_begins(&s->words, after + sep))
			return units;
		if (s->apart == 0 && !semicolons && words_is(&s->words, after, ";"))
			s->apart = units.n;
		s->at = after + sep;
	}
	return units;
}

static void assign(struct scanner *s, const struct str_vec *units, enum reading_role role)
{
	for (size_t i = 0; i < units->n; i++)
		VEC_PUSH(
		    s->arena, s->out,
		    (struct reading_assignment){
		        .unit = units->at[i], .role = role, .span = s->span, .confidence = unit_sureness_of(s->arena, units->at[i])});
}

/* The units that coordinate; of "Sở A; Sở B phối hợp" those before the first semicolon do the work where nobody else does. */
static void assign_coordinating(struct scanner *s, const struct str_vec *units)
{
	size_t first = s->out->n == 0 ? s->apart : 0;
	struct str_vec doing = {.at = units->at, .n = first}, helping = {.at = units->at + first, .n = units->n - first};
	assign(s, &doing, READING_PERFORM);
	assign(s, &helping, READING_COORDINATE);
}

/* ---- clauses ---- */

/* Whether word `i` is a bullet inside the text, not a dash inside a name. */
static bool is_inner_bullet(const struct scanner *s, size_t i)
{
	if (!words_is(&s->words, i, "-") && !words_is(&s->words, i, "+"))
		return false;
	if (i == 0 || i + 1 >= s->words.n || !s->words.at[i].space_before)
		return false;
	bool ended = words_is(&s->words, i - 1, ".") || words_is(&s->words, i - 1, ";");
	size_t n = 0;
	enum reading_role role;
	bool begins = unit_name_begins(&s->words, i + 1) || MATCH(s, i + 1, prefixes, &n) != NULL ||
	              assignment_role_label(&s->words, i + 1, &role) > 0;
	return s->words.at[i + 1].capital && (ended || begins);
}

static bool ends_clause(const struct scanner *s, size_t i)
{
	if (i >= s->words.n || words_is(&s->words, i, ";"))
		return true;
	if (words_is(&s->words, i, ".") || words_is(&s->words, i, "!"))
		return i + 1 >= s->words.n ||
		       (s->words.at[i + 1].space_before && (s->words.at[i + 1].capital || words_is(&s->words, i + 1, "-")));
	return is_inner_bullet(s, i);
}

static void skip_to_end(struct scanner *s)
{
	while (!ends_clause(s, s->at))
		s->at++;
}

/* What follows in the clause: more units that coordinate; past "chủ trì,", a further party. */
static void read_rest(struct scanner *s)
{
	while (!ends_clause(s, s->at)) {
		size_t n = 0;
		n = assignment_role_coordinate_verb(&s->words, s->at);
		if (n == 0) {
			s->at++;
			continue;
		}
		s->at += n;
		struct str_vec units = read_units(s);
		assign(s, &units, READING_COORDINATE);
	}
}

/* The role that the words behind a list of units give it, and what of them belongs to other units. */
static void read_role(struct scanner *s, const struct str_vec *units)
{
	size_t n = assignment_role_bracket(&s->words, s->at);
	enum reading_role role;
	if (n > 0 && assignment_role_in_bracket(&s->words, s->at, n, &role)) {
		if (role == READING_COORDINATE)
			assign_coordinating(s, units);
		else
			assign(s, units, role);
		s->at += n;
		return;
	}
	s->at += n;
	while (words_is(&s->words, s->at, ":") || words_is(&s->words, s->at, ",") ||
	       (words_is(&s->words, s->at, "-") && !is_inner_bullet(s, s->at)))
		s->at++;
	if (assignment_role_leads(&s->words, s->at) > 0) {
		assign(s, units, READING_LEAD);
		s->at += assignment_role_lead_verb(&s->words, s->at);
		return;
	}
	/* "phối hợp" with units behind it is what these units do with those: read_rest() takes them */
	size_t behind = assignment_role_coordinates(&s->words, s->at);
	bool with_others = behind > 0 && unit_name_begins(&s->words, behind);
	if (behind == 0 || with_others) { /* "Phối hợp: Công an xã - Các thôn" */
		assign(s, units, ends_clause(s, s->at) && s->label == READING_COORDINATE ? READING_COORDINATE : READING_PERFORM);
		return;
	}
	assign_coordinating(s, units);
	s->at = behind;
}

/* "Chủ trì: …", "Đơn vị phối hợp: …": units until the clause ends. */
static bool read_label(struct scanner *s)
{
	enum reading_role role;
	size_t n = assignment_role_label(&s->words, s->at, &role);
	if (n == 0)
		return false;
	s->at += n;
	s->label = role;
	struct str_vec units = read_units(s);
	assign(s, &units, role);
	return units.n > 0;
}

/* "Cấp tỉnh: Sở Nội vụ …", "Theo nhiệm vụ được giao, các sở …": a short lead-in before a unit. */
static void skip_lead_in(struct scanner *s)
{
	size_t n = 0;
	bool phrase = MATCH(s, s->at, lead_ins, &n) != NULL;
	for (size_t i = s->at; i < s->at + (phrase ? MAX_LEAD_IN_WORDS : 6) && !ends_clause(s, i); i++)
		if ((words_is(&s->words, i, ":") || (phrase && words_is(&s->words, i, ","))) && unit_name_begins(&s->words, i + 1)) {
			s->at = i + 1;
			return;
		}
}

/* "1." or "a)" before a unit inside the text. */
static void skip_number(struct scanner *s)
{
	bool numbered = s->at + 2 < s->words.n &&
	                (s->words.at[s->at].kind == WORD_NUMBER || s->words.at[s->at].end == s->words.at[s->at].begin + 1) &&
	                (words_is(&s->words, s->at + 1, ".") || words_is(&s->words, s->at + 1, ")"));
	if (numbered && unit_name_begins(&s->words, s->at + 2))
		s->at += 2;
}

/* "UBND xã giao Công an xã …": steps over the body that hands the work on. */
static bool skip_handing(struct scanner *s)
{
	size_t n = 0;
	if (MATCH(s, s->at, handing_verbs, &n) == NULL || !unit_name_begins(&s->words, s->at + n))
		return false;
	s->at += n;
	return true;
}

static void read_clause(struct scanner *s)
{
	size_t n = 0;
	while (MATCH(s, s->at, prefixes, &n) != NULL)
		s->at += n;
	while (read_label(s))
		while (words_is(&s->words, s->at, ",") || words_is(&s->words, s->at, ";") || words_is(&s->words, s->at, "."))
			s->at++;
	skip_number(s);
	if (!unit_name_begins(&s->words, s->at))
		skip_lead_in(s);
	/* parties follow one another: "Sở A chủ trì, Sở B phối hợp" */
	for (bool more = true; more;) {
		struct str_vec units = read_units(s);
		if (units.n == 0)
			break;
		if (skip_handing(s))
			continue;
		read_role(s, &units);
		more = (words_is(&s->words, s->at, ",") || words_is(&s->words, s->at, "và")) && unit_name_begins(&s->words, s->at + 1);
		s->at += more ? 1 : 0;
	}
	s->rest = s->at;
	read_rest(s);
}

/* ---- what was not understood ---- */

/* The first words among from..to-1 that are neither signs nor joints, nor stand in brackets, to the last. */
static struct str left_over_of(const struct scanner *s, size_t from, size_t to)
{
	static const char *const joints[] = {"và", "hoặc", "cùng", "với", "các"};
	for (size_t i = from; i < to; i++) {
		size_t n = assignment_role_bracket(&s->words, i);
		if (n > 0)
			i += n - 1;
		else if (s->words.at[i].kind != WORD_SIGN && words_longest(&s->words, i, joints, sizeof joints / sizeof joints[0]) == 0)
			return words_text(&s->words, i, to);
	}
	return (struct str){0};
}

/* Whether words from..to-1 should name another party: they follow a comma, and say nothing that is done. */
static bool is_party(const struct scanner *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (unit_head_verb(&s->words, i) > 0 || assignment_role_coordinate_verb(&s->words, i) > 0 ||
		    assignment_role_lead_verb(&s->words, i) > 0)
			return false;
	bool behind_comma = from > 0 && words_is(&s->words, from - 1, ",");
	return behind_comma || words_is(&s->words, from, ",") || words_is(&s->words, from, "và");
}

static struct scanner scanner_of(struct arena *arena, struct str text, struct document_span span,
                                 struct reading_assignment_vec *out)
{
	return (struct scanner){.arena = arena, .words = words_of(arena, text), .span = span, .out = out, .label = READING_PERFORM};
}

struct str assignment_parse(struct arena *arena, struct str text, struct document_span span, struct reading_assignment_vec *out)
{
	struct scanner s = scanner_of(arena, text, span, out);
	struct str left_over = {0};
	while (s.at < s.words.n) {
		size_t before = s.at;
		read_clause(&s);
		skip_to_end(&s);
		if (left_over.len == 0 && is_party(&s, s.rest, s.at))
			left_over = left_over_of(&s, s.rest, s.at);
		if (s.at == before || (s.at < s.words.n && s.words.at[s.at].kind == WORD_SIGN))
			s.at++;
	}
	return left_over;
}

struct str assignment_parse_column(struct arena *arena, struct str text, struct document_span span, enum reading_role role,
                                   struct reading_assignment_vec *out)
{
	struct scanner s = scanner_of(arena, text, span, out);
	struct str left_over = {0};
	while (s.at < s.words.n) {
		size_t before = s.at;
		struct str_vec units = read_units(&s);
		assign(&s, &units, role);
		size_t behind = s.at;
		while (s.at < s.words.n && !unit_name_begins(&s.words, s.at))
			s.at++;
		if (s.at == before)
			s.at++;
		left_over = left_over.len > 0 ? left_over : left_over_of(&s, behind, s.at);
	}
	return left_over;
}

struct str assignment_first_unit(struct arena *arena, struct str text, size_t *ret_end)
{
	struct scanner s = scanner_of(arena, text, (struct document_span){0}, NULL);
	size_t n = 0;
	while (MATCH(&s, s.at, prefixes, &n) != NULL)
		s.at += n;
	size_t begin = s.at;
	struct str_vec units = read_units(&s);
	*ret_end = units.n > 0 ? s.words.at[s.at - 1].end : 0;
	return units.n > 0 ? words_text(&s.words, begin, s.at) : (struct str){0};
}

size_t assignment_parse_order(struct arena *arena, struct str text, struct document_span span, size_t *ret_who,
                              struct reading_assignment_vec *out)
{
	struct scanner s = scanner_of(arena, text, span, out);
	size_t n = 0, end;
	while (MATCH(&s, s.at, prefixes, &n) != NULL)
		s.at += n;
	size_t first = s.at;
	struct str_vec units = read_units(&s);
	if (units.n == 0)
		return 0;
	end = s.at;
	read_role(&s, &units);
	bool leads = out->n > 0 && out->at[out->n - 1].role == READING_LEAD;
	end = leads ? s.at : end;
	size_t with = end + words_is(&s.words, end, ",");
	n = assignment_role_coordinate_verb(&s.words, with);
	if (n > 0 && unit_name_begins(&s.words, with + n)) {
		s.at = with + n;
		units = read_units(&s);
		assign(&s, &units, READING_COORDINATE);
		end = s.at;
	}
	*ret_who = s.words.at[first].begin;
	return s.words.at[end - 1].end;
}
