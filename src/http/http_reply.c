#include "http/http_reply.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"

static struct MHD_Response *of_text(struct str text)
{
	return MHD_create_response_from_buffer(text.len, (void *)text.ptr, MHD_RESPMEM_PERSISTENT);
}

static enum rc of_file(const char *path, struct http_reply *reply)
{
	struct stat info;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return log_fail(RC_IO, "open %s: %s", path, strerror(errno));
	if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
		close(fd);
		return log_fail(RC_IO, "%s is no file", path);
	}
	reply->size = info.st_size;
	reply->response = MHD_create_response_from_fd64((uint64_t)info.st_size, fd); /* closes fd at its end */
	if (reply->response == NULL)
		close(fd);
	return RC_OK;
}

static enum rc add_headers(const struct http_response *response, struct MHD_Response *to)
{
	for (size_t i = 0; i < response->headers.n; i++) {
		const struct http_field *header = &response->headers.at[i];
		const char *name = str_cstr(response->arena, header->name), *value = str_cstr(response->arena, header->value);
		bool is_whole = strlen(name) == header->name.len && strlen(value) == header->value.len;
		/* It takes neither line breaks nor tabs. */
		if (!is_whole || (value[0] != '\0' && MHD_add_response_header(to, name, value) != MHD_YES))
			return log_fail(RC_BUG, "the header %s cannot be sent", name);
	}
	return RC_OK;
}

enum rc http_reply_make(const struct http_response *response, struct http_reply *ret)
{
	struct http_reply reply = {.status = response->status != 0 ? (unsigned)response->status : MHD_HTTP_OK};
	if (response->file_path != NULL) {
		TRY(of_file(response->file_path, &reply));
	} else {
		reply.size = (int64_t)response->body.len;
		reply.response = of_text(response->body);
	}
	if (reply.response == NULL)
		return log_fail(RC_IO, "make an answer");
	enum rc rc = add_headers(response, reply.response);
	if (rc != RC_OK) {
		MHD_destroy_response(reply.response);
		return rc;
	}
	*ret = reply;
	return RC_OK;
}

struct http_reply http_reply_failure(void)
{
	static const struct str text = STR_INIT("Internal error\n");
	struct http_reply reply = {.status = MHD_HTTP_INTERNAL_SERVER_ERROR, .size = (int64_t)text.len, .response = of_text(text)};
	if (reply.response != NULL)
		MHD_add_response_header(reply.response, MHD_HTTP_HEADER_CONTENT_TYPE, "text/plain; charset=utf-8");
	return reply;
}
