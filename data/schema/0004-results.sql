-- SPDX-License-Identifier: GPL-3.0-or-later
-- Results of surveys: answers packed by question, weights, what privacy hides, results that became
-- indicators.

ALTER TABLE wave ADD COLUMN smallest_cell INTEGER NOT NULL DEFAULT 5
	CHECK (smallest_cell BETWEEN 0 AND 1000);              -- tables hide cells of fewer answers; 0 = none

CREATE TABLE wave_change (            -- how often what counts in a wave has changed; kept by the triggers below, one row for an act
	wave_id INTEGER PRIMARY KEY REFERENCES wave (id),
	changes INTEGER NOT NULL,                                   -- of settled answers: packed columns are out of date
	codings INTEGER NOT NULL DEFAULT 0                          -- of codes given to open answers, which are not packed
) STRICT;
-- A form begins or ceases to count, or counts as another one. What is keyed before that touches nothing.
CREATE TRIGGER wave_change_form_insert AFTER INSERT ON form WHEN NEW.state = 'keyed' BEGIN
	INSERT INTO wave_change (wave_id, changes) VALUES (NEW.wave_id, 1) ON CONFLICT DO UPDATE SET changes = changes + 1;
END;
CREATE TRIGGER wave_change_form_delete AFTER DELETE ON form WHEN OLD.state = 'keyed' BEGIN
	DELETE FROM answer_column WHERE wave_id = OLD.wave_id; -- what was taken back lies nowhere
	INSERT INTO wave_change (wave_id, changes) VALUES (OLD.wave_id, 1) ON CONFLICT DO UPDATE SET changes = changes + 1;
END;
CREATE TRIGGER wave_change_form_update AFTER UPDATE OF state, mode, number, version_id, wave_id ON form
WHEN (NEW.state = 'keyed' OR OLD.state = 'keyed') AND (NEW.state <> OLD.state OR NEW.mode <> OLD.mode
	OR NEW.number <> OLD.number OR NEW.version_id <> OLD.version_id OR NEW.wave_id <> OLD.wave_id) BEGIN
	INSERT INTO wave_change (wave_id, changes) VALUES (OLD.wave_id, 1) ON CONFLICT DO UPDATE SET changes = changes + 1;
	INSERT INTO wave_change (wave_id, changes) VALUES (NEW.wave_id, 1) ON CONFLICT DO UPDATE SET changes = changes + 1;
END;
-- A reading is finished, or open again: second ones, thirds, corrections. A first one moves its form.
CREATE TRIGGER wave_change_reading AFTER UPDATE OF finished_at ON reading
WHEN (NEW.finished_at IS NULL) <> (OLD.finished_at IS NULL) AND NEW.kind <> 'first' BEGIN
	INSERT INTO wave_change (wave_id, changes) SELECT wave_id, 1 FROM form WHERE id = NEW.form_id
		ON CONFLICT DO UPDATE SET changes = changes + 1;
END;
CREATE TRIGGER wave_change_reading_delete AFTER DELETE ON reading WHEN OLD.finished_at IS NOT NULL BEGIN
	INSERT INTO wave_change (wave_id, changes) SELECT wave_id, 1 FROM form WHERE id = OLD.form_id
		ON CONFLICT DO UPDATE SET changes = changes + 1;
END;
-- A difference is settled, or open again.
CREATE TRIGGER wave_change_difference_insert AFTER INSERT ON difference WHEN NEW.outcome <> 'open' BEGIN
	INSERT INTO wave_change (wave_id, changes) SELECT wave_id, 1 FROM form WHERE id = NEW.form_id
		ON CONFLICT DO UPDATE SET changes = changes + 1;
END;
CREATE TRIGGER wave_change_difference_update AFTER UPDATE OF outcome, settled ON difference
WHEN NEW.outcome <> OLD.outcome OR NEW.settled <> OLD.settled BEGIN
	INSERT INTO wave_change (wave_id, changes) SELECT wave_id, 1 FROM form WHERE id = NEW.form_id
		ON CONFLICT DO UPDATE SET changes = changes + 1;
END;
CREATE TRIGGER wave_change_difference_delete AFTER DELETE ON difference WHEN OLD.outcome <> 'open' BEGIN
	INSERT INTO wave_change (wave_id, changes) SELECT wave_id, 1 FROM form WHERE id = OLD.form_id
		ON CONFLICT DO UPDATE SET changes = changes + 1;
END;
-- Open texts, and what is computed from them, are gone.
CREATE TRIGGER wave_change_erased AFTER UPDATE OF erased_at ON wave WHEN NEW.erased_at IS NOT OLD.erased_at BEGIN
	DELETE FROM answer_column WHERE wave_id = NEW.id;
	INSERT INTO wave_change (wave_id, changes) VALUES (NEW.id, 1) ON CONFLICT DO UPDATE SET changes = changes + 1;
END;
CREATE TRIGGER wave_change_code_insert AFTER INSERT ON answer_code BEGIN
	INSERT INTO wave_change (wave_id, changes, codings) SELECT wave_id, 0, 1 FROM form WHERE id = NEW.form_id
		ON CONFLICT DO UPDATE SET codings = codings + 1;
END;
CREATE TRIGGER wave_change_code_delete AFTER DELETE ON answer_code BEGIN
	INSERT INTO wave_change (wave_id, changes, codings) SELECT wave_id, 0, 1 FROM form WHERE id = OLD.form_id
		ON CONFLICT DO UPDATE SET codings = codings + 1;
END;

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
-- Published results are rounded to the decimals of their card.
CREATE TRIGGER wave_change_decimals AFTER UPDATE OF decimals ON indicator WHEN NEW.decimals <> OLD.decimals BEGIN
	UPDATE wave_change SET codings = codings + 1
	WHERE wave_id IN (SELECT wave_id FROM published_result WHERE indicator_id = NEW.id);
END;
-- Few may know who answered for an office or an organisation: more is hidden there.
CREATE TRIGGER wave_change_kind AFTER UPDATE OF kind ON questionnaire WHEN NEW.kind <> OLD.kind BEGIN
	UPDATE wave_change SET codings = codings + 1 WHERE wave_id IN (SELECT w.id FROM wave AS w
		JOIN questionnaire_version AS v ON v.id = w.version_id WHERE v.questionnaire_id = NEW.id);
END;
