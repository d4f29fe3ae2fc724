/* SPDX-License-Identifier: GPL-3.0-or-later */
/* finding, problem: what the expert says of a diagnosis, key problems, priorities and drivers. */
#include "config.h"

#include "commands/diagnosis_commands.h"
#include "commands/evidence.h"
#include "commands/given.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/diagnosis/finding.h"
#include "model/diagnosis/problem.h"

#include <string.h>

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

/* ---- findings ---- */

struct given_finding {
	char text[1024], reason[512], swot[33], kind[16];
};

/* The indicator's row in the answer, with what was kept of the question and decided (*seen). */
static int
find_row(struct run *run, struct diagnosis *d, struct diagnosis_result *answer, int *row,
	const struct finding **seen, struct error *err)
{
	const char *code = run->arguments->operands[0];
	struct finding *list;
	int count;

	if (diagnosis_question(run, d, err) || diagnosis_kept(run->db, d, err) ||
		finding_list(run->db, d->id, &run->arena, &list, &count, err) ||
		diagnosis_compute(run->db, &run->units, d, &run->arena, answer, err))
		return -1;
	*seen = finding_of(list, count, code);
	for (*row = 0; *row < answer->count; ++*row)
		if (!strcmp(answer->rows[*row].indicator->code, code))
			return 0;
	error_set(err, ERROR_MISSING, _("The indicator %s is not in this diagnosis."), code);
	return run_advise(err, _("gromada diagnose prints what is."));
}

static int
decide(struct run *run, bool confirmed, struct error *err)
{
	static const struct given_field fields[] = {
		{ "reason", GIVEN_TEXT, GIVEN_AT(struct given_finding, reason), 0, 0, 0 },
	};
	struct given_finding g = { .reason = "" };
	struct diagnosis_result answer;
	const struct finding *seen;
	struct diagnosis d;
	int row;

	if (find_row(run, &d, &answer, &row, &seen, err) ||
		given_apply(run, 1, fields, COUNT(fields), &g, err) ||
		finding_decide(run->db, &d, &answer, row, seen, confirmed, g.reason, err))
		return -1;
	run_say(confirmed ? _("The proposal is confirmed.") : _("The proposal is rejected."));
	return 0;
}

int
command_finding_confirm(struct run *run, struct error *err)
{
	return decide(run, true, err);
}

int
command_finding_reject(struct run *run, struct error *err)
{
	return decide(run, false, err);
}

/* With swot= the indicator becomes a factor; kind= says other than its level does. */
static int
take_factor(struct run *run, struct diagnosis *d, const struct diagnosis_result *answer, int row,
	const struct finding *seen, const struct given_finding *g, struct error *err)
{
	struct swot_factor f = { .kind = finding_factor_kind(&answer->rows[row]) };
	int kind = g->kind[0] ? factor_kind_from_name(g->kind) : (int)f.kind;
	struct swot swot;

	if (kind < 0)
		return error_set(err, ERROR_INPUT,
			_("“%s” is no kind of factor; write strength, weakness, opportunity or "
			  "threat."),
			g->kind);
	f.kind = (enum factor_kind)kind;
	if (run_text(g->text, f.text, sizeof f.text, err) ||
		swot_find(run->db, g->swot, &swot, err) ||
		finding_take_factor(run->db, d, answer, row, seen, swot.id, &f, err))
		return -1;
	run_say(_("Wrote a factor of %s (%s) with its figures."), swot.code,
		factor_kind_label(f.kind));
	return 0;
}

/* What somebody rejected is not taken by the way. */
static int
check_rejected(const struct finding *seen, struct error *err)
{
	if (!seen || seen->confirmed)
		return 0;
	error_set(err, ERROR_INPUT, _("%s was rejected (%s: “%s”)."), seen->indicator, seen->login,
		seen->reason);
	return run_advise(err, _("gromada finding confirm says otherwise; then it can be taken."));
}

