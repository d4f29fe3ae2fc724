# SPDX-License-Identifier: GPL-3.0-or-later
# Strategies: goals and targets, tasks and money, risks, the way to adoption (menu 6 4, 6 5).
src_screens_libscreens_a_SOURCES += %D%/strategies.h %D%/strategy_view.c
