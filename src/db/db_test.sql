-- What db_test.c runs: a table of places, each inside another or none.

-- insert add(code text, name text?, size real?, people int?, picture blob?, inside int?) -> id int
INSERT INTO place (code, name, size, people, picture, inside) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id;

-- one find(code text) -> id int, code text, name text?, size real?, people int?, picture blob?, inside int?
SELECT id, code, name, size, people, picture, inside FROM place WHERE code = $1;

-- many list(beyond int) -> id int, code text
SELECT id, code FROM place WHERE id > $1 ORDER BY id;

-- many list_inside(inside int) -> id int, code text
SELECT id, code FROM place WHERE inside = $1 ORDER BY id;

-- one sums() -> n int, people int?, share real?, has_any int, none int
-- What each engine gives as another type: a sum, a quotient, a comparison.
SELECT count(*), sum(people), avg(people), count(*) > 0, 1 = 2 FROM place;

-- exec rename(name text?, code text)
UPDATE place SET name = $1 WHERE code = $2;

-- exec rename_or_not(name text?, code text)
-- The parameters in another order than their numbers, one used twice, one only beside NULL.
UPDATE place SET name = coalesce($1, name) WHERE code = $2 AND ($1 IS NOT NULL OR $2 <> '');

-- exec remove(code text)
DELETE FROM place WHERE code = $1;

-- many search(pattern text) -> id int, code text
SELECT id, code FROM place WHERE code LIKE $1 ESCAPE '!' ORDER BY id;

-- one engine() -> name text
@sqlite
SELECT 'SQLite';
@postgres
SELECT 'PostgreSQL';
