#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Keying on a disk that truly fills, a small one of its own: what was acknowledged is there after a kill,
# what was typed is saved when there is room.
play=${abs_top_builddir:-.}/tests/screen/play
[ -x "$play" ] || { echo '1..0 # SKIP no libvterm'; exit 0; }
unshare -Urm sh -c 'mount -t tmpfs tmpfs /mnt' 2> /dev/null || { echo '1..0 # SKIP no small disk can be mounted here'; exit 0; }
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
mkdir "$work/disk"
cat > "$work/a-disk-that-fills-while-one-keys.play" <<X
run --database $work/disk/a.db init --demo
run --database $work/disk/a.db office set kind=gmina own_unit=0206041
run --database $work/disk/a.db import questionnaire --yes --publish $abs_top_srcdir/tests/screen/data/krotka
run --database $work/disk/a.db survey add people name=People questionnaire=krotka
run --database $work/disk/a.db wave add people
run --database $work/disk/a.db batch add people-2026 last=4
start --language en --database $work/disk/a.db
key 3 1 Enter Enter y
type 1
key Enter
type 4
fill $work/disk/filling
type 5
expect-text "The disk is full, so nothing was saved."
type 3
key Enter
expect-text "The disk is full, so nothing was saved."
remove $work/disk/filling
type 1
expect-text "Everything is saved again."
key 2 Enter
fill $work/disk/filling
key *
expect-text "The disk is full, so nothing was saved."
kill
expect-exit 137
remove $work/disk/filling
start --language en --database $work/disk/a.db
key 3 1 Enter Enter
type 1
key Enter
expect-text "goes on where it was left"
key *
fill $work/disk/filling
key Enter
expect-text "The disk is full, so nothing was saved."
remove $work/disk/filling
key Enter
expect-text "Form 1 is finished and saved."
type 1
key F4 1
expect-text "Form 1"
fill $work/disk/filling
type 2
expect-text "The disk is full, so nothing was saved."
remove $work/disk/filling
key Enter
expect-text "Everything is saved again."
kill
expect-exit 137
start --language en --database $work/disk/a.db
key 3 1 Enter Enter
type 1
key F4 F2
expect-text "2 answers were changed."
X
# shellcheck disable=SC2016
unshare -Urm sh -c 'mount -t tmpfs -o size=20m tmpfs "$1/disk" && "$2" "$3" "$1"/*.play' \
	sh "$work" "$play" "$GROMADA_PROGRAM"
