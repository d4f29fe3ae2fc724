#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Approved years stay: their years are not cut off, and what was corrected in them goes with the strategy
# into another database.
. "$abs_top_srcdir/tests/cli/common.sh"
cat > s.csv <<'END'
row,goal,item,year,name,kind,code,unit,decimals,direction,base_year,base,target_year,target,value,source,state,from,to,resolution,adopted_on
strategy,,,,Moved,development,MOV,0214011,,,,,,,,,adopted,2021,2030,I/1/2021,2021-01-04
goal,1,,,Green,,,,,,,,,,,,,,,,
indicator,1,1,,Trees,result,,,0,S,2020,100,2030,200,,register,,,,,
reading,,1,2023,,,,,,,,,,,110,count,,,,,
reading,,1,2024,,,,,,,,,,,120,sheet of the office,,,,,
END
p init --demo > /dev/null
g import strategy s.csv --yes; done_well a_strategy_comes_in_a_file
target=$(p list targets MOV | grep Trees | cut -d, -f1)
p round open MOV 2024 > /dev/null; p round approve MOV 2024 by=Mayor --yes > /dev/null
g round correct MOV 2024 "$target" 155 'The register was late'; done_well a_figure_is_corrected_after_approval

# ---- a year with a round is not cut off ----
g strategy set MOV last_year=2023; refused a_monitored_year_stays 1 'The monitoring of 2024 has begun'
g strategy set MOV first_year=2025; refused at_the_beginning_too 1 'The monitoring of 2024 has begun'
g export strategy MOV cut.csv; sed -i 's/,2021,2030,/,2021,2023,/' cut.csv
g import strategy cut.csv --yes; refused a_file_does_not_cut_it_off_either 1 'The monitoring of 2024 has begun'
g report strategy MOV --year 2024; done_well and_its_report_is_printed

g export strategy MOV moved.csv; done_well it_is_written_to_a_file
holds what_stays_is_said out 'approved reports (1), evaluations (0)'
reading() { grep "^reading,.*,$1," "$2" | sed 's/,#[0-9a-f]*,/,/' | tr -s , ,; } # without the mark of its source
same what_is_known_now_goes_out_with_its_reason "$(reading 2024 moved.csv)" 'reading,1,2024,155,"The register was late, 2026-11-22",155'
same what_was_not_corrected_goes_as_it_is "$(reading 2023 moved.csv)" 'reading,1,2023,110,count,110'
g import strategy moved.csv --yes; holds the_file_is_known_already out 'Everything in the file is known already'
g export strategy MOV moved.xlsx; done_well a_workbook_is_written_too
if unzip -p moved.xlsx > cells 2> /dev/null; then
	holds its_table_of_values_names_the_correction cells 'corrected 2026-11-22'
	true_that and_not_the_sheet_that_said_otherwise sh -c '! grep -q ">sheet of the office<" cells'
else
	skip its_table_of_values_names_the_correction 'unzip is not installed'
fi

here=$db db=$work/there.db
p init --demo > /dev/null
g import strategy moved.csv --yes; done_well another_database_takes_it
holds what_does_not_come_is_said out 'they stay where they were made'
g list targets MOV --year 2024; holds the_corrected_value_is_there out ',2024,155,'
db=$here

# ---- figures of the catalogue: they come with their files, what was corrected of them with the strategy ----
cat > fed.csv <<'END'
row,goal,item,name,kind,code,unit,direction,base_year,base,target_year,target,state,from,to,adopted_on
strategy,,,Fed,development,FED,0214011,,,,,,adopted,2021,2030,2021-01-04
goal,1,,Work,,,,,,,,,,,,
indicator,1,1,Shelters,result,SHEL,,S,2020,90,2030,200,,,,
END
printf 'unit;indicator;year;value\n0214011;SHEL;2023;95\n0214011;SHEL;2024;101\n' > shelters.csv
figures() { p indicator new SHEL name=Shelters unit=szt. kind=published > /dev/null; p import values shelters.csv --yes > /dev/null; }
figures; g import strategy fed.csv --yes; done_well a_strategy_fed_by_the_catalogue_comes
target=$(p list targets FED | grep Shelters | cut -d, -f1)
p round open FED 2024 > /dev/null; p round approve FED 2024 by=Mayor --yes > /dev/null
p round correct FED 2024 "$target" 97 'Counted twice' > /dev/null
g round correct FED 2024 "$target" 98 'Two of them, not four'; done_well its_figure_is_corrected_twice
g export strategy FED fed2.csv; done_well it_is_written_too
same corrections_go_out_each_with_day_and_reason "$(grep '^correction,' fed2.csv | tr -s , | sed 's/,$//')" "$(printf '%s\n' \
	'correction,1,2024,97,Counted twice,2026-11-22' 'correction,1,2024,98,"Two of them, not four",2026-11-22')"
g import strategy fed2.csv --yes; holds the_file_says_nothing_new_here out 'Everything in the file is known already'
db=$work/fed.db
p init --demo > /dev/null; figures
g import strategy fed2.csv --yes; done_well another_database_takes_it_with_its_corrections
g list targets FED --year 2024; holds the_last_of_them_is_the_value_there out ',2024,98,'
g list targets FED --year 2023; holds other_years_are_those_of_the_catalogue out ',2023,95,'
g export strategy FED fed3.csv
same and_they_go_on_from_there "$(grep '^correction,' fed3.csv)" "$(grep '^correction,' fed2.csv)"
shelters=$(p list imports | grep shelters.csv | cut -d, -f1)
g import undo "$shelters"; g status FED --year 2023 --format text
holds a_status_names_the_file_that_was_taken_back_with_its_value out "of 2023 there was a value: file $shelters"
g import undo "$(p list imports | grep fed2.csv | cut -d, -f1)"; done_well the_file_can_be_undone
g list strategies
same undoing_the_file_takes_them_back "$(grep -c FED out)" 0
db=$here
finish
