/* The documents that a text cites, each once, however often and in whatever form it is mentioned. */
#ifndef READING_CITATION_REGISTER_H
#define READING_CITATION_REGISTER_H

#include "base/arena.h"
#include "reading/reading.h"

/* What a mention goes by. */
struct citation_keys {
	struct str exact; /* of the number, or of a name with its year: the same for mentions of one document */
	struct str loose; /* of a short form ("kế hoạch 12") or of a law's name, which joins the full mention; no text for none */
	bool is_short;    /* not known by itself: joined to the one document that it may mean */
	struct str body;  /* letters of the issuer in the number */
};

struct citation_register;

struct citation_register *citation_register_new(struct arena *arena);

/* Adds a mention to the document that it is of. Returns the document's number in the register. */
size_t citation_register_add(struct citation_register *reg, const struct reading_citation *mention,
                             const struct citation_keys *keys);

/* Gives a document the issuer that was printed once for several, where it has none and the same letters. */
void citation_register_share_issuer(struct citation_register *reg, size_t document, struct str body, struct str issuer);

/* The documents in the order of their first mention, short forms joined to what they mean. */
struct reading_citation_vec citation_register_finish(struct citation_register *reg);

#endif
