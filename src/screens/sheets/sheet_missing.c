/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is still owed: sheets that members have not handed in, by the day they were due, and below
 * them what offices owe the years of strategies. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/monitoring/round_missing.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/monitoring/monitoring.h"
#include "screens/sheets/sheet_screens.h"

#include <stdio.h>

/* One of the two. */
struct missing {
	const struct sheet_return *sheet;  /* of a member */
	const struct round_missing *round; /* of an office, for a strategy's year */
};

struct missing_view {
	struct list_screen base;
	struct missing *rows;
};

static void
sheet_cell(const struct sheet_return *r, int column, struct list_cell *c)
{
	c->role = r->late ? ROLE_WARN : ROLE_TEXT;
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, r->unit_name);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, r->group_code);
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%d", r->year);
		break;
	case 3:
		snprintf(c->text, sizeof c->text, "%s%s",
			format_date((char[32]){ "" }, 32, r->due_on), r->late ? " !" : "");
		break;
	case 4:
		snprintf(c->text, sizeof c->text, _("%d of %d"), r->lines - r->filled, r->lines);
		break;
	default:
		if (r->questions)
			snprintf(c->text, sizeof c->text,
				P_("%d question", "%d questions", (unsigned long)r->questions),
				r->questions);
		else
			text_copy(c->text, sizeof c->text,
				r->id ? sheet_state_label(r->state) : _("not begun"));
		break;
	}
}

static void
round_cell(const struct round_missing *r, int column, struct list_cell *c)
{
	c->role = r->late ? ROLE_WARN : ROLE_TEXT;
	switch (column) {
	case 0:
		text_copy(
			c->text, sizeof c->text, r->office[0] ? r->office : _("(no office named)"));
		break;
	case 1:
		text_copy(c->text, sizeof c->text, r->strategy->code);
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%d", r->year);
		break;
	case 3:
		snprintf(c->text, sizeof c->text, "%s%s",
			format_date((char[32]){ "" }, 32, r->due_on), r->late ? " !" : "");
		break;
	case 4:
		snprintf(c->text, sizeof c->text, _("%d of %d"), r->missing, r->figures);
		break;
	default:
		text_copy(c->text, sizeof c->text,
			r->delivered ? _("sheet delivered")
			: r->asked   ? _("not delivered")
				     : _("from files"));
		break;
	}
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct missing *m = &((const struct missing_view *)data)->rows[row];

	m->sheet ? sheet_cell(m->sheet, column, c) : round_cell(m->round, column, c);
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct missing *m = &((const struct missing_view *)self)->rows[row];

	if (m->sheet)
		snprintf(dst, size, "%lld/%d", (long long)m->sheet->sheet_id, m->sheet->slot);
	else
		snprintf(dst, size, "%lld/%s", (long long)m->round->round, m->round->office);
}

/* Whole: the column may cut what tells a town and the rural gmina of its name apart. */
static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct missing *m = row < 0 ? NULL : &((const struct missing_view *)self)->rows[row];

	if (m && m->sheet)
		snprintf(dst, size, "%s (%s)", m->sheet->unit_name, m->sheet->unit);
	else if (m)
		snprintf(dst, size, "%s, %s", m->round->office, m->round->strategy->name);
}

static const struct list_column columns[] = {
	{ N_("Unit or office"), 0, false },
	{ N_("Group"), 12, false },
	{ N_("Year"), 5, true },
	{ N_("Due on"), 13, false },
	{ N_("Missing"), 10, true },
	{ N_("State"), 18, false },
};

static void
add_rows(struct missing_view *v, const struct sheet_return *sheets, int sheet_count,
	const struct round_missing *rounds, int round_count)
{
	v->rows = arena_array(
		&v->base.arena, (size_t)(sheet_count + round_count) + 1, sizeof *v->rows);
	for (int i = 0; i < sheet_count; i++)
		v->rows[v->base.count++] = (struct missing){ .sheet = &sheets[i] };
	for (int i = 0; i < round_count; i++)
		v->rows[v->base.count++] = (struct missing){ .round = &rounds[i] };
}

/* A union looks after all members, an office after itself. */
static int
load(void *self, struct error *err)
{
	struct missing_view *v = self;
	struct app *app = v->base.app;
	const struct unit_table *units = app_units(app, err);
	const struct unit *own;
	struct sheet_return *sheets;
	struct round_missing *rounds;
	int slot, sheet_count, round_count;

	if (!units)
		return -1;
	own = app->office.own_unit[0] ? unit_by_code(units, app->office.own_unit) : NULL;
	slot = own ? own->slot : NO_SLOT;
	if (sheet_missing_list(app->db, slot, &v->base.arena, &sheets, &sheet_count, err) ||
		round_missing_list(
			app->db, units, slot, &v->base.arena, &rounds, &round_count, err))
		return -1;
	add_rows(v, sheets, sheet_count, rounds, round_count);
	return 0;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	const struct missing *m = &((struct missing_view *)self)->rows[row];
	struct sheet_of of;

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	if (m->sheet) {
		of = (struct sheet_of){ m->sheet->sheet_id, m->sheet->slot };
		screens_push(s, &sheet_entry_screen, &of);
	} else {
		screens_push(s, &round_offices_screen, &m->round->round);
	}
	return SCREEN_HANDLED;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("Nothing is missing: every sheet that a group asked for is handed in, and "
		    "every office that a "
		    "strategy's year asks has delivered its figures."),
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.act_row = act_row,
	.file = N_("missing data"),
	.file_title = N_("Missing data"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, 0 };

const struct screen sheet_missing_screen = { .name = "sheet_missing",
	.title = N_("Missing data"),
	.size = sizeof(struct missing_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
