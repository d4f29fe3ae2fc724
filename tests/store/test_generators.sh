#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The awk that turns schema and queries into C: what it makes, and what it refuses.
source=${abs_top_srcdir:-.}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
awk=${AWK:-awk}
number=0

tell() { # result sentence
	number=$((number + 1))
	if [ "$1" -eq 0 ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; fi
}
queries() { # mode; SQL on standard input
	cat > "$work/q.sql"
	"$awk" -v mode="$1" -f "$source/build-aux/queries.awk" "$work/q.sql" > "$work/out" 2> "$work/err"
}
refused() { # sentence of the refusal; SQL on standard input
	if queries source; then return 1; fi
	grep -q "$1" "$work/err"
}
schema() {
	"$awk" -f "$source/build-aux/schema.awk" "$@" > "$work/out" 2> "$work/err"
}

echo 1..12

queries header <<'END'
-- Words before the first name.
-- name: unit_list
SELECT 1;
END
grep -q 'Q_UNIT_LIST,' "$work/out"
tell $? "a name becomes a number of the enum"

queries source <<'END'
-- name: quoted
SELECT "a\b", 'x -- y' -- a remark
  FROM t; -- the end
END
grep -qF 'SELECT \"a\\b\", '"'x -- y'"'"' "$work/out" && grep -qF '" FROM t;"' "$work/out"
tell $? "quotes and dashes inside a text survive, remarks do not"

printf '%s\n' 'SELECT 1;' | refused 'before the first'
tell $? "SQL before a name is refused"
printf '%s\n' '-- name: a' 'SELECT 1;' '-- name: a' 'SELECT 2;' | refused 'stands twice'
tell $? "a name used twice is refused"
printf '%s\n' '-- name: a' '-- name: b' 'SELECT 2;' | refused 'is empty'
tell $? "a query without SQL is refused"
printf '%s\n' '-- name: b' 'SELECT 2;' '-- name: a' | refused 'is empty'
tell $? "a last query without SQL is refused"
printf '%s\n' '-- name: Bad-Name' 'SELECT 2;' | refused 'bad query name'
tell $? "a name that is no name of C is refused"

printf '%s\n' 'CREATE TABLE t ("a" TEXT); -- one' > "$work/0001-first.sql"
printf '%s\n' '-- convert: second_convert' 'ALTER TABLE t ADD COLUMN b;' > "$work/0002-second-step.sql"
printf '%s\n' 'DROP TABLE t;' > "$work/0004-late.sql"
printf '%s\n' 'DROP TABLE t;' > "$work/3-short.sql"
schema "$work/0001-first.sql" "$work/0002-second-step.sql"
grep -q 'schema_step_count = 2;' "$work/out" && grep -qF 'CREATE TABLE t (\"a\" TEXT)' "$work/out"
tell $? "each step becomes a row of the table"
grep -q '^int second_convert(struct db \*db, struct error \*err);' "$work/out" &&
	grep -q '{ 2, "second-step",' "$work/out" && grep -q 'second_convert }' "$work/out"
tell $? "a step may name its function in C"
! schema "$work/0001-first.sql" "$work/0004-late.sql" && grep -q 'without a gap' "$work/err"
tell $? "a gap between the steps is refused"
! schema "$work/3-short.sql" && grep -q 'NNNN-name' "$work/err"
tell $? "a step with another name is refused"
schema "$source"/data/schema/*.sql && ! grep -q 'SELECT' "$work/err"
tell $? "the real steps are taken"
