-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where the office took a figure from is kept of former figures, too: undoing a file brings it back.

ALTER TABLE own_figure_former ADD COLUMN source TEXT NOT NULL DEFAULT ''; -- '' = not said, or from before this was kept
DROP TRIGGER own_figure_changed;
CREATE TRIGGER own_figure_changed AFTER UPDATE OF value, missing, remark, source ON own_figure
WHEN OLD.value IS NOT NEW.value OR OLD.missing <> NEW.missing OR OLD.remark <> NEW.remark OR OLD.source <> NEW.source BEGIN
	INSERT INTO own_figure_former (indicator_id, year, slot, value, missing, remark, source, login, changed_at, import_id, replaced_by)
	VALUES (OLD.indicator_id, OLD.year, OLD.slot, OLD.value, OLD.missing, OLD.remark, OLD.source, OLD.login, OLD.changed_at,
		OLD.import_id, NEW.import_id);
END;
DROP TRIGGER own_figure_gone;
CREATE TRIGGER own_figure_gone AFTER DELETE ON own_figure BEGIN
	INSERT INTO own_figure_former (indicator_id, year, slot, value, missing, remark, source, login, changed_at, import_id)
	VALUES (OLD.indicator_id, OLD.year, OLD.slot, OLD.value, OLD.missing, OLD.remark, OLD.source, OLD.login, OLD.changed_at,
		OLD.import_id);
END;
