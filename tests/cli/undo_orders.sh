#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Files and packages brought one cell of a sheet one after another. In whatever order they are taken
# back, the cell says what the newest of those in force said, and in the end what was keyed.
. "$abs_top_srcdir/tests/cli/common.sh"
at() { # office, day
	db=$work/$1.db
	GROMADA_NOW=$2T12:00:00Z
}
fill() { # file of a sheet, value of KLASA
	sed "s/^\(1;KLASA;[^;]*;[^;]*;[^;]*;[^;]*\);[^;]*;/\1;$2;/" "$1" > filled && mv filled "$1"
}
cell() { # the figure of KLASA; - = none
	g sheet show GWD-1 0201011 2025
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "value") at = i }
		/,KLASA,/ { print $at == "" ? "-" : $at }' out
}
file() { # value: comes in a file; its number and value join the layers
	rm -f f.csv; g sheet export GWD-1 0201011 2025 f.csv; fill f.csv "$1"; g sheet import GWD-1 0201011 2025 f.csv --yes
	layers="$layers $(last_import):$1"
}
package() { # value, as the member sent it
	g package import "r$1.zip" --yes
	layers="$layers $(last_import):$1"
}

at union 2026-11-22; prepare
g office set kind=union "name=Związek Miast" purpose=test
at a 2026-11-22; prepare; g office set kind=gmina own_unit=020101 "name=Urząd A" purpose=test
at union 2026-11-22
g group add GWD-1 --kind gwd --name "Grupa oświatowa" --service oświata --starts 2026-10-01 0201011 0201022 0214011
g indicator new KLASA kind=own "name=Uczniów w klasie" unit=os. direction=D service=oświata
g sheet new GWD-1 2025; g sheet line GWD-1 2025 KLASA
g package export GWD-1 --for 0201011 p.zip
cp union.db nothing.db
g figure set KLASA 0201011 2025 11 remark=wpisane; cp union.db keyed.db
at a 2026-11-23; g package import p.zip --yes; g figure set KLASA 0201011 2025 31; g figure set KLASA 0201011 2025 32
g package export GWD-1 first.zip
cp a.db later.db
at a 2026-11-24; g figure set KLASA 0201011 2025 33; g sheet state GWD-1 0201011 2025 sent
g package export GWD-1 r33.zip
at later 2026-11-25; g figure set KLASA 0201011 2025 34; g figure set KLASA 0201011 2025 35
g sheet state GWD-1 0201011 2025 sent; g package export GWD-1 r35.zip

# before, values of layers as a word: f44 comes in a file, p33 in a package
build() {
	cp "$1.db" base.db; at base 2026-11-26
	layers=''; shift
	for layer; do
		case $layer in f*) file "${layer#f}" ;; p*) package "${layer#p}" ;; esac
	done
	set -- $layers; first=$1 second=$2 third=$3
}
# the layers in the order of undoing; packages are undone newest first, so one can stand here twice
undo_in_order() {
	cp base.db try.db; at try 2026-11-27; in_force=" $(echo "$layers" | sed 's/ /  /g') "
	for layer; do
		case $in_force in *" $layer "*) ;; *) continue ;; esac
		g import undo "${layer%:*}"
		if [ "$status" = 0 ]; then in_force=$(echo "$in_force" | sed "s/ $layer / /")
		elif ! grep -q 'Undo first' err; then wrong="$wrong; $layer of $*: $(cat err)"; fi
		newest=$(echo "$in_force" | sed 's/ *$//; s/.*[ :]//')
		[ "$(cell)" = "${newest:-$keyed}" ] ||
			wrong="$wrong; $layer of $*: $(cell) where ${newest:-$keyed} was said last"
	done
	[ -z "$(echo $in_force)" ] || wrong="$wrong; of $* stays $in_force"
}
every_order() { # sentence, what was keyed before, three layers
	sentence=$1 keyed=11 wrong=''
	[ "$2" = keyed ] || keyed=-
	shift; build "$@"
	same "$sentence, as laid" "$(cell)" "${third#*:}"
	undo_in_order "$first" "$second" "$third" "$first" "$second"
	undo_in_order "$first" "$third" "$second" "$first"
	undo_in_order "$second" "$first" "$third" "$second" "$first"
	undo_in_order "$second" "$third" "$first" "$second"
	undo_in_order "$third" "$first" "$second"
	undo_in_order "$third" "$second" "$first"
	same "$sentence, in all orders" "$wrong" ''
}
for before in nothing keyed; do
	every_order "three files over $before" $before f44 f45 f46
	every_order "two files and a package over $before" $before f44 f45 p33
	every_order "a file and two packages over $before" $before f44 p33 p35
	every_order "a package that says what the file said over $before" $before f33 p33 p35
done
finish
