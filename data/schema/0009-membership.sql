-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is a member of an exchange group on a day is said in one place. The comparison group of an
-- exchange group has no rows of its own: its units are the members of the day on which it is read,
-- so that a unit that leaves next year is compared until then, and one that joins from then on.

DROP TRIGGER exchange_member_added;
DROP TRIGGER exchange_member_changed;
DROP TRIGGER exchange_member_gone;
DROP TRIGGER comparison_group_followed;
DELETE FROM comparison_group_member WHERE group_id IN
	(SELECT id FROM comparison_group WHERE exchange_group_id IS NOT NULL);

-- A member on a day: day BETWEEN first_on AND last_on. Until a group begins, its members are those
-- who are there when it does.
CREATE VIEW membership AS
	SELECT m.id, m.group_id, m.slot, m.joined_on, m.left_on, m.host_order, m.presentation,
		CASE WHEN m.joined_on <= g.starts_on THEN '' ELSE m.joined_on END AS first_on,
		coalesce(date(m.left_on, '-1 day'), '9999-12-31') AS last_on
	FROM exchange_member AS m JOIN exchange_group AS g ON g.id = m.group_id;

-- What the view asks of a member lies in the index.
DROP INDEX exchange_member_of;
CREATE INDEX exchange_member_of ON exchange_member (group_id, slot, joined_on, left_on);

-- Which version of the minutes went out for remarks: before, it had to be guessed from the days of
-- the versions and the log, which is pruned.
ALTER TABLE minutes ADD COLUMN sent_version INTEGER NOT NULL DEFAULT 0 CHECK (sent_version >= 0); -- 0 = never sent
UPDATE minutes SET sent_version = coalesce((SELECT max(v.number) FROM minutes_version AS v
	WHERE v.minutes_id = minutes.id AND v.created_at <= coalesce((SELECT max(a.at) FROM audit AS a
		WHERE a.action = 'minutes.send' AND a.entity = 'minutes' AND a.entity_id = minutes.id),
		minutes.sent_on || 'T24')), 0)
WHERE sent_on IS NOT NULL;
