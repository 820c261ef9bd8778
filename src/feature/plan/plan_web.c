/* The addresses of plans. */
#include "feature/plan/plan_web.h"

#include "feature/plan/plan_confirm.h"
#include "feature/plan/plan_list.h"
#include "feature/plan/plan_page.h"
#include "feature/plan/plan_receive.h"
#include "feature/plan/plan_review.h"

const struct app_route plan_web_routes[] = {
    {HTTP_GET, "/plan", plan_list_answer, APP_READ_PLANS, plan_list_params, MSG("The plans of the unit and of those below it"),
     false},
    {HTTP_GET, "/plan/upload", plan_receive_form, APP_WRITE_PLANS, NULL, MSG("Put in a plan"), false},
    {HTTP_POST, "/plan/upload", plan_receive_files, APP_WRITE_PLANS, plan_receive_params, MSG("Put in a plan"), false},
    {HTTP_GET, "/plan/{id}", plan_page_answer, APP_READ_PLANS, plan_page_params, MSG("A plan as it stands"), false},
    {HTTP_GET, "/plan/{id}/source", plan_page_source, APP_READ_PLANS, plan_page_source_params, MSG("The source of a plan"),
     false},
    {HTTP_GET, "/plan/{id}/original", plan_page_original, APP_READ_PLANS, plan_page_original_params, MSG("The file as it came"),
     false},
    {HTTP_GET, "/plan/{id}/progress", plan_receive_progress, APP_READ_PLANS, plan_receive_plan_params,
     MSG("How far the reading is"), false},
    {HTTP_POST, "/plan/{id}/cancel", plan_receive_cancel, APP_WRITE_PLANS, plan_receive_plan_params, MSG("Stop a reading"),
     false},
    {HTTP_POST, "/plan/{id}/again", plan_receive_again, APP_WRITE_PLANS, plan_receive_plan_params, MSG("Read a plan again"),
     false},
    {HTTP_GET, "/plan/{id}/review", plan_review_answer, APP_CONFIRM_PLANS, plan_review_params, MSG("Look over what was read"),
     false},
    {HTTP_POST, "/plan/{id}/review", plan_review_save, APP_CONFIRM_PLANS, plan_review_save_params, MSG("Save corrections"),
     false},
    {HTTP_GET, "/plan/{id}/confirm", plan_confirm_answer, APP_CONFIRM_PLANS, plan_confirm_params, MSG("Check, then confirm"),
     false},
    {HTTP_POST, "/plan/{id}/confirm", plan_confirm_save, APP_CONFIRM_PLANS, plan_confirm_save_params, MSG("Confirm a plan"),
     false},
    {0},
};
