#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# 200 exchange groups with 3,000 meetings, 30,000 attendances and 20,000 homework items, and papers,
# opinions, advice, own figures, decisions, conclusions and plans to match: every list of section 2
# on a terminal, what Home asks, and the minutes of a long meeting as PDF.
set -eu
here=tests/bench
work=$(mktemp -d "${TMPDIR:-/tmp}/gromada-groups-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
GROMADA_TEST=1
GROMADA_SHARE=${GROMADA_SHARE:-$PWD/share}
export GROMADA_TEST GROMADA_SHARE
program=${GROMADA_PROGRAM:-./gromada}
me=$(id -un)
verdict() {
	awk -v text="$1" -v number="$2" -v limit="$3" 'BEGIN {
		printf "%-58s %10.2f %-3s (%s %s) %s\n", text, number, "ms", "<=", limit,
			number <= limit ? "ok" : "MISSED" }'
}

"$program" --database "$work/groups.db" init --demo >/dev/null
meeting=$("$here/groups" make "$work/groups.db" "$me")
echo "200 exchange groups: $(($(stat -c %s "$work/groups.db") / 1000000)) MB"
for turn in 1 2 3; do
	"$here/groups" ask "$work/groups.db" "$me" >>"$work/asked"
done
least() { awk -v name="$1" '$1 == name && (!n++ || $2 < x) { x = $2 } END { print x }' "$work/asked"; }
verdict "what Home asks of the groups" "$(least home)" 2
verdict "the coordinator's overview in the open program" "$(least overview)" 30

# ---- the key to the last byte of the screen ----
enter=$(printf '\r')
back=$(printf '\033[21~')
tab=$(printf '\t')
walk() { GROMADA_PROGRAM=$program HOME=$work "$here/screen" "$work/groups.db" "$@" >>"$work/screens"; }
walk 1 - 1 dates_and_arrears "$back" - 1 - 2 calendar "$back" - 1 - 3 missing_data
walk 2 - 1 groups_and_members "$enter" group "$back" - "$back" - \
	2 - 2 meetings "$enter" agenda "$tab" attendance "$tab" notes "$tab" homework_of_a_meeting \
	"$tab" documents_of_a_meeting m minutes
walk 2 - 3 homework d documents "$back" - b opinions "$back" - a advice "$tab" sums_of_advice
walk 2 - 4 comparison "$enter" members_over_the_years "$back" - "$back" - \
	2 - 5 data_sheets "$enter" data_sheet_of_a_member "$back" - f organisations "$back" - "$back" - \
	2 - 6 decisions "$back" - 2 - 7 conclusions d evidence "$back" - r closing_notes "$back" - \
	p plans "$enter" plan "$back" - "$back" - "$back" - 2 - 8 overview
while read -r name ms; do
	verdict "screen: $(echo "$name" | tr _ ' ')" "$ms" 30
done <"$work/screens"

# ---- minutes of a long meeting ----
"$program" --database "$work/groups.db" minutes make "$meeting" >/dev/null
for turn in 1 2 3 4 5; do
	"$here/measure" time "$program" --database "$work/groups.db" meeting minutes "$meeting" \
		-o "$work/$turn.pdf" >>"$work/minutes"
done
verdict "minutes of a long meeting as PDF" \
	"$(awk '$1 == "ms" { print $2 }' "$work/minutes" | sort -n | sed -n 3p)" 300
