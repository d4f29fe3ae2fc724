#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Each template with 2,000 forms; every table from .csv too.
command -v pspp > /dev/null 2>&1 || exit 77
GROMADA_TEMPLATE_FORMS=2000
export GROMADA_TEMPLATE_FORMS
# shellcheck source=/dev/null
. "$abs_top_srcdir/tests/exchange/templates.sh"
