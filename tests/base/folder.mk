# SPDX-License-Identifier: GPL-3.0-or-later

if HAVE_CMOCKA
base_files_tests = %D%/test_csv %D%/test_input %D%/test_output %D%/test_sha256 %D%/test_xml %D%/test_zip
check_PROGRAMS += $(base_files_tests)
TESTS += $(base_files_tests)
%C%_test_csv_SOURCES = %D%/test_csv.c
%C%_test_csv_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_input_SOURCES = %D%/test_input.c %D%/make_zip.h
%C%_test_input_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_output_SOURCES = %D%/test_output.c
%C%_test_output_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_sha256_SOURCES = %D%/test_sha256.c
%C%_test_sha256_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_xml_SOURCES = %D%/test_xml.c
%C%_test_xml_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_zip_SOURCES = %D%/test_zip.c %D%/make_zip.h
%C%_test_zip_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
endif
