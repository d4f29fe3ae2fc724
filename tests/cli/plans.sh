#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What a group compares, the conclusions and plans drawn from it, and its reports, by command.
. "$abs_top_srcdir/tests/cli/common.sh"
. "$abs_top_srcdir/tests/cli/papers.sh"
p init --demo > /dev/null
g office set kind=union

g compare group GWD-M-KULTURA --year 2024; prints members_stand_one_by_one_with_the_best_and_the_worst <<'X'
indicator,name,direction,unit,value,flag,best,worst
KU01,Wydatki na kulturę na 1 mieszkańca,N,2464011,233.78,,no,no
KU01,Wydatki na kulturę na 1 mieszkańca,N,0206041,283.83,,no,no
KU01,Wydatki na kulturę na 1 mieszkańca,N,3027011,133.33,,no,no
KU01,Wydatki na kulturę na 1 mieszkańca,N,3031011,267.41,,no,no
KU03,Czytelnicy bibliotek na 1000 mieszkańców,S,2464011,140.2,,no,no
KU03,Czytelnicy bibliotek na 1000 mieszkańców,S,0206041,131.6,,no,no
KU03,Czytelnicy bibliotek na 1000 mieszkańców,S,3027011,143.7,,yes,no
KU03,Czytelnicy bibliotek na 1000 mieszkańców,S,3031011,121.6,,no,yes
X
g compare group NONE; refused a_group_that_is_not_there_is_said 1 'NONE'
g compare group GWD-M-KULTURA --format text
if grep -q 'For internal use of the group' out && grep -q '143.7 +' out; then pass people_read_the_signs_and_for_whom_it_is
else fail people_read_the_signs_and_for_whom_it_is "$(cat out)"; fi
g compare rows GWD-M-KULTURA KU03; done_well rows_are_chosen
g compare group GWD-M-KULTURA --year 2024
if [ "$(wc -l < out)" = 5 ]; then pass only_chosen_rows_stand; else fail only_chosen_rows_stand "$(cat out)"; fi
g compare rows GWD-M-KULTURA KU03 KU03; refused a_row_is_named_once 1 'Rows 1 and 2 of the comparison are the same indicator'
g compare rows GWD-M-KULTURA NONE9; refused an_unknown_row_is_refused 1 'NONE9'
g compare rows GWD-M-KULTURA; done_well rows_of_the_service_come_back

