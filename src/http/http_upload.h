/* Uploads as temporary files: a sink for http_form.h. */
#ifndef HTTP_HTTP_UPLOAD_H
#define HTTP_HTTP_UPLOAD_H

#include "base/strs.h"
#include "http/http_form.h"

struct http_upload_files {
	struct arena *arena;
	const char *folder;
	int fd; /* the one being written, or -1 */
	struct str_vec paths;
};

void http_upload_init(struct http_upload_files *files, struct arena *arena, const char *folder);

/* Fails with RC_IO and a trail. */
struct http_form_sink http_upload_sink(struct http_upload_files *files);

/* Removes the files that nobody moved away. */
void http_upload_clear(struct http_upload_files *files);

#endif
