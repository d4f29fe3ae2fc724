-- SPDX-License-Identifier: GPL-3.0-or-later
-- Comparison groups and their members on a day.

-- name: group_list
SELECT g.id, g.uid, g.rev, g.name, g.note,
	(SELECT count(*) FROM comparison_group_member AS m WHERE m.group_id = g.id)
	+ (SELECT count(*) FROM membership AS m WHERE m.group_id = g.exchange_group_id
		AND ?1 BETWEEN m.first_on AND m.last_on),
	(SELECT e.code FROM exchange_group AS e WHERE e.id = g.exchange_group_id),
	EXISTS (SELECT 1 FROM comparison_rule AS r WHERE r.group_id = g.id)
FROM comparison_group AS g WHERE g.retired_at IS NULL ORDER BY g.name COLLATE polish;

-- name: group_list_retired
-- One that follows an exchange group comes back with it. A name that was taken from a retired group
-- is shown without the mark that stands behind it.
SELECT g.id, g.uid, g.rev, iif(g.name LIKE '% ' || g.uid, substr(g.name, 1, length(g.name) - 33), g.name), g.note,
	(SELECT count(*) FROM comparison_group_member AS m WHERE m.group_id = g.id)
	+ (SELECT count(*) FROM membership AS m WHERE m.group_id = g.exchange_group_id
		AND ?1 BETWEEN m.first_on AND m.last_on),
	NULL, EXISTS (SELECT 1 FROM comparison_rule AS r WHERE r.group_id = g.id)
FROM comparison_group AS g WHERE g.retired_at IS NOT NULL AND g.exchange_group_id IS NULL
ORDER BY g.name COLLATE polish;

-- name: group_by_name
SELECT g.id, g.uid, g.rev, g.name, g.note,
	(SELECT count(*) FROM comparison_group_member AS m WHERE m.group_id = g.id)
	+ (SELECT count(*) FROM membership AS m WHERE m.group_id = g.exchange_group_id
		AND ?2 BETWEEN m.first_on AND m.last_on),
	(SELECT e.code FROM exchange_group AS e WHERE e.id = g.exchange_group_id),
	EXISTS (SELECT 1 FROM comparison_rule AS r WHERE r.group_id = g.id)
FROM comparison_group AS g WHERE g.retired_at IS NULL AND (g.name = ?1
	OR g.exchange_group_id = (SELECT e.id FROM exchange_group AS e WHERE e.code = ?1))
ORDER BY g.name <> ?1 LIMIT 1;

-- name: group_load
SELECT g.id, g.uid, g.rev, g.name, g.note,
	(SELECT count(*) FROM comparison_group_member AS m WHERE m.group_id = g.id)
	+ (SELECT count(*) FROM membership AS m WHERE m.group_id = g.exchange_group_id
		AND ?2 BETWEEN m.first_on AND m.last_on),
	(SELECT e.code FROM exchange_group AS e WHERE e.id = g.exchange_group_id),
	EXISTS (SELECT 1 FROM comparison_rule AS r WHERE r.group_id = g.id)
FROM comparison_group AS g WHERE g.id = ?1 AND g.retired_at IS NULL;

-- name: group_any_by_name
SELECT id, retired_at FROM comparison_group WHERE name = ?1;

-- name: group_picked
SELECT slot FROM comparison_group_member WHERE group_id = ?1
UNION SELECT m.slot FROM membership AS m JOIN comparison_group AS g ON g.exchange_group_id = m.group_id
WHERE g.id = ?1 AND ?2 BETWEEN m.first_on AND m.last_on ORDER BY 1;

-- name: group_insert
INSERT INTO comparison_group (uid, name, note) VALUES (?1, ?2, ?3);

-- name: group_update
UPDATE comparison_group SET name = ?3, note = ?4, rev = rev + 1
WHERE id = ?1 AND rev = ?2 AND retired_at IS NULL;

-- name: group_rename_retired
-- A retired group gives its name free.
UPDATE comparison_group SET name = name || ' ' || uid WHERE id = ?1 AND retired_at IS NOT NULL;

-- name: group_retire
UPDATE comparison_group SET retired_at = ?2, rev = rev + 1 WHERE id = ?1 AND retired_at IS NULL
RETURNING name;

-- name: group_restore
UPDATE comparison_group SET retired_at = NULL, name = ?2, rev = rev + 1
WHERE id = ?1 AND retired_at IS NOT NULL AND exchange_group_id IS NULL;

-- name: group_clear
DELETE FROM comparison_group_member WHERE group_id = ?1;

-- name: group_add
INSERT INTO comparison_group_member (group_id, slot) VALUES (?1, ?2);

-- name: group_follows
-- The exchange group whose members a comparison group follows.
SELECT e.code FROM comparison_group AS g JOIN exchange_group AS e ON e.id = g.exchange_group_id
WHERE g.id = ?1;
