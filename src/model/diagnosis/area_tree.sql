-- SPDX-License-Identifier: GPL-3.0-or-later
-- Trees of areas; of one code the newest whose file was not undone.

-- name: area_tree_list
SELECT t.id, t.code, t.name, t.source, t.import_id FROM area_tree AS t
WHERE t.id = (SELECT max(o.id) FROM area_tree AS o LEFT JOIN import AS i ON i.id = o.import_id
	WHERE o.code = t.code AND i.undone_at IS NULL)
ORDER BY t.code;

-- name: area_tree_load
SELECT t.id, t.code, t.name, t.source, t.import_id
FROM area_tree AS t LEFT JOIN import AS i ON i.id = t.import_id
WHERE t.code = ?1 AND i.undone_at IS NULL ORDER BY t.id DESC LIMIT 1;

-- name: area_tree_areas
SELECT code, parent, name, weight FROM area WHERE tree_id = ?1 ORDER BY position;

-- name: area_tree_indicators
SELECT i.area, i.indicator, i.weight FROM area_indicator AS i
JOIN area AS a ON a.tree_id = i.tree_id AND a.code = i.area
WHERE i.tree_id = ?1 ORDER BY a.position, i.indicator;

-- name: area_tree_insert
INSERT INTO area_tree (code, name, source, import_id) VALUES (?1, ?2, ?3, ?4);

-- name: area_tree_add_area
INSERT INTO area (tree_id, code, parent, position, name, weight)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: area_tree_add_indicator
INSERT INTO area_indicator (tree_id, area, indicator, weight) VALUES (?1, ?2, ?3, ?4);
