#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Keying through a real terminal: latency, bytes, rate, and whether every answer is right. Runs in
# the build folder; the answers are read back by sqlite3 where it is installed.
set -eu
here=tests/bench
work=$(mktemp -d "${TMPDIR:-/tmp}/gromada-keying-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
program=${GROMADA_PROGRAM:-./gromada}
GROMADA_PROGRAM=$program GROMADA_TEST=1
export GROMADA_PROGRAM GROMADA_TEST
HOME=$work; export HOME
say() { printf '%s\n' "$*"; }
value() { awk -v name="$1" '$1 == name { print $2; exit }' "$work/$2"; }
verdict() {
	awk -v text="$1" -v number="$2" -v unit="$3" -v sign="$4" -v limit="$5" 'BEGIN {
		ok = sign == "<=" ? number <= limit : number >= limit
		printf "%-58s %10.2f %-3s (%s %s) %s\n", text, number, unit, sign, limit, ok ? "ok" : "MISSED"
	}'
}

# ---- sixty questions with five codes, on four pages ----
mkdir "$work/form"
awk 'BEGIN {
	print "type,name,label::Polski (pl),page"
	for (i = 1; i <= 60; i++)
		printf "select_one scale,q%02d,Jak ocenia Pani/Pan sprawę %d?,%d\n", i, i, (i - 1) / 15 + 1
}' >"$work/form/survey.csv"
awk 'BEGIN {
	print "list_name,name,label::Polski (pl)"
	split("bardzo źle,źle,średnio,dobrze,bardzo dobrze", label, ",")
	for (i = 1; i <= 5; i++) printf "scale,%d,%s\n", i, label[i]
}' >"$work/form/choices.csv"
printf 'form_id,title::Polski (pl),version\nbench,Miara,1\n' >"$work/form/settings.csv"
g() { "$program" --language en --database "$work/keying.db" "$@" </dev/null >/dev/null; }
login=$(id -un)
g init --demo
g office set kind=gmina own_unit=0206041
g import questionnaire --yes "$work/form"
g questionnaire publish bench
g survey add bench name=Miara questionnaire=bench
g wave add bench
g batch add bench-2026 first=1 last=2000 received=2000 from=x on=2026-11-20
g operator add K name=Keyer from=2026-01-01 account="$login"

# wrong: forms whose answers are not those that were keyed; each form has sixty
check() {
	command -v sqlite3 >/dev/null || { say "sqlite3 is not installed: answers are not read back"; return; }
	wrong=$(sqlite3 "$work/keying.db" "
		SELECT count(*) FROM form f JOIN question q ON q.version_id = f.version_id
			LEFT JOIN answer a ON a.form_id = f.id AND a.reading = 1 AND a.question_id = q.id
		WHERE f.number BETWEEN $1 AND $2 AND (f.state <> 'keyed' OR a.value IS NULL OR a.value <>
			1 + (f.number * 7 + (q.position - 1) * 3 + (q.position - 1) / 5) % 5)")
	verdict "$3: answers lost or wrong" "$wrong" "" '<=' 0
}

"$here/commits" "$work/plain.db" 1200 >"$work/plain"
"$here/keying" "$work/keying.db" 1 10 20 >"$work/slow"
"$here/keying" "$work/keying.db" 101 400 0 >"$work/fast"
"$here/commits" "$work/plain2.db" 1200 >"$work/plain2"
bare=$(value median plain)
say "a bare commit: median $bare ms; $(value rate plain) and $(value rate plain2) rows a second, a commit each"
check 1 10 "20 keys a second"
check 101 500 "full speed"
say "key to screen: median $(value median slow) ms, slowest $(value slowest slow) ms, $(value answers slow) answers"
limit=$(awk -v bare="$bare" 'BEGIN { print bare < 5 ? 20 : bare + 15 }')
verdict "key to screen, 99th percentile" "$(value p99 slow)" ms '<=' "$limit"
verdict "an answer and the move within a screen, most bytes" "$(value bytes_within slow)" B '<=' 120
say "with every turn of the paper: $(value bytes_mean slow) bytes an answer, $(value screens_turned slow) turns"
verdict "full speed, times the rate of single commits" \
	"$(awk -v a="$(value rate fast)" -v b="$(value rate plain)" 'BEGIN { print a / b }')" x '>=' 0.5
say "full speed: $(value rate fast) answers a second"
if ${CC:-cc} -shared -fPIC -o "$work/slow.so" "${srcdir:-.}/$here/slowsync.c" 2>"$work/noise"; then
	LD_PRELOAD=$work/slow.so "$here/commits" "$work/plain3.db" 100 >"$work/plain3"
	LD_PRELOAD=$work/slow.so "$here/keying" "$work/keying.db" 601 40 0 >"$work/fastslow"
	LD_PRELOAD=$work/slow.so "$here/keying" "$work/keying.db" 701 3 20 >"$work/slowslow"
	check 601 640 "flushes of 10 ms"
	say "flushes of 10 ms: $(value rate plain3) single commits, $(value rate fastslow) answers a second at full speed"
	say "and at 20 keys a second key to screen: median $(value median slowslow) ms, p99 $(value p99 slowslow) ms"
	verdict "with flushes of 10 ms, times the rate of single commits" \
		"$(awk -v a="$(value rate fastslow)" -v b="$(value rate plain3)" 'BEGIN { print a / b }')" x '>=' 0.5
fi
