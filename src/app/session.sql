-- Sessions of people. Only the hash of a session's token is kept.

-- one find(token_hash text, idle_ms int, now int) -> person_id int, seen_at int, login text, name text, role text, language text, must_change int, unit_id int, unit_name text
SELECT person.id, session.seen_at, person.login, person.name, person.role, person.language, person.must_change, unit.id, unit.name
FROM session
JOIN person ON person.id = session.person_id
JOIN unit ON unit.id = person.unit_id
WHERE session.token_hash = $1
	AND person.state = 'active'
	AND session.expires_at > $3
	AND session.seen_at + COALESCE((SELECT value * 60000 FROM setting WHERE name = 'session.idle_minutes'), $2) > $3;

-- exec add(token_hash text, person_id int, now int, expires_at int)
INSERT INTO session (token_hash, person_id, created_at, seen_at, expires_at) VALUES ($1, $2, $3, $3, $4);

-- exec touch(token_hash text, now int)
UPDATE session SET seen_at = $2 WHERE token_hash = $1;

-- exec end(token_hash text)
DELETE FROM session WHERE token_hash = $1;

-- exec end_others(person_id int, token_hash text)
DELETE FROM session WHERE person_id = $1 AND token_hash <> $2;

-- exec drop_expired(now int)
DELETE FROM session WHERE expires_at <= $1;

-- exec choose_language(person_id int, language text)
UPDATE person SET language = $2 WHERE id = $1;
