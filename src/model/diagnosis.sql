-- SPDX-License-Identifier: GPL-3.0-or-later
-- Questions of diagnoses that are kept.

-- name: diagnosis_list
SELECT d.id, d.rev, d.uid, d.slot, d.year, d.peers, d.method, d.years, d.tree, d.title,
	(SELECT count(*) FROM finding AS f WHERE f.diagnosis_id = d.id)
FROM diagnosis AS d WHERE (d.retired_at IS NOT NULL) = ?2 AND (?1 = 0 OR d.slot = ?1)
ORDER BY d.year DESC, d.id DESC;

-- name: diagnosis_load
SELECT d.id, d.rev, d.uid, d.slot, d.year, d.peers, d.method, d.years, d.tree, d.title,
	(SELECT count(*) FROM finding AS f WHERE f.diagnosis_id = d.id)
FROM diagnosis AS d WHERE d.id = ?1 AND d.retired_at IS NULL;

-- name: diagnosis_insert
INSERT INTO diagnosis (uid, slot, year, peers, method, years, tree, title)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: diagnosis_update
UPDATE diagnosis SET rev = rev + 1, slot = ?2, year = ?3, peers = ?4, method = ?5, years = ?6,
	tree = ?7, title = ?8
WHERE id = ?9 AND rev = ?10 AND retired_at IS NULL;

-- name: diagnosis_raise
UPDATE diagnosis SET rev = rev + 1 WHERE id = ?1 AND retired_at IS NULL;

-- name: diagnosis_owner
SELECT '' FROM diagnosis WHERE id = ?1;

-- name: diagnosis_retire
UPDATE diagnosis SET retired_at = ?2, rev = rev + 1 WHERE id = ?1 AND retired_at IS NULL;

-- name: diagnosis_restore
UPDATE diagnosis SET retired_at = NULL, rev = rev + 1 WHERE id = ?1 AND retired_at IS NOT NULL;
