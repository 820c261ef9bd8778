#include "reading/schedule_stretch.h"

struct stretch {
	date_day start, end;
};
VEC_OF(stretch, struct stretch);

/* Puts a stretch of days among the others, which are ascending; joins it with those that it meets. */
static void add(struct arena *arena, struct stretch_vec *all, struct stretch stretch)
{
	struct stretch_vec kept = {0};
	size_t i = 0;
	for (; i < all->n && all->at[i].end + 1 < stretch.start; i++)
		VEC_PUSH(arena, &kept, all->at[i]);
	for (; i < all->n && all->at[i].start <= stretch.end + 1; i++) {
		stretch.start = all->at[i].start < stretch.start ? all->at[i].start : stretch.start;
		stretch.end = all->at[i].end > stretch.end ? all->at[i].end : stretch.end;
	}
	VEC_PUSH(arena, &kept, stretch);
	for (; i < all->n; i++)
		VEC_PUSH(arena, &kept, all->at[i]);
	*all = kept;
}

bool schedule_stretch_ends(struct arena *arena, const struct time_item_vec *times, struct date_day_vec *ret)
{
	enum { MAX_STRETCHES = 24 };
	struct stretch_vec all = {0};
	bool days_alone = true;
	for (size_t k = 0; k < times->n; k++) {
		const struct time_item *first = &times->at[k], *last = first;
		if (k + 1 < times->n && times->at[k + 1].ends_range)
			last = &times->at[++k];
		bool bounded = first->bound != TIME_IN && !(first->bound == TIME_FROM && last != first);
		bool late = last->bound == TIME_BEFORE || last->bound == TIME_LATEST;
		if (bounded || late || first->start == DATE_NONE || last->end < first->start || first->unit >= TIME_SCHOOL_YEAR ||
		    all.n == MAX_STRETCHES)
			return false;
		days_alone = days_alone && first->unit == TIME_DAY && last == first;
		add(arena, &all, (struct stretch){first->start, last->end});
	}
	if (days_alone || all.n < 2)
		return false;
	for (size_t i = 0; i < all.n; i++)
		VEC_PUSH(arena, ret, all.at[i].end);
	return true;
}
