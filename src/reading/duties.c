#include "reading/duties.h"

#include "reading/assignment.h"
#include "reading/unit_head.h"
#include "reading/unit_name.h"
#include "reading/unit_sureness.h"
#include "reading/words.h"
#include "viet/space.h"

enum { MAX_HEADING_WORDS = 30, MAX_LEAD_WORDS = 12 };

static const char *const section_words[] = {"tổ chức thực hiện",     "phân công thực hiện",   "phân công nhiệm vụ",
                                            "trách nhiệm thực hiện", "phân công trách nhiệm", "trách nhiệm của các",
                                            "nhiệm vụ của các",      "tổ chức triển khai",    "trách nhiệm của các",
                                            "phân công tổ chức",     "trách nhiệm các",       "tổ chức và phân công"};

/* What a paragraph that closes the plan, and is no duty, begins with. */
static const char *const closing_words[] = {
    "trên đây",  "trong quá trình",      "kế hoạch này",  "đề nghị các",     "yêu cầu các", "nếu có",
    "căn cứ",    "quá trình thực hiện",  "( có phụ lục",  "( kèm theo",      "( chi tiết",  "nơi nhận",
    "trong quá", "quá trình triển khai", "nếu phát sinh", "nếu có vướng mắc"};

/* What speaks for a duty, in percent (docs/confidence.md). It is no surer than the name of its unit. */
enum evidence {
	LISTED_UNDER_UNIT = 95,  /* a bullet below the unit's heading */
	FIRST_UNDER_UNIT = 93,   /* the paragraph right behind the heading */
	UNIT_AND_VERB = 92,      /* a sentence whose subject is a unit, with what it does */
	UNIT_AND_WORDS = 82,     /* a sentence that begins with a unit, or has one behind its first comma */
	FURTHER_UNDER_UNIT = 75, /* a paragraph more: it may close the plan */
};

struct finder {
	struct arena *arena;
	struct reading_duty_vec out;
	struct str unit;    /* of the heading under way; no text without one */
	bool unit_has_duty; /* under this heading */
	bool bulleted;      /* its duties are bullets */
	bool of_heading;    /* the unit is a heading of its own, not the subject of a sentence */
};

/* Who a sentence gives a duty to. */
struct subject {
	struct str unit; /* no text without one */
	enum evidence evidence;
	size_t behind; /* the byte behind "Văn phòng Sở:", where the duty begins; 0 where the unit is part of it */
};

static bool is_duty_section(const struct words *words)
{
	for (size_t i = 0; i < words->n; i++)
		if (words_longest(words, i, section_words, sizeof section_words / sizeof section_words[0]) > 0)
			return true;
	return false;
}

/* Whether a sentence ends within the words. */
static bool has_sentence(const struct words *words)
{
	for (size_t i = 0; i + 1 < words->n; i++)
		if (words_is(words, i, ".") && words->at[i + 1].space_before && words->at[i + 1].capital)
			return true;
	return false;
}

/* A text without the bracket that it ends in: "Văn phòng Sở (cơ quan thường trực)". */
static struct str without_last_bracket(struct str text)
{
	text = viet_space_trim(text);
	if (!str_has_suffix(text, STR(")")))
		return text;
	for (size_t i = text.len; i-- > 0;)
		if (text.ptr[i] == '(')
			return viet_space_trim(str_part(text, 0, i));
	return text;
}

/* Whether the content is a heading: a unit and nothing else, or a unit with a few words and a colon. */
static bool is_unit_heading(struct finder *f, struct str content, struct str *ret_unit)
{
	content = without_last_bracket(content);
	struct words words = words_of(f->arena, content);
	size_t end = 0;
	if (words.n > MAX_HEADING_WORDS)
		return false;
	struct str unit = assignment_first_unit(f->arena, content, &end);
	bool colon = words.n > 0 && words_is(&words, words.n - 1, ":");
	struct str rest = viet_space_trim(str_from(content, end));
	if (unit.len == 0 || (rest.len > 1 && !colon) || has_sentence(&words))
		return false;
	*ret_unit = unit;
	return true;
}

/* Whether what follows the subject is what it does: a verb, "là đầu mối", a colon. */
static bool does_something(struct finder *f, struct str rest)
{
	static const char *const others[] = {"là", ":", "chịu trách nhiệm", "có trách nhiệm", "căn cứ", "giúp"};
	struct words words = words_of(f->arena, rest);
	return unit_head_verb(&words, 0) > 0 || words_longest(&words, 0, others, sizeof others / sizeof others[0]) > 0;
}

/* The unit that a sentence gives a duty to: at its begin, or behind a lead-in that a comma ends ("Căn cứ Kế hoạch này, các …").
 */
