#include "reading/basis.h"

/* How likely a document is what a plan carries out. */
enum weight { WEIGHT_LAW, WEIGHT_DIRECTIVE, WEIGHT_PLAN };

/* Documents that are plans, by the words that they begin with. */
static const char *const plans[] = {"kế hoạch", "chương trình", "đề án", "phương án"};

/* What a decision says it does where it puts a plan into force. */
static const char *const issues_plan[] = {"ban hành kế hoạch",     "phê duyệt kế hoạch",     "ban hành đề án", "phê duyệt đề án",
                                          "ban hành chương trình", "phê duyệt chương trình", "về kế hoạch",    "giao kế hoạch",
                                          "triển khai kế hoạch",   "thực hiện kế hoạch"};

/* What a document is about that says who is competent or how things are done, and is no work to carry out. */
static const char *const about_rules[] = {
    "chức năng , nhiệm vụ", "cơ cấu tổ chức", "quy chế",   "bộ tiêu chí", "quy định chi tiết",
    "quy định về",          "bộ chỉ số",      "thành lập", "điều lệ",     "phân công công tác",
    "sửa đổi , bổ sung"};

#define HAS(words, table) has_any((words), (table), sizeof(table) / sizeof(table)[0])

static bool has_any(const struct words *words, const char *const *phrases, size_t n)
{
	for (size_t i = 0; i < words->n; i++)
		if (words_longest(words, i, phrases, n) > 0)
			return true;
	return false;
}

bool basis_begins(const struct words *words, size_t first)
{
	return words_match(words, first, "căn cứ") > 0;
}

static enum weight weight_of(struct arena *arena, struct str text)
{
	struct words words = words_of(arena, text);
	size_t first = words_is(&words, 0, "các") ? 1 : 0;
	static const char *const proposals[] = {"của", "tờ trình", "theo đề nghị", "đề nghị"}; /* "xét đề nghị của …" */
	bool resolution = words_match(&words, first, "nghị quyết") > 0;
	if (words_longest(&words, first, proposals, sizeof proposals / sizeof proposals[0]) > 0)
		return WEIGHT_LAW;
	if (words_longest(&words, first, plans, sizeof plans / sizeof plans[0]) > 0)
		return WEIGHT_PLAN;
	if (!resolution &&
	    HAS(&words, issues_plan)) /* a resolution's programme is for the years; a decision's plan is for this one */
		return WEIGHT_PLAN;
	return HAS(&words, about_rules) ? WEIGHT_LAW : WEIGHT_DIRECTIVE;
}

/* The citation that a text names by its number, in whatever letters ("HÐND"); NULL for none. */
static const struct reading_citation *citation_in(struct arena *arena, const struct reading_citation_vec *citations,
                                                  struct str text)
{
	struct str key = words_key(arena, text);
	for (size_t i = 0; i < citations->n; i++)
		if (citations->at[i].number.len > 0 && str_contains(key, words_key(arena, citations->at[i].number)))
			return &citations->at[i];
	return NULL;
}

/* Whether a document may be of the year: of another where its date says so. */
static bool may_be_of_year(const struct reading_citation *citation, int year)
{
	return citation == NULL || citation->date == DATE_NONE || date_to_parts(citation->date).year == year;
}

/* Of what stands under "Căn cứ" only plans stay, and of what stands under "Thực hiện" all but law. Where nothing would stay, the
 * year's own directives do. */
static void keep_carried_out(struct arena *arena, const struct reading_citation_vec *citations, int year,
                             struct reading_field_vec *carried)
{
	struct reading_field_vec kept = {0}, directives = {0};
	for (size_t i = 0; i < carried->n; i++) {
		const struct reading_field *field = &carried->at[i];
		const struct reading_citation *citation = citation_in(arena, citations, field->text);
		enum weight weight = weight_of(arena, field->text);
		bool is_basis = citation != NULL && citation->role == READING_BASIS;
		if (weight == WEIGHT_PLAN || (weight == WEIGHT_DIRECTIVE && !is_basis))
			VEC_PUSH(arena, &kept, *field);
		else if (weight == WEIGHT_DIRECTIVE && may_be_of_year(citation, year))
			VEC_PUSH(arena, &directives, *field);
	}
	*carried = kept.n > 0 ? kept : directives;
}

void basis_tell_apart(struct arena *arena, struct reading_header *header, struct reading_citation_vec *citations)
{
	const struct reading_field_vec named = header->in_execution_of;
	keep_carried_out(arena, citations, header->year, &header->in_execution_of);
	for (size_t i = 0; i < citations->n; i++) {
		struct reading_citation *citation = &citations->at[i];
		struct str mark = citation->number.len > 0 ? citation->number : citation->name;
		for (size_t k = 0; k < named.n; k++)
			if (citation->role == READING_MENTION && str_contains(named.at[k].text, mark))
				citation->role = READING_BASIS;
		for (size_t k = 0; k < header->in_execution_of.n; k++)
			if (str_contains(header->in_execution_of.at[k].text, mark))
				citation->role = READING_IN_EXECUTION_OF;
	}
}
