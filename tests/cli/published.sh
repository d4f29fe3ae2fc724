#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Results of surveys as values of indicators, and compared, as a script calls it.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
mkdir q
printf 'type,name,label,appearance\nselect_one sex,sex,Sex,\nbegin_group,importance,How important is,table-list\nselect_one rating5,importance_roads,roads,\nselect_one rating5,importance_buses,buses,\nend_group,,,\nbegin_group,quality,How good is,table-list\nselect_one rating5,quality_roads,roads,\nselect_one rating5,quality_buses,buses,\nend_group,,,\ninteger,household,People at home,\n' > q/survey.csv
{
	printf 'list_name,name,label,missing\nsex,f,woman,\nsex,m,man,\n'
	i=0; for label in bad poor so-so good fine; do i=$((i + 1)); echo "rating5,$i,$label,"; done
	echo 'rating5,9,hard to say,dont_know'
} > q/choices.csv
printf 'form_title,form_id\nServices,services\n' > q/settings.csv
g import questionnaire q --yes --publish
g survey add s name='Survey of residents' questionnaire=services
g wave add s code=s-2025 year=2025 sample=random; g wave add s code=s-2026 year=2026 sample=random
g wave add s code=t-2026 year=2026 unit=020102
answers() { # shift: 60 forms, roads 1 to 5 twelve times each and so much better, buses 4
	awk -v shift="$1" 'BEGIN {
		print "form_number,sex,importance_roads,importance_buses,quality_roads,quality_buses,household"
		for (i = 1; i <= 60; i++) {
			r = 1 + (i - 1) % 5 + shift
			printf "%d,%s,5,%d,%d,4,%d\n", i, (i % 2 ? "f" : "m"), 2 + i % 2, (r > 5 ? 5 : r), 1 + i % 6
		}
	}'
}
answers 0 > a.csv; answers 1 > b.csv
g import answers s-2025 a.csv --yes; g import answers s-2026 b.csv --yes; g import answers t-2026 a.csv --yes
done_well three_waves_are_there

g publish s-2026 quality_roads --statistic mean --as ROADS; prints a_mean_is_published <<'X'
Published under ROADS: 3.80, n = 60, wave s-2026.
X
g publish s-2025 quality_roads --statistic mean --as ROADS
g publish t-2026 quality_roads --statistic mean --as ROADS
g rank --indicator ROADS --year 2026 --in 0201; prints it_stands_in_the_ranking <<'X'
rank,unit,name,value
1,0201011,Bolesławiec,3.8
2,0201022,Bolesławiec,3
,0201043,Nowogrodziec,
X
g values --indicator ROADS --unit 0201011; prints its_series_are_its_waves <<'X'
unit,name,year,value,flag
0201011,Bolesławiec,2025,3,s
0201011,Bolesławiec,2026,3.8,s
X
g trend --indicator ROADS --unit 0201011; holds it_has_a_trend out '2026,3.8,s,3.4,3.8,2'
g profile --unit 0201011 --year 2026; holds and_a_place_in_the_profile out 'ROADS,'
g indicator show ROADS; holds the_card_says_where_it_is_from out 'kind,survey'
holds and_which_survey out 'source,Survey of residents'
g list indicators --with-values; holds it_is_in_the_list_of_indicators out 'ROADS,'
g wave close s-2026
g values --indicator ROADS --unit 0201011 --year 2026
holds of_a_closed_wave_it_is_final out '2026,3.8,'

