#include "format/page_furniture.h"

#include "base/buf.h"

enum {
	EDGE_LINES = 3,    /* from the top and the foot of a page that may be furniture */
	EDGE_SHARE = 12,   /* percent of the page's height that they stand in */
	NUMBER_BYTES = 16, /* the longest "Trang 12/345" */
	REPEATS = 3,       /* pages that make a head of a line */
	SAME_PLACE = 1200, /* how far apart it may stand on them */
	TEXT_MAX = 64 * 1024,
	NEIGHBOURS = 100, /* lines before and after it that are looked at */
};

/* A line near an edge of a page. */
struct edge_line {
	uint32_t page, line;
	struct str text; /* digits as zeros */
	int32_t top;
	bool drop;
};
VEC_OF(edge_line, struct edge_line);

static struct str text_of(struct arena *arena, const struct page *page, const struct page_line *line)
{
	struct buf buf;
	buf_init(&buf, arena, TEXT_MAX);
	for (uint32_t i = 0; i < line->n; i++) {
		struct str word = page->words.at[line->words[i]].text;
		for (size_t k = 0; k < word.len; k++)
			buf_add_char(&buf, word.ptr[k] >= '0' && word.ptr[k] <= '9' ? '0' : word.ptr[k]);
		buf_add_char(&buf, ' ');
	}
	return str_trim(buf_str(&buf));
}

/* "0", "- 00 -", "Trang 0/00", "0 | 00": digits with what frames a page's number. */
static bool is_number(struct str text)
{
	if (str_has_prefix(text, STR("Trang ")))
		text = str_from(text, sizeof "Trang " - 1);
	bool digits = false;
	for (size_t i = 0; i < text.len; i++) {
		digits = digits || text.ptr[i] == '0';
		if (text.ptr[i] != '0' && text.ptr[i] != '-' && text.ptr[i] != '/' && text.ptr[i] != '|' && text.ptr[i] != ' ')
			return false;
	}
	return digits && text.len <= NUMBER_BYTES && !str_contains(text, STR("0/0000")) && !str_contains(text, STR("00000"));
}

static bool is_at_edge(const struct page *page, const struct page_box *box)
{
	int64_t edge = (int64_t)page->height * EDGE_SHARE / 100;
	return box->bottom <= edge || box->top >= page->height - edge;
}

/* Whether nothing but furniture stands between a line and the edge of its page that it is near to. */
static bool is_outermost(const struct page *page, const struct page_line_vec *lines, const struct page_line *line)
{
	bool at_top = line->box.top < page->height / 2;
	uint32_t beyond = 0;
	for (size_t i = 0; i < lines->n; i++) {
		const struct page_box *box = &lines->at[i].box;
		beyond += at_top ? box->bottom <= line->box.top : box->top >= line->box.bottom;
	}
	return beyond < EDGE_LINES;
}

static bool repeats(const struct edge_line_vec *edges, size_t i)
{
	uint32_t n = 0, page = UINT32_MAX;
	size_t first = i > NEIGHBOURS ? i - NEIGHBOURS : 0, end = edges->n - i > NEIGHBOURS ? i + NEIGHBOURS : edges->n;
	for (size_t k = first; k < end; k++) {
		int64_t apart = (int64_t)edges->at[k].top - edges->at[i].top;
		bool same = str_eq(edges->at[k].text, edges->at[i].text) && apart <= SAME_PLACE && apart >= -SAME_PLACE;
		n += same && edges->at[k].page != page;
		page = same ? edges->at[k].page : page;
		if (n >= REPEATS)
			return true;
	}
	return false;
}

void page_furniture_drop(struct arena *arena, const struct page *pages, struct page_line_vec *lines, size_t n_pages)
{
	struct edge_line_vec edges = {0};
	for (uint32_t p = 0; p < n_pages; p++)
		for (uint32_t i = 0; i < lines[p].n; i++) {
			const struct page_line *line = &lines[p].at[i];
			if (!is_at_edge(&pages[p], &line->box) || !is_outermost(&pages[p], &lines[p], line))
				continue;
			struct edge_line edge = {.page = p, .line = i, .text = text_of(arena, &pages[p], line), .top = line->box.top};
			edge.drop = is_number(edge.text);
			VEC_PUSH(arena, &edges, edge);
		}
	for (size_t e = 0; e < edges.n; e++)
		edges.at[e].drop = edges.at[e].drop || repeats(&edges, e);
	size_t e = 0;
	for (uint32_t p = 0; p < n_pages; p++) {
		size_t n = 0;
		for (uint32_t i = 0; i < lines[p].n; i++) {
			while (e < edges.n && (edges.at[e].page < p || (edges.at[e].page == p && edges.at[e].line < i)))
				e++;
			bool drop = e < edges.n && edges.at[e].page == p && edges.at[e].line == i && edges.at[e].drop;
			if (!drop)
				lines[p].at[n++] = lines[p].at[i];
		}
		lines[p].n = n;
	}
}
