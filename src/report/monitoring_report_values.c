/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The annex of a report: the values of its last years, and where each of them comes from. */
#include "config.h"

#include "base/i18n.h"
#include "model/indicators/flag.h"
#include "model/monitoring/round_source.h"
#include "report/documents.h"
#include "report/monitoring_report_parts.h"

#include <math.h>

struct annex {
	const struct monitoring_writing *w;
	struct report_table *t;
	bool corrected;
	bool flags[256]; /* that stand in it */
};

static void
value_cell(struct annex *a, const struct round_figure *f, int year)
{
	const struct target_point *p = target_point_shown(f->course, year);
	double value = p ? p->value : year == f->base_year ? f->base : NAN;
	const char *symbol = p ? flag_meaning(p->flag)->symbol : "";

	if (p)
		a->flags[p->flag] = true;
	if (isnan(value)) {
		report_cell_missing(a->t, symbol);
		return;
	}
	report_cell_decimals(a->t, value, f->course->target->decimals);
	if (p && p->corrected)
		a->corrected = true;
	report_cell_mark(
		a->t, p && p->corrected ? arena_format(a->w->arena, "%s*", symbol) : symbol);
}

static void
values_table(struct annex *a, int first)
{
	const struct monitoring_writing *w = a->w;
	const struct round_state *s = w->state;

	a->t = monitoring_table(w, "");
	report_table_column(a->t, "goal", _("Goal"), REPORT_CODE, 0);
	report_table_column(a->t, "indicator", _("Indicator"), REPORT_TEXT, 0);
	for (int y = first; y <= w->year; y++)
		report_table_column(
			a->t, monitoring_year(w, y), monitoring_year(w, y), REPORT_NUMBER, -1);
	report_table_column(a->t, "office", _("Office"), REPORT_TEXT, 0);
	for (int i = 0; i < s->figure_count; i++) {
		const struct round_figure *f = &s->figures[i];

		report_table_row(a->t);
		report_cell_text(a->t, monitoring_goal(w, f->course->goal));
		report_cell_text(a->t, monitoring_measured(w, f->course));
		for (int y = first; y <= w->year; y++)
			value_cell(a, f, y);
		report_cell_text(a->t, f->course->target->office);
	}
	document_flags(a->t, w->arena, a->flags);
	if (a->corrected)
		report_table_footnote(a->t, _(monitoring_corrected_before));
	if (s->frozen)
		report_table_footnote(a->t,
			_("Figures of the report's year are as they were approved; earlier ones as "
			  "they are known now."));
}

static const char *
years_text(const struct monitoring_writing *w, const struct round_source *s)
{
	return s->first == s->last ? monitoring_year(w, s->first)
				   : arena_format(w->arena, "%d–%d", s->first, s->last);
}

/* A line for each indicator, and one more wherever the source changes. */
static int
sources_table(const struct monitoring_writing *w, int first, struct error *err)
{
	const struct round_state *s = w->state;
	struct report_table *t = monitoring_table(w, _("Sources of these values"));
	struct round_source *list;
	int count;

	report_table_column(t, "goal", _("Goal"), REPORT_CODE, 0);
	report_table_column(t, "indicator", _("Indicator"), REPORT_TEXT, 0);
	report_table_column(t, "years", _("Years"), REPORT_CODE, 0);
	report_table_column(t, "source", _("Source"), REPORT_TEXT, 0);
	for (int i = 0; i < s->figure_count; i++) {
		const struct round_figure *f = &s->figures[i];

		if (round_figure_sources(
			    w->r->db, w->r->units, s, f, first, w->arena, &list, &count, err))
			return -1;
		for (int k = 0; k < count; k++) {
			report_table_row(t);
			report_cell_text(t, k ? "" : monitoring_goal(w, f->course->goal));
			report_cell_text(t, k ? "" : monitoring_measured(w, f->course));
			report_cell_text(t, years_text(w, &list[k]));
			report_cell_text(t, list[k].text[0] ? list[k].text : "–");
		}
	}
	return 0;
}

int
monitoring_values(const struct monitoring_writing *w, struct error *err)
{
	struct annex a = { .w = w };
	int first = w->year - COURSE_YEARS_SHOWN + 1;

	document_heading(w->d, 1, _("Annex: values and sources"));
	values_table(&a, first);
	return sources_table(w, first, err);
}
