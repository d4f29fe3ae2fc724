#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The store's scenarios with full effort.
FAULT_POINTS=${FAULT_POINTS:-5000} FAULT_KILLS=${FAULT_KILLS:-1000}
export FAULT_POINTS FAULT_KILLS
exec "${abs_top_builddir:-.}/tests/fault/test_store_faults"
