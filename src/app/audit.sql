-- The record of who did what.

-- one last() -> hash text
SELECT hash FROM audit ORDER BY id DESC LIMIT 1;

-- exec add(now int, person_id int?, action text, object text, detail text, hash_before text, hash text)
INSERT INTO audit (at, person_id, action, object, detail, hash_before, hash) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- many list_after(id int, most int) -> id int, time int, person_id int?, action text, object text, detail text,
-- hash_before text, hash text
-- The entries after an id, oldest first.
SELECT id, at, person_id, action, object, detail, hash_before, hash FROM audit WHERE id > $1 ORDER BY id LIMIT $2;
