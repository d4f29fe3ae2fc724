#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How many were asked a question tells what the question before was answered: not where that is hidden.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
mkdir q
cat > q/settings.csv <<'.'
form_title,form_id,version,default_language,kind
Routes,routes,1,English (en),residents
.
cat > q/survey.csv <<'.'
type,name,label::English (en),number,page,appearance,relevant
select_one use,u,Do you use the pool?,1,1,,
select_one rating,a,How good is it?,2,1,likert,${u} = 'yes'
begin_group,rest,,,,,${u} = 'no'
select_one why,w,Why not?,3,1,,
end_group,,,,,,
select_one other,o,And the library?,4,1,,
select_one use,v,Do you use the bus?,5,1,,
select_one rating,c,How good is the bus?,6,1,likert,${v} = 'yes'
.
cat > q/choices.csv <<'.'
list_name,name,label::English (en),code,missing
use,yes,yes,1,
use,no,no,2,
use,hard,hard to say,9,dont_know
rating,1,bad,1,
rating,2,fair,2,
rating,3,good,3,
rating,4,fine,4,
why,far,far,1,
why,dear,dear,2,
other,yes,yes,1,
other,no,no,2,
.
g import questionnaire q --yes --publish; done_well the_questionnaire_is_taken
g survey add s name=Routes questionnaire=routes

# $1: the year; $2 $3: the question that leads on and the next one; stdin: what was answered, by how many of them, of
# whom so many left the next question blank
wave() {
	g wave add s "year=$1" unit=020101
	awk -v "names=form_number,$2,$3,w,o" 'BEGIN { print names }
		{ for (i = 0; i < $2; i++) { n++; answers = i >= $3
			printf "%d,%s,%s,%s,%s\n", n, $1, $1 == "yes" && answers ? 1 + n % 4 : "",
				$1 == "no" && answers ? (n % 2 ? "far" : "dear") : "", n % 3 ? "yes" : "no" } }' > a.csv
	[ "$2" = u ] || { cut -d, -f1-3,5 a.csv > b.csv; mv b.csv a.csv; }
	g import answers "s-$1" a.csv --yes; done_well "answers_of_$1"
}
shows() { same "$1" "$(lines -E "$2")" 1; } # sentence, pattern of one line

# one side alone is asked on: what is hidden is chosen so that their number gives nothing away
wave 2001 v c <<'.'
yes 37 0
no 43 0
hard 3 0
.
g tabulate s-2001 v; shows those_who_are_asked_on_are_shown '^yes,yes,37,'
same of_the_others_two_are_hidden "$(lines ',,,')" 2
g tabulate s-2001 c --format text; shows how_many_were_asked_is_shown '^Forms asked +37'

# each answer leads elsewhere, so the small one is what is left
wave 2002 u a <<'.'
yes 60 2
no 27 4
hard 3 0
.
g tabulate s-2002 u; same small_answers_are_hidden "$(lines ',,,')" 2
g tabulate s-2002 a --format text; shows how_many_of_a_shown_answer_were_asked_is_shown '^Forms asked +60'
g tabulate s-2002 w --format text; shows how_many_of_a_hidden_one_is_hidden '^Forms asked +# hidden'
shows how_many_answered_is_not '^Answered +23'
shows nor_is_said_why_others_did_not '^no answer +# hidden'
g tabulate s-2002 w; same and_no_per_cent_is_of_those_asked "$(lines -E '^(far|dear),[a-z]*,[0-9]+,,[0-9]')" 2
g tabulate s-2002 o --by w; same in_the_head_it_would_tell_who_was_led_past "$(lines -E ',[1-9][0-9]*,[0-9.]+$')" 0

# one person alone: who answered would give it away
wave 2003 u a <<'.'
yes 89 0
no 1 0
.
g tabulate s-2003 u; same both_are_hidden "$(lines ',,,')" 2
g tabulate s-2003 a --format text; shows nothing_is_told_of_the_next_question '^Answered +# hidden'
same and_no_mean "$(lines -E '^Mean')" 0
g report survey s-2003 --by o --format text; same nor_in_a_report "$(lines -E '(^|[^0-9])89([^0-9]|$)')" 0
finish
