#include "repair/mend.h"

#include "base/buf.h"
#include "repair/judge.h"
#include "repair/store.h"

/* A changed token: where it stood, and where it stands. */
struct move {
	struct document_span from, to;
};
VEC_OF(move, struct move);

struct mending {
	struct arena *arena;
	struct str text;
	struct buf out;
	size_t done, words;
	struct move_vec moves;
	struct repair_change_vec changes;
};

static enum rc take(void *context, const struct repair_word *word)
{
	struct mending *mending = context;
	mending->words++;
	if (!word->changed)
		return RC_OK;
	buf_add(&mending->out, str_part(mending->text, mending->done, word->from - mending->done));
	mending->done = word->to;
	struct move move = {.from = {(uint32_t)word->from, (uint32_t)word->to}, .to = {.begin = (uint32_t)mending->out.len}};
	buf_add(&mending->out, word->text);
	move.to.end = (uint32_t)mending->out.len;
	VEC_PUSH(mending->arena, &mending->moves, move);
	struct repair_change change = {.span = move.to, .confidence = word->confidence};
	change.before = str_part(mending->text, word->from, word->to - word->from);
	VEC_PUSH(mending->arena, &mending->changes, change);
	return RC_OK;
}

static bool is_inside_character(struct str text, size_t at)
{
	return at < text.len && ((unsigned char)text.ptr[at] & 0xc0) == 0x80;
}

/* Where a place within a changed token is now: behind the same beginning, or before the same end, such as a bracket. */
static size_t moved_within(struct str old, struct str new, const struct move *move, size_t at)
{
	size_t into = at - move->from.begin, left = move->from.end - at, room = move->to.end - move->to.begin;
	if (into <= room && memcmp(old.ptr + move->from.begin, new.ptr + move->to.begin, into) == 0)
		return move->to.begin + into;
	size_t to = left <= room ? move->to.end - left : move->to.begin;
	while (is_inside_character(new, to))
		to--;
	return to < move->to.begin ? move->to.begin : to;
}

static uint32_t moved(struct str old, struct str new, const struct move_vec *moves, uint32_t at)
{
	size_t low = 0, high = moves->n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (moves->at[middle].from.begin <= at)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return at;
	const struct move *move = &moves->at[low - 1];
	return at >= move->from.end ? at - move->from.end + move->to.end : (uint32_t)moved_within(old, new, move, at);
}

static void move_span(struct str old, struct str new, const struct move_vec *moves, struct document_span *span)
{
	if (span->begin == span->end)
		return;
	span->begin = moved(old, new, moves, span->begin);
	span->end = moved(old, new, moves, span->end);
}

static void move_all(struct document *document, struct str new, const struct move_vec *moves)
{
	struct str old = document->text;
	for (size_t i = 0; i < document->blocks.n; i++) {
		struct document_block *block = &document->blocks.at[i];
		move_span(old, new, moves, &block->span);
		for (uint32_t c = 0; block->kind == DOCUMENT_ROW && c < block->n_cells; c++)
			move_span(old, new, moves, &block->cells[c].span);
	}
	for (size_t i = 0; i < document->words.n; i++)
		move_span(old, new, moves, &document->words.at[i].span);
	document->text = new;
}

static enum rc mend(struct arena *arena, const struct repair_model *model, struct document *document,
                    const struct repair_teacher *teacher, struct repair_change_vec *ret)
{
	struct mending mending = {.arena = arena, .text = document->text};
	struct repair_sink sink = {.take = take, .context = &mending, .alternatives = true};
	struct arena *own = arena_new();
	/* a token may become longer: no letter takes more than three bytes, and few words grow by a letter */
	buf_init(&mending.out, arena, document->text.len * 4 + 1024);
	enum rc rc = repair_run_if_damaged(repair_new(own, model), document->text, teacher, &sink);
	arena_free(own);
	TRY(rc);
	if (mending.changes.n == 0)
		return RC_OK;
	struct str text;
	buf_add(&mending.out, str_from(mending.text, mending.done));
	TRY(buf_finish(&mending.out, &text));
	move_all(document, text, &mending.moves);
	struct message warning = {
	    .id = MSG(
	        "{1} of {2} words were restored: this text was read by a machine that does not know Vietnamese. Compare the marked "
	        "words with the paper."),
	    .args = {str_format(arena, "%zu", mending.changes.n), str_format(arena, "%zu", mending.words)}};
	VEC_PUSH(arena, &document->warnings, warning);
	*ret = mending.changes;
	return RC_OK;
}

enum rc repair_mend(struct arena *arena, struct document *document, const struct repair_teacher *teacher,
                    struct repair_change_vec *ret)
{
	struct repair_model model;
	*ret = (struct repair_change_vec){0};
	if (!repair_judge_may_be_damaged(document->text)) /* before the model is opened: most texts are sound */
		return RC_OK;
	enum rc rc = repair_store_open(arena, &model);
	if (rc == RC_NOT_FOUND)
		return RC_OK;
	TRY(rc);
	rc = mend(arena, &model, document, teacher, ret);
	repair_store_close(&model);
	return rc;
}
