#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The rules of the house that a machine can keep.
top=${abs_top_srcdir:-$(cd "$(dirname "$0")/.." && pwd)}
n=0
try() { # sentence, command...
	sentence=$1; shift
	n=$((n + 1))
	if out=$("$@" 2>&1); then echo "ok $n - $sentence"; else
		echo "not ok $n - $sentence"; printf '%s\n' "$out" | sed 's/^/# /'
	fi
}
skip() { n=$((n + 1)); echo "ok $n - $1 # SKIP $2"; }

translated() {
	report=$(msgfmt -c --statistics -o /dev/null "$top/po/pl.po" 2>&1) || { echo "$report"; return 1; }
	case $report in *untranslated* | *fuzzy*) echo "$report"; return 1 ;; esac
}
known() { # every message of the sources is in the template
	cd "$top" && xgettext --keyword=_ --keyword=N_ --keyword=P_:1,2 --keyword=C_:1c,2 --from-code=UTF-8 \
		--files-from=po/POTFILES.in -o - | msgcmp --use-untranslated po/pl.po - 2>&1
}
installed() { # the translation that make install takes has every message of pl.po
	msgfmt -o - "$top/po/pl.po" | msgunfmt - | grep -c '^msgid' > whole
	msgunfmt "$top/po/pl.gmo" | grep -c '^msgid' | diff whole - || { rm -f whole; return 1; }
	rm -f whole
}
listed() { cd "$top" && grep -rlE '\b(_|N_|P_|C_)\("' src --include='*.[ch]' | sort | while read -r f; do
		grep -qx "$f" po/POTFILES.in || { [ "$f" = src/base/i18n.h ] || echo "not in po/POTFILES.in: $f"; }
	done | { ! grep .; }; }

named() { # every act that is written to the audit log has words on the screen
	cd "$top" && grep -rhoE '"[a-z_]+(\.[a-z_-]+)+"' src/model src/exchange src/store --include='*.c' | sort -u |
		grep -vE '\.(c|h|csv|xml|db|uid|code|own|system)"$' | while read -r act; do
		grep -qF "{ $act, N_(" src/screens/office/act_words.c || echo "no words for $act"
	done | { ! grep .; }
}

handed_out() { # what make dist takes, folders with all that is in them; po/ lists its own
	printf 'include Makefile\nlisted:\n\t@:$(foreach f,$(DISTFILES),$(info $(f)))\n' > listed.mk
	env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL "${MAKE:-make}" -s --no-print-directory -f listed.mk listed |
		sed "s|^$top/||; s|^\(\.\./\)*||; s|^\./||" > listed.txt
	git -C "$top" ls-files -- ':!po' ':!.git*' | awk 'NR == FNR { there[$0]; next }
		{ for (path = $0; path != "" && !(path in there); sub(/\/?[^\/]*$/, "", path)); }
		path == "" { print $0 " is not handed out"; missing = 1 }
		END { exit missing }' listed.txt -
	result=$?
	rm -f listed.mk listed.txt
	return $result
}

try every_folder_knows_only_the_floors_below_it sh "$top/build-aux/check-layers" "$top"
try every_act_of_the_audit_log_has_words named
try files_and_functions_stay_small sh "$top/build-aux/check-sizes" "$top"
if [ -e "$top/.git" ] && command -v git >/dev/null 2>&1 && [ -f Makefile ]; then
	try every_file_of_the_project_is_handed_out handed_out
else
	skip every_file_of_the_project_is_handed_out "not in a git tree"
fi
if command -v msgfmt >/dev/null 2>&1; then
	try every_message_is_translated_into_Polish translated
	try the_translation_knows_every_message known
	try every_source_with_messages_is_listed listed
	try the_whole_translation_is_installed installed
else
	skip the_translation_is_complete "no gettext tools"
fi
if command -v mandoc >/dev/null 2>&1; then
	try manual_pages_are_clean sh -c "mandoc -Tlint -W warning '$top'/man/*.[15] '$top'/man/pl/*.[15]"
else
	skip manual_pages_are_clean "no mandoc"
fi
echo "1..$n"
