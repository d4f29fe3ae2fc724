# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libstore.a
%C%_libstore_a_SOURCES =
