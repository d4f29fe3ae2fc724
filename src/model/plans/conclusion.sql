-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conclusions and the evidence frozen with them.

-- name: conclusion_list
SELECT c.id, c.rev, c.uid, c.owner, coalesce(c.group_id, 0), coalesce(g.code, ''), c.slot,
	coalesce(c.learn_from, 0), c.service, c.text, c.cause, c.proposal, c.effect, c.cost,
	c.responsible, c.due_on, c.made_on, c.state, c.reason,
	(SELECT count(*) FROM conclusion_evidence AS e WHERE e.conclusion_id = c.id)
FROM conclusion AS c LEFT JOIN exchange_group AS g ON g.id = c.group_id
WHERE (c.retired_at IS NOT NULL) = ?4 AND (?1 = 0 OR c.group_id = ?1) AND (?2 = 0 OR c.slot = ?2)
	AND (?3 = 0 OR c.id IN
		(SELECT conclusion_id FROM improvement_plan_conclusion WHERE plan_id = ?3))
ORDER BY c.made_on DESC, c.id DESC;

-- name: conclusion_load
SELECT c.id, c.rev, c.uid, c.owner, coalesce(c.group_id, 0), coalesce(g.code, ''), c.slot,
	coalesce(c.learn_from, 0), c.service, c.text, c.cause, c.proposal, c.effect, c.cost,
	c.responsible, c.due_on, c.made_on, c.state, c.reason,
	(SELECT count(*) FROM conclusion_evidence AS e WHERE e.conclusion_id = c.id)
FROM conclusion AS c LEFT JOIN exchange_group AS g ON g.id = c.group_id
WHERE c.id = ?1 AND c.retired_at IS NULL;

-- name: conclusion_is_member
-- Once a member is enough: one that left keeps its conclusions.
SELECT 1 FROM exchange_member WHERE group_id = ?1 AND slot = ?2;

-- name: conclusion_bound
-- Evidence and plans hold figures and plans of its unit.
SELECT 1 WHERE EXISTS (SELECT 1 FROM conclusion_evidence WHERE conclusion_id = ?1)
	OR EXISTS (SELECT 1 FROM improvement_plan_conclusion WHERE conclusion_id = ?1);

-- name: conclusion_insert
INSERT INTO conclusion (uid, group_id, slot, learn_from, service, text, cause, proposal, effect, cost,
	responsible, due_on, made_on, state, reason)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15);

-- name: conclusion_update
UPDATE conclusion SET rev = rev + 1, group_id = ?2, slot = ?3, learn_from = ?4, service = ?5, text = ?6,
	cause = ?7, proposal = ?8, effect = ?9, cost = ?10, responsible = ?11, due_on = ?12,
	made_on = ?13, state = ?14, reason = ?15
WHERE id = ?16 AND rev = ?17 AND retired_at IS NULL;

-- name: conclusion_head
SELECT rev, owner, retired_at, slot FROM conclusion WHERE id = ?1;

-- name: conclusion_retire
-- Or brought back (?2 NULL).
UPDATE conclusion SET retired_at = ?2, rev = rev + 1 WHERE id = ?1;

-- name: conclusion_raise
UPDATE conclusion SET rev = rev + 1 WHERE id = ?1 AND retired_at IS NULL;

-- name: evidence_list
SELECT e.position, e.kind, coalesce(i.code, ''), coalesce(i.decimals, 0), coalesce(e.year, 0),
	e.value, e.mean, e.median, e.best, coalesce(e.best_slot, 0), e.with_data, e.members, e.text,
	e.frozen_at
FROM conclusion_evidence AS e LEFT JOIN indicator AS i ON i.id = e.indicator_id
WHERE e.conclusion_id = ?1 ORDER BY e.position;

-- name: evidence_same
-- What says the same of the conclusion already: its place.
SELECT position FROM conclusion_evidence WHERE conclusion_id = ?1 AND kind = ?2 AND indicator_id IS ?3 AND year IS ?4
	AND value IS ?5 AND mean IS ?6 AND median IS ?7 AND best IS ?8 AND best_slot IS ?9 AND with_data = ?10
	AND members = ?11 AND text = ?12;

-- name: evidence_insert
INSERT INTO conclusion_evidence (conclusion_id, position, kind, indicator_id, year, value, mean, median,
	best, best_slot, with_data, members, text, frozen_at)
SELECT ?1, coalesce(max(position), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13
FROM conclusion_evidence WHERE conclusion_id = ?1;

-- name: evidence_delete
DELETE FROM conclusion_evidence WHERE conclusion_id = ?1 AND position = ?2;
