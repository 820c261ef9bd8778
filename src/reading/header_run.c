#include "reading/header_run.h"

#include <string.h>

bool header_run_is_unit_role(enum header_says says)
{
	return says == SAYS_LEAD || says == SAYS_COORDINATE || says == SAYS_ASSIGNMENT || says == SAYS_OVERSEES;
}

bool header_run_is_more(enum header_says says)
{
	return says == SAYS_MORE || says == SAYS_PERFORM || says == SAYS_DONE || says == SAYS_DEMAND;
}

/* What a column whose words said `now` is when words that say `next` follow as a matter of course; SAYS_NOTHING: they begin
 * another column. */
static enum header_says followed(enum header_says now, enum header_says next)
{
	if (header_run_is_more(next))
		return now == SAYS_UNIT ? SAYS_ASSIGNMENT : now;
	if (now == SAYS_UNIT && (header_run_is_unit_role(next) || next == SAYS_UNIT))
		return next;
	if (now == SAYS_ASSIGNMENT && next == SAYS_UNIT)
		return now;
	bool repeats =
	    now == SAYS_PRODUCT || now == SAYS_SCHEDULE || now == SAYS_FUNDING || now == SAYS_LEAD || now == SAYS_COORDINATE;
	return now == next && repeats ? now : SAYS_NOTHING;
}

/* Whether words that say `next` belong to a column whose words said `now`; *ret_says is what it then is. */
static bool merges(enum header_says now, enum header_says next, bool joined, enum header_says *ret_says)
{
	*ret_says = followed(now, next);
	if (*ret_says != SAYS_NOTHING)
		return true;
	bool lead_and_more = (now == SAYS_LEAD && next == SAYS_COORDINATE) || (now == SAYS_COORDINATE && next == SAYS_LEAD);
	*ret_says = now == SAYS_BROAD && next == SAYS_TITLE ? next : lead_and_more ? SAYS_ASSIGNMENT : now;
	return joined && now != SAYS_ORDINAL;
}

enum table_column header_run_column(enum header_says says)
{
	static const enum table_column columns[] = {
	    [SAYS_ORDINAL] = TABLE_ORDINAL,       [SAYS_TITLE] = TABLE_TITLE,
	    [SAYS_BROAD] = TABLE_TITLE,           [SAYS_PRODUCT] = TABLE_PRODUCT,
	    [SAYS_CHANNEL] = TABLE_CHANNEL,       [SAYS_SCHEDULE] = TABLE_SCHEDULE,
	    [SAYS_BEGIN] = TABLE_SCHEDULE,        [SAYS_ASSIGNMENT] = TABLE_ASSIGNMENT,
	    [SAYS_UNIT] = TABLE_ASSIGNMENT,       [SAYS_LEAD] = TABLE_LEAD,
	    [SAYS_COORDINATE] = TABLE_COORDINATE, [SAYS_FUNDING] = TABLE_FUNDING,
	    [SAYS_GROUP] = TABLE_GROUP,           [SAYS_NOTE] = TABLE_NOTE,
	    [SAYS_AMOUNT] = TABLE_NOTE,           [SAYS_STATE] = TABLE_NOTE,
	    [SAYS_AUDIENCE] = TABLE_NOTE,         [SAYS_PLACE] = TABLE_NOTE,
	    [SAYS_RESULT] = TABLE_PRODUCT,        [SAYS_MORE] = TABLE_NOTE,
	    [SAYS_PERFORM] = TABLE_ASSIGNMENT,    [SAYS_DONE] = TABLE_SCHEDULE,
	    [SAYS_DEMAND] = TABLE_PRODUCT,        [SAYS_NOTHING] = TABLE_NOTE,
	    [SAYS_OVERSEES] = TABLE_NOTE,
	};
	return columns[says];
}

void header_run_begin(struct header_run *run, enum header_says says)
{
	struct table_header *header = &run->header;
	if (header->n_columns == TABLE_MAX_COLUMNS) {
		run->full = true;
		return;
	}
	run->bare[header->n_columns] = says != SAYS_UNIT;
	run->says[header->n_columns++] = says;
}

/* Adds the words to the last column, which they make one that says `merged`. */
static void join_last(struct header_run *run, enum header_says says, enum header_bond bond, enum header_says merged)
{
	uint32_t n = run->header.n_columns;
	enum header_says last = run->says[n - 1];
	bool other =
	    header_run_column(last) != header_run_column(says) && says != SAYS_UNIT && !header_run_is_more(says) && last != SAYS_UNIT;
	run->joins += bond == HEADER_BOND_JOINED && other;
	if (says == SAYS_UNIT)
		run->bare[n - 1] = false;
	run->says[n - 1] = merged;
	run->done_after = says == SAYS_DONE && bond == HEADER_BOND_NONE ? n : 0;
}

static bool says_who(const struct header_run *run)
{
	for (uint32_t i = 0; i < run->header.n_columns; i++)
		if (run->says[i] == SAYS_UNIT || header_run_is_unit_role(run->says[i]))
			return true;
	return false;
}

/* "Thời gian | Thực hiện | Ghi chú": what begins with a capital and goes on with no words of its own is a column of who does it.
 */
static void close_performing(struct header_run *run)
{
	if (run->performs && !says_who(run))
		header_run_begin(run, SAYS_ASSIGNMENT);
	run->performs = false;
}

