#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What a person at a terminal is asked.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
before=$(contents)
t() { # answer, command...
	reply=$1; shift
	TERM=xterm "$abs_top_builddir/tests/cli/on_terminal" "$reply" "$GROMADA_PROGRAM" --database "$db" "$@" > out 2> err
	status=$?
}
import() { t "$1" --language "$2" import values --new-indicators "$fixtures/values.csv"; }

import n en; same no_is_an_exit_code_of_its_own "$status" 1
holds the_question_is_asked out 'Take this file over? [y/N]'
holds no_writes_nothing out 'Nothing was written.'
import '' en; same a_bare_Enter_means_no "$status" 1
import ^C en; same an_interrupt_at_the_question_ends_it "$status" 130
same all_of_them_leave_no_trace "$(contents)" "$before"
import n pl; holds the_question_is_asked_in_Polish out 'Wczytać ten plik? [t/N]'
import t pl; same t_means_yes "$status" 0
g list imports; holds the_import_is_there out values.csv
g backup copy.db
t n --language en restore copy.db; same a_restore_may_be_refused "$status" 1
g list imports; holds then_nothing_is_restored out values.csv
t y --language en restore copy.db; same y_means_yes "$status" 0
same no_one_left_a_temporary "$(ls -A | grep -c tmp)" 0
finish
