-- SPDX-License-Identifier: GPL-3.0-or-later
-- Improvement plans, their conclusions, actions and yearly results.

-- name: plan_list
SELECT p.id, p.rev, p.uid, p.owner, coalesce(p.group_id, 0), coalesce(g.code, ''), p.slot, p.service,
	p.title, p.goal, coalesce(i.code, ''), p.measure, p.base, p.target, p.budget,
	coalesce(p.base_year, 0), coalesce(p.target_year, 0), p.state, p.adopted_on,
	(SELECT count(*) FROM improvement_plan_conclusion AS c WHERE c.plan_id = p.id),
	(SELECT count(*) FROM improvement_action AS a WHERE a.plan_id = p.id),
	(SELECT count(*) FROM improvement_action AS a WHERE a.plan_id = p.id AND a.state = 'done')
FROM improvement_plan AS p LEFT JOIN exchange_group AS g ON g.id = p.group_id
	LEFT JOIN indicator AS i ON i.id = p.indicator_id
WHERE (p.retired_at IS NOT NULL) = ?3 AND (?1 = 0 OR p.group_id = ?1) AND (?2 = 0 OR p.slot = ?2)
	AND (?4 = 0 OR p.id = ?4)
ORDER BY p.id DESC;

-- name: plan_direction
SELECT direction FROM indicator WHERE code = ?1;

-- name: plan_gathers_others
SELECT 1 FROM improvement_plan_conclusion AS l JOIN conclusion AS c ON c.id = l.conclusion_id
WHERE l.plan_id = ?1 AND c.slot <> ?2 LIMIT 1;

-- name: plan_indicator
SELECT id FROM indicator WHERE code = ?1 AND retired_at IS NULL;

-- name: plan_insert
INSERT INTO improvement_plan (uid, group_id, slot, service, title, goal, indicator_id, measure, base_year,
	base, target_year, target, budget, state, adopted_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15);

-- name: plan_update
UPDATE improvement_plan SET rev = rev + 1, group_id = ?2, slot = ?3, service = ?4, title = ?5, goal = ?6,
	indicator_id = ?7, measure = ?8, base_year = ?9, base = ?10, target_year = ?11,
	target = ?12, budget = ?13, state = ?14, adopted_on = ?15
WHERE id = ?16 AND rev = ?17 AND retired_at IS NULL;

-- name: plan_head
SELECT rev, owner, retired_at FROM improvement_plan WHERE id = ?1;

-- name: plan_slot
SELECT slot FROM improvement_plan WHERE id = ?1;

-- name: plan_retire
-- Or brought back (?2 NULL).
UPDATE improvement_plan SET retired_at = ?2, rev = rev + 1 WHERE id = ?1;

-- name: plan_raise
UPDATE improvement_plan SET rev = rev + 1 WHERE id = ?1;

-- name: plan_scatter
DELETE FROM improvement_plan_conclusion WHERE plan_id = ?1;

-- name: plan_gather
-- Of the plan's own unit only.
INSERT INTO improvement_plan_conclusion (plan_id, conclusion_id)
SELECT p.id, c.id FROM improvement_plan AS p JOIN conclusion AS c ON c.slot = p.slot
WHERE p.id = ?1 AND c.id = ?2 AND c.retired_at IS NULL;

-- name: plan_actions
SELECT position, text, responsible, from_on, to_on, cost, state, remark FROM improvement_action
WHERE plan_id = ?1 ORDER BY position;

-- name: plan_action_insert
INSERT INTO improvement_action (plan_id, position, text, responsible, from_on, to_on, cost, state, remark)
SELECT ?1, coalesce(max(position), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9
FROM improvement_action WHERE plan_id = ?1;

-- name: plan_action_update
UPDATE improvement_action SET text = ?3, responsible = ?4, from_on = ?5, to_on = ?6, cost = ?7, state = ?8,
	remark = ?9
WHERE plan_id = ?1 AND position = ?2;

-- name: plan_action_delete
DELETE FROM improvement_action WHERE plan_id = ?1 AND position = ?2;

-- name: plan_action_place
UPDATE improvement_action SET position = ?3 WHERE plan_id = ?1 AND position = ?2;

-- name: plan_results
SELECT year, value, text, written_on FROM improvement_result WHERE plan_id = ?1 ORDER BY year;

-- name: plan_result_newer
-- ?2 a year: what was told of the newest one after it.
SELECT year, value FROM improvement_result WHERE plan_id = ?1 AND year > ?2 AND value IS NOT NULL
ORDER BY year DESC LIMIT 1;

-- name: plan_result_write
INSERT INTO improvement_result (plan_id, year, value, text, written_on) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT DO UPDATE SET value = excluded.value, text = excluded.text, written_on = excluded.written_on;
