#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A planner adds goals, indicators, tasks, money, steps, remarks and risks to the file of a strategy
# that is here and changes others: all of it is shown, taken over at once, and taken back.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
cat > made.csv <<X
row,code,unit,goal,item,kind,name,text,from,to,year,value,planned,spent,target,base,base_year,target_year,direction,state,adopted_on,resolution,office,percent,real_from,day,author,outcome,answer,likelihood,effect
strategy,GROW,0214011,,,development,Plan,,2021,2030,,,,,,,,,,adopted,2021-03-25,XX/1/2021,,,,,,,,,
goal,,,1,,,Cel,,,,,,,,,,,,,,,,,,,,,,,,
goal,,,1.1,,,Cel nizszy,,,,,,,,,,,,,,,,,,,,,,,,
indicator,,,1.1,1,result,Miejsca,,,,,,,,20,10,2020,2030,S,,,,OPS,,,,,,,,
task,,,1.1,1,task,Budowa,,2021-02-01,2027-12-31,,,,,,,,,,running,,,RO,40,2021-02-03,,,,,,
money,,,,1,own,,,,,2024,,1000,200,,,,,,,,,,,,,,,,,
step,,,,,draft,Projekt,,,,,,,,,,,,,,,,,,,,,,,,
risk,,,,1,,,Brak ofert,,,,,,,,,,,,,,,RO,,,,,,,2,2
remark,,,,,,,Dwie drogi,,,,,,,,,,,,,,,,,,2020-10-05,mieszkaniec,,,,
X
p import strategy made.csv --yes > /dev/null
written() { rm -f "$1"; p export strategy GROW "$1" > /dev/null; }
# edit FILE ROW ITEM YEAR COLUMN TEXT: one cell of the first row of that kind, item (of a goal its number) and year
edit() {
	awk -F, -v OFS=, -v row="$2" -v item="$3" -v year="$4" -v column="$5" -v text="$6" '
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; key = row == "goal" ? at["goal"] : at["item"] }
		!done && $1 == row && $key == item && $at["year"] == year { $at[column] = text; done = 1 }
		{ print }' "$1" > edited && mv edited "$1"
}
# add FILE ROW COLUMN=TEXT …: a new row at the end
add() {
	file=$1 row=$2; shift 2
	printf '%s\n' "$@" > cells
	awk -F, -v OFS=, -v row="$row" '
		BEGIN { while ((getline line < "cells") > 0) { n = index(line, "="); cell[substr(line, 1, n - 1)] = substr(line, n + 1) } }
		NR == 1 { for (i = 1; i <= NF; i++) name[i] = $i; width = NF }
		{ print }
		END { printf "%s", row; for (i = 2; i <= width; i++) printf ",%s", cell[name[i]]; print "" }' "$file" > grown && mv grown "$file"
}
taken() { sed -n 's/.*Taken over as import \([0-9]*\);.*/\1/p' out; }

