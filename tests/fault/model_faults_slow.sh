#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The program's works with full effort; store_faults_slow.sh has the other points and kills.
FAULT_POINTS=${FAULT_POINTS:-5000} FAULT_KILLS=${FAULT_KILLS:-1000}
export FAULT_POINTS FAULT_KILLS
exec "${abs_top_builddir:-.}/tests/fault/test_model_faults"
