#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The store's scenarios with full effort; model_faults_slow.sh has the others.
FAULT_POINTS=${FAULT_POINTS:-3000} FAULT_KILLS=${FAULT_KILLS:-600}
export FAULT_POINTS FAULT_KILLS
exec "${abs_top_builddir:-.}/tests/fault/test_store_faults"
