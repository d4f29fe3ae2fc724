#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What screens of strategies do besides, by command: evidence, factors, findings, lines taken out.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
acts() { p list acts | cut -d, -f4 | sed 1d | head -n "$1" | tr '\n' ' '; } # the newest acts

# ---- evidence of a problem ----
g problem new 3031011 kind=problem year=2024 'text=Mało czytelników'; number=$(sed -n 's/^Wrote entry \([0-9]*\)\.$/\1/p' out)
g problem evidence "$number" KU03; done_well a_figure_speaks_for_a_problem
g problem evidence "$number" new kind=survey 'text=Mieszkańcy rzadko chodzą do biblioteki'; done_well and_a_survey
g problem evidence "$number"; holds both_are_printed out '2,survey,,,,,,,,Mieszkańcy rzadko chodzą do biblioteki'
holds with_the_figure_as_it_stands out '1,indicator,KU03,2024,121.6,'
g list problems --unit 3031011; holds and_counted out 'Mało czytelników,,2'
g problem evidence "$number" KU99; refused an_unknown_figure_does_not_speak 1 'KU99'
g problem evidence "$number" new kind=rumour text=x; refused nor_another_kind 1 'survey, decisions, document, text'
g problem evidence "$number" new kind=text; refused nor_nothing 1 'in a sentence'
g problem evidence "$number" 1 text=y; refused evidence_is_not_rewritten 1 'out=yes'
g problem evidence "$number" 1 out=yes; done_well it_is_taken_out
same as_an_act "$(acts 1)" 'strategic_evidence.remove '
g problem evidence "$number"; same and_the_rest_stays "$(rows)" 1
g problem evidence "$number" 2 out=yes; refused what_is_not_there_is_not_taken_out 1 'no evidence number 2'
g problem evidence 9999; refused no_problem_has_no_evidence 1 'gromada list problems'

# ---- factors of a SWOT ----
factors() { p swot X | sed 1d | cut -d, -f1,3,5 | grep "^$1" | tr '\n' ' '; } # factor,text,weight
g swot new 3031011 code=X year=2025 title=Próba
for text in Biblioteka Szkoła Park; do g swot factor X strength text=$text; done
g swot factor X threat text=Odpływ
g swot factor X S3 move=-2; holds a_factor_moves_and_says_where out 'Factor S1 is saved.'
same factors_stand_in_their_new_order "$(factors S)" 'S1,Park, S2,Biblioteka, S3,Szkoła, '
g swot weights X strength even; done_well factors_weigh_the_same
g swot factor X S1 weight=1; g swot weights X strength scale; done_well weights_are_made_to_sum_to_one
same the_larger_one_stays_larger "$(factors S)" 'S1,Park,0.6 S2,Biblioteka,0.2 S3,Szkoła,0.2 '
g swot weights X strength even; refused weights_that_were_given_are_not_replaced_unasked 1 'yes replaces them'
same and_stay "$(factors S)" 'S1,Park,0.6 S2,Biblioteka,0.2 S3,Szkoła,0.2 '
g swot factor X strength text=Dworzec; g swot weights X strength scale
refused a_factor_without_a_weight_is_named 1 'S4 has no weight yet'
same and_nothing_is_changed "$(factors S)" 'S1,Park,0.6 S2,Biblioteka,0.2 S3,Szkoła,0.2 S4,Dworzec, '
g swot factor X S4 area=0,6; refused a_weight_in_the_field_of_the_area_is_refused 1 '“0,6” has no letter'
g swot factor X S4 kind=wekness; refused a_kind_is_one_of_four 1 'strength, weakness, opportunity'
g swot factor X S4 kind=weakness text='Dworzec zamknięty'; holds a_factor_becomes_one_of_another_kind out 'S4 is W1 now'
same with_what_is_given_beside_it "$(factors W)" 'W1,Dworzec zamknięty, '
g swot factor X W1 out=yes
g swot weights X threat scale; refused nothing_weighed_nothing_scaled 1 'at least one a weight'
g swot weights X strengths even; refused an_unknown_kind_is_refused 1 'strength, weakness, opportunity'
g swot weights X strength half; refused an_unknown_act_is_refused 1 'even, scale'
g swot evidence X S2 KU03; g swot evidence X S2 new kind=document 'text=Statut biblioteki'; done_well a_factor_gets_its_evidence
g swot evidence X S2; holds a_figure_of_the_last_year_with_data out '1,indicator,KU03,2024,121.6,'
holds and_a_document out '2,document,,,,,,,,Statut biblioteki'
g swot evidence X S2 1 out=yes; g swot evidence X S2; same one_is_taken_out "$(rows)" 1
g swot evidence X S9; refused a_factor_that_is_not_there_has_none 1 'no factor “S9”'
g swot evidence X strength; refused nor_has_a_kind 1 'that of one factor'
g swot factor X S1 out=yes; done_well a_factor_is_taken_out
same those_behind_it_move_up "$(factors S)" 'S1,Biblioteka,0.2 S2,Szkoła,0.2 '
g swot factor X S3 out=yes; refused it_is_not_taken_out_twice 1 'no factor “S3”'

