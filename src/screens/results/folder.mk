# SPDX-License-Identifier: GPL-3.0-or-later
# Results of surveys (menu 4).
src_screens_libscreens_a_SOURCES += %D%/data_out.c
