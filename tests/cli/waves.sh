#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Surveys, waves, batches of paper and operators, as a script makes and reads them.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
g import questionnaire --yes employees; done_well a_questionnaire_comes_with_the_program

# surveys
g survey add 'ankieta roczna' name=X questionnaire=employees; refused a_code_with_a_blank_is_refused 1 'ankieta roczna'
g survey add staff name=X questionnaire=nothing; refused an_unknown_questionnaire_is_refused 1 'nothing'
g survey add staff colour=red; refused an_unknown_field_is_refused_and_the_fields_are_named 1 'code, name, questionnaire, note'
g survey add staff 'name=Satisfaction of staff' questionnaire=employees; done_well a_survey_is_made
g wave add staff; refused a_wave_needs_a_published_version 1 'no such published version'
g questionnaire publish employees
g survey change staff note=yearly; g list surveys; prints surveys_are_listed <<'X'
code,name,questionnaire,waves,note
staff,Satisfaction of staff,employees,0,yearly
X

# waves
g wave add staff; same a_wave_takes_year_unit_and_code_by_itself "$(cat out)" 'Made the wave staff-2026 of the survey staff.'
g wave change staff-2026 population=120 planned=100 sample=returned anonymity=anonymous keep-until=2026-11-20 every=4; done_well terms_are_changed
g wave show staff-2026; holds the_unit_is_the_offices_own out 'unit,020101'
holds the_day_is_kept out 'keep-until,2026-11-20'
g wave change staff-2026 sample=lucky; refused an_unknown_word_is_refused 1 'random, returned'
g wave change staff-2026 keep-until=31.02.2026; refused a_day_that_is_none_is_refused 1 '31.02.2026'
g wave change staff-2026 planned=many; refused a_number_that_is_none_is_refused 1 '"many" cannot be planned'
g wave change staff-2026 version=9; refused a_version_that_is_none_is_refused 1 '9'
g wave change staff-2026 unit=99; refused an_unknown_unit_is_refused 1 '99'
g wave show staff-1999; refused an_unknown_wave_is_refused 1 'gromada list waves prints all of them'

