-- What tests of tasks and plans stand on: units, people and plans put in without their rules.

-- insert add_unit(code text, name text, name_key text, path text) -> id int
INSERT INTO unit (code, kind, name, name_key, path) VALUES ($1, 'department', $2, $3, $4) RETURNING id;

-- insert add_person(login text, unit_id int) -> id int
INSERT INTO person (login, name, name_key, password_hash, role, unit_id, created_at)
VALUES ($1, 'Nguyễn Thị An', 'nguyen thi an', '-', 'officer', $2, 0) RETURNING id;

-- exec add_original(sha256 text)
INSERT INTO original (sha256, size, media_type, created_at) VALUES ($1, 1, 'text/plain', 0);

-- insert add_plan(unit_id int, original_sha256 text) -> id int
INSERT INTO plan (unit_id, original_sha256, file_name, state, created_at) VALUES ($1, $2, 'ke-hoach.txt', 'review', 0) RETURNING id;
