#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Homework between meetings, and minutes: made, written, back from outside, approved.
. "$abs_top_srcdir/tests/cli/common.sh"
terc=$fixtures/TERC_Urzedowy_2020-01-01.csv

g init; g import teryt --yes "$terc"; g list units --level gmina; cp out units
a=$(sed -n 2p out | cut -d, -f1); b=$(sed -n 3p out | cut -d, -f1)
g group add GWD-T --kind gwd --name 'Oświata' --starts 2026-01-01 "$a" "$b"
done_well a_group_is_made
g meeting add GWD-T --on 2026-11-10 --from 10 --to 15 --stage 1 --host "$a" --place 'Ratusz'
done_well a_meeting_is_planned

# ---- homework ----
g homework give GWD-T 'text=Zebrać dane za 2025 rok' due=2026-11-20 meeting=1; cp out given
holds homework_goes_to_every_member out 'Given to 2 units.'
holds a_day_that_has_passed_is_said given 'overdue from the beginning'
g homework give GWD-T 'text=Opisać praktykę' due=2026-12-01 "unit=$a"; done_well or_to_one
g homework give GWD-T text=x due=2026-02-31 "unit=$a,$b"; refused or_to_some_and_all_of_them_or_none 1 '2026-02-31'
g list homework --open; same all_of_it_is_open "$(rows)" 3
prints homework_is_listed_by_its_day << END
number,group,meeting,unit,text,due_on,state,answered_on
1,GWD-T,1,$a,Zebrać dane za 2025 rok,2026-11-20,overdue,
2,GWD-T,1,$b,Zebrać dane za 2025 rok,2026-11-20,overdue,
3,GWD-T,,$a,Opisać praktykę,2026-12-01,open,
END
g homework answer 1 text=wysłane on=2026-11-19; done_well a_member_answers
g homework answer 2 state=not_done; refused what_was_not_done_says_why 1 'needs its reason'
g homework answer 2 state=late; refused another_state_is_refused 1 'open, done, not_done'
g homework answer 99; refused homework_that_is_not_there_is_refused 1 'gromada list homework'
g list homework --open --unit "$b"; same one_is_open_for_the_other_unit "$(rows)" 1
g list homework --group GWD-T; holds the_answer_has_its_day out ',done,2026-11-19'
g list homework --group NIC; refused an_unknown_group_is_refused 1 'NIC'
g homework give GWD-T text=x due=2026-11-01 meeting=1; refused nothing_is_due_before_it_is_given 1 'before the meeting'
g homework give GWD-T text=x due=2026-02-31; refused a_day_that_is_not_there_is_refused 1 '2026-02-31'

# ---- minutes ----
g meeting minutes 1; holds without_minutes_the_meeting_speaks out 'draft, not kept yet'
g minutes approve 1; refused nothing_is_approved_that_is_not_there 1 'no minutes yet'
g minutes make 1; done_well minutes_are_made
g minutes make 1; refused the_same_text_is_no_new_version 1 'This is the text of version 1'
g meeting minutes 1 -o m.docx; done_well minutes_are_a_document
g import values --yes m.docx; refused a_document_is_no_table 1 'document of a word processor'
printf 'a;b\n1;2\n' > t.csv; g meeting minutes 1 --import t.csv; refused and_a_table_no_text 1 'table of figures'
g meeting minutes 1 --import m.docx; holds an_untouched_document_changes_nothing out 'says the same'
g meeting minutes 1 -o m.pdf; done_well and_pages_to_sign
g meeting minutes 1 -o m.html; holds and_a_web_page m.html '<h2'
g meeting minutes 1 -o m.xlsx; refused but_no_workbook 1 'Minutes are written as .docx, .pdf, .html or .txt'
g meeting minutes 1 -o m.docx; refused an_existing_file_is_not_replaced 1 '--force'
if command -v pdftotext > /dev/null; then
	pdftotext -layout m.pdf m.text
	holds the_pages_have_homework m.text 'Zebrać dane za 2025 rok'
	holds and_a_place_to_sign m.text 'approved by'
else
	skip the_pages_have_homework 'pdftotext is not installed'
	skip and_a_place_to_sign 'pdftotext is not installed'
