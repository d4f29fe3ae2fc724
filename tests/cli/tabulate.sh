#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tables of one question and of two, and what cannot be counted.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
data=$abs_top_srcdir/tests/data/report
g import questionnaire "$data" --yes --publish
g survey add z "name=Życie w gminie" questionnaire=zycie
g wave add z planned=400 population=3000
g tabulate z-2026 plec; refused a_wave_without_forms_is_refused 1 'has no keyed forms yet'
g import answers z-2026 "$data/answers.csv" --yes; done_well answers_are_there

g tabulate z-2026 plec; prints what_is_hidden_is_empty <<'.'
value,label,n,percent,valid_percent
k,woman,66,55,55
m,man,,,
i,other,,,
.
g tabulate z-2026 plec --by @mode; prints a_break_is_long <<'.'
value,label,by,by_label,n,percent
k,woman,paper,on paper,0,
k,woman,online,online,66,55
k,woman,interviewer,by an interviewer,0,
k,woman,total,Total,66,55
m,man,paper,on paper,0,
m,man,online,online,,
m,man,interviewer,by an interviewer,0,
m,man,total,Total,,
i,other,paper,on paper,0,
i,other,online,online,,
i,other,interviewer,by an interviewer,0,
i,other,total,Total,,
.
g tabulate z-2026 cele; done_well several_answers_are_counted
g tabulate z-2026 drogi --format text; holds people_read_the_mean out 'Mean '
holds and_why_there_is_no_interval out 'The sample is not random'
holds a_row_of_a_grid_is_told_with_its_question out '3a. roads – How do you rate public services?'
g tabulate z-2026 drogi --by gmina -o cross.xlsx; true_that a_workbook_is_written [ -s cross.xlsx ]
g wave change z-2026 smallest-cell=1; holds one_hides_nothing_either out 'hide no small counts any more'
g wave change z-2026 smallest-cell=0; done_well the_smallest_cell_can_be_set
holds that_nothing_is_hidden_any_more_is_said out 'hide no small counts any more'
g list acts; holds and_stands_in_the_history out 'z-2026: smallest-cell 1 > 0'
g tabulate z-2026 plec; holds and_then_nothing_is_hidden out 'i,other,3'
same every_answer_has_a_number "$(lines ',,')" 0
# The same figures as a person counts them in the file.
g tabulate z-2026 drogi --where '${osoby} > 2'
same a_filter_counts_what_the_file_says "$(grep '^5,' out | cut -d, -f3)" \
	"$(awk -F, 'NR > 1 && $8 > 2 && $4 == 5' "$data/answers.csv" | wc -l | tr -d ' ')"
g tabulate z-2026 plec --threshold 30; same a_threshold_raises_it "$(lines ',,')" 2
g wave change z-2026 smallest-cell=1001; refused it_has_an_end 1 '1000'

g tabulate z-2026 kolor; refused an_unknown_question_names_those_there_are 1 'plec, gmina'
g tabulate z-2026 plec --by plec; refused a_question_is_not_set_against_itself 1 'by itself tells nothing'
g tabulate z-2026 plec --by kolor; refused so_does_an_unknown_break 1 'plec, gmina'
g tabulate z-2026 plec --by osoby; refused a_number_parts_nobody 1 'head of a table'
g tabulate z-2026 uwagi; refused texts_are_coded_first 1 'The answers to “6. Remarks” are texts without categories'
g tabulate z-2026 plec --where '${osoby} > 99'; refused a_filter_that_selects_none_is_refused 1 'nothing to count'
g tabulate z-2026 plec --where '${osoby} >'; refused an_expression_must_compile 1 'xpression'
g tabulate z-2026 plec --weight; refused a_wave_without_weights_is_refused 1 'no weights'
g tabulate z-2027 plec; refused an_unknown_wave_is_refused 1 'gromada list waves'
g tabulate z-2026; refused a_question_is_needed 2 'tabulate'

g wave change z-2026 smallest-cell=5
# 51 men of 120 would give the 3 who are neither
g tabulate z-2026 drogi --where "\${plec} = 'm'"; refused a_condition_must_not_part_what_is_hidden 1 'takes only a part'
g tabulate z-2026 drogi --where "\${plec} = 'm' and \${osoby} > 0"; refused whatever_stands_beside_it 1 'takes only a part'
g tabulate z-2026 drogi --where "\${plec} = 'k'"; done_well what_is_shown_can_be_a_condition
g tabulate z-2026 drogi --where "\${plec} != 'k'"; done_well and_all_that_is_hidden_together
# what was written: as it stands, only where many wrote
g tabulate z-2026 uwagi --texts; sort out > sorted; mv sorted out; prints texts_are_listed_once_each <<'.'
chodniki,28
text,n
więcej drzew,32
.
g tabulate z-2026 uwagi --texts --format text; holds people_read_the_rule out 'where at least 10 people wrote one'
holds and_that_texts_may_name_people out 'Texts may name people'
g tabulate z-2026 uwagi --texts --where '${osoby} > 2'; refused texts_have_no_condition 1 'listed of all forms only'
g tabulate z-2026 uwagi --texts --threshold 61; same a_threshold_of_more_people_hides_them_too "$(rows)" 0
g tabulate z-2026 plec --texts; refused a_choice_is_no_text 1 'are no texts'
g tabulate z-2026 uwagi --texts --by plec; refused texts_are_not_broken_down 1 'not with --by'
g tabulate z-2026 drogi --where '${osoby} > 2' --format text; holds the_rule_of_filters_stands_under_the_table out 'fulfilled by at least 10 forms'

