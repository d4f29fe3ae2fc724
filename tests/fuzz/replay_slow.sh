#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every file of the corpora again, cut off and changed at more places than in make check.
cd "${abs_top_builddir:-.}/tests/fuzz" || exit 99
FUZZ_CHANGES=${FUZZ_CHANGES:-100}
export FUZZ_CHANGES
number=0
for target in replay_*; do
	[ -f "$target" ] && [ -x "$target" ] || continue
	number=$((number + 1))
	if "./$target" > "$target.slow.out" 2>&1; then
		echo "ok $number - ${target#replay_} holds at $FUZZ_CHANGES places of every file"
	else
		echo "not ok $number - ${target#replay_} holds at $FUZZ_CHANGES places of every file"
		tail -n 20 "$target.slow.out" | sed 's/^/# /'
	fi
	rm -f "$target.slow.out"
done
[ "$number" -gt 0 ] || echo "not ok 1 - there are programs to run"
echo "1..$((number ? number : 1))"
