#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Exchange packages: a union and two members, each with its own database, walk one quarter and the
# next, out and back.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { # office, day: whose database the commands that follow work on
	db=$work/$1.db
	[ -z "$2" ] || GROMADA_NOW=$2T12:00:00Z
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
g indicator set P2392.1 service=oświata
g package export GWD-1 p0.zip; refused a_package_says_for_whom_it_is 1 'Say for which member'
g package export GWD-1 --for 1061011 p0.zip; refused and_only_for_members 1 'no member'
mkdir q0
printf 'type,name,label\ninteger,ocena,Na ile punktów oceniasz szkołę?\n' > q0/survey.csv
printf 'form_title,form_id\nSzkoła,wspolna\n' > q0/settings.csv
g import questionnaire q0 --yes --publish
g package export GWD-1 --for 0201011 --questionnaire brak p0.zip; refused a_questionnaire_must_be_there 1 brak
absent nothing_half_written_stays p0.zip
g package export GWD-1 --for 0201011 --questionnaire wspolna p1a.zip; done_well a_package_is_written
holds and_says_that_people_stay_out out '--with-contacts'
g package export GWD-1 --for 0201011 p1a.zip; refused a_file_is_not_replaced_in_silence 1 '--force'
g package export GWD-1 --for 0201022 --with-contacts --questionnaire wspolna p1b.zip; done_well another_one_with_people

# ---- the members take it over ----
at a
g package import nothing-there.zip; refused a_file_that_is_not_there_is_said 1 'There is no file'
g package import .; refused a_folder_is_said 1 'is a folder'
g package import p1a.zip; refused a_preview_writes_nothing 1 '--yes'
holds it_says_from_whom out 'from Związek Miast, made'
g list groups; same nothing_is_here_yet "$(rows)" 0
g package import p1a.zip --yes; done_well the_package_is_taken_over
holds what_the_statistical_office_publishes_came_whole out '12 values stay out'
g group show GWD-1; holds the_group_is_here out '0201022'
g list meetings; holds its_meeting_too out '2026-11-27'
g list questionnaires; holds a_shared_questionnaire_is_a_draft_here out 'wspolna'
g values --indicator WYDATKI --year 2025; holds values_came_with_it out '0201011,Bolesławiec,2025,12.5'
true_that of_members_alone test "$(lines '^1061011')" = 0
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
at fresh; g init; g package import p1a.zip; refused a_new_office_is_told_all_that_it_lacks 1 'register first'; holds at_once err '8 8'
at union
g package import p1a.zip --yes; refused its_own_package_is_refused 1 'this very office'
g package export GWD-1 --for 201011 p0.zip; refused a_code_without_its_zero_is_told 1 '0201011 is Bolesławiec'
g package export GWD-1 --for 020177 p0.zip; refused a_code_that_was_cut_too 1 'has 7 digits, this one 6'

# ---- a member answers, fills the sheet in, concludes ----
at a 2026-11-25
own() { p list homework | sed -n 's/^\([0-9]*\),.*0201011.*/\1/p' | head -n 1; }
g homework answer "$(own)" state=done "text=Opis wysłany"; done_well homework_is_answered
g figure set KLASA 0201011 2026 21,5 "source=SIO"; done_well a_figure_is_keyed
now=$GROMADA_NOW; GROMADA_NOW=${now%T*}T11:00:00Z; g package export GWD-1 q0.zip; GROMADA_NOW=$now; done_well a_draft_sheet_stays
at union; g package import q0.zip --yes; g sheet show GWD-1 0201011 2026; true_that a_draft_does_not_travel test "$(lines 21.5)" = 0
at a
g sheet state GWD-1 0201011 2026 sent; done_well the_sheet_is_handed_in
g conclusion new 0201011 --group GWD-1 "text=Mniejsze klasy" "cause=sieć szkół" learn_from=0201022 cost=1000 state=accepted; done_well a_conclusion_is_written
g conclusion new 0201011 --group GWD-1 "text=Jeszcze nie wiemy"; g plan new 0201011 --group GWD-1 "title=Dopiero szkic"; done_well and_one_that_is_only_proposed
g package export GWD-1 --for 0201022 q1.zip; refused a_member_sends_to_the_union_alone 1 'kept by another office'
g package export GWD-1 q1.zip; at stranger; prepare; g office set kind=gmina own_unit=021401 "name=Obcy" purpose=test
g package import q1.zip; refused a_strangers_office_is_told_both 1 'another'; holds that_it_lacks_the_group_too err 'does not have'; at a; rm q1.zip
g package export GWD-1 q1.zip; done_well the_member_sends_its_part

