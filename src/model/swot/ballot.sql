-- SPDX-License-Identifier: GPL-3.0-or-later
-- Ballots: what is put to the vote, cards, results.

-- name: ballot_list
-- A ballot on the axis is one of scores that go below 0.
SELECT b.id, b.rev, b.uid, b.slot, b.title, b.subject, coalesce(b.swot_id, 0), coalesce(b.evaluation_id, 0),
	CASE WHEN b.lowest < 0 THEN 'axis' ELSE b.method END, b.points, b.lowest, b.highest, b.cards, b.opened_on, b.closed_on,
	(SELECT count(*) FROM ballot_item AS i WHERE i.ballot_id = b.id),
	(SELECT count(*) FROM ballot_card AS c WHERE c.ballot_id = b.id AND c.number < ?7 AND c.unfinished = 0),
	(SELECT count(*) FROM ballot_card AS c WHERE c.ballot_id = b.id AND c.number < ?7 AND c.spoilt = 1),
	(SELECT count(*) FROM ballot_card AS c WHERE c.ballot_id = b.id AND c.number >= ?7),
	(SELECT count(*) FROM ballot_card AS c WHERE c.ballot_id = b.id AND c.number < ?7 AND c.unfinished = 1)
FROM ballot AS b
WHERE (b.retired_at IS NOT NULL) = ?6 AND (?1 = 0 OR b.slot = ?1) AND (?2 = '' OR b.subject = ?2)
	AND (?3 = 0 OR b.swot_id = ?3) AND (?4 = 0 OR b.evaluation_id = ?4)
	AND (?5 = 0 OR b.closed_on IS NULL) AND (?8 = 0 OR b.id = ?8)
ORDER BY b.id DESC;

-- name: ballot_items
SELECT i.position, i.text, coalesce(i.problem_id, 0), coalesce(i.factor_id, 0), coalesce(i.question, 0),
	p.retired_at IS NOT NULL
FROM ballot_item AS i LEFT JOIN problem AS p ON p.id = i.problem_id WHERE i.ballot_id = ?1 ORDER BY i.position;

-- name: ballot_gather_problems
SELECT text, id, 0, 0, '', 0 FROM problem
WHERE slot = ?1 AND kind = ?2 AND (?3 = 0 OR year = ?3) AND retired_at IS NULL
ORDER BY year DESC, CASE position WHEN 0 THEN 1 ELSE 0 END, position, id;

-- name: ballot_gather_factors
SELECT text, 0, id, 0, kind, position FROM swot_factor WHERE swot_id = ?1
ORDER BY CASE kind WHEN 'strength' THEN 0 WHEN 'weakness' THEN 1 WHEN 'opportunity' THEN 2 ELSE 3 END,
	position;

-- name: ballot_gather_statements
SELECT text, 0, 0, position, '', 0 FROM evaluation_question WHERE evaluation_id = ?1 ORDER BY position;

-- name: ballot_evaluation_unit
SELECT s.slot FROM evaluation AS e JOIN strategy AS s ON s.id = e.strategy_id
WHERE e.id = ?1 AND e.retired_at IS NULL;

-- name: ballot_insert
INSERT INTO ballot (uid, slot, title, subject, swot_id, evaluation_id, method, points, lowest, highest, cards,
	opened_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, CASE ?7 WHEN 'axis' THEN 'scores' ELSE ?7 END, ?8, ?9, ?10, ?11, ?12);

-- name: ballot_item_insert
INSERT INTO ballot_item (ballot_id, position, text, problem_id, factor_id, question)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: ballot_update
UPDATE ballot SET rev = rev + 1, title = ?2, cards = ?3 WHERE id = ?1;

-- name: ballot_head
-- One office keeps them: its own.
SELECT rev, '', retired_at, closed_on, coalesce(swot_id, 0), coalesce(evaluation_id, 0) FROM ballot WHERE id = ?1;

-- name: ballot_gone
-- ?1 SWOT, ?2 evaluation, 0 = none: whether it, the evaluation or its strategy is deleted.
SELECT EXISTS (SELECT 1 FROM swot WHERE id = ?1 AND retired_at IS NOT NULL),
	EXISTS (SELECT 1 FROM evaluation WHERE id = ?2 AND retired_at IS NOT NULL),
	EXISTS (SELECT 1 FROM evaluation AS e JOIN strategy AS s ON s.id = e.strategy_id
		WHERE e.id = ?2 AND s.retired_at IS NOT NULL);

