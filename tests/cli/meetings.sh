#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Meetings of exchange groups: planned, moved, cancelled, listed; their calendar file and papers.
. "$abs_top_srcdir/tests/cli/common.sh"
pages() { pdftotext -layout "$1" - 2> /dev/null; }
prepare
g office set kind=union purpose=test name='Union of Towns' heading='ul. Rynek 1'
done_well a_union_is_at_work
g group add GWD-1 --kind gwd --name 'Education in towns' --starts 2026-01-01 --ends 2027-12-31
done_well a_group_is_founded
for unit in 0201011 0214011 0201043; do
	g group member GWD-1 add $unit --on 2026-01-01
done
done_well members_join
g contact add 'Person A' unit=0201011 email=a@town.example telephone=600100200
g contact add 'Person B' unit=0214011
g group person GWD-1 'Person A' leader
g group person GWD-1 'Person B' member
done_well people_have_their_parts

g meeting add GWD-1 --on 2026-03-10 --from 1000 --to 15 --host 0201011 --place 'Town hall; room 12, first floor' --stage 1 --title 'Opening'
done_well a_meeting_is_planned
holds it_says_its_number out 'GWD-1, meeting 1: number 1.'
g list meetings; prints meetings_are_listed_for_scripts <<END
id,group,number,title,starts_at,ends_at,host,place,state,invited,accepted,attended,guests
1,GWD-1,1,Opening,2026-03-10T10:00,2026-03-10T15:00,0201011,"Town hall; room 12, first floor",planned,2,0,0,0
END
g meeting add GWD-1 --on 2027-05-27 --until 2027-05-28 --from 9:30 --to 16:00 --stage 2
done_well a_meeting_of_two_days_is_planned
holds a_holiday_is_told out '2027-05-27'
g list meetings --year 2027; same a_year_is_listed_alone "$(rows)" 1
g list meetings --group GWD-9; refused an_unknown_group_is_told 1 'GWD-9'

# what cannot be
g meeting add GWD-1 --on 31.02.2027 --from 10 --to 15; refused a_day_that_is_none_is_refused 1 '31.02.2027'
g meeting add GWD-1 --on 2025-12-01 --from 10 --to 15; refused a_meeting_before_the_group_began_is_refused 1 'begins on'
g meeting add GWD-1 --on 2028-02-01 --from 10 --to 15; refused a_meeting_after_it_ended_is_refused 1 'ended on'
g meeting add GWD-1 --on 2026-05-05 --from 15 --to 10; refused an_end_before_the_beginning_is_refused 1 '15:00'
g meeting add GWD-1 --on 2026-05-05 --from 25 --to 27; refused an_hour_that_is_none_is_refused 1 '25'
g meeting add GWD-1 --on 2026-05-05 --from 10; refused an_end_is_needed 2 '--to'
g group member GWD-1 leave 0214011 --on 2026-09-01
g meeting add GWD-1 --on 2026-10-06 --from 10 --to 15 --host 0214011; refused a_host_who_left_is_refused 1 'left the group'
g meeting add GWD-1 --on 2026-10-06 --from 10 --to 15 --host 1061011
holds a_host_who_never_was_a_member_is_told out 'no member'
g meeting cancel 77 --reason snow; refused an_unknown_meeting_is_told 1 'list meetings'
g meeting cancel 3; refused a_reason_is_needed 2 '--reason'

# texts that are longer than their room
long=$(printf '%400s' '' | tr ' ' 'x')
g meeting add GWD-1 --on 2026-05-05 --from 10 --to 15 --title "$long"; refused a_title_is_never_cut 1 'too long'
g meeting change 1 --place "$long"; refused nor_a_place 1 'too long'
g meeting cancel 3 --reason "$long"; refused nor_a_reason 1 'Reason: the text is too long by 145 characters'
g decision set 0201011 2025 1 "$long A" B issued=1; refused nor_a_case_type 1 'too long'
g decision set 0201011 2025 1 A "$long" issued=1; refused nor_a_department 1 'too long'
g organisation set 0201011 "$long" 2025 provider=own; refused nor_a_service 1 'too long'

g contact add 'Person
C'; refused a_name_has_one_line 1 'write it without line breaks'
g group add GWD-2 --kind gwd --name 'Two
lines' --starts 2026-01-01; refused so_has_a_group 1 'write it without line breaks'
two='Two
lines'
g office set "name=$two"; refused so_has_the_office 1 'write it without line breaks'
g office set "council=$two"; refused so_has_its_council 1 'write it without line breaks'
g office set "executive=$two"; refused and_its_executive 1 'write it without line breaks'
g group member GWD-1 set 0201011 "presentation=$two"; refused so_has_a_presentation 1 'write it without line breaks'
g group stage GWD-1 1 "aim=$two"; refused so_has_an_aim 1 'write it without line breaks'
g organisation set 0201011 "$two" 2025 provider=own_unit; refused so_has_a_service 1 'write it without line breaks'
g organisation set 0201011 A 2025 provider=own_unit "name=$two"; refused and_who_provides_it 1 'write it without line breaks'

# the calendar
g export calendar --group GWD-1 group.ics; done_well a_calendar_is_written
holds it_counts out 'Written: 3 meetings.'
uid=$(grep '^UID:' group.ics | head -n 1)
g meeting change 1 --on 2026-03-11; done_well a_meeting_is_moved
g meeting cancel 3 --reason snow; done_well a_meeting_is_cancelled
g export calendar --group GWD-1 group.ics; refused a_file_is_not_replaced_unasked 1 '--force'
g export calendar --group GWD-1 group.ics --force
holds the_move_is_in_the_file group.ics 'DTSTART;TZID=Europe/Warsaw:20260311T100000'
holds with_a_higher_sequence group.ics 'SEQUENCE:1'
holds and_the_same_uid group.ics "$uid"
holds the_cancelled_one_says_so group.ics 'STATUS:CANCELLED'
g export calendar --meeting 2 one.ics; same one_meeting_is_written_alone "$(lines BEGIN:VEVENT one.ics)" 1
g export calendar --year 2026 year.ics; same a_year_is_written_alone "$(lines BEGIN:VEVENT year.ics)" 2

