-- SPDX-License-Identifier: GPL-3.0-or-later
-- Monitoring of strategies: areas and types, comparison groups with a rule, diagnoses, problems and
-- priorities, SWOT, ballots, strategies with goals, targets and tasks, yearly rounds, evaluations.
-- Nouns have uid, rev and tombstone; their lines raise the noun's rev. Dates are local days.
-- Money is whole grosze. An indicator is named by its code, so that a card may come later.

-- ---- areas of development, and types of units ----

CREATE TABLE area_tree (              -- dimensions, areas, sub-areas; of one code the newest whose file was not undone
	id        INTEGER PRIMARY KEY,
	code      TEXT NOT NULL CHECK (code <> '' AND length(code) <= 32),
	name      TEXT NOT NULL CHECK (name <> ''),
	source    TEXT NOT NULL DEFAULT '',
	import_id INTEGER REFERENCES import (id)                  -- NULL = comes with the program
) STRICT;
CREATE INDEX area_tree_code ON area_tree (code, id);

CREATE TABLE area (
	tree_id   INTEGER NOT NULL REFERENCES area_tree (id) ON DELETE CASCADE,
	code      TEXT NOT NULL CHECK (code <> '' AND length(code) <= 32),
	parent    TEXT NOT NULL DEFAULT '',                       -- code; '' = a dimension
	position  INTEGER NOT NULL CHECK (position > 0),          -- in the tree, parents before children
	name      TEXT NOT NULL CHECK (name <> ''),
	weight    REAL NOT NULL DEFAULT 1 CHECK (weight > 0),     -- within its parent
	PRIMARY KEY (tree_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE area_indicator (
	tree_id   INTEGER NOT NULL REFERENCES area_tree (id) ON DELETE CASCADE,
	area      TEXT NOT NULL,                                  -- code
	indicator TEXT NOT NULL CHECK (indicator <> ''),          -- code
	weight    REAL NOT NULL DEFAULT 1 CHECK (weight > 0),     -- within its area
	PRIMARY KEY (tree_id, area, indicator)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_type (              -- functional types of gminy, A to J; the newest file that was not undone
	import_id INTEGER NOT NULL REFERENCES import (id),
	slot      INTEGER NOT NULL REFERENCES unit (slot),
	type      TEXT NOT NULL CHECK (type IN ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J')),
	PRIMARY KEY (import_id, slot)
) STRICT, WITHOUT ROWID;

CREATE TABLE comparison_rule (        -- a comparison group whose members follow from a rule; all parts together
	group_id   INTEGER PRIMARY KEY REFERENCES comparison_group (id) ON DELETE CASCADE,
	level      TEXT NOT NULL,                                 -- gmina, powiat, voivodeship
	within     TEXT NOT NULL DEFAULT '',                      -- code of a unit above; '' = the whole country
	kind       TEXT NOT NULL DEFAULT '',                      -- kind of gmina 1, 2, 3, or 'city' with powiat rights; '' = any
	functional TEXT NOT NULL DEFAULT '',                      -- A to J; '' = any
	size_by    TEXT NOT NULL DEFAULT '',                      -- indicator of the size; '' = any size
	size_from  REAL,                                          -- at least
	size_to    REAL,                                          -- less than
	CHECK (size_by <> '' OR (size_from IS NULL AND size_to IS NULL))
) STRICT;

-- ---- diagnosis ----

CREATE TABLE diagnosis (              -- the question: computed anew each time; findings are frozen
	id         INTEGER PRIMARY KEY,
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev        INTEGER NOT NULL DEFAULT 1,
	slot       INTEGER NOT NULL REFERENCES unit (slot),
	year       INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	peers      TEXT NOT NULL CHECK (peers <> ''),             -- powiat, voivodeship, country, kind, size, type, or a group's name
	method     TEXT NOT NULL DEFAULT 'z' CHECK (method IN ('z', 'unit')),
	years      INTEGER NOT NULL DEFAULT 5 CHECK (years BETWEEN 3 AND 30), -- over which change is counted
	tree       TEXT NOT NULL DEFAULT '',                      -- code; '' = all indicators without areas
	title      TEXT NOT NULL DEFAULT '',
	retired_at TEXT
) STRICT;
CREATE INDEX diagnosis_slot ON diagnosis (slot, year);

CREATE TABLE finding (                -- what the expert said of one indicator, with the figures as they were seen
	diagnosis_id INTEGER NOT NULL REFERENCES diagnosis (id),
	indicator  TEXT NOT NULL CHECK (indicator <> ''),
	class      TEXT NOT NULL CHECK (class IN ('driver', 'falling', 'rising', 'problem')),
	verdict    TEXT NOT NULL CHECK (verdict IN ('confirmed', 'rejected')),
	reason     TEXT NOT NULL DEFAULT '',
	name       TEXT NOT NULL,
	measure    TEXT NOT NULL DEFAULT '',
	decimals   INTEGER NOT NULL DEFAULT 0,
	value      REAL,
	mean       REAL,
	sd         REAL,
	level      REAL,                                          -- standardised, sign by direction
	change     REAL,
	n          INTEGER NOT NULL DEFAULT 0,
	missing    INTEGER NOT NULL DEFAULT 0,
	peers      TEXT NOT NULL DEFAULT '',                      -- the group in words
	login      TEXT NOT NULL DEFAULT '',
	decided_at TEXT NOT NULL,
	PRIMARY KEY (diagnosis_id, indicator)
) STRICT, WITHOUT ROWID;

CREATE TABLE problem (                -- key problems, priorities, drivers of development
	id         INTEGER PRIMARY KEY,
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev        INTEGER NOT NULL DEFAULT 1,
	slot       INTEGER NOT NULL REFERENCES unit (slot),
	kind       TEXT NOT NULL CHECK (kind IN ('problem', 'priority', 'driver')),
	year       INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	position   INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0), -- rank, 0 = not ranked
	text       TEXT NOT NULL CHECK (text <> ''),
	area       TEXT NOT NULL DEFAULT '',
	note       TEXT NOT NULL DEFAULT '',
	retired_at TEXT
) STRICT;
CREATE INDEX problem_slot ON problem (slot, kind, year);

CREATE TABLE problem_link (           -- from which problems and drivers a priority follows
	priority_id INTEGER NOT NULL REFERENCES problem (id),
	problem_id  INTEGER NOT NULL REFERENCES problem (id),
	PRIMARY KEY (priority_id, problem_id),
	CHECK (priority_id <> problem_id)
) STRICT, WITHOUT ROWID;

-- ---- SWOT ----

CREATE TABLE swot (
	id         INTEGER PRIMARY KEY,
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev        INTEGER NOT NULL DEFAULT 1,
	code       TEXT NOT NULL UNIQUE CHECK (code <> '' AND length(code) <= 32), -- what commands take
	slot       INTEGER NOT NULL REFERENCES unit (slot),
	title      TEXT NOT NULL CHECK (title <> ''),
	year       INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	halves     INTEGER NOT NULL DEFAULT 0 CHECK (halves IN (0, 1)), -- pairs by 0,5 in place of whole numbers
	made_up    INTEGER NOT NULL DEFAULT 0 CHECK (made_up IN (0, 1)),
	note       TEXT NOT NULL DEFAULT '',
	retired_at TEXT
) STRICT;

CREATE TABLE swot_factor (
	id       INTEGER PRIMARY KEY,
	swot_id  INTEGER NOT NULL REFERENCES swot (id),
	kind     TEXT NOT NULL CHECK (kind IN ('strength', 'weakness', 'opportunity', 'threat')),
	position INTEGER NOT NULL CHECK (position > 0),           -- within its kind
	text     TEXT NOT NULL CHECK (text <> ''),
	area     TEXT NOT NULL DEFAULT '',
	weight   REAL CHECK (weight BETWEEN 0 AND 1),             -- within its kind, sum 1; NULL = not weighed
	rating   REAL CHECK (rating BETWEEN 1 AND 5),             -- NULL = not rated; a closed ballot writes its mean
	spread   REAL CHECK (spread >= 0),                        -- standard deviation of the ballot
	axis     REAL CHECK (axis BETWEEN -5 AND 5),              -- place on the axis, -5 hinders most, 5 helps most; NULL = not placed
	UNIQUE (swot_id, kind, position)
) STRICT;

CREATE TABLE swot_pair (
	swot_id   INTEGER NOT NULL REFERENCES swot (id),
	direction TEXT NOT NULL CHECK (direction IN ('swot', 'tows')), -- from inside out, from outside in
	inner_id  INTEGER NOT NULL REFERENCES swot_factor (id) ON DELETE CASCADE, -- strength or weakness
	outer_id  INTEGER NOT NULL REFERENCES swot_factor (id) ON DELETE CASCADE, -- opportunity or threat
	value     REAL NOT NULL CHECK (value BETWEEN 0 AND 2),
	PRIMARY KEY (swot_id, direction, inner_id, outer_id)
) STRICT, WITHOUT ROWID;

-- ---- ballots ----

CREATE TABLE ballot (                 -- problems, factors or statements that a team scores
	id         INTEGER PRIMARY KEY,                           -- the number that commands take
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev        INTEGER NOT NULL DEFAULT 1,
	slot       INTEGER NOT NULL REFERENCES unit (slot),
	title      TEXT NOT NULL CHECK (title <> ''),
	subject    TEXT NOT NULL CHECK (subject IN ('problems', 'factors', 'statements')),
	swot_id    INTEGER REFERENCES swot (id),                  -- whose factors
	evaluation_id INTEGER REFERENCES evaluation (id),         -- whose statements
	method     TEXT NOT NULL CHECK (method IN ('points', 'scores')),
	points     INTEGER NOT NULL DEFAULT 10 CHECK (points > 0), -- to distribute
	lowest     INTEGER NOT NULL DEFAULT 1,                    -- score
	highest    INTEGER NOT NULL DEFAULT 5 CHECK (highest > lowest),
	cards      INTEGER NOT NULL DEFAULT 0 CHECK (cards >= 0), -- handed out; the result shows when so many are keyed
	opened_on  TEXT NOT NULL,
	closed_on  TEXT,                                          -- NULL = open
	retired_at TEXT
) STRICT;
CREATE INDEX ballot_slot ON ballot (slot);

CREATE TABLE ballot_item (
	ballot_id  INTEGER NOT NULL REFERENCES ballot (id),
	position   INTEGER NOT NULL CHECK (position > 0),
	text       TEXT NOT NULL CHECK (text <> ''),              -- as it was put to the vote
	problem_id INTEGER REFERENCES problem (id),
	factor_id  INTEGER REFERENCES swot_factor (id) ON DELETE SET NULL,
	question   INTEGER,                                       -- position in its evaluation
	PRIMARY KEY (ballot_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE ballot_card (            -- paper cards are anonymous; a card from a login loses its person when the ballot closes
	ballot_id INTEGER NOT NULL REFERENCES ballot (id),
	number    INTEGER NOT NULL CHECK (number > 0),
	person_id INTEGER REFERENCES person (id),
	spoilt    INTEGER NOT NULL DEFAULT 0 CHECK (spoilt IN (0, 1)),
	PRIMARY KEY (ballot_id, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ballot_card_person ON ballot_card (ballot_id, person_id) WHERE person_id IS NOT NULL;

CREATE TABLE ballot_score (
	ballot_id INTEGER NOT NULL,
	card      INTEGER NOT NULL,
	item      INTEGER NOT NULL,
	value     INTEGER NOT NULL CHECK (value >= 0),
	PRIMARY KEY (ballot_id, card, item),
	FOREIGN KEY (ballot_id, card) REFERENCES ballot_card (ballot_id, number) ON DELETE CASCADE,
	FOREIGN KEY (ballot_id, item) REFERENCES ballot_item (ballot_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- ---- strategies ----

CREATE TABLE strategy (
	id         INTEGER PRIMARY KEY,
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev        INTEGER NOT NULL DEFAULT 1,                    -- raised by goals, targets and tasks too
	code       TEXT NOT NULL UNIQUE CHECK (code <> '' AND length(code) <= 32), -- what commands take
	slot       INTEGER NOT NULL REFERENCES unit (slot),       -- whose; of a supralocal one the leader
	kind       TEXT NOT NULL CHECK (kind IN ('development', 'supralocal', 'policy', 'executive', 'local_programme',
		'institutional_programme', 'revitalisation', 'social', 'cooperation')),
	name       TEXT NOT NULL CHECK (name <> ''),
	parent_id  INTEGER REFERENCES strategy (id),              -- which it carries out
	first_year INTEGER NOT NULL CHECK (first_year BETWEEN 1900 AND 2199),
	last_year  INTEGER NOT NULL CHECK (last_year BETWEEN first_year AND 2199),
	state      TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'adopted', 'closed')),
	resolution TEXT NOT NULL DEFAULT '',                      -- number
	adopted_on TEXT,                                          -- day of the resolution
	case_mark  TEXT NOT NULL DEFAULT '',
	vision     TEXT NOT NULL DEFAULT '',
	mission    TEXT NOT NULL DEFAULT '',
	level1     TEXT NOT NULL DEFAULT '',                      -- what the unit calls strategic goals; '' = as usual
	level2     TEXT NOT NULL DEFAULT '',                      -- operational goals
	level3     TEXT NOT NULL DEFAULT '',                      -- directions of action
	goal_rule  TEXT NOT NULL DEFAULT 'worst_half' CHECK (goal_rule IN ('worst', 'worst_half', 'mean')), -- status of a goal from its indicators and tasks
	made_up    INTEGER NOT NULL DEFAULT 0 CHECK (made_up IN (0, 1)),
	import_id  INTEGER REFERENCES import (id),                -- the file it came from
	note       TEXT NOT NULL DEFAULT '',
	retired_at TEXT,
	CHECK (parent_id IS NULL OR parent_id <> id)
) STRICT;
CREATE INDEX strategy_slot ON strategy (slot);

CREATE TABLE strategy_unit (          -- units of a supralocal strategy beside its leader
	strategy_id INTEGER NOT NULL REFERENCES strategy (id),
	slot        INTEGER NOT NULL REFERENCES unit (slot),
	PRIMARY KEY (strategy_id, slot)
) STRICT, WITHOUT ROWID;

CREATE TABLE adoption_step (          -- on the way to the resolution
	strategy_id INTEGER NOT NULL REFERENCES strategy (id),
	position    INTEGER NOT NULL CHECK (position > 0),
	kind        TEXT NOT NULL CHECK (kind IN ('procedure', 'diagnosis', 'draft', 'consultations', 'opinion', 'ex_ante', 'resolution', 'rules', 'other')),
	name        TEXT NOT NULL CHECK (name <> ''),
	planned_on  TEXT,
	done_on     TEXT,
	document    TEXT NOT NULL DEFAULT '',                     -- number, place
	note        TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (strategy_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE consultation_remark (    -- remarks of consultations and opinions with their answers; no names of people
	strategy_id INTEGER NOT NULL REFERENCES strategy (id),
	position    INTEGER NOT NULL CHECK (position > 0),
	author      TEXT NOT NULL DEFAULT '',                     -- resident, organisation, neighbouring gmina, board of the voivodeship
	place       TEXT NOT NULL DEFAULT '',                     -- which part of the draft
	text        TEXT NOT NULL CHECK (text <> ''),
	made_on     TEXT,
	outcome     TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'taken', 'partly', 'not_taken')),
	answer      TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (strategy_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE goal (                   -- strategic and operational goals, directions of action; numbered by their places
	id          INTEGER PRIMARY KEY,
	uid         TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	strategy_id INTEGER NOT NULL REFERENCES strategy (id),
	parent_id   INTEGER REFERENCES goal (id),                 -- NULL = strategic
	position    INTEGER NOT NULL CHECK (position > 0),        -- among its siblings
	dimension   TEXT NOT NULL DEFAULT '' CHECK (dimension IN ('', 'social', 'economic', 'spatial')), -- of strategic ones
	name        TEXT NOT NULL CHECK (name <> ''),
	text        TEXT NOT NULL DEFAULT '',                     -- expected result
	priority_id INTEGER REFERENCES problem (id) ON DELETE SET NULL, -- the priority that it answers
	retired_at  TEXT,
	CHECK (parent_id IS NULL OR parent_id <> id)
) STRICT;
CREATE INDEX goal_strategy ON goal (strategy_id, parent_id, position);

CREATE TABLE target (                 -- an indicator of a goal or of the whole strategy, and what it is to reach
	id          INTEGER PRIMARY KEY,                          -- the number that commands take
	uid         TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	strategy_id INTEGER NOT NULL REFERENCES strategy (id),
	goal_id     INTEGER REFERENCES goal (id),                 -- NULL = of the whole strategy
	position    INTEGER NOT NULL CHECK (position > 0),        -- within its goal
	name        TEXT NOT NULL CHECK (name <> ''),
	kind        TEXT NOT NULL CHECK (kind IN ('context', 'product', 'result', 'impact')),
	indicator   TEXT NOT NULL DEFAULT '',                     -- code; '' = keyed in target_reading
	slot        INTEGER REFERENCES unit (slot),               -- whose figure; NULL = the strategy's unit
	measure     TEXT NOT NULL DEFAULT '',
	decimals    INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 6),
	direction   TEXT NOT NULL CHECK (direction IN ('S', 'D', 'N', 'K')), -- more, less, within low and high, keep the base
	low         REAL,                                         -- nominant: wanted interval
	high        REAL,
	tolerance   REAL CHECK (tolerance >= 0),                  -- keep: base plus or minus so much still keeps
	base_year   INTEGER CHECK (base_year BETWEEN 1900 AND 2199),
	base        REAL,
	target_year INTEGER CHECK (target_year BETWEEN 1900 AND 2199),
	target      REAL,
	office      TEXT NOT NULL DEFAULT '',                     -- who delivers the figure
	source      TEXT NOT NULL DEFAULT '',
	frequency   TEXT NOT NULL DEFAULT 'R',
	month       INTEGER NOT NULL DEFAULT 0 CHECK (month BETWEEN 0 AND 12), -- of the next year in which it is known; 0 = not said
	method      TEXT NOT NULL DEFAULT '',
	note        TEXT NOT NULL DEFAULT '',
	retired_at  TEXT,
	CHECK ((base IS NULL) = (base_year IS NULL)),
	CHECK (target_year IS NULL OR base_year IS NULL OR target_year > base_year)
) STRICT;
CREATE INDEX target_strategy ON target (strategy_id, goal_id, position);

CREATE TABLE target_path (            -- values on the way; between them the path is straight
	target_id INTEGER NOT NULL REFERENCES target (id),
	year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	value     REAL NOT NULL,
	PRIMARY KEY (target_id, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE target_reading (         -- values of targets that have no indicator
	target_id  INTEGER NOT NULL REFERENCES target (id),
	year       INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	value      REAL,                                          -- NULL = missing, why says the flag
	flag       INTEGER NOT NULL DEFAULT 0,                    -- as in slices
	source     TEXT NOT NULL DEFAULT '',
	login      TEXT NOT NULL DEFAULT '',
	entered_at TEXT NOT NULL,
	import_id  INTEGER REFERENCES import (id),                -- the sheet or file that brought it
	PRIMARY KEY (target_id, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE target_change (          -- what stood before a change of base, path or target after adoption
	id         INTEGER PRIMARY KEY,
	target_id  INTEGER NOT NULL REFERENCES target (id),
	changed_on TEXT NOT NULL,
	resolution TEXT NOT NULL DEFAULT '',
	reason     TEXT NOT NULL CHECK (reason <> ''),
	base_year  INTEGER, base REAL, target_year INTEGER, target REAL, -- before
	new_base_year INTEGER, new_base REAL, new_target_year INTEGER, new_target REAL,
	login      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX target_change_of ON target_change (target_id);

CREATE TABLE task (                   -- tasks and projects
	id          INTEGER PRIMARY KEY,                          -- the number that commands take
	uid         TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	strategy_id INTEGER NOT NULL REFERENCES strategy (id),
	goal_id     INTEGER REFERENCES goal (id),
	position    INTEGER NOT NULL CHECK (position > 0),        -- within its goal
	kind        TEXT NOT NULL DEFAULT 'task' CHECK (kind IN ('task', 'project')),
	name        TEXT NOT NULL CHECK (name <> ''),
	office      TEXT NOT NULL DEFAULT '',                     -- who answers for it
	partners    TEXT NOT NULL DEFAULT '',
	planned_from TEXT, planned_to TEXT,                       -- days
	real_from   TEXT, real_to TEXT,
	state       TEXT NOT NULL DEFAULT 'not_started' CHECK (state IN
		('not_started', 'prepared', 'running', 'late', 'held', 'done', 'given_up')),
	reason      TEXT NOT NULL DEFAULT '',                     -- of holding or giving up
	percent     INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
	product     TEXT NOT NULL DEFAULT '',                     -- what is there when it is done
	note        TEXT NOT NULL DEFAULT '',
	retired_at  TEXT,
	CHECK (state NOT IN ('held', 'given_up') OR reason <> '')
) STRICT;
CREATE INDEX task_strategy ON task (strategy_id, goal_id, position);

CREATE TABLE task_money (
	task_id INTEGER NOT NULL REFERENCES task (id),
	year    INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	source  TEXT NOT NULL CHECK (source IN ('own', 'eu', 'state', 'other')),
	planned INTEGER NOT NULL DEFAULT 0 CHECK (planned >= 0),  -- grosze
	spent   INTEGER NOT NULL DEFAULT 0 CHECK (spent >= 0),
	PRIMARY KEY (task_id, year, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE risk (
	strategy_id INTEGER NOT NULL REFERENCES strategy (id),
	position    INTEGER NOT NULL CHECK (position > 0),
	task_id     INTEGER REFERENCES task (id),                 -- NULL = of the whole strategy
	text        TEXT NOT NULL CHECK (text <> ''),
	likelihood  INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 5),
	effect      INTEGER NOT NULL CHECK (effect BETWEEN 1 AND 5),
	response    TEXT NOT NULL DEFAULT '',
	office      TEXT NOT NULL DEFAULT '',
	closed_on   TEXT,
	PRIMARY KEY (strategy_id, position)
) STRICT, WITHOUT ROWID;

-- ---- the year's work ----

CREATE TABLE monitoring_round (       -- one year of one strategy: state as of 31 December
	id          INTEGER PRIMARY KEY,
	uid         TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev         INTEGER NOT NULL DEFAULT 1,
	strategy_id INTEGER NOT NULL REFERENCES strategy (id),
	year        INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	opened_on   TEXT NOT NULL,
	due_on      TEXT NOT NULL,                                -- last day for the offices
	summary     TEXT NOT NULL DEFAULT '',                     -- opening words of the report
	approved_on TEXT,                                         -- frozen from then on
	approved_by TEXT NOT NULL DEFAULT '',                     -- function, as it is printed
	UNIQUE (strategy_id, year)
) STRICT;

CREATE TABLE round_figure (           -- frozen when the report is approved
	round_id   INTEGER NOT NULL REFERENCES monitoring_round (id),
	target_id  INTEGER NOT NULL REFERENCES target (id),
	value      REAL,
	flag       INTEGER NOT NULL DEFAULT 0,
	value_year INTEGER NOT NULL DEFAULT 0,                    -- of the newest value; 0 = none
	expected   REAL,
	progress   REAL,                                          -- share of the expected change
	status     TEXT NOT NULL CHECK (status IN ('achieved', 'on_course', 'at_risk', 'off_course', 'no_data')),
	trend      INTEGER NOT NULL DEFAULT 0 CHECK (trend BETWEEN -1 AND 1),
	doubt      INTEGER NOT NULL DEFAULT 0,                    -- why there is no status (enum target_doubt)
	forecast_year INTEGER NOT NULL DEFAULT 0,                 -- 0 = none
	base       REAL, target REAL, base_year INTEGER, target_year INTEGER, -- as they were then
	source     TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (round_id, target_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE round_task (             -- frozen likewise
	round_id  INTEGER NOT NULL REFERENCES monitoring_round (id),
	task_id   INTEGER NOT NULL REFERENCES task (id),
	state     TEXT NOT NULL,
	percent   INTEGER NOT NULL,
	planned   INTEGER NOT NULL,                               -- money of the year, grosze
	spent     INTEGER NOT NULL,
	PRIMARY KEY (round_id, task_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE round_correction (       -- a figure that came after approval, beside the frozen one
	round_id  INTEGER NOT NULL REFERENCES monitoring_round (id),
	position  INTEGER NOT NULL CHECK (position > 0),
	target_id INTEGER NOT NULL REFERENCES target (id),
	value     REAL NOT NULL,
	dated_on  TEXT NOT NULL,
	reason    TEXT NOT NULL CHECK (reason <> ''),
	login     TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (round_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE round_delivery (         -- what an office was asked for
	round_id     INTEGER NOT NULL REFERENCES monitoring_round (id),
	office       TEXT NOT NULL,
	sent_on      TEXT,                                        -- sheet handed to it
	delivered_on TEXT,
	note         TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (round_id, office)
) STRICT, WITHOUT ROWID;

CREATE TABLE deviation (              -- why a figure is off its course, and what is done about it
	id        INTEGER PRIMARY KEY,
	round_id  INTEGER NOT NULL REFERENCES monitoring_round (id),
	target_id INTEGER REFERENCES target (id),
	task_id   INTEGER REFERENCES task (id),
	cause     TEXT NOT NULL DEFAULT '',
	measure   TEXT NOT NULL DEFAULT '',                       -- corrective
	office    TEXT NOT NULL DEFAULT '',
	due_on    TEXT,
	done_on   TEXT,
	CHECK ((target_id IS NULL) <> (task_id IS NULL)),
	UNIQUE (round_id, target_id),
	UNIQUE (round_id, task_id)
) STRICT;

CREATE TABLE evaluation (             -- also the team's own view of its monitoring
	id          INTEGER PRIMARY KEY,
	uid         TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev         INTEGER NOT NULL DEFAULT 1,
	strategy_id INTEGER NOT NULL REFERENCES strategy (id),
	kind        TEXT NOT NULL CHECK (kind IN ('ex_ante', 'mid_term', 'ex_post', 'self')),
	title       TEXT NOT NULL CHECK (title <> ''),
	year        INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	evaluator   TEXT NOT NULL DEFAULT '',                     -- office or firm
	from_on     TEXT, to_on TEXT,
	summary     TEXT NOT NULL DEFAULT '',
	closed_on   TEXT,
	retired_at  TEXT
) STRICT;
CREATE INDEX evaluation_strategy ON evaluation (strategy_id);

CREATE TABLE evaluation_question (    -- of a self-assessment: statements
	evaluation_id INTEGER NOT NULL REFERENCES evaluation (id),
	position  INTEGER NOT NULL CHECK (position > 0),
	criterion TEXT NOT NULL CHECK (criterion IN ('relevance', 'effectiveness', 'efficiency', 'usefulness',
		'sustainability', 'coherence', 'data', 'people', 'use', 'follow_up')),
	text      TEXT NOT NULL CHECK (text <> ''),
	evidence  TEXT NOT NULL DEFAULT '',
	judgement TEXT NOT NULL DEFAULT '',
	score     REAL,                                           -- 1 to 5; of statements the ballot's mean
	spread    REAL,
	PRIMARY KEY (evaluation_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE recommendation (         -- of evaluations and self-assessments, followed until settled
	id         INTEGER PRIMARY KEY,
	evaluation_id INTEGER NOT NULL REFERENCES evaluation (id),
	position   INTEGER NOT NULL CHECK (position > 0),
	question   INTEGER,                                       -- position; NULL = of the whole
	text       TEXT NOT NULL CHECK (text <> ''),
	office     TEXT NOT NULL DEFAULT '',
	due_on     TEXT,
	state      TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'done', 'rejected')),
	answer     TEXT NOT NULL DEFAULT '',                      -- what became of it, or why not
	settled_on TEXT,
	UNIQUE (evaluation_id, position)
) STRICT;

CREATE TABLE strategic_evidence (     -- what speaks for a problem, a factor, a judgement: figures as they were seen
	id          INTEGER PRIMARY KEY,
	problem_id  INTEGER REFERENCES problem (id),
	factor_id   INTEGER REFERENCES swot_factor (id) ON DELETE CASCADE,
	evaluation_id INTEGER REFERENCES evaluation (id),
	question    INTEGER,                                      -- position in the evaluation
	kind        TEXT NOT NULL CHECK (kind IN ('indicator', 'survey', 'decisions', 'document', 'text')),
	indicator   TEXT NOT NULL DEFAULT '',                     -- code
	slot        INTEGER REFERENCES unit (slot),
	year        INTEGER NOT NULL DEFAULT 0,
	decimals    INTEGER NOT NULL DEFAULT 0,
	value       REAL, mean REAL, level REAL, change REAL,     -- level and change standardised
	n           INTEGER NOT NULL DEFAULT 0,
	peers       TEXT NOT NULL DEFAULT '',                     -- the group in words
	text        TEXT NOT NULL DEFAULT '',                     -- name, measure and source as they were, or what was found
	frozen_at   TEXT NOT NULL,
	CHECK ((problem_id IS NOT NULL) + (factor_id IS NOT NULL) + (evaluation_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX strategic_evidence_problem ON strategic_evidence (problem_id) WHERE problem_id IS NOT NULL;
CREATE INDEX strategic_evidence_factor ON strategic_evidence (factor_id) WHERE factor_id IS NOT NULL;
CREATE INDEX strategic_evidence_evaluation ON strategic_evidence (evaluation_id) WHERE evaluation_id IS NOT NULL;

-- Members of the day are asked for by group, those too who leave later; guests are counted apart.
CREATE INDEX exchange_member_of ON exchange_member (group_id, slot, left_on);
CREATE INDEX participant_guest ON participant (meeting_id, answer, attended) WHERE part = 'guest';

-- ---- what comes with the program ----

-- Three dimensions as in art. 10e u.s.g.; indicators of the catalogue that can be judged by direction.
INSERT INTO area_tree (code, name, source) VALUES
	('gromada', 'Trzy wymiary rozwoju: społeczny, gospodarczy, przestrzenny', 'podział według art. 10e ustawy o samorządzie gminnym');
INSERT INTO area (tree_id, position, code, parent, name)
SELECT t.id, v.column1, v.column2, v.column3, v.column4 FROM area_tree AS t, (VALUES
	(1, 'SP', '', 'wymiar społeczny'),
	(2, 'DEM', 'SP', 'demografia'),
	(3, 'EDU', 'SP', 'edukacja'),
	(4, 'KUL', 'SP', 'kultura'),
	(5, 'POM', 'SP', 'pomoc społeczna'),
	(6, 'ZDR', 'SP', 'zdrowie'),
	(7, 'OBY', 'SP', 'mieszkańcy i organizacje'),
	(8, 'URZ', 'SP', 'sprawność urzędu'),
	(9, 'GO', '', 'wymiar gospodarczy'),
	(10, 'PRA', 'GO', 'praca'),
	(11, 'PRZ', 'GO', 'przedsiębiorczość'),
	(12, 'FIN', 'GO', 'finanse'),
	(13, 'PR', '', 'wymiar przestrzenny'),
	(14, 'WOD', 'PR', 'woda i ścieki'),
	(15, 'ODP', 'PR', 'odpady'),
	(16, 'MIE', 'PR', 'mieszkania'),
	(17, 'TRA', 'PR', 'drogi i transport'),
	(18, 'ENE', 'PR', 'energia i powietrze'),
	(19, 'PRS', 'PR', 'planowanie przestrzenne')) AS v
WHERE t.code = 'gromada';
INSERT INTO area_indicator (tree_id, area, indicator)
SELECT t.id, v.column1, v.column2 FROM area_tree AS t, (VALUES
	('DEM', 'DE02'), ('DEM', 'DE03'), ('DEM', 'DE04'), ('DEM', 'DE05'),
	('EDU', 'OS02'), ('EDU', 'OS05A'), ('EDU', 'OS05B'), ('EDU', 'OS06'), ('EDU', 'OS07'),
	('EDU', 'OS09'), ('EDU', 'OS10'), ('EDU', 'OS11'), ('EDU', 'OS12'),
	('KUL', 'KU03'), ('KUL', 'KU04'), ('KUL', 'KU05'), ('KUL', 'KU06'), ('KUL', 'KU07'),
	('KUL', 'KU08'), ('KUL', 'KU09'), ('KUL', 'KU10'),
	('POM', 'PS04'), ('POM', 'PS05'), ('POM', 'PS06'), ('POM', 'PS07'), ('POM', 'PS08'),
	('POM', 'PS09'), ('POM', 'PS10'), ('POM', 'PS11'), ('POM', 'PS12'),
	('ZDR', 'ZD03'), ('ZDR', 'ZD04'), ('ZDR', 'ZD05'), ('ZDR', 'ZD07'), ('ZDR', 'ZD08A'),
	('ZDR', 'ZD08B'), ('ZDR', 'ZD09'), ('ZDR', 'ZD10'), ('ZDR', 'ZD11'),
	('OBY', 'NG01'), ('OBY', 'NG02A'), ('OBY', 'NG02B'), ('OBY', 'NG03A'), ('OBY', 'NG03B'),
	('OBY', 'NG03C'), ('OBY', 'NG04'), ('OBY', 'NG05'), ('OBY', 'NG06'), ('OBY', 'NG07'),
	('OBY', 'NG08A'), ('OBY', 'NG08B'), ('OBY', 'NG09'), ('OBY', 'NG10'), ('OBY', 'NG11'),
	('URZ', 'DA02'), ('URZ', 'DA03'), ('URZ', 'DA04A'), ('URZ', 'DA04B'), ('URZ', 'DA05'),
	('URZ', 'DA06'), ('URZ', 'DA07A'), ('URZ', 'DA07B'), ('URZ', 'DA08'), ('URZ', 'DA09'),
	('PRA', 'DE06'), ('PRA', 'DE07'), ('PRA', 'DE10'), ('PRA', 'LP02'),
	('PRZ', 'DE08'), ('PRZ', 'DE09'),
	('FIN', 'FI01'), ('FIN', 'FI02'), ('FIN', 'FI03'), ('FIN', 'FI04'), ('FIN', 'FI05'),
	('FIN', 'FI06'), ('FIN', 'FI07'), ('FIN', 'FI08'),
	('WOD', 'WK01'), ('WOD', 'WK02'), ('WOD', 'WK03'), ('WOD', 'WK04'), ('WOD', 'WK05'),
	('WOD', 'WK06'), ('WOD', 'WK07'), ('WOD', 'WK08A'), ('WOD', 'WK08B'), ('WOD', 'WK10'),
	('WOD', 'WK11'), ('WOD', 'WK12'),
	('ODP', 'OD01'), ('ODP', 'OD02'), ('ODP', 'OD03'), ('ODP', 'OD04'), ('ODP', 'OD05'),
	('ODP', 'OD06'), ('ODP', 'OD07'), ('ODP', 'OD08'), ('ODP', 'OD09'), ('ODP', 'OD10'),
	('ODP', 'OD11'),
	('MIE', 'MI02'), ('MIE', 'MI03'), ('MIE', 'MI04'), ('MIE', 'MI05'), ('MIE', 'MI06'),
	('MIE', 'MI07'), ('MIE', 'MI08'), ('MIE', 'MI10'), ('MIE', 'MI11'),
	('TRA', 'TR01'), ('TRA', 'TR02'), ('TRA', 'TR04'), ('TRA', 'TR05'), ('TRA', 'TR06'),
	('TRA', 'TR07'), ('TRA', 'TR08'), ('TRA', 'TR09'), ('TRA', 'TR10'), ('TRA', 'TR11'),
	('TRA', 'TR12'),
	('ENE', 'EE01'), ('ENE', 'EE02'), ('ENE', 'EE03'), ('ENE', 'EE04'), ('ENE', 'EE05'),
	('ENE', 'EE06'), ('ENE', 'EE07'), ('ENE', 'EE08'), ('ENE', 'EE09'), ('ENE', 'EE10'),
	('PRS', 'DE11')) AS v
WHERE t.code = 'gromada';
