-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lines that were deleted, as they stood, and bringing them back.

-- name: deleted_line_list
SELECT id, noun, of_id, json_extract(former, '$.text'), login, deleted_at FROM deleted_line
WHERE (?1 = '' OR (noun = ?1 AND of_id = ?2)) AND (?3 = 0 OR id = ?3) ORDER BY id DESC;

-- name: deleted_line_drop
DELETE FROM deleted_line WHERE id = ?1;

-- ?1 = what lists call it, NULL = its own text; ?2 the person, ?3 now.

-- name: deleted_factor_keep
INSERT INTO deleted_line (noun, of_id, former, login, deleted_at)
SELECT 'factor', f.swot_id, json_object('text', coalesce(?1, f.text), 'id', f.id,
	'row', json_array(f.kind, f.text, f.area, f.weight, f.rating, f.spread, f.axis),
	'pairs', json((SELECT json_group_array(json_array(p.direction, p.inner_id, p.outer_id, p.value))
		FROM swot_pair AS p WHERE p.swot_id = f.swot_id AND f.id IN (p.inner_id, p.outer_id))),
	'evidence', json((SELECT json_group_array(json_array(e.kind, e.indicator, e.slot, e.year, e.decimals, e.value,
		e.mean, e.level, e.change, e.n, e.peers, e.text, e.frozen_at))
		FROM strategic_evidence AS e WHERE e.factor_id = f.id)),
	'ballots', json((SELECT json_group_array(json_array(i.ballot_id, i.position))
		FROM ballot_item AS i WHERE i.factor_id = f.id))),
	coalesce((SELECT login FROM person WHERE id = ?2), ''), ?3
FROM swot_factor AS f WHERE f.id = ?4;

-- name: deleted_factor_back
INSERT INTO swot_factor (id, swot_id, kind, position, text, area, weight, rating, spread, axis)
SELECT json_extract(d.former, '$.id'), d.of_id, json_extract(d.former, '$.row[0]'),
	(SELECT coalesce(max(f.position), 0) + 1 FROM swot_factor AS f
		WHERE f.swot_id = d.of_id AND f.kind = json_extract(d.former, '$.row[0]')),
	json_extract(d.former, '$.row[1]'), json_extract(d.former, '$.row[2]'), json_extract(d.former, '$.row[3]'),
	json_extract(d.former, '$.row[4]'), json_extract(d.former, '$.row[5]'), json_extract(d.former, '$.row[6]')
FROM deleted_line AS d WHERE d.id = ?1;

-- name: deleted_factor_back_pairs
INSERT OR IGNORE INTO swot_pair (swot_id, direction, inner_id, outer_id, value)
SELECT d.of_id, json_extract(p.value, '$[0]'), i.id, o.id, json_extract(p.value, '$[3]')
FROM deleted_line AS d, json_each(d.former, '$.pairs') AS p
JOIN swot_factor AS i ON i.id = json_extract(p.value, '$[1]') AND i.kind IN ('strength', 'weakness')
JOIN swot_factor AS o ON o.id = json_extract(p.value, '$[2]') AND o.kind IN ('opportunity', 'threat')
WHERE d.id = ?1;

-- name: deleted_factor_hand_pairs
-- A pair with a factor that is still deleted comes back with that one.
UPDATE deleted_line SET former = json_set(former, '$.pairs', json((
	SELECT json_group_array(json(value)) FROM (
		SELECT value FROM json_each(deleted_line.former, '$.pairs')
		UNION SELECT p.value FROM deleted_line AS d, json_each(d.former, '$.pairs') AS p
		WHERE d.id = ?1 AND json_extract(deleted_line.former, '$.id')
			IN (json_extract(p.value, '$[1]'), json_extract(p.value, '$[2]'))))))
WHERE noun = 'factor' AND id <> ?1 AND of_id = (SELECT d.of_id FROM deleted_line AS d WHERE d.id = ?1);