# people and papers
g meeting state 1 invited; done_well people_are_invited
g meeting state 2 held; refused a_meeting_to_come_was_not_held 1 '2027-05-27'
g meeting state 1 held; done_well a_meeting_is_held
g meeting attendance 1; holds people_are_listed out '0201011,Person A,member,,'
g print invitation 1; done_well an_invitation_is_written
GROMADA_NOW=2028-01-05T12:00:00Z p print invitation 1 -o late.txt > late; holds that_it_comes_too_late_is_said late 'comes too late'
holds it_has_the_agenda_with_hours out '10:00–10:20'
holds the_offices_name_stands_above out 'Union of Towns'
g print attendance 1 -o list.pdf; done_well a_list_to_sign_is_written_as_PDF
g print certificates 1 -o c.pdf; refused nobody_gets_a_certificate_unticked 1 'ticked'
absent nothing_is_left_behind c.pdf
g print attendance 1 -o list.xlsx; refused a_list_to_sign_is_no_workbook 1 '.pdf'
if command -v pdftotext > /dev/null; then
	pages list.pdf > page
	holds a_reader_finds_the_names page 'Person A'
	holds and_the_units page Oleśnica
	true_that and_nothing_else_of_the_person sh -c '! grep -qE "600100200|town.example" page'
	g print attendance 2 -o days.pdf; pages days.pdf | tr -s ' ' > page
	holds two_days_have_two_columns_to_sign_each_with_its_day page '2027-05-27 2027-05-28'
	g print invitation 2 -o invitation.pdf; pages invitation.pdf > page
	holds an_invitation_names_the_days page 'Day 1, 2027-05-27'
else
	for sentence in a_reader_finds_the_names and_the_units and_nothing_else_of_the_person \
		two_days_have_two_columns_to_sign_each_with_its_day an_invitation_names_the_days; do
		skip $sentence 'pdftotext is not installed'
	done
fi
# a group that is deleted takes its meetings out of people's calendars
events() { # of a calendar file: summary, sequence and state of each, by UID
	tr -d '\r' < "$1" | awk '/^BEGIN:VEVENT/ { uid = sequence = state = "" }
		/^UID:/ { uid = substr($0, 5) } /^SEQUENCE:/ { sequence = substr($0, 10) } /^STATUS:/ { state = substr($0, 8) }
		/^END:VEVENT/ { print uid, sequence, state }' | sort
}
g export calendar --group GWD-1 group.ics --force; events group.ics > before
tr -d '\r' < group.ics | awk '{ if (/^ /) line = line substr($0, 2); else { print line; line = $0 } } END { print line }' > unfolded
holds both_days_of_a_workshop_are_in_the_calendar unfolded 'DTEND;TZID=Europe/Warsaw:20270528T160000'
holds and_its_agenda_names_the_day unfolded 'Day 1'; holds with_its_date unfolded '2027-05-27'
g group retire GWD-1; done_well a_group_is_deleted
g export calendar all.ics; events all.ics > after
same its_meetings_are_all_in_the_calendar_still "$(cut -d' ' -f1 after)" "$(cut -d' ' -f1 before)"
same and_each_is_cancelled "$(cut -d' ' -f3 after | sort -u)" CANCELLED
same with_a_higher_sequence_where_it_stood "$(join before after | awk '$3 != "CANCELLED" && $4 <= $2')" ''
same of_which_there_are_some "$(grep -cv CANCELLED before)" 2
g export calendar --meeting 2 gone.ics; holds by_itself_too gone.ics 'STATUS:CANCELLED'
g group restore GWD-1; g export calendar all.ics --force; events all.ics > back
same and_come_back_with_it "$(cut -d' ' -f1,3 back)" "$(cut -d' ' -f1,3 before)"
same as_what_is_newer "$(join after back | awk '$5 != "CANCELLED" && $4 <= $2')" ''
g list acts; true_that no_name_is_in_the_history sh -c '! grep -q "Person A" out'
# numbers in the order of days, when asked for
g meeting add GWD-1 --on 2026-02-02 --from 10 --to 15; done_well an_earlier_meeting_is_typed_later
holds its_number_is_told out 'Meeting 4 is before meeting 2'
g meeting renumber GWD-1; done_well meetings_are_numbered_by_day
holds what_changed_is_said out 'GWD-1: meeting 4 is now number 1 (2026-02-02).'
g meeting renumber GWD-1; holds there_is_nothing_more out 'the numbers follow the days already'
g meeting renumber GWD-7; refused an_unknown_group_is_told 1 'gromada list groups'
g meeting change 4 number=9; done_well a_free_number_is_given
g meeting retire 4; done_well the_meeting_goes
g meeting renumber GWD-1; done_well the_others_keep_theirs
last=$(p meeting add GWD-1 --on 2027-06-10 --from 10 --to 15 | sed -n 's/.*number \([0-9]*\)\.$/\1/p')
g print attendance "$last" -o nowhere.pdf
if command -v pdftotext > /dev/null; then pages nowhere.pdf > page; holds where_nobody_knows_the_place_is_a_line_for_it page 'Where: ......'
else skip where_nobody_knows_the_place_is_a_line_for_it 'pdftotext is not installed'; fi
finish