# ---- conclusions ----
g conclusion new 3031011 --group GWD-M-KULTURA 'text=Too few readers' learn_from=3027011 cost=48000 due_on=2027-06-30
prints a_conclusion_has_a_number <<'X'
Wrote conclusion 3.
X
g conclusion new 3031011 --group GWD-M-KULTURA cost=1; refused a_conclusion_without_words_is_refused 1 'Write the conclusion in a sentence'
g conclusion new 0262011 --group GWD-M-KULTURA text=x; refused a_stranger_to_the_group_is_refused 1 'never a member'
g conclusion set 3 due_on=2020-01-31; holds a_deadline_that_has_passed_is_said out 'which has passed'
g conclusion set 3 cause=Rent; same and_said_once "$(cat out)" 'Changed conclusion 3.'
g conclusion set 3 due_on=2027-06-30 cause=; same a_day_to_come_is_just_kept "$(cat out)" 'Changed conclusion 3.'
g conclusion new 3031011 text=x due_on=31.02; refused a_day_that_is_not_there_is_refused 1 '31.02'
g conclusion new 3031011 text=x learn_from=3031011; refused nobody_learns_from_itself 1 'cannot learn from itself'
g conclusion evidence 3 KU03 2024; done_well figures_are_frozen
g conclusion evidence 3 KU99 2024; refused an_unknown_figure_is_no_evidence 1 'has no row'
g conclusion evidence 3 KU03 soon; refused a_year_in_words_is_no_year 1 'is no year'
g conclusion evidence 3 new kind=decisions 'text=Terms are kept'; done_well decisions_speak_for_it
g conclusion evidence 3 new kind=organisation 'text=A library of its own'; done_well a_form_of_organisation_speaks_for_it
g conclusion evidence 3 new 'text=Seen on the spot'; done_well and_what_was_found
g conclusion evidence 3; prints what_speaks_for_a_conclusion_is_printed <<'X'
number,kind,indicator,year,value,mean,median,best,best_unit,text
1,indicator,KU03,2024,121.6,134.275,135.9,143.7,3027011,made-up data: Czytelnicy bibliotek na 1000 mieszkańców (os.); made-up values for demonstration
2,decisions,,,,,,,,Terms are kept
3,organisation,,,,,,,,A library of its own
4,text,,,,,,,,Seen on the spot
X
g conclusion evidence 3 new kind=rumour text=x; refused another_kind_of_evidence_is_refused 1 'decisions, organisation, text'
g conclusion evidence 3 new kind=text; refused a_finding_has_words 1 'in a sentence'
g conclusion evidence 3 2 text=other; refused evidence_is_not_rewritten 1 'out=yes'
for number in 4 3 2; do g conclusion evidence 3 $number out=yes; done; done_well evidence_is_taken_out
g conclusion evidence 3; same and_the_rest_stays "$(rows)" 1
g conclusion evidence 3 9 out=yes; refused what_is_not_there_is_not_taken_out 1 'gone already'
g conclusion evidence 99; refused nor_that_of_no_conclusion 1 'gromada list conclusions'
g conclusion set 3 state=rejected; refused rejecting_needs_a_reason 1 'Say why'
g conclusion set 3 state=asleep; refused an_unknown_state_is_refused 1 'proposed, accepted'
g conclusion set 3 state=accepted; done_well a_state_changes
g list conclusions --group GWD-M-KULTURA; prints conclusions_are_listed <<'X'
number,group,unit,text,learn_from,cost,due_on,state,evidence
3,GWD-M-KULTURA,3031011,Too few readers,3027011,48000,2027-06-30,accepted,1
X
g conclusion retire 3; done_well a_conclusion_goes
g list conclusions --unit 3031011 --retired; holds it_is_among_the_deleted out '3,GWD-M-KULTURA,3031011,Too few readers'
g conclusion restore 3; done_well and_comes_back

