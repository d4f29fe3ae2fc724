#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The program's works killed at their writes with full effort; model_faults_slow.sh has the disk.
FAULT_POINTS=0 FAULT_KILLS=${FAULT_KILLS:-1000}
export FAULT_POINTS FAULT_KILLS
exec "${abs_top_builddir:-.}/tests/fault/test_model_faults"
