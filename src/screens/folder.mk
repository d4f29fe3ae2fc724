# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libscreens.a
%C%_libscreens_a_SOURCES = %D%/start.h %D%/screens.h \
	%D%/actions.c %D%/actions.h %D%/app.c %D%/app.h %D%/place.c %D%/program.c \
	%D%/wait.c %D%/wait.h %D%/format.c %D%/format.h %D%/files.c %D%/files.h \
	%D%/menu_tree.c %D%/menu_tree.h %D%/help.c %D%/help.h \
	%D%/picker.c %D%/picker.h %D%/lookup.c %D%/lookup.h %D%/palette.c %D%/palette.h \
	%D%/export.c %D%/export.h %D%/home.c %D%/take_away.c \
	%D%/import_files.c %D%/import_preview.c %D%/import_preview.h %D%/import_text.c \
	%D%/import_list.c
