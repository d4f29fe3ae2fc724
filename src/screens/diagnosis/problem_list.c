/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key problems, priorities and drivers of the unit in view, ranked ones first. */
#include "config.h"

#include "screens/diagnosis/diagnosis_screens.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/diagnosis/problem.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/swot/swot_screens.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_RETIRE };

struct problems {
	struct list_screen base;
	struct problem *rows;
	const struct unit *unit; /* NULL = none chosen: those of all units */
	const struct unit_table *units;
	int kind; /* enum problem_kind, -1 = all */
};

static int
load(void *self, struct error *err)
{
	struct problems *v = self;
	struct app *app = v->base.app;
	struct error none = { 0 };
	struct problem_filter filter = { .kind = v->kind, .retired = v->base.retired };

	v->units = app_units(app, err);
	if (!v->units)
		return -1;
	v->unit = app_unit(app, &none);
	if (none.code)
		return error_set(err, none.code, "%s", none.text);
	filter.slot = v->unit ? v->unit->slot : NO_SLOT;
	v->base.list.empty =
		v->base.retired
			? N_("Nothing is deleted.")
			: N_("Nothing yet: F7 writes one, or w in the diagnosis, menu 6 1.");
	return problem_list(app->db, &filter, &v->base.arena, &v->rows, &v->base.count, err);
}

static const struct list_column columns[] = {
	{ N_("In a sentence"), 0, false },
	{ N_("Kind"), 11, false },
	{ N_("Place"), 7, true },
	{ N_("Area"), 16, false },
	{ N_("Year"), 4, true },
	{ N_("Evid."), 5, true },
};

static const char *
kind_brief(enum problem_kind kind)
{
	return kind == PROBLEM_PROBLEM    ? C_("kind of problem", "problem")
	       : kind == PROBLEM_PRIORITY ? C_("kind of problem", "priority")
					  : C_("kind of problem", "driver");
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct problem *p = &((const struct problems *)self)->rows[row];

	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, p->text);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, kind_brief(p->kind));
		c->role = p->kind == PROBLEM_DRIVER    ? ROLE_GOOD
			  : p->kind == PROBLEM_PROBLEM ? ROLE_BAD
						       : ROLE_TEXT;
		break;
	case 2:
		if (p->position)
			snprintf(
				c->text, sizeof c->text, p->not_voted ? "(%d)" : "%d", p->position);
		break;
	case 3:
		text_copy(c->text, sizeof c->text, p->area);
		break;
	case 4:
		snprintf(c->text, sizeof c->text, "%d", p->year);
		break;
	default:
		if (p->evidence)
			snprintf(c->text, sizeof c->text, "%d", p->evidence);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct problems *)self)->rows[row].id);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct problem *p = &((const struct problems *)self)->rows[row];

	snprintf(dst, size, "%s %s %s", p->text, kind_brief(p->kind), p->area);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct problems *v = self;

	if (row < 0)
		return;
	if (v->rows[row].kind == PROBLEM_PRIORITY)
		snprintf(dst, size,
			P_("number %lld; follows from %d entry",
				"number %lld; follows from %d entries",
				(unsigned long)v->rows[row].links),
			(long long)v->rows[row].id, v->rows[row].links);
	else
		snprintf(dst, size, _("number %lld"), (long long)v->rows[row].id);
	if (v->rows[row].not_voted)
		snprintf(dst + strlen(dst), size - strlen(dst), "%s",
			v->rows[row].position
				? _("; not voted in the newest ballot, its place is an older one")
				: _("; not voted in the newest ballot"));
}

static void
above(void *self, struct canvas *c)
{
	const struct problems *v = self;
	int used = canvas_text(c, 0, 0, -1, ROLE_TITLE, v->unit ? v->unit->label : _("All units"));

	if (v->kind >= 0)
		used += canvas_printf(c, 0, used, -1, ROLE_LABEL, _(", only: %s"),
			kind_brief((enum problem_kind)v->kind));
	if (v->base.retired)
		canvas_text(c, 1, 0, -1, ROLE_HINT,
			_("Deleted ones: p brings one back, x shows the others again"));
	else
		canvas_text(c, 1, 0, -1, ROLE_HINT,
			_("d evidence, k what a priority follows from, v votes, Tab one kind"));
}

/* ---- what is done ---- */

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct problems *v = self;
	struct ballot_of of = { .slot = v->unit ? v->unit->slot : NO_SLOT };

	switch (action) {
	case ACTION_NEW:
		card_form_open_for(s, &problem_form, v->kind > 0 ? v->kind : 0,
			v->unit ? v->unit->slot : NO_SLOT, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		v->base.retired = !v->base.retired;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_PROBLEM_KIND:
		v->kind = v->kind + 1 == PROBLEM_KINDS ? -1 : v->kind + 1;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_BALLOTS:
		screens_push(s, &ballot_list_screen, &of);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
bring_back(struct screens *s, struct problems *v, int64_t problem)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (app_done(s, app_may_write(app, &err) || problem_restore(app->db, problem, &err), &err,
		    _("The entry is back.")) == 0)
		v->base.retired = false;
	list_screen_want(v, problem);
}

static int
act_retired(struct screens *s, struct problems *v, const struct problem *p, int action)
{
	switch (action) {
	case ACTION_BRING_BACK:
		bring_back(s, v, p->id);
		return SCREEN_HANDLED;
	case ACTION_OPEN:
	case ACTION_EDIT:
	case ACTION_DELETE:
		screens_say(s, "%s", _("The entry is deleted: p brings it back."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct problems *v = self;
	struct app *app = app_of(s);
	struct error err = { 0 };
	const struct problem *p = &v->rows[row];
	char text[1200];

	if (v->base.retired)
		return act_retired(s, v, p, action);
	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		card_form_open(s, &problem_form, p->id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_EVIDENCE:
		screens_push(s, &strategic_evidence_screen,
			&(struct evidence_of){ .owner.problem = p->id });
		return SCREEN_HANDLED;
	case ACTION_PROBLEM_LINKS:
		if (p->kind == PROBLEM_PRIORITY)
			screens_push(s, &problem_links_screen, &p->id);
		else
			screens_say(
				s, "%s", _("Only a priority follows from problems and drivers."));
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		snprintf(text, sizeof text,
			_("%s\nIt leaves lists and reports. x and p bring it back."), p->text);
		dialog_ask(s, _("Delete the entry?"), text, ANSWER_RETIRE, 0);
		return SCREEN_HANDLED;
	case ANSWER_RETIRE:
		app_done(s,
			app_may_write(app, &err) ||
				problem_retire(app->db, p->id, p->rev, &err),
			&err, _("The entry is deleted; x and p bring it back."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const int row_ids[] = { ACTION_EVIDENCE, ACTION_PROBLEM_LINKS, 0 };

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("Nothing yet: F7 writes one, or w in the diagnosis, menu 6 1."),
	.lines_above = 2,
	.whole_lines = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.of_row = row_ids,
	.file = N_("problems"),
	.file_title = N_("Key problems, priorities and drivers of development"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	(void)argument;
	((struct problems *)self)->kind = -1;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_EVIDENCE, ACTION_PROBLEM_LINKS, ACTION_PROBLEM_KIND,
	ACTION_BALLOTS, ACTION_RETIRED, ACTION_BRING_BACK, 0 };

const struct screen problem_list_screen = { .name = "problem_list",
	.title = N_("Problems, priorities, drivers"),
	.size = sizeof(struct problems),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
