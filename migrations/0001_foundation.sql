-- Units, people, sessions, jobs, the record of who did what; originals, plans and tasks.
--
-- Times are milliseconds since 1970 (UTC); days are text, '2026-03-05'. A *_key column is its neighbour folded by viet/ for
-- search. Places are byte ranges of plan_source.text.

CREATE TABLE unit (
	id @id,
	code @text NOT NULL UNIQUE,
	kind @text NOT NULL CHECK (kind IN ('province', 'department', 'commune', 'school', 'centre', 'division', 'other')),
	name @text NOT NULL,
	name_key @text NOT NULL,
	parent_id @int REFERENCES unit (id),
	path @text NOT NULL, -- '/1/5/': the ids from the root down, so that a unit and all below it are one range
	state @text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'merged', 'closed')),
	successor_id @int REFERENCES unit (id),
	version @int NOT NULL DEFAULT 1
) @strict;
CREATE INDEX unit_by_parent ON unit (parent_id);
CREATE INDEX unit_by_path ON unit (path);

CREATE TABLE person (
	id @id,
	login @text NOT NULL UNIQUE,
	name @text NOT NULL,
	name_key @text NOT NULL,
	password_hash @text NOT NULL,
	must_change @int NOT NULL DEFAULT 0,
	role @text NOT NULL CHECK (role IN ('viewer', 'officer', 'head', 'administrator')),
	unit_id @int NOT NULL REFERENCES unit (id),
	state @text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled')),
	language @text NOT NULL DEFAULT 'vi' CHECK (language IN ('vi', 'en')),
	feed_token_hash @text UNIQUE,
	created_at @int NOT NULL,
	version @int NOT NULL DEFAULT 1
) @strict;
CREATE INDEX person_by_unit ON person (unit_id);

CREATE TABLE session (
	token_hash @text PRIMARY KEY,
	person_id @int NOT NULL REFERENCES person (id),
	created_at @int NOT NULL,
	seen_at @int NOT NULL,
	expires_at @int NOT NULL
) @strict;
CREATE INDEX session_by_person ON session (person_id);

CREATE TABLE sign_in_attempt (
	id @id,
	subject @text NOT NULL, -- 'login:…' or 'address:…'
	at @int NOT NULL
) @strict;
CREATE INDEX sign_in_attempt_by_subject ON sign_in_attempt (subject, at);

CREATE TABLE setting (
	name @text PRIMARY KEY,
	value @int NOT NULL
) @strict;

CREATE TABLE job (
	id @id,
	kind @text NOT NULL,
	subject @int NOT NULL,
	person_id @int REFERENCES person (id),
	state @text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
	cancel_asked @int NOT NULL DEFAULT 0,
	percent @int NOT NULL DEFAULT 0,
	tries @int NOT NULL DEFAULT 0,
	message_id @text,
	message_args @text, -- separated by U+001F
	created_at @int NOT NULL,
	ended_at @int
) @strict;
CREATE INDEX job_by_subject ON job (kind, subject, id);
CREATE INDEX job_by_state ON job (state, id);

CREATE TABLE audit (
	id @id,
	at @int NOT NULL,
	person_id @int,
	action @text NOT NULL,
	object @text NOT NULL,
	detail @text NOT NULL,
	hash_before @text NOT NULL,
	hash @text NOT NULL
) @strict;

-- The files themselves lie in the data folder under originals/, named by their hash, and are never changed.
CREATE TABLE original (
	sha256 @text PRIMARY KEY,
	size @int NOT NULL,
	media_type @text NOT NULL,
	created_at @int NOT NULL
) @strict;

CREATE TABLE plan (
	id @id,
	unit_id @int NOT NULL REFERENCES unit (id),
	original_sha256 @text NOT NULL REFERENCES original (sha256),
	file_name @text NOT NULL,
	state @text NOT NULL CHECK (state IN ('reading', 'review', 'confirmed', 'refused', 'cancelled')),
	kind @text,
	issuer @text,
	parent_body @text,
	number @text,
	place @text,
	issued_on @text,
	title @text,
	title_key @text NOT NULL DEFAULT '',
	year @int,
	signer_title @text,
	signer_name @text,
	attached_to @text,
	created_at @int NOT NULL,
	created_by @int REFERENCES person (id),
	confirmed_at @int,
	confirmed_by @int REFERENCES person (id),
	version @int NOT NULL DEFAULT 1,
	UNIQUE (unit_id, original_sha256)
) @strict;
CREATE INDEX plan_by_unit ON plan (unit_id, year);

CREATE TABLE plan_source (
	plan_id @int PRIMARY KEY REFERENCES plan (id),
	text @text NOT NULL
) @strict;

-- Where a field of the header stands, how sure the reader was, and what it read before a person corrected it.
CREATE TABLE plan_place (
	plan_id @int NOT NULL REFERENCES plan (id),
	field @text NOT NULL,
	span_begin @int NOT NULL,
	span_end @int NOT NULL,
	confidence @int NOT NULL,
	printed @text,
	PRIMARY KEY (plan_id, field)
) @strict;

