#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The lists in the manual pages are what the tables say. UPDATE=1 writes them into the sources.
. "$abs_top_srcdir/tests/cli/common.sh"
print=$abs_top_builddir/tests/cli/print_manual

page() { # file, language, lists...
	file=$abs_top_srcdir/man/$1; language=$2; shift 2
	cp "$file" "$work/page"
	for list; do
		"$print" "$language" "$list" > "$work/list" || exit 99
		awk -v list="$list" -v from="$work/list" '
			$0 == ".\\\" end of the list: " list { while ((getline line < from) > 0) print line; close(from); skip = 0 }
			!skip { print }
			$0 == ".\\\" list of the program: " list { skip = 1; found = 1 }
			END { exit !found || skip }' "$work/page" > "$work/new" || { echo "# no marks for $list"; echo > "$work/new"; }
		mv "$work/new" "$work/page"
	done
	if [ -n "${UPDATE:-}" ]; then cat "$work/page" > "$file"; fi
	sentence=the_page_${file##*/man/}_lists_what_the_program_has
	if diff -u "$file" "$work/page" > difference; then pass "$sentence"; else fail "$sentence" "$(cat difference)"; fi
}
page gromada.1 en commands options
page pl/gromada.1 pl commands options
page gromada.ini.5 en settings
page pl/gromada.ini.5 pl settings
finish
