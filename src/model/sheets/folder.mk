# SPDX-License-Identifier: GPL-3.0-or-later
# Figures of members: own figures, data sheets, decisions, forms of organisation.
src_model_libmodel_a_SOURCES += %D%/data_sheet.c %D%/data_sheet.h %D%/decision_count.c \
	%D%/decision_count.h %D%/decision_feed.c %D%/decision_feed.h %D%/decision_share.c \
	%D%/decision_sheets.c %D%/decision_sheets.h \
	%D%/figure_beside.c %D%/figure_beside.h %D%/own_figure.c %D%/own_figure.h %D%/own_figure_save.c %D%/service_organisation.c \
	%D%/service_organisation.h %D%/sheet_figures.c %D%/sheet_layout.h %D%/sheet_lines.c %D%/sheet_move.c \
	%D%/sheet_return.c %D%/sheet_turn.c %D%/sheet_turn.h
query_files += %D%/data_sheet.sql %D%/decision_count.sql %D%/decision_sheets.sql %D%/own_figure.sql \
	%D%/service_organisation.sql
