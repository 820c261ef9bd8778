-- one find_path(unit_id int) -> path text
SELECT path FROM unit WHERE id = $1;

-- insert add(plan_id int, unit_id int, seq int, part int, ordinal text, title text, title_key text, products text,
-- 	channels text, schedule_raw text, schedule_kind text, start_on text?, end_on text?, due_on text, exclusive int,
-- 	tentative int, rrule text, condition text, assignment_raw text, funding text, authority text, clears int) -> id int
INSERT INTO task (plan_id, unit_id, seq, part, ordinal, title, title_key, products, channels, schedule_raw, schedule_kind, start_on,
	end_on, due_on, exclusive, tentative, rrule, condition, assignment_raw, funding, authority, clears)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
RETURNING id;

-- exec add_assignment(task_id int, seq int, unit_text text, role text, unit_id int?, group_root_id int?, group_kinds text)
INSERT INTO task_assignment (task_id, seq, unit_text, role, unit_id, group_root_id, group_kinds) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- exec drop_assignments(task_id int)
DELETE FROM task_assignment WHERE task_id = $1;

-- exec forget_watchers(task_id int)
DELETE FROM task_watch WHERE task_id = $1;

-- exec add_watchers(task_id int)
-- The plan's unit, those that the task names, and the members of the groups that it names.
INSERT INTO task_watch (unit_id, task_id)
SELECT unit_id, id FROM task WHERE id = $1 UNION SELECT unit_id, task_id FROM task_assignment WHERE task_id = $1 AND unit_id IS NOT NULL
UNION SELECT u.id, a.task_id FROM task_assignment a JOIN unit r ON r.id = a.group_root_id
	JOIN unit u ON u.path > r.path AND u.path < r.path || ':' AND u.state = 'active' AND replace(a.group_kinds, u.kind, '') <> a.group_kinds
WHERE a.task_id = $1;

-- exec add_place(task_id int, field text, seq int, span_begin int, span_end int, confidence int)
INSERT INTO task_place (task_id, field, seq, span_begin, span_end, confidence) VALUES ($1, $2, $3, $4, $5, $6);

-- one find(id int, path_from text, path_to text) -> id int, plan_id int, unit_id int, seq int, part int, ordinal text,
-- 	title text, products text, channels text, schedule_raw text, schedule_kind text, start_on text?, end_on text?,
-- 	due_on text, exclusive int, tentative int, rrule text, condition text, assignment_raw text, funding text, authority text,
-- 	clears int, status text, live int, done_on text?, version int
-- A task within a scope: of a plan of one of its units, or naming one of them.
SELECT t.id, t.plan_id, t.unit_id, t.seq, t.part, t.ordinal, t.title, t.products, t.channels, t.schedule_raw, t.schedule_kind,
	t.start_on, t.end_on, t.due_on, t.exclusive, t.tentative, t.rrule, t.condition, t.assignment_raw, t.funding, t.authority, t.clears,
	t.status, t.live, t.done_on, t.version
FROM task t
WHERE t.id = $1 AND t.id IN (SELECT s.task_id FROM unit v JOIN task_watch s ON s.unit_id = v.id WHERE v.path >= $2 AND v.path < $3);

-- many list_of_plan(plan_id int) -> like find
SELECT id, plan_id, unit_id, seq, part, ordinal, title, products, channels, schedule_raw, schedule_kind,
	start_on, end_on, due_on, exclusive, tentative, rrule, condition, assignment_raw, funding, authority, clears,
	status, live, done_on, version
FROM task WHERE plan_id = $1 ORDER BY seq, part;

-- many list_assignments(task_id int) -> unit_text text, role text, unit_id int?, group_root_id int?, group_kinds text
SELECT unit_text, role, unit_id, group_root_id, group_kinds FROM task_assignment WHERE task_id = $1 ORDER BY seq;

-- many list_assignments_of_plan(plan_id int) -> task_id int, unit_text text, role text, unit_id int?, group_root_id int?,
-- 	group_kinds text
SELECT a.task_id, a.unit_text, a.role, a.unit_id, a.group_root_id, a.group_kinds FROM task_assignment a JOIN task t ON t.id = a.task_id
WHERE t.plan_id = $1 ORDER BY t.seq, t.part, a.seq;

