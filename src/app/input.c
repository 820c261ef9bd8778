#include "app/input.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "viet/nfc.h"

int input_index(const struct app_call *call, const char *name)
{
	if (call->route == NULL || call->route->params == NULL)
		return -1;
	for (int i = 0; i < APP_PARAMS && call->route->params[i].name != NULL; i++) {
		if (strcmp(call->route->params[i].name, name) == 0)
			return i;
	}
	return -1;
}

/* ---- Dates as people type them ---- */

static bool take_number(struct str *rest, size_t digits_at_most, int *ret)
{
	size_t n = 0;
	int value = 0;
	while (n < rest->len && n < digits_at_most && rest->ptr[n] >= '0' && rest->ptr[n] <= '9')
		value = value * 10 + (rest->ptr[n++] - '0');
	*rest = str_from(*rest, n);
	*ret = value;
	return n > 0;
}

static bool take_separator(struct str *rest, char separator)
{
	if (rest->len == 0 || rest->ptr[0] != separator)
		return false;
	*rest = str_from(*rest, 1);
	return true;
}

date_day input_parse_date(struct str s)
{
	date_day iso = date_parse_iso(s);
	if (iso != DATE_NONE)
		return iso;
	for (const char *separator = "/-."; *separator != '\0'; separator++) {
		struct str rest = s;
		int day, month, year;
		if (take_number(&rest, 2, &day) && take_separator(&rest, *separator) && take_number(&rest, 2, &month) &&
		    take_separator(&rest, *separator) && take_number(&rest, 4, &year) && rest.len == 0)
			return date_from_parts(year, month, day);
	}
	return DATE_NONE;
}

/* ---- Text ---- */

/* CR LF and CR alone become LF. */
static struct str with_plain_lines(struct arena *arena, struct str s)
{
	if (memchr(s.ptr, '\r', s.len) == NULL)
		return s;
	char *out = arena_alloc(arena, s.len);
	size_t n = 0;
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] != '\r')
			out[n++] = s.ptr[i];
		else if (i + 1 == s.len || s.ptr[i + 1] != '\n')
			out[n++] = '\n';
	}
	return (struct str){.ptr = out, .len = n};
}

static bool has_control(struct str s, bool lines)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];
		if ((c < 0x20 || c == 0x7f) && !(lines && (c == '\n' || c == '\t')))
			return true;
	}
	return false;
}

/* Bytes that are not UTF-8 cannot be shown again: each becomes U+FFFD. */
static struct str with_valid_bytes(struct arena *arena, struct str s)
{
	struct buf out;
	buf_init(&out, arena, s.len * 3);
	for (size_t at = 0; at < s.len;) {
		uint32_t c = utf8_next(s, &at);
		buf_add_code_point(&out, c == UTF8_INVALID ? 0xfffd : c);
	}
	return buf_str(&out);
}

/* ---- One field ---- */

static void add_about(struct app_call *call, const struct app_param *param, const char *id, struct str second)
{
	struct str label = message_text(call->words, param->label != NULL ? param->label : param->name);
	app_add_problem(call, param->name, (struct message){.id = id, .args = {label, second}});
}

static struct str number_words(struct app_call *call, int64_t n)
{
	return str_format(call->arena, "%lld", (long long)n);
}

static struct str read_text(struct app_call *call, const struct app_param *param, struct str sent)
{
	bool lines = param->kind == APP_LINES;
	int64_t max = param->max > 0 ? param->max : INPUT_TEXT_BYTES;
	if (sent.len > (size_t)max) {
		size_t too_many = utf8_count(sent) - utf8_count(utf8_cut(sent, (size_t)max));
		add_about(call, param, MSG("“{1}” is too long: shorten it by {2} characters"), number_words(call, (int64_t)too_many));
	}
	if (!utf8_is_valid(sent)) {
		add_about(call, param, MSG("“{1}” holds characters that cannot be read; type it again"), STR(""));
		return with_valid_bytes(call->arena, sent);
	}
	struct str text = viet_nfc(call->arena, str_trim(lines ? with_plain_lines(call->arena, sent) : sent));
	if (has_control(text, lines))
		add_about(call, param, MSG("“{1}” holds characters that cannot be read; type it again"), STR(""));
	return text;
}

static int64_t read_int(struct app_call *call, const struct app_param *param, struct str text)
{
	int64_t value, max = param->max > 0 ? param->max : INT64_MAX;
	if (!str_parse_int(text, &value) || value < 0) {
		add_about(call, param, MSG("“{1}” must be a whole number"), STR(""));
		return 0;
	}
	if (value > max) {
		add_about(call, param, MSG("“{1}” must be at most {2}"), number_words(call, max));
		return 0;
	}
	return value;
}

static int64_t read_date(struct app_call *call, const struct app_param *param, struct str text)
{
	date_day day = input_parse_date(text);
	if (day == DATE_NONE)
		add_about(call, param, MSG("“{1}” must be a real date, like 5/3/2026"), STR(""));
	return day;
}

static void check_choice(struct app_call *call, const struct app_param *param, struct str text)
{
	for (const char *const *choice = param->choices; choice != NULL && *choice != NULL; choice++) {
		if (str_eq(text, str_of(*choice)))
			return;
	}
	add_about(call, param, MSG("Choose “{1}” from the list"), STR(""));
}

static const char *missing_sentence(enum app_param_kind kind)
{
	switch (kind) {
	case APP_CHOICE:
		return MSG("Choose “{1}”");
	case APP_FLAG:
		return MSG("Tick “{1}”");
	case APP_FILE:
		return MSG("Choose a file for “{1}”");
	default:
		return MSG("Enter “{1}”");
	}
}

static struct str find_upload_name(const struct http_request *request, struct str field)
{
	for (size_t i = 0; i < request->uploads.n; i++) {
		if (str_eq(request->uploads.at[i].field, field))
			return request->uploads.at[i].file_name;
	}
	return (struct str){0};
}

static struct str find_sent(const struct app_call *call, const struct http_field_vec *places, const struct app_param *param)
{
	struct str name = str_of(param->name);
	if (param->kind == APP_FILE)
		return find_upload_name(call->request, name);
	struct str value = http_field_find(places, name);
	if (value.ptr == NULL && call->request->method == HTTP_POST)
		value = http_field_find(&call->request->form, name);
	if (value.ptr == NULL)
		value = http_field_find(&call->request->query, name);
	return value;
}

static void read_param(struct app_call *call, const struct http_field_vec *places, int i)
{
	const struct app_param *param = &call->route->params[i];
	struct str sent = find_sent(call, places, param);
	size_t problems_before = call->problems.n;
	struct str text = read_text(call, param, sent.ptr != NULL ? sent : STR(""));
	call->values[i] = text;
	call->numbers[i] = param->kind == APP_DATE ? DATE_NONE : 0;
	if (text.len == 0) {
		if (param->required)
			add_about(call, param, missing_sentence(param->kind), STR(""));
		return;
	}
	if (call->problems.n > problems_before)
		return;
	switch (param->kind) {
	case APP_INT:
		call->numbers[i] = read_int(call, param, text);
		break;
	case APP_DATE:
		call->numbers[i] = read_date(call, param, text);
		break;
	case APP_CHOICE:
		check_choice(call, param, text);
		break;
	case APP_FLAG:
		call->numbers[i] = 1;
		break;
	case APP_TEXT:
	case APP_LINES:
	case APP_FILE:
		break;
	}
}

void input_read(struct app_call *call, const struct http_field_vec *places)
{
	for (int i = 0; call->route->params != NULL && i < APP_PARAMS && call->route->params[i].name != NULL; i++)
		read_param(call, places, i);
}
