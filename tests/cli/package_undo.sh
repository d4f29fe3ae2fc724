#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Undoing a package gives back a figure whole: value, remark, who said it and by which file, so that
# the file can be taken back, too.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { # office, day: whose database the commands that follow work on
	db=$work/$1.db
	[ -z "$2" ] || GROMADA_NOW=$2T12:00:00Z
}
take() { g package import "$1" --yes; }
fill() { # file of a sheet, value of KLASA
	sed "s/^\(1;KLASA;[^;]*;[^;]*;[^;]*;[^;]*\);[^;]*;/\1;$2;/" "$1" > filled && mv filled "$1"
}

at union; prepare
g office set kind=union "name=Związek Miast" purpose=test
at a; prepare; g office set kind=gmina own_unit=020101 "name=Urząd A" purpose=test
at union
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2026-10-01 0201011 0201022 0214011
g indicator new KLASA kind=own "name=Uczniów w klasie" unit=os. direction=D service=oświata
g indicator new ETATY kind=own "name=Etaty" unit=os. direction=D service=oświata
g sheet new GWD-1 2025; g sheet line GWD-1 2025 KLASA; g sheet line GWD-1 2025 ETATY
g figure set KLASA 0201011 2025 11 remark=wpisane; g figure set ETATY 0201011 2025 3 source=SIO
at union 2026-11-23; g sheet export GWD-1 0201011 2025 b.csv; fill b.csv 15
g sheet import GWD-1 0201011 2025 b.csv --yes; done_well a_file_brings_a_figure; file=$(last_import)
g package export GWD-1 --for 0201011 p1.zip
at a 2026-11-24; take p1.zip; g figure set KLASA 0201011 2025 50; g figure set ETATY 0201011 2025 4; g sheet state GWD-1 0201011 2025 sent; g package export GWD-1 r.zip
at union; take r.zip; package=$(last_import); g sheet show GWD-1 0201011 2025; holds the_members_figure_takes_its_place out ',50,'

# ---- the package first, then the file ----
g import undo "$package"; done_well the_package_is_undone
g sheet show GWD-1 0201011 2025; holds what_the_file_brought_is_back out ',15,'; holds and_the_other_figure out ',3,'
g import undo "$file"; done_well the_file_is_undone_too
g sheet show GWD-1 0201011 2025; holds what_was_keyed_is_back out ',11,,wpisane'
g figure set ETATY 0201011 2025 5; g figure history ETATY 0201011 2025; who=$(sed -n 2p out | cut -d, -f4)
true_that of_a_keyed_figure_it_is_known_who_keyed_it test -n "$who"
same and_when "$(sed -n 2p out | cut -d, -f5)" 2026-11-22T12:00:00Z

# ---- the file first, while the member's figure stands over it ----
g sheet export GWD-1 0201011 2025 c.csv; fill c.csv 16; g sheet import GWD-1 0201011 2025 c.csv --yes; file=$(last_import)
take r.zip; package=$(last_import)
g import undo "$file"; g sheet show GWD-1 0201011 2025; holds the_members_figure_stays out ',50,'
g import undo "$package"; g sheet show GWD-1 0201011 2025; holds a_file_that_was_undone_does_not_come_back out ',11,,wpisane'
for office in union a; do at $office; g check; done_well nothing_is_wrong_at_$office; done
finish