g publish s-2026 quality_roads --statistic top2 --as TOP unit=% name='Roads rated well' direction=S decimals=1
prints two_highest_points <<'X'
Published under TOP: 60.0 %, n = 60, wave s-2026.
X
g publish s-2026 sex --statistic share:f --as WOMEN; holds a_share out '50.0 %'
g publish s-2026 quality_roads --statistic net --as NET --where "\${sex} = 'f'"; holds with_a_filter out 'n = 30'
g publish s-2026 household --statistic mean --as HOME; holds of_a_number out '3.50'
# three women of twelve would be recognised
printf 'form_number,sex,importance_roads,importance_buses,quality_roads,quality_buses,household\n' > few.csv
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "$i,$([ $i -gt 3 ] && echo m || echo f),5,4,3,4,2"; done >> few.csv
g wave add s code=few-2024 year=2024; g import answers few-2024 few.csv --yes
g publish few-2024 sex --statistic share:f --as FEWW
holds a_figure_of_few_is_published_as_missing out 'Published under FEWW as missing'
holds and_it_is_said_which_table_shows_them out 'gromada tabulate few-2024 sex'
holds nothing_is_offered_that_is_hidden_too out 'No other figure of this question can be told either.'
g rank --indicator FEWW --year 2024; refused a_ranking_without_values_says_so 0 'so there are no ranks'
same and_keeps_to_one_level "$(sed 1d out | cut -d, -f2 | awk '{ print length }' | sort -u | tr '\n' ' ')" '7 '
g publish s-2026 quality_buses --statistic mean --as ROADS; refused another_result_is_not_replaced_unasked 1 '--replace'
g publish s-2026 quality_buses --statistic mean --as ROADS --replace; holds it_says_what_stood_there out 'gromada publish s-2026 quality_roads --statistic mean --as ROADS --replace'
g publish s-2026 quality_roads --statistic mean --as ROADS --replace
g publish s-2026 sex --statistic mean --as X; refused words_have_no_mean 1 'publish the share of one answer'
g publish s-2026 sex --statistic share:x --as X; refused an_unknown_answer_is_named 1 'The question “1. Sex” has no answer “x”; its answers are f (woman), m (man).'
g publish s-2026 none --statistic mean --as X; refused an_unknown_question_is_refused 1 'none'
g publish s-2026 sex --statistic median --as X; refused an_unknown_statistic_is_refused 1 'share:CODE'
g publish s-2026 quality_roads --statistic mean --as P2137.ABC --where "\${sex} = 'x'"; refused a_filter_that_holds_for_none_is_refused 1 'so small a group is not counted'
g publish s-2026 quality_roads --statistic mean --as P2137.1
refused an_indicator_has_one_source 1 'second source'
g publish s-2026 quality_roads --statistic mean; refused the_indicator_must_be_named 2 '--as'

g wave add s code=few year=2027; head -n 8 a.csv > few.csv; g import answers few few.csv --yes
g publish few quality_roads --statistic mean --as ROADS; holds too_few_are_published_as_missing out 'people could be recognised'
g values --indicator ROADS --unit 0201011 --year 2027; holds with_the_sign_of_secrecy out '2027,,#'

g office show; holds years_of_results_count out 'last_year,2026'
g list published; same all_results_are_listed "$(rows)" 9
g list published --wave few; holds with_the_reason out ',privacy,,s,few,quality_roads,3a. roads – How good is,mean,'
g retract few ROADS; holds a_result_is_taken_back out 'Taken back: the result of the wave few under ROADS.'
holds and_can_be_published_again out 'gromada publish few quality_roads --statistic mean --as ROADS'
g retract few ROADS; refused only_once 1 'gromada list published'
g indicator retire ROADS; refused a_card_in_use_stays 1 'take them back first'

g import undo "$(p list imports | grep ',b.csv' | cut -d, -f1)"; refused a_closed_wave_keeps_its_answers 1 'closed'
g wave reopen s-2026; g import undo "$(p list imports | grep ',b.csv' | cut -d, -f1)"
g values --indicator ROADS --unit 0201011 --year 2026; holds without_answers_the_value_is_missing out '2026,,bo'
g import answers s-2026 b.csv --yes
g values --indicator ROADS --unit 0201011 --year 2026; holds with_them_it_is_back out '2026,3.8,'

g compare s-2025 s-2026 quality_roads; holds waves_are_compared out 's-2026,0201011,Bolesławiec,2026,60,mean,mean,3.8,,0.8,'
holds in_percentage_points out 's-2026,0201011,Bolesławiec,2026,60,top2,two highest points,60,%,20,'
true_that net_scores_are_tested_too sh -c 'grep "^s-2026,.*,net," out | awk -F, "{ exit !(\$13 > 0 && \$13 < 1 && \$11 < \$10 && \$10 < \$12) }"'
g compare s-2026 quality_roads --in 0201; holds and_units out 't-2026,0201022,Bolesławiec,2026,60,mean,mean,3,,-0.8,,,'
g compare s-2025 s-2026 t-2026 quality_roads --format text
cp out words; holds the_wave_that_is_not_random_is_named words 'The sample of t-2026 is not random: no difference to it is tested.'
true_that no_sentence_says_so_of_all sh -c '! grep -q "no error of sampling" words'
true_that nor_speaks_of_intervals_that_are_not_there sh -c '! grep -q "how much of the population" words'
holds figures_for_people_have_the_decimals_of_results words '3.80'
g wave add s code=s-2029 year=2029 sample=random population=900
g compare s-2026 s-2029 quality_roads; holds a_wave_without_forms_is_told err 's-2029: not keyed yet'
g compare s-2026 s-2029 quality_roads --format text; holds and_in_the_table_for_people out 's-2029: not keyed yet'
g services s-2026 --format text; same where_all_have_a_field_nothing_is_explained "$(lines '^ *not known:')" 0
holds codes_for_programs_are_words_for_people out 'enough is done'
g compare s-2026 t-2026 quality_roads --in 0201; refused not_both 1 'Name one wave'
g compare s-2025 s-2026 nothing; refused a_question_nobody_asks 1 'nothing'
g services s-2026; prints importance_beside_rating <<'X'
importance,rating,label,importance_mean,importance_n,rating_mean,rating_n,field,importance_coarse,rating_coarse
importance_roads,quality_roads,roads,5,60,3.8,60,improve,no,no
importance_buses,quality_buses,buses,2.5,60,4,60,enough,no,no
X
g potential s-2026; holds a_profile_of_parts out 'How good is,72.5,quality_roads,roads,3.8,60,70,no'
for form in txt html docx xlsx pdf; do
	g report survey s-2026 --services --potential -o all.$form; done_well "a_report_with_services_and_profile_is_written_as_$form"
