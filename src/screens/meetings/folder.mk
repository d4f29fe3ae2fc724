# SPDX-License-Identifier: GPL-3.0-or-later
# Meetings of exchange groups (menu 2 2, 1 2).
src_screens_libscreens_a_SOURCES += %D%/meeting_acts.c %D%/meeting_back.c %D%/meeting_cells.c %D%/meeting_changes.c %D%/meeting_form.c \
	%D%/meeting_line_forms.c %D%/meeting_list.c %D%/meeting_screens.h %D%/meeting_view.c \
	%D%/meeting_view.h %D%/meeting_work.c %D%/month.c %D%/participant_form.c
