-- SPDX-License-Identifier: GPL-3.0-or-later
-- Administrative decisions by quarter.

-- name: decision_list
SELECT id, rev, uid, owner, slot, year, quarter, case_type, department, remark, made_up,
	issued, late, late_extended, appealed, upheld, sent_back, overturned, discontinued,
	inadmissible, invalid, changed
FROM decision_count
WHERE (?1 = 0 OR slot = ?1)
AND (?2 = 0 OR slot IN (SELECT m.slot FROM membership AS m WHERE m.group_id = ?2
	AND ?3 BETWEEN m.first_on AND m.last_on))
AND year BETWEEN ?4 AND ?5 AND (?6 IS NULL OR case_type = ?6) AND (?7 IS NULL OR department = ?7)
AND (retired_at IS NOT NULL) = ?8
ORDER BY year, quarter, case_type COLLATE polish, department COLLATE polish;

-- name: decision_load
SELECT id, rev, uid, owner, slot, year, quarter, case_type, department, remark, made_up,
	issued, late, late_extended, appealed, upheld, sent_back, overturned, discontinued,
	inadmissible, invalid, changed
FROM decision_count WHERE id = ?1;

-- name: decision_same
-- However it is written: sums would take one type of cases for two.
SELECT id, retired_at IS NOT NULL FROM decision_count
WHERE slot = ?1 AND year = ?2 AND quarter = ?3 AND id <> ?6
AND fold(trim(case_type)) = fold(?4) AND fold(trim(department)) = fold(?5)
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
WHERE slot = ?1 AND case_type = ?2 AND department = ?3 AND retired_at IS NULL
AND (year < ?4 OR (year = ?4 AND quarter < ?5));

-- name: decision_feed
-- Years of units for the cards that totals of decisions feed. A year has the quarters of the
-- department that has the fewest: a type of cases need not occur in each.
SELECT i.code, d.slot, d.year, min(d.quarters), max(d.made_up), sum(d.issued), sum(d.late),
	sum(d.late_extended), sum(d.appealed), sum(d.upheld), sum(d.sent_back), sum(d.overturned),
	sum(d.discontinued), sum(d.inadmissible), sum(d.invalid), sum(d.changed)
FROM indicator AS i JOIN (
	SELECT slot, year, count(DISTINCT quarter) AS quarters, max(made_up) AS made_up,
		sum(issued) AS issued, sum(late) AS late, sum(late_extended) AS late_extended,
		sum(appealed) AS appealed, sum(upheld) AS upheld, sum(sent_back) AS sent_back,
		sum(overturned) AS overturned, sum(discontinued) AS discontinued,
		sum(inadmissible) AS inadmissible, sum(invalid) AS invalid, sum(changed) AS changed
	FROM decision_count
	WHERE year BETWEEN ?2 AND ?3 AND retired_at IS NULL AND (?4 = 0 OR slot = ?4)
	GROUP BY slot, year, department) AS d
WHERE i.id = ?1 AND i.code IN decision_card
GROUP BY d.slot, d.year;
