-- SPDX-License-Identifier: GPL-3.0-or-later
-- Recommendations of evaluations, followed until they are settled.

-- name: recommendation_list
-- ?1 evaluation, ?2 strategy, ?3 only those that are not settled; 0 = any.
SELECT r.id, r.evaluation_id, r.position, coalesce(r.question, 0), r.text, r.office, coalesce(r.due_on, ''),
	r.state, r.answer, coalesce(r.settled_on, ''), e.strategy_id, s.code, e.title
FROM recommendation AS r JOIN evaluation AS e ON e.id = r.evaluation_id
	JOIN strategy AS s ON s.id = e.strategy_id
WHERE (?1 = 0 OR r.evaluation_id = ?1) AND (?2 = 0 OR e.strategy_id = ?2)
	AND (?1 <> 0 OR (e.retired_at IS NULL AND s.retired_at IS NULL))
	AND (?3 = 0 OR r.state IN ('open', 'accepted'))
ORDER BY CASE WHEN ?3 THEN coalesce(r.due_on, '9999') END, e.year DESC, r.evaluation_id, r.position;

-- name: recommendation_insert
INSERT INTO recommendation (evaluation_id, position, question, text, office, due_on, state, answer, settled_on)
SELECT ?1, coalesce(max(position), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9
FROM recommendation WHERE evaluation_id = ?1;

-- name: recommendation_update
UPDATE recommendation SET question = ?3, text = ?4, office = ?5, due_on = ?6, state = ?7, answer = ?8,
	settled_on = ?9
WHERE evaluation_id = ?1 AND id = ?2;

-- name: recommendation_now
SELECT text, coalesce(question, 0), state, office, coalesce(due_on, '') FROM recommendation WHERE evaluation_id = ?1 AND id = ?2;

-- name: recommendation_delete
DELETE FROM recommendation WHERE evaluation_id = ?1 AND id = ?2;
