#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Two offices whose databases were made by the same commands are two offices, in test mode too.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { db=$work/$1.db; } # whose database the commands that follow work on

for office in one two; do
	at $office; prepare; g office set kind=union "name=Związek $office" purpose=test
	g group add GWD-$office --kind gwd --name "Grupa $office" --service oświata --starts 2026-10-01 0201011 0201022
	g package export GWD-$office --for 0201011 $office.zip; done_well a_package_is_written_by_$office
done
at member; prepare; g office set kind=gmina own_unit=020101 "name=Urząd" purpose=test
for office in one two; do g package import $office.zip --yes; done_well the_member_takes_that_of_$office; done
g list offices; same and_knows_two_offices "$(lines ',union,')" 2
g list groups; same of_two_groups "$(lines 'Grupa ')" 2
g check; done_well nothing_is_wrong
finish
