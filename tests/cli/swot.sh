#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# SWOT analyses and ballots by command: from factors and votes to the position.
. "$abs_top_srcdir/tests/cli/common.sh"
p init --demo > /dev/null
before=$(p swot | wc -l)

g swot new 0206041 'title=Miasto w roku 2026' year=2026 code=SWOT-T; prints an_analysis_is_made <<'X'
Made the SWOT analysis SWOT-T.
X
g swot new 0206041 title=x year=2026 code=SWOT-T; refused a_code_that_is_taken_is_refused 1 'SWOT-T'
g swot new 0206041 year=2026; refused an_analysis_needs_a_title 1 'Title'
g swot factor SWOT-T strength 'text=Good schools' area=education weight=0,6 rating=4; prints a_factor_gets_its_number <<'X'
Factor S1 is saved.
X
g swot factor SWOT-T strength 'text=Low debt' weight=0,4 > /dev/null
g swot factor SWOT-T weakness 'text=Ageing' weight=1 > /dev/null
g swot factor SWOT-T opportunity 'text=New road' weight=1 axis=3 > /dev/null
g swot factor SWOT-T threat 'text=Dear heat' weight=0,7 > /dev/null
g swot factor SWOT-T threat 'text=Drought' weight=0,2 > /dev/null
g swot factor SWOT-T T2 weight=0,3; done_well a_factor_is_changed_by_its_number
g swot factor SWOT-T strength text=x weight=2; refused a_weight_above_one_is_refused 1 'between 0 and 1'
g swot factor SWOT-T S9 weight=1; refused an_unknown_factor_is_said 1 'S9'
g swot pair SWOT-T swot S1O1=2 S2O1=1 S1T1=0 S1T2=1 S2T1=2 S2T2=0 W1O1=1 W1T1=2 W1T2=2; prints pairs_are_keyed <<'X'
Keyed 9 pairs.
X
g swot pair SWOT-T tows S1O1=1 S2O1=1 S1T1=0 S1T2=1 S2T1=2 S2T2=0 W1O1=1 W1T1=2 W1T2=2; done_well the_other_matrix_is_keyed_too
g swot pair SWOT-T swot S1O1=; g swot position SWOT-T; holds a_position_of_some_pairs_may_change err 'Not all pairs are keyed'; g swot pair SWOT-T swot S1O1=2
g swot pair SWOT-T swot S1O1=1,5; refused halves_must_be_switched_on 1 'S1O1=1,5'
g swot pair SWOT-T swot S1O1=2 S1O1=1; refused a_pair_is_given_once 1 'S1O1=1'
g swot pair SWOT-T swot S1W1=1; refused two_factors_from_inside_are_no_pair 1 'S1W1'
g swot pair SWOT-T swot S1O7=1; refused a_pair_with_a_stranger_is_refused 1 'S1O7'
g swot pair SWOT-T sideways S1O1=1; refused there_are_two_matrices 1 'sideways'
g swot position SWOT-T; prints the_position_has_its_arithmetic <<'X'
quadrant,pairs,keyed,swot,tows,sum,mean,weighted,position
SO,4,4,3,2,5,1.25,7.6,no
WO,2,2,1,1,2,1,4,no
ST,8,8,3,3,6,0.75,6.2,no
WT,4,4,4,4,8,2,12,yes
X
g swot SWOT-T; prints factors_stand_with_their_sums <<'X'
factor,kind,text,area,weight,rating,spread,axis,evidence,swot,tows
S1,strength,Good schools,education,0.6,4,,,0,3,2
S2,strength,Low debt,,0.4,,,,0,3,3
W1,weakness,Ageing,,1,,,,0,5,5
O1,opportunity,New road,,1,,,3,0,4,3
T1,threat,Dear heat,,0.7,,,,0,4,4
T2,threat,Drought,,0.3,,,,0,3,3
X
same weights_that_sum_to_one_need_no_word "$(cat err)" ''
g swot factor SWOT-T T2 weight=0,2
g swot SWOT-T; holds weights_that_do_not_sum_to_one_are_told err 'must sum to 1, so there are no weighted sums: T 0.90'
g swot position SWOT-T; holds by_the_position_too err 'no weighted sums: T 0.90'
holds and_there_are_no_weighted_sums out 'SO,4,4,3,2,5,1.25,,no'
g swot SWOT-T --format text; holds the_document_says_it_at_the_kind out 'The weights sum to 0.90 in place of 1'
g swot factor SWOT-T T2 weight=0,3
g swot pairs SWOT-T
if grep -q '^swot,S1,O1,SO,2$' out && [ "$(wc -l < out)" = 19 ]; then pass pairs_are_listed_by_matrix
else fail pairs_are_listed_by_matrix "$(cat out)"; fi
g swot SWOT-T --format text
if grep -q 'defensive (mini-mini)' out && grep -q 'Does the weakness deepen the threat' out; then pass people_read_matrices_and_position
else fail people_read_matrices_and_position "$(cat out)"; fi
holds the_document_says_how_weighted_sums_are_made out 'Weighted = Σ number × (w1 + w2)'
holds and_shows_it_with_its_numbers out 'S × O: S1→O1 2 × ('
g swot SWOT-T -o swot.docx; done_well a_document_is_written
g swot NONE; refused an_unknown_analysis_is_said 1 'NONE'

