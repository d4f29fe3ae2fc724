#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Files brought and changed steps, remarks and risks of a strategy, which are counted from 1 and move up
# where one goes. In whatever order the files are taken back, and whatever people move, delete and bring
# back meanwhile, each finds its own lines.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
cat > made.csv <<X
row,code,unit,goal,item,year,kind,name,text,from,to,author,likelihood,effect,state,value
strategy,LINES,0214011,,,,development,Plan,,2021,2030,,,,draft,
goal,,,1,,,,Cel,,,,,,,,
step,,,,,,draft,Projekt,,,,,,,,
step,,,,,,consultations,Konsultacje,,,,,,,,
remark,,,,,,,,Dwie drogi,,,radny,,,,
remark,,,,,,,,Trzy mosty,,,radny,,,,
risk,,,,,,,,Brak ofert,,,,2,2,,
risk,,,,,,,,Brak rąk,,,,2,2,,
risk,,,,,,,,Drogi prąd,,,,2,2,,
X
p import strategy made.csv --yes > /dev/null
written() { rm -f "$1"; p export strategy LINES "$1" > /dev/null; }
add() { # FILE ROW COLUMN=TEXT …: a new row at the end
	file=$1 row=$2; shift 2
	printf '%s\n' "$@" > cells
	awk -F, -v OFS=, -v row="$row" '
		BEGIN { while ((getline line < "cells") > 0) { n = index(line, "="); cell[substr(line, 1, n - 1)] = substr(line, n + 1) } }
		NR == 1 { for (i = 1; i <= NF; i++) name[i] = $i; width = NF }
		{ print }
		END { printf "%s", row; for (i = 2; i <= width; i++) printf ",%s", cell[name[i]]; print "" }' "$file" > grown && mv grown "$file"
}
taken() { g import strategy next.csv --yes; import=$(sed -n 's/.*Taken over as import \([0-9]*\);.*/\1/p' out); }
# a step, a remark and a risk in one file, all called so
brings() {
	written next.csv; add next.csv step kind=opinion "name=$1"
	add next.csv remark "text=$1" author=radny; add next.csv risk "text=$1" likelihood=1 effect=1
	taken
}
changes() { # TEXT EFFECT: another effect of a risk
	written next.csv
	awk -F, -v OFS=, -v text="$1" -v effect="$2" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
		$1 == "risk" && $at["text"] == text { $at["effect"] = effect } { print }' next.csv > new.csv
	mv new.csv next.csv; taken
}
lines_now() { # texts in their order, risks with their effect
	written now.csv
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
		$1 == "step" { printf "%s ", $at["name"] } $1 == "remark" { printf "%s ", $at["text"] }
		$1 == "risk" { printf "%s=%s ", $at["text"], $at["effect"] }' now.csv
}
undone() { g import undo "$1"; cat out err > said; }
try() { # a copy to try on
	cp base.db "$1.db"; db=$work/$1.db
}
before=$(lines_now)
same a_strategy_has_its_lines "$before" 'Projekt Konsultacje Dwie drogi Trzy mosty Brak ofert=2 Brak rąk=2 Drogi prąd=2 '

# ---- three files that add lines, taken back in every order ----
brings A; a=$import; cp test.db first.db; brings B; b=$import; brings C; c=$import
cp test.db base.db; wrong=''
for order in "$a $b $c" "$a $c $b" "$b $a $c" "$b $c $a" "$c $a $b" "$c $b $a"; do
	try order
	for import in $order; do
		undone "$import"
		! grep -q 'Undo first\|changed since' said || wrong="$wrong; $import of $order: $(cat said)"
	done
	[ "$(lines_now)" = "$before" ] || wrong="$wrong; $order leaves $(lines_now)"
done
same lines_that_files_brought_go_in_any_order "$wrong" ''
try other; undone "$a"; undone "$b"
same what_a_third_file_brought_stays "$(lines_now)" 'Projekt Konsultacje C Dwie drogi Trzy mosty C Brak ofert=2 Brak rąk=2 Drogi prąd=2 C=1 '

# ---- what people do meanwhile ----
cp test.db after.db; cp first.db base.db; try deleted; p strategy risk LINES 4 delete > /dev/null
brings D; d=$import
undone "$a"; same a_line_that_somebody_deleted_is_not_asked_of_a_newer_file "$(grep -c 'Undo first' said)" 0
same and_is_not_said_to_have_changed "$(grep -c 'changed since' said)" 0
undone "$d"; same all_others_go "$(lines_now)" "$before"
cp after.db base.db

try back; p strategy risk LINES 4 delete > /dev/null
p line restore "$(p list deleted | sed -n '2s/,.*//p')" > /dev/null
same a_line_comes_back_at_the_end "$(lines_now | grep -c 'B=1 C=1 A=1')" 1
undone "$a"; same its_file_takes_it_away_from_there "$(lines_now | grep -c 'A=1')" 0
undone "$c"; undone "$b"; same nothing_of_the_files_is_left "$(lines_now)" "$before"

try gone; p strategy risk LINES 1 delete > /dev/null
undone "$a"; undone "$b"; undone "$c"
same lines_move_up_with_their_files "$(lines_now)" "$(echo "$before" | sed 's/Brak ofert=2 //')"

# ---- changed lines ----
try changed; changes 'Drogi prąd' 4; e=$import; changes 'Brak rąk' 3; f=$import
p strategy risk LINES 1 delete > /dev/null
undone "$e"; same a_changed_line_is_found_where_it_went "$(lines_now | grep -c 'Brak rąk=3 Drogi prąd=2')" 1
undone "$f"; same so_is_the_other "$(lines_now | grep -c 'Brak rąk=2 Drogi prąd=2')" 1
try lost; changes 'Drogi prąd' 4; e=$import; p strategy risk LINES 3 delete > /dev/null
undone "$e"; holds a_changed_line_that_somebody_deleted_is_named_by_its_words said 'risk “Drogi prąd”'
same and_no_other_is_touched "$(lines_now | grep -c 'Brak ofert=2 Brak rąk=2 A=1')" 1
g check; done_well the_database_is_whole
finish