# ---- plans ----
g plan new 3031011 --group GWD-M-KULTURA 'title=Closer to readers' indicator=KU03 base=110 base_year=2020 target=140 target_year=2027
prints a_plan_has_a_number_and_a_base_that_the_data_contradict_is_warned_of <<'X'
Made plan 2.
The data say 126.8 for 2020, and the plan starts from 110. Look whether the base is right.
X
g plan new 2462011 --group GWD-M-KULTURA title=x; refused a_plan_in_a_group_is_of_a_member 1 'never a member'
g plan new 3031011 title=x base=1; refused a_base_needs_its_year 1 'of which year'
g plan new 3031011 title=x indicator=NONE9; refused a_measure_must_be_there 1 'NONE9'
g plan gather 2 3; done_well a_plan_gathers_conclusions
g plan gather 2 77; refused a_conclusion_that_is_not_there_is_not_gathered 1 'Conclusion 77'
g plan action 2 'text=Open on five afternoons' to_on=2027-03-31 cost=24000; done_well a_plan_has_actions
g plan action 2 text=x state=asleep; refused an_action_in_an_unknown_state_is_refused 1 'planned, running'
g plan action 2 text=Second; g plan action 2 new text=Third; g plan action 2 3 move=-2 state=running
g plan actions 2; prints actions_are_printed_and_move <<'X'
action,text,responsible,from_on,to_on,cost,state,remark
1,Third,,,,,running,
2,Open on five afternoons,,,2027-03-31,24000,planned,
3,Second,,,,,planned,
X
g plan action 2 2 cost=25000.50 remark=dearer; done_well an_action_is_changed
g plan action 2 3 out=yes; g plan action 2 1 out=yes; done_well actions_are_taken_out
g plan actions 2; prints the_rest_is_as_it_was_said <<'X'
action,text,responsible,from_on,to_on,cost,state,remark
1,Open on five afternoons,,,2027-03-31,25000.5,planned,dearer
X
g plan action 2 1 cost=25000.505; refused a_cost_has_no_parts_of_a_grosz 1 'has parts of a grosz'
g plan set 2 budget=1250000.505; refused a_budget_has_no_parts_of_a_grosz 1 'has parts of a grosz'
g conclusion set 1 cost=0.001; refused what_a_conclusion_costs_has_no_parts_of_a_grosz 1 'has parts of a grosz'
g plan action 2 7 cost=1; refused an_action_that_is_not_there_is_not_changed 1 'gromada plan actions'
g plan action 2 seven cost=1; refused an_action_has_a_number 1 'neither a number nor'
g plan action 77 text=x; refused no_plan_no_action 1 'gromada list plans'
g plan result 2 2024 'Open longer since September'; done_well a_year_has_its_result
g plan result 2 2027 'Not yet'; refused a_year_to_come_has_no_result 1 'has not begun'
g plan set 2 base=126,8; prints one_that_agrees_is_not <<'X'
Changed plan 2.
X
g plan set 2 base=150; holds a_target_that_is_worse_is_pointed_out out 'should rise'
g plan set 2 base=110; done_well the_base_is_what_the_unit_says
g plan set 2 state=adopted adopted_on=2026-11-20; done_well a_plan_is_adopted
g list plans --unit 3031011; prints the_measure_follows_by_itself <<'X'
number,group,unit,title,indicator,base,target,value,year,percent,actions,done,state
2,GWD-M-KULTURA,3031011,Closer to readers,KU03,110,140,121.6,2024,38.6666666667,1,0,adopted
X

g plan retire 2; g list plans --unit 3031011 --retired; same a_deleted_plan_is_among_the_deleted "$(rows)" 1
g plan restore 2; done_well and_comes_back_with_its_actions

# ---- reports ----
for format in txt html docx xlsx pdf; do
	g report group GWD-M-KULTURA --year 2026 -o "g.$format"; done_well "the_year_of_a_group_is_written_as_$format"
	g report member 3031011 -o "m.$format"; done_well "the_file_of_a_member_is_written_as_$format"
	g report coordinator -o "c.$format"; done_well "the_overview_is_written_as_$format"
done
both() { # what the group's year and the member's file say alike in that format
	cat > alike
	says "the_year_of_a_group_has_conclusion_and_plan_with_their_figures_in_$1" "g.$1" < alike
	says "the_file_of_a_member_has_them_in_$1" "m.$1" < alike
}
both txt <<'X'
Złotów: Too few readers
Cost: 48,000 zł
Until: 2027-06-30
made-up data: Czytelnicy          2024  121.6  134.3   135.9  143.7  Turek  4/4
Złotów: Closer to readers
State: adopted, 2026-11-20
So far: 121.6 in 2024: 39% of the way
  1  Open on five afternoons                     2027-03-31  25,000.50  planned
