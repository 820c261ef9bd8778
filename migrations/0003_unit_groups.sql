-- Whom a plan means where it names a group of units, "các sở, ban, ngành": units of these kinds below one body.

ALTER TABLE task_assignment ADD COLUMN group_root_id @int REFERENCES unit (id);
ALTER TABLE task_assignment ADD COLUMN group_kinds @text NOT NULL DEFAULT ''; -- 'department commune'
CREATE INDEX task_assignment_by_group ON task_assignment (group_root_id);