/* Whether the words are a column by themselves, whatever stands before them. */
static bool stands_alone(const struct header_run *run, enum header_says says, enum header_bond bond)
{
	uint32_t n = run->header.n_columns;
	if (says == SAYS_DONE || says == SAYS_DEMAND)
		return n == 0 || bond == HEADER_BOND_FRESH;
	/* "Phòng thực hiện | Phòng phối hợp": who is told already */
	return says == SAYS_UNIT && bond == HEADER_BOND_FRESH && n > 0 && run->says[n - 1] == SAYS_ASSIGNMENT && !run->bare[n - 1];
}

void header_run_add(struct header_run *run, enum header_says says, enum header_bond bond)
{
	enum header_says merged;
	bool opened = run->opened;
	if (bond != HEADER_BOND_JOINED)
		close_performing(run);
	run->performs = says == SAYS_PERFORM && bond == HEADER_BOND_FRESH;
	run->opened = run->performs || (says == SAYS_MORE && bond == HEADER_BOND_FRESH);
	if (run->opened)
		return;
	if (opened && bond == HEADER_BOND_JOINED)
		bond = HEADER_BOND_FRESH;
	uint32_t n = run->header.n_columns;
	bool alone = stands_alone(run, says, bond);
	if (!alone && n > 0 && merges(run->says[n - 1], says, bond == HEADER_BOND_JOINED, &merged))
		join_last(run, says, bond, merged);
	else if (alone || !header_run_is_more(says))
		header_run_begin(run, says);
}

/* Two columns side by side below one head that spans them: "Chủ trì" and "Phối hợp" below "Phân công thực hiện". */
static const struct span {
	enum header_says above, left, right;
	bool bare; /* only where the left one does not say who */
} spans[] = {
    {SAYS_ASSIGNMENT, SAYS_LEAD, SAYS_COORDINATE, false},
    {SAYS_UNIT, SAYS_LEAD, SAYS_COORDINATE, true},
    {SAYS_SCHEDULE, SAYS_BEGIN, SAYS_SCHEDULE, false},
};

/* Of a head and the two below it only the two are columns; they stand in its place. True where there was one. */
static bool drop_spanning_header(struct header_run *run, const struct span *span)
{
	uint32_t n = run->header.n_columns, above = n, left = n;
	for (uint32_t i = 0; i < n; i++) {
		if (run->says[i] == span->above && above == n)
			above = i;
		if (i + 1 < n && run->says[i] == span->left && run->says[i + 1] == span->right && (run->bare[i] || !span->bare))
			left = i;
	}
	if (above == n || left == n || above > left)
		return false;
	enum header_says kept[TABLE_MAX_COLUMNS];
	uint32_t n_kept = 0;
	for (uint32_t i = 0; i < n; i++) {
		if (i == above) {
			kept[n_kept++] = span->left;
			kept[n_kept++] = span->right;
		} else if (i != left && i != left + 1) {
			kept[n_kept++] = run->says[i];
		}
	}
	memcpy(run->says, kept, n_kept * sizeof *kept);
	run->header.n_columns = n_kept;
	return true;
}

static bool says_when(const struct header_run *run)
{
	for (uint32_t i = 0; i < run->header.n_columns; i++)
		if (header_run_column(run->says[i]) == TABLE_SCHEDULE)
			return true;
	return false;
}

/* "SẢN PHẨM HOÀN THÀNH", and no other column says when: the last word is a column. */
static void split_off_done(struct header_run *run)
{
	uint32_t at = run->done_after, n = run->header.n_columns;
	if (at == 0 || n == TABLE_MAX_COLUMNS || says_when(run))
		return;
	memmove(&run->says[at + 1], &run->says[at], (n - at) * sizeof *run->says);
	run->says[at] = SAYS_DONE;
	run->header.n_columns++;
}

enum table_look header_run_look(enum header_says says)
{
	return says == SAYS_AMOUNT     ? LOOK_AMOUNT
	       : says == SAYS_AUDIENCE ? LOOK_AUDIENCE
	       : says == SAYS_PLACE    ? LOOK_PLACE
	       : says == SAYS_STATE    ? LOOK_STATE
	                               : LOOK_TEXT;
}

/* What was reached, beside a column of what was to be, is a report of the work's state. */
static void tell_results(struct header_run *run)
{
	bool has_product = false;
	for (uint32_t i = 0; i < run->header.n_columns; i++)
		has_product = has_product || run->says[i] == SAYS_PRODUCT;
	for (uint32_t i = 0; i < run->header.n_columns; i++)
		if (run->says[i] == SAYS_RESULT)
			run->says[i] = has_product ? SAYS_STATE : SAYS_PRODUCT;
}

void header_run_finish(struct header_run *run)
{
	close_performing(run);
	split_off_done(run);
	tell_results(run);
	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
		if (drop_spanning_header(run, &spans[i]))
			break;
	struct table_header *header = &run->header;
	uint32_t title = TABLE_MAX_COLUMNS;
	for (uint32_t i = 0; i < header->n_columns; i++) {
		header->columns[i] = header_run_column(run->says[i]);
		header->looks[i] = header_run_look(run->says[i]);
		if (header->columns[i] == TABLE_TITLE && (title == TABLE_MAX_COLUMNS || run->says[i] == SAYS_TITLE))
			title = i;
	}
	for (uint32_t i = 0; i < header->n_columns; i++)
		if (header->columns[i] == TABLE_TITLE && i != title)
			header->columns[i] = i < title ? TABLE_GROUP : TABLE_NOTE;
	/* a table of groups and units has its tasks in the column called by their field */
	for (uint32_t i = 0; title == TABLE_MAX_COLUMNS && i < header->n_columns; i++)
		if (header->columns[i] == TABLE_GROUP) {
			header->columns[i] = TABLE_TITLE;
			title = i;
		}
}
