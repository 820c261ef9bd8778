#include "app/flash.h"

#include "app/own.h"
#include "app/route.h"
#include "app/session.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "sys/secret.h"

/* The cookie: 64 digits of the signature, then the id and its arguments separated by U+001F, percent-encoded. */
enum { SIGNATURE = 64, COOKIE_BYTES = 3000, LIVES_S = 60 };

static const char flash_cookie[] = "sauro_said", separator = '\x1f';

static struct str signature(struct app_call *call, struct str payload)
{
	struct str inner = secret_sha256(call->arena, payload);
	return secret_sha256(call->arena, str_format(call->arena, "flash:%.*s:%.*s", STR_ARG(call->own->visitor), STR_ARG(inner)));
}

void flash_keep(struct app_call *call, const struct message *message)
{
	struct buf payload;
	buf_init(&payload, call->arena, COOKIE_BYTES);
	buf_add(&payload, str_of(message->id));
	buf_add_char(&payload, separator);
	buf_add(&payload, message_pack_args(call->arena, message));
	struct str escaped = html_url_escape(call->arena, buf_str(&payload));
	if (payload.overflowed || escaped.len > COOKIE_BYTES)
		return;
	struct str sign = signature(call, buf_str(&payload));
	session_set_cookie(call, flash_cookie, str_format(call->arena, "%.*s%.*s", STR_ARG(sign), STR_ARG(escaped)), LIVES_S);
}

struct message flash_take(struct app_call *call)
{
	const struct message none = {0};
	struct str cookie = http_cookie_find(call->request, str_of(flash_cookie)), payload, part;
	if (cookie.len <= SIGNATURE)
		return none;
	session_set_cookie(call, flash_cookie, STR(""), 0);
	if (!route_decode(call->arena, str_from(cookie, SIGNATURE), &payload) || !utf8_is_valid(payload) ||
	    !secret_equal(signature(call, payload), str_part(cookie, 0, SIGNATURE)))
		return none;
	return str_split(&payload, separator, &part) ? message_unpack(call->arena, part, payload) : none;
}