-- name: deleted_factor_back_evidence
INSERT INTO strategic_evidence (factor_id, kind, indicator, slot, year, decimals, value, mean, level, change, n,
	peers, text, frozen_at)
SELECT json_extract(d.former, '$.id'), json_extract(e.value, '$[0]'), json_extract(e.value, '$[1]'),
	json_extract(e.value, '$[2]'), json_extract(e.value, '$[3]'), json_extract(e.value, '$[4]'),
	json_extract(e.value, '$[5]'), json_extract(e.value, '$[6]'), json_extract(e.value, '$[7]'),
	json_extract(e.value, '$[8]'), json_extract(e.value, '$[9]'), json_extract(e.value, '$[10]'),
	json_extract(e.value, '$[11]'), json_extract(e.value, '$[12]')
FROM deleted_line AS d, json_each(d.former, '$.evidence') AS e WHERE d.id = ?1 ORDER BY e.key;

-- name: deleted_factor_back_ballots
UPDATE ballot_item SET factor_id = (SELECT json_extract(d.former, '$.id') FROM deleted_line AS d WHERE d.id = ?1)
WHERE factor_id IS NULL AND (ballot_id, position) IN (
	SELECT json_extract(i.value, '$[0]'), json_extract(i.value, '$[1]')
	FROM deleted_line AS d, json_each(d.former, '$.ballots') AS i WHERE d.id = ?1);

-- name: deleted_money_keep
INSERT INTO deleted_line (noun, of_id, former, login, deleted_at)
SELECT 'money', m.task_id, json_object('text', ?1,
	'row', json_array(m.year, m.source, m.planned, m.spent, m.login, m.entered_at, m.import_id)),
	coalesce((SELECT login FROM person WHERE id = ?2), ''), ?3
FROM task_money AS m WHERE m.task_id = ?4 AND m.year = ?5 AND m.source = ?6;

-- name: deleted_money_row
SELECT json_extract(d.former, '$.row[0]'), json_extract(d.former, '$.row[1]'), json_extract(d.former, '$.row[2]'),
	json_extract(d.former, '$.row[3]')
FROM deleted_line AS d WHERE d.id = ?1;

-- name: deleted_money_back
-- Nothing where there is a line of that year and source again.
INSERT OR IGNORE INTO task_money (task_id, year, source, planned, spent, login, entered_at, import_id)
SELECT d.of_id, json_extract(d.former, '$.row[0]'), json_extract(d.former, '$.row[1]'),
	json_extract(d.former, '$.row[2]'), json_extract(d.former, '$.row[3]'), json_extract(d.former, '$.row[4]'),
	json_extract(d.former, '$.row[5]'),
	(SELECT i.id FROM import AS i WHERE i.id = json_extract(d.former, '$.row[6]'))
FROM deleted_line AS d WHERE d.id = ?1;

-- name: deleted_risk_keep
INSERT INTO deleted_line (noun, of_id, former, login, deleted_at)
SELECT 'risk', r.strategy_id, json_object('text', coalesce(?1, r.text),
	'row', json_array(r.task_id, r.text, r.likelihood, r.effect, r.response, r.office, r.closed_on)),
	coalesce((SELECT login FROM person WHERE id = ?2), ''), ?3
FROM risk AS r WHERE r.strategy_id = ?4 AND r.position = ?5;

-- name: deleted_risk_back
INSERT INTO risk (strategy_id, position, task_id, text, likelihood, effect, response, office, closed_on)
SELECT d.of_id, (SELECT coalesce(max(r.position), 0) + 1 FROM risk AS r WHERE r.strategy_id = d.of_id),
	(SELECT t.id FROM task AS t WHERE t.id = json_extract(d.former, '$.row[0]')),
	json_extract(d.former, '$.row[1]'), json_extract(d.former, '$.row[2]'), json_extract(d.former, '$.row[3]'),
	json_extract(d.former, '$.row[4]'), json_extract(d.former, '$.row[5]'), json_extract(d.former, '$.row[6]')
