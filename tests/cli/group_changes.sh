#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What was entered about exchange groups is corrected by command, field by field; the rest stays.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
cell() { p list "$1" --group GA | sed 1d | cut -d, -f"$2"; } # column of the one row of a list
acts() { p list acts | cut -d, -f4 | sed 1d | head -n "$1" | tr '\n' ' '; } # the newest acts

g group add GA --kind gwd --name Zmiany --starts 2026-11-01 --units towns 0214011 1002011
g group add GB --kind gwd --name Inna --starts 2026-11-01 --units towns 0214011 1002011
g meeting add GA --on 2026-11-18 --from 10 --to 15; g meeting add GA --on 2026-12-09 --from 10 --to 15

# ---- homework ----
g homework give GA text=Dane due=2026-12-01 unit=1002011 meeting=1; h=$(cell homework 1)
g homework set "$h" due=2026-12-05; done_well the_day_by_which_homework_is_due_is_changed
g list homework --group GA; prints and_the_rest_of_it_stays <<X
number,group,meeting,unit,text,due_on,state,answered_on
$h,GA,1,1002011,Dane,2026-12-05,open,
X
same as_the_act_of_a_form "$(acts 1)" 'homework.change '
g homework set "$h" text='Dane za 2025' unit=0214011 reviewed=2 review='Są wszystkie'; done_well so_are_its_words_and_who_does_it
g list homework --group GA; holds and_both_stand out "$h,GA,1,0214011,Dane za 2025,2026-12-05"
g homework set "$h" meeting= unit=; g list homework --group GA; holds an_empty_value_takes_a_field_away out "$h,GA,,,Dane za 2025"
g homework set "$h" unit=3021132; refused who_never_was_a_member_gets_none 1 'never a member'
g homework set "$h" due=2026-02-31; refused a_day_that_is_none_is_refused 1 'no date for due'
g homework set "$h" reviewed=7; refused a_meeting_that_is_not_there_reviews_nothing 1 'no meeting 7'
g homework set "$h" text=; refused homework_has_words 1 'What is to be done'
g homework set "$h" size=2; refused fields_are_named 1 'the fields are: group, meeting, unit, text, due, reviewed, review'
g homework set 9999 text=x; refused homework_that_is_not_there_is_not_changed 1 'gromada list homework'
g homework set "$h" group=GB meeting=1; refused nor_put_into_a_meeting_of_another_group 1 'no meeting 1'
g homework set "$h" group=GB reviewed= review=; g list homework --group GB; holds it_moves_to_another_group out "$h,GB,"
g homework retire "$h"; g homework set "$h" text=x; refused deleted_homework_is_not_changed 1 deleted

# ---- homework and what became of its meetings and members ----
g group add GH --kind gwd --name Zadania --starts 2026-10-01 --units towns 0214011 1002011 3021132
g meeting add GH --on 2026-10-20 --from 10 --to 15; g meeting add GH --on 2026-11-20 --from 10 --to 15
g meeting add GH --on 2026-12-20 --from 10 --to 15; off=$(p list meetings --group GH | grep 2026-12-20 | cut -d, -f1)
g meeting cancel "$off" --reason 'brak sali'; g group member GH set 3021132 left=2026-10-31
g homework give GH text=Dane due=2026-12-31 unit=3021132 meeting=2; refused who_has_left_gets_none 1 'until 2026-10-31'
g homework give GH text=Dane due=2026-12-31 unit=3021132 meeting=1; done_well but_of_a_meeting_when_it_was_there
g homework give GH text=Dane due=2026-12-31 meeting=3; refused a_cancelled_meeting_gives_none 1 'Meeting 3 is cancelled'
g homework give GH text=Dane due=2026-12-31 unit=1002011 meeting=2; h=$(p list homework --group GH | grep 1002011 | cut -d, -f1)
g homework review "$h" 3 Są; refused nor_does_it_review_any 1 'Meeting 3 is cancelled'
g homework review "$h" 1 Są; refused nor_does_an_earlier_one 1 'meeting 1 was before it, on 2026-10-20'
g homework set "$h" reviewed=1; refused by_either_command 1 'meeting 1 was before it'

