-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who was at a meeting.

-- name: attendance_tick
UPDATE participant SET attended = ?2 WHERE id = ?1;

-- name: attendance_tick_seat
-- Who came has the seat: who else could have it, and is not ticked yet, was not there.
UPDATE participant SET attended = 0 WHERE attended IS NULL AND (stands_for = ?1
	OR id = (SELECT stands_for FROM participant WHERE id = ?1));

-- name: attendance_tick_rest
-- "The others were there" says nothing of who declined or sends a substitute, nor of whom a substitute stands for who was
-- there or is said to be now.
UPDATE participant SET attended = ?2 WHERE meeting_id = ?1 AND attended IS NULL
	AND (?2 IS NOT 1 OR (answer NOT IN ('no', 'substitute') AND NOT EXISTS (SELECT 1 FROM participant AS s
		WHERE s.stands_for = participant.id AND s.meeting_id = ?1
			AND (s.attended = 1 OR (s.attended IS NULL AND s.answer <> 'no')))));

-- name: attendance_count
-- Seats, as meeting_list counts them: a substitute has that of whom they stand for, and whoever
-- sends one will come. Guests stand apart.
SELECT slot, sum(invited), sum(accepted), sum(came), max(member), sum(guest), sum(guest_came) FROM (
	SELECT e.slot AS slot, 0 AS invited, 0 AS accepted, 0 AS came, 1 AS member, 0 AS guest,
		0 AS guest_came
	FROM meeting AS m JOIN membership AS e ON e.group_id = m.group_id
	WHERE m.id = ?1 AND e.first_on <= substr(m.ends_at, 1, 10) AND e.last_on >= substr(m.starts_at, 1, 10)
	UNION ALL
	SELECT slot, NOT guest, NOT guest AND accepted, NOT guest AND came, 0, guest, guest AND came
	FROM (SELECT coalesce(p.slot, 0) AS slot, p.part = 'guest' AS guest,
		p.answer IN ('yes', 'substitute') AS accepted,
		coalesce(p.attended, 0) = 1 OR EXISTS (SELECT 1 FROM participant AS s
			WHERE s.meeting_id = ?1 AND s.stands_for = p.id AND s.attended = 1) AS came
		FROM participant AS p WHERE p.meeting_id = ?1 AND p.stands_for IS NULL)
) GROUP BY slot ORDER BY slot = 0, slot;
