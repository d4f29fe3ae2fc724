#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Margins of a wave, keyed in a file or taken from published statistics, and the weights that follow.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
mkdir q
printf 'type,name,label\nselect_one sex,sex,Sex\ninteger,age,Age\nselect_one yn,content,Are you content?\n' > q/survey.csv
printf 'list_name,name,label\nsex,f,woman\nsex,m,man\nyn,1,yes\nyn,2,no\n' > q/choices.csv
printf 'form_title,form_id\nResidents,residents\n' > q/settings.csv
g import questionnaire q --yes --publish
g survey add r name='Residents' questionnaire=residents
g wave add r code=r-2021 year=2021 sample=random population=52000
# 80 women and 40 men; of the women half, of the men a quarter is content.
awk 'BEGIN { print "form_number,sex,age,content"
	for (i = 1; i <= 120; i++) printf "%d,%s,%d,%d\n", i, (i <= 80 ? "f" : "m"), (i % 2 ? 25 : 70), (i <= 40 || i > 110 ? 1 : 2) }' > a.csv
g import answers r-2021 a.csv --yes; done_well answers_are_there

g weights show r-2021; refused a_wave_without_margins_says_how_to_make_them 1 'gromada weights import takes them from a file'
printf 'margin,questions,categories,population,source\n1,sex,f,26000,register\n1,sex,m,26000,register\n' > m.csv
g weights import r-2021 m.csv; prints margins_come_from_a_file <<'X'
Took 2 categories of margins for the wave r-2021.
X
g weights show r-2021; prints weights_are_computed_and_told <<'X'
field,value
margins,1
cap,0
note,
forms,120
weighted_forms,120.0
effective,106.7
rounds,1
converged,yes
deviation_percent,0.0000
smallest,0.7500
largest,1.5000
at_cap,0
without_category,0
X
g weights margins r-2021; prints each_cell_says_what_it_was_and_became <<'X'
margin,questions,categories,population,source,label,n,population_percent,sample_percent,weighted_percent,weight
1,sex,f,26000,register,woman,80,50,66.6667,50,0.75
1,sex,m,26000,register,man,40,50,33.3333,50,1.5
X
g wave change r-2021 smallest-cell=41; g weights margins r-2021; holds few_forms_are_hidden_as_in_a_table out '1,sex,f,26000,register,woman,,50,,,'
g weights show r-2021; same then_neither_the_effective_number_is_said "$(grep '^effective,' out)" 'effective,'
same nor_how_many_are_at_the_cap "$(grep '^at_cap,' out)" 'at_cap,'
g tabulate r-2021 content --weight --format text; same tables_do_not_say_it_either "$(lines 'Kish')" 0
holds and_say_why_there_is_no_interval out 'Effective n and what rests on it are not given'
same nor_does_an_interval "$(lines 'from–to')" 0
g report survey r-2021 --weight --format text; same nor_does_the_note_on_the_method "$(lines 'of equal weight')" 0
g weights cap r-2021 1.2; g weights show r-2021; same nor_how_far_capped_margins_are_missed "$(grep '^deviation_percent,' out)" 'deviation_percent,'
g report survey r-2021 --weight --format text; holds the_note_says_that_they_are_missed out 'miss the'
g weights cap r-2021 0
g wave change r-2021 smallest-cell=5
p weights margins r-2021 > back.csv; g weights import r-2021 back.csv; done_well what_is_printed_can_be_taken_again
g weights show r-2021; holds and_says_the_same out 'effective,106.7'
g tabulate r-2021 content --weight; holds tables_are_weighted out '1,yes,45,37.5'

g weights cap r-2021 1.2; holds a_cap_says_what_it_misses out 'margins are missed by up to '
g weights show r-2021; holds a_cap_holds out 'largest,1.2000'
holds what_it_costs_is_told out 'converged,no'
g report survey r-2021 --weight --format text; true_that the_note_on_the_method_says_by_how_much grep -qE 'by up to *$|by up to [0-9]' out
holds and_what_the_weights_cost out 'Kish).'
g weights cap r-2021 0.5; refused a_cap_under_the_mean_is_refused 1 '1 or more'
g weights cap r-2021 lots; refused a_cap_that_is_no_number_is_refused 1 '1 or more'
g weights cap r-2021 0; done_well the_cap_goes

# from published statistics
printf 'unit;indicator;year;value;flag\n0201011;WOMEN;2020;20000;\n0201011;GIRLS;2020;6000;\n0201011;MEN;2020;24000;\n0201011;MEN;2019;23000;\n' > v.csv
g import values v.csv --new-indicators --yes --source GUS; done_well figures_are_there
g weights population r-2021 questions=sex categories=f 'indicators=WOMEN GIRLS' year=2020
prints people_of_a_cell_are_a_sum_of_indicators <<'X'
Margin sex, f: population 26,000 (WOMEN + GIRLS, 2020).
X
g weights population r-2021 questions=sex categories=m indicators=MEN; done_well the_year_before_the_wave_is_taken_unless_said_otherwise
g weights margins r-2021; holds the_source_is_kept out '1,sex,m,24000,"MEN, 2020"'
g import bdl "$fixtures/LUDN_2137_CREL_20210101000000.csv" --yes
g weights population r-2021 questions=sex categories=m indicators=P2137.1; g weights margins r-2021
holds figures_of_bdl_are_named_so out '1,sex,m,38010,"BDL P2137.1, 2020"'
g weights population r-2021 questions=sex categories=m indicators=MEN year=2010; refused a_year_without_a_figure_is_refused_with_those_there_are 1 '2019 to 2020'
g weights population r-2021 questions=sex categories=m indicators=NOBODY; refused an_unknown_indicator_is_refused 1 'NOBODY'
g weights population r-2021 indicators=MEN; refused the_cell_must_be_named 1 'categories='

