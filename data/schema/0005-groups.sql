-- SPDX-License-Identifier: GPL-3.0-or-later
-- Exchange groups: members and people, meetings, minutes, homework, data sheets and own figures,
-- decisions, conclusions, improvement plans, and the packages that carry them between offices.
-- owner: uid of the office that keeps the row, '' = this one; others only read it.
-- Dates and times are local wall time (2026-11-22, 2026-11-22T09:30), never converted.

-- Packages and data sheets that come back stand in the list of imports too.
CREATE TABLE import_wider (
	id             INTEGER PRIMARY KEY AUTOINCREMENT,         -- order of import; never reused
	uid            TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	kind           TEXT NOT NULL CHECK (kind IN
		('teryt', 'changes', 'bdl', 'values', 'catalogue', 'answers', 'sheet', 'package',
		'strategy', 'areas', 'types')),
	file_name      TEXT NOT NULL,                             -- without folders
	sha256         TEXT NOT NULL CHECK (length(sha256) = 64), -- of the file's bytes
	size           INTEGER NOT NULL CHECK (size >= 0),        -- bytes
	encoding       TEXT NOT NULL,                             -- utf-8, cp1250, iso-8859-2
	source         TEXT NOT NULL DEFAULT '',                  -- shown with every value: GUS, BDL; answers: code of the wave; package: the office
	made_up        INTEGER NOT NULL DEFAULT 0 CHECK (made_up IN (0, 1)), -- demonstration values
	data_date      TEXT NOT NULL DEFAULT '',                  -- date of the register or of the export; package: when it was made
	person_id      INTEGER NOT NULL REFERENCES person (id),
	imported_at    TEXT NOT NULL,
	row_count      INTEGER NOT NULL DEFAULT 0,                -- data rows read
	unit_count     INTEGER NOT NULL DEFAULT 0,                -- units matched
	new_count      INTEGER NOT NULL DEFAULT 0,                -- values, units, changes, forms or records that are new
	changed_count  INTEGER NOT NULL DEFAULT 0,
	same_count     INTEGER NOT NULL DEFAULT 0,
	skipped_count  INTEGER NOT NULL DEFAULT 0,                -- rows left out, with their reason in the preview
	undone_at      TEXT,                                      -- NULL = in force
	undone_by      INTEGER REFERENCES person (id),
	inner_name     TEXT NOT NULL DEFAULT ''                   -- of the file inside the zip; '' = no zip
) STRICT;
INSERT INTO import_wider SELECT id, uid, kind, file_name, sha256, size, encoding, source, made_up, data_date,
	person_id, imported_at, row_count, unit_count, new_count, changed_count, same_count, skipped_count,
	undone_at, undone_by, inner_name FROM import;
DROP TABLE import;
ALTER TABLE import_wider RENAME TO import;

CREATE TABLE partner_office (         -- offices whose packages came, or to which ours went
	uid       TEXT PRIMARY KEY CHECK (length(uid) = 32),
	name      TEXT NOT NULL,
	kind      TEXT NOT NULL,                                  -- as in office
	unit      TEXT NOT NULL DEFAULT '',                       -- code of its own unit; '' = a union
	last_from TEXT NOT NULL DEFAULT '',                       -- instant when the newest package from it was made
	last_to   TEXT NOT NULL DEFAULT ''                        -- instant of our newest package to it
) STRICT, WITHOUT ROWID;

CREATE TABLE package_row (            -- what a package found in the place of a row it wrote; comes back when it is undone
	import_id INTEGER NOT NULL REFERENCES import (id),
	noun      TEXT NOT NULL CHECK (noun <> ''),               -- table
	uid       TEXT NOT NULL CHECK (length(uid) = 32),
	rev       INTEGER NOT NULL,                               -- that the package brought
	former    TEXT,                                           -- the row before with its lines, as packages write it; NULL = there was none
	PRIMARY KEY (import_id, noun, uid)
) STRICT, WITHOUT ROWID;

-- ---- people and groups ----

