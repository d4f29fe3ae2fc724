-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a strategy's file changed of a strategy that was here is kept in one way for all its rows, so
-- that the file can be taken back.

CREATE TABLE strategy_former (        -- rows that a file added or changed
	import_id   INTEGER NOT NULL REFERENCES import (id),
	noun        TEXT NOT NULL CHECK (noun <> ''),             -- goal, target, task, money …
	key         TEXT NOT NULL CHECK (key <> ''),              -- what tells the row from others: its uid, its place
	strategy_id INTEGER NOT NULL REFERENCES strategy (id),
	former      TEXT,                                         -- what it said before, as JSON; NULL = the file brought the row
	now         TEXT NOT NULL,                                -- what it says since the file
	stays       INTEGER NOT NULL DEFAULT 0 CHECK (stays IN (0, 1)), -- the file was taken back, but not here: somebody has changed it since
	PRIMARY KEY (import_id, noun, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX strategy_former_of ON strategy_former (noun, key);

-- Cards of targets were kept as lines of fields, before and after the file, parted by tabs.
WITH kept (import_id, uid, fields) AS (
	SELECT import_id, uid, '["' || replace(replace(replace(replace(former, '\', '\\'), '"', '\"'), char(10), '\n'),
		char(9), '","') || '"]'
	FROM package_row WHERE noun = 'target' AND former IS NOT NULL),
half (import_id, uid, fields, at) AS (SELECT import_id, uid, fields, 0 FROM kept UNION ALL SELECT import_id, uid, fields, 19 FROM kept),
card (import_id, uid, at, said) AS (
	SELECT import_id, uid, at, json_array(json_extract(fields, '$[' || at || ']'),
		json_extract(fields, '$[' || (at + 1) || ']'), json_extract(fields, '$[' || (at + 2) || ']'),
		CAST(json_extract(fields, '$[' || (at + 3) || ']') AS INTEGER), json_extract(fields, '$[' || (at + 4) || ']'),
		CAST(nullif(json_extract(fields, '$[' || (at + 5) || ']'), '') AS REAL),
		CAST(nullif(json_extract(fields, '$[' || (at + 6) || ']'), '') AS REAL),
		CAST(nullif(json_extract(fields, '$[' || (at + 7) || ']'), '') AS REAL),
		CAST(nullif(json_extract(fields, '$[' || (at + 8) || ']'), '0') AS INTEGER),
		CAST(nullif(json_extract(fields, '$[' || (at + 9) || ']'), '') AS REAL),
		CAST(nullif(json_extract(fields, '$[' || (at + 10) || ']'), '0') AS INTEGER),
		CAST(nullif(json_extract(fields, '$[' || (at + 11) || ']'), '') AS REAL),
		json_extract(fields, '$[' || (at + 12) || ']'), json_extract(fields, '$[' || (at + 13) || ']'),
		json_extract(fields, '$[' || (at + 14) || ']'),
		CAST(json_extract(fields, '$[' || (at + 15) || ']') AS INTEGER),
		json_extract(fields, '$[' || (at + 16) || ']'), json_extract(fields, '$[' || (at + 17) || ']'),
		json((SELECT json_group_array(json_array(json_extract(e.value, '$[0]'), CAST(json_extract(e.value, '$[1]') AS REAL)))
			FROM json_each('[[' || replace(replace(json_extract(fields, '$[' || (at + 18) || ']'), ':', ','), ';', '],[') || ']]') AS e
			WHERE json_array_length(e.value) = 2)))
	FROM half)
INSERT INTO strategy_former (import_id, noun, key, strategy_id, former, now)
SELECT b.import_id, 'target', b.uid, t.strategy_id, b.said, n.said
FROM card AS b JOIN card AS n ON n.import_id = b.import_id AND n.uid = b.uid AND n.at = 19 JOIN target AS t ON t.uid = b.uid
WHERE b.at = 0;
DELETE FROM package_row WHERE noun = 'target';
