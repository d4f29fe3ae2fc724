#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The real program on the demonstration data: killed at random moments of import, undo and copy,
# and stopped by a limit on file sizes. FAULT_KILLS says how often (default 60).
export GROMADA_TEST=1
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
HOME=$work; export HOME
cd "$work" || exit 99
n=0
g() { "$GROMADA_PROGRAM" --language en --database a.db "$@" < /dev/null; }
ok() { n=$((n + 1)); echo "ok $n - $1"; }
bad() { n=$((n + 1)); echo "not ok $n - $1"; shift; printf '# %s\n' "$@"; }
content() { g values --indicator OS03 --level gmina | cksum; g list imports | wc -l; }
# What is in the database, and whether check is content.
look() { found=$(content) && fault=$(g check 2>&1); }
next_delay() { # another each time, the same in every run: 1 to $most milliseconds
	seed=$(((seed * 1103515245 + 12345) % 2147483648))
	delay=$(printf '0.0%02d' $((seed / 65536 % most + 1)))
}

# sentence; command of the program; start.db is the state before, ready.db the one after
killed_often() {
	sentence=$1; shift
	cp start.db a.db; before=$(content)
	cp ready.db a.db; after=$(content)
	i=0; old=0; new=0
	while [ $i -lt "$kills" ]; do
		i=$((i + 1)); rm -f a.db-journal .gromada-*; cp start.db a.db
		next_delay
		timeout -s KILL "$delay" "$GROMADA_PROGRAM" --language en --database a.db "$@" \
			< /dev/null > out 2>&1
		look || { bad "$sentence" "check: $fault" "kill $i"; return; }
		if [ -e copy.db ] && ! fault=$("$GROMADA_PROGRAM" --database copy.db check 2>&1); then
			bad "$sentence" "the copy: $fault"; return
		fi
		case $found in
		"$before") old=$((old + 1)) ;;
		"$after") new=$((new + 1)) ;;
		*) bad "$sentence" "neither old nor new: $found" "old $before" "new $after"; return ;;
		esac
	done
	echo "# $old times the old state, $new times the new one"
	ok "$sentence"
}
# sentence; command: refused with a sentence, the database as before, nothing left behind
limited() {
	sentence=$1; shift
	rm -f a.db-journal out; cp start.db a.db; before=$(content); names=$(ls -A | grep -v '^out$')
	( ulimit -f 64; exec "$GROMADA_PROGRAM" --language en --database a.db "$@" ) \
		< /dev/null 2>&1 | cat > out
	if ! grep -q '^gromada: ' out; then bad "$sentence" "$(cat out)"; return; fi
	look || { bad "$sentence" "check: $fault"; return; }
	if [ "$found" != "$before" ]; then bad "$sentence" "changed"; return; fi
	left=$(ls -A | grep -v -e '^out$' -e '^a.db-journal$')
	[ "$left" = "$(echo "$names" | grep -v '^a.db-journal$')" ] || { bad "$sentence" "left: $left"; return; }
	ok "$sentence"
}

kills=${FAULT_KILLS:-60}
kills=$((kills / 3))
most=40
seed=20261122
if ! g init --demo > out 2>&1; then bad the_demonstration_is_made "$(cat out)"; echo "1..$n"; exit 1; fi
awk -F';' -v OFS=';' 'NR > 1 && $4 + 0 { $4 = $4 + 1; sub(/\./, ",", $4) } 1' \
	"$GROMADA_SHARE/demo/values.csv" > more.csv
cp a.db start.db
g import values --yes more.csv > out 2>&1 || bad the_values_are_taken "$(cat out)"
number=$(sed -n 's/.*as import \([0-9]*\).*/\1/p' out)
cp a.db ready.db
killed_often an_import_killed_at_any_moment_is_whole_or_absent import values --yes more.csv
limited a_limit_on_file_sizes_stops_an_import_in_words import values --yes more.csv
limited a_limit_on_file_sizes_stops_a_copy_in_words backup copy.db
mv ready.db was-start.db; cp was-start.db start.db
cp start.db a.db; g import undo "$number" > out 2>&1 || bad the_import_is_undone "$(cat out)"
cp a.db ready.db
most=25
killed_often an_undo_killed_at_any_moment_is_whole_or_absent import undo "$number"
cp start.db ready.db
killed_often a_copy_killed_at_any_moment_leaves_the_database backup --force copy.db
echo "1..$n"
