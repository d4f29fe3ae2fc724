-- SPDX-License-Identifier: GPL-3.0-or-later
-- Questions of diagnoses that are kept.

-- name: diagnosis_kept
-- The one that asks the same.
SELECT d.id, d.rev, d.uid, (SELECT count(*) FROM finding AS f WHERE f.diagnosis_id = d.id)
FROM diagnosis AS d WHERE d.slot = ?1 AND d.year = ?2 AND d.peers = ?3 AND d.method = ?4
	AND d.years = ?5 AND d.tree = ?6 AND d.retired_at IS NULL;

-- name: diagnosis_insert
INSERT INTO diagnosis (uid, slot, year, peers, method, years, tree)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- name: diagnosis_raise
UPDATE diagnosis SET rev = rev + 1 WHERE id = ?1 AND retired_at IS NULL;
