#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What a union wrote for a member, who told it by telephone or on paper, goes over to the member: answers,
# opinions, conclusions and plans. Where both wrote, the member's counts and nothing is lost.
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
at b; prepare; g office set kind=gmina own_unit=020102 purpose=test; g office set "name=Urząd B"
at union
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2026-10-01 0201011 0201022 0214011
g meeting add GWD-1 --on 2026-11-20 --from 10:00 --to 15:00 --host 0201011
g homework give GWD-1 "text=Opisz usługę" due=2026-12-15 meeting=1
g opinion ask GWD-1 title=Model "question=Czy tak?" due=2026-12-20
g package export GWD-1 --for 0201011 u1.zip; done_well the_union_asks

# ---- both wrote the same answers ----
at a; take u1.zip
g homework answer "$(own)" state=not_done "text=Brak ludzi"; g opinion answer 1 0201011 view=against "text=Za drogo"
g package export GWD-1 a1.zip
at union 2026-11-23
g homework answer "$(own)" state=done "text=Zrobione, telefon"; g opinion answer 1 0201011 view=agrees "text=Tak, telefon"
g opinion answer 1 0201011 outcome=taken
g package export GWD-1 --for 0201011 u2.zip; g package export GWD-1 --for 0201022 v2.zip
at b; take v2.zip; g opinion show 1; holds another_member_sees_what_the_union_wrote out 'Tak, telefon'
at a; take u2.zip; cp out said; holds the_member_hears_that_the_union_wrote_too said 'its next package takes the place'
holds with_the_unions_text said 'Zrobione, telefon'; holds and_its_own said 'Brak ludzi'
p list homework > out; holds its_own_stays out ',not_done,'
at union; g package import a1.zip; holds the_preview_shows_the_members_text out 'Brak ludzi'; holds and_the_text_that_stood_here out 'Zrobione, telefon'
holds of_the_opinion_too out 'Za drogo'; holds with_both_texts out 'Tak, telefon'
take a1.zip; done_well the_union_takes_it_over; taken=$(last_import)
p list homework > out; holds the_members_answer_counts out ',not_done,'
g opinion show 1; holds and_its_opinion out 'Za drogo'; holds what_became_of_it_is_still_the_unions_word out 'taken'
g homework answer "$(own)" state=done; refused the_answer_is_the_members_now 1 'Urząd A'
take a1.zip; holds again_it_changes_nothing out 'known already'
g import undo "$taken"; done_well taking_over_can_be_undone
p list homework > out; holds the_unions_text_is_back out ',done,'; g opinion show 1; holds and_its_opinion_back out 'Tak, telefon'
g homework answer "$(own)" "text=Zrobione, list"; done_well and_its_own_again
take a1.zip; g package export GWD-1 --for 0201011 u3.zip; g package export GWD-1 --for 0201022 v3.zip
at a; take u3.zip; g opinion show 1; holds the_member_hears_what_became_of_it out 'taken'; holds and_keeps_its_text out 'Za drogo'
at b; take v3.zip; g opinion show 1; holds the_other_member_sees_the_members_own out 'Za drogo'

