#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What goes to and fro between two offices on one row: questions about a sheet, remarks on minutes,
# opinions, each answered by the other, taken back, and written by both at once.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { # office, day: whose database the commands that follow work on
	db=$work/$1.db
	[ -z "$2" ] || GROMADA_NOW=$2T12:00:00Z
}
take() { g package import "$1" --yes; }

at union; prepare
g office set kind=union "name=Związek Miast" purpose=test
at a; prepare
g office set kind=gmina own_unit=020101 purpose=test; g office set "name=Urząd A"
at union
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2026-10-01 0201011 0201022 0214011
g contact add "Osoba A" unit=0201011 email=a@urzad.pl; g group person GWD-1 "Osoba A" leader
g meeting add GWD-1 --on 2026-11-20 --from 10:00 --to 15:00 --host 0201011
g meeting person 1 "Gość & Goście" part=guest remark=dieta
g indicator new KLASA kind=own "name=Uczniów w klasie" unit=os. direction=D service=oświata
g sheet new GWD-1 2026; g sheet line GWD-1 2026 KLASA low=5 high=40
g meeting state 1 held; g minutes make 1; g minutes send 1 on=2026-11-22
g opinion ask GWD-1 title=Model "question=Czy tak?" due=2026-12-20
g package export GWD-1 --for 0201011 --with-contacts u1.zip; done_well the_union_asks

# ---- the member says its part ----
at a; take u1.zip
g figure set KLASA 0201011 2026 21,5; g sheet state GWD-1 0201011 2026 verified; refused a_member_does_not_verify_its_own_sheet 1 'Związek Miast'
g sheet state GWD-1 0201011 2026 sent; done_well the_member_sends_its_sheet
g figure set KLASA 0201011 2026 22,5; refused a_sheet_handed_in_is_taken_back_before_it_is_changed 1 'no package with it has gone'
g sheet state GWD-1 0201011 2026 approved; done_well it_can_be_taken_back_before_a_package_went
g figure set KLASA 0201011 2026 22,5; g figure set KLASA 0201011 2026 21,5; g list sheets; holds and_changed out ',draft,1,1,'
g sheet state GWD-1 0201011 2026 sent; done_well and_handed_in_again
g minutes remark 1 "Zła liczba osób" unit=0201011; done_well and_a_remark_on_the_minutes
same which_came_for_remarks "$(grep -c "not sent" out)" 0
g minutes outcome 1 1 taken; refused whose_outcome_the_union_says 1 'Związek Miast'
g opinion answer 1 0201011 view=remarks "text=Punkt 4"; done_well and_an_opinion
g opinion answer 1 0201011 outcome=taken reason=x; refused but_not_what_becomes_of_it 1 'Związek Miast'
g opinion answer 1 0201022 view=agrees; refused nor_what_another_unit_says 1 'another unit'
g package export GWD-1 a1.zip
g sheet state GWD-1 0201011 2026 draft; refused what_went_in_a_package_is_not_taken_back 1 'in the package of 2026-11-22 13:00'
holds and_what_to_do_is_said err 'Ask that office'
if command -v sqlite3 > /dev/null; then
	cp a.db verified.db; sqlite3 verified.db "UPDATE sheet_return SET state = 'verified'" > /dev/null
	at verified; g package export GWD-1 verified.zip; at union; g package import verified.zip
	holds nor_does_its_package out 'the member says itself that its sheet is verified'
else
	skip nor_does_its_package 'no sqlite3'
fi

# ---- the union answers ----
at union 2026-11-23; take a1.zip; done_well the_union_takes_it_over
g sheet state GWD-1 0201011 2026 draft; refused what_another_office_handed_in_is_no_draft_again_here 1 'Ask about a figure'
g sheet ask GWD-1 0201011 2026 KLASA "Czy na pewno?"; done_well it_asks_about_a_figure
g minutes approve 1; refused a_remark_waits_for_its_outcome 1 'no outcome'
number=$(p minutes remarks 1 | sed -n 2p | cut -d, -f1)
g minutes outcome 1 "$number" partly "answer=Poprawiono"; done_well which_it_says
g opinion answer 1 0201011 outcome=taken; done_well and_what_became_of_the_opinion
g minutes approve 1; done_well the_minutes_are_approved
g package export GWD-1 --for 0201011 --with-contacts u2.zip

