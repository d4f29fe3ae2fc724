#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Numbers that people wrote: where no list of them stands in a table, what means, conditions and counts tell of few.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
mkdir q
cat > q/settings.csv <<'.'
form_title,form_id,version,default_language,kind
Numbers,numbers,1,English (en),residents
.
cat > q/survey.csv <<'.'
type,name,label::English (en),number,page,appearance
select_one group,b,Group,1,1,
integer,x,Number,2,1,
select_multiple mark,m,Marks,3,1,
text,t,Text,4,1,
.
cat > q/choices.csv <<'.'
list_name,name,label::English (en),code,missing
group,g1,north,1,
group,g2,south,2,
group,g3,east,3,
group,g4,west,4,
mark,f,few,1,
mark,h,hidden,2,
mark,c,common,3,
.
g import questionnaire q --yes --publish; done_well the_questionnaire_is_taken
g survey add s name=Numbers questionnaire=numbers

# stdin: a group (- = none), how many of it wrote a number, how many said that it is hard to say, how; $@: the year, fields
wave() {
	year=$1; shift
	g wave add s "year=$year" unit=020101 "$@"
	awk 'BEGIN { print "form_number,b,x,x_missing,mode" }
		{ group = $1 == "-" ? "" : $1; mode = $4 ? $4 : "paper"
		  for (i = 0; i < $2; i++) { n++; printf "%d,%s,%d,,%s\n", n, group, 2000 + n * n % 6961, mode }
		  for (i = 0; i < $3; i++) printf "%d,%s,,dont_know,%s\n", ++n, group, mode }' > a.csv
	g import answers "s-$year" a.csv --yes; done_well "answers_of_$year"
}
told() { # of the means in out: + where there is one, # where it is hidden
	sed -n 's/^mean  *//p' out | sed 's/# hidden/#/g; s/[0-9][0-9,.]*/+/g; s/  */ /g' | tail -n 1
}

# ---- under heads ----

wave 2020 <<'.'
g1 40 0
g2 30 0
- 1 0
.
g tabulate s-2020 x --by b --format text; same one_without_a_group_is_not_the_rest "$(told)" '+ # # +'
g report survey s-2020 --by b --format text; same nor_in_the_report "$(told)" '+ # # +'
wave 2021 <<'.'
g1 40 0
g2 30 0
g3 7 0
g4 8 0
.
g tabulate s-2021 x --by b --format text; same groups_of_few_have_no_mean "$(told)" '+ + # # +'
wave 2022 <<'.'
g1 40 0
g2 30 0
g3 1 0
g4 6 0
.
g tabulate s-2022 x --by b --format text; same all_that_are_hidden_are_a_group "$(told)" '+ # # # +'
wave 2023 <<'.'
g1 40 0 paper
g2 5 0 online
.
g tabulate s-2023 x --by @mode --format text; same nor_by_the_way_of_answering "$(told)" '# # +'
wave 2024 <<'.'
g1 40 0
g2 30 0
g3 4 12
.
g tabulate s-2024 x --by b --format text; same those_who_wrote_a_number_are_counted "$(told)" '+ # # +'

# ---- alone ----

wave 2015 <<'.'
g1 5 55
.
g tabulate s-2015 x --format text; same five_numbers_have_no_mean "$(lines '^Mean')" 0
holds and_the_rule_says_so out 'groups of fewer than 10 people'
g report survey s-2015; same nor_statistics_in_the_report "$(lines -iE '^(mean|median|first quartile|standard)')" 0
wave 2016 <<'.'
g1 40 0
g2 6 10
.
g tabulate s-2016 x --where "\${b} = 'g2'" --format text; same nor_six_of_a_condition "$(lines '^Mean')" 0
g tabulate s-2016 x --where "\${b} = 'g1'" --format text; same nor_those_that_leave_out_six "$(lines '^Mean')" 0
g tabulate s-2016 x --by @mode --where "\${b} = 'g1'" --format text; same nor_under_a_head "$(told)" ''
g publish s-2016 x --statistic mean --as XM --where "\${b} = 'g2'"; holds they_are_published_as_hidden out 'as missing: behind this figure stand so few'
wave 2017 <<'.'
g1 12 0
.
g tabulate s-2017 x --format text; holds twelve_numbers_have_a_mean out 'Mean'
holds but_no_median out 'median –'
holds as_is_said out 'Median and quartiles are not given: they are of at least 20 people who wrote a'
g report survey s-2017; same nor_a_quartile_in_the_report "$(lines -E '^(median|first quartile)')" 0

