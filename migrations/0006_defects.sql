-- What kind of defect a warning tells of; what was read before this step says none. Further places of a header's field: a title over
-- several lines, the post of a signer.

ALTER TABLE plan_warning ADD COLUMN defect @text NOT NULL DEFAULT ''; -- as in reading/defect.h

CREATE TABLE plan_place_more (
	plan_id @int NOT NULL,
	field @text NOT NULL,
	seq @int NOT NULL, -- from 1; the first place is plan_place's own
	span_begin @int NOT NULL,
	span_end @int NOT NULL,
	PRIMARY KEY (plan_id, field, seq),
	FOREIGN KEY (plan_id, field) REFERENCES plan_place (plan_id, field)
) @strict;
