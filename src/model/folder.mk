# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libmodel.a
%C%_libmodel_a_SOURCES = %D%/schema.h

%C%_libmodel_a_SOURCES += %D%/flag.c %D%/flag.h %D%/statistics.c %D%/statistics.h \
	%D%/slice.c %D%/slice.h %D%/layers.c %D%/indicator.c %D%/indicator_save.c \
	%D%/indicator_catalogue.c %D%/indicator.h %D%/series.c %D%/series.h \
	%D%/value.c %D%/value_origin.c %D%/value.h %D%/path.c %D%/path.h %D%/judge.c %D%/judge.h \
	%D%/ranking.c %D%/ranking.h %D%/profile.c %D%/profile.h %D%/matrix.c %D%/matrix.h \
	%D%/trend.c %D%/trend.h

%C%_libmodel_a_SOURCES += %D%/database.c %D%/database.h %D%/unit.c %D%/unit.h %D%/unit_code.c \
	%D%/unit_name.c %D%/unit_name.h %D%/unit_find.c %D%/unit_history.c %D%/unit_history.h \
	%D%/register.c %D%/register.h \
	%D%/register_check.c %D%/succession.c %D%/import.c %D%/import.h %D%/undo.c \
	%D%/authority.c %D%/authority.h %D%/code.c %D%/code.h %D%/office.c %D%/office.h %D%/person.c %D%/person.h %D%/group.c %D%/group.h \
	%D%/draft.c %D%/draft.h %D%/written.c %D%/written.h %D%/check.c %D%/check.h

%C%_libmodel_a_SOURCES += %D%/missing.c %D%/missing.h %D%/questionnaire.c %D%/questionnaire.h \
	%D%/questionnaire_load.c %D%/questionnaire_save.c %D%/questionnaire_life.c \
	%D%/questionnaire_same.c %D%/questionnaire_check.c %D%/questionnaire_check.h \
	%D%/questionnaire_check_choices.c %D%/questionnaire_check_rules.c \
	%D%/questionnaire_findings.h %D%/questionnaire_rows.h \
	%D%/questionnaire_edit.c %D%/questionnaire_edit.h \
	%D%/questionnaire_edit_choices.c

%C%_libmodel_a_SOURCES += %D%/survey.c %D%/wave.c %D%/wave.h %D%/wave_close.c %D%/operator.c \
	%D%/operator.h %D%/batch.c %D%/batch.h %D%/batch_close.c

%C%_libmodel_a_SOURCES += %D%/answers.c %D%/questionnaire_keyed.c %D%/route.c %D%/route.h %D%/route_parts.h \
	%D%/route_value.c %D%/route_legal.c %D%/route_check.c %D%/form.c %D%/form.h \
	%D%/form_parts.h %D%/form_answers.c %D%/reading.c %D%/reading_open.c %D%/sitting.c \
	%D%/sitting.h %D%/second_choice.c %D%/difference.c %D%/difference.h %D%/difference_list.c %D%/settle.c \
	%D%/typed.c %D%/typed.h %D%/quality.c %D%/decide.c %D%/verify.c %D%/verify.h %D%/check_form.c

%C%_libmodel_a_SOURCES += %D%/form_import.c %D%/form_import.h %D%/open_code.c %D%/open_code.h \
	%D%/owner.c %D%/owner.h %D%/word.c %D%/word.h

%C%_libmodel_a_SOURCES += %D%/check_published.c %D%/published.c %D%/published_compute.c %D%/published_save.c \
	%D%/condition_words.c %D%/condition_words.h %D%/published.h %D%/published_parts.h %D%/wave_compare.c %D%/wave_compare.h \
	%D%/importance.c %D%/importance.h

# Sampling, weights, privacy.
%C%_libmodel_a_SOURCES += %D%/distribution.c %D%/distribution.h %D%/estimate.c %D%/estimate.h \
	%D%/suppression.c %D%/suppression.h %D%/suppression_beside.c %D%/suppression_lay.c %D%/suppression_network.c %D%/suppression_pair.c %D%/suppression_parts.h \
	%D%/raking.c %D%/raking.h %D%/weighting.c %D%/weighting_compute.c %D%/weighting_hidden.c %D%/weighting_parts.h %D%/weighting.h