-- one count_members(root_id int, kinds text) -> n int, name text
-- How many units a group has, and the body below which they lie.
SELECT (SELECT count(*) FROM unit u WHERE u.path > r.path AND u.path < r.path || ':' AND u.state = 'active' AND replace($2, u.kind, '') <> $2),
	r.name
FROM unit r WHERE r.id = $1;

-- many list_deadlines(task_id int) -> id int, due_on text, state text, done_on text?, done_by text?
SELECT d.id, d.due_on, d.state, d.done_on, p.name FROM task_deadline d LEFT JOIN person p ON p.id = d.done_by
WHERE d.task_id = $1 ORDER BY d.due_on;

-- many list_notes(task_id int) -> at int, text text, name text
SELECT n.at, n.text, p.name FROM task_note n JOIN person p ON p.id = n.person_id WHERE n.task_id = $1 ORDER BY n.id DESC;

-- exec update(id int, version int, title text, title_key text, products text, channels text, schedule_raw text,
-- 	schedule_kind text, start_on text?, end_on text?, due_on text, exclusive int, tentative int, rrule text, condition text,
-- 	assignment_raw text, funding text, authority text, clears int)
UPDATE task SET title = $3, title_key = $4, products = $5, channels = $6, schedule_raw = $7, schedule_kind = $8, start_on = $9,
	end_on = $10, due_on = $11, exclusive = $12, tentative = $13, rrule = $14, condition = $15, assignment_raw = $16, funding = $17,
	authority = $18, clears = $19, version = version + 1
WHERE id = $1 AND version = $2;

-- exec set_status(id int, version int, status text, done_on text?)
UPDATE task SET status = $3, done_on = $4, version = version + 1 WHERE id = $1 AND version = $2;

-- exec add_note(task_id int, person_id int, at int, text text)
INSERT INTO task_note (task_id, person_id, at, text) VALUES ($1, $2, $3, $4);

-- one find_last_note(task_id int) -> id int, person_id int, text text
SELECT id, person_id, text FROM task_note WHERE task_id = $1 ORDER BY id DESC LIMIT 1;

-- exec correct_note(id int, text text)
UPDATE task_note SET text = $2 WHERE id = $1;

-- exec add_deadline(task_id int, due_on text)
INSERT INTO task_deadline (task_id, due_on) VALUES ($1, $2) ON CONFLICT (task_id, due_on) DO NOTHING;

-- exec drop_open_deadlines(task_id int)
DELETE FROM task_deadline WHERE task_id = $1 AND state = 'open';

-- exec close_deadlines(task_id int, state text, done_on text?, done_by int?)
UPDATE task_deadline SET state = $2, done_on = $3, done_by = $4 WHERE task_id = $1 AND state = 'open';

-- exec reopen_deadlines(task_id int)
-- Those that were dropped with the task; what was kept stays kept.
UPDATE task_deadline SET state = 'open' WHERE task_id = $1 AND state = 'dropped';

-- exec keep_deadline(id int, task_id int, done_on text, done_by int)
UPDATE task_deadline SET state = 'done', done_on = $3, done_by = $4 WHERE id = $1 AND task_id = $2 AND state = 'open';

-- exec keep_past_deadlines(plan_id int, today text, done_by int?)
-- What lay before today, as done on its day.
UPDATE task_deadline SET state = 'done', done_on = due_on, done_by = $3
WHERE state = 'open' AND due_on < $2 AND task_id IN (SELECT id FROM task WHERE plan_id = $1);

-- exec finish_kept(plan_id int)
-- The plan's tasks that have no open deadline left are done, on their last one's day.
UPDATE task SET status = 'done', version = version + 1,
	done_on = (SELECT max(d.done_on) FROM task_deadline d WHERE d.task_id = task.id)
WHERE plan_id = $1 AND status IN ('open', 'doing')
	AND EXISTS (SELECT 1 FROM task_deadline d WHERE d.task_id = task.id AND d.state = 'done')
	AND NOT EXISTS (SELECT 1 FROM task_deadline d WHERE d.task_id = task.id AND d.state = 'open');

-- exec keep_share(id int, task_id int, unit_id int, done_on text, done_by int)
-- Of an open deadline, by the unit's own.
INSERT INTO task_share (task_id, due_on, unit_id, done_on, done_by)
SELECT task_id, due_on, CAST($3 AS BIGINT), $4, CAST($5 AS BIGINT) FROM task_deadline WHERE id = $1 AND task_id = $2 AND state = 'open'
ON CONFLICT (task_id, due_on, unit_id) DO NOTHING;

