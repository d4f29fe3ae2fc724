#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Keyed forms out to the programs that analysts use.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
mkdir q
cat > q/survey.csv <<'X'
type,name,label
select_one rating5,roads,How good are the roads?
select_multiple service,services,Which services do you use?
rank goal,goals,What comes first?
integer,born,Year of birth
decimal,balance,Balance
date,since,Since when
text,remarks,Remarks
select_one yes_no,a-very-long-name-that-goes-on-and-on-1,First
select_one yes_no,a-very-long-name-that-goes-on-and-on-2,Second
X
cat > q/choices.csv <<'X'
list_name,name,label,missing
rating5,1,bad,
rating5,2,,
rating5,3,so so,
rating5,4,,
rating5,5,good,
rating5,dk,hard to say,dont_know
service,bus,Bus,
service,park,Park,
goal,jobs,Jobs,
goal,air,Air,
yes_no,yes,Yes,
yes_no,no,No,
X
printf 'form_title,form_id\nTrial,trial\n' > q/settings.csv
g import questionnaire q --yes --publish; done_well the_questionnaire_is_taken
g survey add s name=Trial questionnaire=trial; g wave add s
awk 'BEGIN { print "form_number,roads,services,goals,born,balance,since,remarks"
	for (i = 1; i <= 60; i++) {
		roads = i % 7 == 6 ? "dk" : i % 7 == 5 ? "illegible" : i % 7 + 1
		printf "%d,%s,%s,%s,%s,%s,%s,%s\n", 4000 + i, roads, i % 3 ? "bus" : "bus park",
			i % 4 ? "jobs air" : "air", i % 10 ? 1940 + i : "refused",
			i % 5 ? i - 30.25 : "two_marks", i % 6 ? sprintf("20%02d-02-03", i % 20) : "no_answer",
			i == 3 ? "=1+1" : i % 2 ? "remark of " i : "" } }' > a.csv
g import answers s-2026 a.csv --yes; done_well and_sixty_forms

# One rule: .csv is words that come in again, everything else is codes.
g export answers s-2026 words.csv; same words_have_no_side_file "$(cat out)" '60 forms of the wave s-2026 were written to words.csv.'
g export answers s-2026 a.sav; done_well for_spss
holds with_its_syntax out 'Beside it: a.sps.'
holds changed_names_are_told out 'The variable a_very_long_name_that_goes_on_2 stands for a-very-long-name-that-goes-on-and-on-2.'
g export answers s-2026 a.dta; done_well for_stata
g export answers s-2026 c.csv --coded; done_well codes_as_text
g export answers s-2026 t.sss; done_well for_survey_programs
holds with_its_data out 'Beside it: t.csv.'
g export answers s-2026 --coded; refused codes_are_several_files 1 'FILE.csv --coded'
g export answers s-2026 a.sav; refused nothing_is_replaced_unasked 1 '--force'
g export answers s-2026 a.sav --force; done_well unless_asked
cp "$db" base.csv; usual=$db; db=$work/base.csv
g export answers s-2026 base.csv --force; refused the_database_is_safe 1 'the database itself'
db=$usual
g export answers s-1999 x.sav; refused an_unknown_wave_is_refused 1 'gromada list waves'
g export answers s-2026 pl.csv --format csv-pl; done_well and_for_polish_excel
if head -n 1 pl.csv | od -An -c | head -n 1 | grep -q '357 273 277' && grep -q ';-29,25;' pl.csv; then pass it_has_its_comma_and_semicolon
else fail it_has_its_comma_and_semicolon "$(head -n 3 pl.csv)"; fi
tr -d '\r' < pl.csv > words
holds headings_are_numbers_and_wordings words ';1. How good are the roads?;2. Which services do you use?;3. What comes first?;'
holds cells_are_labels_in_their_order words '"Bus; Park"'
holds ranks_in_theirs words 'Jobs; Air'
holds a_printed_exit_is_its_label words 'online;hard to say;'
holds reasons_are_words_in_brackets words ';(two marks);'
g export answers s-2026 guarded.csv --format csv-pl --texts
holds a_text_is_no_formula_in_excel guarded.csv ";'=1+1"
if grep -qE 'two_marks|no_answer|;dk;|_missing' words; then fail nothing_is_a_name_there "$(head -n 3 words)"; else pass nothing_is_a_name_there; fi
holds a_comment_is_not_cut a.sps '* Forms: 60.'

