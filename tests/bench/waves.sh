#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Opening a wave of 100,000 forms: what its screens ask of the database, each time anew.
set -eu
here=tests/bench
work=$(mktemp -d "${TMPDIR:-/tmp}/gromada-waves-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
GROMADA_TEST=1
export GROMADA_TEST
"$here/waves" make "$work/waves.db" "$(id -un)"
for turn in 1 2 3; do
	"$here/waves" ask "$work/waves.db" >>"$work/asked"
done
echo "a wave of 100,000 forms: $(($(stat -c %s "$work/waves.db") / 1000000)) MB"
awk '{ if (!($1 in ms) || $2 < ms[$1]) ms[$1] = $2; if (!($1 in at)) { at[$1] = ++n; name[n] = $1 } }
	END { for (i = 1; i <= n; i++) {
		text = name[i]
		gsub(/_/, " ", text)
		printf "%-58s %10.2f %-3s (%s %s) %s\n", text, ms[name[i]], "ms", "<=", 50,
			ms[name[i]] <= 50 ? "ok" : "MISSED" } }' "$work/asked"

# ---- the same on a terminal: the key to the last byte of the screen ----
enter=$(printf '\r')
down=$(printf '\033OB')
back=$(printf '\033[21~')
GROMADA_PROGRAM=${GROMADA_PROGRAM:-./gromada} HOME=$work "$here/screen" "$work/waves.db" \
	3 - 1 waves_to_key "$enter" batches_to_key "$enter" number_of_the_form 49 - \
	"$enter" the_form_itself "$back" - "$back" - "$back" - "$back" - \
	3 - 6 surveys_and_waves "$down" - "$enter" card_of_the_wave "$back" - "$back" - \
	3 - 4 batches_received "$enter" forms_of_the_batch "$back" - "$back" - \
	3 - 2 batches_to_key_twice "$back" - 3 - 3 differences "$back" - \
	3 - 8 progress_and_quality >"$work/screens"
awk '{ text = "screen: " $1
	gsub(/_/, " ", text)
	printf "%-58s %10.2f %-3s (%s %s) %s\n", text, $2, "ms", "<=", 50, $2 <= 50 ? "ok" : "MISSED" }' \
	"$work/screens"