-- exec reopen_share(id int, task_id int, unit_id int)
DELETE FROM task_share WHERE task_id = $2 AND unit_id = $3
	AND due_on = (SELECT due_on FROM task_deadline WHERE id = $1 AND task_id = $2 AND state = 'open');

-- many list_shares(task_id int) -> due_on text, unit_id int, unit text, done_on text, done_by text?
SELECT h.due_on, h.unit_id, u.name, h.done_on, p.name
FROM task_share h JOIN unit u ON u.id = h.unit_id LEFT JOIN person p ON p.id = h.done_by
WHERE h.task_id = $1 ORDER BY h.due_on, u.name;

-- exec reopen_deadline(id int, task_id int)
UPDATE task_deadline SET state = 'open', done_on = NULL, done_by = NULL WHERE id = $1 AND task_id = $2 AND state = 'done';

-- one count_open_deadlines(task_id int) -> n int
SELECT count(*) FROM task_deadline WHERE task_id = $1 AND state = 'open';

-- exec go_live(plan_id int)
UPDATE task SET live = 1 WHERE plan_id = $1;

-- one count_deadlines(path_from text, path_to text, plan_id int, today text, week text, coming text) -> overdue int,
-- 	due_week int, coming int
-- Tasks with an open deadline before today, within the week, after it: one that recurs counts once in each. Where the unit itself
-- has done its share the deadline is no longer open to it, here and below.
SELECT count(DISTINCT CASE WHEN d.due_on < $4 THEN t.id END), count(DISTINCT CASE WHEN d.due_on >= $4 AND d.due_on <= $5 THEN t.id END),
	count(DISTINCT CASE WHEN d.due_on > $5 THEN t.id END)
FROM task_deadline d JOIN task t ON t.id = d.task_id
WHERE d.state = 'open' AND d.due_on <= $6 AND t.live = 1 AND t.status IN ('open', 'doing') AND ($3 = 0 OR t.plan_id = $3)
	AND NOT EXISTS (SELECT 1 FROM task_share h JOIN unit hu ON hu.id = h.unit_id
		WHERE h.task_id = d.task_id AND h.due_on = d.due_on AND hu.path = $1)
	AND t.id IN (SELECT s.task_id FROM unit v JOIN task_watch s ON s.unit_id = v.id WHERE v.path >= $1 AND v.path < $2);

-- one count_without_deadline(path_from text, path_to text, plan_id int, lately text) -> waiting int, going_on int,
-- 	done_lately int
SELECT coalesce(sum(CASE WHEN t.status IN ('open', 'doing') AND t.schedule_kind = 'conditional' THEN 1 ELSE 0 END), 0),
	coalesce(sum(CASE WHEN t.status IN ('open', 'doing') AND t.schedule_kind IN ('ongoing', 'none') THEN 1 ELSE 0 END), 0),
	coalesce(sum(CASE WHEN t.status = 'done' AND t.done_on >= $4 THEN 1 ELSE 0 END), 0)
FROM task t
WHERE t.live = 1 AND ($3 = 0 OR t.plan_id = $3)
	AND t.id IN (SELECT s.task_id FROM unit v JOIN task_watch s ON s.unit_id = v.id WHERE v.path >= $1 AND v.path < $2);

-- many list_open_lines(path_from text, path_to text, plan_id int, first text, last text, skip int, most int) -> task_id int,
-- 	deadline_id int?, plan_id int, due_on text?, title text, unit text, role text?,
-- 	plan text?, condition text, schedule_raw text,
-- 	status text, clears int, done_on text?, n_open int, latest text?
-- Live tasks with open deadlines from first to last, a line each, soonest first: the first deadline, how many and the latest.
WITH due AS (SELECT o.task_id, min(o.due_on) AS due_on, max(o.due_on) AS latest, count(*) AS n_open FROM task_deadline o
	WHERE o.state = 'open' AND o.due_on >= $4 AND o.due_on <= $5
		AND NOT EXISTS (SELECT 1 FROM task_share h JOIN unit hu ON hu.id = h.unit_id
		WHERE h.task_id = o.task_id AND h.due_on = o.due_on AND hu.path = $1)
		AND o.task_id IN (SELECT s.task_id FROM unit v JOIN task_watch s ON s.unit_id = v.id WHERE v.path >= $1 AND v.path < $2)
	GROUP BY o.task_id)
