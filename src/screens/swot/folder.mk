# SPDX-License-Identifier: GPL-3.0-or-later
# SWOT analyses and ballots (menu 6 3).
src_screens_libscreens_a_SOURCES += %D%/swot_screens.h %D%/swot_list.c %D%/swot_form.c \
	%D%/factor_list.c %D%/factor_axis.c %D%/factor_take.c %D%/factor_form.c %D%/factor_view.h %D%/swot_matrix.c \
	%D%/swot_matrix_draw.c %D%/swot_matrix_view.h %D%/swot_position_list.c %D%/swot_print.c \
	%D%/ballot_list.c %D%/ballot_form.c %D%/ballot_grid.c %D%/ballot_grid_draw.c \
	%D%/ballot_grid.h %D%/ballot_entry.c %D%/ballot_entry.h %D%/ballot_vote.c %D%/ballot_result_list.c
