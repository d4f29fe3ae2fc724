# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libscreens.a
%C%_libscreens_a_SOURCES =
