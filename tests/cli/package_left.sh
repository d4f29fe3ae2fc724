#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Who left a group gets a package of the time until its last day, and nothing that is later; what it
# had before stays.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { # office, day: whose database the commands that follow work on
	db=$work/$1.db
	[ -z "$2" ] || GROMADA_NOW=$2T12:00:00Z
}
take() { g package import "$1" --yes; }
speaks_of() { # text: how often the package does
	unzip -p "$last" records.xml > records; grep -c "$1" records
}

at union 2026-10-10; prepare
g office set kind=union "name=Związek Miast" purpose=test
at a; prepare; g office set kind=gmina own_unit=020101 "name=Urząd A" purpose=test
at union
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2026-10-01 0201011 0201022 0214011
g indicator new KLASA kind=own "name=Uczniów w klasie" unit=os. direction=D service=oświata
g meeting add GWD-1 --on 2026-10-09 --from 10:00 --to 15:00 --title Pierwsze
g meeting state 1 held; g minutes make 1; g minutes approve 1
g sheet new GWD-1 2025 due=2026-10-20; g sheet line GWD-1 2025 KLASA
g figure set KLASA 0201022 2025 13; g sheet state GWD-1 0201022 2025 sent
g conclusion new 0201022 --group GWD-1 "text=Wcześniejszy wniosek"; g conclusion set 1 state=accepted
g decision set 0201022 2026 2 Zasiłki "" issued=10
g package export GWD-1 --for 0201011 u1.zip; done_well a_member_gets_a_package
at a; take u1.zip; done_well and_takes_it

# ---- it leaves, the others go on ----
at union 2026-11-02; g group member GWD-1 leave 0201011 --on 2026-10-31; done_well the_member_leaves
at union 2026-11-22
g meeting add GWD-1 --on 2026-11-20 --from 10:00 --to 15:00 --title Drugie
g meeting state 2 held; g minutes make 2; g minutes approve 2
g sheet new GWD-1 2026 due=2027-02-20; g sheet line GWD-1 2026 KLASA
g figure set KLASA 0201022 2026 14; g sheet state GWD-1 0201022 2026 sent
g conclusion new 0201022 --group GWD-1 "text=Późniejszy wniosek"; g conclusion set 2 state=accepted
g conclusion set 1 cause=Praca
g opinion ask GWD-1 title=Model "question=Czy tak?" due=2026-12-20
g closing new GWD-1 0201022 kind=problem "text=Mało czasu"
g decision set 0201022 2026 4 Zasiłki "" issued=11
g homework give GWD-1 "text=Policzyć uczniów" due=2026-12-20
last=u2.zip; g package export GWD-1 --for 0201011 u2.zip; done_well who_left_still_gets_a_package
same the_first_meeting_and_the_head_of_its_minutes_go "$(speaks_of '>Pierwsze<')" 2
same the_second_does_not "$(speaks_of '>Drugie<')" 0
same nor_do_its_minutes "$(speaks_of 'row noun="minutes"')" 1
same nor_a_sheet_of_later "$(speaks_of 'noun="data_sheet"')" 1
same of_two_filled_in_one_goes "$(speaks_of 'noun="sheet_return"')" 1
same an_earlier_conclusion_goes "$(speaks_of 'Wcześniejszy')" 1
same a_later_one_does_not "$(speaks_of 'Późniejszy')" 0
same nor_what_members_are_asked "$(speaks_of 'noun="opinion"')" 0
same nor_what_they_leave_at_the_end "$(speaks_of 'noun="closing_note"')" 0
same nor_homework "$(speaks_of 'noun="homework"')" 0
same of_the_decisions_those_of_its_quarters "$(speaks_of 'noun="decision_count"')" 1

# ---- where it comes ----
at a 2026-11-23; take u2.zip; done_well it_takes_the_package
g list conclusions; holds what_it_had_is_there out 'Wcześniejszy'
g sheet show GWD-1 0201022 2025; holds the_figures_too out ',13,'
g group show GWD-1; holds it_knows_its_last_day out '2026-10-31'

# ---- and joins again ----
at union 2026-12-01; g group member GWD-1 add 0201011 --on 2026-12-01; done_well it_joins_again
last=u3.zip; g package export GWD-1 --for 0201011 u3.zip; same then_all_goes "$(speaks_of '>Drugie<')" 2
for office in union a; do at $office; g check; done_well nothing_is_wrong_at_$office; done
finish
