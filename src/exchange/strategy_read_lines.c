/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a strategy's file beside goals, indicators and tasks: steps of adoption, risks, remarks,
 * changes of targets. What the words may be, the model says when they are written. */
#include "config.h"

#include "exchange/strategy_row.h"

#include "base/i18n.h"

#include <string.h>

int
strategy_row_step(const struct strategy_row *r)
{
	struct strategy_read *f = r->f;
	struct read_step read = { .line = r->line };
	struct adoption_step *s = &read.step;
	int kind;

	if (strategy_take_word(r, SC_KIND, adoption_kind_from_name, ADOPTION_OTHER,
		    "procedure, diagnosis, draft, consultations, opinion, ex_ante, resolution, "
		    "rules, other",
		    &kind) ||
		strategy_take_day(r, SC_PLANNED_ON, false, &s->planned_on) ||
		strategy_take_day(r, SC_DAY, false, &s->done_on))
		return -1;
	s->kind = (enum adoption_kind)kind;
	s->name = strategy_row_kept(r, SC_NAME);
	s->document = strategy_row_kept(r, SC_DOCUMENT);
	s->note = strategy_row_kept(r, SC_NOTE);
	f->steps = arena_grow(
		&f->arena, f->steps, (size_t)f->step_count, &f->step_room, sizeof(*f->steps));
	f->steps[f->step_count++] = read;
	return 0;
}

int
strategy_row_risk(const struct strategy_row *r)
{
	struct strategy_read *f = r->f;
	struct read_risk read = { .line = r->line, .task = strategy_row_task(r) };
	struct risk *k = &read.risk;

	if (r->cells[SC_ITEM][0] && read.task < 0)
		return strategy_row_refuse(r, SC_ITEM, _("the number of a task above"));
	if (strategy_take_whole(r, SC_LIKELIHOOD, RISK_LOWEST, RISK_HIGHEST, &k->likelihood) ||
		strategy_take_whole(r, SC_EFFECT, RISK_LOWEST, RISK_HIGHEST, &k->effect) ||
		strategy_take_day(r, SC_DAY, false, &k->closed_on))
		return -1;
	k->task_name = "";
	k->text = strategy_row_kept(r, SC_TEXT);
	k->response = strategy_row_kept(r, SC_ANSWER);
	k->office = strategy_row_kept(r, SC_OFFICE);
	f->risks = arena_grow(
		&f->arena, f->risks, (size_t)f->risk_count, &f->risk_room, sizeof(*f->risks));
	f->risks[f->risk_count++] = read;
	return 0;
}

int
strategy_row_remark(const struct strategy_row *r)
{
	struct strategy_read *f = r->f;
	struct read_remark read = { .line = r->line };
	struct remark *m = &read.remark;
	int outcome;

	if (strategy_take_word(r, SC_OUTCOME, remark_outcome_from_name, REMARK_OPEN,
		    "taken, partly, not_taken", &outcome) ||
		strategy_take_day(r, SC_DAY, false, &m->made_on))
		return -1;
	m->outcome = (enum remark_outcome)outcome;
	m->author = strategy_row_kept(r, SC_AUTHOR);
	m->place = strategy_row_kept(r, SC_PLACE);
	m->text = strategy_row_kept(r, SC_TEXT);
	m->answer = strategy_row_kept(r, SC_ANSWER);
	f->remarks = arena_grow(&f->arena, f->remarks, (size_t)f->remark_count, &f->remark_room,
		sizeof(*f->remarks));
	f->remarks[f->remark_count++] = read;
	return 0;
}

int
strategy_row_change(const struct strategy_row *r)
{
	struct strategy_read *f = r->f;
	struct read_change read = { .line = r->line, .target = strategy_row_target(r) };
	struct target_change *c = &read.change;

	if (read.target < 0)
		return strategy_row_refuse(r, SC_ITEM, _("the number of an indicator above"));
	if (strategy_take_day(r, SC_DAY, true, &c->changed_on) ||
		strategy_take_year(r, SC_BASE_YEAR, false, &c->base_year) ||
		strategy_take_number(r, SC_BASE, &c->base) ||
		strategy_take_year(r, SC_TARGET_YEAR, false, &c->target_year) ||
		strategy_take_number(r, SC_TARGET, &c->target_value) ||
		strategy_take_year(r, SC_NEW_BASE_YEAR, false, &c->new_base_year) ||
		strategy_take_number(r, SC_NEW_BASE, &c->new_base) ||
		strategy_take_year(r, SC_NEW_TARGET_YEAR, false, &c->new_target_year) ||
		strategy_take_number(r, SC_NEW_TARGET, &c->new_target))
		return -1;
	c->resolution = strategy_row_kept(r, SC_RESOLUTION);
	c->reason = strategy_row_kept(r, SC_REASON);
	f->changes = arena_grow(&f->arena, f->changes, (size_t)f->change_count, &f->change_room,
		sizeof(*f->changes));
	f->changes[f->change_count++] = read;
	return 0;
}
