#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What screens of strategies do besides, by command: evidence, factors, findings, lines taken out.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
acts() { p list acts | cut -d, -f4 | sed 1d | head -n "$1" | tr '\n' ' '; } # the newest acts

# ---- evidence of a problem ----
g problem new 3031011 kind=problem year=2024 'text=Mało czytelników'; number=$(sed -n 's/^Wrote entry \([0-9]*\)\.$/\1/p' out)
g problem evidence "$number" KU03; done_well a_figure_speaks_for_a_problem
g problem evidence "$number" new kind=survey 'text=Mieszkańcy rzadko chodzą do biblioteki'; done_well and_a_survey
g problem evidence "$number"; holds both_are_printed out '2,survey,,,,,,,,Mieszkańcy rzadko chodzą do biblioteki'
holds with_the_figure_as_it_stands out '1,indicator,KU03,2024,121.6,'
g list problems --unit 3031011; holds and_counted out 'Mało czytelników,,2'
g problem evidence "$number" KU99; refused an_unknown_figure_does_not_speak 1 'KU99'
g problem evidence "$number" new kind=rumour text=x; refused nor_another_kind 1 'survey, decisions, document, text'
g problem evidence "$number" new kind=text; refused nor_nothing 1 'in a sentence'
g problem evidence "$number" 1 text=y; refused evidence_is_not_rewritten 1 'out=yes'
g problem evidence "$number" 1 out=yes; done_well it_is_taken_out
same as_an_act "$(acts 1)" 'strategic_evidence.remove '
g problem evidence "$number"; same and_the_rest_stays "$(rows)" 1
g problem evidence "$number" 2 out=yes; refused what_is_not_there_is_not_taken_out 1 'no evidence number 2'
g problem evidence 9999; refused no_problem_has_no_evidence 1 'gromada list problems'

g check; done_well nothing_is_wrong_with_the_database
finish
