#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Sheets of an office brought one figure of a strategy one after another. In whatever order they are
# taken back, the newest of those in force says what it is, and the office has delivered as long as one is.
. "$abs_top_srcdir/tests/cli/common.sh"
cat > s.csv <<'END'
row,goal,item,year,name,kind,code,unit,office,decimals,direction,base_year,base,target_year,target,value,source,state,from,to,resolution,adopted_on
strategy,,,,Ordered,development,ORD,0214011,,,,,,,,,,adopted,2021,2030,I/1/2021,2021-01-04
goal,1,,,Green,,,,,,,,,,,,,,,,,
indicator,1,1,,Trees,result,,,Parks,0,S,2020,100,2030,200,,register,,,,,
END
p init --demo > /dev/null
p import strategy s.csv --yes > /dev/null; p round open ORD 2025 > /dev/null
target=$(p list targets ORD | grep Trees | cut -d, -f1)
said() { # value of the year, whether the office has delivered
	value=$(p list targets ORD --year 2025 | grep Trees | grep -o ',2025,[0-9]*,' | cut -d, -f3)
	echo "${value:--} $(p list rounds ORD | grep ',2025,' | cut -d, -f6)"
}
sheet() { # value, day
	GROMADA_NOW=2026-11-$2T12:00:00Z
	rm -f sheet.csv; p round sheet ORD 2025 Parks -o sheet.csv --format csv > /dev/null
	awk -F, -v OFS=, -v value="$1" '/^T/ { $6 = value } { print }' sheet.csv > filled.csv
	p round take filled.csv --yes > taken.txt 2>&1
	layers="$layers $(last_import):$1"
}
in_order() { # layers in the order of undoing
	cp base.db try.db; db=$work/try.db; in_force=" $(echo "$layers" | sed 's/ /  /g') "
	for layer; do
		p import undo "${layer%:*}" > undone.txt 2>&1 || wrong="$wrong; $(cat undone.txt)"
		in_force=$(echo "$in_force" | sed "s/ $layer / /")
		newest=$(echo "$in_force" | sed 's/ *$//; s/.* //')
		expected='- 0'
		[ -z "$newest" ] || expected="${newest#*:} 1"
		[ "$(said)" = "$expected" ] || wrong="$wrong; $layer of $*: $(said) where $expected was said last"
	done
}
nothing=$work/nothing.db; cp test.db nothing.db
every_order() { # sentence, days of three sheets
	cp "$nothing" base.db; db=$work/base.db layers='' wrong=''
	sheet 150 "$2"; sheet 160 "$3"; sheet 170 "$4"
	same "$1, as they came" "$(said)" "170 1"
	# shellcheck disable=SC2086
	set -- "$1" $layers
	in_order "$2" "$3" "$4"; in_order "$2" "$4" "$3"; in_order "$3" "$2" "$4"
	in_order "$3" "$4" "$2"; in_order "$4" "$2" "$3"; in_order "$4" "$3" "$2"
	same "$1, in all orders" "$wrong" ''
}
every_order 'three sheets on three days' 22 23 24
every_order 'three sheets on one day' 22 22 22
finish
