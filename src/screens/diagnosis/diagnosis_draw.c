/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a diagnosis stands on the screen, rows, lines above and the note, and in a file. */
#include "config.h"

#include "screens/diagnosis/diagnosis_view.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/units/unit_told.h"
#include "report/diagnosis_document.h"
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
	static const char *const signs[] = { "", "+", "\\", "/", "!", "~" };

	return signs[s];
}

enum role
standing_role(enum standing s)
{
	static const enum role roles[] = { [STANDING_NONE] = ROLE_MISSING,
		[STANDING_DRIVER] = ROLE_GOOD,
		[STANDING_FALLING] = ROLE_WARN,
		[STANDING_RISING] = ROLE_TEXT,
		[STANDING_PROBLEM] = ROLE_BAD,
		[STANDINGS] = ROLE_TEXT };

	return roles[s];
}

/* The sign says it where there is no colour. */
void
diagnosis_standing_cell(struct list_cell *c, enum standing s, bool near)
{
	enum standing shown = near && s != STANDING_NONE ? STANDINGS : s;

	c->role = standing_role(shown);
	if (s != STANDING_NONE)
		snprintf(c->text, sizeof c->text, "%s %s", standing_sign(shown),
			standing_words_brief(s, near));
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
	int index;
	const struct diagnosis_area *a = diagnosis_view_area(v, row, &index);
	const struct area *area = index < 0 ? NULL : &v->answer.tree.areas[index];

	if (column == 0)
		snprintf(c->text, sizeof c->text, "%*s%s", area ? 2 + 2 * area->depth : 0, "",
			area ? area->name : v->answer.tree.name);
	else if (column == 1)
		figure(c, a->level, 2);
	else if (column == 2)
		figure(c, a->change, 2);
	else if (column == 3)
		diagnosis_standing_cell(c, a->standing, a->near);
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
	case 4: /* of other years than were asked: marked, the line below says which */
		figure(c, r->change, 2);
		if (!isnan(r->change) && diagnosis_short(&v->question, r))
			snprintf(c->text + strlen(c->text), sizeof c->text - strlen(c->text), "*");
		break;
	case 5:
		diagnosis_standing_cell(c, r->standing, r->near);
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

/* Why there is no figure: the flag's meaning, or that no file says anything. */
static const char *
why_none(const struct diagnosis_row *r)
{
	const char *meaning = flag_meaning(r->flag)->meaning;

	return meaning[0] ? _(meaning) : _("no file brought one");
}

/* On from dst: the change a year, over which years it is drawn where they are others. */
static size_t
change_note(const struct diagnosis_row *r, bool chart, char *dst, size_t size)
{
	char slope[40], mean[40];
	int decimals = r->indicator->decimals + 1;
	size_t used = 0;

	*dst = '\0';
	if (!isnan(r->slope))
		used = (size_t)snprintf(dst, size, _(", slope %s, mean change %s"),
			scope_change(slope, sizeof slope, r->slope, decimals),
			scope_change(mean, sizeof mean, r->mean_change, decimals));
	if (r->missing && used < size)
		used += (size_t)snprintf(dst + used, size - used, _(", missing %d"), r->missing);
	if (r->change_n && r->change_n != r->group.n && used < size)
		used += (size_t)snprintf(
			dst + used, size - used, _(", n of change %d"), r->change_n);
	if (r->change_other && !chart && used < size)
		used += (size_t)snprintf(dst + used, size - used,
			_(", change over other years: %d"), r->change_other);
	return used;
}

/* From 0 to 1 the middle of the group is not 0: what a level is above or below. */
static size_t
middle_note(const struct diagnosis_view *v, const struct diagnosis_row *r, char *dst, size_t size)
{
	char level[32], change[32];

	*dst = '\0';
	if (v->question.method != STANDARD_UNIT || isnan(r->level_middle) ||
		isnan(r->change_middle))
		return 0;
	return (size_t)snprintf(dst, size, _("group's mean: level %s, change %s; "),
		number_format(level, sizeof level, r->level_middle, 2),
		number_format(change, sizeof change, r->change_middle, 2));
}

/* What says most comes first; the line may cut the rest, which the box of the source shows. */
static void
row_note(const struct diagnosis_view *v, const struct diagnosis_row *r, char *dst, size_t size)
{
	char sd[40], median[40];
	const char *lack =
		standard_lack_label(r->level_lack != LACK_NONE ? r->level_lack : r->change_lack);
	int decimals = r->indicator->decimals, peers = v->answer.peers.count;
	bool by_unit = v->question.method == STANDARD_UNIT;
	size_t used;

	if (r->group.n == 0) {
		snprintf(dst, size, _("no value of any of %d units: %s"), peers, why_none(r));
		return;
	}
	number_format(median, sizeof median, r->group.median, decimals);
	used = (size_t)snprintf(dst, size, "%s%s", isnan(r->value) ? "" : lack,
		isnan(r->value) || !lack[0] ? "" : "; ");
	if (diagnosis_short(&v->question, r) && used < size)
		used += (size_t)snprintf(dst + used, size - used, _("* change %d–%d; "),
			r->change_first, r->change_last);
	if (by_unit && r->rank && used < size)
		used += (size_t)snprintf(
			dst + used, size - used, _("place %d/%d; "), r->rank, r->group.n);
	if (used < size)
		used += middle_note(v, r, dst + used, size - used);
	if (used < size)
		used += (size_t)snprintf(dst + used, size - used, _("median %s"), median);
	if (r->group.n > 1 && used < size) {
		number_format(sd, sizeof sd, r->group.sd, decimals + 1);
		used += (size_t)snprintf(dst + used, size - used, _(", sd %s"), sd);
	}
	if (!by_unit && r->rank && used < size)
		used += (size_t)snprintf(
			dst + used, size - used, _(", place %d/%d"), r->rank, r->group.n);
	if (used < size)
		used += change_note(r, v->quadrant, dst + used, size - used);
	if (isnan(r->value) && used < size)
		snprintf(dst + used, size - used, _("; no value: %s"), why_none(r));
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
	if (a->change_n && a->change_n != a->n) {
		size_t used = strlen(dst);

		snprintf(dst + used, size - used, _("%sparts with a change: %d"), used ? "; " : "",
			a->change_n);
	}
}

void
diagnosis_note(const void *self, int row, char *dst, size_t size)
{
	const struct diagnosis_view *v = self;
	const struct diagnosis_row *r = row < 0 ? NULL : diagnosis_view_row(v, row);

	int index;

	if (r)
		row_note(v, r, dst, size);
	else if (row >= 0)
		area_note(diagnosis_view_area(v, row, &index), dst, size);
}

/* ---- the lines above ---- */

void
diagnosis_count_line(const int *counts, struct canvas *c, int line)
{
	int used = 0;

	for (int s = STANDING_DRIVER; s <= STANDINGS; s++) {
		bool near = s == STANDINGS;
		struct list_cell cell = { .role = ROLE_TEXT };

		if (near && !counts[s])
			continue;
		diagnosis_standing_cell(&cell, near ? STANDING_DRIVER : (enum standing)s, near);
		used += canvas_printf(c, line, used, -1, cell.role, "%s: %d", cell.text, counts[s]);
		used += canvas_text(c, line, used, -1, ROLE_TEXT, counts[STANDINGS] ? " " : "  ");
	}
	if (counts[STANDING_NONE])
		canvas_printf(c, line, used, -1, ROLE_HINT, _("without a class: %d"),
			counts[STANDING_NONE]);
}

/* What is shown and not judged, and which key changes that. */
static void
draw_context(const struct diagnosis_view *v, struct canvas *c, int from)
{
	char text[80];

	snprintf(text, sizeof text, _("without a direction: %d (F4)"), v->context);
	if (v->context && !v->folded)
		canvas_right(c, 0, from, c->columns - from, ROLE_HINT, text);
}

void
diagnosis_above(void *self, struct canvas *c)
{
	const struct diagnosis_view *v = self;
	int used;

	if (!v->unit)
		return;
	used = canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s (%s), %d", v->unit->label,
		unit_teryt(v->unit), v->question.year);
	if (!v->answer.peers.words)
		return;
	used += canvas_printf(c, 0, used, -1, ROLE_LABEL, _("  against: %s (%d)"),
		v->answer.peers.words, v->answer.peers.count);
	draw_context(v, c, used + 2);
	used = canvas_printf(c, 1, 0, -1, ROLE_HINT, _("%s, change %d-%d"),
		standard_method_label(v->question.method), v->answer.first_year, v->question.year);
	if (v->area >= 0 && v->area < v->answer.tree.count)
		used += canvas_printf(c, 1, used, -1, ROLE_TITLE, _("; only: %s"),
			v->answer.tree.areas[v->area].name);
	if (v->only != STANDING_NONE)
		used += canvas_printf(c, 1, used, -1, ROLE_TITLE, _("; only: %s"),
			v->only == STANDINGS ? standing_words_brief(STANDING_DRIVER, true)
					     : standing_brief((enum standing)v->only));
	if (v->hidden)
		canvas_printf(c, 1, used, -1, ROLE_HINT,
			v->empty ? _("; z hides without values: %d")
				 : _("; z shows without values: %d"),
			v->hidden);
	if (v->answer.peers.count < STANDARD_FEWEST)
		canvas_text(c, 2, 0, -1, ROLE_WARN,
			_("Fewer than 5 units: no levels and no classes; g chooses other peers."));
	else if (v->folded && v->answer.areas[v->answer.tree.count].n == 0)
		canvas_text(c, 2, 0, -1, ROLE_WARN,
			_("No levels: another year (y), or 5 5 and h: cards of the tree for BDL "
			  "series."));
	else
		diagnosis_count_line(v->counts, c, 2);
}

/* ---- as a file ---- */

int
diagnosis_build(
	const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct diagnosis_view *v = self;
	const struct list *l = &v->base.list;
	int *rows = arena_array(arena, (size_t)l->shown + 1, sizeof *rows);
	const char *title = v->unit ? arena_format(arena, _("Diagnosis: %s, %d"),
					      unit_told_with_code(v->unit, arena), v->question.year)
				    : "";

	if (!v->unit)
		return error_set(err, ERROR_INPUT, _("Choose a unit first: key j."));
	for (int i = 0; i < l->shown && !v->folded; i++)
		rows[i] = v->shown[list_row(l, i)];
	if (v->folded)
		diagnosis_areas_table(&v->question, &v->answer, title, arena, table);
	else
		diagnosis_table(&v->question, &v->answer, title, rows, l->shown, arena, table);
	return 0;
}
