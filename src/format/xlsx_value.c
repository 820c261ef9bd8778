#include "format/xlsx_value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

enum { MAX_STRING_BYTES = 1024 * 1024, MAX_STRINGS = 2 * 1000 * 1000, MAX_STYLES = 70000 };

/* ---- Formats ---- */

/* Which of `letters`, at most eight, a format shows: outside quotes, brackets and escapes, before the first ";". */
static unsigned letters_shown(struct str code, const char *letters)
{
	bool quoted = false, bracketed = false;
	unsigned shown = 0;
	for (size_t i = 0; i < code.len; i++) {
		char c = code.ptr[i];
		if (strchr("\\_*", c) != NULL) {
			i++;
		} else if (c == '"') {
			quoted = !quoted;
		} else if (!quoted && strchr("[]", c) != NULL) {
			bracketed = c == '[';
		} else if (!quoted && !bracketed) {
			if (c == ';')
				break;
			const char *found = strchr(letters, c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
			shown |= found != NULL ? 1u << (found - letters) : 0;
		}
	}
	return shown;
}

static enum xlsx_value_kind kind_of_code(struct str code)
{
	enum { DAY = 1, MONTH = 2, YEAR = 4, PERCENT = 8 };
	unsigned shown = letters_shown(code, "dmy%");
	if ((shown & (MONTH | YEAR)) == (MONTH | YEAR) && !(shown & DAY))
		return XLSX_MONTH;
	if (shown & (DAY | YEAR))
		return XLSX_DATE;
	return shown & PERCENT ? XLSX_SHARE : XLSX_NUMBER;
}

/* Formats that have a number but no code in the file. */
static enum xlsx_value_kind kind_of_number(int64_t id)
{
	enum {
		SHARE = 9,
		SHARE_EXACT = 10,
		FIRST_DATE = 14,
		LAST_DATE = 16,
		MONTH = 17,
		DATE_AND_TIME = 22,
		FIRST_LOCAL = 27,
		LAST_LOCAL = 36
	};
	if (id == SHARE || id == SHARE_EXACT)
		return XLSX_SHARE;
	if ((id >= FIRST_DATE && id <= LAST_DATE) || id == DATE_AND_TIME || (id >= FIRST_LOCAL && id <= LAST_LOCAL))
		return XLSX_DATE;
	return id == MONTH ? XLSX_MONTH : XLSX_NUMBER;
}

static enum xlsx_value_kind kind_of(struct arena *arena, const xmlNode *root, int64_t id)
{
	const xmlNode *format = xml_child(xml_child(root, "numFmts"), "numFmt");
	for (; format != NULL; format = xml_next(format, "numFmt"))
		if (xml_number(format, "numFmtId", -1) == id)
			return kind_of_code(xml_attribute(arena, format, "formatCode"));
	return kind_of_number(id);
}

void xlsx_value_read_styles(struct arena *arena, const xmlDoc *doc, struct xlsx_values *values)
{
	const xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
	const xmlNode *style = xml_child(xml_child(root, "cellXfs"), "xf");
	for (; style != NULL && values->kinds.n < MAX_STYLES; style = xml_next(style, "xf"))
		VEC_PUSH(arena, &values->kinds, kind_of(arena, root, xml_number(style, "numFmtId", 0)));
}

/* ---- Texts ---- */

/* The pieces of a text, without how it is pronounced. */
static struct str rich_text(struct arena *arena, const xmlNode *parent)
{
	struct buf out;
	bool enter = true;
	buf_init(&out, arena, MAX_STRING_BYTES);
	for (const xmlNode *node = xml_walk(parent, parent, true); node != NULL; node = xml_walk(parent, node, enter)) {
		enter = !xml_is(node, "rPh");
		if (node->type == XML_TEXT_NODE && xml_is(node->parent, "t"))
			buf_add(&out, xml_content(node));
	}
	return buf_str(&out);
}

void xlsx_value_read_strings(struct arena *arena, const xmlDoc *doc, struct xlsx_values *values)
{
	const xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
	for (const xmlNode *node = xml_child(root, "si"); node != NULL && values->shared.n < MAX_STRINGS; node = xml_next(node, "si"))
		VEC_PUSH(arena, &values->shared, rich_text(arena, node));
}

/* ---- Numbers ---- */

/* Days since the beginning of 1970, to a date: the calendar of 400 years begins in March. */
static struct str date_text(struct arena *arena, int64_t days, bool with_day)
{
	enum { TO_MARCH_0 = 719468, ERA = 146097, YEARS = 400 };
	int64_t z = days + TO_MARCH_0, era = (z >= 0 ? z : z - ERA + 1) / ERA, of_era = z - era * ERA;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
	int64_t day = of_year - (153 * month + 2) / 5 + 1;
	month = month < 10 ? month + 3 : month - 9;
	year += era * YEARS + (month <= 2);
	if (!with_day)
		return str_format(arena, "%lld/%lld", (long long)month, (long long)year);
	return str_format(arena, "%02lld/%02lld/%lld", (long long)day, (long long)month, (long long)year);
}

/* With a comma where the fraction begins. */
static struct str number_text(struct arena *arena, double number)
{
	enum { DIGITS = 12 };
	struct str text = str_format(arena, "%.*g", DIGITS, number);
	char *out = arena_alloc(arena, text.len + 1);
	for (size_t i = 0; i < text.len; i++)
		out[i] = text.ptr[i] == '.' ? ',' : text.ptr[i];
	return (struct str){out, text.len};
}

struct str xlsx_value_format(struct arena *arena, struct str number, enum xlsx_value_kind kind, bool since_1904)
{
	enum { HUNDRED = 100, MOST_DAYS = 2958465 };
	static const double since_1900_days = 25569, since_1904_days = 24107;
	char *end;
	const char *text = str_cstr(arena, number);
	double value = strtod(text, &end);
	if (end == text || *end != '\0' || !isfinite(value))
		return number;
	bool is_date = (kind == XLSX_DATE || kind == XLSX_MONTH) && value >= 1 && value <= MOST_DAYS;
	if (is_date)
		return date_text(arena, (int64_t)(floor(value) - (since_1904 ? since_1904_days : since_1900_days)), kind == XLSX_DATE);
	if (kind == XLSX_SHARE)
		return str_format(arena, "%.*s%%", STR_ARG(number_text(arena, value * HUNDRED)));
	return number_text(arena, value);
}

/* ---- Cells ---- */

static struct str text_of(struct arena *arena, const xmlNode *node)
{
	return node != NULL && node->children != NULL && node->children->type == XML_TEXT_NODE
	           ? str_dup(arena, xml_content(node->children))
	           : (struct str){0};
}

struct str xlsx_value_of(struct arena *arena, const struct xlsx_values *values, const xmlNode *cell)
{
	struct str type = xml_attribute(arena, cell, "t"), value = text_of(arena, xml_child(cell, "v"));
	int64_t index, style = xml_number(cell, "s", 0);
	if (str_eq(type, STR("inlineStr")))
		return rich_text(arena, cell);
	if (str_eq(type, STR("s")))
		return str_parse_int(value, &index) && index >= 0 && (size_t)index < values->shared.n ? values->shared.at[index]
		                                                                                      : (struct str){0};
	if (str_eq(type, STR("e")) || value.len == 0)
		return (struct str){0};
	if (str_eq(type, STR("str")) || str_eq(type, STR("d")) || str_eq(type, STR("b")))
		return value;
	bool known = style >= 0 && (size_t)style < values->kinds.n;
	return xlsx_value_format(arena, value, known ? values->kinds.at[style] : XLSX_NUMBER, values->since_1904);
}
