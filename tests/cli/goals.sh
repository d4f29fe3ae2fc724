#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A strategy of several units by command: goals, indicators, values; and what is no strategy.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
s=SP

g strategy new $s unit=0214011 kind=supralocal 'name=Strategia ponadlokalna' first_year=2025 last_year=2024; refused years_that_turn_are_refused 1 'year'
g strategy new $s unit=0214011 kind=regional name=x first_year=2021 last_year=2030; refused an_unknown_kind_lists_the_kinds 1 'supralocal'
g strategy new $s unit=0214011 kind=supralocal 'name=Strategia ponadlokalna' first_year=2021 last_year=2030; holds a_strategy_is_made out 'Made strategy SP.'
g strategy units $s 0206041 0216; holds it_gets_its_units out '2 units beside the leader.'
g strategy units $s --format csv; holds the_leader_stands_first out '0214011,'
same all_units_are_listed "$(rows)" 3
g strategy units $s 9999999; refused an_unknown_unit_is_refused 1 '9999999'
g strategy units $s 0206041; holds they_are_said_all_at_once out '1 unit beside'

# ---- goals ----
g goal new $s 'name=Wspólny transport' dimension=spatial; holds a_goal_is_made out 'Made goal 1.'
g goal new $s 'name=Linie autobusowe' parent=1; holds one_below_it out 'Made goal 1.1.'
g goal new $s 'name=Zdrowie' dimension=społeczny; refused an_unknown_dimension_is_refused 1 'social, economic, spatial'
g goal new $s 'name=Zdrowie' dimension=social; done_well a_second_goal
g goal new $s 'name=Zdrowie' dimension=social; refused another_of_its_name_is_refused 1 'Goal 2 is called that already'
g goal new $s 'name=Zdrowie' parent=1; done_well below_another_goal_it_may_be_called_so
g goal set $s 1.2 parent=; refused but_it_cannot_be_moved_beside_it 1 'Goal 2 is called that already'
g goal set $s 1.2 text=Lekarz; done_well what_else_it_says_may_change
g goal retire $s 1.2; done_well and_it_goes
g goal set $s 1 parent=1.1; refused a_loop_is_refused 1 'cannot lie below itself'
g goal set $s 9 name=x; refused an_unknown_number_is_refused 1 'gromada list goals'
g goal move $s 2 up; holds goals_are_numbered_anew out 'number 1 now'
g goal retire $s 2; refused a_goal_on_which_something_hangs_stays 1 'hang'
g goal retire $s 1; holds an_empty_one_goes out 'deleted'
g goal restore $s Zdrowie; holds it_comes_back out 'number 2'
p problem new 0214011 kind=priority year=2020 'text=Dojazd do lekarza' > /dev/null
number=$(p list problems --format csv | awk -F, '/Dojazd do lekarza/ { print $1 }')
g goal set $s 2 priority="$number"; done_well a_goal_answers_a_priority
p problem new 0214011 kind=problem year=2020 'text=Daleko do lekarza' > /dev/null
g goal set $s 2 priority="$((number + 1))"; refused a_problem_is_no_priority 1 'no such priority'