# What must not leave.
cat a.sps c.csv c.sps t.sss t.csv words.csv > all
strings a.sav a.dta >> all 2> err || cat a.sav a.dta >> all
if grep -qE 'form_number|keyed_at|keyer|remark of|(^|,)40[0-6][0-9](,|$)' all; then fail no_number_keyer_time_or_text_leaves "$(grep -nE 'form_number|keyer|remark of' all | head)"
else pass no_number_keyer_time_or_text_leaves; fi
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "born") at = i } NR > 1 && $at > 0 { print $at }' c.csv > born
if sort -n born | cmp -s - born; then fail rows_are_shuffled "$(head born)"; else pass rows_are_shuffled; fi
g export answers s-2026 all.csv --coded --numbers --texts
same they_leave_when_asked_for "$(head -n 2 all.csv | cut -d, -f1-4 | tr '\n' ' ')" 'row,form_number,keyed_at,keyer 1,4001,2026-11-22T12:00:00Z, '
holds and_texts_too all.csv 'remark of 1'
cp c.csv before.csv; g export answers s-2026 c.csv --coded --force
true_that again_the_same_bytes cmp c.csv before.csv
cp a.sav before.sav; cp a.dta before.dta
g export answers s-2026 a.sav --force; g export answers s-2026 a.dta --force
true_that of_sav_too cmp a.sav before.sav
true_that and_of_dta cmp a.dta before.dta

# The code book.
g export codebook s-2026 book.csv; done_well a_code_book
holds a_point_keeps_its_number book.csv 'roads,roads,How good are the roads?,number,ordinal,5,good,'
holds an_exit_of_a_scale_is_a_reason book.csv 'roads,roads,How good are the roads?,number,ordinal,-93,hard to say,dont_know'
holds a_reason_has_its_own book.csv 'roads,roads,How good are the roads?,number,ordinal,-96,illegible,illegible'
holds another_range_where_answers_may_be_negative book.csv 'balance,balance,Balance,number,scale,-997,two marks,two_marks'
g export codebook s-2026 book.xml; done_well as_ddi
g export codebook s-2026 book.sss; done_well as_triple_s
absent without_answers book.asc
holds where_answers_stand_beside_it_says_how_far_they_go t.sss '<range from="1941" to="1999"/>'
holds a_code_book_alone_says_how_long_they_are_at_most book.sss '<range from="0" to="9999"/>'
g export codebook s-2026 book.pdf; refused other_forms_are_refused 1 '.xml (DDI), .sss (Triple-S) or .csv'
g wave add s code=empty year=2027; g export answers empty e.sav; refused a_wave_without_forms_says_so 1 'no keyed forms yet'
absent and_leaves_no_file e.sav
g export answers empty e.csv; refused as_words_neither 1 'so no file was written'
absent and_leaves_none e.csv
g export answers empty; same but_it_prints_the_columns_to_fill_in "$(rows)" 0
for file in a.xlsx a.txt answers; do
	g export answers s-2026 "$file"; refused "no_form_of_file_is_called_$file" 1 'end it with .sav'
	absent "nor_is_${file}_written" "$file"
done

# A full disk: a sentence, nothing half-written.
for file in full.sav full.dta full.csv full.sss; do
	( ulimit -f 2; trap '' XFSZ; p export answers s-2026 $file --coded > out 2> err ); status=$?
	if [ $status = 1 ] && grep -q 'was not written' err && ! ls -A | grep -q -e '^full' -e '^\.gromada'; then pass "a_full_disk_leaves_no_$file"
	else fail "a_full_disk_leaves_no_$file" "exit $status" "$(cat err)" "$(ls -A)"; fi
done

# PSPP, where there is one.
if command -v pspp > found 2>&1; then
	cat > look.sps <<'X'
DESCRIPTIVES /VARIABLES=balance /STATISTICS=MEAN.
FREQUENCIES /VARIABLES=roads /STATISTICS=NONE.
X
	for file in a c; do
		{ echo "INSERT FILE='$file.sps'."; cat look.sps; } > run.sps
		pspp -o "$file.txt" -O format=csv run.sps > err 2>&1; same "pspp_reads_$file" "$?$(cat err)" 0
	done
	true_that and_both_say_the_same cmp a.txt c.txt
	same with_our_mean "$(grep '^Balance,' a.txt)" 'Balance,48,-.25'
	same and_our_counts "$(grep -e '^Valid,bad,' -e ',hard to say,' -e 'illegible,' a.txt | cut -d, -f2,3 | tr '\n' ' ')" 'bad,8 illegible,8 hard to say,8 '
else
	skip pspp_reads_them 'pspp is not installed'
fi
# The bases of per cents: a printed exit of a scale is an answer in our tables and missing in the .sav.
true_that what_per_cents_are_of_is_said grep -q 'per cents of answers' a.sps
g wave add s year=2028 code=s-2028
awk 'BEGIN { print "form_number,roads,a-very-long-name-that-goes-on-and-on-1"
	for (i = 1; i <= 240; i++) printf("%d,%s,%s\n", i, i % 8 == 7 ? "dk" : i % 8 == 6 ? "illegible" : i % 8 > 3 ? 5 : i % 4 + 1, i % 3 ? "yes" : i % 8 == 1 ? "yes" : "no") }' > a28.csv
