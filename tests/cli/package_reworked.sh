#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A sheet that is to be explained: what its office changes is a draft, at home and in packages, until it
# is handed in again, and the office that asked keeps what was handed in.
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
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2024-10-01 0201011 0201022 0214011
for code in KLASA KOSZT; do g indicator new $code kind=own "name=$code" unit=os. direction=D service=oświata; done
g sheet new GWD-1 2025; g sheet line GWD-1 2025 KLASA; g sheet line GWD-1 2025 KOSZT
g package export GWD-1 --for 0201011 u1.zip
at a; take u1.zip
g figure set KLASA 0201011 2025 22; g figure set KOSZT 0201011 2025 9000; g sheet state GWD-1 0201011 2025 sent
g package export GWD-1 a1.zip; done_well a_member_hands_its_sheet_in
at union 2026-11-23; take a1.zip; g sheet state GWD-1 0201011 2025 verified; cp union.db verified.db
g sheet ask GWD-1 0201011 2025 KLASA "Czy na pewno?"; g package export GWD-1 --for 0201011 u2.zip; done_well the_union_asks
at a 2026-11-24; take u2.zip
g compare group GWD-1 --year 2025; holds unchanged_it_counts_as_before out ',0201011,9000,s,no,no'
g sheet answer GWD-1 0201011 2025 1 "Błąd"; g package export GWD-1 a2.zip; holds and_travels_with_its_answer out 'filled-in sheets 1'
at union; cp union.db answered.db; at answered; take a2.zip; g sheet show GWD-1 0201011 2025; holds which_comes_to_the_union out 'Błąd'

# ---- it is being corrected ----
at a 2026-11-25; g figure set KLASA 0201011 2025 25; done_well a_figure_is_corrected
g compare group GWD-1 --year 2025; holds all_its_figures_are_drafts out ',0201011,9000,rob,no,no'
g package export GWD-1 a3.zip; holds that_it_stays_is_said out 'The data sheet of 2025 is being corrected and not handed in again'
same and_it_is_not_in_the_package "$(lines 'filled-in sheets')" 0
for office in union verified answered; do
	at $office 2026-11-25; take a3.zip; done_well the_package_comes_to_$office
	g sheet show GWD-1 0201011 2025; holds ${office}_keeps_what_was_handed_in out ',22,'
done
at union; holds with_its_question out 'Czy na pewno?'
g compare group GWD-1 --year 2025; holds and_that_counts out ',0201011,9000,s,no,no'

# ---- a figure is deleted, entered and handed in ----
at a 2026-11-26; cp a.db deleted.db; at deleted; g figure set KOSZT 0201011 2025 -; g package export GWD-1 a4.zip; holds one_without_a_figure_stays_too out 'is being corrected'
at a; g sheet state GWD-1 0201011 2025 sent; g package export GWD-1 a5.zip; holds handed_in_it_goes out 'filled-in sheets 1'
same and_nothing_is_said "$(lines 'is being corrected')" 0
g compare group GWD-1 --year 2025; holds and_counts_at_home out ',0201011,25,s,no,no'
at union 2026-11-26; take a5.zip; g sheet show GWD-1 0201011 2025; holds the_union_has_the_new_figure out ',25,'
holds and_the_answer out 'Błąd'
g sheet state GWD-1 0201011 2025 verified; done_well and_verifies_it

# ---- what the union keyed for the member and asks about ----
at union; g sheet new GWD-1 2024; g sheet line GWD-1 2024 KLASA; g figure set KLASA 0201011 2024 19; g sheet state GWD-1 0201011 2024 sent
g sheet ask GWD-1 0201011 2024 KLASA "Skąd?"; g package export GWD-1 --for 0201011 u6.zip
at a 2026-11-27; take u6.zip; g package export GWD-1 a6.zip; same what_came_keyed_is_not_corrected "$(lines 'is being corrected')" 0
at a 2026-11-28; g figure set KLASA 0201011 2024 18; g package export GWD-1 a7.zip; holds changed_since_it_came_it_stays out 'The data sheet of 2024 is being corrected'
at union 2026-11-28; take a7.zip; g sheet show GWD-1 0201011 2024; holds and_the_unions_stands out ',19,'
for office in union a; do at $office; g check; done_well nothing_is_wrong_at_$office; done
finish
