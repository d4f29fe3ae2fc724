#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# An indicator of a goal whose card has no value of the unit is told; that of a unit above is possible and named.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
s=SR-2030

g target new $s goal=1 name=Bezrobocie kind=context indicator=DE07 reason=x
holds a_card_of_powiats_has_no_value_of_a_gmina out 'Indicator DE07 has no value of this unit (Oleśnica).'
holds and_whose_it_has_is_said out 'It has values of powiat oleśnicki'
number=$(sed -n 's/^Made indicator \([0-9]*\)\.$/\1/p' out)
g target set "$number" note=Uwaga reason=x; same what_was_so_before_is_not_said_again "$(lines 'no value')" 0
g target set "$number" unit=0214 reason=x; same nothing_is_said_of_a_unit_that_has_values "$(lines 'no value')" 0
g list targets $s; same it_has_the_figure_of_that_unit "$(awk -F, '/Bezrobocie/ { print $6, ($17 != "") }' out)" '0214000 1'
g target new $s goal=1 name=Ludność kind=context indicator=DE01 reason=x; same nor_of_the_own_one "$(lines 'no value')" 0
g target new $s goal=1 name=Licznik kind=context reason=x; same nor_of_what_is_keyed "$(lines 'no value')" 0
g report strategy $s --year 2025 -o year.txt; holds the_report_names_the_unit year.txt 'Bezrobocie (powiat oleśnicki)'
if grep 'Ludność' year.txt | grep -q '(Oleśnica)'; then fail but_not_the_own_one "$(grep Ludność year.txt)"; else pass but_not_the_own_one; fi
echo "1..$n"
