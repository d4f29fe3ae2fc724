-- SPDX-License-Identifier: GPL-3.0-or-later
-- What can be wrong in exchange groups; each query lists faults only: code, second text.

-- name: check_exchange_follows
-- The comparison group is not there, or has units of its own.
SELECT g.code, '' FROM exchange_group AS g
LEFT JOIN comparison_group AS c ON c.exchange_group_id = g.id
WHERE c.id IS NULL OR (c.retired_at IS NULL) <> (g.retired_at IS NULL)
	OR EXISTS (SELECT 1 FROM comparison_group_member WHERE group_id = c.id);

-- name: check_exchange_twice
-- A unit that is a member twice on one day, a city under both of its codes (unit_code_same()) too.
SELECT g.code, u.code FROM exchange_member AS a
JOIN exchange_member AS b ON b.group_id = a.group_id AND b.id > a.id
	AND (a.left_on IS NULL OR b.joined_on <= a.left_on)
	AND (b.left_on IS NULL OR a.joined_on <= b.left_on)
JOIN exchange_group AS g ON g.id = a.group_id JOIN unit AS u ON u.slot = a.slot JOIN unit AS v ON v.slot = b.slot
WHERE a.slot = b.slot OR u.code GLOB '??[6-9]*' AND (v.code = u.code || '01' OR u.code = v.code || '01');

-- name: check_exchange_circles
-- Groups that lie above themselves.
WITH RECURSIVE above (id, parent, depth) AS (
	SELECT id, parent_id, 1 FROM exchange_group WHERE parent_id IS NOT NULL
	UNION SELECT a.id, g.parent_id, a.depth + 1 FROM above AS a
		JOIN exchange_group AS g ON g.id = a.parent
		WHERE g.parent_id IS NOT NULL AND a.depth < 32)
SELECT DISTINCT g.code, '' FROM above AS a JOIN exchange_group AS g ON g.id = a.id
WHERE a.parent = a.id;

-- name: check_exchange_days
-- What is no day of the calendar, or a group that ends before it begins.
SELECT code, starts_on FROM exchange_group WHERE date(starts_on) IS NOT starts_on
UNION ALL SELECT code, ends_on FROM exchange_group
	WHERE ends_on IS NOT NULL AND (date(ends_on) IS NOT ends_on OR ends_on < starts_on)
UNION ALL SELECT g.code, m.joined_on FROM exchange_member AS m
	JOIN exchange_group AS g ON g.id = m.group_id WHERE date(m.joined_on) IS NOT m.joined_on
UNION ALL SELECT g.code, m.left_on FROM exchange_member AS m
	JOIN exchange_group AS g ON g.id = m.group_id
	WHERE m.left_on IS NOT NULL AND date(m.left_on) IS NOT m.left_on
UNION ALL SELECT g.code, coalesce(s.from_on, s.to_on) FROM exchange_group_stage AS s
	JOIN exchange_group AS g ON g.id = s.group_id
	WHERE (s.from_on IS NOT NULL AND date(s.from_on) IS NOT s.from_on)
		OR (s.to_on IS NOT NULL AND date(s.to_on) IS NOT s.to_on) OR s.to_on < s.from_on;

-- name: check_exchange_plans
-- A plan that gathers the conclusion of another unit.
SELECT p.title, '' FROM improvement_plan_conclusion AS x
JOIN improvement_plan AS p ON p.id = x.plan_id JOIN conclusion AS c ON c.id = x.conclusion_id
WHERE p.retired_at IS NULL AND c.slot <> p.slot;

-- name: check_exchange_places
-- Actions of a plan and rows of a comparison are numbered 1, 2, 3 ...
SELECT p.title, '' FROM improvement_action AS a JOIN improvement_plan AS p ON p.id = a.plan_id
GROUP BY p.id HAVING max(a.position) <> count(*)
UNION ALL SELECT g.code, '' FROM compared_indicator AS i JOIN exchange_group AS g ON g.id = i.group_id
GROUP BY g.id HAVING max(i.position) <> count(*);

-- name: check_exchange_open
-- Homework whose mark of being open does not fit its answer.
SELECT g.code, h.id FROM homework AS h JOIN exchange_group AS g ON g.id = h.group_id
LEFT JOIN homework_answer AS a ON a.homework_id = h.id
WHERE h.open <> (coalesce(a.state, 'open') = 'open');

-- name: check_exchange_outsiders
-- A conclusion or plan in a group to which its unit never belonged.
SELECT g.code, u.code FROM conclusion AS c JOIN exchange_group AS g ON g.id = c.group_id
JOIN unit AS u ON u.slot = c.slot
WHERE NOT EXISTS (SELECT 1 FROM exchange_member AS m WHERE m.group_id = c.group_id AND m.slot = c.slot)
UNION SELECT g.code, u.code FROM improvement_plan AS p JOIN exchange_group AS g ON g.id = p.group_id
JOIN unit AS u ON u.slot = p.slot
WHERE NOT EXISTS (SELECT 1 FROM exchange_member AS m WHERE m.group_id = p.group_id AND m.slot = p.slot);

-- name: check_exchange_substitutes
-- Somebody who stands for a substitute, or for somebody of another meeting.
SELECT g.code, m.number FROM participant AS p JOIN participant AS s ON s.id = p.stands_for
JOIN meeting AS m ON m.id = p.meeting_id JOIN exchange_group AS g ON g.id = m.group_id
WHERE s.stands_for IS NOT NULL OR s.meeting_id <> p.meeting_id;
