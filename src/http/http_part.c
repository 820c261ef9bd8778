#include "http/http_part.h"

#include <string.h>

static bool is_token_byte(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c != '\0' && strchr("!#$%&'*+-.^_`|~", c) != NULL);
}

static struct str without_blanks(struct str s)
{
	while (s.len > 0 && (s.ptr[0] == ' ' || s.ptr[0] == '\t'))
		s = str_part(s, 1, s.len - 1);
	return s;
}

/* Takes a token off the front; empty where there is none. */
static struct str take_token(struct str *rest)
{
	size_t n = 0;
	while (n < rest->len && is_token_byte(rest->ptr[n]))
		n++;
	struct str token = str_part(*rest, 0, n);
	*rest = str_from(*rest, n);
	return token;
}

/* Takes a value off the front: between quotes, where a '"' cannot stand, or a token. */
static bool take_value(struct str *rest, struct str *ret)
{
	if (rest->len == 0 || rest->ptr[0] != '"') {
		*ret = take_token(rest);
		return ret->len > 0;
	}
	size_t end = str_find(*rest, STR("\""), 1);
	if (end == SIZE_MAX)
		return false;
	*ret = (struct str){.ptr = rest->ptr + 1, .len = end - 1};
	*rest = str_from(*rest, end + 1);
	return true;
}

bool http_part_parameter(struct str *rest, struct str *ret_name, struct str *ret_value, enum rc *ret_rc)
{
	*ret_rc = RC_OK;
	*rest = without_blanks(*rest);
	if (rest->len == 0)
		return false;
	*ret_rc = RC_INVALID;
	if (rest->ptr[0] != ';')
		return false;
	*rest = without_blanks(str_from(*rest, 1));
	*ret_name = take_token(rest);
	if (ret_name->len == 0 || rest->len == 0 || rest->ptr[0] != '=')
		return false;
	*rest = str_from(*rest, 1);
	if (!take_value(rest, ret_value))
		return false;
	*ret_rc = RC_OK;
	return true;
}

/* Puts back what browsers write as %22, %0D and %0A. No control character may then stand in it: a name is one line. */
static enum rc read_name(struct arena *arena, struct str s, struct str *ret)
{
	static const struct {
		struct str written;
		char meant;
	} table[] = {{STR_INIT("%22"), '"'}, {STR_INIT("%0D"), '\r'}, {STR_INIT("%0A"), '\n'}};
	char *out = arena_alloc(arena, s.len + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		for (size_t k = 0; c == '%' && k < sizeof table / sizeof *table; k++) {
			if (!str_eq_nocase(str_part(s, i, 3), table[k].written))
				continue;
			c = table[k].meant;
			i += 2;
		}
		if ((unsigned char)c < ' ' || c == 0x7f)
			return RC_INVALID;
		out[n++] = c;
	}
	*ret = (struct str){.ptr = out, .len = n};
	return RC_OK;
}

/* What stands behind the last '/' or '\': some browsers send the whole path. */
static struct str without_folders(struct str path)
{
	size_t start = path.len;
	while (start > 0 && path.ptr[start - 1] != '/' && path.ptr[start - 1] != '\\')
		start--;
	return (struct str){.ptr = path.ptr + start, .len = path.len - start};
}

static enum rc read_disposition(struct arena *arena, struct str value, struct http_part *part)
{
	enum rc rc;
	struct str name, text;
	if (part->name.ptr != NULL || !str_eq_nocase(take_token(&value), STR("form-data")))
		return RC_INVALID;
	while (http_part_parameter(&value, &name, &text, &rc)) {
		if (str_eq_nocase(name, STR("name"))) {
			if (part->name.ptr != NULL)
				return RC_INVALID;
			TRY(read_name(arena, text, &part->name));
		} else if (str_eq_nocase(name, STR("filename"))) {
			if (part->is_file)
				return RC_INVALID;
			part->is_file = true;
			TRY(read_name(arena, text, &part->file_name));
			part->file_name = without_folders(part->file_name);
		}
	}
	TRY(rc);
	return part->name.ptr != NULL ? RC_OK : RC_INVALID;
}

static enum rc read_line(struct arena *arena, struct str line, struct http_part *part)
{
	struct str name = take_token(&line);
	if (name.len == 0 || line.len == 0 || line.ptr[0] != ':')
		return RC_INVALID;
	struct str value = str_trim(str_from(line, 1));
	for (size_t i = 0; i < value.len; i++)
		if (((unsigned char)value.ptr[i] < ' ' && value.ptr[i] != '\t') || value.ptr[i] == 0x7f)
			return RC_INVALID;
	if (str_eq_nocase(name, STR("content-disposition")))
		return read_disposition(arena, value, part);
	if (str_eq_nocase(name, STR("content-type")))
		part->media_type = str_dup(arena, value);
	if (str_eq_nocase(name, STR("content-transfer-encoding")) && !str_eq_nocase(value, STR("binary")) &&
	    !str_eq_nocase(value, STR("8bit")) && !str_eq_nocase(value, STR("7bit")))
		return RC_INVALID;
	return RC_OK;
}

enum rc http_part_parse(struct arena *arena, struct str lines, struct http_part *ret)
{
	struct http_part part = {0};
	size_t at = 0;
	while (at < lines.len) {
		size_t end = str_find(lines, STR("\r\n"), at);
		if (end == SIZE_MAX)
			end = lines.len;
		TRY(read_line(arena, str_part(lines, at, end - at), &part));
		at = end + 2;
	}
	if (part.name.ptr == NULL)
		return RC_INVALID;
	*ret = part;
	return RC_OK;
}
