#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Diagnosis as a script asks for it; files of areas and types; real files against the same reckoned in SQL.
. "$abs_top_srcdir/tests/cli/common.sh"
g init --demo; done_well a_demonstration_database
g diagnose --unit 3001022 --year 2023 --group country; done_well a_diagnosis_against_the_country
same its_columns_are_fixed "$(sed -n 1p out)" indicator,name,value,level,change,class,n,missing
holds context_has_no_level out 'DE01,Ludność,9441,,,,34,0'
cp out country
g diagnose --unit 3001022 --year 2023 --group country --method unit
classes() { rev "$1" | cut -d, -f3 | rev; }
classes out > unit-classes; classes country > z-classes
same the_method_leaves_classes_as_they_are "$(paste -d, unit-classes z-classes | awk -F, '$1 != $2 && $1 != "average" && $2 != "average"')" ""
# what people read as about the mean is called so for programs, of a unit and on the map
mean() { awk -F, -v l="$1" -v c="$2" 'NR > 1 && $l != "" && $c != "" && $(c + 1) != "average" && ($l * $l < .01 || $c * $c < .01)'; }
same no_row_about_the_mean_is_a_class "$(rev country | cut -d, -f1-5 | rev | mean 1 2)" ""
p diagnose --year 2023 --group country | rev | cut -d, -f1-4 | rev > map
same nor_a_unit_of_the_map "$(mean 1 2 < map)" ""
holds and_some_are_average map ',average,'
g diagnose --unit 3001022 --year 2023 --areas; same areas_have_columns_of_their_own "$(sed -n 1p out)" area,name,level,change,class,n,of
holds there_are_three_dimensions out 'PR,wymiar przestrzenny,'
g diagnose --year 2023 --group country; same all_gminy_have_columns_of_their_own "$(sed -n 1p out)" unit,name,level,change,class,n
same every_gmina_has_its_line "$(rows)" "$(p list units --level gmina | sed 1d | wc -l)"
g diagnose --unit 3001022 --year 2023 --group country --areas; whole=$(sed -n 2p out | cut -d, -f3-5)
g diagnose --year 2023 --group country --tree gromada
same a_gmina_stands_where_its_own_diagnosis_puts_it "$(grep '^3001022,' out | cut -d, -f3-5)" "$whole"
g diagnose --year 2023 --group country --format html; done_well all_gminy_for_people
holds method_group_and_years_are_named out 'each unit against: whole country; 2023, change over 2019–2023; 34 units'
holds with_those_without_a_class out 'without a class'
holds and_what_is_missing_of_each out 'missing'
g diagnose --unit 3001022 --year 2023 --group country --format html; done_well a_unit_for_people
holds which_is_told_with_kind_and_code out 'rural gmina (3001022), 2023'
same the_middle_is_0_and_not_written "$(grep -c 'mean level' out)" 0
holds with_its_median out 'median'
holds with_its_quartile out 'quartile'
holds its_rank out 'rank'
holds its_slope out 'slope a year'
holds its_mean_yearly_change out 'mean yearly change'
holds both_standardised_alike out 'change (mean)'
holds over_which_years out 'years of the change'
holds and_the_n_of_the_change out 'n of the change'
g diagnose --unit 3001022 --year 2023 --group country --method unit --format html
holds from_0_to_1_the_middle_of_the_group_stands_beside out "group's mean level"
holds and_that_of_the_change out "group's mean change"
g diagnose --unit 3001022 --year 2023 --group country --areas --format html; holds missing_weights_are_named out 'weight without a level'
holds and_whose_they_are out 'DE02, DE04'
g diagnose --year 2023 --areas; refused areas_of_all_units 1 'add --unit'
g diagnose --unit 3001022 --year 2023 --group Nobody; refused an_unknown_group 1 'There is no comparison group “Nobody”.'
g diagnose --unit 3001022 --year 2023 --group type; refused types_that_nobody_read_in 1 'Functional types are not known yet'
g diagnose --unit 3001022 --year 2023 --years 2; refused too_few_years 1 '3 to 30'
g diagnose --unit 3001022 --year 2023 --tree NONE; refused an_unknown_tree 1 'There is no tree of areas “NONE”'

