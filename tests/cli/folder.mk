# SPDX-License-Identifier: GPL-3.0-or-later
# The program as a script calls it, and the manual pages against its tables. What is in cli_tests
# runs and is handed out.
check_PROGRAMS += %D%/print_manual
%C%_print_manual_SOURCES = %D%/print_manual.c
%C%_print_manual_LDADD = src/commands/libcommands.a src/report/libreport.a \
	src/exchange/libexchange.a $(MODEL_LINK) $(XLSX_LIBS) $(PDF_LIBS) $(READSTAT_LIBS)
check_PROGRAMS += %D%/on_terminal
%C%_on_terminal_SOURCES = %D%/on_terminal.c
%C%_on_terminal_LDADD = $(UTIL_LIBS)
# Forms keyed twice, for the report on quality.
check_PROGRAMS += %D%/key_forms
%C%_key_forms_SOURCES = %D%/key_forms.c tests/model/forms_fixture.c tests/model/forms_fixture.h
%C%_key_forms_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/model
%C%_key_forms_LDADD = $(MODEL_LINK)

# The program itself, its people, the database, imports.
cli_tests = %D%/bad_input.sh %D%/by_name.sh %D%/cards.sh %D%/database.sh %D%/demo.sh \
	%D%/import.sh %D%/manual.sh %D%/person.sh %D%/process.sh %D%/real.sh %D%/undo.sh \
	%D%/usage.sh
# Questionnaires, paper forms and slips, waves and their quality.
cli_tests += %D%/ask.sh %D%/forms.sh %D%/print.sh %D%/quality.sh %D%/questionnaires.sh \
	%D%/report.sh %D%/waves.sh
# Answers as a table, weights, what is hidden.
cli_tests += %D%/answers.sh %D%/hidden_groups.sh %D%/hidden_means.sh %D%/hidden_numbers.sh \
	%D%/hidden_routes.sh %D%/means.sh %D%/scales.sh %D%/tabulate.sh %D%/weighted_change.sh \
	%D%/weights.sh %D%/weights_beside.sh
# From paper to indicator, all the way; out to SPSS, PSPP, Stata and archives.
cli_tests += %D%/chain.sh %D%/handoff.sh %D%/published.sh
# Exchange groups and contacts, meetings, minutes, conclusions and plans.
cli_tests += %D%/group_acts.sh %D%/group_changes.sh %D%/groups.sh %D%/meetings.sh \
	%D%/minutes.sh %D%/plans.sh
# Own figures, data sheets, decisions.
cli_tests += %D%/sheet_orders.sh %D%/sheet_words.sh %D%/sheets.sh %D%/undo_lines.sh %D%/undo_orders.sh
# Packages between offices.
cli_tests += %D%/package.sh %D%/package_back.sh %D%/package_both.sh %D%/package_city.sh \
	%D%/package_counts.sh %D%/package_drafts.sh %D%/package_figures.sh \
	%D%/package_handover.sh %D%/package_left.sh %D%/package_orders.sh %D%/package_own.sh \
	%D%/package_results.sh %D%/package_reworked.sh %D%/package_said.sh %D%/package_traces.sh %D%/package_turns.sh \
	%D%/package_undo.sh %D%/package_undone.sh %D%/two_offices.sh
# One group through a whole year.
cli_tests += %D%/readme_year.sh %D%/year.sh
# Diagnosis of a unit, trees of areas, functional types; SWOT analyses and ballots.
cli_tests += %D%/diagnosis.sh %D%/strategy_year.sh %D%/swot.sh
# Strategies: goals, indicators, statuses, tasks with their money, what is approved or closed.
cli_tests += %D%/goals.sh %D%/strategy.sh %D%/strategy_acts.sh %D%/strategy_amended.sh \
	%D%/strategy_care.sh %D%/strategy_moved.sh %D%/target_units.sh %D%/task_money.sh \
	%D%/task_progress.sh %D%/tasks.sh
# A strategy's file comes back from a spreadsheet.
cli_tests += %D%/strategy_back.sh %D%/strategy_grows.sh %D%/strategy_texts.sh
# One unit from data to its strategy's yearly report.
cli_tests += %D%/strategy_walk.sh

TESTS += $(cli_tests)
EXTRA_DIST += $(cli_tests) %D%/common.sh %D%/papers.sh tests/data/cli
