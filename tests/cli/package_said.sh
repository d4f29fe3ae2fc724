#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What was said stays as it was said in every office: what stands above minutes that went out, and the
# day on which homework was given.
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
g meeting add GWD-1 --on 2026-11-20 --from 10:00 --to 15:00 --host 0201011 --title "Koszty szkół"
g meeting state 1 held; g minutes make 1; g minutes send 1 on=2026-11-22; g minutes approve 1; done_well the_union_approves_minutes
p meeting minutes 1 -o union.txt
g office set "name=Związek Miast i Gmin"; g group change GWD-1 "name=Grupa szkolna"
g homework give GWD-1 "text=Policzyć uczniów" due=2026-12-20 unit=0201011
g package export GWD-1 --for 0201011 u1.zip

# ---- minutes ----
at a 2026-11-25; take u1.zip; done_well the_member_takes_them
g meeting minutes 1 -o a.txt; holds its_copy_has_the_offices_name_of_that_day a.txt 'Związek Miast'
true_that the_paper_is_the_same_in_both_offices cmp union.txt a.txt
g import undo "$(last_import)"; done_well the_package_is_undone; take u1.zip
g meeting minutes 1 -o a.txt --force; true_that and_taken_again_says_the_same cmp union.txt a.txt

# ---- homework ----
unzip -p u1.zip records.xml > records; holds homework_travels_with_the_day_on_which_it_was_given records '<f n="given_on">2026-11-22</f>'
at union; for text in Pierwsze Drugie Trzecie Czwarte Piąte; do g homework give GWD-1 "text=$text" due=2026-12-21 unit=0201011; done
for text in Jeden Dwa Trzy Cztery; do g conclusion new 0201011 --group GWD-1 "text=$text"; done
for number in 1 2 3 4; do g conclusion set $number state=accepted; done
p list homework > given; p list conclusions > said; g package export GWD-1 --for 0201011 u2.zip
at a; take u2.zip; p list homework > taken; true_that its_numbers_follow_the_order_of_the_union cmp given taken
p list conclusions > heard; same four_conclusions_came "$(sed 1d heard | wc -l | tr -d " ")" 4; true_that and_so_do_those_of_conclusions cmp said heard
for office in union a; do at $office; g check; done_well nothing_is_wrong_at_$office; done
finish
