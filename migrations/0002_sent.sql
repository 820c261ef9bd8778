-- How far a job is in pages and since when it runs; the files that people sent, and what became of each.

ALTER TABLE job ADD COLUMN started_at @int;
ALTER TABLE job ADD COLUMN pages_done @int NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN pages @int NOT NULL DEFAULT 0; -- 0: unknown, or the source has none

-- A file that was refused at once has no plan, and the sentence that says why.
CREATE TABLE plan_sent (
	id @id,
	person_id @int NOT NULL REFERENCES person (id),
	at @int NOT NULL,
	file_name @text NOT NULL,
	plan_id @int REFERENCES plan (id),
	was_there @int NOT NULL, -- the unit had the same bytes already
	message_id @text,
	message_args @text -- separated by U+001F
) @strict;
CREATE INDEX plan_sent_by_person ON plan_sent (person_id, id);
