# SPDX-License-Identifier: GPL-3.0-or-later
# Speed and memory as ratios: make bench.
check_PROGRAMS += %D%/generate %D%/measure %D%/screen
%C%_generate_SOURCES = %D%/generate.c
%C%_measure_SOURCES = %D%/measure.c
%C%_measure_LDADD = $(EXCHANGE_LINK)
%C%_screen_SOURCES = %D%/screen.c
%C%_screen_LDADD = $(UTIL_LIBS)
EXTRA_DIST += %D%/bench
