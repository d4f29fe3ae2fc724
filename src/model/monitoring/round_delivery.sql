-- SPDX-License-Identifier: GPL-3.0-or-later
-- Offices that a round asks: those that key indicators of its strategy or have tasks.

-- name: round_deliveries
-- Offices that were named since the round began too, unless it is approved.
SELECT o.office, coalesce(d.sent_on, ''), coalesce(d.delivered_on, ''), coalesce(d.note, '')
FROM (SELECT office FROM round_delivery WHERE round_id = ?1
	UNION SELECT office FROM target WHERE strategy_id = ?2 AND retired_at IS NULL AND indicator = '' AND ?3 = 0
	UNION SELECT office FROM task WHERE strategy_id = ?2 AND retired_at IS NULL AND ?3 = 0) AS o
	LEFT JOIN round_delivery AS d ON d.round_id = ?1 AND d.office = o.office;

-- name: round_offices_keep
-- Approved, a round keeps the offices that it asked, those named since it began too.
INSERT OR IGNORE INTO round_delivery (round_id, office)
SELECT ?1, office FROM target WHERE strategy_id = ?2 AND retired_at IS NULL AND indicator = ''
UNION SELECT ?1, office FROM task WHERE strategy_id = ?2 AND retired_at IS NULL;

-- name: round_delivery_put
INSERT INTO round_delivery (round_id, office, sent_on, delivered_on, note) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT DO UPDATE SET sent_on = excluded.sent_on, delivered_on = excluded.delivered_on,
	note = excluded.note;

-- name: round_delivered
-- What was sent and noted stays.
INSERT INTO round_delivery (round_id, office, delivered_on) VALUES (?1, ?2, ?3)
ON CONFLICT DO UPDATE SET delivered_on = excluded.delivered_on;

-- name: round_delivered_on
SELECT delivered_on FROM round_delivery WHERE round_id = ?1 AND office = ?2;

-- name: round_office_of_card
-- ?1 strategy, ?2 office: whether it answers for an indicator whose figures come from the catalogue.
SELECT 1 FROM target WHERE strategy_id = ?1 AND office = ?2 AND indicator <> '' AND retired_at IS NULL;
