# SPDX-License-Identifier: GPL-3.0-or-later
# Per target: a replay program (make check) and a fuzzer (--enable-fuzzing, make fuzz). To add
# one, write fuzz_NAME.c and corpus/NAME/, put NAME into fuzz_targets, and copy a block below
# with the link line of the floor that it tests.
fuzz_targets = csv input number settings text xml slice teryt changes bdl values catalogue expression workbook \
	xlsform column package sheet minutes
fuzz_replays = %D%/replay_csv %D%/replay_input %D%/replay_number %D%/replay_settings \
	%D%/replay_text %D%/replay_xml %D%/replay_slice %D%/replay_teryt %D%/replay_changes \
	%D%/replay_bdl %D%/replay_values %D%/replay_catalogue %D%/replay_expression \
	%D%/replay_workbook %D%/replay_xlsform %D%/replay_column %D%/replay_package %D%/replay_sheet \
	%D%/replay_minutes
fuzz_programs = %D%/fuzz_csv %D%/fuzz_input %D%/fuzz_number %D%/fuzz_settings %D%/fuzz_text \
	%D%/fuzz_xml %D%/fuzz_slice %D%/fuzz_teryt %D%/fuzz_changes %D%/fuzz_bdl \
	%D%/fuzz_values %D%/fuzz_catalogue %D%/fuzz_expression %D%/fuzz_workbook %D%/fuzz_xlsform \
	%D%/fuzz_column %D%/fuzz_package %D%/fuzz_sheet %D%/fuzz_minutes
check_PROGRAMS += $(fuzz_replays)
TESTS += $(fuzz_replays)
EXTRA_PROGRAMS += $(fuzz_programs)
CLEANFILES += $(fuzz_programs)
EXTRA_DIST += %D%/corpus %D%/replay_slow.sh
SLOW_TESTS += %D%/replay_slow.sh
fuzzer_link = $(AM_LDFLAGS) -fsanitize=fuzzer
FUZZ_SECONDS = 60

%C%_replay_csv_SOURCES = %D%/replay.c %D%/fuzz.h %D%/fuzz_csv.c
%C%_replay_csv_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"csv"'
%C%_replay_csv_LDADD = $(BASE_LINK)
%C%_fuzz_csv_SOURCES = %D%/fuzz_csv.c
%C%_fuzz_csv_LDFLAGS = $(fuzzer_link)
%C%_fuzz_csv_LDADD = $(BASE_LINK)

%C%_replay_input_SOURCES = %D%/replay.c %D%/fuzz.h %D%/fuzz_input.c
%C%_replay_input_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"input"'
%C%_replay_input_LDADD = $(BASE_LINK)
%C%_fuzz_input_SOURCES = %D%/fuzz_input.c
%C%_fuzz_input_LDFLAGS = $(fuzzer_link)
%C%_fuzz_input_LDADD = $(BASE_LINK)

%C%_replay_number_SOURCES = %D%/replay.c %D%/fuzz.h %D%/fuzz_number.c
%C%_replay_number_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"number"'
%C%_replay_number_LDADD = $(BASE_LINK)
%C%_fuzz_number_SOURCES = %D%/fuzz_number.c
%C%_fuzz_number_LDFLAGS = $(fuzzer_link)
%C%_fuzz_number_LDADD = $(BASE_LINK)

%C%_replay_settings_SOURCES = %D%/replay.c %D%/fuzz.h %D%/fuzz_settings.c
%C%_replay_settings_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"settings"'
%C%_replay_settings_LDADD = $(BASE_LINK)
%C%_fuzz_settings_SOURCES = %D%/fuzz_settings.c
%C%_fuzz_settings_LDFLAGS = $(fuzzer_link)
%C%_fuzz_settings_LDADD = $(BASE_LINK)

%C%_replay_text_SOURCES = %D%/replay.c %D%/fuzz.h %D%/fuzz_text.c
%C%_replay_text_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"text"'
%C%_replay_text_LDADD = $(BASE_LINK)
%C%_fuzz_text_SOURCES = %D%/fuzz_text.c
%C%_fuzz_text_LDFLAGS = $(fuzzer_link)
%C%_fuzz_text_LDADD = $(BASE_LINK)

%C%_replay_xml_SOURCES = %D%/replay.c %D%/fuzz.h %D%/fuzz_xml.c
%C%_replay_xml_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"xml"'
%C%_replay_xml_LDADD = $(BASE_LINK)
%C%_fuzz_xml_SOURCES = %D%/fuzz_xml.c
%C%_fuzz_xml_LDFLAGS = $(fuzzer_link)
%C%_fuzz_xml_LDADD = $(BASE_LINK)

