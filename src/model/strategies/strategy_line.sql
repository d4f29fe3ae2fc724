-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lines of a strategy by place: risks, steps of adoption, remarks of consultations.

-- name: risk_list
-- ?2 = one place, 0 = all.
SELECT r.position, coalesce(r.task_id, 0), coalesce(t.name, ''), r.likelihood, r.effect, r.text,
	r.response, r.office, r.closed_on
FROM risk AS r LEFT JOIN task AS t ON t.id = r.task_id
WHERE r.strategy_id = ?1 AND (?2 = 0 OR r.position = ?2) ORDER BY r.position;

-- name: risk_last
SELECT coalesce(max(position), 0) FROM risk WHERE strategy_id = ?1;

-- name: risk_find
-- Two may say the same: the one at ?3 first.
SELECT position FROM risk WHERE strategy_id = ?1 AND text = ?2 ORDER BY position <> ?3, position LIMIT 1;

-- name: risk_task
SELECT 1 FROM task WHERE id = ?1 AND strategy_id = ?2;

-- name: risk_insert
INSERT INTO risk (strategy_id, position, task_id, text, likelihood, effect, response, office, closed_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);

-- name: risk_update
UPDATE risk SET task_id = ?3, text = ?4, likelihood = ?5, effect = ?6, response = ?7, office = ?8,
	closed_on = ?9
WHERE strategy_id = ?1 AND position = ?2;

-- name: risk_delete
DELETE FROM risk WHERE strategy_id = ?1 AND position = ?2;

-- name: risk_place
UPDATE risk SET position = ?3 WHERE strategy_id = ?1 AND position = ?2;

-- name: adoption_list
SELECT position, kind, name, planned_on, done_on, document, note FROM adoption_step
WHERE strategy_id = ?1 AND (?2 = 0 OR position = ?2) ORDER BY position;

-- name: adoption_last
SELECT coalesce(max(position), 0) FROM adoption_step WHERE strategy_id = ?1;

-- name: adoption_insert
INSERT INTO adoption_step (strategy_id, position, kind, name, planned_on, done_on, document, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: adoption_update
UPDATE adoption_step SET kind = ?3, name = ?4, planned_on = ?5, done_on = ?6, document = ?7, note = ?8
WHERE strategy_id = ?1 AND position = ?2;

-- name: adoption_delete
DELETE FROM adoption_step WHERE strategy_id = ?1 AND position = ?2;

-- name: adoption_place
UPDATE adoption_step SET position = ?3 WHERE strategy_id = ?1 AND position = ?2;

-- name: consultation_list
SELECT position, author, place, text, made_on, outcome, answer FROM consultation_remark
WHERE strategy_id = ?1 AND (?2 = 0 OR position = ?2) ORDER BY position;

-- name: consultation_last
SELECT coalesce(max(position), 0) FROM consultation_remark WHERE strategy_id = ?1;

-- name: consultation_insert
INSERT INTO consultation_remark (strategy_id, position, author, place, text, made_on, outcome, answer)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: consultation_update
UPDATE consultation_remark SET author = ?3, place = ?4, text = ?5, made_on = ?6, outcome = ?7, answer = ?8
WHERE strategy_id = ?1 AND position = ?2;

-- name: consultation_delete
DELETE FROM consultation_remark WHERE strategy_id = ?1 AND position = ?2;

-- name: consultation_place
UPDATE consultation_remark SET position = ?3 WHERE strategy_id = ?1 AND position = ?2;
