/* SPDX-License-Identifier: GPL-3.0-or-later */
/* round: the monitoring of a year, from asking the offices to approval and corrections. */
#include "config.h"

#include "commands/given.h"
#include "commands/strategy_commands.h"
#include "commands/year_commands.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/monitoring/round_freeze.h"
#include "report/monitoring_report.h"

#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static const struct given_field fields[] = {
	{ "opened_on", GIVEN_DATE, GIVEN_AT(struct monitoring_round, opened_on), 0, 0, 0 },
	{ "due_on", GIVEN_DUE, GIVEN_AT(struct monitoring_round, due_on), 0, 0, 0 },
	{ "summary", GIVEN_TEXT, GIVEN_AT(struct monitoring_round, summary), 0, 0, 0 },
};

static int
whose(struct run *run, int64_t *strategy, int *year, struct error *err)
{
	struct strategy s;

	if (run_strategy(run, run->arguments->operands[0], &s, err) ||
		run_year(run->arguments->operands[1], year, err))
		return -1;
	*strategy = s.id;
	return 0;
}

static int
find_round(struct run *run, struct monitoring_round *r, struct error *err)
{
	int64_t strategy;
	int year;

	if (whose(run, &strategy, &year, err) || round_find(run->db, strategy, year, r, err))
		return -1;
	if (r->id)
		return 0;
	error_set(err, ERROR_MISSING, _("The monitoring of %s for %d has not begun."),
		run->arguments->operands[0], year);
	return run_advise(err, _("gromada round open begins it."));
}

int
command_round_open(struct run *run, struct error *err)
{
	struct monitoring_round r = { .id = 0 };

	if (whose(run, &r.strategy, &r.year, err) ||
		given_apply(run, 2, fields, COUNT(fields), &r, err) || round_save(run->db, &r, err))
		return -1;
	run_say(P_("The monitoring of %d has begun; %d office is asked.",
			"The monitoring of %d has begun; %d offices are asked.", r.offices),
		r.year, r.offices);
	return 0;
}

int
command_round_set(struct run *run, struct error *err)
{
	struct monitoring_round r;

	if (find_round(run, &r, err) || given_apply(run, 2, fields, COUNT(fields), &r, err) ||
		round_save(run->db, &r, err))
		return -1;
	run_say(_("Changed the monitoring of %d."), r.year);
	return 0;
}

struct given_delivery {
	char sent_on[12], delivered_on[12];
	const char *note;
};