# ---- beside a hidden "hard to say" ----

wave 2018 sample=random population=1000 <<'.'
g1 60 0
.
wave 2019 sample=random population=1000 <<'.'
g1 57 3
.
g tabulate s-2019 x --format text; holds three_are_hidden out '# hidden'
holds the_mean_is_said_coarsely out 'Mean about '
g tabulate s-2019 x --statistics; holds programs_are_told_it_is_rounded out 'mean_decimals,1'
g tabulate s-2019 x --format text
same but_nothing_that_tells_how_many "$(lines -E 'n = 57|standard deviation [0-9]|median [0-9]|95 %: ')" 0
g compare s-2018 s-2019 x; holds nor_is_it_tested out '2019,,mean,mean,3111.7,,,,,,Number'
g tabulate s-2018 x --format text; holds without_it_all_is_said out 'n = 60.'

# ---- conditions ----

g wave add s year=2009 unit=020101
awk 'BEGIN { print "form_number,b,x,m,t"
	for (n = 1; n <= 80; n++)
		printf "%d,g%d,%d,%s,%s\n", n, n <= 40 ? 1 : n <= 60 ? 2 : 3, 2000 + n * n % 6961, \
			n == 41 || n == 42 ? "h" : n % 2 ? "c" : "c f", n == 41 ? "Kowal" : n % 2 ? "blank" : "word" }' > a.csv
g import answers s-2009 a.csv --yes; done_well answers_for_conditions
where() { g tabulate s-2009 b --where "$1"; } # the condition
g tabulate s-2009 m; holds two_ticked_what_is_hidden out 'h,hidden,,,'
where "selected(\${m}, 'h') or \${b} = 'g1'"; refused no_condition_takes_them_by_another_answer 1 'depends on an answer to “m” that is hidden'
where "\${b} = 'g2' and not(selected(\${m}, 'h'))"; refused nor_leaves_them_out 1 'depends on an answer to “m” that is hidden'
where "\${b} = 'g1' or (\${b} = 'g3' and selected(\${m}, 'h'))"; refused nor_asks_where_nobody_ticked_it 1 'depends on an answer'
where "selected(\${m}, 'f')"; done_well shown_marks_may_be_asked_for
where "contains(\${t}, 'Kowal') or \${b} = 'g1'"; refused a_text_is_not_asked_for 1 'asks for what people wrote in “t”'
where "contains(\${t}, 'nobody') or \${b} = 'g1'"; refused nor_one_that_nobody_wrote 1 'asks for what people wrote in “t”'
where "\${b} = 'g1' and starts-with(\${t}, 'word')"; refused however_it_is_joined 1 'Give the answers categories first (3 5)'
g tabulate s-2009 t --texts --where "\${b} = 'g1'"; refused texts_are_listed_of_all_forms_only 1 'what else its writer answered'
where "\${x} > 8900 or \${b} = 'g1'"; refused a_limit_that_parts_nobody_is_none 1 'counts of few people could be computed'
where "\${x} > 8900or \${b} = 'g1'"; refused nor_written_closely 1 'counts of few people could be computed'
where "\${b} = 'g1' and \${x} < 99999"; refused nor_beyond_all 1 'counts of few people could be computed'
where "\${b} = 'g1' and \${x} < 2900 or \${b} = 'g2'"; refused nor_one_that_parts_few 1 'counts of few people could be computed'
where "\${t} = 'word or \${b} and'"; refused words_in_quotes_join_nothing 1 'fulfil the condition'

# ---- two conditions: nowhere a difference of few ----

awk 'BEGIN { print "form_number,b,x,m"
	for (n = 1; n <= 98; n++)
		printf "%d,g%d,%s,%s\n", n, n <= 40 ? 1 : n <= 68 ? 2 : n <= 95 ? 3 : 4, \
			n % 10 ? 2000 + n * n % 6961 : "", n == 41 || n == 42 || n == 43 ? "h" : n % 2 ? "c" : "c f" }' > a.csv
