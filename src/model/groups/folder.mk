# SPDX-License-Identifier: GPL-3.0-or-later
# Exchange groups: members, people, stages, calendar, what their members compare.
src_model_libmodel_a_SOURCES += %D%/check_exchange.c %D%/contact.c %D%/contact.h \
	%D%/exchange_group.c %D%/exchange_group.h %D%/exchange_member.c %D%/exchange_parts.h \
	%D%/exchange_person.c %D%/exchange_save.c %D%/group_calendar.c %D%/group_calendar.h \
	%D%/group_overview.c %D%/group_overview.h %D%/group_proposal.c %D%/group_sheet.c \
	%D%/group_sheet.h %D%/group_sheet_members.c %D%/group_sheet_rows.c %D%/group_stage.c %D%/group_trend.c \
	%D%/own_member.c %D%/own_member.h \
	%D%/stage.c %D%/stage.h %D%/stage_item.c
query_files += %D%/check_exchange.sql %D%/contact.sql %D%/exchange_group.sql \
	%D%/group_calendar.sql %D%/group_overview.sql %D%/group_sheet.sql %D%/group_stage.sql \
	%D%/own_member.sql %D%/stage.sql