static struct subject subject_of_sentence(struct finder *f, struct str content)
{
	size_t end = 0;
	struct subject subject = {.unit = assignment_first_unit(f->arena, content, &end), .evidence = UNIT_AND_WORDS};
	struct str rest = viet_space_trim(str_from(content, end));
	if (subject.unit.len > 0 && does_something(f, rest))
		subject.evidence = UNIT_AND_VERB;
	if (subject.unit.len > 0 && str_has_prefix(rest, STR(":")))
		subject.behind = (size_t)(rest.ptr - content.ptr) + 1;
	struct words words = words_of(f->arena, content);
	for (size_t i = 0; subject.unit.len == 0 && i < words.n && i < MAX_LEAD_WORDS; i++)
		if (words_is(&words, i, ",") && i + 1 < words.n)
			subject.unit = assignment_first_unit(f->arena, str_from(content, words.at[i + 1].begin), &end);
	return subject;
}

static void add(struct finder *f, const struct lines_paragraph *p, const struct subject *subject, struct str section)
{
	/* a heading ends where the name does */
	uint8_t name = f->of_heading ? LISTED_UNDER_UNIT : unit_sureness_of(f->arena, subject->unit);
	uint8_t confidence = name < subject->evidence ? name : (uint8_t)subject->evidence;
	struct reading_field text = lines_field(f->arena, p, p->content + subject->behind, p->text.len, confidence);
	if (text.text.len > 0)
		VEC_PUSH(f->arena, &f->out, (struct reading_duty){.unit = subject->unit, .section = section, .text = text});
}

/* Whether the words end as a document does: "./." */
static bool ends_document(const struct words *words)
{
	return words->n > 3 && words_match(words, words->n - 3, ". / .") > 0;
}

static bool closes(const struct words *words)
{
	if (words_longest(words, 0, closing_words, sizeof closing_words / sizeof closing_words[0]) > 0)
		return true;
	static const char *const asking[] = {"yêu cầu", "đề nghị", "giao"};
	size_t asked = words_longest(words, 0, asking, sizeof asking / sizeof asking[0]);
	if (asked > 0 && unit_name_at(words, asked) > 0 && ends_document(words))
		return true;
	size_t n = unit_name_at(words, 0);
	return n > 0 &&
	       (words_match(words, n, "đề nghị") > 0 || words_match(words, n, "yêu cầu") > 0 || words_match(words, n, "báo cáo") > 0);
}

static void read_numbered(struct finder *f, const struct lines_paragraph *p, struct str section)
{
	struct str unit;
	f->unit = (struct str){0};
	f->unit_has_duty = f->of_heading = f->bulleted = false;
	if (is_unit_heading(f, lines_content(p), &unit)) {
		f->unit = unit;
		f->of_heading = true;
		return;
	}
	struct subject subject = subject_of_sentence(f, lines_content(p));
	if (subject.unit.len > 0)
		add(f, p, &subject, section);
	f->unit = subject.unit;
	f->unit_has_duty = true;
}

static void read_other(struct finder *f, const struct lines_paragraph *p, struct str section)
{
	struct str unit;
	if (p->mark == LINES_PLAIN) {
		/* plain paragraphs are a list where no bullets are; behind bullets one closes the plan */
		bool goes_on = f->unit.len > 0 && (!f->unit_has_duty || (f->of_heading && !f->bulleted));
		if (closes(&p->words))
			f->unit = (struct str){0};
		else if (goes_on)
			add(f, p, &(struct subject){f->unit, f->unit_has_duty ? FURTHER_UNDER_UNIT : FIRST_UNDER_UNIT, 0}, section);
		f->unit_has_duty = f->unit_has_duty || goes_on;
		return;
	}
	if (is_unit_heading(f, lines_content(p), &unit)) {
		f->unit = unit;
		f->unit_has_duty = f->bulleted = false;
		f->of_heading = true;
		return;
	}
	struct subject subject = {f->unit, LISTED_UNDER_UNIT, 0};
	if (f->unit.len == 0)
		subject = subject_of_sentence(f, lines_content(p));
	if (subject.unit.len > 0)
		add(f, p, &subject, section);
	f->unit_has_duty = f->bulleted = true;
}

struct reading_duty_vec duties_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs, struct header_body body,
                                    const struct outline_place_vec *places)
{
	struct finder f = {.arena = arena};
	size_t asked = SIZE_MAX;
	bool inside = false;
	for (size_t k = 0; k < places->n; k++) {
		const struct outline_place *place = &places->at[k];
		const struct lines_paragraph *p = &paragraphs->at[body.first + k];
		if (place->top == SIZE_MAX)
			continue;
		if (place->top != asked) {
			asked = place->top;
			inside = is_duty_section(&paragraphs->at[asked].words);
			f.unit = (struct str){0};
		}
		if (!inside || body.first + k == asked)
			continue;
		if (words_match(&p->words, 0, "nơi nhận") > 0)
			break;
		if (place->level > 0 && p->mark != LINES_LETTER)
			read_numbered(&f, p, place->section);
		else
			read_other(&f, p, place->section);
		if (p->words.n > 3 && words_match(&p->words, p->words.n - 3, "nơi nhận :") > 0) /* joined to the last duty */
			break;
	}
	return f.out;
}