fi
printf '# Przebieg\r\n\r\nNowy tekst.\r\n' > edited.txt
g meeting minutes 1 --import edited.txt; refused nobody_takes_a_file_unseen 1 'add --yes'
holds the_difference_is_shown out '+ Nowy tekst.'
g meeting minutes 1 --import edited.txt --yes; holds the_file_is_the_next_version out 'version 2'
g meeting minutes 1 --number 1; holds older_versions_stay out 'Ratusz'
g meeting minutes 1; holds the_newest_is_written out 'Nowy tekst.'
g meeting minutes 1 --import nie-ma.docx; refused a_file_that_is_gone_is_refused 1 'cannot be opened'
g meeting minutes 1 --import m.pdf; refused pages_do_not_come_back 1 'as .docx'
g minutes remark 1 'Za wcześnie' "unit=$a"; holds a_remark_before_they_are_sent_is_said out 'not sent for remarks'
g minutes outcome 1 1 taken
g minutes send 1 on=2026-11-22 until=2026-11-30; done_well minutes_are_sent_for_remarks
g minutes remark 1 'Nas nie było' "unit=$(sed -n 4p units | cut -d, -f1)"
holds and_one_of_who_is_no_member out 'was no member of the group'
g minutes outcome 1 2 taken
g minutes remark 1 'Koniec o 15:10' "unit=$b"; same a_member_is_just_heard "$(cat out)" 'Remark 3 on version 2 is kept.'
g minutes outcome 1 3 taken
g office set kind=gmina "own_unit=$a"; g minutes remark 1 'Od nas'; g minutes remarks 1
holds a_remark_without_a_unit_is_the_office_s_own out ",$a,2026-11-22,Od nas"
g minutes remark 1 'Od nikogo' unit=; g minutes remarks 1; holds unless_it_says_that_it_is_nobodys out ",,2026-11-22,Od nikogo"
g minutes outcome 1 4 taken; g minutes outcome 1 5 taken
g meeting minutes 1; holds the_document_says_so out 'until 2026-11-30'
g minutes approve 1 on=2026-11-21; refused approval_is_not_before_sending 1 'before the day'
g minutes approve 1 on=2026-12-01; refused nor_on_a_day_to_come 1 "still to come"
g minutes approve 1 on=2026-11-22; done_well minutes_are_approved
g meeting minutes 1 --import edited.txt --yes; holds the_frozen_text_is_the_same out 'says the same'
printf 'inny\n' > edited.txt
g meeting minutes 1 --import edited.txt --yes; refused and_does_not_change 1 'annex'

# ---- a meeting that changes after its minutes were made ----
g meeting add GWD-T --on 2026-11-20 --from 10 --to 15 --host "$b" --place 'Biblioteka'
g minutes make 2
g meeting minutes 2 --import m.docx; refused a_document_of_another_meeting_is_refused 1 'add --yes'
holds and_both_meetings_are_named out 'm.docx holds the minutes of another meeting (meeting 1 of the group GWD-T on 2026-11-10); here are those of: meeting 2 of the group GWD-T on 2026-11-20.'
g meeting minutes 2 -o m2.docx; g meeting minutes 2 --import m2.docx; holds one_s_own_comes_back_quietly out 'says the same'
g meeting minutes 2 --import m.html; refused a_web_page_is_no_text_of_minutes 1 'save it in the word processor'
g meeting change 2 --on 2026-11-21
g minutes send 2 on=2026-11-22; refused minutes_that_say_another_day_are_not_sent_unasked 1 'day, hours, host or place'
g minutes approve 2 on=2026-11-22; refused nor_approved 1 'add --yes to leave the text'
g minutes send 2 on=2026-11-22 --yes; done_well they_are_where_that_is_meant_so
g minutes make 2; g minutes remark 2 'Brak uchwały' "unit=$a"; holds a_remark_is_on_the_version_that_was_sent out 'on version 1'
g minutes approve 2 on=2026-11-22; refused no_remark_is_passed_over 1 'no outcome'
g minutes outcome 2 1 taken; g minutes approve 2 on=2026-11-22
refused a_version_that_members_never_saw_is_not_approved_unasked 1 'members have not seen version 2'
g minutes approve 2 on=2026-11-22 --yes; done_well made_anew_they_are_approved

# ---- what is frozen stays, whatever office, group and stage are called later ----
g meeting minutes 1; cp out before; g meeting add GWD-T --on 2027-03-12 --from 10 --to 15 --stage 1; done_well another_is_planned
g group stage GWD-T 1 'name=Pierwszy temat'; g export calendar a.ics --group GWD-T
g group change GWD-T 'name=Nowa nazwa'; g office set 'name=Nowy Urząd' heading='ul. Nowa 1'
g meeting minutes 1; same the_head_of_approved_minutes_is_frozen_with_them "$(cat out)" "$(cat before)"
g print attendance 1; same nor_has_another_paper_of_that_meeting_the_new_name "$status $(lines 'Nowa nazwa')" '0 0'
g meeting minutes 3; holds that_of_others_is_todays out 'Nowy Urząd'
g homework give GWD-T text=x due=2026-12-31 meeting=1; refused approved_minutes_take_no_more_homework 1 'annex'
g list meetings; holds a_held_meeting_keeps_its_subject out '1,GWD-T,1,"Zakres'
holds and_calendars_learn_the_new_one_of_those_to_come a.ics 'Pierwszy temat'
same by_a_higher_sequence "$(awk '/^UID/ { s = "" } /^SEQUENCE/ { s = $0 } /Pierwszy/ { print s }' a.ics | tr -d '\r')" SEQUENCE:1

g document add GWD-T title=Program kind=material meeting=1; done_well a_document_may_come_after_approval
g document add GWD-T title=Plan kind=material; g list documents; prints and_lists_say_that_it_did << END
number,group,meeting,unit,title,kind,place,dated_on,found,later
2,GWD-T,,,Plan,material,,,,no
1,GWD-T,1,,Program,material,,,,yes
END
g list advice; prints advice_has_its_columns << END
number,group,unit,given_on,minutes,form,question,answer,expert
END
g check; done_well the_database_is_sound
finish
