#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The demonstration shows a whole year of a strategy's work, all of it marked as made up.
. "$abs_top_srcdir/tests/cli/common.sh"
s=SR-2030 unit=0214011
p init --demo > /dev/null

# ---- diagnosis, problems, votes ----
g list findings --unit $unit --year 2019 --group 'Miasta średniej wielkości (przykład)'
same an_expert_confirmed_what_a_diagnosis_proposed "$(lines ',confirmed,')" 5
g list problems --unit $unit; same problems_are_ranked_by_the_team "$(grep ',problem,' out | cut -d, -f5 | tr '\n' ' ')" '1 2 3 4 '
same each_with_its_evidence "$(lines -E ',(problem|driver),.*,1,$')" 5
same a_priority_follows_from_them "$(lines ',priority,')" 1
same and_all_of_it_is_marked "$(lines 'przykład zmyślony')" 6
g problem evidence 1; holds its_evidence_has_the_figures_of_the_group out ',DE08,2019,1062,1191.4'
g list ballots; same the_ballots_are_closed "$(lines ',2026-11-22,2026-11-22$')" 3

# ---- a year of monitoring ----
g list rounds $s; holds a_year_is_collected_from_all_offices_and_approved out "$s,2024,2025-01-13,2025-03-31,7,7,5,2,2025-05-20,"
g list deviations $s --year 2024; same a_deviation_has_its_cause_and_its_measure "$(lines ',Straty wody,off_course,..*2027-06-30,$')" 1
holds a_measure_is_carried_out out ',2025-10-31,2025-10-01'
g report strategy $s --year 2024; holds its_report_is_kept_as_it_was_approved out 'przykład zmyślony'
same nothing_in_it_is_later_than_its_approval "$(lines '01.10.2025')" 0

# ---- a self-assessment ----
g list evaluations $s; same the_team_has_scored_a_self_assessment "$(lines ',self,.*,12,12,2,1,2025-12-15$')" 1
g list recommendations $s; same a_proposal_of_it_is_followed "$(grep '^2,' out | cut -d, -f7 | sort | tr '\n' ' ')" 'accepted done '
g check; done_well the_database_is_sound

# ---- a later ballot that was without a problem ----
g list problems --unit $unit; one=$(grep ',problem,.*,1,' out | head -n 1 | cut -d, -f1); year=$(sed -n "s/^$one,[^,]*,[^,]*,\([0-9]*\),.*/\1/p" out)
others=$(grep -c ",problem,$year," out)
p problem retire "$one" > /dev/null; p ballot open problems $unit title=Again kind=problem "year=$year" cards=1 > /dev/null
vote=$(p list ballots --open | sed -n '2s/,.*//p')
# shellcheck disable=SC2046
p ballot card "$vote" 1 $(seq 1 $((others - 1))) > /dev/null; p ballot close "$vote" --yes > /dev/null; p problem restore "$one" > /dev/null
g list problems --unit $unit; same a_problem_outside_the_newest_ballot_is_marked "$(sed -n "s/^$one,.*,\([^,]*\)$/\1/p" out)" yes
same and_it_alone "$(lines ',yes$')" 1
g list problems --unit $unit --format text; holds its_older_place_stands_in_brackets out '(1)'

# ---- on a computer whose clock is behind ----
db=$work/early.db GROMADA_NOW=2025-12-20T12:00:00Z
g init --demo; done_well it_is_made_on_an_earlier_day_too
g list deviations $s --year 2024; same and_nothing_is_carried_out_in_days_to_come "$(lines ',2026-03-31,$')" 1
finish
