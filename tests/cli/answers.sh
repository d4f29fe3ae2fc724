#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Answers from online forms, and answers for analysis, as a script takes and gives them.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
mkdir q
printf 'type,name,label\nselect_one yes_no,lives,Lives here\ninteger,born,Born\nselect_multiple service,services,Services\ndate,since,Since\ntext,remarks,Remarks\n' > q/survey.csv
printf 'list_name,name,label\nyes_no,yes,Yes\nyes_no,no,No\nservice,bus,Bus\nservice,park,Park\n' > q/choices.csv
printf 'form_title,form_id\nTrial,trial\n' > q/settings.csv
g import questionnaire q --yes --publish; g survey add s name=Trial questionnaire=trial; g wave add s

g export answers s-2026 --texts; prints an_empty_wave_gives_the_columns_that_a_file_needs <<'X'
mode,lives,born,services,since,remarks
X
printf 'form_number,Lives here,born,services/bus,services/park,since,remarks,Colour\n1,Yes,1980,1,0,22.11.2001,"nice, here",red\n2,No,1990,1,1,2002-01-05,,blue\n' > a.csv
g import answers s-2026 a.csv --yes; refused an_unknown_column_waits_for_a_decision 1 'COLUMN='
holds it_is_named out 'The column “Colour” is no question of the questionnaire.'
g import answers s-2026 a.csv; refused nobody_decides_by_accident 1 'COLUMN='
g import answers s-2026 a.csv Colour=; refused the_file_is_only_looked_at 1 'add --yes to take it over'
g import answers s-2026 a.csv Colour= --yes; done_well with_the_decision_it_is_taken
holds forms_are_counted out '  New:                      2'
g export answers s-2026 --numbers --texts; prints answers_come_out_as_they_went_in <<'X'
form_number,keyed_at,keyer,mode,lives,born,services,since,remarks,remarks_missing
1,2026-11-22T12:00:00Z,,online,yes,1980,bus,2001-11-22,"nice, here",
2,2026-11-22T12:00:00Z,,online,no,1990,bus park,2002-01-05,,no_answer
X
cp out whole.csv
before=$(contents)
g import answers s-2026 a.csv --yes; done_well the_decision_is_kept_for_the_next_file
holds a_second_import_changes_nothing out 'Everything in the file is known already; nothing was written.'
same not_a_byte "$(contents)" "$before"
g export answers s-2026; same open_answers_and_numbers_stay_inside "$(head -n 1 out)" 'mode,lives,born,services,since'
g export answers s-2026 out.csv; holds a_file_is_written out '2 forms of the wave s-2026 were written to out.csv.'
g export answers s-2026 out.csv; refused a_file_is_not_replaced 1 '--force'

printf 'form_number,born,since\n5,1980,31.02.2001\n6,1981,\n7,x,\n5,1982,\n' > bad.csv
g import answers s-2026 bad.csv --yes; refused bad_rows_stop_the_file 1 '--skip-bad'
holds a_day_that_is_none_is_named out 'There is no day 2001-02-31 in the calendar. [line 2]'
holds a_word_for_a_number_is_named out 'takes a whole number of at most 15 digits. [line 4]'
holds a_number_twice_is_named out 'The form number 5 stands in the file already, further up. [line 5]'
g import answers s-2026 bad.csv --yes --skip-bad; holds the_good_rows_are_taken_when_asked_for out '  New:                      1'
g import undo "$(last_import)"; done_well an_import_is_taken_back
g export answers s-2026 --numbers --texts; true_that and_all_is_as_before cmp out whole.csv
g wave add s code=again year=2027; g import answers again whole.csv --yes
g export answers again --numbers --texts; true_that what_went_out_comes_in_again cmp out whole.csv
g export answers again plain.csv; before=$(contents)
g import answers again plain.csv; refused what_went_out_is_looked_at_in_its_own_wave 1 'add --yes'
holds no_numbers_means_new_forms out 'look: The wave holds 2 forms already; the file has no form numbers, so all its rows come as new forms.'
holds equal_rows_are_counted out 'look: 2 rows say in every answer what forms of the wave say.'
sed '2s/1980/1981/;3s/1980/1981/' plain.csv > other.csv; g import answers again other.csv
holds and_other_ones_are_not out 'look: 1 row says in every answer what a form of the wave says.'
g import answers again whole.csv
if grep -q look: out; then fail numbers_need_no_warning "$(cat out)"; else pass numbers_need_no_warning; fi
same not_a_byte_was_written "$(contents)" "$before"
g wave add s code=blank year=2030
printf 'mode,lives,born\nonline,,\n' > blank.csv; g import answers blank blank.csv; holds a_row_without_answers_is_told out 'look: 1 row holds no answer at all'
g import answers blank blank.csv --yes; g import answers blank blank.csv; same and_repeats_nothing "$(grep -c 'says in every answer' out)" 0
g wave add s code=third year=2028
g import answers third plain.csv
if grep -q look: out; then fail an_empty_wave_needs_none "$(cat out)"; else pass an_empty_wave_needs_none; fi
g import answers s-1999 a.csv --yes; refused an_unknown_wave_is_refused 1 's-1999'
g import answers s-2026 none.csv --yes; refused a_missing_file_is_refused 1 'none.csv'
g import answers s-2026 a.csv nonsense; refused a_mapping_has_a_sign 1 'COLUMN=QUESTION'
g list imports; holds the_list_of_imports_names_the_kind out ',answers,'
g check; done_well the_database_is_sound
finish
