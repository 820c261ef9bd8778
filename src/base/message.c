#include "base/message.h"

#include <string.h>

#include "base/buf.h"

enum { SENTENCE_BYTES = 64 * 1024, ARGS_BYTES = 16 * 1024, ARGS_SEPARATOR = 0x1f };

struct str message_text(const struct message_catalogue *catalogue, const char *id)
{
	size_t low = 0, high = catalogue->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(id, catalogue->entries[middle].id);
		if (order == 0)
			return str_of(catalogue->entries[middle].text);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return str_of(id);
}

/* Which argument the place at byte `at` stands for; -1 where there is no place. */
static int place_at(struct str text, size_t at)
{
	bool is_place = at + 2 < text.len && text.ptr[at] == '{' && text.ptr[at + 2] == '}' && text.ptr[at + 1] >= '1' &&
	                text.ptr[at + 1] < '1' + MESSAGE_ARGS;
	return is_place ? text.ptr[at + 1] - '1' : -1;
}

bool message_split(struct str *rest, struct str *ret_literal, int *ret_place)
{
	if (rest->len == 0)
		return false;
	size_t at = 0;
	int place = -1;
	while (at < rest->len && (place = place_at(*rest, at)) < 0)
		at++;
	*ret_literal = str_part(*rest, 0, at);
	*ret_place = place;
	*rest = str_from(*rest, at + 3);
	return true;
}

struct str message_format(struct arena *arena, const struct message_catalogue *catalogue, const struct message *message)
{
	struct buf out;
	if (message->id == NULL)
		return STR("");
	struct str rest = message_text(catalogue, message->id), literal;
	int place;
	buf_init(&out, arena, SENTENCE_BYTES);
	while (message_split(&rest, &literal, &place)) {
		buf_add(&out, literal);
		if (place >= 0)
			buf_add(&out, message->args[place]);
	}
	return buf_str(&out);
}

struct str message_pack_args(struct arena *arena, const struct message *message)
{
	struct buf out;
	buf_init(&out, arena, ARGS_BYTES);
	for (int i = 0; i < MESSAGE_ARGS; i++) {
		if (i > 0)
			buf_add_char(&out, ARGS_SEPARATOR);
		buf_add(&out, message->args[i]);
	}
	return buf_str(&out);
}

struct message message_unpack(struct arena *arena, struct str id, struct str args)
{
	struct message message = {0};
	if (id.ptr == NULL)
		return message;
	message.id = str_cstr(arena, id);
	for (int i = 0; i < MESSAGE_ARGS && str_split(&args, ARGS_SEPARATOR, &message.args[i]); i++)
		continue;
	return message;
}
