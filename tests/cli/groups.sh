#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Exchange groups by command: made, joined, left, planned, changed, deleted; contacts shown, erased.
. "$abs_top_srcdir/tests/cli/common.sh"

g init --demo; done_well the_demonstration_is_filled
g list groups; same it_has_thirteen_groups_and_a_workshop "$(rows)" 14
g list groups; holds their_services_are_known out 'GWD-P-ZDROWIE,GWD powiatów: ochrona zdrowia,gwd,ochrona zdrowia,powiats,2011-06-01,2013-06-30,4,'
g group show WZS-1; holds the_calendar_of_2011_is_that_of_the_project out '4 2012-07-01 2013-05-31 Warsztaty III'
g check; done_well nothing_is_wrong_in_it

g group add GWD-1 --kind gwd --name "Grupa próbna" --starts 2026-11-01 --service kultura --units towns 0214011 1002011
done_well a_group_is_made
holds too_few_members_are_warned_of out 'The group has 2 members; it is meant for 4 to 8.'
g group add GWD-1 --kind gwd --name Inna --starts 2026-11-01; refused a_code_that_exists_is_refused 1 'already'
g group add gwd-1 --kind gwd --name Inna --starts 2026-11-01; refused one_in_other_letters_too 1 'group “GWD-1” already'
g group add GWD-2 --kind gwd --name Inna --starts 2026-02-31; refused a_day_that_is_none_is_refused 1 2026-02-31
g group add GWD-2 --kind klub --name Inna; refused an_unknown_kind_is_refused 2 klub
g group add "Dwie spacje" --kind gwd --name Inna; refused a_code_with_a_blank_is_refused 1 'Dwie spacje'
g group add GWD-2 --kind gwd --name Inna 0214011 0214011; refused the_same_unit_twice_is_refused 1 'member already'
g group show GWD-2; refused and_leaves_no_half_of_a_group 1 GWD-2
g group add GWD-2; refused a_comparison_group_needs_units 1 '--kind'

g group member GWD-1 add 0214011; refused a_member_twice_is_refused 1 'member already, since 2026-11-01'
g group member GWD-1 add 3021132 --on 31.10.2026; refused nobody_joins_before_the_group_begins 1 'begins on'
g group member GWD-1 add 3021132 --on 1.12.2026; done_well a_unit_joins
holds another_kind_of_unit_is_warned_of out 'Rokietnica'
g group member GWD-1 set 0214011 turn=1; g group member GWD-1 set 1002011 turn=1
holds the_same_turn_as_host_is_warned_of out 'have the same turn as host, 1'
g group member GWD-1 set 0214011 turn=; g group member GWD-1 set 1002011 turn=
g group member GWD-1 leave 3021132 --on 2026-11-30; refused nobody_leaves_before_joining 1 'cannot leave'
g group member GWD-1 leave 3021132 --on 2027-01-01; done_well a_unit_leaves
g group member GWD-1 leave 3021132; refused who_will_leave_is_not_asked_to_leave_again 1 'on 2027-01-01 already'
g group member GWD-1 leave 3021132 --on 2027-02-01; done_well the_day_of_leaving_is_corrected
g group show GWD-1; if grep -q '^member,3021132 Rokietnica 2026-12-01 2027-02-01' out; then pass who_will_leave_is_a_member_until_then; else fail who_will_leave_is_a_member_until_then "$(cat out)"; fi
g group member GWD-1 stay 3021132; done_well leaving_is_taken_back
g group show GWD-1; if grep -q '^member,3021132 Rokietnica 2026-12-01$' out; then pass and_is_forgotten; else fail and_is_forgotten "$(cat out)"; fi
g group member GWD-1 leave 3021132 --on 2027-01-01
g group member GWD-1 add 3021132 --on 2027-01-01; refused the_last_day_is_no_day_to_join_again 1 'to 2027-01-01, the last day; it can join again from the day after'
g group member GWD-1 move 3021132; refused an_unknown_act_is_refused 1 move
g group show GWD-1; if grep -q '^member,3021132 Rokietnica 2026-12-01 2027-01-01' out; then pass who_leaves_stays_known; else fail who_leaves_stays_known "$(cat out)"; fi

g group list "Grupa próbna"; holds its_comparison_group_follows out '0214011,Oleśnica,gmina'
g group list GWD-1; same and_answers_to_the_code "$(rows)" 2
g group add "Grupa próbna" 3021132; refused the_comparison_group_is_changed_there_only 1 GWD-1
g group remove "Grupa próbna"; refused and_not_deleted_either 1 GWD-1