printf 'unit;type\n3001022;I\n3021052;I\n2462011;c\n0999999;A\n' > types.csv
g import types --yes types.csv; refused a_code_that_cannot_be 1 'Line 5, column 1'
printf 'unit;type\n3001022;I\n060802;A\n' > types.csv
g import types --yes types.csv; refused a_code_without_its_kind_is_told_so 1 'Line 3, column 1: “060802” has six digits'
printf 'unit;type\n3001022;I\n3021052;I\n2462011;c\n0203011;A\n' > types.csv
g import types --yes types.csv; done_well types_in_capitals_or_not
holds unknown_units_are_told out 'The register does not hold the unit.'
g diagnose --unit 3001022 --year 2023 --group type; holds two_of_a_type out 'DE01,Ludność,9441,,,,2,0'
g import types --yes types.csv; holds the_same_again_is_nothing_new out 'nothing was written'
printf 'unit;type\n3001022;K\n' > wrong.csv
g import types --yes wrong.csv; refused a_type_that_is_none 1 'a letter from A to J'
printf 'unit;type\n3001022;A\n3001022;B\n' > wrong.csv
g import types --yes wrong.csv; refused a_unit_of_two_types 1 'stands in line 2 already'
printf 'unit;type\n3001;A\n' > wrong.csv
g import types --yes wrong.csv; refused a_powiat_has_no_type 1 'only gminy have a functional type'

printf 'unit;type\n3001022;K\n3001;A\n3021052;I\n060802;A\n3021052;J\n3001022\n' > wrong.csv
g import types --yes wrong.csv; grep '^  refused:' out > told
same all_faults_of_types_are_told_in_their_order "$(sed 's/^  refused: Line \([0-9]*\).*/\1/' told | tr '\n' ' ')" '2 3 5 6 7 '
refused and_the_first_speaks_for_them 1 'wrong.csv: Line 2, column 2 (type): “K”'
g import types types.csv; holds and_nothing_of_it_was_taken out 'The same as before:       3'

g list areas --format csv; cp out areas.csv
g import areas --yes areas.csv; holds a_tree_reads_back_as_it_was_listed out 'nothing was written'
sed 's/^gromada/own/' areas.csv > own.csv
g import areas --yes own.csv; done_well an_own_tree
g diagnose --unit 3001022 --year 2023 --areas --tree own; cp out own
g diagnose --unit 3001022 --year 2023 --areas; same the_same_tree_gives_the_same "$(sed 1,2d own)" "$(sed 1,2d out)"
printf 'tree;area;parent;name;weight;indicator\nt;a;b;A;;\nt;b;a;B;;\nt;a;;;;DE02\n' > loop.csv
g import areas --yes loop.csv; refused a_loop_in_the_tree 1 'which makes a loop'
printf 'tree;area;parent;name;weight;indicator\nt;a;;A;;\nt;b;x;B;;\nt;a;;;;DE02\n' > loop.csv
g import areas --yes loop.csv; refused a_parent_that_is_nowhere 1 'Line 3, column 3 (parent)'
printf 'tree;area;parent;name;weight;indicator\nt;a;;A;-1;\nt;a;;;;DE02\n' > loop.csv
g import areas --yes loop.csv; refused a_weight_below_zero 1 'a number above zero'
{ printf 'tree;area;parent;name;weight;indicator\nt;a;;A;-1;\nt;b;x;B;;\nt;c;b;C;;\nt;d;e;D;;\nt;e;d;E;;\nt;a;;A;;\n'
	printf 't;c;;;;DE02\nt;f;;;;DE02\nt;a;;;zero;DE02\nt;a;;;;DE02\n;g;;G;;\n'; } > faults.csv
g import areas --yes faults.csv; grep '^  refused:' out > told
same all_faults_of_a_tree_are_told_and_what_follows_from_them_is_not "$(sed 's/^  refused: Line \([0-9]*\).*/\1/' told | tr '\n' ' ')" '2 3 5 6 7 9 10 11 12 '
refused and_the_first_of_them_speaks_for_them 1 'faults.csv: Line 2, column 5 (weight): “-1”'
printf 'tree;area;parent;name;weight;indicator\nt;a;;A;;\nt;a;;;0,5;DE02\nt;a;;;0.3;XX99\n' > sums.csv
g import areas --yes sums.csv; done_well weights_that_do_not_sum_to_one_are_taken
holds and_told out 'Weights within a of the tree t add up to 0.8, not to 1'
holds an_unknown_card_is_told out 'There is no card of XX99 yet'
number=$(p list imports | awk -F, '$2 == "areas" && $3 ~ /sums/ { print $1 }')
g import undo "$number"; done_well the_tree_is_taken_back
g diagnose --unit 3001022 --year 2023 --tree t; refused and_is_gone 1 'There is no tree of areas “t”'
g list problems --unit 3001022; same no_problems_yet "$(rows)" 0

