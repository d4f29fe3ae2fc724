#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Importing, looking at what came, taking it back.
. "$abs_top_srcdir/tests/cli/common.sh"
terc=$fixtures/TERC_Urzedowy_2020-01-01.csv
people=$fixtures/LUDN_2137_CREL_20210101000000.csv
rate=$fixtures/RYNE_2392_CTAB_20220101000000.csv

g init
g import teryt "$terc"; refused without_a_terminal_and_yes_it_only_looks 1 'TERC_Urzedowy_2020-01-01.csv was only looked at; add --yes'
holds the_preview_is_shown out 'TERC_Urzedowy_2020-01-01.csv'
g list units; prints nothing_was_written <<'EOT'
code,name,level,kind,parent,starts_on,ends_on,origin
EOT
g import teryt --yes "$terc"; done_well a_register_is_taken_over
holds the_number_of_the_import_is_said out 'gromada import undo 3 takes it back'
g list units --in 0201; prints units_stand_in_Polish_order <<'EOT'
code,name,level,kind,parent,starts_on,ends_on,origin
0201011,Bolesławiec,gmina,1,0201000,,,teryt
0201022,Bolesławiec,gmina,2,0201000,,,teryt
0201043,Nowogrodziec,gmina,3,0201000,,,teryt
0201045,Nowogrodziec (rural area),part,5,0201043,,,teryt
0201044,Nowogrodziec (town),part,4,0201043,,,teryt
0201000,powiat bolesławiecki,powiat,,0200000,,,teryt
EOT
g list units --level voivodeship
names=$(cut -d, -f2 out | sed 1d | tr '\n' ' ')
same Polish_letters_have_their_places "$names" "Dolnośląskie Kujawsko-pomorskie Lubelskie Lubuskie Łódzkie Małopolskie Mazowieckie Opolskie Podkarpackie Podlaskie Pomorskie Śląskie Świętokrzyskie Warmińsko-mazurskie Wielkopolskie Zachodniopomorskie "
g list units --search lodz --level gmina; cp out one
g list units --search ŁÓDŹ --level gmina; same case_and_Polish_letters_do_not_matter "$(cat out)" "$(cat one)"
g list units --search 1061; same a_code_finds_what_begins_with_it "$(rows)" 3
g list units --in 99; refused an_impossible_code_is_refused 1 '99'

before=$(contents)
g import teryt --yes "$terc"; done_well the_same_register_again_is_no_mistake
holds and_changes_nothing out 'Everything in the file is known already; nothing was written.'
same really_nothing "$(contents)" "$before"
g import teryt --yes "$fixtures/TERC_Urzedowy_2019-01-01.csv"; refused an_older_register_is_refused_with_the_option_that_helps 1 'TERC_Urzedowy_2019-01-01.csv is older than the one in the database; add --older'
same an_older_register_leaves_no_trace "$(contents)" "$before"
g import teryt --yes --older "$fixtures/TERC_Urzedowy_2019-01-01.csv"; done_well unless_it_is_asked_for

g import bdl --yes "$people" "$rate"; done_well several_files_are_taken_over
g values --indicator P2137.1; prints values_of_an_indicator <<'EOT'
unit,name,year,value,flag
0201011,Bolesławiec,2019,38000,
0201011,Bolesławiec,2020,38010,
0201022,Bolesławiec,2019,14000,
0201022,Bolesławiec,2020,14010,
1061011,Łódź,2019,680000,
1061011,Łódź,2020,680010,
0201043,Nowogrodziec,2019,15000,
0201043,Nowogrodziec,2020,15010,
0214011,Oleśnica,2019,37000,
0214011,Oleśnica,2020,37010,
0214062,Oleśnica,2019,,x
0214062,Oleśnica,2020,14010,
EOT
g values --indicator P2137.1 --year 2020 --in 0214; prints values_of_an_area <<'EOT'
unit,name,year,value,flag
0214011,Oleśnica,2020,37010,
0214062,Oleśnica,2020,14010,
EOT
g values --indicator P2392.1 --unit 1061 --unit 0214 --year 2020-2021; prints values_of_named_units <<'EOT'
unit,name,year,value,flag
1061000,Łódź,2020,6.2,
1061000,Łódź,2021,5.6,
0214000,powiat oleśnicki,2020,6.5,
0214000,powiat oleśnicki,2021,,.
EOT
g values --indicator P2392.1 --level powiat --year 2019; prints values_of_a_level <<'EOT'
unit,name,year,value,flag
1061000,Łódź,2019,5.4,
0201000,powiat bolesławiecki,2019,3.3,
0214000,powiat oleśnicki,2019,5.5,
EOT
bad=
for typed in 020101 0201011 1020101011 030210101011 30210101011; do
	g values --indicator P2137.1 --unit $typed --year 2020
	[ "$(sed -n 2p out)" = "0201011,Bolesławiec,2020,38010," ] || bad="$bad $typed: $(cat out err)"
done
for typed in 02 0200000; do
	g list units --in $typed --level powiat
	[ "$(rows)" = 2 ] || bad="$bad $typed: $(cat out err)"
