/* A rule is a run of dark pixels, with light on both sides of it, that is longer than any stroke of a letter. */
#include "format/page_rules.h"

#include <stdlib.h>

enum {
	DARK = 56,               /* a hairline is spread over two rows of pixels */
	DARK_ROUGH = 70,         /* a scanner's paper is not white */
	LIGHT_SHARE = 50,        /* percent of a run that must have light on each side */
	LIGHT_BOTH = 140,        /* and on both sides together: text may stand close to one */
	SHORTEST_ACROSS = 2000,  /* hundredths of a point */
	SHORTEST_DOWN = 1250,    /* a row of small type */
	SAME_LINE = 220,         /* rules closer than this are one: double borders too */
	JOIN_GAP = 400,          /* and their pieces lie at most so far apart */
	HOLES_AN_INCH = 100,     /* a scanner may lose a pixel of this size */
	ROUGH_PERCENT = 130,     /* where letters run together, rules must be longer to be told from them */
	CANDIDATES_MAX = 200000, /* runs looked at on one page */
};

/* A view of the picture along one of its directions: `step` from pixel to pixel of a line, `stride` from line to line. */
struct view {
	const uint8_t *dark;
	size_t step, stride;
	int32_t length, lines;
	int32_t beside; /* how far away light is looked for */
	int32_t shortest;
	int32_t hole;  /* the most pixels that may be missing */
	uint8_t least; /* what is darker may be part of a rule */
	bool is_rough;
};

static uint8_t pixel(const struct view *view, int32_t line, int32_t at)
{
	return view->dark[(size_t)line * view->stride + (size_t)at * view->step];
}

static uint8_t darkest(const struct view *view, int32_t line, int32_t at)
{
	uint8_t dark = pixel(view, line, at);
	if (view->is_rough)
		for (int32_t other = line - 1; other <= line + 1; other += 2)
			if (other >= 0 && other < view->lines && pixel(view, other, at) > dark)
				dark = pixel(view, other, at);
	return dark;
}

/* Whether it is clearly lighter at `at` of another line, which may lie outside of the picture. */
static bool is_lighter(const struct view *view, int32_t line, int32_t at, uint8_t dark)
{
	enum { TENTHS = 10, SHARE = 6 };
	return line < 0 || line >= view->lines || pixel(view, line, at) * TENTHS < dark * SHARE;
}

/* Whether the run from..to-1 of a line has light on both sides for most of its length. */
static bool is_thin(const struct view *view, int32_t line, int32_t from, int32_t to)
{
	int32_t before = 0, behind = 0, dark_pixels = 0;
	for (int32_t at = from; at < to; at++) {
		uint8_t dark = darkest(view, line, at);
		if (dark < view->least)
			continue;
		dark_pixels++;
		before += is_lighter(view, line - view->beside, at, dark);
		behind += is_lighter(view, line + view->beside, at, dark);
	}
	int32_t fewer = before < behind ? before : behind;
	return fewer * 100 >= dark_pixels * LIGHT_SHARE && (before + behind) * 100 >= dark_pixels * LIGHT_BOTH;
}

/* The end of the run of dark pixels that begins at `at`. */
static int32_t run_end(const struct view *view, int32_t line, int32_t at)
{
	int32_t end = at;
	for (; at < view->length && at <= end + view->hole; at++)
		if (darkest(view, line, at) >= view->least)
			end = at + 1;
	return end;
}

static void find_runs(struct arena *arena, const struct view *view, bool is_vertical, int32_t dpi, struct page_rule_vec *runs)
{
	const int64_t inch = 72 * PAGE_POINT;
	for (int32_t line = 0; line < view->lines; line++) {
		for (int32_t at = 0; at < view->length;) {
			if (pixel(view, line, at) < view->least) {
				at++;
				continue;
			}
			int32_t end = run_end(view, line, at);
			if (end - at >= view->shortest && runs->n < CANDIDATES_MAX && is_thin(view, line, at, end))
				VEC_PUSH(arena, runs,
				         (struct page_rule){.at = (int32_t)((2 * line + 1) * inch / 2 / dpi),
				                            .from = (int32_t)(at * inch / dpi),
				                            .to = (int32_t)(end * inch / dpi),
				                            .is_vertical = is_vertical});
			at = end > at ? end : at + 1;
		}
	}
}

