-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a group compares.

-- name: group_sheet_group
SELECT g.service, coalesce(c.id, 0) FROM exchange_group AS g
LEFT JOIN comparison_group AS c ON c.exchange_group_id = g.id
WHERE g.id = ?1 AND g.retired_at IS NULL;

-- name: group_sheet_members
-- Present on ?2; or gone by then, and a member on a day from ?3 to ?4. Who is present comes last.
SELECT slot, coalesce(left_on, ''), ?2 <= last_on FROM membership WHERE group_id = ?1
	AND (?2 BETWEEN first_on AND last_on OR last_on < ?2 AND first_on <= ?4 AND last_on >= ?3)
ORDER BY last_on;

-- name: group_sheet_chosen
SELECT c.indicator_id FROM compared_indicator AS c JOIN indicator AS i ON i.id = c.indicator_id
WHERE c.group_id = ?1 AND i.retired_at IS NULL ORDER BY c.position;

-- name: group_sheet_asked
-- What the group's data sheets ask for.
SELECT i.id FROM indicator AS i WHERE i.retired_at IS NULL AND i.id IN (SELECT l.indicator_id
	FROM data_sheet AS s JOIN data_sheet_line AS l ON l.sheet_id = s.id WHERE s.group_id = ?1)
ORDER BY i.code COLLATE polish;

-- name: group_sheet_left_out
-- Lines of a data sheet that are no rows, where rows were chosen.
SELECT i.code FROM data_sheet AS s JOIN data_sheet_line AS l ON l.sheet_id = s.id
	JOIN indicator AS i ON i.id = l.indicator_id
WHERE s.id = ?1 AND EXISTS (SELECT 1 FROM compared_indicator AS c WHERE c.group_id = s.group_id)
	AND NOT EXISTS (SELECT 1 FROM compared_indicator AS c
		WHERE c.group_id = s.group_id AND c.indicator_id = l.indicator_id)
ORDER BY l.position;

-- name: group_sheet_clear
DELETE FROM compared_indicator WHERE group_id = ?1;

-- name: group_sheet_add
INSERT INTO compared_indicator (group_id, position, indicator_id) VALUES (?1, ?2, ?3);