# ---- a ballot on its factors ----
g ballot open factors SWOT-T 'title=Factors of the town' cards=3; done_well factors_are_put_to_the_vote
vote=$(sed -n 's/.*ballot \([0-9]*\) .*/\1/p' out)
g ballot open factors SWOT-T title=x highest=10; refused factors_are_scored_from_1_to_5 1 '1 to 5'
g ballot open problems 0206041 title=x year=1999; refused nothing_to_vote_on_is_said 1 'nothing to vote on'
g ballot print "$vote"
if [ "$(lines '^Card [123]$')" = 3 ] && grep -q 'S1. Good schools' out && grep -q 'Do not sign' out
then pass cards_are_printed_one_of_each_number; else fail cards_are_printed_one_of_each_number "$(cat out)"; fi
g ballot print "$vote" -o cards.pdf; done_well cards_are_printed_as_pdf
g ballot card "$vote" 1 5 3 2 4 - 1; done_well a_card_is_keyed
g ballot card "$vote" 1 5 3 2 4 1 1; refused a_card_is_not_keyed_twice 1 '--replace'
g ballot card "$vote" 1 5 3 2 4 - 2 --replace; done_well a_card_is_corrected_knowingly
g ballot card "$vote" 2 6 3 2 4 1 1; refused a_score_off_the_scale_is_refused 1 'Item 1'
g ballot card "$vote" 2 5 3; refused a_card_has_all_items 1 '6 items'
g ballot card "$vote" 4 5 3 2 4 1 1; refused a_card_that_was_not_handed_out_is_refused 1 'no card 4'
g ballot card "$vote" 2 4 3 3 4 1 2; done_well a_second_card_is_keyed
g ballot result "$vote"; refused half_a_result_is_not_shown 1 '2 of 3'
g ballot close "$vote"; refused a_ballot_waits_for_all_cards 1 '2 of 3'
g ballot card "$vote" 3 spoilt; done_well a_spoilt_card_counts_as_keyed
g ballot result "$vote"; prints the_result_has_means_and_spread <<'X'
rank,item,text,n,sum,share,mean,spread,lowest,highest
1,1,S1. Good schools,2,9,,4.5,0.707106781187,4,5
3,2,S2. Low debt,2,6,,3,0,3,3
4,3,W1. Ageing,2,5,,2.5,0.707106781187,2,3
2,4,O1. New road,2,8,,4,0,4,4
6,5,T1. Dear heat,1,1,,1,,1,1
5,6,T2. Drought,2,4,,2,0,2,2
X
g ballot close "$vote"; refused ratings_that_stand_are_not_replaced_unasked 1 'has a rating already'
holds and_it_says_how err '--yes'
g ballot close "$vote" --yes; done_well a_complete_ballot_is_closed
g ballot card "$vote" 3 1 1 1 1 1 1 --replace; refused nobody_votes_after_closing 1 'closed'
g ballot vote "$vote" 1 1 1 1 1 1; refused nobody_votes_after_closing_at_a_login_either 1 'closed'
g swot SWOT-T
if grep -q '^S1,strength,Good schools,education,0.6,4.5,0.7071' out; then pass closing_rates_the_factors
else fail closing_rates_the_factors "$(cat out)"; fi
g ballot open factors SWOT-T title=Own; m=$(sed -n 's/.*ballot \([0-9]*\) .*/\1/p' out)
g ballot vote "$m" 1 2 3 4 5 -; done_well a_person_votes_at_a_login
g ballot vote "$m" 2 2 3 4 5 -; done_well and_may_vote_anew
g ballot result "$m"; refused own_votes_show_when_the_ballot_is_closed 1 'closed'
# ---- places on the axis ----
g ballot open problems 0206041 title=x method=axis; refused problems_have_no_place_on_the_axis 1 'Only factors of a SWOT'
g ballot open factors SWOT-T title=Axis method=axis cards=2; x=$(sed -n 's/.*ballot \([0-9]*\) .*/\1/p' out)
g ballot print "$x"; holds the_card_has_the_axis_from_minus_5 out '-5   -4   -3   -2   -1   0    1'
g ballot card "$x" 1 -5 3 -2 4 - -1; done_well a_place_below_zero_is_keyed
g ballot card "$x" 2 -6 3 -2 4 - 0; refused a_place_off_the_axis_is_refused 1 'from -5 to 5'
g ballot card "$x" 2 -2 3 0 4 - 0; g ballot result "$x"; holds the_axis_has_mean_and_spread out '5,1,S1. Good schools,2,-7,,-3.5,2.12132034356,-5,-2'
g ballot close "$x" --yes; g swot SWOT-T; holds the_factor_stands_where_the_team_placed_it out 'S1,strength,Good schools,education,0.6,4.5,0.707106781187,-3.5,'
g list ballots --open
if [ "$(lines '^[0-9]')" = 1 ] && grep -q "^$m,0206041,factors,Own,scores,6,0,0,0,0,1,.*,$" out; then pass open_ballots_are_listed
else fail open_ballots_are_listed "$(cat out)"; fi
g ballot retire "$m"; done_well a_ballot_is_deleted
g ballot restore "$m"; done_well and_comes_back

