#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What changes a strategy after its adoption leaves what stood there: the resolution of the adoption, and
# lines that are deleted.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare

# ---- the resolution of an amendment, and that of the adoption ----
p strategy new NUM unit=0214011 kind=development name=Numery first_year=2021 last_year=2030 state=adopted adopted_on=2021-01-28 > /dev/null
g strategy rules NUM -o rules.txt; holds a_strategy_without_a_number_is_adopted_nevertheless rules.txt '2021-01-28; the number'
p strategy set NUM resolution=XXX/1/2021 > /dev/null
g strategy set NUM vision=Nowa resolution=LX/999/2025 'reason=Aktualizacja'; done_well an_amendment_is_typed_with_its_resolution
g strategy rules NUM -o rules2.txt; holds the_order_names_the_resolution_of_the_adoption rules2.txt 'XXX/1/2021 of 2021-01-28'
g list changes NUM; holds and_the_history_that_of_the_amendment out 'LX/999/2025'
g strategy set NUM resolution=XXX/2/2021; refused a_wrong_number_is_corrected_with_a_reason 1 'say why'
p strategy set NUM resolution=XXX/2/2021 reason=Pomyłka > /dev/null
g list changes NUM; holds and_the_former_one_stays_in_the_history out XXX/1/2021
same as_a_change_of_the_strategy_itself "$(grep Pomyłka out | grep -c ',strategy,')" 1

# ---- lines that are deleted come back ----
p strategy step NUM new name=Diagnoza kind=diagnosis document=1/2021 > /dev/null
p strategy remark NUM new text='Za mało drzew' author=mieszkaniec outcome=not_taken answer='Brak miejsca' > /dev/null
p evaluation new NUM kind=ex_post title=Po year=2025 > /dev/null
p evaluation question 1 1 judgement='Cele trafne' > /dev/null
p list steps NUM > steps; p list remarks NUM > remarks; p report evaluation 1 -o before.txt > /dev/null
p strategy step NUM 1 delete > /dev/null; p strategy remark NUM 1 delete > /dev/null; p evaluation question 1 1 delete > /dev/null
p report evaluation 1 -o between.txt > /dev/null
true_that the_question_was_gone sh -c '! grep -q "Cele trafne" between.txt'
g list deleted; same all_three_are_among_the_deleted "$(rows)" 3
for line in $(sed 1d out | cut -d, -f1); do p line restore "$line" > /dev/null; done
g list steps NUM; same a_deleted_step_comes_back "$(cat out)" "$(cat steps)"
g list remarks NUM; same so_does_a_remark_with_its_answer "$(cat out)" "$(cat remarks)"
p report evaluation 1 -o after.txt > /dev/null; same and_a_question_with_its_judgement "$(cat after.txt)" "$(cat before.txt)"

# ---- the source of a figure is not that of another ----
cat > src.csv <<'END'
row,goal,item,name,kind,code,unit,direction,base_year,base,target_year,target,state,from,to,adopted_on
strategy,,,Src,development,SRC,0214011,,,,,,adopted,2021,2030,2021-01-04
goal,1,,Work,,,,,,,,,,,,
indicator,1,1,Places,result,,,S,2020,90,2030,200,,,,
END
p import strategy src.csv --yes > /dev/null
t=$(p list targets SRC | sed -n 2p | cut -d, -f1)
p reading set "$t" 2025 150 source='SIO, raport 3' > /dev/null
p reading set "$t" 2025 150 --replace > /dev/null
g export strategy SRC src1.csv; holds a_figure_typed_again_keeps_its_source src1.csv 'SIO, raport 3'
p reading set "$t" 2025 155 --replace > /dev/null
g export strategy SRC src2.csv; true_that another_figure_has_not_the_source_of_the_former sh -c '! grep -q "SIO, raport 3" src2.csv'
g reading set "$t" 2024 '' source=SIO; refused a_source_alone_is_not_kept 1 'a source alone'

# ---- what cannot be is said ----
g strategy units SRC 0201011; refused units_take_part_in_supralocal_strategies_only 1 'no supralocal strategy'
p strategy new PON unit=0214011 kind=supralocal name=Razem first_year=2021 last_year=2030 vision='Razem dalej' mission=Wspólnie > /dev/null
g strategy units PON 0201011 0201011 0214011; holds units_that_stand_already_are_not_counted out '1 unit beside the leader.'
holds and_that_they_were_left_out_is_said out 'the leader itself: 2'
g report strategy PON --year 2025; holds the_report_names_the_units_that_take_part out "Units that take part:  Bolesławiec"
p strategy units PON 0201011 0201022 > /dev/null
g report strategy PON --year 2025 --format html; holds units_of_one_name_are_told_apart_there out 'Bolesławiec, urban gmina (0201011); Bolesławiec, rural gmina (0201022)'
g strategy show PON; holds the_vision_is_shown out 'vision,Razem dalej'
holds with_the_mission out 'mission,Wspólnie'
holds and_the_other_fields out 'kind,supralocal'
g list goals PON --format text; holds the_vision_is_printed out 'Vision: Razem dalej'
holds and_the_mission out 'Mission: Wspólnie'
p task new SRC goal=1 name=Most planned_from=2019-05-01 > /dev/null
k=$(p list tasks SRC | sed -n 2p | cut -d, -f1)
g task money "$k" 1999 own planned=100; refused money_of_a_year_far_from_the_strategy_is_refused 1 'together (2019–2030) and the 3 after them'
g task money "$k" 2019 own planned=100; done_well that_of_a_year_of_the_task_is_taken
g evaluation new SRC kind=mid_term title=x year=2019; refused an_evaluation_before_the_strategy_is_refused 1 'begins in 2021'
g evaluation new SRC kind=ex_ante title=x year=2019; done_well unless_it_is_ex_ante
g problem new 0214011 kind=problem text=x; refused a_problem_without_a_year_asks_for_it 1 'Say of which year'
p reading set "$t" 2025 150,1234 --replace > /dev/null
g reading set "$t" 2025 7 --replace; holds a_reply_has_the_decimals_of_its_own_figure out ', 2025: 7.'
sed 's/,SRC,/,SRD,/; s/,result,,/,result,NOCARD,/' src.csv > nocard.csv
g import strategy nocard.csv --yes; refused a_card_that_is_missing_is_said_with_what_to_do 1 'Load the file of its figures first'
finish
