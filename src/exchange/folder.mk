# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libexchange.a
%C%_libexchange_a_SOURCES =
