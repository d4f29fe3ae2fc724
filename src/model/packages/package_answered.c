/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a member on which the office that keeps the group says something, too: the outcome of a
 * remark or an opinion, questions about a sheet. The rest is the member's alone. */
#include "config.h"

#include "model/packages/package_judging.h"

#include "model/sheets/sheet_turn.h"

#include <string.h>

/* What the office that keeps the sheet, the minutes or the draft says on a row of ours. */
static const struct answered {
	const char *noun, *fields[2], *line; /* line: kind of lines that it writes; "" = none */
} answered[] = {
	{ "minutes_remark", { "outcome", "answer" }, "" },
	{ "opinion_answer", { "outcome", "reason" }, "" },
	{ "sheet_return", { "state", "changed_on" }, "question" },
};

static const struct answered *
find_answered(const struct package_row *row)
{
	for (size_t i = 0; i < sizeof(answered) / sizeof(answered[0]); i++)
		if (!strcmp(answered[i].noun, package_nouns[row->noun].name))
			return &answered[i];
	return NULL;
}

static bool
same_but(const struct package_fields *fields, const char *const *but, int but_count, const char **a,
	const char **b)
{
	for (int i = 0; i < fields->count; i++) {
		bool may = false;

		for (int k = 0; k < but_count; k++)
			may |= !strcmp(fields->list[i].name, but[k]);
		if (!may && (!a[i] != !b[i] || (a[i] && strcmp(a[i], b[i]))))
			return false;
	}
	return true;
}

/* Whether it is an outcome in the fields of the row, not lines of its own. */
static bool
has_outcome(const struct answered *a)
{
	return a && !a->line[0];
}

bool
package_keep_outcome(const struct judging *j, struct package_row *row,
	const struct package_row *here, bool *told)
{
	const struct package_fields *fields = &j->shape->nouns[row->noun];
	const struct answered *a = find_answered(row);

	*told = false;
	if (j->from->leads || !has_outcome(a))
		return false;
	for (int i = 0; i < fields->count; i++) {
		const char *said = here && here->values[i] ? here->values[i] : "";

		if (strcmp(fields->list[i].name, a->fields[0]) &&
			strcmp(fields->list[i].name, a->fields[1]))
			continue;
		*told |= strcmp(row->values[i] ? row->values[i] : "", said) != 0;
		row->values[i] = said;
	}
	return true;
}

void
package_raise(struct package_row *row, const struct package_row *here, bool told)
{
	if (row->rev < here->rev)
		row->rev = here->rev;
	row->rev += told;
}

/* The next line, from at on, that is ours to write. */
static const struct package_line *
own_line(const struct package_row *row, const struct answered *a, int *at)
{
	while (*at < row->line_count) {
		const struct package_line *line = &row->lines[(*at)++];

		if (strcmp(package_nouns[row->noun].lines[line->kind].name, a->line))
			return line;
	}
	return NULL;
}

/* All that is ours to say stands as it stands here; figures may have been verified. */
static bool
says_ours(const struct judging *j, const struct answered *a, const struct package_row *row,
	const struct package_row *here)
{
	static const char *const verified[] = { "verified" };
	const struct package_line *x, *y;
	int at = 0, at_here = 0;

	if (!same_but(&j->shape->nouns[row->noun], a->fields, 2, row->values, here->values))
		return false;
	do {
		x = own_line(row, a, &at);
		y = own_line(here, a, &at_here);
		if (!x != !y ||
			(x && (x->kind != y->kind || !same_but(&j->shape->lines[row->noun][x->kind],
							     verified, 1, x->values, y->values))))
			return false;
	} while (x);
	return true;
}

bool
package_says_ours(
	const struct judging *j, const struct package_row *row, const struct package_row *here)
{
	const struct answered *a = find_answered(row);

	return a && says_ours(j, a, row, here);
}

int
package_answer_own(struct judging *j, struct package_row *row, const struct package_row *here)
{
	const struct answered *a = find_answered(row);

	if (!a || row->rev <= here->rev)
		return 0;
	if (a->line[0] && !sheet_turn_of_leader(package_field_value(j, here, "state")))
		return 0; /* it is our turn */
	row->fate = PACKAGE_CHANGED;
	if (says_ours(j, a, row, here))
		return package_settle_references(j, row);
	row->values = here->values;
	row->lines = here->lines;
	row->line_count = here->line_count;
	row->rev++;
	return 0;
}
