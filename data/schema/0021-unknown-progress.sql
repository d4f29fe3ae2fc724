-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far a task is may be unknown: until now what nobody had said was stored as zero. A zero that stands
-- stays, because it may have been said.

DROP TRIGGER task_said_changed;

ALTER TABLE task ADD COLUMN told INTEGER CHECK (told BETWEEN 0 AND 100);        -- NULL = nobody has said
UPDATE task SET told = percent;
ALTER TABLE task DROP COLUMN percent;
ALTER TABLE task RENAME COLUMN told TO percent;

ALTER TABLE task_former ADD COLUMN told INTEGER;                                -- likewise
UPDATE task_former SET told = percent;
ALTER TABLE task_former DROP COLUMN percent;
ALTER TABLE task_former RENAME COLUMN told TO percent;

ALTER TABLE round_task ADD COLUMN told INTEGER CHECK (told BETWEEN 0 AND 100);  -- likewise
UPDATE round_task SET told = nullif(percent, -1);
ALTER TABLE round_task DROP COLUMN percent;
ALTER TABLE round_task RENAME COLUMN told TO percent;

CREATE TRIGGER task_said_changed AFTER UPDATE OF state, reason, percent, real_from, real_to, import_id ON task
WHEN OLD.state <> NEW.state OR OLD.reason <> NEW.reason OR OLD.percent IS NOT NEW.percent OR OLD.real_from IS NOT NEW.real_from
	OR OLD.real_to IS NOT NEW.real_to OR OLD.import_id IS NOT NEW.import_id BEGIN
	INSERT INTO task_former (task_id, state, reason, percent, real_from, real_to, login, entered_at, import_id, replaced_by)
	VALUES (OLD.id, OLD.state, OLD.reason, OLD.percent, OLD.real_from, OLD.real_to, OLD.login, OLD.entered_at, OLD.import_id,
		NEW.import_id);
END;
