# SPDX-License-Identifier: GPL-3.0-or-later
# Packed answers, published results, waves side by side.
src_model_libmodel_a_SOURCES += %D%/answer_column.c %D%/answer_column.h %D%/answer_column_asked.c \
	%D%/answer_column_open.c %D%/answer_column_pack.c %D%/answer_column_parts.h \
	%D%/answer_column_read.c %D%/answer_column_same.c %D%/answer_column_sorts.c \
	%D%/answer_column_sorts.h %D%/answer_column_text.c %D%/answer_column_year.c \
	%D%/check_column.c %D%/check_published.c %D%/condition_words.c %D%/condition_words.h \
	%D%/importance.c %D%/importance.h %D%/published.c %D%/published.h %D%/published_compute.c \
	%D%/published_parts.h %D%/published_save.c %D%/uncoded.c %D%/uncoded.h %D%/wave_compare.c \
	%D%/wave_compare.h %D%/wave_filter.c
query_files += %D%/answer_column.sql %D%/published.sql %D%/wave_compare.sql
