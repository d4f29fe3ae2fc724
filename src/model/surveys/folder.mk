# SPDX-License-Identifier: GPL-3.0-or-later
# Waves of surveys, their bundles of paper and their forms.
src_model_libmodel_a_SOURCES += %D%/batch.c %D%/batch.h %D%/batch_close.c %D%/check_form.c \
	%D%/form.c %D%/form.h %D%/form_answers.c %D%/form_import.c %D%/form_import.h \
	%D%/form_parts.h %D%/open_code.c %D%/open_code.h %D%/quality.c %D%/survey.c %D%/wave.c \
	%D%/wave.h %D%/wave_close.c
query_files += %D%/batch.sql %D%/check_form.sql %D%/form.sql %D%/form_import.sql %D%/open_code.sql \
	%D%/survey.sql %D%/wave.sql
