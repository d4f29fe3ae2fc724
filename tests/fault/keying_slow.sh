#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Keying on a real terminal, killed again and again. FAULT_KILLS says how often (default 1000, half a minute).
kills=${abs_top_builddir:-.}/tests/fault/keying_kills
[ -x "$kills" ] || { echo '1..0 # SKIP no libvterm'; exit 0; }
export GROMADA_TEST=1
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
HOME=$work; export HOME
cd "$work" || exit 99
g() { "$GROMADA_PROGRAM" --language en --database a.db "$@" < /dev/null >> log 2>&1; }
mkdir form
awk 'BEGIN {
	print "type,name,label,page"
	for (i = 1; i <= 60; i++) printf "select_one scale,q%02d,Question %d,%d\n", i, i, (i - 1) / 15 + 1
}' > form/survey.csv
printf 'list_name,name,label\nscale,1,one\nscale,2,two\nscale,3,three\nscale,4,four\nscale,5,five\n' > form/choices.csv
printf 'form_id,form_title\nkills,Kills\n' > form/settings.csv
{ g init --demo && g office set kind=gmina own_unit=0206041 && g import questionnaire --yes form &&
	g questionnaire publish kills && g survey add kills name=Kills questionnaire=kills &&
	g wave add kills && g batch add kills-2026 first=1 last=2000 received=2000 from=x on=2026-11-20 &&
	g operator add K name=Keyer from=2026-01-01 "account=$(id -un)"; } ||
	{ echo 'Bail out! the questionnaire is not there'; sed 's/^/# /' log; exit 1; }
"$kills" "$GROMADA_PROGRAM" a.db 1 "${FAULT_KILLS:-1000}"
