-- What units have said of their own share of a task that others have as well. By the day that it is due, not by the deadline's row:
-- the open deadlines are derived anew when the task's schedule is corrected, and what a unit has said stays said.
CREATE TABLE task_share (
	task_id @int NOT NULL REFERENCES task (id),
	due_on @text NOT NULL,
	unit_id @int NOT NULL REFERENCES unit (id),
	done_on @text NOT NULL,
	done_by @int REFERENCES person (id),
	PRIMARY KEY (task_id, due_on, unit_id)
) @strict;
