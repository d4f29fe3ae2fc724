# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libscreens.a
%C%_libscreens_a_SOURCES = %D%/start.h %D%/app.h %D%/lookup.h %D%/export.h %D%/menu_tree.h \
	%D%/screens.h %D%/actions.c %D%/actions.h