done
true_that services_stand_in_the_report grep -q 'roads.*5.00.*60.*3.80.*60.*improve first' all.txt
true_that and_the_profile grep -q '^– .*roads.*70.*3.80.*60' all.txt
g report survey s-2026 -o none.txt; same not_unasked "$(lines 'improve first' none.txt)" 0
g list acts; holds acts_are_recorded out 'published.retract'
g check; done_well the_database_is_sound

# Three services of one mean, 1.6, whose sum is a last bit more than three times as much; and a year in
# which some do not know.
mkdir even
{
	echo 'type,name,label'
	for of in a b c; do printf 'select_one rating5,importance_%s,Importance of %s\nselect_one rating5,quality_%s,Quality of %s\n' $of $of $of $of; done
	echo 'integer,floors,Floors'
} > even/survey.csv
printf 'list_name,name,label,missing\nrating5,1,bad,\nrating5,2,poor,\nrating5,3,so-so,\nrating5,4,good,\nrating5,5,fine,\n' > even/choices.csv
printf 'form_title,form_id\nEven,even\n' > even/settings.csv
g import questionnaire even --yes --publish
g survey add e name=Even questionnaire=even; g wave add e code=e-2025 year=2025; g wave add e code=e-2026 year=2026
even() { # how many do not know
	awk -v unknown="$1" 'BEGIN {
		print "form_number,importance_a,quality_a,importance_b,quality_b,importance_c,quality_c"
		for (i = 1; i <= 40; i++) {
			p = i % 5 < 2 ? 1 : 2
			printf "%d,%d,%s,%d,%d,%d,%d\n", i, p, (i <= unknown ? "dont_know" : p), p, p, p, p
		}
	}'
}
even 0 > e25.csv; even 10 > e26.csv
g import answers e-2025 e25.csv --yes; g import answers e-2026 e26.csv --yes
g services e-2025; same means_that_are_alike_part_no_services "$(lines ',keep,')" 3
g wave add e code=e-2023 year=2023; awk -F, 'NR > 1 { $3 = NR == 2 ? 5 : $3 } { OFS = ","; print }' e25.csv > e23.csv
g import answers e-2023 e23.csv --yes; g services e-2023 --format text
holds a_service_without_a_mean_says_why out 'not known: few gave some of the answers, and a mean would tell of them'
g compare e-2025 e-2026 quality_a
holds a_reason_that_nobody_gave_is_none_of_all out 'e-2025,0201011,Bolesławiec,2025,40,dont_know,hard to say,0,%,,'
holds and_can_be_told_from_what_became_of_it out 'e-2026,0201011,Bolesławiec,2026,40,dont_know,hard to say,25,%,25,'

# Weights that rest on answers which were taken away.
awk 'BEGIN { print "form_number,importance_a,quality_b"; for (i = 41; i <= 80; i++) print i ",3,4" }' > e26b.csv
g import answers e-2026 e26b.csv --yes
printf 'margin,questions,categories,population,source\n1,importance_a,1,300,register\n1,importance_a,2,300,register\n1,importance_a,3,400,register\n' > margin.csv
g weights import e-2026 margin.csv
g publish e-2026 quality_b --statistic mean --as EVEN --weight; done_well a_weighted_mean_is_published
g import undo "$(p list imports | grep ',e26b.csv' | cut -d, -f1)"
g list published --wave e-2026
holds when_weights_fail_nobody_says_that_nobody_answered out 'no_weights'
finish
