# SPDX-License-Identifier: GPL-3.0-or-later
# Surveys, their waves, batches of paper, who keys them, and how far they are (menu 3).
src_screens_libscreens_a_SOURCES += %D%/answers_import.c %D%/answers_import.h %D%/batch_close.c \
	%D%/batch_form.c %D%/batch_list.c %D%/form_list.c %D%/open_answers.c %D%/operator_list.c \
	%D%/progress.c %D%/progress_cells.c %D%/progress_view.h %D%/quality_screens.h \
	%D%/survey_form.c %D%/survey_form.h %D%/survey_list.c %D%/survey_screens.c \
	%D%/survey_screens.h %D%/wave_card.c %D%/wave_form.c %D%/wave_questions.c \
	%D%/wave_view.c %D%/wave_view.h
