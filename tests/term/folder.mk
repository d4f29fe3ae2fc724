# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += %D%/demo
%C%_demo_SOURCES = %D%/demo.c
%C%_demo_LDADD = $(TUI_LINK)