g group rule Rural within=30 kind=2; holds a_group_that_follows_a_rule out 'The group Rural follows its rule (rural gminy, Wielkopolskie): '
size=$(p group list Rural --format csv | sed 1d | wc -l | tr -d ' ')
g diagnose --unit 3001022 --year 2023 --group Rural; holds its_members_are_the_peers out ",,,,$size,0"
g group add Rural 2462011; refused a_member_picked_beside_the_rule 1 'follow from its rule'
g group list; holds the_list_says_the_rule_in_words out "Rural,$size,,\"rural gminy, Wielkopolskie\""
g group add Kinds 3001023; holds a_unit_of_another_kind_is_said out 'The register has 3001023 as 3001022 (Budzyń)'
g group remove Rural; done_well a_group_with_a_rule_is_deleted
g group list --retired; holds the_deleted_one_is_listed out "Rural,$size"
g group restore Rural; done_well and_brought_back
g diagnose --unit 3001022 --year 2023 --group Rural; holds with_its_rule out ",,,,$size,0"
g group restore Rural; refused what_is_in_use_is_not_brought_back 1 'no deleted group'
g group rule Rural within=3001022; refused a_rule_within_a_gmina 1 'does not lie above'
g group rule Rural; done_well the_rule_is_taken_away
g group add Rural 2462011; done_well and_members_are_picked_again
same one_more "$(p group list Rural --format csv | sed 1d | wc -l | tr -d ' ')" "$((size + 1))"

ask='--unit 3001022 --year 2023 --group country'
bad=$(p diagnose $ask | awk -F, '$(NF - 2) == "problem" { print $1; exit }')
g swot new 3001022 title=Budzyń code=BUDZYN year=2024
g finding take "$bad" swot=BUDZYN $ask; done_well an_indicator_becomes_a_factor
holds it_says_of_which_kind out 'Wrote a factor of BUDZYN (weakness)'
g finding take DE01 swot=BUDZYN kind=opportunity 'text=Room to grow' $ask; done_well one_without_a_class_too
g swot BUDZYN --format csv; holds both_are_its_factors out 'Room to grow'
g finding take "$bad" swot=BUDZYN kind=luck $ask; refused a_kind_that_is_none 1 'is no kind of factor'
g finding take "$bad" kind=threat text=x $ask; refused a_kind_without_a_SWOT 1 'give swot=CODE too'
other=$(p diagnose $ask | awk -F, '$(NF - 2) == "problem" { print $1 }' | sed -n 2p)
g finding reject "$other" 'reason=Of the old census' $ask; done_well a_rejection_with_its_reason
g finding take "$other" 'text=Too little' $ask; refused what_was_rejected_is_not_taken_by_the_way 1 'was rejected'
g finding confirm "$other" $ask; done_well it_is_confirmed_first
g finding take "$other" "text=Too little" kind=priority $ask; refused a_row_is_a_problem_or_a_driver 1 'problem or driver'
g finding take "$other" "text=Too little" $ask; done_well and_taken_then
g finding take "$other" "text=Once more" $ask; refused a_second_press_makes_no_second_problem 1 'in entry'
long=$(printf "%0900d" 0); g finding take "$bad" swot=BUDZYN "text=$long" $ask; p swot BUDZYN > factors; holds a_long_text_becomes_a_factor_whole factors "$long"
g group add "$(printf "%0165d" 0)" 0214011; refused a_name_too_long_for_a_group_is_not_cut 1 "127 bytes at most"
g swot new 3021052 title=Other code=OTHER year=2024
g list findings $ask; before=$(rows); holds what_was_decided_is_listed out "$other,"
if grep "^$other," out | grep -q ',confirmed,'; then pass with_the_decision; else fail with_the_decision "$(cat out)"; fi
g finding withdraw "$other" $ask; done_well a_decision_is_withdrawn
near='--unit 0214011 --year 2022 --group country' # its change prints as 0.00
g finding reject DA04A 'reason=Old' $near; done_well one_about_the_mean_is_decided_too
g list findings $near --format text; if grep -q 'about' out && ! grep -q 'key problem' out; then pass and_not_called_a_key_problem; else fail and_not_called_a_key_problem "$(cat out)"; fi
g list findings $ask; same and_listed_no_more "$(rows)" $((before - 1))
g list problems; holds what_was_taken_from_it_stays out 'Too little'
g finding withdraw "$other" $ask; refused it_is_not_withdrawn_twice 1 'gromada list findings'
g finding confirm "$other" $ask
g finding take "$bad" swot=OTHER $ask; refused a_SWOT_of_another_unit 1 'of another unit'

