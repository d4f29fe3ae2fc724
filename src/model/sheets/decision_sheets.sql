-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sheets that were handed in and ask about decisions.

-- name: decision_sheet_lines
-- ?1 the unit, ?3 the other code of a city, or ?1; ?2 the year.
SELECT g.code, r.slot, i.id, i.code, i.decimals, f.indicator_id IS NOT NULL, f.value, f.missing
FROM sheet_return AS r JOIN data_sheet AS s ON s.id = r.sheet_id
	JOIN exchange_group AS g ON g.id = s.group_id AND g.retired_at IS NULL
	JOIN data_sheet_line AS l ON l.sheet_id = s.id
	JOIN indicator AS i ON i.id = l.indicator_id AND i.code IN decision_card
	LEFT JOIN own_figure AS f ON f.indicator_id = i.id AND f.year = s.year AND f.slot = r.slot
WHERE s.year = ?2 AND r.slot IN (?1, ?3) AND r.state IN ('sent', 'verified')
ORDER BY g.code COLLATE polish, l.position;
