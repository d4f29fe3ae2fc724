#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The program's works on a failing disk with full effort; model_kills_slow.sh kills them, so that
# the two run beside each other, and store_faults_slow.sh has the other points and kills.
FAULT_POINTS=${FAULT_POINTS:-3000} FAULT_KILLS=0
export FAULT_POINTS FAULT_KILLS
exec "${abs_top_builddir:-.}/tests/fault/test_model_faults"
