/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importance beside rating, service by service, and the profile of a questionnaire's parts, as
 * tables. */
#include "config.h"

#include "report/result_services.h"

#include "base/i18n.h"
#include "report/result_parts.h"

#include <math.h>

static void
notes_of(struct report_table *t, unsigned notes, int threshold)
{
	result_notes(t, notes & ~(unsigned)(NOTE_ROUNDED | NOTE_MULTIPLE | NOTE_FPC), threshold);
}

/* The mean, and the answers that it is of as far as they are told. */
static void
scale_cells(struct report_table *t, const struct scale_result *s, bool hidden)
{
	result_value_cell(t, s->n > 0 ? s->mean : NAN, s->coarse ? 1 : 2, hidden && s->n == 0);
	if (s->n > 0 && s->n_hidden)
		report_cell_missing(t, "#"); /* the mean stands there: only this is not said */
	else
		result_count_cell(t, hidden && s->n == 0 ? -1 : s->n);
}

void
result_services(struct report_table *t, struct arena *arena, const struct services *s,
	const struct result_view *view)
{
	char line[256];

	result_begin(t, arena, _("Importance and rating of services"), view);
	report_table_line(t, services_lines_text(s, line, sizeof(line)));
	report_table_column(t, "label", _("Service"), REPORT_TEXT, 0);
	report_table_column(t, "importance_mean", _("Important"), REPORT_NUMBER, 2);
	report_table_column(t, "importance_n", _("n"), REPORT_NUMBER, 0);
	report_table_column(t, "rating_mean", _("Rated"), REPORT_NUMBER, 2);
	report_table_column(t, "rating_n", _("n"), REPORT_NUMBER, 0);
	report_table_column(t, "field", _("What to do"), REPORT_TEXT, 0);
	for (int i = 0; i < s->count; i++) {
		report_table_row(t);
		report_cell_text(t, s->list[i].label);
		scale_cells(t, &s->list[i].important, s->list[i].hidden);
		scale_cells(t, &s->list[i].rated, s->list[i].hidden);
		report_cell_text(t, service_field_label(s->list[i].field));
	}
	report_table_footnote(t, _("Important and rated below the line: improve first; important "
				   "and rated above: keep up."));
	if (s->known < s->count)
		report_table_footnote(t, services_unknown_text(s));
	notes_of(t, s->notes, s->threshold);
}

static void
position_cell(struct report_table *t, double position, bool coarse, bool hidden)
{
	result_value_cell(t, position, 0, hidden);
	if (coarse && !isnan(position))
		report_cell_mark(t, "~");
	report_cell_number(t, position);
}

/* A part that none of its questions tells is hidden with them. */
static void
area_row(struct report_table *t, const struct strengths *s, int area)
{
	const struct strength_area *of = &s->areas[area];
	bool hidden = false;
	char text[512];

	for (int i = 0; i < s->count; i++)
		hidden = hidden || (s->list[i].area == area && s->list[i].hidden);
	report_table_row(t);
	report_cell_text(t, strength_area_text(of, text, sizeof(text)));
	position_cell(t, of->position, of->coarse, hidden && of->questions == 0);
}

static void
strength_row(struct report_table *t, const struct strength *s)
{
	report_table_row(t);
	report_cell_text(t, arena_format(t->arena, "– %s%s%s%s", s->number,
				    s->number[0] ? ". " : "", s->label, s->turned ? " (-)" : ""));
	position_cell(t, s->position, s->scale.coarse, s->hidden);
	scale_cells(t, &s->scale, s->hidden);
}

void
result_strengths(struct report_table *t, struct arena *arena, const struct strengths *s,
	const struct result_view *view)
{
	bool coarse = false, turned = false, part = false;

	result_begin(t, arena, _("Profile by parts of the questionnaire"), view);
	report_table_column(t, "label", _("Part, question"), REPORT_TEXT, 0);
	report_table_column(t, "position", _("0–100"), REPORT_NUMBER, 0);
	report_table_bar(t, 0, 100);
	report_table_column(t, "mean", _("Mean"), REPORT_NUMBER, 2);
	report_table_column(t, "n", _("n"), REPORT_NUMBER, 0);
	for (int i = 0; i < s->count; i++) {
		const struct strength_area *area = &s->areas[s->list[i].area];

		if (i == 0 || s->list[i].area != s->list[i - 1].area)
			area_row(t, s, s->list[i].area);
		strength_row(t, &s->list[i]);
		coarse = coarse || s->list[i].scale.coarse;
		turned = turned || s->list[i].turned;
		part = part || (area->questions > 0 && area->questions < area->asked);
	}
	report_table_footnote(t, _("0–100: where the mean lies on its scale; a part is the mean of "
				   "its questions."));
	if (part)
		report_table_footnote(
			t, _("A part of which not all questions could be counted says "
			     "of how many it is: it may not be set beside others."));
	if (coarse)
		report_table_footnote(t, _("~ about: made from means that are told to one place."));
	if (turned)
		report_table_footnote(
			t, _("(-) worded the other way, so turned round: what hinders "
			     "much is little strength."));
	notes_of(t, s->notes, s->threshold);
}
