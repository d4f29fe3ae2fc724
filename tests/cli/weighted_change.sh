#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What changed between two weighted waves, tested with the effective n of the answers that a figure is
# of: those who cannot say stand outside a mean, and here they are the ones who weigh most.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
mkdir q
printf 'type,name,label,appearance\nselect_one sex,sex,Sex,\nselect_one scale,rating,Rating,likert\n' > q/survey.csv
printf 'list_name,name,label,missing\nsex,f,woman,\nsex,m,man,\n' > q/choices.csv
printf 'scale,%d,%s,%s\n' 1 'very poor' '' 2 poor '' 3 neither '' 4 good '' 5 'very good' '' 9 'hard to say' dont_know >> q/choices.csv
printf 'form_title,form_id\nResidents,residents\n' > q/settings.csv
g import questionnaire q --yes --publish; done_well a_questionnaire_is_there
g survey add r name='Residents' questionnaire=residents
printf 'questions,categories,population\nsex,f,1500\nsex,m,1500\n' > m.csv
# 300 women, of whom everybody says something, and 60 men who stand for as many: 40 of them cannot say.
wave() { year=$1 women=$2
	awk "BEGIN { print \"form_number,sex,rating\"
		for (i = 1; i <= 360; i++) printf \"%d,%s,%d\n\", i, (i <= 300 ? \"f\" : \"m\"),
			(i <= 300 ? $women : (i % 3 ? 9 : (i % 2 ? 2 : 5))) }" > a.csv
	g wave add r code=r-$year year=$year sample=random
	g import answers r-$year a.csv --yes; g weights import r-$year m.csv; }
wave 2024 'i % 5 + 1'
wave 2025 '(i % 7 > 4 ? 5 : i % 7 + 1)'

# Kish's number is 200 of all 360 and 200 of the 320 who said something, not 320 / 360 of that.
g compare r-2024 r-2025 rating --weight; done_well two_weighted_waves_are_compared
figures() { awk -F, -v row="$1" '$1 == "r-2025" && $6 == row { printf "%.4f %.4f %.4f %.5f\n", $10, $11, $12, $13 }' out; }
# Computed independently with R 4.2.2: Welch's test with n - 1 of the effective n, Wald's, pooled z.
same the_mean_is_tested_with_its_own_effective_n "$(figures mean)" '0.4350 0.1446 0.7254 0.00342'
same so_is_the_net_score "$(figures net)" '21.7500 3.7056 39.7944 0.01815'
same and_the_two_highest_points "$(figures top2 | cut -d' ' -f1,4)" '13.0000 0.00931'

# 400 of 1,000 people were asked, 300 of them answered: the sample of this question is 300 of 1,000
# (W. G. Cochran, Sampling Techniques, 3rd ed. (1977), 2.8; the limits computed independently with R).
awk 'BEGIN { print "form_number,sex,rating"; for (i = 1; i <= 400; i++) printf "%d,f,%s\n", i, (i <= 300 ? i % 5 + 1 : "") }' > a.csv
g wave add r code=r-2023 year=2023 sample=random population=1000; g import answers r-2023 a.csv --yes
g tabulate r-2023 rating --statistics
same blanks_are_no_part_of_a_sample_that_is_held_against_its_population "$(awk -F, '/^mean_/ { printf "%.4f ", $2 }' out)" '2.8653 3.1347 '

# What was published goes with the weights, and says so.
awk 'BEGIN { print "form_number,sex,rating"; for (i = 1; i <= 80; i++) printf "%d,f,%d\n", i, i % 5 + 1 }' > f.csv
awk 'BEGIN { print "form_number,sex,rating"; for (i = 81; i <= 120; i++) printf "%d,m,%d\n", i, i % 4 + 1 }' > m2.csv
g wave add r code=r-2026 year=2026 sample=random
g import answers r-2026 f.csv --yes; g import answers r-2026 m2.csv --yes; g weights import r-2026 m.csv
g publish r-2026 rating --statistic mean --weight --as W26 name=Weighted direction=S; done_well a_weighted_mean_is_published
g publish r-2026 rating --statistic mean --as U26 name=Unweighted direction=S
published() { p list published | awk -F, -v code="$1" '$1 == code { print $5 "|" $6 "|" $7 }'; }
same it_has_a_value "$(published W26)" '2.75||120'
men=$(p list imports | grep ',m2.csv' | cut -d, -f1)
g import undo "$men"; done_well the_men_are_taken_back
holds the_undo_says_which_result_has_no_value_now out 'can no longer be computed: W26.'
same it_is_missing_for_a_reason_of_its_own "$(published W26)" '|no_weights|'
same what_needs_no_weights_is_counted_anew "$(published U26)" '3||80'
p list published --format text > out; true_that the_reason_is_told_in_words grep -q longer out
p values --indicator W26 --unit 0201011 > out; holds it_is_not_said_that_nobody_answered out ',bw'
g check; done_well the_database_holds_it_for_whole
g import answers r-2026 m2.csv --yes; same with_the_men_the_value_comes_back "$(published W26)" '2.75||120'
finish
