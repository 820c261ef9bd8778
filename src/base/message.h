/* A sentence for a person, kept apart from its language: an English message id with {1}…{4} for what varies.
 *
 * Mark ids for the catalogue with MSG("…"). What varies is shown as given: names, numbers, dates already in words. */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

enum { MESSAGE_ARGS = 4 };

struct message {
	const char *id; /* NULL: no message */
	struct str args[MESSAGE_ARGS];
};

VEC_OF(message, struct message);

/* Marks a message id so that the catalogue's check finds it. */
#define MSG(id) (id)

/* One language's sentences, sorted by id (strcmp). English has none: the id is the sentence. */
struct message_entry {
	const char *id, *text;
};
struct message_catalogue {
	const char *language; /* "vi", "en" */
	const struct message_entry *entries;
	size_t n;
};

/* The sentence for an id; the id itself where the catalogue lacks it. */
struct str message_text(const struct message_catalogue *catalogue, const char *id);

/* The sentence with its {1}…{4} filled in, in the arena. Empty for no message. */
struct str message_format(struct arena *arena, const struct message_catalogue *catalogue, const struct message *message);

/* Takes one piece off the front of a sentence: the text before the next place {1}…{4}, and which argument stands there, or -1
 * after the last place. False when nothing is left. For those who write a sentence without formatting it first. */
bool message_split(struct str *rest, struct str *ret_literal, int *ret_place);

/* The arguments as one text, and the message back from its id and that text: for what keeps messages, such as a database. No id
 * (ptr NULL) gives no message. */
struct str message_pack_args(struct arena *arena, const struct message *message);
struct message message_unpack(struct arena *arena, struct str id, struct str args);

#endif
