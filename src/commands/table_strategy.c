/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of findings, problems, SWOT analyses and ballots, one row each. */
#include "config.h"

#include "commands/command.h"

#include "base/i18n.h"

#define ASKED                                                                                      \
	OPTION_UNIT | OPTION_REQUIRED, OPTION_YEAR | OPTION_REQUIRED, OPTION_GROUP, OPTION_METHOD, \
		OPTION_YEARS, OPTION_TREE

const struct command command_strategy[] = {
	{ "list findings", "",
		N_("List what was decided of a diagnosis, with the figures as they were seen."),
		{ ASKED }, 0, 0, NEED_DATABASE, PERSON_READER, command_list_findings },
	{ "finding confirm", N_("INDICATOR [reason=TEXT]"),
		N_("Say that the class of an indicator in a diagnosis is right; its figures are "
		   "kept."),
		{ ASKED }, 1, 2, NEED_DATABASE, PERSON_CLERK, command_finding_confirm },
	{ "finding reject", N_("INDICATOR reason=TEXT"),
		N_("Say that the class of an indicator in a diagnosis is wrong, and why."),
		{ ASKED }, 1, 2, NEED_DATABASE, PERSON_CLERK, command_finding_reject },
	{ "finding withdraw", N_("INDICATOR"),
		N_("Withdraw what was decided of an indicator in a diagnosis."), { ASKED }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_finding_withdraw },
	{ "finding take", N_("INDICATOR FIELD=VALUE..."),
		N_("Write an indicator of a diagnosis, with its figures, among the unit's problems "
		   "or drivers as text= and kind= say; or with swot=CODE among its factors, kind= "
		   "to say which."),
		{ ASKED }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_finding_take },
	{ "problem new", N_("UNIT FIELD=VALUE..."),
		N_("Write a problem, priority or driver: kind, year, rank, text, area, note."),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_problem_new },
	{ "problem set", N_("NUMBER FIELD=VALUE..."),
		N_("Change a problem, priority or driver; list problems prints the numbers."),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_problem_set },
	{ "problem link", N_("PRIORITY [NUMBER...]"),
		N_("Say from which problems and drivers a priority follows."), { 0 }, 1, -1,
		NEED_DATABASE, PERSON_CLERK, command_problem_link },
	{ "problem evidence", N_("NUMBER [INDICATOR | new text=TEXT kind=KIND | EVIDENCE out=yes]"),
		N_("Print what speaks for a problem, priority or driver; add an indicator as it "
		   "stands now or a finding in words (kind is survey, decisions, document or "
		   "text); or take one out by its number."),
		{ 0 }, 1, -1, NEED_DATABASE, PERSON_CLERK, command_problem_evidence },
	{ "problem retire", N_("NUMBER"), N_("Delete a problem, priority or driver."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_problem_retire },
	{ "problem restore", N_("NUMBER"), N_("Bring a deleted problem, priority or driver back."),
		{ 0 }, 1, 1, NEED_DATABASE, PERSON_CLERK, command_problem_restore },

	{ "swot new", N_("UNIT FIELD=VALUE..."),
		N_("Make a SWOT analysis: title, year, code, halves, made_up, note."), { 0 }, 2, -1,
		NEED_DATABASE, PERSON_CLERK, command_swot_new },
	{ "swot set", N_("CODE FIELD=VALUE..."), N_("Change fields of a SWOT analysis."), { 0 }, 2,
		-1, NEED_DATABASE, PERSON_CLERK, command_swot_set },
	{ "swot factor", N_("CODE KIND|S1 FIELD=VALUE..."),
		N_("Add a strength, weakness, opportunity or threat, or change one: kind, text, "
		   "area, weight, rating, axis, move=-1 (up), out=yes."),
		{ 0 }, 3, -1, NEED_DATABASE, PERSON_CLERK, command_swot_factor },
	{ "swot weights", N_("CODE KIND even|scale"),
		N_("Give all factors of a kind the same weight, or make their weights sum to 1."),
		{ OPTION_YES }, 3, 3, NEED_DATABASE, PERSON_CLERK, command_swot_weights },
	{ "swot evidence", N_("CODE S1 [INDICATOR | new text=TEXT kind=KIND | EVIDENCE out=yes]"),
		N_("Print what speaks for a factor, add to it or take out, as problem evidence "
		   "does."),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_swot_evidence },
	{ "swot take", N_("CODE NUMBER"),
		N_("Make a key problem a weakness, or a driver a strength, with its evidence; list "
		   "problems prints the numbers."),
		{ 0 }, 2, 2, NEED_DATABASE, PERSON_CLERK, command_swot_take },
	{ "swot pairs", N_("CODE"), N_("Print what pairs of factors do to each other."), { 0 }, 1,
		1, NEED_DATABASE, PERSON_READER, command_swot_pairs },
	{ "swot pair", N_("CODE swot|tows S1O2=VALUE..."),
		N_("Key pairs of a matrix: 0, 1 or 2; nothing takes one away."), { 0 }, 3, -1,
		NEED_DATABASE, PERSON_CLERK, command_swot_pair },
	{ "swot position", N_("CODE"),
		N_("Print the sums of the quadrants, and which of them is the position."), { 0 }, 1,
		1, NEED_DATABASE, PERSON_READER, command_swot_position },
	{ "swot retire", N_("CODE"), N_("Delete a SWOT analysis."), { 0 }, 1, 1, NEED_DATABASE,
		PERSON_CLERK, command_swot_retire },
	{ "swot restore", N_("CODE"), N_("Bring a deleted SWOT analysis back."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_swot_restore },
	{ "swot", N_("[CODE]"),
		N_("List SWOT analyses, or print one: factors, and in text also matrices and the "
		   "position."),
		{ OPTION_RETIRED }, 0, 1, NEED_DATABASE, PERSON_READER, command_swot },

	{ "ballot open", N_("problems|factors|statements OF FIELD=VALUE..."),
		N_("Put problems of a unit, factors of a SWOT or statements of a self-assessment "
		   "to the vote: title, method (points, scores, axis: factors from −5 to 5), "
		   "points, lowest, highest, cards, kind, year."),
		{ 0 }, 3, -1, NEED_DATABASE, PERSON_CLERK, command_ballot_open },
	{ "ballot set", N_("NUMBER FIELD=VALUE..."), N_("Change title or cards of a ballot."),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_ballot_set },
	{ "ballot print", N_("NUMBER"), N_("Make cards to hand out, one of each number."), { 0 }, 1,
		1, NEED_DATABASE, PERSON_READER, command_ballot_print },
	{ "ballot card", N_("NUMBER CARD SCORE...|spoilt|out"),
		N_("Key a card: a score for each item, “-” where there is none; out: it was keyed "
		   "by mistake."),
		{ OPTION_REPLACE }, 3, -1, NEED_DATABASE, PERSON_CLERK, command_ballot_card },
	{ "ballot vote", N_("NUMBER SCORE..."), N_("Give your own vote."), { 0 }, 2, -1,
		NEED_DATABASE, PERSON_CLERK, command_ballot_vote },
	{ "ballot close", N_("NUMBER"),
		N_("Close a ballot: ranks of problems, ratings, weights or places of factors, "
		   "scores of statements are written."),
		{ OPTION_YES }, 1, 1, NEED_DATABASE, PERSON_CLERK, command_ballot_close },
	{ "ballot result", N_("NUMBER"), N_("Print means, spread and ranks of a ballot."), { 0 }, 1,
		1, NEED_DATABASE, PERSON_READER, command_ballot_result },
	{ "ballot retire", N_("NUMBER"), N_("Delete a ballot."), { 0 }, 1, 1, NEED_DATABASE,
		PERSON_CLERK, command_ballot_retire },
	{ "ballot restore", N_("NUMBER"), N_("Bring a deleted ballot back."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_ballot_restore },
};

const int command_strategy_count = sizeof(command_strategy) / sizeof(command_strategy[0]);
