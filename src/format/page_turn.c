#include "format/page_turn.h"

/* Once: what was the height from the foot is now the place from the left. */
static void turn_once(struct page *page)
{
	int32_t height = page->height;
	for (size_t i = 0; i < page->words.n; i++) {
		struct page_box *box = &page->words.at[i].box, old = *box;
		*box = (struct page_box){.left = height - old.bottom, .top = old.left, .right = height - old.top, .bottom = old.right};
	}
	for (size_t i = 0; i < page->rules.n; i++) {
		struct page_rule *rule = &page->rules.at[i], old = *rule;
		rule->is_vertical = !old.is_vertical;
		if (old.is_vertical) { /* becomes level, as far from the top as it was from the left, and runs the other way */
			rule->at = old.at;
			rule->from = height - old.to;
			rule->to = height - old.from;
		} else {
			rule->at = height - old.at;
		}
	}
	page->height = page->width;
	page->width = height;
}

void page_turn(struct page *page, int turns)
{
	for (int i = 0; i < (turns & 3); i++)
		turn_once(page);
}
