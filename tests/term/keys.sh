#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Plays the scripts of tests/term on the demo program, under a real terminal's rules.
exec tests/screen/play tests/term/demo "${srcdir:-.}"/tests/term/scripts/*.play
