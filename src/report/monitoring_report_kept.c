/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports of approved years: kept whole when they are approved, printed from that ever after. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/monitoring/round_freeze.h"
#include "report/monitoring_report_parts.h"

/* A year of the strategy that has begun: of any other nothing can be reported. What was approved
 * stays, whatever became of the strategy. */
static int
check_year(const struct round_state *state, int year, struct error *err)
{
	const struct strategy *s = &state->course.strategy;

	if (state->frozen)
		return 0;
	if (year < s->first_year || year > s->last_year)
		return error_set(err, ERROR_INPUT,
			_("The strategy is for the years %d to %d; %d is not among them."),
			s->first_year, s->last_year, year);
	if (year > clock_today().year)
		return error_set(err, ERROR_INPUT,
			_("The year %d has not begun yet: there is nothing to report."), year);
	return 0;
}

int
monitoring_open(const struct monitoring_report *r, int64_t strategy, int year, struct arena *arena,
	struct document *d, struct round_state *state, struct monitoring_writing *w,
	struct error *err)
{
	if (round_state_load(r->db, r->units, strategy, year, arena, state, err) ||
		check_year(state, state->course.year, err))
		return -1;
	*w = (struct monitoring_writing){ .r = r,
		.arena = arena,
		.d = d,
		.state = state,
		.unit = unit_by_slot(r->units, state->course.strategy.slot),
		.year = state->course.year };
	return 0;
}

int
monitoring_kept(
	const struct monitoring_writing *w, enum round_paper paper, bool *kept, struct error *err)
{
	const char *body = NULL;

	*kept = false;
	if (w->state->frozen &&
		round_paper_load(w->r->db, w->state->round.id, paper, w->arena, &body, err))
		return -1;
	if (!body)
		return 0;
	if (document_kept(w->d, w->arena, body, err))
		return -1;
	w->d->fonts = w->r->fonts;
	if (monitoring_corrections(w, err))
		return -1;
	*kept = true;
	return 0;
}

/* ---- approval ---- */

static int
print(void *context, enum round_paper paper, struct round_state *state, struct arena *arena,
	const char **body, struct error *err)
{
	const struct monitoring_report *r = context;
	struct document d;
	const struct monitoring_writing w = { .r = r,
		.arena = arena,
		.d = &d,
		.state = state,
		.unit = unit_by_slot(r->units, state->course.strategy.slot),
		.year = state->course.year };
	struct output *out;

	if ((paper == ROUND_PAPER_REPORT ? monitoring_report_fill : state_report_fill)(&w, err))
		return -1;
	out = output_memory();
	document_keep(&d, out);
	*body = arena_string(arena, output_text(out, NULL));
	output_abort(out);
	return 0;
}

int
monitoring_report_approve(const struct monitoring_report *r, const struct round_state *seen,
	const char *on, const char *by, struct error *err)
{
	struct monitoring_report request = *r;
	const struct round_printer printer = { print, &request };

	return round_approve_seen(r->db, r->units, seen, on, by, &printer, err);
}

int
monitoring_report_approve_own(struct db *db, const struct unit_table *units,
	const struct round_state *seen, const char *on, const char *by, struct error *err)
{
	struct monitoring_report request = { .db = db, .units = units, .fonts = "" };
	struct office office;

	if (office_load(db, &office, err))
		return -1;
	request.office = &office;
	return monitoring_report_approve(&request, seen, on, by, err);
}
