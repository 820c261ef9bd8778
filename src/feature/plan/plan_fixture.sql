-- What tests of plans stand on, put in without its rules, and what they count.

-- insert add_unit(code text, name text, name_key text, path text) -> id int
INSERT INTO unit (code, kind, name, name_key, path) VALUES ($1, 'department', $2, $3, $4) RETURNING id;

-- insert add_person(login text, unit_id int) -> id int
INSERT INTO person (login, name, name_key, password_hash, role, unit_id, created_at)
VALUES ($1, 'Lê Văn Bình', 'le van binh', '-', 'officer', $2, 0) RETURNING id;

-- exec leave_running(plan_id int)
-- As a process does that is killed at work.
UPDATE job SET state = 'running', tries = 1 WHERE subject = $1 AND state = 'queued';

-- one count() -> plans int, originals int, jobs int
SELECT (SELECT count(*) FROM plan), (SELECT count(*) FROM original), (SELECT count(*) FROM job);

-- one count_of(plan_id int) -> sources int, places int, items int, tasks int, live int, deadlines int
SELECT (SELECT count(*) FROM plan_source WHERE plan_id = $1),
	(SELECT count(*) FROM plan_place WHERE plan_id = $1),
	(SELECT count(*) FROM plan_item WHERE plan_id = $1) + (SELECT count(*) FROM plan_heading WHERE plan_id = $1),
	(SELECT count(*) FROM task WHERE plan_id = $1),
	(SELECT count(*) FROM task WHERE plan_id = $1 AND live = 1),
	(SELECT count(*) FROM task_deadline d JOIN task t ON t.id = d.task_id WHERE t.plan_id = $1);

-- many list_assignments(plan_id int) -> unit_text text, unit_id int?
SELECT a.unit_text, a.unit_id FROM task_assignment a JOIN task t ON t.id = a.task_id WHERE t.plan_id = $1 ORDER BY t.seq, t.part, a.seq;
