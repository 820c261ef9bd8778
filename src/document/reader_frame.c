#include "document/reader_frame.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "document/document_store.h"

enum { HEAD_BYTES = 5, NUMBER_BYTES = 4 };

static void put_number(char out[static NUMBER_BYTES], uint32_t number)
{
	for (int i = 0; i < NUMBER_BYTES; i++)
		out[i] = (char)(number >> (8 * i) & 0xff);
}

static uint32_t number_at(struct str bytes, size_t at)
{
	uint32_t number = 0;
	for (int i = NUMBER_BYTES - 1; i >= 0; i--)
		number = number << 8 | (unsigned char)bytes.ptr[at + (size_t)i];
	return number;
}

static enum rc send_bytes(int fd, struct str bytes)
{
	for (size_t done = 0; done < bytes.len;) {
		ssize_t n = write(fd, bytes.ptr + done, bytes.len - done);
		if (n < 0 && errno != EINTR)
			return log_fail(RC_IO, "write to who asked: %s", strerror(errno));
		done += n > 0 ? (size_t)n : 0;
	}
	return RC_OK;
}

enum rc reader_frame_send(int fd, enum reader_frame_kind kind, struct str payload)
{
	char head[HEAD_BYTES];
	if (payload.len > DOCUMENT_STORE_MAX_BYTES)
		return RC_LIMIT;
	head[0] = (char)kind;
	put_number(head + 1, (uint32_t)payload.len);
	TRY(send_bytes(fd, (struct str){head, sizeof head}));
	return send_bytes(fd, payload);
}

enum rc reader_frame_send_progress(int fd, uint32_t done, uint32_t all)
{
	char payload[2 * NUMBER_BYTES];
	put_number(payload, done);
	put_number(payload + NUMBER_BYTES, all);
	return reader_frame_send(fd, READER_FRAME_PROGRESS, (struct str){payload, sizeof payload});
}

enum rc reader_frame_send_problem(struct arena *arena, int fd, enum rc condition, const struct message *problem)
{
	struct str sentence = document_store_write_message(arena, problem);
	struct buf out;
	buf_init(&out, arena, sentence.len + 1);
	buf_add_char(&out, (char)condition);
	buf_add(&out, sentence);
	return reader_frame_send(fd, READER_FRAME_PROBLEM, buf_str(&out));
}

enum rc reader_frame_take(struct str *rest, struct reader_frame *ret)
{
	static const char kinds[] = "pdgmro";
	if (rest->len < HEAD_BYTES)
		return RC_NOT_FOUND;
	uint32_t len = number_at(*rest, 1);
	if (memchr(kinds, rest->ptr[0], sizeof kinds - 1) == NULL || len > DOCUMENT_STORE_MAX_BYTES)
		return RC_INVALID;
	if (rest->len - HEAD_BYTES < len)
		return RC_NOT_FOUND;
	*ret = (struct reader_frame){.kind = (enum reader_frame_kind)rest->ptr[0], .payload = str_part(*rest, HEAD_BYTES, len)};
	*rest = str_from(*rest, HEAD_BYTES + len);
	return RC_OK;
}

enum rc reader_frame_progress(struct str payload, uint32_t *ret_done, uint32_t *ret_all)
{
	if (payload.len != 2 * NUMBER_BYTES)
		return RC_INVALID;
	uint32_t done = number_at(payload, 0), all = number_at(payload, NUMBER_BYTES);
	if (done > all)
		return RC_INVALID;
	*ret_done = done;
	*ret_all = all;
	return RC_OK;
}

enum rc reader_frame_problem(struct arena *arena, struct str payload, enum rc *ret_condition, struct message *ret)
{
	static const enum rc conditions[] = {RC_INVALID, RC_LIMIT, RC_UNSUPPORTED, RC_NOT_FOUND};
	for (size_t i = 0; i < sizeof conditions / sizeof *conditions && payload.len > 0; i++) {
		if ((enum rc)payload.ptr[0] != conditions[i])
			continue;
		TRY(document_store_read_message(arena, str_from(payload, 1), ret));
		*ret_condition = conditions[i];
		return RC_OK;
	}
	return RC_INVALID;
}
