#include "main/feature_list.h"

#include "app/health.h"
#include "app/language.h"
#include "feature/person/person_web.h"
#include "feature/plan/plan.h"
#include "feature/plan/plan_web.h"
#include "feature/task/task_web.h"
#include "feature/unit/unit_web.h"

const struct app_route *const feature_list_routes[] = {
    health_routes,
    language_routes,
    person_web_routes,
    person_setup_web_routes,
    person_account_web_routes,
    person_people_web_routes,
    unit_web_routes,
    plan_web_routes,
    task_web_routes,
    NULL,
};

const struct jobs_kind feature_list_jobs[] = {
    {PLAN_IMPORT, plan_import},
    {NULL, NULL},
};
