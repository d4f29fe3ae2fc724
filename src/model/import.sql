-- SPDX-License-Identifier: GPL-3.0-or-later
-- The list of imported files, and taking one back.

-- name: import_insert
INSERT INTO import (uid, kind, file_name, sha256, size, encoding, source, made_up, data_date,
	person_id, imported_at, inner_name)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);

-- name: import_counts
UPDATE import SET row_count = ?2, unit_count = ?3, new_count = ?4, changed_count = ?5,
	same_count = ?6, skipped_count = ?7
WHERE id = ?1;

-- name: import_list
SELECT i.id, i.kind, i.file_name, i.sha256, i.encoding, i.source, i.data_date, i.imported_at,
	i.undone_at, p.login, i.made_up, i.size, i.row_count, i.unit_count, i.new_count,
	i.changed_count, i.same_count, i.skipped_count, i.inner_name
FROM import AS i JOIN person AS p ON p.id = i.person_id
ORDER BY i.id DESC;

-- name: import_by_checksum
SELECT id FROM import WHERE sha256 = ?1 AND kind = ?2 AND undone_at IS NULL
ORDER BY id DESC LIMIT 1;

-- name: import_in_force
SELECT kind, file_name, undone_at, imported_at FROM import WHERE id = ?1;

-- name: import_mark_undone
UPDATE import SET undone_at = ?2, undone_by = ?3 WHERE id = ?1;

-- name: import_names_units
SELECT count(*) FROM import_unit WHERE import_id = ?1;

-- name: import_later_registers
SELECT id FROM import WHERE kind = 'teryt' AND id > ?1 AND undone_at IS NULL ORDER BY id;

-- name: import_slices
SELECT data FROM slice WHERE import_id = ?1;

-- name: undo_slots
SELECT coalesce(max(slot), 0) FROM unit;

-- name: import_undo_names
-- A name from BDL goes over to another import in force that knows the unit too.
UPDATE unit_version SET import_id = (SELECT min(o.import_id) FROM import_unit AS o
	WHERE o.slot = unit_version.slot AND o.import_id <> ?1)
WHERE import_id = ?1 AND EXISTS (SELECT 1 FROM import_unit AS o
	WHERE o.slot = unit_version.slot AND o.import_id <> ?1)
AND EXISTS (SELECT 1 FROM import_unit AS m
	WHERE m.slot = unit_version.slot AND m.import_id = ?1);

-- name: import_undo_versions
DELETE FROM unit_version WHERE import_id = ?1;

-- name: import_undo_events
DELETE FROM unit_event WHERE import_id = ?1;

-- name: import_undo_successions
DELETE FROM succession WHERE import_id = ?1;

-- name: import_undo_units
DELETE FROM import_unit WHERE import_id = ?1;

-- name: import_undo_origin
-- Units that only BDL files name from now on.
UPDATE unit SET origin = 'bdl'
WHERE origin = 'teryt'
AND EXISTS (SELECT 1 FROM import_unit AS m WHERE m.slot = unit.slot)
AND NOT EXISTS (SELECT 1 FROM unit_version AS v JOIN import AS i ON i.id = v.import_id
	WHERE v.slot = unit.slot AND i.kind = 'teryt');

-- name: import_orphans
-- Units that no import in force knows.
SELECT slot FROM unit
WHERE NOT EXISTS (SELECT 1 FROM import_unit AS m WHERE m.slot = unit.slot)
AND NOT EXISTS (SELECT 1 FROM unit_version AS v JOIN import AS i ON i.id = v.import_id
	WHERE v.slot = unit.slot AND i.kind = 'teryt');

