# SPDX-License-Identifier: GPL-3.0-or-later
# The program as a script calls it, and the manual pages against its tables.
check_PROGRAMS += %D%/print_manual
%C%_print_manual_SOURCES = %D%/print_manual.c
%C%_print_manual_LDADD = src/commands/libcommands.a src/report/libreport.a \
	src/exchange/libexchange.a $(MODEL_LINK) $(XLSX_LIBS) $(PDF_LIBS) $(READSTAT_LIBS)
check_PROGRAMS += %D%/on_terminal
%C%_on_terminal_SOURCES = %D%/on_terminal.c
%C%_on_terminal_LDADD = $(UTIL_LIBS)
cli_tests = %D%/ask.sh %D%/bad_input.sh %D%/by_name.sh %D%/cards.sh %D%/database.sh %D%/demo.sh %D%/forms.sh %D%/import.sh \
	%D%/manual.sh %D%/minutes.sh %D%/person.sh %D%/process.sh %D%/questionnaires.sh %D%/real.sh %D%/undo.sh %D%/usage.sh %D%/waves.sh
TESTS += $(cli_tests)
cli_fixtures = tests/data/cli/LUDN_2137_CREL_20210101000000.csv tests/data/cli/values.csv \
	tests/data/cli/RYNE_2392_CTAB_20220101000000.csv \
	tests/data/cli/TERC_Urzedowy_2019-01-01.csv tests/data/cli/TERC_Urzedowy_2020-01-01.csv
EXTRA_DIST += $(cli_tests) %D%/common.sh $(cli_fixtures)
# Forms keyed twice, for the report on quality.
check_PROGRAMS += %D%/key_forms
%C%_key_forms_SOURCES = %D%/key_forms.c tests/model/forms_fixture.c tests/model/forms_fixture.h
%C%_key_forms_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/model
%C%_key_forms_LDADD = $(MODEL_LINK)
TESTS += %D%/quality.sh %D%/report.sh
EXTRA_DIST += %D%/quality.sh %D%/report.sh
# Paper forms and slips.
TESTS += %D%/print.sh
EXTRA_DIST += %D%/print.sh
# Answers as a table.
tables_of_few = %D%/hidden_groups.sh %D%/hidden_means.sh %D%/hidden_numbers.sh %D%/hidden_routes.sh
TESTS += %D%/answers.sh $(tables_of_few) %D%/means.sh %D%/meetings.sh
EXTRA_DIST += %D%/answers.sh $(tables_of_few) %D%/means.sh %D%/meetings.sh
# Results of surveys as indicators, and compared.
TESTS += %D%/published.sh
EXTRA_DIST += %D%/published.sh
# Out to SPSS, PSPP, Stata and archives.
TESTS += %D%/handoff.sh
EXTRA_DIST += %D%/handoff.sh
# Weights of a wave.
TESTS += %D%/weights_beside.sh %D%/weights.sh %D%/weighted_change.sh
EXTRA_DIST += %D%/weights_beside.sh %D%/weights.sh %D%/weighted_change.sh
# Tables.
TESTS += %D%/tabulate.sh %D%/scales.sh
EXTRA_DIST += %D%/tabulate.sh %D%/scales.sh
# From paper to indicator, all the way.
TESTS += %D%/chain.sh
EXTRA_DIST += %D%/chain.sh
# Exchange groups and contacts.
TESTS += %D%/group_acts.sh %D%/group_changes.sh %D%/groups.sh
EXTRA_DIST += %D%/group_acts.sh %D%/group_changes.sh %D%/groups.sh
# Own figures, data sheets, decisions.
TESTS += %D%/sheets.sh
EXTRA_DIST += %D%/sheets.sh
# Packages between offices.
TESTS += %D%/package.sh %D%/package_back.sh %D%/package_both.sh %D%/package_city.sh %D%/package_counts.sh %D%/package_drafts.sh %D%/package_figures.sh %D%/package_handover.sh %D%/package_left.sh %D%/package_orders.sh %D%/package_own.sh %D%/package_results.sh %D%/package_traces.sh %D%/package_turns.sh %D%/package_said.sh %D%/package_undo.sh %D%/package_undone.sh %D%/sheet_orders.sh %D%/undo_orders.sh
EXTRA_DIST += %D%/package.sh %D%/package_back.sh %D%/package_both.sh %D%/package_city.sh %D%/package_counts.sh %D%/package_drafts.sh %D%/package_figures.sh %D%/package_handover.sh %D%/package_left.sh %D%/package_orders.sh %D%/package_own.sh %D%/package_results.sh %D%/package_traces.sh %D%/package_turns.sh %D%/package_said.sh %D%/package_undo.sh %D%/package_undone.sh %D%/sheet_orders.sh %D%/undo_orders.sh
# One group through a whole year.
TESTS += %D%/readme_year.sh %D%/year.sh
EXTRA_DIST += %D%/readme_year.sh %D%/year.sh %D%/papers.sh tests/data/cli/papers
# What groups compare and take home.
TESTS += %D%/plans.sh
EXTRA_DIST += %D%/plans.sh
# SWOT analyses and ballots.
TESTS += %D%/strategy_year.sh
EXTRA_DIST += %D%/strategy_year.sh
# Rows that stand twice, what is deleted, approved or closed.
TESTS += %D%/strategy_acts.sh %D%/strategy_care.sh %D%/strategy_moved.sh %D%/strategy_amended.sh
EXTRA_DIST += %D%/strategy_acts.sh %D%/strategy_care.sh %D%/strategy_moved.sh
# Its file comes back from a spreadsheet.
TESTS += %D%/strategy_back.sh %D%/strategy_texts.sh
TESTS += %D%/strategy_grows.sh
EXTRA_DIST += %D%/strategy_back.sh %D%/strategy_texts.sh
EXTRA_DIST += %D%/strategy_grows.sh
TESTS += %D%/swot.sh
EXTRA_DIST += %D%/swot.sh
# Diagnosis of a unit, trees of areas, functional types.
TESTS += %D%/diagnosis.sh
EXTRA_DIST += %D%/diagnosis.sh
# Tasks of strategies, their money, risks, the way to adoption.
TESTS += %D%/tasks.sh %D%/task_money.sh %D%/task_progress.sh %D%/target_units.sh
EXTRA_DIST += %D%/tasks.sh %D%/task_money.sh %D%/task_progress.sh %D%/target_units.sh
# Strategies: goals, indicators, statuses, out and in.
TESTS += %D%/goals.sh
EXTRA_DIST += %D%/goals.sh
TESTS += %D%/strategy.sh
EXTRA_DIST += %D%/strategy.sh
# One unit from data to its strategy's yearly report.
TESTS += %D%/strategy_walk.sh
EXTRA_DIST += %D%/strategy_walk.sh
EXTRA_DIST += tests/data/cli/walk/trace.csv tests/data/cli/walk/park.csv tests/data/cli/walk/arkusz.csv tests/data/cli/walk/konsultacje.csv tests/data/cli/walk/answers.csv \
	tests/data/cli/walk/q/survey.csv tests/data/cli/walk/q/choices.csv tests/data/cli/walk/q/settings.csv
