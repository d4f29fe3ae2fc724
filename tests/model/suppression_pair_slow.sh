#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A hundred thousand random tables, each beside the same turned round.
GROMADA_TABLES=${GROMADA_TABLES:-100000}
export GROMADA_TABLES
exec "${abs_top_builddir:-.}/tests/model/test_suppression_pair"
