# SPDX-License-Identifier: GPL-3.0-or-later

# Units, people, and every query of the model.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_unit_code %D%/test_people %D%/test_queries
TESTS += %D%/test_unit_code %D%/test_people %D%/test_queries
%C%_test_unit_code_SOURCES = %D%/test_unit_code.c
%C%_test_unit_code_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_people_SOURCES = %D%/test_people.c
%C%_test_people_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_queries_SOURCES = %D%/test_queries.c
%C%_test_queries_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif

if HAVE_CMOCKA
values_tests = %D%/test_statistics %D%/test_slice %D%/test_indicator %D%/test_value \
	%D%/test_migration %D%/test_migration_steps
check_PROGRAMS += $(values_tests)
TESTS += $(values_tests)
values_fixture = %D%/values_fixture.c %D%/values_fixture.h
%C%_test_statistics_SOURCES = %D%/test_statistics.c %D%/values_fixture.h
%C%_test_statistics_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_slice_SOURCES = %D%/test_slice.c $(values_fixture)
%C%_test_slice_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_indicator_SOURCES = %D%/test_indicator.c $(values_fixture)
%C%_test_indicator_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_value_SOURCES = %D%/test_value.c $(values_fixture)
%C%_test_value_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_migration_SOURCES = %D%/test_migration.c $(values_fixture)
%C%_test_migration_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_migration_steps_SOURCES = %D%/test_migration_steps.c $(values_fixture)
%C%_test_migration_steps_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif
# The year's work on strategies: rounds, deviations, evaluations.
if HAVE_CMOCKA
year_tests = %D%/test_monitoring_round %D%/test_evaluation %D%/test_round_state %D%/test_approved_year
check_PROGRAMS += $(year_tests)
TESTS += $(year_tests)
year_fixture = %D%/year_fixture.c %D%/year_fixture.h $(values_fixture)
%C%_test_monitoring_round_SOURCES = %D%/test_monitoring_round.c $(year_fixture)
%C%_test_monitoring_round_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_evaluation_SOURCES = %D%/test_evaluation.c $(year_fixture)
%C%_test_evaluation_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_round_state_SOURCES = %D%/test_round_state.c $(year_fixture)
%C%_test_round_state_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_approved_year_SOURCES = %D%/test_approved_year.c $(year_fixture)
%C%_test_approved_year_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif

# The way through a form, and forms in the database.
if HAVE_CMOCKA
forms_tests = %D%/test_route %D%/test_forms %D%/test_form_kept %D%/test_form_erase \
	%D%/test_form_walk %D%/test_differences %D%/test_difference_places \
	%D%/test_settling %D%/test_quality %D%/test_verify %D%/test_typed
check_PROGRAMS += $(forms_tests)
TESTS += $(forms_tests)
forms_fixture = %D%/forms_fixture.c %D%/forms_fixture.h
%C%_test_route_SOURCES = %D%/test_route.c $(forms_fixture)
%C%_test_route_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
form_steps = %D%/form_steps.c %D%/form_steps.h $(forms_fixture)
%C%_test_forms_SOURCES = %D%/test_forms.c $(form_steps)
%C%_test_forms_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_form_kept_SOURCES = %D%/test_form_kept.c $(form_steps)
%C%_test_form_kept_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_form_erase_SOURCES = %D%/test_form_erase.c $(form_steps)
%C%_test_form_erase_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_form_walk_SOURCES = %D%/test_form_walk.c $(form_steps)
%C%_test_form_walk_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
differences_fixture = %D%/differences_fixture.c %D%/differences_fixture.h $(forms_fixture)
%C%_test_differences_SOURCES = %D%/test_differences.c $(differences_fixture)
%C%_test_differences_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_settling_SOURCES = %D%/test_settling.c $(differences_fixture)
%C%_test_settling_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_quality_SOURCES = %D%/test_quality.c $(differences_fixture)
%C%_test_quality_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_difference_places_SOURCES = %D%/test_difference_places.c $(forms_fixture)
%C%_test_difference_places_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_typed_SOURCES = %D%/test_typed.c $(forms_fixture)
%C%_test_typed_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_verify_SOURCES = %D%/test_verify.c
%C%_test_verify_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif

# Surveys, waves, batches and operators.
if HAVE_CMOCKA
waves_tests = %D%/test_waves %D%/test_batches %D%/test_operators %D%/test_batch_walk
check_PROGRAMS += $(waves_tests)
TESTS += $(waves_tests)
%C%_test_batch_walk_SOURCES = %D%/test_batch_walk.c $(forms_fixture)
%C%_test_batch_walk_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
waves_fixture = %D%/waves_fixture.h %D%/values_fixture.c %D%/values_fixture.h
%C%_test_waves_SOURCES = %D%/test_waves.c $(waves_fixture)
%C%_test_waves_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_batches_SOURCES = %D%/test_batches.c $(waves_fixture)
%C%_test_batches_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_operators_SOURCES = %D%/test_operators.c $(waves_fixture)
%C%_test_operators_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif
# Databases as released versions kept them.
EXTRA_DIST += tests/data/schema/0001.sql

# Coding open answers.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_open_code
TESTS += %D%/test_open_code
%C%_test_open_code_SOURCES = %D%/test_open_code.c $(forms_fixture)
%C%_test_open_code_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif

# Sampling, weights, privacy.
if HAVE_CMOCKA
numbers_tests = %D%/test_estimate %D%/test_suppression %D%/test_suppression_document %D%/test_suppression_pair \
	%D%/test_small_waves %D%/test_small_beside %D%/test_small_means %D%/test_small_conditions \
	%D%/test_small_numbers \
	%D%/test_raking %D%/test_weighting
check_PROGRAMS += $(numbers_tests)
TESTS += $(numbers_tests)
%C%_test_estimate_SOURCES = %D%/test_estimate.c %D%/values_fixture.h
%C%_test_estimate_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_suppression_SOURCES = %D%/test_suppression.c %D%/linear.c %D%/linear.h %D%/values_fixture.h
%C%_test_suppression_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_suppression_document_SOURCES = %D%/test_suppression_document.c %D%/linear.c %D%/linear.h \
	%D%/values_fixture.h
%C%_test_suppression_document_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_suppression_pair_SOURCES = %D%/test_suppression_pair.c %D%/linear.c %D%/linear.h \
	%D%/values_fixture.h
%C%_test_suppression_pair_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
small_wave = %D%/small_wave.c %D%/small_wave.h %D%/survey_fixture.c %D%/survey_fixture.h
%C%_test_small_beside_SOURCES = %D%/test_small_beside.c %D%/linear.c %D%/linear.h $(small_wave)
%C%_test_small_beside_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_small_waves_SOURCES = %D%/test_small_waves.c %D%/linear.c %D%/linear.h $(small_wave)
%C%_test_small_waves_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_small_conditions_SOURCES = %D%/test_small_conditions.c $(small_wave)
%C%_test_small_conditions_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_small_numbers_SOURCES = %D%/test_small_numbers.c $(small_wave)
%C%_test_small_numbers_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_small_means_SOURCES = %D%/test_small_means.c $(small_wave)
%C%_test_small_means_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_weighting_SOURCES = %D%/test_weighting.c %D%/values_fixture.h %D%/survey_fixture.c \
	%D%/survey_fixture.h
%C%_test_weighting_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_raking_SOURCES = %D%/test_raking.c %D%/values_fixture.h
%C%_test_raking_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
SLOW_TESTS += %D%/suppression_slow.sh %D%/suppression_document_slow.sh %D%/suppression_pair_slow.sh
EXTRA_DIST += %D%/suppression_slow.sh %D%/suppression_document_slow.sh %D%/suppression_pair_slow.sh
endif

# Packed answers and tables of them.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_answer_column %D%/test_tabulate %D%/test_pspp
TESTS += %D%/test_answer_column %D%/test_tabulate %D%/test_pspp
%C%_test_pspp_SOURCES = %D%/test_pspp.c $(made_survey)
%C%_test_pspp_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
made_survey = %D%/survey_fixture.c %D%/survey_fixture.h
%C%_test_tabulate_SOURCES = %D%/test_tabulate.c $(made_survey)
%C%_test_tabulate_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_answer_column_SOURCES = %D%/test_answer_column.c $(forms_fixture)
%C%_test_answer_column_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif

# Results as indicators, and compared.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_published
TESTS += %D%/test_published
%C%_test_published_SOURCES = %D%/test_published.c $(forms_fixture)
%C%_test_published_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif

# What members of exchange groups compare and take home.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_group_figures
TESTS += %D%/test_group_figures
%C%_test_group_figures_SOURCES = %D%/test_group_figures.c $(values_fixture)
%C%_test_group_figures_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)

check_PROGRAMS += %D%/test_group_sheet
TESTS += %D%/test_group_sheet
%C%_test_group_sheet_SOURCES = %D%/test_group_sheet.c $(values_fixture)
%C%_test_group_sheet_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif

# Meetings of exchange groups.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_meeting
TESTS += %D%/test_meeting
meeting_fixture = %D%/meeting_fixture.c %D%/meeting_fixture.h $(values_fixture)
%C%_test_meeting_SOURCES = %D%/test_meeting.c $(meeting_fixture)
%C%_test_meeting_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif

# Exchange groups.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_exchange %D%/test_group_calendar
TESTS += %D%/test_exchange %D%/test_group_calendar
%C%_test_exchange_SOURCES = %D%/test_exchange.c %D%/values_fixture.c %D%/values_fixture.h
%C%_test_exchange_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_group_calendar_SOURCES = %D%/test_group_calendar.c %D%/values_fixture.c %D%/values_fixture.h
%C%_test_group_calendar_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif

# Figures of members: own figures, data sheets, decisions, forms of organisation.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_own_figure %D%/test_data_sheet %D%/test_decisions \
	%D%/test_group_draft
TESTS += %D%/test_own_figure %D%/test_data_sheet %D%/test_decisions %D%/test_group_draft
sheets_fixture = %D%/sheets_fixture.c %D%/sheets_fixture.h
%C%_test_own_figure_SOURCES = %D%/test_own_figure.c $(sheets_fixture)
%C%_test_own_figure_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_data_sheet_SOURCES = %D%/test_data_sheet.c $(sheets_fixture)
%C%_test_data_sheet_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_decisions_SOURCES = %D%/test_decisions.c $(sheets_fixture)
%C%_test_decisions_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_group_draft_SOURCES = %D%/test_group_draft.c $(sheets_fixture)
%C%_test_group_draft_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif

# Minutes, homework, documents, opinions and advice of exchange groups.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_homework %D%/test_minutes %D%/test_due %D%/test_membership
TESTS += %D%/test_homework %D%/test_minutes %D%/test_due %D%/test_membership
minutes_fixture = %D%/meeting_fixture.c %D%/meeting_fixture.h %D%/values_fixture.c %D%/values_fixture.h
%C%_test_due_SOURCES = %D%/test_due.c $(minutes_fixture)
%C%_test_due_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_homework_SOURCES = %D%/test_homework.c $(minutes_fixture)
%C%_test_homework_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_minutes_SOURCES = %D%/test_minutes.c $(minutes_fixture)
%C%_test_minutes_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_membership_SOURCES = %D%/test_membership.c $(minutes_fixture)
%C%_test_membership_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif
# Strategies, goals, targets and their statuses.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_target_status %D%/test_strategy
# SWOT analyses and ballots.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_swot %D%/test_ballot
TESTS += %D%/test_swot %D%/test_ballot
%C%_test_swot_SOURCES = %D%/test_swot.c %D%/values_fixture.c %D%/values_fixture.h
%C%_test_swot_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_ballot_SOURCES = %D%/test_ballot.c %D%/values_fixture.c %D%/values_fixture.h
%C%_test_ballot_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif

TESTS += %D%/test_target_status %D%/test_strategy
%C%_test_target_status_SOURCES = %D%/test_target_status.c %D%/values_fixture.h
%C%_test_target_status_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_strategy_SOURCES = %D%/test_strategy.c $(values_fixture)
%C%_test_strategy_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif

# Diagnosis of units.
if HAVE_CMOCKA
diagnosis_tests = %D%/test_standardise %D%/test_diagnosis %D%/test_peers %D%/test_problem
check_PROGRAMS += $(diagnosis_tests)
TESTS += $(diagnosis_tests)
%C%_test_standardise_SOURCES = %D%/test_standardise.c %D%/values_fixture.h
%C%_test_standardise_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
diagnosis_fixture = %D%/diagnosis_fixture.c %D%/diagnosis_fixture.h $(values_fixture)
%C%_test_diagnosis_SOURCES = %D%/test_diagnosis.c $(diagnosis_fixture)
%C%_test_diagnosis_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_peers_SOURCES = %D%/test_peers.c $(diagnosis_fixture)
%C%_test_peers_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_problem_SOURCES = %D%/test_problem.c $(diagnosis_fixture)
%C%_test_problem_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif

# Tasks, money and risks of strategies; the way to their adoption.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_task %D%/test_strategy_line
TESTS += %D%/test_task %D%/test_strategy_line
task_fixture = %D%/task_fixture.c %D%/task_fixture.h %D%/values_fixture.c %D%/values_fixture.h
%C%_test_task_SOURCES = %D%/test_task.c $(task_fixture)
%C%_test_task_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
%C%_test_strategy_line_SOURCES = %D%/test_strategy_line.c $(task_fixture)
%C%_test_strategy_line_LDADD = $(MODEL_LINK) $(CMOCKA_LIBS)
endif
