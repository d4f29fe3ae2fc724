/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conclusion: what a member will do better, with evidence. */
#include "config.h"

#include "commands/given.h"
#include "commands/plan_commands.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/plans/conclusion.h"
#include "model/groups/exchange_group.h"

#include <math.h>
#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

struct given_conclusion { /* codes and names in words beside the card itself */
	struct conclusion c;
	char learn_from[UNIT_CODE_SIZE], state[16];
};

static const struct given_field fields[] = {
	{ "service", GIVEN_TEXT, GIVEN_AT(struct given_conclusion, c.service), 0, 0, 0 },
	{ "text", GIVEN_TEXT, GIVEN_AT(struct given_conclusion, c.text), 0, 0, 0 },
	{ "cause", GIVEN_TEXT, GIVEN_AT(struct given_conclusion, c.cause), 0, 0, 0 },
	{ "proposal", GIVEN_TEXT, GIVEN_AT(struct given_conclusion, c.proposal), 0, 0, 0 },
	{ "learn_from", GIVEN_TEXT, GIVEN_AT(struct given_conclusion, learn_from), 0, 0, 0 },
	{ "effect", GIVEN_TEXT, GIVEN_AT(struct given_conclusion, c.effect), 0, 0, 0 },
	{ "cost", GIVEN_NUMBER, GIVEN_AT(struct given_conclusion, c.cost), 0, 0, 0 },
	{ "responsible", GIVEN_TEXT, GIVEN_AT(struct given_conclusion, c.responsible), 0, 0, 0 },
	{ "due_on", GIVEN_DUE, GIVEN_AT(struct given_conclusion, c.due_on), 0, 0, 0 },
	{ "state", GIVEN_TEXT, GIVEN_AT(struct given_conclusion, state), 0, 0, 0 },
	{ "reason", GIVEN_TEXT, GIVEN_AT(struct given_conclusion, c.reason), 0, 0, 0 },
};

static int
find_conclusion(struct run *run, struct conclusion *c, struct error *err)
{
	const char *text = run->arguments->operands[0];
	long number;

	if (number_parse_whole(text, 1, 1000000000, &number) == 0 &&
		conclusion_load(run->db, number, c, err) == 0)
		return 0;
	if (err->code == ERROR_NONE || err->code == ERROR_MISSING) {
		error_set(err, ERROR_MISSING, _("There is no conclusion “%s”."), text);
		run_advise(err, _("gromada list conclusions prints all of them."));
	}
	return -1;
}

static int
apply(struct run *run, struct given_conclusion *g, struct error *err)
{
	const struct unit *unit;
	int state;

	text_copy(g->state, sizeof g->state, conclusion_state_name(g->c.state));
	if (given_apply(run, 1, fields, COUNT(fields), g, err))
		return -1;
	state = conclusion_state_from_name(g->state);
	if (state < 0)
		return error_set(err, ERROR_INPUT,
			_("“%s” is no state of a conclusion: proposed, accepted, running, done, "
			  "rejected."),
			g->state);
	g->c.state = (enum conclusion_state)state;
	if (g->learn_from[0]) {
		if (run_member(run, g->c.group, g->learn_from, &unit, err))
			return -1;
		g->c.learn_from = unit->slot;
	}
	return conclusion_save(run->db, &g->c, err);
}

int
plan_command_whose(
	struct run *run, int *slot, int64_t *group, char *service, size_t size, struct error *err)
{
	const char *code = run_option(run, OPTION_GROUP);
	struct exchange_group g = { .id = 0 };
	const struct unit *unit;

	if ((code && exchange_group_by_code(run->db, code, &g, err)) ||
		run_member(run, g.id, run->arguments->operands[0], &unit, err))
		return -1;
	*slot = unit->slot;
	*group = g.id;
	text_copy(service, size, g.service);
	return 0;
}

static void
say_passed(const struct conclusion *c, const char *before)
{
	if (c->state < CONCLUSION_DONE)
		run_say_passed(c->due_on, before);
}

