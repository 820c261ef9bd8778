#include "document/document.h"

struct str document_span_text(const struct document *document, struct document_span span)
{
	if (span.end <= span.begin)
		return (struct str){0};
	return str_part(document->text, span.begin, span.end - span.begin);
}
