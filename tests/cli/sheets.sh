#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Own figures, data sheets out and back, decisions and forms of organisation, as a script calls them.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g list units --search 'Bolesławiec, urban gmina'; same what_a_form_shows_finds_the_unit "$(rows)" 1
g group add WOD --kind gwd --name Waterworks --starts 2024-01-01
g group member WOD add 020101 --on 2024-01-01; g group member WOD add 020102 --on 2024-01-01
done_well a_group_has_two_members

g sheet new WOD 2025 due=2026-02-28; prints a_sheet_is_made <<'X'
The sheet of WOD for 2025 has 0 lines.
X
g sheet line WOD 2025 WK05 low=0 high=5; g sheet line WOD 2025 WK06 change=20; g sheet line WOD 2025 WK12
done_well it_asks_for_indicators
g sheet line WOD 2025 LB01; refused what_files_feed_is_not_asked_for 1 'LB01'
g sheet line WOD 2025 NOWY; refused an_unknown_card_names_the_command_that_makes_it 1 'gromada indicator new NOWY kind=own name='
g indicator new PUSTY "name=Bez danych"; g sheet line WOD 2025 PUSTY; refused a_card_of_another_kind_names_the_command_that_changes_it 1 'gromada indicator set PUSTY kind=own'
g indicator retire PUSTY
g list sheets --group WOD --year 2025; prints who_is_missing_what_is_a_list <<'X'
group,year,unit,name,state,lines,filled,missing,questions,due,late,changed_on
WOD,2025,0201022,"Bolesławiec, rural gmina",draft,3,0,3,0,2026-02-28,yes,
WOD,2025,0201011,"Bolesławiec, urban gmina",draft,3,0,3,0,2026-02-28,yes,
X

g figure set WK05 0201011 2024 3,5; g figure set WK05 0201011 2025 7; done_well figures_are_entered
g figure set WK05 0201011 2025 abc; refused what_is_no_number_is_refused 1 'abc'
g figure set LB01 0201011 2025 5; refused other_indicators_take_none 1 'LB01'
g values --indicator WK05 --unit 0201011; prints they_are_values_but_for_drafts_of_a_sheet <<'X'
unit,name,year,value,flag
0201011,Bolesławiec,2024,3.5,s
0201011,Bolesławiec,2025,,rob
X
g figure set WK05 0201011 2025 6 remark='new network'
g figure history WK05 0201011 2025; holds what_stood_there_is_kept out '7,,,'
g indicator show WK05; holds the_card_says_own_figures out 'kind,own'
g sheet show WOD 0201011 2025; holds what_is_unusual_is_said out 'above 5'

g sheet export WOD 0201011 2025 a.xlsx; done_well a_workbook_goes_out
g figure set WK05 0201011 2025 6 source='SAS form'; g sheet show WOD 0201011 2025
holds where_it_was_taken_from_is_shown out '6,,new network,SAS form,above 5'
g figure set WK12 0201011 2024 4 source=PWiK
if command -v unzip > out 2>&1; then
	unzip -p a.xlsx xl/worksheets/sheet1.xml | grep -o '<ignoredError .*/>' > out
	holds the_spreadsheet_warns_of_text_in_the_column_of_values out 'sqref="A1:F1048576 H1:XFD1048576"'
else skip the_spreadsheet_warns_of_text_in_the_column_of_values 'no unzip'; fi
g sheet export WOD 0201011 2025 a.csv; done_well and_csv_for_a_polish_spreadsheet
g sheet export WOD 0201011 2025 n.csv --format csv; holds last_years_source_is_offered n.csv ',4,,,PWiK,'
holds beside_that_of_the_figure n.csv ',6,new network,SAS form,'
true_that with_its_byte_order_mark grep -q "$(printf '\357\273\277')" a.csv
g sheet export WOD 0201011 2025 n.csv --format csv; holds and_neutral_csv n.csv 'number,indicator,name'
g sheet export WOD 0201011 2025 a.pdf; refused nothing_else 1 'workbook'
g sheet export WOD 0201043 2025 b.xlsx; refused only_members_have_one 1 'WOD'
g sheet import WOD 0201011 2025 a.xlsx --yes; holds a_file_that_says_nothing_new_changes_nothing out 'nothing was written'

