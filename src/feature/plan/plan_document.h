/* The document of an original that has pages: kept in the data folder beside it, so that a place in the text leads to a box on a
 * page, and the page to its picture. Both are derived: what is missing is made again from the original. */
#ifndef FEATURE_PLAN_PLAN_DOCUMENT_H
#define FEATURE_PLAN_PLAN_DOCUMENT_H

#include "app/app.h"
#include "document/document.h"
#include "document/file_reader.h"

/* How originals are read here: by the settings, working in the data folder. */
enum rc plan_document_reader(const struct app *app, struct db_conn *db, struct arena *arena, struct file_reader *ret) MUST_USE;

/* Keeps what was read of the original with this hash. */
enum rc plan_document_keep(const struct app *app, struct arena *arena, struct str sha256,
                           const struct document *document) MUST_USE;

/* What is kept. RC_NOT_FOUND where nothing is: the original has no pages, or is to be read again. */
enum rc plan_document_find(const struct app *app, struct arena *arena, struct str sha256, struct document *ret) MUST_USE;

/* The picture of a page (from 1), `width` pixels wide, as PNG: drawn once, then kept. Slow the first time: not to be called while
 * a transaction is open. RC_NOT_FOUND where there is no such page; else as file_reader_draw(), with *ret_problem. */
enum rc plan_document_draw(const struct app *app, const struct file_reader *reader, struct arena *arena, struct str sha256,
                           uint32_t page, uint32_t width, struct str *ret_png, struct message *ret_problem) MUST_USE;

/* Removes pictures of pages, those not looked at longest first, until they take no more room than the setting says. What is gone
 * is drawn again when it is asked for. */
enum rc plan_document_prune(const struct app *app, struct arena *arena, int64_t megabytes) MUST_USE;

#endif
