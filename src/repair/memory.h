/* What a text, or the documents that people have confirmed, add to the language model: pairs and triples of words with their
 * counts. The same names and terms return in a document, and what was clear in one place helps where the letters are worse. */
#ifndef REPAIR_MEMORY_H
#define REPAIR_MEMORY_H

#include "repair/language.h"

struct repair_memory;

/* Empty, with room for about 100,000 pairs and triples (2 MB); what comes later is not remembered. */
struct repair_memory *repair_memory_new(struct arena *arena);

/* Notes that a part of a name was read so; how often it was, up to 255. Names return, and are one guess however often they do. */
void repair_memory_add_name(struct repair_memory *memory, struct str read);
unsigned repair_memory_name_times(const struct repair_memory *memory, struct str read);

/* Notes that `third` followed the other two; REPAIR_START stands where there was none. */
void repair_memory_add(struct repair_memory *memory, unsigned first, unsigned second, unsigned third, unsigned times);

/* Notes that a word stood in the text. */
void repair_memory_add_word(struct repair_memory *memory, unsigned word);

/* Takes what was noted of words into account from now on. */
void repair_memory_weigh(struct repair_memory *memory);

/* The cost of `word` in the context where the language model alone says `cost`: never more than that. Of each count one is left
 * out, which may be the word's own. */
int repair_memory_blend(const struct repair_memory *memory, const struct repair_context *context, unsigned word, int cost);

#endif