sed 's/^\(2,WK06,[^,]*,[^,]*,[^,]*,\),,/\1,12.5,/' n.csv > back.csv
g sheet import WOD 0201011 2025 back.csv --yes; holds what_was_filled_in_is_shown out 'WK06: – → 12.5'
holds and_taken out 'Taken over as import'
g sheet show WOD 0201011 2025; holds it_is_there out '2,WK06,Awarie przyłączy na 1000 przyłączy,szt.,,12.5'
g compare group WOD --year 2025; holds rows_of_a_sheet_belong_to_the_comparison out 'WK05,'
g compare rows WOD WK06; g sheet line WOD 2025 WK12
holds where_rows_were_chosen_the_sheet_says_which_are_left_out out "No rows of the group's comparison (gromada compare rows): WK05, WK12."
g compare group WOD --year 2025; holds a_draft_is_shown_with_its_sign out ',0201011,12.5,rob,no,no'
g values --indicator WK06 --year 2025 --unit 0201011; holds and_is_no_value_elsewhere out ',2025,,rob'
g sheet import WOD 0201022 2025 back.csv --yes; refused a_sheet_of_another_unit_is_refused_and_both_are_named 1 'Bolesławiec, urban gmina (0201011)” where'
g sheet import WOD 0201011 2024 back.csv --yes; refused and_of_another_year 1 '2024'
g import undo "$(last_import)"; g sheet show WOD 0201011 2025
holds undone_it_is_gone out '2,WK06,Awarie przyłączy na 1000 przyłączy,szt.,,,'
sed 's/WK05/WK0X/; s/,6,new network/,six,new network/' n.csv > bad.csv
g sheet import WOD 0201011 2025 bad.csv --yes; holds unknown_codes_are_told_by_their_cell out 'B2: '
sed -n '1p; s/,WK0[56],/,WK0X,/p' n.csv > none.csv
g sheet import WOD 0201011 2025 none.csv --yes; refused a_file_of_which_nothing_is_taken_is_no_success 1 'every line'

g sheet export WOD 0201011 2025 source.csv --format csv
sed 's/SAS form/Water meters/' source.csv > meters.csv
g sheet import WOD 0201011 2025 meters.csv --yes; holds another_source_is_shown out 'WK05: 6 (new network; source: SAS form) → 6 (new network; source: Water meters)'
g sheet show WOD 0201011 2025; holds and_kept out 'new network,Water meters'
g sheet state WOD 0201011 2025 sent; refused empty_lines_are_not_handed_in 1 '2, 3'
g figure set WK06 0201011 2025 bd
g sheet state WOD 0201011 2025 sent; refused one_empty_line_is_one_line 1 'in line 3.'
g figure set WK12 0201011 2025 nd
g sheet state WOD 0201011 2025 sent; done_well a_full_sheet_is
g sheet state WOD 0201011 2025 queried; refused without_a_question_nothing_is_to_be_explained 1 'ask'
g sheet ask WOD 0201011 2025 WK05 'Why so many?'; g list sheets --group WOD
holds a_question_opens_it out 'queried,3,3,0,1'
g sheet state WOD 0201011 2025 verified; refused and_waits_for_an_answer 1 'answer'
g sheet answer WOD 0201011 2025 1 'An old network'; g sheet state WOD 0201011 2025 verified
done_well answered_it_is_verified
g sheet answer WOD 0201011 2025 1 'A new network'; refused a_second_answer_does_not_take_its_place 1 'its answer stays as it is'
g sheet show WOD 0201011 2025; holds question_and_answer_stay_to_be_read out 'Why so many?,1,An old network,2026-11-22'
g values --indicator WK05 --unit 0201011 --year 2025; holds verified_it_is_no_longer_preliminary out '2025,6,'
g figure set WK05 0201011 2025 5; g list sheets --group WOD
holds a_later_change_queries_it_again out 'queried,3,3,0,1'