# several questions
g tabulate z-2026 plec gmina; same several_questions_are_named_in_front "$(sed -n '1p;2p;5p' out | tr '\n' ' ')" \
	'question,value,label,n,percent,valid_percent plec,k,woman,66,55,55 gmina,1,very poor,0,0,0 '
g tabulate z-2026 plec drogi --by gmina; holds and_so_are_they_by_another out 'question,value,label,by,by_label,n,percent'
same each_has_its_rows "$(cut -d, -f1 out | sort | uniq -c | tr -s ' \n' ' ')" ' 42 drogi 21 plec 1 question '
g tabulate z-2026 plec drogi --by gmina --format text; holds they_stand_in_one_table_for_people out '3a. roads'
same under_one_head "$(lines '^Answer')" 1
g tabulate z-2026 plec drogi --format text; holds tables_of_several_follow_each_other out '3a. roads'
g tabulate z-2026 plec drogi -o two.xlsx; true_that and_go_into_one_workbook [ -s two.xlsx ]
g tabulate z-2026 plec kolor; refused one_unknown_among_several_is_refused 1 'kolor'

# statistics, other per cents, and what weights rest on
g wave change z-2026 smallest-cell=0
g report survey z-2026 --format text; holds the_note_on_the_method_says_what_is_hidden_then out 'Small numbers are not hidden in this wave'
g tabulate z-2026 osoby --statistics; same the_mean_is_told_to_programs "$(grep '^mean,' out | cut -c 1-9)" \
	"$(awk -F, 'NR > 1 && $8 != "" { n++; s += $8 } END { printf "mean,%.6f", s / n }' "$data/answers.csv" | cut -c 1-9)"
same with_quartiles_and_deviation "$(cut -d, -f1 out | tr '\n' ' ')" 'statistic n mean sd min q1 median q3 max '
g tabulate z-2026 drogi --statistics; holds net_scores_of_scales_too out 'net,'
g tabulate z-2026 drogi --statistics --by plec; holds under_heads_they_are_long out 'by,by_label,statistic,value'
holds each_head_has_its_own out 'k,woman,mean,'
g tabulate z-2026 drogi gmina --statistics --format text; holds several_are_ranked_for_people out 'In order of means'
g tabulate z-2026 drogi gmina --statistics; same and_for_programs "$(grep ',mean,' out | cut -d, -f3)" "$(grep ',mean,' out | cut -d, -f3 | sort -rn)"
g tabulate z-2026 plec --statistics; refused what_has_no_mean_is_refused 1 'neither a scale nor numbers'
g tabulate z-2026 drogi --by plec --percent row; holds rows_can_be_what_per_cents_are_of out '4,rather good,k,woman,22,55'
holds then_each_is_100_in_total out '5,very good,total,Total,8,100'
g tabulate z-2026 drogi --by plec --percent total --format text; holds people_read_what_they_are_of out 'per cents of all'
g tabulate z-2026 drogi --percent row; refused per_cents_of_rows_need_a_break 1 'give --by'
printf 'questions,categories,population\nplec,k,1500\nplec,m,1500\nplec,i,100\n' > m.csv; g weights import z-2026 m.csv
g tabulate z-2026 drogi --weight; holds weighted_n_stands_beside_the_forms out 'value,label,n,percent,valid_percent,n_unweighted,n_effective'
same which_are_as_many_as_unweighted "$(cut -d, -f6 out | sed 1d)" "$(p tabulate z-2026 drogi | cut -d, -f3 | sed 1d)"
g tabulate z-2026 drogi --by plec --weight; holds under_heads_as_well out 'by,by_label,n,percent,n_unweighted,n_effective'
g wave change z-2026 smallest-cell=5
g check; done_well packed_answers_are_those_that_were_given
# A condition is a break: 9 bad ones in all and 6 of those who are not women would give 3.
mkdir break
printf 'type,name,label\nselect_one sex,sex,Sex\nselect_one r,road,Roads\n' > break/survey.csv
printf 'list_name,name,label\nsex,1,woman\nsex,2,man\nr,1,bad\nr,2,poor\nr,3,good\n' > break/choices.csv
printf 'form_title,form_id\nBreak,break\n' > break/settings.csv
g import questionnaire break --yes --publish; g survey add b name=Break questionnaire=break; g wave add b
awk 'BEGIN { print "form_number,sex,road"; for (i = 1; i <= 80; i++)
	print i "," (i <= 40 ? 1 : 2) "," (i <= 3 || i > 40 && i <= 46 ? 1 : i <= 20 || i > 46 && i <= 60 ? 2 : 3) }' > break.csv
g import answers b-2026 break.csv --yes
g tabulate b-2026 road; holds all_have_nothing_to_hide out '1,bad,9,'
g tabulate b-2026 road --where "not(\${sex} = '1')"; prints a_condition_hides_what_the_cross_table_hides <<'.'
value,label,n,percent,valid_percent
1,bad,,,
2,poor,,,
3,good,20,50,50
.
g tabulate b-2026 road --where "\${sex} = '1'"; same and_so_does_its_contrary "$(lines ',,,')" 2

finish