%C%_libmodel_a_SOURCES += %D%/answer_column.c %D%/answer_column.h %D%/answer_column_parts.h \
	%D%/answer_column_asked.c %D%/answer_column_open.c %D%/answer_column_pack.c \
	%D%/answer_column_read.c %D%/wave_filter.c %D%/answer_column_text.c %D%/answer_column_year.c %D%/uncoded.c %D%/uncoded.h %D%/answer_column_same.c %D%/answer_column_sorts.c \
	%D%/answer_column_sorts.h \
	%D%/check_column.c %D%/tabulate.c \
	%D%/tabulate_answers.c %D%/tabulate_condition.c %D%/tabulate_condition.h %D%/tabulate_cross.c %D%/tabulate_crossing.c %D%/tabulate_crossing.h %D%/tabulate_dimension.c %D%/tabulate_forms.h %D%/tabulate_limit.c %D%/tabulate_heads.c \
	%D%/tabulate_hidden.c %D%/tabulate_means.c %D%/tabulate_means.h %D%/tabulate_numbers.c %D%/tabulate_heads.h \
	%D%/tabulate_cells.c %D%/tabulate_cells.h \
	%D%/tabulate_beside.c %D%/tabulate_beside.h %D%/tabulate_parts.h %D%/tabulate_ranks.c %D%/tabulate_raised.c %D%/tabulate_raised.h %D%/tabulate_route.c %D%/tabulate_route.h %D%/tabulate_scale.c %D%/tabulate_select.c %D%/tabulate_tally.c \
	%D%/tabulate_margin.c %D%/tabulate_margin.h %D%/tabulate_weighed.c %D%/tabulate_weighed.h %D%/tabulate_unlisted.c %D%/tabulate_texts.c %D%/tabulate_texts.h %D%/tabulate_walk.c %D%/tabulate_walk.h \
	%D%/tabulation.h

# Exchange groups: members, people, stages, calendar.
%C%_libmodel_a_SOURCES += %D%/exchange_group.c %D%/exchange_group.h %D%/exchange_save.c \
	%D%/exchange_member.c %D%/exchange_person.c %D%/exchange_parts.h %D%/contact.c \
	%D%/contact.h %D%/stage.c %D%/stage.h %D%/stage_item.c %D%/group_calendar.c %D%/group_calendar.h \
	%D%/group_proposal.c %D%/check_exchange.c

# What members of exchange groups compare and take home.
%C%_libmodel_a_SOURCES += %D%/group_sheet.c %D%/group_trend.c %D%/group_sheet.h %D%/conclusion.c %D%/conclusion.h \
	%D%/improvement_plan.c %D%/improvement_plan.h %D%/improvement_plan_lines.c \
	%D%/improvement_plan_parts.h %D%/closing_note.c %D%/closing_note.h %D%/group_overview.c \
	%D%/group_overview.h %D%/due.c %D%/due.h

# Figures of members.
%C%_libmodel_a_SOURCES += %D%/own_figure.c %D%/own_figure_save.c %D%/own_figure.h \
	%D%/data_sheet.c %D%/data_sheet.h %D%/sheet_layout.h %D%/sheet_move.c %D%/sheet_return.c %D%/sheet_turn.c %D%/sheet_turn.h %D%/sheet_figures.c \
	%D%/decision_count.c %D%/decision_feed.c %D%/decision_feed.h %D%/decision_share.c %D%/decision_count.h \
	%D%/service_organisation.c %D%/service_organisation.h

# Meetings of exchange groups.
%C%_libmodel_a_SOURCES += %D%/meeting.c %D%/meeting.h %D%/meeting_parts.h %D%/meeting_save.c \
	%D%/meeting_notes.c %D%/meeting_odd.c %D%/agenda.c %D%/agenda_stage.c %D%/agenda.h %D%/participant.c %D%/participant.h