# ---- and the member has the answers ----
at a 2026-11-24; take u2.zip; done_well the_member_takes_the_answers; second=$(last_import)
g sheet show GWD-1 0201011 2026; holds the_question_is_there out 'Czy na pewno?'
p minutes remarks 1 > out; holds the_outcome_too out 'Poprawiono'
p opinion show 1 > out; holds and_that_of_the_opinion out 'taken'
g minutes remark 1 "Za późno" unit=0201011; refused approved_minutes_take_no_remark 1 'approved'
g import undo "$second"; done_well the_answers_can_be_taken_back
g sheet show GWD-1 0201011 2026; true_that and_are_gone test "$(lines pewno)" = 0
take u2.zip; done_well and_come_again; second=$(last_import)
g sheet answer GWD-1 0201011 2026 1 "Tak, błąd"; g figure set KLASA 0201011 2026 22; done_well it_is_the_members_turn
g sheet state GWD-1 0201011 2026 sent; done_well who_sends_the_sheet_again
take u2.zip; g sheet show GWD-1 0201011 2026; holds the_old_question_does_not_open_it_again out '22'
g package export GWD-1 a2.zip
at union 2026-11-25; take a2.zip; g sheet show GWD-1 0201011 2026; holds the_union_has_the_new_figure out '22'
g sheet state GWD-1 0201011 2026 verified; done_well and_verifies_it
g package export GWD-1 --for 0201011 --with-contacts u3.zip
at a 2026-11-26; take u3.zip; g figure set KLASA 0201011 2026 23; refused what_is_verified_stays 1 'Związek Miast'
g check; done_well nothing_is_wrong_in_the_office

# ---- undo, where the office went on, and erased people ----
g contact add "Gość & Goście"; g person erase "Gość & Goście" --yes; done_well a_guest_is_erased
third=$(last_import); g import undo "$third"; done_well the_last_package_is_undone
g meeting attendance 1; true_that the_guest_does_not_come_back test "$(lines Goście)" = 0
g import undo "$second"; done_well the_one_before_too
g sheet show GWD-1 0201011 2026; holds what_the_office_went_on_with_stays out '22'

# ---- both write on one opinion ----
at union 2026-11-27; g opinion answer 1 0201011 outcome=partly "reason=Po części"; g opinion answer 1 0201011 outcome=taken reason=
g package export GWD-1 --for 0201011 --with-contacts u4.zip
at a; g opinion answer 1 0201011 "text=Punkt 4 i 5"; take u4.zip; g opinion show 1; holds what_the_member_wrote_meanwhile_stays out 'Punkt 4 i 5'
take u4.zip; holds and_the_package_says_nothing_new out 'known already'
g package export GWD-1 a3.zip
at union 2026-11-28; take a3.zip; g opinion show 1; holds and_comes_to_the_union out 'Punkt 4 i 5'

