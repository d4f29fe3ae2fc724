#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What a group compares, the conclusions and plans drawn from it, and its reports, by command.
. "$abs_top_srcdir/tests/cli/common.sh"
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
if grep -q 'For internal use of the group' out && grep -q '143.7+' out; then pass people_read_the_signs_and_for_whom_it_is
else fail people_read_the_signs_and_for_whom_it_is "$(cat out)"; fi
g compare rows GWD-M-KULTURA KU03; done_well rows_are_chosen
g compare group GWD-M-KULTURA --year 2024
if [ "$(wc -l < out)" = 5 ]; then pass only_chosen_rows_stand; else fail only_chosen_rows_stand "$(cat out)"; fi
g compare rows GWD-M-KULTURA NONE9; refused an_unknown_row_is_refused 1 'NONE9'
g compare rows GWD-M-KULTURA; done_well rows_of_the_service_come_back

# ---- conclusions ----
g conclusion new 3031011 --group GWD-M-KULTURA 'text=Too few readers' learn_from=3027011 cost=48000 due_on=2027-06-30
prints a_conclusion_has_a_number <<'X'
Wrote conclusion 3.
X
g conclusion new 3031011 --group GWD-M-KULTURA cost=1; refused a_conclusion_without_words_is_refused 1 'Write the conclusion in a sentence'
g conclusion new 0262011 --group GWD-M-KULTURA text=x; refused a_stranger_to_the_group_is_refused 1 'never a member'
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
1,indicator,KU03,2024,121.6,134.275,135.9,143.7,3027011,made-up data: Czytelnicy bibliotek na 1000 mieszkańców (os.); BDL
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
g plan action 2 2 cost=25000 remark=dearer; done_well an_action_is_changed
g plan action 2 3 out=yes; g plan action 2 1 out=yes; done_well actions_are_taken_out
g plan actions 2; prints the_rest_is_as_it_was_said <<'X'
action,text,responsible,from_on,to_on,cost,state,remark
1,Open on five afternoons,,,2027-03-31,25000,planned,dearer
X
g plan action 2 7 cost=1; refused an_action_that_is_not_there_is_not_changed 1 'gromada plan actions'
g plan action 2 seven cost=1; refused an_action_has_a_number 1 'neither a number nor'
g plan action 77 text=x; refused no_plan_no_action 1 'gromada list plans'
g plan result 2 2024 'Open longer since September'; done_well a_year_has_its_result
g plan result 2 2027 'Not yet'; refused a_year_to_come_has_no_result 1 'has not begun'
g plan set 2 base=126,8; prints one_that_agrees_is_not <<'X'
Changed plan 2.
X
g plan set 2 base=110; done_well the_base_is_what_the_unit_says
g plan set 2 state=adopted adopted_on=2026-11-20; done_well a_plan_is_adopted
g list plans --unit 3031011; prints the_measure_follows_by_itself <<'X'
number,group,unit,title,indicator,base,target,value,year,percent,actions,done,state
2,GWD-M-KULTURA,3031011,Closer to readers,KU03,110,140,121.6,2024,38.66666666666665,1,0,adopted
X

g plan retire 2; g list plans --unit 3031011 --retired; same a_deleted_plan_is_among_the_deleted "$(rows)" 1
g plan restore 2; done_well and_comes_back_with_its_actions

# ---- reports ----
for format in txt html docx xlsx pdf; do
	g report group GWD-M-KULTURA --year 2026 -o "g.$format"
	[ "$status" = 0 ] && g report member 3031011 -o "m.$format"
	[ "$status" = 0 ] && g report coordinator -o "c.$format"
	if [ "$status" = 0 ] && [ -s "g.$format" ] && [ -s "m.$format" ] && [ -s "c.$format" ]; then pass "reports_are_written_as_$format"
	else fail "reports_are_written_as_$format" "$(cat err)"; fi
done
if grep -q 'Too few readers' g.txt && grep -q '143.7 (Turek)' g.txt && grep -q 'Made-up data' g.txt; then pass the_year_of_a_group_holds_its_conclusions_with_their_figures
else fail the_year_of_a_group_holds_its_conclusions_with_their_figures "$(cat g.txt)"; fi
if grep -q '39% of the way' m.txt && grep -q 'Open on five afternoons' m.txt; then pass the_file_of_a_member_holds_its_plan
else fail the_file_of_a_member_holds_its_plan "$(cat m.txt)"; fi
if command -v pdftotext > /dev/null; then
	pdftotext -layout m.pdf m.pdf.txt 2> /dev/null
	if grep -q 'Czytelnicy bibliotek na 1000 mieszkańców' m.pdf.txt && grep -q 'Złotów: Closer to readers' m.pdf.txt; then pass the_pdf_says_the_same
	else fail the_pdf_says_the_same "$(cat m.pdf.txt)"; fi
else skip the_pdf_says_the_same 'pdftotext is not installed'; fi
g report group GWD-M-KULTURA -o g.odt; refused another_format_is_refused 1 '.docx, .pdf'
g report member 9999999; refused an_unknown_member_is_refused 1 '9999999'
g check; done_well nothing_is_wrong_with_the_database
finish
