#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A published result that does not go to the group is named when the package is written, with what to
# do about it; one that goes comes back from the other offices when it is taken back.
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

# ---- it goes with the union's next package, and is taken back with the one that does not name it ----
at b; prepare; g office set kind=gmina own_unit=020102 "name=Urząd B" purpose=test
result() { g values --indicator MRO --year 2026 --level gmina; }
there() { result; holds "$1" out '0201011,Bolesławiec,2026,2'; }
gone() { result; true_that "$1" test "$(lines '0201011,Bolesławiec,2026,2')" = 0; }
send() { g package export KULT --for 0201022 "$1"; }
at union; first=$(last_import); g compare rows KULT P2392.1 MRO; send b1.zip; done_well the_union_compares_it_and_sends_it_on
at b; g package import b1.zip --yes; there another_member_has_it
GROMADA_NOW=2026-11-23T12:00:00Z
at union; g import undo "$first"; done_well the_union_takes_it_back; send b2.zip
at b; g package import b2.zip; holds the_preview_of_its_next_package_says_so out 'results of surveys: 1 that came before'
g package import b2.zip --yes; second=$(last_import); gone so_it_goes_there
g package import b2.zip --yes; holds once_more_says_nothing_new out 'known already'
g import undo "$second"; there undoing_that_package_brings_it_back
g package import b2.zip --yes; gone and_it_goes_again
GROMADA_NOW=2026-11-24T12:00:00Z
at union; g package import q2.zip --yes; there the_union_takes_it_over_again; send b3.zip
at b; g package import b3.zip --yes; there so_it_is_there_again

# ---- the member publishes it no more ----
GROMADA_NOW=2026-11-25T12:00:00Z
at a; g retract B1 MRO; done_well the_member_takes_the_result_back; g package export KULT q3.zip
at union; g package import q3.zip; holds the_union_is_told out 'results of surveys: 1 that came before'
g package import q3.zip --yes; third=$(last_import); gone and_has_it_no_more; send b4.zip
at b; g package import b4.zip --yes; gone nor_has_the_other_member
at union; g import undo "$third"; there undoing_the_members_package_brings_it_back; g check; done_well nothing_is_wrong_at_the_union
at b; g check; done_well nor_at_the_other_member
finish
