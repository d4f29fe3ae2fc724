#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# One exchange group walks through a whole year by commands: founded, scheduled, invited, held,
# minuted, homework followed, sheets in, compared, concluded, planned, reported.
. "$abs_top_srcdir/tests/cli/common.sh"
. "$abs_top_srcdir/tests/cli/papers.sh"
today() { GROMADA_NOW=$1T12:00:00Z; }
cell() { sed "s/\"[^\"]*\"/quoted/g" "$1" | sed -n "$2p" | cut -d, -f"$3"; } # file, line, columns
in_pages() { # sentence, file, text
	if command -v pdftotext > /dev/null; then
		pdftotext -layout "$2" - 2> /dev/null | tr -s ' ' > page; holds "$1" page "$3"
	else skip "$1" 'pdftotext is not installed'; fi
}
a=0201011 b=0214011 c=1061011 d=0201043

# ---- January: founded ----
prepare
today 2026-01-12
g office set kind=union purpose=test name='Union of Towns' heading='ul. Rynek 1'
g group add GWD-R --kind gwd --name 'Education in towns' --service oświata --units towns --starts 2026-01-15 --ends 2027-12-31 $a $b $c
holds three_members_are_too_few out 'The group has 3 members; it is meant for 4 to 8.'
g group member GWD-R add $d; done_well a_fourth_joins
true_that and_that_is_enough sh -c '! grep -q "meant for" out'
g group member GWD-R add $d; refused nobody_joins_twice 1 'is a member already, since 2026-01-15'
g group member GWD-R set 1061000 presentation=Sieć; g group show GWD-R; holds a_city_is_meant_under_either_of_its_codes out "$c Sieć"
g group member GWD-R set 1061000 presentation=
for person in "A $a" "B $b" "C $c" "D $d"; do
	g contact add "Person ${person% *}" unit=${person#* } purpose='exchange group' keep-until=2030-12-31
	g group person GWD-R "Person ${person% *}" member
done
g contact add Moderator post=moderator; g group change GWD-R moderator=Moderator case=ZMP.1.2026
done_well people_have_their_parts
g contact add 'Person E' "email=e@town.example$(printf '\007')"; refused an_address_with_control_characters_is_refused 1 'Control'
g list contacts; true_that and_leaves_nobody sh -c '! grep -q "Person E" out'

# ---- scheduled ----
g group calendar GWD-R; same a_day_is_proposed_for_each_stage "$(rows)" 8
g group schedule GWD-R; holds the_proposal_is_taken_over out '8 meetings are in the calendar.'
g list meetings --year 2026; same four_meetings_are_in_the_year "$(rows)" 4
same hosts_take_turns "$(cell out 2 7) $(cell out 3 7) $(cell out 4 7) $(cell out 5 7)" "$a $d $b $c"
g group schedule GWD-R; holds a_second_time_makes_nothing out '0 meetings are in the calendar.'
g meeting add GWD-R --on 2026-01-14 --from 10 --to 15; refused none_is_before_the_group_began 1 'begins on'
g meeting add GWD-R --on 31.02 --from 10 --to 15; refused none_is_on_a_day_that_is_none 1 '31.02'
g meeting change 1 --on 2026-01-29 --place 'Town hall'; done_well the_first_has_its_place
g meeting change 4 --on 2026-11-11; holds a_public_holiday_is_told out 'Independence'
g meeting change 4 --on 2026-11-12; done_well so_it_moves_by_a_day

# ---- invited ----
today 2026-01-15
g meeting state 1 invited; done_well people_are_invited
g print invitation 1 -o invitation.pdf; in_pages the_invitation_names_the_place invitation.pdf 'Town hall'
in_pages and_until_when_to_answer invitation.pdf 'Please say by'
in_pages and_who_leads invitation.pdf 'Led by'
g meeting answer 1 'person a' yes; g meeting answer 1 $b yes; g meeting answer 1 Moderator yes
g meeting answer 1 'Person C' substitute; g meeting answer 1 $d no; done_well answers_come
g meeting answer 1 'Person X' yes; refused only_of_people_on_the_list 1 'Person X'
g meeting answer 1 $d late; refused and_in_words_that_are_known 1 'yes, no, maybe, substitute'
g meeting person 1 'Substitute C' for='Person C'; g meeting person 1 'Guest' remark='school board'
g meeting answer 1 $c yes; refused a_unit_of_two_people_means_neither 1 Several
g list meetings --year 2026; same five_are_invited_and_a_guest_four_will_come "$(cell out 2 10-13)" 5,4,0,1
g print attendance 1 -o list.pdf; in_pages the_list_to_sign_has_the_substitute list.pdf 'Substitute C'
if command -v pdftotext > /dev/null; then
	pdftotext list.pdf list.text; same and_not_whom_they_stand_for "$(grep -c "^Person C" list.text)" 0
else
	skip and_not_whom_they_stand_for 'pdftotext is not installed'
fi

# ---- held ----
g meeting tick 1 rest yes; refused nobody_came_before_the_day 1 '2026-01-29'
today 2026-01-29
g meeting tick 1 $d no; g meeting tick 1 'Person C' no; g meeting tick 1 rest yes
holds everybody_else_came out '5 people ticked'
g meeting attendance 1; prints attendance_is_whole <<END
unit,name,part,answer,came
$a,Person A,member,yes,yes
$c,Person C,member,substitute,no
$c,Substitute C,substitute,,yes
$d,Person D,member,no,no
$b,Person B,member,yes,yes
,Moderator,moderator,yes,yes
,Guest,guest,,yes
END
g meeting state 1 held; done_well the_meeting_is_held
g print certificates 1 -o certificates.pdf; in_pages who_came_gets_a_certificate certificates.pdf 'Person B'
g meeting note 1 'The host showed his schools.' item=2; g meeting note 1 'Questions were asked.' item=2
g meeting agree 1 'Costs are counted without canteens' kind=decided item=4
g meeting agenda 1 stage --yes; refused an_agenda_on_which_notes_hang_is_not_replaced 1 'Notes, agreements, homework or documents'
g meeting item 1 new title=Questions minutes=15 move=-1; g meeting agenda 1
same items_stand_where_they_were_moved "$(sed -n '/Questions,/p' out | cut -d, -f1-5)" 4,1,12:05,15,Questions
holds notes_of_two_lines_stay_two out 'The host showed his schools.
'
printf 'schools\n' > slides.txt
g document add GWD-R title='The schools' kind=presentation meeting=1 unit=$a place="$work/slides.txt"; done_well the_hosts_paper_is_registered
g document add GWD-R title=Plan place="$work/gone.txt"; refused a_path_that_is_gone_is_told 1 'There is no file'
rm slides.txt; g list documents; holds a_file_that_goes_later_too out ',gone'
g homework give GWD-R text='Describe the service' due=2026-02-20 meeting=1; holds each_member_has_homework out '4 units'

# ---- homework followed, minutes approved ----
today 2026-02-10
g homework answer 1 text=Described; done_well one_member_answers
today 2026-03-02
g homework answer 2 state=not_done text='The school closed'; g list homework --group GWD-R
same homework_is_what_became_of_it "$(cut -d, -f7 out | sed 1d | tr '\n' ' ')" 'done overdue not_done overdue '
g minutes make 1; g meeting minutes 1; cp out minutes.txt
holds minutes_have_what_was_noted minutes.txt 'Questions were asked.'
holds and_decided minutes.txt 'decision: Costs are counted without canteens'
holds and_who_came_guests_apart minutes.txt 'Invited: 5, present: 4. Guests: invited 1, present 1.'
g minutes send 1 until=2026-03-15; g minutes remark 1 'It ended at 15:10' unit=$b; done_well a_member_remarks
g minutes approve 1; refused no_remark_is_passed_over 1 'no outcome'
g minutes outcome 1 1 not_taken; refused who_refuses_says_why 1 'Reason'
g minutes outcome 1 1 not_taken answer='The list says 15:00'; done_well the_remark_has_its_outcome
g meeting minutes 1 --import minutes.txt --yes; refused text_made_for_reading_does_not_come_back 1 'for reading'
g minutes approve 1; done_well minutes_are_approved
g meeting change 1 --on 2026-01-30; refused then_the_meeting_does_not_move 1 'annex'
g meeting tick 1 $d yes; refused nor_does_attendance 1 'annex'
g list meetings --year 2026; same the_day_stays "$(cell out 2 5)" 2026-01-29T10:00
g minutes annex 1 'It ended at 15:10' reason='The list was wrong'; g meeting minutes 1 -o minutes.pdf
in_pages the_annex_stands_below minutes.pdf 'The list was wrong'
in_pages the_case_mark_above minutes.pdf ZMP.1.2026
g meeting minutes 1 -o minutes.docx; done_well minutes_are_a_document_too

# ---- opinion and advice between meetings ----
g opinion ask GWD-R title=Questionnaire version=1 question='Is it too long?' due=2026-03-20; done_well members_are_asked
g opinion answer 1 $a view=agrees; g opinion answer 1 $b view=remarks text='Question 4'
g opinion answer 1 $b outcome=partly; refused partly_needs_a_reason 1 'Reason'
g opinion answer 1 $b outcome=partly reason='Half of it'; g list opinions --group GWD-R
same two_of_four_answered_one_is_settled "$(cell out 2 8-10)" 4,2,1
g opinion show 1; holds what_was_said_stays out "$b,Oleśnica,remarks,Question 4,2026-03-02,partly,Half of it"
g advice add GWD-R expert=Moderator unit=$a hours=1,5 form=mail question='How to count?' answer='By classes'
g list advice; holds advice_is_logged_in_minutes out "GWD-R,$a,2026-03-02,90,mail"
g advice add GWD-R hours=long question=x; refused hours_are_hours 1 '1,5'

# ---- sheets out and in ----
g indicator new KLASA kind=own name='Pupils in a class' unit=os. direction=D service=oświata decimals=1
g indicator new KOSZT kind=own name='Cost of a pupil' unit=zł direction=D service=oświata
g sheet new GWD-R 2025 due=2026-03-31; g sheet line GWD-R 2025 KLASA low=5 high=40; g sheet line GWD-R 2025 KOSZT
g sheet export GWD-R $a 2025 a.csv --format csv; g sheet export GWD-R $b 2025 old.csv --format csv
done_well sheets_go_out
cp "$db" member.db; union=$db; db=$work/member.db # a member fills its sheet in its own office
g figure set KLASA $b 2025 18; g figure set KOSZT $b 2025 11200; g sheet export GWD-R $b 2025 b.xlsx
db=$union
g sheet import GWD-R $b 2025 b.xlsx; refused a_workbook_is_looked_at_first 1 '--yes'
g sheet import GWD-R $b 2025 b.xlsx --yes; holds the_workbook_says_what_is_new out 'KOSZT: – → 11200'
sed 's/^\(1,KLASA,.*\),,,,GWD/\1,21.5,,,GWD/; s/^\(2,KOSZT,.*\),,,,GWD/\1,9800,with heating,accounts,GWD/' a.csv > filled.csv
sed 's/,value,/,amount,/' filled.csv > changed.csv
g sheet import GWD-R $a 2025 changed.csv --yes; refused a_changed_heading_is_told 1 'G1: the heading is “amount” where the sheet went out with “value”'
g sheet import GWD-R $a 2024 filled.csv --yes; refused another_year_is_told 1 2025
sed 's/21.5/about 21/' filled.csv > words.csv
g sheet import GWD-R $a 2025 words.csv --yes; holds words_for_a_number_are_told_by_cell out 'G2'
g sheet show GWD-R $a 2025; same and_never_a_figure "$(cell out 2 6)" ''
g import undo "$(last_import)"
g sheet import GWD-R $a 2025 filled.csv --yes; done_well the_table_comes_back_too
sed 's/^\(1,KLASA,.*\),,,,GWD/\1,19,,,GWD/' old.csv > late.csv
g sheet import GWD-R $b 2025 late.csv --yes; holds an_older_sheet_shows_both_figures out 'the file says 19; meanwhile'
refused and_says_what_it_left_out 1 'every line of the file was left out'
g sheet show GWD-R $b 2025; same and_overwrites_nothing_unasked "$(cell out 2 6)" 18
g figure set KLASA $c 2025 24; g figure set KOSZT $c 2025 nd; g figure set KLASA $d 2025 45
g sheet show GWD-R $d 2025; holds what_is_unusual_is_said out 'above 40'
today 2026-04-10
for unit in $a $b $c; do g sheet state GWD-R $unit 2025 sent; done
g sheet ask GWD-R $b 2025 KOSZT 'With the canteen?'; g list sheets --group GWD-R
same one_is_asked_two_are_late "$(cut -d, -f3,5,11 out | sed 1d | sort | tr '\n' ' ')" "$a,sent,no $d,draft,yes $b,queried,yes $c,sent,no "
g sheet answer GWD-R $b 2025 1 Without
for unit in $a $b $c; do g sheet state GWD-R $unit 2025 verified; done
done_well three_sheets_are_verified
g compare group GWD-R --year 2025; mv out before; g figure set KOSZT $d 2025 bd; g sheet state GWD-R $d 2025 sent
g compare group GWD-R --year 2025; true_that what_is_handed_in_counts_from_then_on sh -c '! cmp -s before out'

# ---- April: the second meeting looks at homework ----
today 2026-04-29
g meeting agenda 2; holds open_homework_stands_first out '1,1,10:00,'
g homework review 2 2 'Done until May'; done_well homework_is_reviewed
g homework answer 3 text=late; g list homework --group GWD-R --open; same one_is_open "$(rows)" 1

# ---- compared, with a survey ----
mkdir q
printf 'type,name,label\ninteger,grade,How good is your school?\n' > q/survey.csv
printf 'list_name,name,label\n' > q/choices.csv
printf 'form_title,form_id\nSchool,school\n' > q/settings.csv
g import questionnaire q --yes --publish; g survey add S name='Survey of parents' questionnaire=school
for wave in "1 $a" "2 $b"; do
	g wave add S code=S${wave% *} year=2025 unit=${wave#* } sample=random
	awk -v i="${wave% *}" 'BEGIN { print "form_number,grade"; for (n = 1; n <= 60; n++) printf "%d,%d\n", n, i + n % 3 }' > answers.csv
	g import answers S${wave% *} answers.csv --yes
done
g publish S1 grade --statistic mean --as GRADE name='Grade of the school' direction=S
g publish S2 grade --statistic mean --as GRADE; g indicator set GRADE service=oświata; done_well results_are_published
g compare group GWD-R --year 2025; prints members_are_compared <<END
indicator,name,direction,unit,value,flag,best,worst
GRADE,Grade of the school,S,$a,2,s,no,yes
GRADE,Grade of the school,S,$c,,,no,no
GRADE,Grade of the school,S,$d,,,no,no
GRADE,Grade of the school,S,$b,3,s,yes,no
KLASA,Pupils in a class,D,$a,21.5,,no,no
KLASA,Pupils in a class,D,$c,24,,no,no
KLASA,Pupils in a class,D,$d,45,s,no,yes
KLASA,Pupils in a class,D,$b,18,,yes,no
KOSZT,Cost of a pupil,D,$a,9800,,yes,no
KOSZT,Cost of a pupil,D,$c,,nd,no,no
KOSZT,Cost of a pupil,D,$d,,bd,no,no
KOSZT,Cost of a pupil,D,$b,11200,,no,yes
END
g compare group GWD-R --year 2025 --format text; holds it_is_for_the_group_alone out 'For internal use of the group'
holds the_best_says_that_it_is_preliminary out '3.00 +s'

# ---- concluded, planned ----
today 2026-07-30
g conclusion new $a --group GWD-R text='Classes are too large' learn_from=$b cost=48000 responsible=School due_on=2027-06-30
g conclusion evidence 1 KLASA 2025; g conclusion evidence 1 GRADE 2025; done_well a_conclusion_has_evidence
g figure set KLASA $b 2025 17; g report member $a
same evidence_stays_as_it_was "$(grep '^Pupils in a class' out | tr -s ' ' | head -n 1)" 'Pupils in a class (os.); own 2025 21.5 27.1 22.8 18.0 Oleśnica 4/4'
g plan new $a --group GWD-R title='Smaller classes' goal='No class above 20' indicator=KLASA base=21.5 base_year=2025 target=20 target_year=2027 budget=96000
g plan gather 1 1; g plan action 1 text='Two new classes' from_on=2026-09-01 to_on=2027-06-30 cost=24000
g plan set 1 state=adopted adopted_on=2026-09-01; done_well a_plan_is_adopted
today 2026-12-18
g figure set KLASA $a 2026 20.75; g plan result 1 2026 'One class more'; g list plans
holds the_measure_follows_the_indicator out ",KLASA,21.5,20,20.75,2026,50,1,0,adopted"

# ---- who left, and the year's papers ----
g group member GWD-R leave $d --on 2026-12-01; refused who_is_to_host_does_not_leave_unseen 1 2027-04-29
g meeting change 6 --host $b; g group member GWD-R leave $d --on 2026-12-01; done_well a_member_leaves
g meeting add GWD-R --on 2026-12-15 --from 10 --to 12 --host $d; refused who_left_is_no_host 1 'left the group'
g closing new GWD-R $a kind=achievement 'text=Every school has a second counsellor'; done_well a_member_says_what_it_achieved
for form in docx pdf xlsx html txt; do
	g report group GWD-R --year 2026 -o group.$form; done_well the_groups_report_is_written_as_$form
	g report member $a -o member.$form; done_well the_members_file_is_written_as_$form
	g report coordinator -o all.$form; done_well the_overview_is_written_as_$form
done
for form in txt docx xlsx html; do
	reads every_heading_figure_and_day_of_the_groups_report_is_right_in_$form group.$form group.$form.txt
	reads every_heading_figure_and_day_of_the_members_file_is_right_in_$form member.$form member.$form.txt
	reads every_heading_figure_and_day_of_the_overview_is_right_in_$form all.$form all.$form.txt
done
says the_printed_groups_report_has_the_same group.pdf <<END
Work of the group GWD-R in 2026
Report made on 2026-12-18
Case mark ZMP.1.2026
Members
Nowogrodziec 2026-01-15 2026-12-01
1 2026-01-29 10:00–15:00 Bolesławiec Zakres, usługa, wskaźniki i ich held 5 4 1
4 2026-11-12 10:00–15:00 Łódź Przygotowanie badania opinii planned 5
Nowogrodziec 1 0 0
• Meeting 1, decision: Costs are counted without canteens
GWD-R Nowogrodziec Describe the service 2026-02-20 not done The school closed
Nowogrodziec handed in 2 2 0
Oleśnica to be explained 2 2 1
Comparison in the group, 2025
GRADE Grade of the 2.00 -s 3.00 +s 2.50 2.50 2
KLASA Pupils in a class 21.5 24.0 45.0 -? 17.0 +? 26.9 22.8 4
KOSZT Cost of a pupil [zł] 9,800 + nd bd 11,200 -? 10,500 10,500 2
Bolesławiec: Classes are too large
Cost: 48,000 zł
Pupils in a class (os.); own figures of 4 offices 2025 21.5 27.1 22.8 18.0 Oleśnica 4/4
So far: 20.75 in 2026: 50% of the way
1 Two new classes 2026-09-01 2027-06-30 24,000 planned
Moderator Bolesławiec 1 1:30
END
says the_printed_members_file_too member.pdf <<END
Exchange of experience: Bolesławiec, urban
gmina (0201011)
GWD-R Education in towns experience exchange group (GWD) oświata 2026-01-15
GWD-R 1 2026-01-29 10:00–15:00 Bolesławiec Zakres, usługa, wskaźniki i ich definicje held 1
Meetings held: 1, the unit was at 1 of them; people who came: 1.
GWD-R Bolesławiec Describe the service 2026-02-20 done Described
GWD-R 2025 KLASA Pupils in a class os. 21.5 verified
GWD-R 2025 KOSZT Cost of a pupil zł 9,800 verified with heating
Until: 2027-06-30
Grade of the school; Survey of parents 2025 2.00 2.50 2.50 3.00 Oleśnica 2/4
Measured by: Pupils in a class [os.]: from 21.5 in 2025 to 20 in 2027
Budget: 96,000 zł
END
says and_the_printed_overview all.pdf <<END
Exchange groups: overview
Report made on 2026-12-18
GWD-R Education Zakres, 3 1 7 2027-02-02 80 1 1 67 1 1
END
g report group GWD-R --year 2031 -o later.txt
lacks() { if grep -q "$3" "$2"; then fail "$1" "$(grep "$3" "$2")"; else pass "$1"; fi; }
lacks another_years_report_has_it_not later.txt 'Classes are too large'
lacks nor_its_homework later.txt 'Describe the service'
lacks nor_its_plan later.txt 'Smaller classes'
lacks nor_its_advice later.txt 'Advice between meetings'
g export calendar --group GWD-R group.ics; same eight_meetings_are_in_the_calendar "$(lines '^BEGIN:VEVENT' group.ics)" 8
for python in python3 /usr/bin/python3; do "$python" -c 'import icalendar' 2> /dev/null && break; python=; done
if [ -n "$python" ]; then
	"$python" -c 'import icalendar, sys
events = icalendar.Calendar.from_ical(open("group.ics", "rb").read()).walk("VEVENT")
print(sorted(str(e["DTSTART"].dt) for e in events)[0])' > day
	holds another_program_reads_the_same_hour day '2026-01-29 10:00:00+01:00'
else skip another_program_reads_the_same_hour 'python3-icalendar is not installed'; fi
g list acts; true_that no_person_is_named_in_the_history sh -c '! grep -qE "Person [A-D]|Substitute C" out'
g check; done_well the_database_is_sound
finish