g office set 'size_classes=3000 9000 40000'; done_well the_office_sets_its_classes_of_size
g office show; holds and_they_are_kept out 'size_classes,3000 9000 40000'
g office set 'size_classes=9000 3000'; refused limits_that_fall 1 'cannot stand among the limits'
g office set size_classes=; done_well the_usual_classes_come_back

# ---- the real files, and the same in SQL ----
data=${GROMADA_REAL_DATA:-}
if [ -z "$data" ] || ! [ -d "$data/bdl" ] || ! command -v sqlite3 > sqlite; then
	skip the_real_files 'GROMADA_REAL_DATA names no folder with the real files, or there is no sqlite3'
	finish
	exit
fi
rm -f "$db"
g init
g import teryt --yes "$data/teryt/TERC_Urzedowy_2020-09-26.csv"
g import bdl --yes "$data/bdl/RYNE_1944_CTAB_20250616184618.csv" "$data/bdl/LUDN_2137_CREL_20220407210714.csv" \
	"$data/bdl/LUDN_1355_CTAB_20250616155804_2023.csv"; done_well registers_and_three_exports
code() { p list indicators --with-values | awk -F, -v p="P$1." 'index($1, p) == 1 { print $1 }' | sed -n "${2:-1}p"; }
out_of_work=$(code 1944) people=$(code 2137)
g indicator set "$out_of_work" direction=D
g indicator set "$people" direction=S

# Types and trees as long as the country.
awk -F';' 'BEGIN { OFS = ";"; print "unit", "type", "nazwa" } $4 ~ /^[123]$/ {
	print $1 $2 $3 $4, substr("ABCDEFGHIJ", NR % 10 + 1, 1), $5 }' "$data/teryt/TERC_Urzedowy_2020-09-26.csv" > types.csv
gminy=$(($(wc -l < types.csv) - 1))
{ printf '\357\273\277'; cat types.csv; } > bom.csv
g import types --yes bom.csv; same types_of_the_whole_country_behind_a_bom "$(sed -n 's/^ *New: *//p' out | tr -d ,)" "$gminy"
iconv -f utf-8 -t windows-1250 types.csv | tr ';' , > old.csv
g import types --yes old.csv; holds the_same_in_windows_1250_with_commas_is_nothing_new out 'nothing was written'
{ cat types.csv; sed -n 2p types.csv; printf '0999993;A;Nigdzie\n3099992;A;Nigdzie\n'; } > wrong.csv
g import types --yes wrong.csv; holds a_unit_twice_among_all_gminy_is_told out "Line $((gminy + 2)): the unit"
holds beside_a_code_that_cannot_be out "Line $((gminy + 3)), column 1"
refused and_the_whole_file_is_refused 1 "wrong.csv: Line $((gminy + 2))"
{ cat types.csv; printf '3099992;A;Nigdzie\n'; } > more.csv
g import types --yes more.csv; holds a_gmina_that_the_register_does_not_hold_is_left_out out 'The register does not hold the unit.'
awk -F';' 'BEGIN { OFS = ";"; print "tree", "area", "parent", "name", "weight", "indicator"; print "kraj", "K", "", "Życie", "", "" }
	NR > 1 { print "kraj", "O" $1, "K", $3, "", ""; print "kraj", "O" $1, "", "", "", "LB" $1 }' types.csv > tree.csv
