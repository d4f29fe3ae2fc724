#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The file of a strategy that is here comes back from a spreadsheet: what was changed in it is shown,
# taken over and taken back; what others changed meanwhile, and what a file does not change, is told.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
cat > made.csv <<X
row,code,unit,goal,item,kind,name,from,to,year,value,source,planned,spent,target,base,base_year,target_year,direction,flag,state,adopted_on,resolution,office,percent,real_from,reason
strategy,BACK,0214011,,,development,Plan,2021,2030,,,,,,,,,,,,adopted,2021-03-25,XX/1/2021,,,,
goal,,,1,,,Cel,,,,,,,,,,,,,,,,,,,,
goal,,,1.1,,,Cel nizszy,,,,,,,,,,,,,,,,,,,,
indicator,,,1.1,1,result,Miejsca,,,,,,,,20,10,2020,2030,S,,,,,OPS,,,
path,,,,1,,,,,2025,14,,,,,,,,,,,,,,,,
reading,,,,1,,,,,2023,12,rejestr,,,,,,,,,,,,,,,
reading,,,,1,,,,,2024,13,rejestr,,,,,,,,,,,,,,,
indicator,,,1.1,2,product,Kluby,,,,,,,,8,2,2020,2030,S,,,,,OPS,,,
task,,,1.1,1,task,Budowa,2021-02-01,2027-12-31,,,,,,,,,,,,running,,,RO,40,2021-02-03,
money,,,,1,own,,,,2024,,,1000,200,,,,,,,,,,,,,
X
p import strategy made.csv --yes > /dev/null
written() { rm -f "$1"; p export strategy BACK "$1" > /dev/null; }
# edit FILE ROW ITEM YEAR COLUMN TEXT: one cell of the first row of that kind, item and year
edit() {
	awk -F, -v OFS=, -v row="$2" -v item="$3" -v year="$4" -v column="$5" -v text="$6" '
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
		!done && $1 == row && $at["item"] == item && $at["year"] == year { $at[column] = text; done = 1 }
		{ print }' "$1" > edited && mv edited "$1"
}
cell() { # ROW ITEM YEAR COLUMN as it stands now
	written now.csv
	awk -F, -v row="$1" -v item="$2" -v year="$3" -v column="$4" '
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
		$1 == row && $at["item"] == item && $at["year"] == year { print $at[column] }' now.csv
}

written s.csv
g import strategy s.csv --yes; holds what_was_not_changed_brings_nothing out 'known already'

# ---- changes ----
cp s.csv c.csv
edit c.csv indicator 1 '' target 24; edit c.csv path 1 2025 value 15
g import strategy c.csv --yes; refused another_target_of_an_adopted_strategy_wants_its_reason 1 'Line 5: The strategy is in force'
edit c.csv indicator 1 '' reason 'Nowa diagnoza'; edit c.csv indicator 1 '' resolution XXX/9/2026
edit c.csv indicator 2 '' office Zlobek; edit c.csv reading 1 2024 value 13.5; edit c.csv task 1 '' percent 65
sed '/^reading,,1,2024/{p;s/2024/2025/;s/,13.5,/,14.5,/;s/,13$/,/;}' c.csv > d.csv
g import strategy d.csv; refused changes_are_shown_first 1 'add --yes'
holds with_what_stands_there_now out 'indicator 1, target: 20 → 24 (Miejsca)'
holds year_by_year out 'path of indicator 1, 2025, value: 14 → 15'
holds new_figures_too out 'value of indicator 1, 2025: – → 14.5'
same and_nothing_is_written "$(cell indicator 1 '' target)" 20
edit d.csv indicator 1 '' day 2027-01-05
g import strategy d.csv; refused a_change_of_a_day_to_come_is_refused 1 'This day is still to come'
edit d.csv indicator 1 '' day 2026-10-29
g import strategy d.csv --yes; holds they_are_taken_over out 'Taken over as import'
first=$(sed -n 's/.*Taken over as import \([0-9]*\);.*/\1/p' out)
same the_target_is_the_new_one "$(cell indicator 1 '' target)/$(cell path 1 2025 value)" 24/15
same the_change_keeps_its_reason "$(cell change 1 '' reason | sort -u)" 'Nowa diagnoza'
same and_its_day "$(cell change 1 '' day | sort -u)" 2026-10-29
same and_its_resolution "$(cell change 1 '' resolution | sort -u)" XXX/9/2026
same cards_readings_and_tasks_too "$(cell indicator 2 '' office)/$(cell reading 1 2024 value)/$(cell reading 1 2025 value)/$(cell task 1 '' percent)" Zlobek/13.5/14.5/65
same what_the_file_does_not_say_stays "$(cell indicator 2 '' target)/$(cell money 1 2024 planned)" 8/1000.00
g import strategy d.csv --yes; holds the_same_file_again_brings_nothing out 'known already'
g list imports; holds it_stands_in_the_list_of_imports out ',strategy,d.csv,'

