#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# PSPP reads what is given out to it: every code and reason as often as we count it, the same
# means, the same rows from .sav and from .csv with .sps.
cd "$(mktemp -d)" || exit 99
trap 'rm -rf "$PWD"' EXIT
n=0
ok() { n=$((n + 1)); echo "ok $n - $1"; }
bad() { n=$((n + 1)); echo "not ok $n - $1"; shift; printf '%s\n' "$@" | head -n 20 | sed 's/^/# /'; }
if ! command -v pspp > found 2>&1; then
	echo '1..0 # SKIP pspp is not installed'
	exit 0
fi
write=${abs_top_builddir:-.}/tests/exchange/write_dataset
"$write" 2000 a.sav b.csv numbers-texts-weights.sav numbers-texts-weights2.csv > out || exit 99
sps() { # what is to be run behind the file's own syntax; messages go to err
	pspp -o result.csv -O format=csv "$1" > err 2>&1 && ! [ -s err ]
}
runs() { # sentence, file
	if sps "$2"; then ok "$1"; else bad "$1" "$(cat err)"; fi
}
runs the_syntax_beside_sav_runs_without_a_word a.sps
runs the_syntax_beside_csv_runs_without_a_word b.sps

# Codes and reasons, counted by an aggregate over each variable.
"$write" frequencies 2000 | sort > ours
vars=$(cut -d, -f1 ours | sort -u)
for file in a b; do
	{ # names in place of labels, numbers in place of words, reasons counted as answers
		echo "INSERT FILE='$file.sps'."
		for v in $vars; do
			printf 'VARIABLE LABELS %s "%s".\n' "$v" "$v"
			printf 'VALUE LABELS %s 12345 " ".\nMISSING VALUES %s ().\n' "$v" "$v"
			printf 'FREQUENCIES /VARIABLES=%s /STATISTICS=NONE.\n' "$v"
		done
	} > count.sps
	sps count.sps || bad "pspp_counts_$file" "$(cat err)"
	awk -F, -v OFS=, '/^Table: / { name = substr($0, 8) }
		$1 != "Total" && $3 + 0 { sub(/\.00$/, "", $2); print name, $2, $3 }' result.csv | sort > theirs
	if cmp -s ours theirs; then ok "every_code_and_reason_is_as_often_in_$file"
	else bad "every_code_and_reason_is_as_often_in_$file" "$(diff ours theirs)"; fi
done

# Means, reasons left out by the missing values of the file itself.
"$write" means 2000 | sort > ours
for file in a b; do
	{
		echo "INSERT FILE='$file.sps'."
		cut -d, -f1 ours | while read -r v; do
			printf 'FORMATS %s (F12.2).\nVARIABLE LABELS %s "%s".\n' "$v" "$v" "$v"
			printf 'DESCRIPTIVES /VARIABLES=%s /STATISTICS=MEAN.\n' "$v"
		done
	} > mean.sps
	sps mean.sps
	awk -F, -v OFS=, 'NF == 3 && $2 + 0 && $1 !~ /^Valid|^Missing/ { sub(/^\./, "0.", $3); sub(/^-\./, "-0.", $3); print $1, $2, $3 }' \
		result.csv | sort > theirs
	if cmp -s ours theirs; then ok "means_are_the_same_in_$file"
	else bad "means_are_the_same_in_$file" "$(diff ours theirs)"; fi
done

# Row by row: days, texts, weights and names too.
for file in numbers-texts-weights numbers-texts-weights2; do
	printf "INSERT FILE='%s.sps'.\nSAVE TRANSLATE /OUTFILE='%s.out' /TYPE=CSV /REPLACE /FIELDNAMES /CELLS=VALUES.\n" \
		$file $file > save.sps
	sps save.sps || bad "pspp_saves_$file" "$(cat err)"
done
if [ "$(wc -l < numbers-texts-weights.out)" = 2001 ] && cmp -s numbers-texts-weights.out numbers-texts-weights2.out
then ok csv_and_sav_are_the_same_to_the_last_cell
else bad csv_and_sav_are_the_same_to_the_last_cell "$(diff numbers-texts-weights.out numbers-texts-weights2.out)"; fi
if head -n 1 numbers-texts-weights.out | grep -q '^row,form_number,keyed_at,keyer,mode,.*,moved_in,trip_km_1,.*,T001,T002,weight'
then ok variables_keep_their_names_and_order
else bad variables_keep_their_names_and_order "$(head -n 1 numbers-texts-weights.out)"; fi

# What a .sav cannot hold is in the syntax: sets, and a weight that is on.
printf "INSERT FILE='numbers-texts-weights2.sps'.\nMRSETS /DISPLAY NAME=ALL.\nSHOW WEIGHT.\n" > sets.sps
pspp -o result.txt -O format=txt sets.sps > err 2>&1
cat err >> result.txt
if grep -q '\$services' result.txt && grep -q 'services_park' result.txt; then ok several_answers_are_a_set
else bad several_answers_are_a_set "$(cat result.txt)"; fi
if grep -q "WEIGHT is weight" result.txt; then ok the_weight_is_on
else bad the_weight_is_on "$(tail -n 5 result.txt)"; fi
echo "1..$n"
