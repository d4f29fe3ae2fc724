#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Files that cannot be taken: each is refused with a sentence, and the database is as before.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g import values --yes --new-indicators "$fixtures/values.csv"
before=$(contents)

bad() { # sentence, kind, file, texts that the message must hold...
	sentence=$1; kind=$2; file=$3; shift 3
	g import "$kind" --yes "$file"
	if [ "$status" != 1 ]; then fail "$sentence" "exit $status" "$(cat out err)"; return; fi
	for text; do
		grep -qF -- "$text" err || { fail "$sentence" "expected: $text" "$(cat -v err)"; return; }
	done
	if [ "$(wc -l < err)" != 1 ]; then fail "$sentence" "more than a sentence" "$(cat err)"; return; fi
	if LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" err; then fail "$sentence" "not clean: $(cat -v err)"; return; fi
	pass "$sentence"
}
rel() { # rows of a REL file behind the usual header
	printf '"Kod";"Nazwa";"Wiek";"Rok";"Wartosc";"Jednostka miary";"Atrybut";\r\n'
	for row; do printf '%s\r\n' "$row"; done
}
good='0201011;"Bolesławiec (1)";"ogółem";"2020";38010;"osoba";"";'
f=LUDN_2137_CREL_20250101000000.csv

: > $f; bad an_empty_file bdl $f $f empty
head -c 4000 /dev/zero > $f; bad a_binary_file bdl $f $f
printf '\177ELF\002\001\001\000\000\000' > $f; bad a_program bdl $f $f
rel "$good" '0201022;"Bolesławiec (2)";"ogół' > $f; bad a_truncated_file bdl $f $f 'line 3'
rel "$good" '0201022;"Bolesławiec (2)";"ogółem"' > $f; bad a_row_cut_short bdl $f $f 'line 3'
rel "$good" | tr ';' '|' > $f; bad a_wrong_separator bdl $f $f
printf 'Gmina;Liczba\r\nŁódź;5\r\n' > $f; bad an_unknown_header bdl $f $f 'line 1'
for code in 9999999 02010113 0299999999999999 abc 0101011 0201017; do
	rel "$good" "$code;\"x\";\"ogółem\";\"2020\";5;\"osoba\";\"\";" > $f
	bad "the_code_${code}_that_can_be_no_unit" bdl $f $f 'line 3' "$code"
done
rel "$good" '0201011;"Bolesławiec (1)";"ogółem";"2020";38011;"osoba";"";' > $f
bad two_different_values_for_one_cell bdl $f $f 'line 3' 38011
for year in 19999 0 20x0 1066; do
	rel "$good" "0201022;\"x\";\"ogółem\";\"$year\";5;\"osoba\";\"\";" > $f
	bad "the_year_$year" bdl $f $f 'line 3' "$year"
done
for number in 1.234,5 12a 1e5 0x10 -- 1234567890123456; do
	rel "$good" "0201022;\"x\";\"ogółem\";\"2020\";$number;\"osoba\";\"\";" > $f
	bad "the_number_$number" bdl $f $f 'line 3' "$number"
