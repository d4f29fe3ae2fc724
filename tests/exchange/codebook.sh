#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Code books hold what DDI-Codebook 2.5 and Triple-S 2.0 allow, in their order; the parts of the
# standards that are used stand in tests/data/codebook.
parts=${abs_top_srcdir:-.}/tests/data/codebook
write=${abs_top_builddir:-.}/tests/exchange/write_dataset
cd "$(mktemp -d)" || exit 99
trap 'rm -rf "$PWD"' EXIT
n=0
ok() { n=$((n + 1)); echo "ok $n - $1"; }
bad() { n=$((n + 1)); echo "not ok $n - $1"; shift; printf '%s\n' "$@" | head -n 20 | sed 's/^/# /'; }
if ! command -v xmllint > found 2>&1; then
	echo '1..0 # SKIP xmllint is not installed'
	exit 0
fi
valid() { # sentence, option, schema, file
	if xmllint --nonet --noout "$2" "$parts/$3" "$4" 2> err; then ok "$1"; else bad "$1" "$(cat err)"; fi
}
"$write" book plain.xml plain.sss numbers-texts-weights.xml numbers-texts-weights.sss > out || exit 99
valid a_code_book_is_ddi --schema ddi-2.5-part.xsd plain.xml
valid with_texts_weights_and_numbers_too --schema ddi-2.5-part.xsd numbers-texts-weights.xml
valid a_survey_is_triple_s --dtdvalid triple-s-2.0-part.dtd plain.sss
valid with_texts_weights_and_numbers_too --dtdvalid triple-s-2.0-part.dtd numbers-texts-weights.sss
sed 's/<var /<var wrong="1" /' plain.xml > wrong.xml
if xmllint --nonet --noout --schema "$parts/ddi-2.5-part.xsd" wrong.xml 2> err; then bad what_is_wrong_is_found; else ok what_is_wrong_is_found; fi
value() { xmllint --xpath "$1" "$2" 2> err; }
if [ "$(value 'string(//*[local-name()="var"][@name="roads"]/*[local-name()="catgry"][@missType="dont_know"]/*[local-name()="labl"])' plain.xml)" = 'trudno powiedzieć' ]
then ok polish_letters_stay; else bad polish_letters_stay "$(grep -n trudno plain.xml)"; fi
if [ "$(value 'string(//*[local-name()="var"][@name="balance"]/*[local-name()="invalrng"]/*/@min)' plain.xml)" = -998 ]
then ok reasons_have_the_range_of_the_file; else bad reasons_have_the_range_of_the_file "$(cat err)"; fi

if [ "$(value 'string(//variable[name="roads"]/values/value[5]/@score)' plain.sss)" = 5 ] &&
	[ "$(value 'string(//variable[name="roads"]/values/value[6][not(@score)])' plain.sss)" = 'trudno powiedzieć' ]
then ok printed_exits_have_no_score; else bad printed_exits_have_no_score "$(grep -n score plain.sss)"; fi
if [ "$(value 'string(//variable[@use="serial"]/name)' numbers-texts-weights.sss)" = form_number ] &&
	[ "$(value 'string(//variable[@use="weight"]/name)' numbers-texts-weights.sss)" = weight ]
then ok the_number_is_the_serial_one; else bad the_number_is_the_serial_one "$(grep -n 'use=' numbers-texts-weights.sss)"; fi

# The data of Triple-S: a field for each variable, the marks of several answers in one.
"$write" 300 data.sss > out || exit 99
if awk -F, 'NR == 1 { fields = NF } NF != fields { exit 1 }' data.csv && [ "$(wc -l < data.csv)" = 301 ]
then ok every_row_has_a_field_for_each_variable; else bad every_row_has_a_field_for_each_variable "$(head -n 3 data.csv)"; fi
if [ "$(head -n 1 data.csv | tr , '\n' | wc -l)" = "$(value 'count(//variable)' data.sss)" ]
then ok the_description_has_as_many; else bad the_description_has_as_many; fi
at=$(value 'string(//variable[name="services"]/position/@start)' data.sss)
if cut -d, -f"$at" data.csv | sed 1d | grep -qvE '^("[01]{4}")?$'; then bad several_answers_are_noughts_and_ones
else ok several_answers_are_noughts_and_ones; fi
if value '//value/@code' data.sss | grep -q -- '-'; then bad no_code_is_below_nought; else ok no_code_is_below_nought; fi
echo "1..$n"
