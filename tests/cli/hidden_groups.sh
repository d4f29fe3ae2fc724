#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Groups of fewer than ten are broken down nowhere, even where a wave hides no small numbers.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
mkdir q
cat > q/settings.csv <<'.'
form_title,form_id,version,default_language,kind
Groups,groups,1,English (en),residents
.
cat > q/survey.csv <<'.'
type,name,label::English (en),number,page,appearance
select_one sex,b,Sex,1,1,
select_one good,s,How good,2,1,likert
integer,x,Number,3,1,
select_multiple mark,m,Marks,4,1,
.
cat > q/choices.csv <<'.'
list_name,name,label::English (en),code,missing
sex,w,woman,1,
sex,m,man,2,
sex,n,rather not say,3,refused
good,1,bad,1,
good,2,neither,2,
good,3,good,3,
good,4,very good,4,
mark,f,few,1,
mark,c,common,3,
.
g import questionnaire q --yes --publish; done_well the_questionnaire_is_taken
g survey add s name=Groups questionnaire=groups
g wave add s year=2026 unit=020101 smallest-cell=0
awk 'BEGIN { print "form_number,b,s,x,m,mode"
	for (n = 1; n <= 75; n++)
		printf "%d,%s,%d,%d,%s,%s\n", n, n == 1 ? "n" : (n <= 40 || 66 < n) ? "w" : "m", \
			n == 1 ? 3 : 1 + n % 4, 2000 + n * n % 6961, n % 3 ? "c" : "c f", \
			n <= 9 ? "online" : "paper" }' > a.csv
g import answers s-2026 a.csv --yes; done_well answers_of_few_under_a_head

told() { # of the figures under a head in out (csv): how many are told
	if [ "$status" = 0 ]; then awk -F, -v head="$1" '$3 == head && $5 ~ /[1-9]/' out | wc -l | tr -d ' '
	else echo "exit $status"; fi
}
means() { # in out: + where there is one, . where there is none
	grep '^mean  ' out | sed 's/^mean *//; s/[0-9][0-9,.]*/+/g; s/ \{4,\}/ . /g; s/  */ /g' | tail -n 1
}
for question in s m; do
	g tabulate s-2026 $question --by @mode; same "nine_online_are_not_broken_down_by_$question" "$(told online)" 0
	g tabulate s-2026 $question --by b; same "nor_one_who_would_not_say_by_$question" "$(told refused)" 0
	g tabulate s-2026 b --by $question; same "nor_the_other_way_round_by_$question" \
		"$(awk -F, '$1 == "refused" && $3 != "total" && $5 != ""' out | wc -l | tr -d ' ')" 0
done
g tabulate s-2026 b --by @mode; same nor_by_who_they_are "$(told online)" 0
g tabulate s-2026 s --by b; same but_the_large_groups_are "$(told w)" 2
g tabulate s-2026 s --by b --format text
holds and_the_table_says_so out 'Hidden: groups of fewer than 10 people'
same not_that_small_numbers_are_hidden "$(lines 'fewer than 0')" 0
same one_has_no_mean_on_a_scale "$(lines -E '^mean .*3[.]00 ')" 0
g tabulate s-2026 x --by b --format text; same one_number_is_no_mean "$(lines '2,001')" 0
g tabulate s-2026 x --by @mode --format text; same nor_are_nine "$(lines '2,031')" 0
same nor_what_would_tell_them "$(lines '4,169')" 0
g report survey s-2026 --by b --by @mode --format text
same nor_in_the_report "$(lines -E '2,001[.]00|2,031|4,169')" 0
same nor_on_the_scale_in_the_report "$(lines -E '^good .* 100 ')" 0
same no_group_is_of_fewer_than_nobody "$(lines 'fewer than 0')" 0
finish
