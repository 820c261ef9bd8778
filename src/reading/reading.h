/* What a careful reader makes of a plan: document in, structured reading out.
 *
 * Every field keeps its words as printed (wrapped lines joined), its place in the source and how sure the reader is. */
#ifndef READING_READING_H
#define READING_READING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/rc.h"
#include "base/str.h"
#include "base/strs.h"
#include "base/vec.h"
#include "calendar/schedule.h"
#include "document/document.h"
#include "reading/schedule_words.h"

/* A piece of text read, with its place. Absent: text.ptr NULL. A field that lies in several places (a cell cut by a page
 * break) has them in `more`. */
struct reading_field {
	struct str text;
	struct document_span span;
	struct document_span *more;
	uint32_t n_more;
	uint8_t confidence; /* percent; 90 and above is sure */
};
VEC_OF(reading_field, struct reading_field);

struct reading_header {
	struct reading_field kind, issuer, parent_body, number, place, date_raw, title, signer_title, signer_name, attached_to;
	struct str signer_authority;     /* "TM", "KT", "TL", "TUQ" or "Q": in whose place the signer signs; no text: in no one's */
	date_day date;                   /* DATE_NONE where not whole */
	int partial_year, partial_month; /* where the day is left blank; 0 where unknown */
	int year;                        /* that the plan is for; 0 where unknown */
	struct reading_field_vec recipients, in_execution_of;
};

struct reading_heading {
	struct str number; /* "I", "1", "a" */
	int level;         /* from 1 */
	struct reading_field title;
};
VEC_OF(reading_heading, struct reading_heading);

/* What a document is to the plan. A stronger role stands further down. */
enum reading_citation_role {
	READING_MENTION,
	READING_BASIS,           /* named under "Căn cứ" */
	READING_IN_EXECUTION_OF, /* what the plan carries out */
};

struct reading_citation {
	struct str type;   /* "Nghị quyết" */
	struct str number; /* "76/NQ-CP"; no text where cited by name */
	struct str name;   /* where it has no number */
	date_day date;
	int year; /* of a law cited by its year; else 0 */
	struct str issuer;
	struct str title; /* what it is about, as printed: "về công tác văn thư"; no text where not printed */
	enum reading_citation_role role;
	int mentions;
	struct document_span span; /* the fullest mention */
	uint8_t confidence;
};
VEC_OF(reading_citation, struct reading_citation);

enum reading_role { READING_LEAD, READING_COORDINATE, READING_PERFORM };

struct reading_assignment {
	struct str unit;    /* as printed, one entry each */
	struct str in_full; /* the same with an abbreviation that the plan defines written out; no text where it has none */
	enum reading_role role;
	struct document_span span;
	uint8_t confidence; /* that this is a unit, whole and with this role */
};
VEC_OF(reading_assignment, struct reading_assignment);

/* One set of product, schedule, assignment and funding: most tasks have one. */
struct reading_part {
	struct reading_field_vec products, funding;
	struct reading_field schedule_raw, assignment_raw, funding_raw;
	struct schedule schedule;
	struct schedule_notes schedule_notes;
	struct reading_assignment_vec assignments;
	struct str units_left_over; /* the first words of assignment_raw that should name a unit and are none that is known */
};
VEC_OF(reading_part, struct reading_part);

struct reading_task {
	struct str ordinal; /* as printed, without a final dot: "1", "02" */
	struct reading_field title, channels;
	struct reading_part_vec parts; /* at least one */
};
VEC_OF(reading_task, struct reading_task);

struct reading_target {
	struct reading_field text;
	struct str value; /* "100%" */
};
VEC_OF(reading_target, struct reading_target);

struct reading_abbreviation {
	struct str abbreviation;      /* "CCHC" */
	struct reading_field meaning; /* "cải cách hành chính" */
};
VEC_OF(reading_abbreviation, struct reading_abbreviation);

struct reading_channel {
	struct reading_field name;
	struct str section; /* "III.2" */
	bool is_digital;    /* on the web, in an application or by message; else traditional: press, radio, posters, meetings */
};
VEC_OF(reading_channel, struct reading_channel);

struct reading_duty {
	struct str unit, section;
	struct reading_field text;
};
VEC_OF(reading_duty, struct reading_duty);

struct reading_report_duty {
	struct reading_field what;
	struct str to, by, section;
	struct schedule schedule;
};
VEC_OF(reading_report_duty, struct reading_report_duty);

/* What may be wrong with a source. */
enum reading_defect {
	READING_NO_KIND,
	READING_NO_NUMBER, /* or a blank one */
	READING_NO_DATE,
	READING_NO_YEAR,
	READING_STALE_YEAR, /* left over from an earlier plan */
	READING_NUMBER_SKIPPED,
	READING_NUMBER_REPEATED,
	READING_NO_APPENDIX, /* announced, but not in the file */
	READING_NO_TASKS,
	READING_TABLE_CUT,
	READING_SOURCE,   /* what the reader of the file had to say: damage, pages left out */
	READING_TOO_LONG, /* what lies beyond a limit was not read */
	READING_BROKEN_ADDRESS,
	READING_WRONG_CITATION, /* a document's number that cannot be one, or is blank */
	READING_WRONG_DATE,     /* that does not exist, or is left blank */
	READING_PAST_DATE,
	READING_EARLY_REPORT, /* due before the time that it reports on is over */
	READING_UNKNOWN_TIME,
	READING_UNKNOWN_UNIT,
	READING_QUOTA_DIFFERS, /* one duty with two quotas */
	/* against a plan that this one carries out */
	READING_LATER_THAN_ABOVE, /* a report later than asked for */
	READING_LESS_THAN_ABOVE,  /* a quota or a target below what is asked for */
	/* the six that each task should make clear: who, what, by when, who answers for it, what comes of it, who decides */
	READING_UNCLEAR_WHO,
	READING_UNCLEAR_WHAT,
	READING_UNCLEAR_WHEN,
	READING_UNCLEAR_DUTY,
	READING_UNCLEAR_PRODUCT,
	READING_UNCLEAR_AUTHORITY,
	READING_DEFECTS
};

/* Something in the source that a person should look at: what kind of defect, said as a sentence, and where. */
struct reading_warning {
	enum reading_defect defect;
	struct message message;
	struct document_span span;
};
VEC_OF(reading_warning, struct reading_warning);

struct reading {
	struct str source; /* the file's name */
	struct reading_header header;
	struct reading_heading_vec outline;
	struct reading_citation_vec citations;
	struct str_vec indices, urls;
	struct reading_target_vec targets;
	struct reading_channel_vec channels;
	struct reading_abbreviation_vec abbreviations;
	struct reading_duty_vec duties;
	struct reading_report_duty_vec report_duties;
	struct reading_task_vec tasks;
	struct reading_warning_vec warnings;
};

/* Called as the reading goes on, 0…100; returning true cancels it. NULL is accepted. */
typedef bool (*reading_progress)(void *context, int percent);

/* Reads a plan. Never fails on what the document says: what cannot be read is missing from the reading or a warning in it.
 * RC_CANCELLED where `progress` asked for it; RC_LIMIT, with a warning, past READING_MAX_TASKS tasks. */
enum { READING_MAX_TASKS = 10 * 1000 };
enum rc reading_of_document(struct arena *arena, const struct document *document, struct str source, reading_progress progress,
                            void *context, struct reading *ret) MUST_USE;

#endif
