#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Texts of a strategy have one length, whichever way they come: what came in a file stands whole when
# something else of its row is changed, and what is longer is refused, never cut.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
letters() { printf "%0$1d" 0 | sed 's/0/Ź/g'; }
columns=row,code,unit,goal,item,kind,name,from,to,state,number,text,likelihood,effect,note,year,value,source,base,base_year,target,target_year,direction,author,place,outcome,answer,percent,partners,product,reason,document,office,frequency
row() { # COLUMN=TEXT...: a row of the file
	awk -v columns="$columns" 'BEGIN {
		n = split(columns, names, ",")
		for (i = 1; i < ARGC; i++) { at = index(ARGV[i], "="); said[substr(ARGV[i], 1, at - 1)] = substr(ARGV[i], at + 1) }
		for (i = 1; i <= n; i++) printf "%s%s", said[names[i]], i < n ? "," : "\n" }' "$@"
}
head_rows() { # CODE
	echo "$columns"
	row row=strategy code="$1" unit=0214011 kind=development name=Plan from=2021 to=2030
	row row=goal goal=1 name=Cel
	row row=indicator goal=1 item=1 kind=result name=Miejsca base=10 base_year=2020 target=20 target_year=2030 direction=S
}
task() { row row=task goal=1 item=1 kind=task name=Budowa state=running percent=40 "$@"; }

# ---- what has room stays whole ----
{
	head_rows LONG
	row row=reading item=1 year=2024 value=13 source="$(letters 127)"
	task name="$(letters 255)" partners="$(letters 900)" product="$(letters 700)" reason="$(letters 800)" note="$(letters 3000)"
	row row=step number=1 kind=other name="$(letters 127)" document="$(letters 127)" note="$(letters 1200)"
	row row=risk number=1 likelihood=2 effect=2 text="$(letters 1200)" answer="$(letters 1100)" office="$(letters 63)"
	row row=remark number=1 author="$(letters 127)" place="$(letters 127)" outcome=partly text="$(letters 2600)" answer="$(letters 2700)"
} > long.csv
g import strategy long.csv --yes; holds long_texts_come_in_a_file out 'Taken over'
lengths() { # of the cells of that many letters and more, as the strategy is written now
	rm -f now.csv; p export strategy LONG now.csv > /dev/null
	awk -F, -v row="$1" '$1 == row { gsub(/Ź/, "z"); gsub(/[^z,]/, ""); for (i = 1; i <= NF; i++) if (length($i) > 9) printf "%s ", length($i); print "" }' now.csv
}
task=$(p list tasks LONG | sed -n 2p | cut -d, -f1); target=$(p list targets LONG | sed -n 2p | cut -d, -f1)
all=$(for kind in reading task step risk remark; do lengths $kind; done)
g task set "$task" percent=51; done_well a_task_gets_another_percentage
g strategy step LONG 1 done_on=2026-01-02; done_well a_step_its_day
g strategy risk LONG 1 effect=3; done_well a_risk_another_effect
g strategy remark LONG 1 outcome=not_taken; done_well a_remark_another_outcome
g reading set "$target" 2024 14 --replace source="$(letters 127)"; done_well a_figure_is_corrected_from_the_same_source
same and_no_text_lost_a_letter "$(for kind in reading task step risk remark; do lengths $kind; done)" "$all"
same of_those_that_came "$(lengths task)" '255 3000 800 900 700 '

# ---- what has no room is refused with its line and how many characters there are too many ----
try() { # row, sentence, what is said
	{ head_rows NEW; echo "$1"; } > new.csv
	g import strategy new.csv --yes; refused "$2" 1 "$3"
}
try "$(task name="$(letters 300)")" a_name_without_room_is_refused_at_once 'Line 5, column 7 (name): the text is too long by 45 characters. Shorten it.'
try "$(task note="$(letters 5000)")" so_is_a_note 'Line 5, column 15 (note): the text is too long by'
try "$(task office="$(letters 64)")" and_an_office '(office): the text is too long by 1 character. Shorten it.'
try "$(row row=reading item=1 year=2024 value=13 source="$(letters 128)")" and_a_source '(source): the text is too long by 1 character.'
try "$(row row=step kind=other name="$(letters 128)")" a_step '(name): the text is too long by 1 character.'
try "$(row row=risk likelihood=1 effect=1 text="$(letters 4100)")" a_risk '(text): the text is too long by'
try "$(row row=remark text=x author="$(letters 130)")" a_remark '(author): the text is too long by 3 characters.'
try "$(row row=goal goal=2 name="$(letters 256)")" a_goal '(name): the text is too long by 1 character.'
g task set "$task" "name=$(letters 300)"; refused a_command_says_the_same 1 'The name of the task: the text is too long by 45 characters. Shorten it.'
g strategy risk LONG 1 "office=$(letters 70)"; refused of_every_text 1 'The office: the text is too long by 7 characters. Shorten it.'
g strategy set LONG "name=$(letters 130)"; refused also_of_a_strategy 1 'name: the text is too long by 3 characters. Shorten it.'

# ---- sheets of offices ----
s=SR-2030; o='Ośrodek Pomocy Społecznej'
p round open $s 2025 > /dev/null; p round sheet $s 2025 "$o" -o sheet.csv --format csv > /dev/null
awk -F, -v OFS=, -v text="$(letters 700)" '/^K/ && !said { $6 = 55; $9 = text; said = 1 } { print }' sheet.csv > reason.csv
awk -F, -v OFS=, -v text="$(letters 130)" '/^T/ && !said { $6 = 77; $7 = text; said = 1 } { print }' sheet.csv > source.csv
g round take source.csv; refused a_source_in_a_sheet_has_the_room_of_a_source 1 'Line 2: Source: the text is too long by 3 characters. Shorten it.'
g round take reason.csv --yes; done_well a_long_reason_comes_in_a_sheet
g task set 2 percent=56; p list tasks $s > tasks.csv; holds and_stays_whole_when_the_task_is_changed tasks.csv ",$(letters 700),"
finish
