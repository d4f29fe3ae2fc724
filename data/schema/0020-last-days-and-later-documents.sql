-- SPDX-License-Identifier: GPL-3.0-or-later
-- The day of leaving is the last day as a member, as lists that say "until" tell it; before, it was the first day
-- after. Who was a member on which day stays as it was.

UPDATE exchange_member SET left_on = date(left_on, '-1 day') WHERE date(left_on, '-1 day') > joined_on;

DROP VIEW membership;
-- A member on a day: day BETWEEN first_on AND last_on. Until a group begins, its members are those
-- who are there when it does.
CREATE VIEW membership AS
	SELECT m.id, m.group_id, m.slot, m.joined_on, m.left_on, m.host_order, m.presentation,
		CASE WHEN m.joined_on <= g.starts_on THEN '' ELSE m.joined_on END AS first_on,
		coalesce(m.left_on, '9999-12-31') AS last_on
	FROM exchange_member AS m JOIN exchange_group AS g ON g.id = m.group_id;

ALTER TABLE document ADD COLUMN later INTEGER NOT NULL DEFAULT 0 CHECK (later IN (0, 1)); -- entered when the minutes of its meeting were approved: they do not name it
