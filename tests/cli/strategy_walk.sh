#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# One unit from imported data to a strategy's yearly report: diagnosis, problems, votes, SWOT, strategy,
# a red indicator with its cause and measure, approval, PDF, evaluation, a later correction. On the
# real files where GROMADA_REAL_DATA names them, else on the demonstration data.
. "$abs_top_srcdir/tests/cli/common.sh"
data=${GROMADA_REAL_DATA:-}
pages() { pdftotext -raw "$1" - 2> /dev/null | tr -s ' \n' ' '; } # a cell's lines one behind the other
has_pdf=$(command -v pdftotext || true)

# ---- data ----
if [ -n "$data" ] && [ -d "$data/bdl" ]; then
	unit=0208021 bad=P1944.1 year=2024 to=300 among=voivodeship decimals=0 # Kłodzko, the unemployed
	g init
	g import teryt --yes "$data/teryt/TERC_Urzedowy_2020-09-26.csv"; done_well the_register_of_TERYT
	g import bdl --yes "$data/bdl/RYNE_1944_CTAB_20250616184618.csv" \
		"$data/bdl/LUDN_2137_CREL_20220407210714.csv"; done_well exports_of_BDL
	g indicator set $bad direction=D; done_well less_is_better
	file=RYNE_1944_CTAB_20250616184618.csv peers=169
else
	skip the_register_of_TERYT 'GROMADA_REAL_DATA names no folder with the real files'
	skip exports_of_BDL 'the same; the demonstration data stand for them'
	unit=0214011 bad=WK07 year=2024 to=6 among=country decimals=1 # losses of water
	g init --demo; done_well less_is_better
	file= peers=
fi
g values --indicator $bad --unit $unit --year 2020; base=$(sed -n 2p out | cut -d, -f4)
g values --indicator $bad --unit $unit --year $year; now=$(sed -n 2p out | cut -d, -f4)
true_that figures_are_there test -n "$base" -a -n "$now"

# ---- diagnosis, problems, votes ----
ask="--unit $unit --year $year --group $among"
# shellcheck disable=SC2086
g diagnose $ask
same the_diagnosis_calls_it_a_problem "$(sed -n "/^$bad,/p" out | cut -d, -f6)" problem
[ -z "$peers" ] || same among_all_gminy_of_the_voivodeship "$(sed -n "/^$bad,/p" out | cut -d, -f7)" $peers
# shellcheck disable=SC2086
g finding take $bad 'text=The worst of all figures' $ask; done_well the_expert_writes_it_among_problems
g list problems --unit $unit --format csv; worst=$(sed -n '/The worst of all/p' out | cut -d, -f1)
g problem new $unit kind=problem year=$year 'text=Few work near home'; done_well a_workshop_adds_another
g problem new $unit kind=driver year=$year 'text=A railway that is used'; done_well and_a_driver
g problem new $unit kind=priority year=$year 'text=Work nearby'; g problem link $((worst + 3)) "$worst" $((worst + 1)); done_well a_priority_follows_from_problems
g ballot open problems $unit title=Problems year=$year kind=problem method=points points=10 cards=3; done_well problems_are_put_to_the_vote
vote=$(sed -n 's/.*ballot \([0-9]*\) .*/\1/p' out)
g ballot print "$vote" -o cards.pdf; done_well cards_are_printed
order=$(p ballot print "$vote" | awk '/The worst of all/ { print (seen ? "second" : "first"); exit } /Few work/ { seen = 1 }')
card() { if [ "$order" = first ]; then g ballot card "$vote" "$1" "$2" "$3"; else g ballot card "$vote" "$1" "$3" "$2"; fi; }
card 1 7 3; card 2 8 2; g ballot close "$vote"; refused it_is_not_closed_before_all_cards_are_keyed 1 '2 of 3'
card 3 4 6; g ballot close "$vote"; done_well cards_are_keyed_and_the_ballot_closed
g list problems --unit $unit; same the_team_ranks_it_first "$(sed -n '/The worst of all/p' out | cut -d, -f5)" 1

