# SPDX-License-Identifier: GPL-3.0-or-later
# The driver is a library, so that a program of scenarios is a table and one line.
check_LIBRARIES += %D%/libfault.a
%C%_libfault_a_SOURCES = %D%/fault.c %D%/fault.h %D%/faultvfs.c %D%/faultvfs.h \
	tests/store/files.c tests/store/files.h

check_PROGRAMS += %D%/test_store_faults
TESTS += %D%/test_store_faults
fault_wraps = $(AM_LDFLAGS) -Wl,--wrap=fsync -Wl,--wrap=rename -Wl,--wrap=renameat
%C%_test_store_faults_LDFLAGS = $(fault_wraps)
%C%_test_store_faults_SOURCES = %D%/test_store_faults.c %D%/faultlibc.c tests/store/fixture.c tests/store/fixture.h
%C%_test_store_faults_LDADD = %D%/libfault.a $(STORE_LINK)
EXTRA_DIST += %D%/store_faults_slow.sh

# The works of model and exchange, for the disk, the memory and the colleague that fail.
fault_works = %D%/works.c %D%/works_forms.c %D%/works_run.c %D%/works.h %D%/state.c %D%/state.h \
	tests/model/forms_fixture.c tests/model/forms_fixture.h
check_PROGRAMS += %D%/test_model_faults
TESTS += %D%/test_model_faults
%C%_test_model_faults_LDFLAGS = $(fault_wraps)
%C%_test_model_faults_SOURCES = %D%/test_model_faults.c %D%/faultlibc.c $(fault_works)
%C%_test_model_faults_LDADD = %D%/libfault.a $(EXCHANGE_LINK)
# The two longest first: what is short fills the second processor at the end.
SLOW_TESTS += %D%/model_faults_slow.sh %D%/model_kills_slow.sh %D%/store_faults_slow.sh \
	%D%/limits_slow.sh %D%/processes_slow.sh %D%/program_slow.sh
EXTRA_DIST += %D%/model_faults_slow.sh %D%/model_kills_slow.sh %D%/limits_slow.sh %D%/processes_slow.sh %D%/program_slow.sh

if HAVE_CMOCKA
check_PROGRAMS += %D%/test_fault_driver %D%/test_commit_errors %D%/test_processes %D%/test_limits \
	%D%/test_stopped_writer
TESTS += %D%/test_fault_driver %D%/test_commit_errors %D%/test_processes %D%/test_limits \
	%D%/test_stopped_writer
%C%_test_stopped_writer_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/store
%C%_test_stopped_writer_SOURCES = %D%/test_stopped_writer.c %D%/colleague.h \
	tests/store/cmocka_store.h $(fault_works)
%C%_test_stopped_writer_LDADD = %D%/libfault.a $(EXCHANGE_LINK) $(CMOCKA_LIBS)
%C%_test_limits_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/store
%C%_test_limits_SOURCES = %D%/test_limits.c tests/store/cmocka_store.h $(fault_works)
%C%_test_limits_LDADD = %D%/libfault.a $(EXCHANGE_LINK) $(CMOCKA_LIBS)
%C%_test_processes_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/store
%C%_test_processes_SOURCES = %D%/test_processes.c %D%/colleague.h tests/store/cmocka_store.h \
	$(fault_works)
%C%_test_processes_LDADD = %D%/libfault.a $(EXCHANGE_LINK) $(CMOCKA_LIBS)
%C%_test_commit_errors_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/store
%C%_test_commit_errors_SOURCES = %D%/test_commit_errors.c tests/store/cmocka_store.h \
	tests/store/fixture.c tests/store/fixture.h
%C%_test_commit_errors_LDADD = %D%/libfault.a $(STORE_LINK) $(CMOCKA_LIBS)
%C%_test_fault_driver_SOURCES = %D%/test_fault_driver.c
%C%_test_fault_driver_LDADD = %D%/libfault.a $(BASE_LINK) $(SQLITE_LIBS) $(CMOCKA_LIBS)
endif

# Keying on a terminal, killed again and again.
SLOW_TESTS += %D%/keying_slow.sh %D%/keying_full_slow.sh
EXTRA_DIST += %D%/keying_slow.sh %D%/keying_full_slow.sh
if HAVE_VTERM
check_PROGRAMS += %D%/keying_kills
%C%_keying_kills_SOURCES = %D%/keying_kills.c
%C%_keying_kills_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
%C%_keying_kills_LDADD = $(SESSION_LINK) $(SQLITE_LIBS)
endif
