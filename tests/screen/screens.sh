#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Plays the scripts of every screen on the program itself.
exec tests/screen/play ./gromada "${srcdir:-.}"/tests/screen/scripts/*.play
