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

# Every screen of the program, played and compared.
screen_scripts = %D%/scripts/reading-english.play %D%/scripts/reading-year.play %D%/scripts/strategy-trace.play %D%/scripts/strategy-units.play %D%/scripts/year.play %D%/scripts/acts.play %D%/scripts/backup.play %D%/scripts/card-form.play \
	%D%/scripts/check.play %D%/scripts/conflict.play \
	%D%/scripts/draft.play \
	%D%/scripts/export.play %D%/scripts/first-start-ascii.play %D%/scripts/first-start-empty.play \
	%D%/scripts/first-start-english.play %D%/scripts/first-start-gives-up.play %D%/scripts/first-start-keys.play \
	%D%/scripts/first-start-mono.play %D%/scripts/first-start-wide.play \
	%D%/scripts/first-start.play %D%/scripts/home.play %D%/scripts/home-year.play \
	%D%/scripts/import.play %D%/scripts/import-path.play \
	%D%/scripts/import-decide.play %D%/scripts/people.play \
	%D%/scripts/meetings.play %D%/scripts/palette.play %D%/scripts/search.play %D%/scripts/settings.play \
	%D%/scripts/settings-style.play %D%/scripts/settings-unit.play %D%/scripts/small.play \
	%D%/scripts/walk-ascii.play %D%/scripts/walk-english.play %D%/scripts/walk-mono.play \
	%D%/scripts/walk-wide.play %D%/scripts/winscp.play
screen_scripts += %D%/scripts/diagnosis.play %D%/scripts/diagnosis-size.play %D%/scripts/diagnosis-factor.play %D%/scripts/diagnosis-mono.play \
	%D%/scripts/diagnosis-undo.play %D%/scripts/diagnosis-ascii.play %D%/scripts/diagnosis-wide.play
screen_scripts += %D%/scripts/chart.play %D%/scripts/chart-tiers.play %D%/scripts/group.play \
	%D%/scripts/group-own.play %D%/scripts/group-rule.play \
	%D%/scripts/history.play %D%/scripts/source.play \
	%D%/scripts/indicator.play %D%/scripts/profile.play %D%/scripts/ranking.play \
	%D%/scripts/table.play %D%/scripts/unit.play %D%/scripts/views-english.play \
	%D%/scripts/views-mono.play %D%/scripts/views-wide.play
screen_scripts += %D%/scripts/results.play %D%/scripts/results-ascii.play \
	%D%/scripts/results-english.play %D%/scripts/results-wide.play %D%/scripts/results-more.play \
	%D%/scripts/results-names.play
screen_scripts += %D%/scripts/batches.play %D%/scripts/waves.play %D%/scripts/wave-conflict.play %D%/scripts/waves-ascii.play \
	%D%/scripts/waves-english.play %D%/scripts/waves-mono.play %D%/scripts/waves-wide.play
screen_scripts += %D%/scripts/second.play %D%/scripts/second-whole.play %D%/scripts/verify.play
screen_scripts += %D%/scripts/keyer.play %D%/scripts/keyer-shared.play %D%/scripts/keying.play %D%/scripts/keying-end.play \
	%D%/scripts/keying-verify.play %D%/scripts/keying-leave.play %D%/scripts/keying-mend.play %D%/scripts/keying-full.play \
	%D%/scripts/keying-own.play %D%/scripts/keying-long.play %D%/scripts/difference-shared.play \
	%D%/scripts/difference-again.play
screen_scripts += %D%/scripts/answers-import.play %D%/scripts/open-answers.play \
	%D%/scripts/surveys-wide.play %D%/scripts/surveys-english.play \
	%D%/scripts/surveys-mono.play %D%/scripts/surveys-ascii.play
screen_scripts += %D%/scripts/questionnaire.play %D%/scripts/questionnaire-edit.play \
	%D%/scripts/questionnaire-files.play %D%/scripts/questionnaire-conflict.play \
	%D%/scripts/questionnaire-english.play
screen_scripts += %D%/scripts/data-out.play
screen_scripts += %D%/scripts/published.play %D%/scripts/compare.play
screen_scripts += %D%/scripts/sheets.play %D%/scripts/sheets-source.play %D%/scripts/sheets-indicator.play \
	%D%/scripts/decisions.play
screen_scripts += %D%/scripts/homework.play %D%/scripts/minutes.play %D%/scripts/minutes-english.play
screen_scripts += %D%/scripts/package.play
screen_scripts += %D%/scripts/package-minutes.play %D%/scripts/exchange-service.play
screen_scripts += %D%/scripts/contacts.play %D%/scripts/exchange.play %D%/scripts/exchange-calendar.play \
	%D%/scripts/exchange-mono.play %D%/scripts/exchange-wide.play \
	%D%/scripts/meeting-new.play %D%/scripts/meeting-tabs.play %D%/scripts/meetings-ascii.play %D%/scripts/meetings-mono.play %D%/scripts/meetings-wide.play
screen_scripts += %D%/scripts/weights.play %D%/scripts/closing.play %D%/scripts/undo.play
screen_scripts += %D%/scripts/monitoring.play %D%/scripts/judgement.play
screen_scripts += %D%/scripts/monitoring-values.play %D%/scripts/monitoring-correction.play
screen_scripts += %D%/scripts/swot.play %D%/scripts/swot-conflict.play %D%/scripts/ballot.play %D%/scripts/swot-ascii.play \
	%D%/scripts/swot-english.play %D%/scripts/swot-mono.play %D%/scripts/swot-wide.play
screen_scripts += %D%/scripts/tasks.play %D%/scripts/tasks-english.play %D%/scripts/strategy-lines.play
screen_scripts += %D%/scripts/plans.play %D%/scripts/plans-residents.play %D%/scripts/plans-ascii.play %D%/scripts/plans-english.play \
	%D%/scripts/plans-mono.play %D%/scripts/plans-wide.play %D%/scripts/due.play
EXTRA_DIST += %D%/screens.sh $(screen_scripts) %D%/data %D%/scripts/golden
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
