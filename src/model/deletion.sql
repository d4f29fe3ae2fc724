-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who deleted a row, and when: deleted_at, login, line.

-- name: deletion_marked
-- ?1 the noun as acts name it, ?2 the id. Acts on what hangs on a strategy name the strategy, and the first one from
-- the moment of the mark on is the one, unless the log begins later.
SELECT m.at, coalesce((SELECT a.login FROM audit AS a WHERE a.action = ?1 || '.retire' AND a.entity_id = m.entity
	AND a.at >= m.at AND m.at >= (SELECT at FROM audit ORDER BY id LIMIT 1) ORDER BY a.id LIMIT 1), ''), 0
FROM (SELECT 'goal' AS noun, id, retired_at AS at, strategy_id AS entity FROM goal
	UNION ALL SELECT 'target', id, retired_at, strategy_id FROM target
	UNION ALL SELECT 'task', id, retired_at, strategy_id FROM task
	UNION ALL SELECT 'problem', id, retired_at, id FROM problem
	UNION ALL SELECT 'meeting', id, retired_at, id FROM meeting
	UNION ALL SELECT 'homework', id, retired_at, id FROM homework
	UNION ALL SELECT 'opinion', id, retired_at, id FROM opinion) AS m
WHERE m.noun = ?1 AND m.id = ?2 AND m.at IS NOT NULL;

-- name: deletion_factor
SELECT deleted_at, login, id FROM deleted_line
WHERE noun = 'factor' AND json_extract(former, '$.id') = ?1
	AND NOT EXISTS (SELECT 1 FROM swot_factor AS f WHERE f.id = ?1) ORDER BY id DESC LIMIT 1;

-- name: deletion_words
SELECT deleted_at, login, id FROM deleted_line
WHERE noun = ?1 AND of_id = ?2 AND json_extract(former, '$.text') = ?3 AND deleted_at >= ?4 ORDER BY id DESC LIMIT 1;