int
command_conclusion_new(struct run *run, struct error *err)
{
	struct given_conclusion g = { .c = { .cost = NAN } };

	if (plan_command_whose(run, &g.c.slot, &g.c.group, g.c.service, sizeof g.c.service, err) ||
		apply(run, &g, err))
		return -1;
	run_say(_("Wrote conclusion %lld."), (long long)g.c.id);
	say_passed(&g.c, "");
	return 0;
}

int
command_conclusion_set(struct run *run, struct error *err)
{
	struct given_conclusion g = { .state = "" };
	char before[sizeof g.c.due_on];

	if (find_conclusion(run, &g.c, err))
		return -1;
	text_copy(before, sizeof before, g.c.due_on);
	if (apply(run, &g, err))
		return -1;
	run_say(_("Changed conclusion %lld."), (long long)g.c.id);
	say_passed(&g.c, before);
	return 0;
}

/* ---- what speaks for it ---- */

static const char *const evidence_words[] = { "indicator", "decisions", "organisation", "text" };

static int
print_evidence(struct run *run, const struct conclusion *c, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "kind", N_("kind"), REPORT_CODE },
		{ "indicator", N_("indicator"), REPORT_CODE },
		{ "year", N_("year"), REPORT_CODE },
		{ "value", N_("value"), REPORT_NUMBER },
		{ "mean", N_("mean"), REPORT_NUMBER },
		{ "median", N_("median"), REPORT_NUMBER },
		{ "best", N_("best"), REPORT_NUMBER },
		{ "best_unit", N_("the best"), REPORT_CODE },
		{ "text", N_("text"), REPORT_TEXT },
	};
	struct evidence *list;
	struct result *r;
	int count;

	if (run_units(run, err) || evidence_list(run->db, c->id, &run->arena, &list, &count, err) ||
		result_start(&r, run, c->text, RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct evidence *e = &list[i];

		result_whole(r, e->position);
		result_text(r, evidence_words[e->kind]);
		result_text(r, e->indicator);
		result_year(r, e->year);
		result_number(r, e->value);
		result_computed(r, e->mean, e->decimals);
		result_computed(r, e->median, e->decimals);
		result_number(r, e->best);
		result_text(r, run_code_of(run, e->best_slot));
		result_text(r, e->text);
	}
	return result_end(r, err);
}

/* INDICATOR YEAR: its figures in the group's comparison as they are now. */
static int
freeze(struct run *run, const struct conclusion *c, struct error *err)
{
	const char *code = run->arguments->operands[1];
	struct group_sheet sheet;
	long year;
	int row = 0;

	if (run_units(run, err))
		return -1;
	if (number_parse_whole(run->arguments->operands[2], UNIT_FIRST_YEAR, UNIT_LAST_YEAR, &year))
		return error_set(
			err, ERROR_INPUT, _("“%s” is no year."), run->arguments->operands[2]);
	if (!c->group)
		return error_set(err, ERROR_INPUT,
			_("Conclusion %lld belongs to no group, so there is no comparison to take "
			  "figures from."),
			(long long)c->id);
	if (group_sheet_load(run->db, &run->units, c->group, (int)year, &run->arena, &sheet, err))
		return -1;
	while (row < sheet.count && strcmp(sheet.rows[row].indicator->code, code) != 0)
		row++;
	if (row == sheet.count)
		return error_set(err, ERROR_INPUT,
			_("The group's comparison of %ld has no row “%s”."), year, code);
	if (evidence_freeze(run->db, c->id, &sheet, row, err))
		return -1;
	run_say(_("The figures of %s in %ld are evidence of conclusion %lld."), code, year,
		(long long)c->id);
	return 0;
}

