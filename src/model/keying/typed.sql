-- SPDX-License-Identifier: GPL-3.0-or-later
-- Drafts of answers: their uid is the form's and the operator's, parted by a stroke.

-- name: typed_uid
SELECT f.uid || '/' || o.uid FROM form AS f, operator AS o WHERE f.id = ?1 AND o.id = ?2;

-- name: typed_left
-- Whether anything typed is kept beside the place.
SELECT 1 FROM draft WHERE person_id = ?1 AND screen = ?2 AND uid = ?3 AND field <> 'at' LIMIT 1;

-- name: typed_waiting
-- Corrections, and third readings of what is not settled; draft first: there are few of them.
SELECT f.number, d.screen = 'difference', coalesce(o.initials, ''), max(d.saved_at),
	coalesce(o.id, 0), f.batch_id
FROM draft AS d CROSS JOIN form AS f ON f.uid = substr(d.uid, 1, 32)
LEFT JOIN operator AS o ON o.uid = substr(d.uid, 34)
WHERE d.screen IN ('correction', 'difference') AND d.field <> 'at' AND f.wave_id = ?1
AND (?2 = 0 OR f.batch_id = ?2) AND (?3 = 0 OR o.id = ?3)
AND (d.screen = 'correction' OR EXISTS (SELECT 1 FROM difference AS x WHERE x.form_id = f.id
	AND x.outcome = 'open' AND x.question_id || '.' || x.occurrence = d.field))
GROUP BY f.id, d.screen, d.uid ORDER BY f.number, d.screen, o.initials;

-- name: typed_erase_batch
DELETE FROM draft WHERE screen IN ('correction', 'difference')
	AND substr(uid, 1, 32) IN (SELECT uid FROM form WHERE batch_id = ?1);

-- name: typed_erase_wave
DELETE FROM draft WHERE screen IN ('correction', 'difference')
	AND substr(uid, 1, 32) IN (SELECT uid FROM form WHERE wave_id = ?1);

-- name: typed_erase_import
DELETE FROM draft WHERE screen IN ('correction', 'difference')
	AND substr(uid, 1, 32) IN (SELECT uid FROM form WHERE import_id = ?1);

-- name: typed_erase_operator
DELETE FROM draft WHERE screen IN ('correction', 'difference')
	AND substr(uid, 34) = (SELECT uid FROM operator WHERE id = ?1);
