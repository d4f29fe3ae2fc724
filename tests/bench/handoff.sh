#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Writing 100,000 forms of 100 variables for SPSS and Stata, reading them again included; the best
# of three turns, and the memory of the process.
set -eu
work=$(mktemp -d "${TMPDIR:-/tmp}/gromada-handoff-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
GROMADA_TEST=1
export GROMADA_TEST
write=tests/exchange/write_dataset
verdict() { # text, number, unit, limit
	awk -v text="$1" -v number="$2" -v unit="$3" -v limit="$4" 'BEGIN {
		printf "%-58s %10.2f %-3s (%s %s) %s\n", text, number, unit, "<=", limit,
			number <= limit ? "ok" : "MISSED" }'
}
for format in sav dta csv; do
	for turn in 1 2 3; do "$write" time 100000 100 "$work/data.$format"; done >"$work/ms"
	verdict "100,000 forms x 100 variables to .$format" "$(sort -n "$work/ms" | head -n 1)" ms \
		"$([ $format = csv ] && echo 2000 || echo 1000)"
done
verdict "  memory, most of all formats" \
	"$(for format in sav dta; do tests/bench/measure time "$write" time 100000 100 "$work/data.$format"; done |
		awk '$1 == "kb" && $2 > most { most = $2 } END { print most / 1024 }')" MB 64