# ---- the agenda of the stage ----
m=$(p list meetings --group GH | grep 2026-11-20 | cut -d, -f1); p meeting agenda "$m" > agenda
holds homework_given_since_it_was_planned_stands_first agenda '1,1,10:00,15,Homework since'
g meeting item "$m" 2 out=yes; g meeting item "$m" new title=Inne minutes=20
g meeting agenda "$m" stage; refused an_agenda_that_is_there_is_not_replaced_unasked 1 'add --yes'
g meeting agenda "$m" stages; refused it_is_the_one_of_the_stage_alone 1 'stage takes that'
g meeting agenda "$m"; holds and_the_own_one_stays out ',20,Inne,'
g meeting agenda "$m" stage --yes; done_well the_stage_gives_its_agenda_by_command_too
holds open_homework_stands_first out '1,1,10:00,15,Homework since'
same and_the_rest_is_that_of_the_stage "$(sed 1d out | cut -d, -f4-)" "$(sed 1d agenda | cut -d, -f4-)"
same as_the_key_of_the_screen "$(acts 1)" 'agenda.stage '

# ---- documents ----
g document add GA title=Regulamin place=https://urzad.example/regulamin meeting=1 note=projekt; d=$(cell documents 1)
g document set "$d" title='Regulamin grupy' kind=other dated=2026-11-20; done_well a_document_is_changed
g list documents --group GA; holds and_the_rest_of_it_is_there out "$d,GA,1,,Regulamin grupy,other,https://urzad.example/regulamin,2026-11-20"
g document set "$d" place="$work/gone.txt"; refused another_file_must_be_there 1 'There is no file'
echo x > slides.txt; g document set "$d" place="$work/slides.txt"; rm slides.txt
g document set "$d" title=Slajdy; done_well a_file_that_is_gone_stops_no_correction_of_the_title
g document set "$d" kind=film; refused an_unknown_kind_is_refused 1 'film'
g document set x title=y; refused a_document_has_a_number 1 'gromada list documents'

# ---- drafts for opinion ----
g opinion ask GA title=Statut question=Zgoda due=2026-12-15; o=$(cell opinions 1)
g opinion answer "$o" 0214011 view=agrees
g opinion set "$o" title='Statut związku' version=2 due=2026-12-20; done_well a_draft_for_opinion_is_changed
g list opinions --group GA; holds and_keeps_its_question_and_answers out "$o,GA,Statut związku,2,Zgoda,2026-11-22,2026-12-20,2,1,0"
g opinion set "$o" document="$d"; done_well a_document_belongs_to_it
g opinion set "$o" due=2026-01-01; refused nobody_answers_before_being_asked 1 'before the day of asking'
g opinion set 9999 title=x; refused a_draft_that_is_not_there_is_not_changed 1 'gromada list opinions'

# ---- advice ----
g advice add GA hours=1,5 question=Jak on=2026-11-20 unit=0214011; a=$(cell advice 1)
g advice set "$a" answer='Według klas' form=mail; done_well advice_is_changed
g list advice --group GA; holds and_took_as_long_as_before out "$a,GA,0214011,2026-11-20,90,mail,Jak,Według klas"
g advice set "$a" hours=2; g list advice --group GA; holds how_long_it_took_is_corrected out ',120,mail,'
g contact add 'Osoba E'; g advice set "$a" expert='Osoba E'; done_well the_expert_is_named
g advice set "$a" unit=; g person show 'Osoba E'; holds and_stays_when_other_fields_change out 'advice,GA 2026-11-20 Jak'; g list advice --group GA; holds and_listed_with_the_advice out ',Osoba E'
g advice set "$a" hours=long; refused hours_are_hours 1 '1,5'
g advice set 9999 answer=x; refused advice_that_is_not_there_is_not_changed 1 'gromada list advice'