/* A rule in the making: the runs that belong to it. */
struct gathered {
	struct page_rule rule;
	int64_t weight, sum; /* of its runs: lengths, and lengths times places */
	int32_t last;        /* the place of the last run */
};
VEC_OF(gathered, struct gathered);

static bool belongs(const struct gathered *to, const struct page_rule *run)
{
	return run->at - to->last <= SAME_LINE && run->from <= to->rule.to + JOIN_GAP && run->to >= to->rule.from - JOIN_GAP;
}

static void gather(struct gathered *into, const struct page_rule *run)
{
	int64_t length = run->to - run->from;
	into->weight += length;
	into->sum += length * run->at;
	into->last = run->at > into->last ? run->at : into->last;
	into->rule.from = run->from < into->rule.from ? run->from : into->rule.from;
	into->rule.to = run->to > into->rule.to ? run->to : into->rule.to;
}

/* Joins runs, which come in the order of their places, to rules. A rule is as thick as SAME_LINE lets its runs lie apart. */
static void join_runs(struct arena *arena, const struct page_rule_vec *runs, struct page_rule_vec *ret)
{
	struct gathered_vec open = {0};
	size_t first = 0; /* those before it are too far behind to grow */
	for (size_t i = 0; i < runs->n; i++) {
		const struct page_rule *run = &runs->at[i];
		while (first < open.n && run->at - open.at[first].last > SAME_LINE)
			first++;
		size_t g = first;
		while (g < open.n && !belongs(&open.at[g], run))
			g++;
		if (g == open.n)
			VEC_PUSH(arena, &open, (struct gathered){.rule = *run, .last = run->at});
		gather(&open.at[g], run);
		for (size_t other = g + 1; other < open.n; other++) {
			struct gathered *o = &open.at[other];
			if (o->weight == 0 || !belongs(&open.at[g], &o->rule) || !belongs(o, &open.at[g].rule))
				continue;
			gather(&open.at[g], &o->rule);
			o->weight = 0;
			o->rule.to = o->rule.from = INT32_MIN / 2;
		}
	}
	for (size_t g = 0; g < open.n && ret->n < PAGE_MAX_RULES; g++) {
		if (open.at[g].weight == 0)
			continue;
		open.at[g].rule.at = (int32_t)(open.at[g].sum / open.at[g].weight);
		VEC_PUSH(arena, ret, open.at[g].rule);
	}
}

void page_rules_find(struct arena *arena, const struct page_picture *picture, struct page_rule_vec *ret)
{
	const int64_t inch = 72 * PAGE_POINT;
	if (picture->width <= 0 || picture->height <= 0 || picture->dpi <= 0)
		return;
	bool rough = picture->is_rough;
	int64_t percent = rough ? ROUGH_PERCENT : 100;
	struct view across = {.dark = picture->dark,
	                      .step = 1,
	                      .stride = (size_t)picture->width,
	                      .length = picture->width,
	                      .lines = picture->height,
	                      .beside = picture->dpi / 25 + (rough ? 2 : 0),
	                      .shortest = (int32_t)(SHORTEST_ACROSS * percent * picture->dpi / inch / 100),
	                      .hole = rough ? picture->dpi / HOLES_AN_INCH : 0,
	                      .least = rough ? DARK_ROUGH : DARK,
	                      .is_rough = rough};
	struct view down = across;
	down.step = (size_t)picture->width;
	down.stride = 1;
	down.length = picture->height;
	down.lines = picture->width;
	down.shortest = (int32_t)(SHORTEST_DOWN * percent * picture->dpi / inch / 100);
	struct page_rule_vec runs = {0};
	find_runs(arena, &across, false, picture->dpi, &runs);
	join_runs(arena, &runs, ret);
	runs.n = 0;
	find_runs(arena, &down, true, picture->dpi, &runs);
	join_runs(arena, &runs, ret);
}
