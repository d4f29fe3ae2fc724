# SPDX-License-Identifier: GPL-3.0-or-later
# Reads a calendar file with python3-icalendar and says, sentence by sentence, what it found.
import sys
from datetime import timedelta

from icalendar import Calendar

number = 0


def ok(sentence, true, found=''):
    global number
    number += 1
    print(('ok' if true else 'not ok') + f' {number} - {sentence}')
    if not true:
        print(f'# {found}')


data = open(sys.argv[1], 'rb').read()
calendar = Calendar.from_ical(data)
events = calendar.walk('VEVENT')
zones = calendar.walk('VTIMEZONE')
errors = [e for part in calendar.walk() for e in part.errors]
ok('another_parser_reads_every_property', not errors, errors)
ok('the_three_meetings_are_events', len(events) == 3, len(events))
for event in events:
    missing = [p for p in ('UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SEQUENCE', 'SUMMARY') if p not in event]
    ok('an_event_has_all_that_is_required', not missing, missing)
first, two, gone = events
ok('texts_come_back_as_they_were_typed', str(first['SUMMARY']) ==
   'GWD-1, meeting 1: Świadczenie usług; koszty, jakość \\ żółć, gęślą jaźń i łączność między urzędami',
   first['SUMMARY'])
ok('the_place_comes_back', str(two['LOCATION']) == 'Wałbrzych, Sala im. Łokietka; II p.', two.get('LOCATION'))
ok('the_agenda_stands_in_lines', '10:00 Otwarcie' in str(first['DESCRIPTION']).split('\n')[2], first['DESCRIPTION'])
zone = zones[0].to_tz()


def offset(event, which):
    return zone.utcoffset(event[which].dt.replace(tzinfo=None))


ok('winter_hours_are_one_hour_before_utc', offset(first, 'DTSTART') == timedelta(hours=1), offset(first, 'DTSTART'))
ok('clocks_change_within_a_meeting_of_two_days', offset(two, 'DTSTART') == timedelta(hours=1) and
   offset(two, 'DTEND') == timedelta(hours=2), (offset(two, 'DTSTART'), offset(two, 'DTEND')))
ok('hours_are_those_of_the_wall', str(two['DTSTART'].dt)[:16] == '2026-03-28 10:00' and
   str(two['DTEND'].dt)[:16] == '2026-03-29 12:00', two['DTSTART'].dt)
ok('a_cancelled_meeting_says_so_with_a_higher_sequence', gone['STATUS'] == 'CANCELLED' and
   gone['SEQUENCE'] == 1 and two['SEQUENCE'] == 0, (gone['STATUS'], gone['SEQUENCE']))
ok('no_two_events_share_a_uid', len({str(e['UID']) for e in events}) == 3)
ok('what_was_read_is_written_again_without_loss', Calendar.from_ical(calendar.to_ical()).to_ical() ==
   calendar.to_ical())
print(f'1..{number}')