written before.csv; cp before.csv g.csv
edit g.csv goal 1.1 '' name 'Cel inny'; edit g.csv goal 1.1 '' reason Aktualizacja; edit g.csv goal 1.1 '' resolution XL/1/2026; edit g.csv task 1 '' name 'Budowa zlobka'; edit g.csv task 1 '' to 2028-06-30
edit g.csv money 1 2024 spent 300; edit g.csv step '' '' day 2021-01-15; edit g.csv risk 1 '' effect 3
edit g.csv remark '' '' outcome taken; edit g.csv remark '' '' answer Zmieniono
edit g.csv strategy '' '' mission 'Blisko ludzi'
g import strategy g.csv; refused another_mission_of_a_strategy_in_force_wants_its_reason 1 'Line 2: The strategy is in force'
edit g.csv strategy '' '' reason Aktualizacja
add g.csv goal goal=1.2 'name=Cel nowy' reason=Aktualizacja resolution=XL/1/2026
add g.csv goal goal=1.2.1 name=Kierunek reason=Aktualizacja resolution=XL/1/2026
add g.csv goal goal=2 'name=Cel drugi' dimension=social reason=Aktualizacja resolution=XL/1/2026
add g.csv indicator goal=1.2.1 item=n1 name=Drzewa kind=product direction=S base=5 base_year=2020 target=50 target_year=2030 decimals=0 frequency=R reason=Aktualizacja resolution=XL/1/2026
add g.csv path item=n1 year=2025 value=20
add g.csv reading item=n1 year=2023 value=9 source=rejestr
add g.csv task goal=2 item=z1 name=Nasadzenia state=running real_from=2023-01-02 percent=10 partners=Lasy 'product=1000 drzew'
add g.csv money item=z1 year=2024 kind=eu planned=5000.50
add g.csv money item=1 year=2025 kind=own planned=700
add g.csv step kind=opinion name=Opinia planned_on=2021-02-01
add g.csv risk item=z1 text=Susza likelihood=3 effect=3 answer=Podlewanie
add g.csv remark 'text=Wiecej drzew' author=radny

# ---- looking ----
g import strategy g.csv; refused it_is_looked_at_first 1 'add --yes'
holds new_goals_are_named out 'goal 1.2.1: new (Kierunek)'
holds new_indicators_too out 'indicator n1: new (Drzewa)'
holds their_paths out 'path of indicator n1, 2025: – → 20 (Drzewa)'
holds and_readings out 'value of indicator n1, 2023: – → 9 (Drzewa)'
holds new_tasks out 'task z1: new (Nasadzenia)'
holds money_of_new_ones out 'money of task z1, 2024, European Union: – → 5,000.50 / – (Nasadzenia)'
holds money_of_another_year_of_old_ones out 'money of task 1, 2025, own funds: – → 700 / – (Budowa zlobka)'
holds steps out 'step: new (Opinia)'
holds risks out 'risk: new (Susza)'
holds remarks out 'remark: new (Wiecej drzew)'
holds changes_stand_beside_what_is_here out 'money of task 1, 2024, own funds, spent: 200 → 300 (Budowa zlobka)'
holds lines_are_known_by_their_number out 'risk 1, effect: 2 → 3 (Brak ofert)'
holds of_goals_too out 'goal 1.1, name: Cel nizszy → Cel inny (Cel inny)'
holds and_of_the_strategy_itself out 'strategy, mission: – → Blisko ludzi (Plan)'
holds new_rows_are_counted out 'New:                      12'
holds changed_ones_too out 'Changed:                  7'
written same.csv; same looking_writes_nothing "$(cat same.csv)" "$(cat before.csv)"

# ---- taking ----
g import strategy g.csv --yes; holds it_is_taken_over out 'Taken over as import'
first=$(taken)
written after.csv
holds goals_are_there after.csv 'goal,1.2.1,,,Kierunek,'
holds what_hangs_on_them_too after.csv 'indicator,1.2.1,2,,Drzewa,'
same tasks_have_their_money "$(grep -c '^money,' after.csv)" 3
g import strategy g.csv --yes; holds the_same_file_again_brings_nothing out 'known already'
cp after.csv saved.csv; echo >> saved.csv
g import strategy saved.csv --yes; holds what_is_written_of_it_brings_nothing out 'known already'
cp g.csv saved.csv; echo >> saved.csv
g import strategy saved.csv --yes; refused the_older_file_saved_anew_is_told 1 'was changed here since the file was written'

# ---- the same strategy in an empty database ----
"$GROMADA_PROGRAM" --language en --database "$work/empty.db" init --demo > /dev/null
"$GROMADA_PROGRAM" --language en --database "$work/empty.db" import strategy after.csv --yes > /dev/null
"$GROMADA_PROGRAM" --language en --database "$work/empty.db" export strategy GROW moved.csv > /dev/null
same it_is_the_same_byte_by_byte_in_another_database "$(cat moved.csv)" "$(cat after.csv)"


