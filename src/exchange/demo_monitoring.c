/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year of the demonstration strategy's monitoring: what the offices gave, why figures are off
 * their course and what is done about it, the approved report. */
#include "config.h"

#include "exchange/demo_parts.h"

#include "base/clock.h"
#include "base/text.h"
#include "model/monitoring/round_freeze.h"

#include <stdlib.h>
#include <string.h>

struct monitoring {
	demo_approve *approve;
	struct monitoring_round round;
	struct round_state state; /* as it was when the round began */
};

/* ---- row;name;text;measure;office;from;to ---- */

enum { M_ROW, M_NAME, M_TEXT, M_MEASURE, M_OFFICE, M_FROM, M_TO, M_COLUMNS };

/* The year stands in the place of the measure. */
static int
take_round(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	struct monitoring *m = f->more;
	struct strategy s;

	if (strategy_load_code(f->db, fields[M_NAME].text, &s, err))
		return -1;
	m->round =
		(struct monitoring_round){ .strategy = s.id, .year = atoi(fields[M_MEASURE].text) };
	text_copy(m->round.summary, sizeof m->round.summary, fields[M_TEXT].text);
	text_copy(m->round.opened_on, sizeof m->round.opened_on, fields[M_FROM].text);
	text_copy(m->round.due_on, sizeof m->round.due_on, fields[M_TO].text);
	return round_save(f->db, &m->round, err) ||
			       round_state_load(f->db, &f->units, s.id, m->round.year, &f->arena,
				       &m->state, err)
		       ? -1
		       : 0;
}

static int
take_delivery(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	const struct round_delivery delivery = { .office = fields[M_OFFICE].text,
		.sent_on = fields[M_FROM].text,
		.delivered_on = fields[M_TO].text,
		.note = fields[M_TEXT].text };
	struct monitoring *m = f->more;

	return round_delivery_save(f->db, &m->round, &delivery, err);
}

/* The indicator or task of this name, into d; -1 = the year has none. */
static int
find_subject(const struct monitoring *m, const char *name, struct deviation *d)
{
	const struct round_state *state = &m->state;

	for (int i = 0; i < state->figure_count; i++)
		if (strcmp(state->figures[i].course->target->name, name) == 0) {
			d->target = state->figures[i].course->target->id;
			return 0;
		}
	for (int i = 0; i < state->task_count; i++)
		if (strcmp(state->tasks[i].task->name, name) == 0) {
			d->task = state->tasks[i].task->id;
			return 0;
		}
	return -1;
}

static int
take_deviation(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	struct monitoring *m = f->more;
	struct deviation d = { .round = m->round.id };

	if (find_subject(m, fields[M_NAME].text, &d))
		return demo_damaged(err);
	text_copy(d.cause, sizeof d.cause, fields[M_TEXT].text);
	text_copy(d.measure, sizeof d.measure, fields[M_MEASURE].text);
	text_copy(d.office, sizeof d.office, fields[M_OFFICE].text);
	text_copy(d.due_on, sizeof d.due_on, fields[M_TO].text);
	return deviation_save(f->db, &m->round, &d, err);
}

/* to: when the measure was carried out, behind the approval of the report; on a computer whose
 * clock is behind that day it is not yet. */
static int
take_done(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	struct monitoring *m = f->more;
	struct deviation about = { 0 }, *list;
	const char *day = fields[M_TO].text;
	char today[16];
	int count;

	if (strcmp(day, date_iso(today, sizeof today, clock_today())) > 0)
		return 0;
	if (find_subject(m, fields[M_NAME].text, &about))
		return demo_damaged(err);
	if (round_find(f->db, m->round.strategy, m->round.year, &m->round, err) ||
		deviation_list(f->db, m->round.id, &f->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].target == about.target && list[i].task == about.task) {
			text_copy(list[i].done_on, sizeof list[i].done_on, day);
			return deviation_save(f->db, &m->round, &list[i], err);
		}
	return demo_damaged(err);
}

static int
take_approval(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	const char *on = fields[M_TO].text, *by = fields[M_OFFICE].text;
	struct monitoring *m = f->more;

	if (round_state_load(
		    f->db, &f->units, m->round.strategy, m->round.year, &f->arena, &m->state, err))
		return -1;
	return m->approve ? m->approve(f->db, &f->units, &m->state, on, by, err)
			  : round_approve_seen(f->db, &f->units, &m->state, on, by, NULL, err);
}

static int
take_row(struct demo_filling *f, const struct csv_field *fields, struct error *err)
{
	static const struct demo_row rows[] = { { "round", take_round },
		{ "delivery", take_delivery }, { "deviation", take_deviation },
		{ "approval", take_approval }, { "done", take_done }, { NULL, NULL } };

	return demo_take_row(f, rows, fields, err);
}

int
demo_monitoring_fill(struct demo_filling *f, demo_approve *approve, struct error *err)
{
	struct monitoring monitoring = { .approve = approve };

	f->more = &monitoring;
	return demo_read_file("monitoring.csv", (struct demo_file){ f, M_COLUMNS, take_row }, err);
}
