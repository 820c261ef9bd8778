#include "reading/assignment.h"

#include "base/buf.h"
#include "reading/unit_name.h"
#include "reading/words.h"

enum { MAX_UNIT_BYTES = 1000, MAX_CHAIN = 6 };

struct scanner {
	struct arena *arena;
	struct words words;
	struct document_span span;
	struct reading_assignment_vec *out;
	size_t at;
	bool bulleted; /* the text begins with a bullet */
};

static const struct words_phrase prefixes[] = {{"đề nghị", 0},   {"giao", 0},          {"do", 0}, {"giao cho", 0}, {"yêu cầu", 0},
                                               {"phân công", 0}, {"phân công cho", 0}, {"-", 0},  {"+", 0},        {"•", 0},
                                               {"*", 0}};

static const struct words_phrase labels[] = {{"chủ trì", READING_LEAD},
                                             {"đơn vị chủ trì", READING_LEAD},
                                             {"cơ quan chủ trì", READING_LEAD},
                                             {"cơ quan , đơn vị chủ trì", READING_LEAD},
                                             {"chủ trì thực hiện", READING_LEAD},
                                             {"đơn vị đầu mối", READING_LEAD},
                                             {"cơ quan đầu mối", READING_LEAD},
                                             {"chủ trì tham mưu", READING_LEAD},
                                             {"phối hợp", READING_COORDINATE},
                                             {"đơn vị phối hợp", READING_COORDINATE},
                                             {"cơ quan phối hợp", READING_COORDINATE},
                                             {"cơ quan , đơn vị phối hợp", READING_COORDINATE},
                                             {"phối hợp thực hiện", READING_COORDINATE},
                                             {"thực hiện", READING_PERFORM},
                                             {"đơn vị thực hiện", READING_PERFORM},
                                             {"cơ quan thực hiện", READING_PERFORM},
                                             {"cơ quan , đơn vị thực hiện", READING_PERFORM},
                                             {"phân công", READING_PERFORM},
                                             {"người thực hiện", READING_PERFORM},
                                             {"phụ trách", READING_PERFORM}};

static const struct words_phrase lead_verbs[] = {{"chủ trì", 0},
                                                 {"làm đầu mối", 0},
                                                 {"là đầu mối", 0},
                                                 {"đầu mối", 0},
                                                 {"là cơ quan chủ trì", 0},
                                                 {"là đơn vị chủ trì", 0},
                                                 {"là cơ quan đầu mối", 0},
                                                 {"là đơn vị đầu mối", 0},
                                                 {"có trách nhiệm chủ trì", 0},
                                                 {"chịu trách nhiệm chủ trì", 0},
                                                 {"chịu trách nhiệm chính", 0}};

static const struct words_phrase coordinate_verbs[] = {{"phối hợp", 0},
                                                       {"phối hợp với", 0},
                                                       {"phối hợp cùng", 0},
                                                       {"phối hợp cùng với", 0},
                                                       {"phối hợp chặt chẽ với", 0},
                                                       {"phối hợp chặt chẽ", 0},
                                                       {"phối hợp chặt chẽ cùng", 0},
                                                       {"cùng phối hợp", 0},
                                                       {"cùng phối hợp với", 0},
                                                       {"có trách nhiệm phối hợp", 0},
                                                       {"có trách nhiệm phối hợp với", 0},
                                                       {"và phối hợp với", 0},
                                                       {"phối hợp đồng bộ với", 0}};

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
	static const struct words_phrase separators[] = {{",", 0},        {"và", 0},     {", và", 0}, {"&", 0},   {"cùng", 0},
	                                                 {"cùng với", 0}, {", cùng", 0}, {"hoặc", 0}, {"với", 0}, {", cùng với", 0}};
	size_t n = 0, label = 0;
	if (words_is(&s->words, i, ";")) {
		bool labelled = MATCH(s, i + 1, labels, &label) != NULL && words_is(&s->words, i + 1 + label, ":");
		return (semicolons || unit_name_begins(&s->words, i + 1)) && !labelled ? 1 : 0;
	}
	return MATCH(s, i, separators, &n) != NULL ? n : 0;
}

/* "(theo phân công)" behind a unit. */
static size_t bracket(const struct scanner *s, size_t i)
{
	if (!words_is(&s->words, i, "("))
		return 0;
	for (size_t k = i + 1; k < s->words.n && k < i + 40; k++)
		if (words_is(&s->words, k, ")"))
			return k + 1 - i;
	return 0;
}

static bool bracket_has(const struct scanner *s, size_t i, size_t n, const char *keys)
{
	for (size_t k = i; k < i + n; k++)
		if (words_match(&s->words, k, keys) > 0)
			return true;
	return false;
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
	while (read_unit(s, &units, &semicolons)) {
		size_t after = s->at, skipped = bracket(s, after);
		if (skipped > 0 && separator(s, after + skipped, false) > 0)
			after += skipped;
		size_t sep = separator(s, after, semicolons);
		bool direct = sep == 0 && after < s->words.n && s->words.at[after].capital;
		if ((sep == 0 && !direct) || !unit_name_begins(&s->words, after + sep))
			return units;
		s->at = after + sep;
	}
	return units;
}

