#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What packages must not leave behind or bring back: erased people, a newer package forgotten by
# undoing an older one, signs that the next office would refuse.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { # office, day: whose database the commands that follow work on
	db=$work/$1.db
	[ -z "$2" ] || GROMADA_NOW=$2T12:00:00Z
}
take() { g package import "$1" --yes; }
send() { g package export GWD-1 --for 0201011 --with-contacts "$1"; }

at union; prepare
g office set kind=union "name=Związek Miast" purpose=test
at a; prepare
g office set kind=gmina own_unit=020101 purpose=test; g office set "name=Urząd A"
at union
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2026-10-01 0201011 0201022 0214011
g meeting add GWD-1 --on 2026-11-20 --from 10:00 --to 15:00 --host 0201011
g meeting person 1 "Gość & Goście" part=guest remark=dieta; send u1.zip
at union 2026-11-23; g meeting person 1 "Drugi gość" part=guest; send u2.zip; done_well packages_carry_a_guest

# ---- erased people ----
at a; take u1.zip; take u2.zip; second=$(last_import)
true_that what_stood_there_names_no_guest_a_second_time test "$(grep -c 'Gość &amp; Goście' "$db")" = 0
p meeting attendance 1 > out; holds the_guest_came out 'Gość & Goście'
g contact add "Gość & Goście"; g person erase "Gość & Goście" --yes; done_well a_guest_is_erased
g import undo "$second"; done_well the_newer_package_is_undone
g meeting attendance 1; true_that the_guest_does_not_come_back test "$(lines Goście)" = 0

# ---- an older package whose rows a newer one brings again ----
at union 2026-11-27; g group change GWD-1 note=tak; send u3.zip
at union 2026-11-28; g meeting add GWD-1 --on 2027-02-26 --from 10:00 --to 14:00; send u4.zip
at a; take u3.zip; third=$(last_import); take u4.zip; g import undo "$third"; refused what_the_newer_brings_again_is_not_undone_alone 1 'Undo first'
g list offices; holds the_newest_package_is_known out '2026-11-28'

# ---- signs that no package may carry are refused where they are typed ----
bad=$(printf 'x\342\200\256y')
g conclusion new 0201011 --group GWD-1 "text=$bad"; refused not_in_a_conclusion 1 invisible
g plan new 0201011 "title=$bad"; refused not_in_a_plan 1 invisible
g plan new 0201011 title=Plan; g plan action 1 "text=$bad"; refused not_in_an_action 1 invisible
g plan result 1 2026 "$bad"; refused not_in_a_result 1 invisible
g organisation set 0201011 oświata 2026 provider=company "name=$bad"; refused not_in_a_form_of_organisation 1 invisible
at union; g sheet new GWD-1 2026 "note=$bad"; refused not_on_a_sheet 1 invisible

# ---- a package without contact data after one with them ----
at union 2026-12-01
g contact add "Osoba A" unit=0201011 email=a@urzad.pl; g group person GWD-1 "Osoba A" leader
g meeting item 1 new title=Koszty "speaker=Osoba A, Oleśnica"; g meeting item 1 new title=Plany "speaker=Osoba A"
g meeting item 1 new title=Głos "speaker=Osoba bez karty"
g contact add moderator unit=0201022; g meeting item 1 new title=Otwarcie speaker=moderator; send u5.zip
at a; take u5.zip; g person show "Osoba A"; holds a_person_came_with_contact_data out a@urzad.pl
p meeting agenda 1 > out; holds and_as_a_speaker out 'Koszty,"Osoba A, Oleśnica"'
at union 2026-12-02; g group change GWD-1 note=bez; g meeting change 1 --to 14:00; done_well the_meeting_ends_earlier; g package export GWD-1 --for 0201011 u6.zip
at a; p meeting attendance 1 > attendance; p meeting agenda 1 > agenda; p group show GWD-1 | grep 'Osoba A' > card
g package import u6.zip; holds the_preview_says_that_people_stay out 'no contact data: 1 person who came with an earlier one stays'
unzip -p u6.zip records.xml > records; same it_does_not_name_the_speaker "$(grep -c 'Osoba A' records)" 0
take u6.zip; done_well a_package_without_is_taken_over; g person show "Osoba A"; holds it_says_nothing_of_the_person out a@urzad.pl
people_stay() { # when
	p meeting attendance 1 > out; true_that "guests_stay_$1" cmp out attendance
	p meeting agenda 1 > out; true_that "speakers_stay_$1" cmp out agenda
	p group show GWD-1 | grep 'Osoba A' > out; true_that "who_leads_stays_$1" cmp out card
}
people_stay after_a_package_without; g export calendar --group GWD-1 m.ics --force; holds its_meeting_has_changed m.ics T140000
g import undo "$(last_import)"; done_well the_package_without_is_undone; g export calendar --group GWD-1 m.ics --force; holds the_meeting_is_as_it_was m.ics T150000
g person show "Osoba A"; holds the_person_is_still_there out a@urzad.pl; people_stay after_undoing_it
take u6.zip; people_stay after_taking_it_again; take u5.zip; holds an_older_package_says_nothing_new out 'known already'
at union 2026-12-02; GROMADA_NOW=2026-12-02T13:00:00Z; g person erase "Osoba A" --yes; send u6b.zip
at a; take u6b.zip; g person show "Osoba A"; refused a_package_with_contact_data_takes_the_erased_away 1 'Osoba A'
g check; done_well nothing_is_wrong

# ---- drafts of minutes stay at home ----
at union 2026-12-03; g meeting state 1 held; g minutes make 1
printf '# Spotkanie\n\nWersja robocza.\n' > m2.txt; g meeting minutes 1 --import m2.txt --yes; done_well the_minutes_are_edited
printf '# Spotkanie\n\nWersja do uwag.\n' > m3.txt; g meeting minutes 1 --import m3.txt --yes; g minutes send 1 on=2026-12-03
GROMADA_NOW=2026-12-03T13:00:00Z; printf '# Spotkanie\n\nWersja po wysłaniu.\n' > m5.txt; g meeting minutes 1 --import m5.txt --yes
done_well and_again_an_hour_after_they_were_sent
at union 2026-12-04; printf '# Spotkanie\n\nWersja na potem.\n' > m4.txt; g meeting minutes 1 --import m4.txt --yes; done_well and_again_after_they_were_sent
g package export GWD-1 --for 0201011 u7.zip
at a; take u7.zip; done_well the_minutes_travel
g meeting minutes 1 -o a.txt; holds with_the_version_that_was_sent a.txt 'Wersja do uwag'
g meeting minutes 1 --number 2; refused the_draft_before_it_stayed 1 'no such version'
take u7.zip; holds the_same_again_changes_nothing out 'known already'

# ---- homework goes to whom it is for ----
at union 2026-12-05
for u in 0201011 0201022; do g homework give GWD-1 "text=Zadanie dla $u" due=2026-12-20 unit=$u; done
g opinion ask GWD-1 title=Model "question=Czy tak?" asked=2026-12-05 due=2026-12-20
g opinion ask GWD-1 title=Szkic "question=Czy nie?" asked=2026-12-10 due=2026-12-20; done_well a_draft_waits_for_its_day
g package export GWD-1 --for 0201011 u8.zip
at a; take u8.zip; g list homework; holds a_members_own_homework_travels out 'Zadanie dla 0201011'
true_that others_homework_does_not test "$(lines 'dla 0201022')" = 0
g list opinions; holds what_is_asked_travels out Model
true_that what_is_asked_later_does_not test "$(lines Szkic)" = 0
finish
