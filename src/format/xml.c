#include "format/xml.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

static void note_error(void *context, xmlErrorPtr error)
{
	(void)context;
	if (error->code == XML_ERR_NO_MEMORY)
		abort();
}

void xml_prepare(void)
{
	xmlSetStructuredErrorFunc(NULL, note_error);
}

enum rc xml_parse(struct str bytes, xmlDoc **ret)
{
	enum { OPTIONS = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT, HEAD = 4096 };
	if (bytes.len == 0 || bytes.len > INT_MAX || str_contains(str_part(bytes, 0, HEAD), STR("<!DOCTYPE")))
		return RC_INVALID;
	xml_prepare();
	xmlDoc *doc = xmlReadMemory(bytes.ptr, (int)bytes.len, NULL, NULL, OPTIONS);
	if (doc == NULL)
		return RC_INVALID;
	if (doc->intSubset != NULL || xmlDocGetRootElement(doc) == NULL) {
		xmlFreeDoc(doc);
		return RC_INVALID;
	}
	*ret = doc;
	return RC_OK;
}

bool xml_is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && (name == NULL || strcmp((const char *)node->name, name) == 0);
}

static const xmlNode *first_of(const xmlNode *node, const char *name)
{
	while (node != NULL && !xml_is(node, name))
		node = node->next;
	return node;
}

const xmlNode *xml_child(const xmlNode *node, const char *name)
{
	return node != NULL && node->type == XML_ELEMENT_NODE ? first_of(node->children, name) : NULL;
}

const xmlNode *xml_next(const xmlNode *node, const char *name)
{
	return first_of(node->next, name);
}

const xmlNode *xml_walk(const xmlNode *top, const xmlNode *node, bool enter)
{
	if (enter && node->type == XML_ELEMENT_NODE && node->children != NULL)
		return node->children;
	while (node != top && node->next == NULL)
		node = node->parent;
	return node != top ? node->next : NULL;
}

static const xmlAttr *lookup_attribute(const xmlNode *node, const char *name)
{
	if (node == NULL || node->type != XML_ELEMENT_NODE)
		return NULL;
	const xmlAttr *attribute = node->properties;
	while (attribute != NULL && strcmp((const char *)attribute->name, name) != 0)
		attribute = attribute->next;
	return attribute;
}

/* Without a document type an attribute's value is one text. */
static struct str value_of(const xmlAttr *attribute)
{
	bool has_text = attribute != NULL && attribute->children != NULL && attribute->children->type == XML_TEXT_NODE;
	return has_text ? xml_content(attribute->children) : (struct str){0};
}

struct str xml_attribute(struct arena *arena, const xmlNode *node, const char *name)
{
	struct str value = value_of(lookup_attribute(node, name));
	return value.len > 0 ? str_dup(arena, value) : value;
}

int64_t xml_number(const xmlNode *node, const char *name, int64_t fallback)
{
	int64_t number;
	return str_parse_int(value_of(lookup_attribute(node, name)), &number) ? number : fallback;
}

bool xml_has_attribute(const xmlNode *node, const char *name)
{
	return lookup_attribute(node, name) != NULL;
}

struct str xml_content(const xmlNode *node)
{
	return str_of((const char *)node->content);
}
