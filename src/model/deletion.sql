-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who deleted a row, and when: deleted_at, login, line. Acts on what hangs on a strategy name the strategy, and
-- the first one from that moment on is the one.

-- name: deletion_goal
SELECT g.retired_at, coalesce((SELECT a.login FROM audit AS a WHERE a.action = 'goal.retire'
	AND a.entity_id = g.strategy_id AND a.at >= g.retired_at ORDER BY a.id LIMIT 1), ''), 0
FROM goal AS g WHERE g.id = ?1 AND g.retired_at IS NOT NULL;

-- name: deletion_target
SELECT t.retired_at, coalesce((SELECT a.login FROM audit AS a WHERE a.action = 'target.retire'
	AND a.entity_id = t.strategy_id AND a.at >= t.retired_at ORDER BY a.id LIMIT 1), ''), 0
FROM target AS t WHERE t.id = ?1 AND t.retired_at IS NOT NULL;

-- name: deletion_task
SELECT t.retired_at, coalesce((SELECT a.login FROM audit AS a WHERE a.action = 'task.retire'
	AND a.entity_id = t.strategy_id AND a.at >= t.retired_at ORDER BY a.id LIMIT 1), ''), 0
FROM task AS t WHERE t.id = ?1 AND t.retired_at IS NOT NULL;

-- name: deletion_problem
SELECT p.retired_at, coalesce((SELECT a.login FROM audit AS a WHERE a.action = 'problem.retire'
	AND a.entity_id = p.id AND a.at >= p.retired_at ORDER BY a.id LIMIT 1), ''), 0
FROM problem AS p WHERE p.id = ?1 AND p.retired_at IS NOT NULL;

-- name: deletion_meeting
SELECT r.retired_at, coalesce((SELECT a.login FROM audit AS a WHERE a.action = 'meeting.retire'
	AND a.entity_id = r.id AND a.at >= r.retired_at ORDER BY a.id LIMIT 1), ''), 0
FROM meeting AS r WHERE r.id = ?1 AND r.retired_at IS NOT NULL;

-- name: deletion_homework
SELECT r.retired_at, coalesce((SELECT a.login FROM audit AS a WHERE a.action = 'homework.retire'
	AND a.entity_id = r.id AND a.at >= r.retired_at ORDER BY a.id LIMIT 1), ''), 0
FROM homework AS r WHERE r.id = ?1 AND r.retired_at IS NOT NULL;

-- name: deletion_opinion
SELECT r.retired_at, coalesce((SELECT a.login FROM audit AS a WHERE a.action = 'opinion.retire'
	AND a.entity_id = r.id AND a.at >= r.retired_at ORDER BY a.id LIMIT 1), ''), 0
FROM opinion AS r WHERE r.id = ?1 AND r.retired_at IS NOT NULL;

-- name: deletion_factor
SELECT deleted_at, login, id FROM deleted_line
WHERE noun = 'factor' AND json_extract(former, '$.id') = ?1
	AND NOT EXISTS (SELECT 1 FROM swot_factor AS f WHERE f.id = ?1) ORDER BY id DESC LIMIT 1;

-- name: deletion_words
SELECT deleted_at, login, id FROM deleted_line
WHERE noun = ?1 AND of_id = ?2 AND json_extract(former, '$.text') = ?3 ORDER BY id DESC LIMIT 1;
