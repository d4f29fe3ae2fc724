#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Sources of figures and reasons of tasks in files that come back: what a colleague wrote since the file
# was written is never put back without a word, and what the file says otherwise is shown.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
cat > made.csv <<M
row,goal,item,year,name,kind,code,unit,office,decimals,direction,base_year,base,target_year,target,value,source,state,reason,percent,real_from,from,to,resolution,adopted_on
strategy,,,,Trees,development,TREES,0214011,,,,,,,,,,adopted,,,,2021,2030,I/1/2020,2020-12-31
goal,1,,,Green town,,,,,,,,,,,,,,,,,,,,
indicator,1,1,,Drzewa,result,,,Parks,0,S,2020,5,2030,50,,,,,,,,,,
reading,,1,2025,,,,,,,,,,,,22,"Spis drzew, czerwiec",,,,,,,,
task,1,1,,Ogrody,task,,,Parks,,,,,,,,,held,"Brak projektu, czekamy",35,2024-03-01,2024-01-01,2027-12-31,,
M
g import strategy made.csv --yes; done_well a_strategy_has_a_figure_with_its_source
s=TREES known='Everything in the file is known already'
g round open $s 2025 due_on=2026-12-31; done_well the_office_is_asked
target=$(p list targets $s | sed -n '2s/,.*//p') task=$(p list tasks $s | sed -n '2s/,.*//p')
sheet() { rm -f "$1"; p round sheet $s 2025 Parks -o "$1" --format csv > /dev/null; }
# fill FILE CODE COLUMN TEXT > FILE: one cell of a row; commas in it are inside quotes
fill() {
	python3 - "$@" <<'P'
import csv, sys
path, code, column, text = sys.argv[1:]
with open(path, encoding='utf-8-sig', newline='') as f: rows = list(csv.reader(f))
head = next(r for r in rows if 'was' in r)
for r in rows:
    if r[0] == code: r[head.index(column)] = text
csv.writer(sys.stdout, lineterminator='\n').writerows(rows)
P
}
python3 -c 'import csv' 2> /dev/null || { echo '1..0 # SKIP python3 is not installed'; exit 0; }
now() { sheet now.csv; fill now.csv none value '' | sed -n "s/ #[0-9a-f]*//; /^[TK]/p"; }
said() { now | grep -c "$1"; }

# ---- what a colleague wrote since ----
sheet s.csv; cp test.db before.db
g round take s.csv --yes; holds a_sheet_as_it_went_out_brings_nothing out "$known"
p task set "$task" 'reason=Umowa podpisana' > /dev/null
p reading set "$target" 2025 22 --replace 'source=Spis drzew po korekcie' > /dev/null
g round take s.csv --yes; holds nor_does_it_when_a_colleague_has_written_since out "$known"
same the_newer_reason_stays "$(said 'Umowa podpisana')" 1
same so_does_the_newer_source "$(said 'po korekcie')" 1
fill s.csv "K$task" value 40 > k.csv; g round take k.csv --yes
refused a_task_of_which_both_said_something_is_refused 1 'its reason is “Umowa podpisana” now'
fill s.csv "T$target" value 23 > t.csv; g round take t.csv --yes
refused so_is_a_figure 1 'its source is “Spis drzew po korekcie” now'
fill s.csv "T$target" source 'Spis drzew, maj' > t.csv; g round take t.csv --yes
refused and_a_source_that_both_have_changed 1 'somebody has changed it. Write the sheet again.'
fill s.csv "T$target" value '' > t.csv; g round take t.csv --yes
refused a_figure_is_not_taken_away_with_a_source_that_is_newer 1 'its source is “Spis drzew po korekcie” now'
fill s.csv "T$target" source 'Spis drzew po korekcie' > t.csv; g round take t.csv --yes
holds who_writes_the_same_brings_nothing out "$known"
same nothing_of_it_is_written "$(said '35,Spis\|22,Spis drzew po korekcie')" 1

# ---- what the office writes ----
sheet s.csv; fill s.csv "T$target" source 'Inwentaryzacja' > a.csv; fill a.csv "K$task" reason 'Przetarg trwa' > b.csv
g round take b.csv; holds another_source_is_shown out "T$target Drzewa, source: Spis drzew po korekcie → Inwentaryzacja"
holds another_reason_too out "K$task Ogrody, reason: Umowa podpisana → Przetarg trwa"
same without_a_figure_that_is_the_same "$(grep -c '22 →\|35%' out)" 0
g round take b.csv --yes; same both_are_taken "$(said 'Inwentaryzacja\|Przetarg trwa')" 2
g import undo "$(last_import)"; same and_taken_back "$(said 'po korekcie\|Umowa podpisana')" 2

# ---- a sheet of before there were marks ----
cp before.db test.db; sheet s.csv; sed 's/ #[0-9a-f]*//' s.csv > old.csv
g round take old.csv --yes; holds an_older_sheet_is_taken out "$known"
fill old.csv "K$task" reason 'Przetarg trwa' > b.csv; g round take b.csv --yes
holds with_what_it_says_of_its_own out 'reason: Brak projektu, czekamy → Przetarg trwa'
same that_is_written "$(said 'Przetarg trwa')" 1

# ---- the strategy's own file ----
cp before.db test.db; rm -f f.csv; p export strategy $s f.csv > /dev/null
p reading set "$target" 2025 22 --replace 'source=Spis drzew po korekcie' > /dev/null
g import strategy f.csv --yes; holds a_file_as_it_was_written_puts_no_older_source_back out "$known"
same the_source_stays "$(said 'po korekcie')" 1
sed 's/Spis drzew, czerwiec/Spis drzew, maj/' f.csv > g.csv
g import strategy g.csv --yes; refused another_source_of_both_is_refused 1 'somebody has changed it'
sed '/Spis drzew, czerwiec/s/,22,/,24,/' f.csv > g.csv
g import strategy g.csv --yes; refused so_is_another_figure_with_the_older_source 1 'the source of 2025 is “Spis drzew po korekcie” now'
rm -f f.csv; p export strategy $s f.csv > /dev/null; sed 's/Spis drzew po korekcie/Inwentaryzacja/' f.csv > g.csv
g import strategy g.csv --yes; holds another_source_alone_is_taken out 'source: Spis drzew po korekcie → Inwentaryzacja'
same it_is_written "$(said Inwentaryzacja)" 1
p reading set "$target" 2025 22 --replace 'source=Jeszcze inne' > /dev/null; sed 's/,#[0-9a-f]*,/,,/' f.csv > old.csv
g import strategy old.csv --yes; holds a_file_of_before_there_were_marks_is_taken out 'source: Jeszcze inne → Spis drzew po korekcie'
finish
