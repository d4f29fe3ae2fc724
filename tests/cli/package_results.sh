#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A published result that does not go to the group is named when the package is written, with what to
# do about it.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { db=$work/$1.db; } # whose database the commands that follow work on

at union; prepare; g office set kind=union "name=Związek Miast" purpose=test
at a; prepare; g office set kind=gmina own_unit=020101 "name=Urząd A" purpose=test
at union
g group add KULT --kind gwd --name "Biblioteki" --service kultura --starts 2026-10-01 0201011 0201022
g indicator set P2392.1 service=kultura; g compare rows KULT P2392.1; done_well the_group_chose_its_rows
g package export KULT --for 0201011 p1.zip; done_well the_union_sends_the_group
true_that the_union_has_nothing_to_name test "$(lines 'stays here')" = 0
at a; g package import p1.zip --yes
mkdir q; printf 'type,name,label\ninteger,ocena,Na ile punktów oceniasz bibliotekę?\n' > q/survey.csv
printf 'form_title,form_id\nBiblioteka,biblioteka\n' > q/settings.csv
g import questionnaire q --yes --publish
g survey add s name=Badanie questionnaire=biblioteka; g wave add s code=B1 year=2026 sample=random
awk 'BEGIN { print "form_number,ocena"; for (i = 1; i <= 60; i++) printf "%d,%d\n", i, 1 + i % 3 }' > b1.csv
g import answers B1 b1.csv --yes; g publish B1 ocena --statistic mean --as MRO; done_well a_member_publishes_a_result
g package export KULT q1.zip; done_well its_package_is_written
holds the_result_that_stays_is_named out 'MRO'
holds with_why out 'neither a row of the group nor of its service'
holds and_what_to_do out 'service=kultura'
g indicator set MRO service=kultura; g package export KULT q2.zip; done_well done_so_it_is_written_again
true_that nothing_stays test "$(lines MRO)" = 0
at union; g package import q2.zip --yes; g values --indicator MRO --year 2026; holds the_result_has_come out '0201011,Bolesławiec,2026,2'
g check; done_well and_nothing_is_wrong
finish
