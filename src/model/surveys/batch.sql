-- SPDX-License-Identifier: GPL-3.0-or-later
-- Batches of paper, and the forms that reception makes.

-- name: batch_list
SELECT b.id, b.rev, b.wave_id, b.uid, b.number, b.received_from, b.received_by, b.received_on,
	b.received, b.first_number, b.last_number, b.spoilt, b.empty, b.reason, b.room, b.binder,
	b.lent_to, b.second_start, b.second_whole, b.difference, b.closed_at,
	coalesce(sum(iif(n.state = 'waiting', n.forms, 0)), 0),
	coalesce(sum(iif(n.state = 'keying', n.forms, 0)), 0),
	coalesce(sum(iif(n.state = 'keyed', n.forms, 0)), 0),
	coalesce(sum(iif(n.state = 'empty', n.forms, 0)), 0),
	coalesce(sum(iif(n.state = 'spoilt', n.forms, 0)), 0),
	coalesce(sum(iif(n.state = 'missing', n.forms, 0)), 0),
	coalesce(sum(iif(n.second <> 'none', n.forms, 0)), 0),
	coalesce(sum(iif(n.second = 'done', n.forms, 0)), 0),
	coalesce(sum(iif(n.second = 'differs', n.forms, 0)), 0)
FROM batch AS b LEFT JOIN form_count AS n ON n.wave_id = b.wave_id AND n.batch_id = b.id
WHERE (?1 = 0 OR b.wave_id = ?1) AND (?2 = 0 OR b.id = ?2) AND (?3 = 0 OR b.number = ?3)
GROUP BY b.id ORDER BY b.number;

-- name: batch_next_number
SELECT coalesce(max(number), 0) + 1 FROM batch WHERE wave_id = ?1;

-- name: batch_number_taken
SELECT 1 FROM batch WHERE wave_id = ?1 AND number = ?2 AND id <> ?3;

-- name: batch_first_free
-- The number after the highest stamped so far.
SELECT coalesce(max(number), 0) + 1 FROM form WHERE wave_id = ?1;

-- name: batch_insert
INSERT INTO batch (uid, wave_id, number, received_from, received_by, received_on, received,
	first_number, last_number, spoilt, empty, reason, room, binder, lent_to, second_start)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16);

-- name: batch_update
UPDATE batch SET number = ?3, received_from = ?4, received_by = ?5, received_on = ?6,
	received = ?7, first_number = ?8, last_number = ?9, spoilt = ?10, empty = ?11,
	reason = ?12, room = ?13, binder = ?14, lent_to = ?15, second_start = ?16, rev = rev + 1
WHERE id = ?1 AND rev = ?2 AND closed_at IS NULL;

-- name: batch_foreign_forms
-- Numbers of the range that another batch holds.
SELECT f.number, coalesce(b.number, 0) FROM form AS f LEFT JOIN batch AS b ON b.id = f.batch_id
WHERE f.wave_id = ?1 AND f.number BETWEEN ?2 AND ?3 AND f.batch_id IS NOT ?4
ORDER BY f.number LIMIT 1;

-- name: batch_begun_outside
-- A number that would fall out although its paper has been handled.
SELECT number FROM form WHERE batch_id = ?1 AND (number < ?2 OR number > ?3)
	AND (state NOT IN ('waiting', 'missing') OR note <> ''
		OR EXISTS (SELECT 1 FROM remark AS m WHERE m.form_id = form.id))
ORDER BY number LIMIT 1;

-- name: batch_drop_outside
DELETE FROM form WHERE batch_id = ?1 AND (number < ?2 OR number > ?3);

-- name: batch_add_form
INSERT INTO form (uid, wave_id, batch_id, number, version_id) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (wave_id, number) DO NOTHING;

-- name: batch_wave
SELECT w.version_id, w.second_choice, w.second_every, w.closed_at FROM wave AS w
WHERE w.id = ?1 AND w.retired_at IS NULL;

-- name: batch_set_closed
UPDATE batch SET closed_at = ?2, closed_by = ?3, difference = ?4, rev = rev + 1 WHERE id = ?1;

-- name: batch_set_open
-- The explanation stays: closing again shows it.
UPDATE batch SET closed_at = NULL, closed_by = NULL, rev = rev + 1 WHERE id = ?1;

-- name: batch_set_missing
-- What still waits when the batch is closed was never found.
UPDATE form SET state = 'missing', reason = ?2, rev = rev + 1
WHERE batch_id = ?1 AND state = 'waiting';

-- name: batch_set_waiting
-- Of an opened batch waits again what only its closing called missing.
UPDATE form SET state = 'waiting', reason = '', rev = rev + 1
WHERE batch_id = ?1 AND state = 'missing' AND reason =
	(SELECT nullif(difference, '') FROM batch WHERE id = ?1);

-- name: batch_second_forms
SELECT number FROM form WHERE batch_id = ?1 AND second IN ('chosen', 'keying') ORDER BY number;
