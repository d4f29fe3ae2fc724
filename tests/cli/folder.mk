# SPDX-License-Identifier: GPL-3.0-or-later
# The program as a script calls it, and the manual pages against its tables.
check_PROGRAMS += %D%/print_manual
%C%_print_manual_SOURCES = %D%/print_manual.c
%C%_print_manual_LDADD = src/commands/libcommands.a src/report/libreport.a \
	src/exchange/libexchange.a $(MODEL_LINK) $(XLSX_LIBS)
cli_tests = %D%/manual.sh
TESTS += $(cli_tests)
EXTRA_DIST += $(cli_tests)
