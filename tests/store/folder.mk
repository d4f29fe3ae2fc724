# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CMOCKA
store_tests = %D%/test_open %D%/test_statement %D%/test_write %D%/test_backup %D%/test_check %D%/test_audit
check_PROGRAMS += $(store_tests)
TESTS += $(store_tests)
store_fixture = %D%/fixture.c %D%/fixture.h %D%/files.c %D%/files.h %D%/cmocka_store.h
%C%_test_open_SOURCES = %D%/test_open.c $(store_fixture)
%C%_test_open_LDADD = $(STORE_LINK) $(CMOCKA_LIBS)
%C%_test_statement_SOURCES = %D%/test_statement.c $(store_fixture)
%C%_test_statement_LDADD = $(STORE_LINK) $(CMOCKA_LIBS)
%C%_test_write_SOURCES = %D%/test_write.c $(store_fixture)
%C%_test_write_LDADD = $(STORE_LINK) $(CMOCKA_LIBS)
%C%_test_backup_SOURCES = %D%/test_backup.c $(store_fixture)
%C%_test_backup_LDADD = $(STORE_LINK) $(CMOCKA_LIBS)
%C%_test_check_SOURCES = %D%/test_check.c $(store_fixture)
%C%_test_check_LDADD = $(STORE_LINK) $(CMOCKA_LIBS)
%C%_test_audit_SOURCES = %D%/test_audit.c $(store_fixture)
%C%_test_audit_LDADD = $(STORE_LINK) $(CMOCKA_LIBS)
endif

TESTS += %D%/test_generators.sh
EXTRA_DIST += %D%/test_generators.sh
