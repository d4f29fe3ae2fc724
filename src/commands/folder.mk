# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libcommands.a
%C%_libcommands_a_SOURCES =
