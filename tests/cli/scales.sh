#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Scales of all lengths, questions that are named like a pair of scales, versions newer than all forms,
# and results that follow their cards.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
mkdir first second
cat > first/survey.csv <<'.'
type,name,label::English (en),number,parameters,relevant
integer,nobody,Asked of nobody,0,,1 = 2
select_one sex,sex,Sex,1,
range,slider,How happy,2,start=0 end=100 step=1
range,tenths,In tenths,3,start=0 end=1 step=0.1
range,down,Downwards,4,start=4 end=0 step=-1
select_one rating5,importance_roads,Importance of roads,5,
select_one rating5,quality_roads,Quality of roads,6,
text,importance_other,Which other,7,
select_one rating5,quality_other,Quality of the other,8,
.
cat > first/choices.csv <<'.'
list_name,name,label::English (en),code,missing
sex,k,woman,1,
sex,m,man,2,
sex,r,prefer not to say,9,refused
rating5,1,one,1,
rating5,2,two,2,
rating5,3,three,3,
rating5,4,four,4,
rating5,5,five,5,
.
cat > first/settings.csv <<'.'
form_title,form_id,version,default_language,kind
Scales,scales,1,English (en),residents
.
g import questionnaire first --yes --publish
g survey add s name=Scales questionnaire=scales
g wave add s unit=020101
awk 'BEGIN { print "form_number,sex,slider,tenths,down,importance_roads,quality_roads,importance_other,quality_other"
	for (i = 0; i < 100; i++) printf "%d,%s,%d,%s,%d,%d,%d,%s,%d\n", i + 1, i % 10 ? "k" : "m", i, (i % 11) / 10, 2 * (i % 2),
		i % 5 + 1, (i + 2) % 5 + 1, "parks", i % 5 + 1 }' > answers.csv
g import answers s-2026 answers.csv --yes; done_well answers_are_there

g tabulate s-2026 slider --format text
holds a_scale_of_many_points_has_its_mean out 'Mean 49.50, median 49.5, standard deviation 29.01, n = 100.'
holds with_its_quartiles out 'Quartiles 24.75 and 74.25'
g report survey s-2026 --format text
same a_number_stands_once_in_a_report "$(lines 'Mean 49.50')-$(lines 'quartile')" 1-0
same and_with_no_names_for_programs "$(lines -E '(^| )(sd|q1|q3)( |$)')" 0
g tabulate s-2026 slider --statistics --format text; same nor_in_a_table_for_people "$(lines -E '(^| )(sd|q1|q3)( |$)')" 0
g publish s-2026 slider --statistic mean --as HAPPY name=Happy direction=S; holds which_can_be_published out '49.50, n = 100'
g publish s-2026 slider --statistic top2 --as BOX name=Box; refused its_ends_are_no_result 1 'no scale of 4 to 20 points'
g tabulate s-2026 tenths; same every_tenth_stands_once "$(rows)" 11
g tabulate s-2026 down; same a_scale_downwards_has_all_its_points "$(cut -d, -f1 out | tr '\n' ' ')" 'value 0 1 2 3 4 '
g publish s-2026 down --statistic bottom2 --as DOWN name=Down; holds its_ends_are_points_that_nobody_chose out '50.0 %, n = 100'
g tabulate s-2026 slider --where '${sex} = '"'m'" --format text
holds a_scale_of_many_points_is_not_hidden_point_by_point out 'Mean 45.00'

g report survey s-2026 --where '${slider} < 50' --format text; holds a_report_counts_its_forms out 'Forms in this report: 50.'

g publish s-2026 sex --statistic share:r --as SHARE name=Share; refused a_refusal_has_no_share 1 'its answers are k ('
g services s-2026; done_well a_text_is_no_half_of_a_pair
holds the_pair_of_scales_stands out 'roads'

