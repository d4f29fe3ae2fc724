-- SPDX-License-Identifier: GPL-3.0-or-later
-- Evaluations and self-assessments with their questions.

-- name: evaluation_list
-- ?1 strategy, ?2 retired ones, ?3 id; 0 = any.
SELECT e.id, e.rev, e.uid, e.strategy_id, e.kind, e.title, e.year, e.evaluator, coalesce(e.from_on, ''),
	coalesce(e.to_on, ''), e.summary, coalesce(e.closed_on, ''), s.code, s.slot,
	(SELECT count(*) FROM evaluation_question AS q WHERE q.evaluation_id = e.id),
	(SELECT count(*) FROM evaluation_question AS q WHERE q.evaluation_id = e.id
		AND (q.judgement <> '' OR q.score IS NOT NULL)),
	(SELECT count(*) FROM recommendation AS r WHERE r.evaluation_id = e.id),
	(SELECT count(*) FROM recommendation AS r WHERE r.evaluation_id = e.id
		AND r.state IN ('open', 'accepted'))
FROM evaluation AS e JOIN strategy AS s ON s.id = e.strategy_id
WHERE (?1 = 0 OR e.strategy_id = ?1) AND (?3 = 0 OR e.id = ?3)
	AND (?3 <> 0 OR (e.retired_at IS NOT NULL) = ?2) AND (?1 <> 0 OR ?3 <> 0 OR s.retired_at IS NULL)
ORDER BY e.year DESC, e.id DESC;

-- name: evaluation_head
-- Rows of one office alone: nobody else owns them.
SELECT rev, '', retired_at, closed_on IS NOT NULL FROM evaluation WHERE id = ?1;

-- name: evaluation_strategy_gone
-- ?1 evaluation, ?2 strategy of a new one.
SELECT 1 FROM strategy
WHERE id = coalesce((SELECT strategy_id FROM evaluation WHERE id = ?1), ?2) AND retired_at IS NOT NULL;

-- name: evaluation_insert
INSERT INTO evaluation (uid, strategy_id, kind, title, year, evaluator, from_on, to_on, summary, closed_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);

-- name: evaluation_update
UPDATE evaluation SET rev = rev + 1, title = ?2, year = ?3, evaluator = ?4, from_on = ?5, to_on = ?6,
	summary = ?7, closed_on = ?8
WHERE id = ?1;

-- name: evaluation_raise
UPDATE evaluation SET rev = rev + 1 WHERE id = ?1;

-- name: evaluation_retire
UPDATE evaluation SET retired_at = ?2, rev = rev + 1 WHERE id = ?1;

-- name: evaluation_unjudged
SELECT count(*) FROM evaluation_question WHERE evaluation_id = ?1 AND judgement = '' AND score IS NULL;

-- name: evaluation_questions
SELECT position, criterion, text, evidence, judgement, score, spread FROM evaluation_question
WHERE evaluation_id = ?1 ORDER BY position;

-- name: evaluation_question_insert
-- A number is never given again: a deleted ballot or a deleted question with it may come back.
INSERT INTO evaluation_question (evaluation_id, position, criterion, text, evidence, judgement, score)
SELECT ?1, coalesce(max(n), 0) + 1, ?3, ?4, ?5, ?6, ?7 FROM (
	SELECT position AS n FROM evaluation_question WHERE evaluation_id = ?1
	UNION ALL SELECT i.question FROM ballot AS b JOIN ballot_item AS i ON i.ballot_id = b.id
	WHERE b.evaluation_id = ?1
	UNION ALL SELECT json_extract(former, '$.row[0]') FROM deleted_line
	WHERE noun = 'question' AND of_id = ?1);

-- name: evaluation_question_update
UPDATE evaluation_question SET criterion = ?3, text = ?4, evidence = ?5, judgement = ?6,
	spread = CASE WHEN score IS ?7 THEN spread END, score = ?7
WHERE evaluation_id = ?1 AND position = ?2;

-- name: evaluation_question_used
SELECT EXISTS (SELECT 1 FROM recommendation WHERE evaluation_id = ?1 AND question = ?2),
	EXISTS (SELECT 1 FROM ballot AS b JOIN ballot_item AS i ON i.ballot_id = b.id
		WHERE b.evaluation_id = ?1 AND i.question = ?2 AND b.retired_at IS NULL),
	EXISTS (SELECT 1 FROM strategic_evidence WHERE evaluation_id = ?1 AND question = ?2);

-- name: evaluation_question_delete
DELETE FROM evaluation_question WHERE evaluation_id = ?1 AND position = ?2;
