#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Paper forms, slips and protocols, as text and as PDF.
. "$abs_top_srcdir/tests/cli/common.sh"
pages() { pdftotext -layout "$1" - 2> /dev/null; }
prepare
g office set kind=gmina own_unit=020101 purpose=test
g import questionnaire --yes --publish residents; done_well a_questionnaire_comes_with_the_program
g survey add people name=Residents questionnaire=residents
g wave add people 'controller=Mayor of the town' 'purpose=to ask' case-mark=OR.1.2026 archive-class=BE5

# the form
g print questionnaire residents; done_well a_form_is_printed_as_text
holds it_has_its_questions out '1.    How do you rate your locality as a place to live?'
holds it_has_codes_to_key out '[ ] (9) hard to say'
g print questionnaire residents --language pl; holds the_language_can_be_chosen out '[ ] (9) trudno powiedzieć'
g print questionnaire residents --wave people-2026; holds a_wave_says_who_asks out 'The survey is run by (data controller): Mayor of the town'
holds and_what_for out 'Purpose of the survey: to ask'
g print questionnaire residents -o form.pdf; done_well a_form_is_printed_as_PDF
holds its_pages_are_told out 'Written: 7 pages.'
g print questionnaire residents -o form.pdf; refused a_file_is_not_replaced_unasked 1 '--force'
g print questionnaire residents -o form.xlsx; refused a_form_is_no_workbook 1 '.pdf or .txt'
g print questionnaire nothing -o x.pdf; refused an_unknown_questionnaire_is_refused 1 'nothing'
absent nothing_is_left_behind x.pdf
g print questionnaire residents --number 7 -o x.pdf; refused an_unknown_version_is_refused 1 '7'
g print questionnaire employees --wave people-2026 -o x.pdf; refused a_wave_prints_its_own_questionnaire 1 'asks the questionnaire residents'
g print questionnaire residents --format text -o "$db"; refused the_database_is_not_written_over 1 'database itself'

# slips
g batch add people-2026 last=40 from=Registry spoilt=1 reason=wet room=12 binder=A3
g print batch people-2026 1; done_well a_slip_is_printed
holds it_says_from_whom out 'Registry'
holds it_says_which_numbers out '1–40'
holds it_says_why out 'wet'
holds it_is_signed out 'date and signature: .....'
g print second people-2026 1; done_well forms_to_fetch_are_listed
g print differences people-2026; holds differences_have_room_for_the_paper out 'The paper says'
g print protocol people-2026 1; holds a_protocol_counts out 'do not agree'
g print protocol people-2026; holds the_waves_has_the_case_mark out 'OR.1.2026'
holds and_the_archive_class out 'BE5'
g print protocol people-2026 9; refused an_unknown_batch_is_refused 1 'gromada list batches prints all of them'
g print batch nothing 1; refused an_unknown_wave_is_refused 1 'gromada list waves prints all of them'
for slip in 'batch people-2026 1' 'second people-2026 1' 'differences people-2026' 'protocol people-2026'; do
	g print $slip -o slip.pdf --force; done_well "as_PDF_too_$(echo $slip | tr ' -' __)"
done
g list units -o units.pdf; done_well a_list_is_printed_as_PDF
g list units --format csv -o list.pdf; refused a_PDF_is_no_CSV 1 'would not be a PDF'

# what an independent reader finds
if command -v pdftotext > /dev/null; then
	pages form.pdf > out; holds a_reader_finds_the_questions out 'How do you rate your locality as a place to live?'
	holds a_reader_finds_the_last_page out 'page 7 of 7'
	pages slip.pdf > out; holds a_reader_finds_the_protocol out 'Protocol of the wave, state on'
else
	skip a_reader_finds_what_was_written 'pdftotext is not installed'
fi
g --language pl print questionnaire residents -o a.pdf; g --language pl print questionnaire residents -o b.pdf
true_that twice_the_same_bytes cmp -s a.pdf b.pdf
if small_disk 64k; then
	g print questionnaire residents -o full/form.pdf; refused a_full_disk_is_told 1 'full'
	absent no_half_form_is_left full/form.pdf
	umount full
else
	skip a_full_disk_is_told 'no disk of its own can be made here'
fi
mkdir -p fonts "$HOME/.config/gromada"
printf '[folders]\nfonts = %s/fonts\n' "$work" > "$HOME/.config/gromada/gromada.ini"
g print questionnaire residents -o c.pdf; refused a_missing_font_is_named 1 'fonts/DejaVuSans.ttf is not there'
absent no_file_without_letters c.pdf
finish