g swot take SWOT-T x; refused a_problem_has_a_number 1 'list problems'
g swot take SWOT-T 9999; refused an_unknown_problem_is_no_factor 1 'gone already'

# ---- factors deleted and brought back ----
{ p swot SWOT-T; p swot pairs SWOT-T; p swot position SWOT-T; } > whole
g swot factor SWOT-T S2 out=yes; done_well a_factor_is_deleted
g swot factor SWOT-T T2 out=yes
g list deleted; if grep -q '^1,factor,S2. Low debt,' out && grep -q '^2,factor,T2. Drought,' out
then pass deleted_factors_are_listed; else fail deleted_factors_are_listed "$(cat out)"; fi
g list acts; if grep -q 'S2. Low debt' out; then pass the_act_names_what_was_deleted; else fail the_act_names_what_was_deleted "$(cat out)"; fi
g swot factor SWOT-T threat 'text=Flood'; g swot factor SWOT-T T2 out=yes
g line restore 1; done_well a_factor_is_brought_back
g line restore 2; done_well the_one_it_had_a_pair_with_is_too
{ p swot SWOT-T; p swot pairs SWOT-T; p swot position SWOT-T; } > back
same with_all_pairs_and_evidence "$(cat back)" "$(cat whole)"
g line restore 1; refused it_comes_back_only_once 1 'there again already'
g line restore x; refused an_unknown_line_is_said 1 'list deleted'

g swot retire SWOT-T; done_well an_analysis_is_deleted
if [ "$(p swot | wc -l)" = "$before" ]; then pass it_leaves_the_list; else fail it_leaves_the_list; fi
g swot restore SWOT-T; done_well it_comes_back
g swot restore SWOT-T; refused it_comes_back_once 1 'SWOT-T'
finish