* 2024: Open longer since September (121.6)
X
both docx <<'X'
Heading2: Złotów: Too few readers
Cost: 48,000 zł
Until: 2027-06-30
made-up data: Czytelnicy bibliotek na 1000 mieszkańców (os.); made-up values for demonstration|2024|121.6|134.3|135.9|143.7|Turek|4/4|
Heading2: Złotów: Closer to readers
State: adopted, 2026-11-20
Measured by: Czytelnicy bibliotek na 1000 mieszkańców [os.]: from 110 in 2020 to 140 in 2027
So far: 121.6 in 2024: 39% of the way
1|Open on five afternoons|||2027-03-31|25,000.50|planned|
X
both xlsx <<'X'
A3=Złotów: Too few readers|
A6=Cost: 48,000 zł|
A7=Until: 2027-06-30|
A10=made-up data: Czytelnicy bibliotek na 1000 mieszkańców (os.); made-up values for demonstration|B10=2024|C10=121.6|D10=134.275|E10=135.9|F10=143.7|G10=Turek|H10=4/4|
A3=Złotów: Closer to readers|
A4=State: adopted, 2026-11-20|
A6=So far: 121.6 in 2024: 39% of the way|
A10=1|B10=Open on five afternoons|E10=2027-03-31|F10=25000.5|G10=planned|
X
both pdf <<'X'
Złotów: Too few readers
Cost: 48,000 zł
Until: 2027-06-30
made-up data: Czytelnicy bibliotek na 1000 mieszkańców 2024 121.6 134.3 135.9 143.7 Turek 4/4
Złotów: Closer to readers
So far: 121.6 in 2024: 39% of the way
1 Open on five afternoons 2027-03-31 25,000.50 planned
X
says the_year_compares_the_members g.docx <<'X'
Title: Work of the group GWD-M-KULTURA in 2026
Report made on: 2026-11-22
Heading1: Figures and comparison
Comparison in the group, 2024
Made-up data of the demonstration
Code|Indicator|Częstochowa|Szklarska Poręba|Turek|Złotów|Mean|Median|Country or type|With data|
KU03|Czytelnicy bibliotek na 1000 mieszkańców [os.]|140.2|131.6|143.7 +|121.6 -|134.3|135.9|128.5|4|
X
says as_figures_in_a_workbook g.xlsx <<'X'
A8=KU03|B8=Czytelnicy bibliotek na 1000 mieszkańców [os.]|C8=140.2|D8=131.6|E8=143.7|F8=121.6|G8=134.275|H8=135.9|I8=128.5|J8=4|K8=Turek: +; Złotów: -|
X
says and_for_printing g.pdf <<'X'
Work of the group GWD-M-KULTURA in 2026
Report made on 2026-11-22
KU03 Czytelnicy bibliotek na 140.2 131.6 143.7 + 121.6 - 134.3 135.9 128.5 4
X
says the_overview_counts_what_groups_did c.docx <<'X'
Title: Exchange groups: overview
Report made on: 2026-11-22
GWD-M-ODPADY|GWD miast: odpady komunalne|Porównanie i pytania o różnice|4|3|1||100|0|0|100|2|1|
GWD-M-KULTURA|GWD miast: kultura||4|0|0|||0|0||1|1|
X
says in_a_workbook_too c.xlsx <<'X'
A6=GWD-M-ODPADY|B6=GWD miast: odpady komunalne|C6=Porównanie i pytania o różnice|D6=4|E6=3|F6=1|H6=100|I6=0|J6=0|K6=100|L6=2|M6=1|
X
says and_in_print c.pdf <<'X'
Exchange groups: overview
GWD-M-ODPADY GWD miast: Porównanie 4 3 1 100 0 0 100 2 1
X
g report group GWD-M-KULTURA --year 1999 -o before.txt; refused a_year_before_the_group_has_no_report 1 'nothing to report of 1999'
g report group GWD-M-KULTURA -o g.odt; refused another_format_is_refused 1 '.docx, .pdf'
g report member 3031011; holds what_others_have_is_for_internal_use out 'For internal use of the group'
g report member 9999999; refused an_unknown_member_is_refused 1 '9999999'
g plan new 3031011 --group GWD-M-KULTURA title=Aim "measure=readers" target=600 target_year=2028; g plan new 3031011 --group GWD-M-KULTURA title=Start "measure=visits" base=25 base_year=2024
g report member 3031011; holds a_plan_without_a_base_says_where_it_goes out 'readers: to 600 in 2028'; holds and_one_without_a_target_whence out 'visits: from 25 in 2024'
g check; done_well nothing_is_wrong_with_the_database
finish
