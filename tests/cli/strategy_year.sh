#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A strategy's year by command: offices asked, sheets out and in, causes, the report, approval,
# corrections, an evaluation with its recommendations.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
s=SR-2030

g round open $s 2026; refused a_year_that_is_not_over_is_not_begun 1 'not over yet'
g round open $s 2019; refused nor_one_outside_the_strategy 1 '2021 to 2030'
g list missing $s --year 2025; done_well what_is_missing_is_told_before_the_year_begins
g round set $s 2025 due_on=2026-12-31; refused a_year_that_has_not_begun_is_told 1 'gromada round open'
g round open $s 2025 due_on=2026-12-31 'summary=Rok dużych inwestycji.'; holds a_year_begins_and_asks_the_offices out 'The monitoring of 2025 has begun'
g round open $s 2025; refused a_year_begins_once 1 'already'
g strategy set $s last_year=2024 reason=x; refused a_year_whose_monitoring_has_begun_stays_in_the_strategy 1 'The monitoring of 2025 has begun'
g list rounds $s; holds years_are_listed out "$s,2025,2026-11-22,2026-12-31,"

# ---- sheets of offices ----
g round sheet $s 2025 'Nie ma takiego' -o none.csv; refused an_office_without_work_gets_no_sheet 1 'neither an indicator'
g round sheet $s 2025 'Ośrodek Pomocy Społecznej' -o sheet.csv --format csv; done_well an_office_gets_its_sheet
holds with_the_figures_that_it_keys sheet.csv 'Nowe miejsca opieki utworzone od 2021 roku'
g round sheet $s 2025 'Ośrodek Pomocy Społecznej' -o sheet.xlsx; done_well it_goes_out_as_a_workbook
if unzip -p sheet.xlsx xl/worksheets/sheet1.xml > cells 2> /dev/null; then
	holds of_which_all_is_locked cells '<sheetProtection sheet="1"'
	holds but_the_cells_to_fill_in cells 's="2"'
else
	skip of_which_all_is_locked 'unzip is not installed'
fi
unchanged='Everything in the file is known already'
if [ -f cells ]; then
	holds whose_states_are_chosen_from_words cells '<dataValidation type="list"'
	holds and_whose_figures_are_numbers cells '<c r="F2" s="3"><v>'
fi
g round take sheet.xlsx --yes; holds and_comes_back_as_it_went out "$unchanged"
# in_per_cent CELL=NUMBER …: the sheet with these cells in the format of per cent, as where 12% is typed
in_per_cent() {
	python3 - "$@" <<'X'
import re, sys, zipfile
given = dict(a.split('=') for a in sys.argv[1:])
with zipfile.ZipFile('sheet.xlsx') as old, zipfile.ZipFile('percent.xlsx', 'w') as new:
    for name in old.namelist():
        text = old.read(name).decode()
        text = text.replace('formatCode="#,##0"', 'formatCode="0.0%"')
        text = text.replace(' s="3">', ' s="6">')
        for cell, value in given.items():
            text = re.sub(r'<c r="%s"( [^>]*[^/>])?>.*?</c>' % cell, '<c r="%s" s="3"><v>%s</v></c>' % (cell, value), text)
        new.writestr(name, text)
X
}
with_text() { # the sheet with words of it changed to others
	python3 - "$@" <<'X'
import sys, zipfile
with zipfile.ZipFile('sheet.xlsx') as old, zipfile.ZipFile('other.xlsx', 'w') as new:
    for name in old.namelist():
        new.writestr(name, old.read(name).decode().replace(sys.argv[1], sys.argv[2]))
X
}
if python3 -c 'import zipfile' 2> /dev/null; then
	in_per_cent F3=0.12 F5=0.71; g round take percent.xlsx
	holds per_cent_of_an_indicator_is_read_as_it_is_shown out 'F3: the cell shows per cent; it is read as 12.'
	holds and_of_a_task out 'K2 Dopłaty do klubów dziecięcych: 50%, under way → 71%, under way'
	with_text 'Value of 2025' 'Value of 2024'; g round take other.xlsx
	refused a_heading_of_another_year_is_told_by_its_cell 1 'Cell F1: the heading is “Value of 2024, of tasks %” where the sheet went out with “Value of 2025, of tasks %”'
	with_text 'State of the task' 'Notes'; g round take other.xlsx
	refused and_one_of_another_column 1 'Cell H1: the heading is “Notes”'
	in_per_cent F2=1.1; g round take percent.xlsx
	refused no_other_figure_is_one 1 'Cell F2: the cell shows 110%, but the figure is no percentage'
