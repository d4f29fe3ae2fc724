-- SPDX-License-Identifier: GPL-3.0-or-later
-- A figure is verified as long as a sheet that asks for it is; one that was queried, or became a draft
-- again, had left the others on it verified. Figures that no sheet asks for stay as they are.
UPDATE own_figure SET verified = 0
FROM (SELECT l.indicator_id, d.year, r.slot, max(r.state = 'verified') AS verified
	FROM data_sheet AS d JOIN data_sheet_line AS l ON l.sheet_id = d.id
		JOIN sheet_return AS r ON r.sheet_id = d.id
	GROUP BY l.indicator_id, d.year, r.slot) AS asked
WHERE own_figure.indicator_id = asked.indicator_id AND own_figure.year = asked.year
	AND own_figure.slot = asked.slot AND own_figure.verified = 1 AND NOT asked.verified;
