-- SPDX-License-Identifier: GPL-3.0-or-later
-- How waves are weighted: margins and the people their cells stand for.

-- name: weighting_load
SELECT id, rev, wave_id, cap, note FROM weighting WHERE wave_id = ?1;

-- name: weighting_margins
SELECT margin, questions FROM weighting_margin WHERE weighting_id = ?1 ORDER BY margin;

-- name: weighting_cells
SELECT margin, categories, population, source FROM weighting_cell WHERE weighting_id = ?1
ORDER BY margin, cell;

-- name: weighting_insert
INSERT INTO weighting (uid, wave_id, cap, note) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING;

-- name: weighting_update
UPDATE weighting SET cap = ?3, note = ?4, rev = rev + 1 WHERE id = ?1 AND rev = ?2;

-- name: weighting_clear
DELETE FROM weighting_margin WHERE weighting_id = ?1;

-- name: weighting_add_margin
INSERT INTO weighting_margin (weighting_id, margin, questions) VALUES (?1, ?2, ?3);

-- name: weighting_add_cell
INSERT INTO weighting_cell (weighting_id, margin, cell, categories, population, source)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: weighting_drop
DELETE FROM weighting WHERE id = ?1 AND rev = ?2;

-- name: weighting_published
-- Results of the wave that are values of indicators by its weights.
SELECT count(*) FROM published_result WHERE wave_id = ?1 AND weighted = 1;
