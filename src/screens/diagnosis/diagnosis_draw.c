/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a diagnosis stands on the screen: rows of indicators or areas, lines above, the note. */
#include "config.h"

#include "screens/diagnosis/diagnosis_view.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "screens/indicators/scope.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const struct list_column diagnosis_columns[] = {
	{ N_("Indicator"), 0, false },
	{ N_("Value"), 9, true },
	{ N_("Mean"), 9, true },
	{ N_("Level"), 6, true },
	{ N_("Change"), 6, true },
	{ N_("Class"), 10, false },
	{ N_("Exp."), 5, false },
	{ N_("n"), 4, true },
};
static const struct list_column diagnosis_area_columns[] = {
	{ N_("Area"), 0, false },
	{ N_("Level"), 6, true },
	{ N_("Change"), 6, true },
	{ N_("Class"), 10, false },
	{ N_("Parts"), 6, true },
};

void
diagnosis_columns_choose(struct diagnosis_view *v)
{
	struct list *l = &v->base.list;

	l->columns = v->folded ? diagnosis_area_columns : diagnosis_columns;
	l->column_count =
		v->folded ? (int)(sizeof diagnosis_area_columns / sizeof *diagnosis_area_columns)
			  : (int)(sizeof diagnosis_columns / sizeof *diagnosis_columns);
	if (l->sort_column >= l->column_count)
		l->sort_column = -1;
}

const char *
standing_sign(enum standing s)
{
	static const char *const signs[STANDINGS] = { "", "+", "\\", "/", "!" };

	return signs[s];
}

enum role
standing_role(enum standing s)
{
	static const enum role roles[STANDINGS] = { [STANDING_NONE] = ROLE_MISSING,
		[STANDING_DRIVER] = ROLE_GOOD,
		[STANDING_FALLING] = ROLE_WARN,
		[STANDING_RISING] = ROLE_TEXT,
		[STANDING_PROBLEM] = ROLE_BAD };

	return roles[s];
}

/* The sign says it where there is no colour. */
static void
standing_cell(struct list_cell *c, enum standing s)
{
	c->role = standing_role(s);
	if (s != STANDING_NONE)
		snprintf(c->text, sizeof c->text, "%s %s", standing_sign(s), standing_brief(s));
}

static void
figure(struct list_cell *c, double value, int decimals)
{
	if (!isnan(value))
		number_format(c->text, sizeof c->text, value, decimals);
}

static void
area_cell(const struct diagnosis_view *v, int row, int column, struct list_cell *c)
{
	const struct diagnosis_area *a =
		&v->answer.areas[row == 0 ? v->answer.tree.count : row - 1];
	const struct area *area = row == 0 ? NULL : &v->answer.tree.areas[row - 1];

	if (column == 0)
		snprintf(c->text, sizeof c->text, "%*s%s", area ? 2 + 2 * area->depth : 0, "",
			area ? area->name : v->answer.tree.name);
	else if (column == 1)
		figure(c, a->level, 2);
	else if (column == 2)
		figure(c, a->change, 2);
	else if (column == 3)
		standing_cell(c, a->standing);
	else
		snprintf(c->text, sizeof c->text, "%d/%d", a->n, a->of);
	if (column == 0 && a->n == 0)
		c->role = ROLE_MISSING;
}

void
diagnosis_cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct diagnosis_view *v = self;
	const struct diagnosis_row *r = diagnosis_view_row(v, row);
	const struct finding *f;

	if (!r) {
		area_cell(v, row, column, c);
		return;
	}
	if (isnan(r->level))
		c->role = ROLE_MISSING;
	switch (column) {
	case 0:
		scope_name(r->indicator, c->text, sizeof c->text);
		break;
	case 1:
		scope_value(c->text, sizeof c->text, r->value, r->flag, r->indicator->decimals);
		break;
	case 2:
		figure(c, r->group.n ? r->group.mean : NAN, r->indicator->decimals);
		break;
	case 3:
		figure(c, r->level, 2);
		break;
	case 4:
		figure(c, r->change, 2);
		break;
	case 5:
		standing_cell(c, r->standing);
		break;
	case 6:
		f = diagnosis_view_finding(v, r);
		if (f)
			text_copy(c->text, sizeof c->text, f->confirmed ? _("yes") : _("no"));
		break;
	default:
		snprintf(c->text, sizeof c->text, "%d", r->group.n);
		break;
	}
}