-- name: import_orphan_held
-- Of the first such unit that rows of other nouns name: all of their tables.
WITH held AS (SELECT 'wave' AS held, slot AS slot FROM wave
	UNION SELECT 'published_result' AS held, slot AS slot FROM published_result
	UNION SELECT 'contact' AS held, slot AS slot FROM contact WHERE slot IS NOT NULL
	UNION SELECT 'exchange_member' AS held, slot AS slot FROM exchange_member
	UNION SELECT 'meeting' AS held, host AS slot FROM meeting WHERE host IS NOT NULL
	UNION SELECT 'participant' AS held, slot AS slot FROM participant WHERE slot IS NOT NULL
	UNION SELECT 'homework' AS held, slot AS slot FROM homework WHERE slot IS NOT NULL
	UNION SELECT 'document' AS held, slot AS slot FROM document WHERE slot IS NOT NULL
	UNION SELECT 'minutes_remark' AS held, slot AS slot FROM minutes_remark WHERE slot IS NOT NULL
	UNION SELECT 'opinion_answer' AS held, slot AS slot FROM opinion_answer
	UNION SELECT 'advice' AS held, slot AS slot FROM advice WHERE slot IS NOT NULL
	UNION SELECT 'sheet_return' AS held, slot AS slot FROM sheet_return
	UNION SELECT 'own_figure' AS held, slot AS slot FROM own_figure
	UNION SELECT 'own_figure_former' AS held, slot AS slot FROM own_figure_former
	UNION SELECT 'member_figures' AS held, slot AS slot FROM member_figures
	UNION SELECT 'service_organisation' AS held, slot AS slot FROM service_organisation
	UNION SELECT 'decision_count' AS held, slot AS slot FROM decision_count
	UNION SELECT 'conclusion' AS held, slot AS slot FROM conclusion
	UNION SELECT 'conclusion' AS held, learn_from AS slot FROM conclusion WHERE learn_from IS NOT NULL
	UNION SELECT 'conclusion_evidence' AS held, best_slot AS slot FROM conclusion_evidence WHERE best_slot IS NOT NULL
	UNION SELECT 'improvement_plan' AS held, slot AS slot FROM improvement_plan
	UNION SELECT 'closing_note' AS held, slot AS slot FROM closing_note
	UNION SELECT 'unit_type' AS held, slot AS slot FROM unit_type
	UNION SELECT 'diagnosis' AS held, slot AS slot FROM diagnosis
	UNION SELECT 'problem' AS held, slot AS slot FROM problem
	UNION SELECT 'swot' AS held, slot AS slot FROM swot
	UNION SELECT 'ballot' AS held, slot AS slot FROM ballot
	UNION SELECT 'strategy' AS held, slot AS slot FROM strategy
	UNION SELECT 'strategy_unit' AS held, slot AS slot FROM strategy_unit
	UNION SELECT 'target' AS held, slot AS slot FROM target WHERE slot IS NOT NULL
	UNION SELECT 'strategic_evidence' AS held, slot AS slot FROM strategic_evidence WHERE slot IS NOT NULL),
orphan AS (SELECT slot FROM unit
	WHERE NOT EXISTS (SELECT 1 FROM import_unit AS m WHERE m.slot = unit.slot)
	AND NOT EXISTS (SELECT 1 FROM unit_version AS v JOIN import AS i ON i.id = v.import_id
		WHERE v.slot = unit.slot AND i.kind = 'teryt'))
SELECT held, (SELECT code FROM unit WHERE unit.slot = held.slot)
FROM held WHERE slot = (SELECT min(held.slot) FROM held JOIN orphan ON orphan.slot = held.slot)
ORDER BY held;

-- name: import_orphan_group
SELECT g.name FROM comparison_group_member AS m JOIN comparison_group AS g ON g.id = m.group_id
WHERE m.slot = ?1 AND g.retired_at IS NULL LIMIT 1;

-- name: import_orphan_members
DELETE FROM comparison_group_member WHERE slot = ?1;

-- name: import_orphan_children
UPDATE unit SET parent = NULL WHERE parent = ?1;

-- name: import_orphan_versions
DELETE FROM unit_version WHERE slot = ?1;

