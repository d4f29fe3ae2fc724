# SPDX-License-Identifier: GPL-3.0-or-later
# Speed and memory as ratios: make bench.
check_PROGRAMS += %D%/generate %D%/measure
%C%_generate_SOURCES = %D%/generate.c
%C%_measure_SOURCES = %D%/measure.c
%C%_measure_LDADD = $(EXCHANGE_LINK)
EXTRA_DIST += %D%/bench
