-- SPDX-License-Identifier: GPL-3.0-or-later
-- Own figures that a member keeps beside data sheets come with its packages, too, and are only read here.

CREATE TABLE member_figures (         -- those of one member, as the packages of its office bring them for a group
	id         INTEGER PRIMARY KEY,
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32), -- made of the office, the group and the unit
	rev        INTEGER NOT NULL DEFAULT 1,
	owner      TEXT NOT NULL CHECK (owner <> ''),             -- uid of the office: what is ours stands in own_figure
	group_id   INTEGER NOT NULL REFERENCES exchange_group (id),
	slot       INTEGER NOT NULL REFERENCES unit (slot)
) STRICT;
CREATE INDEX member_figures_group ON member_figures (group_id);
CREATE INDEX member_figures_slot ON member_figures (slot);

CREATE TABLE member_figure (          -- one of them
	figures_id   INTEGER NOT NULL REFERENCES member_figures (id),
	indicator_id INTEGER NOT NULL REFERENCES indicator (id),
	year         INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	value        REAL NOT NULL,
	remark       TEXT NOT NULL DEFAULT '',
	source       TEXT NOT NULL DEFAULT '',                    -- where the member took it from
	made_up      INTEGER NOT NULL DEFAULT 0 CHECK (made_up IN (0, 1)),
	changed_at   TEXT NOT NULL,                               -- by the member
	PRIMARY KEY (figures_id, indicator_id, year)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_figure_of ON member_figure (indicator_id, year);

-- What readers of a card see: this office's own figures, data sheets among them, and under them the
-- newest that a member told beside its sheets. Newer ones are looked for among those of the unit: a card may have
-- figures of hundreds.
CREATE VIEW figure_read AS
	SELECT indicator_id, year, slot, value, missing, source, verified, made_up, login, changed_at, import_id, '' AS owner
	FROM own_figure
	UNION ALL
	SELECT f.indicator_id, f.year, s.slot, f.value, '', f.source, 0, f.made_up, '', f.changed_at, NULL, s.owner
	FROM member_figure AS f JOIN member_figures AS s ON s.id = f.figures_id
	WHERE NOT EXISTS (SELECT 1 FROM own_figure AS o
			WHERE o.indicator_id = f.indicator_id AND o.year = f.year AND o.slot = s.slot)
		AND NOT EXISTS (SELECT 1 FROM member_figures AS t CROSS JOIN member_figure AS g
				ON g.figures_id = t.id AND g.indicator_id = f.indicator_id AND g.year = f.year
			WHERE t.slot = s.slot
				AND (g.changed_at > f.changed_at OR (g.changed_at = f.changed_at AND t.id > s.id)));
