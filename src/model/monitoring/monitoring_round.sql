-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rounds of a strategy's monitoring and what offices were asked for.

-- name: round_list
-- ?1 strategy, ?2 year, ?3 id; 0 = any.
SELECT r.id, r.rev, r.uid, r.strategy_id, r.year, r.opened_on, r.due_on, r.summary,
	coalesce(r.approved_on, ''), r.approved_by, s.code, s.name, s.slot,
	(SELECT count(*) FROM round_delivery AS d WHERE d.round_id = r.id),
	(SELECT count(*) FROM round_delivery AS d WHERE d.round_id = r.id AND d.delivered_on IS NOT NULL),
	(SELECT count(*) FROM deviation AS v WHERE v.round_id = r.id),
	(SELECT count(*) FROM deviation AS v WHERE v.round_id = r.id AND v.measure <> ''
		AND v.done_on IS NULL)
FROM monitoring_round AS r JOIN strategy AS s ON s.id = r.strategy_id
WHERE (?1 = 0 OR r.strategy_id = ?1) AND (?2 = 0 OR r.year = ?2) AND (?3 = 0 OR r.id = ?3)
	AND (?1 <> 0 OR ?3 <> 0 OR s.retired_at IS NULL)
ORDER BY r.year DESC, s.code;

-- name: round_years
-- Of the strategy: its years, and whether the year has another round.
SELECT s.first_year, s.last_year,
	EXISTS (SELECT 1 FROM monitoring_round AS r WHERE r.strategy_id = s.id AND r.year = ?2 AND r.id <> ?3)
FROM strategy AS s WHERE s.id = ?1 AND s.retired_at IS NULL;

-- name: round_insert
INSERT INTO monitoring_round (uid, strategy_id, year, opened_on, due_on, summary)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: round_update
UPDATE monitoring_round SET rev = rev + 1, opened_on = ?2, due_on = ?3, summary = ?4 WHERE id = ?1;

-- name: round_head
SELECT rev, approved_on IS NOT NULL, year FROM monitoring_round WHERE id = ?1;

-- name: round_raise
UPDATE monitoring_round SET rev = rev + 1 WHERE id = ?1;

-- name: round_ask
-- Every office that keys an indicator or has a task; what comes from the catalogue is in no sheet.
INSERT INTO round_delivery (round_id, office)
SELECT ?1, office FROM target WHERE strategy_id = ?2 AND retired_at IS NULL AND indicator = ''
UNION SELECT ?1, office FROM task WHERE strategy_id = ?2 AND retired_at IS NULL;

-- name: round_open
-- Not approved, of strategies in use; ?1 whose, 0 = all, ?2 its other code.
SELECT r.id FROM monitoring_round AS r JOIN strategy AS s ON s.id = r.strategy_id AND s.retired_at IS NULL
WHERE r.approved_on IS NULL AND (?1 = 0 OR s.slot IN (?1, ?2)
	OR EXISTS (SELECT 1 FROM strategy_unit AS u WHERE u.strategy_id = s.id AND u.slot IN (?1, ?2)))
ORDER BY r.due_on, s.code, r.id;

-- name: round_forget_sheets
DELETE FROM round_sheet WHERE round_id = ?1;

-- name: round_in_use
-- By an office's day or note, a cause, or the words of the report.
SELECT EXISTS (SELECT 1 FROM round_delivery WHERE round_id = ?1
		AND (sent_on IS NOT NULL OR delivered_on IS NOT NULL OR note <> ''))
	OR EXISTS (SELECT 1 FROM deviation WHERE round_id = ?1)
	OR EXISTS (SELECT 1 FROM monitoring_round WHERE id = ?1 AND summary <> '');

-- name: round_forget_deliveries
DELETE FROM round_delivery WHERE round_id = ?1;

-- name: round_delete
DELETE FROM monitoring_round WHERE id = ?1;
