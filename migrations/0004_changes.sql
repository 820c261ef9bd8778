-- The words of a damaged source that were restored when it was read: what stood there before, and how sure the restored word is.
CREATE TABLE plan_change (
	plan_id @int NOT NULL REFERENCES plan (id),
	span_begin @int NOT NULL,
	span_end @int NOT NULL,
	before_text @text NOT NULL,
	confidence @int NOT NULL,
	PRIMARY KEY (plan_id, span_begin)
) @strict;
