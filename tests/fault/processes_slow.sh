#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Two processes, one of them killed at any moment, with full effort.
FAULT_KILLS=${FAULT_KILLS:-400}
export FAULT_KILLS
[ -x "${abs_top_builddir:-.}/tests/fault/test_processes" ] || { echo '1..0 # SKIP no cmocka'; exit 0; }
exec "${abs_top_builddir:-.}/tests/fault/test_processes"
