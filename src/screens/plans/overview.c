/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coordinator's overview of all groups, and the reports made from it: a group's year, a
 * member's file, the overview itself. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/groups/group_overview.h"
#include "model/groups/group_sheet.h"
#include "report/exchange_report.h"
#include "model/units/unit_told.h"
#include "screens/files/export.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_YEAR = ACTION_ANSWER_1, ANSWER_UNIT };

struct overview {
	struct list_screen base;
	struct overview_row *rows;
	const struct unit_table *units;
	int64_t group; /* what is being printed: a group's year, */
	int year;
	int slot;                     /* a member's file; both none: the overview */
	struct sheet_member *members; /* of the group asked about; in the list's arena */
	int member_count;
};

static int
load(void *self, struct error *err)
{
	struct overview *v = self;
	char today[16];

	v->units = app_units(v->base.app, err);
	if (!v->units)
		return -1;
	date_iso(today, sizeof today, clock_today());
	return group_overview(
		v->base.app->db, today, &v->base.arena, &v->rows, &v->base.count, err);
}

static void
share(struct list_cell *c, int part, int all)
{
	if (all)
		snprintf(c->text, sizeof c->text, "%d%%", (100 * part + all / 2) / all);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct overview_row *r = &((const struct overview *)self)->rows[row];

	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%s  %s", r->code, r->name);
		break;
	case 1:
		snprintf(c->text, sizeof c->text, "%d/%d", r->held, r->held + r->planned);
		break;
	case 2:
		if (r->next_at[0])
			date_show(c->text, sizeof c->text, r->next_at);
		break;
	case 3:
		share(c, r->attended, r->invited);
		break;
	case 4:
		snprintf(c->text, sizeof c->text, r->homework_overdue ? "%d !%d" : "%d",
			r->homework_open, r->homework_overdue);
		if (r->homework_overdue)
			c->role = ROLE_WARN;
		break;
	case 5:
		share(c, r->returns_in, r->returns);
		break;
	case 6:
		snprintf(c->text, sizeof c->text, "%d", r->conclusions);
		break;
	default:
		snprintf(c->text, sizeof c->text, "%d", r->plans);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct overview *)self)->rows[row].group);
}

/* The whole name and the stage, for which no column has room. */
static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct overview *v = self;

	if (row < 0)
		return;
	snprintf(dst, size, P_("%s, %d member", "%s, %d members", v->rows[row].members),
		v->rows[row].name, v->rows[row].members);
	if (v->rows[row].stage[0])
		snprintf(dst + strlen(dst), size - strlen(dst), "; %s", v->rows[row].stage);
}

static void
above(void *self, struct canvas *c)
{
	(void)self;
	canvas_text(c, 0, 0, -1, ROLE_HINT,
		_("Enter a group's year as a document, m a member's file, F2 this overview"));
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		_("Met: held/all; att.: of those invited; homework: open, ! overdue"));
}

static const struct list_column columns[] = {
	{ N_("Group"), 0, false },
	{ N_("Met"), 6, true },
	{ N_("Next one"), 10, false },
	{ N_("Att."), 5, true },
	{ N_("Homew."), 7, true },
	{ N_("Data"), 5, true },
	{ N_("Concl."), 6, true },
	{ N_("Plans"), 5, true },
};

/* ---- documents ---- */

static int
build(const void *self, struct arena *arena, struct document *d, struct error *err)
{
	const struct overview *v = self;
	const struct app *app = v->base.app;
	const struct exchange_report request = { .db = app->db,
		.units = v->units,
		.heading = office_letterhead(&app->office, arena),
		.fonts = settings_text(app->settings, SETTING_FONTS) };
	struct exchange_group group;

	if (v->slot != NO_SLOT)
		return exchange_report_member(&request, v->slot, arena, d, err);
	if (!v->group)
		return exchange_report_coordinator(&request, arena, d, err);
	if (exchange_group_load(app->db, v->group, &group, err))
		return -1;
	return exchange_report_group(&request, &group, v->year, arena, d, err);
}

static void
write_report(struct screens *s, struct overview *v, const char *name)
{
	static const enum report_format formats[] = { REPORT_FORMAT_DOCX, REPORT_FORMAT_PDF,
		REPORT_FORMAT_HTML, REPORT_FORMAT_XLSX, REPORT_FORMAT_TEXT };

	export_report(s, build, formats, sizeof formats / sizeof *formats, v, name);
}

static void
write_group(struct screens *s, struct overview *v, const char *typed)
{
	char name[128];
	long year;
	int row = list_screen_row(v);

	if (number_parse_whole(typed, UNIT_FIRST_YEAR, UNIT_LAST_YEAR, &year)) {
		screens_refuse(s, _("“%s” is no year."), typed);
		return;
	}
	if (row < 0)
		return;
	v->group = v->rows[row].group;
	v->year = (int)year;
	v->slot = NO_SLOT;
	snprintf(name, sizeof name, "%s %s %ld", _("group"), v->rows[row].code, year);
	write_report(s, v, name);
}

/* A member of the selected group. */
static void
ask_member(struct screens *s, struct overview *v)
{
	struct app *app = v->base.app;
	struct arena *arena = &v->base.arena;
	struct error err = { 0 };
	const char **choices;
	int row = list_screen_row(v);

	v->member_count = 0;
	if (row < 0)
		return;
	if (group_sheet_members(app->db, v->units, v->rows[row].group, MEMBERS_EVER, arena,
		    &v->members, &v->member_count, &err)) {
		app_error(s, _("The members cannot be read"), &err);
		return;
	}
	choices = arena_array(arena, (size_t)v->member_count + 1, sizeof *choices);
	for (int i = 0; i < v->member_count; i++)
		choices[i] = unit_told_with_code(
			unit_by_slot(v->units, v->members[i].slot), arena);
	if (v->member_count)
		dialog_choose(s, _("Whose file?"), choices, v->member_count, 0, ANSWER_UNIT);
	else
		screens_say(s, "%s", _("The group has no members yet."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct overview *v = self;
	const struct unit *u;
	char name[160];

	switch (action) {
	case ACTION_EXPORT:
		v->group = 0;
		v->slot = NO_SLOT;
		write_report(s, v, _("groups overview"));
		return SCREEN_HANDLED;
	case ANSWER_YEAR:
		write_group(s, v, event->answer);
		return SCREEN_HANDLED;
	case ACTION_MEMBER_FILE:
		ask_member(s, v);
		return SCREEN_HANDLED;
	case ANSWER_UNIT:
		if (event->number >= v->member_count)
			return SCREEN_HANDLED;
		v->slot = v->members[event->number].slot;
		u = unit_by_slot(v->units, v->slot);
		snprintf(name, sizeof name, "%s %s %s", _("member"), u ? u->label : "",
			u ? unit_teryt(u) : "");
		write_report(s, v, name);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

/* The year of its last meeting, else this one. */
static int
act_row(struct screens *s, void *self, int row, int action)
{
	const struct overview *v = self;
	const char *last = v->rows[row].last_at;
	char year[8];

	if (action != ACTION_OPEN)
		return SCREEN_PASS;
	if (last[0])
		text_copy(year, 5, last);
	else
		snprintf(year, sizeof year, "%d", clock_today().year);
	dialog_input(s, _("The group's year"), _("Year"), year, ANSWER_YEAR);
	return SCREEN_HANDLED;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("There is no group yet: menu 2 1 founds one."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_MEMBER_FILE, ACTION_SEARCH,
	ACTION_FILTER, 0 };

const struct screen overview_screen = { .name = "groups_overview",
	.title = N_("Overview and reports of groups"),
	.size = sizeof(struct overview),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
