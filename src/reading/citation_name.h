/* Laws and projects cited by name: "Luật Thực hiện dân chủ ở cơ sở năm 2022", "Bộ luật Lao động", "Đề án 06", "Đề án “…”". */
#ifndef READING_CITATION_NAME_H
#define READING_CITATION_NAME_H

#include "base/arena.h"
#include "reading/words.h"

struct citation_name {
	const char *type; /* "Luật", "Đề án" */
	struct str text;  /* with the type, as printed */
	struct str key;   /* the same for two ways to write one name */
	size_t end;       /* word behind it */
	bool is_sure;     /* its end is shown by a quote, a date or a known name */
};

/* The name that begins at word `i`; false where none does. */
bool citation_name_at(struct arena *arena, const struct words *words, size_t i, struct citation_name *ret);

#endif