# ---- the union has it ----
at union 2026-11-28
g package import q1.zip --yes; done_well the_union_takes_it_over
g list homework; holds the_answer_is_there out ',0201011,"Opisz, jak świadczysz usługę",2026-12-15,done,2026-11-25'
g sheet show GWD-1 0201011 2026; holds the_figure_is_there out '21.5'; holds with_its_source out ',SIO,'
g list conclusions; holds the_conclusion_is_there out 'Mniejsze klasy'; true_that what_is_only_proposed_stays_at_home test "$(lines wiemy)" = 0
g list plans; true_that and_so_does_a_draft_plan test "$(lines szkic)" = 0
g package import q1.zip --yes; holds and_again_it_changes_nothing out 'known already'
g homework answer "$(own)" state=open; refused the_answer_is_the_members 1 'Urząd A'
g figure set KLASA 0201011 2026 30; refused the_figure_is_too 1 'Urząd A'
g check; done_well the_database_is_content

# ---- the next quarter, on both sides ----
at union 2026-12-01
g meeting change 1 --place "sala 2"; g meeting state 1 invited; g meeting state 1 held
g meeting add GWD-1 --on 2027-02-26 --from 10:00 --to 14:00 --host 0201022
g minutes make 1; g minutes send 1 on=2026-12-01; done_well minutes_are_sent_for_remarks
g package export GWD-1 --for 0201011 --with-contacts p2a.zip
g package export GWD-1 --for 0201022 p2b.zip; done_well the_next_packages_go_out
at b; before=$(contents)
g package import p2b.zip --yes; done_well the_other_member_takes_the_next
g sheet show GWD-1 0201011 2026; holds it_sees_the_figures_of_the_first out '21.5'
g list conclusions; holds and_its_conclusion out 'Mniejsze klasy'
g conclusion set 1 text=x; refused which_it_only_reads 1 'Urząd A'
g figure set KLASA 0201011 2026 30; refused and_its_figures_too 1 'Urząd A'
g figure set KLASA 0201022 2026 18; g sheet state GWD-1 0201022 2026 sent; g package export GWD-1 r1.zip; done_well it_answers_too
at union; g package import r1.zip --yes; done_well which_the_union_takes_over
at a
g package import p2a.zip --yes; done_well the_first_member_takes_the_next
holds nothing_of_its_own_is_touched out 'The same as before:       23'
g person show "Osoba A"; holds people_came_this_time out a@urzad.pl
g meeting minutes 1; holds minutes_came out 'version 1, sent for remarks on 2026-12-01'
g list meetings; holds the_meeting_moved out 'sala 2'
g package import p1a.zip --yes; holds an_older_package_is_told_from_a_newer out 'older than what is here'
g list meetings; holds and_overwrites_nothing out 'sala 2'
g sheet show GWD-1 0201011 2026; holds its_own_figures_stay out '21.5'
second=$(last_import); first=$(p list imports | sed -n 3p | cut -d, -f1)
g import undo "$first"; refused an_older_one_is_not_undone_first 1 "Undo first: $second"
g import undo "$second"; done_well the_newer_package_is_undone
g list meetings; holds the_meeting_is_where_it_was out 'sala 1'
g person show "Osoba A"; refused people_went_too 1 'Osoba A'
g import undo "$first"; refused what_this_office_wrote_keeps_the_first 1 'rest on what it brought'
g package import p2a.zip --yes; done_well it_can_be_taken_over_again
g list meetings; holds as_it_was out 'sala 2'
g check; done_well and_nothing_is_wrong
at union
g package import q0.zip --yes; holds an_older_answer_changes_nothing out 'known already'
g sheet show GWD-1 0201011 2026; holds the_figure_stays out '21.5'

# ---- taken back whole ----
at copy; g office set own_unit=020102; empty=$(contents)
g package import p1b.zip --yes; g package import p2b.zip --yes; last=$(last_import)
g import undo "$last"; g import undo "$((last - 1))"; done_well both_packages_are_undone
same nothing_of_them_is_left "$(contents | sed 1d)" "$(printf '%s\n' "$empty" | sed 1d)"
g list groups; same no_group "$(rows)" 0
g list questionnaires; same no_questionnaire "$(lines wspolna)" 0
g check; done_well and_nothing_wrong