%C%_replay_slice_SOURCES = %D%/replay.c %D%/fuzz.h %D%/fuzz_slice.c
%C%_replay_slice_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"slice"'
%C%_replay_slice_LDADD = $(MODEL_LINK)
%C%_fuzz_slice_SOURCES = %D%/fuzz_slice.c
%C%_fuzz_slice_LDFLAGS = $(fuzzer_link)
%C%_fuzz_slice_LDADD = $(MODEL_LINK)

%C%_replay_expression_SOURCES = %D%/replay.c %D%/fuzz.h %D%/fuzz_expression.c
%C%_replay_expression_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"expression"'
%C%_replay_expression_LDADD = $(BASE_LINK)
%C%_fuzz_expression_SOURCES = %D%/fuzz_expression.c
%C%_fuzz_expression_LDFLAGS = $(fuzzer_link)
%C%_fuzz_expression_LDADD = $(BASE_LINK)

%C%_replay_workbook_SOURCES = %D%/replay.c %D%/fuzz.h %D%/fuzz_workbook.c tests/base/make_zip.h
%C%_replay_workbook_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests -DTARGET='"workbook"'
%C%_replay_workbook_LDADD = $(EXCHANGE_LINK)
%C%_fuzz_workbook_SOURCES = %D%/fuzz_workbook.c tests/base/make_zip.h
%C%_fuzz_workbook_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
%C%_fuzz_workbook_LDFLAGS = $(fuzzer_link)
%C%_fuzz_workbook_LDADD = $(EXCHANGE_LINK)

%C%_replay_minutes_SOURCES = %D%/replay.c %D%/fuzz.h %D%/fuzz_minutes.c tests/base/make_zip.h
%C%_replay_minutes_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests -DTARGET='"minutes"'
%C%_replay_minutes_LDADD = $(EXCHANGE_LINK)
%C%_fuzz_minutes_SOURCES = %D%/fuzz_minutes.c tests/base/make_zip.h
%C%_fuzz_minutes_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
%C%_fuzz_minutes_LDFLAGS = $(fuzzer_link)
%C%_fuzz_minutes_LDADD = $(EXCHANGE_LINK)

# The importers: one source, a kind and a file name each.
fuzz_import_sources = %D%/fuzz.h %D%/fuzz_import.c tests/fault/state.c tests/fault/state.h

%C%_replay_teryt_SOURCES = %D%/replay.c $(fuzz_import_sources)
%C%_replay_teryt_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"teryt"' \
	-DKIND=IMPORT_TERYT -DFILE_NAME='"TERC.csv"'
%C%_replay_teryt_LDADD = $(EXCHANGE_LINK)
%C%_fuzz_teryt_SOURCES = $(fuzz_import_sources)
%C%_fuzz_teryt_CPPFLAGS = $(AM_CPPFLAGS) -DKIND=IMPORT_TERYT -DFILE_NAME='"TERC.csv"'
%C%_fuzz_teryt_LDFLAGS = $(fuzzer_link)
%C%_fuzz_teryt_LDADD = $(EXCHANGE_LINK)

%C%_replay_changes_SOURCES = %D%/replay.c $(fuzz_import_sources)
%C%_replay_changes_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"changes"' \
	-DKIND=IMPORT_CHANGES -DFILE_NAME='"changes.csv"'
%C%_replay_changes_LDADD = $(EXCHANGE_LINK)
%C%_fuzz_changes_SOURCES = $(fuzz_import_sources)
%C%_fuzz_changes_CPPFLAGS = $(AM_CPPFLAGS) -DKIND=IMPORT_CHANGES -DFILE_NAME='"changes.csv"'
%C%_fuzz_changes_LDFLAGS = $(fuzzer_link)
%C%_fuzz_changes_LDADD = $(EXCHANGE_LINK)

%C%_replay_bdl_SOURCES = %D%/replay.c $(fuzz_import_sources)
%C%_replay_bdl_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"bdl"' \
	-DKIND=IMPORT_BDL -DFILE_NAME='"LUDN_2137_CREL_20220407210714.csv"'
%C%_replay_bdl_LDADD = $(EXCHANGE_LINK)
%C%_fuzz_bdl_SOURCES = $(fuzz_import_sources)
%C%_fuzz_bdl_CPPFLAGS = $(AM_CPPFLAGS) -DKIND=IMPORT_BDL -DFILE_NAME='"LUDN_2137_CREL_20220407210714.csv"'
%C%_fuzz_bdl_LDFLAGS = $(fuzzer_link)
%C%_fuzz_bdl_LDADD = $(EXCHANGE_LINK)

