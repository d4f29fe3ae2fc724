# SPDX-License-Identifier: GPL-3.0-or-later
# Speed and memory as ratios: make bench.
check_PROGRAMS += %D%/generate %D%/measure %D%/screen %D%/keying %D%/commits
%C%_generate_SOURCES = %D%/generate.c
%C%_measure_SOURCES = %D%/measure.c
%C%_measure_LDADD = $(EXCHANGE_LINK)
%C%_screen_SOURCES = %D%/screen.c
%C%_screen_LDADD = $(UTIL_LIBS)
%C%_keying_SOURCES = %D%/keying.c
%C%_keying_LDADD = $(UTIL_LIBS)
%C%_commits_SOURCES = %D%/commits.c
%C%_commits_LDADD = $(SQLITE_LIBS)
EXTRA_DIST += %D%/bench %D%/keying.sh %D%/slowsync.c
# A wave of 100,000 forms.
check_PROGRAMS += %D%/waves
%C%_waves_SOURCES = %D%/waves.c tests/model/forms_fixture.c tests/model/forms_fixture.h
%C%_waves_LDADD = $(MODEL_LINK)
EXTRA_DIST += %D%/waves.sh
# Tables of a wave of 40,000 forms.
check_PROGRAMS += %D%/results
%C%_results_SOURCES = %D%/results.c tests/model/survey_fixture.c tests/model/survey_fixture.h
%C%_results_LDADD = $(MODEL_LINK)
EXTRA_DIST += %D%/results.sh %D%/report.sh
# Answers for SPSS and Stata.
EXTRA_DIST += %D%/handoff.sh
# Exchange groups.
check_PROGRAMS += %D%/groups
%C%_groups_SOURCES = %D%/groups.c
%C%_groups_LDADD = $(MODEL_LINK)
EXTRA_DIST += %D%/groups.sh
# Diagnosis of units.
check_PROGRAMS += %D%/diagnosis
%C%_diagnosis_SOURCES = %D%/diagnosis.c
%C%_diagnosis_LDADD = $(MODEL_LINK)
EXTRA_DIST += %D%/diagnosis.sh
# A large strategy.
check_PROGRAMS += %D%/strategy
%C%_strategy_SOURCES = %D%/strategy.c
%C%_strategy_LDADD = $(REPORT_LINK)
EXTRA_DIST += %D%/strategy.sh
