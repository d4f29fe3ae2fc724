#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What an undone import covered comes back: cards as they were, their decimals, no empty series.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
catalogue() { # file, rows: an import of a small catalogue
	{ echo 'code;name;unit;decimals;direction'; printf '%s\n' "$2"; } > "$1"
	g import catalogue --yes "$1"
}
figures() { # file, row: own values
	{ echo 'unit;indicator;year;value'; printf '%s\n' "$2"; } > "$1"
	g import values --yes --new-indicators "$1"
}
card() { p indicator show "$1" | grep -v '^rev,'; }

figures one.csv '0201011;A1;2020;5,5'; done_well a_card_comes_with_its_figures
made=$(card A1)
figures two.csv '0201011;A1;2021;5,255'; holds more_decimals_are_shown out 'gromada import undo'
same the_card_follows_the_figures "$(card A1 | grep '^decimals,')" decimals,3
g import undo "$(last_import)"; same undone_figures_take_their_decimals_along "$(card A1)" "$made"

figures once.csv '0201011;Z9;2020;1'; figures once.csv '0201011;Z9;2020;1'; holds the_same_file_changes_nothing out 'importing it again changes nothing'
figures later.csv '0201011;Z9;2020;2'; figures once.csv '0201011;Z9;2020;1'; holds unless_another_one_lies_over_it out 'importing it again brings that back'

catalogue first.csv 'A1;First;%;1;S'; first=$(last_import); one=$(card A1)
catalogue second.csv 'A1;Second;szt.;2;D'; second=$(last_import); two=$(card A1)
catalogue third.csv 'A1;Third;km;0;N'; third=$(last_import); three=$(card A1)
g import undo "$second"; same a_later_catalogue_stays_in_force "$(card A1)" "$three"
g import undo "$third"; same the_card_goes_back_past_what_was_undone "$(card A1)" "$one"
g list acts; holds the_act_names_the_file out ',import.undo,import,'"$second"',second.csv'
g import undo "$first"; same the_card_is_again_what_the_figures_made "$(card A1)" "$made"
catalogue second.csv 'A1;Second;szt.;2;D'; same the_same_file_can_be_taken_again "$(card A1)" "$two"
g indicator set A1 name=Own; second=$(last_import); mine=$(card A1)
g import undo "$second"; same a_card_that_a_person_edited_stays "$(card A1)" "$mine"
g check; done_well the_database_is_content

catalogue made.csv 'B1;Made;%;1;S'; first=$(last_import)
catalogue more.csv 'B1;More;%;1;S'; second=$(last_import); two=$(card B1)
g import undo "$first"; same a_card_stays_while_another_catalogue_has_it "$(card B1)" "$two"
g import undo "$second"; g indicator show B1; refused and_goes_with_the_last 1 B1

figures alone.csv '0201011;C1;2020;1'; first=$(last_import)
catalogue named.csv 'C1;Named;%;1;S'; second=$(last_import)
g import undo "$first"; g import undo "$second"
g indicator show C1; refused nothing_is_left_of_figures_and_their_words 1 C1
g check; done_well the_database_is_still_content

catalogue parts.csv 'D1;Part;%;0;S
D2;Whole;%;0;S'; first=$(last_import)
g indicator new D3 name=Share kind=derived numerator_code=D1 denominator_code=D2
figures parts2.csv '0201011;D1;2020;1'; second=$(last_import)
g import undo "$second"; g indicator retire D3; g indicator retire D1
done_well a_card_whose_figures_went_can_be_retired
finish