FROM deleted_line AS d WHERE d.id = ?1;

-- name: deleted_step_keep
INSERT INTO deleted_line (noun, of_id, former, login, deleted_at)
SELECT 'step', a.strategy_id, json_object('text', coalesce(?1, a.name),
	'row', json_array(a.kind, a.name, a.planned_on, a.done_on, a.document, a.note)),
	coalesce((SELECT login FROM person WHERE id = ?2), ''), ?3
FROM adoption_step AS a WHERE a.strategy_id = ?4 AND a.position = ?5;

-- name: deleted_step_back
INSERT INTO adoption_step (strategy_id, position, kind, name, planned_on, done_on, document, note)
SELECT d.of_id, (SELECT coalesce(max(a.position), 0) + 1 FROM adoption_step AS a WHERE a.strategy_id = d.of_id),
	json_extract(d.former, '$.row[0]'), json_extract(d.former, '$.row[1]'), json_extract(d.former, '$.row[2]'),
	json_extract(d.former, '$.row[3]'), json_extract(d.former, '$.row[4]'), json_extract(d.former, '$.row[5]')
FROM deleted_line AS d WHERE d.id = ?1;

-- name: deleted_remark_keep
INSERT INTO deleted_line (noun, of_id, former, login, deleted_at)
SELECT 'remark', c.strategy_id, json_object('text', coalesce(?1, c.text),
	'row', json_array(c.author, c.place, c.text, c.made_on, c.outcome, c.answer)),
	coalesce((SELECT login FROM person WHERE id = ?2), ''), ?3
FROM consultation_remark AS c WHERE c.strategy_id = ?4 AND c.position = ?5;

-- name: deleted_remark_back
INSERT INTO consultation_remark (strategy_id, position, author, place, text, made_on, outcome, answer)
SELECT d.of_id, (SELECT coalesce(max(c.position), 0) + 1 FROM consultation_remark AS c WHERE c.strategy_id = d.of_id),
	json_extract(d.former, '$.row[0]'), json_extract(d.former, '$.row[1]'), json_extract(d.former, '$.row[2]'),
	json_extract(d.former, '$.row[3]'), json_extract(d.former, '$.row[4]'), json_extract(d.former, '$.row[5]')
FROM deleted_line AS d WHERE d.id = ?1;

-- name: deleted_question_keep
INSERT INTO deleted_line (noun, of_id, former, login, deleted_at)
SELECT 'question', q.evaluation_id, json_object('text', coalesce(?1, q.text),
	'row', json_array(q.position, q.criterion, q.text, q.evidence, q.judgement, q.score, q.spread)),
	coalesce((SELECT login FROM person WHERE id = ?2), ''), ?3
FROM evaluation_question AS q WHERE q.evaluation_id = ?4 AND q.position = ?5;

-- name: deleted_question_back
-- At its number, which is printed beside it, or at the end where another has it.
INSERT INTO evaluation_question (evaluation_id, position, criterion, text, evidence, judgement, score, spread)
SELECT d.of_id, CASE WHEN EXISTS (SELECT 1 FROM evaluation_question AS q
		WHERE q.evaluation_id = d.of_id AND q.position = json_extract(d.former, '$.row[0]'))
	THEN (SELECT max(q.position) + 1 FROM evaluation_question AS q WHERE q.evaluation_id = d.of_id)
	ELSE json_extract(d.former, '$.row[0]') END,
	json_extract(d.former, '$.row[1]'), json_extract(d.former, '$.row[2]'), json_extract(d.former, '$.row[3]'),
	json_extract(d.former, '$.row[4]'), json_extract(d.former, '$.row[5]'), json_extract(d.former, '$.row[6]')
FROM deleted_line AS d WHERE d.id = ?1;

