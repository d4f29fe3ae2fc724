#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Questionnaires: taken over, given out, copied, published.
. "$abs_top_srcdir/tests/cli/common.sh"
form=$abs_top_srcdir/tests/data/questionnaire
g init
[ "$status" = 0 ] || { echo "Bail out! no database: $(cat err)"; exit 99; }

g import questionnaire "$form"; refused without_yes_it_is_only_looked_at 1 'The questionnaire trial was only looked at; add --yes to take it over.'
holds its_title_is_shown out 'Questionnaire trial: Trial survey'
holds its_questions_are_counted out '  Questions: 21; choices: 31; languages: 2'
holds columns_that_mean_nothing_are_told out '- survey.csv, line 1, column office_note: The column means nothing here; its cells are kept and exported again.'
g list questionnaires; same and_nothing_is_written "$(wc -l < out | tr -d ' ')" 1
g import questionnaire --yes "$form"; done_well a_questionnaire_is_taken_over
holds it_is_a_draft out 'Taken over as version 1 of the questionnaire trial, a draft.'
g import questionnaire --yes "$form"; holds the_same_again_changes_nothing out 'Version 1 in the database says the same; nothing was written.'
g questionnaire publish trial; done_well a_draft_is_published
g questionnaire publish trial; refused once 1 'Version 1 of the questionnaire “trial” is published already.'
g export questionnaire trial out.d; done_well a_folder_is_written
g export questionnaire trial out.d; refused it_is_not_replaced 1 'exists already; nothing was written.'
g export questionnaire trial out.xlsx; done_well a_workbook_is_written
g import questionnaire --yes out.d; holds the_folder_says_the_same out 'Version 1 in the database says the same'
g import questionnaire --yes out.xlsx; holds the_workbook_says_the_same out 'Version 1 in the database says the same'
mkdir changed; cp out.d/*.csv changed; sed -i 's/Year of birth/Born in/' changed/survey.csv
g import questionnaire --yes changed; holds a_change_makes_the_next_version out 'Taken over as version 2 of the questionnaire trial, a draft.'
g list questionnaires; prints it_is_listed <<'EOF'
code,title,kind,version,state,questions,languages,forms
trial,Trial survey,residents,2,draft,21,2,0
EOF
g export questionnaire trial --number 1 old.d; holds the_first_version_stays old.d/survey.csv 'Year of birth'
g export questionnaire trial --number 3 none.d; refused there_is_no_third 1 'There is no version 3 of a questionnaire “trial”.'
g questionnaire drop trial; done_well the_draft_is_dropped
g questionnaire drop trial; refused a_published_version_stays 1 'Version 1 of the questionnaire “trial” is published; it stays.'

for name in residents ngo entrepreneurs employees youth; do
	g import questionnaire --yes --publish $name
	holds "the_questionnaire_for_${name}_comes_with_the_program" out 'Version 1 is published; it no longer changes.'
	g export questionnaire $name $name.xlsx; g import questionnaire --yes $name.xlsx
	holds "and_the_workbook_for_${name}_says_the_same" out 'Version 1 in the database says the same'
done
g questionnaire copy residents ours --title "Nasza ankieta"; done_well a_copy_is_made
g questionnaire copy residents ours; refused a_code_is_given_once 1 'There is a questionnaire “ours” already; choose another code.'
unfit='A code is made of letters without accents, digits, “-”, “_” and “.”'
g questionnaire copy residents 'usługi ąęł'; refused a_code_is_what_commands_take 1 "$unfit: “usługi ąęł” is not."
g survey add 'usługi ąęł' name=Usługi questionnaire=residents; refused that_of_a_survey_too 1 "$unfit: “usługi ąęł” is not."
g export questionnaire ours ours.d; holds its_questions_say_where_they_come_from ours.d/survey.csv residents/
g questionnaire check ours; done_well a_questionnaire_is_checked
g questionnaire retire ours; g list questionnaires; same a_questionnaire_goes_out_of_use "$(lines ^ours)" 0
g questionnaire restore ours; g list questionnaires; holds and_comes_back out 'ours,Nasza ankieta,residents,1,draft'

mkdir 'Usługi 2026'
printf 'type,name,label\ntext,a,A\n' > 'Usługi 2026/survey.csv'
g import questionnaire --yes 'Usługi 2026'; holds a_file_without_a_code_gets_one_that_fits out 'the questionnaire uslugi-2026'
printf 'form_id\nusługi ąęł\n' > 'Usługi 2026/settings.csv'
g import questionnaire --yes 'Usługi 2026'; refused one_that_does_not_fit_is_refused 1 "$unfit"
mkdir bad
printf 'type,name,label,relevant\ngeopoint,a,A,\ntext,b,B,${c} = 1\n' > bad/survey.csv
g import questionnaire --yes bad; refused errors_refuse_the_whole 1 'The questionnaire was not taken over because of 2 errors. The first: survey.csv, line 2, column type: The type “geopoint” is not supported: its answers do not come on paper.'
holds every_error_is_told out '  error: survey.csv, line 3, column relevant: There is no question “c”.'
g import questionnaire --yes nowhere; refused a_missing_file_is_named 1 'There is no file or folder “nowhere”. Check the name.'
g questionnaire check bad; refused a_file_can_be_checked_too 1 '2 errors'
g questionnaire publish nothing; refused an_unknown_code_is_refused 1 'There is no questionnaire “nothing”.'
if [ -n "$GROMADA_REAL_DATA" ]; then
	g import questionnaire --yes "$GROMADA_REAL_DATA/xlsform/testB.xlsx"; done_well the_real_workbook_is_taken_over
	g export questionnaire testB real.xlsx; g import questionnaire --yes real.xlsx
	holds and_comes_back_the_same out 'Version 1 in the database says the same'
else
	skip the_real_workbook_is_taken_over "GROMADA_REAL_DATA is not set"
	skip and_comes_back_the_same "GROMADA_REAL_DATA is not set"
fi
finish
