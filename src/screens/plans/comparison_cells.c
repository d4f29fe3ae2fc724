/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the cells of a group's comparison. */
#include "config.h"

#include "screens/plans/comparison.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/units/unit_told.h"
#include "report/group_documents.h"
#include "screens/frame/format.h"
#include "screens/indicators/scope.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static int
count(const void *data)
{
	return ((const struct comparison *)data)->sheet.count;
}

/* "12,5 +": the sign stands behind and apart, so that numbers stay under each other. */
static void
member_cell(
	const struct comparison *v, const struct sheet_row *row, int member, struct list_cell *c)
{
	const struct sheet_cell *cell = &row->cells[member];
	char value[64];

	if (v->sheet.members[member].slot == v->marked)
		c->role = ROLE_OWN;
	scope_value(value, sizeof value, cell->value, cell->flag, row->indicator->decimals);
	if (flag_missing(cell->flag)) {
		c->role = ROLE_MISSING;
		snprintf(c->text, sizeof c->text, "%s %*s", value, v->marks, "");
		return;
	}
	snprintf(c->text, sizeof c->text, "%s %-*s", value, v->marks,
		group_cell_mark(cell, v->view.group.made_up || v->sheet.made_up));
	if (cell->best)
		c->role = ROLE_GOOD;
	else if (cell->worst)
		c->role = ROLE_BAD;
}

void
comparison_fit_marks(struct comparison *v)
{
	bool said = v->view.group.made_up || v->sheet.made_up;

	v->marks = 1;
	for (int i = 0; i < v->sheet.count; i++)
		for (int j = 0; j < v->sheet.member_count; j++) {
			const struct sheet_cell *cell = &v->sheet.rows[i].cells[j];
			int columns = (int)strlen(group_cell_mark(cell, said));

			v->marks = columns > v->marks ? columns : v->marks;
		}
}

static void
number_cell(const struct comparison *v, struct list_cell *c, double value, int decimals,
	const char *mark)
{
	char text[64];

	if (isnan(value))
		return;
	scope_value(text, sizeof text, value, FLAG_NONE, decimals);
	snprintf(c->text, sizeof c->text, "%s %-*s", text, v->marks, mark);
}

/* Mean, median, reference, how many have data. */
static void
group_cell(const struct comparison *v, const struct sheet_row *row, int which, struct list_cell *c)
{
	bool sums = !isnan(row->ratio_of_sums), any = row->group.n > 0;
	int decimals = row->indicator->decimals;

	if (which == 0)
		number_cell(v, c,
			sums  ? row->ratio_of_sums
			: any ? row->group.mean
			      : NAN,
			decimals, sums ? "S" : "");
	else if (which == 1)
		number_cell(v, c, any ? row->group.median : NAN, decimals, "");
	else if (which == 2)
		number_cell(v, c, row->reference_kind == REFERENCE_NONE ? NAN : row->reference,
			decimals, row->reference_kind == REFERENCE_TYPE ? "T" : "");
	else
		snprintf(c->text, sizeof c->text, "%d/%d", row->group.n, v->sheet.member_count);
}

void
comparison_cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct comparison *v = data;
	const struct sheet_row *r = &v->sheet.rows[row];

	if (column == 0)
		text_copy(c->text, sizeof c->text, r->indicator->name);
	else if (column <= v->sheet.member_count)
		member_cell(v, r, column - 1, c);
	else
		group_cell(v, r, column - 1 - v->sheet.member_count, c);
}

void
comparison_words(const struct comparison *v, int row, int column, char *dst, size_t size)
{
	const struct sheet_cell *cell = &v->sheet.rows[row].cells[column];

	snprintf(dst, size, "  %s%s%s%s", v->sheet.members[column].head,
		cell->best    ? _(", the best")
		: cell->worst ? _(", the worst")
			      : "",
		cell->made_up && !v->view.group.made_up ? _(", made up")
		: cell->draft                           ? _(", a draft: it does not count")
		: cell->unverified                      ? _(", not verified")
							: "",
		cell->before ? _(", of its former code") : "");
}

int
comparison_gone(const struct comparison *v, struct canvas *c)
{
	char day[32], text[256];
	int column = 0;

	for (int i = 0; i < v->sheet.member_count; i++) {
		const struct sheet_member *m = &v->sheet.members[i];

		if (!m->left_on[0])
			continue;
		snprintf(text, sizeof text, _("* %s left the group on %s"), m->label,
			format_date(day, sizeof day, m->left_on));
		canvas_text(c, c->rows - 1, column, -1, ROLE_HINT, text);
		column += text_width(text) + 2;
	}
	return column > 0;
}

static void
key(const void *data, int row, char *dst, size_t size)
{
	const struct indicator *i = ((const struct comparison *)data)->sheet.rows[row].indicator;

	snprintf(dst, size, "%s %s", i->code, i->name);
}

/* Signs stand in front, because columns are narrow. */
static void
column_head(const void *data, int column, char *dst, size_t size)
{
	static const char *const heads[COMPARISON_EXTRAS] = { N_("Mean"), N_("Median"),
		N_("Country"), N_("Data") };
	const struct comparison *v = data;
	int extra = column - 1 - v->sheet.member_count;
	const struct sheet_member *member;
	char name[128];

	if (extra >= 0) {
		text_copy(dst, size, _(heads[extra]));
		return;
	}
	member = &v->sheet.members[column - 1];
	unit_told_short(unit_by_slot(v->units, member->slot), name, sizeof name);
	snprintf(dst, size, "%s%s", member->left_on[0] ? "*" : "", name);
}

const struct list_source comparison_source = {
	.count = count, .cell = comparison_cell, .key = key, .head = column_head
};
