#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Each template of ours, and the made-up survey of 2,000 forms, filled with every kind of answer and
# every reason, given out as .sav and as .csv, both with .sps: PSPP counts them, and each figure that
# it prints is ours. What `tabulate` prints of some questions is held against it too. With more forms
# (templates_slow.sh) every table is made from .csv as well; else it has the same rows and labels.
. "$abs_top_srcdir/tests/cli/common.sh"
if ! command -v pspp > found 2>&1; then
	echo '1..0 # SKIP pspp is not installed'
	exit 0
fi
against=$abs_top_builddir/tests/exchange/against_pspp
forms=${GROMADA_TEMPLATE_FORMS:-300}

runs() { # name, file with syntax
	pspp -o "$2" -O format=csv run.sps > err 2>&1
	same "pspp_says_nothing_of_$1" "$?$(cat err)" 0
}
# wave, head, name, which file: every table
count() {
	"$against" syntax "$db" "$1" "$2" "$4.sps" > run.sps 2> err || fail "syntax_of_$3" "$(cat err)"
	runs "$3_in_$4" result.csv
	"$against" compare "$db" "$1" "$2" result.csv > said 2>&1
	same "every_figure_of_$3_is_ours_in_$4" "$?$(grep -v ' tables, 0 differ' said)" 0
	echo "# $3, $4: $(tail -n 1 said)"
}
# name: every cell, reason and label is the same in both
read_alike() {
	for file in a c; do
		printf "INSERT FILE='%s.sps'.\nSAVE TRANSLATE /OUTFILE='%s.rows' /TYPE=CSV /REPLACE /FIELDNAMES /CELLS=VALUES.\n" $file $file > run.sps
		printf "DISPLAY DICTIONARY.\nMRSETS /DISPLAY NAME=ALL.\nSHOW WEIGHT.\n" >> run.sps
		pspp -o $file.about -O format=csv run.sps > err 2>&1 || fail "pspp_reads_$1_in_$file" "$(cat err)"
		# Widths of columns, and where a row came from, are no part of the data.
		sed -e 's/,[FNA][0-9.]*,[FNA][0-9.]*\(,\|$\)/,/; /^Label,/d; /^Product,/d; /^Created/d; /^File/d' $file.about > $file.dictionary
	done
	true_that "csv_and_sav_of_$1_have_the_same_rows" cmp a.rows c.rows
	same "and_labels_reasons_sets_and_weight_$1" "$(diff a.dictionary c.dictionary | head -n 5)" ''
}
# name, wave: what the command prints of one choice, weighted or not; hidden cells are empty
tabulated() {
	grep '^@f0' result.csv | awk 'NR % 12 == 1 { print $2 }' | while read -r question; do
		for weight in 0 1; do
			# shellcheck disable=SC2046
			p tabulate "$2" "$question" $([ $weight = 1 ] && echo --weight) < /dev/null > table 2> err || continue
			awk -F, -v mark="@f$weight $question" '
				FNR == NR { if ($0 == mark) on = 1; else if (/^@/) on = 0
					if (on && $2 + 0 == $2 && $2 > 0) { n[$2 + 0] = $3; share[$2 + 0] = $4 + 0 }
					next }
				FNR > 1 { sub(/"[^"]*"/, "x") }
				FNR > 1 && $1 in n && $3 != "" {
					figures += 2; d = $3 - n[$1]; e = $4 - share[$1]
					if (d * d > 1e-9 || e * e > 0.05 * 0.05 + 1e-9) print mark, $0, n[$1], share[$1] }
				END { print figures + 0 > "figures" }' result.csv table
			cat figures >> all
		done
	done > differ
	figures=$(awk '{ n += $1 } END { print n + 0 }' all)
	[ "$figures" -ge 30 ] || echo "only $figures figures" >> differ
	same "tabulate_prints_what_pspp_prints_of_$1" "$(cat differ)" ''
	echo "# $1: $figures figures of tabulate"
	rm all
}
# wave, name: code books are what the standards allow
books() {
	if ! command -v xmllint > found 2>&1; then skip "code_books_of_$2" 'xmllint is not installed'; return; fi
	g export codebook "$1" book.xml --force; g export codebook "$1" book.sss --force
	parts=$abs_top_srcdir/tests/data/codebook
	xmllint --nonet --noout --schema "$parts/ddi-2.5-part.xsd" book.xml 2> err
	same "the_code_book_of_$2_is_ddi" "$?$(grep -v ' validates$' err)" 0
	xmllint --nonet --noout --dtdvalid "$parts/triple-s-2.0-part.dtd" book.sss 2> err
	same "and_triple_s_$2" "$?$(cat err)" 0
}
# wave, head, name: weights by the head, then files
hold() {
	awk -F, -v head="$2" 'NR == 1 { print "margin,questions,categories,population,source" }
		$1 == head && $(NF - 2) > 0 { printf "1,%s,%s,%d,made up\n", head, $(NF - 2), 70 + 53 * (++k * k % 7) }' book.csv > margin.csv
	g weights import "$1" margin.csv; done_well "$3_has_weights"
	g export answers "$1" a.sav --force; done_well "$3_leaves_as_sav"
	g export answers "$1" c.csv --coded --force; done_well "$3_leaves_as_csv"
	count "$1" "$2" "$3" a
	tabulated "$3" "$1"
	if [ "$3" = made ] || [ "$forms" -gt 300 ]; then count "$1" "$2" "$3" c; fi
	read_alike "$3"
	books "$1" "$3"
}

prepare
g office set kind=gmina own_unit=020101 purpose=test
for template in employees entrepreneurs ngo residents youth; do
	from=$abs_top_srcdir/data/questionnaires/$template
	g import questionnaire "$from" --yes --publish
	g survey add $template name=Trial questionnaire=$template; g wave add $template
	awk -F, -v forms="$forms" -f "$abs_top_srcdir/tests/exchange/made_forms.awk" \
		"$from/choices.csv" "$from/survey.csv" > forms.csv
	g import answers $template-2026 forms.csv --yes; done_well ${template}_are_filled
	g export codebook $template-2026 book.csv --force
	case $template in
	employees) head=work_tenure ;;
	entrepreneurs) head=firm_form ;;
	ngo) head=ngo_form ;;
	*) head=resp_sex ;;
	esac
	hold $template-2026 $head $template
done
db=$work/made.db
"$against" make "$db" "$(id -un)" 2000 2> err || fail the_survey_is_made_up "$(cat err)"
wave=$(p list waves | sed -n '2s/,.*//p')
g export codebook "$wave" book.csv --force
hold "$wave" place made
sed '/^@f1 rate7/,/^@/s/,\([0-9]*\)\([0-9]\)\.\([0-9]*\),/,\1\2.9\3,/' result.csv > wrong.csv
"$against" compare "$db" "$wave" place wrong.csv > said 2>&1
if [ $? = 1 ] && grep -q '^f1 rate7' said; then pass what_differs_is_found; else fail what_differs_is_found "$(cat said)"; fi
finish
