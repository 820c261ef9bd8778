/* The features that the program is made of: their pages and their jobs. */
#ifndef MAIN_FEATURE_LIST_H
#define MAIN_FEATURE_LIST_H

#include "app/app.h"
#include "app/jobs.h"

/* Ends with NULL. */
extern const struct app_route *const feature_list_routes[];
/* Ends with a NULL kind. */
extern const struct jobs_kind feature_list_jobs[];

#endif
