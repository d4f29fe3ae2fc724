# SPDX-License-Identifier: GPL-3.0-or-later
# How tests run: everything speaks TAP, in a fixed environment; real files are optional.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh --comments
LOG_COMPILER = $(SHELL) $(top_srcdir)/build-aux/run-tap
TEST_EXTENSIONS = .sh
SH_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_COMPILER = $(SHELL)

test_environment = CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT; \
	GROMADA_SHARE='$(abs_top_builddir)/share'; export GROMADA_SHARE; \
	GROMADA_PROGRAM='$(abs_top_builddir)/gromada'; export GROMADA_PROGRAM; \
	LOCPATH='$(abs_top_builddir)/share/locpath'; export LOCPATH; \
	LC_ALL=C.UTF-8; export LC_ALL; unset LANGUAGE LANG NO_COLOR ESCDELAY; \
	abs_top_srcdir='$(abs_top_srcdir)'; export abs_top_srcdir; \
	abs_top_builddir='$(abs_top_builddir)'; export abs_top_builddir;
AM_TESTS_ENVIRONMENT = $(test_environment)

# The installed data as the tests see it: catalogue, demonstration, translation, one locale.
share/stamp: $(top_srcdir)/po/pl.po $(share_files)
	$(AM_V_GEN)rm -rf share && $(MKDIR_P) share/locale/pl/LC_MESSAGES share/locpath \
	&& $(MSGFMT) -o share/locale/pl/LC_MESSAGES/gromada.mo $(top_srcdir)/po/pl.po \
	&& $(LN_S) $(abs_top_srcdir)/data/catalogue share/catalogue \
	&& $(LN_S) $(abs_top_srcdir)/data/demo share/demo \
	&& $(LN_S) $(abs_top_srcdir)/data/questionnaires share/questionnaires \
	&& $(LN_S) /usr/lib/locale/C.utf8 share/locpath/C.utf8 \
	&& touch $@
check_DATA = share/stamp
EXTRA_DIST += build-aux/check-layers build-aux/check-sizes build-aux/run-slow build-aux/run-tap

clean-local:
	rm -rf share

# Hygiene: layers, sizes, translation.
TESTS += tests/hygiene.sh
EXTRA_DIST += tests/hygiene.sh

# The slow tests, with the totals in the form of make check.
check-slow: all $(check_PROGRAMS) $(check_LIBRARIES) $(check_DATA)
	@$(test_environment) $(SHELL) $(top_srcdir)/build-aux/run-slow '$(srcdir)' $(SLOW_TESTS)
bench: all $(check_PROGRAMS) $(check_DATA)
	@$(test_environment) $(SHELL) $(top_srcdir)/tests/bench/bench
release-check: all
	@$(SHELL) $(top_srcdir)/build-aux/release-check '$(abs_top_srcdir)'
EXTRA_DIST += build-aux/release-check
.PHONY: check-slow bench release-check