else skip per_cent_of_an_indicator_is_read_as_it_is_shown 'python3 is not installed'; fi
sed '1s/,value,/,notes,/' sheet.csv > other.csv; g round take other.csv --yes
refused in_a_text_file_by_its_line 1 'Line 1: the heading is “notes” where the sheet went out with “value”'
"$GROMADA_PROGRAM" --language pl --database "$db" round sheet $s 2025 'Ośrodek Pomocy Społecznej' -o polish.xlsx > /dev/null
g round take polish.xlsx --yes; holds a_sheet_in_polish_is_read_by_who_works_in_english out "$unchanged"
g round take sheet.csv --yes; holds a_sheet_that_nobody_filled_in_brings_nothing out "$unchanged"
awk -F, -v OFS=, '/^T/ && !done { $6 = "123"; $7 = "licznik"; done = 1 }
	/^K/ && !said { $6 = "71"; $8 = "running"; said = 1 } { print }' sheet.csv > filled.csv
figure() { # the indicator and the task of the sheet as they stand now
	p round sheet $s 2025 'Ośrodek Pomocy Społecznej' > now.csv
	awk -F, '/^T/ && !t { t = $6 "/" $7 } /^K/ && !k { k = $6 "/" $8 } END { print t, k }' now.csv
}
before=$(figure)
g round take filled.csv; refused what_a_sheet_brings_is_shown_first 1 'add --yes'
holds figure_by_figure out '→ 123'
same and_not_written "$(figure)" "$before"
g round take filled.csv --yes; holds and_written_when_it_is_wanted out 'Taken over as import'
same with_the_task "$(figure)" '123/licznik 71/under way'
id=$(sed -n 's/.*Taken over as import \([0-9]*\);.*/\1/p' out)
g round take filled.csv --yes; holds the_same_sheet_brings_nothing_more out "$unchanged"
g list imports; holds it_stands_in_the_list_of_imports out ',round,filled.csv,'
g import undo "$id"; done_well it_is_taken_back
same what_stood_before_is_back "$(figure)" "$before"
g list rounds $s; if grep -q "^$s,2025,.*,[1-9][0-9]*,0," out; then pass the_delivery_too; else fail the_delivery_too "$(cat out)"; fi
g round take filled.csv --yes; id=$(sed -n 's/.*Taken over as import \([0-9]*\);.*/\1/p' out)
sed 's/^\(T[0-9]*,[^,]*,[^,]*,[^,]*,[^,]*\),123,/\1,124,/' filled.csv > late.csv
g round take late.csv --yes; refused a_colleagues_newer_figure_is_not_overwritten 1 'somebody has changed it'
# Two sheets over each other, taken back from below: what was keyed by nobody is gone at last.
g round sheet $s 2025 'Ośrodek Pomocy Społecznej' -o next.csv --format csv
awk -F, -v OFS=, '/^T/ && !done { $6 = "130"; done = 1 } { print }' next.csv > second.csv
g round take second.csv --yes; second=$(sed -n 's/.*Taken over as import \([0-9]*\);.*/\1/p' out)
g import undo "$id"; same the_newer_sheet_stays_above_one_that_goes "$(figure)" "130/licznik ${before#*żłobków }"
g import undo "$second"; same and_leaves_what_stood_below_both "$(figure)" "$before"
# What a person has keyed since stays.
g round take filled.csv --yes; id=$(sed -n 's/.*Taken over as import \([0-9]*\);.*/\1/p' out)
number=$(sed -n 's/^T\([0-9]*\),.*/\1/p' filled.csv | head -n 1)
g reading set "$number" 2025 140 --replace > /dev/null
g import undo "$id"; same what_a_person_keyed_since_stays "$(figure | cut -d/ -f1)" 140
p reading set "$number" 2025 110 'source=rejestr żłobków' --replace > /dev/null
g round take filled.csv --yes
sed 's/^\(T[0-9]*,[^,]*,[^,]*,[^,]*,[^,]*\),123,/\1,dużo,/' filled.csv > text.csv
g round take text.csv; if [ "$status" = 1 ] && [ -s err ]; then pass text_in_a_figure_is_refused; else fail text_in_a_figure_is_refused "$(cat out err)"; fi
sed 's/,running,/,Under way,/' filled.csv > words.csv
g round take words.csv --yes; done_well states_are_read_in_words_too
p --language pl round sheet $s 2025 'Ośrodek Pomocy Społecznej' -o polski.csv > /dev/null
holds the_polish_sheet_has_polish_headings polski.csv 'Stan zadania'
awk 'BEGIN { RS = "\r\n" } { print }' polski.csv | awk -F';' -v OFS=';' '/^T/ && !t { $6 = "41,5"; t = 1 } { print }' > comma.csv
p --language pl round take comma.csv > out 2>&1; holds a_preview_writes_figures_as_people_do out '→ 41,5'
sed 's/,2025$/,2023/' filled.csv > year.csv
g round take year.csv; refused a_sheet_of_a_year_that_has_not_begun_is_refused 1 'has not begun'
# A sheet of an older year that is written now puts nothing back that was said for a newer one.
p round open $s 2023 > /dev/null
p round sheet $s 2023 'Ośrodek Pomocy Społecznej' | awk -F, -v OFS=, '/^K/ && !k { $6 = 60; k = 1 } { print }' > older.csv
now=$(figure)
g round take older.csv --yes; refused an_older_sheet_does_not_put_a_task_back 1 'was said for 2025 already'
same and_the_task_is_as_it_was "$(figure)" "$now"
g round remove $s 2023; done_well the_older_year_goes_again
# What a task is today is nothing that the sheet of a year before its beginning can say.
cp "$db" begun.db
begun() { "$GROMADA_PROGRAM" --language en --database "$work/begun.db" "$@"; }
begun task set 2 state=running real_from=2026-04-01 percent=40 > /dev/null
begun round sheet $s 2025 'Ośrodek Pomocy Społecznej' > begun.csv
same a_sheet_begins_with_what_the_task_was_in_its_year "$(awk -F, '/^K2,/ { print $6 "/" $8 }' begun.csv)" '0/not started'
awk -F, -v OFS=, '/^K2,/ { $6 = 55; $8 = "running" } { print }' begun.csv > begun55.csv
begun round take begun55.csv --yes > out 2> err; status=$?
refused of_a_task_that_began_later_it_says_nothing 1 'the task began on 2026-04-01'
begun round take begun.csv --yes > out 2> err; status=$?; holds as_it_went_out_it_is_known out "$unchanged"
echo 'a,b,c' > other.csv
g round take other.csv; refused any_other_file_is_no_sheet 1 'T12'
g list rounds $s; if grep -q "^$s,2025,.*,[1-9][0-9]*,[1-9]" out; then pass the_delivery_is_noted; else fail the_delivery_is_noted "$(cat out)"; fi
g round deliver $s 2025 'Wydział Edukacji' 'note=telefon'; holds a_delivery_is_noted_by_hand out 'have delivered'
delivered() { g list rounds $s; grep "^$s,2025," out; }
before=$(delivered)
g round deliver $s 2025 'Wydział Rozwoju' 'sent_on=2030-12-24'; refused a_sheet_cannot_have_been_sent_on_a_day_to_come 1 'still to come'
g round deliver $s 2025 'Wydział Rozwoju' 'sent_on=2026-01-10'; done_well the_day_of_sending_is_noted
g round deliver $s 2025 'Wydział Rozwoju' delivered_on=2026-01-09; refused nothing_is_delivered_before_its_sheet_was_sent 1 'before it got its sheet (2026-01-10)'
if [ "$(delivered)" = "$before" ]; then pass who_was_only_sent_a_sheet_has_not_delivered; else fail who_was_only_sent_a_sheet_has_not_delivered "$(cat out)"; fi
g round deliver $s 2025 'Wydział Rozwju'; refused an_office_that_is_not_asked_cannot_deliver 1 'does not ask'

