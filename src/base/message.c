#include "base/message.h"

#include <string.h>

#include "base/buf.h"

enum { SENTENCE_BYTES = 64 * 1024 };

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

struct str message_format(struct arena *arena, const struct message_catalogue *catalogue, const struct message *message)
{
	struct buf out;
	if (message->id == NULL)
		return STR("");
	struct str text = message_text(catalogue, message->id);
	buf_init(&out, arena, SENTENCE_BYTES);
	for (size_t i = 0; i < text.len; i++) {
		bool is_place = text.ptr[i] == '{' && i + 2 < text.len && text.ptr[i + 2] == '}' && text.ptr[i + 1] >= '1' &&
		                text.ptr[i + 1] < '1' + MESSAGE_ARGS;
		if (!is_place) {
			buf_add_char(&out, text.ptr[i]);
			continue;
		}
		buf_add(&out, message->args[text.ptr[i + 1] - '1']);
		i += 2;
	}
	return buf_str(&out);
}
