#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Means beside hidden cells: what one column does not tell, rows and columns together may.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
mkdir q
cat > q/settings.csv <<'.'
form_title,form_id,version,default_language,kind
Means,means,1,English (en),residents
.
cat > q/survey.csv <<'.'
type,name,label::English (en),number,page,appearance
select_one group,b,Group,1,1,
select_one rating,a,Rating,2,1,likert
integer,x,Number,3,1,
select_one rating,c,Other rating,4,1,likert
.
cat > q/choices.csv <<'.'
list_name,name,label::English (en),code,missing
group,g1,north,1,
group,g2,south,2,
group,g3,east,3,
group,g4,west,4,
rating,1,very poor,1,
rating,2,poor,2,
rating,3,neither,3,
rating,4,good,4,
rating,5,very good,5,
rating,9,hard to say,9,dont_know
.
g import questionnaire q --yes --publish; done_well the_questionnaire_is_taken
g survey add s name=Means questionnaire=means

# stdin: an answer, then how many gave it under each group and under none; $1: its question
wave() {
	g wave add s "year=$1" unit=020101
	awk -v question="$2" 'BEGIN { print "form_number,b," question }
		{ for (k = 2; k <= NF; k++) for (i = 0; i < $k; i++)
			printf "%d,%s,%s\n", ++n, k < 6 ? "g" k - 1 : "", $1 }' > a.csv
	g import answers "s-$1" a.csv --yes; done_well "answers_of_$1"
}
row() { sed -n "s/^$1  *//p" out | head -n 1; }

# 2 in the north said "poor": 5 did in all, and of the numbers that a mean of 3.11 leaves open, 2, 6, 10 …,
# only 2 is not more than these
wave 2020 a <<'.'
1 17 2 0 2 2
2 2 0 1 0 2
3 23 11 11 4 10
4 31 8 8 5 5
5 7 0 0 2 1
9 36 8 13 4 5
.
g tabulate s-2020 a; holds the_row_shows_its_sum out '2,poor,5'
g tabulate s-2020 a --by b --format text; holds its_cell_is_hidden out 'poor         # hidden'
case $(row mean) in 3.11*) fail a_mean_is_no_equation_too_many "$(cat out)" ;; *) pass a_mean_is_no_equation_too_many ;; esac

# numbers that stand as rows are known: 3 and 4 people in the north said 1 and 2, 13 said 3
wave 2021 x <<'.'
1 3 12 9 0 0
2 4 10 8 0 0
3 13 11 12 0 0
.
g tabulate s-2021 x; holds numbers_that_many_said_are_listed out '1,1,24'
g tabulate s-2021 x --by b --format text; holds but_not_under_each_head out '# hidden'
same the_mean_does_not_tell_the_number_of_people "$(lines '^mean  *2\.5')" 0

# Two ratings by each other: the means of one go down the columns, those of the other along the rows.
g wave add s year=2022 unit=020101
awk 'BEGIN { print "form_number,a,c"; split("3 3 4 40 30", many)
	for (c = 3; c <= 5; c++) for (a = 1; a <= 5; a++) for (i = 0; i < many[(a + c) % 5 + 1]; i++)
		printf "%d,%d,%d\n", ++n, a, c }' > a.csv
g import answers s-2022 a.csv --yes
g tabulate s-2022 a --by c --format text; holds cells_are_hidden out '# hidden'
same and_neither_tells_by_its_means "$(lines '^mean.*[0-9].* .*[0-9]')" 0
# what chi-square leaves out is said where somebody stands in it
wave 2040 a <<'.'
1 20 15 12 14 0
3 11 18 16 10 0
5 14 12 19 21 0
.
g tabulate s-2040 a --by b --format text; holds chi_square_of_all out 'Chi-square = '
same leaves_nobody_out "$(lines 'leaves out')" 0
wave 2041 a <<'.'
1 20 15 12 14 12
3 11 18 16 10 13
5 14 12 19 21 11
9 9 7 8 12 14
.
g tabulate s-2041 a --by b --format text; holds a_test_says_which_answers_it_leaves_out out 'The test leaves out answers: hard to say.'
holds and_which_columns out 'The test leaves out columns: no answer.'
g --language pl tabulate s-2041 a --by b --format text; holds in_polish_too out 'Test pomija odpowiedzi: hard to say.'
g report survey s-2041 --by b --format text; holds the_report_says_it_too out 'The test leaves out answers: hard to say.'
# whom a table of the other question tells is no secret of this one
wave 2042 a <<'.'
1 20 15 12 14 2
3 11 18 16 10 0
5 14 12 19 21 1
.
g tabulate s-2042 a --by b --format text; holds those_who_left_the_head_blank_are_hidden out 'fewer than 10 people'
holds but_totals_may_tell_of_them out 'What is hidden under “no answer” may follow from totals'
# a group of six is broken down by neither table, however small a cell may be; nor are those who left the head blank
wave 2014 a <<'.'
1 2 10 11 9 0
2 1 12 10 14 1
3 1 15 16 11 1
4 1 14 12 13 3
5 1 9 13 10 0
.
shown() { lines_where "$1"' && $5 != ""'; } # cells of such lines
for smallest in 0 1 5; do
	g wave change s-2014 "smallest-cell=$smallest"
	g tabulate s-2014 a --by b; same "six_are_not_broken_down_at_$smallest" "$(shown '$1 != 9 && $3 == "g1"')" 0
	same "nor_five_without_a_group_at_$smallest" "$(shown '$1 != 9 && $3 == "no_answer"')" 0
	same "sixty_are_at_$smallest" "$(shown '$1 != 9 && $3 == "g2"')" 5
	g tabulate s-2014 b --by a; same "nor_are_six_by_the_table_turned_round_at_$smallest" "$(shown '$1 == "g1" && $3 != 9 && $3 != "total"')" 0
done
g wave change s-2014 smallest-cell=0
g report survey s-2014 --by b --format text; holds nor_in_the_report out 'very poor    # hidden      17    18  # hidden  # hidden    16.8'
g tabulate s-2014 b --by a --format text; same no_count_of_fewer_than_none_is_spoken_of "$(lines 'fewer than 0')" 0
finish
