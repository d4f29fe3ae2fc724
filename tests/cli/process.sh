#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The process: environment, descriptors, signals, what it opens and starts.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
before=$(contents)

env -i GROMADA_TEST=1 GROMADA_SHARE="$GROMADA_SHARE" HOME="$HOME" LANG=en_GB.UTF-8 LC_ALL= LANGUAGE=de:fr \
	TERMINFO=/nowhere TERMCAP=/nowhere LINES=1 COLUMNS=1 IFS=x PATH=/nowhere SHELL=/nowhere EDITOR=/nowhere \
	SQLITE_TMPDIR=/nowhere TMPDIR=/nowhere XML_CATALOG_FILES=/nowhere LOCPATH="$LOCPATH" NLSPATH=/nowhere \
	TZ=../../../../etc/passwd LC_NUMERIC=pl_PL.UTF-8 \
	"$GROMADA_PROGRAM" --database "$db" values --indicator P2392.1 --unit 1061 --year 2021 > out 2> err; status=$?
prints a_hostile_environment_changes_nothing <<'EOT'
unit,name,year,value,flag
1061000,Łódź,2021,5.6,
EOT
p list units <&- >&- 2>&-; status=$?
same closed_descriptors_do_no_harm "$status" 0
p import bdl --yes --subgroup 1 nothing.csv <&- >&- 2>&-
p import teryt --yes "$fixtures/TERC_Urzedowy_2020-01-01.csv" <&- >&- 2>&-
same nothing_was_written_into_the_database_by_a_message "$(contents)" "$before"
g check; done_well the_database_is_sound

p list indicators 2> err | head -n 1 > out
if [ -s err ]; then fail a_reader_that_goes_away_ends_it_quietly "$(cat err)"; else pass a_reader_that_goes_away_ends_it_quietly; fi

# A large file, so that the signal meets an import at work.
{ head -n 1 "$fixtures/LUDN_2137_CREL_20210101000000.csv"
	awk 'BEGIN { for (y = 1950; y < 2150; y++) for (k = 1; k < 1500; k++) printf "%02d%02d%02d2;\"x (2)\";\"ogółem\";\"%d\";%d;\"osoba\";\"\";\r\n", 2 * (1 + k % 16), 1 + k / 16 % 38, 1 + k / 608, y, k }'
} > LUDN_2137_CREL_20230101000000.csv
settle() { # sentence, expected exit code
	case $status in
	"$2") pass "$1" ;;
	0) skip "$1" "the import was faster than the signal"
		g import undo "$(last_import)" ;;
	*) fail "$1" "exit $status" "$(cat err)" ;;
	esac
}
if command -v timeout > /dev/null; then
	for signal in TERM:143 INT:130 HUP:129; do
		timeout --preserve-status -s ${signal%:*} 0.03 "$GROMADA_PROGRAM" --language en --database "$db" \
			import bdl --yes LUDN_2137_CREL_20230101000000.csv > out 2> err < /dev/null; status=$?
		settle "an_import_ends_with_its_own_code_at_${signal%:*}" ${signal#*:}
	done
else
	skip an_import_ends_with_its_own_code_at_a_signal "no timeout"
fi
g values --indicator P2137.1 --unit 0201011; same interrupted_imports_leave_no_trace "$(rows)" 2
g check; done_well and_a_sound_database

if command -v strace > /dev/null && strace -f -o trace true 2> /dev/null; then
	rm -f traced.db; db=$work/traced.db
	strace -f -qq -e trace=execve,socket,connect -o trace "$GROMADA_PROGRAM" --database "$db" init > out 2> err
	strace -f -qq -e trace=execve,socket,connect -o trace2 "$GROMADA_PROGRAM" --database "$db" list indicators > out 2> err
	same it_starts_nothing_and_asks_no_network "$(cat trace trace2 | grep -c 'execve\|connect(.*AF_INET\|socket(AF_INET')" 2
else
	skip it_starts_nothing_and_asks_no_network "no strace"
fi
finish
