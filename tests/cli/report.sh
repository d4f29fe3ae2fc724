#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The report of a survey in every form, and what it refuses.
. "$abs_top_srcdir/tests/cli/common.sh"
prepare
g office set kind=gmina own_unit=020101 purpose=test
data=$abs_top_srcdir/tests/data/report
g import questionnaire "$data" --yes --publish
g survey add z "name=Życie w gminie" questionnaire=zycie
g wave add z planned=400 population=3000
g report survey z-2026; refused a_wave_without_forms_has_no_report 1 'z-2026'
g import answers z-2026 "$data/answers.csv" --yes; done_well answers_are_there

# Polish, as an office reads it
"$GROMADA_PROGRAM" --language pl --database "$db" report survey z-2026 --by plec -o r.txt 2> err; status=$?
done_well a_report_is_written
if diff -u "$data/report-pl.txt" r.txt > difference; then pass it_is_as_it_was_read_by_eye
elif [ -n "$UPDATE" ]; then cp r.txt "$data/report-pl.txt"; pass it_is_as_it_was_read_by_eye
else fail it_is_as_it_was_read_by_eye "$(cat difference)"; fi
same no_line_is_wider_than_the_page "$(lines -E '^.{81,}' r.txt)" 0

for form in docx pdf html xlsx; do
	"$GROMADA_PROGRAM" --language pl --database "$db" report survey z-2026 --by plec --by @mode -o r.$form 2> err; status=$?
	done_well "a_report_is_written_as_$form"
