-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rules of comparison groups.

-- name: group_rule_load
SELECT level, within, kind, functional, size_by, size_from, size_to FROM comparison_rule
WHERE group_id = ?1;

-- name: group_rule_clear
DELETE FROM comparison_rule WHERE group_id = ?1;

-- name: group_rule_insert
INSERT INTO comparison_rule (group_id, level, within, kind, functional, size_by, size_from, size_to)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
