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

-- name: group_sheet_clear
DELETE FROM compared_indicator WHERE group_id = ?1;

-- name: group_sheet_add
INSERT INTO compared_indicator (group_id, position, indicator_id) VALUES (?1, ?2, ?3);
