-- Rows for tests, past the rules.

-- insert add_unit(code text, kind text, name text, name_key text, parent_id int?) -> id int
INSERT INTO unit (code, kind, name, name_key, parent_id, path) VALUES ($1, $2, $3, $4, $5, '') RETURNING id;

-- exec set_unit_path(id int)
UPDATE unit
SET path = COALESCE((SELECT parent.path FROM unit AS parent WHERE parent.id = unit.parent_id), '/') || CAST(id AS text) || '/'
WHERE id = $1;

-- insert add_person(login text, name text, name_key text, password_hash text, role text, unit_id int) -> id int
INSERT INTO person (login, name, name_key, password_hash, role, unit_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, 0) RETURNING id;

-- exec add_session(token_hash text, person_id int, now int, expires_at int)
INSERT INTO session (token_hash, person_id, created_at, seen_at, expires_at) VALUES ($1, $2, $3, $3, $4);

-- many list_audit() -> id int, action text, object text, detail text
SELECT id, action, object, detail FROM audit ORDER BY id;

-- exec spoil_audit(id int, detail text)
UPDATE audit SET detail = $2 WHERE id = $1;