int
command_finding_take(struct run *run, struct error *err)
{
	static const struct given_field fields[] = {
		{ "text", GIVEN_TEXT, GIVEN_AT(struct given_finding, text), 0, 0, 0 },
		{ "swot", GIVEN_TEXT, GIVEN_AT(struct given_finding, swot), 0, 0, 0 },
		{ "kind", GIVEN_TEXT, GIVEN_AT(struct given_finding, kind), 0, 0, 0 },
	};
	struct given_finding g = { .text = "" };
	struct diagnosis_result answer;
	const struct finding *seen;
	struct diagnosis d;
	int64_t problem;
	int row, kind;

	if (find_row(run, &d, &answer, &row, &seen, err) ||
		given_apply(run, 1, fields, COUNT(fields), &g, err) || check_rejected(seen, err))
		return -1;
	if (g.swot[0])
		return take_factor(run, &d, &answer, row, seen, &g, err);
	kind = g.kind[0] ? problem_kind_from_name(g.kind)
			 : (int)finding_problem_kind(&answer.rows[row]);
	if (kind != PROBLEM_PROBLEM && kind != PROBLEM_DRIVER)
		return error_set(err, ERROR_INPUT,
			_("kind= is problem or driver; for a factor of a SWOT give swot=CODE "
			  "too."));
	if (finding_take(run->db, &d, &answer, row, seen, (enum problem_kind)kind, g.text, &problem,
		    err))
		return -1;
	run_say(_("Wrote entry %lld with its figures."), (long long)problem);
	return 0;
}

int
command_list_findings(struct run *run, struct error *err)
{
	static const struct result_column columns[] = {
		{ "indicator", N_("indicator"), REPORT_CODE },
		{ "name", N_("name"), REPORT_TEXT },
		{ "class", N_("class"), REPORT_TEXT },
		{ "decision", N_("decision"), REPORT_TEXT },
		{ "reason", N_("reason"), REPORT_TEXT },
		{ "value", N_("value"), REPORT_NUMBER },
		{ "mean", N_("mean"), REPORT_NUMBER },
		{ "level", N_("level"), REPORT_NUMBER },
		{ "change", N_("change"), REPORT_NUMBER },
		{ "n", N_("n"), REPORT_NUMBER },
		{ "person", N_("by whom"), REPORT_TEXT },
		{ "decided_at", N_("when"), REPORT_TEXT },
	};
	struct finding *list;
	struct diagnosis d;
	struct result *r;
	int count;

	if (diagnosis_question(run, &d, err) || diagnosis_kept(run->db, &d, err) ||
		finding_list(run->db, d.id, &run->arena, &list, &count, err) ||
		result_start(&r, run, _("What was decided of a diagnosis"), RESULT_COLUMNS(columns),
			err))
		return -1;
	for (int i = 0; i < count; i++) {
		const struct finding *f = &list[i];

		result_text(r, f->indicator);
		result_text(r, f->name);
		result_words(r, standing_class(f->standing, f->near),
			standing_words(f->standing, f->near));
		result_words(r, f->confirmed ? "confirmed" : "rejected",
			f->confirmed ? _("confirmed") : _("rejected"));
		result_text(r, f->reason);
		result_number(r, f->value);
		result_computed(r, f->mean, f->decimals);
		result_computed(r, f->level, 2);
		result_computed(r, f->change, 2);
		result_whole(r, f->n);
		result_text(r, f->login);
		result_text(r, f->decided_at);
	}
	return result_end(r, err);
}

int
command_finding_withdraw(struct run *run, struct error *err)
{
	const char *code = run->arguments->operands[0];
	struct finding *list;
	struct diagnosis d;
	int count;

	if (diagnosis_question(run, &d, err) || diagnosis_kept(run->db, &d, err) ||
		finding_list(run->db, d.id, &run->arena, &list, &count, err))
		return -1;
	if (!finding_of(list, count, code)) {
		error_set(err, ERROR_MISSING,
			_("Nobody has decided on the indicator %s in this diagnosis."), code);
		return run_advise(
			err, _("gromada list findings with the same options prints what was."));
	}
	if (finding_withdraw(run->db, d.id, code, err))
		return -1;
	run_say(_("The decision on %s is withdrawn; what was taken from it stays."), code);
	return 0;
}

/* ---- problems, priorities, drivers ---- */

struct given_problem { /* the kind in words beside the card itself */
	struct problem p;
	char kind[16];
};

