-- SPDX-License-Identifier: GPL-3.0-or-later
-- Results of surveys: answers packed by question, weights, what privacy hides, results that became
-- indicators.

ALTER TABLE wave ADD COLUMN smallest_cell INTEGER NOT NULL DEFAULT 5
	CHECK (smallest_cell BETWEEN 0 AND 1000);              -- tables hide cells of fewer answers; 0 = none

CREATE TABLE wave_change (            -- how often what counts in a wave has changed; kept by the triggers below
	wave_id INTEGER PRIMARY KEY REFERENCES wave (id),
	changes INTEGER NOT NULL
) STRICT;

CREATE TABLE answer_column (          -- the settled answers to one question of a wave, packed; made anew whenever old
	id       INTEGER PRIMARY KEY,
	wave_id  INTEGER NOT NULL REFERENCES wave (id),
	question TEXT NOT NULL,                                     -- name; '' = the forms themselves
	changes  INTEGER NOT NULL,                                  -- of wave_change when it was packed; else it is out of date
	data     BLOB NOT NULL,
	UNIQUE (wave_id, question)
) STRICT;

CREATE TABLE weighting (              -- how a wave's forms are weighted to its population
	id      INTEGER PRIMARY KEY,
	uid     TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev     INTEGER NOT NULL DEFAULT 1,
	wave_id INTEGER NOT NULL UNIQUE REFERENCES wave (id),
	cap     REAL NOT NULL DEFAULT 0 CHECK (cap = 0 OR cap >= 1), -- largest weight as a multiple of the mean, 0 = none
	note    TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE weighting_margin (       -- one: post-stratification; several: raking in this order
	weighting_id INTEGER NOT NULL REFERENCES weighting (id) ON DELETE CASCADE,
	margin       INTEGER NOT NULL CHECK (margin > 0),
	questions    TEXT NOT NULL CHECK (questions <> ''),         -- up to three names parted by blanks, crossed
	PRIMARY KEY (weighting_id, margin)
) STRICT, WITHOUT ROWID;

CREATE TABLE weighting_cell (         -- how many people of the population a cell of the margin stands for
	weighting_id INTEGER NOT NULL,
	margin       INTEGER NOT NULL,
	cell         INTEGER NOT NULL CHECK (cell > 0),
	categories   TEXT NOT NULL,                                 -- of each question, parted by blanks: a choice's name, or 18-34 for numbers
	population   REAL NOT NULL CHECK (population > 0),
	source       TEXT NOT NULL DEFAULT '',                      -- where the figure is from; '' = keyed
	PRIMARY KEY (weighting_id, margin, cell),
	FOREIGN KEY (weighting_id, margin) REFERENCES weighting_margin (weighting_id, margin) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE published_result (       -- a result that became the value of an indicator of kind survey
	id           INTEGER PRIMARY KEY,
	uid          TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev          INTEGER NOT NULL DEFAULT 1,
	indicator_id INTEGER NOT NULL REFERENCES indicator (id),
	slot         INTEGER NOT NULL REFERENCES unit (slot),       -- unit and year of the wave
	year         INTEGER NOT NULL,
	wave_id      INTEGER NOT NULL REFERENCES wave (id),
	question     TEXT NOT NULL,                                 -- name
	statistic    TEXT NOT NULL CHECK (statistic IN ('mean', 'top2', 'bottom2', 'net', 'share')),
	choice       TEXT NOT NULL DEFAULT '',                      -- share: whose
	filter       TEXT NOT NULL DEFAULT '',                      -- expression
	weighted     INTEGER NOT NULL DEFAULT 0 CHECK (weighted IN (0, 1)),
	value        REAL,                                          -- NULL = missing, for the reason below
	missing      TEXT NOT NULL DEFAULT '' CHECK (missing IN ('', 'privacy', 'no_answers')),
	answers      INTEGER NOT NULL DEFAULT 0,                    -- n it rests on; under the threshold 0
	computed_at  TEXT NOT NULL,
	person_id    INTEGER NOT NULL REFERENCES person (id),
	UNIQUE (indicator_id, slot, year),
	CHECK ((value IS NULL) = (missing <> ''))
) STRICT;
CREATE INDEX published_result_wave ON published_result (wave_id);
