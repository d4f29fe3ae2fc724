# SPDX-License-Identifier: GPL-3.0-or-later
# Per target: a replay program (make check) and a fuzzer (--enable-fuzzing, make fuzz). To add
# one, write fuzz_NAME.c and corpus/NAME/, put NAME into fuzz_targets, and copy a block below
# with the link line of the floor that it tests.
fuzz_targets = csv input number settings text xml
fuzz_replays = %D%/replay_csv %D%/replay_input %D%/replay_number %D%/replay_settings \
	%D%/replay_text %D%/replay_xml
fuzz_programs = %D%/fuzz_csv %D%/fuzz_input %D%/fuzz_number %D%/fuzz_settings %D%/fuzz_text \
	%D%/fuzz_xml
check_PROGRAMS += $(fuzz_replays)
TESTS += $(fuzz_replays)
EXTRA_PROGRAMS += $(fuzz_programs)
CLEANFILES += $(fuzz_programs)
EXTRA_DIST += %D%/corpus
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
