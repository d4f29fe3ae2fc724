#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Sheets that were handed in or verified, went out in packages and are drafts again: their figures
# count nowhere, at home or where they came.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { # office, day: whose database the commands that follow work on
	db=$work/$1.db
	[ -z "$2" ] || GROMADA_NOW=$2T12:00:00Z
}
take() { g package import "$1" --yes; }

at union; prepare
g office set kind=union "name=Związek Miast" purpose=test
at a; prepare
g office set kind=gmina own_unit=020101 purpose=test; g office set "name=Urząd"; g office set "name=Urząd A"
at union
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2024-10-01 0201011 0201022 0214011 0201043
g indicator new KLASA kind=own "name=Uczniów w klasie" unit=os. direction=D service=oświata
g indicator new KOSZT kind=own "name=Koszt ucznia" unit=zł direction=D service=oświata
g sheet new GWD-1 2025; g sheet line GWD-1 2025 KLASA; g sheet line GWD-1 2025 KOSZT
for unit in 0201022 0214011 0201043; do
	g figure set KLASA $unit 2025 18; g figure set KOSZT $unit 2025 10000; g sheet state GWD-1 $unit 2025 sent
done
g figure set KOSZT 0214011 2025 12000; holds a_sheet_that_is_reopened_is_named out 'The sheet of 2025 for GWD-1'
g sheet answer GWD-1 0214011 2025 1 "Tak"; g sheet state GWD-1 0214011 2025 sent
for unit in 0201022 0214011; do g sheet state GWD-1 $unit 2025 verified; done
done_well sheets_are_verified
g compare rows GWD-1 KLASA KOSZT
g package export GWD-1 --for 0201011 u1.zip; done_well they_go_to_a_member
at a; take u1.zip; g compare group GWD-1 --year 2025; holds and_count_there out ',0201022,10000,,yes'
holds the_one_that_is_only_handed_in_too out ',0201043,10000,s,yes'
same all_three_figures_of_each_row_are_there "$(lines_where '$5 != ""')" 6

# ---- a figure of a verified sheet is changed, and the sheet a draft again ----
at union 2026-11-23; g figure set KLASA 0201022 2025 17; holds a_verified_sheet_is_to_be_explained_and_that_is_said out 'handed in with another figure'
g sheet answer GWD-1 0201022 2025 1 "Tak"
g sheet state GWD-1 0201022 2025 draft; done_well its_sheet_is_a_draft_again
g compare group GWD-1 --year 2025; holds all_its_figures_are_drafts out ',0201022,10000,rob,no,no'
g rank --indicator KOSZT --year 2025; same and_have_no_place_in_a_ranking "$(lines ',10000')" 1
g sheet ask GWD-1 0214011 2025 KLASA "Czy na pewno?"; g sheet answer GWD-1 0214011 2025 2 "Nie"
g sheet state GWD-1 0214011 2025 draft; g sheet state GWD-1 0201043 2025 draft; done_well nor_do_two_others_count_any_more

# ---- and the next package takes them back ----
g package export GWD-1 --for 0201011 u2.zip
at a 2026-11-23; g package import u2.zip; holds the_preview_says_that_they_go out "filled-in sheets"
take u2.zip; done_well the_member_takes_the_package
g compare group GWD-1 --year 2025; same no_figure_of_a_draft_is_left "$(lines_where '$5 != ""')" 0
g list sheets; same nor_a_sheet_handed_in "$(lines ',draft,')" 4
take u2.zip; holds the_same_package_says_nothing_new out 'known already'
take u1.zip; g list sheets; same nor_does_an_older_one_bring_them_back "$(lines ',draft,')" 4
g import undo "$(last_import)"; g import undo "$(last_import)"; g compare group GWD-1 --year 2025; holds undone_they_are_back out ',0201022,10000,,yes'
take u2.zip
at union 2026-11-24; g sheet state GWD-1 0201043 2025 sent; g package export GWD-1 --for 0201011 u3.zip
at a 2026-11-24; take u3.zip; g compare group GWD-1 --year 2025; holds handed_in_again_it_comes_again out ',0201043,10000,s'

# ---- a member that goes on with a sheet it had only approved ----
at a; g figure set KLASA 0201011 2025 22; g figure set KOSZT 0201011 2025 9000; g sheet state GWD-1 0201011 2025 approved; done_well it_approves_one
g package export GWD-1 a1.zip
at union; take a1.zip; done_well which_goes_to_the_union; g compare group GWD-1 --year 2025; holds what_a_member_approved_counts out ',0201011,9000,s,yes'
at a 2026-11-25; g figure set KOSZT 0201011 2025 9500; g package export GWD-1 a2.zip
at union 2026-11-25; take a2.zip; g compare group GWD-1 --year 2025; same a_draft_again_it_does_not "$(lines ',0201011,9')" 0
at a 2026-11-26; g sheet state GWD-1 0201011 2025 sent; g package export GWD-1 a3.zip
at union 2026-11-26; take a3.zip; g sheet state GWD-1 0201011 2025 verified; done_well handed_in_it_is_verified
at a 2026-11-27; cp a.db kept.db; at kept; g import undo "$(last_import)"; g package export GWD-1 a4.zip
for office in union a; do at $office; g check; done_well nothing_is_wrong_at_$office; done
finish
