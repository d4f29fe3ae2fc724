# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CMOCKA
report_tests = %D%/test_stream %D%/test_table %D%/test_documents %D%/test_pdf %D%/test_paper \
	%D%/test_document %D%/test_results
check_PROGRAMS += $(report_tests)
TESTS += $(report_tests)
%C%_test_stream_SOURCES = %D%/test_stream.c
%C%_test_stream_LDADD = $(REPORT_LINK) $(CMOCKA_LIBS)
%C%_test_table_SOURCES = %D%/test_table.c
%C%_test_table_LDADD = $(REPORT_LINK) $(CMOCKA_LIBS)
%C%_test_documents_SOURCES = %D%/test_documents.c
%C%_test_documents_LDADD = $(REPORT_LINK) $(CMOCKA_LIBS)
%C%_test_document_SOURCES = %D%/test_document.c
%C%_test_document_LDADD = $(REPORT_LINK) $(CMOCKA_LIBS)
%C%_test_results_SOURCES = %D%/test_results.c
%C%_test_results_LDADD = $(REPORT_LINK) $(CMOCKA_LIBS)
%C%_test_pdf_SOURCES = %D%/test_pdf.c
%C%_test_pdf_LDADD = $(REPORT_LINK) $(CMOCKA_LIBS)
%C%_test_paper_SOURCES = %D%/test_paper.c
%C%_test_paper_LDADD = src/exchange/libexchange.a $(REPORT_LINK) $(CMOCKA_LIBS)
endif
EXTRA_DIST += tests/data/paper/trial-pl.txt tests/data/paper/trial-en.txt \
	tests/data/paper/residents-pl.txt tests/data/paper/residents-en.txt
EXTRA_DIST += tests/data/report/survey.csv tests/data/report/choices.csv tests/data/report/settings.csv \
	tests/data/report/answers.csv tests/data/report/report-pl.txt

# Papers of meetings.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_meeting_papers %D%/test_group_documents
TESTS += %D%/test_meeting_papers %D%/test_group_documents
%C%_test_group_documents_SOURCES = %D%/test_group_documents.c $(meeting_fixture)
%C%_test_group_documents_LDADD = $(REPORT_LINK) $(CMOCKA_LIBS)
%C%_test_meeting_papers_SOURCES = %D%/test_meeting_papers.c $(meeting_fixture)
%C%_test_meeting_papers_LDADD = $(REPORT_LINK) $(CMOCKA_LIBS)
endif

# The order on monitoring, tables of tasks, the report on a year.
if HAVE_CMOCKA
check_PROGRAMS += %D%/test_strategy_rules
TESTS += %D%/test_strategy_rules
%C%_test_strategy_rules_SOURCES = %D%/test_strategy_rules.c $(task_fixture)
%C%_test_strategy_rules_LDADD = $(REPORT_LINK) $(CMOCKA_LIBS)
check_PROGRAMS += %D%/test_monitoring_report
TESTS += %D%/test_monitoring_report
%C%_test_monitoring_report_SOURCES = %D%/test_monitoring_report.c $(year_fixture)
%C%_test_monitoring_report_LDADD = $(REPORT_LINK) $(CMOCKA_LIBS)

# Approved reports stay as they were approved.
check_PROGRAMS += %D%/test_frozen_report
TESTS += %D%/test_frozen_report
%C%_test_frozen_report_SOURCES = %D%/test_frozen_report.c $(year_fixture)
%C%_test_frozen_report_LDADD = $(REPORT_LINK) $(CMOCKA_LIBS)
endif