# ---- indicators ----
g target new $s goal=1.1 'name=Kursy na dobę' base_year=2020 base=10 target_year=2020 target=20; refused a_target_in_its_base_year_is_refused 1 'must come after the base year'
g target new $s goal=1.1 'name=Kursy na dobę' base_year=2020 base=10 target_year=2030 target=10; refused base_equal_to_target_is_refused 1 'keep the base'
g target new $s goal=1.1 'name=Kursy na dobę' base_year=2020 base=10 target_year=2030 target=20 'path=2024=16; 2026=12'; refused a_path_that_turns_is_refused 1 'turns at the year 2026'
g target new $s goal=1.1 'name=Kursy na dobę' base_year=2020 base=dużo; refused text_in_a_figure_is_refused 1 'which is a number'
g target new $s goal=1.1 'name=Kursy na dobę' indicator=NIC; refused an_unknown_indicator_is_refused 1 'NIC'
g target new $s goal=1.1 'name=Kursy na dobę' base_year=2020 base=10 target_year=2030 target=20 'path=2024=16; 2026=18' office=RO; done_well an_indicator_is_made
t=$(sed -n 's/[^0-9]*\([0-9]*\).*/\1/p' out)
g list targets $s; holds its_path_is_listed out ',2024=16; 2026=18'
"$GROMADA_PROGRAM" --language pl --database "$db" list targets $s --format text > out
holds in_words_for_people out 'liniowa'
g target new $s goal=1.1 'name=Kursy na dobę'; refused the_same_of_the_same_goal_is_refused 1 "Indicator $t of the same goal"
g target new $s goal=1.1 'name=Kursy na dobę' unit=0216; done_well of_another_unit_it_is_not
g target retire "$((t + 1))"
g target new $s goal=1.1 'name=Straty wody' indicator=WK07; done_well the_direction_may_be_left_out
p export strategy $s directed.csv > /dev/null
true_that then_it_is_that_of_the_card grep -q 'Straty wody.*,D,' directed.csv
g target retire "$((t + 2))"
places() { # name of an indicator: its decimals in the file of the strategy
	p export strategy $s places.csv > /dev/null
	awk -F, -v "name=$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "decimals") at = i } index($0, name) { print $at }' places.csv
}
g target new $s goal=1.1 'name=Małżeństwa' base_year=2020 base=4.8 target_year=2030 target=5.25; done_well figures_have_decimals
same none_of_which_is_lost "$(places Małżeństwa)" 2
g target retire "$((t + 3))"
g target set "$t" goal=2 target=; refused a_number_is_taken_away_with_its_year 1 'target year'
g target set "$t" goal=2 measure=kursy; holds its_fields_are_changed out "Changed indicator $t."
g strategy set $s state=adopted; refused a_strategy_in_force_has_its_day 1 'adopted'
g strategy set $s state=adopted adopted_on=2021-03-01; done_well the_strategy_is_adopted
g target set "$t" target=25; refused then_a_change_needs_a_reason 1 'say why'
g target set "$t" target=25 reason=Nowe; done_well with_a_reason_it_is_changed
g target retire "$t"; refused one_goes_with_a_reason_too 1 'say why'
g target retire "$t" reason=Niemierzalny resolution=XX/2/2024; done_well an_indicator_goes
g target restore "$t" reason=Jednak; done_well and_comes_back
g goal set $s 2 'name=Inny cel'; refused another_name_needs_one 1 'say why'
g goal set $s 2 'name=Inny cel' reason=Aktualizacja resolution=XX/3/2024; done_well with_it_a_goal_is_renamed
g target set "$t" target=30 reason=Aneks changed_on=2027-01-01; refused a_change_is_not_of_a_day_to_come 1 'still to come'
g target set "$t" target=30 reason=Aneks resolution=XLI/9/2025 changed_on=2025-12-18; done_well a_change_is_kept_on_its_own_day
g list changes $s; holds and_stands_there out '2025-12-18,target,Kursy na dobę,changed,target,25 (2030),30 (2030),XLI/9/2025,Aneks,'
g report strategy $s --year 2025 -o changes.html; holds the_report_of_that_year_tells_it changes.html 'XLI/9/2025'
g goal set $s 2 priority=; done_well what_it_answers_may_change_without
g list changes $s; holds all_of_it_is_listed out "target,Kursy na dobę,changed,target,20 (2030),25 (2030),,Nowe,"
holds what_went out 'target,Kursy na dobę,deleted,,,,XX/2/2024,Niemierzalny,'
holds what_came_back out 'target,Kursy na dobę,restored,,,,,Jednak,'
holds and_goals out ',Inny cel,XX/3/2024,Aktualizacja,'
g list changes $s --year 2020; same of_a_year_only_what_was_changed_in_it "$(wc -l < out)" 1

# ---- values ----
g reading set "$t" 2030 5; refused the_time_to_come_has_no_values 1 'cannot be known yet'
g reading set "$t" 2024 dużo; refused words_are_no_value 1 'is no figure'
g reading set "$t" 2024 1234567890,123456; refused nor_is_one_of_more_digits_than_are_kept 1 'too many digits'
g reading set "$t" 2024 15,5 source=rozkład; holds a_value_is_written out "$t, 2024:"
g reading set "$t" 2024 16; refused what_stands_there_is_shown 1 'For 2024 there stands'
holds with_its_source err 'rozkład'
g reading set "$t" 2024 16 --replace; done_well and_replaced_when_it_is_wanted
g reading set "$t" 2023 bd; done_well a_reason_is_a_value_too
g reading set "$t" 2018 9; holds before_the_base_year_it_is_said out 'before the base year 2020'
g status $s --year 2024 --format csv; holds it_counts_at_once out ',16,'
g reading set "$t" 2024 '' --replace; holds it_can_be_taken_away out 'no value of 2024'
g export strategy $s "$work/sp.csv"; done_well it_is_written
holds with_its_units "$work/sp.csv" 'unit,,'
g strategy retire $s; done_well a_strategy_goes
g strategy restore $s; done_well it_is_there_again
g check; done_well the_database_is_whole
finish
