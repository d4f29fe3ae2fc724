#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What a member sent and the union took back goes from the other members with the union's next
# package, comes back by undoing that, and again when the union takes it over again.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { # office, day: whose database the commands that follow work on
	db=$work/$1.db
	[ -z "$2" ] || GROMADA_NOW=$2T12:00:00Z
}
take() { g package import "$1" --yes; }
send() { g package export GWD-1 --for 0201022 "$1"; }

at union; prepare
g office set kind=union "name=Związek Miast" purpose=test
at a; prepare; g office set kind=gmina own_unit=020101 "name=Urząd A" purpose=test
at b; prepare; g office set kind=gmina own_unit=020102 "name=Urząd B" purpose=test
at union
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2026-10-01 0201011 0201022 0214011
g meeting add GWD-1 --on 2026-11-20 --from 10:00 --to 15:00 --host 0201011
g meeting state 1 held; g minutes make 1; g minutes send 1 on=2026-11-22 until=2026-12-31
g indicator new KLASA kind=own "name=Uczniów w klasie" unit=os. direction=D service=oświata
g sheet new GWD-1 2025; g sheet line GWD-1 2025 KLASA; g sheet new GWD-1 2024; g sheet line GWD-1 2024 KLASA
g figure set KLASA 0201011 2024 11; g sheet state GWD-1 0201011 2024 approved
g decision set 0201011 2025 1 Zasiłki "" issued=10
g opinion ask GWD-1 title=Model "question=Czy tak?" due=2026-12-20
g homework give GWD-1 "text=Policzyć uczniów" due=2026-12-20
g conclusion new 0201011 --group GWD-1 "text=Spisane w związku"; g conclusion set 1 state=accepted
g package export GWD-1 --for 0201011 a1.zip; send b1.zip; done_well the_union_sends

# ---- a member tells all there is to tell ----
at a; take a1.zip
g figure set KLASA 0201011 2025 21; g sheet state GWD-1 0201011 2025 sent
g figure set KLASA 0201011 2024 12; g sheet state GWD-1 0201011 2024 sent
g minutes remark 1 "Zła liczba osób" unit=0201011; g opinion answer 1 0201011 view=remarks "text=Punkt 4"
g conclusion set 1 "text=Poprawione w urzędzie"
g conclusion new 0201011 --group GWD-1 "text=Dłuższe godziny"; g conclusion set 2 state=accepted
g plan new 0201011 --group GWD-1 "title=Bliżej czytelników"; g plan set 1 state=adopted adopted_on=2026-11-22
g organisation set 0201011 oświata 2025 provider=company "name=Szkoły"
g closing new GWD-1 0201011 kind=problem "text=Mało czasu"
g decision set 0201011 2025 1 Zasiłki "" issued=12
g package export GWD-1 m1.zip; done_well a_member_answers
at b; take b1.zip; g sheet show GWD-1 0201011 2024; holds another_member_has_what_the_union_keyed out ',11,'
at union 2026-11-23; take m1.zip; done_well the_union_takes_it; answers=$(last_import); send b2.zip
all_here() { # when
	g sheet show GWD-1 0201011 2025; holds "the_sheet_$1" out ',21,'
	g sheet show GWD-1 0201011 2024; holds "the_members_figure_$1" out ',12,'
	g minutes remarks 1; holds "the_remark_$1" out 'Zła liczba osób'
	g opinion show 1; holds "the_opinion_$1" out 'Punkt 4'
	g list conclusions; holds "the_conclusion_$1" out 'Dłuższe godziny'
	holds "its_words_on_the_other_$1" out 'Poprawione w urzędzie'
	g list plans; holds "the_plan_$1" out 'Bliżej czytelników'
	g list organisations; holds "how_it_works_$1" out 'Szkoły'
	g list closing --group GWD-1; holds "what_it_leaves_$1" out 'Mało czasu'
	g list decisions; holds "its_decisions_$1" out ',12,'
}
none_here() { # when
	g sheet show GWD-1 0201011 2025; true_that "no_sheet_$1" test "$(lines ',21,')" = 0
	g sheet show GWD-1 0201011 2024; holds "the_unions_figure_$1" out ',11,'
	g minutes remarks 1; true_that "no_remark_$1" test "$(lines 'Zła liczba')" = 0
	g opinion show 1; true_that "no_opinion_$1" test "$(lines 'Punkt 4')" = 0
	g list conclusions; true_that "no_conclusion_$1" test "$(lines godziny)" = 0
	holds "the_unions_words_on_the_other_$1" out 'Spisane w związku'
	g list plans; true_that "no_plan_$1" test "$(lines czytelników)" = 0
	g list organisations; true_that "not_how_it_works_$1" test "$(lines Szkoły)" = 0
	g list closing --group GWD-1; true_that "nothing_left_$1" test "$(lines czasu)" = 0
	g list decisions; holds "the_unions_count_$1" out ',10,'
}
at b 2026-11-23; take b2.zip; all_here comes

# ---- the union takes it back ----
at union 2026-11-24; g import undo "$answers"; done_well the_union_undoes_it; send b3.zip; none_here stays_at_the_union
at b 2026-11-24; g package import b3.zip; holds the_preview_says_what_goes out 'not in this package any more'
take b3.zip; done_well the_next_package_takes_it_back; third=$(last_import); none_here stays
take b3.zip; holds the_same_again_says_nothing_new out 'known already'
g import undo "$third"; done_well that_can_be_undone; all_here comes_back
take b3.zip; none_here stays_again

# ---- and takes it over again ----
at union 2026-11-25; take m1.zip; send b4.zip
at b 2026-11-25; take b4.zip; all_here comes_again

# ---- of two packages only the newer one is undone ----
at a 2026-11-26; g conclusion set 2 "text=Krótsze godziny"; g package export GWD-1 m2.zip
at union 2026-11-26; take m2.zip; newer=$(last_import); send b5.zip
at b; take b5.zip; g list conclusions; holds the_newer_words_come out 'Krótsze godziny'
at union 2026-11-27; g import undo "$newer"; send b6.zip
at b 2026-11-27; take b6.zip; g list conclusions; holds the_former_words_are_back out 'Dłuższe godziny'
for office in union a b; do at $office; g check; done_well nothing_is_wrong_at_$office; done
finish