%C%_replay_values_SOURCES = %D%/replay.c $(fuzz_import_sources)
%C%_replay_values_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"values"' \
	-DKIND=IMPORT_VALUES -DFILE_NAME='"values.csv"'
%C%_replay_values_LDADD = $(EXCHANGE_LINK)
%C%_fuzz_values_SOURCES = $(fuzz_import_sources)
%C%_fuzz_values_CPPFLAGS = $(AM_CPPFLAGS) -DKIND=IMPORT_VALUES -DFILE_NAME='"values.csv"'
%C%_fuzz_values_LDFLAGS = $(fuzzer_link)
%C%_fuzz_values_LDADD = $(EXCHANGE_LINK)

%C%_replay_catalogue_SOURCES = %D%/replay.c $(fuzz_import_sources)
%C%_replay_catalogue_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"catalogue"' \
	-DKIND=IMPORT_CATALOGUE -DFILE_NAME='"catalogue.csv"'
%C%_replay_catalogue_LDADD = $(EXCHANGE_LINK)
%C%_fuzz_catalogue_SOURCES = $(fuzz_import_sources)
%C%_fuzz_catalogue_CPPFLAGS = $(AM_CPPFLAGS) -DKIND=IMPORT_CATALOGUE -DFILE_NAME='"catalogue.csv"'
%C%_fuzz_catalogue_LDFLAGS = $(fuzzer_link)
%C%_fuzz_catalogue_LDADD = $(EXCHANGE_LINK)

%C%_replay_column_SOURCES = %D%/replay.c %D%/fuzz.h %D%/fuzz_column.c
%C%_replay_column_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"column"'
%C%_replay_column_LDADD = $(MODEL_LINK)
%C%_fuzz_column_SOURCES = %D%/fuzz_column.c
%C%_fuzz_column_LDFLAGS = $(fuzzer_link)
%C%_fuzz_column_LDADD = $(MODEL_LINK)

%C%_replay_xlsform_SOURCES = %D%/replay.c %D%/fuzz.h %D%/fuzz_xlsform.c
%C%_replay_xlsform_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"xlsform"'
%C%_replay_xlsform_LDADD = $(EXCHANGE_LINK)
%C%_fuzz_xlsform_SOURCES = %D%/fuzz_xlsform.c
%C%_fuzz_xlsform_LDFLAGS = $(fuzzer_link)
%C%_fuzz_xlsform_LDADD = $(EXCHANGE_LINK)

%C%_replay_package_SOURCES = %D%/replay.c %D%/fuzz.h %D%/fuzz_package.c tests/fault/state.c tests/fault/state.h
%C%_replay_package_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"package"'
%C%_replay_package_LDADD = $(EXCHANGE_LINK)
%C%_fuzz_package_SOURCES = %D%/fuzz_package.c tests/fault/state.c tests/fault/state.h
%C%_fuzz_package_LDFLAGS = $(fuzzer_link)
%C%_fuzz_package_LDADD = $(EXCHANGE_LINK)

%C%_replay_sheet_SOURCES = %D%/replay.c %D%/fuzz.h %D%/fuzz_sheet.c tests/fault/state.c tests/fault/state.h
%C%_replay_sheet_CPPFLAGS = $(AM_CPPFLAGS) -DTARGET='"sheet"'
%C%_replay_sheet_LDADD = $(EXCHANGE_LINK)
%C%_fuzz_sheet_SOURCES = %D%/fuzz_sheet.c tests/fault/state.c tests/fault/state.h
%C%_fuzz_sheet_LDFLAGS = $(fuzzer_link)
%C%_fuzz_sheet_LDADD = $(EXCHANGE_LINK)

if FUZZING
fuzz: $(fuzz_programs)
	@for t in $(fuzz_targets); do \
		$(MKDIR_P) %D%/found/$$t && echo "fuzzing $$t for $(FUZZ_SECONDS) s" \
		&& %D%/fuzz_$$t -max_total_time=$(FUZZ_SECONDS) -timeout=10 -print_final_stats=1 \
			-artifact_prefix=%D%/found/$$t- %D%/found/$$t $(srcdir)/%D%/corpus/$$t || exit 1; \
	done
else
fuzz:
	@echo "configure with CC=clang --enable-fuzzing first"; exit 1
endif
.PHONY: fuzz