SELECT t.id, d.id, t.plan_id, d.due_on, t.title, coalesce(w.unit_text, u.name), w.role,
	coalesce(p.number, p.title, p.file_name), t.condition, t.schedule_raw,
	t.status, t.clears, d.done_on, due.n_open, due.latest
FROM due JOIN task_deadline d ON d.task_id = due.task_id AND d.due_on = due.due_on JOIN task t ON t.id = d.task_id
	JOIN unit u ON u.id = t.unit_id JOIN plan p ON p.id = t.plan_id
	LEFT JOIN task_assignment w ON w.task_id = t.id AND w.seq = 0
WHERE t.live = 1 AND t.status IN ('open', 'doing') AND ($3 = 0 OR t.plan_id = $3)
ORDER BY d.due_on, t.id LIMIT $7 OFFSET $6;

-- many list_waiting_lines(path_from text, path_to text, plan_id int, skip int, most int) -> like list_open_lines
-- Live tasks that wait for an event.
SELECT t.id, CAST(NULL AS BIGINT), t.plan_id, NULL, t.title, coalesce(w.unit_text, u.name), w.role,
	coalesce(p.number, p.title, p.file_name), t.condition, t.schedule_raw,
	t.status, t.clears, t.done_on, 0, NULL
FROM task t JOIN unit u ON u.id = t.unit_id JOIN plan p ON p.id = t.plan_id
	LEFT JOIN task_assignment w ON w.task_id = t.id AND w.seq = 0
WHERE t.live = 1 AND t.status IN ('open', 'doing') AND t.schedule_kind = 'conditional' AND ($3 = 0 OR t.plan_id = $3)
	AND t.id IN (SELECT s.task_id FROM unit v JOIN task_watch s ON s.unit_id = v.id WHERE v.path >= $1 AND v.path < $2)
ORDER BY t.plan_id, t.seq, t.part LIMIT $5 OFFSET $4;

-- many list_ongoing_lines(path_from text, path_to text, plan_id int, skip int, most int) -> like list_open_lines
-- Live tasks that go on all year, and those whose plan gives no time.
SELECT t.id, CAST(NULL AS BIGINT), t.plan_id, NULL, t.title, coalesce(w.unit_text, u.name), w.role,
	coalesce(p.number, p.title, p.file_name), t.condition, t.schedule_raw,
	t.status, t.clears, t.done_on, 0, NULL
FROM task t JOIN unit u ON u.id = t.unit_id JOIN plan p ON p.id = t.plan_id
	LEFT JOIN task_assignment w ON w.task_id = t.id AND w.seq = 0
WHERE t.live = 1 AND t.status IN ('open', 'doing') AND t.schedule_kind IN ('ongoing', 'none') AND ($3 = 0 OR t.plan_id = $3)
	AND t.id IN (SELECT s.task_id FROM unit v JOIN task_watch s ON s.unit_id = v.id WHERE v.path >= $1 AND v.path < $2)
ORDER BY t.plan_id, t.seq, t.part LIMIT $5 OFFSET $4;

-- many list_done_lines(path_from text, path_to text, plan_id int, lately text, skip int, most int) -> like list_open_lines
SELECT t.id, CAST(NULL AS BIGINT), t.plan_id, NULL, t.title, coalesce(w.unit_text, u.name), w.role,
	coalesce(p.number, p.title, p.file_name), t.condition, t.schedule_raw,
	t.status, t.clears, t.done_on, 0, NULL
FROM task t JOIN unit u ON u.id = t.unit_id JOIN plan p ON p.id = t.plan_id
	LEFT JOIN task_assignment w ON w.task_id = t.id AND w.seq = 0
WHERE t.live = 1 AND t.status = 'done' AND t.done_on >= $4 AND ($3 = 0 OR t.plan_id = $3)
	AND t.id IN (SELECT s.task_id FROM unit v JOIN task_watch s ON s.unit_id = v.id WHERE v.path >= $1 AND v.path < $2)
ORDER BY t.done_on DESC, t.id LIMIT $6 OFFSET $5;