g group calendar GWD-1; same a_day_is_proposed_for_every_stage "$(rows)" 8
holds and_a_host out '0214011,Oleśnica,proposed,'
g group change GWD-1 kind=wzs smallest=2 note=uwaga --yes; done_well fields_are_changed
g group calendar GWD-1; holds of_workshops_both_days_are_proposed out '1,Konferencja inauguracyjna,2026-11-25,2026-11-26,2,'
g group change GWD-1 service=kultrua; holds a_service_that_no_indicator_has_is_warned_of out 'kultrua'
g group change GWD-1 parent=GWD-1; refused a_group_is_not_its_own_sub_group 1 itself
g group change GWD-1 ends=2026-01-01; refused it_does_not_end_before_it_begins 1 'before it begins'
g group show GWD-1; holds they_are_kept out 'note,uwaga'
g group add GWD-S --kind gwd --name Podgrupa --service oświata --starts 2026-10-01; g group change GWD-S parent=GWD-1; done_well a_group_is_under_another
g group retire GWD-1; done_well a_group_is_deleted
g group change GWD-S note=sama; done_well and_the_one_under_it_still_changes
g group change GWD-S parent=; g group change GWD-S parent=GWD-1; refused but_none_goes_under_it_any_more 1 GWD-1
g group retire GWD-S
g group list GWD-1; refused its_comparison_group_goes_with_it 1 GWD-1
g list groups --retired; holds it_is_among_the_deleted out GWD-1
g group restore GWD-1; done_well it_comes_back
g group list GWD-1; same with_its_members "$(rows)" 2

g contact add "Osoba A" unit=0214011 post=kierownik email=a@urzad.pl keep-until=2025-12-31; done_well a_contact_is_entered
g contact add "osoba a" unit=0214011 post=kierownik; refused nobody_is_entered_twice 1 'already'
g contact add "osoba a" unit=0214011; refused nor_without_the_post 1 'give both a post'
g list due; holds a_contact_kept_too_long_is_due out 'contact,6,Osoba A,0214011,,2025-12-31'
g contact add "Osoba A" unit=0214011 post=sekretarz; done_well a_namesake_with_another_post_is
g contact change 7 post=kierownik; refused nor_by_a_change_of_a_card 1 'already with this unit'
g contact change 7 telephone=123456789; done_well other_changes_pass
g person erase 7 --yes; done_well and_goes_by_number
g contact add "Osoba B" "email=b@urzad.pl $(printf '\033')[2J"; refused control_characters_are_refused 1 'Control'
g contact add "Osoba B" email=b; refused what_is_no_address_is_refused 1 'e-mail'
g group person GWD-1 "osoba a" leader; done_well a_person_gets_a_part
g group person GWD-1 "osoba a" szef; refused an_unknown_part_is_refused 1 szef
g group change GWD-1 "moderator=Osoba A"; done_well and_leads_the_meetings
g person show "Osoba A"; holds all_that_is_kept_is_shown out 'group,GWD-1 team leader'
holds with_what_the_person_moderates out 'moderator,GWD-1'
g homework give GWD-1 "text=Zapytać: Osoba A" due=2026-12-15 unit=0214011
g person show "Osoba A"; holds texts_that_name_the_person_are_shown out 'Zapytać: Osoba A'
g meeting add GWD-1 --on 2026-12-10 --from 10 --to 15; m=$(p list meetings --group GWD-1 | tail -n 1 | cut -d, -f1)
g meeting person "$m" "osoba a" part=guest card=no; g meeting item "$m" new title=Wykład "speaker=OSOBA A, Oleśnica" minutes=10
g meeting note "$m" "$(printf 'Pierwszy wiersz.\nMówi Osoba A.\nTrzeci wiersz.')"
g minutes make "$m"
g person erase "Osoba A" --yes; done_well a_person_is_erased
holds where_the_name_stays_is_said out 'stays in a text of GWD-1, 2026-12-15'
holds by_the_line_that_has_it out 'GWD-1, 2026-12-10; change it there: Mówi Osoba A.'
holds and_in_minutes_which_never_change out 'versions never change: Mówi Osoba A.'
g person show "Osoba A"; refused and_is_gone 1 'Osoba A'
p meeting attendance "$m" > out; p meeting agenda "$m" >> out; true_that neither_is_a_guest_or_speaker_in_other_letters sh -c '! grep -qi "osoba a" out'
g list acts; true_that no_line_of_the_history_names_the_person test "$(lines 'Osoba A')" = 0
g check; done_well the_database_is_as_it_should_be

finish