g indicator set HAPPY decimals=0; done_well a_card_may_say_less
same the_result_follows_its_card "$(p values --indicator HAPPY --unit 0201011 --year 2026 | sed -n 2p | cut -d, -f4)" 50
g check; done_well and_is_what_the_answers_say

cp first/* second
sed -i 's/^Scales,scales,1/Scales,scales,2/' second/settings.csv
cat >> second/survey.csv <<'.'
select_one rating5,importance_new,Importance of the new,9,
select_one rating5,quality_new,Quality of the new,10,
text,remarks,Remarks,11,
.
g import questionnaire second --yes --publish; g wave change s-2026 version=2; done_well the_wave_goes_on_with_a_newer_version
g services s-2026; done_well what_no_form_was_asked_is_no_pair
g potential s-2026; done_well nor_a_part_of_a_profile
g export answers s-2026 answers.sav --texts; done_well nor_a_text_in_a_file
g wave add s year=2025; g compare s-2025 s-2026 quality_new; refused nor_to_be_compared 1 'keyed forms'
g compare s-2026 tenths; holds scales_of_points_are_compared_by_their_ends out 'top2'
g check; done_well all_is_sound

# Two families of six daughters are not twelve people.
mkdir third
cat > third/survey.csv <<'.'
type,name,label::English (en),number
select_one yn,flat,Lives in a flat,1
begin_repeat,child,Child,
select_one sex,sex,Sex of the child,2
integer,age,Age of the child,3
end_repeat,,,
.
cat > third/choices.csv <<'.'
list_name,name,label::English (en),code
sex,k,girl,1
sex,m,boy,2
yn,y,yes,1
yn,n,no,2
.
cat > third/settings.csv <<'.'
form_title,form_id,version,default_language,kind
Children,children,1,English (en),residents
.
awk 'BEGIN { printf "form_number,flat"; for (k = 1; k <= 6; k++) printf ",sex_%d,age_%d", k, k; print ""
	for (i = 1; i <= 40; i++) { printf "%d,%s", i, (i > 2 ? "n" : "y")
		for (k = 1; k <= 6; k++) printf "%s", (i > 2 && k > 2 ? ",," : i > 2 && k == 1 ? ",m,5" : i > 2 ? ",k,5" : ",k,3")
		print "" } }' > children.csv
g import questionnaire third --yes --publish; g survey add c name=Children questionnaire=children
g wave add c unit=020101 population=2000 sample=random; g import answers c-2026 children.csv --yes; done_well children_are_there
g tabulate c-2026 sex; holds passes_are_counted out 'k,girl,50,'
g tabulate c-2026 sex --by flat; same few_families_are_few_people "$(grep ',y,yes,' out | cut -d, -f5- | tr '\n' ' ')" ', , '
g tabulate c-2026 sex --by flat --format text; same passes_of_a_form_prove_nothing "$(lines 'Chi\|not random')" 0
g tabulate c-2026 age; same an_age_that_two_families_said_is_not_listed "$(rows)" 0
# Of twelve families with boys ten live in flats: the other two are the difference.
awk 'BEGIN { printf "form_number,flat"; for (k = 1; k <= 6; k++) printf ",sex_%d,age_%d", k, k; print ""
	for (i = 1; i <= 40; i++) { printf "%d,%s", i, (i > 28 ? "n" : "y")
		for (k = 1; k <= 6; k++) printf "%s", (k < 4 ? ",k,5" : i <= 10 || i > 38 ? ",m,5" : ",,")
		print "" } }' > children.csv
g wave add c unit=020101 year=2027; g import answers c-2027 children.csv --yes; done_well more_children_are_there
g tabulate c-2027 sex; holds boys_of_twelve_families_are_told out 'm,boy,36,'
g tabulate c-2027 sex --where "\${flat} = 'y'"; same but_not_of_ten_of_them_beside_it "$(lines '^m,boy,,\|^m,boy,#')" 1
g check; done_well all_is_sound_again
finish