# ---- the union wrote, and the member goes on with it ----
at union 2026-12-01
g homework give GWD-1 "text=Policz koszty" due=2026-12-30 meeting=1
second() { p list homework | sed -n 's/^\([0-9]*\),.*0201011.*Policz.*/\1/p' | head -n 1; }
c() { p list conclusions | sed -n "s/^\\([0-9]*\\),.*$1.*/\\1/p"; } # number of the conclusion that says this
g homework answer "$(second)" state=not_done "text=Urlopy"
g conclusion new 0201011 --group GWD-1 "text=Mniejsze klasy" "cause=sieć szkół" state=accepted; done_well the_union_writes_a_conclusion_for_a_member
g plan new 0201011 --group GWD-1 title=Sieć state=adopted adopted_on=2026-11-30; g plan gather 1 1; g plan action 1 "text=Uchwała"; done_well and_a_plan
g conclusion new 0201022 --group GWD-1 "text=Wspólny dowóz" state=accepted; g conclusion new 0201022 --group GWD-1 "text=Klub" state=accepted
g package export GWD-1 --for 0201011 u4.zip; g package export GWD-1 --for 0201022 v4.zip
at b; take v4.zip; holds the_other_member_has_its_own_conclusions out "this office's own from now on"
g conclusion set "$(c Mniejsze)" cause=x; refused but_not_those_of_others 1 'Związek Miast'
g conclusion set "$(c Wspólny)" "text=Wspólny dowóz w piątki"; done_well which_it_may_change
g package export GWD-1 b4.zip
at a; take u4.zip; cp out said; holds the_member_is_told_whose_they_are_now said "this office's own from now on"; holds by_their_words said 'Mniejsze klasy'; holds the_plan_too said 'Sieć'
g conclusion set "$(c Mniejsze)" state=accepted "text=Mniejsze klasy w miastach"; done_well the_member_goes_on_with_the_conclusion
g plan action 1 "text=Konsultacje"; done_well and_with_the_plan
g homework answer "$(second)" state=done "text=Policzone"; done_well and_with_the_answer
take u4.zip; p list homework > out; holds the_same_package_again_changes_nothing out 'Policz koszty,2026-12-30,done'
g package export GWD-1 a4.zip
at union 2026-12-02; take a4.zip; fourth=$(last_import); holds the_union_is_told_that_it_went_over out 'is its office'
p list conclusions > out; holds the_members_words_count out 'w miastach'
p list plans > out; holds in_the_plan_too out ',2,0,'
p list homework > out; holds and_in_the_answer out 'Policz koszty,2026-12-30,done'
g conclusion set "$(c miastach)" cause=x; refused the_conclusion_is_the_members 1 'Urząd A'
g plan action 1 text=x; refused the_plan_is_too 1 'Urząd A'
take b4.zip; p list conclusions > out; holds the_other_members_came_as_well out 'w piątki'
g conclusion set "$(c Klub)" "text=Klub seniora"; done_well what_nobody_touched_is_still_the_unions
g package export GWD-1 --for 0201011 u5.zip; g package export GWD-1 --for 0201022 v5.zip
at a 2026-12-03; take u5.zip; g conclusion set "$(c miastach)" cause=dowóz; done_well it_stays_the_members
at b; take v5.zip; p list conclusions > out; holds untouched_it_follows_the_union out 'Klub seniora'
holds others_see_the_members_words out 'w miastach'
g conclusion set "$(c miastach)" cause=x; refused as_the_members 1 'Urząd A'
at union; g import undo "$(last_import)"; g import undo "$fourth"; done_well that_is_undone_too
g list conclusions; true_that the_unions_words_are_back test "$(lines miastach)" = 0
g conclusion set "$(c Mniejsze)" cause=y; done_well and_are_its_own
# ---- totals of decisions: of which cases and quarter, and the figures in which both differ ----
at union 2026-12-04
g decision set 0201011 2026 1 'warunki zabudowy' GP issued=20 late=1 appealed=2 upheld=1
g decision set 0201011 2026 2 'warunki zabudowy' GP issued=30
g decision set 0201011 2026 3 'wycinka drzew' '' issued=8; done_well the_union_writes_decisions_for_a_member
at a; g decision set 0201011 2026 1 'warunki zabudowy' GP issued=20 late=3 appealed=2 upheld=2
g decision set 0201011 2026 2 'warunki zabudowy' GP issued=30; g package export GWD-1 a6.zip
at union; g package export GWD-1 --for 0201011 u6.zip
g package import a6.zip; holds the_preview_names_cases_and_quarter out 'counts of decisions: warunki zabudowy (GP), quarter 1 of 2026'
holds with_the_figures_that_stood_here out '“after the statutory time: 1, upheld: 1”'
holds and_those_of_the_member out 'it says “after the statutory time: 3, upheld: 2”'
same where_both_say_the_same_there_is_no_line "$(grep -c 'quarter 2 of 2026' out)" 0
at a; take u6.zip; cp out said
holds the_member_hears_of_which_quarter_too said 'warunki zabudowy (GP), quarter 1 of 2026: this office wrote “after the statutory time: 3, upheld: 2” itself'
holds and_what_is_its_own_now said 'counts of decisions: wycinka drzew, quarter 3 of 2026: “Decisions issued: 8”'
for office in union a b; do at $office; g check; done_well nothing_is_wrong_at_$office; done
finish
