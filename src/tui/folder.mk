# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libtui.a
%C%_libtui_a_SOURCES = \
	%D%/action.h %D%/canvas.h %D%/chart.h %D%/decode.h %D%/dialog.h %D%/edit.h %D%/form.h \
	%D%/glyph.h %D%/key.h %D%/list.h %D%/menu.h %D%/pager.h %D%/pulldown.h %D%/screen.h \
	%D%/table.h %D%/term.h %D%/textarea.h %D%/theme.h %D%/unicode.h %D%/waiting.h %D%/widget.h
