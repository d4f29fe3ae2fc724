#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A strategy of 50 goals, 300 indicators and 600 tasks: opening it, and its year's report as PDF.
set -eu
here=tests/bench
work=$(mktemp -d "${TMPDIR:-/tmp}/gromada-strategy-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
GROMADA_TEST=1
GROMADA_SHARE=${GROMADA_SHARE:-$PWD/share}
export GROMADA_TEST GROMADA_SHARE
program=${GROMADA_PROGRAM:-./gromada}
me=$(id -un)
verdict() {
	awk -v text="$1" -v number="$2" -v unit="$3" -v limit="$4" 'BEGIN {
		printf "%-58s %10.2f %-3s (<= %s) %s\n", text, number, unit, limit,
			number <= limit ? "ok" : "MISSED" }'
}
found() { awk -v name="$1" '$1 == name { print $2 }' "$work/asked"; }

"$program" --database "$work/s.db" init >/dev/null
"$here/generate" register "$work/TERC_Urzedowy_2022-01-01.csv"
"$here/measure" import "$work/s.db" "$work/TERC_Urzedowy_2022-01-01.csv" >/dev/null
"$here/diagnosis" make "$work/s.db" "$me"
"$here/strategy" make "$work/s.db" "$me"
"$here/strategy" ask "$work/s.db" "$me" "$work/report.pdf" >"$work/asked"
echo "50 goals, 300 indicators, 600 tasks; the report has $(($(wc -c <"$work/report.pdf") / 1024)) KB"
verdict "a strategy opens with all courses and statuses" "$(found open)" ms 30
verdict "its tasks and their money" "$(found tasks)" ms 30
verdict "its year's report as PDF" "$(found report)" ms 1000
verdict "memory at most" "$(($(found kb) / 1024))" MB 64