g decision set 0201011 2025 1 'warunki zabudowy' GP issued=100 late=5 appealed=4 upheld=2 sent_back=1
done_well decisions_are_entered
g decision set 0201011 2025 1 'warunki zabudowy' GP late=101; refused more_late_than_issued_is_refused 1 'late'
g decision set 0201011 2025 2 'warunki zabudowy' GP issued=10 upheld=9
holds more_decided_than_made_is_said out 'SKO decided 9'
g list decisions --unit 0201011; holds shares_have_their_denominators_in_their_names out 'overturned_of_decided,overturned_of_issued'
holds and_are_per_cents out ',5,0,4,33.3'
g organisation set 0201011 woda 2025 provider=company name=PWiK employment=12,5; done_well who_delivers_is_entered
g list organisations --group WOD --year 2025; holds and_listed out 'woda,2025,0201011,Bolesławiec,company,PWiK,12.5'
g organisation set 0201011 woda 2025 provider=nobody; refused another_form_is_refused 1 'nobody'

# ---- deleted and brought back ----
g decision delete 0201011 2025 1 'warunki zabudowy' GP; done_well totals_are_deleted
g list decisions --unit 0201011 --year 2025; if grep -q ',1,warunki' out; then fail deleted_totals_are_not_listed "$(cat out)"; else pass deleted_totals_are_not_listed; fi
g list decisions --unit 0201011 --year 2025 --retired; holds but_among_the_deleted out '0201011,Bolesławiec,2025,1,warunki zabudowy,GP,100,5'
g decision set 0201011 2025 1 'warunki zabudowy' GP issued=3; refused new_ones_do_not_take_their_place 1 'bring them back'
g decision restore 0201011 2025 1 'warunki zabudowy' GP; done_well they_are_brought_back
g list decisions --unit 0201011 --year 2025; holds as_they_were out '2025,1,warunki zabudowy,GP,100,5'
g decision restore 0201011 2025 1 'warunki zabudowy' GP; refused what_was_not_deleted_does_not_come_back 1 'no such deleted totals'
g decision delete 0201011 2025 4 'warunki zabudowy' GP; refused totals_that_are_not_there_are_not_deleted 1 'no longer in the database'
g organisation retire 0201011 woda 2025; done_well a_form_of_organisation_is_deleted
g list organisations --group WOD --year 2025; same it_is_not_listed "$(lines PWiK)" 0
g organisation set 0201011 woda 2025 provider=company; refused a_new_one_does_not_take_its_place 1 'bring it back'
g organisation restore 0201011 woda 2025; done_well it_is_brought_back
g list organisations --group WOD --year 2025; holds with_all_that_it_said out 'company,PWiK,12.5'
g organisation retire 0201011 woda 1999; refused one_that_is_not_there_is_not_deleted 1 'Nobody is entered'
g organisation restore 0201011 woda 2025; refused nor_brought_back_twice 1 'no such deleted form'
g check; done_well the_database_is_whole
g figure set WK05 0201011 2019 -5 remark=correction; done_well a_figure_below_zero_is_no_option
g decision set 0201011 2024 4 thirds A issued=12 late=2; done_well a_share_of_a_sixth_is_kept
g list decisions --unit 0201011 --year 2024; holds its_share_has_no_rest_of_computing out ',16.6666666667,'
g sheet export WOD 0201011 2025 now.csv --format csv; { cat now.csv; echo ',,,,,,,,,,,'; } > rest.csv
g sheet import WOD 0201011 2025 rest.csv --yes; done_well a_row_of_separators_alone_is_no_line
g sheet export WOD 0201011 2025 before.xlsx
g sheet line WOD 2025 WK05 out=yes; g sheet line WOD 2025 WK05 low=0 high=5
g sheet import WOD 0201011 2025 before.xlsx --yes; same lines_that_moved_since_are_no_fault_of_the_file "$(lines moved)" 0

