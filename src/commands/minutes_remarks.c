/* SPDX-License-Identifier: GPL-3.0-or-later */
/* minutes: remarks of members with their outcome, and annexes to approved minutes. */
#include "config.h"

#include "commands/given.h"
#include "commands/meeting_commands.h"
#include "commands/minutes_commands.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/groups/exchange_group.h"
#include "model/kept.h"
#include "model/meetings/meeting.h"
#include "model/minutes/minutes.h"
#include "model/office.h"

#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static int
find_minutes(struct run *run, struct minutes *m, struct error *err)
{
	struct meeting meeting;

	if (meeting_operand(run, &meeting, err) || minutes_find(run->db, meeting.id, m, err))
		return -1;
	return m->id ? 0
		     : error_set(err, ERROR_MISSING,
			       _("The meeting has no minutes yet; gromada minutes make makes "
				 "them."));
}

int
command_minutes_remarks(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "version", N_("version"), REPORT_CODE },
		{ "unit", N_("unit code"), REPORT_CODE },
		{ "made_on", N_("day"), REPORT_TEXT },
		{ "text", N_("remark"), REPORT_TEXT },
		{ "outcome", N_("outcome"), REPORT_TEXT },
		{ "answer", N_("answer"), REPORT_TEXT },
	};
	struct minutes_remark *list;
	struct minutes m;
	struct result *r;
	int count;

	if (run_units(run, err) || find_minutes(run, &m, err) ||
		minutes_remarks(run->db, m.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Remarks on the minutes"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		result_whole(r, i + 1);
		result_whole(r, list[i].version);
		result_text(r, run_code_of(run, list[i].slot));
		result_text(r, list[i].made_on);
		result_text(r, list[i].text);
		result_words(r, minutes_outcome_name(list[i].outcome),
			minutes_outcome_label(list[i].outcome));
		result_text(r, list[i].answer);
	}
	return result_end(r, err);
}

struct given_remark {
	char unit[16], on[16], answer[KEPT_LINES_SIZE], reason[KEPT_LINES_SIZE];
};
static const struct given_field remark_fields[] = {
	{ "unit", GIVEN_TEXT, GIVEN_AT(struct given_remark, unit), 0, 0, 0 },
	{ "on", GIVEN_DATE, GIVEN_AT(struct given_remark, on), 0, 0, 0 },
};

/* Who says nothing about the unit speaks for the office's own, where that is a member. */
static int
put_own(struct run *run, int64_t group, char code[16], struct error *err)
{
	struct office office;
	int slot;

	if (run_units(run, err) || office_load(run->db, &office, err) ||
		exchange_member_by_code(run->db, &run->units, group, office.own_unit, &slot, err))
		return -1;
	text_copy(code, 16, slot == NO_SLOT ? "" : unit_by_slot(&run->units, slot)->code);
	return 0;
}

int
command_minutes_remark(struct run *run, struct error *err)
{
	struct minutes_remark r = { .slot = NO_SLOT, .answer = "" };
	struct given_remark g = { .unit = "" };
	const struct unit *unit = NULL;
	struct meeting meeting;
	struct minutes m;
	char odd[400];

	date_iso(g.on, sizeof(g.on), clock_today());
	if (find_minutes(run, &m, err) || meeting_load(run->db, m.meeting, &meeting, err) ||
		put_own(run, meeting.group, g.unit, err) ||
		given_apply(run, 2, remark_fields, COUNT(remark_fields), &g, err) ||
		(g.unit[0] && run_member(run, meeting.group, g.unit, &unit, err)))
		return -1;
	if (unit)
		r.slot = unit->slot;
	minutes_remark_warnings(run->db, &m, unit, odd, sizeof odd);
	r.version = minutes_version_out(&m);
	r.text = run->arguments->operands[1];
	r.made_on = g.on;
	if (minutes_remark_save(run->db, m.id, &r, err))
		return -1;
	run_say(_("Remark %d on version %d is kept."), m.remarks + 1, r.version);
	for (char *line = strtok(odd, "\n"); line; line = strtok(NULL, "\n"))
		run_say("%s", line);
	return 0;
}

static const struct given_field outcome_fields[] = {
	{ "answer", GIVEN_TEXT, GIVEN_AT(struct given_remark, answer), 0, 0, 0 },
};

int
command_minutes_outcome(struct run *run, struct error *err)
{
	const char *text = run->arguments->operands[1], *words[MINUTES_OUTCOMES];
	struct given_remark g = { .unit = "" };
	struct minutes_remark *list;
	int count, outcome = 0;
	struct minutes m;
	long number;

	for (int i = 0; i < COUNT(words); i++)
		words[i] = minutes_outcome_name((enum minutes_outcome)i);
	if (find_minutes(run, &m, err) ||
		minutes_remarks(run->db, m.id, &run->arena, &list, &count, err) ||
		given_one_of("OUTCOME", run->arguments->operands[2], words, COUNT(words), &outcome,
			err) ||
		given_apply(run, 3, outcome_fields, COUNT(outcome_fields), &g, err))
		return -1;
	if (number_parse_whole(text, 1, count, &number))
		return error_set(err, ERROR_MISSING,
			_("\"%s\" is no number of a remark; gromada minutes remarks %lld prints "
			  "them."),
			text, (long long)m.meeting);
	list[number - 1].outcome = (enum minutes_outcome)outcome;
	list[number - 1].answer = g.answer;
	return minutes_remark_save(run->db, m.id, &list[number - 1], err);
}

static const struct given_field annex_fields[] = {
	{ "reason", GIVEN_TEXT, GIVEN_AT(struct given_remark, reason), 0, 0, 0 },
	{ "on", GIVEN_DATE, GIVEN_AT(struct given_remark, on), 0, 0, 0 },
};

int
command_minutes_annex(struct run *run, struct error *err)
{
	struct given_remark g = { .unit = "" };
	struct minutes_annex a = { .number = 0 };
	struct minutes m;

	date_iso(g.on, sizeof(g.on), clock_today());
	if (find_minutes(run, &m, err) ||
		given_apply(run, 2, annex_fields, COUNT(annex_fields), &g, err))
		return -1;
	a.text = run->arguments->operands[1];
	a.reason = g.reason;
	a.approved_on = g.on;
	if (minutes_annex_add(run->db, &m, &a, err))
		return -1;
	run_say(_("Annex %d belongs to the minutes."), a.number);
	return 0;
}
