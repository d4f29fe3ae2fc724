#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A city with powiat rights has two codes, and its office may stand under either: packages, homework
# and what is due find it whichever of them is the member.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { # office, day: whose database the commands that follow work on
	db=$work/$1.db
	[ -z "$2" ] || GROMADA_NOW=$2T12:00:00Z
}

at union; prepare; cp union.db city.db
g office set kind=union "name=Związek" purpose=test
at city; g office set kind=city_powiat own_unit=1061000 purpose=test; g office set "name=Urząd Miasta"; done_well a_city_office_stands_under_the_code_of_its_powiat
at union
g group add TST --kind gwd --name "Grupa" --starts 2026-10-01 0201011 1061011
g opinion ask TST title=Model "question=Czy tak?" due=2026-12-20
g homework give TST "text=Opisz" unit=1061011 due=2026-12-01
g indicator new KLASA kind=own "name=Uczniów w klasie" unit=os. direction=D
g sheet new TST 2026; g sheet line TST 2026 KLASA low=5 high=40
g package export TST u1.zip --for 1061000; done_well a_package_goes_to_a_member_by_its_other_code
at city; g package import u1.zip --yes; done_well the_office_of_the_city_takes_it
g list homework; number=$(sed -n 's/^\([0-9]*\),.*/\1/p' out | head -n 1)
g homework answer "$number" state=done "text=Zrobione"; done_well it_answers
g opinion answer 1 1061000 view=remarks "text=Punkt 4"; done_well it_gives_its_opinion
g figure set KLASA 1061011 2026 21,5; g sheet state TST 1061011 2026 sent; done_well it_sends_its_sheet
g decision set 1061000 2026 3 meldunki SO issued=7; done_well it_counts_its_decisions_under_its_own_code
g package export TST c1.zip; done_well its_package_is_written
at union; g package import c1.zip; holds nothing_of_it_is_about_another_unit out 'Left out:                 0'
g package import c1.zip --yes; done_well the_union_takes_it
g list homework; holds the_answer_is_there out ',done,'
g opinion show 1; holds the_opinion_too out 'Punkt 4'
g sheet show TST 1061011 2026; holds and_the_sheet out 21.5
g list decisions; holds and_the_decisions out 1061000
g package export TST u2.zip --for 1061011
at city; g package import u2.zip --yes; done_well what_goes_back_comes_to_it
finish