static const struct given_field fields[] = {
	{ "kind", GIVEN_TEXT, GIVEN_AT(struct given_problem, kind), 0, 0, 0 },
	{ "year", GIVEN_WHOLE, GIVEN_AT(struct given_problem, p.year), 1900, 2199, 0 },
	{ "rank", GIVEN_WHOLE, GIVEN_AT(struct given_problem, p.position), 0, 9999, 0 },
	{ "text", GIVEN_TEXT, GIVEN_AT(struct given_problem, p.text), 0, 0, 0 },
	{ "area", GIVEN_TEXT, GIVEN_AT(struct given_problem, p.area), 0, 0, 0 },
	{ "note", GIVEN_TEXT, GIVEN_AT(struct given_problem, p.note), 0, 0, 0 },
};

static int
find_number(const char *text, int64_t *id, struct error *err)
{
	long number;

	if (number_parse_whole(text, 1, 1000000000, &number)) {
		error_set(err, ERROR_MISSING, _("There is no problem or priority “%s”."), text);
		return run_advise(err, _("gromada list problems prints all of them."));
	}
	*id = number;
	return 0;
}

static int
find(struct run *run, struct problem *p, struct error *err)
{
	int64_t id = 0;

	if (find_number(run->arguments->operands[0], &id, err))
		return -1;
	if (problem_load(run->db, id, p, err) == 0)
		return 0;
	return err->code == ERROR_MISSING
		       ? run_advise(err, _("gromada list problems prints all of them."))
		       : -1;
}

static int
apply(struct run *run, struct given_problem *g, struct error *err)
{
	int kind;

	text_copy(g->kind, sizeof g->kind, problem_kind_name(g->p.kind));
	if (given_apply(run, 1, fields, COUNT(fields), g, err))
		return -1;
	kind = problem_kind_from_name(g->kind);
	if (kind < 0)
		return error_set(
			err, ERROR_INPUT, _("“%s” is none of problem, priority, driver."), g->kind);
	g->p.kind = (enum problem_kind)kind;
	return problem_save(run->db, &g->p, err);
}

int
command_problem_new(struct run *run, struct error *err)
{
	struct given_problem g = { .kind = "" };
	const struct unit *unit;

	if (run_unit(run, run->arguments->operands[0], &unit, err))
		return -1;
	g.p.slot = unit->slot;
	if (apply(run, &g, err))
		return -1;
	run_say(_("Wrote entry %lld."), (long long)g.p.id);
	return 0;
}

int
command_problem_set(struct run *run, struct error *err)
{
	struct given_problem g = { .kind = "" };

	if (find(run, &g.p, err) || apply(run, &g, err))
		return -1;
	run_say(_("Changed entry %lld."), (long long)g.p.id);
	return 0;
}

int
command_problem_link(struct run *run, struct error *err)
{
	int count = run->arguments->operand_count - 1;
	int64_t *from = arena_array(&run->arena, (size_t)count + 1, sizeof *from);
	struct problem p;

	if (find(run, &p, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (find_number(run->arguments->operands[i + 1], &from[i], err))
			return -1;
	if (problem_link(run->db, &p, from, count, err))
		return -1;
	run_say(_("Changed entry %lld."), (long long)p.id);
	return 0;
}

int
command_problem_evidence(struct run *run, struct error *err)
{
	struct problem p;
	struct evidence_of of = { .first = 1 };

	if (find(run, &p, err))
		return -1;
	of.owner.problem = p.id;
	of.slot = p.slot;
	of.year = p.year;
	of.title = p.text;
	return evidence_command(run, &of, err);
}

int
command_problem_retire(struct run *run, struct error *err)
{
	struct problem p;

	if (find(run, &p, err) || problem_retire(run->db, p.id, p.rev, err))
		return -1;
	run_say(_("Deleted entry %lld; gromada problem restore brings it back."), (long long)p.id);
	return 0;
}

int
command_problem_restore(struct run *run, struct error *err)
{
	int64_t id;

	if (find_number(run->arguments->operands[0], &id, err) || problem_restore(run->db, id, err))
		return -1;
	run_say(_("Entry %lld is back."), (long long)id);
	return 0;
}
