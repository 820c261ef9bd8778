/* Which row of the routes answers a path: "/task/{id}" takes any one segment in the place of {id}. */
#ifndef APP_ROUTE_H
#define APP_ROUTE_H

#include "app/app.h"

struct route_match {
	const struct app_route *route;
	struct http_field_vec places; /* what stands in the {places}, decoded */
};

/* The route with the fewest places among those that fit, so that "/unit/add" wins over "/unit/{id}".
 * RC_NOT_FOUND where no path fits, RC_UNSUPPORTED where one fits with another method only. */
enum rc route_find(struct arena *arena, const struct app_route *const *routes, enum http_method method, struct str path,
                   struct route_match *ret) MUST_USE;

/* %41 becomes A; false where a % is not followed by two hexadecimal digits. */
bool route_decode(struct arena *arena, struct str s, struct str *ret);

#endif