CREATE TABLE contact (                -- people of members, moderators, experts, guests: personal data, erased and never tombstoned
	id           INTEGER PRIMARY KEY,
	uid          TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev          INTEGER NOT NULL DEFAULT 1,
	owner        TEXT NOT NULL DEFAULT '',
	name         TEXT NOT NULL CHECK (name <> ''),
	slot         INTEGER REFERENCES unit (slot),              -- whose office; NULL = of no unit
	organisation TEXT NOT NULL DEFAULT '',                    -- of who belongs to no unit
	post         TEXT NOT NULL DEFAULT '',                    -- function, department
	telephone    TEXT NOT NULL DEFAULT '',
	email        TEXT NOT NULL DEFAULT '',
	purpose      TEXT NOT NULL DEFAULT '',                    -- what the data are kept for
	notice_on    TEXT,                                        -- day on which the person was informed; NULL = not yet
	keep_until   TEXT,                                        -- last day; NULL = not decided
	note         TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contact_slot ON contact (slot);

CREATE TABLE stage (                  -- stages of a kind of group, in order; copied into each new group
	kind     TEXT NOT NULL CHECK (kind IN ('gwd', 'wzs', 'network', 'jst_ngo')),
	position INTEGER NOT NULL CHECK (position > 0),
	name     TEXT NOT NULL CHECK (name <> ''),
	aim      TEXT NOT NULL DEFAULT '',                        -- what is to be there at its end
	month    INTEGER NOT NULL CHECK (month >= 0),             -- from the beginning of the group, 0 = its first
	months   INTEGER NOT NULL DEFAULT 1 CHECK (months > 0),   -- how long its period lasts
	days     INTEGER NOT NULL DEFAULT 1 CHECK (days BETWEEN 1 AND 9), -- of the meeting
	PRIMARY KEY (kind, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE stage_item (             -- the agenda that a meeting of the stage begins with
	kind     TEXT NOT NULL,
	stage    INTEGER NOT NULL,
	position INTEGER NOT NULL CHECK (position > 0),
	title    TEXT NOT NULL CHECK (title <> ''),
	speaker  TEXT NOT NULL DEFAULT '',                        -- a role: moderator, gospodarz
	minutes  INTEGER NOT NULL CHECK (minutes > 0),
	PRIMARY KEY (kind, stage, position),
	FOREIGN KEY (kind, stage) REFERENCES stage (kind, position) ON DELETE CASCADE ON UPDATE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE exchange_group (         -- GWD, strategic workshops, networks
	id         INTEGER PRIMARY KEY,
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev        INTEGER NOT NULL DEFAULT 1,                    -- raised by changes of its lines below too
	owner      TEXT NOT NULL DEFAULT '',
	code       TEXT NOT NULL UNIQUE CHECK (code <> '' AND length(code) <= 32), -- what commands take
	name       TEXT NOT NULL CHECK (name <> ''),
	kind       TEXT NOT NULL CHECK (kind IN ('gwd', 'wzs', 'network', 'jst_ngo')),
	parent_id  INTEGER REFERENCES exchange_group (id),        -- of a sub-group
	service    TEXT NOT NULL DEFAULT '',                      -- as on cards of indicators
	units      TEXT NOT NULL DEFAULT 'mixed' CHECK (units IN ('towns', 'rural', 'powiats', 'voivodeships', 'mixed')),
	starts_on  TEXT NOT NULL,
	ends_on    TEXT,
	smallest   INTEGER NOT NULL DEFAULT 4 CHECK (smallest > 0), -- sizes outside are warned of
	largest    INTEGER NOT NULL DEFAULT 8 CHECK (largest >= smallest),
	moderator_id INTEGER REFERENCES contact (id) ON DELETE SET NULL,
	case_mark  TEXT NOT NULL DEFAULT '',
	agreed_on  TEXT,                                          -- members let the comparison out; NULL = for internal use of the group
	made_up    INTEGER NOT NULL DEFAULT 0 CHECK (made_up IN (0, 1)),
	note       TEXT NOT NULL DEFAULT '',
	retired_at TEXT,
	CHECK (parent_id IS NULL OR parent_id <> id)
) STRICT;

CREATE TABLE exchange_group_stage (
	group_id INTEGER NOT NULL REFERENCES exchange_group (id),
	position INTEGER NOT NULL CHECK (position > 0),
	name     TEXT NOT NULL CHECK (name <> ''),
	aim      TEXT NOT NULL DEFAULT '',
	from_on  TEXT,                                            -- its period
	to_on    TEXT,
	days     INTEGER NOT NULL DEFAULT 1 CHECK (days BETWEEN 1 AND 9),
	PRIMARY KEY (group_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE exchange_member (        -- a unit in a group, from a day to a day
	id           INTEGER PRIMARY KEY,
	group_id     INTEGER NOT NULL REFERENCES exchange_group (id),
	slot         INTEGER NOT NULL REFERENCES unit (slot),
	joined_on    TEXT NOT NULL,
	left_on      TEXT,                                        -- first day it is no member; NULL = it is one
	host_order   INTEGER NOT NULL DEFAULT 0 CHECK (host_order >= 0), -- 1 = the first host, 0 = not decided
	presentation TEXT NOT NULL DEFAULT '',                    -- what it will show as host
	UNIQUE (group_id, slot, joined_on),
	CHECK (left_on IS NULL OR left_on > joined_on)
) STRICT;
CREATE UNIQUE INDEX exchange_member_once ON exchange_member (group_id, slot) WHERE left_on IS NULL;
CREATE INDEX exchange_member_slot ON exchange_member (slot);

CREATE TABLE exchange_person (        -- people of a group: of members, experts
	group_id   INTEGER NOT NULL REFERENCES exchange_group (id),
	contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
	part       TEXT NOT NULL CHECK (part IN ('leader', 'member', 'observer', 'expert', 'coordinator')),
	field      TEXT NOT NULL DEFAULT '',                      -- of an expert
	from_on    TEXT,
	to_on      TEXT,                                          -- first day no more
	PRIMARY KEY (group_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX exchange_person_contact ON exchange_person (contact_id);

-- A group is a comparison group at once: its present members.
ALTER TABLE comparison_group ADD COLUMN exchange_group_id INTEGER REFERENCES exchange_group (id);
CREATE UNIQUE INDEX comparison_group_exchange ON comparison_group (exchange_group_id) WHERE exchange_group_id IS NOT NULL;
CREATE TRIGGER exchange_member_added AFTER INSERT ON exchange_member WHEN NEW.left_on IS NULL BEGIN
	INSERT OR IGNORE INTO comparison_group_member (group_id, slot)
		SELECT id, NEW.slot FROM comparison_group WHERE exchange_group_id = NEW.group_id;
END;
CREATE TRIGGER exchange_member_changed AFTER UPDATE ON exchange_member BEGIN
	DELETE FROM comparison_group_member WHERE slot = OLD.slot AND group_id IN
		(SELECT id FROM comparison_group WHERE exchange_group_id = OLD.group_id);
	INSERT OR IGNORE INTO comparison_group_member (group_id, slot)
		SELECT c.id, m.slot FROM comparison_group AS c JOIN exchange_member AS m ON m.group_id = c.exchange_group_id
		WHERE m.slot IN (OLD.slot, NEW.slot) AND m.group_id IN (OLD.group_id, NEW.group_id) AND m.left_on IS NULL;
END;
CREATE TRIGGER exchange_member_gone AFTER DELETE ON exchange_member WHEN OLD.left_on IS NULL BEGIN
	DELETE FROM comparison_group_member WHERE slot = OLD.slot AND group_id IN
		(SELECT id FROM comparison_group WHERE exchange_group_id = OLD.group_id);
END;
CREATE TRIGGER comparison_group_followed AFTER INSERT ON comparison_group WHEN NEW.exchange_group_id IS NOT NULL BEGIN
	INSERT OR IGNORE INTO comparison_group_member (group_id, slot)
		SELECT NEW.id, slot FROM exchange_member WHERE group_id = NEW.exchange_group_id AND left_on IS NULL;
END;

CREATE TABLE winter_break (           -- school winter holidays, which no meeting should meet
	voivodeship TEXT NOT NULL CHECK (length(voivodeship) = 2), -- code
	first_on    TEXT NOT NULL,
	last_on     TEXT NOT NULL,
	source      TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (voivodeship, first_on),
	CHECK (last_on >= first_on)
) STRICT, WITHOUT ROWID;

-- ---- meetings ----

CREATE TABLE meeting (
	id           INTEGER PRIMARY KEY,                         -- the number that commands take
	uid          TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev          INTEGER NOT NULL DEFAULT 1,                  -- raised by changes of agenda and participants too
	owner        TEXT NOT NULL DEFAULT '',
	group_id     INTEGER NOT NULL REFERENCES exchange_group (id),
	stage        INTEGER NOT NULL DEFAULT 0 CHECK (stage >= 0), -- position, 0 = none
	number       INTEGER NOT NULL CHECK (number > 0),         -- in its group
	title        TEXT NOT NULL DEFAULT '',
	starts_at    TEXT NOT NULL,                               -- 2027-03-12T10:00
	ends_at      TEXT NOT NULL,
	host         INTEGER REFERENCES unit (slot),              -- NULL = not at a member's
	place        TEXT NOT NULL DEFAULT '',                    -- room and address
	presentation TEXT NOT NULL DEFAULT '',                    -- what the host shows
	state        TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'invited', 'held', 'cancelled')),
	reason       TEXT NOT NULL DEFAULT '',                    -- of cancelling
	sequence     INTEGER NOT NULL DEFAULT 0,                  -- iCalendar: changes of day, hour, place, cancelling
	notes        TEXT NOT NULL DEFAULT '',                    -- beside those of the agenda's items
	note         TEXT NOT NULL DEFAULT '',                    -- for the coordinator only
	retired_at   TEXT,
	UNIQUE (group_id, number),
	CHECK (ends_at > starts_at)
) STRICT;
CREATE INDEX meeting_when ON meeting (starts_at);

CREATE TABLE agenda_item (
	id         INTEGER PRIMARY KEY,
	meeting_id INTEGER NOT NULL REFERENCES meeting (id),
	position   INTEGER NOT NULL CHECK (position > 0),
	day        INTEGER NOT NULL DEFAULT 1 CHECK (day > 0),    -- of a meeting of several days
	title      TEXT NOT NULL CHECK (title <> ''),
	speaker    TEXT NOT NULL DEFAULT '',                      -- role or name as it is to be printed
	minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440), -- how long
	notes      TEXT NOT NULL DEFAULT '',                      -- taken during the meeting
	UNIQUE (meeting_id, position)
) STRICT;

CREATE TABLE participant (            -- invited, answered, came
	id          INTEGER PRIMARY KEY,
	meeting_id  INTEGER NOT NULL REFERENCES meeting (id),
	contact_id  INTEGER REFERENCES contact (id) ON DELETE SET NULL, -- NULL = a guest without a card, or erased
	slot        INTEGER REFERENCES unit (slot),               -- for whom
	part        TEXT NOT NULL CHECK (part IN ('member', 'moderator', 'expert', 'guest', 'substitute', 'coordinator')),
	name        TEXT NOT NULL DEFAULT '',                     -- of a guest without a card
	stands_for  INTEGER REFERENCES participant (id) ON DELETE SET NULL, -- whose substitute
	invited_on  TEXT,
	answer      TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'yes', 'no', 'maybe', 'substitute')),
	answered_on TEXT,
	remark      TEXT NOT NULL DEFAULT '',
	attended    INTEGER CHECK (attended IN (0, 1)),           -- NULL = not ticked yet
	UNIQUE (meeting_id, contact_id)
) STRICT;
CREATE INDEX participant_contact ON participant (contact_id);
CREATE INDEX participant_count ON participant (meeting_id, answer, attended, stands_for); -- lists count from it alone
CREATE INDEX participant_slot ON participant (slot, meeting_id);

CREATE TABLE agreement (              -- what a meeting agreed or decided
	id         INTEGER PRIMARY KEY,
	meeting_id INTEGER NOT NULL REFERENCES meeting (id),
	item_id    INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL,
	position   INTEGER NOT NULL CHECK (position > 0),
	kind       TEXT NOT NULL CHECK (kind IN ('agreement', 'decision')),
	text       TEXT NOT NULL CHECK (text <> ''),
	UNIQUE (meeting_id, position)
) STRICT;

CREATE TABLE homework (               -- what a member does between meetings
	id         INTEGER PRIMARY KEY,                           -- the number that commands take
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev        INTEGER NOT NULL DEFAULT 1,
	owner      TEXT NOT NULL DEFAULT '',
	group_id   INTEGER NOT NULL REFERENCES exchange_group (id),
	meeting_id INTEGER REFERENCES meeting (id),               -- where it was given
	item_id    INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL,
	slot       INTEGER REFERENCES unit (slot),                -- who; NULL = moderator or coordinator
	contact_id INTEGER REFERENCES contact (id) ON DELETE SET NULL,
	text       TEXT NOT NULL CHECK (text <> ''),
	due_on     TEXT NOT NULL,
	reviewed_id INTEGER REFERENCES meeting (id),              -- where it was reviewed last
	review     TEXT NOT NULL DEFAULT '',                      -- what the meeting said of it
	retired_at TEXT,
	open       INTEGER NOT NULL DEFAULT 1 CHECK (open IN (0, 1)) -- kept by triggers: no answer has settled it
) STRICT;
CREATE INDEX homework_group ON homework (group_id, due_on);
CREATE INDEX homework_open ON homework (due_on, group_id) WHERE open = 1 AND retired_at IS NULL; -- Home counts it at each start
CREATE INDEX homework_meeting ON homework (meeting_id);
CREATE INDEX homework_slot ON homework (slot, due_on);

CREATE TABLE homework_answer (        -- what became of it: the member's own row
	id          INTEGER PRIMARY KEY,
	uid         TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev         INTEGER NOT NULL DEFAULT 1,
	owner       TEXT NOT NULL DEFAULT '',
	homework_id INTEGER NOT NULL UNIQUE REFERENCES homework (id),
	state       TEXT NOT NULL CHECK (state IN ('open', 'done', 'not_done')),
	text        TEXT NOT NULL DEFAULT '',                     -- what was done, or why not
	answered_on TEXT NOT NULL
) STRICT;

CREATE TRIGGER homework_answered AFTER INSERT ON homework_answer BEGIN
	UPDATE homework SET open = (NEW.state = 'open') WHERE id = NEW.homework_id;
END;
CREATE TRIGGER homework_answer_changed AFTER UPDATE ON homework_answer BEGIN
	UPDATE homework SET open = (NEW.state = 'open') WHERE id = NEW.homework_id;
END;
CREATE TRIGGER homework_answer_gone AFTER DELETE ON homework_answer BEGIN
	UPDATE homework SET open = 1 WHERE id = OLD.homework_id;
END;

CREATE TABLE document (               -- register of presentations and materials; the files stay where they are
	id         INTEGER PRIMARY KEY,
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev        INTEGER NOT NULL DEFAULT 1,
	owner      TEXT NOT NULL DEFAULT '',
	group_id   INTEGER NOT NULL REFERENCES exchange_group (id),
	meeting_id INTEGER REFERENCES meeting (id),               -- NULL = of the group
	item_id    INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL,
	slot       INTEGER REFERENCES unit (slot),                -- whose; NULL = the union's
	title      TEXT NOT NULL CHECK (title <> ''),
	kind       TEXT NOT NULL CHECK (kind IN ('presentation', 'material', 'minutes', 'signed_list', 'practice', 'other')),
	place      TEXT NOT NULL DEFAULT '',                      -- path of the file, or link
	sha256     TEXT NOT NULL DEFAULT '' CHECK (length(sha256) IN (0, 64)), -- of the file when it was entered
	size       INTEGER NOT NULL DEFAULT 0 CHECK (size >= 0),
	dated_on   TEXT,
	note       TEXT NOT NULL DEFAULT '',
	retired_at TEXT
) STRICT;
CREATE INDEX document_group ON document (group_id, meeting_id);

-- ---- minutes, opinions, advice ----

CREATE TABLE minutes (
	id            INTEGER PRIMARY KEY,
	uid           TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev           INTEGER NOT NULL DEFAULT 1,                 -- raised by new versions, remarks' answers and annexes too
	owner         TEXT NOT NULL DEFAULT '',
	meeting_id    INTEGER NOT NULL UNIQUE REFERENCES meeting (id),
	state         TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'remarks', 'approved')),
	case_mark     TEXT NOT NULL DEFAULT '',
	sent_on       TEXT,                                       -- for remarks
	remarks_until TEXT,
	approved_on   TEXT,                                       -- frozen from then on
	approved_by   INTEGER REFERENCES person (id)
) STRICT;

CREATE TABLE minutes_version (        -- whole texts, never changed
	minutes_id INTEGER NOT NULL REFERENCES minutes (id),
	number     INTEGER NOT NULL CHECK (number > 0),
	text       TEXT NOT NULL,                                 -- lines; "# " and "## " before headings, "- " before items, "| " rows of tables
	source     TEXT NOT NULL CHECK (source IN ('made', 'edited', 'file')),
	file_name  TEXT NOT NULL DEFAULT '',
	login      TEXT NOT NULL DEFAULT '',                      -- who
	created_at TEXT NOT NULL,
	PRIMARY KEY (minutes_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE minutes_remark (
	id         INTEGER PRIMARY KEY,
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev        INTEGER NOT NULL DEFAULT 1,
	owner      TEXT NOT NULL DEFAULT '',
	minutes_id INTEGER NOT NULL REFERENCES minutes (id),
	version    INTEGER NOT NULL,                              -- to which
	slot       INTEGER REFERENCES unit (slot),                -- who; NULL = moderator, expert
	text       TEXT NOT NULL CHECK (text <> ''),
	made_on    TEXT NOT NULL,
	outcome    TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'taken', 'partly', 'not_taken')),
	answer     TEXT NOT NULL DEFAULT ''                       -- why
) STRICT;
CREATE INDEX minutes_remark_of ON minutes_remark (minutes_id);

CREATE TABLE minutes_annex (          -- corrections of approved minutes
	minutes_id  INTEGER NOT NULL REFERENCES minutes (id),
	number      INTEGER NOT NULL CHECK (number > 0),
	text        TEXT NOT NULL CHECK (text <> ''),
	reason      TEXT NOT NULL DEFAULT '',
	approved_on TEXT NOT NULL,
	login       TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (minutes_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE opinion (                -- a draft on which members are asked
	id          INTEGER PRIMARY KEY,
	uid         TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev         INTEGER NOT NULL DEFAULT 1,
	owner       TEXT NOT NULL DEFAULT '',
	group_id    INTEGER NOT NULL REFERENCES exchange_group (id),
	document_id INTEGER REFERENCES document (id),
	title       TEXT NOT NULL CHECK (title <> ''),
	version     TEXT NOT NULL DEFAULT '',
	question    TEXT NOT NULL CHECK (question <> ''),
	asked_on    TEXT NOT NULL,
	due_on      TEXT NOT NULL,
	retired_at  TEXT
) STRICT;
CREATE INDEX opinion_group ON opinion (group_id);

CREATE TABLE opinion_answer (         -- the member's own row
	id          INTEGER PRIMARY KEY,
	uid         TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev         INTEGER NOT NULL DEFAULT 1,
	owner       TEXT NOT NULL DEFAULT '',
	opinion_id  INTEGER NOT NULL REFERENCES opinion (id),
	slot        INTEGER NOT NULL REFERENCES unit (slot),
	view        TEXT NOT NULL CHECK (view IN ('agrees', 'remarks', 'against', 'none')),
	text        TEXT NOT NULL DEFAULT '',
	answered_on TEXT NOT NULL,
	outcome     TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'taken', 'partly', 'not_taken')),
	reason      TEXT NOT NULL DEFAULT '',                     -- why not
	UNIQUE (opinion_id, slot)
) STRICT;

CREATE TABLE advice (                 -- between meetings
	id         INTEGER PRIMARY KEY,
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev        INTEGER NOT NULL DEFAULT 1,
	owner      TEXT NOT NULL DEFAULT '',
	group_id   INTEGER NOT NULL REFERENCES exchange_group (id),
	contact_id INTEGER REFERENCES contact (id) ON DELETE SET NULL, -- the expert
	slot       INTEGER REFERENCES unit (slot),                -- who was advised
	given_on   TEXT NOT NULL,
	minutes    INTEGER NOT NULL CHECK (minutes > 0),          -- how long
	form       TEXT NOT NULL CHECK (form IN ('telephone', 'mail', 'visit', 'remote')),
	question   TEXT NOT NULL CHECK (question <> ''),
	answer     TEXT NOT NULL DEFAULT '',
	retired_at TEXT
) STRICT;
CREATE INDEX advice_group ON advice (group_id);

-- ---- figures of members ----

CREATE TABLE data_sheet (             -- what a group asks of its members for a year
	id       INTEGER PRIMARY KEY,
	uid      TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev      INTEGER NOT NULL DEFAULT 1,
	owner    TEXT NOT NULL DEFAULT '',
	group_id INTEGER NOT NULL REFERENCES exchange_group (id),
	year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	due_on   TEXT,
	note     TEXT NOT NULL DEFAULT '',                        -- printed on it
	UNIQUE (group_id, year)
) STRICT;

CREATE TABLE data_sheet_line (
	sheet_id     INTEGER NOT NULL REFERENCES data_sheet (id),
	position     INTEGER NOT NULL CHECK (position > 0),       -- number on the sheet
	indicator_id INTEGER NOT NULL REFERENCES indicator (id),  -- of kind own
	low          REAL,                                        -- outside a reason is asked for
	high         REAL,
	change       REAL CHECK (change > 0),                     -- per cent against the year before that asks for a reason; NULL = none
	PRIMARY KEY (sheet_id, position),
	UNIQUE (sheet_id, indicator_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sheet_return (           -- one member's sheet: the member's own row
	id         INTEGER PRIMARY KEY,
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev        INTEGER NOT NULL DEFAULT 1,                    -- raised by its figures and questions too; version of a sheet that goes out
	owner      TEXT NOT NULL DEFAULT '',
	sheet_id   INTEGER NOT NULL REFERENCES data_sheet (id),
	slot       INTEGER NOT NULL REFERENCES unit (slot),
	state      TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'approved', 'sent', 'queried', 'verified')),
	changed_on TEXT NOT NULL,                                 -- of the state
	UNIQUE (sheet_id, slot)
) STRICT;

CREATE TABLE sheet_question (         -- what the coordinator asks about a figure
	return_id    INTEGER NOT NULL REFERENCES sheet_return (id),
	number       INTEGER NOT NULL CHECK (number > 0),
	indicator_id INTEGER NOT NULL REFERENCES indicator (id),
	question     TEXT NOT NULL CHECK (question <> ''),
	asked_on     TEXT NOT NULL,
	answer       TEXT NOT NULL DEFAULT '',
	answered_on  TEXT,                                        -- NULL = open
	PRIMARY KEY (return_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_figure (             -- a value keyed by hand: indicators of kind own
	indicator_id INTEGER NOT NULL REFERENCES indicator (id),
	year         INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	slot         INTEGER NOT NULL REFERENCES unit (slot),
	value        REAL,                                        -- NULL = missing, for the reason below
	missing      TEXT NOT NULL DEFAULT '' CHECK (missing IN ('', 'bd', 'nd')), -- no data, not applicable
	remark       TEXT NOT NULL DEFAULT '',                    -- also why it is outside what is expected
	verified     INTEGER NOT NULL DEFAULT 0 CHECK (verified IN (0, 1)),
	made_up      INTEGER NOT NULL DEFAULT 0 CHECK (made_up IN (0, 1)),
	source       TEXT NOT NULL DEFAULT '',                    -- where the office took it from
	login        TEXT NOT NULL,                               -- who keyed it last
	changed_at   TEXT NOT NULL,
	import_id    INTEGER REFERENCES import (id),              -- file that brought it; NULL = keyed
	PRIMARY KEY (indicator_id, year, slot),
	CHECK ((value IS NULL) = (missing <> ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX own_figure_unit ON own_figure (slot, year);
CREATE INDEX own_figure_import ON own_figure (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE own_figure_former (      -- what stood there before each change; kept by the trigger below
	id           INTEGER PRIMARY KEY,
	indicator_id INTEGER NOT NULL REFERENCES indicator (id),
	year         INTEGER NOT NULL,
	slot         INTEGER NOT NULL REFERENCES unit (slot),
	value        REAL,
	missing      TEXT NOT NULL,
	remark       TEXT NOT NULL,
	login        TEXT NOT NULL,
	changed_at   TEXT NOT NULL,
	import_id    INTEGER REFERENCES import (id),              -- file that had brought it
	replaced_by  INTEGER REFERENCES import (id)               -- file whose figure took its place; NULL = keyed or deleted
) STRICT;
CREATE INDEX own_figure_former_of ON own_figure_former (indicator_id, year, slot);
CREATE TRIGGER own_figure_changed AFTER UPDATE OF value, missing, remark ON own_figure
WHEN OLD.value IS NOT NEW.value OR OLD.missing <> NEW.missing OR OLD.remark <> NEW.remark BEGIN
	INSERT INTO own_figure_former (indicator_id, year, slot, value, missing, remark, login, changed_at, import_id, replaced_by)
	VALUES (OLD.indicator_id, OLD.year, OLD.slot, OLD.value, OLD.missing, OLD.remark, OLD.login, OLD.changed_at, OLD.import_id,
		NEW.import_id);
END;
CREATE TRIGGER own_figure_gone AFTER DELETE ON own_figure BEGIN
	INSERT INTO own_figure_former (indicator_id, year, slot, value, missing, remark, login, changed_at, import_id)
	VALUES (OLD.indicator_id, OLD.year, OLD.slot, OLD.value, OLD.missing, OLD.remark, OLD.login, OLD.changed_at, OLD.import_id);
END;

CREATE TABLE compared_indicator (     -- rows of a group's comparison, in order
	group_id     INTEGER NOT NULL REFERENCES exchange_group (id),
	position     INTEGER NOT NULL CHECK (position > 0),
	indicator_id INTEGER NOT NULL REFERENCES indicator (id),
	PRIMARY KEY (group_id, position),
	UNIQUE (group_id, indicator_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_organisation (   -- how a unit delivers a service
	id         INTEGER PRIMARY KEY,
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev        INTEGER NOT NULL DEFAULT 1,
	owner      TEXT NOT NULL DEFAULT '',
	slot       INTEGER NOT NULL REFERENCES unit (slot),
	service    TEXT NOT NULL CHECK (service <> ''),
	year       INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	provider   TEXT NOT NULL CHECK (provider IN
		('own_unit', 'budget_entity', 'company', 'contracted', 'municipal_union', 'ngo', 'other')),
	name       TEXT NOT NULL DEFAULT '',                      -- of who delivers
	employment REAL CHECK (employment >= 0),                  -- posts
	scale      TEXT NOT NULL DEFAULT '',                      -- how much of the service
	contract   TEXT NOT NULL DEFAULT '',                      -- with whom, until when
	fees       TEXT NOT NULL DEFAULT '',                      -- what users pay
	remark     TEXT NOT NULL DEFAULT '',
	retired_at TEXT,
	UNIQUE (slot, service, year)
) STRICT;

CREATE TABLE decision_count (         -- administrative decisions of a quarter: totals, no cases
	id            INTEGER PRIMARY KEY,
	uid           TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev           INTEGER NOT NULL DEFAULT 1,
	owner         TEXT NOT NULL DEFAULT '',
	slot          INTEGER NOT NULL REFERENCES unit (slot),
	year          INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	quarter       INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
	case_type     TEXT NOT NULL CHECK (case_type <> ''),
	department    TEXT NOT NULL DEFAULT '',                   -- or organisational unit
	issued        INTEGER NOT NULL CHECK (issued >= 0),
	late          INTEGER NOT NULL DEFAULT 0 CHECK (late >= 0),          -- after the statutory time
	late_extended INTEGER NOT NULL DEFAULT 0 CHECK (late_extended >= 0), -- after the extended time
	appealed      INTEGER NOT NULL DEFAULT 0 CHECK (appealed >= 0),      -- appeals decided are the five below
	upheld        INTEGER NOT NULL DEFAULT 0 CHECK (upheld >= 0),
	sent_back     INTEGER NOT NULL DEFAULT 0 CHECK (sent_back >= 0),     -- overturned and sent back
	overturned    INTEGER NOT NULL DEFAULT 0 CHECK (overturned >= 0),    -- overturned and decided by SKO
	discontinued  INTEGER NOT NULL DEFAULT 0 CHECK (discontinued >= 0),
	inadmissible  INTEGER NOT NULL DEFAULT 0 CHECK (inadmissible >= 0),
	invalid       INTEGER NOT NULL DEFAULT 0 CHECK (invalid >= 0),       -- declared invalid
	changed       INTEGER NOT NULL DEFAULT 0 CHECK (changed >= 0),       -- by the office itself
	made_up       INTEGER NOT NULL DEFAULT 0 CHECK (made_up IN (0, 1)),
	remark        TEXT NOT NULL DEFAULT '',
	retired_at    TEXT,
	UNIQUE (slot, year, quarter, case_type, department)
) STRICT;

-- ---- what members take home ----

CREATE TABLE conclusion (             -- what a member will do better, and why
	id          INTEGER PRIMARY KEY,                          -- the number that commands take
	uid         TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev         INTEGER NOT NULL DEFAULT 1,
	owner       TEXT NOT NULL DEFAULT '',
	group_id    INTEGER REFERENCES exchange_group (id),       -- NULL = outside a group
	slot        INTEGER NOT NULL REFERENCES unit (slot),      -- whose
	service     TEXT NOT NULL DEFAULT '',
	text        TEXT NOT NULL CHECK (text <> ''),
	cause       TEXT NOT NULL DEFAULT '',
	proposal    TEXT NOT NULL DEFAULT '',
	learn_from  INTEGER REFERENCES unit (slot),               -- the member that does better
	effect      TEXT NOT NULL DEFAULT '',                     -- expected
	cost        REAL CHECK (cost >= 0),                       -- zł; NULL = not estimated
	responsible TEXT NOT NULL DEFAULT '',                     -- office, post
	due_on      TEXT,
	state       TEXT NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'accepted', 'running', 'done', 'rejected')),
	reason      TEXT NOT NULL DEFAULT '',                     -- of rejecting
	made_on     TEXT NOT NULL,
	retired_at  TEXT
) STRICT;
CREATE INDEX conclusion_group ON conclusion (group_id);
CREATE INDEX conclusion_slot ON conclusion (slot);

CREATE TABLE conclusion_evidence (    -- frozen as it was seen
	conclusion_id INTEGER NOT NULL REFERENCES conclusion (id),
	position     INTEGER NOT NULL CHECK (position > 0),
	kind         TEXT NOT NULL CHECK (kind IN ('indicator', 'decisions', 'organisation', 'text')), -- survey results are indicators
	indicator_id INTEGER REFERENCES indicator (id),
	year         INTEGER,
	value        REAL,                                        -- own
	mean         REAL,                                        -- of the group
	median       REAL,
	best         REAL,
	best_slot    INTEGER REFERENCES unit (slot),
	with_data    INTEGER NOT NULL DEFAULT 0,                  -- members that have data
	members      INTEGER NOT NULL DEFAULT 0,
	text         TEXT NOT NULL DEFAULT '',                    -- name, measure and source as they were; or what was found
	frozen_at    TEXT NOT NULL,
	PRIMARY KEY (conclusion_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE improvement_plan (
	id           INTEGER PRIMARY KEY,                         -- the number that commands take
	uid          TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev          INTEGER NOT NULL DEFAULT 1,                  -- raised by actions and results too
	owner        TEXT NOT NULL DEFAULT '',
	group_id     INTEGER REFERENCES exchange_group (id),
	slot         INTEGER NOT NULL REFERENCES unit (slot),
	service      TEXT NOT NULL DEFAULT '',
	title        TEXT NOT NULL CHECK (title <> ''),
	goal         TEXT NOT NULL DEFAULT '',
	indicator_id INTEGER REFERENCES indicator (id),           -- its measure; NULL = said in measure
	measure      TEXT NOT NULL DEFAULT '',
	base_year    INTEGER,
	base         REAL,
	target_year  INTEGER,
	target       REAL,
	budget       REAL CHECK (budget >= 0),                    -- zł
	state        TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'adopted', 'closed')),
	adopted_on   TEXT,
	retired_at   TEXT
) STRICT;
CREATE INDEX improvement_plan_slot ON improvement_plan (slot);
CREATE INDEX improvement_plan_group ON improvement_plan (group_id);

CREATE TABLE improvement_plan_conclusion (
	plan_id       INTEGER NOT NULL REFERENCES improvement_plan (id),
	conclusion_id INTEGER NOT NULL REFERENCES conclusion (id),
	PRIMARY KEY (plan_id, conclusion_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE improvement_action (
	plan_id     INTEGER NOT NULL REFERENCES improvement_plan (id),
	position    INTEGER NOT NULL CHECK (position > 0),
	text        TEXT NOT NULL CHECK (text <> ''),
	responsible TEXT NOT NULL DEFAULT '',
	from_on     TEXT,
	to_on       TEXT,
	cost        REAL CHECK (cost >= 0),
	state       TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'running', 'done', 'given_up')),
	remark      TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (plan_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE improvement_result (     -- of a year
	plan_id    INTEGER NOT NULL REFERENCES improvement_plan (id),
	year       INTEGER NOT NULL,
	value      REAL,                                          -- of the measure when this was written
	text       TEXT NOT NULL,
	written_on TEXT NOT NULL,
	PRIMARY KEY (plan_id, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE closing_note (           -- what a member leaves at the end of a programme
	id         INTEGER PRIMARY KEY,
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev        INTEGER NOT NULL DEFAULT 1,
	owner      TEXT NOT NULL DEFAULT '',
	group_id   INTEGER NOT NULL REFERENCES exchange_group (id),
	slot       INTEGER NOT NULL REFERENCES unit (slot),
	kind       TEXT NOT NULL CHECK (kind IN ('recommendation', 'problem', 'achievement')),
	text       TEXT NOT NULL CHECK (text <> ''),
	made_on    TEXT NOT NULL,
	retired_at TEXT
) STRICT;
CREATE INDEX closing_note_group ON closing_note (group_id);

-- Stages as groups usually go; people change them. GWD: eight quarterly meetings; workshops: September 2011 to June
-- 2013 of the first programme; networks: spring and autumn meetings.
INSERT INTO stage (kind, position, name, aim, month, months, days) VALUES
	('gwd', 1, 'Zakres, usługa, wskaźniki i ich definicje', 'uzgodniona lista wskaźników i ich definicji', 0, 1, 1),
	('gwd', 2, 'Pierwsze dane i ich sprawdzenie', 'dane wszystkich członków za rok poprzedni, sprawdzone', 3, 1, 1),
	('gwd', 3, 'Porównanie i pytania o różnice', 'pytania do członków, których wyniki odbiegają', 6, 1, 1),
	('gwd', 4, 'Przygotowanie badania opinii', 'wspólny kwestionariusz i plan badania', 9, 1, 1),
	('gwd', 5, 'Wyniki badania opinii', 'wyniki badania zestawione ze wskaźnikami', 12, 1, 1),
	('gwd', 6, 'Formy organizacji usługi', 'porównane formy organizacji i przypadki gospodarzy', 15, 1, 1),
	('gwd', 7, 'Wnioski i projekt planu doskonalenia', 'wnioski każdego członka i projekt planu', 18, 1, 1),
	('gwd', 8, 'Plany, pierwsze efekty, ocena pracy grupy', 'przyjęte plany, kandydaci do bazy dobrych praktyk', 21, 1, 1),
	('wzs', 1, 'Konferencja inauguracyjna', 'zespoły znają metodę pracy i swoje dane', 0, 1, 2),
	('wzs', 2, 'Warsztaty I: analiza danych w systemie monitoringu', 'odczytany zestaw danych każdej jednostki', 2, 2, 2),
	('wzs', 3, 'Warsztaty II: kluczowe problemy i priorytety', 'problemy, priorytety i dostosowany system monitorowania', 4, 6, 2),
	('wzs', 4, 'Warsztaty III: stan realizacji strategii', 'ocena strategii i systemu monitoringu, propozycje korekt', 10, 11, 2),
	('wzs', 5, 'Konferencja końcowa', 'podsumowanie i przykłady wdrożeń', 21, 1, 1),
	('network', 1, 'Spotkanie wiosenne: tematy i potrzeby', 'lista tematów zgłoszonych przez uczestników', 0, 2, 2),
	('network', 2, 'Spotkanie jesienne: rozwiązania', 'wypracowane narzędzia i przykłady', 6, 2, 2),
	('network', 3, 'Spotkanie wiosenne: pierwsze efekty', 'efekty i problemy wdrażania', 12, 2, 2),
	('network', 4, 'Warsztaty końcowe: dokonania i rekomendacje', 'rekomendacje, problemy i osiągnięcia każdego miasta', 18, 2, 2),
	('jst_ngo', 1, 'Rozpoczęcie: współpraca w jednostkach grupy', 'opis współpracy każdego członka', 0, 1, 1),
	('jst_ngo', 2, 'Opinia o modelu współpracy', 'zebrane uwagi do modelu', 3, 1, 1),
	('jst_ngo', 3, 'Opinia o poradniku i dobre praktyki', 'uwagi do poradnika, opisy praktyk', 6, 1, 1),
	('jst_ngo', 4, 'Zakończenie: wnioski i program współpracy', 'wnioski do programów współpracy', 9, 1, 1);
INSERT INTO stage_item (kind, stage, position, title, speaker, minutes) VALUES
	('gwd', 1, 1, 'Otwarcie, przedstawienie uczestników', 'moderator', 20),
	('gwd', 1, 2, 'Prezentacja gospodarza: jak świadczymy usługę', 'gospodarz', 45),
	('gwd', 1, 3, 'Zakres pracy grupy i oczekiwania członków', 'moderator', 60),
	('gwd', 1, 4, 'Wskaźniki usługi i ich definicje', 'moderator, ekspert', 90),
	('gwd', 1, 5, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('gwd', 2, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('gwd', 2, 2, 'Prezentacja gospodarza: jak świadczymy usługę', 'gospodarz', 45),
	('gwd', 2, 3, 'Zebrane dane: braki i pytania', 'moderator', 60),
	('gwd', 2, 4, 'Decyzje wydane po terminie i uchylone przez SKO: co liczymy', 'moderator', 45),
	('gwd', 2, 5, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('gwd', 3, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('gwd', 3, 2, 'Prezentacja gospodarza: jak świadczymy usługę', 'gospodarz', 45),
	('gwd', 3, 3, 'Porównanie kosztów i wyników w grupie', 'moderator', 75),
	('gwd', 3, 4, 'Skąd biorą się różnice: wypowiedzi członków', 'członkowie', 75),
	('gwd', 3, 5, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('gwd', 4, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('gwd', 4, 2, 'Prezentacja gospodarza: jak świadczymy usługę', 'gospodarz', 45),
	('gwd', 4, 3, 'Pytania do mieszkańców: wspólny kwestionariusz', 'ekspert', 75),
	('gwd', 4, 4, 'Próba, termin i sposób zbierania ankiet', 'moderator', 45),
	('gwd', 4, 5, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('gwd', 5, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('gwd', 5, 2, 'Prezentacja gospodarza: jak świadczymy usługę', 'gospodarz', 45),
	('gwd', 5, 3, 'Wyniki badania obok wskaźników', 'moderator', 75),
	('gwd', 5, 4, 'Co mówią mieszkańcy, a co liczby: dyskusja', 'członkowie', 60),
	('gwd', 5, 5, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('gwd', 6, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('gwd', 6, 2, 'Prezentacja gospodarza: jak świadczymy usługę', 'gospodarz', 45),
	('gwd', 6, 3, 'Kto i jak świadczy usługę: porównanie form organizacji', 'moderator', 75),
	('gwd', 6, 4, 'Decyzje i odwołania: co zmieniono w postępowaniu', 'członkowie', 45),
	('gwd', 6, 5, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('gwd', 7, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('gwd', 7, 2, 'Prezentacja gospodarza: jak świadczymy usługę', 'gospodarz', 45),
	('gwd', 7, 3, 'Wnioski członków z porównania', 'członkowie', 90),
	('gwd', 7, 4, 'Projekty planów doskonalenia usługi', 'członkowie', 60),
	('gwd', 7, 5, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('gwd', 8, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('gwd', 8, 2, 'Prezentacja gospodarza: jak świadczymy usługę', 'gospodarz', 45),
	('gwd', 8, 3, 'Plany doskonalenia i pierwsze efekty', 'członkowie', 90),
	('gwd', 8, 4, 'Ocena pracy grupy i rekomendacje', 'moderator', 45),
	('gwd', 8, 5, 'Dobre praktyki do zgłoszenia', 'moderator', 20),
	('gwd', 8, 6, 'Podsumowanie i ustalenia końcowe', 'moderator', 20),
	('wzs', 1, 1, 'Otwarcie, przedstawienie uczestników', 'moderator', 20),
	('wzs', 1, 2, 'Metoda pracy i analiza strategiczna rozwoju', 'ekspert', 90),
	('wzs', 1, 3, 'Monitorowanie rozwoju: wprowadzenie', 'ekspert', 90),
	('wzs', 1, 4, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('wzs', 2, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('wzs', 2, 2, 'Poziom i zmiana: praca na danych własnych', 'ekspert', 120),
	('wzs', 2, 3, 'Mapa aktywności organizacji pozarządowych i badanie mieszkańców', 'ekspert', 90),
	('wzs', 2, 4, 'Praca własna między warsztatami', 'moderator', 45),
	('wzs', 2, 5, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('wzs', 3, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('wzs', 3, 2, 'Kluczowe problemy i priorytety: praca zespołów', 'zespoły', 120),
	('wzs', 3, 3, 'Motory rozwoju i analiza SWOT', 'zespoły', 120),
	('wzs', 3, 4, 'System monitorowania i regulacje wewnętrzne', 'ekspert', 90),
	('wzs', 3, 5, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('wzs', 4, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('wzs', 4, 2, 'Stan realizacji strategii z monitoringu', 'zespoły', 120),
	('wzs', 4, 3, 'Samoocena systemu monitoringu i korekty', 'zespoły', 90),
	('wzs', 4, 4, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('wzs', 5, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('wzs', 5, 2, 'Przykłady wdrożenia monitoringu i ewaluacji', 'zespoły', 90),
	('wzs', 5, 3, 'Podsumowanie programu', 'moderator', 45),
	('wzs', 5, 4, 'Podsumowanie i ustalenia końcowe', 'moderator', 20),
	('network', 1, 1, 'Otwarcie, przedstawienie uczestników', 'moderator', 20),
	('network', 1, 2, 'Tematy zgłoszone przez uczestników', 'moderator', 60),
	('network', 1, 3, 'Przypadki miast', 'członkowie', 90),
	('network', 1, 4, 'Konsultacje z doradcami', 'doradcy', 60),
	('network', 1, 5, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('network', 2, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('network', 2, 2, 'Narzędzia i rozwiązania sieci', 'ekspert', 90),
	('network', 2, 3, 'Przypadki miast', 'członkowie', 90),
	('network', 2, 4, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('network', 3, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('network', 3, 2, 'Co udało się wdrożyć', 'członkowie', 90),
	('network', 3, 3, 'Problemy i rady', 'doradcy', 60),
	('network', 3, 4, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('network', 4, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('network', 4, 2, 'Dokonania miast', 'członkowie', 120),
	('network', 4, 3, 'Rekomendacje dla innych samorządów', 'członkowie', 60),
	('network', 4, 4, 'Co dalej z siecią', 'moderator', 45),
	('network', 4, 5, 'Podsumowanie i ustalenia końcowe', 'moderator', 20),
	('jst_ngo', 1, 1, 'Otwarcie, przedstawienie uczestników', 'moderator', 20),
	('jst_ngo', 1, 2, 'Prezentacja gospodarza: współpraca z organizacjami', 'gospodarz', 45),
	('jst_ngo', 1, 3, 'Współpraca z organizacjami u członków grupy', 'członkowie', 90),
	('jst_ngo', 1, 4, 'Dane o współpracy: co porównujemy', 'moderator', 60),
	('jst_ngo', 1, 5, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('jst_ngo', 2, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('jst_ngo', 2, 2, 'Prezentacja gospodarza: współpraca z organizacjami', 'gospodarz', 45),
	('jst_ngo', 2, 3, 'Projekt modelu: uwagi członków', 'moderator', 120),
	('jst_ngo', 2, 4, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('jst_ngo', 3, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('jst_ngo', 3, 2, 'Prezentacja gospodarza: współpraca z organizacjami', 'gospodarz', 45),
	('jst_ngo', 3, 3, 'Projekt poradnika: uwagi członków', 'moderator', 90),
	('jst_ngo', 3, 4, 'Praktyki do opisania', 'członkowie', 60),
	('jst_ngo', 3, 5, 'Ustalenia, zadania, następne spotkanie', 'moderator', 20),
	('jst_ngo', 4, 1, 'Otwarcie i stan zadań z poprzedniego spotkania', 'moderator', 20),
	('jst_ngo', 4, 2, 'Prezentacja gospodarza: współpraca z organizacjami', 'gospodarz', 45),
	('jst_ngo', 4, 3, 'Wnioski do rocznych programów współpracy', 'członkowie', 90),
	('jst_ngo', 4, 4, 'Ocena pracy grupy', 'moderator', 45),
	('jst_ngo', 4, 5, 'Podsumowanie i ustalenia końcowe', 'moderator', 20);

-- Winter holidays of schools as the minister of education announced them; people add the coming years.
INSERT INTO winter_break (voivodeship, first_on, last_on, source) VALUES
	('14', '2026-01-19', '2026-02-01', 'MEN, rok szkolny 2025/26'),
	('20', '2026-01-19', '2026-02-01', 'MEN, rok szkolny 2025/26'),
	('22', '2026-01-19', '2026-02-01', 'MEN, rok szkolny 2025/26'),
	('26', '2026-01-19', '2026-02-01', 'MEN, rok szkolny 2025/26'),
	('28', '2026-01-19', '2026-02-01', 'MEN, rok szkolny 2025/26'),
	('02', '2026-02-02', '2026-02-15', 'MEN, rok szkolny 2025/26'),
	('04', '2026-02-02', '2026-02-15', 'MEN, rok szkolny 2025/26'),
	('10', '2026-02-02', '2026-02-15', 'MEN, rok szkolny 2025/26'),
	('12', '2026-02-02', '2026-02-15', 'MEN, rok szkolny 2025/26'),
	('16', '2026-02-02', '2026-02-15', 'MEN, rok szkolny 2025/26'),
	('32', '2026-02-02', '2026-02-15', 'MEN, rok szkolny 2025/26'),
	('06', '2026-02-16', '2026-03-01', 'MEN, rok szkolny 2025/26'),
	('08', '2026-02-16', '2026-03-01', 'MEN, rok szkolny 2025/26'),
	('18', '2026-02-16', '2026-03-01', 'MEN, rok szkolny 2025/26'),
	('24', '2026-02-16', '2026-03-01', 'MEN, rok szkolny 2025/26'),
	('30', '2026-02-16', '2026-03-01', 'MEN, rok szkolny 2025/26'),
	('02', '2027-01-18', '2027-01-31', 'MEN, rok szkolny 2026/27'),
	('10', '2027-01-18', '2027-01-31', 'MEN, rok szkolny 2026/27'),
	('16', '2027-01-18', '2027-01-31', 'MEN, rok szkolny 2026/27'),
	('18', '2027-01-18', '2027-01-31', 'MEN, rok szkolny 2026/27'),
	('20', '2027-01-18', '2027-01-31', 'MEN, rok szkolny 2026/27'),
	('24', '2027-01-18', '2027-01-31', 'MEN, rok szkolny 2026/27'),
	('06', '2027-02-01', '2027-02-14', 'MEN, rok szkolny 2026/27'),
	('14', '2027-02-01', '2027-02-14', 'MEN, rok szkolny 2026/27'),
	('22', '2027-02-01', '2027-02-14', 'MEN, rok szkolny 2026/27'),
	('26', '2027-02-01', '2027-02-14', 'MEN, rok szkolny 2026/27'),
	('04', '2027-02-15', '2027-02-28', 'MEN, rok szkolny 2026/27'),
	('08', '2027-02-15', '2027-02-28', 'MEN, rok szkolny 2026/27'),
	('12', '2027-02-15', '2027-02-28', 'MEN, rok szkolny 2026/27'),
	('28', '2027-02-15', '2027-02-28', 'MEN, rok szkolny 2026/27'),
	('30', '2027-02-15', '2027-02-28', 'MEN, rok szkolny 2026/27'),
	('32', '2027-02-15', '2027-02-28', 'MEN, rok szkolny 2026/27');
