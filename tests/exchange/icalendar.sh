#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# An independent parser reads the calendar file.
write=${abs_top_builddir:-.}/tests/exchange/test_icalendar
for python in python3 /usr/bin/python3 none; do # Debian's modules belong to Debian's own
	"$python" -c 'import icalendar' > /dev/null 2>&1 && break
done
if ! [ -x "$write" ] || [ "$python" = none ]; then
	echo '1..0 # SKIP python3-icalendar is not installed'
	exit 0
fi
here=$(cd "$(dirname "$0")" && pwd)
cd "$(mktemp -d)" || exit 99
trap 'rm -rf "$PWD"' EXIT
"$write" group.ics || exit 99
PYTHONDONTWRITEBYTECODE=1 "$python" "$here/read_calendar.py" group.ics
