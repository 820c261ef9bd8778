-- The migrations that a database has behind it.

-- exec make()
CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL);

-- many list() -> number int, name text, sha256 text
SELECT number, name, sha256 FROM migration ORDER BY number;

-- exec add(number int, name text, sha256 text)
INSERT INTO migration (number, name, sha256) VALUES ($1, $2, $3);
