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
g office set kind=gmina own_unit=020101 "name=Urząd A" purpose=test
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

# ---- the measure of a plan whose newest figure no sheet asks for ----
at a; take u1.zip; g plan new 0201011 --group GWD-1 title=Klasy indicator=KLASA base=22,6 base_year=2025 target=20 target_year=2028
g plan set 1 state=adopted adopted_on=2026-11-22
g figure set KLASA 0201011 2026 21,3; g plan result 1 2026 "Mniej uczniów"; done_well a_member_tells_what_became_of_its_plan
g list plans; holds half_of_the_way_at_home out ',21.3,2026,50'
g package export GWD-1 a1.zip; holds the_figure_goes_along out 'own figures of members 1 (figures 1)'
same and_nothing_is_said_to_stay "$(lines 'stay here')" 0
at union; take a1.zip; g list plans; holds and_half_of_the_way_at_the_union out ',21.3,2026,50'
g report group GWD-1 --year 2026 --format text; holds one_truth_in_one_paper out '21.3 in 2026: 50% of the way'
g list offices; holds the_package_written_before_is_not_forgotten out 'Urząd A,gmina,020101,2026-11-22T12:00:00Z,2026-11-22T12:00:00Z'
same and_the_office_stands_there_once "$(lines ,020101,)" 1
at union 2026-11-23; g sheet new GWD-1 2026; g sheet line GWD-1 2026 KLASA; g figure set KLASA 0201011 2026 21; g sheet state GWD-1 0201011 2026 sent
g list plans; holds a_figure_of_that_year_counts_before_what_was_told out ',21,2026,'

# ---- own figures beside the sheets: of the member's own unit, read only, withdrawn with it ----
at union 2026-11-24; g package export GWD-1 --for 0201011 u2.zip
at a 2026-11-24; take u2.zip
g figure set KLASA 0201011 2024 23,4 "source=dziennik"; g figure set KLASA 0201022 2024 99; done_well a_member_keys_what_no_sheet_asks_for
g package export GWD-1 a2.zip; holds its_own_goes_along_and_no_other out '(figures 1)'
at union; g package import a2.zip; holds the_preview_counts_them out 'own figures of members: new 0, changed 1'
take a2.zip; g compare group GWD-1 --year 2024; holds it_stands_in_the_comparison out ',0201011,23.4,s'
same that_of_another_unit_does_not "$(lines ',99')" 0
g values --indicator KLASA --year 2024; holds it_is_a_value_of_its_card out '23.4'
g values --indicator KLASA --year 2024 --format text; holds one_members_source_is_not_that_of_all out 'Source: own figures of 2 offices'
g figure set KLASA 0214011 2024 25 "source=dziennik"
g values --indicator KLASA --year 2024 --format text; holds unless_all_name_the_same out 'Source: dziennik'
take a2.zip; holds the_same_package_brings_nothing_new out 'known already'
g figure set KLASA 0201011 2024 20; refused it_is_only_read 1 'can only be changed there'
g figure set KLASA 0201011 2023 20; done_well where_the_member_told_nothing_it_is_free; g figure set KLASA 0201011 2023 ''
g package export GWD-1 --for 0201022 u3.zip; holds the_keeper_passes_it_on out 'own figures of members 1 (figures 1)'
at b 2026-11-24; prepare; g office set kind=gmina own_unit=020102 "name=Urząd B" purpose=test
take u3.zip; g compare group GWD-1 --year 2024; holds and_another_member_reads_it out ',0201011,23.4,s'
at a 2026-11-25; g figure set KLASA 0201011 2024 ''; g package export GWD-1 a3.zip; same a_deleted_one_goes_no_more "$(lines 'own figures')" 0
cp a.db drafts.db; at drafts 2026-11-25
g group add GWD-A --kind gwd --name Próbna --service oświata --starts 2020-01-01 0201011; g sheet new GWD-A 2023; g sheet line GWD-A 2023 KLASA
g figure set KLASA 0201011 2023 30; g package export GWD-1 drafts.zip; holds a_draft_stays_and_why_is_said out 'because only draft sheets ask for them: KLASA 2023.'
same it_does_not_go "$(lines '(figures 1)')" 0; at a 2026-11-25
if command -v zip > /dev/null && command -v unzip > /dev/null; then
	mkdir old; (cd old && unzip -q ../a3.zip && sed -i 's/format="3"/format="2"/' manifest.xml && zip -q ../old.zip ./*)
	cp union.db kept.db; at kept; take old.zip
	g compare group GWD-1 --year 2024; holds a_package_of_an_older_format_takes_none_back out ',0201011,23.4,s'
else skip a_package_of_an_older_format_takes_none_back 'no zip or unzip'; fi
at union 2026-11-25; g package import a3.zip; holds that_it_goes_is_said out 'own figures of members: 1 that came before are not in this package any more'
take a3.zip; g compare group GWD-1 --year 2024; same it_is_withdrawn "$(lines ',23.4')" 0
g package export GWD-1 --for 0201022 u4.zip
at b 2026-11-25; take u4.zip; g compare group GWD-1 --year 2024; same at_the_other_member_too "$(lines ',23.4')" 0
at union; g import undo "$(last_import)"; g compare group GWD-1 --year 2024; holds undone_it_is_back out ',0201011,23.4,s'
take a3.zip; take a2.zip; g compare group GWD-1 --year 2024; same an_older_package_does_not_bring_it_back "$(lines ',23.4')" 0
at a 2026-11-26; g figure set KLASA 0201011 2024 23; g figure set KLASA 0201011 2022 24; g package export GWD-1 a4.zip
at union 2026-11-26; g figure set KLASA 0201011 2022 30; g package import a4.zip; holds what_was_keyed_here_is_told_beside_it out 'KLASA 2022 30 → 24'
take a4.zip; g compare group GWD-1 --year 2022; holds and_counts_here out ',0201011,30,'
g figure set KLASA 0201011 2022 ''; g compare group GWD-1 --year 2022; holds until_it_is_deleted out ',0201011,24,s'
g import undo "$(last_import)"; g compare group GWD-1 --year 2024; same undoing_the_package_takes_its_figures_back "$(lines ',0201011,23')" 0

# ---- the sheet of the next year shows what was told as the figure before, with its source ----
at a; g figure set KLASA 0201011 2019 19 "source=spis"; g package export GWD-1 a5.zip
at union; take a5.zip; g sheet new GWD-1 2020; g sheet line GWD-1 2020 KLASA change=10
g sheet show GWD-1 0201011 2020; holds the_sheet_shows_it_as_last_years out ',19,'
g sheet export GWD-1 0201011 2020 next.csv; holds and_offers_its_source next.csv 'spis'
g figure set KLASA 0201011 2020 30; g sheet show GWD-1 0201011 2020; holds and_a_large_change_is_seen out 'more than a year before'
g figure set KLASA 0201011 2020 ''
for office in union a b; do at $office; g check; done_well nothing_is_wrong_at_$office; done
finish
