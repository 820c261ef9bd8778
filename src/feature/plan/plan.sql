-- one find(id int, path_from text, path_to text) -> id int, unit_id int, unit text, original_sha256 text, file_name text,
-- 	state text, kind text?, issuer text?, parent_body text?, number text?, place text?, issued_on text?, title text?,
-- 	year int?, signer_title text?, signer_name text?, attached_to text?, created_at int, confirmed_at int?, n_tasks int,
-- 	version int, path text
-- A plan within a scope: of one of its units, or, once confirmed, with a task for one of them.
SELECT p.id, p.unit_id, u.name, p.original_sha256, p.file_name, p.state, p.kind, p.issuer, p.parent_body, p.number, p.place, p.issued_on,
	p.title, p.year, p.signer_title, p.signer_name, p.attached_to, p.created_at, p.confirmed_at,
	(SELECT count(*) FROM task t WHERE t.plan_id = p.id), p.version, u.path
FROM plan p JOIN unit u ON u.id = p.unit_id WHERE p.id = $1 AND ((u.path >= $2 AND u.path < $3) OR (p.state = 'confirmed' AND EXISTS (SELECT 1 FROM task w
	JOIN task_watch s ON s.task_id = w.id JOIN unit v ON v.id = s.unit_id WHERE w.plan_id = p.id AND v.path >= $2 AND v.path < $3)));

-- many list(path_from text, path_to text, words text, year int, state text, skip int, most int) -> like find
-- Newest first; words is the pattern of a folded key.
SELECT p.id, p.unit_id, u.name, p.original_sha256, p.file_name, p.state, p.kind, p.issuer, p.parent_body, p.number, p.place, p.issued_on,
	p.title, p.year, p.signer_title, p.signer_name, p.attached_to, p.created_at, p.confirmed_at,
	(SELECT count(*) FROM task t WHERE t.plan_id = p.id), p.version, u.path
FROM plan p JOIN unit u ON u.id = p.unit_id
WHERE p.title_key LIKE $3 ESCAPE '!' AND ($4 = 0 OR p.year = $4) AND ($5 = '' OR p.state = $5)
	AND ((u.path >= $1 AND u.path < $2) OR (p.state = 'confirmed' AND EXISTS (SELECT 1 FROM task w
	JOIN task_watch s ON s.task_id = w.id JOIN unit v ON v.id = s.unit_id WHERE w.plan_id = p.id AND v.path >= $1 AND v.path < $2)))
ORDER BY p.id DESC LIMIT $7 OFFSET $6;

-- one count(path_from text, path_to text, words text, year int, state text) -> n int
SELECT count(*) FROM plan p JOIN unit u ON u.id = p.unit_id
WHERE p.title_key LIKE $3 ESCAPE '!' AND ($4 = 0 OR p.year = $4) AND ($5 = '' OR p.state = $5)
	AND ((u.path >= $1 AND u.path < $2) OR (p.state = 'confirmed' AND EXISTS (SELECT 1 FROM task w
	JOIN task_watch s ON s.task_id = w.id JOIN unit v ON v.id = s.unit_id WHERE w.plan_id = p.id AND v.path >= $1 AND v.path < $2)));

-- one find_same(unit_id int, original_sha256 text) -> id int, state text
SELECT id, state FROM plan WHERE unit_id = $1 AND original_sha256 = $2;

-- one find_import(id int) -> unit_id int, original_sha256 text, file_name text, state text
SELECT unit_id, original_sha256, file_name, state FROM plan WHERE id = $1;

