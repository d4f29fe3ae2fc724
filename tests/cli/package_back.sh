#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What went out in a package and is a draft again at home is taken back where it came.
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
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2026-10-01 0201011 0201022 0214011
g meeting add GWD-1 --on 2026-11-20 --from 10:00 --to 15:00 --host 0201011; g meeting state 1 held
g minutes make 1; g minutes send 1 on=2026-11-22 until=2026-12-31
g package export GWD-1 --for 0201011 u1.zip; done_well the_union_sends_minutes

at a; take u1.zip; g meeting minutes 1; holds they_wait_for_remarks out 'until 2026-12-31'
g conclusion new 0201011 --group GWD-1 "text=Dłuższe godziny"; g conclusion set 1 state=accepted
g plan new 0201011 --group GWD-1 "title=Bliżej czytelników"; g plan set 1 state=adopted adopted_on=2026-11-22
g package export GWD-1 a1.zip
at union; take a1.zip; g list plans; holds a_plan_came out 'Bliżej czytelników'
g list conclusions; holds and_a_conclusion out 'Dłuższe godziny'

# ---- taken back ----
at a 2026-11-23; g plan set 1 state=draft adopted_on=; g conclusion set 1 state=proposed; g package export GWD-1 a2.zip
at union; take a2.zip; done_well the_next_package_takes_them_back
g list plans; true_that a_plan_drafted_again_is_gone test "$(lines czytelników)" = 0
g list conclusions; true_that and_a_conclusion_proposed_again test "$(lines godziny)" = 0
take a2.zip; holds the_same_package_says_nothing_new out 'known already'
take a1.zip; g list plans; true_that an_older_package_does_not_bring_it_back test "$(lines czytelników)" = 0
at union 2026-11-23; g minutes draft 1; g package export GWD-1 --for 0201011 u2.zip
at a; take u2.zip; p meeting minutes 1 > out; true_that minutes_taken_back_ask_for_nothing test "$(lines 'until 2026-12-31')" = 0

# ---- and sent again ----
at a 2026-11-24; g plan set 1 state=adopted adopted_on=2026-11-24; g conclusion set 1 state=accepted; g package export GWD-1 a3.zip
at union; take a3.zip; g list plans; holds adopted_again_it_comes_back out 'Bliżej czytelników'
g list conclusions; holds and_so_does_the_conclusion out 'Dłuższe godziny'
g import undo "$(last_import)"; g list plans; true_that undone_it_is_gone_again test "$(lines czytelników)" = 0
at union 2026-11-24; g minutes send 1 on=2026-11-24 until=2026-12-30; g package export GWD-1 --for 0201011 u3.zip
at a; take u3.zip; g meeting minutes 1; holds minutes_are_sent_again out 'until 2026-12-30'
for office in union a; do at $office; g check; done_well nothing_is_wrong_at_$office; done
finish