done
"$GROMADA_PROGRAM" --language pl --database "$db" report survey z-2026 --by plec --by @mode -o again.docx; true_that the_same_report_has_the_same_bytes cmp r.docx again.docx
g report survey z-2026 -o r.docx; refused a_file_is_not_replaced 1 '--force'
if command -v unzip > out 2>&1; then
	unzip -tq r.docx > out 2>&1; true_that a_docx_is_a_sound_package [ $? = 0 ]
	mkdir docx xlsx; (cd docx && unzip -q ../r.docx); (cd xlsx && unzip -q ../r.xlsx)
	if command -v xmllint > out 2>&1; then
		true_that its_parts_are_well_formed xmllint --noout docx/word/*.xml docx/docProps/*.xml docx/_rels/.rels 'docx/[Content_Types].xml'
	else skip its_parts_are_well_formed 'no xmllint'; fi
	same its_chapters_are_headings "$(grep -o 'w:val="Heading1"' docx/word/document.xml | wc -l | tr -d ' ')" 4
	holds it_is_polish docx/word/styles.xml 'w:lang w:val="pl-PL"'
	holds a_workbook_has_a_sheet_a_chapter xlsx/xl/workbook.xml 'Rozkłady odpowiedzi'
else
	for s in a_docx_is_a_sound_package its_parts_are_well_formed its_chapters_are_headings it_is_polish a_workbook_has_a_sheet_a_chapter; do skip $s 'no unzip'; done
fi
if command -v pdftotext > out 2>&1; then
	pdftotext -layout r.pdf pdf.txt 2> /dev/null
	holds pages_read_back_in_polish pdf.txt 'Wyniki badania „Życie w gminie”'
	holds with_what_is_hidden pdf.txt '# ukryte'
else skip pages_read_back_in_polish 'no pdftotext'; skip with_what_is_hidden 'no pdftotext'; fi

# What is hidden stands in no form: two buses rated 5 among the men.
holds hidden_is_a_sign_and_a_word r.html '# ukryte'
g report survey z-2026 --threshold 30 --format html; holds the_threshold_can_be_raised out 'fewer than 30'
g report survey z-2026 --threshold 2 --format html; holds and_not_lowered out 'fewer than 5'

# texts only where they are asked for; chosen questions alone
g report survey z-2026 --format text; holds how_many_wrote_is_said out 'Answers in words: 60.'
true_that texts_are_left_out sh -c '! grep -q "więcej drzew" out'
g report survey z-2026 --texts --format text; holds texts_stand_where_they_are_asked_for out 'więcej drzew'
holds with_a_warning out 'Texts may name people'
g report survey z-2026 --texts --where '${osoby} > 2' --format text; holds not_under_a_condition out 'stands in reports on all forms only'
same where_none_is_listed "$(lines drzew)" 0
for form in docx pdf html xlsx; do
	g report survey z-2026 --texts --question uwagi --question drogi -o t.$form; done_well "texts_are_written_as_$form"
done
g report survey z-2026 --question szkoly --question drogi --question szkoly --by plec --format text
holds chosen_questions_are_said out '2 chosen ones'
same only_they_stand_there "$(lines 'buses')" 0
holds a_grid_is_as_long_as_its_chosen_rows out 'schools'
holds and_breaks_remain out 'By question 1. Sex'
g report survey z-2026 --question drogi --format text; holds one_row_of_a_grid_is_a_question out '3a. roads'
g report survey z-2026 --question kolor; refused an_unknown_question_is_not_chosen 1 'kolor'

# a part of the forms, and what cannot be done
g report survey z-2026 --where '${osoby} > 2' --format text; holds a_filter_is_said_in_words out 'Only forms with:  How many people live in the household > 2'
g report survey z-2026 --where '${osoby} > 99'; refused a_filter_that_selects_none_is_refused 1 'Fewer than 10 forms of the wave'
g report survey z-2026 --where '${osoby} >'; refused an_expression_must_compile 1 'xpression'
g report survey z-2026 --by kolor; refused an_unknown_question_is_refused 1 'kolor'
g report survey z-2026 --weight; refused a_wave_without_weights_is_refused 1 'no weights'
printf 'questions,categories,population,source\nplec,k,1500,\nplec,m,1400,\nplec,i,100,\n' > weights.csv
g weights import z-2026 weights.csv; done_well weights_are_made
g report survey z-2026 --weight --format text; holds a_weighted_report_says_so out 'Results:         weighted'
holds with_its_margins_as_the_questions_are_worded out '* Sex'
holds and_what_becomes_of_those_who_refused out 'Forms without a category in a margin'
same but_no_effective_number_that_tells_of_a_margin "$(lines 'effective n = ')" 0
holds as_it_says out 'Effective n and what rests on it are not given'
g report survey z-2026 -o r.csv; refused a_report_is_no_csv 1 'not as “.csv”'
g report survey z-2026 -o r.odt; refused the_ending_that_was_given_is_named 1 'not as “.odt”'
absent and_nothing_is_left r.csv
g report survey z-2026 --threshold many; refused a_threshold_is_a_number 1 'many'
g report survey z-2027; refused an_unknown_wave_is_refused 1 'gromada list waves'
g report survey z-2026 -o "$db" --format text --force; refused the_database_is_not_overwritten 1 'database itself'
g rank --indicator P2137.1 --year 2019 -o w.docx --format csv; refused a_docx_is_no_csv 1 'would not be a Word document'
if small_disk 4k; then
	g report survey z-2026 -o full/r.html --by plec; refused a_full_disk_is_said 1 'disk is full'
	g report survey z-2026 -o full/r.docx --by plec; refused nor_is_a_docx_kept_in_part 1 'disk is full'
	same no_partial_file_is_left "$(ls -A full)" ''
	umount full
else skip a_full_disk_is_said 'no disk of its own'; skip nor_is_a_docx_kept_in_part 'no disk of its own'; skip no_partial_file_is_left 'no disk of its own'; fi

# a table and the same turned round hide the same cells
g report survey z-2026 --question gmina --question plec --by plec --by gmina --format text; same two_breaks_are_crossed_both_ways "$(grep 'By: ' out | sort -u | grep -c .)" 2

# a wave whose texts are gone does not say that nobody wrote one
g wave change z-2026 keep-until=2026-01-01; g wave close z-2026; g wave erase z-2026 --yes
g report survey z-2026 --question uwagi --format text; holds erased_texts_are_said_to_be_erased out 'were erased when their time was over'
same and_not_to_be_none "$(lines 'Answers in words')" 0
# Papers that a file brought came back as those that were received here.
g wave add z code=w-2025 year=2025 planned=40
g batch add w-2025 first=1 last=4 received=4 from=school on=2026-11-20; done_well some_papers_are_received
awk -F, 'NR == 1 { print $0 ",mode" } NR > 1 && NR < 14 { print $0 "," (NR < 8 ? "paper" : "online") }' "$data/answers.csv" > papers.csv
g import answers w-2025 papers.csv --yes; done_well papers_keyed_elsewhere_are_there
g report survey w-2025 -o w.txt; holds one_rate_counts_both w.txt 'handed out: 40; came back: 10, which is a return rate of 25.0'
g list waves; same and_online_ones_are_told_apart "$(grep ^w-2025 out | cut -d, -f12)" 6


# ---- a name with quotes, and seven words over a grid ----

mkdir seven
cat > seven/survey.csv <<'.'
type,name,label::English (en),number,page,appearance
begin_group,grid,What do you say of these?,1,1,table-list
select_one say,a,clean air and quiet,,,
select_one say,b,jobs in the neighbourhood,,,
end_group,,,,,
.
cat > seven/choices.csv <<'.'
list_name,name,label::English (en),code,missing
say,1,very badly,1,
say,2,rather badly,2,
say,3,neither badly nor well,3,
say,4,rather well,4,
say,5,excellent,5,
say,6,inapplicable,6,not_applicable
say,7,undecidedly,7,dont_know
.
g import questionnaire seven --yes --publish
g survey add seven "name=Rating of „Łódź”" questionnaire=seven; g wave add seven year=2026
awk 'BEGIN { print "form_number,a,b"; for (n = 1; n <= 120; n++) printf "%d,%d,%d\n", n, 1 + n % 7, 1 + n % 5 }' > a.csv
g import answers seven-2026 a.csv --yes; g report survey seven-2026 --format text
holds quotes_in_a_name_are_not_those_around_it out 'Results of the survey “Rating of «Łódź»”'
same seven_columns_of_answers_stand_on_the_page "$(lines -E '^.{81,}')" 0

# Organisations are no people.
cp -r "$data" ngo; sed -i 's/zycie,1/zycie-ngo,1/; s/,residents/,ngo/' ngo/settings.csv; g import questionnaire ngo --yes --publish
g survey add n name=NGO questionnaire=zycie-ngo; g wave add n population=300; g import answers n-2026 "$data/answers.csv" --yes
g report survey n-2026 --format text; holds organisations_are_counted_as_such out 'asks about 300 organisations'
g report survey n-2026 --format html; holds and_their_shares_too out 'Of organisations, %'
finish