# Minutes, homework, documents, opinions and advice of exchange groups.
%C%_libmodel_a_SOURCES += %D%/kept.c %D%/kept.h %D%/homework.c %D%/homework_answer.c %D%/homework.h \
	%D%/document_register.c %D%/document_register.h %D%/line_diff.c %D%/line_diff.h \
	%D%/minutes.c %D%/minutes.h %D%/minutes_parts.h %D%/minutes_lines.c %D%/minutes_compose.c \
	%D%/opinion.c %D%/opinion.h %D%/advice.c %D%/advice.h

# Packages between offices.
%C%_libmodel_a_SOURCES += %D%/package.c %D%/package.h %D%/package_parts.h %D%/package_nouns.c \
	%D%/package_xml.c %D%/package_judge.c %D%/package_group.c %D%/package_handed.c \
	%D%/package_return.c %D%/package_put.c %D%/package_withdrawn.c %D%/package_forget.c \
	%D%/package_office.c %D%/package_indicator.c

# Tasks, money and risks of strategies; the way to their adoption.
%C%_libmodel_a_SOURCES += %D%/task.c %D%/task_save.c %D%/task.h %D%/task_money.c %D%/task_money.h \
	%D%/strategy_line.c %D%/strategy_line.h %D%/risk.c %D%/risk.h %D%/adoption_step.c %D%/adoption_step.h \
	%D%/consultation.c %D%/consultation.h

# The year's work on strategies: rounds, deviations, evaluations.
%C%_libmodel_a_SOURCES += %D%/monitoring_round.c %D%/monitoring_round.h %D%/round_sheet.c %D%/round_sheet.h \
	%D%/monitoring_round_parts.h %D%/deviation.c %D%/deviation.h %D%/evaluation.c \
	%D%/evaluation.h %D%/evaluation_parts.h %D%/evaluation_question.c %D%/recommendation.c \
	%D%/recommendation.h %D%/round_state.c %D%/round_state.h %D%/round_state_source.c \
	%D%/round_freeze.c %D%/round_freeze.h %D%/round_frozen.c %D%/round_frozen.h \
	%D%/round_seen.c %D%/round_freeze_parts.h %D%/office_sheet_layout.c %D%/office_sheet_layout.h

# Diagnosis: areas, peers, levels and changes, problems.
%C%_libmodel_a_SOURCES += %D%/area_tree.c %D%/area_tree.h %D%/unit_type.c %D%/unit_type.h \
	%D%/peers.c %D%/peers_size.c %D%/peers.h %D%/peers_parts.h %D%/group_rule.c %D%/group_rule.h \
	%D%/standardise.c %D%/standardise.h %D%/diagnosis.c %D%/diagnosis_courses.c \
	%D%/diagnosis_fold.c %D%/diagnosis_kept.c %D%/diagnosis.h %D%/diagnosis_parts.h \
	%D%/finding.c %D%/finding.h %D%/problem.c %D%/problem.h \
	%D%/strategic_evidence.c %D%/strategic_evidence.h

# SWOT analyses and ballots.
%C%_libmodel_a_SOURCES += %D%/swot.c %D%/swot.h %D%/swot_parts.h %D%/swot_factor.c %D%/swot_take.c \
	%D%/swot_pair.c %D%/swot_pair.h %D%/swot_position.c %D%/swot_position.h %D%/ballot.c \
	%D%/ballot.h %D%/ballot_parts.h %D%/ballot_card.c %D%/ballot_result.c %D%/ballot_result.h

# Strategies, goals, targets and their statuses.
%C%_libmodel_a_SOURCES += %D%/strategy.c %D%/strategy_units.c %D%/strategy.h %D%/goal.c %D%/goal.h %D%/goal_move.c %D%/goal_parts.h \
	%D%/goal_status.c %D%/goal_status.h %D%/target.c %D%/target.h %D%/target_check.c %D%/target_path.c %D%/target_parts.h \
	%D%/target_reading.c %D%/target_status.c %D%/target_status.h %D%/target_course.c %D%/target_course.h \
	%D%/target_former.c %D%/target_former.h