# ---- members and people ----
g group member GA set 1002011 turn=1 presentation='Szkoły'; done_well a_member_gets_its_turn_as_host
g group show GA; holds and_says_what_it_will_show out 'host,1 1002011 Szkoły'
g group member GA set 1002011 turn=; g group show GA; holds without_a_turn_that_stays out 'host,0 1002011 Szkoły'
g group member GA add 3021132 --note Drogi turn=2; g group show GA; holds who_joins_brings_both_at_once out 'host,2 3021132 Drogi'
g group member GA set 3021132 joined=2026-11-15 left=2026-11-20; done_well days_of_a_membership_are_corrected
g group show GA; holds so_it_is_over out 'former_member,3021132 Rokietnica 2026-11-15 2026-11-20'
g group member GA set 3021132 left=2026-12-31; g group show GA; holds or_still_to_come out 'member,3021132 Rokietnica 2026-11-15 2026-12-31'
g group member GA set 3021132 joined=2026-10-01; refused nobody_joins_before_the_group 1 'The group begins on'
g group member GA set 3021132 left=2026-11-01; refused nor_leaves_before_joining 1 'cannot leave'
g group member GA set 3021132; refused a_change_says_what 1 'turn=, presentation='
g group member GA set 3021132 turn=2 --on 2026-11-10; refused days_have_their_fields 1 'joined=DAY'
g group member GA leave 3021132 turn=2; refused who_leaves_gets_no_turn 1 'with add or set'
g group member GA leave 3021132 2026-11-01; refused a_day_of_leaving_alone_says_how_it_is_given 1 'as --on DAY'
g group member GA set 3031011 turn=2; refused who_is_no_member_has_none 1 'no member'
g group member GB add 3021132 --on 2026-11-02; g group member GB leave 3021132 --on 2026-11-05
g group member GB add 3021132 --on 2026-11-06; g group member GB leave 3021132 --on 2026-11-08
g group member GB stay 3021132; g group show GB; holds of_several_memberships_the_last_one_goes_on out 'member,3021132 Rokietnica 2026-11-06'
holds and_the_one_before_is_over_as_it_was out 'former_member,3021132 Rokietnica 2026-11-02 2026-11-05'
g group person GA 'Osoba E' expert field=oświata from=2026-11-10 to=2027-06-30; done_well an_expert_has_a_field_and_days
g group show GA; holds which_the_group_shows out 'person,expert Osoba E field=oświata from=2026-11-10 to=2027-06-30'
g group person GA 'Osoba E' observer to=; g group show GA; holds another_part_keeps_them out 'person,observer Osoba E field=oświata from=2026-11-10'
g group person GA 'Osoba E' expert to=2026-01-01; refused a_part_does_not_end_before_it_begins 1 'cannot leave'
g group person GA 'Osoba E' none to=2026-12-01; refused who_is_taken_out_has_no_days 1 'to=DAY'

# ---- meetings ----
m=$(p list meetings --group GA | grep 2026-12-09 | cut -d, -f1)
g meeting change "$m" number=5 presentation=Biblioteki note='Zabrać klucze'; done_well a_meeting_gets_a_number_of_its_own
g list meetings --group GA; holds under_which_it_stands out "$m,GA,5,"
g print invitation "$m"; holds what_the_host_shows_stands_in_the_invitation out Biblioteki
true_that the_note_is_on_no_paper test "$(lines klucze)" = 0
g meeting change "$m" number=1; refused two_meetings_have_no_number_in_common 1 'number 1 already'
g meeting change "$m" number=x; refused a_number_is_one 1 'whole number'
g meeting change "$m" colour=red; refused fields_of_meetings_are_named 1 'number, presentation, note'
long=$(printf 'Jak uczymy %.0s' $(seq 20)); g meeting change "$m" "presentation=$long."; done_well what_a_host_shows_has_the_room_that_it_has_with_the_member
g group change GA "service=$(printf 'usługa komunalna %.0s' 1 2 3 4 5)."; done_well and_a_service_the_room_that_it_has_elsewhere
g group change GA service=; g meeting change "$m" presentation=Biblioteki
g meeting add GA number=9 presentation=Parki --on 2027-01-13 --from 10 --to 15; done_well a_new_meeting_has_them_at_once
g list meetings --group GA; holds and_its_number out ',GA,9,'
held=$(p list meetings --group GA | grep 2026-11-18 | cut -d, -f1)
g meeting person "$held" 'Osoba F' part=guest; g meeting person "$held" 'Osoba G' part=guest
g meeting tick "$held" rest yes; g print certificates "$held" 'osoba g'; holds a_certificate_is_of_one_person out 'Osoba G'
true_that and_of_nobody_else test "$(lines 'Osoba F')" = 0
g print certificates "$held"; holds or_of_all_who_came out 'Osoba F'
g print certificates "$held" 'Osoba X'; refused who_is_not_on_the_list_has_none 1 'Nobody of the meeting'
g meeting tick "$held" 'Osoba F' no; g print certificates "$held" 'Osoba F'; refused nor_who_did_not_come 1 'those who came'

g check; done_well nothing_is_wrong_with_the_database
finish
