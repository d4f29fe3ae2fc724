-- SPDX-License-Identifier: GPL-3.0-or-later
-- Advice between meetings.

-- name: advice_list
SELECT a.id, a.rev, a.uid, a.owner, a.group_id, a.contact_id, g.code, c.name, a.slot, a.given_on, a.minutes, a.form,
	a.question, a.answer, a.retired_at
FROM advice AS a JOIN exchange_group AS g ON g.id = a.group_id LEFT JOIN contact AS c ON c.id = a.contact_id
WHERE a.group_id BETWEEN ?1 AND ?2 AND (a.retired_at IS NOT NULL) = ?3
ORDER BY a.given_on DESC, a.id DESC;

-- name: advice_load
SELECT a.id, a.rev, a.uid, a.owner, a.group_id, a.contact_id, g.code, c.name, a.slot, a.given_on, a.minutes, a.form,
	a.question, a.answer, a.retired_at
FROM advice AS a JOIN exchange_group AS g ON g.id = a.group_id LEFT JOIN contact AS c ON c.id = a.contact_id
WHERE a.id = ?1;

-- name: advice_head
SELECT rev, owner, retired_at FROM advice WHERE id = ?1;

-- name: advice_retire
UPDATE advice SET retired_at = ?2, rev = rev + 1 WHERE id = ?1;

-- name: advice_insert
INSERT INTO advice (uid, group_id, contact_id, slot, given_on, minutes, form, question, answer)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);

-- name: advice_update
UPDATE advice SET group_id = ?2, contact_id = ?3, slot = ?4, given_on = ?5, minutes = ?6, form = ?7, question = ?8,
	answer = ?9, rev = rev + 1 WHERE id = ?1;

-- name: advice_sums
-- ?3 a year, 0 = all.
SELECT a.contact_id, coalesce(c.name, ''), coalesce(a.slot, 0), count(*), sum(a.minutes)
FROM advice AS a LEFT JOIN contact AS c ON c.id = a.contact_id
WHERE a.group_id BETWEEN ?1 AND ?2 AND a.retired_at IS NULL
	AND (?3 = 0 OR CAST(substr(a.given_on, 1, 4) AS INTEGER) = ?3)
GROUP BY a.contact_id, a.slot ORDER BY 2 COLLATE polish, a.contact_id, 3;