-- name: deleted_deviation_keep
-- Of the strategy: the round of its year may go and be begun again.
INSERT INTO deleted_line (noun, of_id, former, login, deleted_at)
SELECT 'deviation', r.strategy_id, json_object('text', coalesce(?1, CASE v.cause WHEN '' THEN v.measure ELSE v.cause END
		|| ' (' || coalesce(t.name, k.name, '') || ', ' || r.year || ')'),
	'year', r.year, 'target', t.uid, 'task', k.uid,
	'row', json_array(v.cause, v.measure, v.office, v.due_on, v.done_on)),
	coalesce((SELECT login FROM person WHERE id = ?2), ''), ?3
FROM deviation AS v JOIN monitoring_round AS r ON r.id = v.round_id
	LEFT JOIN target AS t ON t.id = v.target_id LEFT JOIN task AS k ON k.id = v.task_id
WHERE v.round_id = ?4 AND v.id = ?5;

-- name: deleted_deviation_place
SELECT json_extract(d.former, '$.year'),
	coalesce((SELECT t.id FROM target AS t
		WHERE t.uid = json_extract(d.former, '$.target') AND t.strategy_id = d.of_id), 0),
	coalesce((SELECT k.id FROM task AS k
		WHERE k.uid = json_extract(d.former, '$.task') AND k.strategy_id = d.of_id), 0)
FROM deleted_line AS d WHERE d.id = ?1;

-- name: deleted_deviation_back
-- ?2 the round, ?3 its target or ?4 its task.
INSERT INTO deviation (round_id, target_id, task_id, cause, measure, office, due_on, done_on)
SELECT ?2, ?3, ?4, json_extract(d.former, '$.row[0]'), json_extract(d.former, '$.row[1]'),
	json_extract(d.former, '$.row[2]'), json_extract(d.former, '$.row[3]'), json_extract(d.former, '$.row[4]')
FROM deleted_line AS d WHERE d.id = ?1;

-- name: deleted_recommendation_keep
INSERT INTO deleted_line (noun, of_id, former, login, deleted_at)
SELECT 'recommendation', r.evaluation_id, json_object('text', coalesce(?1, r.text),
	'asked', (SELECT q.text FROM evaluation_question AS q
		WHERE q.evaluation_id = r.evaluation_id AND q.position = r.question),
	'row', json_array(r.position, r.question, r.text, r.office, r.due_on, r.state, r.answer, r.settled_on)),
	coalesce((SELECT login FROM person WHERE id = ?2), ''), ?3
FROM recommendation AS r WHERE r.evaluation_id = ?4 AND r.id = ?5;

-- name: deleted_recommendation_back
-- At its number, or at the end where another has it; of the whole where its question asks another thing now.
INSERT INTO recommendation (evaluation_id, position, question, text, office, due_on, state, answer, settled_on)
SELECT d.of_id, CASE WHEN EXISTS (SELECT 1 FROM recommendation AS r
		WHERE r.evaluation_id = d.of_id AND r.position = json_extract(d.former, '$.row[0]'))
	THEN (SELECT max(r.position) + 1 FROM recommendation AS r WHERE r.evaluation_id = d.of_id)
	ELSE json_extract(d.former, '$.row[0]') END,
	(SELECT q.position FROM evaluation_question AS q WHERE q.evaluation_id = d.of_id
		AND q.position = json_extract(d.former, '$.row[1]') AND q.text = json_extract(d.former, '$.asked')),
	json_extract(d.former, '$.row[2]'), json_extract(d.former, '$.row[3]'), json_extract(d.former, '$.row[4]'),
	json_extract(d.former, '$.row[5]'), json_extract(d.former, '$.row[6]'), json_extract(d.former, '$.row[7]')
FROM deleted_line AS d WHERE d.id = ?1;

