/* Who may do what: four roles over a tree of units. A person acts on their own unit and on the units below it. */
#ifndef APP_ROLE_H
#define APP_ROLE_H

#include <stdbool.h>

#include "base/str.h"

enum app_role { APP_VIEWER, APP_OFFICER, APP_HEAD, APP_ADMINISTRATOR };

enum app_permission {
	APP_ANYONE, /* no session needed */
	APP_SIGNED_IN,
	APP_READ_PLANS,    /* all roles */
	APP_WRITE_PLANS,   /* officer, head, administrator */
	APP_CONFIRM_PLANS, /* officer, head, administrator */
	APP_MANAGE_UNITS,  /* administrator */
	APP_MANAGE_PEOPLE, /* administrator */
};

bool role_may(enum app_role role, enum app_permission permission);

/* "administrator", "officer", "head", "viewer" and back; false where it is none. */
struct str role_name(enum app_role role);
bool role_parse(struct str name, enum app_role *ret);
/* The message id of the role's name for people. */
const char *role_label(enum app_role role);

#endif
