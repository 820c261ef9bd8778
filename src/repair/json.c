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

static json_t *alternative_of(struct str text, unsigned percent)
{
	return json_pack("{s:o?, s:i}", "text", text_of(text), "confidence", (int)percent);
}

/* Writes the object, which it takes. */
static enum rc finish(struct arena *arena, json_t *object, struct str *ret)
{
	struct buf out;
	if (object == NULL)
		return log_fail(RC_BUG, "a word cannot be written as JSON");
	buf_init(&out, arena, MAX_JSON);
	int failed = json_dump_callback(object, write, &out, JSON_COMPACT);
	json_decref(object);
	return failed != 0 ? log_fail(RC_BUG, "a word cannot be written as JSON") : buf_finish(&out, ret);
}

enum rc repair_json_word(struct arena *arena, struct str text, const struct repair_word *word, struct str *ret)
{
	json_t *alternatives = json_array();
	for (size_t i = 0; i < word->alternatives_n; i++)
		json_array_append_new(alternatives, alternative_of(word->alternatives[i].text, word->alternatives[i].percent));
	json_t *object =
	    json_pack("{s:I, s:I, s:o?, s:o?, s:b, s:i, s:o}", "begin", (json_int_t)word->from, "end", (json_int_t)word->to, "before",
	              text_of(str_part(text, word->from, word->to - word->from)), "text", text_of(word->text), "changed",
	              (int)word->changed, "confidence", (int)word->confidence, "alternatives", alternatives);
	return finish(arena, object, ret);
}

enum rc repair_json_suspect(struct arena *arena, struct str text, const struct repair_suspect *suspect, struct str *ret)
{
	json_t *suggestions = json_array();
	for (size_t i = 0; i < suspect->n; i++)
		json_array_append_new(suggestions, alternative_of(suspect->at[i].text, suspect->at[i].percent));
	json_t *object = json_pack("{s:I, s:I, s:o?, s:b, s:o}", "begin", (json_int_t)suspect->from, "end", (json_int_t)suspect->to,
	                           "before", text_of(str_part(text, suspect->from, suspect->to - suspect->from)), "known",
	                           (int)suspect->known, "suggestions", suggestions);
	return finish(arena, object, ret);
}