# ---- as a workbook ----
rm -f book.xlsx; p export strategy GROW book.xlsx > /dev/null
g import strategy book.xlsx --yes; holds a_workbook_says_the_same out 'known already'
holds all_of_its_rows_are_read out "The same as before:       $(($(wc -l < after.csv) - 1))"
"$GROMADA_PROGRAM" --language en --database "$work/third.db" init --demo > /dev/null
"$GROMADA_PROGRAM" --language en --database "$work/third.db" import strategy book.xlsx --yes > /dev/null
"$GROMADA_PROGRAM" --language en --database "$work/third.db" export strategy GROW booked.csv > /dev/null
same it_brings_the_whole_strategy "$(cat booked.csv)" "$(cat after.csv)"

# ---- refusing ----
cp after.csv r.csv; add r.csv risk text=Powodz likelihood=5 effect=5; add r.csv goal goal=3 name=Trzeci reason=Aktualizacja
g import strategy r.csv --yes; refused what_the_model_refuses_is_said_with_its_line 1 "Line $(grep -n Powodz r.csv | cut -d: -f1): Say what is done about a high risk."
holds beside_all_that_is_new out 'goal 3: new (Trzeci)'
cp after.csv r.csv; add r.csv goal goal=9 name=Trzeci reason=Aktualizacja
g import strategy r.csv --yes; refused a_new_goal_has_the_number_that_it_will_have 1 'the new goal would be 3, not 9'
written same.csv; same and_nothing_of_it_is_taken "$(cat same.csv)" "$(cat after.csv)"
cp after.csv r.csv; add r.csv risk text=Powodz likelihood=1 effect=1 number=1
g import strategy r.csv --yes; refused a_copied_number_is_refused 1 'Leave the column number of a new line empty'
cp after.csv r.csv; edit r.csv indicator 1 '' target 30; edit r.csv indicator 1 '' reason Spis
g import strategy r.csv; holds a_target_without_a_resolution_is_told out 'the column resolution names none'
cp after.csv r.csv; sed '/^step,/d; /^remark,/d' r.csv > few.csv; edit few.csv task 1 '' note Uwaga
g import strategy few.csv; holds what_the_file_does_not_name_is_counted out 'the file does not have stay as they are: 4'

cp after.csv r.csv; add r.csv goal goal=3 name=Trzeci
g import strategy r.csv --yes; refused a_new_goal_of_a_strategy_in_force_wants_its_reason 1 'say in the column reason why'

# ---- taking back ----
g import undo "$first"; done_well it_is_taken_back
said() { sed -e '/^change,/d' -e 's/,s[0-9a-f]*,$/,/' "$1"; }
written back.csv; same everything_is_as_it_was "$(said back.csv)" "$(said before.csv)"
same but_the_history_tells_of_the_goal_that_had_another_name "$(grep -c '^change,1.1,.*Cel inny' back.csv)" 2
p list changes GROW > changes.csv; same and_of_the_mission "$(grep -c 'Blisko ludzi' changes.csv)" 2
g check; done_well the_database_is_whole_without_it
g import strategy g.csv --yes; second=$(taken); holds it_comes_again out 'Taken over as import'
number=$(p list tasks GROW | awk -F, '/Nasadzenia/ { print $1 }')
p task set "$number" office=ZZ > /dev/null; p strategy step GROW 1 note=Uwaga > /dev/null
g import undo "$second"; holds what_somebody_changed_since_is_told out 'changed since'
holds by_its_name out 'task “Nasadzenia”'
holds lines_by_their_number out 'step 1'
written left.csv
same a_task_that_somebody_changed_stays "$(grep -c Nasadzenia left.csv)" 1
same with_its_goal "$(said left.csv | grep -c 'Cel drugi')" 1
same all_else_goes "$(said left.csv | grep -c 'Drzewa\|Kierunek\|Susza\|Opinia\|Cel inny')" 0
g check; done_well the_database_is_whole
finish
