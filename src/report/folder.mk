# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libreport.a
%C%_libreport_a_SOURCES = %D%/csv_neutral.c %D%/csv_polish.c %D%/documents.c %D%/documents.h \
	%D%/html.c %D%/sheets.h %D%/stream.c %D%/stream.h %D%/table.c %D%/table.h %D%/syllable.c %D%/syllable.h %D%/text.c %D%/writers.h %D%/xlsx.c \
	%D%/bar_sign.c %D%/bar_sign.h %D%/book.h %D%/document.c %D%/document_kept.c %D%/document.h %D%/document_pdf.c %D%/document_xlsx.c \
	%D%/docx.c %D%/docx_bar.c %D%/docx_bar.h %D%/docx_parts.c %D%/docx_parts.h %D%/docx_widths.c %D%/docx_widths.h \
	%D%/pdf_columns.c %D%/pdf_columns.h %D%/pdf_sheet.c %D%/pdf_sheet.h %D%/table_xlsx.c \
	%D%/result_cross.c %D%/result_grid.c %D%/result_parts.h %D%/result_scale.c %D%/result_services.c %D%/result_services.h %D%/result_tables.c %D%/result_tables.h \
	%D%/result_texts.c \
	%D%/survey_method.c %D%/survey_report.c %D%/survey_report.h %D%/survey_report_parts.h \
	%D%/pdf.c %D%/pdf.h %D%/slips.c %D%/slips.h %D%/table_pdf.c \
	%D%/paper.c %D%/paper.h %D%/paper_draw.c %D%/paper_items.c %D%/paper_parts.h %D%/paper_pdf.c \
	%D%/paper_pieces.c %D%/paper_pieces.h %D%/paper_route.c %D%/paper_text.c %D%/paper_words.c

# What exchange groups compare, and their reports.
%C%_libreport_a_SOURCES += %D%/group_documents.c %D%/group_documents.h %D%/exchange_report.c \
	%D%/exchange_practice.c %D%/exchange_member.c %D%/exchange_report.h %D%/exchange_report_parts.c %D%/exchange_report_parts.h
# Minutes, opinions and advice of exchange groups.
%C%_libreport_a_SOURCES += %D%/minutes_document.c %D%/minutes_document.h %D%/minutes_parts.h \
	%D%/opinion_document.c
# Data sheets that go out and come back.
%C%_libreport_a_SOURCES += %D%/sheet_file.c %D%/sheet_file.h

# Reports of a strategy's year.
%C%_libreport_a_SOURCES += %D%/monitoring_report.c %D%/monitoring_report.h %D%/monitoring_report_parts.h \
	%D%/monitoring_report_goals.c %D%/monitoring_report_course.c %D%/monitoring_report_values.c %D%/monitoring_report_tasks.c \
	%D%/monitoring_report_changes.c %D%/monitoring_report_kept.c %D%/state_report.c %D%/evaluation_report.c \
	%D%/office_sheet.c %D%/office_sheet.h

# Papers of meetings.
%C%_libreport_a_SOURCES += %D%/meeting_papers.c %D%/meeting_papers.h %D%/meeting_papers_parts.h \
	%D%/meeting_documents.c %D%/meeting_pdf.c

# SWOT analyses and cards of ballots.
%C%_libreport_a_SOURCES += %D%/diagnosis_document.c %D%/diagnosis_document.h %D%/swot_document.c %D%/swot_document.h %D%/ballot_document.c

# What is done for a strategy, and the order on its monitoring.
%C%_libreport_a_SOURCES += %D%/task_documents.c %D%/task_documents.h %D%/strategy_rules.c %D%/strategy_rules.h

# Strategies as workbooks.
%C%_libreport_a_SOURCES += %D%/strategy_book.c %D%/strategy_book.h
