# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libexchange.a
%C%_libexchange_a_SOURCES =

%C%_libexchange_a_SOURCES += %D%/office_sheet.h %D%/office_sheet.c %D%/office_sheet_read.c %D%/office_sheet_say.c %D%/office_sheet_write.c

%C%_libexchange_a_SOURCES += %D%/kind.h %D%/byteset.c %D%/byteset.h %D%/figures.c %D%/figures_write.c \
	%D%/figures_sums.c %D%/figures_sums.h %D%/figures_match.c %D%/figures_write.h \
	%D%/figures.h %D%/figure_cell.h %D%/bdl.c %D%/bdl_names.c %D%/bdl_read.c %D%/bdl_rel.c %D%/bdl_tab.c %D%/bdl.h \
	%D%/values.c %D%/areas.c %D%/types.c

%C%_libexchange_a_SOURCES += %D%/importer.c %D%/importer_remarks.c %D%/importer.h %D%/header.c %D%/header.h \
	%D%/teryt.c %D%/teryt_xml.c %D%/teryt.h %D%/changes.c %D%/catalogue.c %D%/demo.c %D%/demo.h %D%/demo_groups.c \
	%D%/demo_parts.h %D%/demo_year.c %D%/demo_strategy.c %D%/demo_parts.c %D%/demo_problems.c %D%/demo_monitoring.c

%C%_libexchange_a_SOURCES += %D%/workbook.c %D%/workbook.h %D%/workbook_parts.c %D%/workbook_parts.h

%C%_libexchange_a_SOURCES += %D%/xlsform.h %D%/xlsform_parts.h %D%/xlsform_read.c %D%/xlsform_survey.c \
	%D%/xlsform_columns.c %D%/xlsform_sheet.c %D%/xlsform_write.c

%C%_libexchange_a_SOURCES += %D%/answers.h %D%/answers_parts.h %D%/answers_read.c %D%/answers_columns.c \
	%D%/answers_values.c %D%/answers_rows.c %D%/answers_judge.c %D%/answers_import.c \
	%D%/answers_headings.c %D%/answers_write.c \
	%D%/answers_words.c %D%/answers_words.h %D%/answers_again.c

# Data sheets that come back.
%C%_libexchange_a_SOURCES += %D%/sheet.c %D%/sheet_csv.c %D%/sheet_read.c %D%/sheet_judge.c %D%/sheet_parts.h

# Data for SPSS, Stata and others.
%C%_libexchange_a_SOURCES += %D%/dataset.c %D%/dataset.h %D%/dataset_names.c %D%/dataset_codes.c \
	%D%/dataset_values.c \
	%D%/dataset_load.c \
	%D%/readstat.c %D%/readstat.h %D%/spss.c %D%/spss.h %D%/dataset_csv.c %D%/dataset_csv.h \
	%D%/dataset_write.c %D%/dataset_write.h %D%/codebook_ddi.c %D%/codebook_ddi.h \
	%D%/triple_s.c %D%/triple_s.h

# Calendars of exchange groups.
%C%_libexchange_a_SOURCES += %D%/icalendar.c %D%/icalendar.h

# Minutes that were edited outside.
%C%_libexchange_a_SOURCES += %D%/minutes_file.c %D%/minutes_docx.c %D%/minutes_styles.c %D%/minutes_whose.c \
	%D%/minutes_file.h %D%/minutes_docx.h

# Packages between offices.
%C%_libexchange_a_SOURCES += %D%/package.h %D%/package_parts.h %D%/package_out.c %D%/package_figures.c \
	%D%/package_manifest.c %D%/package_in.c %D%/package_zip.c %D%/package_form.c %D%/package_sift.c

# Strategies as files.
%C%_libexchange_a_SOURCES += %D%/strategy_file.h %D%/strategy_parts.h %D%/strategy_read.c %D%/strategy_import.c \
	%D%/strategy_write.c %D%/strategy_write_lines.c %D%/strategy_writing.h %D%/strategy_cells.c %D%/strategy_words.c %D%/strategy_words.h %D%/strategy_read_lines.c %D%/strategy_same.c %D%/strategy_same.h %D%/strategy_row.h \
	%D%/strategy_update.c %D%/strategy_update_write.c %D%/strategy_update.h
