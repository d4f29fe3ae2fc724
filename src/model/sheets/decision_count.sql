-- SPDX-License-Identifier: GPL-3.0-or-later
-- Administrative decisions by quarter.

-- name: decision_list
-- What stands under the other code of a city (unit_code_same()) is the unit's that is asked for.
WITH wanted (slot) AS (SELECT ?1 WHERE ?1 <> 0 AND ?2 = 0
		UNION SELECT m.slot FROM membership AS m WHERE m.group_id = ?2 AND ?1 IN (0, m.slot)
			AND ?3 BETWEEN m.first_on AND m.last_on),
	asked (slot, under) AS (SELECT y.slot, x.slot FROM wanted AS w JOIN unit AS x ON x.slot = w.slot
		JOIN unit AS y ON y.code IN (x.code, iif(length(x.code) = 4, x.code || '01', substr(x.code, 1, 4)))
			AND (y.slot = x.slot OR x.code GLOB '??[6-9]*'))
SELECT d.id, d.rev, d.uid, d.owner, coalesce(a.under, d.slot), d.year, d.quarter, d.case_type, d.department, d.remark,
	d.made_up, d.issued, d.late, d.late_extended, d.appealed, d.upheld, d.sent_back, d.overturned,
	d.discontinued, d.inadmissible, d.invalid, d.changed
FROM decision_count AS d LEFT JOIN asked AS a ON a.slot = d.slot
WHERE (a.slot IS NOT NULL OR ?1 = 0 AND ?2 = 0)
AND d.year BETWEEN ?4 AND ?5 AND (?6 IS NULL OR fold(d.case_type) = fold(?6))
AND (?7 IS NULL OR fold(d.department) = fold(?7))
AND (d.retired_at IS NOT NULL) = ?8
ORDER BY d.year, d.quarter, d.case_type COLLATE polish, d.department COLLATE polish;

-- name: decision_words
-- Types of cases (?1 = 0) or departments (1) of a unit, of a city under either code, as they were written last;
-- ?2 = 0: of all units.
SELECT iif(?1, department, case_type) AS word, max(id) FROM decision_count
WHERE (?2 = 0 OR slot IN (?2, ?3)) AND retired_at IS NULL AND word <> ''
GROUP BY fold(word) ORDER BY word COLLATE polish;

-- name: decision_load
SELECT id, rev, uid, owner, slot, year, quarter, case_type, department, remark, made_up,
	issued, late, late_extended, appealed, upheld, sent_back, overturned, discontinued,
	inadmissible, invalid, changed
FROM decision_count WHERE id = ?1;

-- name: decision_same
-- However it is written: sums would take one type of cases for two. ?7: the other code of a city, or ?1.
SELECT id, retired_at IS NOT NULL FROM decision_count
WHERE slot IN (?1, ?7) AND year = ?2 AND quarter = ?3 AND id <> ?6
AND fold(case_type) = fold(?4) AND fold(department) = fold(?5)
ORDER BY retired_at IS NOT NULL LIMIT 1;

-- name: decision_insert
INSERT INTO decision_count (slot, year, quarter, case_type, department, remark, made_up, issued, late,
	late_extended, appealed, upheld, sent_back, overturned, discontinued, inadmissible, invalid, changed, uid)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19);

-- name: decision_update
UPDATE decision_count SET rev = rev + 1, slot = ?1, year = ?2, quarter = ?3, case_type = ?4,
	department = ?5, remark = ?6, made_up = ?7, issued = ?8, late = ?9, late_extended = ?10,
	appealed = ?11, upheld = ?12, sent_back = ?13, overturned = ?14, discontinued = ?15,
	inadmissible = ?16, invalid = ?17, changed = ?18
WHERE id = ?19 AND rev = ?20 AND retired_at IS NULL;

-- name: decision_head
SELECT rev, owner, retired_at FROM decision_count WHERE id = ?1;

-- name: decision_retire
-- Or brought back (?2 NULL).
UPDATE decision_count SET retired_at = ?2, rev = rev + 1 WHERE id = ?1;

-- name: decision_earlier
-- Appeals of the quarters before, less those decided there; NULL = nothing is known.
SELECT sum(appealed - upheld - sent_back - overturned - discontinued - inadmissible), count(*)
FROM decision_count
WHERE slot IN (?1, ?6) AND fold(case_type) = fold(?2) AND fold(department) = fold(?3) AND retired_at IS NULL
AND (year < ?4 OR (year = ?4 AND quarter < ?5));

-- name: decision_feed
-- Years of units for the cards that totals of decisions feed. A year has the quarters of the
-- department that has the fewest: a type of cases need not occur in each. ?4 a unit, 0 = all, each under its own
-- code; ?5 the other code of a city, or ?4.
SELECT i.code, d.slot, d.year, min(d.quarters), max(d.made_up), sum(d.issued), sum(d.late),
	sum(d.late_extended), sum(d.appealed), sum(d.upheld), sum(d.sent_back), sum(d.overturned),
	sum(d.discontinued), sum(d.inadmissible), sum(d.invalid), sum(d.changed)
FROM indicator AS i JOIN (
	SELECT iif(?4, ?4, slot) AS slot, year, count(DISTINCT quarter) AS quarters, max(made_up) AS made_up,
		sum(issued) AS issued, sum(late) AS late, sum(late_extended) AS late_extended,
		sum(appealed) AS appealed, sum(upheld) AS upheld, sum(sent_back) AS sent_back,
		sum(overturned) AS overturned, sum(discontinued) AS discontinued,
		sum(inadmissible) AS inadmissible, sum(invalid) AS invalid, sum(changed) AS changed
	FROM decision_count
	WHERE year BETWEEN ?2 AND ?3 AND retired_at IS NULL AND (?4 = 0 OR slot IN (?4, ?5))
	GROUP BY iif(?4, ?4, slot), year, fold(department)) AS d
WHERE i.id = ?1 AND i.code IN decision_card
GROUP BY d.slot, d.year;
