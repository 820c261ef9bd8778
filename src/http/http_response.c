#include "http/http.h"

void http_response_header(struct http_response *response, struct str name, struct str value)
{
	VEC_PUSH(response->arena, &response->headers, (struct http_field){.name = name, .value = value});
}
