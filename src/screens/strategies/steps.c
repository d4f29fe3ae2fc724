/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps on the way to a strategy's adoption, and the draft of the order on its monitoring. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/strategies/adoption_step.h"
#include "report/strategy_rules.h"
#include "report/task_documents.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/strategies/task_forms.h"

#include <stdio.h>
#include <string.h>

/* ---- the form ---- */

struct values {
	int kind;
	char name[KEPT_LINE_SIZE], planned_on[32], done_on[32], document[KEPT_LINE_SIZE];
	char note[KEPT_LINES_SIZE];
};

#define AT(member) \
	.offset = offsetof(struct values, member), .size = sizeof((struct values *)0)->member

static const char *const kinds[] = { N_("resolution on the procedure"), N_("diagnosis"),
	N_("draft of the document"), N_("consultations"), N_("opinion"), N_("ex-ante evaluation"),
	N_("resolution"), N_("rules of monitoring"), N_("another step"), NULL };

static const struct field fields[] = {
	{ .kind = FIELD_CHOICE,
		.label = N_("Kind"),
		AT(kind),
		.choices = kinds,
		.width = 30,
		.help = N_("What the step is.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Name"),
		AT(name),
		.required = true,
		.width = 56,
		.help = N_("What is to be done, in a sentence.") },
	{ .kind = FIELD_DATE,
		.label = N_("Planned on"),
		AT(planned_on),
		.width = 12,
		.help = N_("The day by which it is to be done; may stay empty.") },
	{ .kind = FIELD_DATE,
		.label = N_("Done on"),
		AT(done_on),
		.width = 12,
		.help = N_("The day on which it was done.") },
	{ .kind = FIELD_TEXT,
		.label = N_("Document"),
		AT(document),
		.width = 40,
		.help = N_("Number of the resolution, case mark, or where the paper lies.") },
	{ .kind = FIELD_LINES,
		.label = N_("Note"),
		AT(note),
		.rows = 3,
		.help = N_("Terms to be kept, what is left; may stay empty.") },
};
enum { FIELDS = sizeof fields / sizeof *fields };
static const char *const names[FIELDS] = { "kind", "name", "planned_on", "done_on", "document",
	"note" };

static int
read_values(struct app *app, struct card_form_of *of, void *values, struct error *err)
{
	struct values *v = values;
	struct arena arena = { 0 };
	struct adoption_step step;
	struct strategy s;

	if (strategy_load(app->db, of->parent, &s, err))
		return -1;
	of->rev = s.rev;
	strategy_line_uid(of, s.uid);
	if (of->id == 0)
		return 0;
	if (adoption_load(app->db, of->parent, (int)of->id, &arena, &step, err) ||
		adoption_check_texts(&step, err)) {
		arena_release(&arena);
		return -1;
	}
	v->kind = (int)step.kind;
	text_copy(v->name, sizeof v->name, step.name);
	card_form_date(v->planned_on, sizeof v->planned_on, step.planned_on);
	card_form_date(v->done_on, sizeof v->done_on, step.done_on);
	text_copy(v->document, sizeof v->document, step.document);
	text_copy(v->note, sizeof v->note, step.note);
	arena_release(&arena);
	return 0;
}

static int
write_values(struct app *app, struct card_form_of *of, const void *values, struct error *err)
{
	const struct values *v = values;
	char planned[12], done[12];
	struct adoption_step step = { .position = (int)of->id,
		.kind = (enum adoption_kind)v->kind,
		.name = v->name,
		.planned_on = card_form_iso(planned, sizeof planned, v->planned_on),
		.done_on = card_form_iso(done, sizeof done, v->done_on),
		.document = v->document,
		.note = v->note };

	if (adoption_save(app->db, of->parent, of->rev, &step, err))
		return -1;
	of->id = step.position;
	return 0;
}

static void
title(const struct card_form_of *of, const void *values, char *dst, size_t size)
{
	(void)values;
	if (of->id)
		snprintf(dst, size, _("Step %lld"), (long long)of->id);
	else
		text_copy(dst, size, _("New step"));
}

const struct card_form_kind step_form = { .name = "adoption_step",
	.fields = fields,
	.names = names,
	.count = FIELDS,
	.size = sizeof(struct values),
	.role = PERSON_CLERK,
	.read = read_values,
	.save = write_values,
	.title = title,
	.saved = N_("The step is saved.") };

/* ---- the list ---- */

struct steps {
	struct list_screen base;
	struct strategy_view view;
	struct adoption_step *rows;
	char day[12];
};

static int
load(void *self, struct error *err)
{
	struct steps *v = self;

	date_iso(v->day, sizeof v->day, clock_today());
	if (strategy_view_load(&v->view, v->base.app, &v->base.arena, err))
		return -1;
	return v->view.strategy.id ? adoption_list(v->base.app->db, v->view.strategy.id,
					     &v->base.arena, &v->rows, &v->base.count, err)
				   : 0;
}

