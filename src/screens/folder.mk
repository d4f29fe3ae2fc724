# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libscreens.a
%C%_libscreens_a_SOURCES = %D%/start.h %D%/screens.h \
	%D%/actions.c %D%/actions.h %D%/app.c %D%/app.h %D%/place.c %D%/program.c \
	%D%/wait.c %D%/wait.h %D%/format.c %D%/format.h %D%/files.c %D%/files.h \
	%D%/menu_tree.c %D%/menu_tree.h %D%/help.c %D%/help.h \
	%D%/picker.c %D%/picker.h %D%/lookup.c %D%/lookup.h %D%/palette.c %D%/palette.h \
	%D%/export.c %D%/export.h %D%/list_screen.c %D%/list_screen.h %D%/home.c %D%/take_away.c \
	%D%/import_files.c %D%/import_preview.c %D%/import_preview.h %D%/import_text.c \
	%D%/import_list.c %D%/acts.c %D%/check.c %D%/backup.c %D%/search.c \
	%D%/settings.c %D%/settings_form.c %D%/settings_form.h %D%/keeper.c %D%/keeper.h \
	%D%/conflict.c %D%/conflict.h \
	%D%/start.c %D%/first_start.c %D%/glyph_test.c %D%/glyph_test.h

# Section 5 of the menu: indicators and units.
%C%_libscreens_a_SOURCES += %D%/scope.c %D%/scope_text.c %D%/scope.h %D%/source.c %D%/source.h \
	%D%/ranking.c %D%/profile.c %D%/matrix.c %D%/chart.c \
	%D%/indicator_list.c %D%/indicator_card.c %D%/indicator_form.c %D%/indicator_form.h \
	%D%/indicator_fields.c %D%/indicator_fields.h \
	%D%/card.c %D%/card.h %D%/unit_values.c %D%/unit_values.h \
	%D%/unit_list.c %D%/unit_rows.c %D%/unit_rows.h %D%/unit_card.c %D%/group_list.c %D%/group_members.c %D%/group_members.h \
	%D%/group_save.c %D%/group_save.h

# Section 8 beside files and settings.
%C%_libscreens_a_SOURCES += %D%/person_list.c

# Surveys, their waves, and paper.
%C%_libscreens_a_SOURCES += %D%/card_form.c %D%/card_form.h %D%/survey_screens.c \
	%D%/survey_screens.h %D%/survey_form.c %D%/survey_form.h %D%/wave_form.c %D%/batch_form.c \
	%D%/survey_list.c %D%/wave_card.c %D%/wave_questions.c %D%/batch_list.c %D%/batch_close.c \
	%D%/form_list.c %D%/operator_list.c %D%/due_list.c

# Keying forms.
%C%_libscreens_a_SOURCES += %D%/keying.c %D%/keying.h %D%/keying_screen.h %D%/keying_keys.c \
	%D%/keying_end.c %D%/keying_draw.c %D%/keying_page.c %D%/keying_page.h \
	%D%/keying_field.c %D%/keying_field.h %D%/keying_field_parts.h \
	%D%/keying_figures.c %D%/keying_codes.c %D%/keying_codes.h \
	%D%/keying_sheet.c %D%/keying_sheet.h %D%/keying_store.c %D%/keying_session.c \
	%D%/keying_state.c %D%/keying_state.h %D%/keying_open.c %D%/keying_open.h \
	%D%/keying_choose.c %D%/keying_number.c %D%/keying_forms.c \
	%D%/keyer.c %D%/keyer.h %D%/sound.c %D%/sound.h

# Second keying, differences, progress and quality.
%C%_libscreens_a_SOURCES += %D%/quality_screens.h %D%/wave_view.c %D%/wave_view.h %D%/second_list.c \
	%D%/difference_list.c %D%/difference_card.c %D%/difference_view.h %D%/difference_draw.c \
	%D%/progress.c %D%/progress_cells.c %D%/progress_view.h

# Questionnaires and their designer.
%C%_libscreens_a_SOURCES += %D%/questionnaire_list.c %D%/questionnaire_templates.c \
	%D%/questionnaire_files.c %D%/questionnaire_files.h %D%/questionnaire_design.c \
	%D%/questionnaire_design.h %D%/questionnaire_merge.c %D%/questionnaire_merge.h \
	%D%/questionnaire_outline.c %D%/questionnaire_question.c %D%/questionnaire_values.c \
	%D%/questionnaire_values.h %D%/questionnaire_suggest.c %D%/questionnaire_suggest.h \
	%D%/questionnaire_rule.c %D%/questionnaire_rule.h %D%/questionnaire_form.c \
	%D%/questionnaire_form.h %D%/questionnaire_choices.c %D%/questionnaire_texts.c \
	%D%/questionnaire_head.c %D%/questionnaire_preview.c

# Answers of a survey from files.
%C%_libscreens_a_SOURCES += %D%/answers_import.c %D%/answers_import.h %D%/open_answers.c
%C%_libscreens_a_SOURCES += %D%/print.c %D%/print.h
