#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What screens of exchange groups do besides, by command: stages, winter holidays, taking out.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
acts() { p list acts | cut -d, -f4 | sed 1d | head -n "$1" | tr '\n' ' '; } # the newest acts

# ---- stages of a kind and their agendas ----
g list stages gwd; same a_kind_has_its_stages "$(rows)" 8
g list stages klub; refused an_unknown_kind_has_none 1 'the kinds are gwd'
g stage set gwd new 'name=Spotkanie po latach' month=30 months=2 days=1; done_well a_stage_is_added
g list stages gwd; holds at_the_end_of_its_kind out '9,Spotkanie po latach,,30,2,1'
g stage set gwd 9 days=2 aim=Wnioski; done_well a_stage_is_changed
g list stages gwd; holds and_says_what_was_given out '9,Spotkanie po latach,Wnioski,30,2,2'
g stage set gwd 9 days=12; refused a_meeting_of_twelve_days_is_refused 1 '1 to 9 days'
g stage set gwd 77 days=1; refused a_stage_that_is_not_there_is_refused 1 'There is no stage “77”; gromada list stages gwd'
g stage item gwd 9 new title=Powitanie minutes=10 speaker=gospodarz; done_well an_item_is_added_to_its_agenda
g stage item gwd 9 new title=Rozmowa minutes=60; g stage item gwd 9 2 move=-1
g stage agenda gwd 9; prints and_items_move <<'X'
item,title,speaker,minutes
1,Rozmowa,,60
2,Powitanie,gospodarz,10
X
g stage item gwd 9 1 minutes=45; g stage item gwd 9 2 out=yes
g stage agenda gwd 9; prints change_and_go <<'X'
item,title,speaker,minutes
1,Rozmowa,,45
X
g stage item gwd 9 5 minutes=45; refused an_item_that_is_not_there_is_refused 1 'gromada stage agenda gwd 9'
g stage item gwd 9 new minutes=5; refused an_item_has_a_title 1 'needs a title'
g stage agenda gwd new; refused an_agenda_belongs_to_a_stage 1 'There is no stage “new”'
g stage set gwd 9 out=yes; done_well a_stage_is_taken_out
g list stages gwd; same and_is_gone "$(rows)" 8
same and_each_was_an_act "$(acts 1)" 'stage.remove '

# ---- stages of one group ----
g group add GA --kind gwd --name Stopnie --starts 2026-11-01 --units towns 0214011 1002011
g group stages GA; same a_group_begins_with_the_stages_of_its_kind "$(rows)" 8
g group stage GA 2 from=2027-03-01 to=2027-03-31 'name=Drugie spotkanie'; done_well a_period_is_changed
g group stages GA; holds and_stands out '2,Drugie spotkanie'
holds with_its_days out '2027-03-01,2027-03-31'
g group stage GA 2 to=2027-02-01; refused an_end_before_its_beginning_is_refused 1 'before it begins'
g group stage GA new name=Wcześniej from=2020-01-01 to=2020-02-01
refused a_stage_before_the_group_begins_is_refused 1 'The group begins on'
g group stage GA 44 days=2; refused a_stage_that_the_group_has_not_is_refused 1 'gromada group stages GA'
g group stage NONE 1 days=2; refused nor_has_a_group_that_is_not_there 1 'gromada list groups'
g group stage GA new name=Dodatkowe; g group stages GA; same a_stage_is_added_to_the_group "$(rows)" 9
g group stage GA 3 out=yes; refused only_the_last_one_goes 1 'Only the last stage'
g group stage GA 9 out=yes; done_well the_last_one_goes
g group periods GA; done_well periods_are_counted_anew
g group agenda GA 1; same the_agendas_of_the_kind_are_the_groups_own "$(rows)" 5
g group item GA 1 new title=Zwiedzanie minutes=30; g group item GA 1 6 move=-5
g group agenda GA 1; holds which_change_for_it_alone out '1,Zwiedzanie,,30'
g stage agenda gwd 1; same and_leave_those_of_the_kind "$(rows)" 5
g group item GA 1 1 out=yes; g group agenda GA 1; same an_item_goes "$(rows)" 5
g group agenda GA 44; refused a_group_has_agendas_of_its_stages_only 1 'gromada group stages GA'
g group item GA 1 44 minutes=5; refused an_item_that_the_group_has_not_is_refused 1 'gromada group agenda GA 1'
g group change GA kind=wzs; refused another_kind_is_asked_about 1 '--yes'
g group change GA kind=wzs --yes; done_well and_taken_when_said
g group stages GA; same with_the_stages_of_the_kind "$(rows)" 5
g group show GA; holds and_its_sizes out 'smallest,6'
g group change GA kind=gwd --yes; done_well it_goes_back_as_long_as_the_group_has_not_met
g group stages GA; if grep -q 2027-03-31 out; then fail and_those_changed_by_hand_are_lost "$(cat out)"; else pass and_those_changed_by_hand_are_lost; fi
g group change GA starts=2027-03-01; done_well the_first_day_of_a_group_moves
holds stages_that_it_leaves_behind_are_told out 'begin before the group does (2027-03-01)'
g group change GA starts=2026-11-01
if grep -q 'before the group' out; then fail and_not_when_they_fit "$(cat out)"; else pass and_not_when_they_fit; fi

