#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Want of room and of memory with full effort.
FAULT_ALLOCATIONS=${FAULT_ALLOCATIONS:-5000}
export FAULT_ALLOCATIONS
[ -x "${abs_top_builddir:-.}/tests/fault/test_limits" ] || { echo '1..0 # SKIP no cmocka'; exit 0; }
exec "${abs_top_builddir:-.}/tests/fault/test_limits"