iconv -f utf-8 -t windows-1250 tree.csv > old.csv
g import areas --yes old.csv; done_well a_tree_of_thousands_of_areas_in_windows_1250
{ printf '\357\273\277'; cat tree.csv; } > bom.csv
g import areas --yes bom.csv; holds the_same_behind_a_bom_is_nothing_new out 'nothing was written'
{ cat tree.csv; sed -n 3p tree.csv; printf 'kraj;X1;NIC;Nic;;\nkraj;X2;K;;;\n'; } > wrong.csv
g import areas --yes wrong.csv
same faults_behind_thousands_of_areas_are_told_by_line "$(sed -n 's/^  refused: Line \([0-9]*\).*/\1/p' out | tr '\n' ' ')" \
	"$((2 * gminy + 3)) $((2 * gminy + 4)) $((2 * gminy + 5)) "
g import undo "$(p list imports | awk -F, '$2 == "areas" { print $1; exit }')"
for i in $(p list imports | awk -F, '$2 == "types" { print $1 }'); do p import undo "$i" > undone 2>&1; done

# Code, year, value of gminy: parsed by sqlite3 itself, kinds 1, 2, 3 of one code together.
{
	printf '.mode csv\n.separator ;\ncreate table r (kod, nazwa'
	for year in 2003 2004 2005 2006 2007 2008 2009 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024; do printf ', y%s' $year; done
	printf ', rest);\n.import --skip 1 "%s" r\n' "$data/bdl/RYNE_1944_CTAB_20250616184618.csv"
	printf 'create table l (kod, nazwa, wiek, plec, rok, wartosc, miara, atr, rest);\n.import --skip 1 "%s" l\n' "$data/bdl/LUDN_2137_CREL_20220407210714.csv"
	printf 'create table t (woj, pow, gmi, rodz, nazwa, dod, stan);\n.import --skip 1 "%s" t\n' "$data/teryt/TERC_Urzedowy_2020-09-26.csv"
	printf "create table gmina as select woj || pow || gmi as u from t where rodz in ('1', '2', '3');\n"
	printf "create table v (what, u, year, x);\n"
	for year in 2016 2017 2018 2019 2020; do
		printf "insert into v select 'out', substr(kod, 1, 6), %s, max(cast(y%s as real)) from r where substr(kod, 7) in ('1', '2', '3') and y%s <> '' and substr(kod, 1, 6) in (select u from gmina) group by 2;\n" $year $year $year
	done
	printf "insert into v select 'people', substr(kod, 1, 6), 2020, wartosc + 0.0 from l where plec like 'og%%' and substr(kod, 1, 6) in (select u from gmina);\n"
} > load.sql
sqlite3 facts.db < load.sql 2> err; same gminy_of_the_register "$(sqlite3 facts.db 'select count(*) from gmina')" 2477

# Two gminy took Ostrowice in on 1 January 2019: what they had before is of another territory.
# area's code, unit: level of both (unemployed are turned), change of the unemployed, n, whether it is about the mean
reckon() {
	sqlite3 facts.db "
	with p as (select v.* from v where u like '$1%'),
	now as (select what, avg(x) as m, count(*) as n from p where year = 2020 group by what),
	spread as (select p.what, sqrt(sum((x - m) * (x - m)) / (n - 1)) as sd from p join now using (what)
		where year = 2020 group by p.what),
	middle as (select u, avg(year) as tm, avg(x) as xm from p where what = 'out'
		and not (year < 2019 and u in ('320302', '320306')) group by u having count(*) >= 3),
	slope as (select p.u, sum((year - tm) * (x - xm)) / sum((year - tm) * (year - tm)) as b
		from p join middle using (u) where what = 'out' group by p.u),
	whole as (select avg(b) as bm, count(*) as bn from slope),
	change as (select sqrt(sum((b - bm) * (b - bm)) / (bn - 1)) as bsd from slope, whole),
	found as (select
		-((select x from p where u = '$2' and what = 'out' and year = 2020) - (select m from now where what = 'out')) / (select sd from spread where what = 'out') as o,
		((select x from p where u = '$2' and what = 'people') - (select m from now where what = 'people')) / (select sd from spread where what = 'people') as p,
		-((select b from slope where u = '$2') - (select bm from whole)) / (select bsd from change) as c,
		(select n from now where what = 'out') as n)
	select printf('%.9f %.9f %.9f %d %s', o, p, c, n,
		case when abs(o) < 0.1 or abs(c) < 0.1 then 'mean' else 'clear' end) from found;"
}
found() { # group
	g diagnose --unit "$2" --year 2020 --group "$1" --format html
	near=$(tr -d '\n' < out | sed 's|<tr|\n<tr|g' | grep -F ">$out_of_work<" | grep -q 'about the mean' && echo mean || echo clear)
	g diagnose --unit "$2" --year 2020 --group "$1"
	awk -F, -v near="$near" -v o="$out_of_work" -v l="$people" '
		$1 == o { level = $(NF - 4); change = $(NF - 3); n = $(NF - 1) }
		$1 == l { people = $(NF - 4) }
		END { printf "%.9f %.9f %.9f %d %s\n", level, people, change, n, near }' out
}
same a_gmina_in_its_powiat_as_in_SQL "$(found powiat 0201022)" "$(reckon 0201 020102)"
same and_in_its_voivodeship "$(found voivodeship 0201022)" "$(reckon 02 020102)"
same and_in_the_country "$(found country 0201022)" "$(reckon '' 020102)"
same a_gmina_that_changed_its_kind "$(found voivodeship 1214023)" "$(reckon 12 121402)"
same 'Warszawa_among_2477' "$(found country 1465011)" "$(reckon '' 146501)"