/* ---- the note of the selected row ---- */

static void
row_note(const struct diagnosis_row *r, char *dst, size_t size)
{
	char sd[40], median[40], slope[40] = "";
	const char *lack =
		standard_lack_label(r->level_lack != LACK_NONE ? r->level_lack : r->change_lack);
	int decimals = r->indicator->decimals;

	number_format(sd, sizeof sd, r->group.n > 1 ? r->group.sd : NAN, decimals + 1);
	number_format(median, sizeof median, r->group.n ? r->group.median : NAN, decimals);
	scope_change(slope, sizeof slope, r->slope, decimals + 1);
	snprintf(dst, size, _("median %s, sd %s, place %d/%d, missing %d, a year %s%s%s"), median,
		sd, r->rank, r->group.n, r->missing, slope, lack[0] ? "; " : "", lack);
}

static void
area_note(const struct diagnosis_area *a, char *dst, size_t size)
{
	if (a->weight_missing > 0 && a->n)
		snprintf(dst, size,
			P_("%d part without a level; its weight (%d %%) went to the others",
				"%d parts without a level; their weight (%d %%) went to the others",
				(unsigned long)(a->of - a->n)),
			a->of - a->n, (int)lround(a->weight_missing * 100));
	else if (a->n == 0)
		text_copy(dst, size, _("no part has a level"));
}

void
diagnosis_note(const void *self, int row, char *dst, size_t size)
{
	const struct diagnosis_view *v = self;
	const struct diagnosis_row *r = row < 0 ? NULL : diagnosis_view_row(v, row);

	if (r)
		row_note(r, dst, size);
	else if (row >= 0)
		area_note(&v->answer.areas[row == 0 ? v->answer.tree.count : row - 1], dst, size);
}

/* ---- the lines above ---- */

static void
count_line(const struct diagnosis_view *v, struct canvas *c, int line)
{
	int counts[STANDINGS] = { 0 }, used = 0;

	for (int i = 0; i < v->answer.count; i++)
		counts[v->answer.rows[i].standing]++;
	for (int s = STANDING_DRIVER; s < STANDINGS; s++) {
		struct list_cell cell = { .role = ROLE_TEXT };

		standing_cell(&cell, (enum standing)s);
		used += canvas_printf(c, line, used, -1, cell.role, "%s: %d", cell.text, counts[s]);
		used += canvas_text(c, line, used, -1, ROLE_TEXT, "   ");
	}
	canvas_printf(
		c, line, used, -1, ROLE_HINT, _("without a class: %d"), counts[STANDING_NONE]);
}

void
diagnosis_above(void *self, struct canvas *c)
{
	const struct diagnosis_view *v = self;
	int used;

	if (!v->unit)
		return;
	used = canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s, %d", v->unit->label, v->question.year);
	if (!v->answer.peers.words)
		return;
	canvas_printf(c, 0, used, -1, ROLE_LABEL, _("  against: %s (%d)"), v->answer.peers.words,
		v->answer.peers.count);
	used = canvas_printf(c, 1, 0, -1, ROLE_HINT, _("%s, change %d-%d"),
		standard_method_label(v->question.method), v->answer.first_year, v->question.year);
	if (v->area >= 0 && v->area < v->answer.tree.count)
		used += canvas_printf(c, 1, used, -1, ROLE_TITLE, _("; only: %s"),
			v->answer.tree.areas[v->area].name);
	if (v->only != STANDING_NONE)
		canvas_printf(c, 1, used, -1, ROLE_TITLE, _("; only: %s"), standing_brief(v->only));
	count_line(v, c, 2);
}