/* new kind=decisions text=…, or the number of what is taken out. */
static int
change_evidence(struct run *run, const struct conclusion *c, struct error *err)
{
	struct given {
		char kind[16], text[1024];
		bool out;
	} g = { .kind = "text" };
	static const struct given_field evidence_fields[] = {
		{ "kind", GIVEN_TEXT, GIVEN_AT(struct given, kind), 0, 0, 0 },
		{ "text", GIVEN_TEXT, GIVEN_AT(struct given, text), 0, 0, 0 },
		{ "out", GIVEN_YES_NO, GIVEN_AT(struct given, out), 0, 0, 0 },
	};
	int kind, number;

	if (given_number_or_new(run->arguments->operands[1], &number, err) ||
		given_apply(run, 2, evidence_fields, COUNT(evidence_fields), &g, err) ||
		given_one_of(
			"kind", g.kind, evidence_words + 1, COUNT(evidence_words) - 1, &kind, err))
		return -1;
	if (number && !g.out)
		return error_set(err, ERROR_INPUT,
			_("Evidence stays as it was written; out=yes takes it out."));
	if (number) {
		if (evidence_remove(run->db, c->id, number, err))
			return -1;
		run_say(_("The evidence is taken out."));
		return 0;
	}
	if (evidence_write(run->db, c->id, (enum evidence_kind)(kind + 1), g.text, err))
		return -1;
	run_say(_("The finding is added."));
	return 0;
}

int
command_conclusion_evidence(struct run *run, struct error *err)
{
	const struct arguments *a = run->arguments;
	struct conclusion c;

	if (find_conclusion(run, &c, err))
		return -1;
	if (a->operand_count == 1)
		return print_evidence(run, &c, err);
	if (a->operand_count == 3 && !strchr(a->operands[2], '='))
		return freeze(run, &c, err);
	return change_evidence(run, &c, err);
}

int
command_conclusion_retire(struct run *run, struct error *err)
{
	struct conclusion c;

	if (find_conclusion(run, &c, err) || conclusion_retire(run->db, c.id, c.rev, err))
		return -1;
	run_say(_("Conclusion %lld is deleted; conclusion restore brings it back."),
		(long long)c.id);
	return 0;
}

int
command_conclusion_restore(struct run *run, struct error *err)
{
	long number;

	if (number_parse_whole(run->arguments->operands[0], 1, 1000000000, &number))
		return error_set(err, ERROR_MISSING, _("There is no conclusion “%s”."),
			run->arguments->operands[0]);
	if (conclusion_restore(run->db, number, err))
		return -1;
	run_say(_("Conclusion %ld is back."), number);
	return 0;
}

int
command_list_conclusions(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "number", N_("number"), REPORT_CODE },
		{ "group", N_("group"), REPORT_CODE },
		{ "unit", N_("TERYT"), REPORT_CODE },
		{ "text", N_("conclusion"), REPORT_TEXT },
		{ "learn_from", N_("to learn from"), REPORT_CODE },
		{ "cost", N_("cost, zł"), REPORT_NUMBER },
		{ "due_on", N_("until"), REPORT_TEXT },
		{ "state", N_("state"), REPORT_TEXT },
		{ "evidence", N_("evidence"), REPORT_NUMBER },
	};
	struct conclusion_filter filter = { .retired = run_option(run, OPTION_RETIRED) != NULL };
	struct conclusion *list;
	struct result *r;
	int count;

	if (run_whose(run, &filter.group, &filter.slot, err) ||
		conclusion_list(run->db, &filter, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("Conclusions"), RESULT_COLUMNS(columns), err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct conclusion *c = &list[i];

		result_whole(r, c->id);
		result_text(r, c->group_code);
		result_text(r, run_code_of(run, c->slot));
		result_text(r, c->text);
		result_text(r, run_code_of(run, c->learn_from));
		result_number(r, c->cost);
		result_text(r, c->due_on);
		result_words(r, conclusion_state_name(c->state), conclusion_state_label(c->state));
		result_whole(r, c->evidence);
	}
	return result_end(r, err);
}