int
command_round_deliver(struct run *run, struct error *err)
{
	static const struct given_field delivery_fields[] = {
		{ "sent_on", GIVEN_DATE, GIVEN_AT(struct given_delivery, sent_on), 0, 0, 0 },
		{ "delivered_on", GIVEN_DATE, GIVEN_AT(struct given_delivery, delivered_on), 0, 0,
			0 },
		{ "note", GIVEN_WORDS, GIVEN_AT(struct given_delivery, note), 0, 0, 0 },
	};
	const char *office = run->arguments->operands[2];
	struct round_delivery d = { .office = office }, *list;
	struct given_delivery g = { .note = "" };
	struct monitoring_round r;
	int count;

	if (find_round(run, &r, err) ||
		round_deliveries(run->db, &r, &run->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (strcmp(list[i].office, office) == 0) {
			text_copy(g.sent_on, sizeof g.sent_on, list[i].sent_on);
			text_copy(g.delivered_on, sizeof g.delivered_on, list[i].delivered_on);
			g.note = list[i].note;
		}
	if (run->arguments->operand_count <= 3) /* nothing else is said: it has delivered */
		date_iso(g.delivered_on, sizeof g.delivered_on, clock_today());
	if (given_apply(run, 3, delivery_fields, COUNT(delivery_fields), &g, err))
		return -1;
	d.sent_on = g.sent_on;
	d.delivered_on = g.delivered_on;
	d.note = g.note;
	if (round_delivery_save(run->db, &r, &d, err))
		return -1;
	run_say(_("Noted; %d of %d offices have delivered."), r.delivered, r.offices);
	return 0;
}

/* What was written already stands until it is given anew. */
static int
read_deviation(
	struct run *run, const struct monitoring_round *r, struct deviation *d, struct error *err)
{
	static const struct given_field deviation_fields[] = {
		{ "target", GIVEN_WHOLE, GIVEN_AT(struct deviation, target), 1, 1000000000, 0 },
		{ "task", GIVEN_WHOLE, GIVEN_AT(struct deviation, task), 1, 1000000000, 0 },
		{ "cause", GIVEN_TEXT, GIVEN_AT(struct deviation, cause), 0, 0, 0 },
		{ "measure", GIVEN_TEXT, GIVEN_AT(struct deviation, measure), 0, 0, 0 },
		{ "office", GIVEN_TEXT, GIVEN_AT(struct deviation, office), 0, 0, 0 },
		{ "due_on", GIVEN_DUE, GIVEN_AT(struct deviation, due_on), 0, 0, 0 },
		{ "done_on", GIVEN_DATE, GIVEN_AT(struct deviation, done_on), 0, 0, 0 },
	};
	struct deviation asked = { .id = 0 }, *list;
	int count;

	if (given_apply(run, 2, deviation_fields, COUNT(deviation_fields), &asked, err))
		return -1;
	if ((asked.target == 0) == (asked.task == 0))
		return error_set(err, ERROR_INPUT,
			_("Say which indicator (target=NUMBER) or which task (task=NUMBER)."));
	if (deviation_list(run->db, r->id, &run->arena, &list, &count, err))
		return -1;
	*d = (struct deviation){ .id = 0 };
	for (int i = 0; i < count; i++)
		if (list[i].target == asked.target && list[i].task == asked.task)
			*d = list[i];
	return given_apply(run, 2, deviation_fields, COUNT(deviation_fields), d, err);
}

int
command_round_explain(struct run *run, struct error *err)
{
	struct monitoring_round r;
	struct deviation d;

	if (find_round(run, &r, err) || read_deviation(run, &r, &d, err) ||
		deviation_save(run->db, &r, &d, err))
		return -1;
	run_say(_("Written down for %d."), r.year);
	return 0;
}

struct given_approval {
	char on[12], by[160];
};

/* 1 = go on, 0 = no, -1 = failed. Nobody can be asked in a script: --yes says it there. */
static int
approve_all_the_same(struct run *run, const struct round_state *state, struct error *err)
{
	const char *waits;
	int answer;

	if (run_option(run, OPTION_YES))
		return 1;
	if (round_approval_waits(run->db, state, &run->arena, &waits, err))
		return -1;
	if (!waits[0])
		return 1;
	answer =
		run_ask(arena_format(&run->arena, _("%s Approve the report all the same?"), waits));
	return answer >= 0 ? answer
			   : error_set(err, ERROR_INPUT,
				     _("%s --yes approves the report all the same."), waits);
}

int
command_round_approve(struct run *run, struct error *err)
{
	static const struct given_field approval_fields[] = {
		{ "on", GIVEN_DATE, GIVEN_AT(struct given_approval, on), 0, 0, 0 },
		{ "by", GIVEN_TEXT, GIVEN_AT(struct given_approval, by), 0, 0, 0 },
	};
	struct given_approval g = { .by = "" };
	struct monitoring_report request = { .db = run->db, .units = &run->units, .fonts = "" };
	struct monitoring_round r;
	struct round_state state;
	struct office office;
	int go_on;

	date_iso(g.on, sizeof g.on, clock_today());
	if (find_round(run, &r, err) || run_units(run, err) ||
		given_apply(run, 2, approval_fields, COUNT(approval_fields), &g, err) ||
		office_load(run->db, &office, err) ||
		round_state_load(
			run->db, &run->units, r.strategy, r.year, &run->arena, &state, err))
		return -1;
	request.office = &office;
	/* Without a name it is refused anyway. */
	go_on = state.frozen || !g.by[0] ? 1 : approve_all_the_same(run, &state, err);
	if (go_on < 0)
		return -1;
	if (!go_on)
		return run_declined(run, _("Nothing was approved."));
	if (monitoring_report_approve(&request, &state, g.on, g.by, err))
		return -1;
	run_say(_("The report of %d is approved and frozen."), r.year);
	return 0;
}

int
command_round_correct(struct run *run, struct error *err)
{
	const char *number = run->arguments->operands[2], *text = run->arguments->operands[3];
	struct round_standing standing;
	struct monitoring_round r;
	long target;
	unsigned char flag;
	double value;

	if (find_round(run, &r, err))
		return -1;
	if (number_parse_whole(number, 1, 1000000000, &target))
		return error_set(err, ERROR_INPUT, _("“%s” is no number of an indicator."), number);
	if (target_reading_parse(text, &value, &flag, err) ||
		round_correct(run->db, &r, target, value, flag, run->arguments->operands[4], err) ||
		round_standing_load(run->db, &r, target, &standing, err))
		return -1;
	run_say(_("The correction stands beside the approved figure. %s, %d: %s."), standing.name,
		r.year, round_standing_text(&standing, r.year, &run->arena));
	return 0;
}

int
command_round_remove(struct run *run, struct error *err)
{
	struct monitoring_round r;

	if (find_round(run, &r, err) || round_remove(run->db, &r, err))
		return -1;
	run_say(_("Deleted the monitoring of %d."), r.year);
	return 0;
}
