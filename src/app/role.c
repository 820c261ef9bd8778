#include "app/role.h"

#include "base/message.h"

static const struct {
	struct str name;
	const char *label;
} roles[] = {
    [APP_VIEWER] = {STR_INIT("viewer"), MSG("Viewer")},
    [APP_OFFICER] = {STR_INIT("officer"), MSG("Officer")},
    [APP_HEAD] = {STR_INIT("head"), MSG("Head of the unit")},
    [APP_ADMINISTRATOR] = {STR_INIT("administrator"), MSG("Administrator")},
};
enum { ROLES = sizeof roles / sizeof roles[0] };

/* The least role that holds each permission: the roles are a ladder. */
static const enum app_role least[] = {
    [APP_ANYONE] = APP_VIEWER,
    [APP_SIGNED_IN] = APP_VIEWER,
    [APP_READ_PLANS] = APP_VIEWER,
    [APP_WRITE_PLANS] = APP_OFFICER,
    [APP_CONFIRM_PLANS] = APP_OFFICER,
    [APP_MANAGE_UNITS] = APP_ADMINISTRATOR,
    [APP_MANAGE_PEOPLE] = APP_ADMINISTRATOR,
};

bool role_may(enum app_role role, enum app_permission permission)
{
	return role >= least[permission];
}

struct str role_name(enum app_role role)
{
	return roles[role].name;
}

bool role_parse(struct str name, enum app_role *ret)
{
	for (int i = 0; i < ROLES; i++) {
		if (str_eq(roles[i].name, name)) {
			*ret = (enum app_role)i;
			return true;
		}
	}
	return false;
}

const char *role_label(enum app_role role)
{
	return roles[role].label;
}
