-- People and how they sign in.

-- one find(id int) -> id int, login text, name text, role text, unit_id int, unit_name text, unit_path text, state text,
-- language text, must_change int, has_feed int, version int
SELECT person.id, person.login, person.name, person.role, person.unit_id, unit.name, unit.path, person.state, person.language,
	person.must_change, CASE WHEN person.feed_token_hash IS NULL THEN 0 ELSE 1 END, person.version
FROM person JOIN unit ON unit.id = person.unit_id
WHERE person.id = $1;

-- one find_login(login text) -> id int
SELECT id FROM person WHERE login = $1;

-- one find_feed(feed_token_hash text) -> id int
SELECT id FROM person WHERE feed_token_hash = $1 AND state = 'active';

-- one count() -> n int
SELECT count(*) FROM (SELECT 1 FROM person LIMIT 1) AS anyone;

-- many list(path_from text, path_to text, pattern text, most int) -> id int, login text, name text, role text, unit_id int,
-- unit_name text, unit_path text, state text, language text, must_change int, has_feed int, version int
-- The pattern is of LIKE, folded, with ! as its escape.
SELECT person.id, person.login, person.name, person.role, person.unit_id, unit.name, unit.path, person.state, person.language,
	person.must_change, CASE WHEN person.feed_token_hash IS NULL THEN 0 ELSE 1 END, person.version
FROM person JOIN unit ON unit.id = person.unit_id
WHERE unit.path >= $1 AND unit.path < $2 AND (person.name_key LIKE $3 ESCAPE '!' OR person.login LIKE $3 ESCAPE '!')
ORDER BY person.name_key, person.id
LIMIT $4;

-- insert add(login text, name text, name_key text, password_hash text, must_change int, role text, unit_id int, now int) -> id int
INSERT INTO person (login, name, name_key, password_hash, must_change, role, unit_id, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id;

-- exec change(id int, version int, name text, name_key text, role text, unit_id int, state text)
UPDATE person SET name = $3, name_key = $4, role = $5, unit_id = $6, state = $7, version = version + 1
WHERE id = $1 AND version = $2;

-- exec change_own(id int, name text, name_key text, language text)
UPDATE person SET name = $2, name_key = $3, language = $4, version = version + 1 WHERE id = $1;

-- exec set_password(id int, password_hash text, must_change int)
UPDATE person SET password_hash = $2, must_change = $3, version = version + 1 WHERE id = $1;

-- exec set_feed(id int, feed_token_hash text)
UPDATE person SET feed_token_hash = $2 WHERE id = $1;

-- exec end_sessions(id int)
DELETE FROM session WHERE person_id = $1;

-- one find_hash(login text) -> id int, password_hash text
SELECT id, password_hash FROM person WHERE login = $1 AND state = 'active';

-- many list_tries(subject text, since int, most int) -> time int
-- The newest first.
SELECT at FROM sign_in_attempt WHERE subject = $1 AND at > $2 ORDER BY at DESC LIMIT $3;

-- exec add_try(subject text, now int)
INSERT INTO sign_in_attempt (subject, at) VALUES ($1, $2);

-- exec forget_tries(subject text)
DELETE FROM sign_in_attempt WHERE subject = $1;

-- exec forget_try(subject text, now int)
-- One of those at a time.
DELETE FROM sign_in_attempt WHERE id = (SELECT max(id) FROM sign_in_attempt WHERE subject = $1 AND at = $2);

-- exec drop_old_tries(before int)
DELETE FROM sign_in_attempt WHERE at < $1;
