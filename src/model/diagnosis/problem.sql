-- SPDX-License-Identifier: GPL-3.0-or-later
-- Key problems, priorities and drivers of development.

-- name: problem_list
-- ?6 an entry, 0 = all. What the newest closed ballot on such entries did not ask about stands behind those that it ranked.
SELECT p.id, p.rev, p.uid, p.slot, p.kind, p.year, p.position, p.text, p.area, p.note,
	(SELECT count(*) FROM strategic_evidence AS e WHERE e.problem_id = p.id),
	(SELECT count(*) FROM problem_link AS l WHERE l.priority_id = p.id),
	coalesce((SELECT p.id NOT IN (SELECT i.problem_id FROM ballot_item AS i
			WHERE i.ballot_id = b.id AND i.problem_id IS NOT NULL)
		FROM ballot AS b WHERE b.slot = p.slot AND b.subject = 'problems'
			AND b.closed_on IS NOT NULL AND b.retired_at IS NULL
			AND EXISTS (SELECT 1 FROM ballot_item AS i JOIN problem AS q ON q.id = i.problem_id
				WHERE i.ballot_id = b.id AND q.kind = p.kind AND q.year = p.year)
		ORDER BY b.closed_on DESC, b.id DESC LIMIT 1), 0) AS not_voted
FROM problem AS p
WHERE (p.retired_at IS NOT NULL) = ?5 AND (?1 = 0 OR p.slot = ?1) AND (?2 = '' OR p.kind = ?2)
	AND (?3 = 0 OR p.year = ?3) AND (?6 = 0 OR p.id = ?6)
	AND (?4 = 0 OR p.id IN (SELECT l.problem_id FROM problem_link AS l WHERE l.priority_id = ?4))
ORDER BY p.kind = 'driver', p.kind = 'priority', p.year DESC, not_voted, p.position = 0, p.position,
	p.text COLLATE polish;

-- name: problem_same
-- What says the same of the unit and year already and is in use.
SELECT id FROM problem
WHERE slot = ?1 AND kind = ?2 AND year = ?3 AND text = ?4 COLLATE NOCASE AND retired_at IS NULL
ORDER BY id LIMIT 1;

-- name: problem_insert
INSERT INTO problem (uid, slot, kind, year, position, text, area, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: problem_update
UPDATE problem SET rev = rev + 1, slot = ?2, kind = ?3, year = ?4, position = ?5, text = ?6,
	area = ?7, note = ?8
WHERE id = ?9 AND rev = ?10 AND retired_at IS NULL;

-- name: problem_raise
UPDATE problem SET rev = rev + 1 WHERE id = ?1 AND rev = ?2 AND retired_at IS NULL;

-- name: problem_head
SELECT rev, '', retired_at FROM problem WHERE id = ?1;

-- name: problem_retire
-- Or brought back (?2 NULL).
UPDATE problem SET retired_at = ?2, rev = rev + 1 WHERE id = ?1;

-- name: problem_unlink
DELETE FROM problem_link WHERE priority_id = ?1;

-- name: problem_link
-- Only of the same unit, and nothing follows from a priority.
INSERT INTO problem_link (priority_id, problem_id)
SELECT a.id, b.id FROM problem AS a JOIN problem AS b ON b.id = ?2
WHERE a.id = ?1 AND a.slot = b.slot AND b.kind <> 'priority' AND b.retired_at IS NULL;

-- name: problem_rank
-- Of a deleted one too: it may come back, and then has the place of the newest ballot.
UPDATE problem SET position = ?2, rev = rev + 1 WHERE id = ?1;
