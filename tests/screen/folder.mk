# SPDX-License-Identifier: GPL-3.0-or-later
# The harness for golden screens; tests/screen/play.c describes the scripts it plays.
if HAVE_VTERM
check_LIBRARIES += %D%/libsession.a
%C%_libsession_a_SOURCES = %D%/session.c %D%/session.h
%C%_libsession_a_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
SESSION_LINK = %D%/libsession.a $(TUI_LINK) $(VTERM_LIBS) $(UTIL_LIBS)

check_PROGRAMS += %D%/play
%C%_play_SOURCES = %D%/play.c
%C%_play_LDADD = $(SESSION_LINK)
endif

# Every screen of the program, played and compared: all scripts that are there.
EXTRA_DIST += %D%/screens.sh %D%/scripts %D%/data
if HAVE_VTERM
TESTS += %D%/screens.sh
endif

if HAVE_CMOCKA
check_PROGRAMS += %D%/test_actions
TESTS += %D%/test_actions
%C%_test_actions_SOURCES = %D%/test_actions.c
%C%_test_actions_LDADD = src/screens/libscreens.a src/report/libreport.a \
	src/exchange/libexchange.a src/tui/libtui.a $(MODEL_LINK) $(XLSX_LIBS) $(PDF_LIBS) $(READSTAT_LIBS) $(NCURSES_LIBS) \
	$(CMOCKA_LIBS)

check_PROGRAMS += %D%/test_card
TESTS += %D%/test_card
%C%_test_card_SOURCES = %D%/test_card.c
%C%_test_card_LDADD = $(%C%_test_actions_LDADD)

check_PROGRAMS += %D%/test_keys
TESTS += %D%/test_keys
%C%_test_keys_SOURCES = %D%/test_keys.c
%C%_test_keys_LDADD = $(%C%_test_actions_LDADD)

check_PROGRAMS += %D%/test_menu_paths
TESTS += %D%/test_menu_paths
%C%_test_menu_paths_SOURCES = %D%/test_menu_paths.c
%C%_test_menu_paths_LDADD = $(%C%_test_actions_LDADD)

check_PROGRAMS += %D%/test_keying_field
TESTS += %D%/test_keying_field
%C%_test_keying_field_SOURCES = %D%/test_keying_field.c
%C%_test_keying_field_LDADD = src/screens/libscreens.a $(TUI_LINK) $(CMOCKA_LIBS)

check_PROGRAMS += %D%/test_keying_mend
TESTS += %D%/test_keying_mend
%C%_test_keying_mend_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
%C%_test_keying_mend_SOURCES = %D%/test_keying_mend.c $(forms_fixture)
%C%_test_keying_mend_LDADD = $(%C%_test_actions_LDADD)
endif
