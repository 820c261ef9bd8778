#include "format/office.h"

/* The old files are folders of streams; the names stand in UTF-16. */
static const struct str container = STR_INIT("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");

static int score_stream(struct str bytes, struct str name)
{
	enum { SURE = 100 };
	return str_has_prefix(bytes, container) && str_contains(bytes, name) ? SURE : 0;
}

static int score_doc(struct str bytes)
{
	return score_stream(bytes, STR("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"));
}

static int score_xls(struct str bytes)
{
	int score = score_stream(bytes, STR("W\0o\0r\0k\0b\0o\0o\0k\0"));
	return score > 0 ? score : score_stream(bytes, STR("\0\x05\0B\0o\0o\0k\0"));
}

static int score_rtf(struct str bytes)
{
	enum { SURE = 100 };
	return str_has_prefix(bytes, STR("{\\rtf")) ? SURE : 0;
}

/* A new file that is locked lies inside an old one. */
static int score_locked(struct str bytes)
{
	return score_stream(bytes, STR("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"));
}

static enum rc refuse_locked(struct arena *arena, const struct format_input *input, struct document *ret,
                             struct message *ret_problem)
{
	(void)arena, (void)input, (void)ret;
	*ret_problem =
	    (struct message){.id = MSG("The file is locked with a password. Open it, save it without the password, and send that.")};
	return RC_INVALID;
}

const struct format office_doc_format = {.name = "doc", .score = score_doc, .by_office = true};
const struct format office_xls_format = {.name = "xls", .score = score_xls, .by_office = true};
const struct format office_rtf_format = {.name = "rtf", .score = score_rtf, .by_office = true};
const struct format office_locked_format = {.name = "locked", .score = score_locked, .read = refuse_locked};
