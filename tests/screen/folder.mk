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
