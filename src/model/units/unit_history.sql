-- SPDX-License-Identifier: GPL-3.0-or-later
-- One unit over time, for its card.

-- name: unit_history_versions
SELECT valid_from, name, kind, designation FROM unit_version WHERE slot = ?1
ORDER BY valid_from, import_id;

-- name: unit_history_changes
SELECT after_date, by_date, change, predecessor, successor, was, became FROM succession
WHERE predecessor = ?1 OR successor = ?1 ORDER BY by_date, id;