# ---- winter holidays ----
g list winter 02; before=$(rows)
g winter set 02 2031-01-20 last=2031-02-02 'source=MEN'; done_well winter_holidays_are_entered
g list winter 02; holds they_stand_with_their_source out '2031-01-20,2031-02-02,MEN'
g winter set 02 2031-01-20 first=2031-01-27 last=2031-02-09; done_well they_are_moved
g list winter 02; same and_not_doubled "$(rows)" $((before + 1))
g winter set 02 2031-01-27 last=2031-01-01; refused they_do_not_end_before_they_begin 1 'before they begin'
g winter set 0214011 2031-01-27 last=2031-02-01; refused a_town_has_none_of_its_own 1 'is no voivodeship'
g winter remove 02 2031-01-20; refused those_that_are_not_there_are_not_deleted 1 'gromada list winter'
g winter remove 02 2031-01-27; g list winter 02; same they_are_deleted "$(rows)" "$before"

# ---- a member entered by mistake ----
g group member GA add 3021132; g group member GA remove 3021132; done_well who_was_entered_by_mistake_is_taken_out
g group show GA; if grep -q 3021132 out; then fail and_leaves_no_trace "$(cat out)"; else pass and_leaves_no_trace; fi
g group member GA remove 3021132; refused who_is_no_member_is_not_taken_out 1 'no member'
g homework give GA text=Dane due=2026-12-01 unit=1002011
g homework set 7 due=21.11; g list homework --group GA; holds a_day_that_is_due_without_a_year_is_to_come out '2027-11-21'
g group member GA remove 1002011; refused who_has_a_part_in_the_group_stays 1 'Give the day on which it leaves'
g group member GA remove 0214011 --on 2026-12-01; refused taking_out_has_no_day 1 'leave ends'
g group show GA; holds both_are_members_still out '0214011'
# ---- meetings ----
m=$(p meeting add GA --on 2027-03-09 --from 10 --to 15 --host 0214011 | sed -n 's/.*number \([0-9]*\)\.$/\1/p')
g meeting person "$m" 'Ekspert' part=expert; g meeting attendance "$m"; holds a_guest_is_on_the_list out Ekspert
g meeting remove "$m" ekspert; done_well and_is_taken_off
g meeting attendance "$m"; if grep -q Ekspert out; then fail and_stands_there_no_more "$(cat out)"; else pass and_stands_there_no_more; fi
g contact add 'Osoba N' unit=0214011 post=sekretarz
g meeting person "$m" 'Osoba N' unit=1002011; refused a_card_is_of_its_own_unit 1 'add card=no'
g meeting person "$m" 'Osoba N' unit=1002011 card=no; done_well a_namesake_without_a_card_comes
g meeting attendance "$m"; holds from_the_unit_that_was_said out '1002011'; g meeting remove "$m" 'Osoba N'
g contact add 'Osoba N' unit=0214011 post=skarbnik
g meeting person "$m" 'Osoba N'; refused of_two_cards_one_is_named_by_its_number 1 'give the number of one of them'
g meeting remove "$m" ekspert; refused nobody_is_taken_off_twice 1 'Nobody of the meeting'
g meeting agree "$m" 'Dane do marca' item=1; g meeting agree "$m" 'Ankieta' kind=decided
g meeting agreements "$m"; prints what_was_agreed_is_listed <<'X'
number,item,kind,text
1,1,agreed,Dane do marca
2,,decided,Ankieta
X
g meeting agreement "$m" 2 kind=agreed text=Ankiety; done_well it_is_changed
g meeting agreement "$m" 1 out=yes; done_well or_deleted
g meeting agreements "$m"; prints and_the_rest_stays <<'X'
number,item,kind,text
1,,agreed,Ankiety
X
g meeting agreement "$m" 2 out=yes; refused what_was_not_agreed_is_not_deleted 1 "gromada meeting agreements $m"
g meeting retire "$m"; done_well a_meeting_is_deleted
g list meetings --group GA; same it_is_not_listed "$(rows)" 0
g list meetings --group GA --retired; same but_among_the_deleted "$(rows)" 1
g meeting restore "$m"; done_well it_is_brought_back
g list meetings --group GA; holds as_it_was out "$m,GA,1,"
g meeting restore "$m"; refused what_is_there_is_not_brought_back 1 'is not deleted'
g meeting retire 9999; refused a_meeting_that_is_not_there_is_not_deleted 1 'gromada list meetings'