CREATE TABLE plan_heading (
	plan_id @int NOT NULL REFERENCES plan (id),
	seq @int NOT NULL,
	number @text NOT NULL,
	level @int NOT NULL,
	title @text NOT NULL,
	span_begin @int NOT NULL,
	span_end @int NOT NULL,
	PRIMARY KEY (plan_id, seq)
) @strict;

CREATE TABLE plan_citation (
	plan_id @int NOT NULL REFERENCES plan (id),
	seq @int NOT NULL,
	type @text NOT NULL,
	number @text,
	name @text,
	issued_on @text,
	issuer @text,
	mentions @int NOT NULL,
	span_begin @int NOT NULL,
	span_end @int NOT NULL,
	PRIMARY KEY (plan_id, seq)
) @strict;

-- Lists of one text with at most one detail: recipients, what the plan carries out, indices, addresses, targets, channels, duties.
CREATE TABLE plan_item (
	plan_id @int NOT NULL REFERENCES plan (id),
	kind @text NOT NULL CHECK (kind IN ('recipient', 'in_execution_of', 'index', 'url', 'target', 'channel', 'duty', 'report_duty')),
	seq @int NOT NULL,
	text @text NOT NULL,
	detail @text,
	section @text,
	span_begin @int NOT NULL,
	span_end @int NOT NULL,
	PRIMARY KEY (plan_id, kind, seq)
) @strict;

CREATE TABLE plan_warning (
	plan_id @int NOT NULL REFERENCES plan (id),
	seq @int NOT NULL,
	message_id @text NOT NULL,
	message_args @text NOT NULL, -- separated by U+001F
	span_begin @int NOT NULL,
	span_end @int NOT NULL,
	PRIMARY KEY (plan_id, seq)
) @strict;

-- One row for each part of a task: most tasks have one part, number 1.
CREATE TABLE task (
	id @id,
	plan_id @int NOT NULL REFERENCES plan (id),
	unit_id @int NOT NULL REFERENCES unit (id),
	seq @int NOT NULL,
	part @int NOT NULL DEFAULT 1,
	ordinal @text NOT NULL,
	title @text NOT NULL,
	title_key @text NOT NULL,
	products @text NOT NULL DEFAULT '', -- one a line
	channels @text NOT NULL DEFAULT '',
	schedule_raw @text NOT NULL DEFAULT '',
	schedule_kind @text NOT NULL DEFAULT 'none'
		CHECK (schedule_kind IN ('none', 'once', 'window', 'recurring', 'ongoing', 'conditional')),
	start_on @text,
	end_on @text,
	due_on @text NOT NULL DEFAULT '', -- days of a 'once', separated by spaces
	exclusive @int NOT NULL DEFAULT 0,
	tentative @int NOT NULL DEFAULT 0,
	rrule @text NOT NULL DEFAULT '',
	condition @text NOT NULL DEFAULT '',
	assignment_raw @text NOT NULL DEFAULT '',
	funding @text NOT NULL DEFAULT '', -- one a line
	authority @text NOT NULL DEFAULT '',
	clears @int NOT NULL DEFAULT 0, -- which of the six clears are told, a bit each: task_clear in task.h
	status @text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'doing', 'done', 'cancelled')),
	live @int NOT NULL DEFAULT 0, -- 1 once the plan is confirmed
	done_on @text,
	version @int NOT NULL DEFAULT 1,
	UNIQUE (plan_id, seq, part)
) @strict;
CREATE INDEX task_by_unit ON task (unit_id, live, status);

CREATE TABLE task_place (
	task_id @int NOT NULL REFERENCES task (id),
	field @text NOT NULL,
	seq @int NOT NULL, -- a cell cut by a page break lies in several places: 0, 1, …
	span_begin @int NOT NULL,
	span_end @int NOT NULL,
	confidence @int NOT NULL,
	PRIMARY KEY (task_id, field, seq)
) @strict;

CREATE TABLE task_assignment (
	task_id @int NOT NULL REFERENCES task (id),
	seq @int NOT NULL,
	unit_text @text NOT NULL,
	role @text NOT NULL CHECK (role IN ('lead', 'coordinate', 'perform')),
	unit_id @int REFERENCES unit (id), -- where the words name a unit of the register
	PRIMARY KEY (task_id, seq)
) @strict;
CREATE INDEX task_assignment_by_unit ON task_assignment (unit_id);

-- Who sees a task: the unit of its plan and the units of the register that it names. Derived from task and task_assignment.
CREATE TABLE task_watch (
	unit_id @int NOT NULL REFERENCES unit (id),
	task_id @int NOT NULL REFERENCES task (id),
	PRIMARY KEY (unit_id, task_id)
) @strict;
CREATE INDEX task_watch_by_task ON task_watch (task_id);

CREATE TABLE task_deadline (
	id @id,
	task_id @int NOT NULL REFERENCES task (id),
	due_on @text NOT NULL,
	state @text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
	done_on @text,
	done_by @int REFERENCES person (id),
	UNIQUE (task_id, due_on)
) @strict;
CREATE INDEX task_deadline_by_day ON task_deadline (state, due_on);

CREATE TABLE task_note (
	id @id,
	task_id @int NOT NULL REFERENCES task (id),
	person_id @int NOT NULL REFERENCES person (id),
	at @int NOT NULL,
	text @text NOT NULL
) @strict;
CREATE INDEX task_note_by_task ON task_note (task_id, id);