static const struct list_column columns[] = {
	{ N_("Step"), 0, false },
	{ N_("Planned on"), 11, false },
	{ N_("Done on"), 11, false },
	{ N_("Document"), 18, false },
};

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct steps *v = self;
	const struct adoption_step *a = &v->rows[row];
	size_t used;

	switch (column) {
	case 0:
		used = (size_t)snprintf(c->text, sizeof c->text, "%d. ", a->position);
		text_copy(c->text + used, sizeof c->text - used, a->name);
		break;
	case 1:
		format_date(c->text, sizeof c->text, a->planned_on);
		if (!a->done_on[0] && a->planned_on[0] && strcmp(a->planned_on, v->day) < 0)
			c->role = ROLE_BAD;
		break;
	case 2:
		if (a->done_on[0])
			format_date(c->text, sizeof c->text, a->done_on);
		c->role = ROLE_GOOD;
		break;
	default:
		text_copy(c->text, sizeof c->text, a->document);
		break;
	}
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct steps *v = self;

	if (row >= 0)
		snprintf(dst, size, "%s%s%s", adoption_kind_label(v->rows[row].kind),
			v->rows[row].note[0] ? "; " : "", v->rows[row].note);
}

static void
above(void *self, struct canvas *c)
{
	const struct steps *v = self;
	int done = 0;

	strategy_view_draw(&v->view, c);
	for (int i = 0; i < v->base.count; i++)
		done += v->rows[i].done_on[0] != '\0';
	if (v->base.count)
		canvas_printf(c, STRATEGY_VIEW_LINES, 0, -1, ROLE_TEXT, _("Steps: %d, done %d"),
			v->base.count, done);
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct steps *v = self;

	(void)err;
	document_steps(table, arena, &v->view.strategy, v->rows, v->base.count);
	return 0;
}

static void
about(const void *self, char *dst, size_t size)
{
	text_copy(dst, size, ((const struct steps *)self)->view.strategy.code);
}

/* ---- the draft of the order ---- */

struct order {
	struct app *app;
	int64_t strategy;
};

static int
build_order(const void *self, struct arena *arena, struct document *d, struct error *err)
{
	const struct order *o = self;
	const struct unit_table *units = app_units(o->app, err);
	struct strategy_rules rules;

	if (!units || strategy_rules_load(o->app->db, units, o->strategy, arena, &rules, err))
		return -1;
	strategy_rules_document(d, arena, &o->app->office, &rules);
	return 0;
}

void
strategy_rules_export(struct screens *s, const struct strategy_view *v)
{
	static const enum report_format formats[] = { REPORT_FORMAT_DOCX, REPORT_FORMAT_PDF,
		REPORT_FORMAT_HTML, REPORT_FORMAT_XLSX, REPORT_FORMAT_TEXT };
	const struct order order = { app_of(s), v->strategy.id };
	char name[128];

	snprintf(name, sizeof name, "%s %s", _("order on monitoring"), v->strategy.code);
	export_report(s, build_order, formats, sizeof formats / sizeof *formats, &order, name);
}

/* ---- what is done ---- */

static void
add_usual(struct screens *s, struct steps *v)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	char said[128];
	int added = 0, failed;

	failed = app_may_write(app, &err) || adoption_add_usual(app->db, v->view.strategy.id,
						     v->view.strategy.rev, &added, &err);
	snprintf(said, sizeof said, P_("%d step added.", "%d steps added.", added), added);
	app_done(s, failed, &err, added ? said : _("All the usual steps are there."));
}

static const struct line_acts acts = {
	.form = &step_form,
	.move = adoption_move,
	.remove = adoption_remove,
	.deleted = DELETED_STEP,
	.ask = N_("Delete the step?"),
	.removed = N_("The step is deleted; x and p bring it back."),
};

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct steps *v = self;

	switch (action) {
	case ACTION_USUAL_STEPS:
		if (strategy_view_there(s, &v->view))
			add_usual(s, v);
		return SCREEN_HANDLED;
	case ACTION_RULES_ORDER:
		if (strategy_view_there(s, &v->view))
			strategy_rules_export(s, &v->view);
		return SCREEN_HANDLED;
	default:
		return line_act(s, &v->base, &v->view, &acts, action, event);
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct steps *)self)->rows[row].position);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct steps *v = self;

	return line_act_row(
		s, &v->base, &v->view, &acts, v->rows[row].position, v->rows[row].name, action);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No step yet: F7 adds one, u the usual ones."),
	.lines_above = STRATEGY_VIEW_LINES + 1,
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("steps"),
	.file_title = N_("Steps of adoption"),
	.build = build,
	.about = about,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct steps *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	strategy_view_start(&v->view, STRATEGY_TAB_STEPS, argument);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_STRATEGY_TAB, ACTION_STRATEGY_CHOOSE, ACTION_USUAL_STEPS,
	ACTION_RULES_ORDER, ACTION_MOVE_UP, ACTION_MOVE_DOWN, ACTION_RETIRED, 0 };

const struct screen step_list_screen = { .name = "adoption_steps",
	.title = N_("Adoption"),
	.size = sizeof(struct steps),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
