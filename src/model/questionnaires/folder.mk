# SPDX-License-Identifier: GPL-3.0-or-later
# Questionnaires by version.
src_model_libmodel_a_SOURCES += %D%/missing.c %D%/missing.h %D%/questionnaire.c \
	%D%/questionnaire.h %D%/questionnaire_check.c %D%/questionnaire_check.h \
	%D%/questionnaire_check_choices.c %D%/questionnaire_check_rules.c %D%/questionnaire_edit.c \
	%D%/questionnaire_edit.h %D%/questionnaire_edit_choices.c %D%/questionnaire_findings.h \
	%D%/questionnaire_keyed.c %D%/questionnaire_life.c %D%/questionnaire_load.c \
	%D%/questionnaire_rows.h %D%/questionnaire_same.c %D%/questionnaire_save.c
query_files += %D%/questionnaire.sql
