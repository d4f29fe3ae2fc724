#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# From paper to indicator: keyed forms, their differences settled, the report as PDF, the answers read
# by PSPP with the same figures, and the result in a ranking, where a decision on a form changes it.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
"$abs_top_builddir/tests/cli/key_forms" "$db" "$(p list persons | sed -n 2p | cut -d, -f1)" || { echo "Bail out! nothing keyed"; exit 99; }
g wave change s-26 unit=020101; done_well twenty_forms_are_keyed

value() { p values --indicator BORN --unit 0201011 --year 2026 | sed -n 2p | cut -d, -f4; }
mean() { p compare s-26 born | awk -F, '$6 == "mean" { print $8 }'; }

g publish s-26 born --statistic mean --as BORN name='Mean year of birth' direction=N
holds the_mean_of_the_first_keying_is_published out '1,970.00, n = 20'
g --as ewa difference settle s-26 102 born second; done_well the_paper_says_otherwise
same the_published_value_follows_in_the_same_step "$(value)" 1970.05
same and_is_what_the_table_says "$(mean)" 1970.05
g --as ewa difference settle s-26 102 roads first
g list differences s-26 --open; same nothing_is_left_to_settle "$(rows)" 0
g verify report s-26; done_well the_second_keying_is_reported
holds where_the_first_was_wrong_once out 'born,born,4,4,1,25,'

g report survey s-26 -o report.pdf; done_well the_report_is_written
if command -v pdftotext > /dev/null; then
	pdftotext -layout report.pdf report.txt 2> /dev/null
	holds the_report_says_how_many report.txt 20
	holds and_the_mean report.txt '1970.05'
else skip the_report_says_how_many "pdftotext is not installed"; skip and_the_mean "pdftotext is not installed"
fi

g export answers s-26 answers.sav; done_well the_answers_are_written_for_spss
if command -v pspp > /dev/null; then
	printf 'GET FILE="answers.sav".\nDESCRIPTIVES born /STATISTICS=MEAN.\n' > means.sps
	pspp -O format=csv -o means.csv means.sps < /dev/null > /dev/null
	same pspp_counts_the_same "$(awk -F, '$1 == "born" { print $2, $3 }' means.csv)" '20 1970.05'
	printf 'GET FILE="answers.sav".\nAGGREGATE OUTFILE=* /BREAK=roads /n=N.\nFORMATS roads n (F8.0).\nSAVE TRANSLATE /OUTFILE="n.csv" /TYPE=CSV /CELLS=VALUES.\n' > n.sps
	pspp -o log n.sps < /dev/null > /dev/null
	sed 's/^-.*//' n.csv | grep '^[0-9]' | sort > theirs
	p tabulate s-26 roads > ours.all
	same and_each_answer_as_often "$(cat theirs)" "$(awk -F, 'NR > 1 && $1 ~ /^[0-9]/ && $3 > 0 { print $1 "," $3 }' ours.all | sort)"
else skip pspp_counts_the_same "pspp is not installed"; skip and_each_answer_as_often "pspp is not installed"
fi

g batch close s-26 1 'difference=two were lost'; holds a_reason_of_no_difference_is_not_kept out 'The counts agree'
g list batches s-26; same nor_listed "$(lines 'two were lost')" 0
g wave close s-26; done_well the_wave_is_closed
g rank --indicator BORN --year 2026 --in 0201; holds the_result_stands_in_the_ranking out '1,0201011,Bolesławiec,1970.05'
printf '"Kod";"Nazwa";"Wiek";"Rok";"Wartosc";"Jednostka miary";"Atrybut";\r\n"0201011";"Bolesławiec (1)";"ogółem";"2026";37500;"osoba";"";\r\n"0201022";"Bolesławiec (2)";"ogółem";"2026";15000;"osoba";"";\r\n' \
	> LUDN_2137_CREL_20270101000000.csv
g import bdl --yes LUDN_2137_CREL_20270101000000.csv; done_well figures_of_bdl_for_the_same_year_are_taken_over
g rank --indicator P2137.1 --year 2026 --in 0201; holds so_the_unit_stands_in_a_ranking_of_bdl_too out '1,0201011,Bolesławiec,37500'
g profile --unit 0201011 --year 2026; holds the_profile_shows_the_result out 'BORN,Mean year of birth,1970.05,,1,1'
holds beside_what_bdl_says out ',37500,'
g list published; holds it_says_what_it_rests_on out 'BORN,Mean year of birth,0201011,2026,1970.05,,20,s,s-26,born,'
g check; done_well the_database_is_sound
finish
