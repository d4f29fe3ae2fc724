# SPDX-License-Identifier: GPL-3.0-or-later
# Tables of answers, and what they leave out so that nobody is told.
src_model_libmodel_a_SOURCES += %D%/tabulate.c %D%/tabulate_answers.c %D%/tabulate_beside.c \
	%D%/tabulate_beside.h %D%/tabulate_cells.c %D%/tabulate_cells.h %D%/tabulate_condition.c \
	%D%/tabulate_condition.h %D%/tabulate_cross.c %D%/tabulate_crossing.c \
	%D%/tabulate_crossing.h %D%/tabulate_dimension.c %D%/tabulate_forms.h %D%/tabulate_heads.c \
	%D%/tabulate_heads.h %D%/tabulate_hidden.c %D%/tabulate_limit.c %D%/tabulate_margin.c \
	%D%/tabulate_margin.h %D%/tabulate_means.c %D%/tabulate_means.h %D%/tabulate_numbers.c \
	%D%/tabulate_parts.h %D%/tabulate_raised.c %D%/tabulate_raised.h %D%/tabulate_ranks.c \
	%D%/tabulate_route.c %D%/tabulate_route.h %D%/tabulate_scale.c %D%/tabulate_select.c \
	%D%/tabulate_tally.c %D%/tabulate_texts.c %D%/tabulate_texts.h %D%/tabulate_unlisted.c \
	%D%/tabulate_walk.c %D%/tabulate_walk.h %D%/tabulate_weighed.c %D%/tabulate_weighed.h \
	%D%/tabulation.h
