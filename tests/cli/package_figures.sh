#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Own figures beside the data sheets of a group: who keeps them, what the others are told.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { # office, day: whose database the commands that follow work on
	db=$work/$1.db
	[ -z "$2" ] || GROMADA_NOW=$2T12:00:00Z
}
take() { g package import "$1" --yes; }

at union; prepare
g office set kind=union "name=Związek Miast" purpose=test
at a; prepare
g office set kind=gmina own_unit=020101 purpose=test; g office set "name=Gmina"; g office set "name=Urząd"; g office set "name=Urząd A"
at union
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2024-10-01 0201011 0201022 0214011
g indicator new KLASA kind=own "name=Uczniów w klasie" unit=os. direction=D service=oświata
g sheet new GWD-1 2025; g sheet line GWD-1 2025 KLASA; g figure set KLASA 0201011 2025 22,6; g sheet state GWD-1 0201011 2025 sent
g compare rows GWD-1 KLASA
g package export GWD-1 --for 0201011 u1.zip; same what_sheets_hold_goes_along_and_nothing_is_said "$(lines 'stay here')" 0
g figure set KLASA 0214011 2024 25
rm u1.zip; g package export GWD-1 --for 0201011 u1.zip; holds what_stays_with_the_union_is_named out 'because no data sheet of the group holds them: KLASA 2024.'
g list offices; holds to_whom_a_package_went_is_known_before_its_own_comes out ',,020101,,2026-11-22'
g list packages; holds a_package_that_was_written_is_listed out 'u1.zip'

# ---- the measure of a plan whose newest figure stays at the member ----
at a; take u1.zip; g plan new 0201011 --group GWD-1 title=Klasy indicator=KLASA base=22,6 base_year=2025 target=20 target_year=2028
g plan set 1 state=adopted adopted_on=2026-11-22
g figure set KLASA 0201011 2026 21,3; g plan result 1 2026 "Mniej uczniów"; done_well a_member_tells_what_became_of_its_plan
g list plans; holds half_of_the_way_at_home out ',21.3,2026,50'
g package export GWD-1 a1.zip; holds the_figure_that_stays_is_named out 'because no data sheet of the group holds them: KLASA 2026.'
at union; take a1.zip; g list plans; holds and_half_of_the_way_at_the_union out ',21.3,2026,50'
g report group GWD-1 --year 2026 --format text; holds one_truth_in_one_paper out '21.3 in 2026: 50% of the way'
g list offices; holds the_package_written_before_is_not_forgotten out 'Urząd A,gmina,020101,2026-11-22T12:00:00Z,2026-11-22T12:00:00Z'
same and_the_office_stands_there_once "$(lines ,020101,)" 1
at union 2026-11-23; g sheet new GWD-1 2026; g sheet line GWD-1 2026 KLASA; g figure set KLASA 0201011 2026 21; g sheet state GWD-1 0201011 2026 sent
g list plans; holds a_figure_of_that_year_counts_before_what_was_told out ',21,2026,'
for office in union a; do at $office; g check; done_well nothing_is_wrong_at_$office; done
finish
