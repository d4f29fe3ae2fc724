#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How far a task is may be unknown: lists, files, sheets and reports do not make a zero of it.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
s=SR-2030
percent() { p list tasks $s | grep '^16,' | cut -d, -f12,14; }

g task new $s goal=3.1 name=Ogrody office=Zieleń state=running real_from=2024-03-01; done_well a_task_is_under_way
same how_far_it_is_nobody_has_said "$(percent)" running,
g task set 16 percent=0; same a_zero_that_is_said_is_a_zero "$(percent)" running,0
g task set 16 percent=; same and_can_be_taken_back "$(percent)" running,
g task set 16 percent=-1; refused less_than_nothing_is_refused 1 'in per cent, 0 to 100'
g task set 16 percent=dużo; refused words_are_no_per_cent 1 'in per cent, 0 to 100'

# ---- the strategy's file ----
p export strategy $s file.csv > /dev/null
cell() { awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i } /,Ogrody,/ { print "said:" $at["percent"] }' "$1"; }
same its_file_leaves_the_cell_empty "$(cell file.csv)" said:
g import strategy file.csv --yes; holds and_brings_nothing_new out 'Everything in the file is known already'
sed "s/$s/SR-COPY/g" file.csv > copy.csv; p import strategy copy.csv --yes > /dev/null
same a_strategy_made_of_it_does_not_know_either "$(p list tasks SR-COPY | awk -F, '/,Ogrody,/ { print "said:" $14 }')" said:
g task set 16 percent=0; rm -f file.csv; p export strategy $s file.csv > /dev/null
same a_zero_stands_in_the_file "$(cell file.csv)" said:0
g task set 16 percent=; done_well it_is_unknown_again

# ---- the sheet of its office, the report of the year ----
g round open $s 2025 due_on=2026-12-31; done_well a_year_begins
p round sheet $s 2025 Zieleń > sheet.csv
same the_sheet_asks_for_it "$(awk -F, '/^K16,/ { print $6 "/" $8 }' sheet.csv)" '/under way'
awk -F, -v OFS=, '/^K16,/ { $8 = "late" } { print }' sheet.csv > filled.csv
g round take filled.csv --yes; holds a_state_can_be_said_without_it out 'K16 Ogrody: –, under way → –, late'
same and_it_stays_unknown "$(percent)" late,
p round sheet $s 2025 Zieleń > sheet.csv; awk -F, -v OFS=, '/^K16,/ { $6 = "40" } { print }' sheet.csv > filled.csv
g round take filled.csv --yes; same an_office_says_how_far_it_is "$(percent)" late,40
id=$(sed -n 's/.*Taken over as import \([0-9]*\);.*/\1/p' out)
g import undo "$id"; same taken_back_it_is_unknown_again "$(percent)" late,
g report strategy $s --year 2025 -o year.txt; holds the_report_has_a_dash_for_it year.txt Ogrody
if grep Ogrody year.txt | grep -q '–'; then pass beside_the_task; else fail beside_the_task "$(grep Ogrody year.txt)"; fi
echo "1..$n"
