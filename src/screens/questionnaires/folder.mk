# SPDX-License-Identifier: GPL-3.0-or-later
# Questionnaires and their designer (menu 3 7).
src_screens_libscreens_a_SOURCES += %D%/questionnaire_choices.c %D%/questionnaire_design.c \
	%D%/questionnaire_design.h %D%/questionnaire_files.c %D%/questionnaire_files.h \
	%D%/questionnaire_form.c %D%/questionnaire_form.h %D%/questionnaire_head.c \
	%D%/questionnaire_list.c %D%/questionnaire_merge.c %D%/questionnaire_merge.h \
	%D%/questionnaire_outline.c %D%/questionnaire_preview.c %D%/questionnaire_question.c \
	%D%/questionnaire_rule.c %D%/questionnaire_rule.h %D%/questionnaire_suggest.c \
	%D%/questionnaire_suggest.h %D%/questionnaire_templates.c %D%/questionnaire_texts.c \
	%D%/questionnaire_values.c %D%/questionnaire_values.h
