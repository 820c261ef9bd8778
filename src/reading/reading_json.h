/* A reading as JSON, and a schedule alone. Members stand in a fixed order; days are "2026-03-05"; what is absent is null. Beside
 * the words each task, heading and citation has its "confidence" in percent and its "place": bytes [begin, end] of the text. */
#ifndef READING_READING_JSON_H
#define READING_READING_JSON_H

#include "base/arena.h"
#include "base/rc.h"
#include "reading/reading.h"

/* Pretty-printed, ending with a line end. Warnings are in English and, where `words` is not NULL, in its language too. */
enum rc reading_json_write(struct arena *arena, const struct reading *reading, const struct message_catalogue *words,
                           struct str *ret) MUST_USE;

#endif