# ---- results of a survey ----
at a 2027-02-01
mkdir q
printf 'type,name,label\ninteger,ocena,Na ile punktów oceniasz szkołę?\ninteger,dojazd,Na ile punktów oceniasz dojazd?\nselect_one kto,kto,Kto?\n' > q/survey.csv
printf 'list_name,name,label,code\nkto,1,jedni,1\nkto,2,drudzy,2\n' > q/choices.csv
printf 'form_title,form_id\nSzkoła,szkola\n' > q/settings.csv
g import questionnaire q --yes --publish
g survey add s name=Badanie questionnaire=szkola; g wave add s code=S1 year=2026 sample=random; g wave add s code=S2 year=2025 sample=random
awk 'BEGIN { print "form_number,ocena,dojazd"; for (i = 1; i <= 60; i++) printf "%d,%d,3\n", i, 1 + i % 3 }' > s1.csv
head -n 4 s1.csv > s2.csv
g import answers S1 s1.csv --yes; g import answers S2 s2.csv --yes
g publish S1 ocena --statistic mean --as OCENA; done_well a_result_is_published
g publish S2 ocena --statistic mean --as OCENA; g indicator set OCENA service=oświata
# weights that rest on answers which were taken away
g wave add s code=S3 year=2024
awk 'BEGIN { print "form_number,ocena,kto"; for (i = 1; i <= 60; i++) printf "%d,%d,1\n", i, 1 + i % 3 }' > s3.csv
awk 'BEGIN { print "form_number,ocena,kto"; for (i = 61; i <= 90; i++) printf "%d,%d,2\n", i, 1 + i % 3 }' > s3b.csv
g import answers S3 s3.csv --yes; g import answers S3 s3b.csv --yes
printf 'margin,questions,categories,population,source\n1,kto,1,300,register\n1,kto,2,300,register\n' > margin.csv
g weights import S3 margin.csv; g publish S3 ocena --statistic mean --as OCENA --weight; done_well a_weighted_result_is_published
g import undo "$(last_import)"
g values --indicator OCENA --year 2024; holds without_weights_it_is_missing_for_that_reason out '0201011,Bolesławiec,2024,,bw'
g package export GWD-1 q2.zip; done_well results_go_out
at union 2027-02-03
g package import q2.zip --yes; done_well and_arrive
g values --indicator OCENA --year 2026; holds a_result_is_a_value out '0201011,Bolesławiec,2026,2'
g values --indicator OCENA --year 2025; holds what_too_few_said_stays_hidden out '0201011,Bolesławiec,2025,,#'
g values --indicator OCENA --year 2024; holds what_has_no_weights_says_so out '0201011,Bolesławiec,2024,,bw'
g package export GWD-1 --for 0201022 p3b.zip; g package export GWD-1 --for 0201011 p3a.zip
at b
g package import p3b.zip --yes; g values --indicator OCENA --year 2026; holds the_union_passes_results_on out '0201011,Bolesławiec,2026,2'
at a
g package import p3a.zip --yes; g values --indicator OCENA --year 2025; holds and_they_lie_under_the_offices_own out ',#'
g retract S1 OCENA; g publish S1 dojazd --statistic mean --as OCENA; g values --indicator OCENA --year 2026; holds which_count_here out '0201011,Bolesławiec,2026,3'
g import undo "$(last_import)"; done_well undoing_takes_only_what_came
g values --indicator OCENA --year 2026; holds the_offices_own_result_stays out '0201011,Bolesławiec,2026,3'
g check; done_well all_is_well_in_the_end

# ---- the union asks about a figure, the member answers, the union verifies ----
at union 2027-02-10
g sheet ask GWD-1 0201011 2026 KLASA "Czy z filiami?"; done_well the_union_asks_about_a_sheet_that_was_sent
g package export GWD-1 --for 0201011 p4.zip
at a
g figure set KLASA 0201011 2026 22; refused nothing_changes_while_the_union_has_the_sheet 1 'has been sent to'
g package import p4.zip --yes; done_well the_question_comes_to_the_member
g list sheets --group GWD-1 --year 2026; holds the_sheet_is_queried out 'urban gmina",queried'
g sheet answer GWD-1 0201011 2026 1 "Bez filii; poprawiono"; g figure set KLASA 0201011 2026 22; done_well the_member_answers_and_corrects
g sheet state GWD-1 0201011 2026 sent; done_well and_sends_it_again
g package export GWD-1 q4.zip
at union
g sheet state GWD-1 0201011 2026 verified; refused the_union_waits_for_the_answer 1 'is working on this sheet'
g package import q4.zip --yes; g sheet show GWD-1 0201011 2026; holds the_corrected_figure_is_there out '22'
g sheet state GWD-1 0201011 2026 verified; done_well the_union_verifies
g package export GWD-1 --for 0201011 p5.zip
at a
g package import p5.zip --yes; g list sheets --group GWD-1 --year 2026; holds the_member_sees_it_verified out 'urban gmina",verified'
g check; done_well and_all_is_well
finish