# ---- causes and measures ----
g list deviations $s --year 2025; done_well what_is_off_its_course_is_listed
off=$(grep '^target,' out | head -n 1 | cut -d, -f2)
g round explain $s 2025 target="$off" cause=; refused a_deviation_needs_a_cause_or_a_measure 1 'Write why'
g round explain $s 2025 target="$off" 'cause=Mniej urodzeń' 'measure=Nowa diagnoza potrzeb' due_on=2026-06-30; done_well a_cause_is_written_with_its_measure
g round explain $s 2025 target=999999 cause=x; refused an_indicator_that_is_not_there_is_told 1 'no such indicator'
g list deviations $s --year 2025; holds causes_are_listed out 'Mniej urodzeń'

# ---- reports ----
g report strategy $s --year 2040; refused a_year_outside_the_strategy_has_no_report 1 'is for the years'
g report strategy $s --year 2028; refused a_year_to_come_has_no_report 1 'has not begun'
g report strategy $s --year 2025; holds the_report_tells_the_cause out 'Mniej'
g report strategy $s --year 2023; holds why_a_task_has_no_per_cent_of_the_year out 'Per cent told for a later year alone, not for 2023: tasks 1'
g report strategy $s --year 2025
holds the_report_names_offices_that_gave_nothing out 'not delivered: '
same each_indicator_has_its_course_once "$(lines '^1.1 Nowe miejsca opieki')" 1
same and_stands_once_among_the_indicators "$(lines '^1.1 *Nowe miejsca .*(2020)')" 1
holds it_begins_with_the_words_of_the_year out 'Rok dużych inwestycji.'
holds it_says_that_it_is_a_draft out 'draft, not approved yet'
holds and_that_it_is_made_up out 'Made-up data'
g report strategy $s --year 2025 --chapter; holds the_chapter_names_its_legal_basis out '28aa'
holds and_its_day out '2026-05-31'
for f in pdf docx xlsx html; do
	g report strategy $s --year 2025 -o "report.$f"; done_well "the_report_is_written_as_$f"
