-- SPDX-License-Identifier: GPL-3.0-or-later
-- Surveys: questionnaires and their frozen versions, waves, batches of paper, forms, every reading
-- of every answer, who keyed and how well.

-- Files of answers stand in the list of imports too; the list's kinds can only be widened by
-- building the table anew.
CREATE TABLE import_wider (
	id             INTEGER PRIMARY KEY AUTOINCREMENT,         -- order of import; never reused
	uid            TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	kind           TEXT NOT NULL CHECK (kind IN
		('teryt', 'changes', 'bdl', 'values', 'catalogue', 'answers')),
	file_name      TEXT NOT NULL,                             -- without folders
	sha256         TEXT NOT NULL CHECK (length(sha256) = 64), -- of the file's bytes
	size           INTEGER NOT NULL CHECK (size >= 0),        -- bytes
	encoding       TEXT NOT NULL,                             -- utf-8, cp1250, iso-8859-2
	source         TEXT NOT NULL DEFAULT '',                  -- shown with every value: GUS, BDL; answers: code of the wave
	made_up        INTEGER NOT NULL DEFAULT 0 CHECK (made_up IN (0, 1)), -- demonstration values
	data_date      TEXT NOT NULL DEFAULT '',                  -- date of the register or of the export
	person_id      INTEGER NOT NULL REFERENCES person (id),
	imported_at    TEXT NOT NULL,
	row_count      INTEGER NOT NULL DEFAULT 0,                -- data rows read
	unit_count     INTEGER NOT NULL DEFAULT 0,                -- units matched
	new_count      INTEGER NOT NULL DEFAULT 0,                -- values, units, changes or forms that are new
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

CREATE TABLE questionnaire (          -- what is asked, through all its versions
	id          INTEGER PRIMARY KEY,
	uid         TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev         INTEGER NOT NULL DEFAULT 1,
	code        TEXT NOT NULL UNIQUE CHECK (code <> '' AND length(code) <= 64), -- form_id of XLSForm
	kind        TEXT NOT NULL DEFAULT 'other' CHECK (kind IN
		('residents', 'ngo', 'entrepreneurs', 'employees', 'youth', 'other')), -- who is asked
	copied_from INTEGER REFERENCES questionnaire_version (id), -- NULL = written or imported here
	retired_at  TEXT
) STRICT;

CREATE TABLE questionnaire_version (  -- the questions of one version
	id               INTEGER PRIMARY KEY,
	questionnaire_id INTEGER NOT NULL REFERENCES questionnaire (id),
	number           INTEGER NOT NULL CHECK (number > 0),
	rev              INTEGER NOT NULL DEFAULT 1,                 -- raised by each change of a draft
	form_version     TEXT NOT NULL DEFAULT '',                   -- version of the settings sheet
	language         INTEGER NOT NULL DEFAULT 1,                 -- the one shown first
	source           TEXT NOT NULL DEFAULT '',                   -- file it came from
	created_at       TEXT NOT NULL,
	published_at     TEXT,                                       -- NULL = draft; frozen from then on
	published_by     INTEGER REFERENCES person (id),
	UNIQUE (questionnaire_id, number)
) STRICT;
CREATE UNIQUE INDEX questionnaire_draft ON questionnaire_version (questionnaire_id) WHERE published_at IS NULL;

CREATE TABLE questionnaire_language (
	version_id  INTEGER NOT NULL REFERENCES questionnaire_version (id) ON DELETE CASCADE,
	language    INTEGER NOT NULL CHECK (language > 0),          -- 1, 2, … as the columns stand
	name        TEXT NOT NULL,                                  -- Polski (pl); '' = columns without a language
	title       TEXT NOT NULL DEFAULT '',
	notice      TEXT NOT NULL DEFAULT '',                       -- on the use of personal data
	instruction TEXT NOT NULL DEFAULT '',                       -- for who fills it in
	PRIMARY KEY (version_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE question (               -- a row of the survey sheet; groups and repeats hold others
	id           INTEGER PRIMARY KEY,
	version_id   INTEGER NOT NULL REFERENCES questionnaire_version (id) ON DELETE CASCADE,
	position     INTEGER NOT NULL CHECK (position > 0),         -- order on paper, from 1
	parent       INTEGER NOT NULL DEFAULT 0,                    -- position of the group or repeat, 0 = none
	type         TEXT NOT NULL,                                 -- select_one, …, as XLSForm names it
	name         TEXT NOT NULL CHECK (name <> ''),
	identity     TEXT NOT NULL CHECK (identity <> ''),          -- code/name where first asked: the same question elsewhere
	list         TEXT NOT NULL DEFAULT '',                      -- of choices
	or_other     INTEGER NOT NULL DEFAULT 0 CHECK (or_other IN (0, 1)),
	required     TEXT NOT NULL DEFAULT '',                      -- yes, no or an expression
	relevant     TEXT NOT NULL DEFAULT '',
	hard_check   TEXT NOT NULL DEFAULT '',                      -- constraint
	soft_check   TEXT NOT NULL DEFAULT '',                      -- soft_constraint
	calculation  TEXT NOT NULL DEFAULT '',
	appearance   TEXT NOT NULL DEFAULT '',
	default_value TEXT NOT NULL DEFAULT '',
	read_only    TEXT NOT NULL DEFAULT '',
	choice_filter TEXT NOT NULL DEFAULT '',
	repeat_count TEXT NOT NULL DEFAULT '',
	parameters   TEXT NOT NULL DEFAULT '',                      -- start=0 end=10 step=1
	max_answers  INTEGER NOT NULL DEFAULT 0 CHECK (max_answers >= 0), -- 0 = as many as there are
	number       TEXT NOT NULL DEFAULT '',                      -- on paper
	page         INTEGER NOT NULL DEFAULT 0 CHECK (page >= 0),  -- of the paper, 0 = as the one before
	second_keying INTEGER NOT NULL DEFAULT 1 CHECK (second_keying IN (0, 1)),
	repeat_last  INTEGER NOT NULL DEFAULT 0 CHECK (repeat_last IN (0, 1)),
	UNIQUE (version_id, position)
) STRICT;
CREATE INDEX question_identity ON question (identity);

CREATE TABLE question_text (
	question_id INTEGER NOT NULL REFERENCES question (id) ON DELETE CASCADE,
	kind        TEXT NOT NULL CHECK (kind IN ('label', 'hint', 'hard_message', 'soft_message', 'required_message')),
	language    INTEGER NOT NULL CHECK (language > 0),
	text        TEXT NOT NULL,
	PRIMARY KEY (question_id, kind, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE choice (                 -- a row of the choices sheet
	id         INTEGER PRIMARY KEY,
	version_id INTEGER NOT NULL REFERENCES questionnaire_version (id) ON DELETE CASCADE,
	position   INTEGER NOT NULL CHECK (position > 0),           -- order in the sheet; rows of one list may lie apart
	list       TEXT NOT NULL CHECK (list <> ''),
	name       TEXT NOT NULL CHECK (name <> ''),                -- what an answer stores
	code       TEXT NOT NULL DEFAULT '',                        -- digits that are keyed; '' = the name, else its place
	exclusive  INTEGER NOT NULL DEFAULT 0 CHECK (exclusive IN (0, 1)), -- stands alone
	missing    TEXT NOT NULL DEFAULT '',                        -- a printed exit: dont_know, refused, not_applicable
	UNIQUE (version_id, position)
) STRICT;

CREATE TABLE choice_text (
	choice_id INTEGER NOT NULL REFERENCES choice (id) ON DELETE CASCADE,
	language  INTEGER NOT NULL CHECK (language > 0),
	text      TEXT NOT NULL,
	PRIMARY KEY (choice_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE questionnaire_extra (    -- cells of columns that mean nothing here, kept for export
	version_id  INTEGER NOT NULL REFERENCES questionnaire_version (id) ON DELETE CASCADE,
	sheet       TEXT NOT NULL CHECK (sheet IN ('survey', 'choices', 'settings')),
	position    INTEGER NOT NULL,                               -- of the question or choice; settings: 1
	column_name TEXT NOT NULL CHECK (column_name <> ''),
	text        TEXT NOT NULL,
	PRIMARY KEY (version_id, sheet, position, column_name)
) STRICT, WITHOUT ROWID;

CREATE TABLE survey (                 -- asked again and again; its waves are compared
	id               INTEGER PRIMARY KEY,
	uid              TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev              INTEGER NOT NULL DEFAULT 1,
	code             TEXT NOT NULL UNIQUE CHECK (code <> '' AND length(code) <= 32),
	name             TEXT NOT NULL CHECK (name <> ''),
	questionnaire_id INTEGER NOT NULL REFERENCES questionnaire (id),
	note             TEXT NOT NULL DEFAULT '',
	retired_at       TEXT
) STRICT;

CREATE TABLE wave (                   -- one edition of a survey
	id            INTEGER PRIMARY KEY,
	uid           TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev           INTEGER NOT NULL DEFAULT 1,
	survey_id     INTEGER NOT NULL REFERENCES survey (id),
	code          TEXT NOT NULL UNIQUE CHECK (code <> '' AND length(code) <= 32), -- what commands take
	name          TEXT NOT NULL DEFAULT '',
	slot          INTEGER NOT NULL REFERENCES unit (slot),      -- whose survey it is
	year          INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	version_id    INTEGER NOT NULL REFERENCES questionnaire_version (id), -- that new forms are keyed in
	population    INTEGER CHECK (population > 0),               -- people who could have been asked; NULL = unknown
	sample        TEXT NOT NULL CHECK (sample IN ('random', 'returned')), -- drawn, or by whoever answered
	planned       INTEGER NOT NULL DEFAULT 0 CHECK (planned >= 0), -- forms handed out
	control       TEXT NOT NULL DEFAULT 'system' CHECK (control IN ('operator', 'system')), -- who enforces routes
	auto_number   INTEGER NOT NULL DEFAULT 0 CHECK (auto_number IN (0, 1)), -- offer the next form number
	open_answers  INTEGER NOT NULL DEFAULT 1 CHECK (open_answers IN (0, 1)), -- 0 = texts are passed over in keying
	anonymity     TEXT NOT NULL CHECK (anonymity IN ('anonymous', 'confidential', 'named')),
	purpose       TEXT NOT NULL DEFAULT '',
	legal_basis   TEXT NOT NULL DEFAULT '',
	controller    TEXT NOT NULL DEFAULT '',
	notice        TEXT NOT NULL DEFAULT '',                     -- printed on the form; '' = the questionnaire's
	keep_until    TEXT,                                         -- last day of who-keyed-what, notes and open texts
	second_method TEXT NOT NULL DEFAULT 'independent' CHECK (second_method IN ('verify', 'independent')),
	second_choice TEXT NOT NULL DEFAULT 'nth' CHECK (second_choice IN ('none', 'all', 'nth', 'share')),
	second_every  INTEGER NOT NULL DEFAULT 10 CHECK (second_every > 0), -- nth
	second_share  INTEGER NOT NULL DEFAULT 10 CHECK (second_share BETWEEN 1 AND 100), -- per cent of forms
	threshold     REAL NOT NULL DEFAULT 1 CHECK (threshold BETWEEN 0 AND 100), -- % of differing fields over which a batch is keyed twice whole
	lifted_by     INTEGER REFERENCES person (id),               -- administrator who let the same person key twice
	lifted_at     TEXT,
	speed_from    TEXT,                                         -- day on which staff were told that speed is shown; NULL = it is not
	case_mark     TEXT NOT NULL DEFAULT '',
	archive_class TEXT NOT NULL DEFAULT '',
	destroy_after TEXT,                                         -- day
	destroyed_on  TEXT,
	destroyed_by  TEXT NOT NULL DEFAULT '',
	protocol      TEXT NOT NULL DEFAULT '',                     -- of destruction
	closed_at     TEXT,
	closed_by     INTEGER REFERENCES person (id),
	erased_at     TEXT,                                         -- what was due after keep_until is gone
	retired_at    TEXT
) STRICT;

CREATE TABLE wave_question (          -- where a wave differs from its questionnaire
	wave_id       INTEGER NOT NULL REFERENCES wave (id),
	question_id   INTEGER NOT NULL REFERENCES question (id),
	second_keying INTEGER NOT NULL CHECK (second_keying IN (0, 1)),
	PRIMARY KEY (wave_id, question_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE operator (               -- people who key; erased, not retired, when their data are due
	id            INTEGER PRIMARY KEY,
	uid           TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev           INTEGER NOT NULL DEFAULT 1,
	person_id     INTEGER UNIQUE REFERENCES person (id),        -- own account; NULL = says who keys on a shared one
	name          TEXT NOT NULL CHECK (name <> ''),
	initials      TEXT NOT NULL UNIQUE CHECK (initials <> '' AND length(initials) <= 6),
	starts_on     TEXT NOT NULL,
	ends_on       TEXT,                                         -- last day
	authorisation TEXT NOT NULL DEFAULT ''                      -- number and date of the right to process data
) STRICT;

CREATE TABLE batch (                  -- a bundle of paper as it came
	id            INTEGER PRIMARY KEY,
	uid           TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev           INTEGER NOT NULL DEFAULT 1,
	wave_id       INTEGER NOT NULL REFERENCES wave (id),
	number        INTEGER NOT NULL CHECK (number > 0),
	received_from TEXT NOT NULL DEFAULT '',
	received_by   TEXT NOT NULL DEFAULT '',
	received_on   TEXT NOT NULL,
	received      INTEGER NOT NULL CHECK (received >= 0),       -- papers counted
	first_number  INTEGER NOT NULL CHECK (first_number > 0),    -- stamped
	last_number   INTEGER NOT NULL CHECK (last_number >= first_number),
	spoilt        INTEGER NOT NULL DEFAULT 0 CHECK (spoilt >= 0), -- of the received, not stamped
	empty         INTEGER NOT NULL DEFAULT 0 CHECK (empty >= 0),
	reason        TEXT NOT NULL DEFAULT '',                     -- of the spoilt and empty ones
	room          TEXT NOT NULL DEFAULT '',                     -- where the paper lies
	binder        TEXT NOT NULL DEFAULT '',
	lent_to       TEXT NOT NULL DEFAULT '',
	second_start  INTEGER NOT NULL DEFAULT 1 CHECK (second_start > 0), -- nth: first form keyed twice, drawn at reception
	second_whole  INTEGER NOT NULL DEFAULT 0 CHECK (second_whole IN (0, 1)), -- too many differences
	difference    TEXT NOT NULL DEFAULT '',                     -- why the counts do not agree
	closed_at     TEXT,
	closed_by     INTEGER REFERENCES person (id),
	UNIQUE (wave_id, number)
) STRICT;

CREATE TABLE form (                   -- one paper, from its stamp on; or one answer from the net
	id         INTEGER PRIMARY KEY,
	uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 32),
	rev        INTEGER NOT NULL DEFAULT 1,
	wave_id    INTEGER NOT NULL REFERENCES wave (id),
	batch_id   INTEGER REFERENCES batch (id),                   -- NULL = no paper
	number     INTEGER NOT NULL CHECK (number > 0),             -- stamped
	version_id INTEGER NOT NULL REFERENCES questionnaire_version (id),
	mode       TEXT NOT NULL DEFAULT 'paper' CHECK (mode IN ('paper', 'online', 'interviewer')),
	state      TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN
		('waiting', 'keying', 'keyed', 'empty', 'spoilt', 'missing')),
	second     TEXT NOT NULL DEFAULT 'none' CHECK (second IN
		('none', 'chosen', 'keying', 'differs', 'done')),      -- second keying; differs: waits for a decision
	inconsistent INTEGER NOT NULL DEFAULT 0 CHECK (inconsistent IN (0, 1)), -- the paper contradicts a route or a check
	reason     TEXT NOT NULL DEFAULT '',                        -- why spoilt, empty or missing
	note       TEXT NOT NULL DEFAULT '',
	held_by    INTEGER REFERENCES operator (id),                -- who has it open
	held_until TEXT,                                            -- after this instant another may take it
	hold       INTEGER NOT NULL DEFAULT 0,                      -- raised by each opening: who opened before is out
	import_id  INTEGER REFERENCES import (id),                  -- the file that brought it; NULL = keyed here
	UNIQUE (wave_id, number)
) STRICT;
CREATE INDEX form_import ON form (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX form_batch ON form (batch_id, number);
CREATE INDEX form_twice ON form (wave_id, second) WHERE second <> 'none'; -- few forms of a large wave

CREATE TABLE form_count (             -- forms of each kind, kept by the triggers below: 100,000 forms are not counted one by one
	wave_id  INTEGER NOT NULL,
	batch_id INTEGER NOT NULL,                                  -- 0 = no paper
	state    TEXT NOT NULL,                                     -- as in form
	second   TEXT NOT NULL,
	forms    INTEGER NOT NULL,                                  -- 0 where there were some once
	PRIMARY KEY (wave_id, batch_id, state, second)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER form_count_insert AFTER INSERT ON form BEGIN
	INSERT INTO form_count VALUES (NEW.wave_id, coalesce(NEW.batch_id, 0), NEW.state, NEW.second, 1)
		ON CONFLICT DO UPDATE SET forms = forms + 1;
END;
CREATE TRIGGER form_count_delete AFTER DELETE ON form BEGIN
	UPDATE form_count SET forms = forms - 1 WHERE wave_id = OLD.wave_id
		AND batch_id = coalesce(OLD.batch_id, 0) AND state = OLD.state AND second = OLD.second;
END;
CREATE TRIGGER form_count_update AFTER UPDATE OF wave_id, batch_id, state, second ON form BEGIN
	UPDATE form_count SET forms = forms - 1 WHERE wave_id = OLD.wave_id
		AND batch_id = coalesce(OLD.batch_id, 0) AND state = OLD.state AND second = OLD.second;
	INSERT INTO form_count VALUES (NEW.wave_id, coalesce(NEW.batch_id, 0), NEW.state, NEW.second, 1)
		ON CONFLICT DO UPDATE SET forms = forms + 1;
END;

CREATE TABLE reading (                -- one way through a form
	form_id     INTEGER NOT NULL REFERENCES form (id),
	reading     INTEGER NOT NULL CHECK (reading > 0),           -- 1, 2, 3 …
	kind        TEXT NOT NULL CHECK (kind IN ('first', 'second', 'third', 'correction', 'import')),
	started_at  TEXT NOT NULL,
	finished_at TEXT,                                           -- NULL = goes on at the question below
	at_question INTEGER,                                        -- as in answer; NULL = the end of the form
	at_occurrence INTEGER NOT NULL DEFAULT 1,
	answers     INTEGER NOT NULL DEFAULT 0,                     -- of a finished one: rows in answer
	compared    INTEGER NOT NULL DEFAULT 0,                     -- second: fields compared with the first
	reason      TEXT NOT NULL DEFAULT '',                       -- of a correction
	before_second INTEGER NOT NULL DEFAULT 0 CHECK (before_second IN (0, 1)), -- a correction older than the second reading
	PRIMARY KEY (form_id, reading)
) STRICT, WITHOUT ROWID;

CREATE TABLE reading_keyer (          -- who read it: kept apart, until the wave's keep_until
	form_id     INTEGER NOT NULL,
	reading     INTEGER NOT NULL,
	operator_id INTEGER NOT NULL REFERENCES operator (id),
	declared    INTEGER NOT NULL CHECK (declared IN (0, 1)),    -- 1 = said so on a shared account
	PRIMARY KEY (form_id, reading, operator_id),
	FOREIGN KEY (form_id, reading) REFERENCES reading (form_id, reading)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (                 -- never overwritten once its reading is finished
	form_id     INTEGER NOT NULL,
	reading     INTEGER NOT NULL,
	question_id INTEGER NOT NULL,                               -- negative: the text of that question's added choice "other"
	occurrence  INTEGER NOT NULL,                               -- in a repeat 1, 2, …; else 1
	value       TEXT NOT NULL,                                  -- names of choices parted by a blank, 12.5, 2026-11-22, text
	missing     TEXT NOT NULL,                                  -- '' or the reason
	marks       INTEGER NOT NULL,                               -- 1 so on the paper, 2 off the route, 4 passed over
	PRIMARY KEY (form_id, reading, question_id, occurrence)
) STRICT, WITHOUT ROWID;

CREATE TABLE remark (                 -- a note on a question of a form
	form_id     INTEGER NOT NULL REFERENCES form (id),
	question_id INTEGER NOT NULL,                               -- of the form's version, which stays with the form
	occurrence  INTEGER NOT NULL,
	text        TEXT NOT NULL CHECK (text <> ''),
	PRIMARY KEY (form_id, question_id, occurrence)
) STRICT, WITHOUT ROWID;

CREATE TABLE confirmed_check (        -- a check that failed and "so on the paper" was said
	form_id     INTEGER NOT NULL REFERENCES form (id),
	question_id INTEGER NOT NULL,                               -- of the form's version, which stays with the form
	occurrence  INTEGER NOT NULL,
	kind        TEXT NOT NULL CHECK (kind IN ('hard', 'soft', 'required', 'route')),
	PRIMARY KEY (form_id, question_id, occurrence, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE difference (             -- between the first and the second reading of a field
	form_id     INTEGER NOT NULL REFERENCES form (id),
	question_id INTEGER NOT NULL,                               -- of the form's version, which stays with the form
	occurrence  INTEGER NOT NULL,
	outcome     TEXT NOT NULL DEFAULT 'open' CHECK (outcome IN
		('open', 'first', 'second', 'third', 'ambiguous')),   -- whose value stands
	charged     TEXT NOT NULL DEFAULT 'nobody' CHECK (charged IN ('nobody', 'first', 'second', 'both')),
	settled     TEXT NOT NULL DEFAULT '' CHECK (settled IN ('', 'verify', 'third', 'both')), -- by whom
	PRIMARY KEY (form_id, question_id, occurrence)
) STRICT, WITHOUT ROWID;

CREATE VIEW answer_counting AS        -- what can stand: of each field the highest reading does
SELECT a.form_id, a.reading, a.question_id, a.occurrence, a.value, a.missing, a.marks
FROM reading AS r JOIN answer AS a ON a.form_id = r.form_id AND a.reading = r.reading
LEFT JOIN difference AS d ON d.form_id = a.form_id AND d.question_id = a.question_id
	AND d.occurrence = a.occurrence
WHERE r.finished_at IS NOT NULL AND CASE r.kind
	WHEN 'first' THEN d.outcome IS NOT 'second'         -- the second may be that there is nothing
	WHEN 'second' THEN d.outcome IS 'second'
	WHEN 'correction' THEN d.outcome IS NULL OR d.outcome = 'open'
		OR (d.outcome = 'first' AND d.settled = 'verify')
		OR r.before_second = 0 -- else who settled the field did it with the paper, later
	ELSE 1 END;

CREATE TABLE sitting (                -- one person keying one batch without a break
	id            INTEGER PRIMARY KEY,
	operator_id   INTEGER NOT NULL REFERENCES operator (id) ON DELETE CASCADE,
	declared      INTEGER NOT NULL CHECK (declared IN (0, 1)),
	wave_id       INTEGER NOT NULL REFERENCES wave (id),
	batch_id      INTEGER REFERENCES batch (id),
	mode          TEXT NOT NULL CHECK (mode IN ('first', 'second', 'third', 'correction')),
	started_at    TEXT NOT NULL,
	ended_at      TEXT NOT NULL,                                -- moved on at the end of each form
	paused        INTEGER NOT NULL DEFAULT 0,                   -- seconds: pause key and idle time
	forms         INTEGER NOT NULL DEFAULT 0,                   -- finished
	fields        INTEGER NOT NULL DEFAULT 0,
	keys          INTEGER NOT NULL DEFAULT 0,
	rejected      INTEGER NOT NULL DEFAULT 0,                   -- keys that were refused
	corrections   INTEGER NOT NULL DEFAULT 0                    -- own answers changed before the form was finished
) STRICT;
CREATE INDEX sitting_wave ON sitting (wave_id);

CREATE TABLE open_code (              -- growing list of categories for open answers
	id        INTEGER PRIMARY KEY,
	survey_id INTEGER NOT NULL REFERENCES survey (id),
	question  TEXT NOT NULL,                                    -- name
	code      INTEGER NOT NULL CHECK (code > 0),
	label     TEXT NOT NULL CHECK (label <> ''),
	merged_into INTEGER REFERENCES open_code (id),              -- NULL = in use
	UNIQUE (survey_id, question, code)
) STRICT;

CREATE TABLE answer_code (            -- categories of one open answer
	form_id     INTEGER NOT NULL REFERENCES form (id),
	question_id INTEGER NOT NULL,                               -- of the form's version, which stays with the form
	occurrence  INTEGER NOT NULL,
	code_id     INTEGER NOT NULL REFERENCES open_code (id),
	PRIMARY KEY (form_id, question_id, occurrence, code_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_code_code ON answer_code (code_id);

CREATE TABLE answer_mapping (         -- how a file of answers from the net was read, kept for the next one
	wave_id  INTEGER NOT NULL REFERENCES wave (id),
	kind     TEXT NOT NULL CHECK (kind IN ('column', 'label')),
	question TEXT NOT NULL DEFAULT '',                          -- label: of which question
	source   TEXT NOT NULL,                                     -- header or label in the file
	target   TEXT NOT NULL,                                     -- question or choice; '' = left out
	PRIMARY KEY (wave_id, kind, question, source)
) STRICT, WITHOUT ROWID;
