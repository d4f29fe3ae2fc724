# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libcommands.a
%C%_libcommands_a_SOURCES = \
	%D%/analysis.c %D%/arguments.c %D%/arguments.h %D%/cards.c %D%/choose.c %D%/command.h \
	%D%/commands.h %D%/database.c %D%/groups.c %D%/help.c %D%/help.h %D%/import.c %D%/list.c \
	%D%/manual.c %D%/marks.c %D%/marks.h %D%/office.c %D%/persons.c %D%/progress.c \
	%D%/questionnaires.c %D%/result.c %D%/result.h %D%/run.c %D%/run.h %D%/signals.c %D%/table.c
%C%_libcommands_a_SOURCES += %D%/options.c %D%/table_surveys.c %D%/table_groups.c %D%/table_sheets.c
%C%_libcommands_a_SOURCES += %D%/acts.c %D%/answers.c
%C%_libcommands_a_SOURCES += %D%/batches.c %D%/given.c %D%/given.h %D%/operators.c %D%/surveys.c
%C%_libcommands_a_SOURCES += %D%/quality.c
%C%_libcommands_a_SOURCES += %D%/contacts.c %D%/exchange_groups.c %D%/group_members.c %D%/group_commands.h %D%/stages.c %D%/winters.c
%C%_libcommands_a_SOURCES += %D%/print.c %D%/reports.c
%C%_libcommands_a_SOURCES += %D%/published.c %D%/compare.c
%C%_libcommands_a_SOURCES += %D%/tabulate.c %D%/tabulate.h %D%/tabulate_statistics.c %D%/services.c
%C%_libcommands_a_SOURCES += %D%/weights.c %D%/survey_commands.h
%C%_libcommands_a_SOURCES += %D%/sheets.c %D%/decisions.c %D%/sheet_commands.h
%C%_libcommands_a_SOURCES += %D%/compare_group.c %D%/conclusions.c %D%/closing_notes.c %D%/plans.c %D%/plan_commands.h
%C%_libcommands_a_SOURCES += %D%/meetings.c %D%/meeting_agenda.c %D%/meeting_files.c \
	%D%/meeting_lines.c %D%/meeting_commands.h
%C%_libcommands_a_SOURCES += %D%/homework.c %D%/minutes.c %D%/minutes_remarks.c \
	%D%/opinions.c %D%/papers.c %D%/paper_acts.c %D%/minutes_commands.h
%C%_libcommands_a_SOURCES += %D%/rounds.c %D%/rounds_list.c %D%/rounds_sheet.c %D%/evaluations.c %D%/year_commands.h %D%/table_year.c
%C%_libcommands_a_SOURCES += %D%/packages.c %D%/package_commands.h
%C%_libcommands_a_SOURCES += %D%/diagnose.c %D%/diagnosis_commands.h %D%/due_list.c %D%/group_rules.c %D%/problems.c %D%/evidence.c %D%/evidence.h
%C%_libcommands_a_SOURCES += %D%/strategies.c %D%/strategy_files.c %D%/strategy_commands.h \
	%D%/strategy_changes.c %D%/strategy_history.c %D%/goals.c %D%/targets.c %D%/table_goals.c
%C%_libcommands_a_SOURCES += %D%/tasks.c %D%/table_tasks.c %D%/strategy_lines.c %D%/deleted_lines.c %D%/task_commands.h
%C%_libcommands_a_SOURCES += %D%/swots.c %D%/swot_changes.c %D%/swot_commands.h %D%/ballots.c %D%/table_strategy.c
