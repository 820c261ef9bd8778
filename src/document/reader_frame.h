/* What sauro-reader says on its output, piece by piece: a kind, a length and a payload. */
#ifndef DOCUMENT_READER_FRAME_H
#define DOCUMENT_READER_FRAME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/message.h"
#include "base/rc.h"
#include "base/str.h"

enum reader_frame_kind {
	READER_FRAME_PROGRESS = 'p', /* pages done, pages in all; as often as it likes */
	/* one of these is the last */
	READER_FRAME_DOCUMENT = 'd', /* as document_store_write() has it */
	READER_FRAME_PICTURE = 'g',  /* PNG */
	READER_FRAME_PROBLEM = 'm',  /* a condition, and the sentence that tells it */
	READER_FRAME_REPORT = 'r',   /* what holds it and what it finds: lines of text */
	READER_FRAME_OFFICE = 'o',   /* a form that an office program must first make DOCX of; its name */
};

/* The exit code of sauro-reader where its memory did not suffice; 0 where it answered. */
enum { READER_FRAME_EXIT_HUNGRY = 4 };

struct reader_frame {
	enum reader_frame_kind kind;
	struct str payload;
};

/* Writes a frame. RC_IO where nobody reads any more. */
enum rc reader_frame_send(int fd, enum reader_frame_kind kind, struct str payload) MUST_USE;
enum rc reader_frame_send_progress(int fd, uint32_t done, uint32_t all) MUST_USE;
enum rc reader_frame_send_problem(struct arena *arena, int fd, enum rc condition, const struct message *problem) MUST_USE;

/* Takes the next whole frame off the bytes. RC_NOT_FOUND: it is not all there yet; RC_INVALID: it is none. */
enum rc reader_frame_take(struct str *rest, struct reader_frame *ret) MUST_USE;
enum rc reader_frame_progress(struct str payload, uint32_t *ret_done, uint32_t *ret_all) MUST_USE;
/* *ret_condition is RC_INVALID, RC_LIMIT, RC_UNSUPPORTED or RC_NOT_FOUND. */
enum rc reader_frame_problem(struct arena *arena, struct str payload, enum rc *ret_condition, struct message *ret) MUST_USE;

#endif
