#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Weighted figures beside plain ones, and margins beside tables: neither tells of hidden cells.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
mkdir q
printf 'type,name,label,appearance\nselect_one sex,s,Sex,\nselect_one place,b,Place,\nselect_one rating5,a,Rating,likert\nselect_one yn,y,Content,\n' > q/survey.csv
printf 'list_name,name,label\nsex,f,woman\nsex,m,man\nplace,g1,north\nplace,g2,south\nplace,g3,east\nyn,1,yes\nyn,2,no\nyn,3,perhaps\n' > q/choices.csv
printf 'rating5,1,very poor\nrating5,2,poor\nrating5,3,neither\nrating5,4,good\nrating5,5,very good\n' >> q/choices.csv
printf 'form_title,form_id\nResidents,r\n' > q/settings.csv
g import questionnaire q --yes --publish
g survey add r name=Residents questionnaire=r
wave() { # year; lines of "s b a n" on standard input; content: half of each
	g wave add r code="r-$1" year="$1" sample=random population=5200
	awk 'BEGIN { print "form_number,s,b,a,y" } { for (i = 0; i < $4; i++) printf "%d,%s,%s,%s,%d\n", ++n, $1, $2, $3, i % 2 + 1 }' > a.csv
	g import answers "r-$1" a.csv --yes
}
cell() { awk -F, -v row="$1" -v column="$2" '$1 == row { print $column }' out; }

# Of eight "very good" two are men: 8 and 7.51 would tell it.
wave 2021 <<'.'
f g1 1 16
m g1 1 2
f g1 2 16
m g1 2 10
f g1 3 25
m g1 3 13
f g1 4 23
m g1 4 15
f g1 5 6
m g1 5 2
.
printf 'questions,categories,population\ns,f,2600\ns,m,2600\n' > m.csv; g weights import r-2021 m.csv; done_well a_wave_with_weights
g tabulate r-2021 a --by s; holds the_crossing_hides_a_cell out '5,very good,m,man,,'
g tabulate r-2021 a --weight
same so_the_row_has_no_weighted_number "$(cell 5 3)" ''
same and_no_weighted_share "$(cell 5 4)$(cell 5 5)" ''
same its_plain_number_stands "$(cell 5 6)" 8
same nor_has_the_row_with_which_it_could_be_computed "$(cell 1 3)" ''
true_that a_row_without_hidden_cells_has_both test -n "$(cell 3 3)"
g tabulate r-2021 a --weight --statistics; same the_two_highest_points_are_not_told "$(lines '^top2')" 0
g tabulate r-2021 a --by s --weight; holds nor_does_the_cross_table_tell out '5,very good,total,Total,,,8,'
g tabulate r-2021 a --by s --weight --percent row; same nor_by_per_cents_of_rows "$(lines_where '$1 == 5 && $6 != ""')" 0
g tabulate r-2021 a --weight --format text; holds the_rule_stands_under_the_table out 'Weighted figures are not given where'
g report survey r-2021 --weight --format text; holds and_in_the_report out 'Weighted figures are not given where'
g publish r-2021 a --statistic share:5 --weight --as VERY; g list published; holds what_is_hidden_is_not_published out ',0201011,2021,,privacy,,r,r-2021,a,3. Rating,share:5,'
g publish r-2021 a --statistic share:3 --weight --as NEITHER; g list published; holds what_is_told_is out ',0201011,2021,30,'

# Few in a category: nothing weighted is said, and no weight.
wave 2022 <<'.'
f g1 1 20
f g1 3 30
m g2 1 20
m g2 3 30
f g3 1 1
f g3 3 2
.
printf 'questions,categories,population\nb,g1,2000\nb,g2,3000\nb,g3,200\n' > m.csv; g weights import r-2022 m.csv
g weights margins r-2022; holds no_weight_is_printed_beside_a_hidden_category out '1,b,g2,3000,,south,50,57.6923,48.5437,57.6923,'
same nor_of_any "$(lines_where '$NF != ""')" 0
g tabulate r-2022 a --weight; same nothing_weighted_is_said "$(lines_where '$3 != ""')" 0
same plain_numbers_are "$(cell 1 6)" 41

# Of two questions: each combination must be able to stand in a table.
wave 2023 <<'.'
f g1 1 20
f g1 3 30
m g1 1 20
m g1 3 3
f g2 1 20
f g2 3 20
m g2 1 20
m g2 3 30
.
printf 'questions,categories,population\ns,f,2600\ns,m,2600\n' > m.csv; g weights import r-2023 m.csv
g tabulate r-2023 a --by b --weight; same three_men_of_the_north_do_not_follow_from_weights "$(lines_where '$3 != "total" && $5 != ""')" 0
g tabulate r-2023 a --weight; true_that though_the_distribution_is_weighted test -n "$(cell 3 3)"
g tabulate r-2023 a --by s --weight; true_that and_the_table_by_the_margin_itself test -n "$(awk -F, '$1 == 3 && $3 == "f" { print $5 }' out)"
# A crossed margin is a cross-table: three men of the south are in neither.
wave 2024 <<'.'
f g1 1 20
m g1 1 20
f g2 1 25
m g2 1 3
f g3 1 20
m g3 1 12
.
{ echo questions,categories,population; for c in 'f g1' 'm g1' 'f g2' 'm g2' 'f g3' 'm g3'; do echo "s b,$c,900"; done; } > m.csv
g weights import r-2024 m.csv; g tabulate r-2024 s --by b
holds the_table_hides_three_men_of_the_south out 'm,man,g2,south,,'
g weights margins r-2024; holds so_does_the_margin out '1,s b,m g2,900,,"man, south",,'
holds women_of_the_south_would_tell_them_beside_all_of_the_south out '1,s b,f g2,900,,"woman, south",,'
holds and_men_of_the_east out '1,s b,m g3,900,,"man, east",,'
holds the_north_is_shown out '1,s b,m g1,900,,"man, north",20,'
same and_no_weight_is_said "$(lines_where '$NF != ""')" 0
g check; done_well the_database_is_whole
finish