nodist_%C%_libmodel_a_SOURCES = %D%/queries.c %D%/queries.h %D%/schema.c

# One .sql beside each module that asks the database; order as listed.
query_files =
query_files += src/model/slice.sql src/model/indicator.sql src/model/value.sql
query_files += src/model/unit.sql src/model/unit_history.sql src/model/register.sql src/model/succession.sql \
	src/model/import.sql src/model/office.sql src/model/person.sql src/model/group.sql \
	src/model/draft.sql src/model/written.sql src/model/check.sql
query_files += src/model/questionnaire.sql
query_files += src/model/survey.sql src/model/wave.sql src/model/operator.sql src/model/batch.sql
query_files += src/model/form.sql src/model/typed.sql src/model/difference.sql src/model/check_form.sql
query_files += src/model/form_import.sql src/model/open_code.sql src/model/owner.sql
query_files += src/model/published.sql src/model/wave_compare.sql
query_files += src/model/answer_column.sql
query_files += src/model/weighting.sql
query_files += src/model/monitoring_round.sql src/model/round_sheet.sql src/model/round_state.sql src/model/deviation.sql src/model/evaluation.sql \
	src/model/recommendation.sql
query_files += src/model/group_sheet.sql src/model/conclusion.sql src/model/improvement_plan.sql \
	src/model/closing_note.sql src/model/group_overview.sql src/model/due.sql
query_files += src/model/exchange_group.sql src/model/contact.sql src/model/stage.sql \
	src/model/group_calendar.sql src/model/check_exchange.sql
query_files += src/model/own_figure.sql src/model/data_sheet.sql \
	src/model/decision_count.sql src/model/service_organisation.sql
query_files += src/model/meeting.sql src/model/agenda.sql src/model/participant.sql
query_files += src/model/homework.sql src/model/document_register.sql src/model/minutes.sql \
	src/model/opinion.sql src/model/advice.sql
query_files += src/model/package.sql
query_files += src/model/swot.sql src/model/ballot.sql
query_files += src/model/task.sql src/model/strategy_line.sql
query_files += src/model/strategy.sql src/model/goal.sql src/model/target.sql
query_files += src/model/area_tree.sql src/model/unit_type.sql src/model/peers.sql \
	src/model/group_rule.sql src/model/diagnosis.sql src/model/finding.sql src/model/problem.sql \
	src/model/strategic_evidence.sql
schema_files = data/schema/0001-units-and-indicators.sql data/schema/0002-earliest-beginning.sql \
	data/schema/0003-surveys.sql data/schema/0004-results.sql \
	data/schema/0005-groups.sql data/schema/0006-strategy.sql data/schema/0007-sheets-of-offices.sql \
	data/schema/0008-frozen-report.sql data/schema/0009-membership.sql
EXTRA_DIST += $(query_files) $(schema_files) build-aux/queries.awk build-aux/schema.awk
BUILT_SOURCES += %D%/queries.c %D%/queries.h %D%/schema.c
CLEANFILES += %D%/queries.c %D%/queries.h %D%/schema.c

%D%/queries.h: $(query_files) %D%/folder.mk build-aux/queries.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && (cd $(srcdir) && $(AWK) -v mode=header -f build-aux/queries.awk $(query_files)) > $@.tmp && mv $@.tmp $@
%D%/queries.c: $(query_files) %D%/folder.mk build-aux/queries.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && (cd $(srcdir) && $(AWK) -v mode=source -f build-aux/queries.awk $(query_files)) > $@.tmp && mv $@.tmp $@
%D%/schema.c: $(schema_files) %D%/folder.mk build-aux/schema.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && (cd $(srcdir) && $(AWK) -f build-aux/schema.awk $(schema_files)) > $@.tmp && mv $@.tmp $@

# So that one target alone can be made too.
$(%C%_libmodel_a_OBJECTS): %D%/queries.h