-- name: import_orphan_events
DELETE FROM unit_event WHERE slot = ?1;

-- name: import_orphan_unit
DELETE FROM unit WHERE slot = ?1;

-- name: import_undo_former_pass
-- A later catalogue file that changed the card too goes back to what this one had found.
UPDATE OR REPLACE indicator_former SET import_id = (SELECT min(l.import_id)
	FROM indicator_former AS l
	WHERE l.indicator_id = indicator_former.indicator_id AND l.import_id > ?1)
WHERE import_id = ?1 AND EXISTS (SELECT 1 FROM indicator_former AS l
	WHERE l.indicator_id = indicator_former.indicator_id AND l.import_id > ?1);

-- name: import_undo_former_restore
UPDATE indicator SET (name, definition, numerator, denominator, multiplier, measure, decimals,
	direction, wanted_low, wanted_high, service, dimension, level, source, frequency, note, kind,
	numerator_id, denominator_id, in_catalogue)
= (SELECT name, definition, numerator, denominator, multiplier, measure, decimals,
	direction, wanted_low, wanted_high, service, dimension, level, source, frequency, note, kind,
	numerator_id, denominator_id, in_catalogue
	FROM indicator_former AS f WHERE f.indicator_id = indicator.id AND f.import_id = ?1)
WHERE rev = 1 AND id IN (SELECT indicator_id FROM indicator_former WHERE import_id = ?1);

-- name: import_undo_former
DELETE FROM indicator_former WHERE import_id = ?1;

-- name: import_undo_heirs
-- A card without figures whose first file goes belongs to the next catalogue file that has it.
UPDATE indicator SET import_id = (SELECT min(f.import_id) FROM indicator_former AS f
	WHERE f.indicator_id = indicator.id)
WHERE (import_id = ?1 OR import_id IN (SELECT id FROM import WHERE undone_at IS NOT NULL))
AND EXISTS (SELECT 1 FROM indicator_former AS f WHERE f.indicator_id = indicator.id)
AND NOT EXISTS (SELECT 1 FROM series AS s WHERE s.indicator_id = indicator.id OR s.own_id = indicator.id);

-- name: import_undo_cards
-- Cards of this file, or of one undone before, that nobody edited, fed or built upon.
DELETE FROM indicator
WHERE (import_id = ?1 OR import_id IN (SELECT id FROM import WHERE undone_at IS NOT NULL))
AND rev = 1
AND NOT EXISTS (SELECT 1 FROM series AS s WHERE s.indicator_id = indicator.id OR s.own_id = indicator.id)
AND NOT EXISTS (SELECT 1 FROM published_result AS p WHERE p.indicator_id = indicator.id)
AND indicator.id NOT IN (SELECT indicator_id FROM own_figure UNION SELECT indicator_id FROM own_figure_former
	UNION SELECT indicator_id FROM member_figure UNION SELECT indicator_id FROM data_sheet_line UNION SELECT indicator_id FROM sheet_question
	UNION SELECT indicator_id FROM compared_indicator
	UNION SELECT indicator_id FROM conclusion_evidence WHERE indicator_id IS NOT NULL
	UNION SELECT indicator_id FROM improvement_plan WHERE indicator_id IS NOT NULL)
AND NOT EXISTS (SELECT 1 FROM indicator AS d
	WHERE d.numerator_id = indicator.id OR d.denominator_id = indicator.id);

-- name: import_undo_derived
DELETE FROM indicator WHERE import_id = ?1 AND rev = 1 AND kind = 'derived'
AND NOT EXISTS (SELECT 1 FROM indicator AS d
	WHERE d.numerator_id = indicator.id OR d.denominator_id = indicator.id);

-- name: import_state
-- Changes whenever units or imports do.
SELECT (SELECT count(*) FROM import) * 1000003 + (SELECT count(undone_at) FROM import) * 7919
	+ (SELECT coalesce(max(slot), 0) FROM unit);
