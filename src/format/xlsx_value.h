/* What a cell of a workbook shows: numbers as dates, shares and amounts by their format. */
#ifndef FORMAT_XLSX_VALUE_H
#define FORMAT_XLSX_VALUE_H

#include "base/vec.h"
#include "format/xml.h"

enum xlsx_value_kind { XLSX_NUMBER, XLSX_DATE, XLSX_MONTH, XLSX_SHARE };
VEC_OF(xlsx_kind, enum xlsx_value_kind);

struct xlsx_strings {
	struct str *at;
	size_t n, room;
};

struct xlsx_values {
	struct xlsx_kind_vec kinds; /* by the style of a cell */
	struct xlsx_strings shared;
	bool since_1904;
};

/* Each document may be NULL. */
void xlsx_value_read_styles(struct arena *arena, const xmlDoc *doc, struct xlsx_values *values);
void xlsx_value_read_strings(struct arena *arena, const xmlDoc *doc, struct xlsx_values *values);

/* The text of <c>; empty where it shows nothing. */
struct str xlsx_value_of(struct arena *arena, const struct xlsx_values *values, const xmlNode *cell);

/* The number of a cell as people write it here: "1,5", "25%", "15/3/2026", "3/2026". */
struct str xlsx_value_format(struct arena *arena, struct str number, enum xlsx_value_kind kind, bool since_1904);

#endif
