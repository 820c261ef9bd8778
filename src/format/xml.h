/* XML of office files: parsed without ever following an entity or an address. Names are told without their namespace. */
#ifndef FORMAT_XML_H
#define FORMAT_XML_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/rc.h"
#include "base/str.h"

/* RC_INVALID: not well formed, nested too deep, or with a document type, which no office file has. xmlFreeDoc() afterwards. */
enum rc xml_parse(struct str bytes, xmlDoc **ret) MUST_USE;

/* Before the library is called otherwise than by xml_parse(): it writes nothing to standard error, and want of memory aborts as
 * it does everywhere. */
void xml_prepare(void);

bool xml_is(const xmlNode *node, const char *name);

/* The first child element of the name; NULL: any name, NULL given back: none. xml_next() is the next sibling that is one. */
const xmlNode *xml_child(const xmlNode *node, const char *name);
const xmlNode *xml_next(const xmlNode *node, const char *name);

/* The next node below `top` after `node`, in the order of the text: into it where `enter`. NULL: none. */
const xmlNode *xml_walk(const xmlNode *top, const xmlNode *node, bool enter);

/* An attribute by its name; no text where there is none. In the arena. */
struct str xml_attribute(struct arena *arena, const xmlNode *node, const char *name);
/* The same as a whole number; `fallback` where there is none or it is no number. */
int64_t xml_number(const xmlNode *node, const char *name, int64_t fallback);
bool xml_has_attribute(const xmlNode *node, const char *name);

/* The text of a text node. Lent. */
struct str xml_content(const xmlNode *node);

#endif
