# SPDX-License-Identifier: GPL-3.0-or-later
# Readings of forms: answers, the way through the questions, second keying, differences.
src_model_libmodel_a_SOURCES += %D%/answers.c %D%/decide.c %D%/difference.c %D%/difference.h \
	%D%/difference_list.c %D%/reading.c %D%/reading_open.c %D%/route.c %D%/route.h \
	%D%/route_check.c %D%/route_legal.c %D%/route_parts.h %D%/route_value.c \
	%D%/second_choice.c %D%/settle.c %D%/sitting.c %D%/sitting.h %D%/typed.c %D%/typed.h \
	%D%/verify.c %D%/verify.h
query_files += %D%/difference.sql %D%/typed.sql
