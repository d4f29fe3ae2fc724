#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Cards of indicators, comparison groups, the office.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare

g indicator show P2137.1; holds a_card_is_printed out 'unit,osoba'
g indicator set P2137.1 decimals=1 direction=S 'name=Ludność'; done_well fields_are_changed
g indicator show P2137.1; holds the_name_is_changed out 'name,Ludność'
holds the_direction_is_changed out 'direction,S'
g trend --indicator P2137.1 --unit 0201011; holds with_a_direction_there_is_a_best out '2020,38010,,26010,680010,6'
before=$(contents)
g indicator set P2137.1 colour=red; refused an_unknown_field_is_refused 1 '"colour=red" is no field with a value'
g indicator set P2137.1 decimals=many; refused a_wrong_value_is_refused 1 '"many" cannot be the decimals of a card; it takes a whole number from 0 to 6'
g indicator set P2137.1 direction=N wanted_low=8 wanted_high=; refused what_is_wanted_has_two_ends 1 'has two ends'
g indicator set P2137.1 direction=X; refused a_wrong_direction_is_refused 1 '"X" cannot be the direction'
g indicator set P2137.1 name=; refused an_empty_name_is_refused 1 name
g indicator set NONE name=x; refused an_unknown_card_is_refused 1 'There is no indicator with the code "NONE". gromada list indicators prints all of them.'
same refused_changes_leave_no_trace "$(contents)" "$before"
g indicator new OWN.R 'name=Stopa na mieszkańca' kind=derived numerator_code=P2137.1 denominator_code=P2137.1 multiplier=100
done_well a_derived_card_is_made
g values --indicator OWN.R --year 2020 --unit 0201011; holds it_is_computed out '0201011,Bolesławiec,2020,100,'
g indicator new OWN.R name=again; refused a_code_stands_once 1 OWN.R
g indicator retire P2137.1; refused what_others_need_stays 1 OWN.R
g indicator new OWN.S name=Druga kind=derived numerator_code=OWN.R denominator_code=P2137.1
g indicator restore OWN.R; refused what_is_in_use_is_not_brought_back 1 'This indicator is not retired.'
g indicator retire OWN.S; g indicator retire OWN.R; done_well a_card_is_retired
holds the_way_back_is_said out 'gromada indicator restore OWN.R brings it back'
g indicator show OWN.R; refused then_it_is_not_there 1 OWN.R
g indicator restore OWN.S; refused a_computed_one_needs_its_parts 1 'computed from OWN.R, which is retired'
g list indicators --retired; holds retired_cards_are_listed out 'OWN.R,'
g indicator restore OWN.R; done_well it_is_brought_back
g values --indicator OWN.R --year 2020 --unit 0201011; holds with_its_values out '0201011,Bolesławiec,2020,100,'
g indicator restore OWN.S; done_well then_the_other_follows
g indicator restore NONE; refused an_unknown_card_is_not_brought_back 1 'There is no retired indicator with the code "NONE"'
g indicator retire OWN.S; g indicator retire OWN.R
g indicator name P2137.1 OS01; done_well a_series_gets_a_catalogue_card
g values --indicator OS01 --unit 0201011 --year 2020; holds its_values_stand_there out 38010
g indicator name P2392.1 OS01; refused who_has_a_series_is_told_how_to_free_it 1 'indicator release OS01'
g indicator release OS01; done_well and_gives_it_back
g values --indicator P2137.1 --unit 0201011 --year 2020; holds they_stand_where_they_stood out 38010

g group add "Moja grupa" 0201011 0214011 1061011 --note próba; done_well a_group_is_made
g group list; holds it_is_listed out 'Moja grupa,3,próba'
g group list "Moja grupa"; prints its_units_are_listed <<'EOT'
unit,name,level
0201011,Bolesławiec,gmina
1061011,Łódź,gmina
0214011,Oleśnica,gmina
EOT
g rank --indicator P2137.1 --year 2020 --group "Moja grupa"; same a_group_is_ranked "$(rows)" 3
g group add "Moja grupa" 0201011 0201022; g group list; holds units_are_added_once out 'Moja grupa,4,próba'
g group remove "Moja grupa" 0201022; g group list; holds units_are_taken_out out 'Moja grupa,3,próba'
g group remove "Moja grupa" 0201022; refused what_is_not_there_is_not_taken_out 1 'None of these units'
g group add "Moja grupa" 9999999; refused an_impossible_unit_is_refused 1 9999999
g group list "Inna"; refused an_unknown_group_is_refused 1 Inna
g group remove "Moja grupa"; done_well a_group_is_taken_out_of_use
g group list; same none_is_left "$(rows)" 0

g office set kind=gmina own_unit=0201011; done_well the_office_is_set
g office show; holds its_kind_is_kept out kind,gmina
holds its_unit_is_kept_and_shown_with_seven_digits out own_unit,0201011
g office set own_unit=0201; refused a_gmina_office_has_no_powiat_for_its_own 1 'cannot be the own unit of this office'
g office set kind=castle; refused a_wrong_kind_is_refused 1 '"castle" is no kind of office'
g office set own_unit=999; refused a_wrong_unit_is_refused 1 999
g office set colour=red; refused another_fact_is_refused 1 '"colour=red" says nothing about the office'
g list services; holds services_are_counted out service,indicators,with_values
finish
