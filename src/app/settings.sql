-- one get(name text) -> value int
SELECT value FROM setting WHERE name = $1;

-- exec set(name text, value int)
INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value;