-- exec add_original(sha256 text, size int, media_type text, created_at int)
INSERT INTO original (sha256, size, media_type, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (sha256) DO NOTHING;

-- insert add(unit_id int, original_sha256 text, file_name text, title_key text, created_at int, created_by int?) -> id int
INSERT INTO plan (unit_id, original_sha256, file_name, title_key, created_at, created_by, state)
VALUES ($1, $2, $3, $4, $5, $6, 'reading') RETURNING id;

-- exec move_state(id int, from_state text, to_state text)
UPDATE plan SET state = $3, version = version + 1 WHERE id = $1 AND state = $2;

-- exec set_read(id int, kind text?, issuer text?, parent_body text?, number text?, place text?, issued_on text?, title text?,
-- 	title_key text, year int?, signer_title text?, signer_name text?, attached_to text?)
UPDATE plan SET kind = $2, issuer = $3, parent_body = $4, number = $5, place = $6, issued_on = $7, title = $8, title_key = $9, year = $10,
	signer_title = $11, signer_name = $12, attached_to = $13, state = 'review', version = version + 1
WHERE id = $1 AND state = 'reading';

-- exec correct(id int, version int, kind text?, issuer text?, parent_body text?, number text?, place text?, issued_on text?,
-- 	title text?, title_key text, year int?, signer_title text?, signer_name text?)
UPDATE plan SET kind = $3, issuer = $4, parent_body = $5, number = $6, place = $7, issued_on = $8, title = $9, title_key = $10, year = $11,
	signer_title = $12, signer_name = $13, version = version + 1
WHERE id = $1 AND version = $2;

-- exec confirm(id int, version int, confirmed_at int, confirmed_by int?)
UPDATE plan SET state = 'confirmed', confirmed_at = $3, confirmed_by = $4, version = version + 1
WHERE id = $1 AND version = $2 AND state = 'review';

-- exec add_source(plan_id int, text text)
INSERT INTO plan_source (plan_id, text) VALUES ($1, $2);

-- one find_source(plan_id int) -> text text
SELECT text FROM plan_source WHERE plan_id = $1;

-- exec add_place(plan_id int, field text, span_begin int, span_end int, confidence int, printed text?)
INSERT INTO plan_place (plan_id, field, span_begin, span_end, confidence, printed) VALUES ($1, $2, $3, $4, $5, $6);

-- exec add_place_more(plan_id int, field text, seq int, span_begin int, span_end int)
INSERT INTO plan_place_more (plan_id, field, seq, span_begin, span_end) VALUES ($1, $2, $3, $4, $5);

-- many list_places(plan_id int) -> field text, seq int, span_begin int, span_end int, confidence int, printed text?
-- A field's first place, 0, before its others.
SELECT field, 0 AS seq, span_begin, span_end, confidence, printed FROM plan_place WHERE plan_id = $1
UNION ALL SELECT m.field, m.seq, m.span_begin, m.span_end, p.confidence, p.printed FROM plan_place_more m
	JOIN plan_place p ON p.plan_id = m.plan_id AND p.field = m.field WHERE m.plan_id = $1
ORDER BY field, seq;

-- exec set_sure(plan_id int, field text)
UPDATE plan_place SET confidence = 100 WHERE plan_id = $1 AND field = $2;

-- exec add_heading(plan_id int, seq int, number text, level int, title text, span_begin int, span_end int)
INSERT INTO plan_heading (plan_id, seq, number, level, title, span_begin, span_end) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- many list_headings(plan_id int) -> number text, level int, title text, span_begin int, span_end int
SELECT number, level, title, span_begin, span_end FROM plan_heading WHERE plan_id = $1 ORDER BY seq;

-- exec add_citation(plan_id int, seq int, type text, number text?, name text?, issued_on text?, issuer text?, mentions int,
-- 	span_begin int, span_end int)
INSERT INTO plan_citation (plan_id, seq, type, number, name, issued_on, issuer, mentions, span_begin, span_end)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- many list_citations(plan_id int) -> type text, number text?, name text?, issued_on text?, issuer text?, mentions int,
-- 	span_begin int, span_end int
SELECT type, number, name, issued_on, issuer, mentions, span_begin, span_end FROM plan_citation WHERE plan_id = $1 ORDER BY seq;

-- exec add_item(plan_id int, kind text, seq int, text text, detail text?, section text?, span_begin int, span_end int)
INSERT INTO plan_item (plan_id, kind, seq, text, detail, section, span_begin, span_end) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- many list_items(plan_id int, kind text) -> text text, detail text?, section text?, span_begin int, span_end int
SELECT text, detail, section, span_begin, span_end FROM plan_item WHERE plan_id = $1 AND kind = $2 ORDER BY seq;

-- exec add_warning(plan_id int, seq int, defect text, message_id text, message_args text, span_begin int, span_end int)
INSERT INTO plan_warning (plan_id, seq, defect, message_id, message_args, span_begin, span_end) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- many list_warnings(plan_id int) -> defect text, message_id text, message_args text, span_begin int, span_end int
SELECT defect, message_id, message_args, span_begin, span_end FROM plan_warning WHERE plan_id = $1 ORDER BY seq;

-- many list_of_number(number text, unit_id int, plan_id int) -> id int, kind text?, number text?, year int?, issued_on text?,
-- 	path text, own_path text
-- Other plans of this number, with the path of their unit and that of the unit asked for: the confirmed ones first.
SELECT p.id, p.kind, p.number, p.year, p.issued_on, u.path, o.path FROM plan p JOIN unit u ON u.id = p.unit_id JOIN unit o ON o.id = $2
WHERE p.id <> $3 AND p.state IN ('review', 'confirmed') AND (p.number = $1 OR p.number = '0' || $1 OR '0' || p.number = $1)
ORDER BY p.state, p.id DESC LIMIT 200;

-- many list_units(path_from text, path_to text) -> id int, name text
-- The units that a plan may be put in for.
SELECT id, name FROM unit WHERE path >= $1 AND path < $2 AND state = 'active' ORDER BY path LIMIT 5000;

-- many list_years(path_from text, path_to text) -> year int
-- The years that plans are for, the last first.
SELECT DISTINCT p.year FROM plan p JOIN unit u ON u.id = p.unit_id WHERE p.year IS NOT NULL
	AND ((u.path >= $1 AND u.path < $2) OR (p.state = 'confirmed' AND EXISTS (SELECT 1 FROM task w
	JOIN task_watch s ON s.task_id = w.id JOIN unit v ON v.id = s.unit_id WHERE w.plan_id = p.id AND v.path >= $1 AND v.path < $2)))
ORDER BY 1 DESC LIMIT 100;

-- exec add_sent(person_id int, at int, file_name text, plan_id int?, was_there int, message_id text?, message_args text?)
INSERT INTO plan_sent (person_id, at, file_name, plan_id, was_there, message_id, message_args) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- many list_sent(person_id int, since int, most int) -> id int, at int, file_name text, plan_id int?, was_there int,
-- 	message_id text?, message_args text?, state text?, title text?, n_tasks int
SELECT s.id, s.at, s.file_name, s.plan_id, s.was_there, s.message_id, s.message_args, p.state, p.title,
	(SELECT count(*) FROM task t WHERE t.plan_id = s.plan_id)
FROM plan_sent s LEFT JOIN plan p ON p.id = s.plan_id WHERE s.person_id = $1 AND s.at >= $2 ORDER BY s.id DESC LIMIT $3;

-- exec add_change(plan_id int, span_begin int, span_end int, before_text text, confidence int)
INSERT INTO plan_change (plan_id, span_begin, span_end, before_text, confidence) VALUES ($1, $2, $3, $4, $5);

-- exec weigh_header(plan_id int)
-- A field is no surer than the restored words in it.
UPDATE plan_place SET confidence = (SELECT min(c.confidence) FROM plan_change c WHERE c.plan_id = plan_place.plan_id
	AND c.span_begin < plan_place.span_end AND c.span_end > plan_place.span_begin)
WHERE plan_id = $1 AND EXISTS (SELECT 1 FROM plan_change c WHERE c.plan_id = plan_place.plan_id
	AND c.span_begin < plan_place.span_end AND c.span_end > plan_place.span_begin AND c.confidence < plan_place.confidence);

-- exec weigh_header_more(plan_id int)
UPDATE plan_place SET confidence = (SELECT min(c.confidence) FROM plan_change c JOIN plan_place_more m ON m.plan_id = c.plan_id
	WHERE m.plan_id = plan_place.plan_id AND m.field = plan_place.field AND c.span_begin < m.span_end AND c.span_end > m.span_begin)
WHERE plan_id = $1 AND EXISTS (SELECT 1 FROM plan_change c JOIN plan_place_more m ON m.plan_id = c.plan_id
	WHERE m.plan_id = plan_place.plan_id AND m.field = plan_place.field AND c.span_begin < m.span_end AND c.span_end > m.span_begin
	AND c.confidence < plan_place.confidence);

-- exec weigh_tasks(plan_id int)
UPDATE task_place SET confidence = (SELECT min(c.confidence) FROM plan_change c WHERE c.plan_id = $1
	AND c.span_begin < task_place.span_end AND c.span_end > task_place.span_begin)
WHERE task_id IN (SELECT id FROM task WHERE plan_id = $1) AND EXISTS (SELECT 1 FROM plan_change c WHERE c.plan_id = $1
	AND c.span_begin < task_place.span_end AND c.span_end > task_place.span_begin AND c.confidence < task_place.confidence);

-- many list_changes(plan_id int) -> span_begin int, span_end int, before_text text, confidence int
SELECT span_begin, span_end, before_text, confidence FROM plan_change WHERE plan_id = $1 ORDER BY span_begin;

-- many list_names(most int) -> name text
-- The names of the register, for reading damaged text.
SELECT name FROM unit WHERE state = 'active' ORDER BY id LIMIT $1;

-- many list_confirmed_texts(unit_id int, most int) -> text text
-- The texts of a unit's confirmed plans, the last first.
SELECT s.text FROM plan p JOIN plan_source s ON s.plan_id = p.id WHERE p.unit_id = $1 AND p.state = 'confirmed'
ORDER BY p.id DESC LIMIT $2;
