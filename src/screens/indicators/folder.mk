# SPDX-License-Identifier: GPL-3.0-or-later
# Indicators and units: rankings, profiles, tables, charts, groups, and finding them (menu 5).
src_screens_libscreens_a_SOURCES += %D%/chart.c %D%/group_list.c %D%/group_members.c \
	%D%/group_members.h %D%/group_rule_form.c %D%/group_save.c %D%/group_save.h \
	%D%/indicator_card.c \
	%D%/indicator_fields.c %D%/indicator_fields.h %D%/indicator_form.c %D%/indicator_form.h \
	%D%/indicator_list.c %D%/matrix.c %D%/profile.c %D%/ranking.c %D%/scope.c %D%/scope.h \
	%D%/scope_text.c %D%/search.c %D%/source.c %D%/source.h %D%/unit_card.c %D%/unit_list.c \
	%D%/unit_rows.c %D%/unit_rows.h %D%/unit_values.c %D%/unit_values.h
