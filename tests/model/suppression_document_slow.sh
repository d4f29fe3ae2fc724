#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Distributions and all their cross-tables, of a hundred thousand random waves.
GROMADA_TABLES=${GROMADA_TABLES:-100000}
export GROMADA_TABLES
exec "${abs_top_builddir:-.}/tests/model/test_suppression_document"