# ---- what others do meanwhile ----
cp c.csv e.csv; edit e.csv indicator 2 '' name Kluby2
g import strategy e.csv --yes; refused a_strategy_changed_meanwhile_is_not_laid_over 1 'was changed here since the file was written'
holds what_is_here_stands_beside_what_the_file_says out 'indicator 2, name: Kluby → Kluby2'
written m.csv; number=$(p list targets BACK | awk -F, 'NR == 2 { print $1 }')
edit m.csv reading 1 2023 value 12.5
p reading set "$number" 2023 11 --replace > /dev/null
g import strategy m.csv --yes; refused a_colleagues_newer_figure_is_not_overwritten 1 'was “12” when the file was written and is “11” now'
same it_stands "$(cell reading 1 2023 value)" 11

# ---- in the words of who reads ----
written w.csv; edit w.csv task 1 '' state held; edit w.csv task 1 '' reason Pauza; edit w.csv reading 1 2023 value 11.5
p --language pl import strategy w.csv > out; holds states_are_in_words out 'zadanie 1, stan: w realizacji → wstrzymane'
holds figures_as_people_write_them out 'wartość wskaźnika 1, 2023, wartość: 11 → 11,5'
g export strategy BACK book.xlsx; done_well a_workbook_goes_out
if command -v zip > zip.path && command -v unzip > zip.path; then
	mkdir book; (cd book && unzip -q ../book.xlsx && grep -l '>2021-03-25<' xl/worksheets/*.xml xl/sharedStrings.xml > ../parts 2> ../none)
	for part in $(cat parts); do sed -i 's/>2021-03-25</>2022-01-01</' book/$part; done
	(cd book && zip -q -r ../wrong.xlsx .)
	g import strategy wrong.xlsx; refused a_cell_of_a_workbook_is_named_by_letter_and_row 1 'Cell A'
	holds with_its_column out '3 (adopted_on): “2022-01-01” where the strategy has'
else
	skip a_cell_of_a_workbook_is_named_by_letter_and_row 'zip is not installed'
fi

# ---- what a file does not change ----
written r.csv; edit r.csv task 1 '' goal 1
g import strategy r.csv --yes; refused another_goal_of_a_task_is_refused_with_its_place 1 'Line 13, column 2 (goal): “1” where the strategy has “1.1”'
written r.csv; edit r.csv strategy '' '' adopted_on 2022-01-01; edit r.csv task 1 '' percent 101
g import strategy r.csv --yes; refused a_number_out_of_its_bounds_is_refused_first 1 'percent'
written r.csv; edit r.csv strategy '' '' adopted_on 2022-01-01; edit r.csv task 1 '' goal 1; edit r.csv indicator 1 '' office ROX
g import strategy r.csv --yes; refused so_is_the_day_of_adoption 1 '“2022-01-01” where the strategy has “2021-03-25”'
holds all_that_is_refused_is_shown out 'A file does not change this of task 1'
holds beside_what_would_change out 'indicator 1, office: OPS → ROX'
written r.csv; awk -F, -v OFS=, 'NR > 1 && $1 == "strategy" { print; for (i = 1; i <= NF; i++) $i = i == 1 ? "unit" : i == 9 ? "0206041" : "" } { print }' r.csv > u.csv
g import strategy u.csv --yes; refused another_unit_is_refused 1 'a file does not bring it to a strategy that is here'
same and_not_called_new "$(grep -c 'unit: new' out)" 0
same nothing_of_it_is_written "$(cell indicator 1 '' office)" OPS
g import strategy made.csv --yes; holds the_file_that_made_it_brings_nothing out 'known already'
sed 's/Miejsca/Miejsce/' made.csv > hand.csv
g import strategy hand.csv --yes; refused a_file_that_names_no_state_is_refused 1 'Write it with export strategy'
written r.csv; grep -v '^reading\|^path\|^money' r.csv > few.csv; edit few.csv task 1 '' percent 66
g import strategy few.csv; holds rows_that_are_left_out_stay out 'the file does not have stay as they are: 5'

# ---- as a spreadsheet writes it ----
written r.csv; edit r.csv reading 1 2024 value 13.75
sed 's/2021-03-25/25.03.2021/; s/2021-02-0\([13]\)/0\1.02.2021/g; s/,0214011,/,214011,/; s/;/./g; s/\([0-9]\)\.\([0-9]*\),/\1.\2,/; y/,/;/; s/13\.75/13,75/; s/13\.5$/13,5/' r.csv > x.csv
g import strategy x.csv; holds days_commas_and_lost_zeros_are_no_changes out 'Changed:                  1'
holds but_the_changed_figure_is out 'value of indicator 1, 2024, value: 13.5 → 13.75'

# ---- back ----
written n.csv; edit n.csv indicator 1 '' target 30; edit n.csv indicator 1 '' reason Inaczej
g import strategy n.csv --yes; second=$(sed -n 's/.*Taken over as import \([0-9]*\);.*/\1/p' out)
g import undo "$first"; refused a_newer_file_on_the_same_indicator_goes_first 1 "Undo first import $second"
g import undo "$second"; same undoing_brings_the_target_back "$(cell indicator 1 '' target)" 24
g import undo "$first"; done_well and_then_the_older_one
same what_stood_before_is_back "$(cell indicator 1 '' target)/$(cell path 1 2025 value)/$(cell indicator 2 '' office)/$(cell reading 1 2024 value)/$(cell reading 1 2025 value)/$(cell task 1 '' percent)" 20/14/OPS/13//40
same what_a_person_keyed_since_stays "$(cell reading 1 2023 value)" 11
same the_history_has_every_step "$(cell change 1 '' text | sed -n 's/ (2030)$//p' | tr '\n' ' ')" '24 30 24 20 '

# ---- approved years ----
p round open BACK 2024 > /dev/null; p round approve BACK 2024 by=Burmistrz --yes > /dev/null
written a.csv; edit a.csv reading 1 2024 value 19
g import strategy a.csv --yes; refused a_figure_of_an_approved_year_stays 1 'approved'
same as_it_was_approved "$(cell reading 1 2024 value)" 13

written a.csv; edit a.csv money 1 2024 spent 250; edit a.csv task 1 '' office RG
g import strategy a.csv --yes; refused money_of_an_approved_year_asks_for_a_reason 1 'approved'
edit a.csv money 1 2024 spent 250; edit a.csv money 1 2024 reason 'Faktura po terminie'
g import strategy a.csv --yes; paid=$(sed -n 's/.*Taken over as import \([0-9]*\);.*/\1/p' out)
g import undo "$paid"; refused and_does_not_go_back_without_one 1 'it brought money of 2024 (Budowa), and the report of that year is approved'
same nothing_of_the_file_went_back "$(cell money 1 2024 spent)/$(cell task 1 '' office)" 250.00/RG
task=$(p list tasks BACK | sed -n '2s/,.*//p')
g task money "$task" 2024 own spent=200 'reason=Faktura uznana w 2025'; done_well by_hand_it_changes_with_a_reason
g import undo "$paid"; done_well then_the_rest_of_the_file_is_undone
same and_both_stand_as_they_should "$(cell money 1 2024 spent)/$(cell task 1 '' office)" 200.00/RO

# ---- back to a draft ----
g strategy set BACK state=draft; done_well it_is_put_back_to_a_draft
g list changes BACK --format csv; holds who_did_it_stands_in_the_history out 'strategy,Plan,changed,state,adopted,draft'
written drafted.csv
db=$work/other.db; p init --demo > /dev/null
g import strategy drafted.csv --yes; done_well the_file_tells_another_office
g list changes BACK --format csv; holds that_it_was_put_back out 'strategy,Plan,changed,state,adopted,draft'
written again.csv; same word_for_word "$(cut -d, -f2- again.csv | grep ^change)" "$(cut -d, -f2- drafted.csv | grep ^change)"
db=$work/test.db
g check; done_well the_database_is_whole
finish
