#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tables of a wave of 40,000 forms with 35 questions, against PSPP that reads the same answers from
# the .sav file which the program gave out. What the open program takes for a table, from nothing to
# the table, is set against what PSPP takes beyond starting; whole runs of both are printed too.
set -eu
here=tests/bench
work=$(mktemp -d "${TMPDIR:-/tmp}/gromada-results-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
GROMADA_TEST=1
export GROMADA_TEST
program=${GROMADA_PROGRAM:-./gromada}
timed() { # NAME COMMAND…
	name=$1
	shift
	"$here/measure" time "$@" >>"$work/$name"
}
median() { awk -v name="$1" '$1 == name { print $2 }' "$work/$2" | sort -n |
	awk '{ x[NR] = $1 } END { print (x[int((NR + 1) / 2)] + x[int(NR / 2) + 1]) / 2 }'; }
most() { awk '$1 == "kb" && $2 > x { x = $2 } END { print x / 1000 }' "$@"; }
verdict() {
	awk -v text="$1" -v number="$2" -v unit="$3" -v sign="$4" -v limit="$5" 'BEGIN {
		ok = sign == "<=" ? number <= limit : number >= limit
		printf "%-58s %10.2f %-3s (%s %s) %s\n", text, number, unit, sign, limit, ok ? "ok" : "MISSED"
	}'
}

"$here/results" make "$work/results.db" "$(id -un)" 40000
timed first "$program" --database "$work/results.db" tabulate made-26 place -o "$work/first.csv"
printf 'a wave of 40,000 forms: %d MB; the first table packs all answers in %s ms\n' \
	"$(($(stat -c %s "$work/results.db") / 1000000))" "$(median ms first)"
"$program" --database "$work/results.db" export answers made-26 "$work/results.sav" >/dev/null
printf "GET FILE='%s'.\nFREQUENCIES /VARIABLES=rate1.\n" "$work/results.sav" >"$work/frequency.sps"
printf "GET FILE='%s'.\nCROSSTABS /TABLES=rate1 BY place /CELLS=COUNT COLUMN /STATISTICS=CHISQ.\n" \
	"$work/results.sav" >"$work/cross.sps"
pspp=$(command -v pspp || true)
me=$(id -un)
: >"$work/nothing.sps"
for turn in 1 2 3 4 5; do
	"$here/results" ask "$work/results.db" "$me" >>"$work/asked"
	for table in "frequency:tabulate made-26 rate1" "cross:tabulate made-26 rate1 --by place"; do
		# shellcheck disable=SC2086
		timed "${table%%:*}" "$program" --database "$work/results.db" ${table#*:} \
			-o "$work/$turn.${table%%:*}.csv"
	done
	[ "$pspp" ] || continue
	for table in nothing frequency cross; do
		timed "$table.pspp" "$pspp" -o "$work/pspp.csv" -O format=csv "$work/$table.sps"
	done
done
for table in frequency:30 cross:60; do
	name=${table%%:*}
	ours=$(median "$name" asked)
	verdict "one $name table in the open program" "$ours" ms '<=' "${table#*:}"
	echo "one $name table, the whole program from its start: $(median ms "$name") ms"
	if [ "$pspp" ]; then
		theirs=$(median ms "$name.pspp")
		start=$(median ms nothing.pspp)
		echo "PSPP, the same from its .sav: $theirs ms, of which it starts in $start ms;" \
			"$(most "$work/$name.pspp") MB"
		verdict "one $name table, times as fast as PSPP" \
			"$(awk -v a="$theirs" -v s="$start" -v b="$ours" 'BEGIN { print (a - s) / b }')" \
			x '>=' 10
	else
		echo "pspp is not installed: no ratio"
	fi
done
verdict "peak memory of tables, packing too" "$(most "$work/first" "$work/frequency" "$work/cross")" MB \
	'<=' 64