# ---- tasks and their money ----
s=SR-2030
g task new $s goal=3.1 name=Ogród; task=$(sed -n 's/^Made task \([0-9]*\)\.$/\1/p' out)
at=$(p list tasks $s | grep "^$task," | cut -d, -f3)
g task move "$task" up; done_well a_task_is_moved
same it_stands_one_place_higher "$(p list tasks $s | grep "^$task," | cut -d, -f3)" $((at - 1))
g task move "$task" sideways; refused there_is_up_and_down 1 'up, down'
g task move 9999 up; refused a_task_that_is_not_there_is_not_moved 1 'no task with the number 9999'
g task money "$task" 2026 eu planned=1000; g task money "$task" 2026 eu delete; done_well a_line_of_money_is_deleted
same as_an_act "$(acts 1)" 'task.money '
g list money $s; if grep -q '^2026,eu,1000' out; then fail and_adds_to_nothing "$(cat out)"; else pass and_adds_to_nothing; fi
g task money "$task" 2026 eu delete; refused it_is_not_deleted_twice 1 'no money of 2026'

# ---- a card keyed by mistake ----
g ballot open problems 3031011 title=Próba cards=3; ballot=$(sed -n 's/^Opened ballot \([0-9]*\) on.*/\1/p' out)
g ballot card "$ballot" 2 4; g ballot card "$ballot" 3 5; g ballot card "$ballot" 2 out; done_well a_card_is_taken_out
g list ballots --open; same and_counts_no_more "$(grep "^$ballot," out | cut -d, -f8)" 1
g ballot card "$ballot" 2 out; refused it_is_not_taken_out_twice 1 'Card 2 is not keyed'
g ballot card "$ballot" 2 1; done_well its_number_is_free_again
g ballot card "$ballot" 1 3; g ballot close "$ballot"
g ballot card "$ballot" 1 out; refused none_is_taken_out_of_a_closed_ballot 1 'closed'
g ballot card 9999 1 out; refused nor_of_one_that_is_not_there 1 'gromada list ballots'

# ---- what speaks for judgements; questions and recommendations deleted ----
g evaluation new $s title=Próba year=2025; e=$(sed -n 's/^Made evaluation \([0-9]*\) with.*/\1/p' out)
g evaluation evidence "$e" 2 KU03; done_well a_figure_speaks_for_a_judgement
g evaluation evidence "$e" 1 new kind=document 'text=Protokół rady'; g evaluation evidence "$e" whole new 'text=Rozmowy z sołtysami'
done_well and_documents_and_findings
g evaluation evidence "$e"; same all_of_it_is_printed "$(rows)" 3
if [ "$(sed 1d out | sed 's/.*,//' | tr '\n' ' ')" = '2 1  ' ]; then pass with_its_questions; else fail with_its_questions "$(cat out)"; fi
g evaluation evidence "$e" 2; same or_that_of_one_question "$(rows)" 1
g report evaluation "$e" -o e.txt; holds the_report_prints_it e.txt 'Protokół rady'
holds with_the_figures_as_they_were_seen e.txt KU03
g evaluation question "$e" 2 delete; refused a_question_with_evidence_stays 1 'take it out first'
g evaluation evidence "$e" 2 1 out=yes; done_well evidence_is_taken_out
g evaluation question "$e" 2 delete; done_well then_a_question_is_deleted
g evaluation question "$e" 2 delete; refused it_is_not_deleted_twice 1 'no question number 2'
g evaluation evidence "$e" 2 new text=x; refused and_gets_no_evidence 1 'no question number 2'
g evaluation recommend "$e" new question=1 text=Częściej; g evaluation question "$e" 1 delete; refused a_question_with_a_recommendation_stays 1 'stays'
g evaluation recommend "$e" 1 delete; done_well a_recommendation_is_deleted
g list recommendations $s; if grep -q "^$e," out; then fail and_listed_no_more "$(cat out)"; else pass and_listed_no_more; fi
g evaluation recommend "$e" 1 delete; refused nor_deleted_twice 1 'no recommendation number 1'
g evaluation evidence 9999; refused an_evaluation_that_is_not_there_is_said 1 'gromada list evaluations'

# ---- the strategy in force itself ----
g strategy set SR-2030 unit=0206041; refused another_unit_of_a_strategy_in_force_wants_a_reason 1 'The strategy is in force'
g strategy set SR-2030 rule=worst; refused so_does_another_rule 1 'The strategy is in force'
g strategy set SR-2030 last_year=2032; refused and_another_year 1 'The strategy is in force'
g strategy set SR-2030 'vision=Inna'; refused and_another_vision 1 'say why this is changed, and the resolution where there is one'
g strategy set SR-2030 last_year=2032 'reason=Uchwała XL/1/2027'; done_well with_a_reason_it_changes
g list changes SR-2030; holds and_the_history_tells_it out ',changed,last_year,2030,2032,,Uchwała XL/1/2027,'
g strategy set SR-2030 note=Uwaga; done_well a_note_wants_none
g goal move SR-2030 2 up reason=a; refused a_reason_for_the_order_of_goals_is_not_thrown_away 1 'Leave them out'
g goal move SR-2030 2 up; done_well without_one_they_move

g check; done_well nothing_is_wrong_with_the_database
finish
