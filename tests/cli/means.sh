#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A survey from a template, with printed exits marked: means that PSPP takes of what was given out
# are those of our tables, question by question.
. "$abs_top_srcdir/tests/cli/common.sh"
if ! command -v pspp > found 2>&1; then
	echo '1..0 # SKIP pspp is not installed'
	exit 0
fi
prepare
template=$abs_top_srcdir/data/questionnaires/residents
g office set kind=gmina own_unit=020101 purpose=test
g import questionnaire "$template" --yes --publish; done_well the_template_is_taken
code=$(p list questionnaires --format csv | sed -n '2s/,.*//p')
g survey add s name=Trial questionnaire="$code"; g wave add s unit=020101
# Every choice of every list in turn, exits too.
awk -F, 'FNR == 1 { file++; next }
	file == 1 { choice[$1, ++count[$1]] = $2; next }
	$1 ~ /^select_one / { name[++n] = $2; list[n] = substr($1, 12) }
	$1 == "range" { name[++n] = $2; list[n] = "" }
	END { printf "form_number,mode"; for (k = 1; k <= n; k++) printf ",%s", name[k]; print ""
		for (i = 1; i <= 300; i++) { printf "%d,paper", i
			for (k = 1; k <= n; k++) { x = (i * 7 + k * int(i / 11)) % 97
				printf ",%s", list[k] == "" ? x % 11 : choice[list[k], x % count[list[k]] + 1] }
			print "" } }' "$template/choices.csv" "$template/survey.csv" > a.csv
g import answers s-2026 a.csv --yes; done_well three_hundred_forms
g export answers s-2026 a.sav; done_well for_spss
g export answers s-2026 c.csv --coded; done_well as_text_with_syntax
head -n 1 a.csv | cut -d, -f3- | tr , '\n' | while read -r question; do
	p tabulate s-2026 "$question" --format text < /dev/null > table 2> err
	sed -n "s/^Mean \([-0-9]*\.[0-9][0-9]\),.*n = \([0-9]*\)\.\$/$question,\2,\1/p" table
done > ours
if [ "$(grep -c . ours)" -ge 40 ]; then pass scales_have_means; else fail scales_have_means "$(cat ours)" "$(cat table err)"; fi
for file in a c; do
	{
		echo "INSERT FILE='$file.sps'."
		cut -d, -f1 ours | while read -r v; do
			printf 'FORMATS %s (F12.2).\nVARIABLE LABELS %s "%s".\n' "$v" "$v" "$v"
			printf 'DESCRIPTIVES /VARIABLES=%s /STATISTICS=MEAN.\n' "$v"
		done
	} > run.sps
	pspp -o result.txt -O format=csv run.sps > err 2>&1; same "pspp_runs_$file" "$?$(cat err)" 0
	awk -F, -v OFS=, 'NF == 3 && $2 + 0 && $1 !~ /^Valid|^Missing/ { sub(/^\./, "0.", $3); sub(/^-\./, "-0.", $3); print $1, $2, $3 }' \
		result.txt > theirs
	diff ours theirs > difference
	same "means_of_all_scales_are_ours_in_$file" "$(cat difference)" ''
done
if grep -q RECODE a.sps c.sps; then fail nothing_has_to_be_recoded "$(grep RECODE a.sps)"; else pass nothing_has_to_be_recoded; fi
finish