-- name: ballot_raise
UPDATE ballot SET rev = rev + 1 WHERE id = ?1;

-- name: ballot_retire
-- Or brought back (?2 NULL).
UPDATE ballot SET retired_at = ?2, rev = rev + 1 WHERE id = ?1;

-- name: ballot_cards
SELECT c.number, c.spoilt, coalesce(s.item, 0), coalesce(s.value + min(b.lowest, 0), 0), c.unfinished
FROM ballot AS b JOIN ballot_card AS c ON c.ballot_id = b.id LEFT JOIN ballot_score AS s ON s.ballot_id = c.ballot_id AND s.card = c.number
WHERE b.id = ?1 AND c.number < ?2
ORDER BY c.number, s.item;

-- name: ballot_card_find
SELECT spoilt FROM ballot_card WHERE ballot_id = ?1 AND number = ?2;

-- name: ballot_card_highest
SELECT coalesce(max(number), 0) FROM ballot_card WHERE ballot_id = ?1 AND number < ?2;

-- name: ballot_card_of_person
SELECT number FROM ballot_card WHERE ballot_id = ?1 AND person_id = ?2;

-- name: ballot_card_insert
INSERT INTO ballot_card (ballot_id, number, person_id, spoilt, unfinished) VALUES (?1, ?2, ?3, ?4, ?5);

-- name: ballot_card_delete
DELETE FROM ballot_card WHERE ballot_id = ?1 AND number = ?2;

-- name: ballot_score_insert
-- Where scores go below 0 they are kept as they stand above the lowest.
INSERT INTO ballot_score (ballot_id, card, item, value)
SELECT id, ?2, ?3, ?4 - min(lowest, 0) FROM ballot WHERE id = ?1;

-- name: ballot_card_scores
SELECT s.item, s.value + min(b.lowest, 0)
FROM ballot AS b JOIN ballot_score AS s ON s.ballot_id = b.id WHERE b.id = ?1 AND s.card = ?2;

-- name: ballot_forget
UPDATE ballot_card SET person_id = NULL WHERE ballot_id = ?1 AND person_id IS NOT NULL;

-- name: ballot_mark_closed
UPDATE ballot SET closed_on = ?2, rev = rev + 1 WHERE id = ?1;

-- name: ballot_valid
SELECT count(*) FROM ballot_card WHERE ballot_id = ?1 AND spoilt = 0 AND unfinished = 0;

-- name: ballot_tally
SELECT s.item, s.value + min(b.lowest, 0), count(*)
FROM ballot AS b JOIN ballot_card AS c ON c.ballot_id = b.id JOIN ballot_score AS s ON s.ballot_id = c.ballot_id AND s.card = c.number
WHERE b.id = ?1 AND c.unfinished = 0 GROUP BY s.item, s.value ORDER BY s.item, s.value;

-- name: ballot_rate_factor
UPDATE swot_factor SET rating = ?2, spread = ?3 WHERE id = ?1;

-- name: ballot_place_factor
UPDATE swot_factor SET axis = ?2 WHERE id = ?1;

-- name: ballot_weights_drop
UPDATE swot_factor SET weight = NULL WHERE swot_id = ?1 AND kind = ?2;

-- name: ballot_standing
-- Items that have a rank, rating, weight, place or score already.
SELECT count(*) FROM ballot AS b JOIN ballot_item AS i ON i.ballot_id = b.id
	LEFT JOIN problem AS p ON p.id = i.problem_id AND p.retired_at IS NULL
	LEFT JOIN swot_factor AS f ON f.id = i.factor_id
	LEFT JOIN evaluation_question AS s ON s.evaluation_id = b.evaluation_id AND s.position = i.question
WHERE b.id = ?1 AND (p.position > 0 OR s.score IS NOT NULL
	OR CASE WHEN b.lowest < 0 THEN f.axis WHEN b.method = 'scores' THEN f.rating ELSE f.weight END IS NOT NULL);

-- name: ballot_weigh_factor
UPDATE swot_factor SET weight = ?2 WHERE id = ?1;

-- name: ballot_factor_kind
SELECT kind FROM swot_factor WHERE id = ?1;

-- name: ballot_score_statement
UPDATE evaluation_question SET score = ?3, spread = ?4 WHERE evaluation_id = ?1 AND position = ?2;

-- name: ballot_raise_swot
UPDATE swot SET rev = rev + 1 WHERE id = ?1;

-- name: ballot_raise_evaluation
UPDATE evaluation SET rev = rev + 1 WHERE id = ?1;
