/* The addresses of plans. */
#include "feature/plan/plan_web.h"

#include "feature/plan/plan_confirm_web.h"
#include "feature/plan/plan_list_web.h"
#include "feature/plan/plan_page_web.h"
#include "feature/plan/plan_queue_web.h"
#include "feature/plan/plan_receive_web.h"
#include "feature/plan/plan_review_web.h"

const struct app_route plan_web_routes[] = {
    {HTTP_GET, "/plan", plan_list_web_answer, APP_READ_PLANS, plan_list_web_params,
     MSG("The plans of the unit and of those below it"), APP_PLAIN},
    {HTTP_GET, "/plan/upload", plan_receive_web_form, APP_WRITE_PLANS, NULL, MSG("Put in a plan"), APP_PLAIN},
    {HTTP_POST, "/plan/upload", plan_receive_web_files, APP_WRITE_PLANS, plan_receive_web_params, MSG("Put in a plan"),
     APP_PLAIN},
    {HTTP_GET, "/plan/queue", plan_queue_web_answer, APP_WRITE_PLANS, NULL,
     MSG("The files that you sent, and what became of each"), APP_PLAIN},
    {HTTP_GET, "/plan/{id}", plan_page_web_answer, APP_READ_PLANS, plan_page_web_params, MSG("A plan as it stands"), APP_PLAIN},
    {HTTP_GET, "/plan/{id}/source", plan_page_web_source, APP_READ_PLANS, plan_page_web_source_params,
     MSG("The source of a plan"), APP_PLAIN},
    {HTTP_GET, "/plan/{id}/original", plan_page_web_original, APP_READ_PLANS, plan_page_web_original_params,
     MSG("The file as it came"), APP_PLAIN},
    {HTTP_GET, "/plan/{id}/page/{page}", plan_page_web_picture, APP_READ_PLANS, plan_page_web_picture_params,
     MSG("A page of the file as it looks"), APP_PLAIN},
    {HTTP_GET, "/plan/{id}/progress", plan_receive_web_progress, APP_READ_PLANS, plan_receive_web_plan_params,
     MSG("How far the reading is"), APP_PLAIN},
    {HTTP_POST, "/plan/{id}/cancel", plan_receive_web_cancel, APP_WRITE_PLANS, plan_receive_web_act_params, MSG("Stop a reading"),
     APP_PLAIN},
    {HTTP_POST, "/plan/{id}/again", plan_receive_web_again, APP_WRITE_PLANS, plan_receive_web_act_params,
     MSG("Read a plan again"), APP_PLAIN},
    {HTTP_GET, "/plan/{id}/review", plan_review_web_answer, APP_CONFIRM_PLANS, plan_review_web_params,
     MSG("Look over what was read"), APP_PLAIN},
    {HTTP_POST, "/plan/{id}/review", plan_review_web_save, APP_CONFIRM_PLANS, plan_review_web_save_params,
     MSG("Save corrections"), APP_PLAIN},
    {HTTP_GET, "/plan/{id}/confirm", plan_confirm_web_answer, APP_CONFIRM_PLANS, plan_confirm_web_params,
     MSG("Check, then confirm"), APP_PLAIN},
    {HTTP_POST, "/plan/{id}/confirm", plan_confirm_web_save, APP_CONFIRM_PLANS, plan_confirm_web_save_params,
     MSG("Confirm a plan"), APP_PLAIN},
    {0},
};
