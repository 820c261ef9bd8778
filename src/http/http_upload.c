#include "http/http_upload.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"

void http_upload_init(struct http_upload_files *files, struct arena *arena, const char *folder)
{
	*files = (struct http_upload_files){.arena = arena, .folder = folder, .fd = -1};
}

static enum rc upload_begin(void *context, struct http_upload *upload)
{
	struct http_upload_files *files = context;
	struct str path = str_format(files->arena, "%s/upload-XXXXXX", files->folder);
	char *name = (char *)path.ptr; /* made just now, and ours */
	files->fd = mkostemp(name, O_CLOEXEC);
	if (files->fd < 0)
		return log_fail(RC_IO, "make a temporary file in %s: %s", files->folder, strerror(errno));
	VEC_PUSH(files->arena, &files->paths, path);
	upload->temporary_path = name;
	return RC_OK;
}

static enum rc upload_write(void *context, struct str bytes)
{
	struct http_upload_files *files = context;
	while (bytes.len > 0) {
		ssize_t n = write(files->fd, bytes.ptr, bytes.len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return log_fail(RC_IO, "write an upload in %s: %s", files->folder, strerror(errno));
		bytes = str_from(bytes, (size_t)n);
	}
	return RC_OK;
}

static enum rc upload_end(void *context)
{
	struct http_upload_files *files = context;
	int fd = files->fd;
	files->fd = -1;
	return close(fd) == 0 ? RC_OK : log_fail(RC_IO, "close an upload in %s: %s", files->folder, strerror(errno));
}

struct http_form_sink http_upload_sink(struct http_upload_files *files)
{
	return (struct http_form_sink){.context = files, .begin = upload_begin, .write = upload_write, .end = upload_end};
}

void http_upload_clear(struct http_upload_files *files)
{
	if (files->fd >= 0)
		close(files->fd);
	for (size_t i = 0; i < files->paths.n; i++)
		unlink(files->paths.at[i].ptr);
	files->fd = -1;
	files->paths = (struct str_vec){0};
}