# ---- minutes on their way ----
g meeting add GA --on 2026-11-18 --from 10 --to 15 --host 0214011 > /dev/null
held=$(p list meetings --group GA | grep 2026-11-18 | cut -d, -f1)
g minutes case "$held" OR.0640.1.2026; refused minutes_that_are_not_there_have_no_mark 1 'no minutes yet'
g minutes make "$held"; g minutes draft "$held"; refused a_draft_is_not_taken_back 1 'are a draft'
g minutes case "$held" OR.0640.1.2026; done_well minutes_get_their_case_mark
g meeting minutes "$held"; holds which_they_bear out 'OR.0640.1.2026'
g minutes send "$held" until=2026-12-01; g meeting minutes "$held"; holds sent_they_wait_for_remarks out 'until 2026-12-01'
g minutes draft "$held"; done_well they_are_taken_back
g meeting minutes "$held"; if grep -q 2026-12-01 out; then fail and_wait_no_more "$(cat out)"; else pass and_wait_no_more; fi
same as_an_act_of_its_own "$(acts 1)" 'minutes.draft '
g minutes case "$held" ''; done_well the_mark_is_taken_away
g meeting minutes "$held"; if grep -q OR.0640 out; then fail and_they_bear_it_no_more "$(cat out)"; else pass and_they_bear_it_no_more; fi
g minutes send "$held"; g minutes approve "$held"
g minutes draft "$held"; refused approved_ones_are_not_taken_back 1 'approved'
g minutes case "$held" X; refused nor_marked_anew 1 'approved'

# ---- homework, documents, drafts for opinion, advice ----
g document add GA title=Regulamin place=https://urzad.example/regulamin; g opinion ask GA title=Statut question=Zgoda due=2026-12-15
g advice add GA hours=2 question=Jak on=2026-11-20
for noun in homework document opinion advice; do
	list=$noun; case $noun in document | opinion) list=${noun}s ;; esac
	p list $list --group GA > before; number=$(sed -n '$p' before | cut -d, -f1)
	g $noun retire "$number"; done_well "${noun}_is_deleted"
	g list $list --group GA; if [ "$(rows)" -lt "$(sed 1d before | wc -l)" ]; then pass "${noun}_is_not_listed"; else fail "${noun}_is_not_listed" "$(cat out)"; fi
	g list $list --group GA --retired; same "${noun}_is_among_the_deleted" "$(sed 1d out)" "$(sed -n '$p' before)"
	g $noun retire "$number"; refused "${noun}_is_not_deleted_twice" 1 'deleted already'
	g $noun restore "$number"; done_well "${noun}_is_brought_back"
	g list $list --group GA; same "${noun}_stands_as_it_was" "$(cat out)" "$(cat before)"
	g $noun restore "$number"; refused "${noun}_is_not_brought_back_twice" 1 'is not deleted'
	g $noun retire 99999; refused "${noun}_that_is_not_there_is_told" 1 "gromada list $list"
	g $noun restore x; refused "${noun}_has_a_number" 1 "gromada list $list"
done

# ---- what a member leaves to others, and sheets ----
g closing new GA 0214011 kind=achievement 'text=Krótsze kolejki'; number=$(sed -n 's/^Wrote note \([0-9]*\)\.$/\1/p' out)
g closing set "$number" kind=recommendation; done_well a_closing_note_is_changed
g list closing --group GA; prints closing_notes_are_listed <<X
number,unit,kind,text,made_on
$number,0214011,recommendation,Krótsze kolejki,2026-11-22
X
g closing set "$number" kind=hope; refused another_kind_is_refused 1 'recommendation, problem, achievement'
g closing new GA 3021132 text=x; refused a_unit_that_never_was_a_member_leaves_none 1 'never a member'
g closing new GA 0214011 text=; refused a_note_has_words 1 'in a sentence'
g closing retire "$number"; g list closing --group GA; same a_closing_note_is_deleted "$(rows)" 0
g closing set "$number" text=y; refused and_not_changed_any_more 1 'gromada list closing'
g closing restore "$number"; g list closing --group GA --unit 0214011; same it_comes_back "$(rows)" 1
g closing retire 9999; refused one_that_is_not_there_is_not_deleted 1 'gromada list closing'
g sheet new GA 2026; g list sheets --group GA --year 2026; same a_sheet_waits_for_both_members "$(rows)" 2
g sheet delete GA 2026; done_well a_sheet_is_deleted
g list sheets --group GA --year 2026; same and_waits_for_nobody "$(rows)" 0
g sheet delete GA 2026; refused a_sheet_that_is_not_there_is_not_deleted 1 '2026'
handed=$(p list sheets | grep ',verified,' | head -n 1); group=${handed%%,*}; year=$(echo "$handed" | cut -d, -f2)
g sheet delete "$group" "$year"; refused one_that_was_handed_in_stays 1 'Members have begun this sheet'

g check; done_well nothing_is_wrong_with_the_database
finish