done
rel "$good" '0201022;"x";"ogółem";"2020";5;"osoba";"Q";' > $f; bad an_unknown_attribute bdl $f $f 'line 3' Q
{ rel "$good"; head -c 100000000 /dev/zero | tr '\0' 'x'; } > $f; bad a_line_of_100_megabytes bdl $f $f 'line 3'
{ printf '"Kod";"Nazwa"'; awk 'BEGIN { for (i = 0; i < 1000000; i++) printf ";\"a;2020;[x]\"" }'; echo; } > $f
bad a_million_columns bdl $f $f 'line 1'
{ rel "$good"; printf '0201022;"Boles\377\376awiec";"og\303\263\305\202em";"2020";5;"osoba";"";\r\n'; } > $f
bad invalid_UTF_8 bdl $f $f 'line 3'
rel "$good" "$(printf '0301011;"a\033[31mb";"ogółem";"2020";5;"osoba";"";')" > $f
bad a_control_character_in_a_name bdl $f $f 'line 3'
rel "$good" "$(printf '0301011;"a\342\200\256b";"ogółem";"2020";5;"osoba";"";')" > $f
bad a_bidi_character_in_a_name bdl $f $f 'line 3'
rel "$good" "$(printf '%s;"a\342\200\256b";"ogółem";"2020";5;"osoba";"";' "${good%%;*}")" > $f
bad a_bidi_character_in_the_name_of_a_unit_known_already bdl $f $f 'line 3'
rm $f; mkdir $f; bad a_folder_in_place_of_a_file bdl $f $f
rmdir $f; bad a_file_that_is_not_there bdl $f $f
bad a_name_that_would_colour_the_terminal bdl "$(printf 'a\033[31m\342\200\256b')" b
ln -s "$fixtures/LUDN_2137_CREL_20210101000000.csv" $f; bad a_link bdl $f $f; rm $f
mkfifo $f; bad a_pipe bdl $f $f; rm $f
printf 'PK\003\004garbage' > x.zip; bad a_broken_zip bdl x.zip x.zip
bad another_kind_of_file bdl "$fixtures/TERC_Urzedowy_2020-01-01.csv" TERC_Urzedowy_2020-01-01.csv
bad another_kind_of_file_for_the_register teryt "$fixtures/values.csv" values.csv
sed 's/;3;Nowogrodziec/;7;Nowogrodziec/' "$fixtures/TERC_Urzedowy_2020-01-01.csv" > TERC.csv; bad an_unknown_kind_of_gmina teryt TERC.csv TERC.csv 'ine 6'
head -c 300 "$fixtures/TERC_Urzedowy_2020-01-01.csv" > TERC.csv; bad a_register_cut_short teryt TERC.csv TERC.csv
v() { printf 'unit;indicator;year;value;flag\n'; for row; do printf '%s\n' "$row"; done; }
v '0201011;OWN.1;2020;1.234,5;' > v.csv; bad an_own_number values v.csv v.csv 'line 2' 1.234,5
v '0201011;OWN.1;19999;5;' > v.csv; bad an_own_year values v.csv v.csv 'line 2' 19999
v '0201011;OWN.1;2021;5;' '0201011;OWN.1;2021;6;' > v.csv; bad two_own_values_for_one_cell values v.csv v.csv 'line 3'
v '9901011;OWN.1;2020;5;' > v.csv; bad an_own_code values v.csv v.csv 'line 2' 9901011
v '0201011;OWN.1;2020;5;??' > v.csv; bad an_own_flag values v.csv v.csv 'line 2' '??'
if [ "$(id -u)" != 0 ]; then
	cp "$fixtures/values.csv" secret.csv; chmod 000 secret.csv; bad no_right_to_read values secret.csv secret.csv
else
	skip no_right_to_read "root may read everything"
fi
same all_that_left_the_database_as_before "$(contents)" "$before"
g check; done_well and_sound

cp "$db" readonly.db; good_db=$db
if [ "$(id -u)" != 0 ]; then
	db=$work/readonly.db; chmod 400 readonly.db
	g import values --yes "$fixtures/values.csv"; refused no_right_to_write 1 readonly.db
	db=$good_db
else
	skip no_right_to_write "root may write everything"
fi
# a register that both later values and people need: what no undoing of files mends is said first
g contact add moderator unit=0201022
register=$(p list imports | awk -F, '/TERC/ { print $1; exit }')
g import undo "$register"; refused a_register_that_people_need_says_so_before_it_names_files 1 'only it knows the unit Bolesławiec, rural gmina (0201022), to which people belong'
if small_disk 3m; then
	cp "$db" full/x.db; db=$work/full/x.db; before=$(contents)
	head -c 3000000 /dev/zero > full/ballast 2> /dev/null
	sed 's/380/390/; s/140/150/' "$fixtures/LUDN_2137_CREL_20210101000000.csv" > $f
	g import bdl --yes $f; refused a_full_disk_refuses_an_import 1 ull
	rm full/ballast
	same and_leaves_the_database_as_before "$(contents)" "$before"
	g import bdl --yes $f; done_well with_room_again_it_is_taken_over
	umount full
else
	skip a_full_disk_refuses_an_import "no file system of its own can be mounted"
fi
finish
