# SPDX-License-Identifier: GPL-3.0-or-later
# The driver is a library, so that a program of scenarios is a table and one line.
check_LIBRARIES += %D%/libfault.a
%C%_libfault_a_SOURCES = %D%/fault.c %D%/fault.h %D%/faultvfs.c %D%/faultvfs.h \
	tests/store/files.c tests/store/files.h

check_PROGRAMS += %D%/test_store_faults
TESTS += %D%/test_store_faults
%C%_test_store_faults_SOURCES = %D%/test_store_faults.c tests/store/fixture.c tests/store/fixture.h
%C%_test_store_faults_LDADD = %D%/libfault.a $(STORE_LINK)
SLOW_TESTS += %D%/store_faults_slow.sh
EXTRA_DIST += %D%/store_faults_slow.sh

if HAVE_CMOCKA
check_PROGRAMS += %D%/test_fault_driver
TESTS += %D%/test_fault_driver
%C%_test_fault_driver_SOURCES = %D%/test_fault_driver.c
%C%_test_fault_driver_LDADD = %D%/libfault.a $(BASE_LINK) $(SQLITE_LIBS) $(CMOCKA_LIBS)
endif
