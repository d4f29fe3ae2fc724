#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Units stand by their Polish names wherever people read who was there and who does what, not by codes.
. "$abs_top_srcdir/tests/cli/common.sh"
names() { # in the order in which they first stand, by name or code
	sed 's/0214011/Oleśnica/g; s/1002011/Kutno/g; s/2805011/Ełk/g' "$1" | grep -oE 'Ełk|Kutno|Oleśnica' | awk '!seen[$0]++' | tr '\n' ' '
}
by_name='Ełk Kutno Oleśnica ' # their codes go the other way round

g init --demo; g office set kind=union purpose=test name=Związek
g group add GWD-1 --kind gwd --name Kolejność --starts 2026-01-01 --units towns 0214011 1002011 2805011
for unit in 0214011 1002011 2805011; do
	g contact add "Osoba $unit" unit=$unit; g group person GWD-1 "Osoba $unit" member
done
g meeting add GWD-1 --on 2026-01-12 --from 10 --to 15; m=$(p list meetings --group GWD-1 | tail -n 1 | cut -d, -f1)
g meeting add GWD-1 --on 2026-03-12 --from 10 --to 15; next=$(p list meetings --group GWD-1 | tail -n 1 | cut -d, -f1)
g homework give GWD-1 text=Dane due=2026-02-10 meeting=1
g meeting state "$m" invited; g meeting state "$m" held; g meeting tick "$m" rest yes
g meeting attendance "$m"; same people_of_a_meeting "$(names out)" "$by_name"
g print attendance "$m"; same the_list_to_sign "$(names out)" "$by_name"
g print certificates "$m"; same certificates "$(names out)" "$by_name"
g meeting minutes "$m"; same minutes_count_people_so "$(sed '/^Homework/q' out > part; names part)" "$by_name"
same and_homework_that_was_given "$(sed -n '/^Homework until/,$p' out > part; names part)" "$by_name"
g list homework --group GWD-1; same homework_is_listed_so "$(names out)" "$by_name"
g print invitation "$next"; same open_homework_in_an_invitation "$(names out)" "$by_name"
for h in $(p list homework --group GWD-1 | sed 1d | cut -d, -f1); do g homework review "$h" 2 Jest; done
g meeting minutes "$next"; same homework_that_was_reviewed "$(sed -n '/^Homework reviewed/,$p' out > part; names part)" "$by_name"
g report group GWD-1 --year 2026 --format text; same attendance_and_homework_in_a_groups_year "$(sed -n '/^Attendance of members/,/^Comparison/p' out > part; names part)" "$by_name"
finish
