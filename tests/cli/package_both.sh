#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the union wrote for a member is the member's own once it is there: from then on the member's
# words count, however often the union goes on with its copy, and both sides are shown both texts.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { # office, day: whose database the commands that follow work on
	db=$work/$1.db
	[ -z "$2" ] || GROMADA_NOW=$2T12:00:00Z
}
take() { g package import "$1" --yes; }
own() { p list homework | sed -n 's/^\([0-9]*\),.*0201011.*/\1/p' | head -n 1; }

at union; prepare
g office set kind=union "name=Związek Miast" purpose=test
at a; prepare; g office set kind=gmina own_unit=020101 "name=Urząd A" purpose=test
at union
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2026-10-01 0201011 0201022 0214011
g meeting add GWD-1 --on 2026-11-20 --from 10:00 --to 15:00 --host 0201011
g homework give GWD-1 "text=Opisz usługę" due=2026-12-15 meeting=1
g opinion ask GWD-1 title=Model "question=Czy tak?" due=2026-12-20
g homework answer "$(own)" state=done "text=Zrobione, telefon"
g opinion answer 1 0201011 view=agrees "text=Tak, telefon"
g conclusion new 0201011 --group GWD-1 "text=Mniejsze klasy" "cause=sieć szkół" state=accepted
g conclusion new 0201011 --group GWD-1 "text=Dłuższe godziny" state=accepted
g conclusion new 0201011 --group GWD-1 "text=Wspólny dowóz" cause=koszty state=accepted
g plan new 0201011 --group GWD-1 title=Sieć state=adopted adopted_on=2026-11-20
g indicator new KLASA kind=own "name=Uczniów w klasie" unit=os. direction=D service=oświata
g sheet new GWD-1 2025; g sheet line GWD-1 2025 KLASA; g figure set KLASA 0201011 2025 19; g sheet state GWD-1 0201011 2025 approved
g package export GWD-1 --for 0201011 p1.zip; done_well the_union_wrote_for_a_member
number() { p list conclusions | sed -n "s/^\\([0-9]*\\),.*$1.*/\\1/p"; } # of the conclusion that says this

# ---- both go on, the union more often ----
at a 2026-11-23; take p1.zip; done_well the_member_has_it
g conclusion set "$(number Mniejsze)" "text=Mniejsze klasy w miastach"; g conclusion set "$(number miastach)" cause=dowóz
g conclusion set "$(number Wspólny)" cause=czas
g plan set 1 "title=Sieć szkół"; g homework answer "$(own)" state=not_done "text=Brak ludzi"
g opinion answer 1 0201011 view=against "text=Za drogo"
g figure set KLASA 0201011 2025 21; g sheet state GWD-1 0201011 2025 sent; done_well the_member_goes_on_with_it
at union
for i in 1 2 3 4 5; do
	g conclusion set "$(number Mniejsze)" "text=Mniejsze klasy $i"; g plan set 1 "title=Sieć $i"
	g homework answer "$(own)" "text=Telefon $i"; g opinion answer 1 0201011 "text=Telefon $i"; g figure set KLASA 0201011 2025 "1$i"
done
g conclusion set "$(number Wspólny)" cause=paliwo; g conclusion set "$(number Dłuższe)" "text=Dłuższe godziny w piątki"
g sheet state GWD-1 0201011 2025 approved; g package export GWD-1 --for 0201011 p2.zip; done_well and_so_does_the_union

# ---- the member is told, and keeps its own ----
at a; p list conclusions > before; p list plans >> before; p list homework >> before; p sheet show GWD-1 0201011 2025 >> before
g package import p2.zip; cp out said
holds its_own_stays said 'its own stays'
for text in 'Mniejsze klasy w miastach' 'Mniejsze klasy 5' 'Sieć szkół' 'Sieć 5' 'Brak ludzi' 'Telefon 5' 'Za drogo' czas paliwo; do
	holds "both_are_shown_$(echo "$text" | tr -c 'a-zA-Z0-9\n' _)" said "$text"
done
holds of_the_sheet_too said 'fills in the sheet of its unit itself'
take p2.zip; p list conclusions | sed 's/ w piątki//' > after; p list plans >> after; p list homework >> after; p sheet show GWD-1 0201011 2025 >> after
true_that nothing_of_its_own_has_changed cmp before after
p list conclusions > out; holds what_nobody_touched_follows_the_union out 'w piątki'
at union; g conclusion set "$(number 'klasy 5')" "text=Mniejsze klasy 6"; g homework answer "$(own)" "text=Telefon 6"; g package export GWD-1 --for 0201011 p3.zip
at a 2026-11-24; take p3.zip; p list conclusions > out; holds nor_with_the_next_package out 'klasy w miastach'
p list homework > out; holds of_the_answer_too out ',not_done,'
g package export GWD-1 a1.zip

# ---- the union takes the member's words, and keeps what nobody there has touched ----
at union; g conclusion set "$(number piątki)" "text=Dłuższe godziny w środy"; done_well the_union_goes_on_with_what_nobody_touched
g package import a1.zip; cp out said
holds the_preview_names_the_sheet said 'Sheets new or changed: Bolesławiec, urban gmina (0201011) 2025.'
for text in 'Mniejsze klasy w miastach' 'Mniejsze klasy 6' 'Sieć szkół' 'Sieć 5' 'Brak ludzi' 'Telefon 6' 'Za drogo' 'KLASA 15 → 21' czas paliwo; do
	holds "the_union_sees_$(echo "$text" | tr -c 'a-zA-Z0-9\n' _)" said "$text"
done
take a1.zip; first=$(last_import)
p list conclusions > out; holds the_members_conclusion_counts out 'klasy w miastach'; holds and_what_it_left_alone_is_the_unions_word out 'w środy'
p list plans > out; holds its_plan_counts out 'Sieć szkół'
p list homework > out; holds its_answer out ',not_done,'
g opinion show 1; holds its_opinion out 'Za drogo'
g sheet show GWD-1 0201011 2025; holds its_sheet out ',21,'
g conclusion set "$(number miastach)" text=x; refused and_is_only_read_here 1 'Urząd A'
g conclusion set "$(number środy)" cause=praca; done_well but_not_what_the_member_left_alone
take a1.zip; true_that the_same_again_changes_nothing test "$(lines 'known already')" = 1

# ---- one more round, and back ----
at a 2026-11-25; g conclusion set "$(number miastach)" cause=sieć; g opinion answer 1 0201011 "text=Za drogo dla nas"; g package export GWD-1 a2.zip
at union; for outcome in taken not_taken partly; do g opinion answer 1 0201011 outcome=$outcome reason=tak; done
take a2.zip; second=$(last_import); g opinion show 1; holds the_members_next_words_come out 'dla nas'; holds whatever_the_union_said_of_them out ',partly,'
g package export GWD-1 --for 0201011 p4.zip
at a; take p4.zip; g opinion show 1; holds which_the_member_hears out ',partly,'; holds and_its_words_are_as_they_were out 'dla nas'
at union; g import undo "$second"; g import undo "$first"; done_well taking_over_can_be_undone
p list conclusions > out; holds the_unions_words_are_back out 'Mniejsze klasy 6'
g sheet show GWD-1 0201011 2025; holds with_its_figure out ',15,'
take a2.zip; p list conclusions > out; holds and_the_members_come_again out 'klasy w miastach'
for office in union a; do at $office; g check; done_well nothing_is_wrong_at_$office; done
finish
