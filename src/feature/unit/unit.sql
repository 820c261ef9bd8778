-- The register of units.

-- one find(id int) -> id int, code text, kind text, name text, parent_id int?, path text, state text, successor_id int?, version int
SELECT id, code, kind, name, parent_id, path, state, successor_id, version FROM unit WHERE id = $1;

-- one find_code(code text) -> id int
SELECT id FROM unit WHERE code = $1;

-- many list() -> id int, code text, kind text, name text, parent_id int?, path text, state text, successor_id int?, version int
SELECT id, code, kind, name, parent_id, path, state, successor_id, version FROM unit ORDER BY COALESCE(parent_id, 0), code;

-- many list_below(parent_id int) -> id int, code text, kind text, name text, parent_id int?, path text, state text,
-- successor_id int?, version int
SELECT id, code, kind, name, parent_id, path, state, successor_id, version FROM unit WHERE parent_id = $1 ORDER BY code;

-- many search(pattern text, most int) -> id int, code text, kind text, name text, parent_id int?, path text, state text,
-- successor_id int?, version int
-- The pattern is of LIKE, folded, with ! as its escape.
SELECT id, code, kind, name, parent_id, path, state, successor_id, version
FROM unit WHERE name_key LIKE $1 ESCAPE '!' OR lower(code) LIKE $1 ESCAPE '!' ORDER BY name_key, code LIMIT $2;

-- insert add(code text, kind text, name text, name_key text, parent_id int?) -> id int
-- The path holds the id, so it comes next.
INSERT INTO unit (code, kind, name, name_key, parent_id, path) VALUES ($1, $2, $3, $4, $5, '') RETURNING id;

-- exec set_path(id int, path text)
UPDATE unit SET path = $2 WHERE id = $1;

-- exec change(id int, version int, code text, kind text, name text, name_key text, parent_id int?, state text, successor_id int?)
UPDATE unit
SET code = $3, kind = $4, name = $5, name_key = $6, parent_id = $7, state = $8, successor_id = $9, version = version + 1
WHERE id = $1 AND version = $2;

-- exec move(old_from text, old_to text, new_from text)
-- A unit and all below it to another place in the tree.
UPDATE unit SET path = $3 || substr(path, length($1) + 1) WHERE path >= $1 AND path < $2;

-- many list_names() -> id int, name text, name_key text, code text, kind text, path text
-- What was merged goes by its successor; what was closed is meant by nobody.
SELECT coalesce(s.id, u.id), u.name, u.name_key, u.code, coalesce(s.kind, u.kind), coalesce(s.path, u.path)
FROM unit u LEFT JOIN unit s ON s.id = u.successor_id WHERE u.state <> 'closed' ORDER BY u.id;