g wave add s year=2008 unit=020101; g import answers s-2008 a.csv --yes; done_well answers_for_pairs_of_conditions
pair() { g tabulate s-2008 m --where "$1"; }
pair "\${b} = 'g1'"; done_well a_large_group_is_asked_for
pair "\${b} = 'g3'"; refused not_the_one_that_hides_three_with_it 1 'takes only a part'
pair "\${b} = 'g3' or \${b} = 'g4'"; done_well but_both_together
pair "\${b} = 'g2' and selected(\${m}, 'c')"; refused nor_a_part_that_leaves_three_of_a_group 1 'make groups of fewer than 10'
limit() { g tabulate s-2008 m --where "\${x} >= $1" 2>/dev/null; same "$2" "$status" "$3"; }
g tabulate s-2008 m --where "\${x} > 4000"; refused a_limit_anywhere_is_refused 1 'The nearest limits are'
low=$(sed 's/.*limits are ${x} >= \([0-9.]*\) and.*/\1/' err) high=$(sed 's/.* and ${x} >= \([0-9]*\)[.].*/\1/' err)
limit "$low" the_nearest_limit_below_is_taken 0
limit "$high" and_the_one_above 0
limit $((low + 1)) but_none_beside_it 1
limit $((high - 1)) nor_between 1
g wave change s-2008 smallest-cell=0
pair "\${b} = 'g4'"; refused three_are_no_group_at_any_threshold 1 'Fewer than 10 forms'
pair "\${b} = 'g3'"; refused nor_are_they_told_by_a_difference 1 'must take all of these or none: “east”, “west”'

# ---- marks: who answered ticked something ----

# 30 in the north, 26 of them "common", 40 in the south, 32 of them: so 4 and 8 at least are "hidden"; 12 together tell both
g wave add s year=2002 unit=020101
awk 'BEGIN { print "form_number,b,m"; split("26 4 0 32 8 0 20 40 40", many); split("c;h;c h", mark, ";")
	for (g = 1; g <= 3; g++) for (k = 1; k <= 3; k++) for (i = 0; i < many[3 * g + k - 3]; i++) printf "%d,g%d,%s\n", ++n, g, mark[k] }' > a.csv
g import answers s-2002 a.csv --yes; done_well answers_with_marks
g tabulate s-2002 m --by b; holds four_of_the_north_are_hidden out 'h,hidden,g1,north,,'
same nor_are_they_left_by_twelve_and_the_other_mark "$(lines_where '$1 == "h" && $3 ~ /g[123]/ && $5 != ""')" 0
g tabulate s-2002 b --by m; same nor_by_the_table_turned_round "$(lines_where '$1 ~ /g[123]/ && $3 == "h" && $5 != ""')" 0

# ---- few different numbers, of which some are few people's ----

# stdin: a group, a number, how many of the group wrote it; $1: the year
small_numbers() {
	g wave add s "year=$1" unit=020101
	awk 'BEGIN { print "form_number,b,x" } { for (i = 0; i < $3; i++) printf "%d,%s,%d\n", ++n, $1, $2 }' > a.csv
	g import answers "s-$1" a.csv --yes; done_well "small_numbers_of_$1"
}
small_numbers 2003 <<'.'
g1 1 30
g1 2 3
g2 1 30
.
g tabulate s-2003 x --format text; same sixty_ones_and_three_twos_have_no_mean "$(lines '^Mean')" 0
g tabulate s-2003 x --statistics; same nor_any_statistic "$(lines -E '^(mean|sd|median|q1|q3),[0-9]')" 0
g tabulate s-2003 x --by b --format text; same nor_a_group_of_them "$(lines '^mean.*[0-9]')" 0
small_numbers 2004 <<'.'
g1 1 40
g1 2 22
g1 3 3
.
g tabulate s-2004 x --format text; holds forty_ones_twenty_two_twos_and_three_threes_may_have_a_mean out 'Mean 1.43, n = 65.'
holds but_nothing_with_which_they_could_be_computed out 'Median and standard deviation are not given'
g tabulate s-2004 x --statistics; same to_programs_neither "$(lines -E '^(sd|median|q1|q3),[0-9]')" 0
# what is left of all: twelve people of the south, 9 of them said 1
small_numbers 2005 <<'.'
g1 1 30
g1 2 20
g1 3 20
g2 1 9
g2 2 3
g3 1 30
g3 2 22
g3 3 20
g3 4 3
.
g tabulate s-2005 x --format text; holds all_have_a_mean out "Mean 1.85, n = 157."
g tabulate s-2005 x --by b --format text; same twelve_are_not_the_difference "$(told)" "# # + +"
g tabulate s-2005 x --where "\${b} != 'g2'" --format text; same nor_by_a_condition "$(lines '^Mean')" 0
finish
