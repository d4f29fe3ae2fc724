/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of the strategy in a report: of its year, and later ones by which an open year is judged
 * all the same. */
#include "config.h"

#include "base/date.h"
#include "base/i18n.h"
#include "report/monitoring_report_parts.h"

#include <stdlib.h>

static void
table_of(const struct monitoring_writing *w, const char *title, const struct strategy_change *list,
	int count)
{
	struct report_table *t = monitoring_table(w, title);

	report_table_column(t, "changed_on", _("Day"), REPORT_TEXT, 0);
	report_table_column(t, "what", _("What"), REPORT_TEXT, 0);
	report_table_column(t, "change", _("Change"), REPORT_TEXT, 0);
	report_table_column(t, "resolution", _("Resolution"), REPORT_TEXT, 0);
	report_table_column(t, "reason", _("Reason"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++) {
		report_table_row(t);
		report_cell_text(t, date_shown(w->arena, list[i].changed_on));
		report_cell_text(t, arena_format(w->arena, "%s: %s",
					    change_noun_label(list[i].noun), list[i].name));
		report_cell_text(t, strategy_change_text(&list[i], w->arena));
		report_cell_text(t, list[i].resolution);
		report_cell_text(t, list[i].reason);
	}
}

int
monitoring_changes(const struct monitoring_writing *w, struct error *err)
{
	const struct strategy_change_filter filter = { .strategy = w->state->course.strategy.id };
	struct strategy_change *list, *later;
	int count, of_year = 0, after = 0;

	if (strategy_change_list(w->r->db, &filter, w->arena, &list, &count, err))
		return -1;
	later = arena_array(w->arena, (size_t)count + 1, sizeof *later);
	for (int i = 0; i < count; i++) {
		int year = atoi(list[i].changed_on);

		if (list[i].noun == CHANGE_TASK) /* money of tasks stands with money */
			continue;
		if (year == w->year)
			list[of_year++] = list[i];
		else if (year > w->year && !w->state->frozen && list[i].noun != CHANGE_STRATEGY)
			later[after++] = list[i];
	}
	if (!of_year && !after)
		return 0;
	document_heading(w->d, 1, _("Changes of the strategy"));
	if (of_year)
		table_of(w, "", list, of_year);
	if (!after)
		return 0;
	document_paragraph(
		w->d, arena_format(w->arena,
			      _("The year %d is judged by what is in force today, so that "
				"these later changes count too:"),
			      w->year));
	table_of(w, "", later, after);
	return 0;
}
