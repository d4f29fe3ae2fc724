# SPDX-License-Identifier: GPL-3.0-or-later
# Documents as lines, one a row of a table or a paragraph. Sourced after common.sh, not run.

in_lines() { # file: what it says goes to the file "said"; fails where the tool for it is missing
	case $1 in
	*.docx) unzip -p "$1" word/document.xml 2> /dev/null |
		sed 's/<w:pStyle w:val="\(Title\|Heading[0-9]\)"[^>]*>/\1: /g; s/<w:p\/>//g; s/<\/w:p><\/w:tc>/|/g; s/<\/w:tr>\|<\/w:p>/\n/g' ;;
	*.xlsx) for sheet in 1 2 3 4 5 6 7 8 9 10 11 12; do # a cell is A1=what
		unzip -p "$1" "xl/worksheets/sheet$sheet.xml" 2> /dev/null |
			sed 's/<c r="\([A-Z]*[0-9]*\)"[^>]*>/\1=/g; s/<\/c>/|/g; s/<\/row>\|<pageMargins/\n&/g; s/<pageMargins.*//; s/\([0-9]\.[0-9]\{6\}\)[0-9]*/\1/g'
	done ;;
	*.pdf) pdftotext -layout "$1" - 2> /dev/null | tr -s ' \f' ' ' | sed 's/^ //' ;;
	*.html) sed '/<style/,/<\/style>/d; s/<h\([1-4]\)[^>]*>/\nh\1: /g; s/<\/t[dh]>/|/g; s/<\/tr>\|<\/dd>/\n/g; s/<\/dt>/: /g' "$1" ;;
	*) cat "$1" ;;
	esac | sed 's/<[^>]*>//g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g; s/ *$//' | grep . > said
}
reads() { # sentence, file, what it must say as a whole: tests/data/cli/papers/NAME; UPDATE=1 writes that anew
	if ! in_lines "$2"; then skip "$1" "unzip or pdftotext is not installed"; return; fi
	if [ -n "$UPDATE" ]; then cp said "$abs_top_srcdir/tests/data/cli/papers/$3"; fi
	if diff -u "$abs_top_srcdir/tests/data/cli/papers/$3" said > difference; then pass "$1"; else fail "$1" "$(cat difference)"; fi
}
says() { # sentence, file; the whole lines that must be in it on standard input
	cat > wanted
	if ! in_lines "$2"; then skip "$1" "unzip or pdftotext is not installed"; return; fi
	while IFS= read -r line; do
		grep -qxF -- "$line" said || printf 'missing: %s\n' "$line"
	done < wanted > missing
	if [ -s missing ]; then fail "$1" "$(cat missing said)"; else pass "$1"; fi
}