done
"$GROMADA_PROGRAM" --language pl --database "$db" report strategy $s --year 2025 -o arkusze.xlsx > /dev/null
if unzip -p arkusze.xlsx xl/workbook.xml > names 2> /dev/null; then
	holds a_sheet_has_its_whole_name names 'name="Załącznik wartości i źródła"'
	holds or_ends_with_a_whole_word names 'name="Odchylenia i działania"'
else
	skip a_sheet_has_its_whole_name 'unzip is not installed'
	skip or_ends_with_a_whole_word 'unzip is not installed'
fi
if command -v pdftotext > /dev/null; then
	"$GROMADA_PROGRAM" --language pl --database "$db" report strategy $s --year 2025 -o whole.pdf > /dev/null; pdftotext -layout whole.pdf whole.txt 2> /dev/null
	same tables_on_paper_break_no_words "$(grep -cE '(^| )(cy|h|ją)( |$)' whole.txt)" 0
else
	skip tables_on_paper_break_no_words 'no pdftotext'
fi
g report strategy $s --year 2025 -o report.csv; refused a_report_is_no_csv 1 '.docx'

# ---- approval ----
g round approve $s 2025 on=2026-11-22; refused somebody_approves 1 'must be filled in'
g round correct $s 2025 "$off" 5 x; refused what_is_not_approved_is_not_corrected 1 'not approved yet'
p report strategy $s --year 2025 > draft
g round approve $s 2025 by=Burmistrz; refused offices_that_have_not_delivered_are_named_first 1 '--yes approves'
g round approve $s 2025 by=Burmistrz --yes; holds a_report_is_approved out 'frozen'
cp "$db" approved.db
printed() { # all that is made of the approved year: documents, its status, its goals
	mkdir -p "$1"
	for f in txt html docx xlsx pdf; do p report strategy $s --year 2025 -o "$1/report.$f" > /dev/null; done
	for f in txt html; do p report strategy $s --year 2025 --chapter -o "$1/chapter.$f" > /dev/null; done
	p status $s --year 2025 > "$1/status.csv"
	p list goals $s --year 2025 | cut -d, -f1,4- | grep -v '^5,' > "$1/goals.csv" # 5 came later
}
printed before
# Of the draft only the line of approval and the sentence on missing figures differ; the signature is new.
diff draft before/report.txt | sed -n 's/^[<>] //p' | grep -v '^Approved:' | grep -v '^ *$' > out
if grep -q '^\.\.\.' out && [ "$(grep -v -e '^\.\.\.' -e '^Burmistrz' -e 'no figure of the year yet' out | wc -l)" = 0 ]
then pass the_approved_report_says_what_the_draft_said; else fail the_approved_report_says_what_the_draft_said "$(cat out)"; fi
if command -v sqlite3 > /dev/null; then # older programs let the years be cut
	cp "$db" cut.db; sqlite3 cut.db "UPDATE strategy SET last_year = 2024 WHERE code = '$s'"
	"$GROMADA_PROGRAM" --language en --database "$work/cut.db" report strategy $s --year 2025 -o cut.html > /dev/null
	same an_approved_report_is_printed_whatever_became_of_the_years "$(grep -c 'Rok dużych inwestycji' cut.html)" 1