static void assign(struct scanner *s, const struct str_vec *units, enum reading_role role)
{
	for (size_t i = 0; i < units->n; i++)
		VEC_PUSH(s->arena, s->out, (struct reading_assignment){.unit = units->at[i], .role = role, .span = s->span});
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
	bool begins =
	    unit_name_begins(&s->words, i + 1) || MATCH(s, i + 1, prefixes, &n) != NULL || MATCH(s, i + 1, labels, &n) != NULL;
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

/* Where a unit's chain of verbs ("tham gia, phối hợp, cung cấp") has one of these: the word behind it; 0 where it has none. */
static size_t chain_has(const struct scanner *s, size_t i, const struct words_phrase *verbs, size_t n_verbs)
{
	for (size_t steps = 0; steps < MAX_CHAIN; steps++) {
		size_t n = 0;
		if (words_match_any(&s->words, i, verbs, n_verbs, &n) != NULL)
			return i + n;
		n = unit_name_verb(&s->words, i);
		if (n == 0 || !words_is(&s->words, i + n, ","))
			return 0;
		i += n + 1;
	}
	return 0;
}

#define CHAIN_HAS(s, i, table) chain_has((s), (i), (table), sizeof(table) / sizeof(table)[0])

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
		if (MATCH(s, s->at, coordinate_verbs, &n) == NULL) {
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
	size_t n = bracket(s, s->at), m = 0;
	if (n > 0 && (bracket_has(s, s->at, n, "chủ trì") || bracket_has(s, s->at, n, "đầu mối"))) {
		assign(s, units, READING_LEAD);
		s->at += n;
		return;
	}
	if (n > 0 && bracket_has(s, s->at, n, "phối hợp")) {
		assign(s, units, READING_COORDINATE);
		s->at += n;
		return;
	}
	s->at += n;
	while (words_is(&s->words, s->at, ":") || words_is(&s->words, s->at, ","))
		s->at++;
	if (CHAIN_HAS(s, s->at, lead_verbs) > 0) {
		assign(s, units, READING_LEAD);
		if (MATCH(s, s->at, lead_verbs, &m) != NULL)
			s->at += m;
		return;
	}
	/* "phối hợp" with units behind it is what these units do with those: read_rest() takes them */
	size_t behind = CHAIN_HAS(s, s->at, coordinate_verbs);
	bool with_others = behind > 0 && unit_name_begins(&s->words, behind);
	assign(s, units, behind > 0 && !with_others ? READING_COORDINATE : READING_PERFORM);
	if (behind > 0 && !with_others)
		s->at = behind;
}

/* "Chủ trì: …", "Đơn vị phối hợp: …": units until the clause ends. */
static bool read_label(struct scanner *s)
{
	size_t n = 0;
	const struct words_phrase *label = MATCH(s, s->at, labels, &n);
	if (label == NULL || !words_is(&s->words, s->at + n, ":"))
		return false;
	s->at += n + 1;
	struct str_vec units = read_units(s);
	assign(s, &units, (enum reading_role)label->meaning);
	return units.n > 0;
}

/* "Cấp tỉnh: Sở Nội vụ …": a short lead-in before a unit. */
static void skip_lead_in(struct scanner *s)
{
	for (size_t i = s->at; i < s->at + 6 && !ends_clause(s, i); i++)
		if (words_is(&s->words, i, ":") && unit_name_begins(&s->words, i + 1)) {
			s->at = i + 1;
			return;
		}
}

static void read_clause(struct scanner *s)
{
	size_t n = 0;
	while (MATCH(s, s->at, prefixes, &n) != NULL)
		s->at += n;
	while (read_label(s))
		while (words_is(&s->words, s->at, ",") || words_is(&s->words, s->at, ";") || words_is(&s->words, s->at, "."))
			s->at++;
	if (!unit_name_begins(&s->words, s->at))
		skip_lead_in(s);
	/* parties follow one another: "Sở A chủ trì, Sở B phối hợp" */
	for (bool more = true; more;) {
		struct str_vec units = read_units(s);
		if (units.n == 0)
			break;
		read_role(s, &units);
		more = (words_is(&s->words, s->at, ",") || words_is(&s->words, s->at, "và")) && unit_name_begins(&s->words, s->at + 1);
		s->at += more ? 1 : 0;
		if (!more)
			break;
	}
	read_rest(s);
}

static struct scanner scanner_of(struct arena *arena, struct str text, struct document_span span,
                                 struct reading_assignment_vec *out)
{
	return (struct scanner){.arena = arena, .words = words_of(arena, text), .span = span, .out = out};
}

void assignment_parse(struct arena *arena, struct str text, struct document_span span, struct reading_assignment_vec *out)
{
	struct scanner s = scanner_of(arena, text, span, out);
	while (s.at < s.words.n) {
		size_t before = s.at;
		read_clause(&s);
		skip_to_end(&s);
		if (s.at == before || (s.at < s.words.n && s.words.at[s.at].kind == WORD_SIGN))
			s.at++;
	}
}

void assignment_parse_column(struct arena *arena, struct str text, struct document_span span, enum reading_role role,
                             struct reading_assignment_vec *out)
{
	struct scanner s = scanner_of(arena, text, span, out);
	while (s.at < s.words.n) {
		size_t before = s.at;
		struct str_vec units = read_units(&s);
		assign(&s, &units, role);
		while (s.at < s.words.n && !unit_name_begins(&s.words, s.at))
			s.at++;
		if (s.at == before)
			s.at++;
	}
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
