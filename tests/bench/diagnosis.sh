#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The diagnosis of a unit, 150 indicators over 10 years in a tree of areas against all gminy of the
# register, some of which changed their code meanwhile; and of all of them at once.
set -eu
here=tests/bench
work=$(mktemp -d "${TMPDIR:-/tmp}/gromada-diagnosis-XXXXXX")
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

"$program" --database "$work/country.db" init >/dev/null
"$here/generate" register "$work/TERC_Urzedowy_2022-01-01.csv"
"$here/measure" import "$work/country.db" "$work/TERC_Urzedowy_2022-01-01.csv" >/dev/null
# One rural gmina of sixty has another code a year later.
awk -F';' -v OFS=';' '$4 == 2 && ++n % 60 == 0 { $3 += 80 } { sub(/2022/, "2023", $7) } 1' \
	"$work/TERC_Urzedowy_2022-01-01.csv" >"$work/TERC_Urzedowy_2023-01-01.csv"
"$here/measure" import "$work/country.db" "$work/TERC_Urzedowy_2023-01-01.csv" >/dev/null
"$here/diagnosis" make "$work/country.db" "$me"
"$here/diagnosis" areas "$work/areas.csv"
"$program" --database "$work/country.db" import areas --yes "$work/areas.csv" >/dev/null
"$here/diagnosis" ask "$work/country.db" "$me" >"$work/asked"
echo "150 indicators, 10 years: $(found all_units) gminy, $(found powiaty_units) powiaty, $(found recoded) codes changed"
verdict "diagnosis of one unit against all gminy" "$(found one)" ms 100
for turn in 1 2 3 4 5; do
	"$here/measure" time "$program" --database "$work/country.db" diagnose --unit "$(found unit)" \
		--year 2024 --years 10 --tree TREE --group country >>"$work/command"
done
verdict "the same as a command, from its start to its end" \
	"$(awk '$1 == "ms" { print $2 }' "$work/command" | sort -n | sed -n 3p)" ms 200
verdict "diagnosis of all gminy against the country" "$(found all)" ms 10000
verdict "diagnosis of all gminy, each against its powiat" "$(found by_powiat)" ms 10000
verdict "a gmina in that takes as many times as long as a powiat" \
	"$(awk -v a="$(found all)" -v n="$(found all_units)" -v b="$(found powiaty)" -v m="$(found powiaty_units)" \
		'BEGIN { print (a / n) / (b / m) }')" x 1.5
verdict "memory at most" "$(($(found kb) / 1024))" MB 64