g import answers s-2028 a28.csv --yes; g export answers s-2028 p.sav --force
long=a-very-long-name-that-goes-on-and-on-1
if command -v pspp > found 2>&1; then
	variable=a_very_long_name_that_goes_on_an
	{ echo "INSERT FILE='p.sps'."; echo "FREQUENCIES /VARIABLES=roads $variable /STATISTICS=NONE."
		echo "CROSSTABS /TABLES=roads BY $variable /STATISTICS=CHISQ."; } > run.sps
	pspp -o p.txt -O format=csv run.sps > err 2>&1
	grep '^Valid,\|^,' p.txt | awk -F, '$2 == "Yes" || $2 == "No" { print $2 "," $3 "," $5 }' | sort > theirs
	p tabulate s-2028 $long | awk -F, 'NR > 1 { printf "%s,%d,%.1f%%\n", $2, $3, $5 }' | sort > ours
	true_that valid_per_cents_are_those_of_pspp cmp ours theirs
	same and_there_are_some "$(wc -l < ours | tr -d ' ')" 2
	# Without the exits our base is theirs.
	awk -F, '$2 == "bad" || $2 == "good" { print $2 "," $3 "," $5 }' p.txt | sort -u | grep '%' > theirs
	p tabulate s-2028 roads | awk -F, 'NR > 1 { n[$2] = $3; if ($1 == "dk") exits = $3; if ($5 != "") base += $3 }
		END { for (x in n) if (x == "bad" || x == "good") printf "%s,%d,%.1f%%\n", x, n[x], n[x] / (base - exits) * 100 }' | sort > ours
	true_that where_exits_are_answers_only_the_base_differs cmp ours theirs
	p tabulate s-2028 roads --by $long --format text > cross
	same chi_square_is_theirs "$(sed -n 's/^Chi-square = \([0-9.]*\), df = \([0-9]*\), p = \([0-9.]*\)\.$/\1,\2,\3/p' cross)" \
		"$(sed -n 's/^Pearson Chi-Square,\([0-9.]*\),\([0-9]*\),0*\(\.[0-9]*\).*/\1,\2,0\3/p' p.txt)"
else
	skip valid_per_cents_are_those_of_pspp 'pspp is not installed'
fi
# What people read of ranks, tests and intervals, programs get as well.
g tabulate s-2026 goals; same ranks_have_points_first_and_mean_places "$(grep -e '^value' -e '^jobs' -e '^air' out | tr '\n' ' ')" \
	'value,label,n,percent,valid_percent,points,first_places,mean_place jobs,Jobs,45,75,75,90,45,1 air,Air,60,100,100,75,15,1.75 '
g tabulate s-2026 goals $long; same beside_ranks_other_questions_have_none "$(sed -n '1p;/,yes,/p' out | cut -d, -f1-3,7- | tr '\n' ' ')" \
	"question,value,label,points,first_places,mean_place $long,yes,Yes,,, "
g tabulate s-2028 roads --by $long --statistics; cp out statistics
p tabulate s-2028 roads --by $long --format text > cross
same a_test_is_told_to_programs \
	"$(awk -F, '$1 == "total" && $3 ~ /^(chi_square|df|p)$/ { printf $3 == "df" ? "%s %d " : $3 == "p" ? "%s %.3f " : "%s %.2f ", $3, $4 }' statistics)" \
	"$(sed -n 's/^Chi-square = \([0-9.]*\), df = \([0-9]*\), p = \([0-9.]*\)\.$/chi_square \1 df \2 p \3 /p' cross)"
same without_intervals_where_the_sample_is_not_random "$(lines share statistics)" 0
g tabulate s-2028 $long --statistics; refused then_a_choice_has_no_statistics 1 'neither a scale nor numbers'
g wave change s-2028 sample=random; g tabulate s-2028 $long; cp out counts
g tabulate s-2028 $long --statistics; same shares_have_intervals_by_wilson "$(sed -n 's/^share[_a-z]*:yes,//p' out | awk '{ printf "%.3f ", $1 }')" \
	"$(awk -F, 'NR > 1 && $5 != "" { n[$1] = $3; all += $3 } END { z = 1.959964; p = n["yes"] / all; d = 1 + z * z / all
		m = (p + z * z / 2 / all) / d; h = z / d * sqrt(p * (1 - p) / all + z * z / 4 / all / all)
		printf "%.3f %.3f %.3f ", 100 * p, 100 * (m - h), 100 * (m + h) }' counts)"
