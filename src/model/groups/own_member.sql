-- SPDX-License-Identifier: GPL-3.0-or-later
-- This office as a member of groups that other offices keep.

-- name: own_member_candidates
-- Of a group of another office: whoever is or was a member.
SELECT DISTINCT m.slot, u.code
FROM exchange_group AS g JOIN exchange_member AS m ON m.group_id = g.id JOIN unit AS u ON u.slot = m.slot
WHERE g.id = ?1 AND g.owner <> ''
ORDER BY m.slot;
