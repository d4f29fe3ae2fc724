-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the expert said of the rows of a diagnosis.

-- name: finding_list
SELECT indicator, name, measure, class, verdict, reason, decimals, value, mean, sd, level, change, n,
	missing, peers, login, decided_at, (SELECT d.method FROM diagnosis AS d WHERE d.id = ?1)
FROM finding WHERE diagnosis_id = ?1 ORDER BY indicator;

-- name: finding_put
INSERT INTO finding (diagnosis_id, indicator, class, verdict, reason, name, measure, decimals, value,
	mean, sd, level, change, n, missing, peers, login, decided_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,
	coalesce((SELECT p.login FROM person AS p WHERE p.id = ?17), ''), ?18)
ON CONFLICT (diagnosis_id, indicator) DO UPDATE SET class = excluded.class,
	verdict = excluded.verdict, reason = excluded.reason, name = excluded.name,
	measure = excluded.measure, decimals = excluded.decimals, value = excluded.value,
	mean = excluded.mean, sd = excluded.sd, level = excluded.level, change = excluded.change,
	n = excluded.n, missing = excluded.missing, peers = excluded.peers,
	login = excluded.login, decided_at = excluded.decided_at;

-- name: finding_problem
-- What was written from the same indicator already, as a problem or a driver, and is in use.
SELECT p.id, p.text FROM problem AS p JOIN strategic_evidence AS e ON e.problem_id = p.id
WHERE p.slot = ?1 AND p.year = ?2 AND p.kind IN ('problem', 'driver') AND p.retired_at IS NULL AND e.indicator = ?3
ORDER BY p.id LIMIT 1;

-- name: finding_delete
DELETE FROM finding WHERE diagnosis_id = ?1 AND indicator = ?2;
