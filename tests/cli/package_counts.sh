#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the preview of a package counts and names: every value that was sent stands in some line, and
# a sheet that takes the place of another says whose it is and which figures change.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { db=$work/$1.db; } # whose database the commands that follow work on
take() { g package import "$1" --yes; }
count() { sed -n "s/^ *$1: *\\([0-9][0-9 ]*\\)\$/\\1/p" said | tr -d ' '; } # of a line of the preview
remark() { sed -n "s/^.*[^0-9]\\([0-9][0-9 ]*\\) $1.*/\\1/p" said | tr -d ' ' | head -n 1; }

at union; prepare; g office set kind=union "name=Związek Miast" purpose=test
at a; g init; g import teryt --yes "$fixtures/TERC_Urzedowy_2020-01-01.csv"
g office set kind=gmina own_unit=020101 "name=Urząd A" purpose=test
at union
{ cat "$fixtures/RYNE_2392_CTAB_20220101000000.csv"; printf '0809102;"Ostrowice (2)";1,5;2,0;2,5;\r\n'; } > RYNE_2392_CTAB_20220201000000.csv
g import bdl --yes RYNE_2392_CTAB_20220201000000.csv; done_well a_file_of_bdl_names_a_unit_that_the_register_lacks
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2026-10-01 0201011 0201022 0214011
g indicator set P2392.1 service=oświata
printf 'unit;indicator;year;value;flag\n0201011;WYDATKI;2025;12,5;\n0201022;WYDATKI;2025;;bd\n' > w.csv
g import values --yes --new-indicators w.csv; g indicator set WYDATKI service=oświata "name=Wydatki na ucznia"

# ---- every value stands in a line ----
g package export GWD-1 --for 0201011 u1.zip; done_well a_package_is_written
at a; p package import u1.zip > said 2>&1
same rows_are_what_is_new_the_same_left_out_or_without_a_value "$(count Rows)" \
	"$(($(count New) + $(count Changed) + $(count 'The same as before') + $(count 'Left out') + $(remark 'rows bring no value')))"
same values_of_units_known_from_bdl_alone_were_sent_and_are_left_out "$(count 'Left out')" 3
holds which_is_said said '3 values are of units that the register here does not hold'
take u1.zip; done_well the_package_is_taken_over

# ---- a sheet that was keyed for a member says what its own changes ----
at union
g indicator new KLASA kind=own "name=Uczniów w klasie" unit=os. direction=D service=oświata
g indicator new SALE kind=own "name=Sal lekcyjnych" unit=szt. service=oświata
g sheet new GWD-1 2026 due=2027-01-31; g sheet line GWD-1 2026 KLASA; g sheet line GWD-1 2026 SALE
g package export GWD-1 --for 0201011 u2.zip
g figure set KLASA 0201011 2026 15,3; g figure set SALE 0201011 2026 8; done_well the_union_keys_a_members_figures
at a; take u2.zip; g figure set KLASA 0201011 2026 15,9; g figure set SALE 0201011 2026 8
g sheet state GWD-1 0201011 2026 sent; g package export GWD-1 a1.zip; done_well the_member_sends_its_own
at union; g package import a1.zip; cp out said
holds the_preview_names_the_unit said 'Bolesławiec, urban gmina (0201011)'
holds and_what_changes said 'Changed: KLASA 15.3 → 15.9.'

finish