# bad margins
bad() { printf 'questions,categories,population\n%b' "$2" > bad.csv; g weights import r-2021 bad.csv; }
bad 0 'sex,f,0\nsex,m,5\n'; refused no_people_are_refused 1 'more than zero'
holds and_the_margin_is_named_as_the_question_is_worded err 'Margin “Sex”: the population of “woman”'
bad 0 'sex,f,-3\nsex,m,5\n'; refused fewer_than_none_are_refused 1 'more than zero'
bad 0 'sex,f,many\n'; refused a_word_for_a_number_is_refused_with_its_line 1 'Line 2: "many" is no number'
bad 0 'sex,f,3\nsex,f,5\n'; refused a_cell_twice_is_refused 1 'twice'
printf 'question,people\n' > bad.csv; g weights import r-2021 bad.csv; refused a_file_without_its_columns_is_refused 1 '"questions" is not there'
printf 'questions,categories,population\n' > bad.csv; g weights import r-2021 bad.csv; refused a_file_without_rows_is_refused 1 'holds no category'
g weights import r-2021 nowhere.csv; refused a_file_that_is_none_is_refused 1 'nowhere.csv'
bad 0 'sex,f,3\nsex,x,5\n'; refused an_answer_that_does_not_exist_is_refused_with_those_there_are 1 'no answer “x”. There are: f (woman), m (man).'
holds it_says_where err 'Line 3'
bad 0 'sex,f,3\nsex,m,5\ngender,f,4\n'; refused a_question_that_is_not_asked_is_refused 1 'has no question “gender”'
bad 0 'sex,f,3\nsex,m,5\nage,-39,6\nage,40-65,2\n'; refused a_category_that_nobody_answered_is_refused 1 'nobody answered from “40-65”'
holds it_says_where_that_stands err 'Line 5'
bad 0 'age,-39,6\nage,20-,2\n'; refused spans_that_overlap_are_refused 1 'overlap'
bad 0 'sex,f+m,6\nsex,m,2\n'; refused categories_are_named_by_their_words 1 '“woman + man” and “man” overlap'
g weights population r-2021 questions=sex categories=x indicators=MEN; refused no_cell_of_an_answer_that_is_none 1 'no answer “x”'
g weights margins r-2021; holds the_margins_that_were_are_still_there out '1,sex,m,38010,"BDL P2137.1, 2020"'
g wave add r code=r-2022 year=2022 sample=random population=52000
printf 'questions,categories,population\nsex,f,3\nsex,m,5\n' > bad.csv; g weights import r-2022 bad.csv; done_well margins_may_come_before_the_forms
bad 0 'sex,f,5\nsex,m,5\nage,-39,4\nage,40-,6\n'; g weights show r-2021; done_well two_margins_are_raked

# indicators that rest on weights
g publish r-2021 content --statistic share:1 --weight --as CONTENT; done_well a_weighted_result_is_published
g weights drop r-2021; refused weights_that_indicators_rest_on_stay 1 'Take them back first'
bad 0 'sex,f,1\nsex,x,3\n'; refused margins_that_give_no_weights_are_not_taken_then 1 'no answer “x”'
bad 0 'sex,f,1000\nsex,m,3000\n'; g list published; holds other_margins_move_the_indicator out '2021,31.3,'
g retract r-2021 CONTENT

g --as anna weights drop r-2021; refused a_clerk_changes_no_weights 1 'coordinator'
g weights drop r-2021; done_well weights_go
g list acts; holds the_history_says_whose_weights_went out 'weights.drop'
g weights drop r-2021; refused and_go_once 1 'has no margins'
g tabulate r-2021 content --weight; refused tables_without_weights_say_so 1 'has no weights'
g weights show r-1999; refused an_unknown_wave_is_refused 1 'gromada list waves prints all of them'
g check; done_well the_database_is_whole

# Kish's number is one more equation for hidden counts.
g wave add r code=r-2022 year=2022
awk 'BEGIN { print "form_number,sex,age,content"
	for (i = 1; i <= 120; i++) printf "%d,%s,%d,%d\n", i, (i <= 80 ? "f" : "m"), 25, (i <= 3 || i > 118 ? 1 : 2) }' > a.csv
g import answers r-2022 a.csv --yes; g weights import r-2022 m.csv; done_well a_wave_with_few_who_are_content
g tabulate r-2022 content --by sex --weight; holds their_cells_are_hidden out '1,yes,f,woman,,'
same and_no_effective_n_is_said_of_them "$(lines_where '$5 == "" && $NF != ""')" 0
g wave change r-2022 smallest-cell=6; g tabulate r-2022 content --weight; holds few_are_hidden_alone out '1,yes,,'
same nor_there "$(lines_where '$7 != ""')" 0
finish