# ---- SWOT ----
g swot new $unit title=SWOT year=$year code=SWOT-W
g swot take SWOT-W "$worst"; g swot take SWOT-W $((worst + 2)); done_well a_problem_is_a_weakness_and_a_driver_a_strength
g swot SWOT-W; same with_what_speaks_for_it "$(sed -n '/The worst of all/p' out | cut -d, -f2,9)" weakness,1
g swot factor SWOT-W opportunity 'text=New line' weight=1; g swot factor SWOT-W threat 'text=Prices' weight=1
g swot factor SWOT-W S1 weight=1; g swot factor SWOT-W W1 weight=1
g ballot open factors SWOT-W title=Factors cards=2; vote=$(sed -n 's/.*ballot \([0-9]*\) .*/\1/p' out)
g ballot card "$vote" 1 4 5 3 2; g ballot card "$vote" 2 5 4 3 3; g ballot close "$vote"; done_well factors_are_rated_by_cards
g swot pair SWOT-W swot S1O1=2 S1T1=1 W1O1=1 W1T1=0; g swot pair SWOT-W tows S1O1=2 S1T1=1 W1O1=1 W1T1=0
g swot position SWOT-W; holds the_position_follows_from_both_matrices out 'SO,2,2,2,2,4,2,'
same and_is_told "$(lines ',yes$')" 1
g swot SWOT-W --format text; holds in_words_too out 'maxi-maxi'

# ---- what the strategy will be measured by ----
g indicator new STOPS kind=own name='Stops with a timetable' unit=szt. direction=S
g figure set STOPS $unit 2020 12; g figure set STOPS $unit $year 20; done_well an_own_figure
mkdir q
printf 'type,name,label\ninteger,grade,How good is the transport?\n' > q/survey.csv
printf 'list_name,name,label\n' > q/choices.csv
printf 'form_title,form_id\nTransport,transport\n' > q/settings.csv
g import questionnaire q --yes --publish; g survey add T name='Survey of passengers' questionnaire=transport
g wave add T code=T$year year=$year unit=$unit sample=random
awk 'BEGIN { print "form_number,grade"; for (n = 1; n <= 60; n++) printf "%d,%d\n", n, 3 + n % 3 }' > answers.csv
g import answers T$year answers.csv --yes
g publish T$year grade --statistic mean --as GRADE name='Grade of the transport' direction=S; done_well a_result_of_a_survey_is_published

# ---- strategy ----
cat > s.csv <<END
row,goal,item,year,name,text,kind,code,unit,measure,decimals,direction,base_year,base,target_year,target,value,office,source,month,state,reason,from,to,percent,planned,spent,resolution,adopted_on
strategy,,,,Near and well,A town that is near,development,W-2030,$unit,,,,,,,,,,,,adopted,,2021,2030,,,,XX/1/2021,2021-01-28
goal,1,,,Work nearby,,,,,,,,,,,,,,,,,,,,,,,,
goal,1.1,,,Good transport,,,,,,,,,,,,,,,,,,,,,,,,
indicator,1,1,,What hurts most,,result,$bad,,,$decimals,D,2020,$base,2026,$to,,Development,,6,,,,,,,,,
indicator,1.1,2,,Stops,,product,STOPS,,,0,S,2020,12,2030,30,,Transport,,1,,,,,,,,,
indicator,1.1,3,,Passengers are content,,impact,GRADE,,,1,S,2020,3.2,2030,4.4,,Transport,,3,,,,,,,,,
indicator,1.1,4,,Passengers a day,,result,,,os.,0,S,2020,800,2030,1200,,Transport,counts,1,,,,,,,,,
reading,,4,2022,,,,,,,,,,,,,870,,counts,,,,,,,,,,
task,1.1,1,,New line,,project,,,,,,,,,,,Transport,,,late,,2021-01-01,2025-12-31,60,,,,
money,,1,2024,,,own,,,,,,,,,,,,,,,,,,,150000,120000.50,,
END
g import strategy s.csv; refused a_strategy_is_looked_at_first 1 --yes
g import strategy s.csv --yes; done_well one_file_brings_the_strategy
g list strategies --unit $unit; holds with_goals_indicators_and_tasks out ',2021,2030,adopted,2,4,1,no'

