#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The forms of a result, and files that hold one.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare

g values --indicator P2392.1 --level powiat --year 2021 --format csv-pl
same csv_pl_begins_with_a_byte_order_mark "$(head -c 3 out | od -An -tx1 | tr -d ' \n')" efbbbf
same csv_pl_ends_lines_with_cr_lf "$(lines "$(printf '\r')\$")" 4
holds csv_pl_has_a_decimal_comma out '1061000;Łódź;2021;5,6;'
g rank --indicator P2137.1 --year 2020 --format text; done_well text_is_printed
holds text_has_the_names out Nowogrodziec
holds text_says_the_source out 'Source: GUS, BDL (LUDN_2137_CREL_20210101000000.csv)'
true_that text_fits_a_page env LC_ALL=C.UTF-8 awk '{ if (length($0) > 100) bad = 1 } END { exit bad }' out
g rank --indicator P2137.1 --year 2020 --format html; done_well html_is_printed
holds html_is_a_page out '</html>'
g rank --indicator P2137.1 --year 2020; cp out neutral
g rank --indicator P2137.1 --year 2020 -o ranking.csv; done_well a_result_goes_into_a_file
same nothing_is_printed_then "$(cat out)" ""
true_that the_name_chooses_the_form cmp neutral ranking.csv
same the_group_may_read_it "$(stat -c %a ranking.csv)" 640
g rank --indicator P2137.1 --year 2020 -o ranking.csv; refused an_existing_file_is_refused 1 'ranking.csv exists already'
holds with_the_option_that_helps err 'To replace it add --force.'
g backup ranking.csv; refused a_copy_replaces_nothing_unasked 1 'To replace it add --force.'
g rank --indicator P2137.1 --year 2020 -o ranking.csv --force; done_well unless_it_may_be_replaced
g rank --indicator P2137.1 --year 2020 -o ranking; refused a_name_without_a_form_is_refused 1 'does not say the form of the file'
g rank --indicator P2137.1 --year 2020 -o ranking.pl --format csv-pl; done_well unless_the_form_is_given
g rank --indicator P2137.1 --year 2020 -o r.xlsx --format csv; refused a_workbook_holds_no_csv 1 'r.xlsx would not be a workbook'
g rank --indicator P2137.1 --year 2020 -o ranking.xlsx; done_well a_workbook_is_written
if command -v unzip > /dev/null; then
	unzip -p ranking.xlsx xl/sharedStrings.xml xl/worksheets/sheet1.xml > sheet 2> err
	holds the_workbook_has_codes_as_text sheet 0201011
	holds the_workbook_has_numbers_as_numbers sheet '<v>680010</v>'
	if grep -q '<v>201011</v>\|<v>0201011</v>' sheet; then fail no_code_is_a_number; else pass no_code_is_a_number; fi
else
	skip the_workbook_has_codes_as_text "no unzip"
fi
g rank --indicator P2137.1 --year 2020 -o no/folder/x.csv; refused a_missing_folder_is_named 1 'no/folder/x.csv was not written: there is no such folder'
g rank --indicator P2137.1 --year 2020 -o /proc/x.csv; refused of_the_systems_own_folder_the_true_reason_is_said 1 "the system's own"
g rank --indicator P2137.1 --year 2020 -o /dev/full --format csv; refused a_device_is_no_file 1 /dev/full
p rank --indicator P2137.1 --year 2020 > /dev/full 2> err; status=$?
refused a_full_standard_output_is_noticed 1 'full'
"$GROMADA_PROGRAM" --language en --help > /dev/full 2> err; status=$?
refused a_full_standard_output_is_noticed_by_help_too 1 'Standard output could not be written.'
ln -s ranking.csv link.csv
g rank --indicator P2137.1 --year 2020 -o link.csv --force; refused a_link_is_not_followed 1 link.csv
before=$(contents)
g list units --format csv -o "$db" --force; refused the_database_is_not_written_over 1 'is the database itself or belongs to it'
g list units --format csv -o ../"${work##*/}"/test.db-journal --force; refused nor_is_its_journal 1 'is the database itself or belongs to it'
same and_it_is_as_before "$(contents)" "$before"
g rank --indicator NONE --year 2020 -o none.csv; refused a_refused_command_leaves_no_file 1 NONE
absent really_none none.csv
g rank --indicator P2137.1 --year 20 ; refused a_year_has_four_digits 1 '"20" is no year'
g rank --indicator P2137.1 --year 2019-2020; refused one_year_is_one_year 1 '"2019-2020" is no year'
g values --indicator P2137.1 --year 2020-2019; refused years_ascend 1 '"2020-2019" is neither a year nor two'
g values --indicator P2137.1 --unit 0201011 --in 02; refused units_are_named_or_chosen 1 'not both'
g values --indicator P2137.1 --year 2001; prints a_year_without_values_has_no_rows <<'EOT'
unit,name,year,value,flag
EOT
g list flags; holds the_signs_are_explained out 'x,yes,no,'
db=$work/demo.db; g init --demo
g rank --indicator DE01 --year 2017 --format text; holds made_up_values_are_said_to_be_so out 'The values are made up, for demonstration.'
db=$work/test.db
if small_disk 8k; then
	g values --indicator P2137.1 -o full/small.csv; done_well what_fits_is_written
	g list indicators -o full/large.csv; refused a_full_disk_is_told 1 'the disk is full'
	absent nothing_half_written_stays full/large.csv
	same and_no_temporary "$(ls -A full)" small.csv
	db=$work/full/x.db; g init; refused no_database_on_a_full_disk 1 ull
	absent no_half_database_stays full/x.db
	umount full
else
	skip a_full_disk_is_told "no file system of its own can be mounted"
fi
finish
