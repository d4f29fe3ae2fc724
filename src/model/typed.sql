-- SPDX-License-Identifier: GPL-3.0-or-later
-- Drafts of answers: their uid is the form's and the operator's, parted by a stroke.

-- name: typed_uid
SELECT f.uid || '/' || o.uid FROM form AS f, operator AS o WHERE f.id = ?1 AND o.id = ?2;

-- name: typed_left
-- Whether anything typed is kept beside the place.
SELECT 1 FROM draft WHERE person_id = ?1 AND screen = ?2 AND uid = ?3 AND field <> 'at' LIMIT 1;

-- name: typed_erase_wave
DELETE FROM draft WHERE screen IN ('correction', 'difference')
	AND substr(uid, 1, 32) IN (SELECT uid FROM form WHERE wave_id = ?1);

-- name: typed_erase_import
DELETE FROM draft WHERE screen IN ('correction', 'difference')
	AND substr(uid, 1, 32) IN (SELECT uid FROM form WHERE import_id = ?1);

-- name: typed_erase_operator
DELETE FROM draft WHERE screen IN ('correction', 'difference')
	AND substr(uid, 34) = (SELECT uid FROM operator WHERE id = ?1);
