# SPDX-License-Identifier: GPL-3.0-or-later
# What the command tests share: a place of their own, the program, TAP. Sourced, not run.
export GROMADA_TEST=1 GROMADA_NOW=2026-11-22T12:00:00Z
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_DOCUMENTS_DIR
fixtures=$abs_top_srcdir/tests/data/cli
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
HOME=$work/home; export HOME
mkdir -p "$HOME"
cd "$work" || exit 99
db=$work/test.db
n=0

p() { # the program on the test's database, in English
	"$GROMADA_PROGRAM" --language en --database "$db" "$@"
}
g() { # the same; out, err and status keep what came
	p "$@" > out 2> err < /dev/null
	status=$?
	return 0
}
pass() { n=$((n + 1)); echo "ok $n - $1"; }
fail() { # sentence, then what was seen
	n=$((n + 1)); echo "not ok $n - $1"
	shift; for seen; do printf '%s\n' "$seen" | sed 's/^/# /'; done
}
skip() { n=$((n + 1)); echo "ok $n - $1 # SKIP $2"; }
# sentence, expected exit code, then what standard error must hold ('' = nothing at all)
refused() {
	if [ "$status" != "$2" ]; then fail "$1" "exit $status, expected $2" "$(cat err)"; return; fi
	if [ -z "$3" ]; then if [ -s err ]; then fail "$1" "$(cat err)"; else pass "$1"; fi; return; fi
	if grep -qF -- "$3" err; then pass "$1"; else fail "$1" "expected: $3" "$(cat err)"; fi
}
done_well() { # sentence
	if [ "$status" = 0 ]; then pass "$1"; else fail "$1" "exit $status" "$(cat err)"; fi
}
prints() { # sentence; expected text on standard input
	cat > expected
	if [ "$status" = 0 ] && diff -u expected out > difference; then pass "$1"
	else fail "$1" "exit $status" "$(cat difference err)"; fi
}
same() { # sentence, two texts
	if [ "$2" = "$3" ]; then pass "$1"; else fail "$1" "expected: $3" "found: $2"; fi
}
holds() { # sentence, file, text
	if grep -qF -- "$3" "$2"; then pass "$1"; else fail "$1" "expected: $3" "$(head -n 20 "$2")"; fi
}
true_that() { # sentence, command...
	sentence=$1; shift
	if "$@"; then pass "$sentence"; else fail "$sentence" "exit $?" "$(tail -n 20 out err)"; fi
}
absent() { # sentence, path
	if [ -e "$2" ]; then fail "$1" "$(ls -ld "$2")"; else pass "$1"; fi
}
rows() { if [ "$status" = 0 ]; then sed 1d out | wc -l | tr -d ' '; else echo "exit $status"; fi; } # of the table in out
lines() { # [-i|-E] pattern [file]: how many hold it, of what a command that went well has written
	case $1 in -?*) with="-c${1#-}"; shift ;; *) with=-c ;; esac
	if [ "$status" = 0 ]; then grep "$with" -- "$1" "${2:-out}"; else echo "exit $status"; fi
}
lines_where() { awk -F, "NR > 1 && ($1)" out > those; lines '' those; } # condition of awk: the same of the table in out
last_import() { p list imports | sed -n 2p | cut -d, -f1; }
small_disk() { # size: the folder "full" becomes a disk of its own, where that is allowed
	mkdir full && [ "$(id -u)" = 0 ] && mount -t tmpfs -o size="$1" tmpfs full
} 2> /dev/null
contents() { # everything the database says, as one checksum
	for what in "list imports" "list units --ended --from-bdl" "list indicators" "group list" "office show"; do
		# shellcheck disable=SC2086
		p $what
	done 2>&1 | grep -v '^size,' | cksum
	p list indicators --with-values | sed 1d | cut -d, -f1 |
		while read -r code; do p values --indicator "$code"; done | cksum
}
prepare() { # a database with register, population and unemployment
	g init
	g import teryt --yes "$fixtures/TERC_Urzedowy_2020-01-01.csv"
	g import bdl --yes "$fixtures/LUDN_2137_CREL_20210101000000.csv" "$fixtures/RYNE_2392_CTAB_20220101000000.csv"
	[ "$status" = 0 ] || { echo "Bail out! no database: $(cat err)"; exit 99; }
}
finish() { echo "1..$n"; }
