#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The report of a wave of 40,000 forms with 35 questions by three of them, whole runs of the program,
# against PSPP that makes the same tables from the .sav file which the program gave out.
set -eu
here=tests/bench
work=$(mktemp -d "${TMPDIR:-/tmp}/gromada-report-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
GROMADA_TEST=1
export GROMADA_TEST
program=${GROMADA_PROGRAM:-./gromada}
breaks="place sex rate1"
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

"$here/results" make "$work/report.db" "$(id -un)" 40000
"$program" --database "$work/report.db" export answers made-26 "$work/report.sav" >/dev/null
by=
for b in $breaks; do by="$by --by $b"; done
pspp=$(command -v pspp || true)
for turn in 1 2 3; do
	for form in docx pdf html xlsx txt; do
		# shellcheck disable=SC2086
		timed $form "$program" --database "$work/report.db" report survey made-26 $by \
			-o "$work/$turn.$form"
	done
done
for form in docx pdf html xlsx txt; do
	verdict "report of 40,000 forms by 3 questions, $form" "$(median ms $form)" ms '<=' 2000
done
verdict "peak memory of a report" "$(most "$work"/docx "$work"/pdf "$work"/html "$work"/xlsx "$work"/txt)" \
	MB '<=' 64
[ "$pspp" ] || { echo "pspp is not installed: no ratio"; exit 0; }
printf "GET FILE='%s'.\nDISPLAY NAMES.\n" "$work/report.sav" >"$work/names.sps"
# Its own tables leave out dates and large numbers, which only have statistics in ours.
names=$("$pspp" -O format=csv -o - "$work/names.sps" |
	grep -E '^[a-z][a-z0-9_]*$' | grep -vE '^(income|moved)$' | tr '\n' ' ')
{
	printf "GET FILE='%s'.\nFREQUENCIES /VARIABLES=%s /NTILES=4 /STATISTICS=MEAN STDDEV MEDIAN.\n" \
		"$work/report.sav" "$names"
	for b in $breaks; do
		# Of tables two by two PSPP counts an exact test, too, which takes it a minute and us nothing.
		test=/STATISTICS=CHISQ
		[ "$b" != sex ] || test=
		printf "CROSSTABS /TABLES=%s BY %s /CELLS=COUNT COLUMN %s.\n" "$names" "$b" "$test"
		printf "MEANS TABLES=%s BY %s /CELLS=MEAN COUNT STDDEV.\n" "$names" "$b"
	done
} >"$work/report.sps"
for turn in 1 2 3; do
	timed pspp "$pspp" -o "$work/pspp.csv" -O format=csv "$work/report.sps"
done
printf 'PSPP, its tables from the same answers: %s ms, %s MB\n' "$(median ms pspp)" "$(most "$work/pspp")"
verdict "the report as HTML, times as fast as PSPP" \
	"$(awk -v a="$(median ms pspp)" -v b="$(median ms html)" 'BEGIN { print a / b }')" x '>=' 10