g tabulate s-2028 $long --statistics --format text; holds people_read_the_table_with_them out '95 %'
g tabulate s-2028 roads --statistics; holds a_scale_has_both out 'share_high:5,'
g tabulate s-2028 roads --by $long --statistics; holds and_so_have_heads out 'no,No,share_low:5,'
g wave change s-2028 smallest-cell=70; g tabulate s-2028 roads --by $long --statistics
same where_cells_are_hidden_no_test_is_told "$status $(grep -c -e chi_square -e '^total,Total,p,' out)" '0 0'
g tabulate s-2028 roads --statistics; same nor_an_interval_of_a_hidden_share "$status $(grep -c 'share.*:1,' out)" '0 0'
# Weights go with the codes, and a table weighted by PSPP is ours.
printf 'margin,questions,categories,population,source\n' > m.csv
for cell in 1:100 2:300 3:500 4:200 5:50 dk:150; do printf '1,roads,%s,%s,register\n' "${cell%:*}" "${cell#*:}" >> m.csv; done
g weights import s-2026 m.csv; done_well the_wave_gets_weights
g tabulate s-2026 goals --weight; same weighted_ranks_have_their_columns_last "$(head -n 1 out)" 'value,label,n,percent,valid_percent,n_unweighted,n_effective,points,first_places,mean_place'
same where_people_read_hidden_they_are_empty "$(grep '^air,' out | cut -d, -f8-)" ',15,'
g wave change s-2026 smallest-cell=0; g tabulate s-2026 goals --weight; same to_as_many_digits_as_people_read "$(grep '^air,' out | cut -d, -f8-)" \
	"$(p tabulate s-2026 goals --weight --format text | awk '$1 == "Air" { n = NF; print $(n - 1) "," $(n - 2) "," $n }')"
g wave change s-2026 smallest-cell=5
g export answers s-2026 w.sav; done_well they_leave_with_the_answers
holds as_a_variable_that_is_on w.sps 'WEIGHT BY weight.'
g export answers s-2026 u.csv --coded --unweighted
if head -n 1 u.csv | grep -q weight; then fail unless_left_out; else pass unless_left_out; fi
# Words carry them too, by form, and what comes in again leaves them to its own margins.
g export answers s-2026 weighed.csv --numbers --texts; same words_have_their_column "$(head -n 1 weighed.csv | cut -d, -f1-6)" 'form_number,keyed_at,keyer,mode,form_weight,roads'
g export answers s-2026 coded.csv --coded --numbers
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "weight") at = i; else if ($i == "form_number") number = i }
	NR > 1 { printf "%s %.5f\n", $number, $at }' coded.csv | sort > theirs
awk -F, 'NR > 1 { printf "%s %.5f\n", $1, $5 }' weighed.csv | sort > ours
true_that of_each_form_the_weight_that_goes_with_codes cmp ours theirs
same and_of_all "$(wc -l < ours | tr -d ' ')" 60
g export answers s-2026 plain.csv --unweighted
if head -n 1 plain.csv | grep -q weight; then fail words_too_leave_them_out_when_told; else pass words_too_leave_them_out_when_told; fi
g export answers s-2026 people.csv --format csv-pl; holds for_people_it_has_a_heading people.csv ';Weight for the population;'
true_that and_a_comma grep -qE '^online;[0-9]+,[0-9]{3,};' people.csv
g wave add s code=back year=2029; g import answers back weighed.csv --yes; done_well they_come_in_again_without_a_decision
g export answers back --numbers --texts; cut -d, -f1-4,6- weighed.csv > bare.csv; true_that and_bring_no_weights cmp out bare.csv
g weights import back m.csv; g export answers back --numbers --texts; true_that until_the_wave_has_margins_of_its_own cmp out weighed.csv
g weights import empty m.csv; g export answers empty; same an_empty_wave_has_no_column_of_them "$(head -n 1 out | cut -d, -f1,2)" mode,roads
if command -v pspp > found 2>&1; then
	g tabulate s-2026 roads --weight
	awk -F, 'NR > 1 { printf "%s,%.2f,%.1f%%\n", $2, $3, $4 }' out | sort > ours
	printf "INSERT FILE='w.sps'.\nFREQUENCIES /VARIABLES=roads /STATISTICS=NONE.\n" > run.sps
	pspp -o w.txt -O format=csv run.sps > err 2>&1
	awk -F, '$3 + 0 && $1 != "Total" { printf "%s,%.2f,%s\n", $2, $3, $4 }' w.txt | sort > theirs
	true_that pspp_weighs_as_we_do cmp ours theirs
	same with_all_answers_and_reasons "$(wc -l < theirs | tr -d ' ')" 7
else
	skip pspp_weighs_as_we_do 'pspp is not installed'
fi
g check; done_well the_database_is_sound
finish
