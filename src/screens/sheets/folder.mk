# SPDX-License-Identifier: GPL-3.0-or-later
# Figures of members (menu 1 3, 2 5, 2 6).
src_screens_libscreens_a_SOURCES += %D%/sheet_screens.h %D%/sheet_acts.c %D%/sheet_list.c \
	%D%/sheet_missing.c %D%/sheet_lines.c %D%/sheet_indicator.c %D%/sheet_forms.c %D%/sheet_entry.c %D%/sheet_entry_draw.c \
	%D%/sheet_entry_history.c %D%/sheet_entry_typed.c %D%/sheet_entry.h %D%/figure_form.c %D%/figure_form.h %D%/decision_list.c %D%/decision_form.c %D%/decision_choice.c %D%/decision_choice.h %D%/decision_out.c %D%/decision_out.h %D%/organisation_list.c \
	%D%/organisation_form.c
