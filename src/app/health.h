/* GET /health, for whoever watches the server: "ok" where the database can be read. */
#ifndef APP_HEALTH_H
#define APP_HEALTH_H

#include "app/app.h"

extern const struct app_route health_routes[];

#endif