else
	skip an_approved_report_is_printed_whatever_became_of_the_years 'no sqlite3'
fi
# Everything of which it speaks is changed.
g strategy set $s rule=worst 'name=Inna nazwa' 'reason=Nowa zasada'; done_well the_rule_and_the_name_change
g reading set 6 2025 999; refused an_approved_figure_is_not_keyed_over 1 'gromada round correct SR-2030 2025 6'
g reading set 6 2025 999 --replace; refused not_even_when_it_is_wanted 1 'gromada round correct SR-2030 2025 6'
g reading set 6 2023 999 --replace; done_well an_earlier_figure_changes
g target set 4 target=80 path=2024=75 'name=Inny wskaźnik' reason=x; done_well a_target_its_path_and_its_name_change
g target set 11 low=1 high=5 reason=x; done_well an_interval_changes
g task set 1 'name=Inne zadanie' office=Inny; done_well a_task_changes
g task retire 2; done_well a_task_goes
g goal set $s 1 'name=Inny cel' reason=x; done_well a_goal_changes
g goal new $s 'name=Nowy cel' reason=x; done_well a_goal_comes
g office set status_on_course=99 status_at_risk=98 'name=Inny urząd'; done_well limits_and_the_office_change
g report strategy $s --year 2023 ; done_well a_year_that_is_not_approved_is_as_it_is_now
holds with_what_changed out 'Inne zadanie'
printed after
true_that nothing_changes_in_what_was_approved sh -c 'diff -r before after > out 2>&1'
g task money 1 2025 own planned=1 spent=1 'reason=Faktura po terminie'; done_well money_changes
p report strategy $s --year 2025 > corrected
same what_was_approved_stands_as_it_stood "$(diff after/report.txt corrected | grep -c '^<')" 0
diff after/report.txt corrected > out
holds behind_it_stand_corrections out 'Corrections after approval'
holds money_is_among_them_with_its_reason out 'Faktura'
g status $s --year 2025 --format text; holds and_its_status_says_where_it_comes_from out 'was approved on 2026-11-22'
cp approved.db "$db"
g round take filled.csv; refused after_that_no_sheet_is_taken 1 'approved'
sheet=$(p list imports | grep ',round,filled.csv,' | head -n 1 | cut -d, -f1)
g import undo "$sheet"; refused nor_is_one_taken_back 1 'approved'
g round correct $s 2025 "$off" 5 'Korekta GUS'; done_well a_later_figure_stands_beside
g report strategy $s --year 2025; holds the_correction_is_in_the_report out 'Korekta GUS'
g round explain $s 2025 target=2 'cause=Zamknięto żłobek'; refused what_was_approved_on_its_course_is_not_explained 1 'but for figures that were corrected'
g round correct $s 2025 2 12 'Liczono dwa razy'; done_well a_correction_puts_one_off_its_course
g list deviations $s --year 2025; holds which_is_a_deviation_then out 'target,2,Nowe miejsca opieki utworzone od 2021 roku,off_course,,'
g round explain $s 2025 target=2 'cause=Zamknięto żłobek'; done_well it_is_explained_after_approval
g report strategy $s --year 2025; holds and_the_report_tells_it_behind_the_correction out 'Zamknięto żłobek'
g status $s --year 2025 --format text; holds and_in_the_status_of_the_year out ', 2025: corrected 2026-11-22'
g list targets $s --year 2025; if grep -q "^$off,.*,2025,5[.0]*,.*,2026-11-22,[^,]*$" out; then pass as_the_newest_known_value; else fail as_the_newest_known_value "$(grep "^$off," out)"; fi
g target set 1 target=430 reason=Aneks changed_on=2025-12-18; refused an_approved_report_tells_no_change_more 1 'The report of 2025 is approved'
g round correct $s 2025 "$off" bd 'Liczono nie to'; done_well a_wrong_figure_is_taken_back
g list targets $s --year 2025; holds and_the_year_has_none_then out 'no data for the year (bd),2026-11-22'
g round correct $s 2025 "$off" 5 'Jednak policzono'; done_well a_figure_comes_back_as_a_correction
g report strategy $s --year 2026 -o next.html; holds the_next_report_has_it_with_its_mark next.html 'Corrected after the report of its year was approved'

