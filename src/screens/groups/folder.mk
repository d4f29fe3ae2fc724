# SPDX-License-Identifier: GPL-3.0-or-later
# Exchange groups: members, people, stages, hosts, contacts (menu 2 1, 8 4).
src_screens_libscreens_a_SOURCES += %D%/calendar_proposal.c %D%/contact_card.c %D%/contact_list.c \
	%D%/exchange_list.c %D%/group_card.c %D%/group_cells.c %D%/group_forms.c %D%/group_parts.h \
	%D%/group_screens.h %D%/group_units.c %D%/people_forms.c %D%/stage_forms.c %D%/stage_item_list.c %D%/stage_list.c \
	%D%/winter_list.c
