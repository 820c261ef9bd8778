#include "reading/outline.h"

#include "reading/words.h"

enum { MAX_DEPTH = 8, HEADING_WORDS = 32, BODY_WORDS = 14 };

struct level {
	enum lines_mark mark;
	size_t dots; /* of a decimal number */
	struct str number;
};

struct stack {
	struct level at[MAX_DEPTH];
	size_t n;
};

static size_t dots_in(struct str number)
{
	size_t dots = 0;
	for (size_t i = 0; i < number.len; i++)
		dots += number.ptr[i] == '.';
	return dots;
}

/* Whether a numbering stands above another: parts above Roman above articles above Arabic above decimal above letters. */
static bool is_above(const struct level *a, const struct level *b)
{
	if (a->mark != b->mark)
		return a->mark < b->mark;
	return a->dots < b->dots;
}

static void push(struct stack *stack, const struct level *level)
{
	while (stack->n > 0 && !is_above(&stack->at[stack->n - 1], level))
		stack->n--;
	if (stack->n == MAX_DEPTH)
		stack->n--;
	stack->at[stack->n++] = *level;
}

static struct str section_of(struct arena *arena, const struct stack *stack)
{
	struct str section = {0};
	for (size_t i = 0; i < stack->n; i++) {
		if (stack->at[i].mark == LINES_DECIMAL && i > 0 && stack->at[i - 1].mark >= LINES_NUMBER) /* "1.2" says the "1" itself */
			section = i > 1 ? str_format(arena, "%.*s.%.*s", STR_ARG(stack->at[0].number), STR_ARG(stack->at[i].number))
			                : stack->at[i].number;
		else
			section =
			    i == 0 ? stack->at[i].number : str_format(arena, "%.*s.%.*s", STR_ARG(section), STR_ARG(stack->at[i].number));
	}
	return section;
}

/* A heading whole; of a paragraph of body text its first words. */
static struct reading_field title_of(struct arena *arena, const struct lines_paragraph *p)
{
	const struct words *words = &p->words;
	size_t from = lines_first_word(p), seen = 0, at;
	size_t total = 0;
	for (size_t i = from; i < words->n; i++)
		total += words->at[i].kind != WORD_SIGN;
	size_t limit = total <= HEADING_WORDS ? total : BODY_WORDS;
	for (at = from; at < words->n && seen < limit; at++)
		seen += words->at[at].kind != WORD_SIGN;
	size_t end = total <= HEADING_WORDS ? p->text.len : words->at[at - 1].end;
	return lines_field(arena, p, p->content, end, p->mark == LINES_NUMBER || p->mark == LINES_LETTER ? 90 : 96);
}

struct reading_heading_vec outline_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs,
                                        struct header_body body, struct outline_place_vec *ret_places)
{
	struct reading_heading_vec headings = {0};
	struct stack stack = {0};
	const struct outline_place nowhere = {.top = SIZE_MAX, .heading = SIZE_MAX};
	struct outline_place place = nowhere;
	for (size_t i = body.first; i < paragraphs->n && (i < body.end || body.resume < paragraphs->n); i++) {
		const struct lines_paragraph *p = &paragraphs->at[i];
		if (i >= body.end && i < body.resume) { /* recipients and signature */
			VEC_PUSH(arena, ret_places, nowhere);
			place = nowhere;
			stack.n = 0;
			continue;
		}
		place.level = 0;
		if (p->mark >= LINES_PART) {
			struct level level = {.mark = p->mark, .number = p->number, .dots = dots_in(p->number)};
			push(&stack, &level);
			place.level = (int)stack.n;
			place.section = section_of(arena, &stack);
			place.heading = i;
			if (stack.n == 1)
				place.top = i;
			VEC_PUSH(arena, &headings,
			         (struct reading_heading){.number = p->number, .level = (int)stack.n, .title = title_of(arena, p)});
		}
		VEC_PUSH(arena, ret_places, place);
	}
	return headings;
}
