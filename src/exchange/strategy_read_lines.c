/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a strategy's file beside goals, indicators and tasks: corrections, steps, risks, remarks,
 * changes of targets. What the words may be, the model says when they are written. */
#include "config.h"

#include "exchange/strategy_row.h"

#include "base/i18n.h"
#include "base/number.h"

#include <math.h>
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
		strategy_take_day(r, SC_DAY, false, &s->done_on) ||
		strategy_take_words(r, SC_NAME, KEPT_LINE_SIZE, &s->name) ||
		strategy_take_words(r, SC_DOCUMENT, KEPT_LINE_SIZE, &s->document) ||
		strategy_take_words(r, SC_NOTE, KEPT_LINES_SIZE, &s->note))
		return -1;
	s->kind = (enum adoption_kind)kind;
	f->steps = arena_grow(
		&f->arena, f->steps, (size_t)f->step_count, &f->step_room, sizeof(*f->steps));
	f->steps[f->step_count++] = read;
	return 0;
}

int
strategy_row_correction(const struct strategy_row *r)
{
	struct strategy_read *f = r->f;
	struct read_correction read = { .line = r->line, .target = strategy_row_target(r) };
	struct target_correction *c = &read.correction;

	if (read.target < 0)
		return strategy_row_refuse(r, SC_ITEM, _("the number of an indicator above"));
	if (!f->targets[read.target].target.indicator[0])
		return strategy_row_refuse(r, SC_ITEM,
			_("an indicator that is fed by the database; a corrected figure of others "
			  "is their reading"));
	if (strategy_take_figure(r, &c->year, &c->value, &c->flag) ||
		strategy_take_day(r, SC_DAY, true, &c->dated_on) ||
		strategy_take_words(r, SC_REASON, KEPT_LINES_SIZE, &c->reason))
		return -1;
	f->corrections = arena_grow(&f->arena, f->corrections, (size_t)f->correction_count,
		&f->correction_room, sizeof(*f->corrections));
	f->corrections[f->correction_count++] = read;
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
		strategy_take_day(r, SC_DAY, false, &k->closed_on) ||
		strategy_take_words(r, SC_TEXT, KEPT_LINES_SIZE, &k->text) ||
		strategy_take_words(r, SC_ANSWER, KEPT_LINES_SIZE, &k->response) ||
		strategy_take_words(r, SC_OFFICE, KEPT_OFFICE_SIZE, &k->office))
		return -1;
	k->task_name = "";
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
		strategy_take_day(r, SC_DAY, false, &m->made_on) ||
		strategy_take_words(r, SC_AUTHOR, KEPT_LINE_SIZE, &m->author) ||
		strategy_take_words(r, SC_PLACE, KEPT_LINE_SIZE, &m->place) ||
		strategy_take_words(r, SC_TEXT, KEPT_LINES_SIZE, &m->text) ||
		strategy_take_words(r, SC_ANSWER, KEPT_LINES_SIZE, &m->answer))
		return -1;
	m->outcome = (enum remark_outcome)outcome;
	f->remarks = arena_grow(&f->arena, f->remarks, (size_t)f->remark_count, &f->remark_room,
		sizeof(*f->remarks));
	f->remarks[f->remark_count++] = read;
	return 0;
}

/* ---- the history ---- */

static int
take_noun(const struct strategy_row *r, struct read_change *c)
{
	const char *goal = r->cells[SC_GOAL];
	int noun, act;

	if (strategy_take_word(r, SC_KIND, change_noun_from_name, CHANGE_TARGET,
		    "goal, target, strategy", &noun) ||
		strategy_take_word(r, SC_STATE, change_act_from_name, CHANGE_CHANGED,
			"added, changed, deleted, restored", &act))
		return -1;
	c->change.noun = (enum change_noun)noun;
	c->change.act = (enum change_act)act;
	c->row = -1;
	if (noun == CHANGE_TARGET && (r->cells[SC_ITEM][0] || !r->cells[SC_NAME][0])) {
		c->row = strategy_row_target(r);
		return c->row < 0 ? strategy_row_refuse(
					    r, SC_ITEM, _("the number of an indicator above"))
				  : 0;
	}
	for (int i = 0; noun == CHANGE_GOAL && i < r->f->goal_count; i++)
		if (strcmp(r->f->goals[i].number, goal) == 0)
			c->row = i;
	return noun == CHANGE_GOAL && goal[0] && c->row < 0
		       ? strategy_row_refuse(
				 r, SC_GOAL, _("the number of a goal that stands above"))
		       : 0;
}

static const char *
of_year(const struct strategy_row *r, enum strategy_column value, enum strategy_column year)
{
	char number[64];
	double v;

	if (strategy_take_number(r, value, &v) || isnan(v))
		return "";
	number_comma(number, sizeof(number), v, -1);
	return r->cells[year][0] ? arena_format(&r->f->arena, "%s (%s)", number, r->cells[year])
				 : arena_string(&r->f->arena, number);
}

/* Older programs wrote base and target alone, before and after. */
static void
take_lines(const struct strategy_row *r, struct strategy_change *c)
{
	if (!c->lines)
		c->lines = arena_array(&r->f->arena, CHANGE_LINES_MOST, sizeof(*c->lines));
	if (c->line_count > CHANGE_LINES_MOST - 2)
		return;
	if (r->cells[SC_CODE][0])
		change_line_add(c, strategy_row_kept(r, SC_CODE), strategy_row_kept(r, SC_WAS),
			strategy_row_kept(r, SC_TEXT));
	if (r->cells[SC_NUMBER][0])
		return;
	change_line_add(c, "base", of_year(r, SC_BASE, SC_BASE_YEAR),
		of_year(r, SC_NEW_BASE, SC_NEW_BASE_YEAR));
	change_line_add(c, "target", of_year(r, SC_TARGET, SC_TARGET_YEAR),
		of_year(r, SC_NEW_TARGET, SC_NEW_TARGET_YEAR));
}

int
strategy_row_change(const struct strategy_row *r)
{
	struct strategy_read *f = r->f;
	struct read_change *last = f->change_count ? &f->changes[f->change_count - 1] : NULL;
	struct read_change read = { .line = r->line };
	struct strategy_change *c = &read.change;

	if (last && r->cells[SC_NUMBER][0] && strcmp(last->number, r->cells[SC_NUMBER]) == 0) {
		take_lines(r, &last->change);
		return 0;
	}
	if (take_noun(r, &read) || strategy_take_day(r, SC_DAY, true, &c->changed_on))
		return -1;
	if (!r->cells[SC_REASON][0])
		return strategy_row_refuse(r, SC_REASON, _("the reason of the change"));
	read.number = strategy_row_kept(r, SC_NUMBER);
	if (strategy_take_words(r, SC_RESOLUTION, KEPT_LINE_SIZE, &c->resolution) ||
		strategy_take_words(r, SC_REASON, KEPT_LINES_SIZE, &c->reason))
		return -1;
	c->login = "";
	c->name = r->cells[SC_NAME][0] ? strategy_row_kept(r, SC_NAME)
		  : read.row >= 0      ? arena_string(&f->arena, f->targets[read.row].target.name)
				       : "";
	take_lines(r, c);
	f->changes = arena_grow(&f->arena, f->changes, (size_t)f->change_count, &f->change_room,
		sizeof(*f->changes));
	f->changes[f->change_count++] = read;
	return 0;
}
