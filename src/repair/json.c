#include "repair/json.h"

#include <jansson.h>

#include "base/buf.h"
#include "base/log.h"

enum { MAX_JSON = 1 << 20 };

static json_t *text_of(struct str text)
{
	return json_stringn(text.ptr != NULL ? text.ptr : "", text.len);
}

static int write(const char *ptr, size_t len, void *buf)
{
	buf_add(buf, (struct str){.ptr = ptr, .len = len});
	return 0;
}

enum rc repair_json_word(struct arena *arena, struct str text, const struct repair_word *word, struct str *ret)
{
	struct buf out;
	json_t *alternatives = json_array();
	for (size_t i = 0; i < word->alternatives_n; i++) {
		const struct repair_alternative *alternative = &word->alternatives[i];
		json_array_append_new(
		    alternatives, json_pack("{s:o?, s:i}", "text", text_of(alternative->text), "confidence", (int)alternative->percent));
	}
	json_t *object =
	    json_pack("{s:I, s:I, s:o?, s:o?, s:b, s:i, s:o}", "begin", (json_int_t)word->from, "end", (json_int_t)word->to, "before",
	              text_of(str_part(text, word->from, word->to - word->from)), "text", text_of(word->text), "changed",
	              (int)word->changed, "confidence", (int)word->confidence, "alternatives", alternatives);
	if (object == NULL)
		return log_fail(RC_BUG, "a word cannot be written as JSON");
	buf_init(&out, arena, MAX_JSON);
	int failed = json_dump_callback(object, write, &out, JSON_COMPACT);
	json_decref(object);
	return failed != 0 ? log_fail(RC_BUG, "a word cannot be written as JSON") : buf_finish(&out, ret);
}
