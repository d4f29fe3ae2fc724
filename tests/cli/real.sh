#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Real files of GUS, with the figures that are in them.
. "$abs_top_srcdir/tests/cli/common.sh"
data=${GROMADA_REAL_DATA:-}
if [ -z "$data" ] || ! [ -d "$data/bdl" ]; then
	echo "1..0 # SKIP GROMADA_REAL_DATA names no folder with the real files"
	exit 0
fi

sum() { sed 1d out | awk -F, '{ s += $(NF - 1) } END { printf "%.0f\n", s }'; }
g init
g import teryt --yes "$data/teryt/TERC_Urzedowy_2020-09-26.csv"; done_well the_register_of_2020
g list units --level gmina; same it_has_2477_gminy "$(rows)" 2477
g list units --level powiat; same and_380_powiaty "$(rows)" 380
g list units --search lodz --level powiat; holds lodz_is_found out '1061000,Łódź,powiat'
g list units --search 'gm nowy targ'; same gm_nowy_targ_is_two "$(sed 1d out | cut -d, -f1 | tr '\n' ' ')" '1211011 1211092 '
g list units --search 'boleslawiec gm' --in 0201 --level gmina; same two_of_one_name_in_one_powiat_and_what_begins_with_it "$(sed 1d out | cut -d, -f1 | tr '\n' ' ')" '0201011 0201022 0201062 '
g import changes --yes "$data/teryt/zmiany_kodow_2010_2026.csv"; done_well the_list_of_changes
g import bdl --yes "$data"/bdl/*.csv; done_well all_thirteen_exports

code() { p list indicators --with-values | awk -F, -v p="P$1." 'index($1, p) == 1 { print $1 }' | sed -n "${2:-1}p"; }
g values --indicator "$(code 2137)" --year 2020 --level gmina; same the_people_of_2477_gminy "$(rows) $(sum)" "2477 38265013"
g values --indicator "$(code 2137 2)" --year 2020; same the_men "$(sum)" 18502241
g values --indicator "$(code 2137 3)" --year 2020; same the_women "$(sum)" 19762772
g rank --indicator "$(code 2137)" --year 2020; same the_largest_is_Warszawa "$(sed -n 2p out)" 1,1465011,Warszawa,1794166
same the_smallest_is_Krynica_Morska "$(tail -n 1 out | cut -d, -f3,4)" "Krynica Morska,1290"
g values --indicator "$(code 1944)" --unit 00; holds unemployed_of_2003 out 2003,3175674,
holds unemployed_of_2024 out 2024,786179,
g values --indicator "$(code 1944)" --unit 1214022; same a_change_of_kind_keeps_the_series "$(sed 1d out | cut -d, -f1 | sort -u) $(rows)" "1214023 22"
holds its_first_value out 2003,266,
holds its_last_value out 2024,89,
g values --indicator "$(code 1944)" --unit 0265011; holds a_series_follows_a_recoding out '0265011,Wałbrzych,2003,14309,~'
same over_all_its_years "$(rows)" 22
g values --indicator "$(code 1944)" --level part --year 2018; same parts_before_2019_were_not_collected "$(sed 1d out | awk -F, '$4 != ""' | wc -l | tr -d ' ')" 0
holds the_sign_says_so out ',2018,,0?'
g values --indicator "$(code 3427)" --year 2015; holds a_code_of_ten_digits out '1006000,powiat łódzki wschodni,2015,1.1,'
same all_380_powiaty_are_known "$(rows)" 380
g values --indicator "$(code 2416)"; holds whole_numbers_before_2006 out 'Dolnośląskie,2002,110,'
holds two_decimals_later out 'Dolnośląskie,2023,639.47,'
g values --indicator "$(code 2392)"; same regions_have_twelve_digits "$(rows) $(sed 1d out | cut -d, -f1 | grep -c '^[0-9]\{12\}$')" "1387 1387"
same x_is_missing "$(lines ',,x$')" 42
g values --indicator "$(code 2392)" --unit 14; same no_region_became_a_voivodeship "$(rows)" 0
g list units --level region; same there_are_73_of_them "$(rows)" 73
g values --indicator "$(code 3503)"; same attributes_keep_their_reasons "$(lines ',,x$') $(lines ',,n$')" "68 34"
g values --indicator "$(code 3881)" --unit 1465; holds sports_fields_of_Warszawa out 1465000,Warszawa,2018,18,
g values --indicator "$(code 2425)"; same density_of_380 "$(rows)" 380
g rank --indicator "$(code 2425)" --year 2020; same the_densest_is_a_city_of_Silesia "$(sed -n 2p out)" 1,2476000,Świętochłowice,3690
g values --indicator "$(code 2497)"; holds pay_of_Mazowieckie out 'Mazowieckie,2023,8928.6,'
g values --indicator "$(code 1872)" --year 2020; same a_stray_row_is_kept_at_its_level "$(rows) $(sum)" "2478 145084"
g values --indicator "$(code 1872)" --year 2020 --level gmina; same and_left_out_of_gminy "$(rows) $(sum)" "2477 145045"
g values --indicator "$(code 1808)" --level voivodeship --year 2022; same sixteen_make_the_country "$(sum)" 216
before=$(contents)
g import bdl --yes "$data"/bdl/*.csv; same a_second_time_changes_nothing "$(contents)" "$before"
first=$(p list imports | awk -F, '$3 ~ /^RYNE_1944/ && $6 == "" { print $1 }')
g import undo "$first"; g import bdl --yes "$data/bdl/RYNE_1944_CTAB_20250616184618.csv"
g values --indicator "$(code 1944)" --unit 1465011; holds undone_and_taken_again out 2024,18713,
g check; done_well the_database_is_sound
finish
