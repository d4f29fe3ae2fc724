-- SPDX-License-Identifier: GPL-3.0-or-later
-- What speaks for problems, factors and judgements.

-- name: strategic_evidence_list
SELECT id, coalesce(problem_id, 0), coalesce(factor_id, 0), coalesce(evaluation_id, 0),
	coalesce(question, 0), kind, indicator, coalesce(slot, 0), year, decimals, value, mean,
	level, change, n, peers, text, frozen_at
FROM strategic_evidence
WHERE problem_id = nullif(?1, 0) OR factor_id = nullif(?2, 0)
	OR (evaluation_id = nullif(?3, 0) AND (?4 = 0 OR question = ?4))
ORDER BY id;

-- name: strategic_evidence_of_swot
SELECT e.id, 0, e.factor_id, 0, 0, e.kind, e.indicator, coalesce(e.slot, 0), e.year, e.decimals,
	e.value, e.mean, e.level, e.change, e.n, e.peers, e.text, e.frozen_at
FROM swot_factor AS f JOIN strategic_evidence AS e ON e.factor_id = f.id
WHERE f.swot_id = ?1 ORDER BY f.id, e.id;

-- name: strategic_evidence_same
-- What speaks for the same thing in the same figures and words.
SELECT id FROM strategic_evidence
WHERE (problem_id = ?1 OR factor_id = ?2 OR (evaluation_id = ?3 AND question IS ?4))
	AND kind = ?5 AND indicator = ?6 AND slot IS ?7 AND year = ?8 AND value IS ?9
	AND level IS ?10 AND change IS ?11 AND peers = ?12 AND text = ?13
LIMIT 1;

-- name: strategic_evidence_insert
INSERT INTO strategic_evidence (problem_id, factor_id, evaluation_id, question, kind, indicator, slot,
	year, decimals, value, mean, level, change, n, peers, text, frozen_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17);

-- name: strategic_evidence_owner
SELECT coalesce(problem_id, 0), coalesce(factor_id, 0), coalesce(evaluation_id, 0)
FROM strategic_evidence WHERE id = ?1;

-- name: strategic_evidence_delete
DELETE FROM strategic_evidence WHERE id = ?1;

-- name: strategic_evidence_raise_problem
UPDATE problem SET rev = rev + 1 WHERE id = ?1 AND retired_at IS NULL;

-- name: strategic_evidence_raise_swot
UPDATE swot SET rev = rev + 1 WHERE retired_at IS NULL
	AND id = (SELECT swot_id FROM swot_factor WHERE id = ?1);

-- name: strategic_evidence_raise_evaluation
UPDATE evaluation SET rev = rev + 1 WHERE id = ?1 AND retired_at IS NULL AND closed_on IS NULL;
