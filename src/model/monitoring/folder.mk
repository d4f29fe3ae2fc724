# SPDX-License-Identifier: GPL-3.0-or-later
# The year's work on strategies: rounds, deviations, evaluations.
src_model_libmodel_a_SOURCES += %D%/deviation.c %D%/deviation.h %D%/evaluation.c %D%/evaluation.h \
	%D%/evaluation_parts.h %D%/evaluation_question.c %D%/monitoring_round.c \
	%D%/monitoring_round.h %D%/monitoring_round_parts.h %D%/office_sheet_layout.c \
	%D%/office_sheet_layout.h %D%/recommendation.c %D%/recommendation.h \
	%D%/round_delivery.c %D%/round_freeze.c %D%/round_freeze.h %D%/round_freeze_parts.h %D%/round_frozen.c %D%/round_frozen.h \
	%D%/round_missing.c %D%/round_missing.h \
	%D%/round_seen.c %D%/round_sheet.c %D%/round_sheet.h %D%/round_state.c %D%/round_state.h \
	%D%/round_state_ask.c %D%/round_state_parts.h %D%/round_source.c %D%/round_source.h \
	%D%/round_state_tasks.c
query_files += %D%/deviation.sql %D%/evaluation.sql %D%/monitoring_round.sql \
	%D%/recommendation.sql %D%/round_delivery.sql %D%/round_sheet.sql %D%/round_state.sql