# ---- authorities ----
g office set kind=gmina own_unit=0214011 'council=Rada Miasta Oleśnicy'; done_well the_office_names_its_council
g report strategy $s --year 2025 --chapter; holds the_chapter_is_laid_before_the_named_council out 'Laid before:        Rada Miasta Oleśnicy'
holds and_by_the_executive_of_the_kind_of_unit out 'Laid by:            the mayor of the town'
g office set 'council=' 'executive=Prezydent Miasta'
g report strategy $s --year 2025 --chapter; holds an_empty_name_is_that_of_the_kind_again out 'Laid before:        the council of the town'
holds and_the_named_executive_lays_it out 'Laid by:            Prezydent Miasta'

# ---- evaluation ----
g list evaluations $s; holds the_demonstration_has_an_evaluation_with_recommendations out ',6,6,4,2,2025-12-15'
g swot SWOT-2030 --format text; holds and_a_swot_rated_by_a_closed_ballot out '0.79'
g evaluation new $s kind=mid_term 'title=Ewaluacja w połowie okresu' year=2025; holds an_evaluation_has_its_questions out 'with 6 questions'
g evaluation new $s kind=tasting title=x; refused an_unknown_kind_is_refused 1 'mid_term'
g evaluation question 3 2 judgement=Częściowo score=3; holds a_question_is_judged out '1 of 6'
g evaluation question 3 2 score=9; refused a_score_has_its_bounds 1 'between 1 and 5'
g evaluation set 3 closed_on=2026-11-20; refused nothing_is_closed_half_judged 1 '5 questions'
g evaluation recommend 3 new 'text=Przegląd wskaźników' question=2 due_on=2027-03-31; done_well a_recommendation_is_written
g evaluation recommend 3 1 state=rejected; refused rejecting_needs_an_answer 1 'why'
g evaluation recommend 3 1 state=done answer=Zrobione; holds it_is_followed out '0 of 1'
g list recommendations $s --open; same settled_ones_are_not_open "$(rows)" 3
g report evaluation 3; holds an_evaluation_is_a_document out 'Przegląd wskaźników'
g evaluation retire 3; done_well an_evaluation_goes
g evaluation restore 3; done_well and_comes_back

# ---- self-assessment by ballot ----
g evaluation new $s kind=self 'title=Samoocena' year=2026; holds a_self_assessment_has_statements out 'with 12 questions'
g ballot open statements 4 title=Samoocena cards=2 method=scores; done_well its_statements_are_put_to_the_vote
g ballot card 4 1 4 4 4 4 4 4 4 4 4 4 4 4; done_well a_card_is_keyed
g ballot card 4 2 2 2 2 2 2 2 2 2 2 2 2 2; done_well and_another
g ballot close 4; done_well the_ballot_is_closed
g report evaluation 4; holds and_its_means_are_in_the_document out '3.00, standard deviation 1.41'
echo "1..$n"
