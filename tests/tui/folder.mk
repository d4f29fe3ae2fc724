# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CMOCKA
TUI_TESTS = %D%/test_action %D%/test_calendar %D%/test_canvas %D%/test_chart %D%/test_decode %D%/test_edit \
	%D%/test_form %D%/test_list %D%/test_menu %D%/test_pager %D%/test_screen
check_PROGRAMS += $(TUI_TESTS)
TESTS += $(TUI_TESTS)

TUI_TEST_LINK = $(TUI_LINK) $(CMOCKA_LIBS)
%C%_test_action_SOURCES = %D%/test_action.c %D%/helper.h
%C%_test_action_LDADD = $(TUI_TEST_LINK)
%C%_test_calendar_SOURCES = %D%/test_calendar.c %D%/helper.h
%C%_test_calendar_LDADD = $(TUI_TEST_LINK)
%C%_test_canvas_SOURCES = %D%/test_canvas.c %D%/helper.h
%C%_test_canvas_LDADD = $(TUI_TEST_LINK)
%C%_test_chart_SOURCES = %D%/test_chart.c %D%/helper.h
%C%_test_chart_LDADD = $(TUI_TEST_LINK)
%C%_test_decode_SOURCES = %D%/test_decode.c %D%/helper.h
%C%_test_decode_LDADD = $(TUI_TEST_LINK)
%C%_test_edit_SOURCES = %D%/test_edit.c %D%/helper.h
%C%_test_edit_LDADD = $(TUI_TEST_LINK)
%C%_test_form_SOURCES = %D%/test_form.c %D%/helper.h
%C%_test_form_LDADD = $(TUI_TEST_LINK)
%C%_test_list_SOURCES = %D%/test_list.c %D%/helper.h
%C%_test_list_LDADD = $(TUI_TEST_LINK)
%C%_test_menu_SOURCES = %D%/test_menu.c %D%/helper.h
%C%_test_menu_LDADD = $(TUI_TEST_LINK)
%C%_test_pager_SOURCES = %D%/test_pager.c %D%/helper.h
%C%_test_pager_LDADD = $(TUI_TEST_LINK)
%C%_test_screen_SOURCES = %D%/test_screen.c %D%/helper.h
%C%_test_screen_LDADD = $(TUI_TEST_LINK)
endif
