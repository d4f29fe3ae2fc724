#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tasks of a strategy, their money, risks, steps of adoption, remarks and the draft order, by command.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
s=SR-2030

g list tasks $s; head -3 out > some; mv some out; prints tasks_are_listed_in_the_order_of_goals_with_their_state_of_today <<'X'
number,goal,place,kind,name,office,partners,planned_from,planned_to,real_from,real_to,state,days_late,percent,planned,spent,reason,product
1,1.1,1,project,Budowa żłobka na 48 miejsc,Wydział Rozwoju,Ministerstwo Rodziny,2022-03-01,2024-08-31,2022-04-11,2024-09-20,done,0,100,6500000,6720000,,żłobek z placem zabaw
2,1.1,2,task,Dopłaty do klubów dziecięcych,Ośrodek Pomocy Społecznej,organizacje pozarządowe,2021-01-01,2030-12-31,2021-01-01,,running,0,50,1080000,1058800,,umowy z klubami
X
g list tasks NONE; refused a_strategy_that_is_not_there_is_said 1 'NONE'

# ---- tasks ----
g task new $s goal=3.1 name=Ogrody office=Zieleń planned_from=2026-03-01 planned_to=30.06.2026
prints a_task_has_a_number <<'X'
Made task 16.
X
g list tasks $s; grep '^16,' out > some; mv some out; prints what_should_have_ended_is_late_by_itself <<'X'
16,3.1,3,task,Ogrody,Zieleń,,2026-03-01,2026-06-30,,,late,145,,,,,
X
g task new $s goal=9.9 name=x; refused a_goal_that_is_not_there_is_refused 1 '9.9'
g task new $s office=x; refused a_task_without_a_name_is_refused 1 'must be filled in'
g task set 16 state=asleep; refused an_unknown_state_is_refused 1 'not_started'
g task set 16 state=done; refused done_needs_its_day 1 'on which day'
g task set 16 state=held; refused holding_needs_its_reason 1 'Say why'
g task set 16 state=done real_from=2026-03-02 real_to=2026-06-28; done_well a_task_is_done
g list tasks $s; grep '^16,' out > some; mv some out; prints what_is_done_is_done_to_a_hundred_percent <<'X'
16,3.1,3,task,Ogrody,Zieleń,,2026-03-01,2026-06-30,2026-03-02,2026-06-28,done,0,100,,,,
X
g task set 16 percent=90; refused another_percentage_of_what_is_done_is_refused 1 'what is done is done to 100%'
g task set x name=y; refused words_are_no_number_of_a_task 1 'no number'
g task set 99 name=y; refused a_task_that_is_not_there_is_said 1 '99'

# ---- money ----
g task money 16 2026 eu planned=1000,50 spent=999.99; prints money_is_written_to_the_grosz <<'X'
Task 16, 2026, European Union: planned 1,000.50 zł, spent 999.99 zł.
X
g task money 16 2026 eu planned=dużo; refused words_are_no_money 1 'no amount'
g task money 16 2026 eu planned=1,005; refused parts_of_a_grosz_are_refused 1 'parts of a grosz'
g task money 16 2026 bank planned=1; refused an_unknown_source_is_refused 1 'own'
g list money $s; tail -1 out > some; mv some out; prints money_is_added_up_by_year_and_source <<'X'
2026,eu,1000.5,999.99
X
g task money 16 2026 eu planned= spent=; done_well nothing_takes_the_line_away
g list money $s; if grep -q '^2026' out; then fail and_it_is_gone "$(cat out)"; else pass and_it_is_gone; fi
g task retire 16; done_well a_task_goes
g list tasks $s --retired; if grep -q '^16,' out; then pass deleted_tasks_are_listed; else fail deleted_tasks_are_listed "$(cat out)"; fi
g task restore 16; done_well and_comes_back

# ---- risks, steps, remarks: those of the demonstration first, then an empty list of each ----
g list risks $s; same the_demonstration_has_risks "$(wc -l < out)" 4
g list remarks $s; holds and_remarks_with_answers out 'Dopisano zadanie 3.3/1.'
g list steps $s; holds and_steps_of_its_adoption out '7,resolution,Uchwała o przyjęciu strategii,2021-02-25,2021-03-25,XXVI/214/2021,'
for kind in risk:3 step:8 remark:4; do
	for line in $(seq "${kind#*:}" -1 1); do p strategy "${kind%:*}" $s "$line" delete > /dev/null; done
done
g strategy risk $s new text=Susza likelihood=5 effect=4; refused a_high_risk_needs_a_response 1 'high risk'
g strategy risk $s new text=Susza likelihood=5 effect=4 'response=Zbiorniki na wodę' task=8; done_well a_risk_is_entered
g strategy risk $s 1 effect=1; done_well and_changed
g list risks $s; prints risks_have_their_level <<'X'
number,text,task,likelihood,effect,level,response,office,closed_on
1,Susza,8,5,1,medium,Zbiorniki na wodę,,
X
p list risks $s > whole
g strategy risk $s 1 delete; done_well and_deleted
p line restore "$(p list deleted | sed -n 's/^\([0-9]*\),risk,.*/\1/p' | head -1)" > /dev/null
same and_brought_back "$(p list risks $s)" "$(cat whole)"
p strategy risk $s 1 delete > /dev/null
g strategy risk $s 1 text=x; refused a_line_that_is_not_there_is_said 1 'deleted already'
g strategy risk $s first text=x; refused words_are_no_number_of_a_line 1 'or new'
g strategy steps $s; prints the_usual_steps_are_added <<'X'
9 steps added.
X
g strategy steps $s; prints and_only_once <<'X'
0 steps added.
X
g strategy step $s 8 done_on=2021-03-25 document=XXVI/214/2021; done_well a_step_is_done
g list steps $s; grep '^8,' out > some; mv some out; prints steps_have_their_day_and_document <<'X'
8,resolution,The council adopts the document by a resolution,,2021-03-25,XXVI/214/2021,
X
g strategy step $s 8 kind=party; refused an_unknown_kind_of_step_is_refused 1 'procedure'
g strategy remark $s new text=Ławki author=mieszkaniec outcome=not_taken; refused what_is_not_taken_needs_a_reason 1 'needs a reason'
g strategy remark $s new text=Ławki author=mieszkaniec made_on=2021-01-10 outcome=taken 'answer=Zadanie 3.3/1'; done_well a_remark_is_entered
g list remarks $s; prints remarks_have_their_answers <<'X'
number,made_on,author,place,text,outcome,answer
1,2021-01-10,mieszkaniec,,Ławki,taken,Zadanie 3.3/1
X

# ---- the draft order ----
g strategy rules $s; if [ "$(wc -l < out)" = 25 ] && grep -q '^1.2,.*,R,8$' out; then pass the_schedule_has_a_row_for_each_indicator
else fail the_schedule_has_a_row_for_each_indicator "$(cat out)"; fi
g strategy rules $s --format text
if grep -q '§ 10' out && grep -q 'Annex 3' out && grep -q 'by 15 January' out; then pass people_read_paragraphs_and_annexes
else fail people_read_paragraphs_and_annexes "$(cat out)"; fi
for ending in docx pdf xlsx html; do
	g strategy rules $s -o order.$ending; done_well the_order_is_written_as_$ending
done
finish
