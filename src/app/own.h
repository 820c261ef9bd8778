/* What the dispatcher knows of a request beyond what handlers need. */
#ifndef APP_OWN_H
#define APP_OWN_H

#include "app/app.h"

struct app_own {
	struct app_person person; /* where call->who points */
	struct str token;         /* of the session; no text where there is none */
	struct str visitor;       /* what form tokens and the flash are derived from: the session's token or the visit's */
	bool visit_is_new;        /* the visit cookie must be set with the next page */
	bool had_session;         /* the browser sent a session's token, alive or not */
	bool must_change_password;
	int64_t seen_at;
	enum db_access access; /* of the transaction under way in call->db */
};

#endif
