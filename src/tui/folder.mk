# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libtui.a
%C%_libtui_a_SOURCES = \
	%D%/action.c %D%/action.h %D%/calendar.c %D%/calendar.h %D%/canvas.c %D%/canvas.h %D%/chart.c %D%/chart_bars.c %D%/chart.h \
	%D%/decode.c %D%/decode.h %D%/dialog.c %D%/dialog_input.c %D%/dialog.h %D%/edit.c %D%/edit.h \
	%D%/form.c %D%/form_choice.c %D%/form_choice.h %D%/form_draw.c %D%/form_lookup.c %D%/form_lookup.h %D%/form.h %D%/frame.c %D%/frame.h %D%/glyph.c %D%/glyph.h \
	%D%/key.c %D%/key.h %D%/list.c %D%/list_draw.c %D%/list.h %D%/menu.c %D%/menu.h \
	%D%/pager.c %D%/pager.h %D%/pulldown.c %D%/pulldown.h %D%/screen.c %D%/screen_draw.c %D%/screen.h %D%/stack.h \
	%D%/signals.c %D%/signals.h %D%/table.c %D%/table.h %D%/term.c %D%/term_check.c %D%/term.h \
	%D%/textarea.c %D%/textarea.h %D%/theme.c %D%/theme.h %D%/unicode.c %D%/unicode.h \
	%D%/waiting.c %D%/waiting.h %D%/widget.h %D%/wrap.c %D%/wrap.h