# ---- what the union keyed for a member goes over to it ----
at union 2026-12-01
g sheet new GWD-1 2025; g sheet line GWD-1 2025 KLASA; g figure set KLASA 0201011 2025 19; g sheet state GWD-1 0201011 2025 approved; done_well the_union_keys_the_sheet_of_a_member
g package export GWD-1 --for 0201011 --with-contacts u5.zip
at b; prepare
g office set kind=gmina own_unit=020102 purpose=test; g office set "name=Urząd B"
at union; g package export GWD-1 --for 0201022 v5.zip
at b; take v5.zip; done_well another_member_sees_it
at a; take u5.zip; holds the_preview_says_whose_it_is_now out "this office's from now on"
g figure set KLASA 0201011 2025 20; done_well the_member_goes_on_with_it
g sheet state GWD-1 0201011 2025 sent; done_well and_sends_it
take u5.zip; g sheet show GWD-1 0201011 2025; holds the_package_again_changes_nothing out ',20,'
g import undo "$(last_import)"; g sheet show GWD-1 0201011 2025; holds nor_takes_undoing_it_away out ',20,'
take u5.zip; g package export GWD-1 a5.zip
at union 2026-12-02; take a5.zip; done_well the_union_takes_it
holds it_is_told_that_the_sheet_went_over out 'its office'
g sheet show GWD-1 0201011 2025; holds the_members_figure_counts out ',20,'
g figure set KLASA 0201011 2025 19; refused the_figure_is_the_members_now 1 'Urząd A'
g import undo "$(last_import)"; g sheet show GWD-1 0201011 2025; holds undone_what_the_union_keyed_is_back out ',19,'
g figure set KLASA 0201011 2025 18; done_well and_its_own_again
take a5.zip; g sheet show GWD-1 0201011 2025; holds the_members_counts_again out ',20,'
g sheet ask GWD-1 0201011 2025 KLASA "Skąd?"; done_well the_union_asks
g package export GWD-1 --for 0201011 --with-contacts u6.zip; g package export GWD-1 --for 0201022 v6.zip
at b; take v6.zip; g sheet show GWD-1 0201011 2025; holds others_have_the_members_figure out ',20,'
at a 2026-12-03; take u6.zip; g sheet answer GWD-1 0201011 2025 1 "Z SIO"; done_well the_member_answers
g sheet state GWD-1 0201011 2025 sent; g package export GWD-1 a6.zip
at union 2026-12-04; take a6.zip; g sheet state GWD-1 0201011 2025 verified; done_well and_the_union_verifies

# ---- both began the same sheet ----
at union; g sheet new GWD-1 2024; g sheet line GWD-1 2024 KLASA; g package export GWD-1 --for 0201011 --with-contacts u7.zip
at a 2026-12-05; take u7.zip; g figure set KLASA 0201011 2024 17; g sheet state GWD-1 0201011 2024 sent; g package export GWD-1 a7.zip
at union 2026-12-05; g figure set KLASA 0201011 2024 16; g sheet ask GWD-1 0201011 2024 KLASA "Na pewno?"
g package export GWD-1 --for 0201011 --with-contacts u8.zip
take a7.zip; g sheet show GWD-1 0201011 2024; holds the_members_own_sheet_takes_its_place out ',17,'
g import undo "$(last_import)"; g sheet show GWD-1 0201011 2024; holds undone_it_is_as_it_was out 'Na pewno?'
take a7.zip; at a; take u8.zip; holds here_the_office_fills_it_in_itself out 'fills in'
g sheet show GWD-1 0201011 2024; holds and_its_figure_stays out ',17,'
at union; g sheet new GWD-1 2023; g sheet line GWD-1 2023 KLASA; g figure set KLASA 0201011 2023 15
g package export GWD-1 --for 0201011 --with-contacts u9.zip
at a 2026-12-06; take u9.zip; g figure set KLASA 0201011 2023 14; g sheet state GWD-1 0201011 2023 sent; g package export GWD-1 a9.zip
at union 2026-12-06; take a9.zip; g sheet show GWD-1 0201011 2023; holds figures_keyed_before_give_way_too out ',14,'
g import undo "$(last_import)"; g figure history KLASA 0201011 2023; g sheet show GWD-1 0201011 2023; holds and_come_back out ',15,'

# ---- whose workbook it is ----
at union; g sheet new GWD-1 2022; g sheet line GWD-1 2022 KLASA
g sheet export GWD-1 0201011 2022 u.xlsx; g sheet import GWD-1 0201011 2022 u.xlsx --yes
true_that the_offices_own_workbook_is_nothing_special test "$(lines 'another office')" = 0
g package export GWD-1 --for 0201011 --with-contacts u10.zip
at a 2026-12-07; take u10.zip; g sheet import GWD-1 0201011 2022 u.xlsx --yes; holds a_workbook_says_where_it_was_made out 'made in another office: Związek Miast'
for office in union a b; do at $office; g check; done_well nothing_is_wrong_at_$office; done
finish
