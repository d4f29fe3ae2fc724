# SPDX-License-Identifier: GPL-3.0-or-later

# Registers, changes, catalogues, demonstration data.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_register %D%/test_teryt %D%/test_real_units %D%/test_check
TESTS += %D%/test_register %D%/test_teryt %D%/test_real_units %D%/test_check
%C%_test_check_SOURCES = %D%/test_check.c %D%/units_fixture.c %D%/units_fixture.h
%C%_test_check_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
%C%_test_register_SOURCES = %D%/test_register.c %D%/units_fixture.c %D%/units_fixture.h
%C%_test_register_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
%C%_test_teryt_SOURCES = %D%/test_teryt.c %D%/units_fixture.c %D%/units_fixture.h
%C%_test_teryt_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
%C%_test_real_units_SOURCES = %D%/test_real_units.c %D%/units_fixture.c %D%/units_fixture.h
%C%_test_real_units_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
endif

# BDL's exports and own values.
if HAVE_CMOCKA
figures_tests = %D%/test_bdl %D%/test_values %D%/test_real_bdl %D%/test_origin
check_PROGRAMS += $(figures_tests)
TESTS += $(figures_tests)
figures_fixture = %D%/figures_fixture.h %D%/units_fixture.c %D%/units_fixture.h
%C%_test_origin_SOURCES = %D%/test_origin.c $(figures_fixture)
%C%_test_origin_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
%C%_test_origin_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
%C%_test_bdl_SOURCES = %D%/test_bdl.c $(figures_fixture)
%C%_test_bdl_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
%C%_test_values_SOURCES = %D%/test_values.c $(figures_fixture)
%C%_test_values_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
%C%_test_real_bdl_SOURCES = %D%/test_real_bdl.c $(figures_fixture)
%C%_test_real_bdl_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
endif

# Workbooks.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_workbook
TESTS += %D%/test_workbook
%C%_test_workbook_SOURCES = %D%/test_workbook.c tests/base/make_zip.h
%C%_test_workbook_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
%C%_test_workbook_LDADD = $(EXCHANGE_LINK) $(XLSX_LIBS) $(CMOCKA_LIBS)
endif

# Questionnaires as XLSForm, and their life in the database.
if HAVE_CMOCKA
questionnaire_tests = %D%/test_xlsform %D%/test_questionnaire
check_PROGRAMS += $(questionnaire_tests)
TESTS += $(questionnaire_tests)
%C%_test_xlsform_SOURCES = %D%/test_xlsform.c %D%/questionnaire_fixture.h
%C%_test_xlsform_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
%C%_test_questionnaire_SOURCES = %D%/test_questionnaire.c %D%/questionnaire_fixture.h
%C%_test_questionnaire_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
endif
EXTRA_DIST += tests/data/questionnaire/survey.csv tests/data/questionnaire/choices.csv \
	tests/data/questionnaire/settings.csv

# Answers of a wave as a table.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_answers
TESTS += %D%/test_answers
%C%_test_answers_SOURCES = %D%/test_answers.c tests/model/forms_fixture.c tests/model/forms_fixture.h
%C%_test_answers_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/model
%C%_test_answers_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
endif

# Data for SPSS, Stata and others: a made-up wave as files, read by programs of others.
dataset_fixture = %D%/dataset_fixture.c %D%/dataset_fixture.h
check_PROGRAMS += %D%/write_dataset
%C%_write_dataset_SOURCES = %D%/write_dataset.c $(dataset_fixture)
%C%_write_dataset_LDADD = $(EXCHANGE_LINK)
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_dataset %D%/test_dataset_files
TESTS += %D%/test_dataset %D%/test_dataset_files
%C%_test_dataset_SOURCES = %D%/test_dataset.c %D%/dataset_place.h $(dataset_fixture)
%C%_test_dataset_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
%C%_test_dataset_files_SOURCES = %D%/test_dataset_files.c %D%/dataset_place.h $(dataset_fixture)
%C%_test_dataset_files_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
endif
TESTS += %D%/pspp.sh
EXTRA_DIST += %D%/pspp.sh
check_PROGRAMS += %D%/against_pspp
%C%_against_pspp_SOURCES = %D%/against_pspp.c %D%/against_pspp.h %D%/against_pspp_compare.c \
	%D%/pspp_output.c %D%/pspp_output.h tests/model/survey_fixture.c tests/model/survey_fixture.h
%C%_against_pspp_LDADD = $(EXCHANGE_LINK)
TESTS += %D%/templates.sh
SLOW_TESTS += %D%/templates_slow.sh
EXTRA_DIST += %D%/templates.sh %D%/templates_slow.sh %D%/made_forms.awk
TESTS += %D%/codebook.sh
EXTRA_DIST += %D%/codebook.sh tests/data/codebook/ddi-2.5-part.xsd tests/data/codebook/xml-part.xsd \
	tests/data/codebook/triple-s-2.0-part.dtd

# Calendar files, and another program that reads them.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_icalendar
TESTS += %D%/test_icalendar
%C%_test_icalendar_SOURCES = %D%/test_icalendar.c $(meeting_fixture)
%C%_test_icalendar_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
endif
TESTS += %D%/icalendar.sh
EXTRA_DIST += %D%/icalendar.sh %D%/read_calendar.py

# Minutes edited outside.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_minutes_file
TESTS += %D%/test_minutes_file
%C%_test_minutes_file_SOURCES = %D%/test_minutes_file.c
%C%_test_minutes_file_LDADD = src/exchange/libexchange.a $(REPORT_LINK) $(CMOCKA_LIBS)
endif

# Data sheets that go out and come back.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_sheet
TESTS += %D%/test_sheet
%C%_test_sheet_SOURCES = %D%/test_sheet.c tests/model/sheets_fixture.c tests/model/sheets_fixture.h
%C%_test_sheet_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests -I$(top_srcdir)/tests/model
%C%_test_sheet_LDADD = src/report/libreport.a $(EXCHANGE_LINK) $(XLSX_LIBS) $(PDF_LIBS) $(CMOCKA_LIBS)
endif

# Packages between offices.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_package
TESTS += %D%/test_package
%C%_test_package_SOURCES = %D%/test_package.c %D%/units_fixture.c %D%/units_fixture.h tests/base/make_zip.h
%C%_test_package_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
%C%_test_package_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
endif

# Strategies as files.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_strategy_file
TESTS += %D%/test_strategy_file
%C%_test_strategy_file_SOURCES = %D%/test_strategy_file.c %D%/units_fixture.c %D%/units_fixture.h
%C%_test_strategy_file_LDADD = $(EXCHANGE_LINK) $(CMOCKA_LIBS)
endif
