#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Exchange packages: a union and two members, each with its own database, walk one quarter and the
# next, out and back.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { # office: whose database the commands that follow work on
	db=$work/$1.db
}

# ---- three offices ----
at union; prepare
g office set kind=union "name=Związek Miast" purpose=test
at a; prepare
g office set kind=gmina own_unit=020101 purpose=test; g office set "name=Urząd A"
at b; prepare
g office set kind=gmina own_unit=020102 purpose=test; g office set "name=Urząd"; g office set "name=Urząd B"
at copy; prepare; g office set kind=gmina own_unit=021401 "name=Obcy" purpose=test

# ---- the union founds a group and asks ----
at union
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2026-10-01 0201011 0201022 0214011
g contact add "Osoba A" unit=0201011 email=a@urzad.pl telephone=600100200 purpose=grupa
g contact add "Osoba B" unit=0201022 email=b@urzad.pl
g group person GWD-1 "Osoba A" leader; g group change GWD-1 "moderator=Osoba B"
g meeting add GWD-1 --on 2026-11-27 --from 10:00 --to 15:00 --host 0201011 --place "sala 1"
done_well a_meeting_is_planned
g homework give GWD-1 "text=Opisz, jak świadczysz usługę" due=2026-12-15 meeting=1
g indicator new KLASA kind=own "name=Uczniów w klasie" unit=os. direction=D service=oświata
g sheet new GWD-1 2026 due=2027-01-31; g sheet line GWD-1 2026 KLASA low=5 high=40
done_well a_sheet_asks_for_a_figure
printf 'unit;indicator;year;value;flag\n0201011;WYDATKI;2025;12,5;\n0201022;WYDATKI;2025;;bd\n1061011;WYDATKI;2025;14;\n' > w.csv
g import values --yes --new-indicators w.csv; g indicator set WYDATKI service=oświata "name=Wydatki na ucznia"
g package export GWD-1 p0.zip; refused a_package_says_for_whom_it_is 1 'Say for which member'
g package export GWD-1 --for 1061011 p0.zip; refused and_only_for_members 1 'no member'
g package export GWD-1 --for 0201011 p1a.zip; done_well a_package_is_written
holds and_says_that_people_stay_out out '--with-contacts'
g package export GWD-1 --for 0201011 p1a.zip; refused a_file_is_not_replaced_in_silence 1 '--force'
g package export GWD-1 --for 0201022 --with-contacts p1b.zip; done_well another_one_with_people

# ---- the members take it over ----
at a
g package import p1a.zip; refused a_preview_writes_nothing 1 '--yes'
holds it_says_from_whom out 'from Związek Miast, made'
g list groups; same nothing_is_here_yet "$(rows)" 0
g package import p1a.zip --yes; done_well the_package_is_taken_over
g group show GWD-1; holds the_group_is_here out '0201022'
g list meetings; holds its_meeting_too out '2026-11-27'
g values --indicator WYDATKI --year 2025; holds values_came_with_it out '0201011,Bolesławiec,2025,12.5'
g person show "Osoba A"; refused people_stayed_out 1 'Osoba A'
g list groups; first=$(cat out); g list imports; before=$(rows)
g package import p1a.zip --yes; holds the_same_package_changes_nothing out 'known already'
g list imports; same and_makes_no_second_entry "$(rows)" "$before"
g group change GWD-1 name=Inna; refused what_the_union_keeps_is_only_read 1 'Związek Miast'
g meeting change 1 --place tu; refused its_meetings_too 1 'Związek Miast'
g package import p1b.zip --yes; refused a_package_for_another_member_is_refused 1 'is for'
at b
g package import p1b.zip --yes; done_well the_other_member_takes_its_own
g person show "Osoba A"; holds people_came_where_they_were_ticked out a@urzad.pl
at copy
g package import p1a.zip --yes; refused an_office_outside_takes_nothing 1 'is for'
at union
g package import p1a.zip --yes; refused its_own_package_is_refused 1 'this very office'

# ---- a member answers, fills the sheet in, concludes ----
at a
own() { p list homework | sed -n 's/^\([0-9]*\),.*0201011.*/\1/p' | head -n 1; }
g homework answer "$(own)" state=done "text=Opis wysłany"; done_well homework_is_answered
g figure set KLASA 0201011 2026 21,5 "source=SIO"; done_well a_figure_is_keyed
g package export GWD-1 q0.zip; done_well a_draft_sheet_stays
at union; g package import q0.zip --yes; g sheet show GWD-1 0201011 2026; true_that a_draft_does_not_travel test "$(grep -c 21.5 out)" = 0
at a
g sheet state GWD-1 0201011 2026 sent; done_well the_sheet_is_handed_in
g conclusion new 0201011 --group GWD-1 "text=Mniejsze klasy" "cause=sieć szkół" learn_from=0201022 cost=1000; done_well a_conclusion_is_written
g package export GWD-1 --for 0201022 q1.zip; refused a_member_sends_to_the_union_alone 1 'kept by another office'
g package export GWD-1 q1.zip; done_well the_member_sends_its_part

# ---- the union has it ----
at union
g package import q1.zip --yes; done_well the_union_takes_it_over
g list homework; holds the_answer_is_there out ',0201011,"Opisz, jak świadczysz usługę",2026-12-15,done,2026-11-22'
g sheet show GWD-1 0201011 2026; holds the_figure_is_there out '21.5'
g list conclusions; holds the_conclusion_is_there out 'Mniejsze klasy'
g package import q1.zip --yes; holds and_again_it_changes_nothing out 'known already'
g homework answer "$(own)" state=open; refused the_answer_is_the_members 1 'Urząd A'
g figure set KLASA 0201011 2026 30; refused the_figure_is_too 1 'Urząd A'
g check; done_well the_database_is_content
cat out err
finish
