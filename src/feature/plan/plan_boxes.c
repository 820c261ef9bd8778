#include "feature/plan/plan_boxes.h"

/* Words of one line are joined over a gap of so many ten-thousandths of the page's width; around a box a little is left. */
enum { MOST_GAP = 250, AROUND_X = 25, AROUND_Y = 3, WHOLE = 10000 };

/* The first word that ends behind byte `at`. */
static size_t find_word(const struct document_word_vec *words, int64_t at)
{
	size_t low = 0, high = words->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if ((int64_t)words->at[middle].span.end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static uint16_t least(uint16_t a, uint16_t b)
{
	return a < b ? a : b;
}

static uint16_t most(uint16_t a, uint16_t b)
{
	return a > b ? a : b;
}

/* Whether the word goes on where the box ends: on the same line, not in another column. */
static bool goes_on(const struct plan_box *box, const struct document_word *word)
{
	if (word->page != box->page || word->left < box->left)
		return false;
	int shared = (int)least(box->bottom, word->bottom) - (int)most(box->top, word->top);
	int lower = (int)least((uint16_t)(box->bottom - box->top), (uint16_t)(word->bottom - word->top));
	return shared * 2 > lower && (int)word->left - (int)box->right <= MOST_GAP;
}

static void widen(struct plan_box *box)
{
	box->left = box->left > AROUND_X ? (uint16_t)(box->left - AROUND_X) : 0;
	box->top = box->top > AROUND_Y ? (uint16_t)(box->top - AROUND_Y) : 0;
	box->right = least((uint16_t)(box->right + AROUND_X), WHOLE);
	box->bottom = least((uint16_t)(box->bottom + AROUND_Y), WHOLE);
}

void plan_boxes_add(struct arena *arena, const struct document *document, int64_t begin, int64_t end, struct plan_box_vec *boxes)
{
	const struct document_word_vec *words = &document->words;
	size_t first = boxes->n;
	for (size_t i = find_word(words, begin); i < words->n && (int64_t)words->at[i].span.begin < end; i++) {
		const struct document_word *word = &words->at[i];
		if (word->right <= word->left || word->bottom <= word->top)
			continue;
		struct plan_box *last = boxes->n > first ? &boxes->at[boxes->n - 1] : NULL;
		if (last == NULL || !goes_on(last, word)) {
			VEC_PUSH(arena, boxes, (struct plan_box){word->page, word->left, word->top, word->right, word->bottom});
			continue;
		}
		last->right = most(last->right, word->right);
		last->top = least(last->top, word->top);
		last->bottom = most(last->bottom, word->bottom);
	}
	for (size_t i = first; i < boxes->n; i++)
		widen(&boxes->at[i]);
}