-- many list_lines_between(path_from text, path_to text, plan_id int, first text, last text) -> like list_open_lines
-- All deadlines of live tasks from first to last, open and kept; kept also where the unit itself has done its share.
SELECT t.id, d.id, t.plan_id, d.due_on, t.title, coalesce(w.unit_text, u.name), w.role,
	coalesce(p.number, p.title, p.file_name), t.condition, t.schedule_raw,
	t.status, t.clears, coalesce(d.done_on, h.done_on), 1, d.due_on
FROM task_deadline d JOIN task t ON t.id = d.task_id JOIN unit u ON u.id = t.unit_id JOIN plan p ON p.id = t.plan_id
	LEFT JOIN task_assignment w ON w.task_id = t.id AND w.seq = 0
	LEFT JOIN task_share h ON h.task_id = d.task_id AND h.due_on = d.due_on AND h.unit_id = (SELECT id FROM unit WHERE path = $1)
WHERE d.state IN ('open', 'done') AND d.due_on >= $4 AND d.due_on <= $5 AND t.live = 1 AND t.status <> 'cancelled'
	AND ($3 = 0 OR t.plan_id = $3)
	AND t.id IN (SELECT s.task_id FROM unit v JOIN task_watch s ON s.unit_id = v.id WHERE v.path >= $1 AND v.path < $2)
ORDER BY d.due_on, t.id;

-- many list_units(path_from text, path_to text) -> id int, name text, code text
-- The units that have tasks, for choosing among them.
SELECT u.id, u.name, u.code FROM unit u
WHERE u.path >= $1 AND u.path < $2 AND EXISTS (SELECT 1 FROM task t WHERE t.unit_id = u.id AND t.live = 1)
ORDER BY u.path LIMIT 1000;

-- many list_plans(path_from text, path_to text) -> id int, title text
-- The plans that have live tasks, for choosing among them.
SELECT p.id, coalesce(p.number, p.title, p.file_name) FROM plan p WHERE p.state = 'confirmed' AND EXISTS (SELECT 1 FROM task w
	JOIN task_watch s ON s.task_id = w.id JOIN unit v ON v.id = s.unit_id WHERE w.plan_id = p.id AND v.path >= $1 AND v.path < $2)
ORDER BY p.id DESC LIMIT 1000;

-- one count_plans(path_from text, path_to text) -> confirmed int, waiting int
-- Of the units themselves.
SELECT coalesce(sum(CASE WHEN p.state = 'confirmed' THEN 1 ELSE 0 END), 0), coalesce(sum(CASE WHEN p.state = 'review' THEN 1 ELSE 0 END), 0)
FROM plan p JOIN unit u ON u.id = p.unit_id WHERE u.path >= $1 AND u.path < $2;

-- one find_unit(id int) -> name text, path text
SELECT name, path FROM unit WHERE id = $1;

-- one find_feed_owner(feed_token_hash text) -> unit_id int, name text
SELECT unit_id, name FROM person WHERE feed_token_hash = $1 AND state = 'active';

-- one find_plan_of(task_id int) -> title text, year int?
-- What a task's plan is called and the year that it is for.
SELECT coalesce(p.number, p.title, p.file_name), p.year FROM plan p JOIN task t ON t.plan_id = p.id WHERE t.id = $1;

-- one find_source(plan_id int) -> text text
-- The source of the plan, which the places of its tasks point into.
SELECT text FROM plan_source WHERE plan_id = $1;

-- many list_places(task_id int) -> task_id int, field text, span_begin int, span_end int, confidence int
SELECT task_id, field, span_begin, span_end, confidence FROM task_place WHERE task_id = $1 ORDER BY field, seq;

-- many list_places_of_plan(plan_id int) -> like list_places
SELECT p.task_id, p.field, p.span_begin, p.span_end, p.confidence FROM task_place p JOIN task t ON t.id = p.task_id
WHERE t.plan_id = $1 ORDER BY t.seq, t.part, p.field, p.seq;

-- exec set_sure(task_id int, field text)
-- A person has written the field: nothing about it is the reader's guess any more.
UPDATE task_place SET confidence = 100 WHERE task_id = $1 AND field = $2;

-- one find_last(plan_id int) -> seq int
SELECT coalesce(max(seq), 0) FROM task WHERE plan_id = $1;

-- exec drop_places(task_id int)
DELETE FROM task_place WHERE task_id = $1;

-- exec drop_draft(id int)
-- Only a task of a plan that is not confirmed can go.
DELETE FROM task WHERE id = $1 AND live = 0;
