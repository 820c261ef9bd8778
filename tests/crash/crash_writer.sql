-- What crash_writer.c writes: entries numbered from 1, each with as many lines as it says.

-- exec add_entry(number int, n_lines int)
INSERT INTO entry (number, n_lines) VALUES ($1, $2);

-- exec add_line(entry_number int, seq int, text text)
INSERT INTO entry_line (entry_number, seq, text) VALUES ($1, $2, $3);

-- one last() -> number int, n int
SELECT coalesce(max(number), 0), count(*) FROM entry;

-- one torn() -> n int
-- Entries whose lines are not all there, and lines without their entry.
SELECT (SELECT count(*) FROM entry e WHERE e.n_lines <> (SELECT count(*) FROM entry_line l WHERE l.entry_number = e.number))
	+ (SELECT count(*) FROM entry_line l WHERE l.entry_number NOT IN (SELECT number FROM entry));
