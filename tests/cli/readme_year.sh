#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The year of a group as README.md and README.pl.md print it: every command in its order, on a database
# that has a register only. Units are those of the small register.
. "$abs_top_srcdir/tests/cli/common.sh"
gromada() { p "$@"; }

walk() { # file, name of the test
	rm -f "$db"*; GROMADA_NOW=2027-01-10T12:00:00Z; prepare
	sed -n '/gromada group add KULT/,/gromada report coordinator/s/^    //p' "$abs_top_srcdir/$1" |
		sed 's/ *#.*//; s/3031011/0201011/g; s/3027011/0214011/g' > walk
	same "$2_is_a_walk" "$(($(wc -l < walk) > 25))" 1
	while read -r command; do
		case $command in
		*'meeting answer'*) GROMADA_NOW=2027-03-12T12:00:00Z ;;
		*'sheet new'*) GROMADA_NOW=2027-04-01T12:00:00Z ;;
		esac
		eval "$command" > out 2> err < /dev/null || echo "$command: $(cat err)"
	done < walk > refused
	same "$2_works_as_it_is_printed" "$(cat refused)" ''
}
walk README.md the_year_of_a_group
walk README.pl.md and_the_polish_one
finish
