-- SPDX-License-Identifier: GPL-3.0-or-later
-- A beginning or an end known as an interval keeps its earlier day too, and an import the name of
-- the file inside a zip.

ALTER TABLE import ADD COLUMN inner_name TEXT NOT NULL DEFAULT '';     -- of the file inside the zip; '' = no zip
ALTER TABLE unit_event ADD COLUMN after_date TEXT NOT NULL DEFAULT ''; -- it happened after this day; '' = unknown
ALTER TABLE unit ADD COLUMN starts_after TEXT; -- began after this day, by starts_on; NULL = unknown
ALTER TABLE unit ADD COLUMN ends_after TEXT;   -- ended after this day, by ends_on; NULL = unknown

-- What lists of changes say.
UPDATE unit_event SET after_date = s.after_date
FROM (SELECT u.slot, c.import_id, c.by_date, max(c.after_date) AS after_date, e.event
	FROM succession AS c
	JOIN (SELECT 'start' AS event UNION ALL SELECT 'end') AS e
	JOIN unit AS u ON u.code = CASE e.event WHEN 'start' THEN c.successor ELSE c.predecessor END
	WHERE c.change IN ('recoded', CASE e.event WHEN 'start' THEN 'begun' ELSE 'ended' END,
		CASE e.event WHEN 'end' THEN 'merged' END)
	GROUP BY u.slot, c.import_id, c.by_date, e.event) AS s
WHERE unit_event.slot = s.slot AND unit_event.import_id = s.import_id
AND unit_event.on_date = s.by_date AND unit_event.event = s.event;

-- The whole register before is the last that knew better.
UPDATE unit_event SET after_date = coalesce((SELECT max(r.data_date) FROM import AS r
	WHERE r.kind = 'teryt' AND r.undone_at IS NULL AND r.made_up = 0
	AND r.data_date < unit_event.on_date), '')
WHERE import_id IN (SELECT id FROM import WHERE kind = 'teryt');

-- Names in BDL tell whole years: the day itself.
UPDATE unit_event SET after_date = coalesce(date(on_date, '-1 day'), '')
WHERE import_id IN (SELECT id FROM import WHERE kind IN ('bdl', 'values'));

UPDATE unit SET
	starts_after = (SELECT max(e.after_date) FROM unit_event AS e
		WHERE e.slot = unit.slot AND e.event = 'start'
		AND e.after_date <> '' AND e.after_date < unit.starts_on),
	ends_after = (SELECT max(e.after_date) FROM unit_event AS e
		WHERE e.slot = unit.slot AND e.event = 'end'
		AND e.after_date <> '' AND e.after_date < unit.ends_on);
