#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Differences between two keyings, their settling, and figures of quality.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
"$abs_top_builddir/tests/cli/key_forms" "$db" "$(p list persons | sed -n 2p | cut -d, -f1)" || { echo "Bail out! nothing keyed"; exit 99; }

g list differences s-26; prints differences_are_listed_by_form_and_page <<'X'
number,page,question_number,question,occurrence,first,first_missing,second,second_missing,outcome,charged,settled
102,1,2,born,1,1970,,1971,,open,nobody,
102,1,12,roads,1,2,,3,,open,nobody,
X
g list differences s-99; refused an_unknown_wave_is_refused 1 'gromada list waves prints all of them'
g list differences s-26 --batch 4; refused an_unknown_batch_is_refused 1 'gromada list batches'

# settling
g difference settle s-26 102 roads perhaps; refused an_unknown_outcome_is_refused 1 'first, second, third or ambiguous'
g difference settle s-26 101 roads first; refused a_form_without_differences_is_said_to_be_one 1 'Form 101 has no difference'
g difference settle s-26 102 roads third value=7; refused a_code_outside_the_list_is_refused 1 '7'
g difference settle s-26 102 roads third; refused a_third_reading_needs_a_value 1 'a value, or why there is none'
g difference settle s-26 102 roads third missing=lost; refused an_unknown_reason_is_refused 1 'two_marks'
g difference settle s-26 102 roads first keyer=AN; refused a_keyer_is_declared_on_shared_accounts_only 1 'shared accounts'
g --as ewa difference settle s-26 102 roads third value=1; done_well a_third_person_settles_with_a_third_value
g --as ewa difference settle s-26 102 2 second; done_well a_question_is_named_by_its_number_too
g list differences s-26 --open; same nothing_is_open_any_more "$(rows)" 0
g --as ewa difference reopen s-26 102 roads; done_well a_decision_is_taken_back
g --as ewa difference reopen s-26 102 roads; refused once 1 'no decision'
g list differences s-26 --open; same it_is_open_again "$(rows)" 1
g --as ewa difference settle s-26 102 roads ambiguous missing=two_marks; done_well the_paper_is_ambiguous

# on a shared account who takes a decision back is declared, as who settles is
g operator add EB "name=Ewa Bez" from=2026-01-01
printf '[security]\nshared_accounts = %s\n' "$(id -un)" > system.ini
shared() { GROMADA_SYSTEM_SETTINGS=$work/system.ini g --as wspolne "$@"; }
shared difference reopen s-26 102 roads; refused it_must_be_known_who_takes_back 1 'who takes a decision'
shared difference reopen s-26 102 roads keyer=AN; refused a_keyer_takes_nothing_back_alone 1 'keyed by you'
shared difference reopen s-26 102 roads keyer=EB; done_well a_declared_third_person_takes_it_back
g --as ewa difference reopen s-26 102 born keyer=EB; refused nobody_is_declared_on_an_own_account 1 'shared accounts'
shared difference settle s-26 102 roads ambiguous missing=two_marks keyer=EB; done_well and_settles_it_again

g list differences s-26; prints who_was_wrong_is_kept <<'X'
number,page,question_number,question,occurrence,first,first_missing,second,second_missing,outcome,charged,settled
102,1,2,born,1,1970,,1971,,second,first,third
102,1,12,roads,1,2,,3,,ambiguous,nobody,third
X

# the report
g verify report s-26 --by batch; holds a_batch_has_its_rate out '1,,4,'
holds with_mistakes_of_the_first out ',2,'
g verify report s-26 --by keyer; holds a_keyer_has_a_row out 'AN,Operator AN,4,'
same what_was_declared_is_said "$(lines '^AN,.*,yes')" 1
g verify report s-26; holds a_question_has_a_row out 'born,born,4,4,1,25,'
g verify report s-26 --by colour; refused an_unknown_row_is_refused 1 'question, batch or keyer'
g verify report s-26 --format text; holds surveys_are_not_compared out 'Figures of different surveys are not compared'
g --as jan verify report s-26 --by keyer; refused a_clerk_sees_no_others 1 'coordinators'
g --as ewa verify report s-26 --by keyer; same only_the_own_row "$status $(rows)" '0 0'

# operators
g operators s-26; prints without_the_day_speed_of_others_is_not_shown <<'X'
initials,name,declared,forms,fields,keys,forms_per_hour,keys_per_hour,rejected,corrections,compared,wrong,wrong_rate
AN,Operator AN,yes,20,220,260,,,4,3,64,1,1.563
JK,Operator JK,yes,4,40,50,,,1,0,64,0,0
X
g wave change s-26 speed-from=2026-01-01; g operators s-26; holds from_the_day_on_it_is out 'AN,Operator AN,yes,20,220,260,40,520,4,3,'
g --as jan operators s-26; refused a_clerk_who_keyed_nothing_is_told 1 'coordinators'
g check; done_well the_database_is_whole
finish
