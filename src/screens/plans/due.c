/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due in exchange groups and in the monitoring of strategies, by day; Enter opens where
 * it is done. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/due.h"
#include "model/units/unit_told.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/meetings/meeting_screens.h"
#include "screens/monitoring/monitoring.h"
#include "screens/plans/plan_forms.h"
#include "screens/strategies/strategies.h"

#include <stdio.h>

struct due_view {
	struct list_screen base;
	struct due_item *rows;
	const struct unit_table *units;
};

/* A union looks after all members, an office after its own homework and sheets. */
static int
load(void *self, struct error *err)
{
	struct due_view *v = self;
	struct app *app = v->base.app;
	const struct unit *own;

	v->units = app_units(app, err);
	if (!v->units)
		return -1;
	own = app->office.own_unit[0] ? unit_by_code(v->units, app->office.own_unit) : NULL;
	return due_list(app->db, clock_today(), own ? own->slot : NO_SLOT, &v->base.arena, &v->rows,
		&v->base.count, err);
}

static void
what(const struct due_item *d, char *dst, size_t size)
{
	switch (d->kind) {
	case DUE_MEETING:
		snprintf(dst, size,
			d->overdue   ? _("Meeting %d has passed and is not marked as held: %s")
			: d->text[0] ? _("Meeting %d: %s")
				     : _("Meeting %d%s"),
			d->number, d->text);
		break;
	case DUE_HOMEWORK:
		snprintf(dst, size, _("Homework: %s"), d->text);
		break;
	case DUE_ACTION:
		snprintf(dst, size,
			d->overdue ? _("Action of a plan that is late: %s")
				   : _("Action of a plan: %s"),
			d->text);
		break;
	case DUE_SHEET:
		if (!d->queried)
			snprintf(dst, size, _("Data sheet of %d: missing from %d of %d"), d->year,
				d->missing, d->of);
		else if (!d->missing)
			snprintf(dst, size, _("Data sheet of %d: to be explained by %d of %d"),
				d->year, d->queried, d->of);
		else
			snprintf(dst, size,
				_("Data sheet of %d: missing from %d of %d, to be explained by "
				  "%d"),
				d->year, d->missing, d->of, d->queried);
		break;
	case DUE_RETURNS:
		snprintf(dst, size,
			P_("Data sheet of %d: %d handed in waits to be verified",
				"Data sheet of %d: %d handed in wait to be verified",
				(unsigned long)d->missing),
			d->year, d->missing);
		break;
	case DUE_ROUND:
		snprintf(dst, size, _("Figures of %d: missing from %d of %d offices"), d->year,
			d->missing, d->of);
		break;
	case DUE_MEASURE:
		snprintf(dst, size, _("Corrective measure: %s"), d->text);
		break;
	case DUE_RECOMMENDATION:
		snprintf(dst, size, _("Recommendation: %s"), d->text);
		break;
	case DUE_TASK:
		snprintf(dst, size,
			d->unbegun   ? _("Task that should have begun: %s")
			: d->overdue ? _("Task that is late: %s")
				     : _("Task: %s"),
			d->text);
		break;
	case DUE_STEP:
		snprintf(dst, size, _("Step of adoption: %s"), d->text);
		break;
	case DUE_REPORT:
		snprintf(dst, size,
			d->missing ? _("Report of %d: to be approved for the council by 31 May")
				   : _("Report of %d: all offices have delivered, approve it"),
			d->year);
		break;
	case DUE_MINUTES:
		snprintf(dst, size,
			d->overdue ? _("Minutes of meeting %d were not sent")
				   : _("Minutes of meeting %d are to be sent"),
			d->number);
		break;
	default:
		snprintf(dst, size, _("Minutes of meeting %d wait for remarks"), d->number);
		break;
	}
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct due_view *v = self;
	const struct due_item *d = &v->rows[row];
	const struct unit *u = d->slot == NO_SLOT ? NULL : unit_by_slot(v->units, d->slot);
	char when[32];

	if (d->overdue)
		c->role = ROLE_WARN;
	switch (column) {
	case 0:
		what(d, c->text, sizeof c->text);
		break;
	case 1:
		snprintf(c->text, sizeof c->text, "%s%s", due_when(d, when, sizeof when),
			d->overdue ? " !" : "");
		break;
	case 2:
		text_copy(c->text, sizeof c->text, d->group_code);
		break;
	default:
		if (u)
			unit_told_short(u, c->text, sizeof c->text);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct due_item *d = &((const struct due_view *)self)->rows[row];

	snprintf(dst, size, "%d/%lld/%d", (int)d->kind, (long long)d->id, d->number);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct due_view *v = self;
	const struct due_item *d = &v->rows[row];
	const struct unit *u = d->slot == NO_SLOT ? NULL : unit_by_slot(v->units, d->slot);
	char text[1024];

	what(d, text, sizeof text);
	snprintf(dst, size, "%s %s %s", text, d->group_code, u ? u->told : "");
}

/* The whole sentence and unit, which the columns may cut. */
static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct due_view *v = self;
	const struct unit *u = row < 0 || v->rows[row].slot == NO_SLOT
				       ? NULL
				       : unit_by_slot(v->units, v->rows[row].slot);
	char text[1024];

	if (row < 0)
		return;
	what(&v->rows[row], text, sizeof text);
	snprintf(dst, size, u ? "%s; %s" : "%s", text, u ? u->told : "");
}

static const struct list_column columns[] = {
	{ N_("What is due"), 0, false },
	{ N_("Day and hour"), 18, false },
	{ N_("Group"), 13, false },
	{ N_("Unit"), 14, false },
};

static int
act_row(struct screens *s, void *self, int row, int action)
{
	const struct due_item *d = &((const struct due_view *)self)->rows[row];
	const struct of_meeting of = { d->group, d->kind == DUE_REMARKS ? d->meeting : 0 };

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	switch (d->kind) {
	case DUE_MEETING:
	case DUE_MINUTES:
		screens_push(s, &meeting_screen, &d->meeting);
		break;
	case DUE_HOMEWORK:
		screens_push(s, &homework_list_screen, &of);
		break;
	case DUE_ACTION:
		screens_push(s, &plan_card_screen, &d->id);
		break;
	case DUE_SHEET:
	case DUE_RETURNS:
		screens_push(s, &sheet_list_screen, &d->group);
		break;
	case DUE_ROUND:
	case DUE_MEASURE:
	case DUE_REPORT:
		screens_push(s, &round_view_screen, &d->strategy);
		break;
	case DUE_RECOMMENDATION:
		screens_push(s, &recommendation_list_screen, &d->id);
		break;
	case DUE_TASK:
		screens_push(s, &task_list_screen, &d->strategy);
		break;
	case DUE_STEP:
		screens_push(s, &step_list_screen, &d->strategy);
		break;
	default:
		screens_push(s, &minutes_screen, &of);
		break;
	}
	return SCREEN_HANDLED;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("Nothing is due in the next weeks."),
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.act_row = act_row,
	.file = N_("due dates"),
	.file_title = N_("Dates and arrears"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, ACTION_REFRESH,
	0 };

const struct screen due_screen = { .name = "due",
	.title = N_("Dates and arrears"),
	.size = sizeof(struct due_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