-- name: deleted_evidence_keep
-- Numbers with all their digits, so that the same evidence is known again.
INSERT INTO deleted_line (noun, of_id, former, login, deleted_at)
SELECT CASE WHEN e.problem_id IS NOT NULL THEN 'problem' WHEN e.factor_id IS NOT NULL THEN 'factor'
		ELSE 'evaluation' END || '_evidence',
	coalesce(e.problem_id, e.factor_id, e.evaluation_id), json_object('text', coalesce(?1, e.text),
	'question', e.question, 'asked', (SELECT q.text FROM evaluation_question AS q
		WHERE q.evaluation_id = e.evaluation_id AND q.position = e.question),
	'row', json_array(e.kind, e.indicator, e.slot, e.year, e.decimals,
		json(iif(e.value IS NULL, 'null', printf('%!.17g', e.value))),
		json(iif(e.mean IS NULL, 'null', printf('%!.17g', e.mean))),
		json(iif(e.level IS NULL, 'null', printf('%!.17g', e.level))),
		json(iif(e.change IS NULL, 'null', printf('%!.17g', e.change))),
		e.n, e.peers, e.text, e.frozen_at)),
	coalesce((SELECT login FROM person WHERE id = ?2), ''), ?3
FROM strategic_evidence AS e WHERE e.id = ?4;

-- name: deleted_evidence_asked
-- The question of whose judgement it spoke, and whether it is still there.
SELECT json_extract(d.former, '$.question'), json_extract(d.former, '$.asked'), EXISTS (
	SELECT 1 FROM evaluation_question AS q WHERE q.evaluation_id = d.of_id
		AND q.position = json_extract(d.former, '$.question') AND q.text = json_extract(d.former, '$.asked'))
FROM deleted_line AS d WHERE d.id = ?1 AND json_extract(d.former, '$.question') IS NOT NULL;

-- name: deleted_evidence_back
-- Nothing where the same stands there again.
INSERT INTO strategic_evidence (problem_id, factor_id, evaluation_id, question, kind, indicator, slot, year, decimals,
	value, mean, level, change, n, peers, text, frozen_at)
SELECT iif(d.noun = 'problem_evidence', d.of_id, NULL), iif(d.noun = 'factor_evidence', d.of_id, NULL),
	iif(d.noun = 'evaluation_evidence', d.of_id, NULL), json_extract(d.former, '$.question'),
	json_extract(d.former, '$.row[0]'), json_extract(d.former, '$.row[1]'), json_extract(d.former, '$.row[2]'),
	json_extract(d.former, '$.row[3]'), json_extract(d.former, '$.row[4]'), json_extract(d.former, '$.row[5]'),
	json_extract(d.former, '$.row[6]'), json_extract(d.former, '$.row[7]'), json_extract(d.former, '$.row[8]'),
	json_extract(d.former, '$.row[9]'), json_extract(d.former, '$.row[10]'), json_extract(d.former, '$.row[11]'),
	json_extract(d.former, '$.row[12]')
FROM deleted_line AS d WHERE d.id = ?1 AND NOT EXISTS (SELECT 1 FROM strategic_evidence AS e
	WHERE ((d.noun = 'problem_evidence' AND e.problem_id = d.of_id)
		OR (d.noun = 'factor_evidence' AND e.factor_id = d.of_id)
		OR (d.noun = 'evaluation_evidence' AND e.evaluation_id = d.of_id
			AND e.question IS json_extract(d.former, '$.question')))
		AND e.kind = json_extract(d.former, '$.row[0]') AND e.indicator = json_extract(d.former, '$.row[1]')
		AND e.slot IS json_extract(d.former, '$.row[2]') AND e.year = json_extract(d.former, '$.row[3]')
		AND e.value IS json_extract(d.former, '$.row[5]') AND e.level IS json_extract(d.former, '$.row[7]')
		AND e.change IS json_extract(d.former, '$.row[8]') AND e.peers = json_extract(d.former, '$.row[10]')
		AND e.text = json_extract(d.former, '$.row[11]'));
