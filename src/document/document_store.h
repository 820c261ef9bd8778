/* A document as bytes: to send it between processes and to keep it beside the original.
 *
 * Who reads does not trust who wrote: every count, place and letter is checked, and what is read keeps the promises of
 * document.h (NFC UTF-8, spans within the text and in its order, boxes within their page). */
#ifndef DOCUMENT_DOCUMENT_STORE_H
#define DOCUMENT_DOCUMENT_STORE_H

#include "document/document.h"

enum {
	DOCUMENT_STORE_MAX_BYTES = 128 * 1024 * 1024,
	DOCUMENT_STORE_MAX_COLUMNS = 1000, /* of a table's grid */
	DOCUMENT_STORE_MAX_WARNINGS = 1000,
	DOCUMENT_STORE_MAX_SENTENCE = 4000, /* bytes of a message's id or argument */
};

/* RC_LIMIT where it would be larger than DOCUMENT_STORE_MAX_BYTES. */
enum rc document_store_write(struct arena *arena, const struct document *document, struct str *ret) MUST_USE;

/* RC_INVALID: these are not the bytes of a document. */
enum rc document_store_read(struct arena *arena, struct str bytes, struct document *ret) MUST_USE;

/* The same for one message. Cuts what is too long. */
struct str document_store_write_message(struct arena *arena, const struct message *message);
enum rc document_store_read_message(struct arena *arena, struct str bytes, struct message *ret) MUST_USE;

#endif
