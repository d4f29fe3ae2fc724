# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += %D%/demo
%C%_demo_SOURCES = %D%/demo.c
%C%_demo_LDADD = $(TUI_LINK)

EXTRA_DIST += %D%/keys.sh \
	%D%/scripts/ascii.play %D%/scripts/budget.play %D%/scripts/colours.play \
	%D%/scripts/dialogs.play %D%/scripts/dumb.play %D%/scripts/escape.play \
	%D%/scripts/hangup.play %D%/scripts/keys.play %D%/scripts/linux.play \
	%D%/scripts/resize.play %D%/scripts/screen.play %D%/scripts/sequences.play \
	%D%/scripts/table.play %D%/scripts/unknown.play %D%/scripts/vt100.play \
	%D%/scripts/waiting.play

# The scripts wait for no clock but two split keys, so they are quick; cut lines and storms are slow.
if HAVE_VTERM
TESTS += %D%/keys.sh
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_line
SLOW_TESTS += %D%/test_line
%C%_test_line_SOURCES = %D%/test_line.c
%C%_test_line_LDADD = $(SESSION_LINK) $(CMOCKA_LIBS)
endif
endif