# ---- what totals of decisions say is not asked for again ----
g sheet new WOD 2023 due=2024-02-28; g sheet line WOD 2023 DA01
for quarter in 1 2 3 4; do g decision set 0201011 2023 $quarter 'warunki zabudowy' GP issued=40; done
g sheet show WOD 0201011 2023; holds a_line_shows_what_totals_say out ',160,,,quarterly totals of decisions,'
g list sheets --group WOD --year 2023; holds and_is_not_missing out '0201011,"Bolesławiec, urban gmina",draft,1,1,0,'
holds where_there_are_no_totals_it_is out '0201022,"Bolesławiec, rural gmina",draft,1,0,1,'
g sheet export WOD 0201011 2023 fed.csv --format csv; holds files_show_it_too fed.csv ',160,,quarterly totals of decisions,WOD,'
g sheet import WOD 0201011 2023 fed.csv --yes; holds a_file_that_repeats_it_keys_nothing out 'nothing was written'
g sheet export WOD 0201011 2023 fed.xlsx; g sheet import WOD 0201011 2023 fed.xlsx --yes
holds nor_does_a_workbook out 'nothing was written'
sed 's/,160,,/,150,,/' fed.csv > other.csv; g sheet import WOD 0201011 2023 other.csv --yes
holds another_figure_is_warned_of out 'totals of decisions say 160'
g import undo "$(last_import)"; g sheet state WOD 0201011 2023 approved; done_well it_is_approved_without_a_figure
g figure set DA01 0201011 2023 150; g sheet show WOD 0201011 2023
holds a_keyed_figure_is_held_against_them out ',150,,,,totals of decisions say 160'

g sheet state WOD 0201011 2023 sent; g decision set 0201011 2023 4 budowa 'other' issued=1
same totals_that_do_not_change_what_is_said_are_quiet "$(lines 'handed in')" 0
g decision delete 0201011 2023 4 budowa 'other'; holds a_sheet_handed_in_that_says_otherwise_is_told_and_stays out 'stays as it is (sheet → decisions now): WOD 2023: DA01 150 → 160.'

# ---- decisions by type of cases and department ----
g decision set 0201011 2021 1 podatki FN issued=180 late=16; g decision set 0201011 2021 1 'warunki zabudowy' GP issued=40 late=38
g list decisions --unit 0201011 --year 2021 --cases Podatki; holds decisions_of_a_type_are_listed_alone out ',podatki,FN,180,16,'
same no_other_is_among_them "$(rows)" 1
g list decisions --year 2021 --department gp; same those_of_a_department_too "$(rows)" 1
g list decisions --cases podadki; refused a_type_that_is_written_nowhere_is_a_slip 1 'podadki'
g report practice WOD --year 2021 --cases podatki --format text; true_that members_are_compared_in_one_type_of_cases grep -q '^after the statutory time, % of decisions issued  *8\.9' out
g report practice WOD --year 2021 --format text; holds all_together_say_less out '24.5'
true_that so_each_type_has_its_own_table_too grep -q '^after the statutory time, % of decisions issued  *95\.0' out

# ---- a file made before a colleague's figure ----
g sheet new WOD 2022; g sheet line WOD 2022 WK05
g sheet export WOD 0201011 2022 old.csv --format csv; g figure set WK05 0201011 2022 20 remark=colleague
sed 's/,WK05,\([^,]*,[^,]*,[^,]*\),,/,WK05,\1,12,/' old.csv > mine.csv
g sheet import WOD 0201011 2022 mine.csv --yes; refused a_file_older_than_a_colleagues_figure_leaves_it 1 'every line'
g sheet show WOD 0201011 2022; holds it_stands out ',20,,colleague,'
g figure set WK05 0201022 2022 50; g compare group WOD 2022; mv out keyed
g sheet state WOD 0201022 2022 sent; g sheet state WOD 0201022 2022 draft; g compare group WOD 2022
same a_figure_keyed_beside_its_sheet_counts_as_little_as_in_a_draft "$(cat keyed)" "$(cat out)"

# ---- what a percentage of the member's file is one of ----
g sheet new WOD 2020; g sheet line WOD 2020 DA05; g sheet new WOD 2019; g sheet line WOD 2019 DA05
g report member 0201011 --format text; same it_is_named_once_for_all_years "$(grep -c '^ *DA05 .*/ odwołania rozpatrzone' out)" 1

# ---- an unusual figure without a remark ----
g sheet new WOD 2018; g sheet line WOD 2018 WK05 high=5; g sheet show WOD 0201011 2018; g figure set WK05 0201011 2018 7
g sheet state WOD 0201011 2018 sent; holds handed_in_without_a_reason_it_is_said_which out 'Line 1 is unusual'
g sheet state WOD 0201011 2018 draft; g figure set WK05 0201011 2018 7 remark='new network'; g sheet state WOD 0201011 2018 sent
prints with_one_nothing_is_said </dev/null
finish