done
same a_code_is_understood_in_every_form "$bad" ""
g rank --indicator P2137.1 --year 2020; prints ties_share_a_rank <<'EOT'
rank,unit,name,value
1,1061011,Łódź,680010
2,0201011,Bolesławiec,38010
3,0214011,Oleśnica,37010
4,0201043,Nowogrodziec,15010
5,0201022,Bolesławiec,14010
5,0214062,Oleśnica,14010
EOT
g rank --indicator P2392.1 --year 2021; prints the_level_with_values_is_found_and_missing_ones_stand_last <<'EOT'
rank,unit,name,value
1,1061000,Łódź,5.6
2,0201000,powiat bolesławiecki,3.6
,0214000,powiat oleśnicki,
EOT
g rank --indicator P2392.1 --year 2021 --level voivodeship; same a_level_can_be_chosen "$(sed -n 2p out)" "1,0200000,Dolnośląskie,4.8"
g profile --unit 0201011 --year 2020; prints a_profile_has_quartiles <<'EOT'
indicator,name,value,flag,rank,n,median,q1,q3
P2137.1,ludność według wieku i płci,38010,,2,6,26010,14260,37760
EOT
g trend --indicator P2392.1 --unit 0201; prints a_trend_has_the_median_and_no_best_without_a_direction <<'EOT'
year,value,flag,median,best,n
2019,3.3,,5.4,,3
2020,4.4,,6.2,,3
2021,3.6,,4.6,,2
EOT
printf '"Kod";"Nazwa";"Wiek";"Rok";"Wartosc";"Jednostka miary";"Atrybut";\r\n"0201011";"Bolesławiec (1)";"ogółem";"2020";2,9;"osoba";"";\r\n"0201022";"Bolesławiec (2)";"ogółem";"2020";2,8;"osoba";"";\r\n' > LUDN_9999_CREL_20210101000000.csv
g import bdl --yes LUDN_9999_CREL_20210101000000.csv; done_well two_values_with_a_decimal_are_there
g profile --unit 0201011 --year 2020; holds a_median_carries_no_dust_of_computing out ',2,2.85,'
undo=$(last_import); g import undo "$undo" --yes
g list indicators --search stopa --with-values; prints an_indicator_has_its_columns <<'EOT'
code,name,unit,source,subgroup,dimensions,first_year,last_year,values
P2392.1,"stopa, w tym ogółem (stopa bezrobocia rejestrowanego)",%,"GUS, BDL",2392,stopa; w tym ogółem,2019,2021,11
EOT
g import values --yes "$fixtures/values.csv"; refused an_unknown_indicator_is_refused_with_the_option_that_helps 1 'values.csv, line 2: there is no card for 1 indicator code; correct it, or add --new-indicators'
holds the_code_is_said_with_its_line out 'There is no indicator "OWN.1"'
holds the_line_stands_beside_it out '[line 2]'
g indicator new KEYED kind=own 'name=Wpisywany'
printf 'unit;indicator;year;value;flag\n0201011;KEYED;2020;5;\n' > keyed.csv
g import values --yes keyed.csv; refused a_keyed_card_says_how_it_takes_values_from_files 1 'F7 in its card (5 5, k)'
g indicator set KEYED kind=published; g import values --yes keyed.csv; done_well and_takes_them_then
g import undo "$(p list imports | grep keyed.csv | cut -d, -f1)"; g indicator retire KEYED
printf 'unit;indicator;year;value\n0201011;LONG;2020;2,7454545454545454\n' > long.csv
g import values --yes --new-indicators long.csv; refused too_many_digits_are_named_as_such 1 'has too many digits; at most 15'
g import values --yes --new-indicators --source "spis własny" "$fixtures/values.csv"; done_well own_values_are_taken_over
g values --indicator OWN.1; prints own_values_have_their_reasons <<'EOT'
unit,name,year,value,flag
0201011,Bolesławiec,2020,1204.5,
0201022,Bolesławiec,2020,7.25,
1061011,Łódź,2020,0,
0214011,Oleśnica,2020,,bd
0214062,Oleśnica,2020,,nd
EOT

# a second file over the first, and back
sed 's/38010/38011/' "$people" > LUDN_2137_CREL_20220101000000.csv
g import bdl --yes LUDN_2137_CREL_20220101000000.csv; done_well a_corrected_file_is_taken_over
g values --indicator P2137.1 --unit 0201011 --year 2020; holds the_new_value_stands out 2020,38011
last=$(last_import)
g import undo "$last"; done_well an_import_is_taken_back
g values --indicator P2137.1 --unit 0201011 --year 2020; holds the_former_value_comes_back out 2020,38010,
g import undo "$last"; refused it_is_taken_back_once 1 "$last"
g import undo 999; refused an_unknown_number_is_refused 1 999
g import undo first; refused a_number_must_be_a_number 1 '"first" is no number of an import'
for number in $(p list imports | sed 1d | awk -F, '$6 == "" && $2 != "teryt" && $1 > 3 { print $1 }'); do
	g import undo "$number"
done
g list indicators --with-values; same with_its_imports_everything_has_gone "$(rows)" 0
cp "$people" renamed.csv
g import bdl --yes renamed.csv; refused a_renamed_file_needs_its_subgroup 1 'add --subgroup and its number'
g import bdl --yes --subgroup 2137 renamed.csv; done_well the_subgroup_can_be_given
iconv -f utf-8 -t cp1250 "$rate" > RYNE_2392_CTAB_20220101000001.csv
g import bdl --yes --encoding cp1250 RYNE_2392_CTAB_20220101000001.csv; done_well an_old_encoding_can_be_given
g values --indicator P2392.1 --unit 10; holds it_is_the_same_series out unit,name
g check; done_well the_database_is_sound
finish
