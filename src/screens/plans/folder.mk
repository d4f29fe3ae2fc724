# SPDX-License-Identifier: GPL-3.0-or-later
# What members of exchange groups compare and take home (menu 2 4, 2 7, 2 8).
src_screens_libscreens_a_SOURCES += %D%/comparison.c %D%/comparison.h \
	%D%/comparison_cells.c %D%/comparison_acts.c %D%/member_chart.c %D%/group_view.c %D%/group_view.h \
	%D%/group_list.c %D%/group_list.h \
	%D%/plan_forms.h %D%/conclusion_form.c %D%/conclusion_list.c %D%/evidence_list.c \
	%D%/plan_form.c %D%/plan_result_form.c %D%/plan_list.c %D%/plan_card.c %D%/plan_gather.c %D%/closing_notes.c \
	%D%/overview.c %D%/due.c