# ---- the year: a sheet out and in, the red indicator ----
g round open W-2030 $year due_on=2026-11-30; holds the_year_begins out '1 office is asked'
g list missing W-2030 --year $year; same one_figure_is_missing "$(rows)" 1
g round sheet W-2030 $year Transport -o sheet.csv --format csv
awk -F, -v OFS=, '/^T/ && !done { $6 = "950"; done = 1 } { print }' sheet.csv > filled.csv
g round take filled.csv --yes; holds the_offices_sheet_comes_back out 'Taken over as import'
g status W-2030 --year $year
same the_worst_figure_is_red "$(sed -n '/^1,What hurts/p' out | cut -d, -f8)" off_course
same the_published_result_is_its_value "$(sed -n '/Passengers are content/p' out | cut -d, -f6)" 4
same and_the_keyed_one_its_own "$(sed -n '/Passengers a day/p' out | cut -d, -f6)" 950
same the_own_figure_too "$(sed -n '/Stops/p' out | cut -d, -f6)" 20
same and_that_of_BDL "$(sed -n '/^1,What hurts/p' out | cut -d, -f6)" "$now"
g list deviations W-2030 --year $year; red=$(sed -n '/What hurts/p' out | cut -d, -f2)
late=$(sed -n '/^task,/p' out | cut -d, -f2)
g round explain W-2030 $year target="$red" 'cause=Two works closed' 'measure=Courses for drivers' office=Development due_on=2027-06-30; done_well it_has_its_cause_and_measure
g round explain W-2030 $year task="$late" 'cause=No bidder' 'measure=Divide the order' due_on=2027-03-31; done_well so_has_the_late_task
g list deviations W-2030 --year $year; holds both_are_told out 'Two works closed'

# ---- report, chapter, approval, correction ----
g round approve W-2030 $year by=Mayor --yes; done_well the_report_is_approved
g report strategy W-2030 --year $year -o report.pdf; done_well the_report_is_a_PDF
if [ -n "$has_pdf" ]; then
	pages report.pdf > pages
	holds with_the_cause pages 'Two works closed'
	holds and_the_measure pages 'Courses for drivers'
	holds figures_of_the_status_stand_in_it pages "$now"
	holds the_keyed_figure_too pages 950
	holds the_published_result_names_its_survey pages 'Survey of passengers'
	holds and_how_many_answered pages 'n = 60'
	holds money_to_the_grosz pages '120,000.50'
	[ -z "$file" ] || holds the_file_of_BDL_is_named pages RYNE_1944
	holds and_the_sheet_of_the_office pages filled.csv
else skip figures_of_the_status_stand_in_it 'pdftotext is not installed'; fi
g report strategy W-2030 --year $year --chapter -o chapter.docx; done_well the_chapter_of_the_report_on_the_state_of_the_gmina
g report strategy W-2030 --year $year --chapter; holds names_its_law out 28aa
g round correct W-2030 $year "$red" 1 'Revised'; done_well a_later_figure_stands_beside
g report strategy W-2030 --year $year -o after.txt; holds with_its_reason after.txt 'Revised'
holds the_frozen_figure_stays after.txt "$now"

# ---- evaluation ----
g evaluation new W-2030 kind=mid_term title='Half way' year=$year; done_well an_evaluation_begins
number=$(sed -n 's/.*evaluation \([0-9]*\) .*/\1/p' out)
for question in 1 2 3 4 5 6; do g evaluation question "$number" $question judgement='Partly' score=3; done
g evaluation recommend "$number" new 'text=Ask passengers each year' question=2 due_on=2027-03-31; done_well it_recommends
g evaluation set "$number" closed_on=2026-11-20; done_well and_is_closed
g report evaluation "$number" -o evaluation.pdf; done_well as_a_PDF
g list recommendations W-2030 --open; same the_recommendation_is_followed "$(rows)" 1
g check; done_well the_database_is_sound
finish