# batches
g batch add staff-2026 first=1; refused the_last_number_is_needed 1 'last='
g batch add staff-2026 last=10 'from=Registry' received=11 spoilt=1; refused a_spoilt_paper_needs_a_reason 1 'spoilt or empty'
g batch add staff-2026 last=10 'from=Registry' spoilt=1 reason=wet room=12
same reception_says_which_forms_wait "$(cat out)" 'Made the batch 1 of the wave staff-2026: forms 1 to 10 wait to be keyed.'
g batch add staff-2026 first=8 last=20; refused a_number_is_stamped_once 1 'Number 8 belongs to batch 1 already'
g batch add staff-2026 last=12; same the_next_number_is_offered "$(cat out)" 'Made the batch 2 of the wave staff-2026: forms 11 to 12 wait to be keyed.'
g list batches staff-2026; prints batches_are_listed <<'X'
number,wave,from,received_on,first,last,received,keyed,empty,spoilt,missing,waiting,keying,second_chosen,second_done,differing,room,binder,lent_to,closed_at,difference
1,staff-2026,Registry,2026-11-22,1,10,11,0,0,1,0,10,0,0,0,0,12,,,,
2,staff-2026,,2026-11-22,11,12,2,0,0,0,0,2,0,0,0,0,,,,,
X
g list batches; refused a_list_of_batches_needs_a_wave 2 'WAVE'
g list forms staff-2026 --batch 2; prints forms_are_listed <<'X'
number,batch,mode,state,second,inconsistent,keyer,reason
11,2,paper,waiting,none,no,,
12,2,paper,waiting,none,no,,
X
g list forms staff-2026 --batch 7; refused an_unknown_batch_is_refused 1 'gromada list batches prints all of them'
mkdir others; printf 'type,name,label\ninteger,x,Age\n' > others/survey.csv; printf 'list_name,name,label\n' > others/choices.csv
printf 'form_title,form_id,kind\nResidents,employees,residents\n' > others/settings.csv
g import questionnaire others --yes --publish; refused who_is_asked_stays_once_forms_came_in 1 'who is asked stays “employees”'
sed -i 's/,residents$/,ngo/' others/settings.csv; g import questionnaire others --yes; done_well what_is_as_strict_may_take_its_place
sed -i 's/,ngo$/,employees/' others/settings.csv; g import questionnaire others --yes --publish; done_well and_back
g wave change staff-2026 smallest-cell=4; refused so_its_rule_cannot_be_taken_away 1 'can only be raised'
g batch change staff-2026 2 binder=B4 last=13 received=3; done_well a_batch_grows
g wave close staff-2026; refused a_wave_with_open_batches_stays_open 1 '2 batches are still open'
g batch close staff-2026 2; refused a_batch_whose_counts_disagree_needs_a_word 1 'difference='
holds what_is_open_is_said out '3 numbers have no keyed form yet.'
same and_said_once "$(cat out err | grep -c 'no keyed form yet')" 1
g batch close staff-2026 2 'difference=never came back'; done_well a_batch_closes_with_an_explanation
g batch close staff-2026 2 'difference=again'; refused it_closes_once 1 'closed already'
g list forms staff-2026 --batch 2; holds what_waited_is_missing out '11,2,paper,missing,none,no,,never came back'
g batch change staff-2026 2 room=3; refused a_closed_batch_is_not_changed 1 'closed'
g batch close staff-2026 1 difference=lost; g wave close staff-2026; done_well a_wave_closes
holds what_is_not_said_about_personal_data_is_named out 'Who is the controller is not said yet. gromada wave change staff-2026'
g batch reopen staff-2026 1; refused a_closed_wave_keeps_its_batches_closed 1 'Open it again first'
g wave reopen staff-2026; g batch reopen staff-2026 1; done_well both_open_again
g wave retire staff-2026; refused a_wave_with_forms_stays 1 'has forms'
g survey retire staff; refused a_survey_with_waves_stays 1 'has waves'

# operators
g operator add AB 'name=Clerk' authorisation=7/2026; done_well an_operator_is_added
g operator add ab 'name=Other'; refused initials_are_one_persons 1 'add a letter'
g operator add CD name=Other account=nobody; refused an_unknown_account_is_refused 1 'nobody'
g operator change AB to=2026-12-31; g list operators; prints coordinators_see_all <<'X'
initials,starts_on,ends_on,name,authorisation,account
AB,2026-11-22,2026-12-31,Clerk,7/2026,
X
g --as anna list operators; prints clerks_see_initials <<'X'
initials,starts_on,ends_on
AB,2026-11-22,2026-12-31
X
g --as anna operator erase AB --yes; refused a_clerk_erases_nobody 1 'coordinator'
g operator erase AB; refused erasing_asks 1 '--yes'
g operator erase AB --yes; g list operators; same she_is_gone "$(rows)" 0

# erasing
g list due; holds what_is_due_is_listed out 'staff-2026'
g --as anna wave erase staff-2026 --yes; refused a_clerk_erases_no_data 1 'administrator'
g wave erase staff-2026; refused erasing_data_asks 1 '--yes'
g wave erase staff-2026 --yes; refused an_open_wave_is_not_erased 1 'Close it first'
g batch close staff-2026 1 difference=lost; g wave close staff-2026
g wave erase staff-2026 --yes; done_well data_that_are_due_are_erased
g list due; same nothing_is_due_any_more "$(rows)" 0
g wave erase staff-2026 --yes; refused and_it_is_done_once 1 'already'
g wave add staff year=2027 keep-until=2027-01-01; g wave erase staff-2027 --yes; refused data_are_not_erased_early 1 'not due'
g wave lift staff-2027; g wave show staff-2027; holds an_administrator_lifts_the_rule out 'lifted,yes'
g wave enforce staff-2027; g wave show staff-2027; holds and_puts_it_back out 'lifted,no'
g wave retire staff-2027; done_well a_wave_without_forms_goes
g check; done_well the_database_is_whole
finish
