#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Money of tasks: what nobody has entered is not zero, and what was approved stays told apart from what is there today.
. "$abs_top_srcdir/tests/cli/common.sh"
cat > s.csv <<'END'
row,goal,item,year,name,kind,code,unit,state,from,to,percent,planned,spent,resolution,adopted_on
strategy,,,,Money,development,MON,0214011,adopted,2021,2030,,,,I/1/2021,2021-01-04
goal,1,,,Green,,,,,,,,,,,
task,1,1,,Park,task,,,running,2024-01-01,2027-12-31,40,,,,
money,,1,2024,,own,,,,,,,900,,,
money,,1,2024,,eu,,,,,,,100.50,0,,
task,1,2,,Trees,task,,,running,2024-01-01,2027-12-31,60,,,,
END
p init --demo > /dev/null
g import strategy s.csv --yes; done_well a_strategy_comes_with_money
task() { p list tasks MON | grep "$1" | cut -d, -f1; }
park=$(task Park)

# ---- not entered is not zero ----
g list tasks MON; holds what_was_entered_is_added out ',40,1000.5,0,'
holds a_task_without_money_has_none out 'running,0,60,,,,'
g list money MON; holds nothing_spent_is_empty out '2024,own,900,
'
holds and_zero_is_zero out '2024,eu,100.5,0'
g task money "$park" 2025 own planned=5; holds what_is_left_out_is_not_zero out 'planned 5 zł, spent –'
g task money "$park" 2025 own spent=0; holds a_zero_is_entered out 'planned 5 zł, spent 0 zł'
g task money "$park" 2025 own spent=; holds and_taken_away_again out 'spent –'
g task money "$park" 2025 own planned=; done_well nothing_left_takes_the_line_away
g list money MON; same it_is_gone "$(lines '^2025,')" 0
g export strategy MON out.csv; same a_file_tells_them_apart "$(grep '^money' out.csv | tr -s , ,)" 'money,1,2024,own,900.00,
money,1,2024,eu,100.50,0.00,'
g import strategy out.csv --yes; holds and_reads_back_as_the_same out 'Everything in the file is known already'
g report strategy MON --year 2024 -o now.txt; tr -s ' ' < now.txt > words; holds a_report_prints_what_was_not_entered_as_missing words 'Trees 2027-12-31 under way'
same zero_is_printed_where_it_was_entered "$(grep -c '0\.00' words)" 6

# ---- what was approved ----
p round open MON 2024 > /dev/null; p round approve MON 2024 by=Mayor --yes > /dev/null
g report strategy MON --year 2025 -o next.txt; true_that unchanged_money_of_an_approved_year_has_no_mark sh -c '! grep -q "approved report has" next.txt'
g task money "$park" 2024 eu delete; refused money_of_an_approved_year_does_not_go_without_a_reason 1 'The report of 2024 is approved: say why'
g task money "$park" 2024 own planned=950; refused nor_does_it_change 1 'say why'
g task money "$park" 2024 own planned=900; done_well what_changes_nothing_needs_none
g task money "$park" 2024 own planned=950 'reason=Korekta faktury'; done_well with_one_it_changes
g task money "$park" 2024 eu delete reason=Zwrot; done_well money_of_an_approved_year_goes
g list changes MON; holds the_history_has_both_amounts_and_the_reason out 'Korekta faktury'
g report strategy MON --year 2025 -o last.txt; tr -s ' \n' ' ' < last.txt > words
holds the_next_report_tells_both_amounts_day_and_reason words 'changed on 2026-11-22'
holds with_the_amounts words 'planned: 900 zł → 950 zł. Reason: Korekta faktury'
holds the_next_report_says_what_was_approved words '2024: the approved report has planned 1,000.50 zł, spent 0 zł'

# ---- brought back, and by the file of the strategy: for a reason, too ----
line=$(p list deleted | awk -F, '/,money,/ { print $1; exit }')
g line restore "$line"; refused money_of_an_approved_year_does_not_come_back_without_a_reason 1 'The report of 2024 is approved: say why'
g line restore "$line" 'reason=Zwrot cofnięty'; done_well with_one_it_does
g list changes MON; holds the_history_tells_that_too out 'Zwrot cofnięty'
g export strategy MON file.csv
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i } $1 == "money" && $at["kind"] == "own" { $at["planned"] = "960.00" } { print }' file.csv > mute.csv
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i } $1 == "money" && $at["kind"] == "own" { $at["planned"] = "960.00"; $at["reason"] = "Aneks" } { print }' file.csv > said.csv
g import strategy mute.csv; refused a_file_does_not_change_it_without_a_reason 1 'The report of 2024 is approved: say why'
holds and_says_in_which_line out 'refused: Line'
g import strategy said.csv --yes; done_well a_row_with_a_reason_does
g list money MON; holds the_amount_is_the_files out '2024,own,960,'
g list changes MON; holds and_the_history_has_its_reason out 'Aneks'
finish
