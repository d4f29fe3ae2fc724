#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# To the office that keeps a group a member's packages take what is of its own unit alone: whatever
# is about another one would stay here for good, so that it is refused when it is written.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { # office: whose database the commands that follow work on
	db=$work/$1.db
}

at union; prepare
g office set kind=union "name=Związek Miast" purpose=test
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2026-10-01 0201011 0201022
g package export GWD-1 --for 0201011 a1.zip
at a; prepare; g office set kind=gmina own_unit=020101 "name=Urząd A" purpose=test
g package import a1.zip --yes; done_well a_member_has_the_group

# ---- of the own unit alone ----
g conclusion new 0201022 --group GWD-1 "text=Nie nasz"; refused a_conclusion_of_another_member_is_refused 1 'choose Bolesławiec'
g plan new 0201022 --group GWD-1 "title=Nie nasz"; refused a_plan_too 1 'kept by another office'
g closing new GWD-1 0201022 kind=problem "text=Nie nasz"; refused and_what_is_left_at_the_end 1 'kept by another office'
g conclusion new 0201011 --group GWD-1 "text=Mniejsze klasy" learn_from=0201022; done_well the_own_one_is_written
g conclusion new 0201022 "text=Poza grupą"; done_well outside_the_group_any_is
at union; g conclusion new 0201022 --group GWD-1 "text=Spisane w związku"; done_well who_keeps_the_group_writes_for_all

# ---- what was written before the office said which unit is its own ----
at a; g office set own_unit=020102; g conclusion new 0201022 --group GWD-1 "text=Cudzy wniosek" state=accepted; done_well it_was_another_one
g office set own_unit=020101; g conclusion set 3 cause=koszty; done_well its_card_can_still_be_changed
g conclusion set 1 state=accepted; g package export GWD-1 u1.zip; holds what_is_counted_is_the_own_one out 'Written: conclusions 1;'
holds that_the_other_stays_is_said out '1 entry about another unit stays here'
at union; g package import u1.zip; true_that the_keeper_does_not_hear_of_it sh -c '! grep -q Cudzy out'
at a; g conclusion retire 3; g package export GWD-1 u2.zip; same and_nothing_is_said_of_it_once_deleted "$(lines 'another unit')" 0
at union; g package import u2.zip; true_that nothing_is_said_of_what_was_deleted_again sh -c '! grep -q Cudzy out'

# ---- what was deleted: it is told to who may know it, and counted for itself ----
at a; GROMADA_NOW=2026-11-23T12:00:00Z
g closing new GWD-1 0201011 kind=problem "text=Brak sal"; g package export GWD-1 d1.zip; holds a_note_goes out 'what members leave at the end 1'
at union; g package import d1.zip --yes
at a; g closing retire 1; g package export GWD-1 d2.zip; holds deleted_it_is_counted_as_that out 'deleted entries 1'
same and_no_more_among_the_notes "$(lines 'what members leave at the end')" 0
at union; g package import d2.zip; holds the_preview_counts_it_so_too out 'deleted entries 1'
g package import d2.zip --yes; g list closing --group GWD-1; holds and_it_is_deleted_there out 'number'; true_that so_that_no_list_shows_it sh -c '! grep -q Brak out'
g group add GWD-2 --kind gwd --name "Druga grupa" --service oświata --starts 2026-10-01 0201011 0201022
g closing new GWD-2 0201011 kind=problem "text=Nieporozumienie"; g closing retire 2; cp union.db pruned.db; g package export GWD-2 --for 0201022 c1.zip
same what_was_deleted_before_anybody_heard_of_it_does_not_go "$(lines 'deleted entries')" 0
if command -v sqlite3 > /dev/null; then
	sqlite3 pruned.db "INSERT INTO audit SELECT max(id) + 1, '2026-11-23T12:00:00Z', NULL, 'root', 'audit.prune', '', NULL, '', '', '' FROM audit"
	at pruned; g package export GWD-2 --for 0201022 c2.zip
	same nor_where_older_lines_of_the_log_are_gone "$(lines 'deleted entries')" 0
else skip nor_where_older_lines_of_the_log_are_gone 'no sqlite3'; fi

at b; prepare; g office set kind=gmina own_unit=020102 "name=Urząd B" purpose=test
g package import a1.zip; refused two_units_of_one_name_are_told_apart 1 '(0201011), and this is the office of Bolesławiec, rural gmina (0201022)'
refused and_where_to_say_otherwise 1 'menu 8 8'
finish
