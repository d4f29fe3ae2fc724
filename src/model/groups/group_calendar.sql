-- SPDX-License-Identifier: GPL-3.0-or-later
-- Winter holidays of schools, hosts, and what a proposed calendar has to avoid.

-- name: winter_break_list
SELECT voivodeship, first_on, last_on, source FROM winter_break
WHERE ?1 IS NULL OR voivodeship = ?1 ORDER BY substr(first_on, 1, 4) DESC, first_on, voivodeship;

-- name: winter_break_overlap
SELECT first_on, last_on FROM winter_break WHERE voivodeship = ?1 AND first_on <= ?3
	AND last_on >= ?2 AND NOT (voivodeship = ?4 AND first_on = ?5) LIMIT 1;

-- name: winter_break_put
INSERT INTO winter_break (voivodeship, first_on, last_on, source) VALUES (?1, ?2, ?3, ?4);

-- name: winter_break_delete
DELETE FROM winter_break WHERE voivodeship = ?1 AND first_on = ?2;

-- name: host_turn_counts
-- Members of the days ?2 to ?3, and those who join later and have a meeting already, with the
-- meetings at their seats: held, planned, the last day of either.
SELECT m.id, m.group_id, m.slot, m.joined_on, m.left_on, m.host_order, m.presentation,
	count(t.id) FILTER (WHERE t.state = 'held') AS held,
	count(t.id) FILTER (WHERE t.state IN ('planned', 'invited')) AS planned,
	coalesce(max(substr(t.starts_at, 1, 10)) FILTER (WHERE t.state = 'held'), '') AS last_held,
	coalesce(max(t.starts_at), '') AS last_any
FROM membership AS m LEFT JOIN meeting AS t ON t.group_id = m.group_id AND t.host = m.slot
	AND t.retired_at IS NULL AND t.state <> 'cancelled'
	JOIN unit AS u ON u.slot = m.slot
WHERE m.group_id = ?1 AND m.last_on >= ?2
GROUP BY m.id HAVING m.first_on <= ?3 OR count(t.id) > 0
ORDER BY held + planned, last_any, m.host_order = 0, m.host_order, u.code;

-- name: group_calendar_met
-- Stages that have their meeting; of several the first one's host.
SELECT stage, min(substr(starts_at, 1, 10)), coalesce(host, 0) FROM meeting
WHERE group_id = ?1 AND stage > 0 AND state <> 'cancelled' AND retired_at IS NULL GROUP BY stage;

-- name: group_calendar_stage
-- The stage's name as it is now, and the day of its meeting, '' = none.
SELECT s.name, coalesce((SELECT min(substr(m.starts_at, 1, 10)) FROM meeting AS m
	WHERE m.group_id = s.group_id AND m.stage = s.position AND m.state <> 'cancelled'
		AND m.retired_at IS NULL), '')
FROM exchange_group_stage AS s WHERE s.group_id = ?1 AND s.position = ?2;

-- name: group_calendar_taken
-- Days from ?2 on, on which a member is at a meeting of another group to which it belongs.
SELECT DISTINCT substr(t.starts_at, 1, 10), substr(t.ends_at, 1, 10), g.code
FROM membership AS own JOIN membership AS other ON other.slot = own.slot
	AND other.group_id <> own.group_id
	JOIN meeting AS t ON t.group_id = other.group_id AND t.state <> 'cancelled'
	AND t.retired_at IS NULL
	AND substr(t.starts_at, 1, 10) BETWEEN other.first_on AND other.last_on
	AND substr(t.starts_at, 1, 10) BETWEEN own.first_on AND own.last_on
	JOIN exchange_group AS g ON g.id = t.group_id AND g.retired_at IS NULL
WHERE own.group_id = ?1 AND t.ends_at >= ?2;

-- name: group_calendar_voivodeships
-- Of members from the day ?2 on.
SELECT DISTINCT substr(u.code, 1, 2) FROM membership AS m JOIN unit AS u ON u.slot = m.slot
WHERE m.group_id = ?1 AND m.last_on >= ?2 AND u.code GLOB '[0-3][0-9]*'
	AND length(u.code) < 12 AND substr(u.code, 1, 2) <> '00' ORDER BY 1;
