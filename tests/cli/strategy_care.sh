#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What keeps a strategy's year from being lost or told wrongly: rows that stand twice, what is
# deleted, approved or closed.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
s=SR-2030

# ---- an office's sheet ----
p round open $s 2025 > /dev/null
p round sheet $s 2025 'Ośrodek Pomocy Społecznej' -o sheet.csv --format csv > /dev/null
awk -F, -v OFS=, '/^T/ && !done { $6 = "77"; print; $6 = "88"; done = 1 } { print }' sheet.csv > twice.csv
g round take twice.csv --yes; refused an_indicator_twice_in_a_sheet_is_refused 1 'already in line'
sed 's/^T\([0-9]\)/T0\1/; 1,/^T/!d' sheet.csv > zero.csv; awk -F, '/^T/ { print; exit }' sheet.csv >> zero.csv
g round take zero.csv --yes; refused a_zero_before_a_number_makes_no_other_row 1 'stands already'
awk '/^T/ && !done { print "Wskazniki,,,,,,,,,,,"; done = 1 } { print }' sheet.csv > remark.csv
g round take remark.csv --yes; done_well a_remark_under_the_headings_is_not_taken_for_them
sed '1s/^[^,]*,/Nr,/' remark.csv > heads.csv
g round take heads.csv --yes; refused the_headings_above_a_remark_are_checked 1 'Line 1: the heading is “Nr”'
awk 'NR > 1' remark.csv > bare.csv
g round take bare.csv --yes; done_well a_sheet_may_have_a_remark_and_no_headings
awk -F, -v OFS=, '/^T/ && !done { $3 = "Inna nazwa"; done = 1 } { print }' sheet.csv > moved.csv
g round take moved.csv --yes; refused a_row_whose_name_is_another_is_refused 1 'Inna nazwa'
awk -F, -v OFS=, '/^K/ && !done { $6 = "40"; $8 = "not_started"; done = 1 } { print }' sheet.csv > odd.csv
g round take odd.csv; refused a_state_that_the_percentage_contradicts_is_refused_before_it_is_written 1 'Line 5: The task has begun'
sed 's/^\(K[0-9]*,[^,]*,[^,]*,[^,]*,[^,]*\),[0-9]*,/\1,sto,/' sheet.csv > text.csv
g round take text.csv; refused a_sheets_error_names_its_row 1 'Line '
p strategy retire $s > /dev/null
awk -F, -v OFS=, '/^T/ && !done { $6 = "99"; done = 1 } { print }' sheet.csv > late.csv
g round take late.csv --yes; refused a_sheet_of_a_deleted_strategy_is_refused 1 'deleted'
p strategy restore $s > /dev/null

# ---- a strategy's file ----
cat > dup.csv <<END
row,code,unit,goal,item,kind,name,from,to,year,value,source,planned,spent,target,base,base_year,target_year,direction,flag
strategy,DUP,0214011,,,development,Plan,2021,2030,,,,,,,,,,,
goal,,,1,,,Cel,,,,,,,,,,,,,
indicator,,,1,T1,result,Miejsca,,,,,,,,20,10,2020,2030,S,
reading,,,,T1,,,,,2024,12,,,,,,,,,
reading,,,,T1,,,,,2024,13,,,,,,,,,
END
g import strategy dup.csv --yes; refused a_figure_twice_for_a_year_is_refused 1 'ine 6'
{ head -n 5 dup.csv; echo 'task,,,1,1,task,Zadanie,2021-01-01,2025-12-31,,,,,,,,,,,'
	echo 'money,,,,1,own,,,,2024,,,100,,,,,,,'; echo 'money,,,,1,own,,,,2024,,,200,,,,,,,'; } > money.csv
g import strategy money.csv --yes; refused so_is_money_of_one_source_and_year 1 'ine 8'
sed '$d' money.csv > once.csv
g import strategy once.csv --yes; done_well what_stands_once_is_taken
p strategy retire DUP > /dev/null
g import strategy once.csv --yes; refused the_file_of_a_deleted_strategy_says_how_it_comes_back 1 'Bring it back'
p strategy restore DUP > /dev/null
p strategy new SUB unit=0214011 kind=executive 'name=Plan wykonawczy' parent=DUP first_year=2021 last_year=2030 > /dev/null
p strategy retire DUP > /dev/null
g strategy set SUB note=x; done_well a_plan_under_a_deleted_strategy_can_still_be_changed
p strategy restore DUP > /dev/null

# ---- what is wanted within an interval ----
g target new DUP goal=1 name=Udział direction=N low=20 high=30 base=10 base_year=2020 target=5 target_year=2030; refused a_target_that_leads_away_from_its_interval_is_refused 1 'leads away'
g target new DUP goal=1 name=Udział direction=N low=20 high=30 base=25 base_year=2020 target=40 target_year=2030; refused so_is_one_that_leaves_it 1 'leads away'
g target new DUP goal=1 name=Udział direction=N low=20 high=30 base=10 base_year=2020 target=15 target_year=2030; done_well one_that_comes_nearer_is_taken
g target new DUP goal=1 name=Stały direction=K tolerance=2; refused what_is_to_be_kept_needs_its_base 1 'Say which base'

# ---- approved ----
off=$(p list deviations $s --year 2025 | grep '^target,' | head -n 1 | cut -d, -f2)
p round explain $s 2025 target="$off" 'cause=Mniej urodzeń' 'measure=Nowa diagnoza' due_on=2026-06-30 > /dev/null
"$GROMADA_PROGRAM" --language pl --database "$db" report strategy $s --year 2025 -o report.html; holds a_measure_is_no_unit_of_measure_in_polish report.html '>Działanie</th>'
p round approve $s 2025 by=Burmistrz --yes > /dev/null
g round explain $s 2025 target="$off" 'cause=Inna przyczyna'; refused a_cause_after_approval_is_refused 1 'approved'
g round explain $s 2025 target="$off" done_on=2026-09-30; done_well the_day_a_measure_was_done_can_be_written


# ---- closed ----
p evaluation new $s kind=self 'title=Samoocena' year=2026 > /dev/null
p ballot open statements 3 title=Samoocena cards=1 method=scores > /dev/null
for q in 1 2 3 4 5 6 7 8 9 10 11 12; do p evaluation question 3 $q score=2 > /dev/null; done
p ballot card 4 1 5 5 5 5 5 5 5 5 5 5 5 5 > /dev/null
p evaluation set 3 closed_on=2026-11-20 > /dev/null
g ballot close 4; refused a_ballot_does_not_change_a_closed_evaluation 1 'closed'
g evaluation set 3 'title=Inna'; refused nor_does_anybody_its_words 1 'closed'
g evaluation set 3 closed_on=; done_well it_is_opened_again
g evaluation set 3 'title=Inna'; done_well and_then_changed
echo "1..$n"
