-- Work in the background.

-- insert queue(kind text, subject int, person_id int?, now int) -> id int
INSERT INTO job (kind, subject, person_id, created_at) VALUES ($1, $2, $3, $4) RETURNING id;

-- one find(id int) -> id int, kind text, subject int, person_id int?, state text, percent int, message_id text?, message_args text?,
-- 	started_at int?, pages_done int, pages int
SELECT id, kind, subject, person_id, state, percent, message_id, message_args, started_at, pages_done, pages FROM job WHERE id = $1;

-- one find_of(kind text, subject int) -> id int
SELECT id FROM job WHERE kind = $1 AND subject = $2 ORDER BY id DESC LIMIT 1;

-- one find_queued() -> id int
SELECT id FROM job WHERE state = 'queued' ORDER BY id LIMIT 1;

-- exec claim(id int, now int)
UPDATE job SET state = 'running', tries = tries + 1, percent = 0, pages_done = 0, pages = 0, started_at = $2
WHERE id = $1 AND state = 'queued';

-- exec progress(id int, percent int, pages_done int, pages int)
UPDATE job SET percent = $2, pages_done = $3, pages = $4 WHERE id = $1 AND state = 'running' AND cancel_asked = 0;

-- exec finish(id int, now int)
UPDATE job SET state = 'done', percent = 100, ended_at = $2 WHERE id = $1 AND state = 'running' AND cancel_asked = 0;

-- exec fail(id int, now int, message_id text?, message_args text?)
UPDATE job SET state = 'failed', ended_at = $2, message_id = $3, message_args = $4 WHERE id = $1 AND state = 'running';

-- exec retry(id int, tries int)
-- Back to the queue where it has tries left.
UPDATE job SET state = 'queued' WHERE id = $1 AND state = 'running' AND tries < $2;

-- exec put_back(id int)
-- Back to the queue as if it had not been tried: the server stops.
UPDATE job SET state = 'queued', tries = tries - 1 WHERE id = $1 AND state = 'running' AND cancel_asked = 0;

-- exec mark_cancelled(id int, now int)
UPDATE job SET state = 'cancelled', ended_at = $2 WHERE id = $1 AND state = 'running';

-- exec cancel_queued(id int)
UPDATE job SET state = 'cancelled' WHERE id = $1 AND state = 'queued';

-- exec ask_to_cancel(id int)
UPDATE job SET cancel_asked = 1 WHERE id = $1 AND state = 'running';

-- exec recover(tries int)
-- What a crash left running.
UPDATE job SET state = 'queued' WHERE state = 'running' AND cancel_asked = 0 AND tries < $1;

-- exec give_up(now int, message_id text)
UPDATE job
SET state = CASE WHEN cancel_asked = 1 THEN 'cancelled' ELSE 'failed' END, ended_at = $1, message_id = $2, message_args = ''
WHERE state = 'running';
