# SPDX-License-Identifier: GPL-3.0-or-later

if HAVE_CMOCKA
base_ground_tests = %D%/test_arena %D%/test_clock %D%/test_date %D%/test_error %D%/test_i18n %D%/test_number \
	%D%/test_order %D%/test_paths %D%/test_process %D%/test_random %D%/test_settings %D%/test_text
check_PROGRAMS += $(base_ground_tests)
TESTS += $(base_ground_tests)
%C%_test_arena_SOURCES = %D%/test_arena.c
%C%_test_arena_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_clock_SOURCES = %D%/test_clock.c
%C%_test_clock_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_date_SOURCES = %D%/test_date.c
%C%_test_date_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_error_SOURCES = %D%/test_error.c
%C%_test_error_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_i18n_SOURCES = %D%/test_i18n.c
%C%_test_i18n_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_number_SOURCES = %D%/test_number.c
%C%_test_number_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_order_SOURCES = %D%/test_order.c
%C%_test_order_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_paths_SOURCES = %D%/test_paths.c
%C%_test_paths_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_process_SOURCES = %D%/test_process.c
%C%_test_process_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_random_SOURCES = %D%/test_random.c
%C%_test_random_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_settings_SOURCES = %D%/test_settings.c
%C%_test_settings_CPPFLAGS = $(AM_CPPFLAGS) -DTOP_SRCDIR='"$(abs_top_srcdir)"'
%C%_test_settings_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
%C%_test_text_SOURCES = %D%/test_text.c
%C%_test_text_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
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
check_PROGRAMS += %D%/test_expression
TESTS += %D%/test_expression
%C%_test_expression_SOURCES = %D%/test_expression.c
%C%_test_expression_LDADD = $(BASE_LINK) $(CMOCKA_LIBS)
endif