# By unitarisation, with a nominant of 2,000 to 9,000 people, rank, quartile and a tree of two indicators.
g indicator set "$people" direction=N wanted_low=2000 wanted_high=9000; done_well people_are_wanted_within_an_interval
printf 'tree;area;parent;name;weight;indicator\ntwo;all;;All;;\ntwo;all;;;0.7;%s\ntwo;all;;;0.3;%s\n' "$out_of_work" "$people" > two.csv
g import areas --yes two.csv; done_well a_tree_of_two_indicators
# area's code, unit: both levels from 0 to 1, rank and quartile of the unemployed, the area's level
reckon_unit() {
	sqlite3 facts.db "
	with p as (select what, u, x, case when what = 'out' then -x when x < 2000 then x - 2000
			when x > 9000 then 9000 - x else 0 end as turned
		from v where year = 2020 and u like '$1%'),
	ends as (select what, min(turned) as low, max(turned) as high from p group by what),
	level as (select what, u, (turned - low) / (high - low) as l from p join ends using (what)),
	lined as (select x, row_number() over (order by x) - 1 as place, count(*) over () as n from p where what = 'out'),
	cut as (select q.q, (select x from lined where place = cast((n - 1) * q.q as int)) as a,
		(select x from lined where place = min(n - 1, cast((n - 1) * q.q as int) + 1)) as b,
		(n - 1) * q.q - cast((n - 1) * q.q as int) as part
		from (select 0.25 as q union select 0.5 union select 0.75) as q, (select max(n) as n from lined)),
	own as (select x from p where what = 'out' and u = '$2')
	select printf('%.9f %.9f %d %d %.9f', a.l, b.l,
		1 + (select count(*) from p, own where what = 'out' and p.x < own.x),
		1 + (select count(*) from cut, own where own.x > cut.a + (cut.b - cut.a) * cut.part),
		0.7 * a.l + 0.3 * b.l)
	from level as a, level as b where a.what = 'out' and a.u = '$2' and b.what = 'people' and b.u = '$2';"
}
found_unit() { # group
	ask="--unit $2 --year 2020 --group $1 --method unit"
	g diagnose $ask; levels=$(awk -F, -v o="$out_of_work" -v l="$people" '
		$1 == o { a = $(NF - 4) } $1 == l { b = $(NF - 4) } END { printf "%.9f %.9f", a, b }' out)
	g diagnose $ask --format html
	places=$(tr -d '\n' < out | sed 's|<tr|\n<tr|g' | grep -F ">$out_of_work<" | sed 's|</t[dh]>|\n|g; s|<[^>]*>||g' |
		awk 'NR == 7 { quartile = $1 } NR == 8 { sub("/.*", ""); print $1, quartile }')
	g diagnose $ask --tree two --areas
	echo "$levels $places $(awk -F, '$1 == "all" { printf "%.9f", $3 }' out)"
}
for unit in 0201022 0201011 0201043; do
	same "from_0_to_1_a_rank_and_an_area_of_${unit}_in_its_powiat_as_in_SQL" "$(found_unit powiat $unit)" "$(reckon_unit 0201 "${unit%?}")"
	same "of_${unit}_in_the_country_too" "$(found_unit country $unit)" "$(reckon_unit '' "${unit%?}")"
done
finish
